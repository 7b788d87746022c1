//! Which of what was left out of a document is put back into its text, and where does it stand?
//!
//! A piece is named by the words that it begins with, so that a document that has changed is noticed; where several begin
//! so, by its number among them. It stands as paragraphs of its own, one for each of its lines, behind the paragraph in
//! which or after which it stood: no paragraph is cut, and so words quoted out of one are found again. What stands in the
//! text already and is no article, as in plain text, stays where it is. Either way it is article text from then on.

use crate::block::{Block, Kind, LeftOut};
use crate::fold::{fold, is_dropped};
use crate::taken::Taken;
use crate::text::Text;
use crate::words::ends_inside_word;
use std::collections::BTreeSet;

/// How many words of a piece are written down to name it, and how many characters, at most.
const NAMING_WORDS: usize = 8;
const NAMING_MOST: usize = 120;

/// Which piece is to be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// The words that it begins with.
    pub words: String,
    /// Which of those that begin so, from 1 for the first; where it is not said, the first.
    pub number: Option<usize>,
}

/// What a [`Keep`] found. A piece is told by its place in [`Text::left_out`] of the text with nothing put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepFound {
    /// The piece it names.
    Piece(usize),
    /// The first piece of so many that begin so: it does not say which.
    FirstOf(usize, usize),
    /// None: only so many begin so, and it asks for a later one.
    Only(usize),
    /// None: one before it has put that piece back.
    Again,
    /// None: these words stand in the text without it.
    InText,
    /// None.
    Nothing,
}

impl KeepFound {
    /// The piece that is put back.
    pub fn piece(self) -> Option<usize> {
        match self {
            KeepFound::Piece(at) | KeepFound::FirstOf(at, _) => Some(at),
            _ => None,
        }
    }
}

impl LeftOut {
    /// Can it be put back? Program text, and bytes that are no characters, are no words of the document.
    pub fn can_be_kept(&self) -> bool {
        !matches!(self.kind, Kind::Script | Kind::Damaged)
    }
}

impl Text {
    /// The same document with these pieces in its text; `self` has none of them yet.
    #[must_use]
    pub(crate) fn keeping(&self, keeps: &[Keep]) -> Text {
        let found = self.found(keeps);
        let mut wanted = vec![false; self.left_out.len()];
        for at in found.iter().filter_map(|found| found.piece()) {
            wanted.get_mut(at).into_iter().for_each(|wanted| *wanted = true);
        }
        let mut text = self.rebuilt(&wanted);
        text.keeps = found;
        text
    }

    /// What each [`Keep`] found that this text was taken with, in their order.
    pub fn keeps(&self) -> &[KeepFound] {
        &self.keeps
    }

    /// What names each piece of [`Text::left_out`], in a text with nothing put back. `None` for what cannot be put back.
    pub fn namings(&self) -> Vec<Option<Keep>> {
        let pieces = self.folded_pieces();
        let naming = |(at, piece): (usize, &LeftOut)| {
            let words = first_words(&piece.words);
            let same = begin_so(&pieces, &words);
            let number = same.iter().position(|known| *known == at)? + 1;
            Some(Keep { words, number: (same.len() > 1).then_some(number) })
        };
        self.left_out.iter().enumerate().map(naming).collect()
    }

    /// The pieces as they are compared; of what cannot be put back, nothing.
    fn folded_pieces(&self) -> Vec<String> {
        let folded = |piece: &LeftOut| if piece.can_be_kept() { fold(&piece.words) } else { String::new() };
        self.left_out.iter().map(|piece| folded(piece).trim().to_owned()).collect()
    }

    fn found(&self, keeps: &[Keep]) -> Vec<KeepFound> {
        let pieces = self.folded_pieces();
        let mut found: Vec<KeepFound> = Vec::new();
        for keep in keeps {
            let same = begin_so(&pieces, &keep.words);
            let at = keep.number.unwrap_or(1).checked_sub(1).and_then(|at| same.get(at).copied());
            found.push(match at {
                Some(at) if found.iter().any(|before| before.piece() == Some(at)) => KeepFound::Again,
                Some(at) if keep.number.is_none() && same.len() > 1 => KeepFound::FirstOf(at, same.len()),
                Some(at) => KeepFound::Piece(at),
                None if !same.is_empty() => KeepFound::Only(same.len()),
                None if self.find_standing(&keep.words, None).is_some() => KeepFound::InText,
                None => KeepFound::Nothing,
            });
        }
        found
    }

    fn rebuilt(&self, wanted: &[bool]) -> Text {
        let mut new =
            Rebuilt { old: self, taken: Taken::default(), standing: BTreeSet::new(), blocks: 0, copied: 0, put: 0 };
        let pieces = || self.left_out.iter().zip(wanted);
        let standing = pieces().filter(|(piece, wanted)| **wanted && piece.in_text);
        new.standing = standing.map(|(piece, _)| piece.at).collect();
        // What stands in the text is listed again by its block.
        for (piece, wanted) in pieces().filter(|(piece, _)| !piece.in_text) {
            new.blocks_before(piece.at);
            if *wanted { new.put(&piece.words) } else { new.leave_out(piece) }
        }
        new.finished().into_text(self.format)
    }
}

/// A text that is made anew of an old one, from its beginning to its end.
struct Rebuilt<'a> {
    old: &'a Text,
    taken: Taken,
    /// Where blocks begin that are article text from now on.
    standing: BTreeSet<usize>,
    /// How many blocks of the old text are in the new one.
    blocks: usize,
    /// How many bytes of the old text are.
    copied: usize,
    /// How many bytes were put in.
    put: usize,
}

impl Rebuilt<'_> {
    /// Every block that begins before `at`.
    fn blocks_before(&mut self, at: usize) {
        let mark = self.old.mark;
        while let Some(block) = self.old.blocks.get(self.blocks).filter(|block| block.start < at) {
            let kind = if self.standing.contains(&block.start) { Kind::Body } else { block.kind };
            let (start, end) = (block.start - mark + self.put, block.end - mark + self.put);
            self.taken.blocks.push(Block { kind, start, end });
            self.blocks += 1;
        }
    }

    /// A piece, behind the last block; before the first one where it stood there.
    fn put(&mut self, words: &str) {
        let last = self.blocks.checked_sub(1).and_then(|at| self.old.blocks.get(at));
        let end = last.map(|block| block.end - self.old.mark);
        self.copy_to(end.unwrap_or_default());
        for line in words.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
            let before = self.taken.source.len();
            let line = if end.is_some() { format!("\n\n{line}") } else { format!("{line}\n\n") };
            self.taken.source.push_str(&line);
            let (start, after) = if end.is_some() { (2, line.len()) } else { (0, line.len() - 2) };
            self.taken.blocks.push(Block { kind: Kind::Body, start: before + start, end: before + after });
            self.put += line.len();
        }
    }

    fn leave_out(&mut self, piece: &LeftOut) {
        self.taken.left_out.push(LeftOut { at: piece.at - self.old.mark + self.put, ..piece.clone() });
    }

    fn copy_to(&mut self, end: usize) {
        self.taken.source.push_str(self.old.source.get(self.copied..end).unwrap_or_default());
        self.copied = self.copied.max(end);
    }

    fn finished(mut self) -> Taken {
        self.blocks_before(usize::MAX);
        self.copy_to(self.old.source.len());
        self.taken.mark = self.old.mark;
        self.taken
    }
}

/// Which pieces begin with these words, whole words only? Pieces are folded.
fn begin_so(pieces: &[String], words: &str) -> Vec<usize> {
    let words = fold(words);
    let words = words.trim();
    let begins = |piece: &String| piece.starts_with(words) && !ends_inside_word(piece, words.len());
    let all = pieces.iter().enumerate().filter(|(_, piece)| !words.is_empty() && begins(piece));
    all.map(|(at, _)| at).collect()
}

/// The first words of a piece, on one row and without what nobody sees.
fn first_words(piece: &str) -> String {
    let seen: String = piece.chars().filter(|c| !is_dropped(*c)).collect();
    let words: Vec<&str> = seen.split_whitespace().take(NAMING_WORDS).collect();
    let row = words.join(" ");
    let Some((end, _)) = row.char_indices().nth(NAMING_MOST) else { return row };
    let cut = row.get(..end).unwrap_or_default();
    // Scripts without spaces may be cut anywhere, others between words.
    let whole = if ends_inside_word(&row, end) { cut.rsplit_once(' ').map(|(whole, _)| whole) } else { Some(cut) };
    whole.or(words.first().copied()).unwrap_or_default().trim_end().to_owned()
}
