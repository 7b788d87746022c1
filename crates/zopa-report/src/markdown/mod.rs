//! How is a brief told in Markdown?
//!
//! Headings, short paragraphs, lists, and pipe tables of two to four columns: what CommonMark with tables (GitHub's
//! dialect) shows, and what pastes into a text processor. No HTML, and no text of a case that could become markup
//! (`inline`). One file a text or a section; every quote that a text names is listed at its end, under its number.

mod ask;
mod banner;
mod brief;
mod claims;
mod commitments;
mod doc;
mod head;
mod hinges;
mod holds;
mod inline;
mod known;
mod openings;
mod order;
mod orphaned;
mod positions;
mod rounds;
mod sheet;
mod since;
mod sources;
mod track;
mod why;

pub use sources::sources;
pub use track::track;
use zopa_finding::Brief;

/// All of it.
pub fn brief(brief: &Brief) -> String {
    banner::marked(brief, brief::brief(brief))
}

/// What answers turn on.
pub fn hinges(brief: &Brief) -> String {
    banner::marked(brief, hinges::hinges(brief))
}

/// In what order the steps can be taken, who is exposed meanwhile, what would close that.
pub fn holds(brief: &Brief) -> String {
    banner::marked(brief, holds::holds(brief))
}

/// What would have to change, whose changes together would be enough, what is shut out.
pub fn openings(brief: &Brief) -> String {
    banner::marked(brief, openings::openings(brief))
}

/// The sheet for a call with one party; nothing where the brief has none.
pub fn sheet(brief: &Brief) -> String {
    banner::marked(brief, sheet::sheet(brief))
}

/// What changed since an earlier state.
pub fn since(brief: &Brief) -> String {
    banner::marked(brief, since::since(brief))
}

/// Why nothing fits.
pub fn why(brief: &Brief) -> String {
    banner::marked(brief, why::why(brief))
}
