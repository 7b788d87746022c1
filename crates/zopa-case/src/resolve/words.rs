//! Do the words quoted stand in the documents? Each quote verified, not in hand, or orphaned.

use super::Resolver;
use crate::*;
use std::collections::BTreeMap;
use zopa_syntax::ast::{self, Item, ItemKind};
use zopa_syntax::{Diagnostic, Span, composed};
use zopa_text::{Format, Found, Kept, Text, Unread};

/// The documents in hand: bytes as received, by path inside the dossier.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    /// Bytes by path, `/` between its parts.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Texts that were taken from them before.
    pub kept: Kept,
}

/// A document in hand, as text.
pub(crate) struct Hand {
    text: Text,
    /// Quotes without a place that were looked for in it.
    quoted: usize,
}

/// So many quotes without a place make it worth while to make a document ready for them.
const MANY: usize = 64;

/// Bytes of documents that are looked through for the passages nearest to orphaned quotes, all together, at most.
const LOOKED_THROUGH: usize = 16 << 20;

impl Resolver<'_> {
    /// Adds a quote, verified where its document is in hand.
    pub(crate) fn quote(&mut self, quote: &ast::Quote) -> Option<QuoteId> {
        let source = self.source(&quote.source)?;
        let words = quote.words.text.clone();
        let state = self.verify(source, &words, quote.at, quote);
        Some(self.case.quotes.push(Quote { source, at: quote.at, words, state, span: quote.span }))
    }

    pub(crate) fn quotes(&mut self, quotes: &[ast::Quote]) -> Vec<QuoteId> {
        quotes.iter().filter_map(|quote| self.quote(quote)).collect()
    }

    fn verify(&mut self, source: SourceId, words: &str, at: Option<usize>, quote: &ast::Quote) -> QuoteState {
        let Some(found) = self.look_up(source, words, at) else { return QuoteState::NotInHand };
        match found {
            Found::Verified { anchor, byte_exact } => {
                self.exactly(byte_exact, &anchor.exact, quote);
                QuoteState::Verified(anchor.start)
            }
            Found::Moved { anchor, byte_exact } => {
                self.exactly(byte_exact, &anchor.exact, quote);
                let said = at.map(|at| format!(", not at {at}")).unwrap_or_default();
                let message = format!(
                    "the words stand at byte {} of the document of `{}`{said}",
                    anchor.start, quote.source.text
                );
                let help = format!("write `at {}`", anchor.start);
                self.report(Diagnostic::warning("quote-moved", quote.span, message, help));
                QuoteState::Verified(anchor.start)
            }
            Found::Several(anchors) => {
                let places: Vec<String> = anchors.iter().take(3).map(|anchor| anchor.start.to_string()).collect();
                let message =
                    format!("these words stand at {} places of the document of `{}`", anchors.len(), quote.source.text);
                let help = format!("say which with `at`: {}", places.join(", "));
                self.report(Diagnostic::warning("quote-several", quote.span, message, help));
                anchors.first().map_or(QuoteState::Orphaned(None), |anchor| QuoteState::Verified(anchor.start))
            }
            Found::Orphaned { nearest } => {
                let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                let nearest = nearest.map(|nearest| folded(&nearest.anchor.exact));
                let changed = matches!(self.case.sources[source].state, DocumentState::Changed);
                let told = if changed { gone(quote, nearest.as_deref()) } else { absent(quote, nearest.as_deref()) };
                self.report(told.labelled("not found"));
                QuoteState::Orphaned(nearest)
            }
        }
    }

    fn look_up(&mut self, source: SourceId, words: &str, at: Option<usize>) -> Option<Found> {
        let hand = self.texts.get_mut(&source)?;
        hand.quoted += usize::from(at.is_none());
        if hand.quoted == MANY {
            hand.text.expect_many();
        }
        if let Some(found) = hand.text.find_standing(words, at) {
            return Some(found);
        }
        // What is nearest takes a close look at the whole document: not for every quote of a case full of orphans.
        self.looked_through += hand.text.as_str().len();
        let look = self.looked_through <= LOOKED_THROUGH;
        Some(if look { hand.text.find(words, at) } else { Found::Orphaned { nearest: None } })
    }

    /// Warns where the document has other marks than the quote. A line break of the document is a space in a quote,
    /// which cannot hold one.
    fn exactly(&mut self, byte_exact: bool, exact: &str, quote: &ast::Quote) {
        let folded = exact.split_whitespace().collect::<Vec<_>>().join(" ");
        // Accents written apart are no other marks.
        if !byte_exact && composed(&folded) != composed(&quote.words.text) {
            let message =
                format!("the document of `{}` has these words with other marks or white space", quote.source.text);
            let help = format!("as it stands there: {folded}");
            self.report(Diagnostic::warning("quote-not-exact", quote.words.span, message, help));
        }
    }

    /// Reads a source's document, if it is in hand, and checks it against the hash that the case records.
    pub(crate) fn document(&mut self, source: &ast::Source, id: SourceId) -> DocumentState {
        let Some(document) = &source.document else {
            self.kept_of_nothing(source);
            return DocumentState::None;
        };
        let Some(bytes) = self.documents.files.get(&document.path) else { return DocumentState::NotInHand };
        let hash = zopa_text::sha256(bytes);
        let changed = document.sha256.as_ref().is_some_and(|recorded| !recorded.eq_ignore_ascii_case(&hash));
        let keeps = &self.case.sources[id].keeps;
        match self.documents.kept.hashed(&document.path, bytes, &hash, keeps) {
            Ok(text) => {
                self.kept(source, text.keeps(), changed);
                self.texts.insert(id, Hand { text, quoted: 0 });
            }
            Err(error) => {
                self.report(unread(&document.path, document.span, error));
                return DocumentState::NotText;
            }
        }
        match &document.sha256 {
            Some(_) if changed => {
                let message = format!(
                    "`{}` of `{}` is not the file that the case was coded from",
                    document.path, source.name.text
                );
                let help = format!("put the original back, or check every quote and write `sha256 {hash}`");
                self.report(Diagnostic::warning("document-changed", document.span, message, help));
                DocumentState::Changed
            }
            _ => DocumentState::InHand,
        }
    }

    /// Quotes under items that keep none of their own: options, steps, gates, definitions, parties.
    pub(crate) fn item_quotes(&mut self, items: &[Item]) {
        for item in items {
            let (name, options) = match &item.kind {
                ItemKind::Issue { name, options, .. } => (name, options.as_slice()),
                ItemKind::Step { name, .. }
                | ItemKind::Gate { name, .. }
                | ItemKind::Define { name, .. }
                | ItemKind::Party { name, .. }
                | ItemKind::Body { name, .. }
                | ItemKind::Person { name, .. }
                | ItemKind::Anonymous { name, .. }
                | ItemKind::Question { name, .. } => (name, [].as_slice()),
                _ => continue,
            };
            let quotes = item.quotes.iter().chain(options.iter().flat_map(|option| &option.quotes));
            for quote in quotes {
                if let Some(id) = self.quote(quote) {
                    self.case.item_quotes.push((name.text.clone(), id));
                }
            }
        }
    }

    /// The words at which something was left out of a document.
    pub(crate) fn omission(&mut self, source: SourceId, words: &ast::Words, span: Span) -> QuoteId {
        let name = self.case.sources[source].name.clone();
        let name = ast::Name { text: name, span };
        let quote = ast::Quote { source: name, at: None, words: words.clone(), span };
        let state = match self.look_up(source, &words.text, None) {
            Some(Found::Several(anchors)) => {
                anchors.first().map_or(QuoteState::Orphaned(None), |anchor| QuoteState::Verified(anchor.start))
            }
            _ => self.verify(source, &words.text, None, &quote),
        };
        self.case.quotes.push(Quote { source, at: None, words: words.text.clone(), state, span })
    }
}

/// Words that a document does not have, and is not known to have had.
fn absent(quote: &ast::Quote, nearest: Option<&str>) -> Diagnostic {
    let message = format!("these words are not in the document of `{}`", quote.source.text);
    let help = match nearest {
        Some(passage) => format!("the nearest passage is: {passage}"),
        None => "quote the document's own words; `zopa quote` finds a passage".to_owned(),
    };
    Diagnostic::error("quote-orphaned", quote.words.span, message, help)
}

/// Words that a document no longer has: they were quoted from the file that it was. What rests on them can still be told,
/// as resting on them.
fn gone(quote: &ast::Quote, nearest: Option<&str>) -> Diagnostic {
    let message = format!("these words are no longer in the document of `{}`, which has changed", quote.source.text);
    let help = match nearest {
        Some(passage) => format!("put the original back, or quote anew; the nearest passage is: {passage}"),
        None => "put the original back, or quote anew; `zopa quote` finds a passage".to_owned(),
    };
    Diagnostic::warning("quote-gone", quote.words.span, message, help)
}

/// Why a document cannot be read, and the way out.
fn unread(path: &str, span: Span, error: Unread) -> Diagnostic {
    match error {
        Unread::NotText(error) => {
            let message = format!("`{path}` is not UTF-8 text at byte {}", error.offset);
            let help = format!("save it as UTF-8; likely encoding: {}", error.likely);
            Diagnostic::error("document-not-text", span, message, help)
        }
        Unread::Encoding { declared, offset, likely } => {
            let message = format!("`{path}` is to be read as {declared}, which byte {offset} is not");
            let help = format!("save the page anew as UTF-8; likely encoding: {likely}");
            Diagnostic::error("document-encoding", span, message, help)
        }
        Unread::Damaged(format) => {
            let message = format!("`{path}` is {} that is damaged or breaks off", format.with_article());
            let help = "get the file again; or save its text as UTF-8, and name that file as the document";
            Diagnostic::error("document-damaged", span, message, help)
        }
        Unread::Encrypted(format) => {
            let message = format!("`{path}` is {} that opens with a password only", format.with_article());
            let help = "save a copy that needs no password, and name that file as the document";
            Diagnostic::error("document-locked", span, message, help)
        }
        Unread::NoText(format) => {
            let message = format!("`{path}` is {} that holds no text", format.with_article());
            let help = match format {
                Format::Html | Format::Mhtml => {
                    "a script fills the page: save it from the browser as it is shown, complete"
                }
                _ => {
                    "have the text of its pictures recognised, read it against them, and name that file as the document"
                }
            };
            Diagnostic::error("document-no-text", span, message, help)
        }
        Unread::TooLarge { most } => {
            let message = format!("`{path}` has more than the {most} bytes that are read of a document");
            Diagnostic::error("document-too-large", span, message, "cut it into parts, and name each as a source")
        }
    }
}
