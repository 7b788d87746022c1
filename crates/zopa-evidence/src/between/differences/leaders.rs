//! Who leads, and of what rank, told in two ways?

use super::{Difference, REACH, comparable, facts, list, one_group};
use crate::between::effects::Word;
use crate::between::facts::{Fact, FactKind};
use crate::between::lexicon::lines;
use crate::between::scene::{At, Scene};
use std::collections::BTreeSet;
use zopa_finding::between::DisputeKind;

/// So many bytes may lie between a name and what it leads: ", who ".
const WHO: usize = 8;

/// Who leads a delegation, and of what rank.
pub(super) fn leaders(scene: &Scene) -> Vec<Difference> {
    let leading: Vec<(At, Vec<Fact>)> =
        scene.sentences().map(|at| (at, leads(scene, at))).filter(|(_, names)| !names.is_empty()).collect();
    let mut found = Vec::new();
    for (number, (one, left)) in leading.iter().enumerate() {
        for (other, right) in leading.iter().skip(number + 1) {
            let of_talks = [leads_talks(scene, *one), leads_talks(scene, *other)];
            let one_body = match of_talks {
                [true, true] => true,
                [false, false] => {
                    one_group(scene, *one, *other, left, right)
                        || names(scene, *one, right)
                        || names(scene, *other, left)
                }
                _ => false,
            };
            if !comparable(scene, *one, *other) || !one_body {
                continue;
            }
            let last = |names: &[Fact]| -> BTreeSet<String> {
                names.iter().filter_map(|name| name.key.last().cloned()).collect()
            };
            if last(left) != last(right) {
                found.push((DisputeKind::Leader, *one, *other));
            }
            if left.iter().any(|a| right.iter().any(|b| a.key.last() == b.key.last() && ranks_differ(a, b))) {
                found.push((DisputeKind::Rank, *one, *other));
            }
        }
    }
    found
}

/// Does a sentence name one of the leaders that another has?
fn names(scene: &Scene, at: At, leaders: &[Fact]) -> bool {
    let there = facts(scene, at, FactKind::Name);
    leaders.iter().any(|leader| there.iter().any(|name| name.key.last() == leader.key.last()))
}

/// Is it the talks that somebody leads there, and no delegation to them?
fn leads_talks(scene: &Scene, at: At) -> bool {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.word.as_str()));
    let talks = rounds();
    words.iter().any(|word| talks.contains(word.word.as_str())) && !has(&["delegation", "team", "mission", "side"])
}

/// What is chaired.
fn rounds() -> BTreeSet<&'static str> {
    list(include_str!("../../../data/en/rounds.txt"), "nouns")
}

/// Who is said to lead a delegation, or the talks.
pub(in crate::between) fn leads(scene: &Scene, at: At) -> Vec<Fact> {
    let led = led_by(scene, at);
    if led.is_empty() { leading(scene, at) } else { led }
}

/// The names after "led by" or "headed by", up to the next mark; where an office stands there alone, the name that follows it.
fn led_by(scene: &Scene, at: At) -> Vec<Fact> {
    let Some(side) = scene.side(at.0) else { return Vec::new() };
    let words = side.sentence(at.1);
    let cue = words.windows(2).find(|pair| matches!(pair, [one, by] if matches!(one.word.as_str(), "led" | "headed" | "chaired") && by.word == "by"));
    let Some(from) = cue.and_then(|pair| pair.last()).map(|word| word.span.end) else { return Vec::new() };
    let rest = side.report.text.get(from..scene.span(at).end).unwrap_or_default();
    let mut marks =
        rest.match_indices([',', ';', '(', '–', ':']).map(|(mark, _)| from + mark).chain([from + rest.len()]);
    let names = facts(scene, at, FactKind::Name);
    let until = |end: usize| -> Vec<Fact> {
        names.iter().filter(|name| name.span.start >= from && name.span.end <= end).cloned().collect()
    };
    let first = marks.next().map(until).unwrap_or_default();
    if first.is_empty() { marks.next().map(until).unwrap_or_default() } else { first }
}

/// "Vasse, who heads the delegation": the name before it.
fn leading(scene: &Scene, at: At) -> Vec<Fact> {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let heads = |word: &Word| matches!(word.word.as_str(), "heads" | "leads" | "chairs" | "headed" | "led" | "chaired");
    let talks = rounds();
    let group = |word: &Word| {
        matches!(word.word.as_str(), "delegation" | "team" | "mission") || talks.contains(word.word.as_str())
    };
    let near = |from: usize| words.iter().skip(from + 1).take(REACH - 2).any(group);
    let cue = words.iter().enumerate().find(|(from, word)| heads(word) && near(*from));
    let Some((_, cue)) = cue else { return Vec::new() };
    let names = facts(scene, at, FactKind::Name).into_iter();
    let before = |name: &Fact| name.span.end <= cue.span.start && cue.span.start - name.span.end <= WHO;
    let close: Vec<Fact> = names.clone().filter(before).collect();
    if !close.is_empty() {
        return close;
    }
    // "Helka Morvane, the mediator, who chairs the talks": an office stands between.
    let text = scene.text(at.0);
    let aside = |name: &Fact| {
        let gap = text.get(name.span.end..cue.span.start).unwrap_or_default();
        let commas = gap.matches(',').count();
        // "The minister who leads", "the minister, who leads", "the minister, leads".
        let who = gap.ends_with(" who ") && commas <= 2 || commas == 2 && gap.ends_with(", ");
        gap.starts_with(", the ") && who
    };
    names.filter(|name| name.span.end < cue.span.start).filter(aside).collect()
}

fn ranks_differ(one: &Fact, other: &Fact) -> bool {
    let ranks: BTreeSet<&str> =
        lines(include_str!("../../../data/en/ranks.txt")).flat_map(str::split_whitespace).collect();
    let of = |name: &Fact| name.key.iter().find(|word| ranks.contains(word.as_str())).cloned();
    matches!((of(one), of(other)), (Some(left), Some(right)) if left != right)
}
