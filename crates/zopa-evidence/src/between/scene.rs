//! What do the findings between documents look at together?

use super::Report;
use super::align::Pair;
use super::corpus::Corpus;
use super::effects::{Lists, Piece, Side, pieces};
use super::lineage::Link;
use super::offices::Offices;
use super::scope::{Occasion, of_document, of_sentences};
use super::touching::Touching;
use crate::span::Span;
use zopa_finding::Attribution;
use zopa_finding::between::Passage;

/// A sentence: document and number.
pub(crate) type At = (usize, usize);

/// The documents of a case with what was found in them.
pub(crate) struct Scene<'a> {
    pub(crate) reports: &'a [Report<'a>],
    pub(crate) corpus: &'a Corpus,
    pub(crate) lists: &'a Lists,
    pub(crate) links: &'a [Link],
    pub(crate) sides: Vec<Side<'a>>,
    /// The quotes, by document.
    pub(crate) quotes: Vec<Vec<Piece>>,
    occasions: Vec<Occasion>,
    /// The occasions of the sentences, by document.
    told: Vec<Vec<Occasion>>,
    touching: Vec<Touching>,
    pub(crate) offices: Offices,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(reports: &'a [Report<'a>], corpus: &'a Corpus, lists: &'a Lists, links: &'a [Link]) -> Scene<'a> {
        let sides: Vec<Side> = reports.iter().map(|report| Side::of(report, &lists.lexicon, lists.facts)).collect();
        let quotes = sides.iter().map(pieces).collect();
        let told: Vec<Vec<Occasion>> = sides.iter().map(|side| of_sentences(side, lists.facts)).collect();
        let mut occasions: Vec<Occasion> =
            sides.iter().zip(&told).map(|(side, told)| of_document(side, told)).collect();
        for link in links {
            if let Some(source) = occasions.get(link.source).cloned()
                && let Some(own) = occasions.get_mut(link.derived)
            {
                own.inherit(&source);
            }
        }
        let touching = reports.iter().map(Touching::of).collect();
        let offices = Offices::of(reports);
        Scene { reports, corpus, lists, links, sides, quotes, occasions, told, touching, offices }
    }

    pub(crate) fn side(&self, document: usize) -> Option<&Side<'a>> {
        self.sides.get(document)
    }

    pub(crate) fn span(&self, (document, sentence): At) -> Span {
        self.reports.get(document).map_or_else(Span::default, |report| report.sentence(sentence))
    }

    pub(crate) fn text(&self, document: usize) -> &'a str {
        self.reports.get(document).map_or("", |report| report.text)
    }

    pub(crate) fn passage(&self, at: At) -> Option<Passage> {
        Some(self.reports.get(at.0)?.passage(self.span(at)))
    }

    /// Every sentence of every document.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = At> + '_ {
        self.reports
            .iter()
            .enumerate()
            .flat_map(|(document, report)| (0..report.sentences.len()).map(move |at| (document, at)))
    }

    /// The attributions with something of theirs in a span.
    pub(crate) fn told_in(&self, document: usize, span: Span) -> impl Iterator<Item = &'a Attribution> + use<'a> {
        let found = self.reports.get(document).zip(self.touching.get(document));
        let numbers = found.map_or(Vec::new(), |(report, touching)| touching.in_span(report, span));
        let report = self.reports.get(document);
        numbers.into_iter().filter_map(move |number| report?.attributions.get(number as usize))
    }

    /// The attributions with content in a span.
    pub(crate) fn saying(&self, document: usize, span: Span) -> impl Iterator<Item = &'a Attribution> + use<'a> {
        self.told_in(document, span)
            .filter(move |one| one.content.iter().any(|place| Span::new(place.start, place.end).overlaps(span)))
    }

    /// Does a document come from another of the case?
    pub(crate) fn is_derived(&self, document: usize) -> bool {
        self.links.iter().any(|link| link.derived == document)
    }

    /// How alike two sentences are, in thousandths.
    pub(crate) fn alike(&self, one: At, other: At) -> u32 {
        let sentence = |at: At| self.corpus.sentences(at.0).get(at.1);
        match (sentence(one), sentence(other)) {
            (Some(left), Some(right)) => self.corpus.alike(left, right),
            _ => 0,
        }
    }

    /// The same, whatever numbers and dates are in them.
    pub(crate) fn alike_but_for_figures(&self, one: At, other: At) -> u32 {
        let sentence = |at: At| self.corpus.sentences(at.0).get(at.1);
        match (sentence(one), sentence(other)) {
            (Some(left), Some(right)) => self.corpus.alike_but_for_figures(left, right),
            _ => 0,
        }
    }

    /// How much of the shorter of two sentences stands in the other, numbers and dates apart, in thousandths, if they share
    /// two words or more.
    pub(crate) fn contained(&self, one: At, other: At) -> u32 {
        let sentence = |at: At| self.corpus.sentences(at.0).get(at.1);
        let (Some(left), Some(right)) = (sentence(one), sentence(other)) else { return 0 };
        let (shared, count) = self.corpus.shared(&left.plain, &right.plain);
        let short = left.plain_weight.min(right.plain_weight);
        if count < 2 { 0 } else { (shared * 1000).checked_div(short).unwrap_or_default() as u32 }
    }

    /// The same, of what is told in them, whoever says it.
    pub(crate) fn tell_alike(&self, one: At, other: At) -> u32 {
        let sentence = |at: At| self.corpus.sentences(at.0).get(at.1);
        match (sentence(one), sentence(other)) {
            (Some(left), Some(right)) => self.corpus.tell_alike(left, right),
            _ => 0,
        }
    }

    /// Do two sentences certainly speak of two occasions?
    pub(crate) fn apart(&self, one: At, other: At) -> bool {
        let here = |at: At| self.told.get(at.0).and_then(|told| told.get(at.1));
        here(one).zip(here(other)).is_some_and(|(one, other)| one.apart(other)) || self.documents_apart(one.0, other.0)
    }

    /// Are two documents about two rounds or two years?
    pub(crate) fn documents_apart(&self, one: usize, other: usize) -> bool {
        matches!((self.occasions.get(one), self.occasions.get(other)), (Some(left), Some(right)) if left.apart(right))
    }

    /// The counterparts of a sentence over the edges, one step either way.
    pub(crate) fn counterparts(&self, (document, sentence): At) -> Vec<At> {
        let derived = self.links.iter().filter(move |link| link.derived == document);
        let made_of = derived.flat_map(move |link| {
            link.pairs.iter().filter(move |pair| pair.one == sentence).map(move |pair: &Pair| (link.source, pair.other))
        });
        let source = self.links.iter().filter(move |link| link.source == document);
        let made_from = source.flat_map(move |link| {
            link.pairs
                .iter()
                .filter(move |pair| pair.other == sentence)
                .map(move |pair: &Pair| (link.derived, pair.one))
        });
        made_of.chain(made_from).collect()
    }
}
