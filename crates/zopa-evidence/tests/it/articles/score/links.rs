//! Are the right sentences linked: made from each other, wordings of one utterance, told two ways? And are those left alone
//! that only look alike?

use super::{Count, Found, Link, ordered, sentence_of, share};
use crate::articles::gold::{At, Family, Span};
use std::collections::BTreeSet;

type Linked = BTreeSet<(At, At)>;

/// Groups of links: how many are found by one link at least, and how many of the links are right.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    pub found: usize,
    pub there: usize,
    pub links: Count,
    /// Links between what is only told differently at different times.
    pub apparent: usize,
    pub missed: Vec<String>,
    pub false_links: Vec<String>,
}

impl Groups {
    /// The share of the groups that are found.
    pub fn recall(&self) -> f64 {
        share(self.found, self.there)
    }

    /// Adds what was found in another family.
    pub fn add(&mut self, other: Self) {
        self.found += other.found;
        self.there += other.there;
        self.links = self.links.and(other.links);
        self.apparent += other.apparent;
        self.missed.extend(other.missed);
        self.false_links.extend(other.false_links);
    }
}

fn sentences(family: &Family, links: &[Link]) -> Linked {
    let both = |link: &Link| Some(ordered(sentence_of(family, &link.a)?, sentence_of(family, &link.b)?));
    links.iter().filter_map(both).collect()
}

/// Sentences made from sentences. `misses` takes what went wrong, for a reader.
pub fn pairs(family: &Family, found: &Found, misses: &mut Vec<String>) -> Count {
    let derived = |label: &str| ["derived", "derived-partial"].contains(&label);
    let gold = family.pairs.iter().filter(|pair| derived(&pair.label));
    let gold: Linked = gold.map(|pair| ordered(pair.a, pair.b)).collect();
    let had = sentences(family, &found.pairs);
    misses.extend(gold.difference(&had).map(|pair| format!("- {}", told(family, *pair))));
    misses.extend(had.difference(&gold).map(|pair| format!("+ {}", told(family, *pair))));
    Count { right: gold.intersection(&had).count(), found: had.len(), there: gold.len() }
}

/// Of the pairs that look alike and are none, how many are linked as made from each other or as wordings of one utterance.
pub fn hard_negatives(family: &Family, found: &Found) -> (usize, usize) {
    let negatives = family.pairs.iter().filter(|pair| pair.label == "hard-negative");
    let negatives: Linked = negatives.map(|pair| ordered(pair.a, pair.b)).collect();
    let had: Linked = &sentences(family, &found.pairs) | &sentences(family, &found.drift);
    (negatives.intersection(&had).count(), negatives.len())
}

/// Wordings of one utterance in two documents.
pub fn drift(family: &Family, found: &Found) -> Groups {
    let groups = family.drift.iter().map(|drift| {
        let places: Vec<At> = drift.wordings.iter().map(|wording| wording.at).collect();
        (drift.name.as_str(), across(&places, &places, |a, b| a.0 != b.0))
    });
    grouped(family, groups.collect(), &Linked::new(), sentences(family, &found.drift))
}

/// What is told two ways, a round or a date apart left out.
pub fn contradictions(family: &Family, found: &Found) -> Groups {
    let mut groups = Vec::new();
    let mut apparent = Linked::new();
    for told in &family.contradictions {
        let sides = told.sides.iter().enumerate();
        let links: Linked = sides
            .flat_map(|(at, side)| told.sides[at + 1..].iter().map(move |other| (side, other)))
            .flat_map(|(side, other)| across(&side.places, &other.places, |_, _| true))
            .collect();
        if told.apparent() { apparent.extend(links) } else { groups.push((told.name.as_str(), links)) }
    }
    grouped(family, groups, &apparent, sentences(family, &found.contradictions))
}

/// Of what is reported and what is denied, the number of origins. Judged where a side has all that stands in documents made from
/// no other, and nothing of the other side: behind a part of it there may be fewer, and behind both more.
pub fn origins(family: &Family, found: &Found, misses: &mut Vec<String>) -> Count {
    let made = |number: usize| family.lineage.iter().any(|line| line.document == number && line.from.is_some());
    let places = |places: &[(usize, Span)]| places.iter().filter_map(|place| sentence_of(family, place)).collect();
    let told: Vec<(BTreeSet<At>, usize)> = found.origins.iter().map(|(told, count)| (places(told), *count)).collect();
    let mut figure = Count::default();
    let sides = family.contradictions.iter().flat_map(|told| told.sides.iter().map(move |side| (told, side)));
    for (all, side) in sides {
        let Some(wanted) = side.origins else { continue };
        let others = || all.sides.iter().flat_map(|other| &other.places).filter(|at| !side.places.contains(at));
        let whole = |told: &BTreeSet<At>| {
            side.places.iter().any(|at| told.contains(at))
                && side.places.iter().all(|at| made(at.0) || told.contains(at))
                && !others().any(|at| told.contains(at))
        };
        let counts: Vec<usize> = told.iter().filter(|(told, _)| whole(told)).map(|(_, count)| *count).collect();
        let right = counts.is_empty() || counts.contains(&wanted);
        if !right {
            misses.push(format!("{}: {}: {} of {wanted} told as {counts:?}", family.name, all.name, side.position));
        }
        let right = counts.contains(&wanted).into();
        figure = figure.and(Count { right, found: (!counts.is_empty()).into(), there: 1 });
    }
    figure
}

fn across(some: &[At], others: &[At], apart: impl Fn(At, At) -> bool) -> Linked {
    let all = some.iter().flat_map(|a| others.iter().map(move |b| (*a, *b)));
    all.filter(|(a, b)| apart(*a, *b)).map(|(a, b)| ordered(a, b)).collect()
}

fn grouped(family: &Family, groups: Vec<(&str, Linked)>, apparent: &Linked, had: Linked) -> Groups {
    let there: Linked = groups.iter().flat_map(|(_, links)| links.iter().copied()).collect();
    let hit = |links: &Linked| links.intersection(&had).next().is_some();
    let name = |group: &str| format!("{}: {group}", family.name);
    Groups {
        found: groups.iter().filter(|(_, links)| hit(links)).count(),
        there: groups.len(),
        links: Count { right: had.intersection(&there).count(), found: had.len(), there: there.len() },
        apparent: apparent.intersection(&had).count(),
        missed: groups.iter().filter(|(_, links)| !hit(links)).map(|(group, _)| name(group)).collect(),
        false_links: had.difference(&there).map(|link| told(family, *link)).collect(),
    }
}

fn told(family: &Family, (a, b): (At, At)) -> String {
    let one = |at: At| format!("{}: {}", family.documents[at.0].file, family.words(at));
    format!("{}\n    {}", one(a), one(b))
}
