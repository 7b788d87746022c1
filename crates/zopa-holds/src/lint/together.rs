//! Do its lines go together, and does it go together with the other commitments?

use super::{Card, card};
use crate::events::{actors, of_any};
use crate::groups::Group;
use crate::notes::{One, numbers};
use zopa_case::{Clause, CommitmentId, Formula, QuoteId, StepId, Trigger, Voice, possible};
use zopa_finding::{Basis, ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::ToldTwice, told_twice),
    card(ClauseRule::DutiesConflict, conflict),
    card(ClauseRule::CircularTriggers, circular),
    card(ClauseRule::OrderCannotBe, order),
];

/// Parts that have one value, and more than one is told.
fn told_twice(one: One<'_>) -> Vec<Note> {
    let parts = one.anatomy();
    let notes = [
        twice(one, "when", &parts.trigger),
        twice(one, "discretion", &parts.discretion),
        twice(one, "decided-by", &parts.deciders),
        twice(one, "within", &parts.deadline),
        twice(one, "force", &parts.force),
        twice(one, "from", &parts.from),
        twice(one, "lasts", &parts.lasts),
    ];
    notes.into_iter().flatten().collect()
}

fn twice<T: PartialEq>(one: One<'_>, part: &str, clause: &Clause<T>) -> Option<Note> {
    let differs = clause.known().next().is_some() && clause.only().is_none();
    differs.then(|| Note { values: vec![part.to_owned()], ..one.on(ClauseRule::ToldTwice, part, clause) })
}

/// One debtor who is to take a step by one commitment and not to take it by another; or who owes peace to a party and help
/// against the same party. Told once, under the first of the two.
fn conflict(one: One<'_>) -> Vec<Note> {
    let step = one.anatomy().response.known().filter_map(|response| response.step).flat_map(|step| {
        let others = one.ground.about_step(step).iter().map(|id| One { id: *id, ..one });
        others.filter(move |other| other.id > one.id && opposed(one, *other, step)).map(move |other| {
            let mut note = on_response(one, other);
            note.things = vec![one.step(step)];
            note
        })
    });
    let peace = one.others().filter_map(|other| {
        let against = if one.id < other.id { help_against(one, other).or(help_against(other, one)) } else { None }?;
        let mut note = on_response(one, other);
        note.who = one.voices(against);
        note.values = one.anatomy().kind.known().chain(other.anatomy().kind.known()).cloned().collect();
        Some(note)
    });
    step.chain(peace).collect()
}

fn on_response(one: One<'_>, other: One<'_>) -> Note {
    let mut note = one.on(ClauseRule::DutiesConflict, "does", &one.anatomy().response);
    note.commitments.push(other.named());
    let quotes: Vec<QuoteId> = other.anatomy().response.quotes();
    note.quotes.extend(numbers(&quotes));
    note
}

fn shares_debtor(one: One<'_>, other: One<'_>) -> bool {
    one.anatomy().debtors.all().any(|debtor| other.anatomy().debtors.all().any(|there| there == debtor))
}

/// The step is to be taken by one and not by the other, and both can be set off together.
fn opposed(one: One<'_>, other: One<'_>, step: StepId) -> bool {
    let to_take = |one: One<'_>, not: bool| {
        one.anatomy().response.known().any(|response| response.step == Some(step) && response.not == not)
    };
    let differ = (to_take(one, true) && to_take(other, false)) || (to_take(one, false) && to_take(other, true));
    differ && shares_debtor(one, other) && together(one, other)
}

/// Can both be set off? Not where their conditions exclude each other; events may come together.
fn together(one: One<'_>, other: One<'_>) -> bool {
    let conditions = one.anatomy().trigger.known().chain(other.anatomy().trigger.known());
    let conditions = conditions.filter_map(|trigger| match trigger {
        Trigger::Condition { formula, .. } => Some(formula.clone()),
        Trigger::Event(_) => None,
    });
    possible(&one.case.space, &Formula::And(conditions.collect())) != Some(false)
}

/// Kinds by which peace is owed, and kinds by which help is, in the words of the coding of alliances.
const PEACE: [&str; 4] = ["neutrality", "nonaggression", "non-aggression", "nonagg"];
const HELP: [&str; 4] = ["defence", "defense", "offence", "offense"];

/// Those to whom the first owes peace and against whose act the second owes help.
fn help_against(peace: One<'_>, help: One<'_>) -> Option<Vec<Voice>> {
    let kind = |one: One<'_>, kinds: &[&str]| one.anatomy().kind.known().any(|kind| kinds.contains(&kind.as_str()));
    if !kind(peace, &PEACE) || !kind(help, &HELP) || !shares_debtor(peace, help) {
        return None;
    }
    let actors: Vec<_> = help.trigger_events().flat_map(|event| actors(help.case, event)).collect();
    let both = peace.anatomy().creditors.all().copied().filter(|voice| of_any(peace.case, *voice, &actors));
    let both: Vec<Voice> = both.collect();
    (!both.is_empty()).then_some(both)
}

fn circular(one: One<'_>) -> Vec<Note> {
    one.leads(&one.ground.circles).map(|group| waiting(one, ClauseRule::CircularTriggers, group)).collect()
}

fn order(one: One<'_>) -> Vec<Note> {
    one.leads(&one.ground.knots).map(|group| waiting(one, ClauseRule::OrderCannotBe, group)).collect()
}

fn waiting(one: One<'_>, rule: ClauseRule, group: &Group) -> Note {
    let mut note = one.on(rule, "when", &one.anatomy().trigger);
    let rest = group.commitments.iter().filter(|id: &&CommitmentId| **id != one.id);
    note.commitments.extend(rest.map(|id| One { id: *id, ..one }.named()));
    note.things = group.steps.iter().map(|step| one.step(*step)).collect();
    note.basis = Basis(group.claims.clone());
    note
}
