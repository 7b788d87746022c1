//! What is found in one document, as plain data?

use std::ops::Range;

use zopa_finding::{Attribution, AttributionKind, Holder, Place};

use crate::act;
use crate::attribute;
use crate::chain::{self, Link};
use crate::cue::Found;
use crate::language::Language;
use crate::names;
use crate::prose::Prose;
use crate::reader::Reader;
use crate::tag::Tag;
use crate::voice::{Voice, Voices};

/// The attributions of a text, in the order of their cues.
pub fn attributions(text: &str, language: &Language) -> Vec<Attribution> {
    let prose = Prose::new(text, language);
    of_prose(&prose)
}

/// The same, of a text that was already cut.
pub fn of_prose(prose: &Prose<'_>) -> Vec<Attribution> {
    let reader = Reader::new(prose);
    let found = attribute::found(&reader);
    let mut voices = Voices::new(&reader);
    let chains = chain::chains(&reader, &found, &mut voices);
    let told = found.iter().zip(&chains).map(|(one, chain)| finished(&reader, &voices, one, chain));
    told.collect()
}

/// Leaves the publisher out of the chains of its own document: *told the Gazette*, in the Orrin Gazette, passes through nobody.
///
/// The publisher is known by its name, with an article or without, or by the last word of it.
pub fn without_publisher(attributions: &mut [Attribution], publisher: &str) {
    let own = |holder: &Holder| holder.outlet && names::is_short_for(&holder.name, publisher);
    for one in attributions {
        let last = one.chain.len().saturating_sub(1);
        let mut at = 0..;
        one.chain.retain(|holder| at.next() == Some(last) || !own(holder));
    }
}

fn finished(reader: &Reader<'_, '_>, voices: &Voices<'_, '_, '_>, found: &Found, chain: &[Link]) -> Attribution {
    let content: Vec<Place> =
        found.content.iter().filter_map(|part| place(reader, &trimmed(reader, part.clone()))).collect();
    let source = found.source.as_ref().and_then(|part| place(reader, part));
    let last = chain.len().saturating_sub(1);
    let holders = chain.iter().enumerate().map(|(number, link)| {
        let mention = source.clone().filter(|_| number == last);
        holder(voices, *link, mention)
    });
    Attribution {
        sentence: reader.sentence_of(found.head).map_or(0, |(number, _)| number),
        chain: holders.collect(),
        source,
        cue: found.cue.iter().filter_map(|part| place(reader, part)).collect(),
        kind: kind(reader, found),
        content,
        act: act::act(reader, found),
        addressee: found.addressee.as_ref().and_then(|part| place(reader, part)),
        relayed: found.relayed,
        within: found.within,
    }
}

fn holder(voices: &Voices<'_, '_, '_>, link: Link, mention: Option<Place>) -> Holder {
    let voice = match link {
        Link::Voice(number) => voices.all.get(number).cloned().unwrap_or_default(),
        Link::Reports => Voice { name: "reports".to_owned(), outlet: true, ..Voice::default() },
    };
    Holder {
        name: voice.name,
        office: voice.office,
        anonymous: voice.anonymous,
        outlet: voice.outlet,
        implicit: mention.is_none(),
        mention,
    }
}

/// How much of the content stands in quotation marks.
fn kind(reader: &Reader<'_, '_>, found: &Found) -> AttributionKind {
    let words = || {
        let all = found.content.iter().flat_map(Clone::clone);
        all.filter(|at| reader.token(*at).is_some_and(|token| token.is_wordlike()))
    };
    let quoted = words().filter(|at| reader.quote_at(*at).is_some()).count();
    if quoted == 0 {
        AttributionKind::Indirect
    } else if quoted == words().count() {
        AttributionKind::Direct
    } else {
        AttributionKind::Mixed
    }
}

/// Without the commas and stops at its edges.
fn trimmed(reader: &Reader<'_, '_>, mut part: Range<usize>) -> Range<usize> {
    while part.start < part.end && matches!(reader.tag(part.start), Tag::Comma | Tag::Colon | Tag::Stop) {
        part.start += 1;
    }
    // A speech that goes on in the next paragraph has no closing mark: its stop is its own.
    if reader.opens_quote(part.start).is_some_and(|quote| !quote.closed && quote.close + 1 == part.end) {
        return part;
    }
    while part.start < part.end
        && matches!(reader.tag_before(part.end), Tag::Comma | Tag::Colon | Tag::Stop | Tag::Dash)
    {
        part.end -= 1;
    }
    part
}

fn place(reader: &Reader<'_, '_>, part: &Range<usize>) -> Option<Place> {
    let span = reader.span(part)?;
    Some(Place { start: span.start, end: span.end, exact: span.of(reader.prose.text).to_owned() })
}
