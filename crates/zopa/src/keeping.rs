//! How is a piece that was left out of a document put back into its text, and left out again?
//!
//! The text of a document follows from its bytes and the lines `keep` of its source; so this is an edit of the case. A piece
//! that stands in the middle moves what comes after it: quotes that say at which byte they stand say the new one with the
//! same edit, as long as they said the right one before.

use crate::edited::{After, Edited, overlap, settled};
use crate::{Problem, Read, Texts};
use std::collections::BTreeMap;
use zopa_case::QuoteState;
use zopa_report::keeping as words;
use zopa_syntax::ast::{Item, ItemKind, Source};
use zopa_syntax::edit::{Edit, Editor, apply_to};
use zopa_syntax::nearest;
use zopa_syntax::write::Row;
use zopa_text::{Keep, LeftOut, Text};

/// Something of a document that is no article text, or was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// One word for what it is.
    pub kind: &'static str,
    /// Its words.
    pub words: String,
    /// It stands in the text either way, as in plain text.
    pub in_text: bool,
    /// What names it; nothing does what cannot be put back.
    pub keep: Option<Keep>,
    /// It is put back.
    pub is_kept: bool,
}

impl Piece {
    /// The line under its source that puts it back.
    pub fn line(&self) -> Option<String> {
        let keep = self.keep.as_ref()?;
        Some(format!("{} > {}", before_words(keep), keep.words))
    }
}

fn before_words(keep: &Keep) -> String {
    keep.number.map_or_else(|| "keep".to_owned(), |number| format!("keep {number}"))
}

/// What the document of a source has beside its article, in order; those that are put back among them. Nothing where there
/// is no text to be had.
pub fn pieces(texts: &Texts, read: &Read, source: &str) -> Vec<Piece> {
    let Some((_, source)) = found(read, source) else { return Vec::new() };
    let Some(taken) = taken(texts, source) else { return Vec::new() };
    let kept: Vec<usize> = kept(texts, source).into_iter().flatten().collect();
    let piece = |(at, (left, keep)): (usize, (&LeftOut, Option<Keep>))| Piece {
        kind: left.kind.word(),
        words: left.words.clone(),
        in_text: left.in_text,
        keep,
        is_kept: kept.contains(&at),
    };
    taken.left_out().iter().zip(taken.namings()).enumerate().map(piece).collect()
}

/// Puts a piece back.
///
/// # Errors
/// A name of no source, words that no piece begins with, a piece that has been put back; or what the case would break by,
/// such as a quote that goes on where the piece would stand: then nothing is changed.
pub fn keep(texts: &Texts, read: &Read, source: &str, keep: &Keep) -> Result<Edited, Vec<Problem>> {
    let (item, source, piece) = asked(texts, read, source, keep)?;
    if kept(texts, source).contains(&Some(piece)) {
        return Err(vec![problem("nothing-new", words::kept_already(&keep.words))]);
    }
    let row = Row::with_prose(before_words(keep), &keep.words);
    let above = source.keeps.last().map(|keep| keep.span).or(source.document.as_ref().map(|document| document.span));
    let edit = row
        .zip(read.files.get(item.span.file.0 as usize))
        .and_then(|(row, file)| Editor::of(&file.text, item.span.file).line_after(above.unwrap_or(item.span), &row));
    let edit = edit.ok_or_else(|| vec![problem("no-piece", words::no_piece(&keep.words))])?;
    moved(texts, read, settled(texts, read, vec![edit], &[&source.name.text])?)
}

/// Leaves a piece out again that was put back.
///
/// # Errors
/// As [`keep`]; a piece that is not put back.
pub fn leave_out(texts: &Texts, read: &Read, source: &str, keep: &Keep) -> Result<Edited, Vec<Problem>> {
    let (item, source, piece) = asked(texts, read, source, keep)?;
    let lines = source.keeps.iter().zip(kept(texts, source)).filter(|(_, kept)| *kept == Some(piece));
    let file = read.files.get(item.span.file.0 as usize);
    let edits: Vec<Edit> = file
        .into_iter()
        .flat_map(|file| {
            let editor = Editor::of(&file.text, item.span.file);
            lines.clone().filter_map(move |(line, _)| editor.delete(line.span))
        })
        .collect();
    if edits.is_empty() {
        return Err(vec![problem("nothing-new", words::not_kept(&keep.words))]);
    }
    moved(texts, read, settled(texts, read, edits, &[&source.name.text])?)
}

fn problem(code: &'static str, (message, help): (String, String)) -> Problem {
    Problem::new(code, message, help)
}

fn found<'a>(read: &'a Read, name: &str) -> Option<(&'a Item, &'a Source)> {
    read.tree.items.iter().find_map(|item| match &item.kind {
        ItemKind::Source(source) if source.name.text == name => Some((item, source)),
        _ => None,
    })
}

/// The source, and which piece of its document is meant.
fn asked<'a>(
    texts: &Texts,
    read: &'a Read,
    name: &str,
    keep: &Keep,
) -> Result<(&'a Item, &'a Source, usize), Vec<Problem>> {
    let (item, source) = found(read, name).ok_or_else(|| {
        let near = nearest(name, read.case.sources.values().map(|source| source.name.as_str()));
        vec![problem("unknown-source", zopa_report::desk::no_source(name, near))]
    })?;
    let document = source.document.as_ref().and_then(|document| texts.text(&document.path, std::slice::from_ref(keep)));
    let piece = document.and_then(Result::ok).and_then(|text| text.keeps().first()?.piece());
    Ok((item, source, piece.ok_or_else(|| vec![problem("no-piece", words::no_piece(&keep.words))])?))
}

/// The text with nothing put back.
fn taken(texts: &Texts, source: &Source) -> Option<Text> {
    texts.text(&source.document.as_ref()?.path, &[])?.ok()
}

/// Which piece each line of the source puts back.
fn kept(texts: &Texts, source: &Source) -> Vec<Option<usize>> {
    let text = texts.text_of_item(source).and_then(Result::ok);
    text.map(|text| text.keeps().iter().map(|found| found.piece()).collect()).unwrap_or_default()
}

/// Quotes that said where they stand say so after the edit too.
fn moved(texts: &Texts, read: &Read, edited: Edited) -> Result<Edited, Vec<Problem>> {
    let Some(after) = edited.after.read() else { return Ok(edited) };
    let mut edits = BTreeMap::new();
    for (before, now) in read.case.quotes.values().zip(after.case.quotes.values()) {
        let (Some(at), &QuoteState::Verified(stands)) = (now.at, &now.state) else { continue };
        let was_right = before.words == now.words && before.state == QuoteState::Verified(at);
        if was_right && stands != at {
            edits.extend(at_byte(after, now.span, at, stands).map(|edit| (now.span, edit)));
        }
    }
    if edits.is_empty() {
        return Ok(edited);
    }
    let edits: Vec<Edit> = edits.into_values().collect();
    let files = apply_to(&after.files, &edits).map_err(|_| vec![overlap(&edited.names)])?;
    let mut all: BTreeMap<usize, String> = edited.files.iter().cloned().collect();
    all.extend(files.into_iter().map(|(file, text)| (file.0 as usize, text)));
    let mut edited = Edited { files: all.into_iter().collect(), ..edited };
    edited.after = After::of(crate::read(&edited.texts(texts)));
    Ok(edited)
}

/// The number behind `at` in the line of a quote.
fn at_byte(read: &Read, line: zopa_syntax::Span, at: usize, stands: usize) -> Option<Edit> {
    let text = read.files.get(line.file.0 as usize)?.text.get(line.start as usize..line.end as usize)?;
    let head = text.split('>').next()?;
    let number = head.rfind(&at.to_string())?;
    let start = line.start + u32::try_from(number).ok()?;
    let end = start + u32::try_from(at.to_string().len()).ok()?;
    Some(Edit::replace(zopa_syntax::Span { file: line.file, start, end }, stands.to_string()))
}
