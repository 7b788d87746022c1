//! Which sets of rows contain which, and which sets meet them all?
//!
//! The set algebra of this room, written for itself: sets of row numbers, minimal members of a family,
//! minimal hitting sets (Berge: add one family member at a time, keep what is minimal), and the classes of
//! a family under "shares a member, directly or through others".

/// A set of row numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rows {
    words: Vec<u64>,
}

impl Rows {
    /// The set of these rows.
    pub(crate) fn of(rows: impl IntoIterator<Item = usize>) -> Rows {
        let mut set = Rows::default();
        rows.into_iter().for_each(|row| set.insert(row));
        set
    }

    /// Adds a row.
    pub(crate) fn insert(&mut self, row: usize) {
        let word = row / 64;
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        if let Some(bits) = self.words.get_mut(word) {
            *bits |= 1 << (row % 64);
        }
    }

    /// Is the row in it?
    pub(crate) fn has(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|bits| bits >> (row % 64) & 1 == 1)
    }

    /// No row at all?
    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|bits| *bits == 0)
    }

    /// How many rows.
    pub(crate) fn len(&self) -> usize {
        self.words.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// Its rows, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let bits = |(at, bits): (usize, &u64)| {
            let bits = *bits;
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        };
        self.words.iter().enumerate().flat_map(bits)
    }

    /// Is every row of it in the other?
    pub(crate) fn within(&self, other: &Rows) -> bool {
        self.words.iter().enumerate().all(|(at, bits)| bits & !other.word(at) == 0)
    }

    /// Have they a row in common?
    pub(crate) fn meets(&self, other: &Rows) -> bool {
        self.words.iter().enumerate().any(|(at, bits)| bits & other.word(at) != 0)
    }

    /// Both together.
    pub(crate) fn and(&self, other: &Rows) -> Rows {
        let mut all = self.clone();
        other.iter().for_each(|row| all.insert(row));
        all
    }

    /// Without the rows of the other.
    pub(crate) fn minus(&self, other: &Rows) -> Rows {
        Rows::trimmed(self.words.iter().enumerate().map(|(at, bits)| bits & !other.word(at)))
    }

    /// The rows in both.
    pub(crate) fn common(&self, other: &Rows) -> Rows {
        Rows::trimmed(self.words.iter().enumerate().map(|(at, bits)| bits & other.word(at)))
    }

    /// Without one row.
    pub(crate) fn but(&self, row: usize) -> Rows {
        self.minus(&Rows::of([row]))
    }

    fn word(&self, at: usize) -> u64 {
        self.words.get(at).copied().unwrap_or(0)
    }

    /// No empty words at the end, so that equal sets are equal values.
    fn trimmed(words: impl Iterator<Item = u64>) -> Rows {
        let mut words: Vec<u64> = words.collect();
        while words.last() == Some(&0) {
            words.pop();
        }
        Rows { words }
    }
}

/// By size, then by the first row in which they differ.
pub(crate) fn listed(mut family: Vec<Rows>) -> Vec<Rows> {
    family.sort_by_cached_key(|set| (set.len(), set.iter().collect::<Vec<_>>()));
    family.dedup();
    family
}

/// The members that contain no other member.
pub(crate) fn minimal(family: Vec<Rows>) -> Vec<Rows> {
    let mut kept: Vec<Rows> = Vec::new();
    for set in listed(family) {
        if !kept.iter().any(|smaller| smaller.within(&set)) {
            kept.push(set);
        }
    }
    kept
}

/// The minimal sets that meet every member of the family; `None` once there are more than `most` on the way.
pub(crate) fn hitting(family: &[Rows], most: usize) -> Option<Vec<Rows>> {
    let mut hit = vec![Rows::default()];
    for member in minimal(family.to_vec()) {
        hit = hit_too(hit, &member);
        if hit.len() > most {
            return None;
        }
    }
    Some(listed(hit))
}

/// Sets that meet a family minimally, changed so that they meet one member more.
pub(crate) fn hit_too(hit: Vec<Rows>, member: &Rows) -> Vec<Rows> {
    let (kept, missed): (Vec<Rows>, Vec<Rows>) = hit.into_iter().partition(|set| set.meets(member));
    let mut all = kept.clone();
    for set in &missed {
        for row in member.iter() {
            let more = set.and(&Rows::of([row]));
            // Two sets grown from different ones by one row each never contain each other; a kept one may lie within.
            if !kept.iter().any(|smaller| smaller.within(&more)) {
                all.push(more);
            }
        }
    }
    all
}

/// The classes of the family under "shares a row, directly or through others", each as places in the family.
pub(crate) fn classes(family: &[Rows]) -> Vec<Vec<usize>> {
    let mut classes: Vec<(Rows, Vec<usize>)> = Vec::new();
    for (place, set) in family.iter().enumerate() {
        let (touched, mut rest): (Vec<_>, Vec<_>) = classes.into_iter().partition(|(rows, _)| rows.meets(set));
        let mut joined = (set.clone(), vec![place]);
        for (rows, places) in touched {
            joined.0 = joined.0.and(&rows);
            joined.1.extend(places);
        }
        joined.1.sort_unstable();
        rest.push(joined);
        classes = rest;
    }
    let mut places: Vec<Vec<usize>> = classes.into_iter().map(|(_, places)| places).collect();
    places.sort();
    places
}

/// All rows of all members.
pub(crate) fn union<'a>(family: impl IntoIterator<Item = &'a Rows>) -> Rows {
    family.into_iter().fold(Rows::default(), |all, set| all.and(set))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family(sets: &[&[usize]]) -> Vec<Rows> {
        sets.iter().map(|set| Rows::of(set.iter().copied())).collect()
    }

    #[test]
    fn equal_sets_are_equal_values() {
        assert_eq!(Rows::of([1, 70]).minus(&Rows::of([70])), Rows::of([1]));
        assert_eq!(Rows::of([70]).common(&Rows::of([1])), Rows::default());
    }

    #[test]
    fn hitting_twice_gives_the_minimal_members_back() {
        let sets = family(&[&[0, 1], &[1, 2], &[2, 65], &[0, 1, 2]]);
        let hit = hitting(&sets, 100).unwrap();
        assert_eq!(hit, listed(family(&[&[1, 2], &[0, 2], &[1, 65]])));
        assert_eq!(hitting(&hit, 100).unwrap(), minimal(sets));
    }

    #[test]
    fn the_empty_family_is_met_by_nothing_and_the_empty_member_by_none() {
        assert_eq!(hitting(&[], 9), Some(vec![Rows::default()]));
        assert_eq!(hitting(&[Rows::default()], 9), Some(vec![]));
    }

    #[test]
    fn classes_join_through_others() {
        let sets = family(&[&[0, 1], &[2, 3], &[4], &[1, 2]]);
        assert_eq!(classes(&sets), vec![vec![0, 1, 3], vec![2]]);
    }
}
