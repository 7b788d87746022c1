//! Random commitments and random lists of events, in the language itself: all that the definition of what is owed speaks of.

use crate::random::Dice;
use std::fmt::Write;

/// One line of the case on a part, none, `?`, or two that differ.
const PARTS: [(&str, &[&str]); 6] = [
    ("discretion", &["must", "must", "must", "may"]),
    ("decided by", &["C", "D", "A", "any of C, D", "all of C, D", "C, D", "V"]),
    (
        "within",
        &[
            "2 days",
            "3 days",
            "12 hours",
            "1 week",
            "1 month",
            "2 days after war",
            "1 day after s0",
            "12 hours after raid",
        ],
    ),
    (
        "force",
        &[
            "political",
            "treaty",
            "political until g then treaty",
            "political until ? then treaty",
            "? until h then treaty",
        ],
    ),
    ("from", &["s1", "s1", "s1", "war"]),
    ("lasts", &["forever", "forever", "4 days", "1 month", "1 year", "limited ?"]),
];

const WHENS: [&str; 18] = [
    "war",
    "raid",
    "raid",
    "night-raid",
    "s0",
    "i0 = o0",
    "i0 = o0 and s0",
    "s0 or i0 = o1",
    "not s0",
    "s0 and not i0 = o0",
    "not i0 = o1",
    "s0 or s2",
    "s0 or (s1 or i0 = o2)",
    "(s0 or s1) and not i0 = o0",
    "s0 and (s1 or not i0 = o0)",
    "not (s0 and i0 = o0)",
    "i0 in {o0, o2}",
    "s0 or not (s1 or i0 = o1)",
];

const VERBS: [&str; 13] = [
    "performed",
    "performed",
    "breach",
    "ratified",
    "began",
    "began",
    "ended",
    "ended",
    "suspended",
    "resumed",
    "terminated",
    "waived",
    "vetoed",
];

const PEOPLE: [&str; 12] = ["A", "B", "C", "D", "V", "W", "p", "v", "A, B", "C, D", "p, D", "C, p"];

/// Makes a case and a list of events for it.
pub struct Maker {
    dice: Dice,
    commitments: usize,
    /// No line tells when.
    undated: bool,
}

impl Maker {
    pub fn new(mut dice: Dice) -> Maker {
        let commitments = 1 + dice.roll(4);
        Maker { dice, commitments, undated: false }
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.dice.roll(of.len())]
    }

    fn part(&mut self, text: &mut String, part: &str, values: &[&str]) {
        let value = self.one(values);
        match self.dice.roll(12) {
            0 => writeln!(text, "  {part} ?").unwrap(),
            1 => {}
            2 if part != "discretion" => {
                let other = self.one(values);
                writeln!(text, "  {part} {value}\n  {part} {other}").unwrap();
            }
            _ => writeln!(text, "  {part} {value}").unwrap(),
        }
    }

    fn commitment(&mut self, at: usize) -> String {
        let mut text = format!("commitment k{at} \"Commitment\"\n");
        let (by, to) = (self.one(&["A", "A", "B", "A, B", "V"]), self.one(&["C", "D", "C, D"]));
        match self.dice.roll(12) {
            0 => writeln!(text, "  by ? to {to}").unwrap(),
            1 => {}
            2 => writeln!(text, "  by {by} to C\n  by {by} to {to}").unwrap(),
            3 => writeln!(text, "  by A to {to}\n  by {by} to ?").unwrap(),
            _ => writeln!(text, "  by {by} to {to}").unwrap(),
        }
        // What no line says sets it off is a remedy, if it is one.
        if at == 0 || self.dice.one_in(2) {
            self.part(&mut text, "when", &WHENS);
        }
        let does = ["\"something\"", "s2", "s2", "not s2"];
        let does = self.one(&does);
        if !self.dice.one_in(8) {
            writeln!(text, "  does {does}").unwrap();
        }
        for (part, values) in PARTS {
            self.part(&mut text, part, values);
        }
        self.remedies(&mut text, at);
        text
    }

    /// Commitments that follow a breach: of the remedy of another, of several.
    fn remedies(&mut self, text: &mut String, at: usize) {
        for other in at + 1..self.commitments {
            if self.dice.one_in(2) {
                writeln!(text, "  if broken k{other}").unwrap();
            }
        }
    }

    fn claims(&mut self, text: &mut String) {
        let claims = self.dice.roll(4);
        for claim in 0..claims {
            writeln!(text, "claim c{claim} \"Claim\"").unwrap();
            for _ in 0..1 + self.dice.roll(3) {
                let who = self.one(&["A", "C", "D", "V", "W", "p", "?"]);
                let act = self.one(&["suspend", "terminate", "waive", "veto", "ratify", "ratify", "determine"]);
                writeln!(text, "  {who} may {act} k{}", self.dice.roll(self.commitments)).unwrap();
            }
            text.push_str("  quote r1 > words\n");
        }
        if claims > 1 && self.dice.one_in(2) {
            text.push_str("question q \"Which?\"\n  answer one holds c0\n  answer two holds c1\n");
        }
    }

    /// The case.
    pub fn case(&mut self) -> String {
        let mut text = String::from("case \"random\"\nparty A \"A\"\nparty B \"B\"\nparty C \"C\"\nparty D \"D\"\n");
        text.push_str("body V \"V\" of A\nbody W \"W\" of B\nperson p \"P\" of C as \"p\"\nperson v \"v\" of V as \"v\"\nsource r1 \"R\"\n");
        text.push_str(
            "event war \"War\" by ?\nevent raid \"Raid\" within war\nevent night-raid \"Raid\" within raid\n",
        );
        text.push_str(
            "issue i0 \"Issue\"\n  option o0\n  option o1\n  option o2\ngate g \"Vote\" by V\ngate h \"Vote\" by W\n",
        );
        text.push_str(
            "step s0 \"Step\" by A optional\nstep s1 \"Step\" by A, B optional\nstep s2 \"Step\" by A, B optional\n",
        );
        self.claims(&mut text);
        (0..self.commitments).for_each(|at| text.push_str(&self.commitment(at)));
        text
    }

    fn time(&mut self) -> String {
        let day = 1 + self.dice.roll(9);
        if self.undated {
            return "?".to_owned();
        }
        match self.dice.roll(14) {
            0 => "?".to_owned(),
            1 => format!("? to 2026-02-0{day}"),
            2 => format!("2026-02-0{day} to 2026-02-0{}", day + self.dice.roll(10 - day)),
            3 => format!("2026-02-0{day} to ?"),
            4 | 5 => format!("2026-02-0{day}T{:02}:00", self.dice.roll(24)),
            6 => format!("2026-02-0{day}T{:02}:30{}", self.dice.roll(24), self.one(&["+02:00", "Z", "-05:00"])),
            7 => self.one(&["2026-02", "2026", "2026-03", "2026-03-04"]).to_owned(),
            _ => format!("2026-02-0{day}"),
        }
    }

    fn by(&mut self, of: &[&str]) -> String {
        if self.dice.one_in(4) { String::new() } else { format!(" by {}", self.one(of)) }
    }

    /// An event, a step, a gate, and who can be said to have done that.
    fn thing(&mut self) -> (&'static str, &'static [&'static str]) {
        let things: [(&str, &[&str]); 10] = [
            ("war", &PEOPLE),
            ("raid", &PEOPLE),
            ("raid", &PEOPLE),
            ("night-raid", &PEOPLE),
            ("s0", &["A", "V", "v"]),
            ("s1", &["A", "B", "V", "A, B"]),
            ("s1", &["A", "B", "V", "A, B"]),
            ("s2", &["A", "B", "W", "A, B"]),
            ("g", &["V", "v"]),
            ("h", &["W"]),
        ];
        things[self.dice.roll(things.len())]
    }

    fn line(&mut self) -> String {
        let mut text = self.time();
        if self.dice.one_in(10) {
            text.push_str(" not");
        }
        let by = self.by(&PEOPLE);
        let commitment = format!("k{}", self.dice.roll(self.commitments));
        let deed = match self.dice.roll(12) {
            0..=4 => self.happening(),
            5 => format!("agreed i0 = o{}", self.dice.roll(3)),
            6 | 7 => {
                let over = if self.dice.one_in(3) { commitment } else { self.thing().0.to_owned() };
                format!("decided{} {over}{by}", if self.dice.one_in(4) { " not" } else { "" })
            }
            8 => format!("refused {}", self.one(&["g", "h"])),
            9 if self.commitments > 1 => format!("{} k0, k1{by}", self.one(&VERBS)),
            _ => format!("{} {commitment}{by}", self.one(&VERBS)),
        };
        format!("{text} {deed}{}\n", if self.dice.one_in(4) { " reported by r1" } else { "" })
    }

    fn happening(&mut self) -> String {
        let (thing, whose) = self.thing();
        let by = if self.dice.one_in(2) { self.by(whose) } else { String::new() };
        format!("{thing}{by}")
    }

    /// Decisions on one thing: of several, or of one who says now this, now that, and that it was not so decided.
    fn decisions(&mut self, text: &mut String) {
        let over = match self.dice.roll(3) {
            0 => format!("k{}", self.dice.roll(self.commitments)),
            1 => "raid".to_owned(),
            _ => "s0".to_owned(),
        };
        for _ in 0..2 + self.dice.roll(4) {
            let (time, by) = (self.time(), self.by(&["C", "C", "D", "p", "C, D", "A", "v"]));
            let denied = if self.dice.one_in(6) { " not" } else { "" };
            let not = if self.dice.one_in(3) { " not" } else { "" };
            writeln!(text, "{time}{denied} decided{not} {over}{by}").unwrap();
        }
    }

    /// A list, and the date it is asked about.
    pub fn list(&mut self) -> (String, Option<String>) {
        let mut text = String::new();
        if !self.dice.one_in(3) {
            text.push_str("offset +02:00\n");
        }
        self.undated = self.dice.one_in(20);
        for _ in 0..self.dice.roll(11) {
            let line = self.line();
            text.push_str(&line);
        }
        if self.dice.one_in(4) {
            self.decisions(&mut text);
        }
        let as_of = self.dice.one_in(3).then(|| format!("2026-02-{:02}", 1 + self.dice.roll(28)));
        (text, as_of)
    }
}
