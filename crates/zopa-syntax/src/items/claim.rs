//! Who said what: claims and suppositions, their statements and sayings.

use super::{clause, head, title};
use crate::ast::{Claim, ItemKind, Name, Saying, Statement, Words};
use crate::cursor::{Cursor, Read};
use crate::diagnostic::Diagnostic;
use crate::keywords::LineWord;
use crate::parse::Reader;
use crate::span::Span;
use crate::statement::statement;

pub(super) fn claim<'a>(
    reader: &mut Reader<'a>,
    at: usize,
    cursor: &mut Cursor<'a>,
    suppose: bool,
) -> Option<ItemKind> {
    let what = if suppose { "a supposition" } else { "a claim" };
    let read = head(reader, at, cursor, what, title);
    let mut parts = Parts::default();
    for (line, word) in reader.lines_below(at) {
        parts.add(reader, line, word);
    }
    reader.exclude(at, LineWord::Unconfirmed, LineWord::Rejected, both_marks);
    let (name, title) = read?;
    let Parts { statements, sayings, about, round, coded_by, checked_by, rejected } = parts;
    Some(ItemKind::Claim(Claim {
        name,
        title,
        suppose,
        statements,
        sayings,
        about,
        round,
        coded_by,
        checked_by,
        rejected,
    }))
}

#[derive(Default)]
struct Parts {
    statements: Vec<Statement>,
    sayings: Vec<Saying>,
    about: Vec<Name>,
    round: Option<Name>,
    coded_by: Option<Words>,
    checked_by: Option<Words>,
    rejected: Option<Words>,
}

impl Parts {
    fn add(&mut self, reader: &mut Reader, line: usize, word: LineWord) {
        match word {
            LineWord::Statement => self.statements.extend(read_statement(reader, line)),
            LineWord::SaidBy => self.sayings.extend(read_saying(reader, line)),
            LineWord::About => self.about.extend(reader.read(line, word, names).unwrap_or_default()),
            LineWord::Round => {
                let read = reader.read(line, word, one_round);
                reader.once(line, &mut self.round, read);
            }
            LineWord::Rejected => {
                let read = reader.read(line, word, |cursor| cursor.prose());
                reader.once(line, &mut self.rejected, read);
            }
            LineWord::CodedBy => {
                let read = reader.read(line, word, who);
                reader.once(line, &mut self.coded_by, read);
            }
            _ => {
                let read = reader.read(line, word, who);
                reader.once(line, &mut self.checked_by, read);
            }
        }
    }
}

fn both_marks(second: Span) -> Diagnostic {
    let message = "a claim cannot be both `unconfirmed` and `rejected`";
    let help = "keep `unconfirmed` while nobody has decided, `rejected > reason` once somebody has";
    Diagnostic::error("two-marks", second, message, help)
}

fn names(cursor: &mut Cursor) -> Read<Vec<Name>> {
    let names = cursor.names("an item")?;
    cursor.end()?;
    Ok(names)
}

fn one_round(cursor: &mut Cursor) -> Read<Name> {
    let round = cursor.name("a round")?;
    cursor.end()?;
    Ok(round)
}

fn who(cursor: &mut Cursor) -> Read<Words> {
    let who = cursor.text("a name")?;
    cursor.end()?;
    Ok(who)
}

fn read_statement(reader: &mut Reader, at: usize) -> Option<Statement> {
    let head = reader.head(at);
    let kind = reader.read(at, LineWord::Statement, |cursor| statement(cursor, head));
    let because = reader.because(at);
    Some(Statement { kind: kind?, text: reader.folded(at), because, span: reader.span(at) })
}

fn read_saying(reader: &mut Reader, at: usize) -> Option<Saying> {
    let read = reader.read(at, LineWord::SaidBy, said_by);
    let mut round = None;
    for line in reader.below(at, LineWord::Round) {
        let read = reader.read(line, LineWord::Round, one_round);
        reader.once(line, &mut round, read);
    }
    let quotes = reader.quotes(at);
    let private = reader.mark(at, LineWord::Private);
    let (by, relaying, to) = read?;
    Some(Saying { by, relaying, to, round, quotes, private, span: reader.span(at) })
}

/// `names [ relaying NAME ] [ to names ]`
fn said_by(cursor: &mut Cursor) -> Read<(Vec<Name>, Option<Name>, Vec<Name>)> {
    let by = cursor.names("a speaker")?;
    let relaying = clause(cursor, "relaying", |cursor| cursor.name("the one relayed"))?;
    let to = clause(cursor, "to", |cursor| cursor.names("a listener"))?.unwrap_or_default();
    cursor.end()?;
    Ok((by, relaying, to))
}
