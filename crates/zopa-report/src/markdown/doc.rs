//! How are the lines of a Markdown text put together, and which quotes does it name?

use super::inline::{Inline, joined, numbers, strong, text};
use crate::names::{Names, quoted};
use crate::words::{self, markdown};
use std::collections::BTreeSet;
use zopa_finding::{Brief, Claim, Quote, QuoteState};

/// Lines from top to bottom.
#[derive(Default)]
pub(super) struct Lines {
    lines: Vec<String>,
}

impl Lines {
    /// A heading; 1 is the largest.
    pub fn heading(&mut self, level: usize, heading: &str) {
        let heading = text(heading);
        self.block(vec![format!("{} {}", "#".repeat(level), heading.as_str())]);
    }

    /// A paragraph; none where it says nothing.
    pub fn paragraph(&mut self, line: Inline) {
        if !line.is_empty() {
            self.block(vec![line.line()]);
        }
    }

    /// A list.
    pub fn list(&mut self, items: &[Inline]) {
        self.block(items.iter().map(|item| format!("- {}", item.line())).collect());
    }

    /// A list whose items have lists of their own.
    pub fn tree(&mut self, items: &[(Inline, Vec<Inline>)]) {
        let own = |items: &[Inline]| items.iter().map(|item| format!("  - {}", item.line())).collect::<Vec<_>>();
        let lines = items.iter().flat_map(|(item, below)| {
            std::iter::once(format!("- {}", item.line())).chain(own(below)).collect::<Vec<_>>()
        });
        self.block(lines.collect());
    }

    /// A pipe table: a row of heads, the rule, a row for each of the others. No cell holds a line break or a bare pipe.
    pub fn table(&mut self, heads: &[&str], rows: &[Vec<Inline>]) {
        if rows.is_empty() {
            return;
        }
        let row = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
        let titles: Vec<Inline> = heads.iter().map(|head| text(head)).collect();
        let mut lines = vec![row(titles.iter().map(Inline::as_str).collect())];
        lines.push(format!("|{}", " --- |".repeat(heads.len())));
        lines.extend(rows.iter().map(|cells| row(cells.iter().map(Inline::as_str).collect())));
        self.block(lines);
    }

    /// All of it.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    /// Lines that belong together, apart from those before.
    fn block(&mut self, lines: Vec<String>) {
        if !self.lines.is_empty() && !lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
    }
}

/// A text about a brief in the making: its lines, and the quotes that they name.
pub(super) struct Doc<'a> {
    pub names: Names<'a>,
    lines: Lines,
    named: BTreeSet<u32>,
}

impl<'a> Doc<'a> {
    pub fn new(brief: &'a Brief) -> Self {
        Doc { names: Names::new(brief), lines: Lines::default(), named: BTreeSet::new() }
    }

    pub fn brief(&self) -> &'a Brief {
        self.names.brief()
    }

    /// [`Lines::heading`].
    pub fn heading(&mut self, level: usize, heading: &str) {
        self.lines.heading(level, heading);
    }

    /// [`Lines::paragraph`].
    pub fn paragraph(&mut self, line: Inline) {
        self.lines.paragraph(line);
    }

    /// [`Lines::list`].
    pub fn list(&mut self, items: &[Inline]) {
        self.lines.list(items);
    }

    /// [`Lines::tree`].
    pub fn tree(&mut self, items: &[(Inline, Vec<Inline>)]) {
        self.lines.tree(items);
    }

    /// [`Lines::table`].
    pub fn table(&mut self, heads: &[&str], rows: &[Vec<Inline>]) {
        self.lines.table(heads, rows);
    }

    /// The words of quotes, each with its number; they will be listed too.
    pub fn words(&mut self, quotes: &[u32]) -> Inline {
        let found: Vec<&'a Quote> = quotes.iter().filter_map(|number| self.names.index.quote(*number)).collect();
        self.named.extend(found.iter().map(|quote| quote.number));
        joined(found.into_iter().map(|quote| text(&quoted(&quote.words)).and(numbers(&[quote.number]))), ';')
    }

    /// References to quotes, each once, in their order; they will be listed.
    pub fn quotes(&mut self, quotes: impl IntoIterator<Item = u32>) -> Inline {
        let there = |number: &u32| self.names.index.quote(*number).is_some();
        let quotes: BTreeSet<u32> = quotes.into_iter().filter(there).collect();
        self.named.extend(&quotes);
        numbers(&quotes.into_iter().collect::<Vec<_>>())
    }

    /// The quotes of claims.
    pub fn quotes_of<'c>(&mut self, claims: impl IntoIterator<Item = &'c String>) -> Inline {
        let found: Vec<&'a Claim> = claims.into_iter().filter_map(|claim| self.names.index.claim(claim)).collect();
        self.quotes(found.into_iter().flat_map(|c| &c.sayings).flat_map(|saying| saying.quotes.iter().copied()))
    }

    /// The whole text, with its quotes at the end; all of them where it is the whole brief.
    pub fn finish(mut self, whole: bool) -> String {
        let all = self.brief().quotes.iter().filter(|quote| whole || self.named.contains(&quote.number));
        let items: Vec<Inline> = all.map(|quote| entry(&self.names, quote)).collect();
        if !items.is_empty() {
            self.heading(2, markdown::QUOTES_LIST);
            self.paragraph(text(markdown::QUOTES_INTRO));
            self.list(&items);
        }
        self.lines.text()
    }
}

/// A quote under its number. The number is part of the text: a list that counts by itself would count otherwise, where
/// a text names some quotes and not others, or where somebody takes a line out.
fn entry(names: &Names<'_>, quote: &Quote) -> Inline {
    let state = match &quote.state {
        QuoteState::Verified => text(words::VERIFIED),
        QuoteState::NotInHand => text(words::NOT_IN_HAND),
        QuoteState::Orphaned { nearest: None } => text(words::ORPHANED),
        QuoteState::Orphaned { nearest: Some(nearest) } => {
            text(words::ORPHANED).then(';').and(text(words::NEAREST)).then(':').and(text(&quoted(nearest)))
        }
    };
    let report = joined([text(&names.index.source_title(&quote.source)), state], ',');
    numbers(&[quote.number]).and(text(&quoted(&quote.words))).then('.').and(report)
}

/// A label in bold, and what it stands before.
pub(super) fn labelled(label: &str, line: Inline) -> Inline {
    strong(label).then(':').and(line)
}

/// Lines as items in a cell.
pub(super) fn items(lines: &[String]) -> Inline {
    joined(lines.iter().map(|line| text(line)), ';')
}
