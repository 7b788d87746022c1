//! What was done about something owed: was it performed, waived or vetoed, or broken, as reported?

use super::answers::{Owed, answering};
use super::files::Files;
use super::known::Known;
use super::ledger::Rows;
use super::occasions::Occasion;
use super::term::Rests;
use zopa_case::{CommitmentId, PowerKind, Stretch, Verb, Voice};

/// What was performed.
pub(crate) struct Done {
    /// By all who owe it, in time.
    pub in_time: Known,
    /// By all who owe it, in time or not.
    pub at_all: Known,
}

/// A line that may tell that somebody has performed it.
#[derive(Clone, Debug)]
pub(crate) struct Performance {
    row: usize,
    /// Does it follow what set it off?
    after: Known,
}

/// What was performed by then; without a time by which, in time.
pub(crate) fn done(files: &Files<'_>, owed: &Owed, due: Option<Stretch>, then: Stretch, rests: &mut Rests) -> Done {
    let mut all = Done { in_time: Known::Yes, at_all: Known::Yes };
    for performances in &owed.performances {
        let (in_time, at_all) = by_one(files, performances, due, then, rests);
        all.in_time = all.in_time.and(|| in_time);
        all.at_all = all.at_all.and(|| at_all);
    }
    all
}

/// Those who owe it and have not certainly done it by then.
pub(crate) fn left(files: &Files<'_>, owed: &Owed, then: Stretch) -> Vec<Voice> {
    let done = |performances| by_one(files, performances, None, then, &mut Rests::default()).1.is_yes();
    let each = owed.owing(files).debtors.iter().zip(&owed.performances);
    each.filter(|(_, performances)| !done(performances)).map(|(debtor, _)| *debtor).collect()
}

fn by_one(
    files: &Files<'_>,
    performances: &[Performance],
    due: Option<Stretch>,
    then: Stretch,
    rests: &mut Rests,
) -> (Known, Known) {
    let ledger = &files.ledger;
    let (mut in_time, mut at_all) = (Known::No, Known::No);
    for Performance { row, after } in performances {
        let done = after.clone().and(|| ledger.happened_by(*row, then));
        if done.is_no() {
            continue;
        }
        let timely =
            || due.map_or(Known::Yes, |due| Known::told(ledger.time(*row).not_after(due), || ledger.order(vec![*row])));
        at_all = at_all.or(|| rests.on(*row, done.clone()));
        in_time = in_time.or(|| done.and(timely));
        if in_time.is_yes() && at_all.is_yes() {
            break;
        }
    }
    (in_time, at_all)
}

/// What each who owes it may have performed, whenever that was; what anybody may have, where it is not told who owes it. The
/// lines at which that turns are added.
pub(crate) fn performances(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    turning: &mut Vec<usize>,
) -> Vec<Vec<Performance>> {
    let ledger = &files.ledger;
    let found = |rows: &Rows| answering(files, rows, occasion, ledger.whole());
    let debtors = &files.owing(id).debtors;
    let nobodys = if debtors.is_empty() { Vec::new() } else { found(ledger.performed(id, None)) };
    let anybodys = found(ledger.acts(Verb::Performed, id));
    // What is reported as its performance follows what set it off, where dates leave that open.
    let reported = |row: &usize| Performance { row: *row, after: Known::Yes };
    let mut all: Vec<Vec<Performance>> = Vec::with_capacity(debtors.len().max(1));
    for debtor in debtors {
        let own = found(ledger.performed(id, Some(*debtor)));
        let told = own.iter().chain(&nobodys).map(reported);
        all.push(told.chain(by_step(files, id, occasion, Some(*debtor))).collect());
    }
    turning.extend(&anybodys);
    if debtors.is_empty() {
        all.push(anybodys.iter().map(reported).chain(by_step(files, id, occasion, None)).collect());
    }
    turning.extend(all.iter().flatten().map(|performance| performance.row));
    all
}

/// The step that it brings about, taken by one who owes it, up to the first that certainly counts.
fn by_step(files: &Files<'_>, id: CommitmentId, occasion: &Occasion, debtor: Option<Voice>) -> Vec<Performance> {
    let ledger = &files.ledger;
    let mut found: Vec<Performance> = Vec::new();
    let mut sure: Option<usize> = None;
    let Some(step) = files.owing(id).step(false) else { return found };
    let taken = ledger.between(ledger.step(step), occasion.time, ledger.whole());
    for row in taken.filter(|row| is_theirs(files, *row, debtor)) {
        if sure.is_some_and(|sure| ledger.far_beyond(row, sure)) {
            break;
        }
        let after = follows(files, occasion, row);
        sure = sure
            .or_else(|| Some(row).filter(|row| after.is_yes() && ledger.happened_by(*row, ledger.whole()).is_yes()));
        found.extend(Some(Performance { row, after }).filter(|one| !one.after.is_no()));
    }
    found
}

/// Was a step taken after what set it off?
fn follows(files: &Files<'_>, occasion: &Occasion, row: usize) -> Known {
    let order = || files.ledger.order([&[row], occasion.rows.as_slice()].concat());
    Known::told(occasion.time.not_after(files.ledger.time(row)), order)
}

/// Is the step of this line one of theirs, or of nobody who is named?
fn is_theirs(files: &Files<'_>, row: usize, debtor: Option<Voice>) -> bool {
    let by = files.ledger.by(row);
    by.is_empty() || debtor.is_none_or(|debtor| by.iter().any(|voice| files.speaks_for(*voice, debtor)))
}

/// Was it waived or vetoed by then, by somebody who may? All to whom it is owed may waive it, whatever else is reported.
pub(crate) fn excused(files: &Files<'_>, owed: &Owed, then: Stretch, rests: &mut Rests) -> Known {
    let Owed { id, occasion, .. } = owed;
    let id = *id;
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
pub(crate) fn broken(files: &Files<'_>, owed: &Owed, then: Stretch, rests: &mut Rests) -> Known {
    let ledger = &files.ledger;
    let mut known = Known::No;
    for row in answering(files, ledger.acts(Verb::Breach, owed.id), &owed.occasion, then) {
        known = known.or(|| rests.on(row, ledger.happened_by(row, then)));
    }
    let step = owed.owing(files).step(true);
    for row in step.into_iter().flat_map(|step| ledger.between(ledger.step(step), owed.occasion.time, then)) {
        let after = follows(files, &owed.occasion, row);
        known = known.or(|| after.and(|| rests.on(row, ledger.happened_by(row, then))));
    }
    known
}

/// The first row that may tell that it was broken.
pub(crate) fn breaking(files: &Files<'_>, owed: &Owed) -> Option<usize> {
    let ledger = &files.ledger;
    let rows = |rows: &Rows| answering(files, rows, &owed.occasion, ledger.whole());
    let reported = rows(ledger.acts(Verb::Breach, owed.id));
    let taken = owed.owing(files).step(true).map(|step| rows(ledger.step(step)));
    reported.into_iter().chain(taken.into_iter().flatten()).min_by_key(|row| (ledger.time(*row).listed(), *row))
}

/// Further lines at which it may turn.
pub(crate) fn turning(files: &Files<'_>, id: CommitmentId, occasion: &Occasion, rows: &mut Vec<usize>) {
    let ledger = &files.ledger;
    let end = ledger.whole();
    for verb in [Verb::Waived, Verb::Vetoed, Verb::Breach] {
        rows.extend(answering(files, ledger.acts(verb, id), occasion, end));
    }
    for verb in [Verb::Suspended, Verb::Resumed, Verb::Ended, Verb::Terminated, Verb::Began] {
        rows.extend(ledger.between(ledger.acts(verb, id), occasion.time, end));
    }
    rows.extend(files.owing(id).step.into_iter().flat_map(|step| answering(files, ledger.step(step), occasion, end)));
}
