//! Do two documents that look alike count the same?
//!
//! A report of the next round is often written in the words of the last one: the same people, the same phrases, and other
//! figures throughout. A rewrite keeps figures, or leaves them out; it does not replace most of them.

use super::Report;
use super::align::Pair;
use super::facts::{FactKind, FactWords};
use std::collections::BTreeSet;

/// So few sentences with other figures say nothing: a rewrite rounds, and corrects.
const FEW: usize = 3;

/// Of the sentences that belong together, do more have other figures than have one in common?
pub(crate) fn count_otherwise(left: &Report, right: &Report, pairs: &[Pair]) -> bool {
    let (mut other, mut same) = (0, 0);
    for pair in pairs {
        let (here, there) = (numbers(left, pair.one), numbers(right, pair.other));
        if !here.is_empty() && !there.is_empty() {
            *if here.is_disjoint(&there) { &mut other } else { &mut same } += 1;
        }
    }
    other > FEW.max(same)
}

fn numbers(report: &Report, sentence: usize) -> BTreeSet<Vec<String>> {
    let facts = FactWords::english().of(report.text, report.sentence(sentence)).into_iter();
    facts.filter(|fact| fact.kind == FactKind::Number).map(|fact| fact.key).collect()
}
