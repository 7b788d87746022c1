//! Which sections has the page, and in which order?
//!
//! One file for each section. The page is complete without a script and asks nothing of any server.

mod ask;
mod assumes;
mod changes;
mod claims;
mod commitments;
mod grid;
mod head;
mod heard;
mod hinges;
mod known;
mod matrix;
mod open;
mod order;
mod points;
mod quotes;
mod rounds;
mod since;
mod why;

use crate::{index::Index, words};
use maud::{DOCTYPE, Markup, html};
use zopa_finding::Brief;

const STYLE: &str = include_str!("style.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The brief as one page: no script, no request, the same bytes for the same brief.
pub fn html(brief: &Brief) -> String {
    let index = Index::new(brief);
    page(&index).into_string()
}

fn page(index: &Index<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words::LANGUAGE) {
            (head::head(index, STYLE, POLICY))
            body {
                a.skip href="#answer" { (words::SKIP) }
                (head::mast(index))
                (head::bar(index))
                main {
                    (head::lead(index))
                    (since::section(index))
                    div.first { (hinges::section(index)) (grid::section(index)) }
                    (hinges::others(index))
                    (matrix::section(index))
                    (why::section(index))
                    (changes::section(index))
                    (changes::shut_out(index))
                    (ask::section(index))
                    (order::section(index))
                    (commitments::section(index))
                    (rounds::section(index))
                    (heard::section(index))
                    (known::section(index))
                    (points::section(index))
                    (claims::others(index))
                    (assumes::section(index))
                    (assumes::left_out(index))
                    (claims::section(index))
                    (quotes::section(index))
                }
                footer { (words::FOOT) }
            }
        }
    }
}
