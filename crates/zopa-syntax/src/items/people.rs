//! Who negotiates, and who speaks: parties, bodies, persons, anonymous groups.

use super::{clause, head, title};
use crate::ast::{ItemKind, Words};
use crate::cursor::{Cursor, Read};
use crate::parse::Reader;

pub(super) fn party<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, (title, also)) = head(reader, at, cursor, "a party", |cursor| Ok((title(cursor)?, also(cursor)?)))?;
    Some(ItemKind::Party { name, title, also })
}

/// `[ also TEXT { "," TEXT } ]`
fn also(cursor: &mut Cursor) -> Read<Vec<Words>> {
    Ok(clause(cursor, "also", |cursor| cursor.texts("another name"))?.unwrap_or_default())
}

pub(super) fn body<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, (title, of)) = head(reader, at, cursor, "a body", |cursor| {
        let title = title(cursor)?;
        cursor.expect("of")?;
        Ok((title, cursor.name("a party")?))
    })?;
    Some(ItemKind::Body { name, title, of })
}

pub(super) fn person<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, (title, also, of, office)) = head(reader, at, cursor, "a person", |cursor| {
        let title = title(cursor)?;
        let also = also(cursor)?;
        cursor.expect("of")?;
        let of = cursor.name("a party")?;
        let office = clause(cursor, "as", |cursor| cursor.text("the office"))?;
        Ok((title, also, of, office))
    })?;
    Some(ItemKind::Person { name, title, also, of, office })
}

pub(super) fn anonymous<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, (title, of, told)) = head(reader, at, cursor, "an anonymous group", |cursor| {
        let title = title(cursor)?;
        let of = clause(cursor, "of", |cursor| cursor.names("a party"))?.unwrap_or_default();
        Ok((title, of, clause(cursor, "told", |cursor| cursor.name("a source"))?))
    })?;
    Some(ItemKind::Anonymous { name, title, of, told })
}
