//! Random small cases, everything in them: questions, denials, wishes, contested rules, softenings, gates,
//! order, offers, sources. Brute force against the naive definition, and the check of a whole brief against
//! an answer made from it.

use crate::build::{Build, all, any, by, not};
use crate::honest::brief;
use crate::naive::{knots, naive};
use proptest::arbitrary::any as any_value;
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeSet;
use zopa_case::*;
use zopa_verify::{Aside, Reading, Refutation, active, readings, solve, verify};

/// Bytes from which a case is drawn: small ones make small cases.
pub struct Draw<'a> {
    bytes: std::slice::Iter<'a, u8>,
}

impl<'a> Draw<'a> {
    pub fn new(bytes: &'a [u8]) -> Draw<'a> {
        Draw { bytes: bytes.iter() }
    }

    fn below(&mut self, n: usize) -> usize {
        self.bytes.next().map_or(0, |byte| *byte as usize % n.max(1))
    }
}

/// A case with everything in it.
pub fn case(draw: &mut Draw) -> Case {
    let mut build = Build::new();
    let parties: Vec<PartyId> = ["a", "b", "c"].iter().map(|name| build.party(name)).collect();
    let issues: Vec<IssueId> =
        (0..2 + draw.below(2)).map(|i| build.issue(&format!("i{i}"), &["x", "y", "z"][..2 + draw.below(2)])).collect();
    let mut steps = Vec::new();
    for name in 0..draw.below(4) {
        let taken = match draw.below(4) {
            0 => Taken::Always,
            1 => Taken::Optional,
            _ => Taken::When(build.is(issues[draw.below(issues.len())], draw.below(2))),
        };
        steps.push(build.step(&format!("s{name}"), taken));
    }
    let sources = [build.source("first", None), build.source("second", None)];
    let copy = build.source("copy", Some(sources[0]));
    let origins = [build.speaker("one"), build.speaker("two")];
    let claims: Vec<ClaimId> = (0..5).map(|n| build.claim(&format!("c{n}"))).collect();
    for claim in &claims {
        match draw.below(4) {
            0 => {}
            1 => build.told(*claim, origins[0], sources[0]),
            2 => build.told(*claim, origins[1], sources[1]),
            _ => {
                build.told(*claim, origins[draw.below(2)], copy);
                build.told(*claim, origins[draw.below(2)], sources[draw.below(2)]);
            }
        }
    }
    for limit in 0..4 + draw.below(4) {
        let formula = condition(&build, draw, &issues, &steps, 0);
        let holder = parties[draw.below(3)];
        let supports = (0..1 + draw.below(2)).map(|_| support(draw, &claims)).collect();
        build.limit_by(holder, &format!("l{limit}"), formula, supports);
    }
    if draw.below(3) == 0 {
        let formula = condition(&build, draw, &issues, &[], 0);
        build.rule("margin", formula);
    }
    if draw.below(2) == 0 {
        let formula = condition(&build, draw, &issues, &steps, 0);
        build.reported_rule(formula, vec![by(claims[draw.below(5)])]);
    }
    if draw.below(2) == 0 {
        let formula = condition(&build, draw, &issues, &steps, 1);
        build.ask(parties[draw.below(3)], formula, claims[draw.below(5)]);
    }
    if draw.below(2) == 0 {
        build.question("which", &[("left", &claims[..1]), ("right", &claims[1..2])]);
    }
    if draw.below(2) == 0 {
        build.denial(claims[2], &claims[3..4], true);
    }
    if draw.below(2) == 0 {
        build.wishes();
    }
    if draw.below(4) == 0 {
        build.says(claims[4], Act::Supersedes(vec![claims[3]]));
    }
    build.case
}

fn support(draw: &mut Draw, claims: &[ClaimId]) -> Support {
    let mut support = by(claims[draw.below(5)]);
    match draw.below(6) {
        0 => support.with = [claims[draw.below(5)]].into(),
        1 => support.without = [claims[draw.below(5)]].into(),
        2 => support.wish = true,
        _ => {}
    }
    support
}

fn condition(build: &Build, draw: &mut Draw, issues: &[IssueId], steps: &[StepId], depth: usize) -> Formula {
    let step = |draw: &mut Draw| steps[draw.below(steps.len())];
    match draw.below(9) {
        0 if depth < 2 => all([0, 1].map(|_| condition(build, draw, issues, steps, depth + 1))),
        1 | 2 if depth < 2 => any([0, 1].map(|_| condition(build, draw, issues, steps, depth + 1))),
        3 if !steps.is_empty() => Formula::Taken(step(draw)),
        4 if !steps.is_empty() => Formula::Before(step(draw), step(draw)),
        5 if !steps.is_empty() => Formula::OnlyAfter(step(draw), step(draw)),
        6 => not(build.is(issues[draw.below(issues.len())], draw.below(2))),
        _ => build.is(issues[draw.below(issues.len())], draw.below(2)),
    }
}

fn sets<T: Ord + Clone>(list: &[BTreeSet<T>]) -> BTreeSet<BTreeSet<T>> {
    list.iter().cloned().collect()
}

/// `PROPTEST_CASES`, or 300.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(300)
}

fn told(found: &[Refutation]) -> String {
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn brute_force_is_the_definition(bytes in prop::collection::vec(any_value::<u8>(), 40..200)) {
        let case = case(&mut Draw::new(&bytes));
        for reading in readings(&case, &Reading::new(), 99).unwrap() {
            let active = active(&case, &reading, &Aside::default());
            let got = solve(&case, &active.limits, &active.rules, &[]);
            let right = naive(&case, &active.limits, &active.rules, &[]);
            prop_assert_eq!(got.consistent, right.consistent);
            prop_assert_eq!(got.rules_alone_fail, right.rules_fail);
            prop_assert_eq!(sets(&got.clashes), right.clashes.clone());
            prop_assert_eq!(sets(&got.openings), right.openings);
            prop_assert_eq!(sets(&got.enough), right.enough);
            prop_assert_eq!(sets(&got.knots), knots(&right.clashes));
        }
    }

    #[test]
    fn a_right_answer_is_confirmed(bytes in prop::collection::vec(any_value::<u8>(), 40..200)) {
        let case = case(&mut Draw::new(&bytes));
        let found = verify(&case, &brief(&case));
        prop_assert!(found.is_empty(), "{}", told(&found));
    }
}
