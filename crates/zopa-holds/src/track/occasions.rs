//! On which occasions is a commitment set off?
//!
//! By each happening of its event, or of a narrower one; once by a condition, when it comes to be met; as a remedy that says
//! nothing else, by each breach of what it remedies. Where nothing is told that sets it off, there is one occasion, with the
//! beginning of the commitment itself, and it is open whether that is enough.

use super::answers::Owed;
use super::condition::onset;
use super::files::{Files, hole};
use super::known::{Known, Why};
use super::ledger::Rows;
use super::stand;
use super::term::{Start, Term};
use zopa_case::{CommitmentId, Moment, StepId, Stretch, Trigger, Verb};
use zopa_finding::track::{Cause, State, WhyOpen};

/// Something that sets a commitment off.
#[derive(Clone, Debug)]
pub(crate) struct Occasion {
    pub cause: Cause,
    /// The rows that tell it.
    pub rows: Vec<usize>,
    pub time: Stretch,
    /// Why it is not known whether it sets it off.
    pub open: Option<Why>,
    /// For a remedy: what was broken, on which occasion.
    pub broken: Option<Box<Owed>>,
    /// For a condition: the steps of which each alone would meet it.
    pub steps: Vec<StepId>,
    pub by: By,
}

/// What tells of an occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// A line, which is the occasion itself.
    Line,
    /// What a condition speaks of.
    Condition,
    /// The line with which the commitment starts.
    Start,
}

impl Occasion {
    pub(crate) fn plain(cause: Cause, rows: Vec<usize>, time: Stretch) -> Occasion {
        Occasion { cause, rows, time, open: None, broken: None, steps: Vec::new(), by: By::Line }
    }

    /// One that comes with the start of the commitment; none where that has not come.
    pub(crate) fn with_start(cause: Cause, term: &Term) -> Option<Occasion> {
        match &term.start {
            Start::With(row, time) => Some(Occasion { by: By::Start, ..Occasion::plain(cause, vec![*row], *time) }),
            Start::Open(_) => {
                Some(Occasion { by: By::Start, ..Occasion::plain(cause, Vec::new(), Stretch::default()) })
            }
            Start::Not => None,
        }
    }

    /// Had it happened by then?
    pub fn happened(&self, files: &Files<'_>, at: Moment) -> Known {
        let then = Stretch::moment(at);
        if let Some(owed) = &self.broken {
            return broken(files, owed, at);
        }
        let known = match (self.by, self.rows.as_slice()) {
            // What comes with the start is asked with whether that has come.
            (By::Start, _) => Known::Yes,
            (_, [row]) => files.ledger.happened_by(*row, then),
            (_, rows) => Known::told(self.time.not_after(then), || files.ledger.order(rows.to_vec())),
        };
        known.and(|| self.open.clone().filter(|_| self.cause == Cause::Trigger).map_or(Known::Yes, Known::Open))
    }

    /// Is it something to tell of then? Not what has not happened, nor what a commitment would bring about of itself that does
    /// not count.
    pub fn is_told(&self, files: &Files<'_>, term: &Term, at: Moment) -> bool {
        let counts = || !term.counted(files, Stretch::moment(at)).is_no();
        !self.happened(files, at).is_no() && (self.by != By::Start || counts())
    }

    /// Is what it brings about to go on as long as the commitment counts?
    pub fn goes_on(&self, files: &Files<'_>, id: CommitmentId) -> bool {
        files.owing(id).not || matches!(self.cause, Cause::Standing | Cause::Report)
    }
}

/// All of them that a list tells up to a moment, by time, and some that it tells later.
pub(crate) fn occasions(files: &Files<'_>, id: CommitmentId, term: &Term, at: Moment) -> Vec<Occasion> {
    let mut found = set_off(files, id, term, &mut vec![id]);
    found.extend(reports(files, id, term, &found, at));
    found.sort_by_key(|occasion| (occasion.time.listed(), occasion.rows.first().copied()));
    found
}

fn set_off(files: &Files<'_>, id: CommitmentId, term: &Term, path: &mut Vec<CommitmentId>) -> Vec<Occasion> {
    let clause = &files.anatomy(id).trigger;
    let mut found: Vec<Occasion> = Vec::new();
    let mut told: Vec<&Trigger> = Vec::new();
    for trigger in clause.known() {
        if told.contains(&trigger) {
            continue;
        }
        told.push(trigger);
        match trigger {
            Trigger::Event(event) => found.extend(each(files, files.ledger.event(*event))),
            Trigger::Condition { formula, .. } => found.extend(onset(files, formula, term)),
        }
    }
    let why = hole(clause, "when");
    if !told.is_empty() {
        found.iter_mut().for_each(|occasion| occasion.open = occasion.open.take().or(why.clone()));
        return found;
    }
    let remedied: Vec<CommitmentId> = files.remedied(id).iter().copied().filter(|of| !path.contains(of)).collect();
    for of in &remedied {
        path.push(*of);
        let inner = set_off(files, *of, &files.owing(*of).term, path);
        found.extend(inner.into_iter().filter_map(|inner| follows(files, *of, inner)));
        path.pop();
    }
    if files.remedied(id).is_empty() {
        found.extend(Occasion::with_start(Cause::Standing, term).map(|one| Occasion { open: why, ..one }));
    }
    found
}

fn each<'a>(files: &'a Files<'_>, rows: &'a Rows) -> impl Iterator<Item = Occasion> + 'a {
    rows.all().map(|row| Occasion::plain(Cause::Trigger, vec![row], files.ledger.time(row)))
}

/// The breach of a commitment on this occasion sets its remedy off: when a report says that it was broken, else when its time
/// has passed. Nothing where it cannot have been broken.
fn follows(files: &Files<'_>, id: CommitmentId, inner: Occasion) -> Option<Occasion> {
    let owed = Owed::of(files, id, inner);
    let (rows, time) = stand::breach_of(files, &owed)?;
    let inner = &owed.occasion;
    let by = if rows.is_empty() && inner.by == By::Condition { By::Condition } else { By::Line };
    let rows = if rows.is_empty() { inner.rows.clone() } else { rows };
    Some(Occasion { broken: Some(Box::new(owed)), by, ..Occasion::plain(Cause::Breach, rows, time) })
}

/// Was it broken by then, on this occasion?
fn broken(files: &Files<'_>, owed: &Owed, at: Moment) -> Known {
    let stood = stand::owed(files, owed, at);
    let is = |state: State| matches!(state, State::Late | State::Breached | State::FulfilledLate);
    let states = || stood.verdict.open.iter().map(|branch| branch.1).chain([stood.verdict.state]);
    match (states().all(is), states().any(is)) {
        (true, _) => Known::Yes,
        (_, false) => Known::No,
        _ => Known::Open(Why::rows(WhyOpen::Broken, owed.occasion.rows.clone())),
    }
}

/// Reports of a breach before which nothing is told, by then, to have set it off.
fn reports(files: &Files<'_>, id: CommitmentId, term: &Term, found: &[Occasion], at: Moment) -> Vec<Occasion> {
    let reported = files.ledger.acts(Verb::Breach, id).all().next().is_some();
    let told = found.iter().filter(|one| reported && one.is_told(files, term, at));
    let first = told.min_by_key(|occasion| occasion.time.from.map(Moment::listed));
    let alone = |row: &usize| first.is_none_or(|first| first.time.not_after(files.ledger.time(*row)) == Some(false));
    let rows = files.ledger.acts(Verb::Breach, id).all().filter(alone);
    let open = hole(&files.anatomy(id).trigger, "when").unwrap_or(Why::part(WhyOpen::Unlisted, "when"));
    rows.map(|row| Occasion {
        open: Some(open.clone().with(vec![row])),
        ..Occasion::plain(Cause::Report, vec![row], files.ledger.time(row))
    })
    .collect()
}
