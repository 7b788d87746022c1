//! What happens when: tracks, rounds, steps, gates.

use super::{clause, head, title};
use crate::ast::{Date, ItemKind, Name, Round, Taken};
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
    let (name, (title, clauses)) =
        head(reader, at, cursor, "a round", |cursor| Ok((title(cursor)?, round_clauses(cursor)?)))?;
    let RoundClauses { track, on, to, after, expected } = clauses;
    Some(ItemKind::Round(Round { name, title, track, on, to, after, expected }))
}

#[derive(Default)]
struct RoundClauses {
    track: Option<Name>,
    on: Option<Date>,
    to: Option<Date>,
    after: Option<(Name, bool)>,
    expected: bool,
}

/// The clauses of a round, in any order, each once.
fn round_clauses(cursor: &mut Cursor) -> Read<RoundClauses> {
    let mut read = RoundClauses::default();
    loop {
        if read.track.is_none() && cursor.take("in") {
            read.track = Some(cursor.name("a track")?);
        } else if read.on.is_none() && cursor.take("on") {
            read.on = Some(date(cursor)?);
            read.to = clause(cursor, "to", date)?;
        } else if read.after.is_none() && cursor.take("after") {
            read.after = Some((cursor.name("a round")?, cursor.take("outside")));
        } else if !read.expected && cursor.take("expected") {
            read.expected = true;
        } else {
            return Ok(read);
        }
    }
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
