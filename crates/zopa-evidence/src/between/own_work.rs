//! What does a document add to another that it looks like?
//!
//! That it denies what the other tells, has it from an outlet, or tells it of another round, is a reporter's own work: a rewrite
//! leaves such things out, and puts none in.

use super::Report;
use super::align::Pair;
use super::scope::looking_back;
use crate::span::Span;
use std::cell::OnceCell;
use zopa_finding::{Act, Attribution, Holder};

/// Which sentences of a document tell of an earlier time; found once, of the documents that are asked for.
pub(crate) struct Past(Vec<OnceCell<Vec<bool>>>);

impl Past {
    pub(crate) fn of(reports: &[Report]) -> Past {
        Past(reports.iter().map(|_| OnceCell::new()).collect())
    }

    fn at(&self, reports: &[Report], document: usize, sentence: usize) -> bool {
        let told = || reports.get(document).map(looking_back).unwrap_or_default();
        self.0.get(document).is_some_and(|of| of.get_or_init(told).get(sentence) == Some(&true))
    }
}

/// Does a sentence tell what an outlet has told, whomever that cites?
fn relays(report: &Report, sentence: Span) -> bool {
    said_in(report, sentence).any(|one| one.chain.iter().any(|holder| tells(one, holder)))
}

fn denies(report: &Report, sentence: Span) -> bool {
    said_in(report, sentence).any(|one| one.act == Act::Denial)
}

/// What is told in a sentence, by its cues.
fn said_in<'r>(report: &'r Report, sentence: Span) -> impl Iterator<Item = &'r Attribution> {
    let here = move |one: &&Attribution| one.cue.iter().any(|cue| sentence.contains(Span::new(cue.start, cue.end)));
    report.attributions.iter().filter(here)
}

/// Does the one deny what the other tells, have it from an outlet or tell it of another round, in most of what is alike? Then
/// neither was made from the other.
pub(crate) fn mostly_other(reports: &[Report], past: &Past, strong: &[Pair], (one, other): (usize, usize)) -> bool {
    let (Some(left), Some(right)) = (reports.get(one), reports.get(other)) else { return false };
    let differ = |pair: &&Pair| {
        let (here, there) = (left.sentence(pair.one), right.sentence(pair.other));
        relays(left, here) != relays(right, there)
            || denies(left, here) != denies(right, there)
            || past.at(reports, one, pair.one) != past.at(reports, other, pair.other)
    };
    2 * strong.iter().filter(differ).count() > strong.len()
}

/// Does the first document of a pair add something there to the second?
pub(crate) fn adds(reports: &[Report], past: &Past, pair: &Pair, (derived, source): (usize, usize)) -> bool {
    let (Some(later), Some(earlier)) = (reports.get(derived), reports.get(source)) else { return false };
    let (here, there) = (later.sentence(pair.one), earlier.sentence(pair.other));
    relays(later, here) && !relays(earlier, there)
        || denies(later, here) && !denies(earlier, there)
        || past.at(reports, derived, pair.one) && !past.at(reports, source, pair.other)
}

/// Is it the outlet itself that is named as the source?
fn tells(one: &Attribution, holder: &Holder) -> bool {
    holder.outlet && one.source.iter().any(|source| source.exact.contains(&holder.name))
}
