//! Which rules contradict each other? A minimal set of those of the case, those added, and those that claims report.

use crate::oracle::{Answer, Oracle};
use crate::set::{Set, set_of};
use zopa_case::{Case, Formula};

/// A minimal set of rules that cannot all hold, as written; empty if they can. One rule after the other, in file order,
/// is left out where the rest still fails.
pub(crate) fn contradicting(case: &Case, added: &[(String, Formula)]) -> Vec<String> {
    let margin = case.rules.iter().map(|rule| (&rule.text, &rule.formula));
    let reported = case.reported_rules.values().map(|rule| (&rule.text, &rule.formula));
    let all: Vec<_> = margin.chain(added.iter().map(|(text, formula)| (text, formula))).chain(reported).collect();
    let formulas: Vec<Formula> = all.iter().map(|(_, formula)| (*formula).clone()).collect();
    let mut oracle = Oracle::new(&case.space, &[], &formulas);
    let kept = last_minimal(all.len(), |on| matches!(oracle.consistent(on), Answer::Core(_)));
    kept.ones().filter_map(|at| all.get(at)).map(|(text, _)| (*text).clone()).collect()
}

/// The minimal failing set that is left when one member after the other is taken out of `0..size` where the rest still
/// fails; empty if all together do not.
///
/// A member is kept where the rest without it holds. Failing is monotone, so the next member kept is the last one from
/// which on the rest, with all those kept, still fails: a search by halves finds it.
fn last_minimal(size: usize, mut fails: impl FnMut(&Set) -> bool) -> Set {
    let mut kept = Set::with_capacity(size);
    let mut from = 0;
    let mut with = |kept: &Set, from: usize| fails(&set_of(size, kept.ones().chain(from..size)));
    if !with(&kept, 0) {
        return kept;
    }
    while !with(&kept, size) {
        let (mut failing, mut holding) = (from, size);
        while holding - failing > 1 {
            let middle = failing.midpoint(holding);
            if with(&kept, middle) { failing = middle } else { holding = middle }
        }
        kept.insert(failing);
        from = holding;
    }
    kept
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
    fn halving_leaves_what_taking_out_one_by_one_leaves() {
        for family in 0u32..4096 {
            // Three small failing sets over six members, from the bits of a number.
            let sets: Vec<Set> = (0..3)
                .map(|n| set_of(6, (0..4).filter(|bit| family >> (n * 4 + bit) & 1 == 1).map(|b| (b + n) as usize)))
                .collect();
            let fails = |on: &Set| sets.iter().any(|set| !set.is_clear() && set.is_subset(on));
            assert_eq!(last_minimal(6, fails), slowly(6, fails), "{family}");
        }
    }
}
