//! Are the knots the classes of clashes that share a limit, and joined in exactly the readings said?
//!
//! The knots of the answer are classes over all readings left open; in one reading, fewer clashes are there, and
//! what hangs together over all may lie apart. Two clashes are apart in a reading if both are there, in two knots
//! of that reading; together, if both are there, in one. A knot is joined where two that are apart in some reading
//! are together; and everywhere, where no two are ever apart.

use super::desk::{At, Desk};
use crate::sets::{Rows, classes, union};
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::Knot;

/// For each clash of a knot: the number of its knot in one reading, none where it is not there.
type Homes = Vec<Option<usize>>;

impl Desk<'_> {
    pub(super) fn knots(&mut self) {
        let answer = self.answer;
        self.are_classes();
        let ids: BTreeSet<&str> = answer.knots.iter().map(|knot| knot.id.as_str()).collect();
        self.require(ids.len() == answer.knots.len(), "knots", || "two knots have one id".to_owned());
        for knot in &answer.knots {
            let clashes = self.clashes_of(knot);
            let limits = union(&clashes);
            self.check_holders(&knot.id, &limits, &knot.holders);
            self.check_issues(&knot.id, &limits, &knot.issues);
            self.joined(knot, &clashes);
            self.openings(knot, &clashes);
            self.knot_enough(knot, &clashes);
        }
    }

    fn are_classes(&mut self) {
        let answer = self.answer;
        let id = |place: &usize| answer.clashes.get(*place).map(|clash| clash.id.clone());
        let classes = classes(&self.listed);
        let right: BTreeSet<BTreeSet<String>> =
            classes.iter().map(|class| class.iter().filter_map(id).collect()).collect();
        let said: BTreeSet<BTreeSet<String>> =
            answer.knots.iter().map(|knot| knot.clashes.iter().cloned().collect()).collect();
        for class in right.difference(&said) {
            let names: Vec<&str> = class.iter().map(String::as_str).collect();
            self.refute("knots", format!("these clashes make a knot that is not listed: {}", names.join(", ")));
        }
        let spare = said.difference(&right).count() > 0 || said.len() != answer.knots.len();
        self.require(!spare, "knots", || {
            "a knot is listed that is not a class of clashes that share a limit".to_owned()
        });
    }

    /// The clashes of a knot, as limits. Ids that no clash has are told elsewhere: they make no class.
    fn clashes_of(&self, knot: &Knot) -> Vec<Rows> {
        let pairs = self.answer.clashes.iter().zip(&self.listed);
        pairs.filter(|(clash, _)| knot.clashes.contains(&clash.id)).map(|(_, limits)| limits.clone()).collect()
    }

    /// So where two clashes are together that are apart elsewhere, and everywhere if none ever are.
    fn joined(&mut self, knot: &Knot, clashes: &[Rows]) {
        let mut homes: BTreeMap<At, Option<Homes>> = BTreeMap::new();
        for at in self.open_places() {
            let there = self.present(at, clashes).map(|present| home_of_each(clashes, &present));
            homes.insert(at, there);
        }
        let joined = joined_where(&homes);
        let so = self.each_reading(|_, at| joined.get(&at).copied().flatten());
        self.presence(&format!("{}: joined", knot.id), &knot.joined, &so);
    }

    /// Which of these sets are clashes there? `None`: a count was reached.
    pub(super) fn present(&mut self, at: usize, clashes: &[Rows]) -> Option<Vec<Rows>> {
        let place = self.place(at);
        let mut present = Vec::new();
        for clash in clashes.iter().filter(|clash| clash.within(&place.limits)) {
            if self.ground.is_clash(&place.rules, clash)? {
                present.push(clash.clone());
            }
        }
        Some(present)
    }
}

fn home_of_each(clashes: &[Rows], present: &[Rows]) -> Homes {
    let mut homes = BTreeMap::new();
    for (number, class) in classes(present).into_iter().enumerate() {
        homes.extend(class.into_iter().filter_map(|place| Some((present.get(place)?, number))));
    }
    clashes.iter().map(|clash| homes.get(clash).copied()).collect()
}

/// Where is a knot joined? `None` at a place: a count was reached, there or where it could matter.
fn joined_where(homes: &BTreeMap<At, Option<Homes>>) -> BTreeMap<At, Option<bool>> {
    let known: BTreeSet<&Homes> = homes.values().flatten().collect();
    let all_known = homes.values().all(Option::is_some);
    let apart = apart_somewhere(&known);
    let so = |homes: &Homes| {
        let together = |(one, other): &(usize, usize)| both(homes, *one, *other).is_some_and(|(a, b)| a == b);
        if apart.iter().any(together) {
            return Some(true);
        }
        match apart.is_empty() {
            true => all_known.then_some(true),
            // Those together here might yet be apart where a count was reached.
            false => (all_known || all_alone(homes)).then_some(false),
        }
    };
    homes.iter().map(|(at, homes)| (*at, homes.as_ref().and_then(so))).collect()
}

/// The pairs of clashes that are apart in some of these readings, by place.
fn apart_somewhere(known: &BTreeSet<&Homes>) -> Vec<(usize, usize)> {
    let count = known.iter().map(|homes| homes.len()).max().unwrap_or(0);
    // Where all hang together none are apart.
    let split = |homes: &&&Homes| homes.iter().flatten().collect::<BTreeSet<_>>().len() > 1;
    let split: Vec<&Homes> = known.iter().filter(split).copied().collect();
    let apart = |one, other| split.iter().any(|homes| both(homes, one, other).is_some_and(|(a, b)| a != b));
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
    pairs.filter(|(one, other)| apart(*one, *other)).collect()
}

fn both(homes: &Homes, one: usize, other: usize) -> Option<(usize, usize)> {
    Some(((*homes.get(one)?)?, (*homes.get(other)?)?))
}

/// No two in one knot.
fn all_alone(homes: &Homes) -> bool {
    let there: Vec<usize> = homes.iter().flatten().copied().collect();
    there.iter().collect::<BTreeSet<_>>().len() == there.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(homes: &[Option<&[Option<usize>]>]) -> Vec<Option<bool>> {
        let homes = homes.iter().map(|homes| homes.map(<[_]>::to_vec)).enumerate().collect();
        joined_where(&homes).into_values().collect()
    }

    const TOGETHER: &[Option<usize>] = &[Some(0), Some(0), Some(0)];
    const APART: &[Option<usize>] = &[Some(0), None, Some(1)];
    const ALONE: &[Option<usize>] = &[Some(0), None, None];
    const NONE: &[Option<usize>] = &[None, None, None];

    #[test]
    fn joined_where_two_that_are_apart_elsewhere_are_together() {
        let so = joined(&[Some(TOGETHER), Some(APART), Some(ALONE), Some(NONE)]);
        assert_eq!(so, [Some(true), Some(false), Some(false), Some(false)]);
    }

    #[test]
    fn other_two_together_do_not_join() {
        let others: &[Option<usize>] = &[Some(0), Some(0), None];
        assert_eq!(joined(&[Some(others), Some(APART)]), [Some(false), Some(false)]);
    }

    #[test]
    fn joined_everywhere_where_none_are_ever_apart() {
        assert_eq!(joined(&[Some(TOGETHER), Some(ALONE), Some(NONE)]), [Some(true); 3]);
    }

    #[test]
    fn what_was_not_found_out_leaves_open_what_it_could_change() {
        assert_eq!(joined(&[Some(TOGETHER), None]), [None, None]);
        let others: &[Option<usize>] = &[Some(0), Some(0), None];
        let so = joined(&[Some(TOGETHER), Some(APART), Some(others), Some(NONE), None]);
        assert_eq!(so, [Some(true), Some(false), None, Some(false), None]);
    }
}
