//! Where did somebody who was named as the source fall away, or become another?
//!
//! The sentence of the source has somebody who said it; the sentences made from it have nobody, nor any other sign of
//! where they have it from: what was told as said is told as so. Or they have it from nobody in particular ("reportedly"),
//! or from the one of whom it was told. Where both have somebody, the two are compared by the words that name them; who is
//! named by a pronoun or an office alone is not held to be another.

use super::sourcing::sourced;
use super::{Edge, change};
use crate::between::facts::FactWords;
use crate::between::lexicon::{stem, words};
use crate::between::speaker::{is_pronoun, same_name};
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::between::{RewriteEffect, Rewritten};
use zopa_finding::{Attribution, Holder, Place};

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let one = |(at, made): (usize, Vec<usize>)| one(edge, at, &made).or_else(|| further(edge, at, &made));
    edge.kept().filter_map(one).collect()
}

/// "She said the engineer had told her that it would hold", "it will hold, she said": who said it to begin with fell away, and what
/// they said is still there.
fn further(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let span = edge.source.report.sentence(at);
    let first = edge.derived.report.sentence(*made.first()?);
    let text = edge.source.report.text;
    let kept = |one: &Attribution| {
        let said: BTreeSet<String> = one
            .content
            .iter()
            .flat_map(|place| edge.lists.lexicon.term_set(Span::new(place.start, place.end).of(text)))
            .collect();
        let there: BTreeSet<&String> = edge.derived.of_sentences(made).filter_map(|word| word.term.as_ref()).collect();
        said.len() >= 2 && said.iter().filter(|term| there.contains(term)).count() * 2 >= said.len()
    };
    let inside = |place: &Place| span.contains(Span::new(place.start, place.end));
    let nested = edge.source.report.attributions.iter().filter(|one| {
        one.within.is_some()
            && !one.relayed
            && one.source.as_ref().is_some_and(inside)
            && one.content.iter().any(inside)
    });
    let fell = nested.filter(|one| kept(one)).find_map(|one| {
        let holder = one.chain.last()?;
        let gone = !is_unsure(&holder.name) && !is_named(edge, holder, made);
        one.source.as_ref().filter(|_| gone)
    })?;
    let before = edge.source.passage(Span::new(fell.start, fell.end));
    Some(change(RewriteEffect::SourceDropped, Some(before), Some(edge.derived.passage(first))))
}

fn one(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let own = saying(edge.source.report.attributions.as_slice(), edge.source.report.sentence(at));
    let (told, holder) = own.iter().filter(|one| !is_silent(one)).find_map(|one| Some((*one, one.chain.last()?)))?;
    let mention = holder.mention.as_ref().or(told.source.as_ref()).filter(|_| !told.relayed)?;
    let before = edge.source.passage(Span::new(mention.start, mention.end));
    let dropped = |effect, after: Span| Some(change(effect, Some(before.clone()), Some(edge.derived.passage(after))));
    let spans: Vec<Span> = made.iter().map(|sentence| edge.derived.report.sentence(*sentence)).collect();
    let first = *spans.first()?;
    let all = edge.derived.report.attributions.as_slice();
    let after: Vec<&Attribution> = spans.iter().flat_map(|span| touching(all, *span)).collect();
    if after.is_empty() && !made.iter().any(|sentence| sourced(&edge.derived, *sentence)) {
        let named = !is_proper(edge, &holder.name) && is_named(edge, holder, made);
        return if named || is_said_by(edge, holder, made) {
            None
        } else {
            dropped(RewriteEffect::SourceDropped, first)
        };
    }
    if let Some(cue) = hearsay(&after).filter(|_| !sourced(&edge.source, at) && !own.iter().any(|one| one.relayed)) {
        return dropped(RewriteEffect::AttributionWeakened, cue);
    }
    // "According to a report", "reportedly": what became of that is told by `sourcing`.
    if hearsay(&after).is_some() && sourced(&edge.source, at) {
        return None;
    }
    // "There are fears that": told by nobody in particular.
    let nobody = after.iter().all(|one| one.chain.is_empty()) && !own.iter().any(|one| one.relayed);
    if nobody && !is_named(edge, holder, made) && !is_said_by(edge, holder, made) {
        return dropped(RewriteEffect::SourceDropped, first);
    }
    // Of several sentences made from this one, the most alike that tells who said it.
    let speakers = |span: &Span| -> Vec<(&Attribution, &Holder)> {
        saying(all, *span).into_iter().filter_map(|one| Some((one, one.chain.last()?))).collect()
    };
    let others = spans.iter().map(speakers).find(|others| !others.is_empty()).unwrap_or_default();
    let (only, other) = *others.first()?;
    let one_other = others.iter().all(|(_, another)| another.name == other.name);
    let known = own.iter().flat_map(|one| &one.chain).any(|own| is_same(edge, own, other)) || is_unsure(&other.name);
    if counted(&holder.name) && holder.anonymous && other.anonymous && known && !counted(&other.name) {
        let place = other.mention.as_ref().or(only.source.as_ref())?;
        return dropped(RewriteEffect::AttributionWeakened, Span::new(place.start, place.end));
    }
    if !one_other || known || is_unsure(&holder.name) {
        return None;
    }
    let place = other.mention.as_ref().or(only.source.as_ref())?;
    let new = Span::new(place.start, place.end);
    if is_told_of(edge, told, other) && !is_named(edge, holder, made) {
        return dropped(RewriteEffect::SourceDropped, new);
    }
    let unnamed = holder.anonymous && other.anonymous;
    // "Okell, Dunmarra's minister", "a Dunmarran official": the name is gone.
    let no_name = !holder.anonymous && other.anonymous;
    if !unnamed && !no_name && stands_beside(edge, at, told, other) {
        return None;
    }
    let single = own.iter().filter_map(|one| one.chain.last()).all(|one| one.name == holder.name);
    if single { dropped(RewriteEffect::SpeakerChanged, new) } else { None }
}

/// "Declined to comment": nothing was said.
fn is_silent(one: &Attribution) -> bool {
    let declined =
        one.cue.iter().any(|cue| ["declin", "refus"].iter().any(|verb| cue.exact.to_lowercase().contains(verb)));
    let speak =
        ["to comment", "to speak", "to say", "to answer", "to discuss", "to talk", "to be named", "to elaborate"];
    declined && one.content.first().is_some_and(|content| speak.iter().any(|words| content.exact.starts_with(words)))
}

/// "Four officials": how many they are.
fn counted(name: &str) -> bool {
    let first = words(name).into_iter().next();
    first.is_some_and(|(first, _)| FactWords::english().number(&first).is_some() && first != "one")
}

/// A pronoun, or words that point back: they may well name the same one.
fn is_unsure(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let pointing = matches!(first.as_str(), "her" | "him" | "them" | "his" | "their" | "its" | "whose" | "which")
        || matches!(first.as_str(), "anyone" | "nobody" | "someone" | "everyone" | "somebody" | "anybody");
    let bare = first == "the" && !name.get(first.len()..).unwrap_or_default().contains(char::is_uppercase);
    let rest = name.get(first.len()..).unwrap_or_default().trim();
    let one = first == "one" && matches!(rest, "" | "of them" | "of these" | "of those");
    is_pronoun(name) || pointing || bare || one
}

/// A name alone, without a word for what somebody is: it may stand in a sentence without being its source.
fn is_proper(edge: &Edge, name: &str) -> bool {
    let small = name.to_lowercase();
    let common = [&edge.derived, &edge.source].iter().any(|side| side.report.text.contains(&small));
    !common && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// The words that say something in the name of somebody.
/// Do the sentences still have the words for somebody, most of them?
fn is_named(edge: &Edge, holder: &Holder, made: &[usize]) -> bool {
    let there: BTreeSet<&String> = edge.derived.of_sentences(made).filter_map(|word| word.term.as_ref()).collect();
    let name = edge.lists.lexicon.term_set(&holder.name);
    !name.is_empty() && name.iter().filter(|term| there.contains(term)).count() * 2 >= name.len()
}

/// Do they have the last name of somebody, and a verb of saying: "Voss told the Gazette"?
fn is_said_by(edge: &Edge, holder: &Holder, made: &[usize]) -> bool {
    let Some((last, _)) = words(&holder.name).pop() else { return false };
    let says = edge.lists.lexicon.term_of("said");
    let has = |test: &dyn Fn(&super::Word) -> bool| edge.derived.of_sentences(made).any(test);
    has(&|word| word.word == last) && has(&|word| word.term.is_some() && word.term == says)
}

/// Is the new speaker somebody of whom the statement told: "the officials said the council would", "the council would"?
fn is_told_of(edge: &Edge, told: &Attribution, other: &Holder) -> bool {
    let text = |place: &Place| Span::new(place.start, place.end).of(edge.source.report.text);
    let content: BTreeSet<String> =
        told.content.iter().flat_map(|place| edge.lists.lexicon.term_set(text(place))).collect();
    let name = edge.lists.lexicon.term_set(&other.name);
    !name.is_empty() && name.iter().filter(|term| content.contains(*term)).count() * 2 >= name.len()
}

/// Is the new speaker described in the source's sentence, beside what was said: "Pike, who speaks for the minister", "a
/// spokesman of the minister"?
fn stands_beside(edge: &Edge, at: usize, told: &Attribution, other: &Holder) -> bool {
    let said =
        |word: &super::Word| told.content.iter().any(|place| Span::new(place.start, place.end).contains(word.span));
    let beside: BTreeSet<&String> =
        edge.source.sentence(at).iter().filter(|word| !said(word)).filter_map(|word| word.term.as_ref()).collect();
    let name = edge.lists.lexicon.term_set(&other.name);
    !name.is_empty() && name.iter().filter(|term| beside.contains(term)).count() * 2 >= name.len()
}

/// The words by which it is told as hearsay.
fn hearsay(after: &[&Attribution]) -> Option<Span> {
    let cue = after.iter().find(|one| one.relayed)?.cue.first()?;
    Some(Span::new(cue.start, cue.end))
}

/// The same name, or a word in common that says something.
fn is_same(edge: &Edge, one: &Holder, other: &Holder) -> bool {
    let initials = |holder: &Holder| -> String {
        holder.name.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
    };
    let short = |long: &Holder, short: &Holder| {
        short.name.split_whitespace().any(|word| word.len() > 1 && word == initials(long))
    };
    // Who has no name is known by the words for them alone: "participants" need not be the "officials".
    let plain = |holder: &Holder| -> BTreeSet<String> { head(&holder.name).into_iter().collect() };
    let both = one.anonymous && other.anonymous;
    let of = |holder: &Holder| if both { plain(holder) } else { edge.lists.lexicon.term_set(&holder.name) };
    let (left, right) = (of(one), of(other));
    // "A Pellenian official" is not Pellenia.
    if one.anonymous != other.anonymous && !one.outlet && !other.outlet {
        return same_name(&one.name, &other.name);
    }
    same_name(&one.name, &other.name)
        || short(one, other)
        || short(other, one)
        || right.is_empty()
        || !left.is_disjoint(&right)
}

/// What somebody is called who has no name: "three members of the board" are members.
fn head(name: &str) -> Option<String> {
    let joint = |word: &str| {
        matches!(
            word,
            "of" | "in"
                | "with"
                | "from"
                | "to"
                | "who"
                | "at"
                | "on"
                | "close"
                | "familiar"
                | "briefed"
                | "privy"
                | "near"
        )
    };
    let words = words(name);
    words.iter().take_while(|(word, _)| !joint(word)).last().map(|(word, _)| stem(word))
}

fn saying(all: &[Attribution], span: Span) -> Vec<&Attribution> {
    let inside = |one: &&Attribution| one.content.iter().any(|place| span.overlaps(Span::new(place.start, place.end)));
    all.iter().filter(|one| one.within.is_none() && !is_pointing(one)).filter(inside).collect()
}

/// With a source, a cue or content in the sentence.
fn touching(all: &[Attribution], span: Span) -> Vec<&Attribution> {
    let inside = |one: &&Attribution| {
        let places = one.content.iter().chain(&one.cue).chain(&one.source);
        places.into_iter().any(|place| span.overlaps(Span::new(place.start, place.end)))
    };
    all.iter().filter(|one| !is_pointing(one)).filter(inside).collect()
}

/// "This shift may signal": what is pointed at is a thing, and nobody who says something.
fn is_pointing(one: &Attribution) -> bool {
    let name = one.chain.last().map_or("", |holder| holder.name.as_str());
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "this" | "these" | "that" | "those" | "such")
}
