//! How did it come to that? Every moment at which something turned, up to the one that is asked about.

use super::answers::Owed;
use super::files::Files;
use super::stand::{self, Verdict, commitment};
use super::term::Term;
use zopa_case::{CommitmentId, Moment, PowerKind, Stretch, Until, Verb, Voice};
use zopa_finding::track::State;

/// How something stood from a moment on.
pub(crate) struct Turned {
    pub at: Moment,
    /// The stretch of the row that turned it; the moment where time alone did.
    pub told: Stretch,
    pub verdict: Verdict,
    pub due: Option<Stretch>,
}

/// A moment to look at.
#[derive(Clone, Copy)]
struct Point {
    at: Moment,
    told: Stretch,
}

fn rows(files: &Files<'_>, rows: impl IntoIterator<Item = usize>) -> Vec<Point> {
    let point = |row| {
        let told = files.ledger.time(row);
        told.to.map(|at| Point { at, told })
    };
    rows.into_iter().filter_map(point).collect()
}

/// The first minute after a stretch may have ended, and after it certainly has.
fn after(time: Stretch) -> impl Iterator<Item = Point> {
    let ends = [time.from, time.to].into_iter().flatten().map(|moment| moment.plus(1));
    ends.map(|at| Point { at, told: Stretch::moment(at) })
}

/// The points up to a moment.
fn up_to(mut points: Vec<Point>, last: Moment) -> Vec<Point> {
    points.retain(|point| point.at.not_after(last) != Some(false));
    points.sort_by_key(|point| point.at.listed());
    points.dedup_by_key(|point| point.at);
    points
}

/// How a commitment stood, turn by turn; first that it did not count.
pub(crate) fn of_commitment(files: &Files<'_>, id: CommitmentId, term: &Term, last: Moment) -> Vec<Turned> {
    let ledger = &files.ledger;
    let verbs = [Verb::Ended, Verb::Terminated, Verb::Suspended, Verb::Resumed, Verb::Ratified];
    let mut points: Vec<Point> = verbs.iter().flat_map(|verb| rows(files, ledger.acts(*verb, id).all())).collect();
    points.extend(rows(files, term.begins_with()));
    let until = files.anatomy(id).force.known().filter_map(|force| match force.until {
        Until::Step(gate) => Some(gate),
        _ => None,
    });
    let bodies: Vec<_> = files.holders(id, &PowerKind::Ratify).map(|(holder, _)| holder).collect();
    let theirs = files.case.space.steps.iter().filter(|(_, step)| {
        step.gate && bodies.iter().any(|body| matches!(body, Voice::Party(body) if step.by.contains(body)))
    });
    for gate in until.chain(theirs.map(|(gate, _)| gate)) {
        points.extend(rows(files, ledger.step(gate).all()));
    }
    points.extend(term.over.into_iter().flat_map(after));
    let mut turns: Vec<Turned> = Vec::new();
    for point in up_to(points, last) {
        let verdict = commitment(files, term, id, point.at);
        let first = turns.is_empty() && verdict.open.is_empty() && verdict.state == State::NotInForce;
        if !first {
            turn(&mut turns, Turned { at: point.at, told: point.told, verdict, due: None });
        }
    }
    turns
}

/// How something owed stood, turn by turn, from when it may have been set off; it is due by a time, as known in the end.
pub(crate) fn of_owed(files: &Files<'_>, owed: &Owed, due: Option<Stretch>, last: Moment) -> Vec<Turned> {
    let term = &owed.owing(files).term;
    let occasion = &owed.occasion;
    let mut points = rows(files, owed.turning.iter().copied());
    points.extend(due.into_iter().flat_map(after));
    if occasion.broken.is_some() {
        points.extend(occasion.time.to.map(|at| Point { at, told: occasion.time }));
    }
    points.extend(term.over.filter(|_| owed.goes_on(files)).into_iter().flat_map(after));
    let mut turns: Vec<Turned> = Vec::new();
    for point in up_to(points, last) {
        if !occasion.is_told(files, term, point.at) {
            continue;
        }
        let stood = stand::owed(files, owed, point.at);
        let over = stood.verdict.open.is_empty() && ends(stood.verdict.state);
        turn(&mut turns, Turned { at: point.at, told: point.told, verdict: stood.verdict, due: stood.due });
        if over {
            break;
        }
    }
    turns
}

/// Nothing changes any more.
fn ends(state: State) -> bool {
    matches!(state, State::Fulfilled | State::FulfilledLate)
}

/// One more turn, if it is one.
fn turn(turns: &mut Vec<Turned>, next: Turned) {
    let asked = |a: &Verdict, b: &Verdict| {
        let branches = || a.open.iter().zip(&b.open);
        a.state == b.state && a.open.len() == b.open.len() && branches().all(|(a, b)| (a.0, a.1) == (b.0, b.1))
    };
    // By when counts only where it is due.
    let owed = |turned: &Turned| turned.due.filter(|_| turned.verdict.state == State::Due);
    let same = |last: &Turned| asked(&last.verdict, &next.verdict) && owed(last) == owed(&next);
    if !turns.last().is_some_and(same) {
        turns.push(next);
    }
}
