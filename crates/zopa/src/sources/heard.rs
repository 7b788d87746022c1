//! Who is heard, how often, and with how many words of their own?
//!
//! What documents have from each other counts once.

use super::first::{said, stands_in};
use zopa_evidence::between::Between;
use zopa_finding::between::OriginKind;
use zopa_finding::{Attribution, AttributionKind, SourceDocument, Voice};

/// The origins that speak, those with the most words of their own first, then as the documents stand.
pub(super) fn voices(documents: &[SourceDocument], found: &Between) -> Vec<Voice> {
    let said = said(documents, found);
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
    let words = |text: &str| text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    match said.kind {
        AttributionKind::Direct => said.content.iter().map(|place| words(&place.exact)).sum(),
        AttributionKind::Mixed => said.content.iter().map(|place| words(&within_marks(&place.exact))).sum(),
        AttributionKind::Indirect => 0,
    }
}

/// What of a text stands between double quotation marks.
fn within_marks(text: &str) -> String {
    let mut inside = false;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '“' | '„' | '«' => inside = true,
            '”' | '»' => inside = false,
            '"' => inside = !inside,
            c if inside => out.push(c),
            _ => {}
        }
        if !inside && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::within_marks;

    #[test]
    fn words_between_marks_alone_are_counted() {
        assert_eq!(within_marks("it was “quite good” and \"new\" too").split_whitespace().count(), 3);
        assert_eq!(within_marks("nothing quoted").trim(), "");
    }
}
