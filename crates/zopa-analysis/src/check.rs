//! Is the case sound? Its figures, and what no package can meet, without the work of an answer.
//!
//! A check is asked of a case of any size. So it lists no clash: a limit is looked at by itself, with the rules that
//! touch what it speaks of, and where no rule does, in its own truth table. What it says of limits and rules is what
//! the brief says (`impossible`, and the verdict on rules); tests compare the two.

use crate::Refusal;
use crate::contradiction::contradicting;
use crate::oracle::{Answer, Oracle};
use crate::readings::{count, open};
use crate::record;
use crate::set::{Set, set_of};
use crate::universe::{Thing, things};
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Aside, Case, Formula, LimitId, Reading, Under, possible};
use zopa_finding::{Check, PrivateState};

/// What a check says of a case.
///
/// # Errors
/// [`Refusal`], where the questions left open have too many readings.
pub fn check(case: &Case) -> Result<Check, Refusal> {
    let open = open(case, &[]);
    let sizes: Vec<usize> = open.iter().map(|question| case.questions[*question].answers.len()).collect();
    let readings = count(&sizes)?;
    let unmet = unmet(case, &Open { questions: &open, sizes: &sizes, readings });
    let first = |limit: LimitId| {
        let claim = case.limits[limit].supports.iter().map(|support| support.claim).min()?;
        Some(case.claims[claim].name.clone())
    };
    Ok(Check {
        private: PrivateState::Unsaid,
        claims: case.claims.len(),
        origins: case.origins.len(),
        sources: record::sources(case),
        quotes: record::quotes(case),
        readings,
        open: open.len(),
        impossible: unmet.limits.into_iter().filter_map(first).collect(),
        contradicting: if unmet.rules { contradicting(case, &[]) } else { Vec::new() },
    })
}

/// The questions left open, with the number of their answers, and of the readings that these give.
struct Open<'a> {
    questions: &'a [zopa_case::QuestionId],
    sizes: &'a [usize],
    readings: u64,
}

impl Open<'_> {
    /// One after the other: they may be too many to be kept.
    fn readings<'c>(&'c self, case: &'c Case) -> impl Iterator<Item = Reading> + 'c {
        (0..self.readings).map(|number| {
            let mut rest = number as usize;
            self.questions.iter().zip(self.sizes).fold(Reading::first(case), |reading, (question, size)| {
                let answer = case.questions[*question].answers.ids().nth(rest % size);
                rest /= size;
                answer.map_or(reading.clone(), |answer| reading.with(*question, answer))
            })
        })
    }
}

/// What nobody can meet.
#[derive(Default)]
struct Unmet {
    limits: BTreeSet<LimitId>,
    /// The rules fail in every reading.
    rules: bool,
}

fn unmet(case: &Case, open: &Open<'_>) -> Unmet {
    let touched = touched(case);
    let mut suspects: Vec<LimitId> = Vec::new();
    let mut to_ask: Vec<LimitId> = Vec::new();
    for (id, limit) in case.limits.iter() {
        match possible(&case.space, &limit.formula) {
            Some(false) => suspects.push(id),
            Some(true) if things(case, &limit.formula).is_disjoint(&touched) => {}
            _ => to_ask.push(id),
        }
    }
    let mut asked = Asked::of(case, suspects.iter().chain(&to_ask).copied().collect());
    let rules = asked.all_rules();
    let all_hold = asked.holds(&rules);
    // Beside rules that fail together nothing holds.
    suspects.extend(if all_hold { asked.failing_with(&rules, &to_ask) } else { to_ask });
    if all_hold && suspects.is_empty() { Unmet::default() } else { by_reading(case, open, &mut asked, &suspects) }
}

/// What rules speak of.
fn touched(case: &Case) -> BTreeSet<Thing> {
    let margin = case.rules.iter().map(|rule| &rule.formula);
    let reported = case.reported_rules.values().map(|rule| &rule.formula);
    margin.chain(reported).flat_map(|formula| things(case, formula)).collect()
}

/// The reported rules and some limits, with one oracle over them.
struct Asked {
    oracle: Oracle,
    rules: usize,
    limits: Vec<LimitId>,
    known: BTreeMap<Vec<usize>, bool>,
}

impl Asked {
    fn of(case: &Case, limits: Vec<LimitId>) -> Asked {
        let always: Vec<Formula> = case.rules.iter().map(|rule| rule.formula.clone()).collect();
        let reported = case.reported_rules.values().map(|rule| rule.formula.clone());
        let elements: Vec<Formula> =
            reported.chain(limits.iter().map(|limit| case.limits[*limit].formula.clone())).collect();
        let oracle = Oracle::new(&case.space, &always, &elements);
        Asked { oracle, rules: case.reported_rules.len(), limits, known: BTreeMap::new() }
    }

    fn size(&self) -> usize {
        self.rules + self.limits.len()
    }

    fn all_rules(&self) -> Set {
        set_of(self.size(), 0..self.rules)
    }

    /// The same elements and a limit; `None` if it is not one that is asked about.
    fn with(&self, on: &Set, limit: LimitId) -> Option<Set> {
        let mut on = on.clone();
        on.insert(self.rules + self.limits.iter().position(|known| *known == limit)?);
        Some(on)
    }

    fn holds(&mut self, on: &Set) -> bool {
        let key: Vec<usize> = on.ones().collect();
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let holds = matches!(self.oracle.consistent(on), Answer::Meets(_));
        self.known.insert(key, holds);
        holds
    }

    /// Those of some limits that no world meets with these elements. A world that is found answers for all that it meets.
    fn failing_with(&mut self, on: &Set, limits: &[LimitId]) -> Vec<LimitId> {
        let wanted: BTreeSet<LimitId> = limits.iter().copied().collect();
        let mut met = Set::with_capacity(self.size());
        let mut failing = Vec::new();
        for (at, limit) in self.limits.iter().enumerate().filter(|(_, limit)| wanted.contains(limit)) {
            let element = self.rules + at;
            if met.contains(element) {
                continue;
            }
            let mut with = on.clone();
            with.insert(element);
            match self.oracle.consistent(&with) {
                Answer::Meets(all) => met.union_with(&all),
                Answer::Core(_) => failing.push(*limit),
            }
        }
        failing
    }
}

/// The definition, reading by reading: for what fails with all rules together.
fn by_reading(case: &Case, open: &Open<'_>, asked: &mut Asked, suspects: &[LimitId]) -> Unmet {
    let aside = Aside::default();
    let under: Under<'_> = case.under(&aside, &[]);
    let mut unmet = Unmet { limits: BTreeSet::new(), rules: true };
    for reading in open.readings(case) {
        let held = under.held(&reading);
        let active = case.reported_rules.iter().filter(|(_, rule)| held.active(&rule.supports));
        let rules = set_of(asked.size(), active.map(|(id, _)| id.row()));
        if !asked.holds(&rules) {
            continue;
        }
        unmet.rules = false;
        for suspect in suspects.iter().filter(|limit| held.active(&case.limits[**limit].supports)) {
            let on = asked.with(&rules, *suspect).filter(|_| !unmet.limits.contains(suspect));
            if on.is_some_and(|on| !asked.holds(&on)) {
                unmet.limits.insert(*suspect);
            }
        }
    }
    unmet
}
