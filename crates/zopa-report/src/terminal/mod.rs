//! How is a brief told on a plain screen?
//!
//! One file a view. Shapes and words carry everything; colour only repeats it. All lists keep the order of the
//! case file, and parties stand in columns of one width, so that two parties exchanged change places and nothing else.

mod banner;
mod brief;
mod check;
mod clauses;
mod grid;
mod hinges;
mod holds;
mod lay;
mod leaks;
mod openings;
mod sheet;
mod since;
mod sources;
mod track;
mod why;

use crate::names;
use zopa_finding::{Brief, Check, Sources};

pub use clauses::clauses;
pub use leaks::leaks;
pub use track::track;

/// One screen: about 25 lines for a case of five parties. The caller adds where the page was written.
pub fn brief(brief: &Brief, style: Style) -> String {
    banner::marked(brief, style, brief::brief(brief, style))
}

/// A few lines: how many claims, reports and origins; how the quotes stand, with each that is not where the case has it;
/// how many readings. To be printed under the messages about the files.
pub fn check(check: &Check, style: Style) -> String {
    banner::of_private(style, check.private, check::check(check, style))
}

/// Every question, source and origin on which an answer turns, with what is so under each of its answers; then the
/// questions on which none does.
pub fn hinges(brief: &Brief, style: Style) -> String {
    banner::marked(brief, style, hinges::hinges(brief, style))
}

/// In what order the steps can be taken, who is exposed between which of them, and what would close that; nothing where the brief
/// was not asked for it.
pub fn holds(brief: &Brief, style: Style) -> String {
    banner::marked(brief, style, holds::holds(brief, style))
}

/// Every opening by knot, the parties in columns of one width, "as stated" where nothing changes; whose changes would
/// be enough; and the offers and acceptances with what shuts them out.
pub fn openings(brief: &Brief, style: Style) -> String {
    banner::marked(brief, style, openings::openings(brief, style))
}

/// The sheet for a call with one party.
pub fn sheet(brief: &Brief, style: Style) -> String {
    banner::marked(brief, style, sheet::sheet(brief, style))
}

/// What the documents say, as a reading list, most consequential first. `dir` is the dossier as the user named it, for the
/// commands that go on from here; `alone` says that the case has no claim yet.
pub fn sources(found: &Sources, dir: &str, alone: bool, style: Style) -> String {
    banner::of_private(style, found.private, sources::sources(found, dir, alone, style))
}

/// What changed since an earlier state, party by party; then the clashes, the offers, the claims.
pub fn since(brief: &Brief, style: Style) -> String {
    banner::marked(brief, style, since::since(brief, style))
}

/// The verdict, then every clash by knot: its limits by party, the reports and first words under each, in which
/// readings it is one. Limits that nothing meets, and rules that contradict each other, are told apart from them.
pub fn why(brief: &Brief, style: Style) -> String {
    banner::marked(brief, style, why::why(brief, style))
}

/// The screen that is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Width in columns; lines are cut or broken at words. Sensible from 60; below that some lines are wider.
    pub width: usize,
    /// May ANSI codes for bold and dim be used?
    pub colour: bool,
}

impl Default for Style {
    /// A hundred columns, no codes.
    fn default() -> Self {
        Style { width: 100, colour: false }
    }
}

impl Style {
    fn bold(self, text: &str) -> String {
        self.coded("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.coded("2", text)
    }

    fn coded(self, code: &str, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_string() }
    }
}
