//! Is there a world that meets all of these conditions?
//!
//! Plain backtracking over what the conditions name: the options of issues, the optional steps, and for each
//! pair of steps that a condition compares, which comes first (the pairs chosen must not go in a circle; then
//! some strict total order agrees with them all). Conditions are judged on the choices made so far: true, false or open.
//! One that is false ends a branch. The next choice is the one that a condition waits for alone; where there is none,
//! the one that most conditions wait for, counted by how often each has ended a branch, and by how few ways
//! the choice can go (Boussemart and others, "Boosting systematic search by weighting constraints", 2004). No
//! other inference is made. Conditions that share nothing are searched apart.

use crate::world::{Named, World, is_taken};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Formula, IssueId, OptionId, Space, StepId, Taken};

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A world that meets everything.
    World(World),
    /// There is none.
    Nothing,
    /// The count of nodes was reached first.
    Unknown,
}

/// A choice that a world makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Choice {
    Issue(IssueId),
    Step(StepId),
    /// Whether the first comes before the second.
    Pair(StepId, StepId),
}

/// Something that two conditions can share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shared {
    /// An issue.
    Issue(IssueId),
    /// Whether a step is taken.
    Step(StepId),
    /// The place of a step in the order.
    Place(StepId),
}

/// What a condition shares with others.
pub(crate) fn shared(space: &Space, formula: &Formula) -> BTreeSet<Shared> {
    let named = Named::of(space, &[formula]);
    let issues = named.issues.into_iter().map(Shared::Issue);
    let steps = named.optional.into_iter().map(Shared::Step);
    issues.chain(steps).chain(named.ordered.into_iter().map(Shared::Place)).collect()
}

/// The classes of conditions that share something, directly or through others, as places in the list. A
/// condition that names nothing is a class by itself.
pub(crate) fn apart(space: &Space, formulas: &[&Formula]) -> Vec<Vec<usize>> {
    let mut classes: Vec<(BTreeSet<Shared>, Vec<usize>)> = Vec::new();
    for (place, formula) in formulas.iter().enumerate() {
        let mut joined = (shared(space, formula), vec![place]);
        let (touched, mut rest): (Vec<_>, Vec<_>) =
            classes.into_iter().partition(|(names, _)| !names.is_disjoint(&joined.0));
        for (names, places) in touched {
            joined.0.extend(names);
            joined.1.extend(places);
        }
        rest.push(joined);
        classes = rest;
    }
    classes.into_iter().map(|(_, places)| places).collect()
}

/// A world that meets all the formulas. Each node of the search takes one from `nodes`.
pub(crate) fn world(space: &Space, formulas: &[&Formula], nodes: &mut u64) -> Found {
    let mut search = Search::new(space, nodes);
    for class in apart(space, formulas) {
        let conditions = class.iter().filter_map(|place| formulas.get(*place)).map(|f| Condition::new(space, f));
        match search.extend(&conditions.collect::<Vec<_>>()) {
            Ended::Met => {}
            Ended::Failed => return Found::Nothing,
            Ended::Stopped => return Found::Unknown,
        }
    }
    Found::World(search.complete())
}

struct Condition<'a> {
    formula: &'a Formula,
    choices: Vec<Choice>,
    /// One more than how often it has ended a branch.
    weight: Cell<u64>,
}

impl<'a> Condition<'a> {
    fn new(space: &Space, formula: &'a Formula) -> Condition<'a> {
        let named = Named::of(space, &[formula]);
        let issues = named.issues.into_iter().map(Choice::Issue);
        let steps = named.optional.into_iter().map(Choice::Step);
        let pairs = named.pairs.into_iter().map(|(a, b)| Choice::Pair(a, b));
        Condition { formula, choices: issues.chain(steps).chain(pairs).collect(), weight: Cell::new(1) }
    }
}

enum Ended {
    Met,
    Failed,
    Stopped,
}

/// The choices made so far.
struct Search<'a> {
    space: &'a Space,
    options: Vec<Option<OptionId>>,
    taken: BTreeMap<StepId, bool>,
    /// Pairs decided: the first comes before the second.
    earlier: BTreeSet<(StepId, StepId)>,
    nodes: &'a mut u64,
}

impl<'a> Search<'a> {
    fn new(space: &'a Space, nodes: &'a mut u64) -> Search<'a> {
        let options = space.issues.values().map(|_| None).collect();
        Search { space, options, taken: BTreeMap::new(), earlier: BTreeSet::new(), nodes }
    }

    /// Adds choices until all these conditions are met.
    fn extend(&mut self, conditions: &[Condition]) -> Ended {
        let open: Vec<&Condition> = conditions.iter().collect();
        self.branch(&open)
    }

    fn branch(&mut self, conditions: &[&Condition]) -> Ended {
        if *self.nodes == 0 {
            return Ended::Stopped;
        }
        *self.nodes -= 1;
        let mut open = Vec::new();
        for condition in conditions {
            match self.judge(condition.formula) {
                Some(true) => {}
                Some(false) => {
                    condition.weight.set(condition.weight.get() + 1);
                    return Ended::Failed;
                }
                None => open.push(*condition),
            }
        }
        match self.next(&open) {
            Some(Choice::Issue(issue)) => self.try_options(issue, &open),
            Some(Choice::Step(step)) => self.try_step(step, &open),
            Some(Choice::Pair(a, b)) => self.try_pair(a, b, &open),
            // A condition whose choices are all made is never open.
            None => Ended::Met,
        }
    }

    fn next(&self, open: &[&Condition]) -> Option<Choice> {
        let mut wanted: BTreeMap<Choice, u64> = BTreeMap::new();
        for condition in open {
            let left: Vec<Choice> = condition.choices.iter().filter(|choice| !self.made(choice)).copied().collect();
            match left.as_slice() {
                [alone] => return Some(*alone),
                several => {
                    several.iter().for_each(|choice| *wanted.entry(*choice).or_default() += condition.weight.get())
                }
            }
        }
        let rank = |(choice, weight): &(&Choice, &u64)| *weight * 1000 / self.ways(choice);
        wanted.iter().rev().max_by_key(rank).map(|(choice, _)| *choice)
    }

    /// In how many ways can the choice go?
    fn ways(&self, choice: &Choice) -> u64 {
        match choice {
            Choice::Issue(issue) => self.space.issues.row(*issue).map_or(1, |issue| issue.options.len().max(1) as u64),
            Choice::Step(_) | Choice::Pair(..) => 2,
        }
    }

    fn made(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Issue(issue) => self.options.get(issue.row()).is_some_and(Option::is_some),
            Choice::Step(step) => self.taken.contains_key(step),
            Choice::Pair(a, b) => self.order(*a, *b).is_some(),
        }
    }

    fn try_options(&mut self, issue: IssueId, open: &[&Condition]) -> Ended {
        let options: Vec<OptionId> = self.space.issues.row(issue).into_iter().flat_map(|i| i.options.ids()).collect();
        for option in options {
            self.set(issue, Some(option));
            match self.branch(open) {
                Ended::Failed => {}
                other => return other,
            }
        }
        self.set(issue, None);
        Ended::Failed
    }

    fn set(&mut self, issue: IssueId, option: Option<OptionId>) {
        if let Some(place) = self.options.get_mut(issue.row()) {
            *place = option;
        }
    }

    fn try_step(&mut self, step: StepId, open: &[&Condition]) -> Ended {
        for taken in [false, true] {
            self.taken.insert(step, taken);
            match self.branch(open) {
                Ended::Failed => {}
                other => return other,
            }
        }
        self.taken.remove(&step);
        Ended::Failed
    }

    fn try_pair(&mut self, a: StepId, b: StepId, open: &[&Condition]) -> Ended {
        for (first, second) in [(a, b), (b, a)] {
            if self.leads(second, first) {
                continue;
            }
            self.earlier.insert((first, second));
            match self.branch(open) {
                Ended::Failed => {}
                other => return other,
            }
            self.earlier.remove(&(first, second));
        }
        Ended::Failed
    }

    /// Do the pairs decided put one before the other, directly or through others?
    fn leads(&self, from: StepId, to: StepId) -> bool {
        let mut seen = vec![from];
        let mut next = 0;
        while let Some(step) = seen.get(next).copied() {
            let more: Vec<StepId> = self.earlier.iter().filter(|(a, _)| *a == step).map(|(_, b)| *b).collect();
            seen.extend(more.into_iter().filter(|b| !seen.contains(b)).collect::<Vec<_>>());
            next += 1;
        }
        seen.contains(&to)
    }

    fn order(&self, a: StepId, b: StepId) -> Option<bool> {
        let decided = |first, second| self.earlier.contains(&(first, second));
        match (decided(a, b), decided(b, a)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            // No step comes before itself.
            _ => (a == b).then_some(false),
        }
    }

    /// True, false, or open, on the choices made so far.
    fn judge(&self, formula: &Formula) -> Option<bool> {
        match formula {
            Formula::Const(value) => Some(*value),
            Formula::Is(issue, option) => {
                self.options.get(issue.row()).copied().flatten().map(|chosen| chosen == *option)
            }
            Formula::Taken(step) => self.judge_step(*step),
            Formula::Before(a, b) => self.judge_before(*a, *b),
            Formula::OnlyAfter(a, b) => self.judge_only_after(*a, *b),
            Formula::Not(inner) => self.judge(inner).map(|value| !value),
            Formula::And(parts) => self.judge_parts(parts, false),
            Formula::Or(parts) => self.judge_parts(parts, true),
        }
    }

    /// `decisive` is the value of one part that decides the whole: false for `and`, true for `or`.
    fn judge_parts(&self, parts: &[Formula], decisive: bool) -> Option<bool> {
        let mut open = false;
        for part in parts {
            match self.judge(part) {
                Some(value) if value == decisive => return Some(decisive),
                Some(_) => {}
                None => open = true,
            }
        }
        (!open).then_some(!decisive)
    }

    fn judge_step(&self, step: StepId) -> Option<bool> {
        match &self.space.steps.row(step)?.taken {
            Taken::Always => Some(true),
            Taken::Optional => self.taken.get(&step).copied(),
            Taken::When(condition) => self.judge(condition),
        }
    }

    fn judge_before(&self, a: StepId, b: StepId) -> Option<bool> {
        match (self.judge_step(a), self.judge_step(b), self.order(a, b)) {
            (Some(false), ..) | (_, Some(false), _) | (_, _, Some(true)) => Some(true),
            (Some(true), Some(true), Some(false)) => Some(false),
            _ => None,
        }
    }

    fn judge_only_after(&self, a: StepId, b: StepId) -> Option<bool> {
        match (self.judge_step(a), self.judge_step(b), self.order(b, a)) {
            (Some(false), ..) => Some(true),
            (_, Some(true), Some(true)) => Some(true),
            (Some(true), Some(false), _) | (Some(true), _, Some(false)) => Some(false),
            _ => None,
        }
    }

    /// A whole world out of the choices made: everything left open as it comes first.
    fn complete(self) -> World {
        let first = |(chosen, issue): (&Option<OptionId>, &zopa_case::Issue)| chosen.or(issue.options.ids().next());
        let options: Vec<Option<OptionId>> = self.options.iter().zip(self.space.issues.values()).map(first).collect();
        let chosen: BTreeSet<StepId> = self.taken.iter().filter(|(_, taken)| **taken).map(|(step, _)| *step).collect();
        let mut left: Vec<StepId> = self.space.steps.ids().collect();
        let mut order = Vec::new();
        while let Some(at) =
            left.iter().position(|step| !left.iter().any(|other| self.earlier.contains(&(*other, *step))))
        {
            order.push(left.remove(at));
        }
        order.retain(|step| is_taken(self.space, &options, &chosen, *step));
        World { options, order }
    }
}
