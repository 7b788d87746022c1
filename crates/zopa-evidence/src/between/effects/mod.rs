//! What did a rewrite change?
//!
//! One file a sort of change; each looks at a sentence together with all its counterparts, and says that something was
//! left out only if the other document has it nowhere. Rather nothing than something wrong: a change that two readers
//! would not both see is no finding.

mod addressee;
mod conditions;
mod facts_lost;
mod judgement;
mod modality;
mod order;
mod quantity;
mod quotes;
mod side;
mod sourcing;
mod strength;
mod voice;
mod whole;

use super::Report;
use super::align::Pair;
use super::article::is_prose;
use super::corpus::Corpus;
use super::facts::FactWords;
use super::lexicon::Lexicon;
pub(crate) use quotes::{Piece, half_shared, holds, pieces};
pub(crate) use side::{Side, Word, find_row};
pub(crate) use sourcing::sourced;
use zopa_finding::between::{Passage, RewriteEffect, Rewritten};

/// The lists that effects look words up in.
pub(crate) struct Lists {
    pub(crate) lexicon: Lexicon,
    pub(crate) facts: &'static FactWords,
}

impl Lists {
    pub(crate) fn english() -> Lists {
        Lists { lexicon: Lexicon::wide(), facts: FactWords::english() }
    }
}

/// A document made from another, with the sentences that belong together.
pub(crate) struct Edge<'a> {
    pub(crate) derived: Side<'a>,
    pub(crate) source: Side<'a>,
    /// The derived document first.
    pub(crate) pairs: Vec<Pair>,
    /// The numbers of the two in the corpus.
    pub(crate) ids: (usize, usize),
    pub(crate) corpus: &'a Corpus,
    pub(crate) lists: &'a Lists,
}

impl<'a> Edge<'a> {
    pub(crate) fn new(
        (derived, source): (&'a Report<'a>, &'a Report<'a>),
        pairs: &'a [Pair],
        ids: (usize, usize),
        corpus: &'a Corpus,
        lists: &'a Lists,
    ) -> Edge<'a> {
        let side = |report| Side::of(report, &lists.lexicon, lists.facts);
        let (derived, source) = (side(derived), side(source));
        let pairs = telling(pairs, &derived, &source);
        Edge { derived, source, pairs, ids, corpus, lists }
    }

    /// The sentences of the derived document made from a sentence of the source, the most alike first.
    fn made_from(&self, source: usize) -> Vec<usize> {
        let mut pairs: Vec<&Pair> = self.pairs.iter().filter(|pair| pair.other == source).collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.alike));
        pairs.into_iter().map(|pair| pair.one).collect()
    }

    /// The sentences of the source that a sentence of the derived document was made from, the most alike first.
    fn made_of(&self, derived: usize) -> Vec<usize> {
        let mut pairs: Vec<&Pair> = self.pairs.iter().filter(|pair| pair.one == derived).collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.alike));
        pairs.into_iter().map(|pair| pair.other).collect()
    }

    /// Each sentence of the source that has counterparts, with them.
    fn kept(&self) -> impl Iterator<Item = (usize, Vec<usize>)> {
        (0..self.source.words.len()).map(|at| (at, self.made_from(at))).filter(|(_, made)| !made.is_empty())
    }

    /// Each sentence of the derived document that has counterparts, with them.
    fn rewritten(&self) -> impl Iterator<Item = (usize, Vec<usize>)> {
        (0..self.derived.words.len()).map(|at| (at, self.made_of(at))).filter(|(_, made)| !made.is_empty())
    }
}

/// So many times as alike must another counterpart be for a pair to tell nothing.
pub(crate) const PALE: u32 = 4;

/// The pairs that can tell what was changed: without those of a sentence that has a counterpart far more alike, and of a
/// title with a sentence whose counterpart in the text is as alike, since a title tells less.
fn telling(pairs: &[Pair], derived: &Side, source: &Side) -> Vec<Pair> {
    let title = |side: &Side, at: usize| at == 0 && !is_prose(side.report.sentence(at).of(side.report.text));
    let pale = |pair: &&Pair| {
        let of_one = pairs.iter().filter(|other| other.one == pair.one && other.other != pair.other);
        let of_other = pairs.iter().filter(|other| other.other == pair.other && other.one != pair.one);
        let far = of_one.clone().any(|other| other.alike >= PALE * pair.alike);
        let under = !title(derived, pair.one) && title(source, pair.other) && of_one.clone().next().is_some();
        let over = title(derived, pair.one) && !title(source, pair.other) && of_other.clone().next().is_some();
        far || under || over
    };
    pairs.iter().filter(|pair| !pale(pair)).copied().collect()
}

/// All that the rewrite changed, in the order of the derived document; what was left out comes where its sentence went.
pub(crate) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = Vec::new();
    changes.extend(sourcing::changes(edge));
    changes.extend(voice::changes(edge));
    changes.extend(quotes::changes(edge));
    changes.extend(quantity::changes(edge));
    changes.extend(conditions::changes(edge));
    changes.extend(modality::changes(edge));
    changes.extend(strength::changes(edge));
    changes.extend(facts_lost::changes(edge));
    changes.extend(addressee::changes(edge));
    changes.extend(judgement::changes(edge));
    changes.extend(whole::changes(edge));
    changes.extend(order::changes(edge));
    let place = |change: &Rewritten| {
        let before = change.before.as_ref().map_or(0, |passage| passage.start);
        (change.after.as_ref().map_or_else(|| went(edge, before), |passage| passage.start), before, change.effect)
    };
    changes.sort_by_key(place);
    changes.dedup();
    changes
}

/// Where in the derived document the sentence went that holds a byte of the source.
fn went(edge: &Edge, start: usize) -> usize {
    let sentences = &edge.source.report.sentences;
    let at = sentences.partition_point(|span| span.start <= start).saturating_sub(1);
    let made = (0..=at).rev().find_map(|at| edge.made_from(at).first().copied());
    made.map_or(0, |made| edge.derived.report.sentence(made).start)
}

fn change(effect: RewriteEffect, before: Option<Passage>, after: Option<Passage>) -> Rewritten {
    Rewritten { effect, before, after }
}
