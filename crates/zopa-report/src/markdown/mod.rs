//! How is a brief told in Markdown?
//!
//! Headings, short paragraphs, lists, and pipe tables of two to four columns: what CommonMark with tables (GitHub's
//! dialect) shows, and what pastes into a text processor. No HTML, and no text of a case that could become markup
//! (`inline`). One file a text or a section; every quote that a text names is listed at its end, under its number.

mod ask;
mod brief;
mod claims;
mod commitments;
mod doc;
mod head;
mod hinges;
mod inline;
mod known;
mod openings;
mod order;
mod positions;
mod rounds;
mod sheet;
mod why;

pub use brief::brief;
pub use hinges::hinges;
pub use openings::openings;
pub use sheet::sheet;
pub use why::why;
