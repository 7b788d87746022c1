//! Which names, numbers and dates did the rewrite leave out, blur or change?

use super::side::{Side, find_row};
use super::{Edge, change};
use crate::between::facts::{Fact, FactKind};
use crate::between::heard::heard_by;
use crate::between::lexicon::lines;
use crate::between::lists::DATES;
use crate::between::roughly::is_roughly;
use crate::span::Span;
use std::collections::BTreeSet;
use std::sync::LazyLock;
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
            // Who was told is asked after in `addressee`.
            if outlets.iter().any(|outlet| outlet.overlaps(fact.span)) {
                continue;
            }
            if let Some(blurred) = less_exact(edge, &fact, &made) {
                changes.push(blurred);
                continue;
            }
            let lost = fact.kind != FactKind::VagueDate && !edge.derived.all.has(&fact) && !counts_sources(edge, &fact);
            if lost && told.insert(fact.key.clone()) {
                let found = one(edge, &fact, &made, &changes);
                changes.push(found);
            }
        }
    }
    changes.extend(edge.kept().filter_map(|(at, made)| apart_in_time(edge, at, &made)));
    changes
}

/// "On 2 March" is "in early March" now, "ten" "about ten", "within 48 hours" "within days": the same, less exactly, in the sentence
/// made from it, whatever other sentences have.
fn less_exact(edge: &Edge, fact: &Fact, made: &[usize]) -> Option<Rewritten> {
    let text = edge.derived.report.text;
    let there: Vec<Fact> =
        made.iter().flat_map(|at| edge.lists.facts.of(text, edge.derived.report.sentence(*at))).collect();
    let same = |other: &&Fact| other.kind == fact.kind && other.key == fact.key;
    let told = |effect, span: Span| {
        Some(change(effect, Some(edge.source.passage(fact.span)), Some(edge.derived.passage(span))))
    };
    match fact.kind {
        FactKind::Date if fact.day.is_some() => {
            let month = there.iter().filter(same).find(|other| other.day.is_none())?;
            let kept = there.iter().filter(same).any(|other| other.day == fact.day);
            if kept { None } else { told(RewriteEffect::DateBlurred, month.span) }
        }
        FactKind::Number if is_roughly(edge.source.report.text, fact) || counts_sources(edge, fact) => None,
        FactKind::Number => {
            let all: Vec<&Fact> = there.iter().filter(same).collect();
            if let Some(rough) = all.first().filter(|_| all.iter().all(|other| is_roughly(text, other))) {
                return told(RewriteEffect::NumberChanged, rough.span);
            }
            let within = || made.iter().find_map(|at| within_some(edge, *at));
            let lost = all.is_empty() && counts_time(edge, fact);
            within().filter(|_| lost).and_then(|span| told(RewriteEffect::DateBlurred, span))
        }
        _ => None,
    }
}

/// "Within days", "within a few weeks": no number of them.
fn within_some(edge: &Edge, at: usize) -> Option<Span> {
    let words = edge.derived.sentence(at);
    let within = words.iter().position(|word| word.word == "within")?;
    let few = |word: &str| matches!(word, "a" | "few" | "several");
    let next = words.iter().skip(within + 1).find(|word| !few(&word.word))?;
    let stretch = matches!(next.word.as_str(), "days" | "hours" | "weeks" | "months");
    stretch.then(|| Span::new(words.get(within).map_or(next.span.start, |word| word.span.start), next.span.end))
}

/// "On the same day" has become "at the same time".
fn apart_in_time(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let found = |side: &Side, sentence: usize, rows: &[Vec<&str>]| {
        rows.iter().filter_map(|row| find_row(side.sentence(sentence), row)).min_by_key(|span| span.start)
    };
    let before = found(&edge.source, at, DATES.rows("together"))?;
    let kept = made.iter().any(|derived| found(&edge.derived, *derived, DATES.rows("together")).is_some());
    let after =
        made.iter().find_map(|derived| found(&edge.derived, *derived, DATES.rows("loosely"))).filter(|_| !kept)?;
    let (before, after) = (edge.source.passage(before), edge.derived.passage(after));
    Some(change(RewriteEffect::DateBlurred, Some(before), Some(after)))
}

/// "Two officials": how many a source are is lost with the source, and told with it.
fn counts_sources(edge: &Edge, fact: &Fact) -> bool {
    let within = |place: &Place| Span::new(place.start, place.end).contains(fact.span);
    let sources = edge.source.report.attributions.iter().flat_map(|one| &one.source);
    fact.kind == FactKind::Number && sources.into_iter().any(within)
}

/// What stands in the place of one fact stands in no other's.
fn one(edge: &Edge, fact: &Fact, made: &[usize], told: &[Rewritten]) -> Rewritten {
    let before = Some(edge.source.passage(fact.span));
    let taken =
        |other: &Span| told.iter().any(|told| told.after.as_ref().is_some_and(|after| after.start == other.start));
    let gone = match fact.kind {
        FactKind::Number => RewriteEffect::NumberDropped,
        FactKind::Date | FactKind::VagueDate => RewriteEffect::DateDropped,
        FactKind::Name => RewriteEffect::NameDropped,
    };
    let instead = in_its_place(edge, fact, made).filter(|(_, other)| !taken(other));
    match instead {
        Some((effect, other)) => change(effect, before, Some(edge.derived.passage(other))),
        None => change(gone, before, None),
    }
}

/// What a counterpart has in the place of a fact, and the source nowhere: another number of the same things, a word for
/// many, a coarser date.
fn in_its_place(edge: &Edge, fact: &Fact, made: &[usize]) -> Option<(RewriteEffect, Span)> {
    let text = edge.derived.report.text;
    let facts: Vec<Fact> =
        made.iter().flat_map(|at| edge.lists.facts.of(text, edge.derived.report.sentence(*at))).collect();
    let new = |other: &&Fact| !edge.source.all.has(other);
    match fact.kind {
        FactKind::Name => None,
        FactKind::Date | FactKind::VagueDate => {
            let grain = |date: &Fact| edge.lists.facts.grain(date);
            let date = |other: &&Fact| matches!(other.kind, FactKind::Date | FactKind::VagueDate);
            let same = |other: &Fact| other.key == fact.key && other.day.is_none();
            let coarser = facts.iter().filter(date).filter(|other| grain(other) > grain(fact));
            let found = coarser.into_iter().find(|other| same(other) || new(other))?;
            Some((RewriteEffect::DateBlurred, found.span))
        }
        FactKind::Number => {
            let counted = |fact: &Fact, side: &Side| {
                let words = side.words.iter().flatten();
                let mut terms =
                    words.skip_while(|word| word.span.start < fact.span.end).filter_map(|word| word.term.clone());
                let first = terms.next();
                // "Per cent" is "percent".
                if first.as_deref() == Some("per") || first.as_deref() == Some("cent") {
                    Some("percen".to_owned())
                } else {
                    first
                }
            };
            let of_same = |other: &&Fact| counted(fact, &edge.source) == counted(other, &edge.derived);
            let number = facts.iter().filter(|other| other.kind == FactKind::Number).filter(new).find(of_same);
            if let Some(number) = number {
                return Some((RewriteEffect::NumberChanged, number.span));
            }
            let vague = facts.iter().filter(|other| other.kind == FactKind::VagueDate).find(new);
            if let Some(vague) = vague.filter(|_| counts_time(edge, fact)) {
                return Some((RewriteEffect::DateBlurred, vague.span));
            }
            Some((RewriteEffect::NumberDropped, many(edge, made)?))
        }
    }
}

/// "Ten days": what is counted is time.
fn counts_time(edge: &Edge, fact: &Fact) -> bool {
    let mut words = edge.source.words.iter().flatten().skip_while(|word| word.span.start < fact.span.end);
    let time = ["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"];
    words.next().is_some_and(|word| time.contains(&word.word.as_str()))
}

/// A word for how many, in the sentences made from one that has none.
fn many(edge: &Edge, made: &[usize]) -> Option<Span> {
    let source: Vec<usize> = made.iter().flat_map(|at| edge.made_of(*at)).collect();
    let had = |row: &[&str]| source.iter().any(|at| find_row(edge.source.sentence(*at), row).is_some());
    let rows = VAGUE.iter().filter(|row| !had(row));
    rows.filter_map(|row| made.iter().find_map(|at| find_row(edge.derived.sentence(*at), row))).next()
}

static VAGUE: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let rows = lines(include_str!("../../../data/en/vague_numbers.txt")).flat_map(str::split_whitespace);
    rows.map(|row| row.split('_').collect()).collect()
});
