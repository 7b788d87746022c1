//! What does a list of events mean in this case? Its names, resolved, or one message for each line whose names are not.

use crate::origin::Voice;
use crate::*;
use std::collections::BTreeMap;
use zopa_syntax::ast::Name;
use zopa_syntax::events::{Entry, Events, Stretch, Verb};
use zopa_syntax::{Diagnostic, Span, nearest};

/// What can have been decided: that something happened, or that what sets a commitment off did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    /// An event.
    Event(EventId),
    /// A step or gate.
    Step(StepId),
    /// Whatever sets this commitment off.
    Commitment(CommitmentId),
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// An event.
    Event(EventId),
    /// A step was taken, a gate passed.
    Step(StepId),
    /// A gate did not let it pass.
    Refused(StepId),
    /// An option was agreed.
    Agreed(IssueId, OptionId),
    /// It was decided that it has happened, or (`true`) that it has not.
    Decided(Over, bool),
    /// Something happened to a commitment.
    Act(Verb, CommitmentId),
}

/// A line of a list of events, about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub time: Stretch,
    /// It is reported not to have happened by then.
    pub not: bool,
    /// What.
    pub deed: Deed,
    /// Whose act, where the line says so.
    pub by: Vec<Voice>,
    /// On whose report.
    pub reported: Vec<Voice>,
    /// Its row, from 1.
    pub line: u32,
}

/// What the lines of a list of events mean, in file order, and what is wrong with the others.
pub fn happened(case: &Case, events: &Events) -> (Vec<Happened>, Vec<Diagnostic>) {
    let names = Names::of(case);
    let (mut found, mut diagnostics) = (Vec::new(), Vec::new());
    for entry in &events.entries {
        if let Err(told) = names.entry(entry, &mut found) {
            diagnostics.push(*told);
        }
    }
    (found, diagnostics)
}

/// What a name of the case can be here.
#[derive(Clone, Copy)]
enum Is {
    Event(EventId),
    Step(StepId),
    Issue(IssueId),
    Commitment(CommitmentId),
    Voice(Voice),
    Claim,
}

/// The names of a case.
struct Names<'a> {
    case: &'a Case,
    all: BTreeMap<&'a str, Is>,
}

type Found<T> = Result<T, Box<Diagnostic>>;

impl<'a> Names<'a> {
    fn of(case: &'a Case) -> Names<'a> {
        let mut all: BTreeMap<&str, Is> = BTreeMap::new();
        all.extend(case.claims.values().map(|row| (row.name.as_str(), Is::Claim)));
        all.extend(case.sources.iter().map(|(id, row)| (row.name.as_str(), Is::Voice(Voice::Source(id)))));
        all.extend(case.speakers.iter().map(|(id, row)| (row.name.as_str(), Is::Voice(Voice::Speaker(id)))));
        all.extend(case.parties.iter().map(|(id, row)| (row.name.as_str(), Is::Voice(Voice::Party(id)))));
        all.extend(case.space.issues.iter().map(|(id, row)| (row.name.as_str(), Is::Issue(id))));
        all.extend(case.space.steps.iter().map(|(id, row)| (row.name.as_str(), Is::Step(id))));
        all.extend(case.events.iter().map(|(id, row)| (row.name.as_str(), Is::Event(id))));
        all.extend(case.commitments.iter().map(|(id, row)| (row.name.as_str(), Is::Commitment(id))));
        Names { case, all }
    }

    /// Adds what a line says, of each thing that it names.
    fn entry(&self, entry: &Entry, found: &mut Vec<Happened>) -> Found<()> {
        let deeds = all(&entry.names, |name| self.deed(entry, name))?;
        let by = all(&entry.by, |name| self.voice(name, false))?;
        let reported = all(&entry.reported, |name| self.voice(name, true))?;
        self.actors(entry, &deeds, &by)?;
        let row = |deed| Happened {
            time: entry.time,
            not: entry.not,
            deed,
            by: by.clone(),
            reported: reported.clone(),
            line: entry.line,
        };
        found.extend(deeds.into_iter().map(row));
        Ok(())
    }

    fn deed(&self, entry: &Entry, name: &Name) -> Found<Deed> {
        let is = self.all.get(name.text.as_str()).copied();
        match (entry.verb, is) {
            (None, Some(Is::Event(id))) => Ok(Deed::Event(id)),
            (None, Some(Is::Step(id))) => Ok(Deed::Step(id)),
            (None, Some(Is::Commitment(_))) => Err(self.bare_commitment(name)),
            (Some(Verb::Refused), Some(Is::Step(id))) if self.case.space.steps[id].gate => Ok(Deed::Refused(id)),
            (Some(Verb::Agreed), Some(Is::Issue(id))) => self.option(entry, id).map(|option| Deed::Agreed(id, option)),
            (Some(Verb::Decided), Some(Is::Event(id))) => Ok(Deed::Decided(Over::Event(id), entry.against)),
            (Some(Verb::Decided), Some(Is::Step(id))) => Ok(Deed::Decided(Over::Step(id), entry.against)),
            (Some(Verb::Decided), Some(Is::Commitment(id))) => Ok(Deed::Decided(Over::Commitment(id), entry.against)),
            (Some(verb), Some(Is::Commitment(id))) if verb.takes_several() => Ok(Deed::Act(verb, id)),
            (verb, known) => Err(self.no_such(name, verb, known)),
        }
    }

    fn option(&self, entry: &Entry, issue: IssueId) -> Found<OptionId> {
        let row = &self.case.space.issues[issue];
        let Some(option) = &entry.option else { return Err(missing_option(entry.span)) };
        let found = row.options.iter().find(|(_, known)| known.name == option.text).map(|(id, _)| id);
        found.ok_or_else(|| {
            let names: Vec<&str> = row.options.values().map(|option| option.name.as_str()).collect();
            let message = format!("`{}` is not an option of issue `{}`", option.text, row.name);
            Box::new(Diagnostic::error("unknown-option", option.span, message, help(&option.text, "options", &names)))
        })
    }

    fn voice(&self, name: &Name, reports: bool) -> Found<Voice> {
        match self.all.get(name.text.as_str()) {
            Some(Is::Voice(voice @ Voice::Source(_))) if !reports => Err(self.source_acts(name, *voice)),
            Some(Is::Voice(voice)) => Ok(*voice),
            _ => {
                let case = self.case;
                let sources = case.sources.values().map(|row| row.name.as_str()).filter(|_| reports);
                let people = case.speakers.values().map(|row| row.name.as_str());
                let names: Vec<&str> =
                    case.parties.values().map(|row| row.name.as_str()).chain(people).chain(sources).collect();
                let what = if reports { "party, person or source" } else { "party, body or person" };
                let message = format!("`{}` is no {what} of the case", name.text);
                let help = help(&name.text, "those that are", &names);
                Err(Box::new(Diagnostic::error("nobody-so-named", name.span, message, help)))
            }
        }
    }

    fn source_acts(&self, name: &Name, _: Voice) -> Box<Diagnostic> {
        let message = format!("`{}` is a source, and no source acts", name.text);
        let help = format!("name whose act it is, or write `reported by {}`", name.text);
        Box::new(Diagnostic::error("source-acts", name.span, message, help))
    }

    /// The case says whose act an event or step is: another's is another event.
    fn actors(&self, entry: &Entry, deeds: &[Deed], by: &[Voice]) -> Found<()> {
        for (deed, name) in deeds.iter().zip(&entry.names) {
            let (known, what) = match deed {
                Deed::Event(id) => (self.case.events[*id].by.clone().unwrap_or_default(), "event"),
                Deed::Step(id) => (self.case.space.steps[*id].by.clone(), "step"),
                _ => continue,
            };
            let of = |voice: &Voice| {
                let own = self.case.parties_of(*voice);
                known.iter().any(|party| {
                    own.contains(party) || self.case.parties[*party].of.is_some_and(|of| own.contains(&of))
                })
            };
            let other = entry.by.iter().zip(by).find(|(_, voice)| !of(voice)).filter(|_| !known.is_empty());
            if let Some((other, _)) = other {
                let whose: Vec<&str> = known.iter().map(|party| self.case.parties[*party].name.as_str()).collect();
                let message = format!("`{}` is no act of `{}` in the case", name.text, other.text);
                let help = format!(
                    "{what} `{}` is by {}; another's act is an {what} of its own in the case",
                    name.text,
                    whose.join(", ")
                );
                let help = help.replace("an step", "a step");
                return Err(Box::new(Diagnostic::error("act-of-another", other.span, message, help)));
            }
        }
        Ok(())
    }

    fn bare_commitment(&self, name: &Name) -> Box<Diagnostic> {
        let message = format!("`{}` is a commitment, and the line does not say what happened to it", name.text);
        let verbs: Vec<&str> = Verb::ALL.into_iter().filter(|verb| verb.takes_several()).map(Verb::word).collect();
        let help = format!("write a verb before it: {}", verbs.join(", "));
        Box::new(Diagnostic::error("bare-commitment", name.span, message, help))
    }

    /// A name that the case has not, or has for something else.
    fn no_such(&self, name: &Name, verb: Option<Verb>, known: Option<Is>) -> Box<Diagnostic> {
        let case = self.case;
        let steps = case.space.steps.values();
        let gates = steps.clone().filter(|row| row.gate).map(|row| row.name.as_str());
        let events = case.events.values().map(|row| row.name.as_str()).chain(steps.map(|row| row.name.as_str()));
        let commitments = case.commitments.values().map(|row| row.name.as_str());
        let (what, names): (&str, Vec<&str>) = match verb {
            None => ("event, step or gate", events.collect()),
            Some(Verb::Refused) => ("gate", gates.collect()),
            Some(Verb::Agreed) => ("issue", case.space.issues.values().map(|row| row.name.as_str()).collect()),
            Some(Verb::Decided) => ("event, step or commitment", events.chain(commitments).collect()),
            Some(_) => ("commitment", commitments.collect()),
        };
        let message = match known {
            Some(_) => format!("`{}` is no {what}", name.text),
            None => format!("the case has no {what} `{}`", name.text),
        };
        Box::new(Diagnostic::error("nothing-so-named", name.span, message, help(&name.text, "the case has", &names)))
    }
}

/// What each name means. A list has thousands of names, mostly one at a place: there is room for just as many.
fn all<T>(names: &[Name], meaning: impl Fn(&Name) -> Found<T>) -> Found<Vec<T>> {
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        found.push(meaning(name)?);
    }
    Ok(found)
}

fn missing_option(span: Span) -> Box<Diagnostic> {
    let help = "the form is `TIME agreed ISSUE = OPTION`";
    Box::new(Diagnostic::error("missing-word", span, "the option that was agreed is missing", help))
}

/// At most so many names are listed.
const LISTED: usize = 12;

fn help(name: &str, what: &str, names: &[&str]) -> String {
    let listed: Vec<String> = names.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(LISTED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let listed = if names.is_empty() { "none".to_owned() } else { format!("{}{more}", listed.join(", ")) };
    match nearest(name, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? {what}: {listed}"),
        None => format!("{what}: {listed}"),
    }
}
