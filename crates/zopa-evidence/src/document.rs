//! What is found in one document, as plain data?

use std::ops::Range;

use zopa_finding::{Act, Attribution, AttributionKind, Holder, Place};

use crate::attribute;
use crate::cue::Found;
use crate::language::Language;
use crate::prose::Prose;
use crate::reader::Reader;
use crate::tag::Tag;

/// The attributions of a text, in the order of their cues.
pub fn attributions(text: &str, language: &Language) -> Vec<Attribution> {
    let prose = Prose::new(text, language);
    of_prose(&prose)
}

/// The same, of a text that was already cut.
pub fn of_prose(prose: &Prose<'_>) -> Vec<Attribution> {
    let reader = Reader::new(prose);
    attribute::found(&reader).iter().filter_map(|found| finished(&reader, found)).collect()
}

fn finished(reader: &Reader<'_, '_>, found: &Found) -> Option<Attribution> {
    let content: Vec<Place> =
        found.content.iter().filter_map(|part| place(reader, &trimmed(reader, part.clone()))).collect();
    if content.is_empty() {
        return None;
    }
    let source = found.source.as_ref().and_then(|part| place(reader, part));
    let chain = source
        .iter()
        .map(|source| Holder {
            name: source.exact.clone(),
            office: None,
            anonymous: false,
            outlet: false,
            implicit: false,
            mention: Some(source.clone()),
        })
        .collect();
    Some(Attribution {
        sentence: reader.sentence_of(found.head).map_or(0, |(number, _)| number),
        source,
        cue: found.cue.iter().filter_map(|part| place(reader, part)).collect(),
        kind: AttributionKind::Indirect,
        content,
        act: Act::Report,
        addressee: found.addressee.as_ref().and_then(|part| place(reader, part)),
        chain,
        relayed: found.relayed,
        within: None,
    })
}

/// Without the commas and stops at its edges.
fn trimmed(reader: &Reader<'_, '_>, mut part: Range<usize>) -> Range<usize> {
    while part.start < part.end && matches!(reader.tag(part.start), Tag::Comma | Tag::Colon | Tag::Stop) {
        part.start += 1;
    }
    while part.start < part.end && matches!(reader.tag(part.end - 1), Tag::Comma | Tag::Colon | Tag::Stop | Tag::Dash) {
        part.end -= 1;
    }
    part
}

fn place(reader: &Reader<'_, '_>, part: &Range<usize>) -> Option<Place> {
    let span = reader.span(part)?;
    Some(Place { start: span.start, end: span.end, exact: span.of(reader.prose.text).to_owned() })
}
