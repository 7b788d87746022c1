//! Who is heard? Words quoted directly, by party.

use super::open::say;
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::Heard;

pub(super) fn section(index: &Index<'_>) -> Markup {
    let list = &index.brief.heard;
    let most = list.iter().map(|h| h.words).max().unwrap_or(0).max(1);
    let none = list.iter().all(|h| h.words == 0);
    html! {
        section #heard {
            h2 { (words::HEARD) }
            p.intro { (if none { words::HEARD_NONE } else { words::HEARD_INTRO }) }
            @if !none {
                table.wide.bars {
                    caption.vh { (words::HEARD_TABLE) }
                    thead.vh { tr { th scope="col" { (words::PARTY) } th {} th scope="col" { (words::WORDS) } th scope="col" { (words::SPEAKERS) } } }
                    tbody { @for heard in list { (row(index, heard, most)) } }
                }
            }
        }
    }
}

fn row(index: &Index<'_>, heard: &Heard, most: u32) -> Markup {
    let who = heard.party.as_ref().map_or_else(|| words::UNPLACED.to_owned(), |p| index.name(p));
    let width = u64::from(heard.words) * 1000 / u64::from(most);
    html! {
        tr {
            th scope="row" { (say(&who)) }
            td.b { i style={ "width:" (width / 10) "." (width % 10) "%" } {} }
            td.num { (heard.words) }
            td { small { (say(&words::list(&index.names(&heard.speakers)))) } }
        }
    }
}
