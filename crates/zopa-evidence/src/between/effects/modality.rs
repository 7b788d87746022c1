//! Where did "will" become "may", or "would" "is prepared to"?
//!
//! A shift counts only where both modal words belong to the same act: the next word that says something is one term on
//! both sides ("would provide", "is prepared to supply"). Reported speech turns "will" into "would": told of is "will" for the
//! "would" of an offer on a condition, or of what nobody is said to have said any more.

use super::conditions::condition;
use super::side::{Side, Word};
use super::{Edge, change};
use crate::between::lexicon::lines;
use crate::span::Span;
use std::sync::LazyLock;
use zopa_finding::Place;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// A modal word with the term of what it makes possible.
struct Modal {
    class: &'static str,
    span: Span,
    act: String,
}

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = Vec::new();
    for (at, made) in edge.kept() {
        let after: Vec<Modal> = made.iter().flat_map(|derived| modals(&edge.derived, *derived)).collect();
        for before in modals(&edge.source, at) {
            let of_act: Vec<&Modal> = after.iter().filter(|modal| modal.act == before.act).collect();
            let firm = |class: &str| matches!(class, "firm" | "would");
            let same = |class: &str| class == before.class || firm(class) && firm(before.class);
            let shifted = of_act.first().filter(|_| of_act.iter().all(|modal| !same(modal.class)));
            // "Would lease the port, but only if", "will lease the port": an offer is told as a fact.
            let now_firm =
                of_act.first().filter(|_| before.class == "would" && of_act.iter().all(|modal| modal.class == "firm"));
            if let Some(firm) = now_firm.filter(|_| condition(&edge.source, at).is_some() || is_bare(edge, &made)) {
                let passages = (Some(edge.source.passage(before.span)), Some(edge.derived.passage(firm.span)));
                changes.push(change(RewriteEffect::Strengthened, passages.0, passages.1));
                continue;
            }
            if let Some(shifted) = shifted {
                let passages = (Some(edge.source.passage(before.span)), Some(edge.derived.passage(shifted.span)));
                changes.push(change(RewriteEffect::ModalityShifted, passages.0, passages.1));
            } else if let Some(done) = done(edge, &before, &made).filter(|_| of_act.is_empty()) {
                let passages = (Some(edge.source.passage(before.span)), Some(edge.derived.passage(done)));
                changes.push(change(RewriteEffect::Strengthened, passages.0, passages.1));
            }
        }
    }
    changes
}

/// Nobody is told to have said it.
fn is_bare(edge: &Edge, made: &[usize]) -> bool {
    let said = |sentence: Span| {
        let inside = |place: &Place| sentence.overlaps(Span::new(place.start, place.end));
        edge.derived.report.attributions.iter().any(|one| one.content.iter().any(inside))
    };
    !made.iter().any(|at| said(edge.derived.report.sentence(*at)))
}

/// "Would send" is "is sending" now: what was to come is told as under way.
fn done(edge: &Edge, before: &Modal, made: &[usize]) -> Option<Span> {
    let under_way = |pair: &[Word]| match pair {
        [is, act] if matches!(is.word.as_str(), "is" | "are") => {
            let verb = act.word.strip_suffix("ing").filter(|verb| verb.len() >= SHORT)?;
            before.act.starts_with(verb).then_some(Span::new(is.span.start, act.span.end))
        }
        _ => None,
    };
    let coming = matches!(before.class, "firm" | "would" | "may" | "ready" | "plan");
    let sentences = made.iter().filter(|_| coming).flat_map(|at| edge.derived.sentence(*at).windows(2));
    sentences.into_iter().find_map(under_way)
}

/// Letters of a verb, its ending left out, that are enough to know it by.
const SHORT: usize = 4;

type Classes = Vec<(&'static str, Vec<Vec<&'static str>>)>;

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let rows = |rest: &'static str| rest.split_whitespace().map(|row| row.split('_').collect()).collect();
    let file = include_str!("../../../data/en/modals.txt");
    lines(file).filter_map(|line| line.split_once(':')).map(|(class, rest)| (class, rows(rest))).collect()
});

fn modals(side: &Side, sentence: usize) -> Vec<Modal> {
    let words = side.sentence(sentence);
    (0..words.len()).filter_map(|at| modal(words.get(at..)?)).collect()
}

fn modal(words: &[Word]) -> Option<Modal> {
    let stands =
        |row: &[&str]| row.iter().enumerate().all(|(at, word)| words.get(at).is_some_and(|own| own.word == *word));
    let (class, row) = CLASSES.iter().find_map(|(class, rows)| Some((*class, rows.iter().find(|row| stands(row))?)))?;
    let span = Span::new(words.first()?.span.start, words.get(row.len() - 1)?.span.end);
    let act = words.get(row.len()..)?.iter().take(4).find_map(|word| word.term.clone())?;
    Some(Modal { class, span, act })
}
