//! Cases with ten denied claims, and so 1,024 readings: as many as a page serves with all its switches at once.
//!
//! Each claim is reported in one of three documents and denied in another, and takes part in one clash. The shapes differ in
//! how the clashes hang together: not at all, all by one limit, or each by a limit with the next, so that denying one
//! in the middle makes two questions of one.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// How the ten clashes hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Ten questions between the parties.
    Apart,
    /// One question: one limit is in every clash.
    Together,
    /// One question, or several, by reading: each clash shares a limit with the next.
    Chain,
}

impl Shape {
    pub(super) const ALL: [Shape; 3] = [Shape::Apart, Shape::Together, Shape::Chain];

    pub(super) fn name(self) -> &'static str {
        match self {
            Shape::Apart => "ten-apart",
            Shape::Together => "ten-together",
            Shape::Chain => "ten-chain",
        }
    }

    /// Issues, each with options `a` and `b`, or one with an option for each claim.
    fn issues(self) -> String {
        let with = |n, options: &str| format!("issue point-{n} \"Point {n}\"\n{options}");
        let two = "  option a \"As the North has it\"\n  option b \"As the South has it\"\n";
        match self {
            Shape::Together => {
                let options: String = (0..=COUNT + 1).map(|n| format!("  option p{n} \"Price {n}\"\n")).collect();
                with(0, &options)
            }
            Shape::Apart => (1..=COUNT).map(|n| with(n, two)).collect(),
            Shape::Chain => (0..=COUNT).map(|n| with(n, two)).collect(),
        }
    }

    /// What the North requires, undisputed, by number.
    fn required(self) -> Vec<(u32, String)> {
        let a = |n| (n, format!("point-{n} = a"));
        match self {
            Shape::Apart => (1..=COUNT).map(a).collect(),
            Shape::Together => vec![(0, "point-0 = p0".to_owned())],
            Shape::Chain => (0..=COUNT).map(a).collect(),
        }
    }

    /// What the South rejects, as reported and denied.
    fn rejected(self, n: u32) -> String {
        match self {
            Shape::Apart => format!("point-{n} = a"),
            Shape::Together => format!("point-0 in {{p0, p{n}}}"),
            Shape::Chain => format!("point-{} = a and point-{n} = a", n - 1),
        }
    }
}

const COUNT: u32 = 10;
const SOURCES: u32 = 3;

/// Writes the case and its documents.
pub(super) fn write(shape: Shape, folder: &Path) -> Result<(), String> {
    let documents = folder.join("documents");
    let put = |path: &Path, text: &str| fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()));
    fs::create_dir_all(&documents).map_err(|error| error.to_string())?;
    let (case, reports) = made(shape);
    for (n, report) in (1..).zip(&reports) {
        put(&documents.join(format!("r{n}.txt")), report)?;
    }
    put(&folder.join("case.zopa"), &case)
}

/// The case, and the text of each document.
fn made(shape: Shape) -> (String, Vec<String>) {
    let mut case = format!("case \"{}\"\n\nparty north \"North\"\nparty south \"South\"\n\n", shape.name());
    for n in 1..=SOURCES {
        let _ = writeln!(case, "source r{n} \"Report {n}\"\n  document documents/r{n}.txt");
    }
    case += &shape.issues();
    let mut reports = Reports(vec![String::new(); SOURCES as usize]);
    for (n, condition) in shape.required() {
        let quote = reports.say(n, &format!("On point {n} the North asks for {condition}."));
        let _ = writeln!(case, "claim north-{n} \"North on point {n}\"\n  north requires {condition}\n{quote}");
    }
    for n in 1..=COUNT {
        let condition = shape.rejected(n);
        let quote = reports.say(n, &format!("The South, says claim {n}, will not have {condition}."));
        let _ = writeln!(case, "claim south-{n} \"South on claim {n}\"\n  south rejects {condition}\n{quote}");
        let quote = reports.say(n + 1, &format!("Claim {n} was denied by the South."));
        let _ = writeln!(case, "claim denial-{n} \"South denies claim {n}\"\n  denies south-{n}\n{quote}");
    }
    (case, reports.0)
}

/// The documents as they grow.
struct Reports(Vec<String>);

impl Reports {
    /// Puts a sentence into one of them, and gives the line that quotes it.
    fn say(&mut self, n: u32, sentence: &str) -> String {
        let place = n % SOURCES;
        if let Some(report) = self.0.get_mut(place as usize) {
            let _ = writeln!(report, "{sentence}");
        }
        format!("  quote r{} > {sentence}", place + 1)
    }
}
