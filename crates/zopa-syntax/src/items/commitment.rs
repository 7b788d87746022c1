//! What a deal would bind to: events and commitments.

use super::{clause, head, title};
use crate::ast::{Deciders, Done, Field, FieldKind, ItemKind, Known, Lasts, Name, Quorum};
use crate::cond::cond;
use crate::cursor::{Cursor, Read};
use crate::date::duration;
use crate::keywords::LineWord;
use crate::near::nearest;
use crate::parse::Reader;

pub(super) fn event<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, (title, by, within)) = head(reader, at, cursor, "an event", |cursor| {
        let title = title(cursor)?;
        let by = clause(cursor, "by", |cursor| names_or_unknown(cursor, "a party"))?;
        Ok((title, by, clause(cursor, "within", |cursor| cursor.name("an event"))?))
    })?;
    let by = match by {
        None => Known::Unsaid,
        Some(None) => Known::Unknown,
        Some(Some(names)) => Known::Is(names),
    };
    Some(ItemKind::Event { name, title, by, within })
}

/// `names | ?`
fn names_or_unknown(cursor: &mut Cursor, what: &str) -> Read<Option<Vec<Name>>> {
    unless_unknown(cursor, |cursor| cursor.names(what))
}

/// `... | ?`
fn unless_unknown<'a, T>(cursor: &mut Cursor<'a>, read: impl FnOnce(&mut Cursor<'a>) -> Read<T>) -> Read<Option<T>> {
    if cursor.take_sign('?') { Ok(None) } else { read(cursor).map(Some) }
}

pub(super) fn commitment<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let read = head(reader, at, cursor, "a commitment", title);
    let mut fields = Vec::new();
    for (line, word) in reader.lines_below(at) {
        let kind = reader.read(line, word, |cursor| field(cursor, word));
        let quotes = reader.quotes(line);
        let (text, span) = (reader.folded(line), reader.span(line));
        fields.extend(kind.map(|kind| Field { kind, text, quotes, span }));
    }
    let (name, title) = read?;
    Some(ItemKind::Commitment { name, title, fields })
}

fn field(cursor: &mut Cursor, word: LineWord) -> Read<FieldKind> {
    let kind = match word {
        LineWord::Kind => FieldKind::Kind(unless_unknown(cursor, |cursor| cursor.name("a kind of commitment"))?),
        LineWord::By => by(cursor)?,
        LineWord::When => FieldKind::When(unless_unknown(cursor, cond)?),
        LineWord::Does => FieldKind::Does(unless_unknown(cursor, done)?),
        LineWord::Discretion => discretion(cursor)?,
        LineWord::DecidedBy => FieldKind::DecidedBy(unless_unknown(cursor, deciders)?),
        LineWord::Within => within(cursor)?,
        LineWord::Force => force(cursor)?,
        LineWord::From => FieldKind::From(from(cursor)?),
        LineWord::Lasts => FieldKind::Lasts(lasts(cursor)?),
        LineWord::PostedWith => FieldKind::PostedWith(names_or_unknown(cursor, "a holder")?),
        LineWord::IfBroken => FieldKind::IfBroken(names_or_unknown(cursor, "a commitment")?),
        _ => honour(cursor)?,
    };
    cursor.end()?;
    Ok(kind)
}

fn by(cursor: &mut Cursor) -> Read<FieldKind> {
    let by = names_or_unknown(cursor, "a party")?;
    cursor.expect("to")?;
    Ok(FieldKind::By { by, to: names_or_unknown(cursor, "a party")? })
}

/// A step that is taken or not, with or without words; or words alone.
fn done(cursor: &mut Cursor) -> Read<Done> {
    if let Some(words) = cursor.maybe_text() {
        return Ok(Done { not: false, step: None, words: Some(words) });
    }
    if cursor.peek().is_none() {
        return Err(cursor.missing("missing-text", "what is done in quotation marks, or a step", cursor.form_help()));
    }
    let not = cursor.take("not");
    Ok(Done { not, step: Some(cursor.name("a step")?), words: cursor.maybe_text() })
}

fn deciders(cursor: &mut Cursor) -> Read<Deciders> {
    let quorum = if cursor.take_two("all", "of") {
        Quorum::All
    } else if cursor.take_two("any", "of") {
        Quorum::Any
    } else {
        Quorum::Unsaid
    };
    Ok(Deciders { quorum, names: cursor.names("a party")? })
}

fn discretion(cursor: &mut Cursor) -> Read<FieldKind> {
    let choice = choice(cursor, &["must", "may", "?"])?;
    Ok(FieldKind::Discretion(if choice == "?" { None } else { Some(choice == "must") }))
}

fn within(cursor: &mut Cursor) -> Read<FieldKind> {
    let time = unless_unknown(cursor, duration)?;
    let after = clause(cursor, "after", |cursor| cursor.name("a step or event"))?;
    Ok(FieldKind::Within { time, after, of: cursor.maybe_text() })
}

fn force(cursor: &mut Cursor) -> Read<FieldKind> {
    let choice = choice(cursor, &["political", "treaty", "?"])?;
    let treaty = if choice == "?" { None } else { Some(choice == "treaty") };
    let until = clause(cursor, "until", |cursor| {
        let gate = unless_unknown(cursor, |cursor| cursor.name("a gate"))?;
        cursor.expect("then")?;
        cursor.expect("treaty")?;
        Ok(gate)
    })?;
    Ok(FieldKind::Force { treaty, until })
}

fn from(cursor: &mut Cursor) -> Read<Option<Name>> {
    unless_unknown(cursor, |cursor| cursor.name("a step"))
}

fn lasts(cursor: &mut Cursor) -> Read<Lasts> {
    if cursor.peek().is_some_and(|token| token.kind == crate::words::Kind::Number) {
        return Ok(Lasts::For(duration(cursor)?));
    }
    match choice(cursor, &["forever", "limited", "?"])? {
        "forever" => Ok(Lasts::Forever),
        "limited" if cursor.take_sign('?') => Ok(Lasts::Limited),
        "limited" => Err(cursor.missing("bad-choice", "`?`", cursor.form_help())),
        _ => Ok(Lasts::Unknown),
    }
}

/// `? | NUMBER | "[" NUMBER "," NUMBER "]"`, kept as written.
fn honour(cursor: &mut Cursor) -> Read<FieldKind> {
    let mut ahead = *cursor;
    if !ahead.take_sign('?') {
        let bracket = ahead.take_sign('[');
        decimal(&mut ahead)?;
        if bracket {
            sign(&mut ahead, ',')?;
            decimal(&mut ahead)?;
            sign(&mut ahead, ']')?;
        }
    }
    ahead.end()?;
    Ok(FieldKind::Honour(cursor.rest()))
}

fn decimal(cursor: &mut Cursor) -> Read<()> {
    let number = cursor.peek().filter(|token| token.kind == crate::words::Kind::Number);
    if number.is_none_or(|token| cursor.slice(token).parse::<f64>().is_err()) {
        return Err(cursor.missing("bad-number", "a number such as `0.6`", INTERVAL.to_owned()));
    }
    cursor.skip();
    Ok(())
}

fn sign(cursor: &mut Cursor, sign: char) -> Read<()> {
    if cursor.take_sign(sign) {
        return Ok(());
    }
    Err(cursor.missing("bad-number", &format!("`{sign}`"), INTERVAL.to_owned()))
}

const INTERVAL: &str = "an interval is `[0.6, 0.9]`, `0.6` or `?`";

/// One of a few words.
fn choice(cursor: &mut Cursor, words: &'static [&'static str]) -> Read<&'static str> {
    let found = match cursor.peek() {
        Some(token) => cursor.slice(token),
        None => return Err(cursor.missing("bad-choice", &one_of(words), cursor.form_help())),
    };
    if let Some(word) = words.iter().find(|word| **word == found) {
        cursor.skip();
        return Ok(word);
    }
    let message = format!("{} stands where {} belongs", cursor.shown_next(), one_of(words));
    let help = match nearest(found, words.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? {}", cursor.form_help()),
        None => cursor.form_help(),
    };
    Err(cursor.error("bad-choice", cursor.next_span(), message, help))
}

fn one_of(words: &[&str]) -> String {
    crate::tree::list_or(words.iter().map(|word| format!("`{word}`")))
}
