//! Which rows of a file belong to a line and to all that stands under it?

use crate::keywords::ItemWord;
use crate::lines::{Line, Lines, columns, read};
use crate::shape::Class;
use crate::span::FileId;
use crate::tree::{Forest, grow};
use crate::words::{Token, is_blank};
use std::ops::Range;

/// The lines of a file, each with the line it stands under.
pub(crate) struct Blocks<'a> {
    pub text: &'a str,
    pub forest: Forest,
    lines: Lines,
    /// By line: the one it stands under.
    owners: Vec<Option<usize>>,
    /// By line: it opens an item.
    heads: Vec<bool>,
}

impl<'a> Blocks<'a> {
    pub fn of(text: &'a str, file: FileId) -> Self {
        let lines = read(text, file);
        let forest = grow(text, file, &lines);
        let mut owners = vec![None; lines.lines.len()];
        for (at, node) in forest.nodes.iter().enumerate() {
            for child in &node.children {
                if let Some(owner) = owners.get_mut(*child) {
                    *owner = Some(at);
                }
            }
        }
        let mut heads = vec![false; lines.lines.len()];
        for root in &forest.roots {
            if let Some(head) = heads.get_mut(*root) {
                *head = true;
            }
        }
        Blocks { text, lines, forest, owners, heads }
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.lines.len()
    }

    pub fn line(&self, at: usize) -> Option<&Line> {
        self.lines.lines.get(at)
    }

    pub fn words(&self, at: usize) -> &[Token] {
        self.line(at).map_or(&[], |line| self.lines.words(line))
    }

    /// The line that another stands under.
    pub fn owner(&self, at: usize) -> Option<usize> {
        self.owners.get(at).copied().flatten()
    }

    /// Does it open an item?
    pub fn is_head(&self, at: usize) -> bool {
        self.heads.get(at).copied().unwrap_or_default()
    }

    /// Does it open an item, whatever stands above it?
    pub fn is_surely_head(&self, at: usize) -> bool {
        self.is_head(at) && self.forest.nodes.get(at).is_some_and(|node| !node.unsure)
    }

    pub fn class(&self, at: usize) -> Option<Class> {
        self.forest.nodes.get(at).map(|node| node.class)
    }

    /// Is it a line of the language that stands where its indentation says?
    pub fn is_in_place(&self, at: usize) -> bool {
        let node = self.forest.nodes.get(at);
        node.is_some_and(|node| node.class != Class::Lost && !node.moved && !node.told)
    }

    /// The first line that begins there or later.
    pub fn line_from(&self, byte: u32) -> Option<&Line> {
        self.line(self.number_from(byte))
    }

    /// Its number: that of all lines, if there is none.
    pub fn number_from(&self, byte: u32) -> usize {
        self.lines.lines.partition_point(|line| line.start < byte)
    }

    /// The line that a byte stands in; the comments and empty rows after a line count to it.
    pub fn line_at(&self, byte: u32) -> Option<usize> {
        self.lines.lines.partition_point(|line| line.start <= byte).checked_sub(1)
    }

    /// The last item that such a word opens.
    pub fn last_item(&self, word: ItemWord) -> Option<usize> {
        let right = |root: &&usize| self.class(**root) == Some(Class::Item(word));
        self.forest.roots.iter().rev().find(right).copied()
    }

    /// Of the lines that stand right under another and deeper, the one that is indented least.
    pub fn shallowest_under(&self, at: usize) -> Option<&Line> {
        let own = self.line(at)?.indent;
        let children = self.forest.nodes.get(at)?.children.iter();
        children.filter_map(|child| self.line(*child)).filter(|line| line.indent > own).min_by_key(|line| line.indent)
    }

    /// The last line of those that belong to a line: itself, if none does.
    pub fn last_of(&self, at: usize) -> usize {
        let Some(own) = self.line(at) else { return at };
        let inside = |below: &usize| {
            let deeper = self.line(*below).is_some_and(|line| line.indent > own.indent);
            !self.is_head(*below) && (deeper || self.stands_under(*below, at))
        };
        (at + 1..self.len()).take_while(inside).last().unwrap_or(at)
    }

    fn stands_under(&self, below: usize, above: usize) -> bool {
        let mut at = below;
        while let Some(owner) = self.owner(at) {
            if owner == above {
                return true;
            }
            at = owner;
        }
        false
    }

    /// The rows of a line and of all that stands under it, the last one with its line feed.
    pub fn rows(&self, at: usize) -> Option<Range<usize>> {
        let start = row_start(self.text, self.line(at)?.start as usize);
        let last = self.line(self.last_of(at))?;
        Some(start..row_end(self.text, last.end as usize))
    }

    /// Where a row that is indented so far can stand after `end` without taking what follows for its own: behind all
    /// comments up to the next line that are deeper than it, and behind those right below at its own depth.
    pub fn over_comments(&self, end: usize, indent: u32) -> usize {
        let (mut at, mut past, mut adjoining) = (end, end, true);
        while let Some(row) = self.text.get(at..).and_then(|rest| rest.split_inclusive('\n').next()) {
            let words = row.trim_start_matches(is_blank);
            let depth = columns(row.get(..row.len() - words.len()).unwrap_or(""));
            at += row.len();
            match words.starts_with('#') {
                true if depth > indent || (adjoining && depth == indent && indent > 0) => past = at,
                true => adjoining = false,
                false if words.trim().is_empty() => adjoining = false,
                false => break,
            }
        }
        past
    }
}

/// The first byte of the row that a byte stands in.
pub(crate) fn row_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |feed| feed + 1)
}

/// One past the last byte of the row that a byte stands in, with its line feed.
pub(crate) fn row_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |feed| at + feed + 1)
}
