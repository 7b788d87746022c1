//! What is told in two ways?
//!
//! One question a file: how many, on which day, who leads and of what rank, how firm it is; and who has to agree. Two
//! sentences are set against each other only if they are about one thing as far as their words say, and no round or date
//! lies between them. What a rewrite changed is told with its edge and not here.

mod days;
mod firmness;
mod leaders;
mod numbers;

use super::effects::Word;
use super::facts::{Fact, FactKind};
use super::lists::{LEADS, RATIFY};
use super::scene::{At, Scene};
use super::voices::root;
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::between::DisputeKind;

pub(super) use leaders::leads;

/// A list longer than this sets nothing against anything.
const COMMON: usize = 200;
/// So many words may lie between an act and the body whose act it is.
const REACH: usize = 7;

/// Two sentences that differ.
pub(crate) type Difference = (DisputeKind, At, At);

pub(crate) fn differences(scene: &Scene) -> Vec<Difference> {
    let mut found = numbers::numbers(scene);
    found.extend(days::days(scene));
    found.extend(days::weekdays(scene));
    found.extend(leaders::leaders(scene));
    found.extend(ratifications(scene));
    found.extend(firmness::firmness(scene));
    // What two rewrites left of one sentence is told with their edges.
    let of_one =
        |one: At, other: At| scene.counterparts(one).contains(&other) || root(scene, one) == root(scene, other);
    found.retain(|(_, one, other)| !of_one(*one, *other));
    found.sort_unstable();
    found.dedup();
    found
}

/// Pairs of entries under one key, of two sentences each.
fn pairs<K, V>(index: &BTreeMap<K, Vec<(At, V)>>) -> impl Iterator<Item = (&(At, V), &(At, V))> {
    let short = index.values().filter(|list| list.len() <= COMMON);
    short.flat_map(|list| {
        list.iter().enumerate().flat_map(move |(at, one)| list.iter().skip(at + 1).map(move |other| (one, other)))
    })
}

/// Of two documents, or of two sentences of one.
fn comparable(scene: &Scene, one: At, other: At) -> bool {
    one != other && !scene.apart(one, other)
}

fn facts(scene: &Scene, at: At, kind: FactKind) -> Vec<Fact> {
    let Some(side) = scene.side(at.0) else { return Vec::new() };
    let facts = scene.lists.facts.of(side.report.text, scene.span(at));
    facts.into_iter().filter(|fact| fact.kind == kind).collect()
}

/// Do the sentences, or those before them, share a name that is none of the leaders'?
fn one_group(scene: &Scene, one: At, other: At, left: &[Fact], right: &[Fact]) -> bool {
    let leaders: BTreeSet<&String> = left.iter().chain(right).flat_map(|name| &name.key).collect();
    let around = |at: At| -> BTreeSet<String> {
        let near = (at.1.saturating_sub(1)..=at.1).flat_map(|sentence| facts(scene, (at.0, sentence), FactKind::Name));
        let words = near.flat_map(|name| name.key).filter(|word| !leaders.contains(word));
        words.map(|word| word.chars().take(5).collect()).collect()
    };
    !around(one).is_disjoint(&around(other)) || !called(scene, one).is_disjoint(&called(scene, other))
}

/// What a group is called by: "the federal delegation", "the federal side".
fn called(scene: &Scene, at: At) -> BTreeSet<String> {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let named = words.windows(2).filter_map(|pair| match pair {
        [word, group] if LEADS.has("groups", &group.word) && !LEADS.has("groups", &word.word) => word.term.clone(),
        _ => None,
    });
    named.filter(|term| !scene.lists.lexicon.is_light(term)).collect()
}

/// The bodies that a sentence says have to agree.
fn bodies(scene: &Scene, at: At) -> BTreeSet<String> {
    agreeing(scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1)))
}

/// The bodies near a word for agreeing, among the words of a sentence; those that need not agree as "no parliament".
pub(crate) fn agreeing(words: &[Word]) -> BTreeSet<String> {
    let votes = RATIFY.any("needed", words);
    let act = |word: &Word| RATIFY.has("acts", &word.word) || votes && RATIFY.has("votes", &word.word);
    let near = words.iter().enumerate().filter(|(_, word)| act(word));
    let around = near.flat_map(|(number, _)| {
        let from = number.saturating_sub(REACH);
        from..words.len().min(from + 2 * REACH + 1)
    });
    let at = |number: usize| words.get(number).map_or("", |word| word.word.as_str());
    // "Need not go before the court", "without a referendum".
    let spared = |number: usize| {
        (number.saturating_sub(SPARED)..number).any(|before| matches!(at(before), "not" | "without" | "no"))
    };
    let named = around.filter(|number| RATIFY.has("bodies", at(*number)));
    named.map(|number| if spared(number) { format!("no {}", at(number)) } else { at(number).to_owned() }).collect()
}

/// So many words before a body may stand the one by which it need not agree.
const SPARED: usize = 5;

/// Does a sentence that was made from another still tell what the other differs in?
pub(crate) fn still_tells(scene: &Scene, kind: DisputeKind, from: At, made: At) -> bool {
    let numbers = |at: At| -> BTreeSet<String> {
        facts(scene, at, FactKind::Number).into_iter().flat_map(|number| number.key).collect()
    };
    match kind {
        DisputeKind::Number => !numbers(from).is_disjoint(&numbers(made)),
        DisputeKind::Leader | DisputeKind::Rank => !leaders::leads(scene, made).is_empty(),
        DisputeKind::Ratification => !bodies(scene, made).is_empty(),
        _ => true,
    }
}

/// Which bodies have to agree.
fn ratifications(scene: &Scene) -> Vec<Difference> {
    let mut index: BTreeMap<(), Vec<(At, BTreeSet<String>)>> = BTreeMap::new();
    for at in scene.sentences() {
        let bodies = bodies(scene, at);
        if !bodies.is_empty() {
            index.entry(()).or_default().push((at, bodies));
        }
    }
    let share = |one: At, other: At| {
        let sentence = |at: At| scene.corpus.sentences(at.0).get(at.1);
        matches!((sentence(one), sentence(other)), (Some(a), Some(b)) if scene.corpus.shared(&a.terms, &b.terms).1 >= 2)
    };
    let differ = pairs(&index).filter(|((one, left), (other, right))| {
        one.0 != other.0 && left != right && share(*one, *other) && comparable(scene, *one, *other)
    });
    differ.map(|((one, _), (other, _))| (DisputeKind::Ratification, *one, *other)).collect()
}
