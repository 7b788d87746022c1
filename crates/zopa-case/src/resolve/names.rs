//! Which thing does a name mean? One space of names, but for options and answers, which live in their issue
//! and question.

use crate::ids::Id;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::ast::{Cond, Item, ItemKind, Name};
use zopa_syntax::{Declared, Diagnostic, Span};

/// What a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning<'a> {
    Party(PartyId),
    Speaker(SpeakerId),
    Source(SourceId),
    Track(TrackId),
    Round(RoundId),
    Issue(IssueId),
    Define(&'a Cond),
    Step(StepId),
    Claim(ClaimId),
    Question(QuestionId),
    Event(EventId),
    Commitment(CommitmentId),
    /// A claim that somebody rejected: kept, and read by nobody.
    Rejected,
    /// Declared by a line that could not be read: known, and nothing more is said about it.
    Broken,
}

impl Meaning<'_> {
    /// What it is called in messages.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Meaning::Party(_) => "a party or body",
            Meaning::Speaker(_) => "a person or anonymous group",
            Meaning::Source(_) => "a source",
            Meaning::Track(_) => "a track",
            Meaning::Round(_) => "a round",
            Meaning::Issue(_) => "an issue",
            Meaning::Define(_) => "a definition",
            Meaning::Step(_) => "a step or gate",
            Meaning::Claim(_) => "a claim",
            Meaning::Question(_) => "a question",
            Meaning::Event(_) => "an event",
            Meaning::Commitment(_) => "a commitment",
            Meaning::Rejected => "a rejected claim",
            Meaning::Broken => "a broken line",
        }
    }
}

/// All names of a case.
pub(crate) struct Names<'a> {
    known: BTreeMap<&'a str, (Meaning<'a>, Span)>,
    /// Options that broken lines tried to declare: issue and option.
    broken_options: BTreeSet<(&'a str, &'a str)>,
}

#[derive(Default)]
struct Counts {
    rows: BTreeMap<&'static str, usize>,
}

impl Counts {
    fn next<I: Id>(&mut self, table: &'static str) -> I {
        let row = self.rows.entry(table).or_insert(0);
        *row += 1;
        I::from_row(*row - 1)
    }
}

impl<'a> Names<'a> {
    /// Declares every name. A name that stands twice keeps its first meaning and is one message.
    pub(crate) fn declare(items: &'a [Item], broken: &'a [Declared]) -> (Names<'a>, Vec<Diagnostic>) {
        let mut names = Names { known: BTreeMap::new(), broken_options: BTreeSet::new() };
        let mut diagnostics = Vec::new();
        let mut counts = Counts::default();
        for item in items {
            let Some((name, meaning)) = declared(item, &mut counts) else { continue };
            match names.known.get(name.text.as_str()) {
                Some((_, first)) => diagnostics.push(twice(name, *first)),
                None => drop(names.known.insert(&name.text, (meaning, name.span))),
            }
        }
        for name in broken.iter().filter(|declared| declared.in_issue.is_none()) {
            names.known.entry(&name.name.text).or_insert((Meaning::Broken, name.name.span));
        }
        let options = broken.iter().filter_map(|d| d.in_issue.as_ref().map(|issue| (&*issue.text, &*d.name.text)));
        names.broken_options = options.collect();
        (names, diagnostics)
    }

    /// Did a line that could not be read try to declare this option?
    pub(crate) fn broken_option(&self, issue: &str, option: &str) -> bool {
        self.broken_options.contains(&(issue, option))
    }

    /// The name as it is kept.
    pub(crate) fn key(&self, name: &str) -> Option<&'a str> {
        self.known.get_key_value(name).map(|(key, _)| *key)
    }

    pub(crate) fn get(&self, name: &str) -> Option<(Meaning<'a>, Span)> {
        self.known.get(name).copied()
    }

    /// All names with what they mean, those of rejected claims left out.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'a str, Meaning<'a>)> + '_ {
        let known = self.known.iter().map(|(name, (meaning, _))| (*name, *meaning));
        known.filter(|(_, meaning)| *meaning != Meaning::Rejected)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.known.len()
    }
}

fn twice(name: &Name, first: Span) -> Diagnostic {
    let message = format!("`{}` is defined twice", name.text);
    Diagnostic::error("defined-twice", name.span, message, "give one of the two another name")
        .labelled("defined again here")
        .and(first, "first defined here")
}

fn declared<'a>(item: &'a Item, counts: &mut Counts) -> Option<(&'a Name, Meaning<'a>)> {
    Some(match &item.kind {
        ItemKind::Case { .. } | ItemKind::Rule { .. } => return None,
        ItemKind::Party { name, .. } | ItemKind::Body { name, .. } => (name, Meaning::Party(counts.next("party"))),
        ItemKind::Person { name, .. } | ItemKind::Anonymous { name, .. } => {
            (name, Meaning::Speaker(counts.next("speaker")))
        }
        ItemKind::Source(source) => (&source.name, Meaning::Source(counts.next("source"))),
        ItemKind::Track { name, .. } => (name, Meaning::Track(counts.next("track"))),
        ItemKind::Round(round) => (&round.name, Meaning::Round(counts.next("round"))),
        ItemKind::Issue { name, .. } => (name, Meaning::Issue(counts.next("issue"))),
        ItemKind::Define { name, cond, .. } => (name, Meaning::Define(cond)),
        ItemKind::Step { name, .. } | ItemKind::Gate { name, .. } => (name, Meaning::Step(counts.next("step"))),
        ItemKind::Claim(claim) if claim.rejected.is_some() => (&claim.name, Meaning::Rejected),
        ItemKind::Claim(claim) => (&claim.name, Meaning::Claim(counts.next("claim"))),
        ItemKind::Question { name, .. } => (name, Meaning::Question(counts.next("question"))),
        ItemKind::Event { name, .. } => (name, Meaning::Event(counts.next("event"))),
        ItemKind::Commitment { name, .. } => (name, Meaning::Commitment(counts.next("commitment"))),
    })
}

impl<'a> super::Resolver<'a> {
    /// What a name means, if it is of the kind wanted; else one message.
    pub(crate) fn find<T>(&mut self, name: &Name, wanted: &str, pick: impl Fn(Meaning<'a>) -> Option<T>) -> Option<T> {
        match self.names.get(&name.text) {
            Some((Meaning::Broken, _)) => None,
            Some((Meaning::Rejected, declared)) => {
                self.names_rejected(name, declared);
                None
            }
            Some((meaning, declared)) => {
                self.names_apart(name, declared);
                pick(meaning).or_else(|| {
                    let message = format!("`{}` is {}, and {wanted} is wanted here", name.text, meaning.kind());
                    let help = match self.meant(&name.text, |m| pick(m).is_some()) {
                        Some(meant) => meant.asked(),
                        None => format!("name {wanted} here"),
                    };
                    let told = Diagnostic::error("wrong-kind", name.span, message, help);
                    let told = told.labelled(format!("not {wanted}"));
                    self.report(told.and(declared, format!("declared here as {}", meaning.kind())));
                    None
                })
            }
            None => {
                let message = format!("`{}` is not declared", name.text);
                let meant = self.meant(&name.text, |m| pick(m).is_some());
                let help = match &meant {
                    Some(meant) => meant.asked(),
                    None => format!("declare it, or name {wanted} that is declared"),
                };
                let told = Diagnostic::error("unknown-name", name.span, message, help).labelled("unknown name");
                let place = meant.and_then(|meant| self.names.get(meant.name)).map(|(_, declared)| declared);
                self.report(place.into_iter().fold(told, |told, place| told.and(place, "declared here")));
                None
            }
        }
    }

    pub(crate) fn party(&mut self, name: &Name) -> Option<PartyId> {
        self.find(name, "a party or body", |m| if let Meaning::Party(id) = m { Some(id) } else { None })
    }

    pub(crate) fn parties(&mut self, names: &[Name]) -> Vec<PartyId> {
        names.iter().filter_map(|name| self.party(name)).collect()
    }

    pub(crate) fn source(&mut self, name: &Name) -> Option<SourceId> {
        self.find(name, "a source", |m| if let Meaning::Source(id) = m { Some(id) } else { None })
    }

    pub(crate) fn speaker(&mut self, name: &Name) -> Option<SpeakerId> {
        self.find(name, "a person or anonymous group", |m| if let Meaning::Speaker(id) = m { Some(id) } else { None })
    }

    pub(crate) fn round(&mut self, name: &Name) -> Option<RoundId> {
        self.find(name, "a round", |m| if let Meaning::Round(id) = m { Some(id) } else { None })
    }

    pub(crate) fn track(&mut self, name: &Name) -> Option<TrackId> {
        self.find(name, "a track", |m| if let Meaning::Track(id) = m { Some(id) } else { None })
    }

    pub(crate) fn event(&mut self, name: &Name) -> Option<EventId> {
        self.find(name, "an event", |m| if let Meaning::Event(id) = m { Some(id) } else { None })
    }

    pub(crate) fn step(&mut self, name: &Name) -> Option<StepId> {
        self.find(name, "a step or gate", |m| if let Meaning::Step(id) = m { Some(id) } else { None })
    }

    pub(crate) fn claim(&mut self, name: &Name) -> Option<ClaimId> {
        self.find(name, "a claim", |m| if let Meaning::Claim(id) = m { Some(id) } else { None })
    }

    pub(crate) fn claims_named(&mut self, names: &[Name]) -> Vec<ClaimId> {
        names.iter().filter_map(|name| self.claim(name)).collect()
    }

    /// Anybody who can speak.
    pub(crate) fn voice(&mut self, name: &Name) -> Option<origin::Voice> {
        self.find(name, "somebody who can speak (a person, an anonymous group, a party, a source)", |m| match m {
            Meaning::Party(id) => Some(origin::Voice::Party(id)),
            Meaning::Speaker(id) => Some(origin::Voice::Speaker(id)),
            Meaning::Source(id) => Some(origin::Voice::Source(id)),
            _ => None,
        })
    }

    pub(crate) fn voices(&mut self, names: &[Name]) -> Vec<origin::Voice> {
        names.iter().filter_map(|name| self.voice(name)).collect()
    }

    /// Any name that is declared; its meaning does not matter.
    pub(crate) fn any(&mut self, name: &Name) -> Option<Meaning<'a>> {
        self.find(name, "a name of the case", Some)
    }

    /// Is this the item that its name means, and not one that repeats it?
    pub(crate) fn means(&self, name: &Name) -> bool {
        self.names.get(&name.text).is_some_and(|(_, span)| span == name.span)
    }
}
