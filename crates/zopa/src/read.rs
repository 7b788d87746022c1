//! From bytes to a case: every file of a dossier read together.

use crate::apart::{choices, only_without, without};
use crate::copies::Found;
use crate::origins;
use crate::withheld::withhold;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use zopa_case::{Case, Documents};
use zopa_syntax::ast::{Item, ItemKind, Source};
use zopa_syntax::{Diagnostic, FileId, Part, Severity, SourceFile, Span, Tree};
use zopa_text::{Keep, Kept, Text, Unread};

/// The texts of a dossier, as bytes.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// A short name, for files and links.
    pub name: String,
    /// The case files: path for messages, and bytes. Read together, in this order.
    pub case_files: Vec<(String, Vec<u8>)>,
    /// The case files of the private folder, with all that they hold. Read after the others.
    pub private_files: Vec<(String, Vec<u8>)>,
    /// The documents in hand: path inside the dossier with `/` between its parts, and bytes.
    pub documents: Vec<(String, Vec<u8>)>,
    /// Texts that were taken from documents before: nothing of an answer hangs on it.
    pub kept: Kept,
}

impl Texts {
    /// A dossier of one case file and no documents.
    pub fn of_case(name: &str, text: &str) -> Texts {
        let case_files = vec![(format!("{name}.zopa"), text.as_bytes().to_vec())];
        Texts { name: name.to_owned(), case_files, ..Texts::default() }
    }

    /// The bytes of a document in hand, by its path.
    pub fn document(&self, path: &str) -> Option<&[u8]> {
        self.documents.iter().find(|(known, _)| known == path).map(|(_, bytes)| bytes.as_slice())
    }

    /// The text of a document in hand with what its source puts back into it, taken once, or why there is none to be had.
    pub fn text(&self, path: &str, keeps: &[Keep]) -> Option<Result<Text, Unread>> {
        self.document(path).map(|bytes| self.kept.text(path, bytes, keeps))
    }

    /// The text of the document of a source.
    pub fn text_of(&self, source: &zopa_case::Source) -> Option<Result<Text, Unread>> {
        self.text(&source.document.as_ref()?.0, &source.keeps)
    }

    /// The same for a source as it is written.
    pub(crate) fn text_of_item(&self, source: &Source) -> Option<Result<Text, Unread>> {
        self.text(&source.document.as_ref()?.path, &zopa_case::keeps(source))
    }
}

/// The code of a document that no source names.
const UNNAMED: &str = "document-unnamed";

/// A dossier that has been read: the case, and every message about it.
#[derive(Clone, Debug)]
pub struct Read {
    /// The short name.
    pub name: String,
    /// The case files as text, for messages.
    pub files: Vec<SourceFile>,
    /// What they say.
    pub tree: Tree,
    /// What it means.
    pub case: Case,
    /// Errors and warnings, by file and place: those of the whole dossier, and those that it has only without some of
    /// its parts.
    pub diagnostics: Vec<Diagnostic>,
    /// The dossier without some of its parts, read by itself: for each choice of those that it has.
    pub without: Vec<(Vec<Part>, Read)>,
    /// Copies that were found in the documents, where somebody looked.
    pub(crate) found: Found,
    /// Origins that were found in the documents, where somebody looked.
    pub(crate) found_origins: origins::Found,
    /// The rows of each item that waits for a person, by its span; looked for when they are asked for.
    pub(crate) rows: OnceLock<BTreeMap<Span, Span>>,
}

impl Read {
    /// How many errors there are. A case with errors is not answered from.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }

    /// How many errors keep an answer from being given that leaves these parts out. What unconfirmed lines get wrong is
    /// nothing to an answer that does not count them, as long as they can be read: a line that cannot may be anything.
    pub fn errors_without(&self, parts: &[Part]) -> usize {
        let unread = |told: &Diagnostic| {
            parts.contains(&Part::Unconfirmed)
                && self.tree.why(Part::Unconfirmed, told.primary.span).is_some()
                && !self.tree.diagnostics.contains(told)
        };
        self.diagnostics.iter().filter(|told| told.severity == Severity::Error && !unread(told)).count()
    }

    /// How many claims are in no answer: those that nobody has accepted, unless an answer asks for them, and those that
    /// somebody rejected.
    pub fn in_no_answer(&self) -> (usize, usize) {
        let rejected = |item: &Item| matches!(&item.kind, ItemKind::Claim(claim) if claim.rejected.is_some());
        let unconfirmed = self.case.claims.values().filter(|claim| claim.unconfirmed).count();
        (unconfirmed, self.tree.items.iter().filter(|item| rejected(item)).count())
    }

    /// Has the dossier anything of this part?
    pub fn has(&self, part: Part) -> bool {
        self.without.iter().any(|(parts, _)| parts.contains(&part))
    }

    /// The dossier without these parts, as far as it has any of them.
    pub fn less(&self, parts: Vec<Part>) -> &Read {
        self.place_without(parts).and_then(|at| self.without.get(at)).map_or(self, |(_, read)| read)
    }

    /// Where the dossier without these parts stands; nowhere if it has none of them.
    pub(crate) fn place_without(&self, mut parts: Vec<Part>) -> Option<usize> {
        parts.retain(|part| self.has(*part));
        self.without.iter().position(|(left_out, _)| *left_out == parts)
    }
}

/// Reads a dossier: all of it, and, where it has parts that an answer can be made without, once more without them.
/// Never fails: what is wrong is among the diagnostics.
pub fn read(texts: &Texts) -> Read {
    let mut read = read_whole(texts);
    for parts in choices(texts, &read) {
        let (less, cuts) = without(texts, &read, &parts);
        let mut less = read_whole(&less);
        // The folder is looked through for files that nothing names with all that there is: what a private source names
        // is none of them, and nobody else may know of it.
        less.diagnostics.retain(|told| told.code.0 != UNNAMED);
        // Where every case file is private, nothing is wrong with that.
        if !texts.case_files.is_empty() || !parts.contains(&Part::Private) {
            read.diagnostics.extend(only_without(&read, &less, &parts, &cuts));
        }
        in_order(&mut read.diagnostics);
        read.without.push((parts, less));
    }
    read
}

/// Everything that is given.
pub(crate) fn read_whole(texts: &Texts) -> Read {
    let mut diagnostics = Vec::new();
    let all = texts.case_files.iter().chain(&texts.private_files);
    let files: Vec<SourceFile> = all.enumerate().map(|(at, file)| decoded(at, file, &mut diagnostics)).collect();
    let tree = zopa_syntax::parse_with(&files, texts.case_files.len());
    let documents = Documents { files: texts.documents.iter().cloned().collect(), kept: texts.kept.clone() };
    let (case, mut meaning) = zopa_case::read(&tree, &documents);
    if !diagnostics.is_empty() {
        // What names the documents may stand in the file that could not be read.
        meaning.retain(|told| told.code.0 != UNNAMED);
    }
    withhold(&files, &tree, &mut meaning);
    diagnostics.extend(tree.diagnostics.iter().cloned());
    diagnostics.extend(meaning);
    diagnostics.extend(zopa_case::hidden(&files));
    diagnostics.extend(empty(texts, &tree, diagnostics.is_empty()));
    in_order(&mut diagnostics);
    Read {
        name: texts.name.clone(),
        files,
        tree,
        case,
        diagnostics,
        without: Vec::new(),
        found: Found::default(),
        found_origins: origins::Found::default(),
        rows: OnceLock::new(),
    }
}

fn in_order(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.primary.span.file, diagnostic.primary.span.start));
}

/// A case file as text; one that is not UTF-8 is one message, and empty.
fn decoded(at: usize, (path, bytes): &(String, Vec<u8>), diagnostics: &mut Vec<Diagnostic>) -> SourceFile {
    let text = match Text::from_bytes(bytes) {
        Ok(_) => String::from_utf8_lossy(bytes).into_owned(),
        Err(error) => {
            let span = Span { file: FileId(at as u32), start: 0, end: 0 };
            let message = format!("`{path}` is not UTF-8 text: byte {} does not belong to any", error.offset);
            let help = match error.likely {
                "unknown" => "save the file as UTF-8 text".to_owned(),
                likely => format!("save the file as UTF-8; its encoding is likely {likely}"),
            };
            diagnostics.push(Diagnostic::error("not-utf8", span, message, help));
            String::new()
        }
    };
    SourceFile { path: path.clone(), text }
}

fn empty(texts: &Texts, tree: &Tree, sound: bool) -> Option<Diagnostic> {
    if texts.case_files.is_empty() && texts.private_files.is_empty() {
        let message = format!("`{}` holds no case file", texts.name);
        let help = "write one: a file whose name ends in `.zopa`, with a line `case \"title\"`";
        return Some(Diagnostic::error("no-case-file", Span::default(), message, help));
    }
    let help = "begin with a line `case \"title\"`, then `party`, `issue` and `claim` items";
    let nothing = tree.items.is_empty() && sound;
    nothing.then(|| Diagnostic::error("empty-case", Span::default(), "the case files say nothing", help))
}
