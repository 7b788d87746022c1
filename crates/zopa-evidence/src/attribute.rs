//! Which attributions has a text?
//!
//! Sentence by sentence, cues from left to right. A cue within the content of another is nested in it. A quote that no cue
//! of its sentence has taken goes to whoever spoke last in its paragraph, or goes on with the speech of the paragraph
//! before.

use std::ops::Range;

use crate::classes::Class;
use crate::cue::Found;
use crate::names;
use crate::reader::Reader;
use crate::tag::Tag;
use crate::token::{Token, TokenKind};

/// A text without an end of a sentence is read in windows of so many tokens, so that the time stays in proportion.
const LONGEST: usize = 400;

/// The attributions of a text, in order of their cues.
pub(crate) fn found(reader: &Reader<'_, '_>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for sentence in &reader.prose.sentences {
        let mut tokens = sentence.tokens.clone();
        while !tokens.is_empty() {
            let window = tokens.start..tokens.end.min(tokens.start + LONGEST);
            tokens.start = window.end;
            let first = all.len();
            of_sentence(reader, window, first, &mut all);
        }
    }
    add_quotes_left(reader, &mut all);
    // *Who offered what?*: nobody.
    let begins = |at: usize| reader.sentence_of(at).is_some_and(|(_, sentence)| sentence.tokens.start == at);
    let asks =
        |source: &Range<usize>| source.len() == 1 && reader.tag(source.start) == Tag::Which && begins(source.start);
    all.retain(|one| !one.source.as_ref().is_some_and(asks));
    all.retain(|one| one.content.iter().any(|part| has_words(reader, part)));
    // A subject that stands behind what is said of it: the words are told in the order in which they stand.
    for one in &mut all {
        one.content.sort_by_key(|part| part.start);
        one.content.iter_mut().for_each(|part| part.end = whole_word(reader, part.end));
    }
    number_outer(&mut all);
    all
}

/// *He’s said to be ready*: a part that ends with *he* ends with the word as it is written.
fn whole_word(reader: &Reader<'_, '_>, end: usize) -> usize {
    let clitic = |at: &usize| reader.token(*at).is_some_and(|token| token.kind == TokenKind::Clitic);
    (end..).take_while(clitic).last().map_or(end, |last| last + 1)
}

fn has_words(reader: &Reader<'_, '_>, part: &Range<usize>) -> bool {
    part.clone().any(|at| reader.token(at).is_some_and(Token::is_wordlike))
}

/// Gives every nested attribution the number of the one in whose content it stands: the closest around it.
fn number_outer(all: &mut [Found]) {
    let sizes: Vec<usize> = all.iter().map(size).collect();
    for at in 0..all.len() {
        let Some(head) = all.get(at).filter(|one| one.within.is_some()).map(|one| one.head) else { continue };
        let size = |number: usize| sizes.get(number).copied().unwrap_or_default();
        let around = |other: &usize| all.get(*other).is_some_and(|one| one.covers(head)) && size(*other) > size(at);
        let near = at.saturating_sub(8)..all.len().min(at + 8);
        let outer = near.filter(|other| *other != at && around(other)).min_by_key(|other| size(*other));
        if let Some(one) = all.get_mut(at) {
            one.within = outer;
        }
    }
}

/// Of how many tokens is what was said?
fn size(one: &Found) -> usize {
    one.content.iter().map(Range::len).sum()
}

fn of_sentence(reader: &Reader<'_, '_>, tokens: Range<usize>, first: usize, all: &mut Vec<Found>) {
    let mut floor = tokens.start;
    for at in tokens.clone() {
        let had = all.get(first..).unwrap_or_default();
        let Some(mut one) = found_at(reader, at, &tokens, floor, had) else { continue };
        if is_told_already(reader, &one, at, had) || is_citation(reader, at, &tokens, had) {
            continue;
        }
        if is_gerund_behind_comma(reader, at, &tokens) {
            let speaker = had.iter().rev().find(|other| other.within.is_none() && other.source.is_some());
            one.source = speaker.map_or(one.source, |speaker| speaker.source.clone());
        }
        if let Some(outer) = closest_around(&one, had).map(|outer| first + outer) {
            if passes_on(reader, all.get(outer), &one) {
                end_with(&mut one, all.get(outer));
                one.within = Some(outer);
                all.push(one);
            }
            continue;
        }
        // *What annoyed them, a diplomat said, was her insistence that …*
        let told = had.iter().position(|other| other.covers(one.head) && other.before);
        one.within = told.map(|told| first + told);
        let parts = one.content.iter().chain(&one.cue);
        floor = parts.map(|part| part.end).max().unwrap_or(floor).min(tokens.end).max(floor);
        if one.before {
            for inner in all.iter_mut().skip(first).filter(|inner| inner.within.is_none() && one.covers(inner.head)) {
                inner.within = Some(usize::MAX); // told by one who comes later; numbered when all are in order
            }
        }
        let teller = reader.interposed(&one, tokens.start).filter(|_| one.within.is_none());
        if let Some(teller) = teller {
            one.within = Some(all.len() + 1);
            all.extend([one, teller]);
        } else {
            all.push(one);
        }
    }
}

/// The attribution of the cue at `at`, outside quotation marks: what somebody quoted says is part of the quote.
fn found_at(reader: &Reader<'_, '_>, at: usize, sentence: &Range<usize>, floor: usize, had: &[Found]) -> Option<Found> {
    let cue = cue_at(reader, at, sentence.start, sentence.end, floor).filter(|one| !takes_a_rest(reader, one, had));
    // *They will guarantee the rent, states a letter*: behind a comma the letter states it, and it is not they who state the letter.
    let behind_comma = at > sentence.start && reader.tag_before(at) == Tag::Comma && reader.tag(at) == Tag::Finite;
    let of_all = || told_of_all(reader, at, sentence, had);
    let unfinished = !had.is_empty() && cue.as_ref().is_some_and(|one| reader.ends_in_quote(one));
    let inverted = if behind_comma || unfinished { of_all() } else { None };
    inverted.or(cue).or_else(of_all).filter(|one| reader.quote_at(one.head).is_none())
}

/// *saying of the guarantee that it …*: it is said already, and no guarantee; and a quote behind a colon that somebody has.
fn is_told_already(reader: &Reader<'_, '_>, one: &Found, at: usize, had: &[Found]) -> bool {
    let taken = |part: &Range<usize>| had.iter().any(|other| other.covers(part.start));
    // *He denied that he led it, as the agency had reported*: told by two, and each has said it.
    let by_another = |other: &Found| one.before && reader.is(at, reader.known.as_) && other.source != one.source;
    had.iter().any(|other| other.content == one.content && !by_another(other))
        || reader.tag(at) == Tag::Colon && one.content.iter().any(taken)
}

/// *…, citing two officials*: a link of the chain of the one who reports.
fn is_citation(reader: &Reader<'_, '_>, at: usize, sentence: &Range<usize>, had: &[Found]) -> bool {
    is_citing(reader, at, sentence) && (!had.is_empty() || cites_somebody(reader, at, sentence.end))
}

/// *…, adding that*: said by whoever spoke last.
fn is_gerund_behind_comma(reader: &Reader<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let gerund = reader.tag(at) == Tag::Gerund && !reader.has(at, Class::According);
    gerund && at > sentence.start && reader.tag_before(at) == Tag::Comma
}

/// The one of the sentence in whose content another stands, the smallest, by number.
fn closest_around(one: &Found, had: &[Found]) -> Option<usize> {
    let around = had.iter().enumerate().filter(|(_, other)| other.covers(one.head) && !other.before);
    around.min_by_key(|(_, other)| size(other)).map(|(number, _)| number)
}

/// What is said within what another says ends where that ends.
fn end_with(inner: &mut Found, outer: Option<&Found>) {
    let around = outer.and_then(|outer| outer.content.iter().find(|part| part.contains(&inner.head)));
    let Some(end) = around.map(|part| part.end) else { return };
    inner.content.iter_mut().filter(|part| part.start < end).for_each(|part| part.end = part.end.min(end));
}

/// *…, citing*: whom somebody has it from, and nothing said by itself.
fn is_citing(reader: &Reader<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let opens = at == sentence.start || reader.tag_before(at) == Tag::Comma;
    opens && reader.tag(at) == Tag::Gerund && reader.has(at, Class::Citing)
}

/// *citing two officials*, and not *citing costs*.
fn cites_somebody(reader: &Reader<'_, '_>, citing: usize, end: usize) -> bool {
    (citing + 1..reader.long_phrase_end(citing + 1, end)).any(|at| reader.speaks(at))
}

/// *She said that the pier was “shut”, TNA reported*, *they seek a fee of two crowns, up from one, a manager said*: the cue at the
/// end would take the quote, or what the one before it left, and means the whole.
fn takes_a_rest(reader: &Reader<'_, '_>, one: &Found, had: &[Found]) -> bool {
    let [only] = one.content.as_slice() else { return false };
    let of_another = had.iter().any(|other| other.covers(only.start));
    // *…, and would open the road*, *…, which would sail*: no clause of its own.
    let from = only.start + usize::from(reader.tag(only.start) == Tag::Comma);
    let parted = reader.tag(only.start) == Tag::Comma || reader.tag_before(only.start) == Tag::Comma;
    let joined =
        matches!(reader.tag(from), Tag::And | Tag::Which) && (!parted || !reader.starts_clause(from + 1, only.end));
    // *…, provided that both sign*: it hangs on what stands before.
    let hangs = from > only.start && reader.has(from, Class::Limits) || reader.has(only.start, Class::Limits);
    let bare = joined || hangs || !reader.has_tense(only.clone());
    let rest = !had.is_empty() && bare && reader.opens_quote(only.start).is_none();
    one.before && (of_another || rest)
}

/// *The isles have offered to release the crews, two officials said*: the cue at the end takes in what others said before
/// it in the sentence, all of it.
fn told_of_all(reader: &Reader<'_, '_>, at: usize, sentence: &Range<usize>, had: &[Found]) -> Option<Found> {
    let last = had.iter().rev().find(|one| one.within.is_none())?;
    let all = cue_at(reader, at, sentence.start, sentence.end, sentence.start).filter(|one| one.before)?;
    let mut inner = had.iter().filter(|one| one.within.is_none());
    let taken = |one: &Found| all.covers(one.head) && one.content.iter().all(|part| all.covers(part.start));
    (inner.all(taken) && last.head < at).then_some(all)
}

/// Is what somebody says in the words of another told as well? It is a link of their chain where one who passes things on tells
/// of it, and where somebody named or described is told to have said it: *had threatened to*, *told them that*. What they
/// would or could say, what *he* says of himself, and a word between quotation marks is part of what the outer one said.
fn passes_on(reader: &Reader<'_, '_>, outer: Option<&Found>, inner: &Found) -> bool {
    let Some(outer) = outer else { return false };
    let Some((told, source)) = outer.source.as_ref().zip(inner.source.as_ref()) else { return false };
    if reader.quote_at(inner.head).is_some() {
        return false;
    }
    // *says she is hearing from the crews that*, *says it had the story from*, *the claim by an adviser, carried by the agency*
    if !inner.through.is_empty() && matches!(reader.tag(inner.head), Tag::Gerund | Tag::Have | Tag::Noun) {
        return true;
    }
    let teller = || {
        names::outlet_in(reader, told).is_some()
            || told.clone().any(|at| reader.classes(at).any(&[Class::Paper, Class::Outlet, Class::Unnamed]))
    };
    outer.within.is_none() && (teller() || is_an_outlets(reader, inner, source)) || has_said(reader, inner, source)
}

/// *Dismissed the agency’s claim that the road is open*: what an outlet tells by a noun.
fn is_an_outlets(reader: &Reader<'_, '_>, inner: &Found, source: &Range<usize>) -> bool {
    let outlet = names::outlet_in(reader, source).is_some()
        || source.clone().any(|at| reader.classes(at).any(&[Class::Publisher, Class::Outlet]));
    let clause = inner.content.first().is_some_and(|part| reader.has_tense(part.clone()));
    outlet && clause && reader.tag(inner.head) == Tag::Noun
}

/// Is somebody who is no pronoun told to have said it?
fn has_said(reader: &Reader<'_, '_>, inner: &Found, source: &Range<usize>) -> bool {
    let named = source.clone().any(|at| matches!(reader.tag(at), Tag::Name | Tag::Noun | Tag::Number));
    let Some(group) = inner.cue.first() else { return false };
    let modal = group.clone().any(|at| matches!(reader.tag(at), Tag::Modal | Tag::To | Tag::Not));
    let tensed = match reader.tag(inner.head) {
        // *told them of a promise by the envoy that*, *her insistence that*
        Tag::Noun => {
            let owned = named || source.clone().any(|at| reader.tag(at) == Tag::Possessive);
            return owned && commits(&inner.act) && leads_a_clause(reader, inner);
        }
        _ if reader.has(inner.head, Class::According) => return named,
        Tag::Finite => true,
        Tag::Participle => group.clone().any(|at| matches!(reader.tag(at), Tag::Have | Tag::Be)),
        Tag::Gerund => group.clone().any(|at| reader.tag(at) == Tag::Be),
        _ => false,
    };
    named && !modal && tensed && (commits(&inner.act) || leads_a_clause(reader, inner))
}

/// Acts that are worth telling whatever their words: what is promised, asked for, refused.
fn commits(act: &str) -> bool {
    !matches!(act, "" | "report" | "assessment" | "criticism" | "praise")
}

/// *told them that*, *had warned (that)*, *has asked to*, and a quote: more than a thing that was said.
fn leads_a_clause(reader: &Reader<'_, '_>, inner: &Found) -> bool {
    let Some(first) = inner.content.first() else { return false };
    let that = first.start.checked_sub(1).is_some_and(|before| reader.tag(before) == Tag::That);
    let quotes = inner.content.iter().cloned().flatten().any(|at| reader.opens_quote(at).is_some());
    // *informed them of a promise by the bank to pay*
    let claim = |at: usize| reader.tag(at) == Tag::Noun && reader.noun_cue(at, first.start, first.end).is_some();
    quotes
        || that
        || reader.tag(first.start) == Tag::To
        || reader.has_tense(first.clone())
        || first.clone().any(claim) && reader.tag(inner.head) != Tag::Noun
}

fn cue_at(reader: &Reader<'_, '_>, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
    if at == begin
        && let Some(label) = reader.label(begin, end)
    {
        return Some(label);
    }
    if let Some(reported) = reader.as_reported(at, begin, end) {
        return Some(reported);
    }
    let moved = || reader.that_first(at, begin, end).or_else(|| reader.is_to_somebody(at, begin, end));
    if let Some(said) = reader.as_said(at, begin, end, floor).or_else(moved) {
        return Some(said);
    }
    if reader.tag(at) == Tag::Dash
        && let Some(signed) = reader.signature(at, end)
    {
        return Some(signed);
    }
    let known = reader.classes(at);
    let view = reader.tag(at) == Tag::Preposition && (at + 1..at + 8).any(|next| reader.has(next, Class::View));
    let per = reader.is(at, reader.known.per) && (at == begin || reader.tag_before(at) == Tag::Comma);
    let under = per || at == begin && reader.is(at, reader.known.under);
    if known.has(Class::According) || view || under {
        let found = reader.according(at, begin, end, floor);
        if found.is_some() || known.has(Class::According) {
            return found;
        }
    }
    if known.has(Class::Hearsay) {
        return reader.hearsay(at, begin, end, floor);
    }
    match reader.tag(at) {
        Tag::Colon => reader.put_like_this(at, begin, end),
        Tag::Be => reader.was_the_answer(at, begin, end).or_else(|| reader.is_how(at, begin, end)),
        Tag::Have => (reader.has_it_that(at, begin, end))
            .or_else(|| reader.has_somebody_doing(at, begin, end))
            .or_else(|| reader.has_story_from(at, begin, end)),
        tag if tag.is_verb() => {
            reader.verb_cue(at, begin, end, floor).or_else(|| reader.let_be_known(at, begin, end, floor))
        }
        Tag::Noun => reader.noun_cue(at, begin, end),
        Tag::Adjective => reader.adjective_cue(at, begin, end).or_else(|| reader.made_so_behind(at, begin, end, floor)),
        _ => None,
    }
}

/// Gives the quotes that nobody has taken to who spoke last in the paragraph.
fn add_quotes_left(reader: &Reader<'_, '_>, all: &mut [Found]) {
    let mut taken = vec![false; reader.prose.tokens.len()];
    for at in all.iter().flat_map(|one| one.content.iter().cloned()).flatten() {
        if let Some(slot) = taken.get_mut(at) {
            *slot = true;
        }
    }
    for quote in &reader.quotes {
        if taken.get(quote.first()).is_none_or(|taken| *taken)
            || (quote.closed && !is_utterance(reader, quote.open, quote.close))
        {
            continue;
        }
        let Some((_, sentence)) = reader.sentence_of(quote.open) else { continue };
        let count = all.partition_point(|one| one.head < quote.open);
        let earlier = all.iter_mut().take(count).rev().take(6);
        let speaks = |one: &Found| one.content.iter().any(|part| reader.opens_quote(part.start).is_some());
        let Some(before) = earlier.into_iter().find(|one| speaks(one)) else { continue };
        let near = reader.sentence_of(before.head).is_some_and(|(_, other)| {
            other.paragraph == sentence.paragraph || (quote.continues && other.paragraph + 2 >= sentence.paragraph)
        });
        if near && sentence.tokens.start == quote.open {
            before.content.push(quote.open..quote.close + 1);
        }
    }
}

/// A whole utterance, and not a word set apart: it ends with a mark, or has several words.
fn is_utterance(reader: &Reader<'_, '_>, open: usize, close: usize) -> bool {
    close.checked_sub(1).is_some_and(|last| matches!(reader.tag(last), Tag::Stop | Tag::Comma)) || close - open > 5
}
