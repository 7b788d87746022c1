//! zopa: from texts to findings in a few calls.
//!
//! ```
//! use zopa::{Request, Texts};
//!
//! let case = r#"
//! case "Harbour fees"
//! party north "North"
//! party south "South"
//! issue fee "Harbour fee"
//!   option low
//!   option high
//! claim north-low "North wants the low fee and no other"
//!   north requires fee = low
//! claim south-high "South rejects the low fee"
//!   south rejects fee = low
//! "#;
//! let texts = Texts::of_case("harbour", case);
//! let read = zopa::read(&texts);
//! assert_eq!(read.errors(), 0);
//! let brief = read.brief(&Request::default()).unwrap();
//! assert_eq!(brief.answer.verdict, zopa::finding::Verdict::NothingFits);
//! assert_eq!(brief.answer.clashes.len(), 1);
//! ```
//!
//! No file, no clock, no network: bytes in, findings out. The same bytes in give the same bytes out.

mod alone;
mod apart;
mod check;
mod clauses;
mod coders;
mod codes;
mod complete;
mod copies;
mod decide;
mod declare;
mod edited;
mod interchange;
mod keeping;
mod label;
mod marks;
mod merge;
mod origins;
mod placing;
mod read;
mod reports;
mod request;
mod retyped;
mod review;
mod since;
mod sources;
mod state;
mod suggest;
mod track;
mod unplaced;
mod withheld;

pub use apart::public_texts;
pub use clauses::{Noted, clause_rules};
pub use coders::beside;
pub use codes::codes;
pub use complete::{Choice, Writing, complete};
pub use decide::{accept, accept_all, reject, unconfirmed};
pub use edited::{After, Edited, SUGGESTED};
pub use interchange::{Returned, annotations, claim_rows, claims_table, from_annotations, from_table};
pub use keeping::{Piece, keep, leave_out, pieces};
pub use label::{Labelling, is_date, label};
pub use marks::Mark;
pub use merge::merge;
pub use placing::{Is, PLACES, Placed, Placing, place_speakers};
pub use read::{Read, Texts, read};
pub use reports::ReportHead;
pub use request::{Problem, Request};
pub use retyped::Retyped;
pub use review::{Lines, Waiting, rewrite, tried};
pub use state::{Stated, Stating, state, verbs};
pub use suggest::{Left, Suggested, suggest};
pub use track::Untracked;
pub use unplaced::{Unplaced, nobodys, unplaced};

pub use zopa_analysis::leaks;
pub use zopa_case::Case;
pub use zopa_syntax::format as formatted;
pub use zopa_syntax::{Diagnostic, Formatted, Label, Part, Places, Severity, SourceFile, Span, is_private_path, place};

/// What a case file says, how it is written, and how one place of it is changed.
pub mod syntax {
    pub use zopa_syntax::ast::{Item, ItemKind, Source};
    pub use zopa_syntax::keywords::ItemWord;
    pub use zopa_syntax::{FileId, Span, edit, write};
}

/// What an answer is.
pub mod finding {
    pub use zopa_finding::*;
}

/// How other programs hold claims.
pub mod formats {
    pub use zopa_formats::*;
}

/// How an answer is told.
pub mod report {
    pub use zopa_report::*;
}

/// Words of documents: finding a passage.
pub mod text {
    pub use zopa_text::*;
}

/// Findings checked again from their definitions.
pub mod verify {
    pub use zopa_verify::*;
}
