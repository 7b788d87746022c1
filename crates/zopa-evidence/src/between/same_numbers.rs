//! Do two documents that look alike count the same?
//!
//! A report of the next round is often written in the words of the last one, and two reporters of one round ask the same
//! people: the same names, the same phrases, and other figures throughout. A rewrite keeps figures, rounds them or leaves them
//! out; it does not put others in their place.

use super::Report;
use super::align::Pair;
use super::facts::{FactKind, FactWords};
use super::lexicon::{stem, words};
use super::roughly::is_roughly;

/// So few sentences with other figures say nothing: a rewrite may be mistaken, or correct.
const FEW: usize = 2;
/// A rounded number is at most so many hundredths off.
const OFF: f64 = 0.25;

/// A number with the word that it counts.
struct Counted {
    value: f64,
    unit: String,
    /// "About", "more than", and numbers as round as that.
    rough: bool,
}

/// Of the sentences that belong together, do more have other figures of one thing than have one in common?
pub(crate) fn count_otherwise(left: &Report, right: &Report, pairs: &[Pair]) -> bool {
    let (mut other, mut same) = (0, 0);
    for pair in pairs {
        let (here, there) = (numbers(left, pair.one), numbers(right, pair.other));
        let both = || here.iter().flat_map(|a| there.iter().map(move |b| (a, b)));
        let of_one = |(a, b): &(&Counted, &Counted)| a.unit == b.unit;
        let differ = |unit: &str| both().filter(of_one).filter(|(a, _)| a.unit == unit).all(|(a, b)| !agree(a, b));
        if both().filter(of_one).any(|(a, _)| differ(&a.unit)) {
            other += 1;
        } else if both().any(|(a, b)| agree(a, b)) {
            same += 1;
        }
    }
    other > FEW.max(same)
}

fn agree(one: &Counted, other: &Counted) -> bool {
    let rough = one.rough || other.rough || roundness(one.value) != roundness(other.value);
    let apart = (one.value - other.value).abs() / one.value.max(other.value).max(f64::MIN_POSITIVE);
    one.value == other.value || rough && apart <= OFF
}

/// How many digits stand before the noughts.
fn roundness(value: f64) -> usize {
    let figures = format!("{value}");
    figures.trim_end_matches('0').chars().filter(char::is_ascii_digit).count()
}

fn numbers(report: &Report, sentence: usize) -> Vec<Counted> {
    let span = report.sentence(sentence);
    let facts = FactWords::english().of(report.text, span).into_iter().filter(|fact| fact.kind == FactKind::Number);
    let one = |fact: super::facts::Fact| {
        let value = fact.key.first()?.parse().ok()?;
        let after = words(report.text.get(fact.span.end..span.end)?);
        // "Five of the 15 seats" counts seats.
        let small = |word: &str| matches!(word, "per" | "of" | "the" | "its" | "their" | "those" | "these" | "all");
        let counts = |word: &&String| !small(word) && FactWords::english().number(word).is_none();
        let unit = after.iter().map(|(word, _)| word).find(counts)?;
        let unit = if unit == "cent" { "percent" } else { unit };
        Some(Counted { value, unit: stem(unit), rough: is_roughly(report.text, &fact) })
    };
    facts.filter_map(one).collect()
}
