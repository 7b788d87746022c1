//! How many, told in two ways?

use super::{COMMON, Difference, comparable, facts, one_group, pairs};
use crate::between::effects::{Side, Word};
use crate::between::facts::{Fact, FactKind};
use crate::between::lexicon::lines;
use crate::between::lists::{ESTIMATES, LEADS};
use crate::between::scene::{At, Scene};
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::between::DisputeKind;

/// So alike must two sentences with different numbers be, in thousandths.
const COUNTED: u32 = 200;
/// Or so much of the shorter in the other.
const CONTAINED: u32 = 500;
/// So alike two sentences, each the only one of its document with so many hours or metres.
const MEASURED: u32 = 100;
/// Two numbers of one document are set against each other only so near, in sentences.
const NEAR: usize = 2;
/// So many bytes after "numbers" may its number stand.
const FAR: usize = 16;
const MEASURES: &str = include_str!("../../../data/en/measures.txt");
const PEOPLE: &str = include_str!("../../../data/en/people.txt");

/// Numbers of one unit in sentences that are alike, each the most alike of the other; and how many a delegation has.
pub(super) fn numbers(scene: &Scene) -> Vec<Difference> {
    let mut index: BTreeMap<String, Vec<(At, BTreeSet<String>)>> = BTreeMap::new();
    for at in scene.sentences().filter(|at| !scene.is_derived(at.0)) {
        for (unit, values) in counted(scene, at) {
            index.entry(unit).or_default().push((at, values));
        }
    }
    let differ = pairs(&index).filter(|((one, left), (other, right))| {
        let near = one.0 != other.0 || one.1.abs_diff(other.1) <= NEAR;
        let of_one = || scene.alike(*one, *other) >= COUNTED || scene.contained(*one, *other) >= CONTAINED;
        near && left.is_disjoint(right) && of_one() && comparable(scene, *one, *other)
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
    for (unit, told) in index.iter().filter(|(_, told)| told.len() <= COMMON) {
        let (people, measure) = (people.contains(unit), measures.contains(unit));
        let told: Vec<_> = told.iter().filter(|(_, values)| !(people && few(values))).collect();
        let alone = |document: usize| told.iter().filter(|(at, _)| at.0 == document).count() == 1;
        let once: Vec<_> = told.iter().filter(|(at, values)| values.len() == 1 && alone(at.0)).collect();
        for (number, (one, left)) in once.iter().enumerate() {
            let others = once.iter().skip(number + 1).filter(|(other, right)| {
                let one_thing = !measure || scene.alike(*one, *other) >= MEASURED;
                left != right && one_thing && comparable(scene, *one, *other)
            });
            found.extend(others.map(|(other, _)| (DisputeKind::Number, *one, *other)));
        }
    }
    found
}

/// "The company puts the number at 1,500. The union speaks of 2,300.": the second number counts what the first does.
fn estimates(scene: &Scene) -> Vec<Difference> {
    let has =
        |at: At, kind: &str| scene.side(at.0).is_some_and(|side| ESTIMATES.find(kind, side.sentence(at.1)).is_some());
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
    let counts = ["numbers", "numbered", "counts", "counted", "comprises", "comprised", "consists", "consisted"];
    let counted = ["members", "delegates", "negotiators"];
    let is = |list: &[&str], word: &Word| list.contains(&word.word.as_str());
    let of_group = |at: At| LEADS.any("groups", sentence(at));
    let it = words.first().is_some_and(|word| word.word == "it");
    let before = at.1.checked_sub(1).filter(|_| it).map(|before| (at.0, before));
    if !of_group(at) && !before.is_some_and(of_group) {
        return BTreeSet::new();
    }
    let cue = words.iter().find(|word| is(&counts, word)).filter(|_| of_group(at));
    let text = scene.text(at.0);
    let strong = |number: &Fact| {
        let rest = text.get(number.span.end..).unwrap_or_default();
        let before = text.get(..number.span.start).unwrap_or_default();
        let of = LEADS.words("groups").iter().any(|group| before.ends_with(&format!("{group} of ")));
        of || rest.starts_with(" strong") || rest.starts_with("-strong") || rest.starts_with("-member")
    };
    let told = |number: &Fact| {
        let after = cue.is_some_and(|cue| cue.span.end < number.span.start && number.span.start < cue.span.end + FAR);
        let next = words.iter().find(|word| word.span.start >= number.span.end);
        after || strong(number) || next.is_some_and(|next| is(&counted, next))
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
            // "Per cent" is "percent".
            Some(_) if word.word == "cent" && units.is_empty() => {
                units.push("percen".to_owned());
                break;
            }
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
