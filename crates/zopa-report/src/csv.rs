//! The table of positions for a spreadsheet: one row for each thing that one party has said on one issue.
//!
//! Comma-separated values as RFC 4180 has them: a comma between cells, quotation marks where a cell needs them, CR LF
//! at the end of each row, a row of heads first. UTF-8 with a byte order mark, by which spreadsheets know it; programs
//! have the JSON. Several values of a cell are told apart by a semicolon and a space.
//!
//! **Formulas.** A spreadsheet computes a cell that begins with `=`, `+`, `-`, `@`, or their wide forms, and some trim a
//! tab or a space before it. No cell of ours is a formula: one whose first character beyond white space is such a sign
//! gets an apostrophe in front, the sign for text; so does one that begins with an apostrophe, so that taking one
//! leading apostrophe away gives back every cell ([OWASP, CSV injection](https://owasp.org/www-community/attacks/CSV_Injection)).

use crate::banner::{banners, mention};
use crate::index::Index;
use crate::marks::{Marks, marks};
use crate::phrase::bare;
use crate::words::{self, csv as said, screen};
use zopa_finding::{Brief, Claim, Position};

/// The byte order mark of UTF-8.
const MARK: &str = "\u{feff}";
/// Signs with which a formula begins, and the sign for text.
const FORMULA: [char; 9] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\''];

/// The positions of a brief in the order of the case; those of one party and its bodies where it holds their sheet.
pub fn csv(brief: &Brief) -> String {
    let index = Index::new(brief);
    let mut table = ::csv::WriterBuilder::new()
        .flexible(true)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    // Nothing that is written to memory fails; the table would end there.
    let shown = brief.positions.iter().filter(|position| on_sheet(brief, position));
    let rows = std::iter::once(said::HEADS.map(str::to_owned)).chain(shown.map(|position| row(&index, position)));
    let above = above(brief).map(|said| table.write_record([said])).unwrap_or(Ok(()));
    let written = rows.map(|cells| cells.map(cell)).try_for_each(|cells| table.write_record(cells)).and(above);
    let bytes = table.into_inner().ok().filter(|_| written.is_ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// What has to be said of what is counted, in a row of its own above the table.
fn above(brief: &Brief) -> Option<String> {
    let said: Vec<&str> = banners(brief).into_iter().chain(mention(brief.private)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn on_sheet(brief: &Brief, position: &Position) -> bool {
    let own = |sheet: &zopa_finding::Sheet| sheet.party == position.party || sheet.bodies.contains(&position.party);
    brief.sheet.as_ref().is_none_or(own)
}

/// A cell that no spreadsheet computes.
fn cell(text: String) -> String {
    if text.trim_start().starts_with(FORMULA) { format!("'{text}") } else { text }
}

fn row(index: &Index<'_>, position: &Position) -> [String; 12] {
    let claim = index.claim(&position.claim);
    let firmness: Vec<String> = position.firmness.iter().map(|one| words::firmness(one).to_owned()).collect();
    let title = |name: &Option<String>| name.as_ref().map_or_else(String::new, |name| index.title(name).to_owned());
    [
        index.title(&position.party).to_owned(),
        index.title(&position.issue).to_owned(),
        position.claim.clone(),
        words::verb(&position.verb).to_owned(),
        index.title(&position.claim).to_owned(),
        words::list(&firmness),
        title(&position.round),
        if position.contested { said::YES } else { said::NO }.to_owned(),
        title(&position.not_repeated_since),
        words::list(&claim.map(|claim| reports(index, claim)).unwrap_or_default()),
        words::list(&claim.map(|claim| origins(index, claim)).unwrap_or_default()),
        words::list(&claim.map(|claim| quotes(index, claim)).unwrap_or_default()),
    ]
}

/// The reports that carry a claim.
fn reports(index: &Index<'_>, claim: &Claim) -> Vec<String> {
    claim.reports.iter().map(|name| bare(&index.source_title(name))).collect()
}

/// The origins of its tellings, each once.
fn origins(index: &Index<'_>, claim: &Claim) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for name in claim.sayings.iter().flat_map(|saying| &saying.origins) {
        let title = bare(&index.origin_title(name));
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

/// Its words, each with its number.
fn quotes(index: &Index<'_>, claim: &Claim) -> Vec<String> {
    let numbers = claim.sayings.iter().flat_map(|saying| &saying.quotes);
    let found = numbers.filter_map(|number| index.quote(*number));
    found.map(|quote| screen::numbered(quote.number as usize, &as_said(&quote.words))).collect()
}

/// In quotation marks, unless the words have their own at both ends.
fn as_said(said: &str) -> String {
    if marks(said) == Marks::Around { said.to_owned() } else { words::quoted(said) }
}
