//! What does a row that came back change in the case, and what of it cannot be placed?

use super::rows::{self, Line, row, tellings, told};
use super::{Coming, Returned, What, placed};
use crate::edited::{confirm, rest_of_row, row as whole_row};
use crate::{Problem, Read, Texts};
use zopa_formats::table::{Fault, SAME};
use zopa_formats::{ClaimRow, Telling};
use zopa_report::claims as words;
use zopa_syntax::Span;
use zopa_syntax::ast::{Claim, Item};
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::write::{self, Row};

/// A table of claims read back.
///
/// # Errors
/// It is no table of claims at all. What is wrong with some rows alone is told in [`Returned::unplaced`].
pub fn from_table(texts: &Texts, read: &Read, table: &str) -> Result<Returned, Problem> {
    let (rows, faults) = zopa_formats::table::read(table);
    if faults.contains(&Fault::NoNames) {
        return Err(Problem::new("no-table", words::NO_TABLE.to_owned(), words::TABLE_HEADS.to_owned()));
    }
    let mut unplaced: Vec<String> = faults.iter().map(fault).collect();
    let mut coming = Vec::new();
    for (number, row) in rows {
        let place = words::row(number);
        match rows::claims(read).find(|(_, claim)| claim.name.text == row.name) {
            Some((item, claim)) => {
                let mut back = Back { read, item, claim, edits: Vec::new(), left: Vec::new() };
                back.all(&row);
                unplaced.extend(back.left.iter().map(|what| words::left(&place, &row.name, what)));
                coming.push(Coming { place, name: row.name, what: What::Edits(back.edits) });
            }
            None => match new(&row) {
                Some(made) => coming.push(Coming { place, name: row.name, what: What::New(made) }),
                None => unplaced.push(words::left(&place, &row.name, words::NOT_A_CLAIM)),
            },
        }
    }
    Ok(placed(texts, read, coming, unplaced))
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NoNames => words::NO_TABLE.to_owned(),
        Fault::UnknownColumn(head) => words::unknown_column(head),
        Fault::BadRow(row) => words::bad_row(*row),
        Fault::NoName(row) => words::no_name(*row),
        Fault::Twice(row, name) => words::twice(*row, name),
        Fault::Uneven(row, name) => words::left(&words::row(*row), name, words::UNEVEN),
    }
}

/// A row that the case does not have, as an unconfirmed claim; `None` if a name or a title is none.
fn new(row: &ClaimRow) -> Option<Row> {
    let title = row.title.as_deref().filter(|title| !title.is_empty())?;
    if !write::is_name(&row.name) {
        return None;
    }
    let mut made = Row::new(format!("claim {} {}", row.name, write::text(title))).under(Row::new("unconfirmed"));
    made = made.with(row.statements.iter().flatten().map(Row::new));
    let (mut saying, mut own): (Option<Row>, Vec<Row>) = (None, Vec::new());
    for telling in row.tellings.iter().flatten() {
        match (telling.by.as_str(), saying.take()) {
            (SAME, Some(above)) => saying = Some(above.with(quote(telling))),
            (SAME, None) => return None,
            ("", above) => {
                own.extend(above);
                own.extend(quote(telling));
            }
            (_, above) => {
                own.extend(above);
                let round = (!telling.round.is_empty()).then(|| Row::new(format!("round {}", telling.round)));
                saying = Some(Row::new(said_by(telling)).with(round).with(quote(telling)));
            }
        }
    }
    let named = |word: &str, cell: &Option<String>| {
        cell.as_deref().filter(|cell| !cell.is_empty()).map(|cell| Row::new(format!("{word} {cell}")))
    };
    let who = |word: &str, cell: &Option<String>| {
        cell.as_deref().filter(|cell| !cell.is_empty()).map(|cell| Row::new(format!("{word} {}", write::text(cell))))
    };
    made = made.with(own).with(saying).with(named("about", &row.about)).with(named("round", &row.round));
    Some(made.with(who("coded by", &row.coded_by)).with(who("checked by", &row.checked_by)))
}

/// A row as it is after it was written and read: white space at the ends of a cell is none of it.
fn as_a_table_has_it(row: ClaimRow) -> ClaimRow {
    let (rows, _) = zopa_formats::table::read(&zopa_formats::table::write(std::slice::from_ref(&row)));
    rows.into_iter().next().map_or(row, |(_, row)| row)
}

fn quote(telling: &Telling) -> Option<Row> {
    Row::with_prose(quote_head(telling), &telling.quote)
}

fn quote_head(telling: &Telling) -> String {
    let at = if telling.at.is_empty() { String::new() } else { format!(" at {}", telling.at) };
    format!("quote {}{at}", telling.source)
}

fn said_by(telling: &Telling) -> String {
    let clause = |word: &str, names: &str| if names.is_empty() { String::new() } else { format!(" {word} {names}") };
    format!("said by {}{}{}", telling.by, clause("relaying", &telling.relaying), clause("to", &telling.to))
}

/// A claim of the case beside a row of its name.
struct Back<'a> {
    read: &'a Read,
    item: &'a Item,
    claim: &'a Claim,
    edits: Vec<Edit>,
    /// The columns that could not be placed.
    left: Vec<&'static str>,
}

impl Back<'_> {
    fn all(&mut self, now: &ClaimRow) {
        let was = as_a_table_has_it(row(self.item, self.claim));
        if let Some(title) = now.title.as_ref().filter(|title| Some(*title) != was.title.as_ref()) {
            self.edits.push(Edit::replace(self.claim.title.span, write::text(title)));
        }
        self.status(&was, now);
        if now.statements.is_some() && now.statements != was.statements {
            self.statements(now.statements.as_deref().unwrap_or_default());
        }
        if now.tellings.is_some() && now.tellings != was.tellings {
            self.tellings(now.tellings.as_deref().unwrap_or_default());
        }
        let round = self.claim.round.as_ref().map(|name| name.span);
        self.cell("round", round, &was.round, &now.round, str::to_owned);
        let about = self.claim.about.first().zip(self.claim.about.last());
        let about = about.map(|(first, last)| Span { end: last.span.end, ..first.span });
        self.cell("about", about.filter(|span| self.is_one_row(*span)), &was.about, &now.about, str::to_owned);
        let coded = self.claim.coded_by.as_ref().map(|words| words.span);
        self.cell("coded by", coded, &was.coded_by, &now.coded_by, write::text);
        let checked = self.claim.checked_by.as_ref().map(|words| words.span);
        self.cell("checked by", checked, &was.checked_by, &now.checked_by, write::text);
    }

    /// A cell that is a line of its own: written in its place, or under the claim; one that is emptied stays.
    fn cell(
        &mut self,
        word: &'static str,
        stands: Option<Span>,
        was: &Option<String>,
        now: &Option<String>,
        written: impl Fn(&str) -> String,
    ) {
        let Some(now) = now.as_ref().filter(|now| Some(*now) != was.as_ref()) else { return };
        match (stands, now.is_empty(), was.as_deref()) {
            (Some(span), false, _) => self.edits.push(Edit::replace(span, written(now))),
            (None, false, Some("")) => self.under(self.item.span, &Row::new(format!("{word} {}", written(now))), word),
            _ => self.left.push(word),
        }
    }

    fn under(&mut self, place: Span, row: &Row, word: &'static str) {
        let file = self.read.files.get(place.file.0 as usize);
        match file.and_then(|file| Editor::of(&file.text, place.file).line_under(place, row)) {
            Some(edit) => self.edits.push(edit),
            None => self.left.push(word),
        }
    }

    fn is_one_row(&self, span: Span) -> bool {
        let file = self.read.files.get(span.file.0 as usize);
        file.and_then(|file| file.text.get(span.start as usize..span.end as usize))
            .is_some_and(|text| !text.contains('\n'))
    }

    fn status(&mut self, was: &ClaimRow, now: &ClaimRow) {
        let status = now.status.clone().or(was.status.clone()).unwrap_or_default();
        let reason = now.reason.as_deref().unwrap_or_default();
        let rejected = self.claim.rejected.as_ref().map(|words| words.span);
        match (was.status.as_deref(), status.as_str(), rejected) {
            (Some("rejected"), "rejected", Some(words)) if now.reason.is_some() && now.reason != was.reason => {
                match write::prose(reason) {
                    Some(reason) => self.edits.push(Edit::replace(words, reason)),
                    None => self.left.push("reason"),
                }
            }
            (Some(before), after, _) if before == after => {
                if now.reason.is_some() && now.reason != was.reason {
                    self.left.push("reason");
                }
            }
            (_, "confirmed", None) => self.edits.extend(confirm(self.read, self.item)),
            (_, "confirmed", Some(words)) => self.edits.extend(whole_row(self.read, words).map(Edit::delete)),
            (_, "unconfirmed", None) => self.under(self.item.span, &Row::new("unconfirmed"), "status"),
            (_, "unconfirmed", Some(words)) => self.edits.extend(self.row_from_margin(words, "unconfirmed")),
            (_, "rejected", _) => self.reject(reason),
            _ => self.left.push("status"),
        }
    }

    fn reject(&mut self, reason: &str) {
        let Some(reason) = write::prose(reason) else { return self.left.push("reason") };
        match self.item.unconfirmed.and_then(|mark| rest_of_row(self.read, mark)) {
            Some(rest) => self.edits.push(Edit::replace(rest, format!("rejected > {reason}"))),
            None => self.under(self.item.span, &Row::new(format!("rejected > {reason}")), "status"),
        }
    }

    /// The row of a line written anew, its white space kept.
    fn row_from_margin(&self, inside: Span, words: &str) -> Option<Edit> {
        let whole = whole_row(self.read, inside)?;
        let text = self.read.files.get(inside.file.0 as usize)?.text.get(whole.start as usize..whole.end as usize)?;
        let start = text.len() - text.trim_start().len();
        let end = text.trim_end_matches(['\n', '\r']).len();
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = Span { file: inside.file, start: whole.start + number(start), end: whole.start + number(end) };
        Some(Edit::replace(span, words))
    }

    /// Statements line by line: written in their places, and further ones after the last. Fewer than there were cannot be
    /// told from others.
    fn statements(&mut self, now: &[String]) {
        let was = &self.claim.statements;
        if now.len() < was.len() {
            return self.left.push("statements");
        }
        for (before, after) in was.iter().zip(now).filter(|(before, after)| before.text != **after) {
            self.edits.push(Edit::replace(before.span, after.clone()));
        }
        for more in now.iter().skip(was.len()) {
            self.under(self.item.span, &Row::new(more), "statements");
        }
    }

    fn tellings(&mut self, now: &[Telling]) {
        let was = tellings(self.item, self.claim);
        let level = |(line, telling): (&Line<'_>, &Telling)| {
            line.same == (telling.by == SAME) && line.saying.is_some() != telling.by.is_empty()
        };
        if now.len() < was.len() || !was.iter().zip(now).all(level) {
            return self.left.push("said by");
        }
        for (line, telling) in was.iter().zip(now) {
            self.telling(line, telling);
        }
        self.further(now.get(was.len()..).unwrap_or_default(), was.last());
    }

    fn telling(&mut self, line: &Line<'_>, now: &Telling) {
        let was = told(line);
        if let Some(saying) = line.saying.filter(|_| !line.same) {
            if said_by(&was) != said_by(now) {
                self.edits.push(Edit::replace(saying.span, said_by(now)));
            }
            match (&saying.round, now.round.as_str()) {
                (Some(round), after) if round.text == after => {}
                (None, "") => {}
                (Some(_), "") => self.left.push("said in"),
                (Some(round), after) => self.edits.push(Edit::replace(round.span, after)),
                (None, after) => self.under(saying.span, &Row::new(format!("round {after}")), "said in"),
            }
        }
        let same = (&was.source, &was.at, &was.quote) == (&now.source, &now.at, &now.quote);
        match (line.quote, write::prose(&now.quote)) {
            _ if same => {}
            (Some(quote), Some(words)) => {
                let span = Span { end: quote.words.span.end, ..quote.span };
                self.edits.push(Edit::replace(span, format!("{} > {words}", quote_head(now))));
            }
            (None, Some(_)) if line.saying.is_some() => {
                let place = line.saying.map_or(self.item.span, |saying| saying.span);
                quote(now).into_iter().for_each(|row| self.under(place, &row, "quote"));
            }
            _ => self.left.push("quote"),
        }
    }

    /// Tellings beyond those that there were.
    fn further(&mut self, more: &[Telling], last: Option<&Line<'_>>) {
        let mut rows: Vec<(Span, Row)> = Vec::new();
        let mut open = last.and_then(|line| line.saying).map(|saying| saying.span);
        for telling in more {
            match (telling.by.as_str(), rows.pop(), open) {
                (SAME, Some((place, row)), None) => rows.push((place, row.with(quote(telling)))),
                (SAME, above, Some(saying)) => {
                    rows.extend(above);
                    rows.extend(quote(telling).map(|row| (saying, row)));
                }
                ("", above, _) => {
                    rows.extend(above);
                    rows.extend(quote(telling).map(|row| (self.item.span, row)));
                    open = None;
                }
                (_, above, _) => {
                    rows.extend(above);
                    let round = (!telling.round.is_empty()).then(|| Row::new(format!("round {}", telling.round)));
                    rows.push((self.item.span, Row::new(said_by(telling)).with(round).with(quote(telling))));
                    open = None;
                }
            }
        }
        rows.into_iter().for_each(|(place, row)| self.under(place, &row, "quote"));
    }
}
