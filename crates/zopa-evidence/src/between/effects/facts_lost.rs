//! Which names, numbers and dates did the rewrite leave out, blur or change?

use super::{Edge, change};
use crate::between::facts::{Fact, FactKind};
use crate::between::heard::heard_by;
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::Place;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// Facts of matched sentences of the source that the derived document has nowhere, each once.
pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let mut told = BTreeSet::new();
    let mut changes: Vec<Rewritten> = Vec::new();
    for (at, made) in edge.kept() {
        let sentence = edge.source.report.sentence(at);
        let outlets = heard_by(edge.source.report.text, sentence);
        for fact in edge.lists.facts.of(edge.source.report.text, sentence) {
            let outlet = outlets.iter().any(|outlet| outlet.overlaps(fact.span));
            let kept =
                edge.derived.all.has(&fact) && !(outlet && is_broadcaster(&fact)) || edge.derived.all.has_whole(&fact);
            let lost = fact.kind != FactKind::VagueDate && !kept && !counts_sources(edge, &fact);
            if lost && told.insert(fact.key.clone()) {
                let found = if outlet { outlet_dropped(edge, &fact) } else { one(edge, &fact, &made, &changes) };
                changes.push(found);
            }
        }
    }
    changes
}

/// "Radio Tamsel": the word that comes last is the place's, and is no shorter name of the outlet.
fn is_broadcaster(outlet: &Fact) -> bool {
    let first = outlet.key.first().filter(|_| outlet.key.len() > 1);
    first.is_some_and(|word| matches!(word.as_str(), "radio" | "television" | "tv" | "channel" | "state"))
}

/// "Two officials": how many a source are is lost with the source, and told with it.
fn counts_sources(edge: &Edge, fact: &Fact) -> bool {
    let within = |place: &Place| Span::new(place.start, place.end).contains(fact.span);
    let sources = edge.source.report.attributions.iter().flat_map(|one| &one.source);
    fact.kind == FactKind::Number && sources.into_iter().any(within)
}

fn outlet_dropped(edge: &Edge, fact: &Fact) -> Rewritten {
    change(RewriteEffect::OutletDropped, Some(edge.source.passage(fact.span)), None)
}

/// What stands in the place of one fact stands in no other's.
fn one(edge: &Edge, fact: &Fact, made: &[usize], told: &[Rewritten]) -> Rewritten {
    let (gone, instead) = match fact.kind {
        FactKind::Number => (RewriteEffect::NumberDropped, Some((RewriteEffect::NumberChanged, FactKind::Number))),
        FactKind::Date | FactKind::VagueDate => {
            (RewriteEffect::DateDropped, Some((RewriteEffect::DateBlurred, FactKind::VagueDate)))
        }
        FactKind::Name => (RewriteEffect::NameDropped, None),
    };
    let before = Some(edge.source.passage(fact.span));
    let taken =
        |other: &Fact| told.iter().any(|told| told.after.as_ref().is_some_and(|after| after.start == other.span.start));
    let other = instead.and_then(|(effect, kind)| Some((effect, in_its_place(edge, fact, kind, made)?)));
    let other = other.filter(|(_, other)| !taken(other));
    match other {
        Some((effect, other)) => change(effect, before, Some(edge.derived.passage(other.span))),
        None => change(gone, before, None),
    }
}

/// What a counterpart has of that sort and the source has nowhere; a number has to count the same.
fn in_its_place(edge: &Edge, fact: &Fact, kind: FactKind, made: &[usize]) -> Option<Fact> {
    let text = edge.derived.report.text;
    let facts = made.iter().flat_map(|at| edge.lists.facts.of(text, edge.derived.report.sentence(*at)));
    let counted = |fact: &Fact, side: &super::Side| {
        let words = side.words.iter().flatten();
        words.skip_while(|word| word.span.start < fact.span.end).find_map(|word| word.term.clone())
    };
    facts
        .filter(|other| other.kind == kind && !edge.source.all.has(other))
        .find(|other| kind != FactKind::Number || counted(fact, &edge.source) == counted(other, &edge.derived))
}
