//! Which step waits for which? By what was said of order, and by what commitments make wait.
//!
//! A step waits for another where a rule or a limit says that it comes only after it. A step that commitments are to bring
//! about waits, by each of them, for the steps that set that commitment off and for the one from which it counts; one of
//! those commitments is enough. So a step can be taken once all that was said of its order is taken, and all that one of its
//! commitments waits for. Steps that can never be taken so are stuck, and those that wait for each other are a group.

use crate::notes::One;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Case, CommitmentId, Formula, Point, StepId, Support, Trigger};

/// Steps as one waits for the other, each with the claims that say so; none where a rule of the case does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Waits(BTreeMap<StepId, Vec<(StepId, Vec<String>)>>);

impl Waits {
    /// What rules and limits say, suppositions left out.
    pub fn said(case: &Case) -> Waits {
        let mut waits = Waits::default();
        case.rules.iter().for_each(|rule| waits.read(&rule.formula, &[]));
        let reported = case.reported_rules.values().map(|rule| (&rule.formula, &rule.supports));
        let limits = case.limits.values().map(|limit| (&limit.formula, &limit.supports));
        for (formula, supports) in reported.chain(limits) {
            let counts = |support: &&Support| !support.wish && !case.claims[support.claim].suppose;
            let claims: BTreeSet<_> = supports.iter().filter(counts).map(|support| support.claim).collect();
            let names: Vec<String> = claims.iter().map(|id| case.claims[*id].name.clone()).collect();
            if !names.is_empty() {
                waits.read(formula, &names);
            }
        }
        waits
    }

    fn read(&mut self, formula: &Formula, claims: &[String]) {
        for part in formula.conjuncts() {
            if let Formula::OnlyAfter(step, first) = part {
                self.0.entry(step).or_default().push((first, claims.to_vec()));
            }
        }
    }

    fn of(&self, step: StepId) -> &[(StepId, Vec<String>)] {
        self.0.get(&step).map_or(&[], Vec::as_slice)
    }

    /// Does the first step wait for the second, over others too? The claims of a shortest way.
    pub fn path(&self, from: StepId, to: StepId) -> Option<Vec<String>> {
        let mut ways = vec![(from, Vec::new())];
        let mut seen = BTreeSet::from([from]);
        let mut next = 0;
        while let Some((at, claims)) = ways.get(next).cloned() {
            for (first, more) in self.of(at) {
                let claims: Vec<String> = claims.iter().chain(more).cloned().collect();
                if *first == to {
                    return Some(distinct(claims));
                }
                if seen.insert(*first) {
                    ways.push((*first, claims));
                }
            }
            next += 1;
        }
        None
    }
}

fn distinct(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    names.into_iter().for_each(|name| {
        if !kept.contains(&name) {
            kept.push(name)
        }
    });
    kept
}

/// The steps that have to be taken for a commitment to be set off: those that stand as parts of their own in the condition.
pub(crate) fn trigger_steps(case: &Case, id: CommitmentId) -> Vec<StepId> {
    let conditions = case.commitments[id].anatomy.trigger.known().filter_map(|trigger| match trigger {
        Trigger::Condition { formula, .. } => Some(formula),
        Trigger::Event(_) => None,
    });
    let taken = conditions.flat_map(Formula::conjuncts).filter_map(|part| match part {
        Formula::Taken(step) => Some(step),
        _ => None,
    });
    taken.collect()
}

/// A commitment that is to bring a step about, and what it waits for.
struct Bringing {
    commitment: CommitmentId,
    step: StepId,
    first: BTreeSet<StepId>,
}

fn bringing(case: &Case) -> Vec<Bringing> {
    let all = case.commitments.iter().flat_map(|(id, row)| {
        let start = row.anatomy.from.known().filter_map(|point| match point {
            Point::Step(step) => Some(*step),
            Point::Event(_) => None,
        });
        let first: BTreeSet<StepId> = trigger_steps(case, id).into_iter().chain(start).collect();
        let steps = row.anatomy.response.known().filter(|response| !response.not).filter_map(|response| response.step);
        steps.map(move |step| Bringing { commitment: id, step, first: first.clone() })
    });
    all.collect()
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
    let brought = bringing(case);
    let stuck = stuck(case, said, &brought);
    let mut next: BTreeMap<StepId, BTreeSet<StepId>> = BTreeMap::new();
    for step in &stuck {
        let by_word = said.of(*step).iter().map(|(first, _)| *first);
        let by_promise = brought.iter().filter(|row| row.step == *step).flat_map(|row| row.first.iter().copied());
        next.insert(*step, by_word.chain(by_promise).filter(|first| stuck.contains(first)).collect());
    }
    let reach: BTreeMap<StepId, BTreeSet<StepId>> = stuck.iter().map(|step| (*step, reached(*step, &next))).collect();
    let reaches = |from: StepId, to: StepId| reach.get(&from).is_some_and(|reached| reached.contains(&to));
    let mut groups = Vec::new();
    let mut taken: BTreeSet<StepId> = BTreeSet::new();
    for step in &stuck {
        if taken.contains(step) || !reaches(*step, *step) {
            continue;
        }
        let steps: Vec<StepId> =
            stuck.iter().copied().filter(|other| reaches(*step, *other) && reaches(*other, *step)).collect();
        taken.extend(&steps);
        groups.extend(group(steps, said, &brought));
    }
    groups
}

/// The steps that can never be taken.
fn stuck(case: &Case, said: &Waits, brought: &[Bringing]) -> BTreeSet<StepId> {
    let mut stuck: BTreeSet<StepId> = case.space.steps.ids().collect();
    loop {
        let free = |step: &StepId| {
            let word = said.of(*step).iter().all(|(first, _)| !stuck.contains(first));
            let mut ways = brought.iter().filter(|row| row.step == *step).peekable();
            word && (ways.peek().is_none() || ways.any(|row| row.first.is_disjoint(&stuck)))
        };
        let freed: Vec<StepId> = stuck.iter().copied().filter(free).collect();
        if freed.is_empty() {
            return stuck;
        }
        stuck.retain(|step| !freed.contains(step));
    }
}

fn reached(from: StepId, next: &BTreeMap<StepId, BTreeSet<StepId>>) -> BTreeSet<StepId> {
    let mut reached: BTreeSet<StepId> = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        let more = next.get(&at).into_iter().flatten();
        open.extend(more.filter(|step| reached.insert(**step)));
    }
    reached
}

fn group(steps: Vec<StepId>, said: &Waits, brought: &[Bringing]) -> Option<Group> {
    let inside = |row: &&Bringing| steps.contains(&row.step) && row.first.iter().any(|first| steps.contains(first));
    let commitments: BTreeSet<CommitmentId> = brought.iter().filter(inside).map(|row| row.commitment).collect();
    let words = steps.iter().flat_map(|step| said.of(*step)).filter(|(first, _)| steps.contains(first));
    let claims = distinct(words.flat_map(|(_, claims)| claims.iter().cloned()).collect());
    (!commitments.is_empty()).then(|| Group { steps, commitments: commitments.into_iter().collect(), claims })
}

impl One<'_> {
    /// The groups of which this is the first commitment.
    pub fn leads(self, groups: &[Group]) -> impl Iterator<Item = &Group> {
        groups.iter().filter(move |group| group.commitments.first() == Some(&self.id))
    }
}
