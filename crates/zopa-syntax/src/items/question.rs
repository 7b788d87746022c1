//! What is told two ways: questions and their answers.

use super::{clause, named, rest, title};
use crate::ast::{Answer, ItemKind, Name, Words};
use crate::cursor::{Cursor, Read};
use crate::keywords::LineWord;
use crate::parse::Reader;

pub(super) fn question<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let name = named(reader, at, cursor, "a question");
    let title = name.as_ref().and_then(|_| rest(reader, at, cursor, title));
    let mut answers = Vec::new();
    for line in reader.below(at, LineWord::Answer) {
        let mut declared = None;
        let read = reader.read(line, LineWord::Answer, |cursor| answer(cursor, &mut declared));
        let Some(answer) = declared else { continue };
        reader.declare(&answer, name.as_ref());
        let private = reader.mark(line, LineWord::Private);
        if let Some((title, holds)) = read {
            answers.push(Answer { name: answer, title, holds, private });
        }
    }
    Some(ItemKind::Question { name: name?, title: title?, answers })
}

/// `NAME [ TEXT ] [ holds names ]`
fn answer(cursor: &mut Cursor, declared: &mut Option<Name>) -> Read<(Option<Words>, Vec<Name>)> {
    let doubled = cursor.doubled_opening();
    if doubled.is_some() {
        cursor.skip();
    }
    *declared = Some(cursor.name("an answer")?);
    doubled.map_or(Ok(()), Err)?;
    let title = cursor.maybe_text();
    let holds = clause(cursor, "holds", |cursor| cursor.names("a claim"))?.unwrap_or_default();
    cursor.end()?;
    Ok((title, holds))
}
