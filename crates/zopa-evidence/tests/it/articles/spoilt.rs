//! Does this scorer count as another one does? The gold, spoilt in a way that anybody can repeat, gives the figures that
//! another program, written apart from this one, gave for it.

use super::gold::{Document, Family, Said, families};
use super::score::{Figures, Found, FoundSaid, Link};

/// Families that quote between double marks; the other program knows no others.
fn compared() -> Vec<Family> {
    families().into_iter().filter(|family| ["corridor", "docks", "weir"].contains(&family.name.as_str())).collect()
}

/// Every fourth attribution left out, the next one cut to half, the next one without its source, the next with a wrong
/// chain; and the first sentence of each article as one that is not there.
fn says(number: usize, document: &Document) -> Vec<FoundSaid> {
    let mut all: Vec<FoundSaid> = document
        .says
        .iter()
        .enumerate()
        .filter(|(at, _)| at % 4 != 0)
        .map(|(at, said)| spoilt(number, document, at, said))
        .collect();
    let body = document.sentences.iter().find(|sentence| sentence.sort == "body").unwrap();
    all.push(FoundSaid { document: number, content: vec![body.span.clone()], ..FoundSaid::default() });
    all
}

fn spoilt(number: usize, document: &Document, at: usize, said: &Said) -> FoundSaid {
    let mut content = said.content.clone();
    let mut source: Vec<_> = said.source.iter().cloned().collect();
    let mut chain: Vec<String> = said.chain.iter().filter_map(|hop| hop.holder.clone()).collect();
    match at % 4 {
        1 => content[0].start = middle(document, &content[0]),
        2 => source.clear(),
        _ if chain.len() > 1 => chain.reverse(),
        _ => chain = vec!["nobody".into()],
    }
    FoundSaid { document: number, content, source, chain, ..FoundSaid::default() }
}

fn middle(document: &Document, span: &super::gold::Span) -> usize {
    let words = &document.text[span.clone()];
    let half = words.chars().count() / 2;
    words.char_indices().nth(half).map_or(span.end, |(at, _)| span.start + at)
}

/// Every third pair; every drift, each second one a sentence too far; every second contradiction; every second line that is
/// no text, and the headline. `first`: how many of each came in the families before.
fn found(family: &Family, first: &mut [usize; 3]) -> Found {
    let place = |at: (usize, usize)| (at.0, family.documents[at.0].sentences[at.1].span.clone());
    let pairs = family.pairs.iter().enumerate().filter(|(at, _)| (first[0] + at).is_multiple_of(3));
    let drift = family.drift.iter().enumerate().map(|(at, drift)| {
        let (a, mut b) = (drift.wordings[0].at, drift.wordings[1].at);
        b.1 += (first[1] + at) % 2;
        Link { a: place(a), b: place(b) }
    });
    let told = family.contradictions.iter().enumerate().filter(|(at, _)| (first[2] + at).is_multiple_of(2));
    let numbers = 0..family.documents.len();
    let found = Found {
        says: numbers.clone().flat_map(|number| says(number, &family.documents[number])).collect(),
        pairs: pairs.map(|(_, pair)| Link { a: place(pair.a), b: place(pair.b) }).collect(),
        drift: drift.collect(),
        contradictions: told
            .map(|(_, told)| Link {
                a: place(told.sides[0].places[0]),
                b: place(*told.sides[1].places.last().unwrap()),
            })
            .collect(),
        left_out: numbers.flat_map(|number| left_out(number, &family.documents[number])).collect(),
        ..Found::default()
    };
    *first = [first[0] + family.pairs.len(), first[1] + family.drift.len(), first[2] + family.contradictions.len()];
    found
}

fn left_out(number: usize, document: &Document) -> Vec<(usize, super::gold::Span)> {
    let lines =
        document.sentences.iter().filter(|line| ["boilerplate", "byline", "caption"].contains(&line.sort.as_str()));
    let second = lines.step_by(2).chain(document.sentences.first());
    second.map(|line| (number, line.span.clone())).collect()
}

#[test]
fn another_scorer_counts_the_same() {
    let (mut figures, mut first) = (Figures::default(), [0; 3]);
    for family in compared() {
        let found = found(&family, &mut first);
        figures.add(&family, &found);
    }
    let counts = |count: super::score::Count| (count.right, count.found, count.there);
    let says = &figures.says;
    assert_eq!(counts(says.all), (102, 118, 150));
    assert_eq!(counts(says.with_source), (66, 118, 150));
    assert_eq!(counts(says.direct), (21, 24, 29));
    let recall: Vec<_> = says.recall.iter().map(|(kind, count)| (*kind, count.right, count.there)).collect();
    assert_eq!(recall, [("direct", 21, 29), ("indirect", 66, 99), ("mixed", 15, 22)]);
    assert_eq!((says.chains.right, says.relays.right, says.relays.there), (65, 6, 21));
    assert_eq!(counts(figures.pairs), (19, 32, 56));
    assert_eq!((figures.drift.found, figures.drift.there), (12, 24));
    assert_eq!((figures.drift.links.right, figures.drift.links.found), (12, 24));
    assert_eq!((figures.contradictions.found, figures.contradictions.there), (8, 16));
    assert_eq!((figures.contradictions.links.right, figures.contradictions.links.found), (8, 12));
    assert_eq!(counts(figures.left_out), (18, 29, 29));
}
