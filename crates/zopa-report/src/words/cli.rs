//! What does the command line say of folders, files and choices?

/// A number of bytes in the unit in which limits are stated.
pub(super) fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}

// ---- the folder of a case ----

/// Nothing is at a path.
pub fn absent(path: &str) -> String {
    format!("there is nothing at `{path}`")
}
/// A path leads to something else.
pub fn not_a_dossier(path: &str) -> String {
    format!("`{path}` is neither a folder nor a case file")
}
/// The way out of both.
pub const NAME_A_DOSSIER: &str = "name a folder that holds a `.zopa` file, or such a file";
/// A folder without a case.
pub fn no_case(path: &str) -> String {
    format!("`{path}` holds no case file")
}
/// The way out of it.
pub const WRITE_A_CASE: &str = "write one: a file whose name ends in `.zopa`, with a line `case \"title\"`";
/// A case file that is too large.
pub fn case_too_large(path: &str) -> String {
    format!("`{path}` is too large for a case file")
}
/// How large one may be.
pub fn case_most(bytes: u64) -> String {
    format!("a case file has up to {}; reports belong into `documents/`", mebibytes(bytes))
}
/// A file that cannot be read.
pub fn unreadable(path: &str, reason: &str) -> String {
    format!("`{path}` cannot be read: {reason}")
}
/// The way out of it.
pub const LET_READ: &str = "let the file and its folder be read by you, and try again";
/// A file that cannot be written.
pub fn unwritable(path: &str, reason: &str) -> String {
    format!("`{path}` cannot be written: {reason}; nothing there was changed")
}
/// A file that would take the place of one of the case.
pub fn protected(path: &str) -> String {
    format!("`{path}` belongs to the case and is not written over")
}
/// The way out of both.
pub const WRITE_ELSEWHERE: &str = "name another file with `-o FILE`";
/// Reasons of the system.
pub const NOT_PERMITTED: &str = "you are not permitted to";
/// Reasons of the system.
pub const NO_SUCH_PLACE: &str = "there is no such folder";
/// Reasons of the system.
pub const A_FOLDER: &str = "it is a folder";
/// Reasons of the system.
pub const NOT_A_FOLDER: &str = "a part of the path is no folder";
/// Reasons of the system.
pub const READ_ONLY: &str = "the disk can only be read";
/// Reasons of the system.
pub const NO_ROOM: &str = "the disk is full";

// ---- changes of a folder ----

/// The way out where a file of a dossier cannot be written.
pub const LET_WRITE: &str = "let the folder and the files in it be written by you, and try again";

/// Files that are not as they were.
pub fn changed_since(paths: &[String]) -> String {
    format!("changed since it was read: {}; nothing was written", quoted(paths))
}
/// The way out of it.
pub const LOOK_AND_TRY_AGAIN: &str = "see what has changed, and try again";
/// Another run writes.
pub fn busy(path: &str) -> String {
    format!("another zopa is at work in `{path}`; nothing was written")
}
/// The way out of it.
pub const TRY_LATER: &str = "try again when it has ended";
/// A path that is no place for a file.
pub fn bad_place(path: &str) -> String {
    format!("`{path}` is no place for a file of the dossier: it leads out of it, through a link, or to a folder")
}
/// The way out of it.
pub const NAME_A_PLACE: &str = "name a file inside the dossier, without `..` and without a full stop in front";
/// A change that is half in place on the disk, and whole when it is read.
pub fn unfinished(path: &str, reason: &str) -> String {
    format!(
        "`{path}` cannot be written: {reason}; the change is made and will be put in place by the next zopa that can"
    )
}
/// The way out of it.
pub const LET_FINISH: &str = "let the files of the dossier be written by you, then run `zopa check`";
/// What is kept of a change is not what was written.
pub fn damaged(path: &str) -> String {
    format!("`{path}` holds a change that cannot be understood")
}
/// The way out of it.
pub const MOVE_AWAY: &str = "see whether the case is whole, then move that folder away";
/// No change to take back.
pub fn nothing_to_undo(path: &str) -> String {
    format!("nothing is kept that zopa has changed in `{path}`")
}
/// The way out of it.
pub const UNDO_MOST: &str = "the last 20 changes are kept, up to 64 MiB; for others, take your own copy";

/// Paths as they are named in a sentence.
fn quoted(paths: &[String]) -> String {
    let quoted: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
    super::and(&quoted)
}

// ---- what of a folder is not read ----

/// A link that is not followed.
pub fn left_out_link(path: &str) -> String {
    format!("`{path}` is a link to nothing, to a folder, or out of the dossier, and is not read")
}
/// A link that would lead out of the private folder unseen.
pub fn left_out_into_private(path: &str) -> String {
    format!("`{path}` is a link into `private/`, and is not read: name what it leads to")
}
/// A document for which there is no room.
pub fn left_out_large(path: &str, most: u64) -> String {
    format!("`{path}` is not read: with it, the documents would be more than {}", mebibytes(most))
}
/// A document that the system does not give.
pub fn left_out_unreadable(path: &str) -> String {
    format!("`{path}` cannot be read and counts as not in hand")
}
/// A document that no case can name.
pub fn left_out_name(path: &str) -> String {
    format!("`{path}` is not read: its name is not UTF-8, so that no case can name it")
}

// ---- messages without a place in a file ----

/// A message and its way out.
pub fn problem(code: &str, message: &str, help: &str) -> String {
    format!("error[{code}]: {message}\n  = help: {help}\n")
}
/// Something worth knowing.
pub fn note(text: &str) -> String {
    format!("note: {text}")
}

// ---- answers ----

/// Standard output is closed to us.
pub fn no_output(reason: &str) -> String {
    format!("the answer cannot be written: {reason}")
}
/// The way out of it.
pub const LET_OUTPUT: &str = "see where standard output leads";

/// A command that the program does not have.
pub fn no_command(name: &str) -> String {
    format!("there is no command `{name}`")
}
/// The way out of it.
pub fn commands(names: &[&str]) -> String {
    format!("commands: {}", names.join(", "))
}

/// Warnings that an answer does not repeat.
pub fn warnings(warnings: usize) -> String {
    match warnings {
        1 => "1 warning; zopa check shows it".to_owned(),
        n => format!("{n} warnings; zopa check shows them"),
    }
}
/// Where the page is.
pub fn page(path: &str) -> String {
    format!("page: {path}")
}

// ---- what stays at the desk ----

/// The name of a page: one that counts private material or unconfirmed claims never has that of the page for others.
pub fn page_name(case: &str, private: bool, unconfirmed: bool) -> String {
    let private = if private { ".private" } else { "" };
    let unconfirmed = if unconfirmed { ".unconfirmed" } else { "" };
    format!("{case}{private}{unconfirmed}.html")
}
/// The differences between two answers have no page.
pub const LEAKS_NO_PAGE: &str = "the differences with and without private material are for the desk, and have no page";
/// The way out of it.
pub const LEAKS_FORMATS: &str = "leave `--format html` out, or write `--format json`";

// ---- finding a passage ----

/// No document can be searched.
pub const NO_DOCUMENT: &str = "no document of the case is in hand";
/// The way out of it: documents that the case names.
pub fn put_documents(paths: &[&str]) -> String {
    format!("put them where the case names them: {}", paths.join(", "))
}
/// The way out of it: a document that no source names.
pub fn name_document(path: &str) -> String {
    format!("name them under a source, each with a line such as `document {path}`")
}
/// The way out of it: neither named nor there.
pub const NAME_DOCUMENTS: &str =
    "put a report into `documents/`, and name it under a source: `document documents/NAME`";
/// No passage has the words.
pub fn no_passage(words: &str) -> String {
    format!("no document in hand has all these words near each other: `{words}`")
}
/// The passage most like them.
pub fn nearest(source: &str, at: usize, passage: &str) -> String {
    format!("the nearest passage is in `{source}` at byte {at}: {passage}")
}
/// Where none is.
pub const FEWER_WORDS: &str = "try fewer words, or words of the document itself";
/// The sentence around a passage.
pub fn around(path: &str, sentence: &str) -> String {
    format!("{path}: {sentence}")
}
/// A passage longer than a quote should be.
pub fn too_long(words: usize, most: usize) -> String {
    format!("{words} words; keep to the phrase that carries the claim, {most} words at most")
}
/// Help, and documents that could not be looked through.
pub fn also_away(help: &str, paths: &[&str]) -> String {
    if paths.is_empty() { help.to_owned() } else { format!("{help}; not in hand: {}", paths.join(", ")) }
}

// ---- what nobody can meet ----

/// A limit that no package meets.
pub fn limit_impossible(claim: &str) -> String {
    format!("no package can meet the limit in `{claim}`, whatever the others say")
}
/// The way out of it.
pub const READ_AGAIN: &str =
    "read the claim against its quote again; if it stands, an option is missing, or the limit is as reported";
/// Rules that cannot all hold.
pub const RULES_CONTRADICT: &str = "these rules contradict each other, whatever anybody has said";
/// The way out of it.
pub const TAKE_A_RULE_OUT: &str = "take one of them out, or write when it does not apply";
