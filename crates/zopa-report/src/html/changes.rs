//! What would have to change? Question by question, parties in equal columns; and which offers are shut out.

use super::{
    live::{Live, MARKS, mark_of, plain},
    matrix::limit_marks,
    open::{claim_link, claim_links, data, say},
    why::unless_every,
};
use crate::{index::Index, words};
use maud::{Markup, PreEscaped, html};
use std::cell::RefCell;
use std::collections::BTreeMap;
use zopa_finding::{
    Cell, Completeness, Knot, Opening, Party, Presence, Reader, ShutColumn, ShutOut, Switches, Verdict, World,
};

/// Ways shown at once; the others open beneath.
const SHOWN: usize = 12;

/// Ways that the page holds; beyond them they are counted.
const LISTED: usize = 100;

pub(super) fn section(live: &Live<'_, '_>) -> Markup {
    let index = live.index;
    let intro = live.text(&[plain(live.table.verdict)], &|setting| {
        let clashing = matches!(live.table.verdict(setting), Verdict::NothingFits | Verdict::Depends { .. });
        html! { @if clashing { (words::CHANGES_INTRO) " " b { (words::NOT_AN_INTEREST) } } @else { (words::CHANGES_NONE) } }
    });
    html! {
        section #changes {
            h2 { (words::CHANGES) }
            p.intro data-t=[intro.number] { (intro.markup()) }
            @if !live.table.knots.is_empty() { (table(live, index)) }
        }
    }
}

fn table(live: &Live<'_, '_>, index: &Index<'_>) -> Markup {
    let held = |p: &&Party| live.table.knot_states.iter().any(|k| k.holders.contains(&p.name));
    let columns: Vec<&Party> = index.brief.parties.iter().filter(held).collect();
    html! {
        table.wide.fix.ways {
            caption.vh { (words::CHANGES_TABLE) }
            thead { tr {
                @for p in &columns { th scope="col" { (data(&p.title)) } }
                th scope="col" { (words::COULD_STAND) }
            } }
            @for family in &live.table.knots { (family_rows(live, &columns, *family)) }
        }
    }
}

/// The ways of clashes that hang together at some setting: one knot, several, or none.
fn family_rows(live: &Live<'_, '_>, columns: &[&Party], family: Cell) -> Markup {
    let told =
        Ways { table: live.table, index: live.index, columns, knots: RefCell::default(), lines: RefCell::default() };
    let rows = live.text(&[plain(family)], &|setting| {
        html! { @for (number, knot) in live.family(family, setting) { (told.knot(number, &knot)) } }
    });
    html! { tbody data-t=[rows.number] { (rows.markup()) } }
}

/// Knots with their openings, each told once, however many settings have it.
struct Ways<'w, 'a> {
    table: &'w Switches,
    index: &'w Index<'a>,
    columns: &'w [&'w Party],
    /// By the number of the knot and its name.
    knots: RefCell<BTreeMap<(u32, String), String>>,
    /// By the number of the opening.
    lines: RefCell<BTreeMap<u32, String>>,
}

impl Ways<'_, '_> {
    fn knot(&self, number: u32, knot: &Knot) -> Markup {
        let key = (number, knot.id.clone());
        let tell = || {
            let state = self.table.knot_states.get(number as usize);
            self.rows(knot, state.map_or(&[], |state| &state.openings)).into_string()
        };
        PreEscaped(self.knots.borrow_mut().entry(key).or_insert_with(tell).clone())
    }

    fn rows(&self, knot: &Knot, openings: &[u32]) -> Markup {
        let (index, columns) = (self.index, self.columns);
        let complete = knot.complete == Completeness::Complete;
        html! {
            tr.k id={ "knot-" (knot.id) } data-knot=(knot.id) data-clashes=(index.clash_numbers(&knot.clashes)) {
                th scope="rowgroup" colspan=(columns.len() + 1) {
                    (say(&title(index, knot)))
                    small { (words::ways(openings.len(), complete)) }
                    @if !knot.enough.is_empty() { small { (words::ENOUGH_FOR_THIS) ": " (enough(index, knot)) } }
                }
            }
            @for opening in openings.iter().take(SHOWN).filter_map(|number| self.table.opening(*number)) {
                (row(index, columns, knot, &opening))
            }
            @if openings.len() > SHOWN { (self.further(openings)) }
        }
    }

    /// Ways beyond the first ones: each in a line, so that the table stays readable.
    fn further(&self, openings: &[u32]) -> Markup {
        let rest = openings.iter().take(LISTED).skip(SHOWN);
        html! {
            tr { td colspan=(self.columns.len() + 1) {
                details {
                    summary { (words::further_ways(openings.len().saturating_sub(SHOWN))) }
                    ul.list { @for number in rest { (self.line(*number)) } }
                    @if openings.len() > LISTED { p { (words::ways_beyond(openings.len() - LISTED)) } }
                }
            } }
        }
    }

    fn line(&self, number: u32) -> Markup {
        let index = self.index;
        let limits = || self.table.openings.get(number as usize).map_or(&[][..], |opening| &opening.limits);
        let tell = || {
            let line = html! { li {
                @for (n, name) in limits().iter().enumerate() {
                    @if n > 0 { "; " }
                    @if let Some(limit) = index.limit(name) { b { (say(&index.name(&limit.holder))) } " " (limit_link(index, name)) }
                }
            } };
            line.into_string()
        };
        PreEscaped(self.lines.borrow_mut().entry(number).or_insert_with(tell).clone())
    }
}

/// The issues of a knot; its limits where it is about none.
pub(super) fn title(index: &Index<'_>, knot: &Knot) -> String {
    match (knot.issues.is_empty(), knot.clashes.first().and_then(|id| index.clash(id))) {
        (true, Some(clash)) => index.clash_title(clash),
        _ => index.issue_titles(&knot.issues),
    }
}

fn enough(index: &Index<'_>, knot: &Knot) -> Markup {
    html! {
        @for (n, set) in knot.enough.iter().enumerate() {
            @if n > 0 { "; " }
            (say(&index.together(&set.parties))) (unless_every(index, &set.presence))
        }
    }
}

fn row(index: &Index<'_>, columns: &[&Party], knot: &Knot, opening: &Opening) -> Markup {
    html! {
        tr data-opening=(index.limit_numbers(&opening.limits)) {
            @for party in columns { (cell(index, party, opening)) }
            td data-p=(words::COULD_STAND) { (world(index, knot, opening.world.as_ref())) }
        }
    }
}

fn cell(index: &Index<'_>, party: &Party, opening: &Opening) -> Markup {
    let own = |name: &&String| index.limit(name).is_some_and(|l| l.holder == party.name);
    let limits: Vec<&String> = opening.limits.iter().filter(own).collect();
    html! {
        td data-p=(party.title) class=[limits.is_empty().then_some("as")] {
            @if limits.is_empty() { (words::AS_STATED) }
            @for name in limits { div { (limit_link(index, name)) } }
        }
    }
}

/// A limit by its title, leading to the claim that carries it.
fn limit_link(index: &Index<'_>, name: &str) -> Markup {
    html! {
        @if let Some(limit) = index.limit(name) {
            @match limit.claims.first() {
                Some(claim) => a href={ "#claim-" (claim) } { (limit.title) },
                None => (data(&limit.title)),
            }
            (limit_marks(index, limit))
        }
    }
}

/// What could stand, of the issues of the knot; for a knot about steps alone, their order.
fn world(index: &Index<'_>, knot: &Knot, world: Option<&World>) -> Markup {
    let Some(world) = world else {
        return html! { (words::NO_ONE_WORLD) };
    };
    let package: Vec<_> = world.package.iter().filter(|(issue, _)| knot.issues.contains(issue)).collect();
    html! {
        @for (issue, option) in &package { div { span.as { (say(&index.name(issue))) ":" } " " (data(index.option(issue, option))) } }
        @if package.is_empty() { (words::WITNESS_STEPS) ": " (say(&index.names(&world.steps).join(", "))) }
    }
}

pub(super) fn shut_out(live: &Live<'_, '_>) -> Markup {
    let list = &live.index.answer.shut_out;
    html! {
        section #shut-out {
            h2 { (words::SHUT_OUT) }
            p.intro { (if list.iter().all(|s| s.sets.is_empty()) { words::SHUT_OUT_NONE } else { words::SHUT_OUT_INTRO }) }
            @if !live.table.shut_out.is_empty() {
                table.wide {
                    caption.vh { (words::SHUT_OUT_TABLE) }
                    thead { tr { th scope="col" { (words::OFFER) } th scope="col" { (words::SHUT_OUT_BY) } } }
                    tbody { @for column in &live.table.shut_out { (shut_out_row(live, column)) } }
                }
            }
        }
    }
}

fn shut_out_row(live: &Live<'_, '_>, column: &ShutColumn) -> Markup {
    let (index, entry) = (live.index, &column.entry);
    let who = words::and(&index.names(&entry.holders));
    let held = [plain(column.held)];
    let mark = live.mark(&held, &|setting| mark_of(&live.table.presence(column.held, setting)));
    let readings = live.text(&held, &|setting| {
        let held = live.table.presence(column.held, setting);
        html! { @if held != Presence::Every { "; " (words::HELD) " " (say(&index.presence(&held))) } }
    });
    let readers: Vec<Reader> = column.sets.iter().chain([&live.table.verdict]).map(|cell| plain(*cell)).collect();
    let sets = live.text(&readers, &|setting| {
        let entry = live.table.shut_out(column, setting);
        html! { @if let Some(entry) = entry { (shut_by(index, &entry)) } }
    });
    html! {
        tr data-claim=(entry.claim) data-h=[mark.number] data-in=(mark.mark()) hidden[mark.open == 0] {
            th scope="row" {
                @if entry.basis.0.is_empty() { (claim_link(index, &entry.claim)) } @else { (claim_links(index, &entry.basis.0)) }
                br;
                small {
                    (if entry.offer { words::OFFER_OF } else { words::ACCEPTANCE_OF }) " " (say(&who)) "; "
                    (words::READING_GIVEN) " " code { (entry.asked) }
                    span data-t=[readings.number] { (readings.markup()) }
                }
            }
            td data-p=(words::SHUT_OUT_BY) data-t=[sets.number] { (sets.markup()) }
        }
    }
}

fn shut_by(index: &Index<'_>, entry: &ShutOut) -> Markup {
    html! {
        @if entry.sets.is_empty() { span.none { (words::NOT_SHUT_OUT) } }
        @for set in &entry.sets { div data-shut=(index.limit_numbers(&set.limits)) data-in=(MARKS.get(mark_of(&set.presence)).copied().unwrap_or_default()) {
            @if set.limits.is_empty() { (words::BY_RULES) }
            @for (n, name) in set.limits.iter().enumerate() {
                @if n > 0 { "; " }
                @if let Some(limit) = index.limit(name) { b { (say(&index.name(&limit.holder))) } " " (limit_link(index, name)) }
            }
            (unless_every(index, &set.presence))
        } }
        @if entry.complete == Completeness::AtLeast { small { (words::NOT_ALL_SETS) } }
    }
}
