//! Claims as a table, one row each.
//!
//! Comma-separated values as RFC 4180 has them, with a byte order mark by which spreadsheets know UTF-8. What a claim has
//! several of stands in one cell, a line each; the lines of `said by`, `relaying`, `to`, `said in`, `source`, `at` and
//! `quote` that are level belong together, and `..` under `said by` says that it is the same saying as above. Read back,
//! the columns may stand in any order and some may be missing; commas, semicolons or tabs may stand between cells.
//!
//! **Formulas.** No cell begins as a formula does: one that would gets an apostrophe in front, the sign for text, and so
//! does one that begins with an apostrophe. Reading takes one leading apostrophe away again.

/// The heads of the columns, in the order in which they are written.
pub const HEADS: [&str; 16] = [
    "name",
    "title",
    "status",
    "reason",
    "statements",
    "said by",
    "relaying",
    "to",
    "said in",
    "source",
    "at",
    "quote",
    "round",
    "about",
    "coded by",
    "checked by",
];

/// The same saying as in the line above.
pub const SAME: &str = "..";

const MARK: &str = "\u{feff}";
const FORMULA: [char; 9] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\''];

/// One claim: what it has several of as a list, what it lacks as an empty text. A column that a table has not is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimRow {
    /// Its name in the case.
    pub name: String,
    /// The assertion in our words.
    pub title: Option<String>,
    /// `confirmed`, `unconfirmed` or `rejected`.
    pub status: Option<String>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// The statements it carries, as written.
    pub statements: Option<Vec<String>>,
    /// Who tells it, where, in which words.
    pub tellings: Option<Vec<Telling>>,
    /// Its round.
    pub round: Option<String>,
    /// What it is about, names with a comma between them.
    pub about: Option<String>,
    /// Who wrote it down.
    pub coded_by: Option<String>,
    /// Who read it again.
    pub checked_by: Option<String>,
}

/// One quote of a claim, or a saying without one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// Who says it, names with a comma between them; empty for the outlet's own voice; [`SAME`].
    pub by: String,
    /// Whose words are passed on.
    pub relaying: String,
    /// To whom it was said.
    pub to: String,
    /// The round of the saying, where it has one of its own.
    pub round: String,
    /// The source that is quoted.
    pub source: String,
    /// The byte of its document at which the words begin.
    pub at: String,
    /// The words.
    pub quote: String,
}

/// Why a table cannot be read, or a row of it. Rows count from 1, the heads being the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No column is called `name`.
    NoNames,
    /// A column that is none of claims.
    UnknownColumn(String),
    /// The row cannot be taken apart into cells.
    BadRow(usize),
    /// A row without a name.
    NoName(usize),
    /// A name that an earlier row has.
    Twice(usize, String),
    /// The cells that go together have not as many lines as each other.
    Uneven(usize, String),
}

/// The table of these claims.
pub fn write(claims: &[ClaimRow]) -> String {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    // Nothing that is written to memory fails; the table would end there.
    let rows = std::iter::once(HEADS.map(str::to_owned)).chain(claims.iter().map(cells));
    let written = rows.map(|cells| cells.map(safe)).try_for_each(|cells| table.write_record(cells));
    let bytes = table.into_inner().ok().filter(|_| written.is_ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The rows of a table, each with its number, and everything that is wrong with it.
pub fn read(text: &str) -> (Vec<(usize, ClaimRow)>, Vec<Fault>) {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let heads = records.next().and_then(Result::ok).unwrap_or_default();
    let heads: Vec<String> = heads.iter().map(|head| plain(head).trim().to_lowercase()).collect();
    let mut faults: Vec<Fault> = Vec::new();
    if !heads.iter().any(|head| head == "name") {
        return (Vec::new(), vec![Fault::NoNames]);
    }
    let unknown = heads.iter().filter(|head| !head.is_empty() && !HEADS.contains(&head.as_str()));
    faults.extend(unknown.map(|head| Fault::UnknownColumn(head.clone())));
    let mut rows: Vec<(usize, ClaimRow)> = Vec::new();
    for (at, record) in records.enumerate() {
        let number = at + 2;
        let Ok(record) = record else {
            faults.push(Fault::BadRow(number));
            continue;
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match row(number, &heads, &record) {
            Ok(row) if rows.iter().any(|(_, known)| known.name == row.name) => {
                faults.push(Fault::Twice(number, row.name))
            }
            Ok(row) => rows.push((number, row)),
            Err(fault) => faults.push(fault),
        }
    }
    (rows, faults)
}

fn row(number: usize, heads: &[String], record: &csv::StringRecord) -> Result<ClaimRow, Fault> {
    let cell = |head: &str| {
        let at = heads.iter().position(|known| known == head)?;
        Some(plain(record.get(at).unwrap_or_default()).replace("\r\n", "\n").replace('\r', "\n"))
    };
    let one = |head: &str| cell(head).map(|text| text.trim().to_owned());
    let several = |head: &str| {
        let lines = cell(head).map(|text| text.split('\n').map(|line| line.trim().to_owned()).collect::<Vec<_>>());
        lines.map(|lines| if lines.iter().all(String::is_empty) { Vec::new() } else { lines })
    };
    let name = one("name").unwrap_or_default();
    if name.is_empty() {
        return Err(Fault::NoName(number));
    }
    let statements = several("statements").map(|mut lines| {
        lines.retain(|line| !line.is_empty());
        lines
    });
    let columns = ["said by", "relaying", "to", "said in", "source", "at", "quote"].map(several);
    let tellings = tellings(columns).ok_or_else(|| Fault::Uneven(number, name.clone()))?;
    Ok(ClaimRow {
        title: one("title"),
        status: one("status").map(|status| status.to_lowercase()),
        reason: one("reason"),
        statements,
        tellings,
        round: one("round"),
        about: one("about"),
        coded_by: one("coded by"),
        checked_by: one("checked by"),
        name,
    })
}

/// The tellings of seven columns, if those that are there are level; `Some(None)` where a column is missing.
fn tellings(columns: [Option<Vec<String>>; 7]) -> Option<Option<Vec<Telling>>> {
    let Some([by, relaying, to, round, source, at, quote]) = all(columns) else { return Some(None) };
    let most = [&by, &relaying, &to, &round, &source, &at, &quote].iter().map(|lines| lines.len()).max()?;
    if [&by, &relaying, &to, &round, &source, &at, &quote].iter().any(|lines| !lines.is_empty() && lines.len() != most)
    {
        return None;
    }
    let line = |lines: &[String], at: usize| lines.get(at).cloned().unwrap_or_default();
    let telling = |row: usize| Telling {
        by: line(&by, row),
        relaying: line(&relaying, row),
        to: line(&to, row),
        round: line(&round, row),
        source: line(&source, row),
        at: line(&at, row),
        quote: line(&quote, row),
    };
    Some(Some((0..most).map(telling).collect()))
}

fn all<T, const N: usize>(columns: [Option<T>; N]) -> Option<[T; N]> {
    let there: Vec<T> = columns.into_iter().flatten().collect();
    there.try_into().ok()
}

fn cells(claim: &ClaimRow) -> [String; 16] {
    let one = |text: &Option<String>| text.clone().unwrap_or_default();
    let tellings = claim.tellings.as_deref().unwrap_or_default();
    let column = |of: fn(&Telling) -> &String| {
        let lines: Vec<&str> = tellings.iter().map(|telling| of(telling).as_str()).collect();
        if lines.iter().all(|line| line.is_empty()) { String::new() } else { lines.join("\n") }
    };
    [
        claim.name.clone(),
        one(&claim.title),
        one(&claim.status),
        one(&claim.reason),
        claim.statements.as_deref().unwrap_or_default().join("\n"),
        column(|telling| &telling.by),
        column(|telling| &telling.relaying),
        column(|telling| &telling.to),
        column(|telling| &telling.round),
        column(|telling| &telling.source),
        column(|telling| &telling.at),
        column(|telling| &telling.quote),
        one(&claim.round),
        one(&claim.about),
        one(&claim.coded_by),
        one(&claim.checked_by),
    ]
}

/// A cell that no spreadsheet computes.
fn safe(text: String) -> String {
    if text.trim_start().starts_with(FORMULA) { format!("'{text}") } else { text }
}

/// The same without the sign for text.
fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// What stands between the cells of the row of heads.
fn delimiter(text: &str) -> u8 {
    let heads = text.lines().next().unwrap_or_default();
    let count = |sign: u8| heads.bytes().filter(|byte| *byte == sign).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}
