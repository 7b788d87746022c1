//! Random cases in the language itself, against the second opinion: the projection of one enumeration equals
//! each reading computed alone.
//!
//! `ZOPA_RANDOM=10000 cargo test -p zopa --test it random` for more of them.

use std::collections::BTreeSet;
use std::fmt::Write;
use zopa::Texts;
use zopa_analysis::{Choices, reading_lists};
use zopa_case::Formula;

/// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): small, and the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.roll(n) == 0
    }
}

/// A random case: three parties, a body with a gate, issues, steps, claims of every kind that carries something.
pub struct Maker {
    pub dice: Dice,
    issues: usize,
    steps: Vec<String>,
}

impl Maker {
    pub fn new(seed: u64) -> Maker {
        let mut dice = Dice(seed);
        let issues = 2 + dice.roll(2);
        Maker { dice, issues, steps: Vec::new() }
    }

    fn atom(&mut self) -> String {
        let issue = self.dice.roll(self.issues);
        match self.dice.roll(8) {
            0 => format!("i{issue} in {{o0, o1}}"),
            1 if !self.steps.is_empty() => self.step(),
            2 => format!("not i{issue} = o{}", self.dice.roll(2)),
            _ => format!("i{issue} = o{}", self.dice.roll(2)),
        }
    }

    fn step(&mut self) -> String {
        self.steps[self.dice.roll(self.steps.len())].clone()
    }

    /// Without order: it may stand under a negation.
    fn plain(&mut self) -> String {
        match self.dice.roll(6) {
            0 => format!("({} and {})", self.atom(), self.atom()),
            1 => format!("({} or {})", self.atom(), self.atom()),
            _ => self.atom(),
        }
    }

    /// With order.
    fn free(&mut self) -> String {
        if self.steps.len() > 1 && self.dice.one_in(3) {
            let (a, b) = (self.step(), self.step());
            let word = if self.dice.one_in(2) { "before" } else { "only after" };
            return if a == b { a } else { format!("({a} {word} {b})") };
        }
        self.plain()
    }

    fn statement(&mut self, claim: usize) -> String {
        let who = ["A", "B", "C", "V"][self.dice.roll(4)];
        match self.dice.roll(14) {
            0..=2 => format!("{who} requires {}", self.free()),
            3 => format!("{who} requires {} unless {}", self.free(), self.free()),
            4..=5 => format!("{who} rejects {}", self.plain()),
            6 => format!("{who} rejects {} unless {}", self.plain(), self.free()),
            7..=8 => format!("{who} offers {} only if {}", self.plain(), self.free()),
            9 => format!("{who} seeks {}", self.free()),
            10 => format!("rule {}", self.free()),
            11 if claim > 0 => format!("softens c{} to {}", self.dice.roll(claim), self.free()),
            12 if claim > 0 => format!("supersedes c{}", self.dice.roll(claim)),
            13 => format!("{who} accepts {}", self.free()),
            _ => format!("{who} requires {} and {}", self.atom(), self.atom()),
        }
    }

    /// Who said it, in which report; some claims have no telling.
    fn telling(&mut self) -> String {
        let mut text = String::new();
        if self.dice.one_in(4) {
            writeln!(text, "  round {}", ["one", "two"][self.dice.roll(2)]).unwrap();
        }
        for _ in 0..self.dice.roll(3) {
            let report = 1 + self.dice.roll(2);
            match self.dice.roll(5) {
                0 => writeln!(text, "  quote r{report} > words").unwrap(),
                who => {
                    writeln!(text, "  said by {}", ["p", "n", "B", "p, n"][who - 1]).unwrap();
                    writeln!(text, "    quote r{report} > words").unwrap();
                }
            }
        }
        text
    }

    pub fn case(&mut self) -> String {
        let mut text =
            String::from("case \"random\"\nparty A \"A\"\nparty B \"B\"\nparty C \"C\"\nbody V \"V\" of A\n");
        text.push_str(
            "person p \"P\" of A\nanonymous n \"N\" told r0\nround one \"One\"\nround two \"Two\" after one\n",
        );
        text.push_str("source r0 \"R\" unseen\nsource r1 \"R\"\nsource r2 \"R\"\n  copies r1\n");
        for issue in 0..self.issues {
            let options = 2 + self.dice.roll(2);
            writeln!(text, "issue i{issue} \"Issue\"").unwrap();
            (0..options).for_each(|option| writeln!(text, "  option o{option}").unwrap());
        }
        text.push_str("gate g \"Vote\" by V\n");
        for step in 0..self.dice.roll(3) {
            let when = match self.dice.roll(4) {
                0 => "always".to_owned(),
                1 => "optional".to_owned(),
                _ => format!("when {}", self.plain()),
            };
            writeln!(text, "step s{step} \"Step\" by A {when}").unwrap();
            self.steps.push(format!("s{step}"));
        }
        self.steps.push("g".to_owned());
        if self.dice.one_in(4) {
            writeln!(text, "rule {}\n  because > given", self.free()).unwrap();
        }
        let claims = 3 + self.dice.roll(6);
        for claim in 0..claims {
            writeln!(text, "claim c{claim} \"Claim\"").unwrap();
            for _ in 0..1 + self.dice.roll(2) {
                writeln!(text, "  {}", self.statement(claim)).unwrap();
            }
            text.push_str(&self.telling());
        }
        if self.dice.one_in(3) {
            writeln!(text, "claim d \"Denial\"\n  denies c{}", self.dice.roll(claims)).unwrap();
        }
        if self.dice.one_in(3) {
            let (a, b) = (self.dice.roll(claims), self.dice.roll(claims));
            writeln!(text, "question q \"Which?\"\n  answer x holds c{a}\n  answer y holds c{b}\n  answer z").unwrap();
        }
        text
    }
}

pub fn count(default: u64) -> u64 {
    std::env::var("ZOPA_RANDOM").ok().and_then(|count| count.parse().ok()).unwrap_or(default)
}

#[test]
fn random_cases_equal_the_second_opinion() {
    let mut contested = 0;
    for seed in 0..count(1000) {
        let text = Maker::new(seed).case();
        let read = zopa::read(&Texts::of_case("random", &text));
        assert_eq!(read.errors(), 0, "seed {seed}: {:?}\n{text}", read.diagnostics);
        let all = reading_lists(&read.case, &Choices::default()).unwrap();
        contested += usize::from(all.len() > 1);
        for (reading, lists) in all {
            let active: BTreeSet<_> = lists.active.iter().copied().collect();
            let rules: BTreeSet<_> = lists.rules.iter().copied().collect();
            let twin = zopa_verify::solve(&read.case, &active, &rules, &[]);
            let at = || format!("seed {seed}, {reading:?}\n{text}");
            assert_eq!(lists.rules_fail, twin.rules_alone_fail, "{}", at());
            assert_eq!(lists.consistent, twin.consistent, "{}", at());
            let mine: BTreeSet<BTreeSet<_>> = lists.clashes.iter().map(|set| set.iter().copied().collect()).collect();
            let theirs: BTreeSet<BTreeSet<_>> = twin.clashes.iter().cloned().collect();
            assert_eq!(mine, theirs, "clashes, {}", at());
            let mine: BTreeSet<BTreeSet<_>> = lists.knots.iter().map(|set| set.iter().copied().collect()).collect();
            assert_eq!(mine, twin.knots.iter().cloned().collect(), "knots, {}", at());
            let mine: BTreeSet<BTreeSet<_>> = lists.enough.iter().map(|set| set.iter().copied().collect()).collect();
            assert_eq!(mine, twin.enough.iter().cloned().collect(), "enough, {}", at());
            let openings: usize = lists.openings.iter().map(|knot| knot.len()).product();
            assert_eq!(openings, if lists.rules_fail { 1 } else { twin.openings.len().max(1) }, "openings, {}", at());
            shut_out_alone(&read.case, &lists, &active, &rules, &twin, &at());
        }
    }
    assert!(contested > 100.min(count(1000) as usize / 10), "too few cases have more than one reading: {contested}");
}

/// What shuts each offer out, by the second opinion: clashes with the offer as a rule, clashes of their own left out.
fn shut_out_alone(
    case: &zopa_case::Case,
    lists: &zopa_analysis::ReadingLists,
    active: &BTreeSet<zopa_case::LimitId>,
    rules: &BTreeSet<zopa_case::ReportedRuleId>,
    alone: &zopa_verify::Lists,
    at: &str,
) {
    for (ask, shut) in case.asks.iter().zip(&lists.shut) {
        let Some(shut) = shut else { continue };
        let formula: Formula = ask.formula.clone();
        let with = zopa_verify::solve(case, active, rules, &[formula]);
        let own = |set: &BTreeSet<_>| !alone.rules_alone_fail && alone.clashes.iter().any(|clash| clash.is_subset(set));
        let mine: BTreeSet<BTreeSet<_>> = shut.iter().map(|set| set.iter().copied().collect()).collect();
        let theirs: BTreeSet<BTreeSet<_>> = if alone.rules_alone_fail {
            BTreeSet::new()
        } else if with.rules_alone_fail {
            [BTreeSet::new()].into()
        } else {
            with.clashes.into_iter().filter(|set| !own(set)).collect()
        };
        assert_eq!(mine, theirs, "shut out, {at}");
    }
}

#[test]
fn random_briefs_stand_before_the_second_opinion() {
    let mut unmeetable = 0;
    for seed in 0..count(1000) / 4 {
        let text = Maker::new(seed).case();
        let read = zopa::read(&Texts::of_case("random", &text));
        let brief = read.brief(&zopa::Request::default()).unwrap();
        let check = read.check().unwrap();
        let first = |name: &String| {
            let limit = brief.limits.iter().find(|limit| limit.name == *name).unwrap();
            limit.claims[0].clone()
        };
        let impossible: Vec<String> = brief.answer.impossible.iter().map(first).collect();
        assert_eq!(check.impossible, impossible, "seed {seed}\n{text}");
        let rules = match &brief.answer.verdict {
            zopa::finding::Verdict::RulesContradict { rules } => rules.clone(),
            _ => Vec::new(),
        };
        assert_eq!(check.contradicting, rules, "seed {seed}\n{text}");
        assert_eq!((check.readings, &check.quotes), (brief.answer.readings, &brief.quotes));
        unmeetable += usize::from(!check.impossible.is_empty()) + usize::from(!check.contradicting.is_empty());
        let found = zopa_verify::verify(&read.case, &brief);
        assert!(found.is_empty(), "seed {seed}: {found:#?}\n{text}");
    }
    assert!(unmeetable > 10.min(count(1000) as usize / 100), "too few cases have what nobody meets: {unmeetable}");
}
