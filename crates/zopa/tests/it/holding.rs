//! Random cases of steps, gates, exchanges and commitments, in the language itself: what is told of their order and of who is
//! exposed stands before the second opinion, which goes through every order.
//!
//! `ZOPA_RANDOM=2000 cargo test -p zopa --test it holding` for more of them.

use crate::random::Dice;
use std::fmt::Write;
use zopa::Texts;
use zopa::finding::Chosen;
use zopa_analysis::Choices;

/// A random case of three parties and two bodies.
struct Maker {
    dice: Dice,
    steps: Vec<String>,
}

impl Maker {
    fn step(&mut self) -> String {
        self.steps[self.dice.roll(self.steps.len())].clone()
    }

    fn pair(&mut self) -> Option<(String, String)> {
        let (a, b) = (self.step(), self.step());
        (a != b).then_some((a, b))
    }

    fn party(&mut self) -> &'static str {
        ["A", "B", "C"][self.dice.roll(3)]
    }

    fn option(&mut self) -> String {
        format!("i{} = o{}", self.dice.roll(2), self.dice.roll(2))
    }

    /// What is offered or asked for.
    fn side(&mut self) -> String {
        match self.dice.roll(5) {
            0 | 1 => self.option(),
            2 => format!("{} and {}", self.option(), self.step()),
            3 => format!("({} or {})", self.step(), self.option()),
            _ => self.step(),
        }
    }

    fn order(&mut self) -> Option<String> {
        let (a, b) = self.pair()?;
        let word = if self.dice.one_in(3) { "before" } else { "only after" };
        Some(format!("{a} {word} {b}"))
    }

    fn statement(&mut self, claim: usize) -> Option<String> {
        let who = self.party();
        Some(match self.dice.roll(16) {
            0..=3 => format!("{who} requires {}", self.order()?),
            4 => format!("{who} requires {} or {}", self.option(), self.order()?),
            5 => format!("{who} requires {} unless {}", self.order()?, self.step()),
            6 => format!("rule {}", self.order()?),
            7 => format!("{who} seeks {}", self.order()?),
            8..=10 => format!("{who} offers {} only if {}", self.side(), self.side()),
            11 => format!("{who} accepts {} if {}", self.side(), self.side()),
            12 => format!("{who} offers {} if {}", self.side(), self.side()),
            13 => format!("{} may ratify {}", ["V", "W"][self.dice.roll(2)], ["i0", "i1", "k0"][self.dice.roll(3)]),
            14 if claim > 0 => format!("supersedes c{}", self.dice.roll(claim)),
            15 => format!("V requires {}", self.order()?),
            _ => format!("{who} requires {} and {}", self.order()?, self.option()),
        })
    }

    fn commitment(&mut self, at: usize) -> String {
        let mut text = format!("commitment k{at} \"Commitment\"\n  by {} to {}\n", self.party(), self.party());
        match self.dice.roll(5) {
            0 => text.push_str("  when raid\n"),
            1 => writeln!(text, "  when {} and {}", self.option(), self.step()).unwrap(),
            2 => text.push_str("  when ?\n"),
            _ => writeln!(text, "  when {}", self.step()).unwrap(),
        }
        match self.dice.roll(4) {
            0 => text.push_str("  does \"something\"\n"),
            1 => writeln!(text, "  does not {}", self.step()).unwrap(),
            _ => writeln!(text, "  does {}", self.step()).unwrap(),
        }
        if self.dice.one_in(3) {
            writeln!(text, "  from {}", self.step()).unwrap();
        }
        if self.dice.one_in(3) {
            writeln!(text, "  force political until {} then treaty", ["g", "h"][self.dice.roll(2)]).unwrap();
        }
        text
    }

    fn case(seed: u64) -> String {
        let mut make = Maker { dice: Dice(seed), steps: vec!["g".to_owned(), "h".to_owned()] };
        let mut text = String::from("case \"random\"\nparty A \"A\"\nparty B \"B\"\nparty C \"C\"\n");
        text.push_str("body V \"V\" of A\nbody W \"W\" of B\nsource r1 \"R\"\nevent raid \"Raid\" by C\n");
        text.push_str("issue i0 \"Issue\"\n  option o0\n  option o1\nissue i1 \"Issue\"\n  option o0\n  option o1\n");
        text.push_str("gate g \"Vote\" by V\ngate h \"Vote\" by W\n");
        let steps = 1 + make.dice.roll(4);
        for step in 0..steps {
            let when = match make.dice.roll(4) {
                0 => "always".to_owned(),
                1 => "optional".to_owned(),
                _ => format!("when {}", make.option()),
            };
            writeln!(text, "step s{step} \"Step\" by {} {when}", make.party()).unwrap();
            if make.dice.roll(3) > 0 {
                text.push_str("  irreversible\n");
            }
        }
        make.steps.extend((0..steps).map(|step| format!("s{step}")));
        if make.dice.one_in(4) {
            let rule = if make.dice.one_in(2) { make.order() } else { Some(format!("not {}", make.option())) };
            rule.into_iter().for_each(|rule| writeln!(text, "rule {rule}\n  because > given").unwrap());
        }
        make.claims(&mut text);
        let commitments = make.dice.roll(3);
        (0..commitments.max(1)).for_each(|at| text.push_str(&make.commitment(at)));
        text
    }

    fn claims(&mut self, text: &mut String) {
        let claims = 2 + self.dice.roll(6);
        for claim in 0..claims {
            writeln!(text, "claim c{claim} \"Claim\"").unwrap();
            for _ in 0..1 + self.dice.roll(2) {
                let statement = self.statement(claim);
                statement.into_iter().for_each(|said| writeln!(text, "  {said}").unwrap());
            }
            if self.dice.one_in(3) {
                text.push_str("  about k0\n");
            }
            text.push_str("  quote r1 > words\n");
        }
        if self.dice.one_in(2) {
            let denied = self.dice.roll(claims);
            writeln!(text, "claim denial \"Denial\"\n  denies c{denied}\n  quote r1 > words").unwrap();
        }
        if self.dice.one_in(3) {
            let (a, b) = (self.dice.roll(claims), self.dice.roll(claims));
            if a != b {
                writeln!(text, "question q \"Which?\"\n  answer one holds c{a}\n  answer two holds c{b}").unwrap();
            }
        }
    }
}

#[test]
fn what_is_told_of_order_stands_before_the_second_opinion() {
    let count = std::env::var("ZOPA_RANDOM").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let (mut windows, mut circles, mut closings, mut plans) = (0, 0, 0, 0);
    for seed in 0..count {
        let text = Maker::case(seed);
        let read = zopa::read(&Texts::of_case("random", &text));
        assert_eq!(read.errors(), 0, "seed {seed}: {:?}\n{text}", read.diagnostics);
        let Ok(holds) = zopa_holds::holds(&read.case, &Choices::default()) else { continue };
        plans += holds.plans.len();
        for plan in &holds.plans {
            windows += plan.windows.len();
            circles += plan.circles.len();
            closings += plan.windows.iter().map(|window| window.closings.len()).sum::<usize>();
        }
        let faults = zopa_verify::holds(&read.case, &Chosen::default(), &[], &holds);
        assert!(
            faults.is_empty(),
            "seed {seed}:\n{}\n{text}",
            faults.iter().map(|fault| format!("{fault:?}\n")).collect::<String>()
        );
    }
    // The cases are of all kinds.
    assert!(plans as u64 > count && windows as u64 > count / 2 && circles > 0 && closings as u64 > count / 2);
}
