//! How do claims go out to other programs and come back? As a table, and as Web Annotations.
//!
//! What comes back unchanged changes nothing, to the byte. What was changed there becomes edits of the case files, one
//! claim at a time: a claim whose change would break the case stays as it is, and that is said with its row. What the case
//! has not becomes an unconfirmed claim in the file of suggestions.

mod annotated;
mod back;
mod rows;

use crate::edited::{SUGGESTED, settled};
use crate::{Problem, Read, Texts};
use zopa_report::claims as words;
use zopa_syntax::edit::{Edit, Editor, apply};
use zopa_syntax::write::Row;
use zopa_syntax::{FileId, SourceFile};

pub use annotated::{annotations, from_annotations};
pub use back::from_table;
pub use rows::{claim_rows, claims_table};

/// What came back, and what becomes of the case; nothing is written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// Files of the case that change, by their place in [`Read::files`], each with its text from now on.
    pub files: Vec<(usize, String)>,
    /// The file of suggestions, if there is none yet and new claims came: its text.
    pub suggested: Option<String>,
    /// The claims that change, by name.
    pub changed: Vec<String>,
    /// The claims that are new, by name.
    pub new: Vec<String>,
    /// What could not be placed, row by row.
    pub unplaced: Vec<String>,
}

/// One claim as it came back.
struct Coming {
    /// What a message calls the place it came from.
    place: String,
    name: String,
    what: What,
}

enum What {
    Edits(Vec<Edit>),
    New(Row),
}

/// Places all that can be placed.
fn placed(texts: &Texts, read: &Read, coming: Vec<Coming>, unplaced: Vec<String>) -> Returned {
    let mut returned = Returned { unplaced, ..Returned::default() };
    let mut rows = Vec::new();
    let mut edits = Vec::new();
    let mut names = Vec::new();
    for one in coming {
        match one.what {
            What::Edits(mine) if mine.is_empty() => {}
            What::Edits(mine) => {
                edits.push((one.place, one.name.clone(), mine));
                names.push(one.name);
            }
            What::New(row) => rows.push((one.place, one.name, row)),
        }
    }
    let all: Vec<Edit> = edits.iter().flat_map(|(_, _, mine)| mine.clone()).collect();
    let (kept, files) = match settled(texts, read, all.clone(), &[]) {
        Ok(edited) => (names, edited.files),
        // One of them breaks the case: each is tried beside those before it.
        Err(_) => one_by_one(texts, read, edits, &mut returned.unplaced),
    };
    (returned.changed, returned.files) = (kept, files);
    if !rows.is_empty() {
        add(texts, read, rows, &mut returned);
    }
    returned
}

type Changes = Vec<(String, String, Vec<Edit>)>;

fn one_by_one(
    texts: &Texts,
    read: &Read,
    all: Changes,
    unplaced: &mut Vec<String>,
) -> (Vec<String>, Vec<(usize, String)>) {
    let (mut kept, mut names, mut files) = (Vec::new(), Vec::new(), Vec::new());
    for (place, name, mine) in all {
        let tried: Vec<Edit> = kept.iter().chain(&mine).cloned().collect();
        match settled(texts, read, tried, &[]) {
            Ok(edited) => {
                files = edited.files;
                kept.extend(mine);
                names.push(name);
            }
            Err(problems) => unplaced.push(words::breaks(&place, &name, &told(&problems))),
        }
    }
    (names, files)
}

fn told(problems: &[Problem]) -> String {
    problems.first().map(|problem| problem.message.clone()).unwrap_or_default()
}

/// New claims at the end of the file of suggestions: all of them, or else each by which the case does not break.
fn add(texts: &Texts, read: &Read, rows: Vec<(String, String, Row)>, returned: &mut Returned) {
    let is = |file: &SourceFile| file.path.rsplit(['/', '\\']).next() == Some(SUGGESTED);
    let public = read.files.iter().take(texts.case_files.len());
    let there = public.enumerate().find(|(_, file)| is(file)).map(|(at, _)| at);
    let changed = |at: usize| returned.files.iter().find(|(file, _)| *file == at).map(|(_, text)| text.clone());
    let standing = there.and_then(|at| changed(at).or_else(|| read.files.get(at).map(|file| file.text.clone())));
    let start = standing.unwrap_or_else(|| format!("# {}\n", zopa_report::suggest::HEAD));
    let before = crate::read(&with(texts, read, returned, there, None));
    let broken = |text: &String| {
        let after = crate::read(&with(texts, read, returned, there, Some(text)));
        crate::edited::broken(&before, &after).first().map(|told| told.message.clone())
    };
    let written = |text: &str, rows: &[&Row]| {
        let editor = Editor::of(text, FileId(0));
        apply(text, &rows.iter().map(|row| editor.item_at_end(row)).collect::<Vec<_>>()).unwrap_or_default()
    };
    let mut text = written(&start, &rows.iter().map(|(_, _, row)| row).collect::<Vec<_>>());
    let (mut new, mut unplaced) = (Vec::new(), Vec::new());
    if broken(&text).is_none() {
        new.extend(rows.into_iter().map(|(_, name, _)| name));
    } else {
        text = start;
        for (place, name, row) in rows {
            let tried = written(&text, &[&row]);
            match broken(&tried) {
                None => {
                    text = tried;
                    new.push(name);
                }
                Some(message) => unplaced.push(words::breaks(&place, &name, &message)),
            }
        }
    }
    returned.unplaced.extend(unplaced);
    returned.new = new;
    match there {
        _ if returned.new.is_empty() => {}
        Some(at) => {
            returned.files.retain(|(file, _)| *file != at);
            returned.files.push((at, text));
            returned.files.sort();
        }
        None => returned.suggested = Some(text),
    }
}

/// The dossier with what changed so far, and with this text as the file of suggestions.
fn with(texts: &Texts, read: &Read, returned: &Returned, there: Option<usize>, suggested: Option<&String>) -> Texts {
    let mut files = returned.files.clone();
    if let (Some(at), Some(text)) = (there, suggested) {
        files.retain(|(file, _)| *file != at);
        files.push((at, text.clone()));
    }
    let edited = crate::Edited { files, ..crate::Edited::default() };
    let mut texts = edited.texts(texts);
    if let (None, Some(text)) = (there, suggested) {
        let folder = read.files.first().and_then(|file| file.path.rfind('/').map(|at| file.path.get(..=at)));
        let path = format!("{}{SUGGESTED}", folder.flatten().unwrap_or_default());
        texts.case_files.push((path, text.clone().into_bytes()));
    }
    texts
}
