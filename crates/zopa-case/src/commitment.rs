//! What would be promised? The terms of a commitment, each known, reported as not known (`?`), or not in the case at all.
//!
//! The three are kept apart: a line with `?` says that somebody looked and no report tells it; a line that is not there
//! says nothing. A part may be told more than once, and then every telling is kept, with its place and its words.

use crate::origin::Voice;
use crate::*;
use zopa_syntax::Span;
pub use zopa_syntax::ast::Quorum;

/// What is known of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// The case has no line on it.
    Unsaid,
    /// `?`: no report tells it.
    Unknown,
    /// As reported.
    Known,
}

/// One line of the case on a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling<T> {
    /// What it says; `None` for `?`.
    pub value: Option<T>,
    /// Where it stands.
    pub span: Span,
    /// The words it rests on.
    pub quotes: Vec<QuoteId>,
}

/// A part of a commitment: every line on it, in file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause<T>(pub Vec<Telling<T>>);

impl<T> Default for Clause<T> {
    fn default() -> Self {
        Clause(Vec::new())
    }
}

impl<T: PartialEq> Clause<T> {
    /// Is it known, reported as not known, or not there?
    pub fn told(&self) -> Told {
        match (self.known().next(), self.0.first()) {
            (Some(_), _) => Told::Known,
            (None, Some(_)) => Told::Unknown,
            (None, None) => Told::Unsaid,
        }
    }

    /// What is known, line by line.
    pub fn known(&self) -> impl Iterator<Item = &T> {
        self.0.iter().filter_map(|telling| telling.value.as_ref())
    }

    /// The value, where all lines that know one have the same.
    pub fn only(&self) -> Option<&T> {
        let first = self.known().next()?;
        self.known().all(|other| other == first).then_some(first)
    }

    /// Where its first line stands.
    pub fn span(&self) -> Option<Span> {
        self.0.first().map(|telling| telling.span)
    }

    /// The words it rests on, line by line.
    pub fn quotes(&self) -> Vec<QuoteId> {
        self.0.iter().flat_map(|telling| telling.quotes.iter().copied()).collect()
    }

    /// One more line.
    pub(crate) fn tell(&mut self, value: Option<T>, span: Span, quotes: &[QuoteId]) {
        self.0.push(Telling { value, span, quotes: quotes.to_vec() });
    }
}

impl<T> Clause<Vec<T>> {
    /// All that is known, whichever line tells it.
    pub fn all(&self) -> impl Iterator<Item = &T> {
        self.0.iter().filter_map(|telling| telling.value.as_ref()).flatten()
    }
}

/// What sets a commitment off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// Something happens.
    Event(EventId),
    /// A condition over what is agreed and done.
    Condition {
        /// The condition.
        formula: Formula,
        /// As written.
        text: String,
    },
}

/// What its debtors then do: a step, or words alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The step is not to be taken.
    pub not: bool,
    /// The step.
    pub step: Option<StepId>,
    /// In words.
    pub words: Option<String>,
}

/// Is it owed once it is set off?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discretion {
    /// It is owed.
    Must,
    /// It may follow, and need not.
    May,
}

/// Who says that it has been set off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciders {
    /// How many of them it takes.
    pub quorum: Quorum,
    /// Who.
    pub who: Vec<Voice>,
}

/// A length of time as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many.
    pub number: String,
    /// Of what: `hours`, `days`, `months`...
    pub unit: String,
}

impl Length {
    /// From how many hours to how many: a month has 28 to 31 days, a year 365 or 366. `None` for a unit that is none of
    /// these, or a number too large to be one.
    pub fn hours(&self) -> Option<(u64, u64)> {
        let number: u64 = self.number.parse().ok()?;
        let (least, most) = match self.unit.strip_suffix('s').unwrap_or(&self.unit) {
            "hour" => (1, 1),
            "day" => (24, 24),
            "week" => (24 * 7, 24 * 7),
            "month" => (24 * 28, 24 * 31),
            "year" => (24 * 365, 24 * 366),
            _ => return None,
        };
        Some((number.checked_mul(least)?, number.checked_mul(most)?))
    }

    /// As written.
    pub fn written(&self) -> String {
        format!("{} {}", self.number, self.unit)
    }
}

/// Something in time that a clock can start at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// A step or gate.
    Step(StepId),
    /// An event.
    Event(EventId),
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// How long.
    pub time: Length,
    /// From when the time counts; without it, from the trigger.
    pub after: Option<Point>,
}

/// How firmly it binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Force {
    /// As a treaty (`true`), politically (`false`); `None` where that is not reported and a gate is.
    pub treaty: Option<bool>,
    /// After which gate it binds as a treaty.
    pub until: Until,
}

/// What makes a treaty of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Nothing is said of it.
    Unsaid,
    /// `until ?`: something does, and no report says what.
    Unknown,
    /// A gate or step.
    Step(StepId),
}

/// How long it lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// It ends, and no report says when.
    Limited,
    /// It has no end.
    Forever,
    /// A length of time.
    For(Length),
}

/// The terms of a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anatomy {
    /// Where its name stands.
    pub span: Span,
    /// Its kind, as named.
    pub kind: Clause<String>,
    /// Who owes it.
    pub debtors: Clause<Vec<Voice>>,
    /// To whom it is owed.
    pub creditors: Clause<Vec<Voice>>,
    /// What sets it off.
    pub trigger: Clause<Trigger>,
    /// What then follows.
    pub response: Clause<Response>,
    /// Is it owed, or may it follow?
    pub discretion: Clause<Discretion>,
    /// Who says that it has been set off.
    pub deciders: Clause<Deciders>,
    /// By when.
    pub deadline: Clause<Deadline>,
    /// How firmly it binds.
    pub force: Clause<Force>,
    /// From when it counts.
    pub from: Clause<Point>,
    /// How long it lasts.
    pub lasts: Clause<Lasting>,
    /// With whom something is posted.
    pub posted: Clause<Vec<Voice>>,
    /// What follows if it is broken.
    pub remedies: Clause<Vec<CommitmentId>>,
}

impl Anatomy {
    /// Anatomy with nothing in them.
    pub(crate) fn at(span: Span) -> Anatomy {
        Anatomy {
            span,
            kind: Clause::default(),
            debtors: Clause::default(),
            creditors: Clause::default(),
            trigger: Clause::default(),
            response: Clause::default(),
            discretion: Clause::default(),
            deciders: Clause::default(),
            deadline: Clause::default(),
            force: Clause::default(),
            from: Clause::default(),
            lasts: Clause::default(),
            posted: Clause::default(),
            remedies: Clause::default(),
        }
    }
}
