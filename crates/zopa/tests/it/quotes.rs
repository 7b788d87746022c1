//! Do the words quoted in the Ukraine case stand in the reports, and is one changed word noticed?

use crate::build::yardsticks;
use crate::examples::{folder, texts};
use std::fs;
use zopa::text::{Found, Text, sha256, word_count};
use zopa::{Read, Texts};
use zopa_case::{DocumentState, Quote, QuoteState};

/// Quotes are short: the phrase that carries the claim.
const WORDS_MOST: usize = 15;

/// The case with the reports put where it looks for them, if they are here.
pub fn with_reports() -> Option<Texts> {
    let reports = yardsticks("reports")?;
    let mut texts = texts(&folder("ukraine-2026"));
    let read = zopa::read(&texts);
    for (path, _) in read.case.sources.values().filter_map(|source| source.document.as_ref()) {
        let file = reports.join(path.strip_prefix("documents/").unwrap());
        let Ok(bytes) = fs::read(&file) else {
            println!("skipped: no report {}", file.display());
            return None;
        };
        texts.documents.push((path.clone(), bytes));
    }
    Some(texts)
}

/// The document that a quote is from, as bytes.
fn document<'a>(read: &Read, texts: &'a Texts, quote: &Quote) -> &'a [u8] {
    let (path, _) = read.case.sources[quote.source].document.as_ref().unwrap();
    &texts.documents.iter().find(|(name, _)| name == path).unwrap().1
}

#[test]
fn no_quote_is_longer_than_fifteen_words() {
    let read = zopa::read(&texts(&folder("ukraine-2026")));
    assert!(read.case.quotes.len() > 100);
    for quote in read.case.quotes.values() {
        let count = word_count(&quote.words).max(quote.words.split_whitespace().count());
        assert!(count <= WORDS_MOST, "{count} words: {}", quote.words);
        assert!(matches!(quote.state, QuoteState::NotInHand), "the reports are not shipped");
    }
}

#[test]
fn yardstick_every_quote_stands_in_its_report_where_the_case_says() {
    let Some(texts) = with_reports() else { return };
    let read = zopa::read(&texts);
    let told: Vec<&str> = read.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert!(told.is_empty(), "{told:#?}");
    let mut documents = 0;
    for source in read.case.sources.values() {
        let Some((path, hash)) = &source.document else { continue };
        let bytes = &texts.documents.iter().find(|(name, _)| name == path).unwrap().1;
        assert_eq!(hash.as_deref(), Some(sha256(bytes).as_str()), "{path}");
        assert_eq!(source.state, DocumentState::InHand, "{path}");
        documents += 1;
    }
    assert_eq!(documents, 5, "all the reports and nothing else");
    for quote in read.case.quotes.values() {
        let QuoteState::Verified(start) = quote.state else { panic!("{}: {:?}", quote.words, quote.state) };
        assert_eq!(quote.at.unwrap_or(start), start, "{}", quote.words);
        exactly(document(&read, &texts, quote), start, &quote.words);
    }
}

/// The parts of a quote stand in the bytes one after the other, the first of them at the start.
fn exactly(bytes: &[u8], start: usize, words: &str) {
    let mut rest = &bytes[start..];
    for (at, part) in words.split(" [...] ").map(str::as_bytes).enumerate() {
        let found = rest.windows(part.len()).position(|window| window == part);
        let found = found.unwrap_or_else(|| panic!("not in the report: {words}"));
        assert!(at > 0 || found == 0, "not at byte {start}: {words}");
        rest = &rest[found + part.len()..];
    }
}

/// Each quote in turn, each of its words replaced by another.
fn changed(words: &str) -> Vec<String> {
    let tokens: Vec<&str> = words.split(' ').collect();
    let with = |at: usize, other: &str| {
        let mut tokens = tokens.clone();
        tokens[at] = other;
        tokens.join(" ")
    };
    let carries = |token: &str| token.chars().any(char::is_alphanumeric);
    let places = (0..tokens.len()).filter(|at| carries(tokens[*at]));
    places
        .map(|at| {
            let core = tokens[at].trim_matches(|c: char| !c.is_alphanumeric());
            let other = if core.eq_ignore_ascii_case("perhaps") { "never" } else { "perhaps" };
            with(at, &tokens[at].replace(core, other))
        })
        .collect()
}

#[test]
fn yardstick_one_changed_word_in_any_quote_is_noticed() {
    let Some(texts) = with_reports() else { return };
    let read = zopa::read(&texts);
    let mut tried = 0;
    for quote in read.case.quotes.values() {
        let text = Text::from_bytes(document(&read, &texts, quote)).unwrap();
        for words in changed(&quote.words) {
            let found = text.find(&words, quote.at);
            assert!(matches!(found, Found::Orphaned { .. }), "{words}: {found:?}");
            tried += 1;
        }
    }
    assert!(tried > 1000, "{tried}");
}

/// The whole way: the case file itself, one quote changed, gives one error at that quote.
#[test]
fn yardstick_one_changed_word_in_the_case_file_is_an_error_at_its_place() {
    let Some(texts) = with_reports() else { return };
    let read = zopa::read(&texts);
    for (number, quote) in read.case.quotes.values().enumerate() {
        let all = changed(&quote.words);
        let words = &all[number % all.len()];
        let mut texts = texts.clone();
        let file = String::from_utf8(texts.case_files[0].1.clone()).unwrap();
        let (start, end) = (quote.span.start as usize, quote.span.end as usize);
        let at = start + file[start..end].find(&quote.words).unwrap();
        let edited = format!("{}{words}{}", &file[..at], &file[at + quote.words.len()..]);
        texts.case_files[0].1 = edited.into_bytes();
        let told = zopa::read(&texts).diagnostics;
        assert_eq!(told.len(), 1, "{words}: {told:?}");
        assert_eq!(told[0].code.0, "quote-orphaned", "{words}");
        assert!(told[0].primary.span.start >= quote.span.start, "{words}");
    }
}

/// A document that has changed leaves the case answered, and says which answers rest on words that it has lost.
#[test]
fn answers_that_rest_on_words_a_changed_document_has_lost_are_listed() {
    let case = |hash: &str| {
        format!(
            "case \"c\"\nparty a \"A\"\nparty b \"B\"\nissue i \"I\"\n  option x\n  option y\nissue j \"J\"\n  option x\n  option y\n\
             source r \"R\"\n  document documents/r.txt{hash}\nsource s \"S\"\n  document documents/s.txt\n\
             claim one \"One\"\n  a requires i = x\n  quote r > it is x or nothing\n  quote s > it is x\n\
             claim two \"Two\"\n  b rejects i = x\n  quote r > never x, they said\n\
             claim three \"Three\"\n  a requires j = x\n  quote s > j is x\n\
             claim four \"Four\"\n  b rejects j = x\n  quote s > j is y\n\
             claim note \"Note\"\n  quote r > a note at the end\n  quote s > it is x\n"
        )
    };
    let before = "it is x or nothing. never x, they said. a note at the end.";
    let read = |hash: &str, text: &str| {
        let document = |name: &str, text: &str| (format!("documents/{name}.txt"), text.as_bytes().to_vec());
        let documents = vec![document("r", text), document("s", "it is x. j is x. j is y.")];
        zopa::read(&zopa::Texts { documents, ..zopa::Texts::of_case("c", &case(hash)) })
    };
    let hash = format!(" sha256 {}", sha256(before.as_bytes()));
    let brief = |read: &zopa::Read| read.brief(&zopa::Request { switches: true, ..Default::default() }).unwrap();
    assert!(brief(&read(&hash, before)).orphaned.is_empty());
    // Found again by its words, wherever they stand now.
    let moved = read(&hash, &format!("Corrected. {before}"));
    assert!(moved.errors() == 0 && brief(&moved).orphaned.is_empty());

    let after = read(&hash, "it is x or nothing. they were silent.");
    let told: Vec<_> = after.diagnostics.iter().map(|told| told.code.0).collect();
    assert!(after.errors() == 0 && told.iter().filter(|code| **code == "quote-gone").count() == 2, "{told:?}");
    let brief = brief(&after);
    let [two, note] = brief.orphaned.as_slice() else { panic!("{:?}", brief.orphaned) };
    let lost = |number: u32| brief.quotes.iter().find(|quote| quote.number == number).unwrap().words.as_str();
    assert_eq!((two.claim.as_str(), lost(two.quotes[0])), ("two", "never x, they said"));
    let resting = brief.answer.clashes.iter().filter(|clash| clash.basis.0.contains(&two.claim));
    assert_eq!(two.clashes, resting.map(|clash| clash.id.clone()).collect::<Vec<_>>());
    assert!(two.clashes.len() == 1 && brief.answer.clashes.len() == 2, "the other clash rests on other words");
    assert_eq!(two.openings, ["i"]);
    assert!(two.hinges.iter().any(|(_, name)| name == "r"), "{:?}", two.hinges);
    assert!(note.claim == "note" && note.clashes.is_empty() && note.openings.is_empty());
    let style = zopa::report::terminal::Style::default();
    let forms = [
        zopa::report::html(&brief),
        zopa::report::markdown::brief(&brief),
        zopa::report::terminal::brief(&brief, style),
    ];
    for form in forms {
        let told = form.split("Words that are no longer in their document").nth(1).unwrap_or_else(|| panic!("{form}"));
        assert!(
            told.contains("Two") && told.contains("clashes that rest on it") && told.contains("no answer rests on it")
        );
    }

    // What was never checked against a hash is no change, and a mistake.
    let unchecked = read("", "it is x or nothing. they were silent.");
    assert_eq!(unchecked.errors(), 2);
}
