//! How is an answer written for programs?
//!
//! Every value is what [`zopa::finding`] publishes, under the names it has there; a command that gives a part of the
//! answer gives those fields of the brief and leaves the others out. Indented by two spaces, fields in the order of the
//! types, one line feed at the end.

use zopa::finding::track::Track;
use zopa::finding::{Brief, Check, FORMAT, Leaks, PrivateState, Sources};
use zopa::report::clauses;
use zopa::{Diagnostic, Noted, Part, Places, Problem, Read, Severity};

/// The version of what `check` writes.
const CHECK_FORMAT: &str = "zopa-check/1";

/// How the format of every saved brief begins.
const BRIEF: &str = "zopa-brief/";

/// Names with values, each written as JSON already.
pub(crate) type Fields<'a> = &'a [(&'a str, String)];

/// A value as JSON. A macro, since the trait that its type has to have is not ours to name.
macro_rules! value {
    ($value:expr) => {
        serde_json::to_string_pretty($value).unwrap_or_else(|_| "null".to_owned())
    };
}

/// All of a brief.
pub fn brief(brief: &Brief) -> String {
    value!(brief) + "\n"
}

/// What the documents say.
pub fn sources(found: &Sources) -> String {
    value!(found) + "\n"
}

/// What is owed after a list of events.
pub fn track(track: &Track) -> String {
    value!(track) + "\n"
}

/// In what the public answer and the private one differ.
pub fn leaks(leaks: &Leaks) -> String {
    value!(leaks) + "\n"
}

/// Why nothing fits: the verdict and the clashes by knot, with the limits and rules that they name.
pub fn why(brief: &Brief) -> String {
    let answer = &brief.answer;
    let rest = [("limits", value!(&brief.limits)), ("rules", value!(&brief.rules))];
    let of_answer = [
        ("witness", value!(&answer.witness)),
        ("impossible", value!(&answer.impossible)),
        ("clashes", value!(&answer.clashes)),
        ("complete", value!(&answer.complete)),
        ("knots", value!(&answer.knots)),
    ];
    view(brief, &rest, &of_answer)
}

/// What would have to change: openings by knot, whose changes are enough, what is shut out, and the limits named.
pub fn openings(brief: &Brief) -> String {
    let answer = &brief.answer;
    let of_answer =
        [("knots", value!(&answer.knots)), ("enough", value!(&answer.enough)), ("shut_out", value!(&answer.shut_out))];
    view(brief, &[("limits", value!(&brief.limits))], &of_answer)
}

/// What the answers turn on, and the questions, those that change nothing too.
pub fn hinges(brief: &Brief) -> String {
    view(brief, &[("questions", value!(&brief.questions))], &[("hinges", value!(&brief.answer.hinges))])
}

/// In which orders the steps can be taken, and who is exposed meanwhile; with the steps and the commitments.
pub fn holds(brief: &Brief) -> String {
    let rest =
        [("steps", value!(&brief.steps)), ("commitments", value!(&brief.commitments)), ("holds", value!(&brief.holds))];
    document(&[head(brief).as_slice(), &rest].concat())
}

/// What changed since an earlier state.
pub fn diff(brief: &Brief) -> String {
    document(&[head(brief).as_slice(), &[("since", value!(&brief.since))]].concat())
}

/// A brief that was saved; none where the text is not one. What has another format is read as far as its name.
pub fn saved(text: &str) -> Result<Brief, Option<String>> {
    let format =
        |text| serde_json::from_str::<serde_json::Value>(text).ok()?.get("format")?.as_str().map(str::to_owned);
    serde_json::from_str(text).map_err(|_| format(text).filter(|format| format.starts_with(BRIEF) && format != FORMAT))
}

/// The head of a brief, some of its lists, and a part of its answer.
fn view(brief: &Brief, rest: Fields<'_>, of_answer: Fields<'_>) -> String {
    let verdict = [("readings", value!(&brief.answer.readings)), ("verdict", value!(&brief.answer.verdict))];
    let answer = [("answer", object(&[&verdict, of_answer].concat()))];
    document(&[head(brief).as_slice(), rest, &answer].concat())
}

/// Which brief it is: the case, the choices, and whether it counts private material.
fn head(brief: &Brief) -> Vec<(&'static str, String)> {
    let head = [("format", value!(&brief.format)), ("case", value!(&brief.case)), ("chosen", value!(&brief.chosen))];
    let private = (!brief.private.is_unsaid()).then(|| ("private", value!(&brief.private)));
    let unconfirmed = brief.unconfirmed.then(|| ("unconfirmed", value!(&true)));
    let found = (!brief.found_copies.is_none()).then(|| ("found_copies", value!(&brief.found_copies)));
    let origins = (!brief.found_origins.is_none()).then(|| ("found_origins", value!(&brief.found_origins)));
    head.into_iter().chain(private).chain(unconfirmed).chain(found).chain(origins).collect()
}

/// What `check` found. Without it the state of the quotes is not known, and the reasons are among the
/// messages.
pub fn check(read: &Read, checked: Result<&Check, &Vec<Problem>>) -> String {
    let problems = checked.err().map_or(&[][..], Vec::as_slice);
    let checked = checked.ok();
    let places: Vec<Places<'_>> = read.files.iter().map(|file| Places::of(&file.text)).collect();
    let messages = read.diagnostics.iter().map(|diagnostic| message(read, &places, diagnostic));
    let messages: Vec<String> = messages.chain(problems.iter().map(problem)).collect();
    let errors = read.errors();
    let head = [("format", value!(CHECK_FORMAT)), ("case", value!(&read.name))];
    // What `check` says is said of the whole dossier.
    let counted = read.has(Part::Private).then(|| ("private", value!(&PrivateState::Counted)));
    let (unconfirmed, rejected) = read.in_no_answer();
    let rest = [
        ("unconfirmed", value!(&unconfirmed)),
        ("rejected", value!(&rejected)),
        ("errors", value!(&(errors + problems.len()))),
        ("warnings", value!(&(read.diagnostics.len() - errors))),
        ("diagnostics", array(&messages)),
        ("notes", array(&read.notes().iter().map(|noted| self::noted(read, &places, noted)).collect::<Vec<_>>())),
        ("readings", value!(&checked.map(|checked| checked.readings))),
        ("quotes", value!(&checked.map(|checked| &checked.quotes))),
    ];
    document(&head.into_iter().chain(counted).chain(rest).collect::<Vec<_>>())
}

fn message(read: &Read, places: &[Places<'_>], diagnostic: &Diagnostic) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let span = diagnostic.primary.span;
    let file = read.files.get(span.file.0 as usize);
    let place = places.get(span.file.0 as usize).map(|places| places.place(span.start));
    object(&[
        ("severity", value!(severity)),
        ("code", value!(diagnostic.code.0)),
        ("path", value!(&file.map(|file| &file.path))),
        ("line", value!(&place.map(|place| place.line))),
        ("column", value!(&place.map(|place| place.column))),
        ("message", value!(&diagnostic.message)),
        ("help", value!(&diagnostic.help)),
    ])
}

/// What a commitment leaves open: as found, as told, with its first place.
fn noted(read: &Read, places: &[Places<'_>], noted: &Noted) -> String {
    let span = noted.places.first();
    let file = span.and_then(|span| read.files.get(span.file.0 as usize));
    let place = span.and_then(|span| Some(places.get(span.file.0 as usize)?.place(span.start)));
    object(&[
        ("severity", value!("note")),
        ("code", value!(noted.note.rule.code())),
        ("path", value!(&file.map(|file| &file.path))),
        ("line", value!(&place.map(|place| place.line))),
        ("column", value!(&place.map(|place| place.column))),
        ("message", value!(&clauses::told(&noted.note))),
        ("help", value!(clauses::card(noted.note.rule).mend)),
        ("note", value!(&noted.note)),
    ])
}

/// A message that belongs to no place.
fn problem(problem: &Problem) -> String {
    let nowhere = || value!(&None::<usize>);
    object(&[
        ("severity", value!("error")),
        ("code", value!(problem.code)),
        ("path", nowhere()),
        ("line", nowhere()),
        ("column", nowhere()),
        ("message", value!(&problem.message)),
        ("help", value!(&problem.help)),
    ])
}

/// Words as a string of JSON.
pub(crate) fn quoted(words: &str) -> String {
    value!(words)
}

pub(crate) fn document(fields: Fields<'_>) -> String {
    object(fields) + "\n"
}

pub(crate) fn object(fields: Fields<'_>) -> String {
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    wrapped("{", &lines, "}")
}

pub(crate) fn array(values: &[String]) -> String {
    if values.is_empty() { "[]".to_owned() } else { wrapped("[", values, "]") }
}

/// No line feed of a string is one in JSON, so whole lines can be moved to the right.
fn wrapped(open: &str, parts: &[String], close: &str) -> String {
    let inner = parts.join(",\n").replace('\n', "\n  ");
    format!("{open}\n  {inner}\n{close}")
}
