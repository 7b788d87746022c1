//! What does a case of a given size look like? One seeded generator, in the language itself.
//!
//! There is a hidden package in which most of what is asked for is so; and some chains of statements that cannot all
//! stand: one requires a thing, others say that one thing wants another, and the last rejects what follows.

use crate::large::Dice;
use std::fmt::Write;
use zopa_case::Case;
use zopa_syntax::{SourceFile, parse};

/// How much of everything.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub issues: usize,
    pub limits: usize,
    pub steps: usize,
    pub parties: usize,
    /// Statements that somebody denies: each is a question.
    pub questions: usize,
    /// Chains that cannot all stand.
    pub chains: usize,
    /// Statements speak of issues that are so near to each other, or of any.
    pub near: usize,
    pub seed: u64,
}

/// The cases whose cost is recorded.
pub const FIXED: [(&str, Size); 3] = [
    ("desk", Size { issues: 20, limits: 60, steps: 6, parties: 8, questions: 0, chains: 6, near: 6, seed: 1 }),
    ("large", Size { issues: 40, limits: 200, steps: 12, parties: 8, questions: 0, chains: 10, near: 6, seed: 2 }),
    ("readings", Size { issues: 20, limits: 40, steps: 4, parties: 6, questions: 6, chains: 4, near: 5, seed: 3 }),
];

const OPTIONS: usize = 4;

struct Maker {
    size: Size,
    dice: Dice,
    hidden: Vec<usize>,
    text: String,
    claims: usize,
}

/// The case file.
pub fn text(size: Size) -> String {
    let mut dice = Dice::of(size.seed);
    let hidden = (0..size.issues).map(|_| dice.below(OPTIONS)).collect();
    let mut maker = Maker { size, dice, hidden, text: String::new(), claims: 0 };
    maker.head();
    for chain in 0..size.chains {
        maker.chain(chain);
    }
    while maker.claims < size.limits {
        maker.statement();
    }
    for question in 0..size.questions.min(maker.claims) {
        let claim = question * maker.claims / size.questions;
        maker.put(format_args!("claim d{question} \"Denial\"\n  denies c{claim}\n"));
    }
    maker.text
}

/// The case.
pub fn case(size: Size) -> Result<Case, String> {
    let tree = parse(&[SourceFile { path: "made.zopa".to_owned(), text: text(size) }]);
    let (case, diagnostics) = zopa_case::read(&tree, &Default::default());
    match tree.diagnostics.iter().chain(&diagnostics).find(|d| d.severity == zopa_syntax::Severity::Error) {
        Some(error) => Err(format!("a made case: {error:?}")),
        None => Ok(case),
    }
}

impl Maker {
    fn put(&mut self, row: std::fmt::Arguments<'_>) {
        // Writing into a text cannot fail.
        let _ = self.text.write_fmt(row);
    }

    fn head(&mut self) {
        self.put(format_args!("case \"Made\"\n"));
        for party in 0..self.size.parties {
            self.put(format_args!("party p{party} \"P{party}\"\n"));
        }
        for issue in 0..self.size.issues {
            self.put(format_args!("issue i{issue} \"I{issue}\"\n"));
            (0..OPTIONS).for_each(|option| self.put(format_args!("  option o{option}\n")));
        }
        for step in 0..self.size.steps {
            let issue = self.dice.below(self.size.issues);
            let option = self.hidden.get(issue).copied().unwrap_or_default();
            self.put(format_args!("step s{step} \"S{step}\" by p0 when i{issue} = o{option}\n"));
        }
    }

    fn claim(&mut self, rest: &str) {
        let (claim, party) = (self.claims, self.dice.below(self.size.parties));
        self.put(format_args!("claim c{claim} \"C{claim}\"\n  p{party} {rest}\n"));
        self.claims += 1;
    }

    /// So many issues, near each other.
    fn scope(&mut self, many: usize) -> Vec<usize> {
        let near = self.size.near.clamp(many, self.size.issues.max(many));
        let from = self.dice.below(self.size.issues + 1 - near.min(self.size.issues));
        let mut left: Vec<usize> = (from..from + near).collect();
        (0..many).map(|_| left.swap_remove(self.dice.below(left.len()))).collect()
    }

    fn chain(&mut self, chain: usize) {
        let scope = self.scope((2 + chain % 4).min(self.size.issues));
        let at: Vec<String> = scope.iter().map(|i| format!("i{i} = o{}", self.dice.below(OPTIONS))).collect();
        let (Some(first), Some(last)) = (at.first(), at.last()) else { return };
        self.claim(&format!("requires {first}"));
        for pair in at.windows(2) {
            if let [one, other] = pair {
                self.claim(&format!("requires (not {one} or {other})"));
            }
        }
        self.claim(&format!("rejects {last}"));
    }

    /// The issue has its hidden option or another; or, `open`, two options of which neither may be it.
    fn among(&mut self, issue: usize, open: bool) -> String {
        let hidden = self.hidden.get(issue).copied().unwrap_or_default();
        let one = if open { (hidden + 1) % OPTIONS } else { hidden };
        let other = (one + 1 + self.dice.below(OPTIONS - 1)) % OPTIONS;
        format!("i{issue} in {{o{one}, o{other}}}")
    }

    fn statement(&mut self) {
        let rest = match self.dice.below(10) {
            0 if self.size.steps > 1 => {
                let second = 1 + self.dice.below(self.size.steps - 1);
                format!("requires s{} before s{second}", self.dice.below(second))
            }
            0..=3 => {
                let scope = self.scope(1);
                scope.first().map(|issue| format!("requires {}", self.among(*issue, false))).unwrap_or_default()
            }
            _ => match self.scope(2.min(self.size.issues)).as_slice() {
                [one, other] => {
                    let (one, other) = (self.among(*one, true), self.among(*other, false));
                    format!("requires (not {one} or {other})")
                }
                _ => return self.claims += 1,
            },
        };
        self.claim(&rest);
    }
}
