//! With whom does the telling end? Of documents that were made from no other: is it the right one, and are those one who are?

use super::attributions::{matched, same_name};
use super::{Count, Found};
use crate::articles::gold::{Family, Said};

/// The figures.
#[derive(Clone, Debug, Default)]
pub struct Ends {
    /// Of the attributions that match: an end is found, and it is the gold's.
    pub named: Count,
    /// Pairs of attributions with one end.
    pub joined: Count,
}

impl Ends {
    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Ends { named: self.named.and(other.named), joined: self.joined.and(other.joined) }
    }
}

/// An end of the gold, and that of the engine.
type Both<'a> = (&'a str, Option<&'a (usize, String)>);

/// Scores one family.
pub fn ends(family: &Family, found: &Found) -> Ends {
    let made = |number: usize| family.lineage.iter().any(|line| line.document == number && line.from.is_some());
    let mut all: Vec<Both> = Vec::new();
    for (number, document) in family.documents.iter().enumerate().filter(|(number, _)| !made(*number)) {
        let pairs = matched(document, number, found);
        all.extend(pairs.into_iter().filter_map(|(wanted, had)| Some((end(wanted)?, had.end.as_ref()))));
    }
    let right = |(wanted, had): &&Both| had.is_some_and(|(_, name)| same_name(family, wanted, name));
    let named = Count {
        right: all.iter().filter(right).count(),
        found: all.iter().filter(|(_, had)| had.is_some()).count(),
        there: all.len(),
    };
    Ends { named, joined: joined(&all) }
}

/// Whoever tells it to the reporter: the first of a chain that is no outlet.
pub fn end(said: &Said) -> Option<&str> {
    let holders = || said.chain.iter().filter_map(|hop| hop.holder.as_deref());
    holders().find(|holder| !holder.starts_with("out:")).or_else(|| holders().next_back())
}

fn joined(all: &[Both]) -> Count {
    let mut count = Count::default();
    for (at, (wanted, had)) in all.iter().enumerate() {
        for (other, there) in all.iter().skip(at + 1) {
            let (one, both) = (wanted == other, matches!((had, there), (Some((a, _)), Some((b, _))) if a == b));
            count = count.and(Count { right: (one && both).into(), found: both.into(), there: one.into() });
        }
    }
    count
}
