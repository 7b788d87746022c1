//! What do edits make of the case, and do they break it?
//!
//! An edit is thought out on the texts as they are read, and nothing is written here. What it makes is read again: an
//! edit that brings an error into the case is refused with that error, also in a case that has others.

use crate::{Problem, Read, Texts};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use zopa_report::decide as words;
use zopa_syntax::ast::{Item, ItemKind};
use zopa_syntax::edit::{Edit, apply_to};
use zopa_syntax::{Diagnostic, Severity, Span};

/// The file that claims stand in which nobody has accepted yet: those that were suggested, and those that come from other
/// programs. Beside it, one of this name in `private/`.
pub const SUGGESTED: &str = "suggested.zopa";

/// What becomes of the case files; nothing is written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// The files that change, by their place in [`Read::files`], each with its text from now on.
    pub files: Vec<(usize, String)>,
    /// What was asked for, by name.
    pub names: Vec<String>,
    /// Persons, unnamed groups and sources that are accepted with it, since it names them.
    pub also: Vec<String>,
    /// The case as it is read then, where that was looked at.
    pub after: After,
}

/// A case as it is read after edits, so that nobody has to read it again. It follows from them, and so is no part of what
/// makes two of them equal.
#[derive(Clone, Default)]
pub struct After(Option<Arc<Read>>);

impl After {
    /// This reading.
    pub(crate) fn of(read: Read) -> After {
        After(Some(Arc::new(read)))
    }

    /// The reading of [`Edited::texts`], if there is one.
    pub fn read(&self) -> Option<&Arc<Read>> {
        self.0.as_ref()
    }
}

impl PartialEq for After {
    fn eq(&self, _: &After) -> bool {
        true
    }
}

impl Eq for After {}

impl fmt::Debug for After {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "read" } else { "not read" })
    }
}

impl Edited {
    /// The same dossier with these files.
    pub fn texts(&self, texts: &Texts) -> Texts {
        let mut after = texts.clone();
        let files = after.case_files.iter_mut().chain(&mut after.private_files);
        for (at, (_, bytes)) in files.enumerate() {
            if let Some((_, text)) = self.files.iter().find(|(file, _)| *file == at) {
                *bytes = text.clone().into_bytes();
            }
        }
        after
    }
}

/// Makes edits, and accepts what they need besides: persons, unnamed groups and sources that nobody has accepted yet and
/// that something confirmed would name.
///
/// # Errors
/// The errors that the case has after it and has not before; nothing is changed then.
pub(crate) fn settled(
    texts: &Texts,
    read: &Read,
    mut edits: Vec<Edit>,
    names: &[&str],
) -> Result<Edited, Vec<Problem>> {
    let mut edited = Edited { names: names.iter().map(|name| (*name).to_owned()).collect(), ..Edited::default() };
    loop {
        let files = apply_to(&read.files, &edits).map_err(|_| vec![overlap(&edited.names)])?;
        edited.files = files.into_iter().map(|(file, text)| (file.0 as usize, text)).collect();
        let after = crate::read(&edited.texts(texts));
        let broken = broken(read, &after);
        if broken.is_empty() {
            edited.after = After::of(after);
            return Ok(edited);
        }
        let needed: Vec<&str> = broken.iter().filter_map(|told| needed(&after, told)).collect();
        let waiting = read.tree.items.iter().filter(|item| needed.contains(&name_of(item).unwrap_or_default()));
        let more: Vec<&Item> = waiting
            .filter(|item| {
                item.unconfirmed.is_some() && !edited.also.iter().any(|known| name_of(item) == Some(known.as_str()))
            })
            .collect();
        if more.is_empty() {
            return Err(broken.into_iter().map(breaks).collect());
        }
        for item in more {
            edits.extend(confirm(read, item));
            edited.also.extend(name_of(item).map(str::to_owned));
        }
    }
}

pub(crate) fn overlap(names: &[String]) -> Problem {
    Problem::new("one-place", words::not_editable(names), words::ONE_BY_ONE.to_owned())
}

fn breaks(told: &Diagnostic) -> Problem {
    Problem::new(told.code.0, words::breaks(&told.message), told.help.clone())
}

/// The errors that are new: of each message, as many as there are more than before.
pub(crate) fn broken<'a>(before: &Read, after: &'a Read) -> Vec<&'a Diagnostic> {
    let is_error = |told: &&Diagnostic| told.severity == Severity::Error;
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for told in before.diagnostics.iter().filter(is_error) {
        *known.entry((told.code.0, told.message.as_str())).or_default() += 1;
    }
    let new = after.diagnostics.iter().filter(is_error).filter(|told| {
        let left = known.get_mut(&(told.code.0, told.message.as_str()));
        let is_known = left.as_ref().is_some_and(|left| **left > 0);
        left.into_iter().for_each(|left| *left = left.saturating_sub(1));
        !is_known
    });
    new.collect()
}

/// Whom or which source an error names that waits for being accepted. A claim is accepted by its own name alone.
fn needed<'a>(after: &'a Read, told: &Diagnostic) -> Option<&'a str> {
    let declared = told.others.first().filter(|_| told.code.0 == "unconfirmed-named")?.span;
    let holds = |item: &&Item| {
        item.span.file == declared.file && item.span.start <= declared.start && declared.end <= item.span.end
    };
    let item = after.tree.items.iter().find(holds)?;
    if matches!(item.kind, ItemKind::Claim(_)) { None } else { name_of(item) }
}

/// The name of an item that can wait for being accepted.
pub(crate) fn name_of(item: &Item) -> Option<&str> {
    Some(match &item.kind {
        ItemKind::Claim(claim) => &claim.name.text,
        ItemKind::Source(source) => &source.name.text,
        ItemKind::Person { name, .. } | ItemKind::Anonymous { name, .. } => &name.text,
        _ => return None,
    })
}

/// The edit that accepts an item: the row of its mark goes, and nothing else.
pub(crate) fn confirm(read: &Read, item: &Item) -> Option<Edit> {
    Some(Edit::delete(row(read, item.unconfirmed?)?))
}

/// The row that a line stands in, with its end.
pub(crate) fn row(read: &Read, line: Span) -> Option<Span> {
    let row = row_in(&read.files.get(line.file.0 as usize)?.text, line)?;
    Some(Span { file: line.file, start: u32::try_from(row.start).ok()?, end: u32::try_from(row.end).ok()? })
}

/// The same in a text.
pub(crate) fn row_in(text: &str, line: Span) -> Option<Range<usize>> {
    let start = text.get(..line.start as usize)?.rfind('\n').map_or(0, |feed| feed + 1);
    let end = text.get(line.end as usize..)?.find('\n').map_or(text.len(), |feed| line.end as usize + feed + 1);
    Some(start..end)
}

/// The rest of the row that a line stands in, from its first word on and without the end of the row: comments behind it
/// go with it.
pub(crate) fn rest_of_row(read: &Read, line: Span) -> Option<Span> {
    let whole = row(read, line)?;
    let text = read.files.get(line.file.0 as usize)?.text.get(line.start as usize..whole.end as usize)?;
    let length = u32::try_from(text.trim_end_matches(['\n', '\r']).len()).ok()?;
    Some(Span { file: line.file, start: line.start, end: line.start + length })
}
