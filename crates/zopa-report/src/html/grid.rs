//! Where does it clash, and whose changes together would be enough? One grid of dots, by party.

use super::live::{Live, plain};
use super::open::{data, link, say};
use crate::{index::Index, phrase::isolate, words};
use maud::{Markup, PreEscaped, html};
use std::cell::RefCell;
use std::collections::BTreeMap;
use zopa_finding::{Cell, Clash, Completeness, Enough, Knot, Party, Presence, Reader, Verdict};

pub(super) fn section(live: &Live<'_, '_>) -> Markup {
    let index = live.index;
    let columns = columns(live);
    let knots = &index.answer.knots;
    html! {
        section #where {
            @if index.between_limits().next().is_none() && index.answer.impossible.is_empty() {
                h2 { (words::WHERE_IT_CLASHES) }
                p.intro { (words::clashes_in_all(0, 0, 0)) }
            } @else {
                div.row {
                    h2 { (words::WHERE_IT_CLASHES) }
                    p.key {
                        i.full {} " " (words::KEY_EVERY) " " i.ring {} " " (words::KEY_SOME)
                        @if knots.iter().any(|k| k.clashes.len() > 1) { " " i.brk {} " " (words::KEY_KNOT) }
                    }
                }
                table.grid {
                    caption.vh { (words::GRID) }
                    thead { tr { th scope="col" { span.vh { (words::CLASH) } } @for p in &columns { th scope="col" { (head(p)) } } } }
                    @for family in &live.table.knots { (family_rows(live, &columns, *family)) }
                    (enough_rows(live, &columns))
                }
                (below(index, &columns))
            }
        }
    }
}

fn head(party: &Party) -> Markup {
    html! { (data(&party.title)) }
}

/// Who has a column: whoever holds a limit of a clash, or would be enough, at any setting.
fn columns<'a>(live: &Live<'_, 'a>) -> Vec<&'a Party> {
    let known = live.index.columns();
    let more = |party: &&Party| live.table.more.iter().any(|clash| clash.holders.contains(&party.name));
    let enough = |party: &&Party| live.table.enough_lists.iter().flatten().any(|set| set.parties.contains(&party.name));
    let has = |party: &&Party| known.iter().any(|p| p.name == party.name) || more(party) || enough(party);
    live.index.brief.parties.iter().filter(has).collect()
}

/// The rows of clashes that hang together at some setting: one knot, several, or none.
fn family_rows(live: &Live<'_, '_>, columns: &[&Party], family: Cell) -> Markup {
    let ids = live.family_clashes(family);
    let clashes = live.table.clashes.iter().filter(|column| ids.contains(&column.id.as_str()));
    let readers: Vec<Reader> = clashes.map(|column| plain(column.state)).chain([plain(family)]).collect();
    let told = Rows { columns, known: RefCell::default() };
    let rows = live.text(&readers, &|setting| {
        let mut answer = live.outline(setting);
        answer.knots = live.family_heads(family, setting);
        let index = live.index.with(&answer);
        html! { @for knot in &answer.knots { (told.knot(&index, knot)) } }
    });
    html! { tbody data-t=[rows.number] { (rows.markup()) } }
}

/// The rows of clashes, each told once, however many settings have it.
struct Rows<'r> {
    columns: &'r [&'r Party],
    known: RefCell<BTreeMap<Told, String>>,
}

/// On what the row of a clash hangs: which it is, in which readings, how it is joined, and what tells it apart from others.
type Told = (String, Presence, &'static str, Vec<String>);

impl Rows<'_> {
    fn knot(&self, index: &Index<'_>, knot: &Knot) -> Markup {
        let clashes = knot.clashes.iter().filter_map(|id| index.clash(id)).filter(|clash| !index.is_impossible(clash));
        let clashes: Vec<&Clash> = clashes.collect();
        let several = clashes.len() > 1 && knot.joined != Presence::Never;
        let class = match (&knot.joined, several) {
            (_, false) => "",
            (Presence::Every, true) => " knot",
            (_, true) => " knot m",
        };
        html! {
            @if several {
                tr class={ "kn" (class) } { th scope="rowgroup" colspan=(self.columns.len() + 1) {
                    a href={ "#knot-" (knot.id) } { (words::ONE_QUESTION) } " " span { (say(&numbered(index, &knot.joined))) }
                } }
            }
            @for clash in clashes { (self.clash(index, clash, class)) }
        }
    }

    fn clash(&self, index: &Index<'_>, clash: &Clash, class: &'static str) -> Markup {
        let own: Vec<String> = index.own_limits(clash).into_iter().cloned().collect();
        let tell = || {
            let number = index.clash_numbers(std::slice::from_ref(&clash.id));
            let label = html! {
                (link(&format!("clash-{}", clash.id), &index.issues_or_limits(clash)))
                (apart(index, clash, &own))
            };
            row(self.columns, &clash.holders, &clash.presence, class, Some(number), label).into_string()
        };
        let key = (clash.id.clone(), clash.presence.clone(), class, own.clone());
        PreEscaped(self.known.borrow_mut().entry(key).or_insert_with(tell).clone())
    }
}

/// In which readings, points that are numbered beside the grid by their numbers.
fn numbered(index: &Index<'_>, presence: &Presence) -> String {
    index.presence_by(presence, &|setting| index.setting_numbered(setting))
}

/// The reading under a row: nothing where it is so in every one, since the filled dot says that.
fn shown(index: &Index<'_>, presence: &Presence) -> Markup {
    html! { @if *presence != Presence::Every { small { (say(&numbered(index, presence))) } } }
}

/// The same for a clash, with the limits that tell it apart from others over the same issues.
fn apart(index: &Index<'_>, clash: &Clash, own: &[String]) -> Markup {
    let reading = if clash.presence == Presence::Every { String::new() } else { numbered(index, &clash.presence) };
    let limits = own.iter().filter_map(|name| index.limit(name));
    let limits: Vec<String> = limits.map(|limit| isolate(&limit.title)).collect();
    let said = words::told_apart(&reading, &words::list(&limits));
    html! { @if !said.is_empty() { small { (say(&said)) } } }
}

/// One row: filled dots where it is so in every reading, rings where in some, a line from the first to the last.
fn row(
    columns: &[&Party],
    who: &[String],
    presence: &Presence,
    class: &str,
    clash: Option<String>,
    label: Markup,
) -> Markup {
    let held: Vec<bool> = columns.iter().map(|p| who.contains(&p.name)).collect();
    let first = held.iter().position(|h| *h).unwrap_or(0);
    let last = held.iter().rposition(|h| *h).unwrap_or(0);
    let every = *presence == Presence::Every;
    html! {
        tr class={ (if every { "e" } else { "s" }) (class) } data-clash=[&clash] data-enough=[clash.is_none().then(|| who.join(","))]
            data-in=(if every { "every" } else { "some" }) {
            th scope="row" { (label) }
            @for (n, on) in held.iter().enumerate() {
                td class=[cell(*on, n, first, last)] {
                    @if *on { span.vh { (if every { words::KEY_EVERY } else { words::KEY_SOME }) } }
                }
            }
        }
    }
}

fn cell(on: bool, n: usize, first: usize, last: usize) -> Option<&'static str> {
    Some(match (on, n) {
        (true, _) if first == last => "d",
        (true, n) if n == first => "d r",
        (true, n) if n == last => "d l",
        (true, _) => "d r l",
        (false, n) if first < n && n < last => "r l",
        (false, _) => return None,
    })
}

fn enough_rows(live: &Live<'_, '_>, columns: &[&Party]) -> Markup {
    let rows = live.text(&[plain(live.table.enough), plain(live.table.verdict)], &|setting| {
        let mut answer = live.outline(setting);
        answer.enough = live.table.enough_at(setting);
        let index = live.index.with(&answer);
        html! {
            tr.kn { th scope="rowgroup" colspan=(columns.len() + 1) { h3 { (words::ENOUGH) } } }
            @if answer.enough.is_empty() { tr { td colspan=(columns.len() + 1) { (none(&index)) } } }
            @for set in &answer.enough { (enough_row(&index, columns, set)) }
        }
    });
    html! { tbody.en data-t=[rows.number] { (rows.markup()) } }
}

fn none(index: &Index<'_>) -> &'static str {
    match index.answer.verdict {
        Verdict::Fits => words::ENOUGH_ANYWAY,
        _ => words::ENOUGH_NONE,
    }
}

fn enough_row(index: &Index<'_>, columns: &[&Party], set: &Enough) -> Markup {
    let label = html! { (say(&words::capital(&index.together(&set.parties)))) (shown(index, &set.presence)) };
    row(columns, &set.parties, &set.presence, "", None, label)
}

fn below(index: &Index<'_>, columns: &[&Party]) -> Markup {
    let answer = &index.answer;
    let absent = index.brief.parties.iter().filter(|p| p.of.is_none() && !columns.iter().any(|c| c.name == p.name));
    let absent: Vec<String> = absent.map(|p| index.name(&p.name)).collect();
    html! {
        p.foot {
            (words::ENOUGH_MEANS)
            @if !absent.is_empty() { " " (say(&words::in_no_clash(&absent))) }
            @if answer.complete == Completeness::AtLeast { " " (words::at_least(answer.clashes.len())) }
        }
    }
}
