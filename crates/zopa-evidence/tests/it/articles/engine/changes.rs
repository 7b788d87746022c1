//! What a rewrite changed, in the words of the gold.

use super::super::gold::{Family, Span};
use super::super::score::FoundEffect;
use super::place;
use zopa_finding::between::{Descent, RewriteEffect, Rewritten};

/// Every change that the gold judges, at its sentence of the derived document.
pub fn effects(family: &Family, descent: &Descent) -> Vec<FoundEffect> {
    let judged = descent.changes.iter().filter_map(|change| {
        let sort = sort(change.effect)?;
        Some(FoundEffect { sort: sort.into(), a: at(family, descent, change)? })
    });
    judged.collect()
}

/// The gold names no sentences that were added, dropped or moved, and no names.
fn sort(effect: RewriteEffect) -> Option<&'static str> {
    Some(match effect {
        RewriteEffect::SourceDropped => "source-dropped",
        RewriteEffect::AttributionWeakened | RewriteEffect::HedgeAdded => "attribution-weakened",
        RewriteEffect::AttributionChanged => "source-changed",
        RewriteEffect::OutletDropped => "outlet-dropped",
        RewriteEffect::AddresseeDropped => "addressee-dropped",
        RewriteEffect::SpeakerChanged => "speaker-changed",
        RewriteEffect::QuoteTruncated => "quote-truncated",
        RewriteEffect::QuoteIndirect => "quote-to-paraphrase",
        RewriteEffect::QuoteReworded => "quote-drift",
        RewriteEffect::QuantityChanged | RewriteEffect::QuantityDropped => "quantifier-changed",
        RewriteEffect::ScopeChanged => "scope-changed",
        RewriteEffect::ModalityShifted | RewriteEffect::HedgeRemoved | RewriteEffect::JudgementDropped => "softened",
        RewriteEffect::Weakened => "softened",
        RewriteEffect::JudgementAdded | RewriteEffect::Strengthened => "intensified",
        RewriteEffect::ConditionDropped => "condition-dropped",
        RewriteEffect::ConditionSoftened => "condition-softened",
        RewriteEffect::DenialDropped => "denial-dropped",
        RewriteEffect::NumberChanged => "number-changed",
        RewriteEffect::NumberDropped => "number-dropped",
        RewriteEffect::DateBlurred => "date-blurred",
        RewriteEffect::DateDropped => "date-dropped",
        RewriteEffect::NameDropped
        | RewriteEffect::SentenceAdded
        | RewriteEffect::SentenceDropped
        | RewriteEffect::OrderChanged => return None,
    })
}

/// Where it stands; of what was left out, where its sentence went.
fn at(family: &Family, descent: &Descent, change: &Rewritten) -> Option<(usize, Span)> {
    if let Some(after) = &change.after {
        return Some(place(family, after));
    }
    let before = change.before.as_ref()?;
    let went = descent.pairs.iter().filter(|pair| pair.source.start <= before.start && before.start < pair.source.end);
    went.max_by_key(|pair| pair.alike).map(|pair| place(family, &pair.derived))
}
