//! Does something come back to itself? Steps that are taken when they are taken, sources that copy themselves, claims
//! that supersede themselves: each circle is one message, which shows the way round.

use super::Resolver;
use crate::circles::circles;
use crate::ids::Id;
use crate::*;
use zopa_syntax::ast;
use zopa_syntax::{Diagnostic, Span};

/// Steps that may depend on each other in a row.
const DEEP: usize = 64;

/// Places of one circle that are shown at most.
const SHOWN: usize = 6;

impl Resolver<'_> {
    /// A claim that supersedes itself, directly or through others, leaves nothing held.
    pub(crate) fn check_supersedes(&mut self) {
        let leads_to: Vec<Vec<usize>> =
            self.case.claims.values().map(|claim| superseded(claim).map(Id::row).collect()).collect();
        for way in circles(&leads_to) {
            let members: Vec<ClaimId> = way.into_iter().map(ClaimId::from_row).collect();
            let names: Vec<String> = members.iter().map(|id| self.case.claims[*id].name.clone()).collect();
            let next = members.iter().skip(1).chain(members.first());
            let spans = members.iter().zip(next).map(|(later, old)| line_superseding(&self.case.claims[*later], *old));
            let places: Vec<Span> = spans.collect();
            let help = "take one of the `supersedes` lines out: the later claim supersedes, the earlier does not";
            self.report(circle("supersedes-circle", "supersedes", &names, &places, help));
        }
    }

    /// Steps whose conditions come back to themselves are reported, and read as optional so that nothing hangs.
    pub(crate) fn check_step_circles(&mut self, spans: &[(StepId, Span)]) {
        for _ in 0..=self.case.space.steps.len() {
            let found = circles(&self.case.space.steps.values().map(conditions).collect::<Vec<_>>());
            if found.is_empty() {
                return;
            }
            for way in found {
                let members: Vec<StepId> = way.into_iter().map(StepId::from_row).collect();
                let names: Vec<String> = members.iter().map(|id| self.case.space.steps[*id].name.clone()).collect();
                let place = |id: &StepId| spans.iter().find(|(step, _)| step == id).map(|(_, span)| *span);
                let places: Vec<Span> = members.iter().filter_map(place).collect();
                let help = "let the condition of one of them speak of issues alone, or make it `optional`";
                self.report(circle("step-circle", "depends on", &names, &places, help));
                members.first().into_iter().for_each(|id| self.case.space.steps[*id].taken = Taken::Optional);
            }
        }
    }

    /// Steps whose conditions lie deeper in each other than [`DEEP`] are reported, and read as optional. None stands in a
    /// circle any more.
    pub(crate) fn check_step_depths(&mut self, spans: &[(StepId, Span)]) {
        let leads_to: Vec<Vec<usize>> = self.case.space.steps.values().map(conditions).collect();
        let Some(at) = deep(&leads_to) else { return };
        let step = StepId::from_row(at);
        let name = &self.case.space.steps[step].name;
        let message = format!("`{name}` depends on steps that depend on others, more than {DEEP} deep");
        let help = "let its condition speak of issues, or of steps that depend on fewer others";
        let span = spans.iter().find(|(known, _)| *known == step).map(|(_, span)| *span).unwrap_or_default();
        self.report(Diagnostic::error("steps-deep", span, message, help));
        for step in self.case.space.steps.ids().collect::<Vec<_>>() {
            self.case.space.steps[step].taken = Taken::Optional;
        }
    }

    /// A source that copies itself, through others or not, has no first.
    pub(crate) fn check_copies(&mut self, sources: &[&ast::Source]) {
        let leads_to: Vec<Vec<usize>> = self
            .case
            .sources
            .values()
            .map(|source| source.copies.iter().map(|copied| copied.row()).collect())
            .collect();
        for way in circles(&leads_to) {
            let rows: Vec<&&ast::Source> = way.iter().filter_map(|at| sources.get(*at)).collect();
            let names: Vec<String> = rows.iter().map(|source| source.name.text.clone()).collect();
            let places: Vec<Span> = rows.iter().filter_map(|source| Some(source.copies.as_ref()?.span)).collect();
            let help = "take one of the `copies` lines out: the source that was first copies none";
            self.report(circle("copies-circle", "copies", &names, &places, help));
            way.first().into_iter().for_each(|at| self.case.sources[SourceId::from_row(*at)].copies = None);
        }
    }
}

/// The first thing with a way of more than [`DEEP`] others that it leads to, one after the other.
fn deep(leads_to: &[Vec<usize>]) -> Option<usize> {
    let mut depth: Vec<usize> = vec![0; leads_to.len()];
    for _ in 0..=DEEP {
        let deeper = |next: &Vec<usize>| next.iter().filter_map(|at| depth.get(*at)).map(|depth| depth + 1).max();
        let longer: Vec<usize> = leads_to.iter().map(|next| deeper(next).unwrap_or(0)).collect();
        if longer == depth {
            return None;
        }
        depth = longer;
    }
    depth.iter().position(|depth| *depth > DEEP)
}

/// The claims that a claim supersedes.
fn superseded(claim: &Claim) -> impl Iterator<Item = ClaimId> + '_ {
    let old = claim.statements.iter().filter_map(|s| if let Act::Supersedes(old) = &s.act { Some(old) } else { None });
    old.flatten().copied()
}

fn line_superseding(claim: &Claim, old: ClaimId) -> Span {
    let says = |s: &&Statement| matches!(&s.act, Act::Supersedes(all) if all.contains(&old));
    claim.statements.iter().find(says).map_or(claim.span, |statement| statement.span)
}

fn conditions(step: &Step) -> Vec<usize> {
    match &step.taken {
        Taken::When(condition) => condition.steps().into_iter().map(|step| step.row()).collect(),
        Taken::Always | Taken::Optional => Vec::new(),
    }
}

/// One message for a circle: "`a` copies itself, through `b`", with a place for each that leads on.
fn circle(code: &'static str, verb: &str, names: &[String], places: &[Span], help: &str) -> Diagnostic {
    let first = names.first().map_or("", String::as_str);
    let through: Vec<String> = names.iter().skip(1).take(SHOWN).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(1 + SHOWN);
    let through = match (through.is_empty(), more) {
        (true, _) => String::new(),
        (false, 0) => format!(", through {}", through.join(", ")),
        (false, more) => format!(", through {} and {more} more", through.join(", ")),
    };
    let told = format!("`{first}` {verb} itself{through}");
    let next = names.iter().skip(1).chain(names.first());
    let leads = |(name, next): (&String, &String)| format!("`{name}` {verb} `{next}`");
    let mut labels = names.iter().zip(next).map(leads).zip(places.iter().copied());
    let Some((label, place)) = labels.next() else { return Diagnostic::error(code, Span::default(), told, help) };
    let message = Diagnostic::error(code, place, told, help).labelled(label);
    labels.take(SHOWN).fold(message, |message, (label, place)| message.and(place, label))
}
