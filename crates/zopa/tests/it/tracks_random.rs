//! Random commitments and random lists of events, in the language itself: what is told of what is owed stands before the
//! second opinion, which is written from the definition alone.
//!
//! `ZOPA_RANDOM=2000 cargo test -p zopa --test it -- --include-ignored tracks_random` for more of them, and `ZOPA_SEED=7` for
//! one, with its texts.

use crate::examples::root;
use crate::random::Dice;
use std::collections::BTreeMap;
use std::fmt::Write;
use zopa::finding::track::Track;
use zopa::{Read, Request, Texts};

/// One line of the case on a part, none, `?`, or two that differ.
const PARTS: [(&str, &[&str]); 6] = [
    ("discretion", &["must", "must", "must", "may"]),
    ("decided by", &["C", "D", "A", "any of C, D", "all of C, D", "C, D", "V"]),
    ("within", &["2 days", "3 days", "12 hours", "1 week", "1 month", "2 days after war", "1 day after s0"]),
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

const WHENS: [&str; 11] = [
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
];

const VERBS: [&str; 11] = [
    "performed",
    "performed",
    "breach",
    "ratified",
    "began",
    "ended",
    "suspended",
    "resumed",
    "terminated",
    "waived",
    "vetoed",
];

struct Maker {
    dice: Dice,
    commitments: usize,
}

impl Maker {
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
            _ => writeln!(text, "  by {by} to {to}").unwrap(),
        }
        self.part(&mut text, "when", &WHENS);
        let does = ["\"something\"", "s2", "s2", "not s2"];
        let does = self.one(&does);
        if !self.dice.one_in(8) {
            writeln!(text, "  does {does}").unwrap();
        }
        for (part, values) in PARTS {
            self.part(&mut text, part, values);
        }
        if at + 1 < self.commitments && self.dice.one_in(2) {
            writeln!(text, "  if broken k{}", at + 1).unwrap();
        }
        text
    }

    fn claims(&mut self, text: &mut String) {
        let claims = self.dice.roll(4);
        for claim in 0..claims {
            writeln!(text, "claim c{claim} \"Claim\"").unwrap();
            for _ in 0..1 + self.dice.roll(3) {
                let who = self.one(&["A", "C", "D", "V", "W", "?"]);
                let act = self.one(&["suspend", "terminate", "waive", "veto", "ratify", "ratify", "determine"]);
                writeln!(text, "  {who} may {act} k{}", self.dice.roll(self.commitments)).unwrap();
            }
            text.push_str("  quote r1 > words\n");
        }
        if claims > 1 && self.dice.one_in(2) {
            text.push_str("question q \"Which?\"\n  answer one holds c0\n  answer two holds c1\n");
        }
    }

    fn case(&mut self) -> String {
        let mut text = String::from("case \"random\"\nparty A \"A\"\nparty B \"B\"\nparty C \"C\"\nparty D \"D\"\n");
        text.push_str("body V \"V\" of A\nbody W \"W\" of B\nperson p \"P\" of C as \"p\"\nsource r1 \"R\"\n");
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

    fn line(&mut self) -> String {
        let mut text = self.time();
        if self.dice.one_in(10) {
            text.push_str(" not");
        }
        let whose = self.one(&["A", "B", "C", "D", "V", "W", "p", "A, B", "C, D"]);
        let by = if self.dice.one_in(4) { String::new() } else { format!(" by {whose}") };
        let what = self.one(&["war", "raid", "raid", "night-raid", "s0", "s1", "s1", "s2", "g", "h"]).to_owned();
        let commitment = format!("k{}", self.dice.roll(self.commitments));
        let deed = match self.dice.roll(12) {
            0..=4 => what,
            5 => format!("agreed i0 = o{}", self.dice.roll(3)),
            6 | 7 => {
                let decided = if self.dice.one_in(3) { commitment } else { what };
                format!("decided{} {decided}{by}", if self.dice.one_in(4) { " not" } else { "" })
            }
            8 => format!("refused {}", self.one(&["g", "h"])),
            _ => format!("{} {commitment}{by}", self.one(&VERBS)),
        };
        format!("{text} {deed}{}\n", if self.dice.one_in(4) { " reported by r1" } else { "" })
    }

    /// A list, and the date it is asked about.
    fn list(&mut self) -> (String, Option<String>) {
        let mut text = String::new();
        if !self.dice.one_in(3) {
            text.push_str("offset +02:00\n");
        }
        for _ in 0..self.dice.roll(9) {
            let line = self.line();
            text.push_str(&line);
        }
        let as_of = self.dice.one_in(3).then(|| format!("2026-02-{:02}", 1 + self.dice.roll(28)));
        (text, as_of)
    }
}

/// What the second opinion has against it, and the answer.
fn held_against(read: &Read, list: &str, as_of: Option<&str>) -> (Vec<String>, Track) {
    let events = zopa_syntax::events::events(list);
    let (rows, faults) = zopa_case::happened(&read.case, &events);
    assert!(faults.is_empty() && events.diagnostics.is_empty(), "{faults:?} {:?}\n{list}", events.diagnostics);
    let moment = as_of.and_then(|date| events.date(date)).and_then(|date| date.to);
    let track = read.track(&Request::default(), list, as_of).unwrap();
    let faults = zopa_verify::track(&read.case, &rows, moment, &track);
    (faults.iter().map(ToString::to_string).collect(), track)
}

#[test]
#[ignore = "what is told and the definition differ: until one of them is mended"]
fn what_is_told_of_a_random_list_stands_before_the_second_opinion() {
    let count = std::env::var("ZOPA_RANDOM").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let only: Option<u64> = std::env::var("ZOPA_SEED").ok().and_then(|n| n.parse().ok());
    let (mut wrong, mut states, mut open) = (Vec::new(), BTreeMap::new(), 0);
    for seed in only.map_or(0..count, |seed| seed..seed + 1) {
        let mut dice = Dice(seed);
        let commitments = 1 + dice.roll(3);
        let mut make = Maker { dice, commitments };
        let text = make.case();
        let (list, as_of) = make.list();
        let read = zopa::read(&Texts::of_case("random", &text));
        if read.errors() > 0 {
            wrong.push(format!("seed {seed}: {:?}", read.diagnostics));
            continue;
        }
        let (faults, track) = held_against(&read, &list, as_of.as_deref());
        let findings =
            track.standing.iter().map(|one| &one.finding).chain(track.duties.iter().map(|duty| &duty.finding));
        for finding in findings {
            *states.entry(finding.state).or_insert(0) += 1;
            open += finding.open.len();
        }
        if !faults.is_empty() {
            let shown = only.map_or(String::new(), |_| format!("{text}\n{list}as of {as_of:?}\n"));
            wrong.push(format!("seed {seed}:\n{}\n{shown}", faults.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    // The lists are of all kinds.
    assert!(only.is_some() || (states.len() == 14 && open as u64 > count), "{states:?}, {open} open");
}

#[test]
#[ignore = "what is told and the definition differ: until one of them is mended"]
fn what_is_said_of_each_list_stands_before_the_second_opinion() {
    let folder = root().join("tests/tracks");
    let mut wrong = Vec::new();
    let mut lists = 0;
    for file in std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|ext| ext != "events") {
            continue;
        }
        lists += 1;
        let list = std::fs::read_to_string(&file).unwrap();
        let head = |what: &str| list.lines().find_map(|line| line.strip_prefix(what));
        let name = head("# case: ").unwrap();
        let read =
            zopa::read(&Texts::of_case(name, &std::fs::read_to_string(folder.join(format!("{name}.zopa"))).unwrap()));
        let (faults, _) = held_against(&read, &list, head("# as of: "));
        if !faults.is_empty() {
            wrong.push(format!("{}:\n{}", file.display(), faults.join("\n")));
        }
    }
    assert!(lists >= 50 && wrong.is_empty(), "{} of {lists} differ:\n{}", wrong.len(), wrong.join("\n"));
}
