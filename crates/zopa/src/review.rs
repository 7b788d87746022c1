//! Which claims wait for a person, and what becomes of the case when one of them is written anew?

use crate::decide::{claim_of, waiting};
use crate::edited::{Edited, settled};
use crate::{Problem, Read, Texts};
use std::collections::BTreeMap;
use std::sync::Arc;
use zopa_report::desk as words;
use zopa_syntax::ast::{Claim, Item};
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::{Diagnostic, FileId, Part, Span};

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

    /// The claim that waits in these rows.
    fn waiting_at(&self, place: Span) -> Option<&str> {
        let inside =
            |item: &&Item| item.span.file == place.file && place.start <= item.span.start && item.unconfirmed.is_some();
        let item = self.tree.items.iter().find(inside)?;
        claim_of(item).map(|claim| claim.name.text.as_str())
    }

    fn waits<'a>(&'a self, item: &'a Item) -> Option<Waiting<'a>> {
        let claim = claim_of(item).filter(|claim| claim.rejected.is_none())?;
        let rows = *self.waiting_rows().get(&item.span)?;
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

/// Other lines for a claim that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines<'a> {
    /// The claim, by its name before.
    pub name: &'a str,
    /// Its lines as they were shown to the one who wrote.
    pub before: &'a str,
    /// Its lines from now on.
    pub after: &'a str,
}

/// Puts other lines in the place of a claim that waits, and accepts it, if that is asked for too.
///
/// # Errors
/// A name of no claim that waits; its lines are others by now, which the problem `changed-since` says; or what the case
/// would break by: then nothing is changed.
pub fn rewrite(texts: &Texts, read: &Read, lines: &Lines<'_>, accept: bool) -> Result<Edited, Vec<Problem>> {
    let place = place(read, lines)?;
    let edit = Edit::replace(place, as_ended(slice(read, place), lines.after));
    let mut edited = settled(texts, read, vec![edit], &[lines.name])?;
    if accept {
        let texts = edited.texts(texts);
        let read = edited.after.read().map_or_else(|| Arc::new(crate::read(&texts)), Arc::clone);
        let name = read.waiting_at(place).map(str::to_owned);
        let accepted = crate::accept(&texts, &read, &name.into_iter().collect::<Vec<_>>())?;
        edited.files.retain(|(file, _)| accepted.files.iter().all(|(other, _)| other != file));
        edited = Edited { files: edited.files.into_iter().chain(accepted.files).collect(), ..accepted };
    }
    Ok(edited)
}

/// What is said of a claim that waits if its lines were these: every message about them, each at its place in the lines
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
    let item = waiting(read, lines.name).map_err(|problem| vec![problem])?;
    let rows = read.waiting_rows().get(&item.span).copied();
    let place = rows.filter(|place| even(slice(read, *place)) == even(lines.before));
    place.ok_or_else(|| vec![Problem::new("changed-since", words::changed(lines.name), words::LOOK_AT_BOTH.to_owned())])
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
