//! Where do two documents that are kin say when the talks go on, or end?
//!
//! Nearly every report ends with it, in a sentence so short that hardly a word of it is kept. Where either document has one
//! such sentence left without a counterpart, the two belong together.

use super::Report;
use super::align::{LONE, Pair};
use super::facts::{FactKind, FactWords};
use super::lexicon::words;
use super::lists::ROUNDS;

/// A sentence with more words than this says something else besides.
const SHORT: usize = 16;

/// What is said of the talks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Begin,
    End,
}

pub(crate) fn next_round(derived: &Report, source: &Report, pairs: &[Pair]) -> Option<Pair> {
    let free = |report: &Report, taken: &dyn Fn(usize) -> bool, said: Said| -> Option<usize> {
        let mut all = (0..report.sentences.len()).filter(|at| !taken(*at) && of_talks(report, *at) == Some(said));
        all.next().filter(|_| all.next().is_none())
    };
    [Said::Begin, Said::End].into_iter().find_map(|said| {
        let one = free(derived, &|at| pairs.iter().any(|pair| pair.one == at), said)?;
        let other = free(source, &|at| pairs.iter().any(|pair| pair.other == at), said)?;
        Some(Pair { one, other, alike: LONE })
    })
}

/// What a short sentence about the talks says of them, with a time.
fn of_talks(report: &Report, at: usize) -> Option<Said> {
    let span = report.sentence(at);
    let all: Vec<String> = words(span.of(report.text)).into_iter().map(|(word, _)| word).collect();
    let has = |kind: &str| all.iter().any(|word| ROUNDS.has(kind, word));
    let time = |kind| matches!(kind, FactKind::Date | FactKind::VagueDate);
    let timed = || FactWords::english().of(report.text, span).iter().any(|fact| time(fact.kind));
    if all.len() > SHORT || !has("nouns") && !has("teams") || !timed() {
        return None;
    }
    if has("ends") { Some(Said::End) } else { has("begins").then_some(Said::Begin) }
}
