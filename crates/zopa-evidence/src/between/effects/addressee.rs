//! Where does the rewrite no longer say to whom it was said?
//!
//! "Told The Herald", "told reporters": a sentence made from that one has to have a word of it. An outlet that was told is
//! named apart, since it is where the story comes from.

use super::side::Word;
use super::{Edge, change};
use crate::between::heard::heard_by;
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::Place;
use zopa_finding::between::{RewriteEffect, Rewritten};

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    edge.kept().flat_map(|(at, made)| of_sentence(edge, at, &made)).collect()
}

fn of_sentence(edge: &Edge, at: usize, made: &[usize]) -> Vec<Rewritten> {
    let outlets = heard_by(edge.source.report.text, edge.source.report.sentence(at));
    let others = told(edge, at)
        .or_else(|| to_the_press(edge, at))
        .filter(|other| !outlets.iter().any(|outlet| outlet.overlaps(*other)));
    let lost = |effect| {
        move |span: Span| (!has(edge, span, made)).then(|| change(effect, Some(edge.source.passage(span)), None))
    };
    // A rewrite with credit names the outlet once.
    let credited = |outlet: &Span| edge.derived.report.text.contains(outlet.of(edge.source.report.text));
    let outlets: Vec<Span> = outlets.into_iter().filter(|outlet| !credited(outlet)).collect();
    let of_outlets = outlets.iter().copied().filter_map(lost(RewriteEffect::OutletDropped));
    let of_outlets = of_outlets.chain(relaying(edge, at, made));
    of_outlets.chain(others.into_iter().filter_map(lost(RewriteEffect::AddresseeDropped))).collect()
}

/// "The Evening Post reported that", "local media report that": an outlet through which it came, that the rewrite names nowhere.
fn relaying(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let span = edge.source.report.sentence(at);
    let here = |place: &Place| span.contains(Span::new(place.start, place.end));
    let own = |name: &str| edge.source.report.outlet.is_some_and(|own| own.contains(name));
    let told = edge.source.report.attributions.iter().filter(|one| one.content.iter().any(here));
    let outlets = told.flat_map(|one| &one.chain).filter(|holder| holder.outlet && !own(&holder.name));
    let mut named = outlets.filter_map(|holder| holder.mention.as_ref().filter(|mention| here(mention)));
    let gone = named.find(|mention| {
        let last = mention.exact.rsplit(' ').next().unwrap_or_default();
        last.starts_with(char::is_uppercase) && !edge.derived.report.text.contains(last)
    })?;
    let after = edge.derived.passage(edge.derived.report.sentence(*made.first()?));
    Some(change(RewriteEffect::OutletDropped, Some(edge.source.passage(Span::new(gone.start, gone.end))), Some(after)))
}

/// Does a sentence have a word that names who was told, or the paper, the broadcaster, the agency for it?
fn has(edge: &Edge, told: Span, made: &[usize]) -> bool {
    let named = edge.lists.lexicon.term_set(told.of(edge.source.report.text));
    let there: BTreeSet<&String> = edge.derived.of_sentences(made).filter_map(|word| word.term.as_ref()).collect();
    let stands_for = |word: &Word| {
        matches!(
            word.word.as_str(),
            "newspaper"
                | "paper"
                | "broadcaster"
                | "agency"
                | "outlet"
                | "channel"
                | "weekly"
                | "daily"
                | "magazine"
                | "station"
        )
    };
    named.iter().any(|term| there.contains(term)) || edge.derived.of_sentences(made).any(stands_for)
}

/// The words after "told" that say who was told, in small letters.
fn told(edge: &Edge, at: usize) -> Option<Span> {
    let text = edge.source.report.text;
    let words = edge.source.sentence(at);
    let verb = words.iter().position(|word| matches!(word.word.as_str(), "told" | "tells" | "telling" | "briefed"))?;
    let rest = words.get(verb + 1..)?;
    let mut end = words.get(verb)?.span.end;
    let of_name = |word: &&Word| {
        let joined = text.get(end..word.span.start) == Some(" ");
        end = word.span.end;
        joined && !ENDS.contains(&word.word.as_str())
    };
    let name = rest.get(..rest.iter().take_while(of_name).count())?;
    let (first, last) = (name.first()?, name.last()?);
    let pronoun =
        ["him", "her", "them", "us", "me", "you", "it", "this", "everyone", "to"].contains(&first.word.as_str());
    (!pronoun && name.len() <= LONG).then_some(Span::new(first.span.start, last.span.end))
}

/// "Remarked to reporters", "made clear to journalists in the capital".
fn to_the_press(edge: &Edge, at: usize) -> Option<Span> {
    let words = edge.source.sentence(at);
    let press =
        |word: &Word| matches!(word.word.as_str(), "reporters" | "journalists" | "correspondents" | "lawmakers");
    words.windows(2).find(|pair| matches!(pair, [to, who] if to.word == "to" && press(who)))?.last().map(|who| who.span)
}

/// Words after which nobody is named any more.
const ENDS: [&str; 24] = [
    "on",
    "in",
    "at",
    "that",
    "during",
    "after",
    "before",
    "as",
    "by",
    "from",
    "with",
    "late",
    "early",
    "yesterday",
    "today",
    "he",
    "she",
    "they",
    "it",
    "there",
    "how",
    "why",
    "what",
    "to",
];

/// More words than this name nobody.
const LONG: usize = 7;
