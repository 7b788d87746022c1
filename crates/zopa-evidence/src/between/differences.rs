//! What is told in two ways?
//!
//! One question a function: how many, who leads, of what rank, who has to agree, how firmly something is refused. Two
//! sentences are set against each other only if they are about one thing as far as their words say, and no round or date
//! lies between them. What a rewrite changed is told with its edge and not here.

use super::effects::{Side, Word, find_row};
use super::facts::{Fact, FactKind};
use super::lexicon::lines;
use super::scene::{At, Scene};
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::between::DisputeKind;

/// So alike must two sentences with different numbers be, in thousandths.
const COUNTED: u32 = 200;
/// Two numbers of one document are set against each other only so near, in sentences.
const NEAR: usize = 2;
/// So alike must two refusals be.
const REFUSED: u32 = 150;
/// So alike must a refusal and an assent be.
const ASSENTED: u32 = 250;
/// A list longer than this sets nothing against anything.
const COMMON: usize = 200;
/// So many bytes after "numbers" may its number stand.
const FAR: usize = 16;
/// So many bytes may lie between a name and what it leads: ", who ".
const WHO: usize = 8;
/// So many words may lie between an act and the body whose act it is.
const REACH: usize = 7;

const MEASURES: &str = include_str!("../../data/en/measures.txt");
const PEOPLE: &str = include_str!("../../data/en/people.txt");

/// Two sentences that differ.
pub(crate) type Difference = (DisputeKind, At, At);

pub(crate) fn differences(scene: &Scene) -> Vec<Difference> {
    let mut found = numbers(scene);
    found.extend(leaders(scene));
    found.extend(ratifications(scene));
    found.extend(refusals(scene));
    found.retain(|(_, one, other)| !scene.counterparts(*one).contains(other));
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

/// Numbers of one unit in sentences that are alike, each the most alike of the other; and how many a delegation has.
fn numbers(scene: &Scene) -> Vec<Difference> {
    let mut index: BTreeMap<String, Vec<(At, BTreeSet<String>)>> = BTreeMap::new();
    for at in scene.sentences().filter(|at| !scene.is_derived(at.0)) {
        for (unit, values) in counted(scene, at) {
            index.entry(unit).or_default().push((at, values));
        }
    }
    let differ = pairs(&index).filter(|((one, left), (other, right))| {
        let near = one.0 != other.0 || one.1.abs_diff(other.1) <= NEAR;
        near && left.is_disjoint(right) && scene.alike(*one, *other) >= COUNTED && comparable(scene, *one, *other)
    });
    let alike: Vec<(At, At)> = differ.map(|((one, _), (other, _))| (*one, *other)).collect();
    let best = |at: At| {
        let of = alike.iter().filter(|(one, other)| *one == at || *other == at);
        of.map(|(one, other)| scene.alike(*one, *other)).max().unwrap_or_default()
    };
    let mutual = alike.iter().filter(|(one, other)| scene.alike(*one, *other) == best(*one).max(best(*other)));
    let mut found: Vec<Difference> = mutual.map(|(one, other)| (DisputeKind::Number, *one, *other)).collect();
    found.extend(counted_once(scene, &index));
    found.extend(sizes(scene));
    found.extend(estimates(scene));
    found
}

/// Two documents that each count something in one place alone count one thing: "140 technicians", "90 technicians".
fn counted_once(scene: &Scene, index: &BTreeMap<String, Vec<(At, BTreeSet<String>)>>) -> Vec<Difference> {
    let terms = |file: &'static str| -> BTreeSet<String> {
        lines(file).flat_map(str::split_whitespace).filter_map(|word| scene.lists.lexicon.term_of(word)).collect()
    };
    let (measures, people) = (terms(MEASURES), terms(PEOPLE));
    // "Two officials", "three officials": few people are whoever they are.
    let few = |values: &BTreeSet<String>| values.iter().any(|value| value.len() < 2);
    let mut found = Vec::new();
    for (unit, told) in index.iter().filter(|(unit, told)| told.len() <= COMMON && !measures.contains(*unit)) {
        let people = people.contains(unit);
        let alone = |document: usize| told.iter().filter(|(at, _)| at.0 == document).count() == 1;
        let counts = |values: &BTreeSet<String>| values.len() == 1 && !(people && few(values));
        let once: Vec<_> = told.iter().filter(|(at, values)| counts(values) && alone(at.0)).collect();
        for (number, (one, left)) in once.iter().enumerate() {
            let others =
                once.iter().skip(number + 1).filter(|(other, right)| left != right && comparable(scene, *one, *other));
            found.extend(others.map(|(other, _)| (DisputeKind::Number, *one, *other)));
        }
    }
    found
}

/// "The company puts the number at 1,500. The union speaks of 2,300.": the second number counts what the first does.
fn estimates(scene: &Scene) -> Vec<Difference> {
    let lists: Vec<(&str, BTreeSet<&str>)> =
        ["puts", "speaks"].map(|kind| (kind, list(include_str!("../../data/en/estimates.txt"), kind))).into();
    let has = |at: At, wanted: &str| {
        let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
        let rows = lists.iter().filter(|(kind, _)| *kind == wanted).flat_map(|(_, rows)| rows);
        rows.into_iter().any(|row| find_row(words, &row.split('_').collect::<Vec<_>>()).is_some())
    };
    let numbers = |at: At| -> BTreeSet<String> {
        facts(scene, at, FactKind::Number).into_iter().filter_map(|number| number.key.into_iter().next()).collect()
    };
    let next = scene.sentences().filter_map(|(document, at)| Some(((document, at.checked_sub(1)?), (document, at))));
    let told = next.filter(|(one, other)| {
        let (left, right) = (numbers(*one), numbers(*other));
        let bare = counted(scene, *other).is_empty() && right.len() == 1;
        bare && left.len() == 1
            && left.is_disjoint(&right)
            && has(*one, "puts")
            && (has(*other, "speaks") || has(*other, "puts"))
    });
    told.map(|(one, other)| (DisputeKind::Number, one, other)).collect()
}

/// How many a delegation has, of one side as far as names say.
fn sizes(scene: &Scene) -> Vec<Difference> {
    let sized: Vec<(At, BTreeSet<String>)> =
        scene.sentences().map(|at| (at, size(scene, at))).filter(|(_, size)| !size.is_empty()).collect();
    let mut found = Vec::new();
    for (number, (one, left)) in sized.iter().enumerate() {
        let against = sized.iter().skip(number + 1).filter(|(other, right)| {
            left.is_disjoint(right) && comparable(scene, *one, *other) && one_group(scene, *one, *other, &[], &[])
        });
        found.extend(against.map(|(other, _)| (DisputeKind::Number, *one, *other)));
    }
    found
}

/// The number after "numbers", "consists of" and the like in a sentence about a delegation, or before "members" in one, or
/// in the next where that goes on with "it".
fn size(scene: &Scene, at: At) -> BTreeSet<String> {
    let sentence = |at: At| scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let words = sentence(at);
    let group = ["delegation", "delegations", "team", "teams", "mission"];
    let counts = ["numbers", "numbered", "counts", "counted", "comprises", "comprised", "consists", "consisted"];
    let counted = ["members", "delegates", "negotiators"];
    let is = |list: &[&str], word: &Word| list.contains(&word.word.as_str());
    let of_group = |at: At| sentence(at).iter().any(|word| is(&group, word));
    let it = words.first().is_some_and(|word| word.word == "it");
    let before = at.1.checked_sub(1).filter(|_| it).map(|before| (at.0, before));
    if !of_group(at) && !before.is_some_and(of_group) {
        return BTreeSet::new();
    }
    let cue = words.iter().find(|word| is(&counts, word)).filter(|_| of_group(at));
    let told = |number: &Fact| {
        let after = cue.is_some_and(|cue| cue.span.end < number.span.start && number.span.start < cue.span.end + FAR);
        let next = words.iter().find(|word| word.span.start >= number.span.end);
        after || next.is_some_and(|next| is(&counted, next))
    };
    let numbers = facts(scene, at, FactKind::Number).into_iter().filter(told);
    numbers.filter_map(|number| number.key.into_iter().next()).take(1).collect()
}

/// The next word that says something, and the one right behind it: "six unarmed vessels" counts vessels.
fn units<'w>(side: &Side, after: impl Iterator<Item = &'w Word>) -> Vec<String> {
    let mut last: Option<usize> = None;
    let mut units = Vec::new();
    for word in after {
        let joined = last.is_none_or(|end| side.report.text.get(end..word.span.start) == Some(" "));
        match &word.term {
            Some(term) if joined && units.len() < 2 => {
                units.push(term.clone());
                last = Some(word.span.end);
            }
            None if units.is_empty() => {}
            _ => break,
        }
    }
    units
}

/// The numbers of a sentence by what they count.
fn counted(scene: &Scene, at: At) -> BTreeMap<String, BTreeSet<String>> {
    let mut counted: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let Some(side) = scene.side(at.0) else { return counted };
    for fact in facts(scene, at, FactKind::Number) {
        let after = side.sentence(at.1).iter().skip_while(|word| word.span.start < fact.span.end);
        let Some(value) = fact.key.first() else { continue };
        for unit in units(side, after.take(3)) {
            counted.entry(unit).or_default().insert(value.clone());
        }
    }
    counted
}

fn facts(scene: &Scene, at: At, kind: FactKind) -> Vec<Fact> {
    let Some(side) = scene.side(at.0) else { return Vec::new() };
    let facts = scene.lists.facts.of(side.report.text, scene.span(at));
    facts.into_iter().filter(|fact| fact.kind == kind).collect()
}

/// Who leads a delegation, and of what rank.
fn leaders(scene: &Scene) -> Vec<Difference> {
    let leading: Vec<(At, Vec<Fact>)> =
        scene.sentences().map(|at| (at, leads(scene, at))).filter(|(_, names)| !names.is_empty()).collect();
    let mut found = Vec::new();
    for (number, (one, left)) in leading.iter().enumerate() {
        for (other, right) in leading.iter().skip(number + 1) {
            let of_talks = [leads_talks(scene, *one), leads_talks(scene, *other)];
            let one_body = match of_talks {
                [true, true] => true,
                [false, false] => one_group(scene, *one, *other, left, right),
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

/// Is it the talks that somebody leads there, and no delegation to them?
fn leads_talks(scene: &Scene, at: At) -> bool {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.word.as_str()));
    has(&TALKS) && !has(&["delegation", "team", "mission", "side"])
}

/// What is chaired.
const TALKS: [&str; 7] = ["talks", "round", "session", "sessions", "negotiations", "meeting", "conference"];

/// Who is said to lead a delegation, or the talks.
fn leads(scene: &Scene, at: At) -> Vec<Fact> {
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
    let group = |word: &Word| {
        matches!(word.word.as_str(), "delegation" | "team" | "mission") || TALKS.contains(&word.word.as_str())
    };
    let near = |from: usize| words.iter().skip(from + 1).take(REACH / 2).any(group);
    let cue = words.iter().enumerate().find(|(from, word)| heads(word) && near(*from));
    let Some((_, cue)) = cue else { return Vec::new() };
    let names = facts(scene, at, FactKind::Name).into_iter();
    let before = |name: &Fact| name.span.end <= cue.span.start && cue.span.start - name.span.end <= WHO;
    let close: Vec<Fact> = names.clone().filter(before).collect();
    if !close.is_empty() {
        return close;
    }
    // "Helka Morvane, the mediator, who chairs the sessions": an office stands between.
    let text = scene.text(at.0);
    let aside = |name: &Fact| {
        let gap = text.get(name.span.end..cue.span.start).unwrap_or_default();
        gap.starts_with(", the ") && gap.ends_with(", who ") && gap.matches(',').count() == 2
    };
    names.filter(|name| name.span.end < cue.span.start).filter(aside).collect()
}

/// Do the sentences, or those before them, share a name that is none of the leaders'?
fn one_group(scene: &Scene, one: At, other: At, left: &[Fact], right: &[Fact]) -> bool {
    let leaders: BTreeSet<&String> = left.iter().chain(right).flat_map(|name| &name.key).collect();
    let around = |at: At| -> BTreeSet<String> {
        let near = (at.1.saturating_sub(1)..=at.1).flat_map(|sentence| facts(scene, (at.0, sentence), FactKind::Name));
        let words = near.flat_map(|name| name.key).filter(|word| !leaders.contains(word));
        words.map(|word| word.chars().take(5).collect()).collect()
    };
    !around(one).is_disjoint(&around(other))
}

fn ranks_differ(one: &Fact, other: &Fact) -> bool {
    let ranks: BTreeSet<&str> =
        lines(include_str!("../../data/en/ranks.txt")).flat_map(str::split_whitespace).collect();
    let of = |name: &Fact| name.key.iter().find(|word| ranks.contains(word.as_str())).cloned();
    matches!((of(one), of(other)), (Some(left), Some(right)) if left != right)
}

fn list(file: &'static str, kind: &str) -> BTreeSet<&'static str> {
    let rest = lines(file).filter_map(|line| line.strip_prefix(kind)?.strip_prefix(':'));
    rest.flat_map(str::split_whitespace).collect()
}

/// The bodies that a sentence says have to agree.
fn bodies(scene: &Scene, at: At) -> BTreeSet<String> {
    let file = include_str!("../../data/en/ratify.txt");
    let (acts, bodies) = (list(file, "acts"), list(file, "bodies"));
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let near = words.iter().enumerate().filter(|(_, word)| acts.contains(word.word.as_str()));
    let around = near.flat_map(|(number, _)| words.iter().skip(number.saturating_sub(REACH)).take(2 * REACH + 1));
    around.filter(|word| bodies.contains(word.word.as_str())).map(|word| word.word.clone()).collect()
}

/// Does a sentence that was made from another still tell what the other differs in?
pub(crate) fn still_tells(scene: &Scene, kind: DisputeKind, from: At, made: At) -> bool {
    let numbers = |at: At| -> BTreeSet<String> {
        facts(scene, at, FactKind::Number).into_iter().flat_map(|number| number.key).collect()
    };
    match kind {
        DisputeKind::Number => !numbers(from).is_disjoint(&numbers(made)),
        DisputeKind::Leader | DisputeKind::Rank => !leads(scene, made).is_empty(),
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

/// Refused altogether in one telling, and unless something is done in the other.
fn refusals(scene: &Scene) -> Vec<Difference> {
    let file = include_str!("../../data/en/firmness.txt");
    let [refusal, absolute, condition, assent] =
        ["refusal", "absolute", "condition", "assent"].map(|kind| list(file, kind));
    let has = |at: &At, rows: &BTreeSet<&str>| {
        let stands =
            |side: &Side, row: &str| find_row(side.sentence(at.1), &row.split('_').collect::<Vec<_>>()).is_some();
        scene.side(at.0).is_some_and(|side| rows.iter().any(|row| stands(side, row)))
    };
    let refused: Vec<At> = scene.sentences().filter(|at| has(at, &refusal)).collect();
    let (bound, free): (Vec<At>, Vec<At>) = refused.into_iter().partition(|at| has(at, &condition));
    let free: Vec<At> = free.into_iter().filter(|at| has(at, &absolute)).collect();
    let willing: Vec<At> = scene.sentences().filter(|at| has(at, &assent) && !has(at, &refusal)).collect();
    let mut found = Vec::new();
    for one in free.iter().filter(|_| free.len().saturating_mul(willing.len()) <= COMMON * COMMON) {
        let against = willing.iter().filter(|other| {
            one.0 != other.0 && scene.alike(*one, **other) >= ASSENTED && comparable(scene, *one, **other)
        });
        found.extend(against.map(|other| (DisputeKind::Firmness, *one.min(other), *one.max(other))));
    }
    if bound.len().saturating_mul(free.len()) > COMMON * COMMON {
        return found;
    }
    for one in &free {
        let against = bound.iter().filter(|other| {
            one.0 != other.0 && scene.alike(*one, **other) >= REFUSED && comparable(scene, *one, **other)
        });
        found.extend(against.map(|other| (DisputeKind::Firmness, *one.min(other), *one.max(other))));
    }
    found
}
