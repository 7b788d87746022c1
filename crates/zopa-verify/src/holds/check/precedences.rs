//! Is everything listed that is said of order, by those who say it, where they do, and nothing else?

use super::super::Twin;
use super::super::net::Pair;
use super::super::says::Said;
use super::{Desk, Place};
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::Precedence;

impl Twin<'_> {
    pub(super) fn precedences(&mut self, desk: &Desk<'_>) {
        self.pairs("precedences", desk, &desk.said.precedences, |place| &place.moment.pairs);
        self.pairs("blocked", desk, &desk.said.blocked, |place| &place.moment.blocked);
        self.conditional(desk);
    }

    fn pairs(
        &mut self,
        list: &str,
        desk: &Desk<'_>,
        listed: &[Precedence],
        of: impl Fn(&Place) -> &BTreeMap<Pair, Said>,
    ) {
        let all = everywhere(desk, &of);
        let mut seen: Vec<Pair> = Vec::new();
        for entry in listed {
            let finding = format!("{list}: {} before {}", entry.first, entry.then);
            let (Some(first), Some(then)) = (self.row(&entry.first), self.row(&entry.then)) else {
                self.refute(&finding, "names no step of the case");
                continue;
            };
            let pair = (first, then);
            self.presence(&finding, &entry.presence, &desk.so(|place| of(place).contains_key(&pair)));
            if let Some(said) = all.get(&pair) {
                self.said(&finding, &entry.said, said, said);
            }
            seen.push(pair);
        }
        for pair in all.keys().filter(|pair| !seen.contains(pair)) {
            let pair = self.pair(*pair);
            self.refute(list, format!("{pair} is missing"));
        }
        let once = seen.iter().collect::<BTreeSet<_>>().len() == seen.len();
        self.require(once, list, || "one stands twice".to_owned());
        let in_order = list == "blocked" || seen.is_sorted();
        self.require(in_order, list, || "are not in file order".to_owned());
    }

    fn conditional(&mut self, desk: &Desk<'_>) {
        let all = everywhere(desk, &|place: &Place| &place.moment.conditional);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for entry in &desk.said.conditional {
            let finding = format!("conditional: {}", entry.text);
            let so = desk.so(|place| place.moment.conditional.contains_key(&entry.text));
            self.presence(&finding, &entry.presence, &so);
            if let Some(said) = all.get(&entry.text) {
                self.said(&finding, &entry.said, said, said);
            }
            self.require(seen.insert(&entry.text), &finding, || "stands twice".to_owned());
        }
        for text in all.keys().filter(|text| !seen.contains(text.as_str())) {
            self.refute("conditional", format!("{text} is missing"));
        }
    }
}

/// All of it, with all who say so in some reading or other.
pub(super) fn everywhere<K: Ord + Clone>(
    desk: &Desk<'_>,
    of: &impl Fn(&Place) -> &BTreeMap<K, Said>,
) -> BTreeMap<K, Said> {
    let mut all: BTreeMap<K, Said> = BTreeMap::new();
    for place in &desk.places {
        for (key, said) in of(place) {
            all.entry(key.clone()).or_default().add(said);
        }
    }
    all
}

/// All who say these pairs in these readings.
pub(super) fn said_of(desk: &Desk<'_>, pairs: &[Pair], there: impl Fn(&Place) -> bool) -> Said {
    let mut all = Said::default();
    for place in desk.places.iter().filter(|place| there(place)) {
        pairs.iter().filter_map(|pair| place.moment.pairs.get(pair)).for_each(|said| all.add(said));
    }
    all
}
