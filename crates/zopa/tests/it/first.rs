//! The first screen of random cases, with limits and readings switched on and off at random, against the second opinion.

use crate::random::{Dice, Maker, count};
use std::collections::BTreeSet;
use zopa::Texts;
use zopa_analysis::{Active, Choices, First, Screens, reading_lists};
use zopa_case::{Case, LimitId, PartyId};
use zopa_verify::Lists;

type Opening = Option<Vec<LimitId>>;

/// A limit or rule here or there is switched off or on again, or many are.
fn switched(dice: &mut Dice, case: &Case, mut active: Active) -> Active {
    let much = dice.one_in(4);
    for id in case.limits.ids().filter(|_| dice.one_in(if much { 2 } else { 6 })).collect::<Vec<_>>() {
        if !active.limits.remove(&id) {
            active.limits.insert(id);
        }
    }
    for id in case.reported_rules.ids().filter(|_| dice.one_in(if much { 2 } else { 6 })).collect::<Vec<_>>() {
        if !active.rules.remove(&id) {
            active.rules.insert(id);
        }
    }
    active
}

fn is_smallest(found: &Opening, openings: Option<Vec<&BTreeSet<LimitId>>>, at: &str) {
    let least = openings.as_ref().and_then(|all| all.iter().map(|opening| opening.len()).min());
    assert_eq!(found.as_ref().map(Vec::len), least, "{at}");
    let (Some(found), Some(openings)) = (found, openings) else { return };
    let found: BTreeSet<LimitId> = found.iter().copied().collect();
    assert!(openings.contains(&&found), "no opening: {found:?}, {at}");
}

fn compare(case: &Case, active: &Active, first: &First, twin: &Lists, at: &str) {
    let none = BTreeSet::new();
    let openings = || -> Option<Vec<&BTreeSet<LimitId>>> {
        match (twin.rules_alone_fail, twin.consistent) {
            (true, _) => None,
            (_, true) => Some(vec![&none]),
            _ => Some(twin.openings.iter().collect()),
        }
    };
    is_smallest(&first.smallest, openings(), at);
    let mut parties: BTreeSet<PartyId> = BTreeSet::new();
    for (party, opening) in &first.leaving {
        let own = |limit: &LimitId| case.limits[*limit].holder == *party;
        let without = openings().map(|all| all.into_iter().filter(|o| !o.iter().any(own)).collect::<Vec<_>>());
        is_smallest(opening, without.filter(|all| !all.is_empty()), at);
        parties.insert(*party);
    }
    let holders: BTreeSet<PartyId> = active.limits.iter().map(|id| case.limits[*id].holder).collect();
    assert_eq!(parties, holders, "{at}");
    let enough: BTreeSet<BTreeSet<PartyId>> =
        first.enough.iter().flatten().map(|set| set.iter().copied().collect()).collect();
    let theirs = if twin.consistent { [BTreeSet::new()].into() } else { twin.enough.iter().cloned().collect() };
    assert_eq!(enough, theirs, "enough, {at}");
}

#[test]
fn the_first_screen_equals_the_second_opinion_whatever_is_switched() {
    for seed in 0..count(300) {
        let text = Maker::new(seed).case();
        let read = zopa::read(&Texts::of_case("random", &text));
        let mut dice = Dice(seed);
        let mut screens = Screens::of(&read.case);
        let mut active = Active::all(&read.case);
        for turn in 0..8 {
            let first = screens.at(&active);
            let twin = zopa_verify::solve(&read.case, &active.limits, &active.rules, &[]);
            compare(&read.case, &active, &first, &twin, &format!("seed {seed}, turn {turn}, {active:?}\n{text}"));
            active = switched(&mut dice, &read.case, active);
        }
    }
}

/// What is exact where the lists are cut: whether anything fits, whose changes are enough, and each member that is listed.
#[test]
fn cut_lists_are_exact_as_to_verdicts_and_parties() {
    let mut cut = 0;
    for seed in 0..count(300) {
        let text = Maker::new(seed).case();
        let read = zopa::read(&Texts::of_case("random", &text));
        let choices = Choices { calls: Some(seed % 7), ..Choices::default() };
        for (reading, lists) in reading_lists(&read.case, &choices).unwrap() {
            cut += usize::from(!lists.complete);
            let active =
                Active { limits: lists.active.iter().copied().collect(), rules: lists.rules.iter().copied().collect() };
            let twin = zopa_verify::solve(&read.case, &active.limits, &active.rules, &[]);
            let at = format!("seed {seed}, {reading:?}\n{text}");
            assert_eq!((lists.consistent, lists.rules_fail), (twin.consistent, twin.rules_alone_fail), "{at}");
            let enough: BTreeSet<BTreeSet<PartyId>> =
                lists.enough.iter().map(|set| set.iter().copied().collect()).collect();
            assert_eq!(enough, twin.enough.iter().cloned().collect(), "enough, {at}");
            let set = |limits: &Vec<LimitId>| -> BTreeSet<LimitId> { limits.iter().copied().collect() };
            assert!(lists.clashes.iter().all(|clash| twin.clashes.contains(&set(clash))), "{at}");
            let knots: BTreeSet<LimitId> = lists.knots.iter().flatten().copied().collect();
            for (knot, openings) in lists.knots.iter().zip(&lists.openings) {
                let here: BTreeSet<LimitId> = knot.iter().copied().collect();
                let asked: BTreeSet<LimitId> = active
                    .limits
                    .iter()
                    .filter(|limit| !knots.contains(limit) || here.contains(limit))
                    .copied()
                    .collect();
                let alone = zopa_verify::solve(&read.case, &asked, &active.rules, &[]);
                assert!(openings.iter().all(|opening| alone.openings.contains(&set(opening))), "openings, {at}");
            }
        }
    }
    assert!(cut > count(300) as usize / 20, "too few lists were cut: {cut}");
}

/// Every opening is listed, the smallest first, where there is room for all.
#[test]
fn openings_by_size_equal_the_second_opinion() {
    for seed in 0..count(300) {
        let text = Maker::new(seed).case();
        let read = zopa::read(&Texts::of_case("random", &text));
        let active = Active::all(&read.case);
        let mut screens = Screens::of(&read.case);
        screens.at(&active);
        let (openings, all) = screens.openings(&active, usize::MAX, u64::MAX / 2);
        let twin = zopa_verify::solve(&read.case, &active.limits, &active.rules, &[]);
        let theirs: Vec<Vec<LimitId>> = twin.openings.iter().map(|opening| opening.iter().copied().collect()).collect();
        let theirs = if twin.consistent { vec![Vec::new()] } else { theirs };
        assert!(all, "seed {seed}\n{text}");
        assert_eq!(openings, theirs, "seed {seed}\n{text}");
        let (some, all) = screens.openings(&active, 2, u64::MAX / 2);
        assert_eq!((some.len(), all), (theirs.len().min(2), theirs.len() < 2 || some == [[]]), "seed {seed}\n{text}");
        assert!(some.iter().all(|opening| theirs.contains(opening)), "seed {seed}\n{text}");
        assert_eq!(some.first().map(Vec::len), theirs.first().map(Vec::len), "seed {seed}\n{text}");
    }
}
