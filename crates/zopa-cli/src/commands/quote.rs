//! `zopa quote`: where in the documents do these words stand, and how is the passage quoted?

use crate::args::Where;
use crate::opened::Opened;
use crate::out::{self, End, Stop};
use clap::Args;
use zopa::Problem;
use zopa::report::cli as words;
use zopa::text::{Found, Text, word_count};

/// The most passages that are shown.
const MOST: usize = 5;

/// The most words that a quote of a shipped dossier may have.
const WORDS_MOST: usize = 15;

/// Find a passage in the documents in hand, and print the lines to paste under `said by`
#[derive(Args)]
pub struct Quote {
    #[command(flatten)]
    place: Where,
    /// Words of the passage, in any order
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,
}

/// A document in hand, and the source that names it.
struct Document<'a> {
    source: &'a str,
    path: &'a str,
    text: Text,
}

/// A passage that can be quoted.
struct Passage<'a> {
    document: &'a Document<'a>,
    phrase: bool,
    at: usize,
    exact: String,
    sentence: String,
}

impl Quote {
    /// Fails if no document is in hand or none has the words.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place, true)?;
        let documents = in_hand(&opened);
        if documents.is_empty() {
            return Err(failed("no-document", words::NO_DOCUMENT.to_owned(), none_in_hand(&opened)));
        }
        let wanted = self.words.join(" ");
        let passages = best(&documents, &wanted);
        if passages.is_empty() {
            let away = named(&opened).into_iter().filter(|path| documents.iter().all(|known| known.path != *path));
            let help = words::also_away(&nearest(&documents, &wanted), &away.collect::<Vec<_>>());
            return Err(failed("no-passage", words::no_passage(&wanted), help));
        }
        let blocks: Vec<String> = passages.iter().map(Passage::block).collect();
        out::answer(&blocks.join("\n"))?;
        Ok(End::Fine)
    }
}

/// Phrases first, then the tightest; documents stay in the order of their sources.
fn best<'a>(documents: &'a [Document<'a>], wanted: &str) -> Vec<Passage<'a>> {
    let mut passages: Vec<_> = documents.iter().flat_map(|document| passages(document, wanted)).collect();
    passages.sort_by_key(|passage| (!passage.phrase, word_count(&passage.exact)));
    // Words far apart are worth a look only where nothing better is found.
    let short = |passage: &Passage<'_>| word_count(&passage.exact) <= WORDS_MOST;
    if passages.first().is_some_and(short) {
        passages.retain(short);
    }
    passages.truncate(MOST);
    passages
}

fn failed(code: &'static str, message: String, help: String) -> Stop {
    Stop::for_problems(End::Failed, &[Problem { code, message, help }])
}

/// The documents in hand that are text, in the order of the sources. `zopa check` tells of those that are not.
fn in_hand(opened: &Opened) -> Vec<Document<'_>> {
    let named = opened.read.case.sources.values().filter_map(|source| {
        let (path, _) = source.document.as_ref()?;
        Some(Document { source: &source.name, path, text: opened.dossier.texts.text_of(source)?.ok()? })
    });
    named.collect()
}

/// The documents that the case names, in hand or not.
fn named(opened: &Opened) -> Vec<&str> {
    let sources = opened.read.case.sources.values();
    sources.filter_map(|source| Some(source.document.as_ref()?.0.as_str())).collect()
}

/// Why none is in hand, and the way out.
fn none_in_hand(opened: &Opened) -> String {
    let named = named(opened);
    let there: Vec<&str> = opened.dossier.texts.documents.iter().map(|(path, _)| path.as_str()).collect();
    match (named.is_empty(), there.first()) {
        (false, _) => words::put_documents(&named),
        (true, Some(first)) => words::name_document(first),
        (true, None) => words::NAME_DOCUMENTS.to_owned(),
    }
}

fn passages<'a>(document: &'a Document<'a>, wanted: &str) -> Vec<Passage<'a>> {
    let text = &document.text;
    let exact = match text.find(wanted, None) {
        Found::Verified { anchor, .. } | Found::Moved { anchor, .. } => vec![anchor],
        Found::Several(anchors) => anchors,
        Found::Orphaned { .. } => Vec::new(),
    };
    let found = text.search(&[wanted], MOST).into_iter().map(|found| {
        // A search leaves marks aside; where the words stand just as given, their quotation marks belong to them.
        let wider = |anchor: &&zopa::text::Anchor| anchor.start <= found.anchor.start && found.anchor.end <= anchor.end;
        let anchor = exact.iter().find(wider).unwrap_or(&found.anchor);
        let parts: Vec<&str> = anchor.parts.iter().filter_map(|(start, end)| text.slice(*start, *end)).collect();
        let sentence = text.slice(found.sentence.0, found.sentence.1).unwrap_or_default();
        Passage {
            document,
            phrase: found.phrase,
            at: anchor.start,
            exact: one_line(&parts.join(" [...] ")),
            sentence: one_line(sentence),
        }
    });
    found.collect()
}

impl Passage<'_> {
    fn block(&self) -> String {
        let count = word_count(&self.exact);
        let long = if count > WORDS_MOST { words::too_long(count, WORDS_MOST) } else { String::new() };
        let around = words::around(self.document.path, &self.sentence);
        let comments: Vec<String> =
            [around, long].iter().filter(|line| !line.is_empty()).map(|line| format!("    # {line}\n")).collect();
        format!("{}    quote {} at {} > {}\n", comments.concat(), self.document.source, self.at, self.exact)
    }
}

/// The passage most like the words, over all documents: the first of those that share most of them.
fn nearest(documents: &[Document<'_>], wanted: &str) -> String {
    let mut best: Option<(usize, String)> = None;
    for document in documents {
        let Found::Orphaned { nearest: Some(nearest) } = document.text.find(wanted, None) else { continue };
        if best.as_ref().is_none_or(|(shared, _)| nearest.shared > *shared) {
            best = Some((
                nearest.shared,
                words::nearest(document.source, nearest.anchor.start, &one_line(&nearest.anchor.exact)),
            ));
        }
    }
    best.map_or_else(|| words::FEWER_WORDS.to_owned(), |(_, told)| told)
}

/// A quote stands on one line; where its document breaks it, white space is compared as one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
