//! What becomes of the case files when a suggestion is another telling of a claim that there is?
//!
//! Its sayings and quotes become further ones of that claim, under it, and the suggestion goes with the comments right
//! above it. What it would have carried goes with it: the claim says what it said.

use crate::decide::{claim_of, claim_that_counts, waiting};
use crate::edited::{Edited, settled};
use crate::{Problem, Read, Texts};
use zopa_report::decide as words;
use zopa_syntax::ast::{Claim, Item, Quote, Saying};
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::write::Row;
use zopa_syntax::{Part, Why};

/// Merges an unconfirmed claim into another claim.
///
/// # Errors
/// A name of no claim that waits, or of none to have its words; a private one into one that is not; or what the case
/// would break by, such as something that names the suggestion: then nothing is changed.
pub fn merge(texts: &Texts, read: &Read, suggestion: &str, into: &str) -> Result<Edited, Vec<Problem>> {
    let (from, into) = match (waiting(read, suggestion), claim_that_counts(read, into)) {
        (Ok(from), Ok(into)) => (from, into),
        (from, into) => return Err(from.err().into_iter().chain(into.err()).collect()),
    };
    let (Some(told), Some(claim)) = (claim_of(from), claim_of(into)) else {
        return Err(vec![problem("not-a-claim", words::no_claim(suggestion), words::NAME_TWO)]);
    };
    if told.name == claim.name {
        return Err(vec![problem("into-itself", words::itself(suggestion), words::NAME_TWO)]);
    }
    if is_marked(read, from) && read.tree.why(Part::Private, into.span).is_none() {
        let message = words::merge_private(suggestion, &claim.name.text);
        return Err(vec![problem("merge-private", message, words::MERGE_PRIVATE)]);
    }
    let edits = edits(read, (from, told), (into, claim)).unwrap_or_default();
    settled(texts, read, edits, &[&told.name.text, &claim.name.text])
}

fn problem(code: &'static str, message: String, help: &str) -> Problem {
    Problem::new(code, message, help.to_owned())
}

/// Is it private by its place or a mark, and not by its words, which would take that with them?
fn is_marked(read: &Read, item: &Item) -> bool {
    matches!(read.tree.why(Part::Private, item.span), Some(Why::File | Why::Marked))
}

fn edits(read: &Read, (from, told): (&Item, &Claim), (into, claim): (&Item, &Claim)) -> Option<Vec<Edit>> {
    let editor = |item: &Item| {
        let file = read.files.get(item.span.file.0 as usize)?;
        Some(Editor::of(&file.text, item.span.file))
    };
    let taking = editor(into)?;
    // The outlet's own words first: under a saying without any they would look like its own.
    let quotes = from.quotes.iter().filter_map(quote);
    let sayings = told.sayings.iter().map(|one| saying(read, one, told, claim));
    let rows: Vec<Row> = quotes.chain(sayings).collect();
    let mut edits: Vec<Edit> = rows.iter().filter_map(|row| taking.line_under(into.span, row)).collect();
    edits.push(editor(from)?.delete_with_comments(from.span)?);
    Some(edits)
}

fn quote(quote: &Quote) -> Option<Row> {
    Row::quote(&quote.source.text, quote.at, &quote.words.text)
}

/// A saying with the round that it was said in, where the claim that takes it has another.
fn saying(read: &Read, saying: &Saying, told: &Claim, into: &Claim) -> Row {
    let text = |name: &zopa_syntax::ast::Name| name.text.clone();
    let line = read.files.get(saying.span.file.0 as usize);
    let line = line.and_then(|file| file.text.get(saying.span.start as usize..saying.span.end as usize));
    let round = saying.round.as_ref().or(told.round.as_ref()).map(text);
    let round = round.filter(|round| into.round.as_ref().is_none_or(|own| own.text != *round));
    let round = round.or_else(|| saying.round.as_ref().map(text));
    Row::new(line.unwrap_or_default())
        .with(round.map(|round| Row::new(format!("round {round}"))))
        .with(saying.quotes.iter().filter_map(quote))
        .with(saying.private.map(|_| Row::new("private")))
}
