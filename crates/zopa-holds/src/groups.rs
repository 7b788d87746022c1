//! Which steps wait for each other, so that none of them can come first?
//!
//! A step that commitments are to bring about waits, by each of them, for the steps that set that commitment off and for the
//! one from which it counts; one of those commitments is enough. So a step can be taken once all is taken that was said to
//! come before it, and all that one of its commitments waits for. Steps that can never be taken so are stuck, and stuck steps
//! that wait for each other are a group. The work grows with what waits for what, not with pairs of steps.

use crate::notes::One;
use crate::waits::{Waits, distinct, trigger_steps};
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Case, CommitmentId, Point, StepId};

/// A commitment that is to bring a step about, and what it waits for.
struct Bringing {
    commitment: CommitmentId,
    first: BTreeSet<StepId>,
}

/// By the step that is brought about.
type Brought = BTreeMap<StepId, Vec<Bringing>>;

fn brought(case: &Case) -> Brought {
    let mut brought = Brought::new();
    for (commitment, row) in case.commitments.iter() {
        let start = row.anatomy.from.known().filter_map(|point| match point {
            Point::Step(step) => Some(*step),
            Point::Event(_) => None,
        });
        let first: BTreeSet<StepId> = trigger_steps(case, commitment).into_iter().chain(start).collect();
        let done = row.anatomy.response.known().filter(|response| !response.not);
        for step in done.filter_map(|response| response.step) {
            brought.entry(step).or_default().push(Bringing { commitment, first: first.clone() });
        }
    }
    brought
}

/// Steps that wait for each other, with the commitments and the claims that make them wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub steps: Vec<StepId>,
    pub commitments: Vec<CommitmentId>,
    pub claims: Vec<String>,
}

/// The groups that some commitment is a part of: by commitments alone, or by what was said of order too.
pub(crate) fn groups(case: &Case, said: &Waits) -> Vec<Group> {
    let brought = brought(case);
    if brought.is_empty() {
        return Vec::new();
    }
    let all = Graph::of(case, said, &brought);
    let stuck = all.stuck(said, &brought);
    let groups = all.within(&stuck).circles();
    groups.into_iter().filter_map(|steps| group(steps, said, &brought)).collect()
}

/// What waits for what, both ways.
struct Graph {
    waits: BTreeMap<StepId, BTreeSet<StepId>>,
    awaited: BTreeMap<StepId, BTreeSet<StepId>>,
}

impl Graph {
    fn of(case: &Case, said: &Waits, brought: &Brought) -> Graph {
        let first = |step: StepId| {
            let by_word = said.of(step).iter().map(|(first, _)| *first);
            let by_promise = brought.get(&step).into_iter().flatten().flat_map(|row| row.first.iter().copied());
            by_word.chain(by_promise).collect()
        };
        Graph::new(case.space.steps.ids().map(|step| (step, first(step))).collect())
    }

    fn new(waits: BTreeMap<StepId, BTreeSet<StepId>>) -> Graph {
        let mut awaited: BTreeMap<StepId, BTreeSet<StepId>> = BTreeMap::new();
        for (step, first) in &waits {
            for one in first {
                awaited.entry(*one).or_default().insert(*step);
            }
        }
        Graph { waits, awaited }
    }

    /// The part of it between some steps.
    fn within(&self, steps: &BTreeSet<StepId>) -> Graph {
        let kept = |first: &BTreeSet<StepId>| first.intersection(steps).copied().collect();
        let waits = self.waits.iter().filter(|(step, _)| steps.contains(step));
        Graph::new(waits.map(|(step, first)| (*step, kept(first))).collect())
    }

    /// The steps that can never be taken. A step is looked at again when one that it waits for can be taken.
    fn stuck(&self, said: &Waits, brought: &Brought) -> BTreeSet<StepId> {
        let mut stuck: BTreeSet<StepId> = self.waits.keys().copied().collect();
        let mut open: Vec<StepId> = stuck.iter().copied().collect();
        while let Some(step) = open.pop() {
            let word = said.of(step).iter().all(|(first, _)| !stuck.contains(first));
            let promised = brought.get(&step).is_none_or(|ways| ways.iter().any(|row| row.first.is_disjoint(&stuck)));
            if word && promised && stuck.remove(&step) {
                open.extend(self.awaited.get(&step).into_iter().flatten().filter(|next| stuck.contains(next)));
            }
        }
        stuck
    }

    /// Sets of steps, each of which waits for each other of its set, over others too; a step that waits for itself is one.
    /// Two walks over the graph (Kosaraju, as told by Sharir 1981): the second goes the other way, from what the first left
    /// last.
    fn circles(&self) -> Vec<Vec<StepId>> {
        let mut left: Vec<StepId> = Vec::new();
        let mut seen = BTreeSet::new();
        self.waits.keys().for_each(|step| left.extend(walk(&self.waits, *step, &mut seen)));
        let mut seen = BTreeSet::new();
        let sets = left.iter().rev().map(|step| walk(&self.awaited, *step, &mut seen));
        let mut sets: Vec<Vec<StepId>> = sets.filter(|set| self.goes_round(set)).collect();
        sets.iter_mut().for_each(|set| set.sort());
        sets.sort();
        sets
    }

    fn goes_round(&self, set: &[StepId]) -> bool {
        match set {
            [] => false,
            [one] => self.waits.get(one).is_some_and(|first| first.contains(one)),
            _ => true,
        }
    }
}

/// The steps that can be reached and were not seen yet, each after all that it leads to.
fn walk(next: &BTreeMap<StepId, BTreeSet<StepId>>, from: StepId, seen: &mut BTreeSet<StepId>) -> Vec<StepId> {
    let mut left = Vec::new();
    let leads = |step: StepId| next.get(&step).into_iter().flatten().copied().collect::<Vec<_>>();
    let mut path = if seen.insert(from) { vec![(from, leads(from))] } else { Vec::new() };
    while let Some((step, rest)) = path.last_mut() {
        match rest.pop() {
            Some(to) if seen.insert(to) => path.push((to, leads(to))),
            Some(_) => {}
            None => {
                left.push(*step);
                path.pop();
            }
        }
    }
    left
}

fn group(steps: Vec<StepId>, said: &Waits, brought: &Brought) -> Option<Group> {
    let inside: BTreeSet<StepId> = steps.iter().copied().collect();
    let rows = steps.iter().flat_map(|step| brought.get(step).into_iter().flatten());
    let waiting = rows.filter(|row| !row.first.is_disjoint(&inside));
    let commitments: BTreeSet<CommitmentId> = waiting.map(|row| row.commitment).collect();
    let words = steps.iter().flat_map(|step| said.of(*step)).filter(|(first, _)| inside.contains(first));
    let claims = distinct(words.flat_map(|(_, claims)| claims.iter().cloned()).collect());
    (!commitments.is_empty()).then(|| Group { steps, commitments: commitments.into_iter().collect(), claims })
}

impl One<'_> {
    /// The groups of which this is the first commitment.
    pub fn leads(self, groups: &[Group]) -> impl Iterator<Item = &Group> {
        groups.iter().filter(move |group| group.commitments.first() == Some(&self.id))
    }
}
