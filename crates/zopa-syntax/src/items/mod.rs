//! What does each item say? One file for each group of items that belong together.

mod claim;
mod commitment;
mod issue;
mod order;
mod people;
mod question;
mod source;

use crate::ast::{ItemKind, Name, Words};
use crate::cursor::{Cursor, Read};
use crate::keywords::ItemWord;
use crate::parse::Reader;

/// Reads an item: its head line, after its first word, and the lines that belong to it.
pub(crate) fn read<'a>(
    reader: &mut Reader<'a>,
    word: ItemWord,
    at: usize,
    cursor: &mut Cursor<'a>,
) -> Option<ItemKind> {
    match word {
        ItemWord::Case => source::case(reader, at, cursor),
        ItemWord::Source => source::source(reader, at, cursor),
        ItemWord::Party => people::party(reader, at, cursor),
        ItemWord::Body => people::body(reader, at, cursor),
        ItemWord::Person => people::person(reader, at, cursor),
        ItemWord::Anonymous => people::anonymous(reader, at, cursor),
        ItemWord::Track => order::track(reader, at, cursor),
        ItemWord::Round => order::round(reader, at, cursor),
        ItemWord::Step => order::step(reader, at, cursor),
        ItemWord::Gate => order::gate(reader, at, cursor),
        ItemWord::Issue => issue::issue(reader, at, cursor),
        ItemWord::Define => issue::define(reader, at, cursor),
        ItemWord::Rule => issue::rule(reader, at, cursor),
        ItemWord::Claim => claim::claim(reader, at, cursor, false),
        ItemWord::Suppose => claim::claim(reader, at, cursor, true),
        ItemWord::Question => question::question(reader, at, cursor),
        ItemWord::Event => commitment::event(reader, at, cursor),
        ItemWord::Commitment => commitment::commitment(reader, at, cursor),
    }
}

/// Reads a head line: its name, which is declared at once, and then the rest of it with `how`.
fn head<'a, T>(
    reader: &mut Reader<'a>,
    at: usize,
    cursor: &mut Cursor<'a>,
    what: &str,
    how: impl FnOnce(&mut Cursor<'a>) -> Read<T>,
) -> Option<(Name, T)> {
    let name = named(reader, at, cursor, what)?;
    let rest = rest(reader, at, cursor, how)?;
    Some((name, rest))
}

/// The name that a head line declares.
fn named<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>, what: &str) -> Option<Name> {
    let doubled = cursor.doubled_opening();
    if doubled.is_some() {
        cursor.skip();
    }
    let name = cursor.name(what);
    let name = reader.keep(at, name)?;
    reader.declare(&name, None);
    if let Some(told) = doubled {
        reader.keep::<()>(at, Err(told));
    }
    Some(name)
}

/// What a head line says after its name.
fn rest<'a, T>(
    reader: &mut Reader<'a>,
    at: usize,
    cursor: &mut Cursor<'a>,
    how: impl FnOnce(&mut Cursor<'a>) -> Read<T>,
) -> Option<T> {
    let rest = how(cursor).and_then(|rest| cursor.end().map(|()| rest));
    reader.keep(at, rest)
}

/// `[ word, ... ]`: a clause that may stand once.
fn clause<'a, T>(cursor: &mut Cursor<'a>, word: &str, how: impl FnOnce(&mut Cursor<'a>) -> Read<T>) -> Read<Option<T>> {
    if cursor.take(word) { how(cursor).map(Some) } else { Ok(None) }
}

/// The title that every named item has.
fn title(cursor: &mut Cursor) -> Read<Words> {
    cursor.text("a title")
}
