//! Who is heard? Words quoted directly, by party and speaker: a bar is as long as its number.
//!
//! The bar has two parts: a filled one for speakers who are named, an outlined one for those who are not.

use super::open::say;
use crate::{index::Index, phrase::isolate, words};
use maud::{Markup, html};
use zopa_finding::{Heard, SpeakerKind, Spoken};

pub(super) fn section(index: &Index<'_>) -> Markup {
    let list = &index.brief.heard;
    let most = list.iter().map(|h| h.words).max().unwrap_or(0).max(1);
    let none = list.iter().all(|h| h.words == 0);
    html! {
        section #heard {
            h2 { (words::HEARD) }
            p.intro { (if none { words::HEARD_NONE } else { words::HEARD_INTRO }) }
            @if !none {
                p.key { i.bar-n {} " " (words::pictures::NAMED) " " i.bar-u {} " " (words::UNNAMED) }
                table.wide.bars {
                    caption.vh { (words::HEARD_TABLE) }
                    thead.vh { tr { th scope="col" { (words::PARTY) } th scope="col" colspan="2" { (words::WORDS) } th scope="col" { (words::SPEAKERS) } } }
                    tbody { @for heard in list { (row(index, heard, most)) } }
                }
            }
        }
    }
}

fn row(index: &Index<'_>, heard: &Heard, most: u32) -> Markup {
    let who = heard.party.as_ref().map_or_else(|| words::UNPLACED.to_owned(), |p| index.name(p));
    let apart: u32 = heard.voices.iter().filter(|voice| unnamed(index, voice)).map(|voice| voice.words).sum();
    html! {
        tr {
            th scope="row" { (say(&who)) }
            td.b { (bar("bar-n", heard.words.saturating_sub(apart), most)) (bar("bar-u", apart, most)) }
            td.num { (heard.words) }
            td { small { (say(&speakers(index, heard))) } }
        }
    }
}

/// One part of a bar, in tenths of a hundredth of the longest.
fn bar(class: &str, words: u32, most: u32) -> Markup {
    let width = u64::from(words) * 1000 / u64::from(most);
    html! { @if words > 0 { i class=(class) style={ "width:" (width / 10) "." (width % 10) "%" } {} } }
}

/// Is nobody named among those who speak?
fn unnamed(index: &Index<'_>, voice: &Spoken) -> bool {
    let named = |name: &String| index.speaker(name).is_none_or(|s| s.kind != SpeakerKind::Anonymous);
    !voice.by.is_empty() && !voice.by.iter().any(named)
}

/// The speakers, each with its number where there are several.
fn speakers(index: &Index<'_>, heard: &Heard) -> String {
    let several = heard.voices.len() > 1;
    let voice = |voice: &Spoken| {
        let who = words::and(&index.names(&voice.by));
        if several { words::pictures::heard(&who, voice.words) } else { who }
    };
    if heard.voices.is_empty() {
        return words::list(&heard.speakers.iter().map(|name| isolate(index.title(name))).collect::<Vec<_>>());
    }
    words::list(&heard.voices.iter().map(voice).collect::<Vec<_>>())
}
