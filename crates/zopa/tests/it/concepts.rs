//! The chapters of `tests/concepts/` hold: each explains one concept with small cases, and says what is so of them. So
//! does the page on coding, `docs/coding.md`.
//!
//! Every line of an `expect` block is checked, and every brief that a line asks for is checked again by the second
//! opinion. `tests/concepts/README.md` lists what a line can say.

mod chapter;
mod holding;
mod says;
mod words;

use chapter::{Group, Line};
use std::collections::BTreeMap;
use std::path::PathBuf;
use zopa::finding::{Brief, PrivateState};
use zopa::verify::Standing;
use zopa::{Read, Request, Severity, Texts};

const FOLDER: &str = "tests/concepts";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// One test a chapter, in the order in which they are best read: the test `order` is the chapter `order.md`.
macro_rules! chapters {
    ($($name:ident)*) => {
        $(#[test] fn $name() { holds(&format!("{FOLDER}/{}", file(stringify!($name)))) })*
        const CHAPTERS: &[&str] = &[$(stringify!($name)),*];
    };
}

fn file(name: &str) -> String {
    format!("{}.md", name.replace('_', "-"))
}

chapters! {
    limits clashes_and_knots openings who_could_open order bodies_and_gates offers wishes denials_and_questions
    retelling_and_origins softening_and_superseding rules impossible_limits shut_out hinges setting_aside suppositions
    asking_with expiry change_and_firmness since steps exposure private
    unconfirmed
}

#[test]
fn every_chapter_is_checked_and_listed() {
    let mut files: Vec<String> = std::fs::read_dir(root().join(FOLDER))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    files.retain(|file| file != "README.md");
    files.sort();
    let mut chapters: Vec<String> = CHAPTERS.iter().map(|name| file(name)).collect();
    chapters.sort();
    assert_eq!(files, chapters, "the folder, and the list in concepts.rs");
    let readme = text(&format!("{FOLDER}/README.md"));
    for chapter in chapters {
        assert!(readme.contains(&format!("({chapter})")), "README.md does not list {chapter}");
    }
    for (kind, _) in says::kinds() {
        assert!(readme.contains(&format!("`{kind}: ")), "README.md does not explain `{kind}:`");
    }
}

/// How reports are coded, with what follows.
#[test]
fn coding() {
    holds("docs/coding.md");
}

/// Every line of a chapter, or one message that lists those which do not hold.
fn holds(path: &str) {
    let groups = chapter::groups(&text(path)).unwrap_or_else(|message| panic!("{path}:{message}"));
    assert!(!groups.is_empty(), "{path} expects nothing");
    let wrong: Vec<String> = groups.iter().flat_map(wrong).collect();
    let list: String = wrong.iter().map(|message| format!("\n{path}:{message}")).collect();
    assert!(wrong.is_empty(), "{list}\n");
}

/// The lines of a group that do not hold, each with what there is instead.
fn wrong(group: &Group) -> Vec<String> {
    let read = zopa::read(&Texts::of_case("concept", &group.case));
    let mut wrong = Vec::new();
    if !group.lines.iter().any(|line| line.text.starts_with("error:")) {
        let errors = read.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        wrong.extend(
            errors.map(|d| format!("{}: the case does not read: {}: {}", group.case_line, d.code.0, d.message)),
        );
    }
    if !wrong.is_empty() {
        return wrong;
    }
    let mut request = Asked::default();
    let mut briefs = Briefs { read, known: BTreeMap::new() };
    for line in &group.lines {
        if !chose(&mut request, &line.text) {
            let found = briefs.check(&request, line);
            wrong.extend(found.into_iter().map(|what| format!("{}: {what}", line.number)));
        }
    }
    wrong
}

/// What is asked for: choices, and an earlier state to compare with.
#[derive(Debug, Default)]
struct Asked {
    request: Request,
    since: Option<(String, Option<String>)>,
}

/// A choice that counts for the lines after it.
fn chose(asked: &mut Asked, line: &str) -> bool {
    let rest = |word: &str| line.strip_prefix(word).map(|rest| rest.trim().to_owned());
    let request = &mut asked.request;
    if let Some(rounds) = rest("since ") {
        let (from, to) = rounds.split_once(" to ").map_or((rounds.as_str(), None), |(from, to)| (from, Some(to)));
        asked.since = Some((from.to_owned(), to.map(str::to_owned)));
    } else if let Some(setting) = rest("assume ") {
        request.assume.push(setting);
    } else if let Some(name) = rest("without ") {
        request.without.push(name);
    } else if let Some(condition) = rest("with ") {
        request.with.push(condition);
    } else if line == "unconfirmed" {
        request.unconfirmed = true;
    } else if line == "private" {
        request.private = PrivateState::Counted;
    } else {
        return false;
    }
    true
}

/// The briefs asked for, each made and checked once.
struct Briefs {
    read: Read,
    known: BTreeMap<String, Result<Brief, Vec<String>>>,
}

impl Briefs {
    /// The brief, with what changed where an earlier state is named.
    fn made(&self, asked: &Asked) -> Result<Brief, Vec<String>> {
        let codes = |problems: Vec<zopa::Problem>| problems.iter().map(|p| p.code.to_owned()).collect::<Vec<_>>();
        let mut brief = self.read.brief(&asked.request).map_err(codes)?;
        if let Some((from, to)) = &asked.since {
            brief.since = Some(self.read.since_round(&asked.request, from, to.as_deref()).map_err(codes)?);
        }
        Ok(brief)
    }

    fn check(&mut self, request: &Asked, line: &Line) -> Vec<String> {
        let expected = &line.text;
        let Some((kind, what)) = expected.split_once(": ") else {
            return vec![format!("`{expected}` is neither `KIND: WHAT` nor a choice")];
        };
        let (kind, what) = (kind.trim(), what.trim());
        if let "error" | "warning" = kind {
            return says::message(&self.read.diagnostics, kind, what).err().into_iter().collect();
        }
        let key = format!("{request:?}");
        let mut second = Vec::new();
        if !self.known.contains_key(&key) {
            let brief = self.made(request);
            second.extend(brief.iter().flat_map(|brief| self.second_opinion(&request.request, brief)));
            self.known.insert(key.clone(), brief);
        }
        let instead = match &self.known[&key] {
            Ok(brief) => says::check(brief, kind, what),
            Err(codes) if kind == "refused" => says::equal(what, &codes.join(", ")),
            Err(codes) => Err(format!("the choices are refused: {}", codes.join(", "))),
        };
        let wrong = instead.err().map(|instead| format!("expected `{expected}`, there is: {instead}"));
        wrong.into_iter().chain(second).collect()
    }

    fn second_opinion(&self, request: &Request, brief: &Brief) -> Vec<String> {
        let found = zopa::verify::verify(&self.read.asked(request).case, brief).into_iter();
        let refuted = found.filter(|refutation| refutation.standing == Standing::Refuted);
        refuted.map(|refutation| format!("by the second opinion: {refutation}")).collect()
    }
}
