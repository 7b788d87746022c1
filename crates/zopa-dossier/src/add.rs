//! How does a document get into a dossier?
//!
//! Its bytes go into `documents/` as they were received, and a `source` with its path and hash into a case file, after the
//! last source. What nobody has said, the outlet and the date, is `?` there. All of it is one [`Change`].

use crate::arrival::{Arrival, problem, say_the_same};
use crate::begin::taken_away;
use crate::change::{Change, apply, stays_inside};
use crate::folder::is_case;
use crate::open::Dossier;
use crate::{DossierError, PRIVATE};
use std::fs;
use std::path::Path;
use zopa::report::adding as words;
use zopa::syntax::edit::{Editor, apply as edited};
use zopa::syntax::write::{self, Row};
use zopa::syntax::{FileId, ItemKind, ItemWord, Source, Span};
use zopa::text::{LeftOut, Text, sha256};
use zopa::{Problem, Read, is_private_path};

/// What is known of the documents that arrive together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// The outlet of all of them.
    pub outlet: Option<String>,
    /// The date on which all of them were published.
    pub published: Option<String>,
    /// The name of the source, where it is one.
    pub name: Option<String>,
    /// Do they stay at the desk?
    pub private: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The documents that were added, in the order given.
    pub new: Vec<New>,
    /// Those that the dossier has already.
    pub known: Vec<Known>,
    /// The case file that was made, as messages call it, where there was no case.
    pub began: Option<String>,
    /// How many errors the case has, and had before.
    pub errors: usize,
}

/// A document that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// What the user called it.
    pub called: String,
    /// The source that names it.
    pub source: String,
    /// Where it lies, inside the dossier.
    pub path: String,
    /// The case file with the source, as messages call it.
    pub file: String,
    /// The line of the source, from 1.
    pub line: u32,
    /// What is not in its text, or stands there without being of the article.
    pub left_out: Vec<LeftOut>,
}

/// A document that was there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What the user called it.
    pub called: String,
    /// The source that names the one that is there.
    pub source: String,
    /// Where that lies.
    pub path: String,
    /// The same bytes? Otherwise the same words.
    pub same_bytes: bool,
}

/// Why nothing was added.
#[derive(Debug)]
pub enum NotAdded {
    /// The dossier.
    Dossier(DossierError),
    /// What was asked for cannot be asked, or is no document.
    Asked(Vec<Problem>),
}

impl From<DossierError> for NotAdded {
    fn from(error: DossierError) -> Self {
        NotAdded::Dossier(error)
    }
}

/// Adds documents to a dossier, all of them or none; where no folder is, one is made, and where it has no case, that begins
/// too. Those that it has already, by their bytes or by their words, are told
/// of and not added again.
///
/// # Errors
/// See [`NotAdded`]; then nothing is changed.
pub fn add(path: &Path, arrivals: &[Arrival], labels: &Labels) -> Result<Added, NotAdded> {
    let is_new = !is_case(path) && path.symlink_metadata().is_err();
    if is_new {
        fs::create_dir(path).map_err(|error| DossierError::NotChanged(path.to_owned(), error))?;
    }
    let told = added(path, arrivals, labels);
    let unfinished = matches!(told, Err(NotAdded::Dossier(DossierError::Unfinished(..))));
    if is_new && told.is_err() && !unfinished {
        taken_away(path);
    }
    told
}

fn added(path: &Path, arrivals: &[Arrival], labels: &Labels) -> Result<Added, NotAdded> {
    let dossier = Dossier::open_any(path)?;
    let read = zopa::read(&dossier.texts);
    let texts = texts(&read, (path, &dossier), arrivals, labels).map_err(NotAdded::Asked)?;
    let desk = Adding { dossier: &dossier, read: &read, labels };
    let (mut plans, mut known): (Vec<Plan>, Vec<Known>) = (Vec::new(), Vec::new());
    for (arrival, text) in arrivals.iter().zip(&texts) {
        match desk.found(arrival, text, &plans) {
            Found::Known(found) => known.push(found),
            Found::Unnamed(path) => plans.push(desk.plan(arrival, text, Some(path), &plans)),
            Found::Nowhere => plans.push(desk.plan(arrival, text, None, &plans)),
        }
    }
    // That a dossier has no case file yet is no error of its case.
    let errors = if read.files.is_empty() { 0 } else { read.errors() };
    if plans.is_empty() {
        return Ok(Added { new: Vec::new(), known, began: None, errors });
    }
    let (mut change, file) = desk.change(path, &plans)?;
    for plan in plans.iter().filter(|plan| !plan.is_there) {
        change = change.with_new(&plan.path, plan.arrival.bytes.clone());
    }
    // The reports are in their place before the case speaks of them.
    change.entries.rotate_left(file.entries);
    apply(dossier.root(), &change)?;
    let new = plans.iter().map(|plan| plan.added(&file)).collect();
    let began = read.files.is_empty().then_some(file.shown);
    Ok(Added { new, known, began, errors })
}

/// The text of each; or everything that is wrong with them and with what is said of them.
fn texts(
    read: &Read,
    (path, dossier): (&Path, &Dossier),
    arrivals: &[Arrival],
    labels: &Labels,
) -> Result<Vec<Text>, Vec<Problem>> {
    let mut problems = labels.problems(read, arrivals.len());
    let inside_private = dossier.root().file_name().is_some_and(|name| is_private_path(&name.to_string_lossy()));
    if inside_private || labels.private && !path.is_dir() {
        problems.push(problem("private-place", words::private_needs_folder()));
    }
    let mut texts = Vec::new();
    for arrival in arrivals {
        match arrival.text() {
            Ok(text) => texts.push(text),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}

impl Labels {
    fn problems(&self, read: &Read, arrivals: usize) -> Vec<Problem> {
        let mut problems = Vec::new();
        if let Some(name) = &self.name {
            let is_taken = is_declared(read, name);
            problems.extend((!write::is_name(name)).then(|| problem("bad-name", words::no_name(name))));
            problems.extend((arrivals > 1).then(|| problem("one-name", words::one_name(arrivals))));
            problems.extend(is_taken.then(|| problem("name-taken", words::name_taken(name))));
        }
        let date = self.published.as_deref().filter(|date| !zopa::is_date(date));
        problems.extend(date.map(|date| problem("bad-date", words::no_date(date))));
        problems
    }
}

/// The sources of a case, as far as they could be read.
fn sources(read: &Read) -> impl Iterator<Item = (&Source, Span)> {
    read.tree.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Source(source) => Some((source, item.span)),
        _ => None,
    })
}

/// Is something called so?
fn is_declared(read: &Read, name: &str) -> bool {
    read.tree.declared.iter().any(|known| known.in_issue.is_none() && known.name.text == name)
}

/// A dossier to which something is added.
struct Adding<'a> {
    dossier: &'a Dossier,
    read: &'a Read,
    labels: &'a Labels,
}

/// A document that is to be added.
struct Plan<'a> {
    arrival: &'a Arrival,
    text: &'a Text,
    source: String,
    path: String,
    /// It lies there, and no source names it.
    is_there: bool,
}

/// Is a document there already?
enum Found {
    Known(Known),
    Unnamed(String),
    Nowhere,
}

/// The case file that is written.
struct CaseFile {
    shown: String,
    text: String,
    entries: usize,
}

impl<'a> Adding<'a> {
    fn found(&self, arrival: &Arrival, text: &Text, plans: &[Plan<'_>]) -> Found {
        let known = |source: &str, path: &str, same_bytes| {
            let (called, source, path) = (arrival.called.clone(), source.to_owned(), path.to_owned());
            Found::Known(Known { called, source, path, same_bytes })
        };
        for same_bytes in [true, false] {
            let is_same = |path: &str, bytes: &[u8]| match same_bytes {
                true => bytes == arrival.bytes,
                false => Text::of_document(path, bytes).is_ok_and(|other| say_the_same(&other, text)),
            };
            let planned = plans.iter().find(|plan| match same_bytes {
                true => plan.arrival.bytes == arrival.bytes,
                false => say_the_same(plan.text, text),
            });
            if let Some(plan) = planned {
                return known(&plan.source, &plan.path, same_bytes);
            }
            for (path, _) in self.dossier.texts.documents.iter().filter(|(path, bytes)| is_same(path, bytes)) {
                match self.source_of(path) {
                    Some(source) => return known(source, path, same_bytes),
                    None if same_bytes && is_private_path(path) == self.labels.private => {
                        return Found::Unnamed(path.clone());
                    }
                    None => {}
                }
            }
        }
        Found::Nowhere
    }

    /// The source that names a document.
    fn source_of(&self, path: &str) -> Option<&'a str> {
        let names = |source: &Source| source.document.as_ref().is_some_and(|document| document.path == path);
        sources(self.read).find(|(source, _)| names(source)).map(|(source, _)| source.name.text.as_str())
    }

    fn plan<'b>(&self, arrival: &'b Arrival, text: &'b Text, there: Option<String>, plans: &[Plan<'b>]) -> Plan<'b> {
        let source = self.name(arrival, plans);
        let is_there = there.is_some();
        let path = there.unwrap_or_else(|| self.place(&arrival.kept_name(&source), plans));
        Plan { arrival, text, source, path, is_there }
    }

    /// A name for the source: the one given, or one made of the outlet, or of the name of the file.
    fn name(&self, arrival: &Arrival, plans: &[Plan<'_>]) -> String {
        let stem = arrival.file_name.as_deref().map(|name| name.trim_start_matches('.'));
        let stem = stem.map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        let of = self.labels.outlet.as_deref().or(stem).unwrap_or_default();
        let taken = |name: &str| is_declared(self.read, name) || plans.iter().any(|plan| plan.source == name);
        self.labels.name.clone().unwrap_or_else(|| write::name(of, "source", taken))
    }

    /// A place that is free, whatever a system makes of large and small letters.
    fn place(&self, name: &str, plans: &[Plan<'_>]) -> String {
        let folder = if self.labels.private { PRIVATE } else { "documents" };
        let documents = self.dossier.texts.documents.iter().map(|(path, _)| path.as_str());
        let away = self.dossier.left_out.iter().map(|left_out| left_out.path.as_str());
        let named = sources(self.read).filter_map(|(source, _)| Some(source.document.as_ref()?.path.as_str()));
        let planned = plans.iter().map(|plan| plan.path.as_str());
        let taken: Vec<String> = documents.chain(away).chain(named).chain(planned).map(str::to_lowercase).collect();
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "txt"));
        let numbered = |number: usize| match number {
            1 => format!("{folder}/{stem}.{extension}"),
            number => format!("{folder}/{stem}-{number}.{extension}"),
        };
        // One more than there are cannot all be taken.
        let free = (1..=taken.len() + 1).map(numbered).find(|path| !taken.contains(&path.to_lowercase()));
        free.unwrap_or_else(|| numbered(taken.len() + 2))
    }

    /// The change of the case: its sources after the last one.
    fn change(&self, path: &Path, plans: &[Plan<'_>]) -> Result<(Change, CaseFile), DossierError> {
        let change = Change::new(&words::what(plans.len()));
        let rows: Vec<Row> = plans.iter().map(|plan| self.row(plan)).collect();
        let Some(at) = self.case_file()? else { return self.begun(path, change, &rows) };
        let file = self.read.files.get(at).ok_or_else(|| DossierError::NoCase(path.to_owned()))?;
        let id = FileId(u32::try_from(at).unwrap_or(u32::MAX));
        let editor = Editor::of(&file.text, id);
        let edits: Vec<_> = rows.iter().map(|row| editor.item_after_its_kind(ItemWord::Source, row)).collect();
        let inside = self.dossier.inside(&file.path);
        let refused = || DossierError::BadPlace(file.path.clone().into());
        let text = edited(&file.text, &edits).map_err(|_| refused())?;
        let change =
            change.with_edit(&inside.ok_or_else(refused)?, file.text.clone().into_bytes(), text.clone().into_bytes());
        Ok((change, CaseFile { shown: file.path.clone(), text, entries: 1 }))
    }

    /// The case file that they go into: the last that has a source, else the first.
    fn case_file(&self) -> Result<Option<usize>, DossierError> {
        let public = self.dossier.texts.case_files.len();
        let all = if self.labels.private { public..self.read.files.len() } else { 0..public };
        let last = sources(self.read).map(|(_, span)| span.file.0 as usize).filter(|at| all.contains(at)).max();
        let Some(at) = last.or(all.clone().next()) else { return Ok(None) };
        let bytes = self.dossier.texts.case_files.iter().chain(&self.dossier.texts.private_files).nth(at);
        match (self.read.files.get(at), bytes) {
            (Some(file), Some((_, bytes))) if file.text.as_bytes() == bytes => Ok(Some(at)),
            (_, bytes) => Err(DossierError::NoText(bytes.map(|(path, _)| path.into()).unwrap_or_default())),
        }
    }

    /// A case file for a dossier that has none: named as the folder, with a title, where it is that of everybody. The folder of the documents of a
    /// dossier is none.
    fn begun(&self, path: &Path, change: Change, rows: &[Row]) -> Result<(Change, CaseFile), DossierError> {
        if self.dossier.root().ends_with("documents") {
            return Err(DossierError::NoCase(path.to_owned()));
        }
        let nothing = self.dossier.texts.case_files.is_empty() && self.dossier.texts.private_files.is_empty();
        let named = format!("{}.zopa", self.dossier.texts.name);
        let named = if stays_inside(&named) { named.as_str() } else { "case.zopa" };
        let title = format!("case {}\n", write::text(&self.dossier.texts.name));
        let (inside, start) = match self.labels.private {
            true => ("private/case.zopa", ""),
            false => (named, title.as_str()),
        };
        let editor = Editor::of(start, FileId(0));
        let edits: Vec<_> = rows.iter().map(|row| editor.item_at_end(row)).collect();
        let text = edited(start, &edits).map_err(|_| DossierError::BadPlace(inside.into()))?;
        let change = change.with_new(inside, text.clone().into_bytes());
        let change = match self.labels.private && nothing {
            true => change.with_new(named, title.into_bytes()),
            false => change,
        };
        let entries = change.entries.len();
        let shown = if path == Path::new(".") { inside.to_owned() } else { path.join(inside).display().to_string() };
        Ok((change, CaseFile { shown, text, entries }))
    }

    /// The lines of a source.
    fn row(&self, plan: &Plan<'_>) -> Row {
        let outlet = write::text(self.labels.outlet.as_deref().unwrap_or("?"));
        let published = self.labels.published.as_deref().unwrap_or("?");
        // The name of a file holds nothing that a path in a case file cannot.
        let path = write::path(&plan.path).unwrap_or_default();
        let document = format!("document {path} sha256 {}", sha256(&plan.arrival.bytes));
        Row::new(format!("source {} {outlet} published {published}", plan.source)).under(Row::new(document))
    }
}

impl Plan<'_> {
    fn added(&self, file: &CaseFile) -> New {
        let (called, source, path) = (self.arrival.called.clone(), self.source.clone(), self.path.clone());
        let left_out = self.text.left_out().to_vec();
        New { called, source, path, file: file.shown.clone(), line: line_of(&file.text, &self.source), left_out }
    }
}

/// The line at which a source begins.
fn line_of(text: &str, source: &str) -> u32 {
    let head = format!("source {source} ");
    let row = text.lines().position(|row| row.trim_start_matches('\u{feff}').starts_with(&head)).unwrap_or_default();
    u32::try_from(row + 1).unwrap_or(u32::MAX)
}
