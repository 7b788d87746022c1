//! Which words of the documents does the case quote already, accepted, waiting or rejected?

use std::collections::BTreeMap;

use crate::Texts;
use zopa_syntax::Tree;
use zopa_syntax::ast::{Item, ItemKind, Quote, Source};
use zopa_text::{Found, Text};

/// The documents of the sources, and what is quoted of each.
pub(super) struct Known<'a> {
    /// By source: the text of its document.
    texts: BTreeMap<&'a str, Text>,
    /// By source: from byte to byte.
    quoted: BTreeMap<String, Vec<(usize, usize)>>,
}

impl<'a> Known<'a> {
    pub fn of(texts: &Texts, tree: &'a Tree) -> Known<'a> {
        let sources = tree.items.iter().filter_map(source);
        let text = |source: &'a Source| Some((source.name.text.as_str(), texts.text_of_item(source)?.ok()?));
        let mut known = Known { texts: sources.filter_map(text).collect(), quoted: BTreeMap::new() };
        for quote in tree.items.iter().flat_map(quotes) {
            for (from, to) in known.places(quote) {
                known.add(&quote.source.text, from, to);
            }
        }
        known
    }

    pub fn text(&self, source: &str) -> Option<&Text> {
        self.texts.get(source)
    }

    /// Where a quote stands: everywhere, if it does not say.
    fn places(&self, quote: &Quote) -> Vec<(usize, usize)> {
        let Some(text) = self.text(&quote.source.text) else { return Vec::new() };
        match text.find(&quote.words.text, quote.at) {
            Found::Verified { anchor, .. } | Found::Moved { anchor, .. } => vec![(anchor.start, anchor.end)],
            Found::Several(anchors) => anchors.iter().map(|anchor| (anchor.start, anchor.end)).collect(),
            Found::Orphaned { .. } => Vec::new(),
        }
    }

    pub fn add(&mut self, source: &str, from: usize, to: usize) {
        self.quoted.entry(source.to_owned()).or_default().push((from, to));
    }

    /// Is half of these words, or half of a quote among them, quoted already?
    pub fn has(&self, source: &str, from: usize, to: usize) -> bool {
        let half = |(start, end): &(usize, usize)| {
            let shared = to.min(*end).saturating_sub(from.max(*start));
            shared > 0 && shared * 2 >= (to - from).min(end - start)
        };
        self.quoted.get(source).is_some_and(|quoted| quoted.iter().any(half))
    }
}

fn source(item: &Item) -> Option<&Source> {
    if let ItemKind::Source(source) = &item.kind { Some(source) } else { None }
}

/// The quotes of a claim: what is quoted for an option or a round is no claim yet.
fn quotes(item: &Item) -> impl Iterator<Item = &Quote> {
    let sayings = match &item.kind {
        ItemKind::Claim(claim) => Some(claim.sayings.iter().flat_map(|saying| &saying.quotes)),
        _ => None,
    };
    let own = sayings.is_some().then_some(&item.quotes);
    own.into_iter().flatten().chain(sayings.into_iter().flatten())
}
