//! Where did "only" become "primarily", "entire" fall away, "any occupied land" become "any territory"?

use super::side::{Side, Word};
use super::{Edge, change};
use crate::between::lexicon::lines;
use crate::span::Span;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// Word to class.
type Classes = BTreeMap<&'static str, &'static str>;

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let mut classes = Classes::new();
    for (class, words) in lines(include_str!("../../../data/en/quantity.txt")).filter_map(|line| line.split_once(':')) {
        classes.extend(words.split_whitespace().map(|word| (word, class)));
    }
    classes
});

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let classes = &*CLASSES;
    let mut changes = Vec::new();
    for (at, made) in edge.kept() {
        let words = edge.source.sentence(at);
        for (number, word) in words.iter().enumerate() {
            let Some(class) = classes.get(word.word.as_str()).filter(|class| **class != "if") else { continue };
            let rest = words.get(number + 1..).unwrap_or_default();
            changes.extend(one(edge, classes, (word, class, rest), (at, &made)));
        }
    }
    changes
}

/// What became of one word of quantity, if it was changed.
fn one(
    edge: &Edge,
    classes: &Classes,
    (word, class, rest): (&Word, &str, &[Word]),
    (at, made): (usize, &[usize]),
) -> Option<Rewritten> {
    let of = |wanted: &str, word: &Word| classes.get(word.word.as_str()).is_some_and(|class| *class == wanted);
    let after: Vec<&Word> = edge.derived.of_sentences(made).collect();
    if after.iter().any(|own| of(class, own)) {
        return scope(edge, word, rest, made);
    }
    let condition = class == "only" && rest.iter().take(8).any(|own| of("if", own));
    if condition && after.iter().any(|own| of("if", own)) {
        return None;
    }
    let quoted = Some(edge.source.passage(word.span));
    let before: Vec<&str> =
        edge.source.sentence(at).iter().filter_map(|own| classes.get(own.word.as_str()).copied()).collect();
    let other = after
        .iter()
        .find(|own| classes.get(own.word.as_str()).is_some_and(|class| *class != "if" && !before.contains(class)));
    if let Some(other) = other {
        return Some(change(RewriteEffect::QuantityChanged, quoted, Some(edge.derived.passage(other.span))));
    }
    // "Any settlement" is as much as "a settlement".
    if class == "any" {
        return None;
    }
    // What it bore on has to be there still.
    let bears_on = rest.iter().take(3).find_map(|own| own.term.as_ref())?;
    let there = after.iter().find(|own| own.term.as_ref() == Some(bears_on))?;
    Some(change(RewriteEffect::QuantityDropped, quoted, Some(edge.derived.passage(there.span))))
}

/// The word is kept, but what it bears on has lost a word: "any occupied land" is "any territory" now.
fn scope(edge: &Edge, word: &Word, rest: &[Word], made: &[usize]) -> Option<Rewritten> {
    let before = phrase(&edge.source, word, rest)?;
    let (head, narrower) = before.split_last()?;
    for sentence in made {
        let words = edge.derived.sentence(*sentence);
        let Some(at) = words.iter().position(|own| own.word == word.word) else { continue };
        let after = phrase(&edge.derived, words.get(at)?, words.get(at + 1..)?)?;
        let (other, left) = after.split_last()?;
        let lost = narrower.iter().any(|own| !left.iter().any(|other| other.term == own.term));
        if head.term == other.term && lost && left.len() < narrower.len() {
            let from = edge.source.passage(Span::new(word.span.start, head.span.end));
            let to = edge.derived.passage(Span::new(words.get(at)?.span.start, other.span.end));
            return Some(change(RewriteEffect::ScopeChanged, Some(from), Some(to)));
        }
    }
    None
}

/// The words after `word` that say something, up to the first that does not, or to a mark.
fn phrase<'w>(side: &Side, word: &Word, rest: &'w [Word]) -> Option<&'w [Word]> {
    let mut end = word.span.end;
    let close = |own: &&Word| {
        let joined =
            side.report.text.get(end..own.span.start).is_some_and(|gap| gap.chars().all(|c| c == ' ' || c == '-'));
        end = own.span.end;
        joined && own.term.is_some()
    };
    rest.get(..rest.iter().take_while(close).count()).filter(|phrase| !phrase.is_empty())
}
