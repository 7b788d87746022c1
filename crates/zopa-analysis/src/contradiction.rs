//! Which rules contradict each other? A minimal set of those of the case, those added, and those that claims report.

use crate::oracle::{Answer, Oracle};
use crate::set::{Set, set_of};
use zopa_case::{Case, Formula};

/// A minimal set of rules that cannot all hold, as written; empty if they can.
///
/// The solver shows a part that fails, and of that a smaller part, while it can; of what is left one rule after the other, in file
/// order, is left out where the rest still fails. To leave out one after the other of *all* rules would ask about the sets that
/// only just hold or fail, which are the hard ones: with tens of thousands of rules that has no end.
pub(crate) fn contradicting(case: &Case, added: &[(String, Formula)]) -> Vec<String> {
    let margin = case.rules.iter().map(|rule| (&rule.text, &rule.formula));
    let reported = case.reported_rules.values().map(|rule| (&rule.text, &rule.formula));
    let all: Vec<_> = margin.chain(added.iter().map(|(text, formula)| (text, formula))).chain(reported).collect();
    let formulas: Vec<Formula> = all.iter().map(|(_, formula)| (*formula).clone()).collect();
    let mut oracle = Oracle::new(&case.space, &[], &formulas);
    let Some(part) = failing_part(set_of(all.len(), 0..all.len()), |on| oracle.consistent(on)) else {
        return Vec::new();
    };
    let members: Vec<usize> = part.ones().collect();
    let at = |place: usize| members.get(place).copied();
    let place = |at: usize| members.binary_search(&at).ok();
    let kept =
        last_minimal(members.len(), |on| match oracle.consistent(&set_of(all.len(), on.ones().filter_map(at))) {
            Answer::Core(core) => Answer::Core(set_of(members.len(), core.ones().filter_map(place))),
            Answer::Meets(met) => Answer::Meets(set_of(members.len(), met.ones().filter_map(place))),
        });
    kept.ones().filter_map(at).filter_map(|at| all.get(at)).map(|(text, _)| (*text).clone()).collect()
}

/// A part that fails, as small as the solver shows one; none if all hold together.
fn failing_part(all: Set, mut ask: impl FnMut(&Set) -> Answer) -> Option<Set> {
    let Answer::Core(mut part) = ask(&all) else { return None };
    loop {
        match ask(&part) {
            Answer::Core(core) if core.count_ones(..) < part.count_ones(..) => part = core,
            _ => return Some(part),
        }
    }
}

/// The minimal failing set that is left when one member after the other is taken out of `0..size` where the rest still
/// fails; empty if all together do not.
///
/// A member is kept where the rest without it holds. Failing is monotone, so the next member kept is the last one from
/// which on the rest, with all those kept, still fails. What fails is told with a part that does, and what holds with
/// all that holds beside it: so every answer settles more than was asked. The search goes from the first member of that
/// part in growing steps, since mostly that is the one.
fn last_minimal(size: usize, ask: impl FnMut(&Set) -> Answer) -> Set {
    let mut search = Search { size, ask, kept: Set::with_capacity(size), failing: 0, holding: size };
    if !search.fails_from(0) {
        return search.kept;
    }
    while !search.kept_fail() {
        search.next();
    }
    search.kept
}

struct Search<F> {
    size: usize,
    ask: F,
    kept: Set,
    /// From here on the rest fails with those kept.
    failing: usize,
    /// And from here on it does not.
    holding: usize,
}

impl<F: FnMut(&Set) -> Answer> Search<F> {
    fn kept_fail(&mut self) -> bool {
        matches!((self.ask)(&self.kept), Answer::Core(_))
    }

    /// Keeps the next member.
    fn next(&mut self) {
        self.holding = self.size;
        let mut step = 1;
        while self.holding - self.failing > 1 {
            let far = self.failing + step.min((self.holding - self.failing) / 2).max(1);
            step = if self.fails_from(far) { step * 2 } else { 1 };
        }
        self.kept.insert(self.failing);
        self.failing = self.holding;
    }

    fn fails_from(&mut self, from: usize) -> bool {
        let on = set_of(self.size, self.kept.ones().chain(from..self.size));
        match (self.ask)(&on) {
            Answer::Core(core) => {
                // The part that fails may begin later.
                let first = core.difference(&self.kept).next().unwrap_or(from);
                self.failing = first.clamp(from, self.holding.saturating_sub(1).max(from));
                true
            }
            Answer::Meets(met) => {
                let unmet = (self.failing..from).rev().find(|at| !met.contains(*at));
                self.holding = unmet.map_or(from, |at| at + 1);
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition: one after the other left out.
    fn slowly(size: usize, fails: impl Fn(&Set) -> bool) -> Set {
        let mut kept = set_of(size, 0..size);
        if !fails(&kept) {
            return Set::with_capacity(size);
        }
        for at in 0..size {
            kept.remove(at);
            if !fails(&kept) {
                kept.insert(at);
            }
        }
        kept
    }

    #[test]
    fn searching_leaves_what_taking_out_one_by_one_leaves() {
        for family in 0u32..4096 {
            // Three small failing sets over six members, from the bits of a number.
            let sets: Vec<Set> = (0..3)
                .map(|n| set_of(6, (0..4).filter(|bit| family >> (n * 4 + bit) & 1 == 1).map(|b| (b + n) as usize)))
                .collect();
            let core = |on: &Set| sets.iter().find(|set| !set.is_clear() && set.is_subset(on));
            let fails = |on: &Set| core(on).is_some();
            // All that holds beside what is asked, one after the other.
            let met = |on: &Set| {
                let mut met = on.clone();
                (0..6).for_each(|at| {
                    let with = set_of(6, met.ones().chain([at]));
                    met = if fails(&with) { met.clone() } else { with };
                });
                met
            };
            let ask = |on: &Set| core(on).map_or_else(|| Answer::Meets(met(on)), |core| Answer::Core(core.clone()));
            assert_eq!(last_minimal(6, ask), slowly(6, fails), "{family}");
        }
    }
}
