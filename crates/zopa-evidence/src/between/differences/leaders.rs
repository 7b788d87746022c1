//! Who leads, and of what rank, told in two ways?

use super::{Difference, REACH, comparable, facts, one_group};
use crate::between::effects::Word;
use crate::between::facts::{Fact, FactKind};
use crate::between::lists::{LEADS, ROUNDS};
use crate::between::scene::{At, Scene};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::between::DisputeKind;

/// So many bytes may lie between a name and what it leads: ", who ".
const WHO: usize = 8;
/// So many between a name and that of whose minister or officer it is: "Rafe Solvik, Orvanta's chief".
const BESIDE: usize = 24;

/// Who leads a delegation, and of what rank.
pub(super) fn leaders(scene: &Scene) -> Vec<Difference> {
    let leading: Vec<(At, Vec<Fact>)> =
        scene.sentences().map(|at| (at, leads(scene, at))).filter(|(_, names)| !names.is_empty()).collect();
    let sides = sides(scene, &leading);
    let mut found = Vec::new();
    for (number, (one, left)) in leading.iter().enumerate() {
        for (other, right) in leading.iter().skip(number + 1) {
            let of_talks = [leads_talks(scene, *one), leads_talks(scene, *other)];
            let one_body = match of_talks {
                [true, true] => true,
                [false, false] => {
                    let side = of_one_side(&sides, left, right);
                    let group = || side.is_none() && one_group(scene, *one, *other, left, right);
                    side == Some(true) || names(scene, *one, right) || names(scene, *other, left) || group()
                }
                _ => false,
            };
            if !comparable(scene, *one, *other) || !one_body {
                continue;
            }
            let lasts = |names: &[Fact]| -> BTreeSet<String> { names.iter().filter_map(last).collect() };
            if lasts(left) != lasts(right) {
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
    ROUNDS.any("nouns", words) && !has(&["delegation", "team", "mission", "side"])
}

/// Who is said to lead a delegation, or the talks.
pub(in crate::between) fn leads(scene: &Scene, at: At) -> Vec<Fact> {
    let by_verb = || Some(led_by(scene, at)).filter(|names| !names.is_empty()).unwrap_or_else(|| leading(scene, at));
    Some(titled(scene, at)).filter(|names| !names.is_empty()).unwrap_or_else(by_verb)
}

/// Names that may be a person's: no *the* before them.
fn persons(scene: &Scene, at: At) -> Vec<Fact> {
    let text = scene.text(at.0);
    let article = |name: &Fact| {
        let before = text.get(..name.span.start).unwrap_or_default();
        before.ends_with("the ") || before.ends_with("The ")
    };
    facts(scene, at, FactKind::Name).into_iter().filter(|name| !article(name)).collect()
}

/// "Halka Romsen, the chief negotiator", "its chief negotiator, Halka Romsen".
fn titled(scene: &Scene, at: At) -> Vec<Fact> {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let Some(title) = LEADS.find("titles", words) else { return Vec::new() };
    let (names, text) = (persons(scene, at), scene.text(at.0));
    let gap = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let behind = names.iter().find(|name| matches!(gap(title.end, name.span.start), " " | ", "));
    let before = || {
        let mut before = names.iter().rev().filter(|name| name.span.end <= title.start);
        before.find(|name| {
            let gap = gap(name.span.end, title.start);
            gap.starts_with(", ") && gap.matches(',').count() == 1
        })
    };
    behind.or_else(before).cloned().into_iter().collect()
}

/// The names after "led by" or "headed by", up to the next mark; where an office stands there alone, the name that follows it.
fn led_by(scene: &Scene, at: At) -> Vec<Fact> {
    let Some(side) = scene.side(at.0) else { return Vec::new() };
    let words = side.sentence(at.1);
    let Some(from) = LEADS.find("passive", words).map(|cue| cue.end) else {
        return Vec::new();
    };
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
    let group = |word: &Word| LEADS.has("groups", &word.word) || ROUNDS.has("nouns", &word.word);
    let near = |cue: &Span| words.iter().skip_while(|word| word.span.start < cue.end).take(REACH).any(group);
    let cues = LEADS.rows("active").iter().flat_map(|row| every_row(words, row));
    let Some(cue) = cues.filter(near).min_by_key(|cue| cue.start) else { return Vec::new() };
    let names = persons(scene, at).into_iter();
    let before = |name: &Fact| name.span.end <= cue.start && cue.start - name.span.end <= WHO;
    let close: Vec<Fact> = names.clone().filter(before).collect();
    if !close.is_empty() {
        return close;
    }
    // "Helka Morvane, the mediator, who chairs the talks": an office stands between, or another clause.
    let text = scene.text(at.0);
    let aside = |name: &Fact| {
        let gap = text.get(name.span.end..cue.start).unwrap_or_default();
        let commas = gap.matches(',').count();
        // "The minister who leads", "the minister, who leads", "who chairs the union and leads", "the minister, leads".
        let who = gap.contains(" who ") && commas <= 2 || commas == 2 && gap.ends_with(", ");
        gap.starts_with(", ") && who
    };
    names.filter(|name| name.span.end < cue.start).filter(aside).collect()
}

/// Every place where a row of words stands.
fn every_row(words: &[Word], row: &[&str]) -> Vec<Span> {
    let stands = |window: &&[Word]| window.iter().map(|word| word.word.as_str()).eq(row.iter().copied());
    let windows = words.windows(row.len().max(1)).filter(stands);
    windows.filter_map(|window| Some(Span::new(window.first()?.span.start, window.last()?.span.end))).collect()
}

/// Whose people the leaders are, by their last names: the names that stand beside theirs in any document, and those of the
/// sentence that says that they lead, as far as they are none of leaders.
fn sides(scene: &Scene, leading: &[(At, Vec<Fact>)]) -> BTreeMap<String, BTreeSet<String>> {
    let all: BTreeSet<&String> = leading.iter().flat_map(|(_, names)| names).flat_map(|name| &name.key).collect();
    let leads: BTreeSet<At> = leading.iter().map(|(at, _)| *at).collect();
    let lasts: BTreeSet<String> = leading.iter().flat_map(|(_, names)| names).filter_map(last).collect();
    let mut sides: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for at in scene.sentences() {
        let names = facts(scene, at, FactKind::Name);
        for (leader, key) in
            names.iter().filter_map(|name| Some((name, last(name).filter(|last| lasts.contains(last))?)))
        {
            let others = names.iter().filter(|name| leads.contains(&at) || beside(leader, name));
            let others = others.filter(|name| !name.key.iter().any(|word| all.contains(word)));
            let words = others.flat_map(|name| &name.key).map(|word| word.chars().take(5).collect());
            sides.entry(key).or_default().extend(words);
        }
    }
    sides
}

fn last(name: &Fact) -> Option<String> {
    name.key.last().cloned()
}

fn beside(leader: &Fact, name: &Fact) -> bool {
    let (one, other) = if name.span.start < leader.span.start { (name, leader) } else { (leader, name) };
    other.span.start.saturating_sub(one.span.end) <= BESIDE
}

/// Are they of one side? Nothing if that of one of them is not told.
fn of_one_side(sides: &BTreeMap<String, BTreeSet<String>>, left: &[Fact], right: &[Fact]) -> Option<bool> {
    let of = |names: &[Fact]| -> BTreeSet<&String> {
        names.iter().filter_map(last).filter_map(|last| sides.get(&last)).flatten().collect()
    };
    let (left, right) = (of(left), of(right));
    (!left.is_empty() && !right.is_empty()).then(|| !left.is_disjoint(&right))
}

fn ranks_differ(one: &Fact, other: &Fact) -> bool {
    let of = |name: &Fact| name.key.iter().find(|word| LEADS.has("ranks", word)).cloned();
    matches!((of(one), of(other)), (Some(left), Some(right)) if left != right)
}
