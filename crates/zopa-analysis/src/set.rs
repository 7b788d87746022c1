//! Which sets are minimal, which sets meet them all, which hang together? Set algebra on families of sets.
//!
//! A set is a bit set over a numbered ground set; all sets of a family have the same capacity.

pub(crate) use fixedbitset::FixedBitSet as Set;
use std::cmp::Ordering;

/// A set with these members.
pub(crate) fn set_of(size: usize, members: impl IntoIterator<Item = usize>) -> Set {
    let mut set = Set::with_capacity(size);
    members.into_iter().for_each(|member| set.insert(member));
    set
}

/// By size, then by members in file order.
pub(crate) fn sort(family: &mut Vec<Set>) {
    family.sort_by(|one, other| one.count_ones(..).cmp(&other.count_ones(..)).then_with(|| by_members(one, other)));
    family.dedup();
}

/// Of two sets of one size, by members in file order: the least that only one of them has is in the one that comes first.
fn by_members(one: &Set, other: &Set) -> Ordering {
    let blocks = one.as_slice().iter().zip(other.as_slice());
    let apart = blocks.map(|(one, other)| (one, one ^ other)).find(|(_, apart)| *apart != 0);
    apart.map_or(Ordering::Equal, |(one, apart)| {
        let has = one >> apart.trailing_zeros() & 1 == 1;
        if has { Ordering::Less } else { Ordering::Greater }
    })
}

/// The same family, sorted, each member once.
pub(crate) fn sorted(mut family: Vec<Set>) -> Vec<Set> {
    sort(&mut family);
    family
}

/// What is in some member of a family.
pub(crate) fn union(family: &[Set], size: usize) -> Set {
    let mut all = Set::with_capacity(size);
    family.iter().for_each(|set| all.union_with(set));
    all
}

/// The members of a family that have no other member within them, sorted.
pub(crate) fn minimal(mut family: Vec<Set>) -> Vec<Set> {
    sort(&mut family);
    let mut kept: Vec<Set> = Vec::with_capacity(family.len());
    for set in family {
        if !kept.iter().any(|smaller| smaller.is_subset(&set)) {
            kept.push(set);
        }
    }
    kept
}

/// The classes of a family under "shares a member, directly or through others", as positions in the family,
/// in order of first appearance.
pub(crate) fn classes(family: &[Set]) -> Vec<Vec<usize>> {
    let mut classes: Vec<(Set, Vec<usize>)> = Vec::new();
    for (at, set) in family.iter().enumerate() {
        let (touched, mut apart): (Vec<_>, Vec<_>) = classes.into_iter().partition(|(all, _)| !all.is_disjoint(set));
        let mut joined = (set.clone(), vec![at]);
        for (all, members) in touched {
            joined.0.union_with(&all);
            joined.1.extend(members);
        }
        joined.1.sort_unstable();
        apart.push(joined);
        classes = apart;
    }
    let mut classes: Vec<Vec<usize>> = classes.into_iter().map(|(_, members)| members).collect();
    classes.sort();
    classes
}

/// The minimal sets that meet every member of a family (C. Berge, *Hypergraphs*, 1989: member by member, keeping
/// what is minimal), sorted; `None` where more than `cap` would have to be kept at once.
///
/// Whether a set stays minimal is read off the members met so far, not off the other sets: each of its elements needs
/// one member that it alone meets (K. Murakami, T. Uno, *Efficient algorithms for dualizing large-scale hypergraphs*,
/// 2014). The family's smallest members come first, which keeps the intermediate families small.
pub(crate) fn hitting_sets(family: &[Set], size: usize, cap: usize) -> Option<Vec<Set>> {
    let family = sorted(family.to_vec());
    let mut hitting = vec![Set::with_capacity(size)];
    for (at, member) in family.iter().enumerate() {
        let met = family.get(..at).unwrap_or(&family);
        let (mut kept, misses): (Vec<Set>, Vec<Set>) = hitting.into_iter().partition(|set| !set.is_disjoint(member));
        for missing in &misses {
            let alone = met_alone(missing, met);
            for element in member.ones().filter(|element| are_needed_beside(&alone, *element)) {
                let mut more = missing.clone();
                more.insert(element);
                kept.push(more);
            }
            if kept.len() > cap {
                return None;
            }
        }
        hitting = kept;
    }
    sort(&mut hitting);
    Some(hitting)
}

/// The members that one element of a set alone meets, by that element.
fn met_alone<'m>(set: &Set, members: &'m [Set]) -> Vec<(usize, &'m Set)> {
    let alone = members.iter().filter_map(|member| Some((only_shared(set, member)?, member)));
    let mut found: Vec<(usize, &Set)> = alone.collect();
    found.sort_by_key(|(element, _)| *element);
    found
}

/// The element that two sets share, if they share one alone.
fn only_shared(one: &Set, other: &Set) -> Option<usize> {
    let mut found = None;
    for (at, (one, other)) in one.as_slice().iter().zip(other.as_slice()).enumerate() {
        let both = one & other;
        if both == 0 {
            continue;
        }
        if found.is_some() || !both.is_power_of_two() {
            return None;
        }
        found = Some(at * usize::BITS as usize + both.trailing_zeros() as usize);
    }
    found
}

/// With one more element, has each of the others a member still that it alone meets?
fn are_needed_beside(alone: &[(usize, &Set)], more: usize) -> bool {
    let own = alone.chunk_by(|(one, _), (next, _)| one == next);
    own.into_iter().all(|members| members.iter().any(|(_, member)| !member.contains(more)))
}

/// Some minimal sets that meet every member of a family, where there are too many to list: for each element, all
/// elements are left out that can be, those just after it last, so that the sets found differ.
pub(crate) fn some_hitting_sets(family: &[Set], size: usize) -> Vec<Set> {
    let elements: Vec<usize> = union(family, size).ones().collect();
    let from = |start: usize| {
        let mut set = union(family, size);
        for at in elements.iter().cycle().skip(start).take(elements.len()) {
            set.remove(*at);
            if family.iter().any(|member| member.is_disjoint(&set)) {
                set.insert(*at);
            }
        }
        set
    };
    sorted((0..elements.len()).map(from).collect())
}

/// Has each element of the set a member that it alone meets?
pub(crate) fn each_is_needed<'m>(set: &Set, members: impl IntoIterator<Item = &'m Set>) -> bool {
    let mut left = set.clone();
    for member in members {
        if set.intersection_count(member) == 1 {
            left.difference_with(member);
            if left.is_clear() {
                return true;
            }
        }
    }
    left.is_clear()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn naive(family: &[Set], size: usize) -> Vec<Set> {
        let all = (0u32..1 << size).map(|bits| set_of(size, (0..size).filter(|at| bits >> at & 1 == 1)));
        minimal(all.filter(|set| family.iter().all(|member| !member.is_disjoint(set))).collect())
    }

    proptest! {
        #[test]
        fn sets_are_sorted_by_size_and_members(family in proptest::collection::vec(proptest::collection::btree_set(0usize..150, 0..5), 0..30)) {
            let mut by_lists: Vec<Vec<usize>> = family.iter().map(|members| members.iter().copied().collect()).collect();
            by_lists.sort_by_key(|members| (members.len(), members.clone()));
            by_lists.dedup();
            let sets = sorted(family.iter().map(|members| set_of(150, members.iter().copied())).collect());
            prop_assert_eq!(sets.iter().map(|set| set.ones().collect::<Vec<_>>()).collect::<Vec<_>>(), by_lists);
        }

        #[test]
        fn hitting_sets_equal_brute_force(family in proptest::collection::vec(1u32..256, 0..8)) {
            let sets: Vec<Set> = family.iter().map(|bits| set_of(8, (0..8).filter(|at| bits >> at & 1 == 1))).collect();
            let all = hitting_sets(&sets, 8, 10_000).unwrap();
            prop_assert!(some_hitting_sets(&sets, 8).iter().all(|set| all.contains(set)));
            prop_assert_eq!(all, naive(&sets, 8));
        }
    }
}
