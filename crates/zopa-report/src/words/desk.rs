//! What does the desk say: the case in the browser?

// ---- opening it ----

/// Somebody has a desk open on the dossier.
pub fn served(path: &str) -> String {
    format!("a desk is open on `{path}` already")
}
/// The way out of it.
pub fn go_there(address: &str) -> String {
    let there = if address.is_empty() { String::new() } else { format!(" ({address})") };
    format!("go on there{there}, or stop it with Ctrl+C in its terminal first")
}
/// Where the desk is.
pub fn open_at(address: &str) -> String {
    format!("the desk is open; this address opens it once, in one browser:\n  {address}\n")
}
/// An address was used: the next one.
pub fn next_address(address: &str) -> String {
    format!("opened; for another browser:\n  {address}\n")
}
/// How it ends.
pub const STOP: &str = "Ctrl+C stops it; everything is in the dossier\n";
/// It has ended.
pub const STOPPED: &str = "stopped\n";
/// The wanted port belongs to somebody.
pub fn port_taken(port: u16) -> String {
    format!("port {port} is taken by another program")
}
/// The way out of it.
pub const ANOTHER_PORT: &str = "name another with `--port`, or leave it out for any that is free";
/// No port is to be had.
pub const NO_PORT: &str = "this machine gives no address on its own loopback";
/// The way out of it.
pub const LET_LISTEN: &str = "let the program listen on 127.0.0.1, and try again";

// ---- who may come in ----

/// Somebody without the address.
pub const NOT_ENTERED: &str = "This desk is opened with the address that its terminal shows";
/// What to do.
pub const HOW_TO_ENTER: &str =
    "Open the newest address from the terminal in which `zopa serve` runs, in this browser; then load this page again.";
/// A page from elsewhere, or another name for this machine.
pub const NOT_FROM_HERE: &str = "only this desk’s own pages may ask this";

// ---- the frame ----

/// What it is called.
pub const DESK: &str = "desk";
/// The sections of the desk.
pub const SECTIONS: &str = "the desk’s pages";
/// Sections.
pub const BRING: &str = "Bring in";
/// Sections.
pub const REVIEW: &str = "Review";
/// Sections.
pub const BRIEF: &str = "Brief";
/// Sections.
pub const SOURCES: &str = "Sources";
/// Sections.
pub const BESIDE: &str = "Beside";
/// Sections.
pub const TEXT: &str = "Text";
/// The last change, taken back.
pub const UNDO: &str = "Undo";
/// What would be taken back.
pub fn undo_what(what: &str) -> String {
    format!("takes back: {what}")
}
/// The case changed, in another window or by another program.
pub const CHANGED_ELSEWHERE: &str = "The case has changed since this was loaded.";
/// Load it again.
pub const LOAD_AGAIN: &str = "Load again";
/// The program has ended.
pub const GONE: &str = "The desk has been stopped in its terminal; nothing that was saved is lost.";
/// Nothing is at an address.
pub const NO_SUCH_PAGE: &str = "There is no such page on this desk";

// ---- writing a claim anew ----

/// A claim whose lines are others by now.
pub fn changed(name: &str) -> String {
    format!("claim `{name}` has been changed since you began to write")
}
/// A claim that has been decided on in another window.
pub fn accepted_since(name: &str) -> String {
    format!("claim `{name}` has been accepted since you began to write")
}
/// The same.
pub fn rejected_since(name: &str) -> String {
    format!("claim `{name}` has been rejected since you began to write")
}
/// A claim that is there no longer.
pub fn not_there(name: &str) -> String {
    format!("claim `{name}` is not in the case any more")
}
/// The way out of it.
pub const TAKE_WITH_YOU: &str = "what you wrote stands below; put it into a case file under Text, if it is to stand";
/// What stands there.
pub const YOURS: &str = "What you wrote";
/// A case file whose text is another by now.
pub const FILE_CHANGED: &str = "the file has been changed since you began to write";
/// The way out of both.
pub const LOOK_AT_BOTH: &str = "both texts stand below; take over from the other what you need, and save again";

// ---- every screen ----

/// For the keyboard and for screen readers.
pub const SKIP: &str = "To the page";
/// Before something is left that was written and not saved.
pub const UNSAVED: &str = "What is written here is not saved. Go on without it?";
/// A list under a field.
pub const CHOICES: &str = "what may stand next";
/// Something failed that cannot fail.
pub const BROKEN: &str = "This page could not be made";
/// What is so of it.
pub const NOTHING_LOST: &str = "Nothing that was saved is lost. Load the page again; the terminal shows what failed.";
/// What a change was.
pub fn writing(files: &[String]) -> String {
    format!("write in {}", super::list(files))
}

// ---- bringing in ----

/// The screen.
pub const BRING_HEADING: &str = "Bring reports in";
/// What comes of it, for whoever begins.
pub const BEGIN: &str =
    "As soon as a report is in, the brief tells who says what and from whom they have it. Nothing has to be typed.";
/// A screen that is made from reports, before there is one.
pub const NOTHING_YET: &str = "No report has been brought in yet";
/// Files.
pub const DROP: &str = "Drop files here, or choose them: text, Markdown, web pages, Word, PDF";
/// Text.
pub const PASTE: &str = "Or paste a text";
/// What is asked.
pub const LABELS: &str =
    "All of this can be left open. What is not known stands as ? in the case; nothing is filled in for you.";
/// Fields.
pub const OUTLET: &str = "Outlet";
/// Fields.
pub const PUBLISHED: &str = "Published";
/// Fields.
pub const KEEP_AT_DESK: &str = "Keep at this desk: in no answer for others";
/// The button.
pub const BRING_IN: &str = "Bring in";
/// Nothing came.
pub const NOTHING_BROUGHT: &str = "neither a file nor a text was brought in";
/// The way out of it.
pub const BRING_SOMETHING: &str = "drop or choose a file, or paste a text";
/// It did not arrive whole.
pub const NOT_ARRIVED: &str = "what was brought in did not arrive whole";
/// The way out of it.
pub fn arrives_most(bytes: usize) -> String {
    format!("bring in less than {} at a time", super::cli::mebibytes(bytes as u64))
}
/// What came in.
pub fn arrived(new: usize, known: usize) -> String {
    let came = match new {
        0 => "Nothing new came in".to_owned(),
        1 => "1 report came in".to_owned(),
        n => format!("{n} reports came in"),
    };
    let known = match known {
        0 => String::new(),
        1 => "; 1 is here already, and is marked below".to_owned(),
        n => format!("; {n} are here already, and are marked below"),
    };
    format!("{came}{known}.")
}
/// To the page.
pub const READ_BRIEF: &str = "Read the brief";
/// To suggestions.
pub const SUGGEST: &str = "Suggest claims from the reports";
/// To the review.
pub fn review_these(waiting: usize) -> String {
    format!("Review {}", if waiting == 1 { "1 suggestion".to_owned() } else { format!("{waiting} suggestions") })
}
/// The table.
pub fn reports(count: usize) -> String {
    if count == 1 { "1 report".to_owned() } else { format!("{count} reports") }
}
/// Its columns.
pub const REPORT_HEADS: [&str; 5] = ["Report", "Outlet", "Published", "At this desk", "Around the article"];
/// Keep what was written in a row.
pub const SAVE_LABELS: &str = "Save";
/// A field of a row.
pub fn of_report(what: &str, report: &str) -> String {
    format!("{what}: {report}")
}
/// What a field of a date may hold.
pub const DATE_EXAMPLE: &str = "2026-01-31";
/// What the change was, for the one who takes it back.
pub fn labelling(source: &str) -> String {
    format!("label {source}")
}
/// No source of this name.
pub fn no_source(name: &str, near: Option<&str>) -> (String, String) {
    let help = near.map_or_else(|| "load the page again".to_owned(), |near| format!("did you mean `{near}`?"));
    (format!("the case has no source `{name}`"), help)
}
/// It is private by where it lies.
pub fn lies_private(name: &str) -> (String, String) {
    let help = "bring its file in again without keeping it at the desk, and take this source out".to_owned();
    (format!("`{name}` stays at this desk, since what it says lies in `private/`"), help)
}
/// Nothing is another than before.
pub fn nothing_new(name: &str) -> (String, String) {
    (format!("all of this stands in `{name}` already"), "fill in what is known, and leave the rest".to_owned())
}
/// What nobody has said.
pub const NOT_GIVEN: &str = "?";
/// It stays here.
pub const AT_DESK: &str = "stays at this desk";
/// A document that is not there.
pub const NOT_IN_HAND: &str = "not in hand";
/// A document without text.
pub fn no_text(why: &str) -> String {
    format!("no text: {why}")
}
/// All of it is article.
pub const NOTHING_LEFT_OUT: &str = "nothing";
/// What is around it.
pub fn left_out(count: usize) -> String {
    if count == 1 { "1 piece".to_owned() } else { format!("{count} pieces") }
}
/// The date of a report.
pub fn published(date: Option<&str>) -> String {
    date.map_or_else(|| "date not given".to_owned(), |date| format!("published {date}"))
}

// ---- reviewing ----

/// Nothing is left to be decided.
pub const NONE_WAITS: &str = "No suggestion waits";
/// Claims that have been accepted and carry nothing.
pub fn unsaid(count: usize) -> String {
    match count {
        1 => "1 accepted claim says nothing yet about what is negotiated: no answer hangs on it.".to_owned(),
        n => format!("{n} accepted claims say nothing yet about what is negotiated: no answer hangs on them."),
    }
}
/// The way to them.
pub const SAY_IT: &str = "Say what it means";
/// What has been decided on a claim.
pub const IS_ACCEPTED: &str = "Accepted";
/// The same.
pub const IS_REJECTED: &str = "Rejected";
/// The document beside a claim.
pub const ITS_DOCUMENT: &str = "the document";
/// The claim.
pub const THE_CLAIM: &str = "the suggestion";
/// Where one is.
pub fn place_among(here: usize, all: usize) -> String {
    format!("{here} of {all}")
}
/// To the one before.
pub const PREVIOUS: &str = "Previous (k)";
/// To the one after.
pub const NEXT: &str = "Next (j)";
/// Decide.
pub const ACCEPT: &str = "Accept (a)";
/// Decide.
pub const REJECT: &str = "Reject";
/// Why it is rejected.
pub const REASON: &str = "Reason (r)";
/// Decide.
pub const MERGE: &str = "Merge";
/// The claim that it is another telling of.
pub const SAME_AS: &str = "Another saying of (m)";
/// The text of a claim.
pub const ITS_LINES: &str = "In the language of the case (e)";
/// Keep what was written.
pub const SAVE: &str = "Save";
/// Keep it and take the claim in.
pub const SAVE_AND_ACCEPT: &str = "Save and accept (Ctrl+Enter)";

// ---- writing by hand ----

/// There is none.
pub const NO_CASE_FILE: &str = "There is no case file yet. The first report that comes in begins one.";
/// The files.
pub const CASE_FILES: &str = "case files";
/// The field.
pub fn the_file(name: &str) -> String {
    format!("{name}, as it lies in the dossier")
}
/// How it is saved.
pub const SAVE_KEYS: &str = "Ctrl+S";
/// What is said of it.
pub const MESSAGES: &str = "Messages";
/// Nothing is.
pub const NO_MESSAGE: &str = "Nothing to say about it.";
/// Kinds of messages.
pub const ERROR: &str = "error";
/// Kinds of messages.
pub const WARNING: &str = "warning";
/// A place.
pub fn line(line: u32) -> String {
    format!("line {line}")
}
/// Messages that are not listed.
pub fn more(count: usize) -> String {
    format!("{count} more; `zopa check` lists them all")
}
/// Errors in the other files.
pub fn errors_elsewhere(count: usize) -> String {
    if count == 1 { "1 error in another file.".to_owned() } else { format!("{count} errors in other files.") }
}
/// What somebody else has written.
pub const THEIRS: &str = "As it stands in the dossier now";

// ---- reading the brief ----

/// No answer.
pub fn errors(count: usize) -> String {
    let errors = if count == 1 { "1 error".to_owned() } else { format!("{count} errors") };
    format!("The case has {errors}, and is not answered from until none is left")
}
/// What can be asked.
pub const ADD_CONDITION: &str = "With the condition";
/// What can be asked.
pub const CONDITION_EXAMPLE: &str = "issue = option";
/// What can be asked.
pub const SET_ASIDE: &str = "Set aside";
/// What can be asked.
pub const FOR_CALL: &str = "For a call with";
/// What can be asked.
pub const SINCE: &str = "Changed since";
/// What can be asked.
pub const COUNT_WAITING: &str = "Count what waits for review";
/// What can be asked.
pub const COUNT_COPIES: &str = "Count copies that were found";
/// What can be asked.
pub const COUNT_ORIGINS: &str = "Count origins that were found";
/// What can be asked.
pub const COUNT_PRIVATE: &str = "Count what stays at this desk";
/// The button.
pub const ASK: &str = "Ask";
/// The page as a file.
pub const SAVE_PAGE: &str = "Save as a file";
/// What is asked now.
pub fn piece(name: &str) -> &'static str {
    match name {
        "with" => "with",
        "without" => "without",
        "for" => "for a call with",
        "since" => "since",
        _ => "with the answer",
    }
}
/// From a quote to where it stands.
pub const IN_ITS_DOCUMENT: &str = "in its document";
/// Ask it no longer.
pub fn take_away(value: &str) -> String {
    format!("take {value} away")
}

// ---- two coders ----

/// What is asked.
pub const OTHER_CASE: &str = "The case file of somebody who has read the same reports";
/// The button.
pub const SET_BESIDE: &str = "Set beside";
/// What comes of it.
pub const BESIDE_NOTE: &str = "Claims that rest on the same words stand beside each other, and where the two readings differ both are \
     shown. Nothing of the other case is kept. Two wordings of one utterance, and a report beside its rewrite, stand under Sources.";
/// Nothing came.
pub const NO_OTHER: &str = "no case file came with the form";
/// It could be read in part.
pub fn other_errors(count: usize) -> String {
    let errors = if count == 1 { "1 error".to_owned() } else { format!("{count} errors") };
    format!("The second case has {errors}: it is shown as far as it can be read.")
}
