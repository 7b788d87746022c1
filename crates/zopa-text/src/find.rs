//! Does a quote stand in its document?
//!
//! Words are compared folded (see `fold`), whole words only: *we can* does not stand in *we cannot*. A quote with
//! ` [...] ` in it leaves words out there: its parts must stand in order, at most [`GAP_MOST`] characters apart.

use crate::Span;
use crate::anchor::Anchor;
use crate::fold::fold;
use crate::nearest::Nearest;
use crate::starts::Starts;
use crate::text::Text;
use crate::words::{begins_inside_word, ends_inside_word};

/// The most characters of the document, as folded, that one ` [...] ` may leave out.
pub const GAP_MOST: usize = 600;

/// The most anchors that [`Found::Several`] lists. If it lists as many, the words may stand at more places.
pub const SEVERAL_MOST: usize = 100;

/// The most places looked at for each part of a quote that leaves words out.
const HITS_MOST: usize = 100_000;

/// How a quote stands in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The words stand at the offset asked for; or none was, and they stand at exactly one place.
    Verified {
        /// Where they stand.
        anchor: Anchor,
        /// The document has them byte for byte as given (white space around them aside), not only when folded.
        byte_exact: bool,
    },
    /// The words do not stand at the offset asked for, and stand at exactly one other place.
    Moved {
        /// Where they stand.
        anchor: Anchor,
        /// As in [`Found::Verified`].
        byte_exact: bool,
    },
    /// The words stand at several places, none of them the offset asked for: the first [`SEVERAL_MOST`], in order.
    Several(Vec<Anchor>),
    /// The words stand nowhere.
    Orphaned {
        /// The passage most like them, if one shares at least half of their words. Never evidence: for a person to see.
        nearest: Option<Nearest>,
    },
}

impl Text {
    /// Finds `words`, best at the byte offset `at`.
    ///
    /// White space around the words is ignored. An anchor never begins or ends inside a word, nor between a letter and
    /// its accents. Of the places of a quote that leaves words out, only those count that hold no smaller one, unless
    /// `at` names it. If the document itself has `[...]` in these words, the words stand there as they are.
    ///
    /// Words without anything to compare (only white space and characters of no width) are orphaned.
    ///
    /// Costs one pass over the folded document for each part of the quote; less if the words stand at `at`. An orphan
    /// costs more: see [`Nearest`].
    pub fn find(&self, words: &str, at: Option<usize>) -> Found {
        self.find_standing(words, at)
            .unwrap_or_else(|| Found::Orphaned { nearest: self.nearest_to(Wanted::readings(words).last()) })
    }

    /// The same for words that stand in the document; `None` for those that stand nowhere, without looking for the passage
    /// nearest to them, which costs far more than anything else.
    pub fn find_standing(&self, words: &str, at: Option<usize>) -> Option<Found> {
        let readings = Wanted::readings(words);
        let stated = at.and_then(|at| readings.iter().find_map(|wanted| self.found_at(wanted, at)));
        stated.or_else(|| readings.iter().find_map(|wanted| self.found_anywhere(wanted, at.is_some())))
    }

    /// Makes ready for many searches: from now on each costs far less than a pass over the document. What is found is the
    /// same. Takes the time of some tens of passes, and 4 bytes for each word.
    pub fn expect_many(&mut self) {
        if self.starts.is_none() {
            self.starts = Starts::of(&self.folded.text);
        }
    }

    fn found_at(&self, wanted: &Wanted<'_>, at: usize) -> Option<Found> {
        let start = self.folded.folded_at(self.inside(at)?)?;
        let first = wanted.parts.first()?;
        let end = start + first.folded.len();
        let stands = self.folded.text.get(start..)?.starts_with(&first.folded) && self.is_whole(start, end);
        if !stands {
            return None;
        }
        let rest = wanted.parts.get(1..)?;
        let mut chain = if rest.is_empty() { Vec::new() } else { self.first_after(&self.chains(rest), end)?.clone() };
        chain.push((start, end));
        let (anchor, byte_exact) = self.anchored(&chain, wanted)?;
        Some(Found::Verified { anchor, byte_exact })
    }

    /// `None` if the words stand nowhere.
    fn found_anywhere(&self, wanted: &Wanted<'_>, moved: bool) -> Option<Found> {
        let places: Vec<Chain> = match wanted.parts.as_slice() {
            [only] => self.hits(&only.folded).take(SEVERAL_MOST).map(|hit| vec![hit]).collect(),
            parts => smallest(self.chains(parts)),
        };
        let mut anchors = places.iter().take(SEVERAL_MOST).filter_map(|chain| self.anchored(chain, wanted));
        let (anchor, byte_exact) = anchors.next()?;
        Some(match anchors.next() {
            Some((second, _)) => {
                Found::Several([anchor, second].into_iter().chain(anchors.map(|(anchor, _)| anchor)).collect())
            }
            None if moved => Found::Moved { anchor, byte_exact },
            None => Found::Verified { anchor, byte_exact },
        })
    }

    /// Every way to find the parts in order, from each place of the first one: with the earliest possible rest.
    fn chains(&self, parts: &[Part<'_>]) -> Vec<Chain> {
        let Some((last, earlier)) = parts.split_last() else {
            return Vec::new();
        };
        let ends = self.hits(&last.folded).take(HITS_MOST).map(|hit| vec![hit]).collect();
        earlier.iter().rev().fold(ends, |rests, part| {
            let hits = self.hits(&part.folded).take(HITS_MOST);
            hits.filter_map(|hit| {
                let mut chain = self.first_after(&rests, hit.1)?.clone();
                chain.push(hit);
                Some(chain)
            })
            .collect()
        })
    }

    /// The first of `rests` that begins at or after `end`, if it does so within reach. A later one would end no
    /// earlier, and would be further off: so the first decides.
    fn first_after<'a>(&self, rests: &'a [Chain], end: usize) -> Option<&'a Chain> {
        let rest = rests.get(rests.partition_point(|rest| start_of(rest) < end))?;
        let between = self.folded.text.get(end..start_of(rest))?;
        between.chars().nth(GAP_MOST).is_none().then_some(rest)
    }

    /// The places of `needle` in the folded text, overlapping ones too.
    pub(crate) fn hits<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = Span> + 'a {
        let known = self.starts.as_ref().and_then(|starts| starts.of_needle(&self.folded.text, needle));
        let passed = known.is_none().then(|| self.pass(needle)).into_iter().flatten();
        let known = known.into_iter().flatten().map(|start| (start, start + needle.len()));
        known.chain(passed).filter(|(start, end)| self.is_whole(*start, *end))
    }

    /// The same by one pass over the text, those inside words too.
    fn pass<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = Span> + 'a {
        let step = needle.chars().next().map_or(1, char::len_utf8);
        let mut from = 0;
        std::iter::from_fn(move || {
            let start = from + self.folded.text.get(from..)?.find(needle)?;
            from = start + step;
            Some((start, start + needle.len()))
        })
    }

    /// Does the folded span begin and end at the ends of words, and of letters with their accents?
    fn is_whole(&self, start: usize, end: usize) -> bool {
        let text = &self.folded.text;
        !begins_inside_word(text, start)
            && !ends_inside_word(text, end)
            && self.folded.start_of(start).is_some()
            && self.folded.end_of(end).is_some()
    }

    /// The anchor of a chain, and whether each part stands there byte for byte.
    fn anchored(&self, chain: &Chain, wanted: &Wanted<'_>) -> Option<(Anchor, bool)> {
        let ends = |(start, end): &Span| Some((self.folded.start_of(*start)?, self.folded.end_of(*end)?));
        let spans: Vec<Span> = chain.iter().rev().map(ends).collect::<Option<_>>()?;
        let same = |((start, end), part): (&Span, &Part<'_>)| self.as_str().get(*start..*end) == Some(part.given);
        let byte_exact = spans.iter().zip(&wanted.parts).all(same);
        Some((self.anchor_of(&spans), byte_exact))
    }

    /// The passage nearest to the first part that stands nowhere; if all stand somewhere, only not in order and within
    /// reach, to the longest part.
    fn nearest_to(&self, wanted: Option<&Wanted<'_>>) -> Option<Nearest> {
        let parts = &wanted?.parts;
        let missing = parts.iter().enumerate().find(|(_, part)| self.hits(&part.folded).next().is_none());
        // The last of equal ones wins in max_by_key: reversed, the first.
        let longest = || parts.iter().enumerate().rev().max_by_key(|(_, part)| part.folded.len());
        let (index, part) = missing.or_else(longest)?;
        self.nearest(part.given, index)
    }
}

/// The folded spans of the parts of one place, last part first.
type Chain = Vec<Span>;

fn start_of(chain: &Chain) -> usize {
    chain.last().map_or(0, |first| first.0)
}

/// Drops every chain that holds a later-starting one whole. Both ends rise along `chains`, so those share their end.
fn smallest(mut chains: Vec<Chain>) -> Vec<Chain> {
    chains.reverse();
    chains.dedup_by_key(|chain| chain.first().map(|last| last.1));
    chains.reverse();
    chains
}

/// What to look for: the parts of a quote, in order.
struct Wanted<'a> {
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    /// As given, without the white space around it.
    given: &'a str,
    /// As compared.
    folded: String,
}

impl<'a> Wanted<'a> {
    /// The quote as it is; then, if it leaves words out, its parts.
    fn readings(words: &'a str) -> Vec<Self> {
        let parts = split(words);
        let mut readings = vec![Self::new(vec![words])];
        if parts.len() > 1 {
            readings.push(Self::new(parts));
        }
        readings.retain(|reading| !reading.parts.is_empty());
        readings
    }

    fn new(parts: Vec<&'a str>) -> Self {
        let fold_part = |given: &'a str| {
            let given = given.trim();
            Part { given, folded: fold(given).trim().to_owned() }
        };
        let parts = parts.into_iter().map(fold_part).filter(|part| !part.folded.is_empty()).collect();
        Self { parts }
    }
}

/// The marks for words left out. The second is what some editors make of the first.
const LEFT_OUT: [&str; 2] = ["[...]", "[…]"];

/// Splits at each mark that has white space, or an end of the quote, on both sides.
fn split(words: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in words.match_indices('[') {
        let (Some(before), Some(after)) = (words.get(start..at), words.get(at..)) else {
            continue;
        };
        let Some(mark) = LEFT_OUT.iter().find(|mark| after.starts_with(**mark)) else {
            continue;
        };
        let next = after.get(mark.len()..).and_then(|rest| rest.chars().next());
        if before.chars().next_back().is_none_or(char::is_whitespace) && next.is_none_or(char::is_whitespace) {
            parts.push(before);
            start = at + mark.len();
        }
    }
    parts.extend(words.get(start..));
    parts
}
