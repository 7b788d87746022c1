//! Which claims wait for a person, and what becomes of the case when one of them is written anew?

use crate::decide::claim_of;
use crate::edited::{Edited, row_in, settled};
use crate::{Problem, Read, Texts};
use std::collections::BTreeMap;
use zopa_report::desk as words;
use zopa_syntax::ast::{Claim, Item};
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::{Diagnostic, FileId, Part, SourceFile, Span};

/// A claim that nobody has accepted or rejected yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it says, in words.
    pub title: &'a str,
    /// Its lines, as they stand in the case.
    pub text: &'a str,
    /// The case file, by its place in [`Read::files`].
    pub file: usize,
    /// Does it stay at the desk?
    pub private: bool,
    /// What it carries, line by line, in the language.
    pub statements: Vec<&'a str>,
    /// The first words it rests on: the source, and where they begin in its document, if that is written down.
    pub quote: Option<(&'a str, Option<usize>, &'a str)>,
}

impl Read {
    /// The claims that wait, in the order of the files.
    pub fn waiting(&self) -> Vec<Waiting<'_>> {
        self.tree.items.iter().filter(|item| item.unconfirmed.is_some()).filter_map(|item| self.waits(item)).collect()
    }

    /// A claim by its name, whatever has been decided on it.
    pub fn written(&self, name: &str) -> Option<Waiting<'_>> {
        let item = self.tree.items.iter().find(|item| claim_of(item).is_some_and(|claim| claim.name.text == name))?;
        self.shown(item, claim_of(item)?)
    }

    /// Claims that count and carry nothing yet: it is known who said it, and no answer hangs on it.
    pub fn unsaid(&self) -> Vec<Waiting<'_>> {
        let counts = self.tree.items.iter().filter(|item| item.unconfirmed.is_none());
        let claims = counts.filter_map(|item| Some((item, claim_of(item)?)));
        let bare =
            claims.filter(|(_, claim)| claim.statements.is_empty() && claim.rejected.is_none() && !claim.suppose);
        bare.filter_map(|(item, claim)| self.shown(item, claim)).collect()
    }

    /// The rows of an item.
    fn rows_of(&self, item: &Item) -> Option<Span> {
        let file = || self.files.get(item.span.file.0 as usize);
        let alone = || Editor::of(&file()?.text, item.span.file).rows(item.span);
        self.waiting_rows().get(&item.span).copied().or_else(alone)
    }

    /// The rows of every item that waits. Each file is looked through once, however many of its items wait.
    fn waiting_rows(&self) -> &BTreeMap<Span, Span> {
        self.rows.get_or_init(|| {
            let mut editors: BTreeMap<FileId, Editor<'_>> = BTreeMap::new();
            let mut all = BTreeMap::new();
            for item in self.tree.items.iter().filter(|item| item.unconfirmed.is_some()) {
                let Some(file) = self.files.get(item.span.file.0 as usize) else { continue };
                let editor = editors.entry(item.span.file).or_insert_with(|| Editor::of(&file.text, item.span.file));
                all.extend(editor.rows(item.span).map(|rows| (item.span, rows)));
            }
            all
        })
    }

    fn waits<'a>(&'a self, item: &'a Item) -> Option<Waiting<'a>> {
        self.shown(item, claim_of(item).filter(|claim| claim.rejected.is_none())?)
    }

    fn shown<'a>(&'a self, item: &'a Item, claim: &'a Claim) -> Option<Waiting<'a>> {
        let rows = self.rows_of(item)?;
        let file = rows.file.0 as usize;
        let text = self.files.get(file)?.text.get(rows.start as usize..rows.end as usize)?;
        let private = self.tree.why(Part::Private, item.span).is_some();
        Some(Waiting {
            name: &claim.name.text,
            title: &claim.title.text,
            text,
            file,
            private,
            statements: claim.statements.iter().map(|row| row.text.as_str()).collect(),
            quote: first(item, claim),
        })
    }
}

/// The first quote of a claim.
fn first<'a>(item: &'a Item, claim: &'a Claim) -> Option<(&'a str, Option<usize>, &'a str)> {
    let quote = item.quotes.iter().chain(claim.sayings.iter().flat_map(|saying| &saying.quotes)).next()?;
    Some((&quote.source.text, quote.at, &quote.words.text))
}

/// Other lines for a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines<'a> {
    /// The claim, by its name before.
    pub name: &'a str,
    /// Its lines as they were shown to the one who wrote.
    pub before: &'a str,
    /// Its lines from now on.
    pub after: &'a str,
}

/// Puts other lines in the place of those of a claim, and accepts it, if that is asked for too.
///
/// # Errors
/// Its lines are others by now, or it is there no longer, which the problem `changed-since` says; or what the case would
/// break by: then nothing is changed.
pub fn rewrite(texts: &Texts, read: &Read, lines: &Lines<'_>, accept: bool) -> Result<Edited, Vec<Problem>> {
    let place = place(read, lines)?;
    let own = as_ended(slice(read, place), lines.after);
    let own = if accept { accepted(&own) } else { Accepted { name: lines.name.to_owned(), lines: own } };
    settled(texts, read, vec![Edit::replace(place, own.lines)], &[&own.name])
}

/// Lines of a claim that waits no longer.
struct Accepted {
    name: String,
    lines: String,
}

/// The same lines without the mark of the first claim in them that waits. The lines alone say where that is.
fn accepted(own: &str) -> Accepted {
    let file = SourceFile { path: String::new(), text: own.to_owned() };
    let tree = zopa_syntax::parse(std::slice::from_ref(&file));
    let waits = tree.items.iter().find(|item| item.unconfirmed.is_some() && claim_of(item).is_some());
    let first = waits.or_else(|| tree.items.iter().find(|item| claim_of(item).is_some()));
    let name = first.and_then(claim_of).map(|claim| claim.name.text.clone()).unwrap_or_default();
    let mark = waits.and_then(|item| row_in(own, item.unconfirmed?));
    let mut lines = own.to_owned();
    mark.into_iter().for_each(|row| lines.replace_range(row, ""));
    Accepted { name, lines }
}

/// What is said of a claim if its lines were these: every message about them, each at its place in the lines
/// alone, which are given with it.
///
/// # Errors
/// As [`rewrite`], but for what the case would break by.
pub fn tried(texts: &Texts, read: &Read, lines: &Lines<'_>) -> Result<(String, Vec<Diagnostic>), Vec<Problem>> {
    let place = place(read, lines)?;
    let file = place.file.0 as usize;
    let text = read.files.get(file).map(|file| file.text.as_str()).unwrap_or_default();
    let (head, tail) = (text.get(..place.start as usize), text.get(place.end as usize..));
    let own = as_ended(slice(read, place), lines.after);
    // What stands there is read already.
    let again = (own != slice(read, place)).then(|| {
        let whole = format!("{}{own}{}", head.unwrap_or_default(), tail.unwrap_or_default());
        crate::read(&Edited { files: vec![(file, whole)], ..Edited::default() }.texts(texts))
    });
    let end = place.start as usize + own.len();
    let inside = |told: &Diagnostic| {
        let span = told.primary.span;
        span.file == place.file
            && place.start <= span.start
            && (span.start as usize) < end.max(place.start as usize + 1)
    };
    let all = &again.as_ref().unwrap_or(read).diagnostics;
    let mut told: Vec<Diagnostic> = all.iter().filter(|told| inside(told)).cloned().collect();
    for span in told.iter_mut().map(|told| &mut told.primary.span) {
        (span.start, span.end) = (span.start - place.start, span.end.saturating_sub(place.start));
    }
    Ok((own, told))
}

/// The rows of the claim, if they are still those that were shown.
fn place(read: &Read, lines: &Lines<'_>) -> Result<Span, Vec<Problem>> {
    let since = |message, help: &str| vec![Problem::new("changed-since", message, help.to_owned())];
    let mut claims = read.tree.items.iter().filter_map(|item| Some((item, claim_of(item)?)));
    let Some((item, claim)) = claims.find(|(_, claim)| claim.name.text == lines.name) else {
        return Err(since(words::not_there(lines.name), words::TAKE_WITH_YOU));
    };
    let rows = read.rows_of(item).filter(|place| even(slice(read, *place)) == even(lines.before));
    rows.ok_or_else(|| {
        let message = match (&claim.rejected, item.unconfirmed) {
            (Some(_), _) => words::rejected_since(lines.name),
            (None, None) => words::accepted_since(lines.name),
            (None, Some(_)) => words::changed(lines.name),
        };
        since(message, words::LOOK_AT_BOTH)
    })
}

fn slice(read: &Read, place: Span) -> &str {
    let file = read.files.get(place.file.0 as usize);
    file.and_then(|file| file.text.get(place.start as usize..place.end as usize)).unwrap_or_default()
}

/// The same text as a form field gives it, which ends lines in its own way, and may lose the last line end.
fn even(text: &str) -> String {
    text.replace("\r\n", "\n").trim_end_matches('\n').to_owned()
}

/// New lines with the line ends of the old; the last line ends where it did.
pub(crate) fn as_ended(now: &str, after: &str) -> String {
    let end = if now.contains("\r\n") { "\r\n" } else { "\n" };
    let mut text = after.replace("\r\n", "\n").replace('\n', end);
    if now.ends_with('\n') && !text.ends_with('\n') {
        text.push_str(end);
    }
    text
}
