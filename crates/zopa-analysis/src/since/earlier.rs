//! Which earlier limit is a later one compared with, and how do the two compare?
//!
//! With one that the same claim carried, where that reads otherwise now; else with the latest of the same holder over
//! the same issues; of several of one round with one that implies it or is implied, if there is such a one. The rules
//! of the case are taken as given. Two answers of one question are two versions of one thing, and no change.

use super::pair::{Pair, Row};
use crate::change::compared;
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::{ChangeKind, QuestionKind, Shift};

/// Earlier limits that one later limit is compared with, at most.
const COMPARED: usize = 100;

/// The limits of the earlier state.
pub(super) struct Earlier<'p, 'a> {
    pair: &'p Pair<'a>,
    by_issues: BTreeMap<(&'a str, &'a [String]), Vec<&'p Row<'a>>>,
    by_claim: BTreeMap<(&'a str, &'a str), Vec<&'p Row<'a>>>,
}

impl<'p, 'a> Earlier<'p, 'a> {
    /// Those that stand.
    pub fn of(pair: &'p Pair<'a>) -> Earlier<'p, 'a> {
        let (mut by_issues, mut by_claim) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        let still: BTreeSet<_> = pair.new.iter().filter(|row| row.stands()).filter_map(Row::identity).collect();
        for row in pair.old.iter().filter(|row| row.stands()) {
            let (holder, limit) = (row.limit.holder.as_str(), row.limit);
            if !limit.issues.is_empty() {
                by_issues.entry((holder, limit.issues.as_slice())).or_default().push(row);
            }
            if row.identity().is_none_or(|identity| !still.contains(&identity)) {
                limit.claims.iter().for_each(|claim| by_claim.entry((holder, claim.as_str())).or_default().push(row));
            }
        }
        Earlier { pair, by_issues, by_claim }
    }

    /// The earlier limit, and how the later one compares with it.
    pub fn before(&self, new: &Row<'a>) -> Option<(&'p Row<'a>, Shift)> {
        let mut all: Vec<(&'p Row<'a>, Shift)> =
            self.candidates(new).into_iter().take(COMPARED).map(|old| (old, self.shift(old, new))).collect();
        // Sorting keeps the order of the file among equals.
        all.sort_by_key(|(_, shift)| (*shift == Shift::Changed, *shift != Shift::Restated));
        all.into_iter().next()
    }

    fn candidates(&self, new: &Row<'a>) -> Vec<&'p Row<'a>> {
        let limit = new.limit;
        let carried = |claim: &'a String| self.by_claim.get(&(limit.holder.as_str(), claim.as_str()));
        let shared: Vec<&'p Row<'a>> = limit.claims.iter().filter_map(carried).flatten().copied().collect();
        if !shared.is_empty() {
            return shared;
        }
        let same_issues = self.by_issues.get(&(limit.holder.as_str(), limit.issues.as_slice()));
        let mut latest: Option<Option<usize>> = None;
        let mut candidates = Vec::new();
        for old in same_issues.into_iter().flatten().filter(|old| self.follows(old, new)) {
            let last = Some(self.pair.last_before(&old.limit.claims));
            if last > latest {
                (latest, candidates) = (last, Vec::new());
            }
            if last == latest {
                candidates.push(*old);
            }
        }
        if candidates.iter().any(|old| self.rivals(old, new)) {
            candidates.clear();
        }
        candidates
    }

    /// Was it said later? Where rounds do not tell, a brief that was saved does.
    fn follows(&self, old: &Row<'_>, new: &Row<'_>) -> bool {
        match (self.pair.last_before(&old.limit.claims), self.pair.last_after(&new.limit.claims)) {
            (Some(before), Some(after)) => before < after,
            _ => self.pair.saved,
        }
    }

    /// Is each held under another answer of one question?
    fn rivals(&self, old: &Row<'_>, new: &Row<'_>) -> bool {
        let (a, b) = (old.limit.claims.first(), new.limit.claims.first());
        let mut stated = self.pair.after.questions.iter().filter(|question| question.kind == QuestionKind::Stated);
        stated.any(|question| {
            let under = |claim: Option<&String>| {
                question.answers.iter().position(|answer| claim.is_some_and(|claim| answer.holds.contains(claim)))
            };
            matches!((under(a), under(b)), (Some(a), Some(b)) if a != b)
        })
    }

    fn shift(&self, old: &Row<'_>, new: &Row<'_>) -> Shift {
        let both = old.formula.as_ref().zip(new.formula.as_ref());
        match both.map(|(old, new)| compared(self.pair.case, old, new)) {
            Some(ChangeKind::Softened) => Shift::Softened,
            Some(ChangeKind::Hardened) => Shift::Hardened,
            Some(ChangeKind::Restated) => Shift::Restated,
            Some(ChangeKind::Changed) | None => Shift::Changed,
        }
    }
}
