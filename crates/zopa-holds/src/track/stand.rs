//! How does a commitment stand at a moment, and how does what it brings about on one occasion?
//!
//! Both are asked in turn, and the first question that is answered with yes gives the state. A question that is not answered
//! is a branch: if so, that state; if not, the next question. `docs/tracking.md` has the questions in their order.

use super::answers::Owed;
use super::deciding::decided;
use super::doing::{breaking, broken, done, excused};
use super::due::Due;
use super::files::Files;
use super::known::{Known, Why};
use super::occasions::By;
use super::term::{Rests, Term, ended, suspended, treaty};
use zopa_case::{CommitmentId, Moment, Stretch};
use zopa_finding::track::{Cause, State, Test};

/// How something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub open: Vec<(Test, State, Why)>,
    pub state: State,
    pub rests: Rests,
}

impl Verdict {
    fn new() -> Verdict {
        Verdict { open: Vec::new(), state: State::Due, rests: Rests::default() }
    }

    /// A branch.
    fn leave_open(&mut self, test: Test, state: State, why: Why) {
        self.open.push((test, state, why));
    }

    /// What is so either way is not open.
    fn settled(mut self, state: State) -> Verdict {
        self.state = state;
        while self.open.last().is_some_and(|last| last.1 == self.state) {
            self.open.pop();
        }
        self
    }
}

/// Questions asked in turn.
macro_rules! ask {
    ($verdict:ident: $($test:ident $known:expr => $state:ident),* $(,)?) => { $(
        match $known {
            Known::Yes => return $verdict.settled(State::$state),
            Known::Open(why) => $verdict.leave_open(Test::$test, State::$state, why),
            Known::No => {}
        }
    )* };
}

/// How a commitment stands.
pub(crate) fn commitment(files: &Files<'_>, term: &Term, id: CommitmentId, at: Moment) -> Verdict {
    let then = Stretch::moment(at);
    let mut verdict = Verdict::new();
    let mut rests = Rests::default();
    let known = ended(files, id, then, &mut rests);
    verdict.rests = rests.clone();
    ask!(verdict: Ended known => Terminated);
    ask!(verdict: NotCounted term.counted(files, then).not() => NotInForce);
    verdict.rests.rows.extend(term.begins_with());
    ask!(verdict: Over term.over(then) => Expired);
    let known = suspended(files, id, None, then, &mut verdict.rests);
    ask!(verdict: Suspended known => Suspended);
    let known = treaty(files, id, then, &mut verdict.rests);
    ask!(verdict: Treaty known => Treaty);
    verdict.settled(State::Political)
}

/// How something owed on one occasion stands, and what belongs to it.
pub(crate) struct Stood {
    pub at: Moment,
    pub verdict: Verdict,
    pub due: Option<Stretch>,
    /// So many decisions that it was set off are among what it rests on, next to what tells the occasion.
    decided: usize,
}

impl Stood {
    /// Rows with decisions that it was set off.
    pub fn decided(&self, owed: &Owed) -> &[usize] {
        let first = owed.occasion.rows.len();
        self.verdict.rests.rows.get(first..first + self.decided).unwrap_or(&[])
    }
}

/// How something owed on one occasion stands.
pub(crate) fn owed(files: &Files<'_>, owed: &Owed, at: Moment) -> Stood {
    let then = Stretch::moment(at);
    let told = &owed.occasion.rows;
    let mut verdict = Verdict::new();
    verdict.rests.rows = Vec::with_capacity(told.len() + 4);
    verdict.rests.rows.extend(told);
    let (known, set_off) = decided(files, owed, then, &mut verdict.rests);
    let decided = verdict.rests.rows.len() - told.len();
    let goes_on = owed.goes_on(files);
    let due = if goes_on { Due::never() } else { Due::of(files, owed.id, &owed.occasion, set_off) };
    let verdict = Asked { files, owed, at, then, goes_on }.verdict(verdict, known, &due);
    Stood { at, verdict, due: due.time, decided }
}

struct Asked<'a> {
    files: &'a Files<'a>,
    owed: &'a Owed,
    at: Moment,
    then: Stretch,
    goes_on: bool,
}

impl Asked<'_> {
    fn verdict(&self, mut verdict: Verdict, decided: Known, due: &Due) -> Verdict {
        let Asked { files, owed, at, then, goes_on } = *self;
        let (id, occasion, owing) = (owed.id, &owed.occasion, owed.owing(files));
        let term = &owing.term;
        ask!(verdict: NotHappened occasion.happened(files, at).not() => Conditional);
        // What goes on as long as the commitment counts is measured by how that stands now.
        let when = if goes_on { then } else { occasion.time };
        // So is what was set off with the start by whether that has come.
        let counted = match goes_on || occasion.by == By::Start {
            true => term.counted(files, then),
            false => term.counted_on(files, &occasion.rows, when),
        };
        ask!(verdict: NotCounted counted.not() => NotInForce);
        let whole = occasion.open.clone().filter(|_| occasion.cause != Cause::Trigger).map_or(Known::No, Known::Open);
        ask!(verdict: NotSetOff whole => Conditional);
        if goes_on {
            let known = broken(files, owed, then, &mut verdict.rests);
            ask!(verdict: Broken known => Breached);
        }
        let known = ended(files, id, when, &mut verdict.rests);
        ask!(verdict: Ended known => Terminated);
        ask!(verdict: Over term.over(when) => Expired);
        if !goes_on {
            let known = suspended(files, id, None, when, &mut verdict.rests);
            ask!(verdict: Suspended known => SuspendedThen);
        }
        ask!(verdict: NotDecided decided.not() => Conditional);
        let done = done(files, owed, due.time, then, &mut verdict.rests);
        // Where it is due by no time, what was done was done in time.
        let late = if due.time.is_some() { done.at_all } else { Known::No };
        ask!(verdict: DoneInTime done.in_time => Fulfilled, DoneLate late => FulfilledLate);
        ask!(verdict: May owing.may.clone() => MayFollow);
        let known = excused(files, owed, then, &mut verdict.rests);
        ask!(verdict: Excused known => Excused);
        if !goes_on {
            let known = broken(files, owed, then, &mut verdict.rests);
            ask!(verdict: Broken known => Breached);
        }
        let since = Some(when).filter(|_| !goes_on);
        let known = suspended(files, id, since, then, &mut verdict.rests);
        ask!(verdict: Suspended known => Suspended);
        ask!(verdict: PastDeadline due.passed(files, at) => Late);
        verdict.settled(State::Due)
    }
}

/// When something owed was broken, if it can have been: with the row that tells it, else after its time.
pub(crate) fn breach_of(files: &Files<'_>, owed: &Owed) -> Option<(Vec<usize>, Stretch)> {
    if let Some(row) = breaking(files, owed) {
        return Some((vec![row], files.ledger.time(row)));
    }
    if owed.goes_on(files) {
        return None;
    }
    let (_, set_off) = decided(files, owed, files.ledger.whole(), &mut Rests::default());
    let due = Due::of(files, owed.id, &owed.occasion, set_off);
    let after = |moment: Option<Moment>| moment.map(|moment| moment.plus(1));
    let late = due.time.map(|due| Stretch { from: after(due.from), to: after(due.to) });
    late.or(due.is_open().then(Stretch::default)).map(|time| (Vec::new(), time))
}
