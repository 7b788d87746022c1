//! What does a dated list of events say, and where? One event a line.
//!
//! ```text
//! file = { line | blank | "#" comment }
//! line = "offset" OFFSET
//!      | time [ "to" time ] [ "not" ] deed [ "by" names ] [ "reported by" names ]
//! deed = NAME | "agreed" NAME "=" NAME | "decided" [ "not" ] NAME | verb names
//! ```
//!
//! Reading never fails: it gives the lines that could be read, and one message for each that could not.

mod moment;
mod time;
mod verb;

pub use moment::{Moment, Stretch};
pub use verb::Verb;

use crate::ast::Name;
use crate::cursor::{Cursor, Read};
use crate::diagnostic::Diagnostic;
use crate::lines::{Line, Lines};
use crate::near::nearest;
use crate::span::{FileId, Span};
use crate::words::Kind;

/// How a line is written, for help.
const FORM: &str = "TIME [to TIME] [not] NAME [by NAMES] [reported by NAMES]";

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub time: Stretch,
    /// It is reported not to have happened by then.
    pub not: bool,
    /// What happened to what is named; `None`: it took place itself.
    pub verb: Option<Verb>,
    /// It was decided that it had not happened.
    pub against: bool,
    /// What is named.
    pub names: Vec<Name>,
    /// The option that was agreed.
    pub option: Option<Name>,
    /// Whose act.
    pub by: Vec<Name>,
    /// On whose report.
    pub reported: Vec<Name>,
    /// Its row, from 1.
    pub line: u32,
    /// The whole line.
    pub span: Span,
}

/// A list of events that has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Events {
    /// The lines that could be read, in file order.
    pub entries: Vec<Entry>,
    /// One message for each line that could not.
    pub diagnostics: Vec<Diagnostic>,
    /// What days and hours without an offset count by, in minutes before UTC.
    pub offset: Option<i16>,
}

impl Events {
    /// A date as the list would read it, such as one that is asked about; `None` for what is no date of the calendar.
    pub fn date(&self, written: &str) -> Option<Stretch> {
        time::date(written.trim(), self.offset)
    }
}

/// Reads a list of events.
pub fn events(text: &str) -> Events {
    let file = FileId(0);
    let lines = crate::lines::read(text, file);
    let mut rows = Rows { text, at: 0, row: 1 };
    let mut events = Events::default();
    for line in &lines.lines {
        let mut cursor = Cursor::new(text, file, &lines, line, FORM);
        let read = if cursor.take("offset") {
            head(&mut cursor, &events.entries).map(|read| events.offset = Some(read))
        } else {
            let row = rows.down_to(line.start as usize);
            entry(&mut cursor, &lines, line, events.offset, row).map(|entry| events.entries.push(entry))
        };
        read.unwrap_or_else(|told| events.diagnostics.push(*told));
    }
    events
}

/// Counts the rows of a text on the way down.
struct Rows<'a> {
    text: &'a str,
    at: usize,
    row: u32,
}

impl Rows<'_> {
    /// The row of a byte, from 1, which is no earlier than the last that was asked about.
    fn down_to(&mut self, at: usize) -> u32 {
        let passed = self.text.as_bytes().get(self.at..at).unwrap_or(&[]);
        self.row += passed.iter().map(|byte| u32::from(*byte == b'\n')).sum::<u32>();
        self.at = at;
        self.row
    }
}

/// `offset OFFSET`: what the days and hours of the file count by where they have none of their own.
fn head(cursor: &mut Cursor, entries: &[Entry]) -> Read<i16> {
    const HELP: &str = "write `offset +02:00`, as the first line: from -12:00 to +14:00";
    let span = cursor.line_span();
    let written = cursor.run();
    let read = match written {
        Some((written, span)) => time::offset(written).ok_or_else(|| {
            let message = format!("{} is no offset from UTC", cursor.shown(span));
            cursor.error("bad-offset", span, message, HELP)
        })?,
        None => return Err(cursor.error("bad-offset", span, "no offset follows `offset`", HELP)),
    };
    cursor.end()?;
    if !entries.is_empty() {
        let message = format!("{} stands below events, which count by no offset then", cursor.shown(span));
        return Err(cursor.error("late-offset", span, message, "make it the first line of the list"));
    }
    Ok(read)
}

fn entry(cursor: &mut Cursor, lines: &Lines, line: &Line, offset: Option<i16>, row: u32) -> Read<Entry> {
    let time = time::stretch(cursor, offset)?;
    hour_apart(cursor)?;
    let not = cursor.take("not");
    let (verb, against) = deed(cursor, lines.words(line).len())?;
    let names = if verb.is_some_and(Verb::takes_several) {
        cursor.names(verb.map_or("", Verb::of_what))?
    } else {
        vec![cursor.name(verb.map_or("an event, a step or a gate", Verb::of_what))?]
    };
    let option = if verb == Some(Verb::Agreed) { Some(option(cursor)?) } else { None };
    let by = if cursor.take("by") { cursor.names("a party")? } else { Vec::new() };
    let reported = if cursor.take_two("reported", "by") { cursor.names("a source or a party")? } else { Vec::new() };
    rest(cursor)?;
    Ok(Entry { time, not, verb, against, names, option, by, reported, line: row, span: cursor.line_span() })
}

/// An hour that stands apart from its day.
fn hour_apart(cursor: &mut Cursor) -> Read<()> {
    if cursor.peek().is_none_or(|token| token.kind != Kind::Number) {
        return Ok(());
    }
    let Some((_, span)) = cursor.run() else { return Ok(()) };
    let message = format!("{} stands where a name belongs", cursor.shown(span));
    let help = "an hour is joined to its day by `T`: `2026-02-01T09:00+02:00`";
    Err(cursor.error("hour-apart", span, message, help))
}

/// A verb, where a name follows it: a lone word is a name.
fn deed(cursor: &mut Cursor, words: usize) -> Read<(Option<Verb>, bool)> {
    let Some(word) = cursor.word() else { return Ok((None, false)) };
    let Some(next) = cursor.word_ahead(1).filter(|next| words > 1 && !matches!(*next, "by" | "reported")) else {
        return Ok((None, false));
    };
    let Some(verb) = Verb::named(word) else {
        // What stands there may also be a misspelt `by`.
        let told = misspelt(cursor, word).filter(|_| nearest(next, ["by", "reported"]).is_none());
        return told.map_or(Ok((None, false)), Err);
    };
    cursor.skip();
    let against = verb == Verb::Decided && cursor.take("not");
    Ok((Some(verb), against))
}

/// A word that is nearly a verb, where one stands.
fn misspelt(cursor: &Cursor, word: &str) -> Option<Box<Diagnostic>> {
    let near = nearest(word, Verb::words())?;
    let message = format!("`{word}` is no verb of a list of events");
    let help = format!("did you mean `{near}`? the verbs: {}", Verb::words().collect::<Vec<_>>().join(", "));
    Some(cursor.error("unknown-verb", cursor.next_span(), message, help))
}

fn option(cursor: &mut Cursor) -> Read<Name> {
    if cursor.take_sign('=') {
        return cursor.name("an option");
    }
    Err(cursor.missing("missing-word", "`=` and an option", "the form is `TIME agreed ISSUE = OPTION`".to_owned()))
}

/// The end of the line; a word that is left over may be a misspelt one of the language.
fn rest(cursor: &Cursor) -> Read<()> {
    let Some(token) = cursor.peek() else { return cursor.end() };
    let near = nearest(cursor.slice(token), ["by", "reported", "to"]).filter(|_| token.kind == Kind::Word);
    let help = match near {
        Some(near) => format!("did you mean `{near}`? {}", cursor.form_help()),
        None => format!("{}; the verbs: {}", cursor.form_help(), Verb::words().collect::<Vec<_>>().join(", ")),
    };
    let message = format!("{} is left over in the line of an event", cursor.shown_next());
    Err(cursor.error("left-over", cursor.next_span(), message, help))
}
