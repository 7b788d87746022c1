//! What of a case stays at the desk?
//!
//! Private is
//! - a file of a private folder, with all that it holds;
//! - what a line `private` stands under: an item, a `said by`, an `option`, an `answer`;
//! - a source whose document lies in a private folder;
//! - a quote of a private source;
//! - what has words under it, and none but private ones: an item, a `said by`, an `option`, a field of a commitment.
//!   What is known from private words alone is itself private.

use std::collections::{BTreeMap, BTreeSet};

use crate::apart::Why;
use crate::ast::{Item, ItemKind, Quote, Saying};
use crate::span::Span;

/// The folder whose files stay at the desk.
pub const FOLDER: &str = "private";

/// Does a path lead through a folder named `private`, however that is capitalised? `/` and `\` stand between the parts
/// of a path.
pub fn is_private_path(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| part.eq_ignore_ascii_case(FOLDER))
}

fn source_name(item: &Item) -> Option<&str> {
    match &item.kind {
        ItemKind::Source(source) => Some(&source.name.text),
        _ => None,
    }
}

/// Says of items and lines whether they are private.
pub(crate) struct Judge<'a> {
    from: usize,
    sources: BTreeSet<&'a str>,
}

impl<'a> Judge<'a> {
    /// Files from the number `from` on are private altogether. A source may be private because its own words are: who
    /// quotes private sources alone is one. Each quote is counted once, however long the chains of sources are.
    pub(crate) fn of(items: &'a [Item], from: usize) -> Judge<'a> {
        let mut judge = Judge { from, sources: BTreeSet::new() };
        let sources: Vec<(&str, &Item)> = items.iter().filter_map(|item| Some((source_name(item)?, item))).collect();
        let mut quoted_by: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, (_, item)) in sources.iter().enumerate() {
            item.quotes.iter().for_each(|quote| quoted_by.entry(&quote.source.text).or_default().push(at));
        }
        let mut open: Vec<usize> = sources.iter().map(|(_, item)| item.quotes.len()).collect();
        let mut next: Vec<&str> =
            sources.iter().filter(|(_, item)| judge.item(item).is_some()).map(|(name, _)| *name).collect();
        while let Some(name) = next.pop() {
            if !judge.sources.insert(name) {
                continue;
            }
            for at in quoted_by.get(name).into_iter().flatten() {
                let Some((open, (quoting, _))) = open.get_mut(*at).zip(sources.get(*at)) else { continue };
                *open -= 1;
                next.extend((*open == 0).then_some(*quoting));
            }
        }
        judge
    }

    fn item(&self, item: &Item) -> Option<Why> {
        if item.span.file.0 as usize >= self.from {
            return Some(Why::File);
        }
        if item.private.is_some() {
            return Some(Why::Marked);
        }
        if let ItemKind::Source(source) = &item.kind
            && source.document.as_ref().is_some_and(|document| is_private_path(&document.path))
        {
            return Some(Why::Document);
        }
        self.has_private_words_alone(item).then_some(Why::Words)
    }

    /// Has it words, and none but private ones? A claim that is told in sayings alone, each of them private, has.
    fn has_private_words_alone(&self, item: &Item) -> bool {
        let sayings = match &item.kind {
            ItemKind::Claim(claim) => claim.sayings.as_slice(),
            _ => &[],
        };
        let unmarked = sayings.iter().filter(|saying| saying.private.is_none()).flat_map(|saying| &saying.quotes);
        let fields = match &item.kind {
            ItemKind::Commitment { fields, .. } => fields.as_slice(),
            _ => &[],
        };
        // What the options of an issue rest on is theirs.
        let quotes = item.quotes.iter().chain(unmarked).chain(fields.iter().flat_map(|field| &field.quotes));
        let open: Vec<bool> = quotes.map(|quote| !self.quote(quote)).collect();
        let told = |saying: &Saying| self.line(saying.private, &saying.quotes).is_some();
        let sayings_private = !sayings.is_empty() && sayings.iter().all(told);
        !open.contains(&true) && (!open.is_empty() || sayings_private)
    }

    fn quote(&self, quote: &Quote) -> bool {
        self.sources.contains(quote.source.text.as_str())
    }

    /// A line with what is under it.
    fn line(&self, mark: Option<Span>, quotes: &[Quote]) -> Option<Why> {
        match mark {
            Some(_) => Some(Why::Marked),
            None => (!quotes.is_empty() && quotes.iter().all(|quote| self.quote(quote))).then_some(Why::Words),
        }
    }

    /// What of an item is private: all of it, or some of its lines, each by a place in it.
    pub(crate) fn within(&self, item: &Item) -> Vec<(Span, Why)> {
        if let Some(why) = self.item(item) {
            return vec![(item.span, why)];
        }
        let mut rows = self.quotes(&item.quotes);
        let mut owner = |place: Span, mark: Option<Span>, quotes: &[Quote]| match self.line(mark, quotes) {
            Some(why) => rows.push((place, why)),
            None => rows.extend(self.quotes(quotes)),
        };
        match &item.kind {
            ItemKind::Claim(claim) => claim.sayings.iter().for_each(|row| owner(row.span, row.private, &row.quotes)),
            ItemKind::Issue { options, .. } => {
                options.iter().for_each(|row| owner(row.name.span, row.private, &row.quotes));
            }
            ItemKind::Question { answers, .. } => answers.iter().for_each(|row| owner(row.name.span, row.private, &[])),
            ItemKind::Commitment { fields, .. } => fields.iter().for_each(|row| owner(row.span, None, &row.quotes)),
            _ => {}
        }
        rows
    }

    fn quotes(&self, quotes: &[Quote]) -> Vec<(Span, Why)> {
        quotes.iter().filter(|quote| self.quote(quote)).map(|quote| (quote.span, Why::Words)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_folder_is_known_wherever_it_stands_in_a_path() {
        for path in ["private/a.txt", "./Private/a.txt", "documents/private/a", "documents\\..\\PRIVATE\\a", "private"]
        {
            assert!(is_private_path(path), "{path}");
        }
        for path in ["documents/a.txt", "documents/private.txt", "privately/a"] {
            assert!(!is_private_path(path), "{path}");
        }
    }
}
