//! What the case rests on: its title and its sources.

use super::{clause, head, title};
use crate::ast::{DocumentRef, ItemKind, Keep, Source, Words};
use crate::cursor::{Cursor, Read};
use crate::date::{date, number};
use crate::keywords::LineWord;
use crate::parse::Reader;

pub(super) fn case<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let mut as_of = None;
    for line in reader.below(at, LineWord::AsOf) {
        let read = reader.read(line, LineWord::AsOf, |cursor| ended(cursor, date));
        reader.once(line, &mut as_of, read);
    }
    let read = ended(cursor, title);
    let title = reader.keep(at, read)?;
    Some(ItemKind::Case { title, as_of })
}

/// Reads with `how`, up to the end of the line.
fn ended<'a, T>(cursor: &mut Cursor<'a>, how: impl FnOnce(&mut Cursor<'a>) -> Read<T>) -> Read<T> {
    let read = how(cursor)?;
    cursor.end()?;
    Ok(read)
}

pub(super) fn source<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let read = head(reader, at, cursor, "a source", |cursor| {
        let title = cursor.text("the outlet")?;
        let unseen = cursor.take("unseen");
        Ok((title, unseen, clause(cursor, "published", date)?))
    });
    let mut document = None;
    let mut copies = None;
    let (mut rests_on, mut omits, mut keeps) = (Vec::new(), Vec::new(), Vec::new());
    for (line, word) in reader.lines_below(at) {
        match word {
            LineWord::Document => {
                let read = reader.read(line, word, |cursor| ended(cursor, document_ref));
                reader.once(line, &mut document, read);
            }
            LineWord::Copies => {
                let read = reader.read(line, word, |cursor| ended(cursor, |cursor| cursor.name("a source")));
                reader.once(line, &mut copies, read);
            }
            LineWord::RestsOn => {
                let read = reader.read(line, word, |cursor| ended(cursor, |cursor| cursor.names("a source")));
                rests_on.extend(read.unwrap_or_default());
            }
            LineWord::Keep => keeps.extend(reader.read(line, word, keep)),
            _ => omits.extend(reader.read(line, word, omit)),
        }
    }
    let (name, (title, unseen, published)) = read?;
    Some(ItemKind::Source(Source { name, title, unseen, published, document, rests_on, copies, omits, keeps }))
}

/// `omit TEXT > PROSE`
fn omit(cursor: &mut Cursor) -> Read<(Words, Words)> {
    Ok((cursor.text("what is left out")?, cursor.prose()?))
}

/// `keep [ NUMBER ] > PROSE`
fn keep(cursor: &mut Cursor) -> Read<Keep> {
    let number = if cursor.peek().is_none() { None } else { Some(nth(cursor)?) };
    Ok(Keep { number, words: cursor.prose()?, span: cursor.line_span() })
}

/// A number from 1.
fn nth(cursor: &mut Cursor) -> Read<usize> {
    let place = cursor.next_span();
    let written = number(cursor)?;
    written.parse().ok().filter(|number| *number > 0).ok_or_else(|| {
        let message = format!("`{written}` is the number of no piece");
        cursor.error("bad-number", place, message, "1 is the first piece that begins so")
    })
}

/// `document PATH [ sha256 HEX ]`; a path with spaces stands in quotation marks.
fn document_ref(cursor: &mut Cursor) -> Read<DocumentRef> {
    let from = cursor.place();
    let path = match cursor.maybe_text() {
        Some(text) => text.text,
        None => match cursor.run() {
            Some((path, _)) => path.to_owned(),
            None => return Err(cursor.missing("missing-text", "the path of the document", cursor.form_help())),
        },
    };
    let sha256 = clause(cursor, "sha256", hash)?;
    Ok(DocumentRef { path, sha256, span: cursor.since(from) })
}

fn hash(cursor: &mut Cursor) -> Read<String> {
    const HELP: &str = "a SHA-256 has 64 digits, 0 to 9 and a to f";
    let Some((written, span)) = cursor.run() else {
        return Err(cursor.missing("bad-hash", "the hash", HELP.to_owned()));
    };
    if written.len() != 64 || !written.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(cursor.error("bad-hash", span, format!("{} is no SHA-256", cursor.shown(span)), HELP));
    }
    Ok(written.to_ascii_lowercase())
}
