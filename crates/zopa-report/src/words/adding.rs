//! What is said of a dossier that begins, and of documents that come into one?

use super::and;
use super::cli::mebibytes;

// ---- a dossier that begins ----

/// Something is in the folder already.
pub fn not_empty(path: &str) -> String {
    format!("`{path}` is there already, and something is in it")
}
/// The way out of it.
pub const NAME_ANOTHER: &str = "name a folder that is not there yet, or an empty one";

/// A new dossier, and what can be done with it: what to type, and what comes of it.
pub fn begun(folder: &str, case: &str, documents: &[String]) -> String {
    let head = format!("A dossier is in {folder}, with a small invented case: open {case}, its comments explain it.");
    let typed = [
        (format!("zopa brief {folder}"), "why nothing fits, and what that turns on: on the screen and as a page"),
        (format!("zopa check {folder}"), "is the case sound, and is every quote in its report?"),
        (format!("zopa add {folder} FILE"), "put a report of your own in"),
    ];
    to_go_on(&format!("{head}\nIts reports: {}.", and(documents)), &typed)
}

/// A new dossier on a treaty, and what can be done with it.
pub fn begun_treaty(folder: &str, case: &str, documents: &[String]) -> String {
    let head = format!("A dossier is in {folder}, with an invented treaty: open {case}, its comments explain it.");
    let typed = [
        (format!("zopa check {folder}"), "is every quote in the text, and what do the commitments leave open?"),
        (format!("zopa brief {folder}"), "the anatomy of each commitment: as a page"),
        (format!("zopa add {folder} FILE"), "put a text of your own in"),
    ];
    to_go_on(&format!("{head}\nIts text: {}.", and(documents)), &typed)
}

fn to_go_on(head: &str, typed: &[(String, &str)]) -> String {
    let width = typed.iter().map(|(line, _)| line.chars().count()).max().unwrap_or_default();
    let typed = typed.iter().map(|(line, what)| format!("  {line:width$}   {what}\n"));
    format!("{head}\nTo go on:\n{}", typed.collect::<String>())
}

// ---- documents that come in ----

/// What messages call what is pasted.
pub const STANDARD_INPUT: &str = "standard input";

/// To somebody who is about to paste.
pub const PASTE_NOW: &str =
    "paste the text, then end it with Ctrl-D on a line of its own (on Windows with Ctrl-Z and Enter)";

/// What a change was, for the one who takes it back.
pub fn what(documents: usize) -> String {
    match documents {
        1 => "add 1 document".to_owned(),
        n => format!("add {n} documents"),
    }
}

/// There was no case, and now there is one.
pub fn began(file: &str) -> String {
    format!("a new case begins in {file}")
}
/// A document that was added: its source, its place, and the line that names it.
pub fn added(source: &str, path: &str, file: &str, line: u32) -> String {
    format!("added {path} as source `{source}` ({file}:{line})")
}
/// A document that is there already.
pub fn known(called: &str, path: &str, source: &str, same_bytes: bool) -> String {
    let same = if same_bytes { "byte for byte" } else { "in the same words" };
    format!("not added: {called} is there already, {same}: {path} of source `{source}`")
}
/// Stretches of one kind that are not in the text that was taken, or stand in it without being of the article.
pub fn left_out(kind: &str, count: usize, first: &str, in_text: bool) -> String {
    let how = if in_text { "in the text, and not of the article" } else { "left out of the text" };
    let times = if count == 1 { String::new() } else { format!(", {count} times") };
    format!("{how}: {kind}{times}: “{first}”")
}
/// What is no article can be put back.
pub const PUT_BACK: &str = "`zopa sources --left-out` lists each piece with the line that puts it back";
/// What is still `?` in the lines that were written.
pub fn still_open(outlet: bool, date: bool) -> String {
    let what = match (outlet, date) {
        (true, true) => "outlet and date of publication",
        (true, false) => "outlet",
        _ => "date of publication",
    };
    format!("Still `?`, to be filled in where it is known: {what}")
}
/// The line of a source.
pub fn at_line(file: &str, line: u32, source: &str) -> String {
    format!("{file}:{line}: `{source}`")
}
/// The case had errors before, and has them still.
pub fn has_errors(errors: usize) -> String {
    match errors {
        1 => "the case has 1 error; zopa check shows it".to_owned(),
        n => format!("the case has {n} errors; zopa check shows them"),
    }
}

// ---- what is not added: what stands in the way, and the way out ----

/// No file of this name.
pub fn no_such_file(called: &str) -> (String, &'static str) {
    (format!("there is no file `{called}`"), "name a file that is there, or `-` for what you paste on standard input")
}
/// A folder.
pub fn is_a_folder(called: &str) -> (String, &'static str) {
    (format!("`{called}` is a folder, and documents are added by file"), "name the files in it")
}
/// More bytes than are read.
pub fn too_large(called: &str, most: u64) -> (String, String) {
    let help = format!("a document has up to {}; add the part of it that the case is about", mebibytes(most));
    (format!("`{called}` is too large"), help)
}
/// Nothing but white space.
pub fn no_text(called: &str) -> (String, &'static str) {
    (format!("there is no text in `{called}`"), "add the report itself, as a file or pasted")
}
/// Of no kind that can be read.
pub fn unread(called: &str, why: &str) -> (String, &'static str) {
    let help = "save it as text, as UTF-8, and add that; or paste its text: `zopa add DIR -`";
    (format!("no text can be taken from `{called}`: {why}"), help)
}
/// A word that cannot be a name.
pub fn no_name(name: &str) -> (String, &'static str) {
    let help =
        "a name begins with a letter, goes on with letters, digits, `-`, `_` or `.`, and is no word of the language";
    (format!("`{name}` cannot be the name of a source"), help)
}
/// One name for several documents.
pub fn one_name(documents: usize) -> (String, &'static str) {
    (format!("{documents} documents cannot have one name"), "add them one by one, or without `--name`")
}
/// A name that something has.
pub fn name_taken(name: &str) -> (String, &'static str) {
    (format!("the case has something of the name `{name}` already"), "give another name, or leave `--name` out")
}
/// A date that is none.
pub fn no_date(date: &str) -> (String, &'static str) {
    (
        format!("`{date}` is no date of the calendar"),
        "write `2026-01-31`, `2026-01`, `2026`, or `?` if it is not reported",
    )
}
/// Private documents belong to a whole dossier.
pub fn private_needs_folder() -> (String, &'static str) {
    let message = "what is private lies in the folder `private/` of a dossier".to_owned();
    (message, "name the folder of the dossier, and `--private`")
}
/// A case file in which nothing can be written.
pub fn not_text(path: &str) -> String {
    format!("`{path}` is not UTF-8 text, so that no source can be written into it")
}
/// The way out of it.
pub const SAVE_AS_UTF8: &str = "save it as UTF-8, and try again";
