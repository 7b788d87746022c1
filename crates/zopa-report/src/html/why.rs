//! Why does nothing fit? Each clash with its limits by party, their words and the reading given to them.

use super::{
    live::{Live, mark_of, plain},
    matrix::{firmness_claims, firmness_tag, limit_marks},
    open::{claim_link, claim_links, data, quotes, reading, say},
};
use crate::{index::Index, phrase::isolate, words};
use maud::{Markup, html};
use zopa_finding::{Clash, Completeness, Limit, Presence, Reader, Verdict};

pub(super) fn section(live: &Live<'_, '_>) -> Markup {
    let index = live.index;
    let answer = index.answer;
    let ordered = ordered(index).into_iter().chain(&live.table.more);
    let (alone, ordered): (Vec<&Clash>, Vec<&Clash>) = ordered.partition(|c| index.is_impossible(c));
    let heading = live.text(&[plain(live.table.verdict)], &|setting| html! { (heading(&live.table.verdict(setting))) });
    html! {
        section #clashes {
            h2 data-t=[heading.number] { (heading.markup()) }
            p.intro { (intro(index)) }
            @if answer.complete == Completeness::AtLeast { p.note { (words::at_least(answer.clashes.len())) } }
            @if let Verdict::RulesContradict { rules } = &answer.verdict {
                p.note { (say(&words::rules_concerned(&rules.iter().map(|r| isolate(r)).collect::<Vec<_>>()))) }
            }
            @if !ordered.is_empty() { div.clashes { @for clash in &ordered { (entry(live, clash, &first(&ordered, clash))) } } }
            @if !alone.is_empty() {
                h3.sub { (words::IMPOSSIBLE) }
                div.clashes { @for clash in &alone { (entry(live, clash, &first(&alone, clash))) } }
            }
        }
    }
}

fn heading(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::NothingFits | Verdict::RulesContradict { .. } => words::WHY_NOTHING,
        Verdict::Fits | Verdict::Depends { .. } => words::WHY_CLASH,
    }
}

fn intro(index: &Index<'_>) -> &'static str {
    match (index.between_limits().next(), index.answer.impossible.is_empty()) {
        (Some(_), _) => words::WHY_INTRO,
        (None, true) => words::WHY_NONE,
        (None, false) => words::REST_STANDS,
    }
}

/// Clashes knot by knot, in the order of the grid.
fn ordered<'a>(index: &Index<'a>) -> Vec<&'a Clash> {
    index.answer.knots.iter().flat_map(|k| &k.clashes).filter_map(|id| index.clash(id)).collect()
}

/// The limits of a clash that no clash above it has: these open in full here, the others there.
fn first<'a>(ordered: &[&Clash], clash: &'a Clash) -> Vec<&'a String> {
    let above = ordered.iter().take_while(|c| c.id != clash.id);
    let told: Vec<&String> = above.flat_map(|c| &c.limits).collect();
    clash.limits.iter().filter(|l| !told.contains(l)).collect()
}

fn entry(live: &Live<'_, '_>, clash: &Clash, first: &[&String]) -> Markup {
    let index = live.index;
    let limits: Vec<&Limit> = clash.limits.iter().filter_map(|l| index.limit(l)).collect();
    let column = live.table.clashes.iter().find(|column| column.id == clash.id);
    let state: Vec<Reader> = column.iter().map(|column| plain(column.state)).collect();
    let here = |setting: &[u32]| live.table.clash(index.answer, column?, setting);
    let mark = live.mark(&state, &|setting| here(setting).map_or(0, |clash| mark_of(&clash.presence)));
    let meta =
        live.text(&state, &|setting| html! { @if let Some(clash) = here(setting) { (say(&meta(index, &clash))) } });
    html! {
        article.clash id={ "clash-" (clash.id) } data-n=(index.clash_numbers(std::slice::from_ref(&clash.id))) data-h=[mark.number] data-in=(mark.mark()) hidden[mark.open == 0] {
            details {
                summary {
                    h4 { (say(&index.clash_title(clash))) }
                    div.sum {
                        ul.hold { @for limit in &limits {
                            li { b { (say(&index.name(&limit.holder))) } " " span { (data(&limit.title)) (limit_tags(index, limit)) } }
                        } }
                        small.meta data-t=[meta.number] { (meta.markup()) }
                    }
                }
                (basis(index, clash, &limits, first))
            }
        }
    }
}

fn limit_tags(index: &Index<'_>, limit: &Limit) -> Markup {
    html! { (limit_marks(index, limit)) @for firmness in index.beside_stated(limit) { (firmness_tag(firmness)) } }
}

/// In which readings, and without which reports it goes.
fn meta(index: &Index<'_>, clash: &Clash) -> String {
    let mut parts = vec![index.presence(&clash.presence)];
    if index.is_impossible(clash) {
        parts.push(words::BY_ITSELF.to_owned());
    }
    if !clash.rests_on.is_empty() {
        parts.push(words::goes_without(&clash.rests_on.iter().map(|source| index.report(source)).collect::<Vec<_>>()));
    }
    parts.join(" · ")
}

fn basis(index: &Index<'_>, clash: &Clash, limits: &[&Limit], first: &[&String]) -> Markup {
    let told: Vec<&String> = limits.iter().flat_map(|l| &l.claims).collect();
    let rest: Vec<String> = clash.basis.0.iter().filter(|c| !told.contains(c)).cloned().collect();
    html! {
        table.basis {
            caption.vh { (words::WHY_TABLE) }
            thead.vh { tr { th scope="col" { (words::PARTY) } th scope="col" { (words::RESTS_ON_WORDS) } } }
            tbody {
                @for limit in limits { tr {
                    th scope="row" { (say(&index.name(&limit.holder))) }
                    td { @if first.contains(&&limit.name) { (limit_words(index, limit)) } @else { (claim_links(index, &limit.claims)) } }
                } }
            }
        }
        @if !rest.is_empty() { p.basis { (words::ALSO_RESTS_ON) ": " (claim_links(index, &rest)) } }
    }
}

/// The claims that support a limit: title, reading, words.
fn limit_words(index: &Index<'_>, limit: &Limit) -> Markup {
    html! {
        @for claim in limit.claims.iter().filter_map(|c| index.claim(c)) {
            (claim_link(index, &claim.name))
            @for statement in &claim.statements { (reading(statement)) }
            (quotes(index, &claim.sayings.iter().flat_map(|s| s.quotes.iter().copied()).collect::<Vec<_>>()))
        }
        (firmness_claims(index, &limit.firmness))
    }
}

/// Where a clash is not in every reading its readings are named under it.
pub(super) fn unless_every(index: &Index<'_>, presence: &Presence) -> Markup {
    html! { @if *presence != Presence::Every { " " small { (say(&index.presence(presence))) } } }
}
