//! Which attributions has a text?
//!
//! Sentence by sentence, cues from left to right. A cue within the content of another is nested in it. A quote that no cue
//! of its sentence has taken goes to whoever spoke last in its paragraph, or goes on with the speech of the paragraph
//! before.

use crate::cue::Found;
use crate::reader::Reader;
use crate::tag::Tag;

/// The attributions of a text, in order of their cues.
pub(crate) fn found(reader: &Reader<'_, '_>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for sentence in &reader.prose.sentences {
        let (begin, end) = (sentence.tokens.start, sentence.tokens.end);
        let first = all.len();
        let mut floor = begin;
        let mut at = begin;
        while at < end {
            if let Some(one) = cue_at(reader, at, begin, end, floor) {
                let covered =
                    all.get(first..).unwrap_or_default().iter().any(|other| other.covers(one.head) && !other.before);
                if !covered {
                    floor = one
                        .content
                        .iter()
                        .chain(&one.cue)
                        .map(|part| part.end)
                        .max()
                        .unwrap_or(floor)
                        .min(end)
                        .max(floor);
                }
                if !covered && !is_in_quote(reader, &one) {
                    all.push(one);
                }
            }
            at += 1;
        }
    }
    add_quotes_left(reader, &mut all);
    all.sort_by_key(|one| one.head);
    all
}

fn cue_at(reader: &Reader<'_, '_>, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
    if at == begin
        && let Some(label) = reader.label(begin, end)
    {
        return Some(label);
    }
    if reader.tag(at).is_verb() {
        reader.verb_cue(at, begin, end, floor)
    } else {
        reader.according(at, begin, end, floor)
    }
}

/// A cue within quotation marks is part of what somebody said.
fn is_in_quote(reader: &Reader<'_, '_>, one: &Found) -> bool {
    reader.quote_at(one.head).is_some()
}

/// Gives the quotes that nobody has taken to who spoke last in the paragraph.
fn add_quotes_left(reader: &Reader<'_, '_>, all: &mut [Found]) {
    for quote in &reader.quotes {
        let taken = all.iter().any(|one| one.covers(quote.first()));
        if taken || !is_utterance(reader, quote.open, quote.close) {
            continue;
        }
        let Some((_, sentence)) = reader.sentence_of(quote.open) else { continue };
        let before = all.iter_mut().filter(|one| one.head < quote.open).next_back();
        let Some(before) = before else { continue };
        let near = reader
            .sentence_of(before.head)
            .is_some_and(|(_, other)| other.paragraph == sentence.paragraph || quote.continues);
        let own = sentence.tokens.start == quote.open;
        let quoted = before.content.iter().any(|part| reader.opens_quote(part.start).is_some());
        if near && own && quoted {
            before.content.push(quote.open..quote.close + 1);
        }
    }
}

/// A whole utterance, and not a word set apart: it ends with a mark, or has several words.
fn is_utterance(reader: &Reader<'_, '_>, open: usize, close: usize) -> bool {
    close.checked_sub(1).is_some_and(|last| matches!(reader.tag(last), Tag::Stop | Tag::Comma)) || close - open > 5
}
