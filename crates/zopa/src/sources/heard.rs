//! Who is heard, how often, and with how many words of their own?
//!
//! What documents have from each other counts once.

use super::first::stands_in;
use zopa_evidence::between::Between;
use zopa_finding::between::OriginKind;
use zopa_finding::{Attribution, AttributionKind, Said, SourceDocument, Voice};
use zopa_text::{directly_quoted_words, word_count};

/// The origins that speak, those with the most words of their own first, then as the documents stand. `said` is all that
/// is said, each once.
pub(super) fn voices(documents: &[SourceDocument], found: &Between, said: &[Said]) -> Vec<Voice> {
    let each = said.iter().filter_map(|said| {
        let document = documents.iter().find(|document| document.source == said.document)?;
        Some((document, document.attributions.get(said.attribution)?))
    });
    let each: Vec<(&SourceDocument, &Attribution)> = each.collect();
    let mut voices: Vec<Voice> = Vec::new();
    for (number, origin) in found.origins.iter().enumerate() {
        if origin.kind == OriginKind::OwnVoice {
            continue;
        }
        let own = |(document, said): &&(&SourceDocument, &Attribution)| {
            origin.told.iter().any(|passage| stands_in(passage, document, said))
        };
        let own: Vec<&Attribution> = each.iter().filter(own).map(|(_, said)| *said).collect();
        let words: usize = own.iter().map(|said| quoted_words(said)).sum();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        voices.push(Voice { origin: number, times: count(own.len()), quoted_words: count(words) });
    }
    voices.retain(|voice| voice.times > 0);
    voices.sort_by_key(|voice| (std::cmp::Reverse(voice.quoted_words), std::cmp::Reverse(voice.times)));
    voices
}

/// Words between double quotation marks.
fn quoted_words(said: &Attribution) -> usize {
    let words = said.content.iter().map(|place| match said.kind {
        AttributionKind::Direct => word_count(&place.exact),
        AttributionKind::Mixed => directly_quoted_words(&place.exact),
        AttributionKind::Indirect => 0,
    });
    words.sum()
}
