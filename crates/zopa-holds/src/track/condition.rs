//! When did a condition come to be met, by what was agreed and done?

use super::files::Files;
use super::known::{Known, Why};
use super::occasions::{By, Occasion};
use super::term::Term;
use std::collections::BTreeSet;
use zopa_case::{Deed, Formula, IssueId, Moment, OptionId, StepId, Stretch};
use zopa_finding::track::Cause;

/// The first time at which a condition is met, if it is at all: between the first moment at which it may be and the first
/// at which it certainly is. One that is met before anything happened is met with the beginning of the commitment.
pub(crate) fn onset(files: &Files<'_>, formula: &Formula, term: &Term) -> Option<Occasion> {
    let steps = alternatives(formula);
    if met(files, formula, None).is_yes() {
        return Occasion::with_start(Cause::Trigger, term).map(|one| Occasion { steps, ..one });
    }
    let rows = rows(files, formula);
    let mut points: Vec<Moment> = rows.iter().flat_map(|row| ends(files.ledger.time(*row))).collect();
    points.sort_by_key(|moment| moment.listed());
    points.dedup();
    // A row without a date may have been before all that have one.
    let undated = rows.iter().any(|row| files.ledger.time(*row).from.is_none());
    let earlier = points.first().map(|first| first.plus(-1)).filter(|_| undated);
    // Where no line tells a moment, it may have been met at any.
    let nowhere = points.is_empty().then_some(Moment::at(0, 0, None));
    let early = earlier.or(nowhere).map(|at| (at, met(files, formula, Some(at)))).filter(|(_, known)| !known.is_no());
    let later = points.iter().map(|at| (*at, met(files, formula, Some(*at))));
    let values: Vec<(Moment, Known)> = early.iter().cloned().chain(later).collect();
    let first = values.iter().find(|(_, known)| !known.is_no())?;
    let sure = values.iter().find(|(_, known)| known.is_yes());
    let to = sure.map(|(at, _)| *at).or(files.ledger.end());
    let told: Vec<usize> =
        rows.iter().copied().filter(|row| speaks(files, formula, *row) && before(files, *row, to)).collect();
    let time = Stretch { from: Some(first.0).filter(|_| early.is_none()), to };
    let open = values.iter().rev().find_map(|(_, known)| match known {
        Known::Open(why) => Some(why.clone()),
        _ => None,
    });
    let open = open.filter(|_| sure.is_none());
    Some(Occasion { open, steps, by: By::Condition, ..Occasion::plain(Cause::Trigger, told, time) })
}

/// The steps of which each alone would meet it: the condition itself, or what stands in it beside an `or`.
fn alternatives(formula: &Formula) -> Vec<StepId> {
    match formula {
        Formula::Taken(step) => vec![*step],
        Formula::Or(parts) => parts.iter().flat_map(alternatives).collect(),
        _ => Vec::new(),
    }
}

/// Is it what the condition speaks of, and not another option of its issue?
fn speaks(files: &Files<'_>, formula: &Formula, row: usize) -> bool {
    let Some(Deed::Agreed(issue, option)) = files.ledger.row(row).map(|row| row.deed) else { return true };
    let mut found = false;
    formula.atoms(&mut |atom| found |= *atom == Formula::Is(issue, option));
    found
}

fn before(files: &Files<'_>, row: usize, to: Option<Moment>) -> bool {
    to.is_none_or(|to| !files.ledger.happened_by(row, Stretch::moment(to)).is_no())
}

fn ends(time: Stretch) -> impl Iterator<Item = Moment> {
    time.from.into_iter().chain(time.to)
}

/// The rows that a condition speaks of, in file order.
fn rows(files: &Files<'_>, formula: &Formula) -> Vec<usize> {
    let mut rows: BTreeSet<usize> = BTreeSet::new();
    formula.atoms(&mut |atom| match atom {
        Formula::Is(issue, _) => rows.extend(files.ledger.agreed(*issue).all()),
        Formula::Taken(step) => rows.extend(files.ledger.step(*step).all()),
        Formula::Before(a, b) | Formula::OnlyAfter(a, b) => {
            rows.extend(files.ledger.step(*a).all().chain(files.ledger.step(*b).all()));
        }
        _ => {}
    });
    rows.into_iter().collect()
}

/// Is it met at a moment? `None`: before anything has happened.
fn met(files: &Files<'_>, formula: &Formula, at: Option<Moment>) -> Known {
    match formula {
        Formula::Const(so) => Known::of(*so),
        Formula::Is(issue, option) => agreed(files, *issue, *option, at),
        Formula::Taken(step) => taken(files, *step, at),
        Formula::Before(a, b) => {
            let both = taken(files, *a, at).and(|| taken(files, *b, at));
            both.not().or(|| first(files, *a, *b))
        }
        Formula::OnlyAfter(a, b) => {
            let after = taken(files, *b, at).and(|| first(files, *b, *a));
            taken(files, *a, at).not().or(|| after)
        }
        Formula::Not(inner) => met(files, inner, at).not(),
        Formula::And(parts) => parts.iter().fold(Known::Yes, |known, part| known.and(|| met(files, part, at))),
        Formula::Or(parts) => parts.iter().fold(Known::No, |known, part| known.or(|| met(files, part, at))),
    }
}

fn taken(files: &Files<'_>, step: StepId, at: Option<Moment>) -> Known {
    let Some(at) = at else { return Known::No };
    let rows = files.ledger.step(step).all();
    rows.fold(Known::No, |known, row| known.or(|| files.ledger.happened_by(row, Stretch::moment(at))))
}

/// Was the first step taken before the second, or at the same time?
fn first(files: &Files<'_>, a: StepId, b: StepId) -> Known {
    match (files.ledger.step(a).first(), files.ledger.step(b).first()) {
        (Some(a), Some(b)) => {
            Known::told(files.ledger.time(a).not_after(files.ledger.time(b)), || files.ledger.order(vec![a, b]))
        }
        _ => Known::No,
    }
}

/// Was this option agreed by then, and no other after it?
fn agreed(files: &Files<'_>, issue: IssueId, option: OptionId, at: Option<Moment>) -> Known {
    let ledger = &files.ledger;
    let Some(at) = at else { return Known::No };
    let then = Stretch::moment(at);
    let rows: Vec<usize> = ledger.agreed(issue).all().collect();
    let is = |row: &usize| ledger.row(*row).is_some_and(|row| row.deed == Deed::Agreed(issue, option));
    let mut known = Known::No;
    for row in rows.iter().copied().filter(|row| is(row)) {
        let mut instead = Known::No;
        for other in rows.iter().copied().filter(|row| !is(row)) {
            let order = || Why::rows(ledger.order(vec![row, other]).kind, vec![row, other]);
            let after = Known::told(ledger.time(other).not_after(ledger.time(row)), order).not();
            instead = instead.or(|| ledger.happened_by(other, then).and(|| after));
        }
        known = known.or(|| ledger.happened_by(row, then).and(|| instead.not()));
    }
    known
}
