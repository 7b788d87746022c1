//! What happens when: tracks, rounds, steps, gates.

use super::{clause, head, title};
use crate::ast::{ItemKind, Round, Taken};
use crate::cond::cond;
use crate::cursor::{Cursor, Read};
use crate::date::date;
use crate::keywords::LineWord;
use crate::near::nearest;
use crate::parse::Reader;

pub(super) fn track<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, (title, with)) = head(reader, at, cursor, "a track", |cursor| {
        let title = title(cursor)?;
        cursor.expect("with")?;
        Ok((title, cursor.names("a party")?))
    })?;
    Some(ItemKind::Track { name, title, with })
}

pub(super) fn round<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, round) = head(reader, at, cursor, "a round", |cursor| {
        let title = title(cursor)?;
        let track = clause(cursor, "in", |cursor| cursor.name("a track"))?;
        let on = clause(cursor, "on", date)?;
        let to = if on.is_some() { clause(cursor, "to", date)? } else { None };
        let after = clause(cursor, "after", |cursor| Ok((cursor.name("a round")?, cursor.take("outside"))))?;
        let expected = cursor.take("expected");
        Ok((title, track, on, to, after, expected))
    })?;
    let (title, track, on, to, after, expected) = round;
    Some(ItemKind::Round(Round { name, title, track, on, to, after, expected }))
}

pub(super) fn step<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let read = head(reader, at, cursor, "a step", |cursor| {
        let title = cursor.maybe_text();
        cursor.expect("by")?;
        Ok((title, cursor.names("a party")?, taken(cursor)?))
    });
    let mut irreversible = None;
    for line in reader.below(at, LineWord::Irreversible) {
        let found = reader.read(line, LineWord::Irreversible, |cursor| cursor.end());
        reader.once(line, &mut irreversible, found);
    }
    let (name, (title, by, taken)) = read?;
    Some(ItemKind::Step { name, title, by, taken, irreversible: irreversible.is_some() })
}

/// `always | when CONDITION | optional`
fn taken(cursor: &mut Cursor) -> Read<Taken> {
    if cursor.take("always") {
        return Ok(Taken::Always);
    }
    if cursor.take("optional") {
        return Ok(Taken::Optional);
    }
    if cursor.take("when") {
        return Ok(Taken::When(cond(cursor)?));
    }
    let near = cursor.word().and_then(|word| nearest(word, ["always", "when", "optional"]));
    let help = match near {
        Some(near) => format!("did you mean `{near}`? {}", cursor.form_help()),
        None => cursor.form_help(),
    };
    Err(cursor.missing("missing-word", "`always`, `when` or `optional`", help))
}

pub(super) fn gate<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, (title, by)) = head(reader, at, cursor, "a gate", |cursor| {
        let title = cursor.maybe_text();
        cursor.expect("by")?;
        Ok((title, cursor.name("a body")?))
    })?;
    Some(ItemKind::Gate { name, title, by })
}
