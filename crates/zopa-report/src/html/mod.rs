//! Which sections has the page, and in which order?
//!
//! One file for each section. The page is complete without a script and asks nothing of any server. Its one script looks up
//! what each slot says at a setting of the switches (`live`).

mod ask;
mod assumes;
mod banner;
mod changes;
mod claims;
mod commitments;
mod grid;
mod head;
mod heard;
mod hinges;
mod holding;
mod known;
mod live;
mod matrix;
mod open;
mod order;
mod orphaned;
mod points;
mod print;
mod quotes;
mod rounds;
mod sheet;
mod since;
mod sources;
mod switch;
mod tokens;
mod track;
mod why;

pub use sheet::sheet;
pub use sources::sources;
pub use track::track;

use crate::{index::Index, words};
use live::Live;
use maud::{DOCTYPE, Markup, html};
use zopa_finding::{Brief, Switches};

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// What a page may do: nothing but show itself, and run the one script if something can be set.
fn policy(live: &Live<'_, '_>) -> String {
    if live.any() { format!("{POLICY}; script-src '{}'", switch::SCRIPT_DIGEST) } else { POLICY.to_owned() }
}

/// How a page of a brief looks.
fn style(index: &Index<'_>) -> String {
    [print::style(index), banner::style(index.brief).to_owned()].concat()
}

/// The brief as one page: no request, the same bytes for the same brief.
pub fn html(brief: &Brief) -> String {
    let index = Index::new(brief);
    let fixed = brief.switches.is_none().then(|| Switches::fixed(&brief.answer));
    let live = brief.switches.as_ref().or(fixed.as_ref()).map(|table| Live::new(&index, table));
    live.map_or_else(String::new, |live| page(&live).into_string())
}

fn page(live: &Live<'_, '_>) -> Markup {
    let index = live.index;
    html! {
        (DOCTYPE)
        html lang=(words::LANGUAGE) {
            (head::head(&words::page_title(&index.brief.case.title), &style(index), &policy(live)))
            body {
                (banner::head(index.brief))
                a.skip href="#answer" { (words::SKIP) }
                (head::mast(index))
                (head::bar(live))
                main {
                    (head::lead(live))
                    (since::section(index))
                    div.first { (hinges::section(live)) (grid::section(live)) }
                    (hinges::others(live))
                    (matrix::section(index))
                    (why::section(live))
                    (changes::section(live))
                    (changes::shut_out(live))
                    (ask::section(live))
                    (order::section(index))
                    (commitments::section(index))
                    (rounds::section(index))
                    (heard::section(index))
                    (known::section(index))
                    (points::section(index))
                    (claims::others(index))
                    (orphaned::section(index))
                    (assumes::section(index))
                    (assumes::left_out(index))
                    (claims::section(index))
                    (quotes::section(index))
                }
                footer { (words::FOOT) (banner::mention(index.brief.private)) }
                (switch::script(live))
            }
        }
    }
}
