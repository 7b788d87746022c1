//! Is it right which document was made from which, what that did to the words, and what is no running text?

use super::{Count, Found, sentence_of, share};
use crate::articles::gold::{At, Family};
use std::collections::BTreeSet;

/// Changes that a reader has to know of, as the gold names them, each with the group it counts in: an engine need not cut
/// between "said by nobody now" and "said by somebody else now" where the gold does.
pub const EFFECTS: [(&str, &str); 21] = [
    ("quote-truncated", "quote"),
    ("quote-drift", "quote"),
    ("quote-to-paraphrase", "quote"),
    ("source-dropped", "source"),
    ("source-changed", "source"),
    ("speaker-changed", "source"),
    ("outlet-dropped", "source"),
    ("addressee-dropped", "source"),
    ("attribution-weakened", "source"),
    ("quantifier-changed", "scope"),
    ("scope-changed", "scope"),
    ("condition-dropped", "condition"),
    ("condition-softened", "condition"),
    ("denial-dropped", "denial"),
    ("number-changed", "number"),
    ("number-dropped", "number"),
    ("date-dropped", "date"),
    ("date-blurred", "date"),
    ("softened", "force"),
    ("intensified", "force"),
    ("polarity-changed", "force"),
];

/// The group of a change; none for changes of style.
pub fn group(sort: &str) -> Option<&'static str> {
    EFFECTS.iter().find(|(name, _)| *name == sort).map(|(_, group)| *group)
}

/// Documents that were made from others, with that other.
pub fn lineage(family: &Family, found: &Found) -> Count {
    let gold: BTreeSet<_> = family.lineage.iter().filter_map(|line| Some((line.document, line.from?))).collect();
    let had: BTreeSet<_> = found.lineage.iter().copied().collect();
    Count { right: gold.intersection(&had).count(), found: had.len(), there: gold.len() }
}

/// Effects of rewriting.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    pub found: usize,
    pub there: usize,
    /// Found where the gold has none of that group.
    pub false_ones: usize,
    pub missed: Vec<String>,
    pub false_told: Vec<String>,
}

impl Effects {
    /// The share of the effects that are found.
    pub fn recall(&self) -> f64 {
        share(self.found, self.there)
    }
}

/// An effect is found where one of its group is told of the same sentence of the derived document.
pub fn effects(family: &Family, found: &Found, figures: &mut Effects) {
    let gold = gold_effects(family);
    let had: BTreeSet<(At, &str)> = found
        .effects
        .iter()
        .filter_map(|effect| Some((sentence_of(family, &effect.a)?, group(&effect.sort).unwrap_or("?"))))
        .collect();
    let told = |(at, sort): &(At, &str)| format!("{sort}: {}: {}", family.documents[at.0].file, family.words(*at));
    let grouped: BTreeSet<(At, &str)> = gold.iter().filter_map(|(at, sort)| Some((*at, group(sort)?))).collect();
    figures.found += grouped.intersection(&had).count();
    figures.there += grouped.len();
    figures.false_ones += had.difference(&grouped).count();
    figures.missed.extend(grouped.difference(&had).map(told));
    figures.false_told.extend(had.difference(&grouped).map(told));
}

fn gold_effects(family: &Family) -> BTreeSet<(At, &str)> {
    let derived = family.pairs.iter().filter(|pair| pair.label.starts_with("derived"));
    derived.flat_map(|pair| pair.changes.iter().map(|change| (pair.a, change.sort.as_str()))).collect()
}

/// Captions, bylines and other lines that are no text of the article. `misses` takes what went wrong, for a reader.
pub fn not_text(family: &Family, found: &Found, misses: &mut Vec<String>) -> Count {
    let mut gold = BTreeSet::new();
    for (number, document) in family.documents.iter().enumerate() {
        let lines = document.sentences.iter().enumerate();
        let out = lines.filter(|(_, line)| ["boilerplate", "byline", "caption"].contains(&line.sort.as_str()));
        gold.extend(out.map(|(at, _)| (number, at)));
    }
    let had: BTreeSet<At> = (0..family.documents.len()).flat_map(|number| left_out(family, found, number)).collect();
    let told = |sign: char, at: &At| format!("{sign} {}: {}", family.documents[at.0].file, family.words(*at));
    misses.extend(gold.difference(&had).map(|at| told('-', at)));
    misses.extend(had.difference(&gold).map(|at| told('+', at)));
    Count { right: gold.intersection(&had).count(), found: had.len(), there: gold.len() }
}

/// The pieces of a document of which more than half is left out.
fn left_out(family: &Family, found: &Found, number: usize) -> Vec<At> {
    let document = &family.documents[number];
    let spans = found.left_out.iter().filter(|(at, _)| *at == number).map(|(_, span)| span);
    let out = super::signs(&document.text, spans);
    let gone = |at: &usize| {
        let own = super::signs(&document.text, [&document.sentences[*at].span]);
        2 * super::shared(&own, &out) > own.len()
    };
    (0..document.sentences.len()).filter(gone).map(|at| (number, at)).collect()
}
