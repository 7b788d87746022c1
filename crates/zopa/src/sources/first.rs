//! What is to be read first? Everything that is said, each once, most consequential first.
//!
//! A sentence that a document has from the one it was made from is told with that one. The order is that of a reader who
//! looks for what a party could be held to: what is disputed before what is not, then by what is done in saying it
//! (conditions and refusals before opinions), then by how many documents carry it, then as the documents stand. It is an
//! order of reading and no measure of truth.

use zopa_evidence::between::Between;
use zopa_finding::between::Passage;
use zopa_finding::{Act, Attribution, Said, SourceDocument};

/// The acts, from what binds to what only looks ahead.
const ORDER: [Act; 16] = [
    Act::ConditionalOffer,
    Act::ConditionalRejection,
    Act::Rejection,
    Act::Demand,
    Act::Offer,
    Act::Acceptance,
    Act::Denial,
    Act::Threat,
    Act::Warning,
    Act::Accusation,
    Act::Doubt,
    Act::Criticism,
    Act::Question,
    Act::Report,
    Act::Assessment,
    Act::Forecast,
];

/// All that is said, in the order in which it is to be read.
pub(super) fn said(documents: &[SourceDocument], found: &Between) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    // Whoever retells, with the source and the number of what it retells: a document may stand before the one it is from.
    let mut again: Vec<(&SourceDocument, &SourceDocument, usize)> = Vec::new();
    for document in documents {
        for (number, attribution) in document.attributions.iter().enumerate() {
            match retold(documents, found, document, attribution) {
                Some((source, first)) => again.push((document, source, first)),
                None => all.push(entry(found, document, number, attribution)),
            }
        }
    }
    for (document, source, first) in again {
        let told = all.iter_mut().find(|said| said.document == source.source && said.attribution == first);
        if let Some(told) = told.filter(|told| !told.also.contains(&document.source)) {
            told.also.push(document.source.clone());
        }
    }
    // Stable: what is equal stays in the order of the documents.
    all.sort_by_key(|said| (said.disputes.is_empty(), rank(said.act), std::cmp::Reverse(said.also.len())));
    all
}

fn rank(act: Act) -> usize {
    ORDER.iter().position(|known| *known == act).unwrap_or(ORDER.len())
}

fn entry(found: &Between, document: &SourceDocument, number: usize, attribution: &Attribution) -> Said {
    let about = |passage: &Passage| stands_in(passage, document, attribution);
    let disputed = found.disputes.iter().enumerate();
    let disputed = disputed.filter(|(_, dispute)| dispute.sides.iter().flat_map(|side| &side.told).any(about));
    Said {
        document: document.source.clone(),
        attribution: number,
        act: attribution.act,
        also: Vec::new(),
        disputes: disputed.map(|(number, _)| number).collect(),
    }
}

/// The attribution that this one retells, up the whole line: the source it was made from, and its number there.
fn retold<'d>(
    documents: &'d [SourceDocument],
    found: &Between,
    document: &'d SourceDocument,
    attribution: &'d Attribution,
) -> Option<(&'d SourceDocument, usize)> {
    let mut at = (document, attribution);
    let mut known = None;
    // No line is longer than there are documents.
    for _ in documents {
        let Some((source, number)) = made_from(documents, found, at.0, at.1) else { break };
        known = Some((source, number));
        at = (source, source.attributions.get(number)?);
    }
    known
}

fn made_from<'d>(
    documents: &'d [SourceDocument],
    found: &Between,
    document: &SourceDocument,
    attribution: &Attribution,
) -> Option<(&'d SourceDocument, usize)> {
    let edges = found.descents.iter().filter(|edge| edge.direction_shown && edge.derived == document.source);
    let pairs = edges.flat_map(|edge| edge.pairs.iter().map(move |pair| (&edge.source, pair)));
    let mut pairs = pairs.filter(|(_, pair)| stands_in(&pair.derived, document, attribution));
    pairs.find_map(|(source, pair)| {
        let source = documents.iter().find(|known| known.source == *source)?;
        let number = source.attributions.iter().position(|said| stands_in(&pair.source, source, said))?;
        Some((source, number))
    })
}

/// Do the words of an attribution begin in this passage?
pub(super) fn stands_in(passage: &Passage, document: &SourceDocument, attribution: &Attribution) -> bool {
    let start = attribution.content.first().map(|place| place.start);
    passage.document == document.source && start.is_some_and(|start| passage.start <= start && start < passage.end)
}
