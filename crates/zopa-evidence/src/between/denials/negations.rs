//! Who is told to have said that a thing is not so, without a word for denying?
//!
//! "The bank has guaranteed nothing to anyone, its governor wrote": somebody who is named says it of what is or was, and not of
//! what they will or would do. Whether it denies anything is seen from what others tell: a sentence of theirs that shares most
//! of its words and is not negated itself.

use super::{At, FEW, Scene, in_prose, same_speaker};
use crate::between::lexicon::words;
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::{Act, Attribution};

/// Thousandths of the weight of what is not so that the sentence it denies shares, ...
const SHARED: u64 = 450;
/// ... and where they have a number of several figures in common.
const SHARED_WITH_NUMBER: u64 = 250;

/// Words that say that it is not so.
const NEGATIONS: [&str; 9] = ["no", "not", "never", "nobody", "nothing", "none", "neither", "nor", "t"];
/// What somebody will or would not do is no denial.
const MODALS: [&str; 12] =
    ["will", "would", "can", "could", "must", "should", "may", "might", "shall", "cannot", "won", "wouldn"];
/// It is told of what was, or has been.
const PAST: [&str; 8] = ["has", "had", "have", "was", "were", "been", "did", "ever"];
/// Nor is what is so on a condition.
const CONDITIONS: [&str; 6] = ["if", "unless", "until", "before", "without", "should"];

/// What somebody named says there that is not so.
pub(super) fn says_not(scene: &Scene, at: At) -> Vec<Span> {
    let named = |one: &&Attribution| {
        let speaker = one.chain.last().is_some_and(|last| !last.outlet);
        speaker && one.within.is_none() && !matches!(one.act, Act::Doubt | Act::Question)
    };
    let span = scene.span(at);
    let mut told = scene.saying(at.0, span).filter(named);
    let Some(one) = told.find(|one| {
        one.content.iter().any(|place| span.contains(Span::new(place.start, place.end)) && is_negated(&place.exact))
    }) else {
        return Vec::new();
    };
    one.content.iter().map(|place| Span::new(place.start, place.end)).filter(|part| span.contains(*part)).collect()
}

/// Something is not so, and no word near says that it will not be, or on which condition it is not.
pub(super) fn is_negated(text: &str) -> bool {
    let words: Vec<String> = words(text).into_iter().map(|(word, _)| word).collect();
    let is = |list: &[&str], at: usize| words.get(at).is_some_and(|word| list.contains(&word.as_str()));
    let negations = (0..words.len()).filter(|at| is(&NEGATIONS, *at));
    let mut plain = negations.filter(|at| {
        let near = |list: &[&str]| (at.saturating_sub(2)..at + 3).any(|near| is(list, near));
        let past = (at.saturating_sub(2)..at + 6).any(|near| is(&PAST, near)) || is(&["never"], *at);
        // "There is no annex".
        let there = at.checked_sub(2).is_some_and(|from| is(&["there"], from)) && is(&["no"], *at);
        (past || there) && !near(&MODALS) && !(0..*at).any(|before| is(&CONDITIONS, before))
    });
    plain.next().is_some()
}

/// What another tells that shares most of what is said not to be so.
pub(super) fn denied(scene: &Scene, at: At, denials: &BTreeSet<At>, looks: &mut usize) -> Option<At> {
    let spans = says_not(scene, at);
    let (text, lexicon) = (scene.text(at.0), &scene.lists.lexicon);
    let terms = spans.iter().flat_map(|span| lexicon.term_set(span.of(text)));
    let own: BTreeSet<String> = terms.filter(|term| !lexicon.is_light(term)).collect();
    if own.len() < FEW {
        return None;
    }
    let asked = scene.corpus.asked(own.iter().map(String::as_str));
    let mut sharing = scene.corpus.sharing(&asked, SHARED_WITH_NUMBER);
    *looks += sharing.len();
    sharing.sort_by_key(|(share, at)| (std::cmp::Reverse(*share), *at));
    let fits = |(share, other): &&(u64, At)| {
        let number = shares_number(scene, &own, *other);
        let elsewhere = (other.0 != at.0 || other.1 < at.1) && (number || !same_speaker(scene, *other, at));
        (*share >= SHARED || number)
            && elsewhere
            && !denials.contains(other)
            && !is_negated(scene.span(*other).of(scene.text(other.0)))
            && in_prose(scene, *other)
            && scene.corpus.shares_several(&asked, *other)
            && !scene.apart(*other, at)
    };
    sharing.iter().find(fits).map(|(_, other)| *other)
}

/// A number of two figures or more is in both.
fn shares_number(scene: &Scene, own: &BTreeSet<String>, other: At) -> bool {
    let numeral = |term: &&String| term.len() > 1 && term.chars().all(|sign| sign.is_ascii_digit() || sign == ',');
    let there = scene.lists.lexicon.term_set(scene.span(other).of(scene.text(other.0)));
    own.iter().filter(numeral).any(|number| there.contains(number))
}
