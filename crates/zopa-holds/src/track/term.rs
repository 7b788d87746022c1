//! Since when does a commitment count, until when, is it suspended, and does it bind as a treaty?

use super::files::{Files, hole};
use super::known::{Known, Why};
use super::span;
use zopa_case::{
    ClaimId, CommitmentId, Lasting, Point, PowerKind, QuestionKind, StepId, Stretch, Told, Until, Verb, Voice,
};
use zopa_finding::track::WhyOpen;

/// When a commitment begins to count.
#[derive(Clone, Debug)]
pub(crate) enum Start {
    /// With this row, at this time.
    With(usize, Stretch),
    /// Not as far as the list goes: what it counts from has not happened.
    Not,
    /// It is not known.
    Open(Why),
}

/// When a commitment counts.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub start: Start,
    /// When its time is over; nothing where that is not known, or never.
    pub over: Option<Stretch>,
    lasts_open: Option<Why>,
    pub forever: bool,
}

impl Term {
    pub fn of(files: &Files<'_>, id: CommitmentId) -> Term {
        let start = start(files, id, 0);
        let lasts = &files.anatomy(id).lasts;
        let (mut over, mut lasts_open, mut forever) = (None, hole(lasts, "lasts"), false);
        match lasts.only() {
            Some(Lasting::Forever) => forever = true,
            Some(Lasting::Limited) => lasts_open = Some(Why::part(WhyOpen::Unknown, "lasts")),
            Some(Lasting::For(length)) => {
                let begins = if let Start::With(_, time) = &start { Some(*time) } else { None };
                over = begins.and_then(|begins| span::Span::of(length).map(|span| span.end(begins)));
                let open = if span::varies(length) { WhyOpen::Length } else { WhyOpen::Order };
                lasts_open = Some(match &start {
                    Start::Open(why) => why.clone(),
                    // Not the length leaves it open, but the date from which it is counted.
                    Start::With(row, time) if time.from.is_none() => files.ledger.order(vec![*row]),
                    _ => Why::part(if over.is_some() { open } else { WhyOpen::Unknown }, "lasts"),
                });
            }
            None => {}
        }
        Term { start, over, lasts_open, forever }
    }

    /// Did it count by then?
    pub fn counted(&self, files: &Files<'_>, then: Stretch) -> Known {
        match &self.start {
            Start::With(row, _) => files.ledger.happened_by(*row, then),
            Start::Not => Known::No,
            Start::Open(why) => Known::Open(why.clone()),
        }
    }

    /// Did it count when something happened? What it begins with counts from the first.
    pub fn counted_on(&self, files: &Files<'_>, rows: &[usize], time: Stretch) -> Known {
        match self.begins_with() {
            Some(row) if rows.contains(&row) && files.ledger.time(row) == time => files.ledger.undenied(row),
            Some(row) => {
                let order = || files.ledger.order([&[row], rows].concat());
                Known::told(files.ledger.time(row).not_after(time), order).and(|| files.ledger.undenied(row))
            }
            None => self.counted(files, time),
        }
    }

    /// Was its time over before then?
    pub fn over(&self, then: Stretch) -> Known {
        if self.forever {
            return Known::No;
        }
        match (self.over, &self.lasts_open) {
            (Some(over), Some(why)) => Known::told(then.not_after(over), || why.clone()).not(),
            (_, Some(why)) => Known::Open(why.clone()),
            _ => Known::No,
        }
    }

    /// The row that it begins with.
    pub fn begins_with(&self) -> Option<usize> {
        if let Start::With(row, _) = self.start { Some(row) } else { None }
    }
}

/// What began it, as reported; else what the clause says that it counts from. A remedy without a line of its own begins with
/// what it remedies.
fn start(files: &Files<'_>, id: CommitmentId, depth: usize) -> Start {
    if let Some(row) = files.ledger.acts(Verb::Began, id).first() {
        return Start::With(row, files.ledger.time(row));
    }
    let from = &files.anatomy(id).from;
    if from.told() == Told::Unsaid && depth < files.case.commitments.len() {
        let of = files.remedied(id).iter().copied().filter(|broken| *broken != id);
        if let Some(broken) = of.into_iter().next() {
            return start(files, broken, depth + 1);
        }
    }
    match (hole(from, "from"), from.only()) {
        (Some(why), _) => Start::Open(why),
        (None, Some(point)) => {
            point_row(files, *point).map_or(Start::Not, |row| Start::With(row, files.ledger.time(row)))
        }
        (None, None) => Start::Not,
    }
}

/// The first row about a point.
pub(crate) fn point_row(files: &Files<'_>, point: Point) -> Option<usize> {
    match point {
        Point::Step(step) => files.ledger.step(step).first(),
        Point::Event(event) => files.ledger.event(event).first(),
    }
}

/// Was it ended before then: by somebody who may, or as reported?
pub(crate) fn ended(files: &Files<'_>, id: CommitmentId, then: Stretch, rests: &mut Rests) -> Known {
    let ledger = &files.ledger;
    let mut known = Known::No;
    for row in ledger.acts(Verb::Ended, id).all() {
        known = known.or(|| rests.on(row, ledger.happened_by(row, then)));
    }
    for row in ledger.acts(Verb::Terminated, id).all() {
        known = known.or(|| {
            let may = |rests: &mut Rests| files.may(id, row, &PowerKind::Terminate, &mut rests.claims);
            let ended = ledger.happened_by(row, then).and(|| may(rests));
            rests.on(row, ended)
        });
    }
    known
}

/// Was it suspended then, and not resumed? Asked of those lines alone that do not certainly come before a moment, if one is
/// given: of the others, whether it was suspended at that moment has been asked.
pub(crate) fn suspended(
    files: &Files<'_>,
    id: CommitmentId,
    since: Option<Stretch>,
    then: Stretch,
    rests: &mut Rests,
) -> Known {
    let ledger = &files.ledger;
    let mut known = Known::No;
    let mut resumed_row: Option<usize> = None;
    for row in ledger.backwards(ledger.acts(Verb::Suspended, id), then) {
        // What was suspended well before something that was resumed has been resumed with it.
        if resumed_row.is_some_and(|later| ledger.far_beyond(later, row)) {
            break;
        }
        let by = ledger.happened_by(row, then);
        let asked = since.is_some_and(|since| ledger.time(row).not_after(since) == Some(true));
        if by.is_no() || asked {
            continue;
        }
        let mut resumed = Known::No;
        for again in ledger.backwards(ledger.acts(Verb::Resumed, id), then) {
            let after = Known::told(ledger.time(row).not_after(ledger.time(again)), || ledger.order(vec![row, again]));
            resumed = resumed.or(|| ledger.happened_by(again, then).and(|| after));
            if resumed.is_yes() {
                break;
            }
        }
        resumed_row = resumed_row.or(Some(row).filter(|_| by.is_yes() && resumed.is_yes()));
        let one = by.and(|| resumed.not()).and(|| files.may(id, row, &PowerKind::Suspend, &mut rests.claims));
        known = known.or(|| rests.on(row, one));
        if known.is_yes() {
            break;
        }
    }
    known
}

/// Does it bind as a treaty by then? The least of what the clause says and of what has been ratified.
pub(crate) fn treaty(files: &Files<'_>, id: CommitmentId, then: Stretch, rests: &mut Rests) -> Known {
    own_force(files, id, then, rests).and(|| ratified(files, id, then, rests))
}

fn own_force(files: &Files<'_>, id: CommitmentId, then: Stretch, rests: &mut Rests) -> Known {
    let clause = &files.anatomy(id).force;
    let open = || Known::Open(hole(clause, "force").unwrap_or(Why::part(WhyOpen::Unknown, "force")));
    let Some(force) = clause.only() else { return open() };
    match (force.treaty, force.until) {
        (Some(true), _) => Known::Yes,
        (Some(false), Until::Unsaid) => Known::No,
        (_, Until::Step(gate)) => match (passed(files, gate, then, rests), force.treaty) {
            (Known::No, None) => open(),
            (known, _) => known,
        },
        (_, Until::Unknown) => Known::Open(Why::part(WhyOpen::Unknown, "force")),
        (None, Until::Unsaid) => open(),
    }
}

fn passed(files: &Files<'_>, gate: StepId, then: Stretch, rests: &mut Rests) -> Known {
    files
        .ledger
        .step(gate)
        .all()
        .fold(Known::No, |known, row| known.or(|| rests.on(row, files.ledger.happened_by(row, then))))
}

/// Has everybody ratified it who is reported to? With a gate in the clause, that is its ratification.
fn ratified(files: &Files<'_>, id: CommitmentId, then: Stretch, rests: &mut Rests) -> Known {
    let gate = files.anatomy(id).force.only().is_some_and(|force| matches!(force.until, Until::Step(_)));
    if gate {
        return Known::Yes;
    }
    let needed: Vec<(Voice, ClaimId)> = files.holders(id, &PowerKind::Ratify).collect();
    if needed.is_empty() {
        let reported = files.ledger.acts(Verb::Ratified, id).all();
        let told =
            reported.fold(Known::No, |known, row| known.or(|| rests.on(row, files.ledger.happened_by(row, then))));
        return told.or(|| Known::Open(Why::part(WhyOpen::Ratification, "force")));
    }
    let each: Vec<(ClaimId, Voice, Known)> =
        needed.iter().map(|(who, claim)| (*claim, *who, ratified_by(files, id, *who, then, rests))).collect();
    let missing: Vec<&(ClaimId, Voice, Known)> = each.iter().filter(|(_, _, known)| known.is_no()).collect();
    // Somebody is reported by several claims: one under another answer is enough.
    let of = |voice: Voice| needed.iter().filter(move |(who, _)| *who == voice).map(|(_, claim)| *claim);
    let done: Vec<ClaimId> = each.iter().filter(|(_, _, known)| known.is_yes()).map(|(claim, ..)| *claim).collect();
    rests.claims.extend(needed.iter().map(|(_, claim)| *claim));
    if let Some(open) = each.iter().find_map(|(_, _, known)| matches!(known, Known::Open(_)).then(|| known.clone())) {
        return if missing.iter().all(|(_, who, _)| of(*who).any(|claim| told_instead(files, claim, &done))) {
            open
        } else {
            Known::No
        };
    }
    if missing.is_empty() {
        return Known::Yes;
    }
    if missing.iter().all(|(_, who, _)| of(*who).any(|claim| told_instead(files, claim, &done))) {
        let who = missing.iter().map(|(_, who, _)| *who).collect();
        return Known::Open(Why::part(WhyOpen::TwoWays, "force").about(who));
    }
    Known::No
}

/// By an act that is reported as one, or by the gate that is theirs.
fn ratified_by(files: &Files<'_>, id: CommitmentId, who: Voice, then: Stretch, rests: &mut Rests) -> Known {
    let ledger = &files.ledger;
    let mut known = Known::No;
    for row in ledger.acts(Verb::Ratified, id).all() {
        let unsaid = || Known::Open(Why::rows(WhyOpen::ActorUnsaid, vec![row]));
        let theirs = match ledger.by(row) {
            [] => unsaid(),
            by => Known::of(by.iter().any(|voice| files.speaks_for(*voice, who))),
        };
        known = known.or(|| rests.on(row, theirs.and(|| ledger.happened_by(row, then))));
    }
    let Voice::Party(body) = who else { return known };
    let theirs = files.case.space.steps.iter().filter(|(_, row)| row.gate && row.by.contains(&body));
    theirs.fold(known, |known, (gate, _)| known.or(|| passed(files, gate, then, rests)))
}

/// Does a claim stand under another answer of a question than one of these?
fn told_instead(files: &Files<'_>, claim: ClaimId, done: &[ClaimId]) -> bool {
    let stated = files.case.questions.values().filter(|question| question.kind == QuestionKind::Stated);
    stated.into_iter().any(|question| {
        let holds = |claim: &ClaimId| question.answers.values().position(|answer| answer.holds.contains(claim));
        holds(&claim).is_some_and(|at| done.iter().any(|other| holds(other).is_some_and(|there| there != at)))
    })
}

/// Who would have to ratify it yet, or which gate would have to let it pass.
pub(crate) fn not_yet(files: &Files<'_>, id: CommitmentId, then: Stretch) -> (Vec<StepId>, Vec<Voice>) {
    let mut rests = Rests::default();
    let gate = files.anatomy(id).force.only().and_then(|force| match force.until {
        Until::Step(gate) => Some(gate),
        _ => None,
    });
    let gates: Vec<StepId> = gate.into_iter().filter(|gate| !passed(files, *gate, then, &mut rests).is_yes()).collect();
    if gate.is_some() {
        return (gates, Vec::new());
    }
    let mut who: Vec<Voice> = Vec::new();
    for (holder, _) in files.holders(id, &PowerKind::Ratify) {
        if !who.contains(&holder) && !ratified_by(files, id, holder, then, &mut rests).is_yes() {
            who.push(holder);
        }
    }
    (gates, who)
}

/// What an answer rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rests {
    pub rows: Vec<usize>,
    pub claims: Vec<ClaimId>,
}

impl Rests {
    /// It rests on this row, where that is so.
    pub fn on(&mut self, row: usize, known: Known) -> Known {
        if known.is_yes() && !self.rows.contains(&row) {
            self.rows.push(row);
        }
        known
    }
}
