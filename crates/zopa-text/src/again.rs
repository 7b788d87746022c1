//! The document has changed: where do the words of an anchor stand now?
//!
//! They are looked for as they stood, word for word, and then told apart by what stood around them. The fewer words
//! there are, the more of that must still be there: an anchor becomes an orphan before it points at other words, and
//! the same words said elsewhere are other words.

use crate::Span;
use crate::anchor::{Anchor, CONTEXT};
use crate::fold::fold;
use crate::text::Text;
use crate::words::words;

/// Places that are weighed, at most; words that stand at more are told apart by none.
const PLACES_MOST: usize = 10_000;

/// So many characters on one side of a single word must still be there: all that an anchor carries.
const SIDE_LEAST: usize = CONTEXT;

/// Or so many on both sides together: more than a phrase that is said twice has around one of its words.
const AROUND_LEAST: usize = 40;

/// Each further word stands for so many of them.
const WORTH_OF_A_WORD: usize = 2;

impl Text {
    /// Finds an anchor of an earlier state of this document; `None` if its words are not there any more, or stand at
    /// several places that cannot be told apart.
    ///
    /// Words are compared folded, as by [`Text::find`]. Costs one pass over the text.
    pub fn find_again(&self, anchor: &Anchor) -> Option<Anchor> {
        let around = |at: &Anchor| (at.exact.clone(), at.prefix.clone(), at.suffix.clone());
        // Where it stood, with all that stood around it: nothing has changed there.
        if self.anchor(anchor.start, anchor.end).is_some_and(|here| around(&here) == around(anchor)) {
            return Some(anchor.clone());
        }
        let exact = fold(&anchor.exact);
        let exact = exact.trim();
        let places: Vec<Span> = self.hits(exact).take(PLACES_MOST).collect();
        if exact.is_empty() || places.len() == PLACES_MOST {
            return None;
        }
        let around = Around { before: fold(&anchor.prefix), after: fold(&anchor.suffix) };
        let weighed: Vec<(Still, Span)> =
            places.into_iter().map(|place| (around.still_at(self, place), place)).collect();
        let most = weighed.iter().map(|(still, _)| still.both()).max()?;
        let best = || weighed.iter().filter(|(still, _)| still.both() == most);
        let (still, place) = match best().count() {
            1 => best().next(),
            // All told alike: the one that has not moved, if there is one.
            _ => best().find(|(_, place)| self.begins_at(*place, anchor.start)),
        }?;
        let spared = (words(exact).len().max(1) - 1) * WORTH_OF_A_WORD;
        let side = still.before.max(still.after) >= SIDE_LEAST.saturating_sub(spared);
        // In a short text there is no more around the words than there is.
        let both = still.both() >= AROUND_LEAST.saturating_sub(spared).min(around.length());
        (side || both).then(|| self.anchor_at(*place, anchor)).flatten()
    }

    fn begins_at(&self, place: Span, start: usize) -> bool {
        self.folded.start_of(place.0) == self.inside(start)
    }

    /// The anchor of a folded span. Parts that the old one had are not told apart again.
    fn anchor_at(&self, (start, end): Span, old: &Anchor) -> Option<Anchor> {
        let span = (self.folded.start_of(start)?, self.folded.end_of(end)?);
        let whole = self.anchor_of(&[span]);
        if old.parts.len() < 2 || whole.exact != old.exact {
            return Some(whole);
        }
        let moved = |at: usize| at.checked_sub(old.start).map(|inside| inside + whole.start);
        let parts: Option<Vec<Span>> =
            old.parts.iter().map(|(start, end)| Some((moved(*start)?, moved(*end)?))).collect();
        Some(Anchor { parts: parts?, ..whole })
    }
}

/// What stood around the words, folded.
struct Around {
    before: String,
    after: String,
}

impl Around {
    fn length(&self) -> usize {
        self.before.chars().count() + self.after.chars().count()
    }

    /// How many characters next to the place are those that stood there.
    fn still_at(&self, text: &Text, (start, end): Span) -> Still {
        let before = text.folded.text.get(..start).unwrap_or_default();
        let after = text.folded.text.get(end..).unwrap_or_default();
        Still {
            before: alike(before.chars().rev(), self.before.chars().rev()),
            after: alike(after.chars(), self.after.chars()),
        }
    }
}

/// How many characters on either side are those that stood there.
struct Still {
    before: usize,
    after: usize,
}

impl Still {
    fn both(&self) -> usize {
        self.before + self.after
    }
}

fn alike(ours: impl Iterator<Item = char>, theirs: impl Iterator<Item = char>) -> usize {
    ours.zip(theirs).take_while(|(ours, theirs)| ours == theirs).count()
}
