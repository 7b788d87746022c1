//! Where did a condition fall away, or become a wish?

use super::side::{Side, find_row};
use super::{Edge, change};
use crate::between::align::{FAIR, STRONG};
use crate::between::differences::agreeing;
use crate::between::lexicon::{lines, words};
use crate::span::Span;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// Rows of words that say how a condition is put: `strict`, `plain`, `weak`.
struct Rows {
    strict: Vec<Vec<&'static str>>,
    plain: Vec<Vec<&'static str>>,
    weak: Vec<Vec<&'static str>>,
}

static ROWS: LazyLock<Rows> = LazyLock::new(|| {
    let file = include_str!("../../../data/en/conditions.txt");
    let of = |sort: &'static str| {
        let rows = lines(file).filter_map(move |line| line.strip_prefix(sort)?.strip_prefix(": "));
        rows.map(|row| row.split_whitespace().collect()).collect()
    };
    Rows { strict: of("strict"), plain: of("plain"), weak: of("weak") }
});

/// A sentence of the source has a condition, and of the sentences made from it, one of them strongly alike, none has; or
/// they have a weaker one.
pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let told = |(at, made): (usize, Vec<usize>)| {
        one(edge, at, &made).or_else(|| fewer_agree(edge, at, &made)).or_else(|| clause_lost(edge, at, &made))
    };
    edge.kept().filter_map(told).collect()
}

/// "Provided that all three sign by noon": none of the words of the condition is left, whatever other condition there is.
fn clause_lost(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let first = *made.first()?;
    let strong = edge.pairs.iter().any(|pair| (pair.one, pair.other) == (first, at) && pair.alike >= FAIR);
    let strict = ROWS.strict.iter().chain(&ROWS.plain).filter(|row| BINDING.contains(&row.join(" ").as_str()));
    let cue = strict.filter_map(|row| find_row(edge.source.sentence(at), row)).min_by_key(|span| span.start)?;
    if of_naming(edge.source.report.text, cue) || !strong {
        return None;
    }
    let lost = clause(&edge.source, cue);
    let terms = edge.lists.lexicon.term_set(Span::new(cue.end, lost.end).of(edge.source.report.text));
    let there: BTreeSet<&String> = edge.derived.of_sentences(made).filter_map(|word| word.term.as_ref()).collect();
    let gone = terms.len() >= 2 && !terms.iter().any(|term| there.contains(term));
    gone.then(|| {
        change(RewriteEffect::ConditionDropped, Some(edge.source.passage(lost)), Some(edge.derived.whole(first)))
    })
}

/// Words after which a condition stands, and nothing else.
const BINDING: [&str; 8] =
    ["only if", "only once", "only after", "unless", "if", "provided", "as long as", "on condition"];

/// Of those who have to agree, one at least is gone, and one still there.
fn fewer_agree(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let first = *made.first()?;
    let before = agreeing(edge.source.sentence(at));
    let after: BTreeSet<String> = made.iter().flat_map(|derived| agreeing(edge.derived.sentence(*derived))).collect();
    let fewer = before.len() > 1 && !after.is_empty() && after.len() < before.len();
    fewer.then(|| change(RewriteEffect::ConditionDropped, Some(edge.source.whole(at)), Some(edge.derived.whole(first))))
}

fn one(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let cue = condition(&edge.source, at)?;
    let first = *made.first()?;
    let before = Some(edge.source.passage(clause(&edge.source, cue)));
    let weak = |side: &Side, sentence: usize| any(side, sentence, &ROWS.weak);
    let wish =
        made.iter().find_map(|derived| weak(&edge.derived, *derived)).filter(|_| weak(&edge.source, at).is_none());
    if let Some(wish) = wish {
        return Some(change(RewriteEffect::ConditionSoftened, before, Some(edge.derived.passage(wish))));
    }
    let kept = made.iter().find_map(|derived| condition(&edge.derived, *derived));
    let Some(kept) = kept else {
        let strong = edge.pairs.iter().any(|pair| pair.other == at && pair.alike >= STRONG);
        let told = strong && !made.iter().any(|derived| any(&edge.derived, *derived, &ROWS.weak).is_some());
        return told.then(|| change(RewriteEffect::ConditionDropped, before, Some(edge.derived.whole(first))));
    };
    let strict = any(&edge.source, at, &ROWS.strict).is_some();
    let kept_words = kept.of(edge.derived.report.text).to_lowercase();
    let only_if = !matches!(kept_words.as_str(), "until" | "unless" | "without" | "before");
    let still = made.iter().any(|derived| any(&edge.derived, *derived, &ROWS.strict).is_some());
    (strict && only_if && !still)
        .then(|| change(RewriteEffect::ConditionSoftened, before, Some(edge.derived.passage(kept))))
}

/// The first words of a sentence that begin a condition.
pub(super) fn condition(side: &Side, at: usize) -> Option<Span> {
    let rows = ROWS.strict.iter().chain(&ROWS.plain).filter_map(|row| find_row(side.sentence(at), row));
    let real = rows.filter(|span| !of_naming(side.report.text, *span) && !is_lack(side, at, *span));
    real.min_by_key(|span| span.start)
}

fn any(side: &Side, at: usize, rows: &[Vec<&'static str>]) -> Option<Span> {
    rows.iter().filter_map(|row| find_row(side.sentence(at), row)).min_by_key(|span| span.start)
}

/// "On condition of anonymity", "on condition that they were not named": how somebody spoke, and nothing that is offered.
fn of_naming(text: &str, row: Span) -> bool {
    let after: Vec<String> = words(text.get(row.end..).unwrap_or_default().split(',').next().unwrap_or_default())
        .into_iter()
        .take(6)
        .map(|(word, _)| word)
        .collect();
    after.iter().any(|word| matches!(word.as_str(), "anonymity" | "named" | "names" | "name" | "identified" | "quoted"))
}

/// "They went home without a treaty", "before noon": only after a refusal is it a condition ("will not sign without it").
fn is_lack(side: &Side, at: usize, row: Span) -> bool {
    let refused = |word: &str| {
        matches!(word, "no" | "not" | "never" | "nothing" | "nobody" | "cannot" | "t" | "refuses" | "refused")
    };
    let before = side.sentence(at).iter().filter(|word| word.span.end <= row.start);
    let lacks = matches!(row.of(side.report.text).to_lowercase().as_str(), "without" | "before");
    lacks && !before.into_iter().any(|word| refused(&word.word))
}

/// From the words that begin a condition to the next mark.
fn clause(side: &Side, cue: Span) -> Span {
    let text = side.report.text;
    let sentence = side.report.sentences.iter().find(|span| span.contains(cue)).copied().unwrap_or(cue);
    let rest = text.get(cue.end..sentence.end).unwrap_or_default();
    let end = rest.find([',', ';', '.', '–', '“', '”', '"', ':']).unwrap_or(rest.len());
    Span::new(cue.start, cue.end + end)
}
