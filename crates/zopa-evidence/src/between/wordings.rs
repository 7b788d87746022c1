//! Which wordings are of one utterance?
//!
//! Over an edge: each quote of the source with what the derived document made of it. Between documents of which neither
//! was made from the other: quotes that share their words, if the same speaker said them, on one occasion as far as the
//! documents say. Who is not named is never made one with another's source.

use super::align::{FAIR, STRONG};
use super::article::is_prose;
use super::effects::{Piece, half_shared, holds};
use super::lineage::Link;
use super::scene::{At, Scene};
use super::speaker::{is_pronoun, same};
use crate::span::Span;
use std::collections::BTreeMap;
use zopa_finding::between::{Descent, Passage, RewriteEffect, Rewritten, Utterance, WordingKind, WordingPair};
use zopa_finding::{Act, Attribution, AttributionKind, Holder};

/// So many words in a row two documents share only if one of them, or both, took them from one speaker.
const ROW: usize = 3;

/// Utterances that stand in two documents or more, in the order of their fullest wordings.
pub(crate) fn utterances(scene: &Scene, descents: &[Descent]) -> Vec<Utterance> {
    let mut pairs = over_edges(scene);
    for (link, descent) in scene.links.iter().zip(descents) {
        let told = retold_changes(scene, (link.source, link.derived), descent);
        let new = |one: &Found| !pairs.iter().any(|had| inside(had.0, one.0) && had.1.0 == one.1.0);
        let told: Vec<Found> = told.into_iter().filter(new).collect();
        pairs.extend(told);
        let told = retold_statements(scene, link);
        let new = |one: &Found| !pairs.iter().any(|had| inside(had.0, one.0) && inside(had.1, one.1));
        let told: Vec<Found> = told.into_iter().filter(new).collect();
        pairs.extend(told);
    }
    pairs.extend(between_sources(scene));
    pairs.extend(passed_on(scene));
    grouped(scene, pairs)
}

/// Two wordings: document and span of each, the fuller one first.
type Found = ((usize, Span), (usize, Span), WordingKind);

fn over_edges(scene: &Scene) -> Vec<Found> {
    let mut found = Vec::new();
    for link in scene.links {
        let quotes = scene.quotes.get(link.source).map_or(&[][..], Vec::as_slice);
        for quote in quotes {
            let made = link.told_from(quote.sentence);
            found.extend(
                rendered(scene, link.derived, quote, &made)
                    .map(|(span, kind)| ((link.source, quote.span), (link.derived, span), kind)),
            );
        }
        for quote in quotes {
            found.extend(retold(scene, (link.source, link.derived), quote, &link.told_from(quote.sentence)));
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(one, other, _)| (*one, *other));
    found
}

/// Does one place lie within the other, or the other within it?
fn inside(one: (usize, Span), other: (usize, Span)) -> bool {
    one.0 == other.0 && (one.1.contains(other.1) || other.1.contains(one.1))
}

/// What was said without quotation marks, where the rewrite changed something in it that a reader has to know of.
fn retold_changes(scene: &Scene, edge: (usize, usize), descent: &Descent) -> Vec<Found> {
    let mut found: Vec<Found> =
        descent.changes.iter().filter_map(|change| retold_change(scene, edge, change)).collect();
    found.sort_unstable();
    found.dedup_by_key(|(one, other, _)| (*one, *other));
    found
}

fn retold_change(scene: &Scene, (source, derived): (usize, usize), change: &Rewritten) -> Option<Found> {
    let span = |passage: &Passage| Span::new(passage.start, passage.end);
    let (before, after) = (span(change.before.as_ref()?), span(change.after.as_ref()?));
    let said = said_at(scene, source, before)?;
    let was = content(said)?;
    match change.effect {
        RewriteEffect::QuoteReworded if scene.reports.get(source)?.sentences.contains(&before) => {
            Some(((source, was), (derived, after), WordingKind::Drift))
        }
        RewriteEffect::SourceDropped | RewriteEffect::AttributionWeakened => {
            let sentence = *scene.reports.get(derived)?.sentences.iter().find(|sentence| sentence.overlaps(after))?;
            let name = change.before.as_ref()?.exact.rsplit(' ').next()?;
            let named = scene.saying(derived, sentence).any(|one| one.source.is_some());
            let named = named || sentence.of(scene.text(derived)).contains(name);
            let title = !is_prose(sentence_at(scene, source, before)?.of(scene.text(source)));
            (!named && !title).then_some(((source, was), (derived, sentence), WordingKind::SourceDropped))
        }
        RewriteEffect::QuantityDropped
        | RewriteEffect::QuantityChanged
        | RewriteEffect::ConditionDropped
        | RewriteEffect::ConditionSoftened
        | RewriteEffect::DateBlurred
        | RewriteEffect::NumberDropped
        | RewriteEffect::NumberChanged
        | RewriteEffect::SpeakerChanged => changed_in_content(scene, (source, before), (derived, after), false),
        RewriteEffect::ModalityShifted
        | RewriteEffect::HedgeAdded
        | RewriteEffect::HedgeRemoved
        | RewriteEffect::Weakened
        | RewriteEffect::Strengthened
        | RewriteEffect::ScopeChanged => changed_in_content(scene, (source, before), (derived, after), true),
        _ => None,
    }
}

/// What was said with the words that were changed, and what stands for it. How firmly somebody unnamed put it, the reporter
/// chose: where that alone was changed (`manner`), both have to have the speaker by name.
fn changed_in_content(
    scene: &Scene,
    (source, before): (usize, Span),
    (derived, after): (usize, Span),
    manner: bool,
) -> Option<Found> {
    let here = sentence_at(scene, source, before)?;
    let there = sentence_at(scene, derived, after)?;
    if !is_prose(here.of(scene.text(source))) || !is_prose(there.of(scene.text(derived))) {
        return None;
    }
    let own = |one: &&Attribution| one.within.is_none() && !one.chain.is_empty();
    let said: Vec<&Attribution> = scene.saying(source, here).filter(own).collect();
    let said = said.iter().find(touched_by(before)).or_else(|| said.first().filter(|_| here == before))?;
    let was = content(said)?;
    let now: Vec<&Attribution> = scene.saying(derived, there).filter(own).collect();
    let speaker = said.chain.last()?;
    let same = now.first().map_or(is_named_speaker(speaker), |now| same_or_pronoun(Some(speaker), now.chain.last()));
    if manner && !same {
        return None;
    }
    let Some(first) = now.first() else {
        return Some(((source, was), (derived, there), WordingKind::SourceDropped));
    };
    let now = now.iter().find(touched_by(after)).unwrap_or(first);
    Some(((source, was), (derived, content(now)?), WordingKind::Paraphrase))
}

fn touched_by(place: Span) -> impl Fn(&&&Attribution) -> bool {
    move |one| one.content.iter().chain(&one.cue).any(|part| Span::new(part.start, part.end).overlaps(place))
}

/// What somebody named said in words of the source's own, and what the rewrite has them say in its own.
fn retold_statements(scene: &Scene, link: &Link) -> Vec<Found> {
    let said = scene.reports.get(link.source).map_or(&[][..], |report| report.attributions.as_slice());
    let own = said.iter().filter(|one| one.within.is_none() && one.kind == AttributionKind::Indirect);
    own.filter_map(|one| retold_statement(scene, link, one)).collect()
}

fn retold_statement(scene: &Scene, link: &Link, said: &Attribution) -> Option<Found> {
    let was = content(said)?;
    // What is hearsay already has no speaker to lose.
    let named = |holder: &Holder| {
        !holder.anonymous && holder.name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
    };
    let holder = said.chain.last().filter(|holder| named(holder) || !said.relayed && !holder.outlet)?;
    let here = sentence_at(scene, link.source, was)?;
    let at = scene.reports.get(link.source)?.sentences.iter().position(|sentence| *sentence == here)?;
    let best = link.pairs.iter().filter(|pair| pair.other == at && pair.alike >= FAIR).max_by_key(|pair| pair.alike)?;
    let there = scene.span((link.derived, best.one));
    let prose = is_prose(here.of(scene.text(link.source))) && is_prose(there.of(scene.text(link.derived)));
    let mut told = scene.saying(link.derived, there).filter(|one| one.within.is_none());
    let Some(now) = told.next() else {
        let dropped = prose && best.alike >= STRONG;
        return dropped.then_some(((link.source, was), (link.derived, there), WordingKind::SourceDropped));
    };
    let one = same_or_pronoun(Some(holder), now.chain.last());
    // "The mayor said the port would pay", "the port will pay": of whom it was told does not tell it in other words.
    let told_of = now.chain.last().is_some_and(|now| was.of(scene.text(link.source)).contains(&now.name));
    let another = best.alike >= CLEAR && !told_of && now.chain.last().is_some_and(|now| changed_speaker(holder, now));
    let told = content(now)?;
    let (left, right) = (was.of(scene.text(link.source)), told.of(scene.text(link.derived)));
    let kind = if left.eq_ignore_ascii_case(right) { WordingKind::Identical } else { WordingKind::Paraphrase };
    (prose && (one || another)).then_some(((link.source, was), (link.derived, told), kind))
}

/// So alike are two sentences that tell one thing, whoever is named as the one who said it.
const CLEAR: u32 = 360;

/// Is it told as another's now? Of two who are not named, if other words are used for what they are.
fn changed_speaker(one: &Holder, now: &Holder) -> bool {
    let first = |holder: &Holder| holder.name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let both = one.anonymous && now.anonymous;
    let alone = both && one.name.eq_ignore_ascii_case(&now.name);
    let passes_on = !one.outlet || now.outlet;
    passes_on && !is_pronoun(&now.name) && if both { alone || first(one) != first(now) } else { !same(one, now) }
}

fn sentence_at(scene: &Scene, document: usize, place: Span) -> Option<Span> {
    scene.reports.get(document)?.sentences.iter().find(|sentence| sentence.overlaps(place)).copied()
}

/// The attribution of the document in whose source or content a place lies.
fn said_at<'a>(scene: &Scene<'a>, document: usize, place: Span) -> Option<&'a Attribution> {
    let mut all = scene.told_in(document, place).filter(|one| one.within.is_none());
    all.find(|one| !one.chain.is_empty())
}

/// The first part of what was said.
fn content(said: &Attribution) -> Option<Span> {
    said.content.first().map(|place| Span::new(place.start, place.end))
}

fn is_named_speaker(one: &Holder) -> bool {
    !one.anonymous && !one.outlet && one.name.contains(char::is_uppercase)
}

/// Somebody named, and the same by name, by office, or "he".
fn same_or_pronoun(one: Option<&Holder>, other: Option<&Holder>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    !one.anonymous
        && !one.outlet
        && (same(one, other)
            || one.name.eq_ignore_ascii_case(&other.name)
            || is_pronoun(&other.name)
            || is_office(one)
            || is_office(other))
}

/// "The state secretary": somebody whom the text named before.
fn is_office(holder: &Holder) -> bool {
    let name = holder.name.as_str();
    !holder.anonymous && !holder.outlet && name.starts_with("the ") && !name.contains(char::is_uppercase)
}

/// What stands between quotation marks in the derived document.
fn rendered(scene: &Scene, derived: usize, quote: &Piece, made: &[usize]) -> Option<(Span, WordingKind)> {
    let quotes = scene.quotes.get(derived)?;
    let of_made = || quotes.iter().filter(|other| made.contains(&other.sentence));
    if let Some(whole) =
        quotes.iter().find(|other| holds(&other.words, &quote.words) && other.words.len() == quote.words.len())
    {
        return Some((whole.span, WordingKind::Identical));
    }
    let long = |other: &&Piece| other.words.len() >= 2;
    let part = |other: &&Piece| holds(&quote.words, &other.words) || holds(&other.words, &quote.words);
    if let Some(part) = of_made().filter(long).find(part) {
        return Some((part.span, WordingKind::Truncated));
    }
    of_made().find(|other| half_shared(&quote.words, &other.words)).map(|other| (other.span, WordingKind::Drift))
}

/// The sentence of the derived document that tells the quote without its marks: the one with most of its words.
fn retold(scene: &Scene, (source, derived): (usize, usize), quote: &Piece, made: &[usize]) -> Option<Found> {
    if rendered(scene, derived, quote, made).is_some() {
        return None;
    }
    let best = made
        .iter()
        .map(|at| (carried(scene, (source, derived), quote, *at), *at))
        .max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))?;
    if best.0 == 0 && quote.words.len() > 2 {
        return None;
    }
    let span = scene.span((derived, best.1));
    let sourced = scene.told_in(derived, span).next().is_some();
    let kind = if sourced { WordingKind::Paraphrase } else { WordingKind::SourceDropped };
    Some(((source, quote.span), (derived, span), kind))
}

/// How many of the quote's terms a sentence has.
fn carried(scene: &Scene, (source, derived): (usize, usize), quote: &Piece, sentence: usize) -> usize {
    let (Some(from), Some(to)) = (scene.side(source), scene.side(derived)) else { return 0 };
    let own: Vec<&String> = to.sentence(sentence).iter().filter_map(|word| word.term.as_ref()).collect();
    let quoted = from.sentence(quote.sentence).iter().filter(|word| quote.span.contains(word.span));
    quoted.filter_map(|word| word.term.as_ref()).filter(|term| own.contains(term)).count()
}

/// Quotes of documents that are made from none of the case.
fn between_sources(scene: &Scene) -> Vec<Found> {
    let roots: Vec<usize> = (0..scene.reports.len()).filter(|document| !scene.is_derived(*document)).collect();
    let mut index: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for document in &roots {
        for (number, quote) in scene.quotes.get(*document).into_iter().flatten().enumerate() {
            for word in quote.words.iter().filter(|word| scene.lists.lexicon.term_of(word).is_some()) {
                index.entry(word).or_default().push((*document, number));
            }
        }
    }
    let mut candidates: Vec<((usize, usize), (usize, usize))> = Vec::new();
    for quotes in index.values().filter(|quotes| quotes.len() <= COMMON) {
        for (at, one) in quotes.iter().enumerate() {
            candidates.extend(quotes.iter().skip(at + 1).filter(|other| other.0 != one.0).map(|other| (*one, *other)));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    candidates.into_iter().filter_map(|(one, other)| shared_words(scene, one, other)).collect()
}

/// What a document passes on from another, or denies, in words of its own: "the agency’s claim that they would sign", beside what
/// the agency has.
fn passed_on(scene: &Scene) -> Vec<Found> {
    let roots = (0..scene.reports.len()).filter(|document| !scene.is_derived(*document));
    let told = roots.flat_map(|document| {
        let all = scene.reports.get(document).map_or(&[][..], |report| report.attributions.as_slice());
        all.iter().map(move |one| (document, one))
    });
    told.filter(|(_, one)| passes_on(one)).filter_map(|(document, one)| first_told(scene, document, one)).collect()
}

/// Does it come from an outlet, or is it what somebody denies?
fn passes_on(one: &Attribution) -> bool {
    let from_outlet = one.chain.iter().any(|holder| holder.outlet);
    one.kind != AttributionKind::Direct && (from_outlet || one.act == Act::Denial || one.act == Act::Rejection)
}

/// The statement of another document that has most of its words.
fn first_told(scene: &Scene, document: usize, told: &Attribution) -> Option<Found> {
    let place = content(told)?;
    let here = sentence_number(scene, document, place)?;
    let terms = scene.lists.lexicon.terms(place.of(scene.text(document)));
    let asked = scene.corpus.asked(terms.iter().map(|(term, _)| term.as_str()));
    let from = outlets(scene, document, told);
    let others = (0..scene.reports.len()).filter(|other| {
        *other != document && !scene.is_derived(*other) && from.iter().any(|outlet| comes_from(scene, *other, outlet))
    });
    let mut best = scene.corpus.sharing_among(&asked, MOSTLY, others);
    let prose = |at: &At| is_prose(scene.span(*at).of(scene.text(at.0)));
    best.retain(|(_, at)| prose(at) && scene.corpus.shares_several(&asked, *at));
    best.retain(|(_, at)| !scene.apart(*at, (document, here)));
    let (_, at) = best.into_iter().max_by_key(|(share, at)| (*share, std::cmp::Reverse(*at)))?;
    let said = scene.saying(at.0, scene.span(at)).find(|one| one.within.is_none() && one.act != Act::Denial)?;
    Some(((at.0, content(said)?), (document, place), WordingKind::Paraphrase))
}

/// The last words of the outlets from which something is passed on: those of its chain, and those that its sentence names.
fn outlets(scene: &Scene, document: usize, told: &Attribution) -> Vec<String> {
    let chain = told.chain.iter().filter(|holder| holder.outlet).map(|holder| holder.name.as_str());
    let spans = content(told).and_then(|place| sentence_at(scene, document, place));
    let around = spans.into_iter().flat_map(|span| scene.told_in(document, span)).flat_map(|one| &one.chain);
    let around = around.filter(|holder| holder.outlet).map(|holder| holder.name.as_str());
    let last =
        |name: &str| name.rsplit(' ').next().filter(|last| last.starts_with(char::is_uppercase)).map(str::to_owned);
    chain.chain(around).filter_map(last).collect()
}

/// Is a document that outlet's, as far as is known, or does it name it: in the head of an agency's report, or as the one who was
/// told?
fn comes_from(scene: &Scene, document: usize, outlet: &str) -> bool {
    let report = scene.reports.get(document);
    report.is_some_and(|report| report.outlet.is_some_and(|own| own.contains(outlet)) || report.text.contains(outlet))
}

/// So much of what is passed on has the statement that it is of, in thousandths.
const MOSTLY: u64 = 650;

fn sentence_number(scene: &Scene, document: usize, place: Span) -> Option<usize> {
    scene.reports.get(document)?.sentences.iter().position(|sentence| sentence.overlaps(place))
}

/// A word in more quotes than this brings no two of them together.
const COMMON: usize = 100;

fn shared_words(scene: &Scene, one: (usize, usize), other: (usize, usize)) -> Option<Found> {
    let left = scene.quotes.get(one.0)?.get(one.1)?;
    let right = scene.quotes.get(other.0)?.get(other.1)?;
    let (long, short) = if left.words.len() >= right.words.len() {
        ((one.0, left), (other.0, right))
    } else {
        ((other.0, right), (one.0, left))
    };
    let speakers = (speaker(scene, long.0, long.1.span), speaker(scene, short.0, short.1.span));
    let known = matches!(speakers, (Some(one), Some(other)) if same(one, other));
    let strangers = matches!(speakers, (Some(one), Some(other)) if !same(one, other));
    if strangers || scene.apart((long.0, long.1.sentence), (short.0, short.1.sentence)) {
        return None;
    }
    let kind = if holds(&long.1.words, &short.1.words) && (known || short.1.words.len() >= ROW) {
        if long.1.words.len() == short.1.words.len() { WordingKind::Identical } else { WordingKind::Truncated }
    } else if known && drifted(scene, &long.1.words, &short.1.words) {
        WordingKind::Drift
    } else {
        return None;
    };
    Some(((long.0, long.1.span), (short.0, short.1.span), kind))
}

/// Is there a stretch of the longer quote, about as long as the shorter, that shares half of its words, one of them a
/// word that says something?
fn drifted(scene: &Scene, long: &[String], short: &[String]) -> bool {
    let says = |window: &[String]| {
        short.iter().any(|word| scene.lists.lexicon.term_of(word).is_some() && window.contains(word))
    };
    let near = |length: usize| long.windows(length.max(1)).any(|window| half_shared(window, short) && says(window));
    near(short.len()) || near(short.len().saturating_sub(1)) || near(short.len() + 1)
}

/// Who said what stands in a span.
pub(crate) fn speaker<'a>(scene: &Scene<'a>, document: usize, span: Span) -> Option<&'a Holder> {
    scene
        .saying(document, span)
        .find_map(|one| one.chain.last())
        .filter(|holder| !holder.outlet && !is_pronoun(&holder.name))
}

/// Pairs that share a wording are of one utterance.
fn grouped(scene: &Scene, pairs: Vec<Found>) -> Vec<Utterance> {
    let mut group: BTreeMap<(usize, Span), usize> = BTreeMap::new();
    for (number, (one, other, _)) in pairs.iter().enumerate() {
        let into = group.get(one).or_else(|| group.get(other)).copied().unwrap_or(number);
        let was = [one, other].map(|place| group.insert(*place, into));
        for old in was.into_iter().flatten().filter(|old| *old != into) {
            group.values_mut().filter(|of| **of == old).for_each(|of| *of = into);
        }
    }
    let mut groups: BTreeMap<usize, Vec<&Found>> = BTreeMap::new();
    for pair in &pairs {
        groups.entry(group.get(&pair.0).copied().unwrap_or_default()).or_default().push(pair);
    }
    groups.into_values().filter_map(|pairs| utterance(scene, &pairs)).collect()
}

fn utterance(scene: &Scene, pairs: &[&Found]) -> Option<Utterance> {
    let passage =
        |(document, span): (usize, Span)| -> Option<Passage> { Some(scene.reports.get(document)?.passage(span)) };
    let fullest = pairs
        .iter()
        .map(|(fuller, _, _)| *fuller)
        .max_by_key(|(document, span)| (span.end - span.start, std::cmp::Reverse(*document)))?;
    let told = pairs.iter().filter_map(|(fuller, other, kind)| {
        Some(WordingPair { fuller: passage(*fuller)?, other: passage(*other)?, kind: *kind })
    });
    Some(Utterance {
        speaker: speaker(scene, fullest.0, fullest.1).map(|holder| holder.name.clone()),
        fullest: passage(fullest)?,
        pairs: told.collect(),
    })
}
