//! What was done about something owed: was it performed, waived or vetoed, or broken, as reported?

use super::files::Files;
use super::known::Known;
use super::ledger::Rows;
use super::occasions::Occasion;
use super::term::Rests;
use zopa_case::{CommitmentId, PowerKind, StepId, Stretch, Verb, Voice};

/// What was performed.
pub(crate) struct Done {
    /// By all who owe it, in time.
    pub in_time: Known,
    /// By all who owe it, in time or not.
    pub at_all: Known,
    /// Those who owe it and have not certainly done it.
    pub left: Vec<Voice>,
}

/// What was performed by then; without a time by which, in time.
pub(crate) fn done(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    due: Option<Stretch>,
    then: Stretch,
    rests: &mut Rests,
) -> Done {
    let mut debtors: Vec<Voice> = Vec::new();
    for debtor in files.anatomy(id).debtors.all() {
        debtors.extend(Some(*debtor).filter(|debtor| !debtors.contains(debtor)));
    }
    if debtors.is_empty() {
        let (in_time, at_all) = by_one(files, id, occasion, None, due, then, rests);
        return Done { in_time, at_all, left: Vec::new() };
    }
    let mut all = Done { in_time: Known::Yes, at_all: Known::Yes, left: Vec::new() };
    for debtor in debtors {
        let (in_time, at_all) = by_one(files, id, occasion, Some(debtor), due, then, rests);
        all.left.extend(Some(debtor).filter(|_| !at_all.is_yes()));
        all.in_time = all.in_time.and(|| in_time);
        all.at_all = all.at_all.and(|| at_all);
    }
    all
}

fn by_one(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    debtor: Option<Voice>,
    due: Option<Stretch>,
    then: Stretch,
    rests: &mut Rests,
) -> (Known, Known) {
    let ledger = &files.ledger;
    let (mut in_time, mut at_all) = (Known::No, Known::No);
    let mut first: Option<usize> = None;
    let mut see = |row: usize, after: Known| {
        let done = after.and(|| ledger.happened_by(row, then));
        if done.is_no() {
            return;
        }
        let time = ledger.time(row);
        let timely = due.map_or(Known::Yes, |due| Known::told(time.not_after(due), || ledger.order(vec![row])));
        at_all = at_all.clone().or(|| rests.on(row, done.clone()));
        in_time = in_time.clone().or(|| done.and(|| timely));
    };
    for list in performed(files, id, debtor) {
        for row in ledger.between(list, occasion.time, then) {
            if first.is_some_and(|first| ledger.far_beyond(row, first)) {
                break;
            }
            // What is reported as its performance follows what set it off, where dates leave that open.
            if occasion.time.not_after(ledger.time(row)) != Some(false) {
                first = first.or(Some(row).filter(|row| ledger.happened_by(*row, then).is_yes()));
                see(row, Known::Yes);
            }
        }
    }
    let taken =
        step(files, id, false).into_iter().flat_map(|step| ledger.between(ledger.step(step), occasion.time, then));
    for row in taken.filter(|row| is_theirs(files, *row, debtor)) {
        if first.is_some_and(|first| ledger.far_beyond(row, first)) {
            break;
        }
        let order = || ledger.order([&[row], occasion.rows.as_slice()].concat());
        let after = Known::told(occasion.time.not_after(ledger.time(row)), order);
        first = first.or(Some(row).filter(|row| after.is_yes() && ledger.happened_by(*row, then).is_yes()));
        see(row, after);
    }
    (in_time, at_all)
}

/// Is the step of this line one of theirs, or of nobody who is named?
fn is_theirs(files: &Files<'_>, row: usize, debtor: Option<Voice>) -> bool {
    let by = files.ledger.by(row);
    by.is_empty() || debtor.is_none_or(|debtor| by.iter().any(|voice| files.speaks_for(*voice, debtor)))
}

/// What was performed by somebody, and by nobody who is named; by anybody, where it is not told who owes it.
fn performed<'a>(files: &'a Files<'_>, id: CommitmentId, debtor: Option<Voice>) -> impl Iterator<Item = &'a Rows> {
    let ledger = &files.ledger;
    let theirs = debtor.map(|debtor| ledger.performed(id, Some(debtor)));
    let anybodys = debtor.is_none().then(|| ledger.acts(Verb::Performed, id));
    theirs.into_iter().chain(anybodys).chain(debtor.map(|_| ledger.performed(id, None)))
}

/// The step that it brings about, or (`not`) keeps from being taken.
fn step(files: &Files<'_>, id: CommitmentId, not: bool) -> Option<StepId> {
    files.anatomy(id).response.only().filter(|response| response.not == not).and_then(|response| response.step)
}

/// Was it waived or vetoed by then, by somebody who may? All to whom it is owed may waive it, whatever else is reported.
pub(crate) fn excused(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    then: Stretch,
    rests: &mut Rests,
) -> Known {
    let mut known = Known::No;
    for (verb, power) in [(Verb::Waived, PowerKind::Waive), (Verb::Vetoed, PowerKind::Veto)] {
        for row in answering(files, files.ledger.acts(verb, id), occasion, then) {
            known = known.or(|| {
                let own = verb == Verb::Waived && by_all_creditors(files, id, row);
                let may = if own { Known::Yes } else { files.may(id, row, &power, &mut rests.claims) };
                let happened = files.ledger.happened_by(row, then).and(|| may);
                rests.on(row, happened)
            });
        }
    }
    known
}

fn by_all_creditors(files: &Files<'_>, id: CommitmentId, row: usize) -> bool {
    let by = files.ledger.by(row);
    let creditors = || files.anatomy(id).creditors.all();
    let waives = |creditor: &Voice| by.iter().any(|voice| files.speaks_for(*voice, *creditor));
    creditors().next().is_some() && creditors().all(waives)
}

/// Was it broken by then: as reported, or by the step that was not to be taken?
pub(crate) fn broken(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    then: Stretch,
    rests: &mut Rests,
) -> Known {
    let ledger = &files.ledger;
    let mut known = Known::No;
    for row in answering(files, ledger.acts(Verb::Breach, id), occasion, then) {
        known = known.or(|| rests.on(row, ledger.happened_by(row, then)));
    }
    let taken =
        step(files, id, true).into_iter().flat_map(|step| ledger.between(ledger.step(step), occasion.time, then));
    for row in taken {
        let order = || ledger.order([&[row], occasion.rows.as_slice()].concat());
        let after = Known::told(occasion.time.not_after(ledger.time(row)), order);
        known = known.or(|| after.and(|| rests.on(row, ledger.happened_by(row, then))));
    }
    known
}

/// The first row that may tell that it was broken.
pub(crate) fn breaking(files: &Files<'_>, id: CommitmentId, occasion: &Occasion) -> Option<usize> {
    let ledger = &files.ledger;
    let end = ledger.end().map(Stretch::moment).unwrap_or_default();
    let reported = answering(files, ledger.acts(Verb::Breach, id), occasion, end);
    let taken = step(files, id, true).map(|step| answering(files, ledger.step(step), occasion, end));
    reported.into_iter().chain(taken.into_iter().flatten()).min_by_key(|row| (ledger.time(*row).listed(), *row))
}

/// Rows about the commitment that do not certainly come before the occasion, up to the first that certainly counts.
fn answering<'a>(files: &'a Files<'_>, rows: &'a Rows, occasion: &'a Occasion, then: Stretch) -> Vec<usize> {
    let ledger = &files.ledger;
    let mut found: Vec<usize> = Vec::new();
    let mut sure: Option<usize> = None;
    for row in ledger.between(rows, occasion.time, then) {
        if sure.is_some_and(|sure| ledger.far_beyond(row, sure)) {
            break;
        }
        if occasion.time.not_after(ledger.time(row)) == Some(false) {
            continue;
        }
        found.push(row);
        sure = sure.or(Some(row).filter(|row| ledger.happened_by(*row, then).is_yes()));
    }
    found
}

/// Rows that may change how it stands, for the course: the first that certainly answers it, and those before.
pub(crate) fn turning(files: &Files<'_>, id: CommitmentId, occasion: &Occasion) -> Vec<usize> {
    let ledger = &files.ledger;
    let end = ledger.end().map(Stretch::moment).unwrap_or_default();
    let mut rows = occasion.rows.clone();
    let debtors: Vec<Voice> = files.anatomy(id).debtors.all().copied().collect();
    let whose = debtors.into_iter().map(Some).chain([None]).flat_map(|debtor| performed(files, id, debtor));
    whose.for_each(|list| rows.extend(answering(files, list, occasion, end)));
    for verb in [Verb::Waived, Verb::Vetoed, Verb::Breach] {
        rows.extend(answering(files, ledger.acts(verb, id), occasion, end));
    }
    for verb in [Verb::Suspended, Verb::Resumed, Verb::Ended, Verb::Terminated, Verb::Began] {
        rows.extend(ledger.between(ledger.acts(verb, id), occasion.time, end));
    }
    let steps = [step(files, id, false), step(files, id, true)].into_iter().flatten();
    for step in steps {
        rows.extend(answering(files, ledger.step(step), occasion, end));
    }
    rows
}
