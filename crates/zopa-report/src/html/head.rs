//! What does the page say first? Its head, under which assumptions one reads, the answer in a sentence.

use super::banner;
use super::live::{Live, mark_of_verdict, plain};
use super::open::{clash_link, data, say};
use super::orphaned;
use super::switch;
use crate::phrase::level;
use crate::{
    index::Index,
    phrase::{isolate, outcome},
    words,
    words::switches as told,
};
use maud::{Markup, PreEscaped, html};
use std::cell::RefCell;
use zopa_finding::{Clash, Hinge, HingeKind, Level, Presence, Reader, Verdict, World};

/// The head of every page: its title, how it looks, and what it may do.
pub(super) fn head(title: &str, style: &str, policy: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width,initial-scale=1";
            meta http-equiv="Content-Security-Policy" content=(policy);
            title { (title) }
            style { (PreEscaped(style)) }
        }
    }
}

pub(super) fn mast(index: &Index<'_>) -> Markup {
    let case = &index.brief.case;
    let documents: Vec<_> = index.brief.sources.iter().filter(|s| s.document.is_some()).collect();
    let dated = documents.iter().any(|s| s.published.as_deref().is_some_and(|p| p != "?"));
    html! {
        header.mast {
            div { b dir="auto" { (case.title) } " " span { (words::made_from(documents.len(), dated, case.as_of.as_deref().filter(|d| *d != "?"))) } }
            nav aria-label=(words::SECTIONS) { @for (id, title) in words::NAV { a href={ "#" (id) } { (title) } " " } }
        }
    }
}

/// Under which assumptions one reads. What is chosen with the switches comes after what was chosen before.
pub(super) fn bar(live: &Live<'_, '_>) -> Markup {
    let index = live.index;
    let chosen = &index.brief.chosen;
    let settings: Vec<String> = chosen.assume.iter().map(|s| index.setting(s)).collect();
    let without: Vec<String> = chosen.without.iter().map(|s| index.report(s)).collect();
    let with: Vec<String> = chosen.with.iter().map(|w| isolate(w)).collect();
    let switches = index.brief.questions.iter().filter(|q| q.switch).count();
    let before = words::chosen(&settings, &without, &with);
    let open = match (before.is_empty(), switches) {
        (true, 0) => words::NONE_OPEN.to_owned(),
        (true, _) => words::ALL_OPEN.to_owned(),
        (false, _) => format!("; {}", words::rest_open(open_points(index))),
    };
    html! {
        div.bar { div role="status" {
            span { (words::READING) " " b {
                @if !before.is_empty() { span.on { (say(&before)) } }
                span data-open { (say(&open)) }
                @if live.any() { (switch::bar(live)) }
            } }
            @if live.any() { button type="button" #leave-all-open data-set hidden { (told::LEAVE_ALL_OPEN) } }
        } }
    }
}

/// Questions that are a switch and not yet decided by the user.
fn open_points(index: &Index<'_>) -> usize {
    index.brief.questions.iter().filter(|q| q.switch && q.chosen.is_none()).count()
}

pub(super) fn lead(live: &Live<'_, '_>) -> Markup {
    let verdict = [plain(live.table.verdict)];
    let mark = live.mark(&verdict, &|setting| mark_of_verdict(&live.table.verdict(setting)));
    let standfirst = live.text(&told_first(live), &|setting| {
        let mut answer = live.outline(setting);
        answer.hinges = turning(live, setting);
        html! { @for sentence in standfirst(&live.index.with(&answer)) { span { (say(&sentence)) " " } } }
    });
    let mut worlds = live.clashes();
    worlds.extend([plain(live.table.verdict), plain(live.table.witness)]);
    let worlds = live.text(&worlds, &|setting| {
        let answer = live.outline(setting);
        let index = live.index.with(&answer);
        html! {
            @if let Some(world) = &answer.witness { (witness(&index, world)) }
            @if !answer.impossible.is_empty() { (impossible(&index)) }
        }
    });
    html! {
        section.lead #answer data-h=[mark.number] data-in=(mark.mark()) {
            (headline(live))
            p.stand data-t=[standfirst.number] { (standfirst.markup()) }
            div data-t=[worlds.number] { (worlds.markup()) }
            (orphaned::note(live.index))
            (banner::found(live.index))
        }
    }
}

/// What the first sentences are told from.
fn told_first(live: &Live<'_, '_>) -> Vec<Reader> {
    let questions = live.table.hinges.iter().filter(|hinge| hinge.kind == HingeKind::Question);
    let levels = questions.map(|hinge| plain(hinge.levels));
    live.clashes().into_iter().chain([plain(live.table.verdict)]).chain(levels).collect()
}

/// The questions that answers turn on at a setting. What was worked out for a brief without switches is its own.
fn turning(live: &Live<'_, '_>, setting: &[u32]) -> Vec<Hinge> {
    if live.any() { live.table.turning(setting) } else { live.index.answer.hinges.clone() }
}

/// Every headline that there can be stands in one place, one of them in sight, so that it keeps its height.
fn headline(live: &Live<'_, '_>) -> Markup {
    let said = RefCell::new(Vec::new());
    let pick = live.mark(&[plain(live.table.verdict), live.left()], &|setting| {
        let open = if live.any() { live.open_points(setting) } else { open_points(live.index) };
        let headline = words::headline(outcome(&live.table.verdict(setting)), open);
        let said = &mut *said.borrow_mut();
        said.iter().position(|other| *other == headline).unwrap_or_else(|| {
            said.push(headline);
            said.len() - 1
        })
    });
    let said = said.take();
    html! {
        h1 data-k=[pick.number] {
            @for (at, headline) in said.iter().enumerate() { span.off[at != pick.open] { (headline) } }
        }
    }
}

fn standfirst(index: &Index<'_>) -> Vec<String> {
    let answer = &index.answer;
    if let Verdict::RulesContradict { rules } = &answer.verdict {
        let rules: Vec<String> = rules.iter().map(|r| isolate(r)).collect();
        return vec![words::rules_concerned(&rules)];
    }
    let every: Vec<&Clash> = index.between_limits().filter(|c| c.presence == Presence::Every).collect();
    let some = index.between_limits().count().saturating_sub(every.len());
    let points = index.hinges(HingeKind::Question).filter(|h| h.changes.contains(&Level::Clashes)).count();
    let mut out = Vec::new();
    if !answer.impossible.is_empty() {
        out.push(words::limits_unmet(answer.impossible.len()));
    }
    let alone = !answer.impossible.is_empty() && every.len() + some == 0;
    out.push(if alone { words::REST_STANDS.to_owned() } else { words::clashes_in_all(every.len(), some, points) });
    if (1..=4).contains(&every.len()) {
        let titles: Vec<String> = every.iter().map(|c| index.clash_short(c)).collect();
        out.push(words::in_every_reading(&titles));
    }
    out.extend(first_point(index));
    out.extend(rests(index));
    out
}

/// The first contested point: what it decides, and that it leaves open whether anything fits.
fn first_point(index: &Index<'_>) -> Option<String> {
    let hinge = index.hinges(HingeKind::Question).next()?;
    let decides: Vec<&str> = hinge.changes.iter().take(2).map(|l| level(*l)).collect();
    let title = index.hinge_title(hinge.kind, &hinge.name);
    Some(words::first_point(&words::quoted(&title), &decides, hinge.first != Level::Fits))
}

/// The report with which most clashes go, if several go with one.
fn rests(index: &Index<'_>) -> Option<String> {
    let carried = |name: &String| index.between_limits().filter(|c| c.rests_on.contains(name)).count();
    let most = index.brief.sources.iter().map(|s| carried(&s.name)).max().filter(|n| *n > 1)?;
    let source = index.brief.sources.iter().find(|s| carried(&s.name) == most)?;
    Some(words::go_without(most, index.between_limits().count(), &index.report(&source.name)))
}

fn witness(index: &Index<'_>, world: &World) -> Markup {
    html! {
        p.note {
            b { (words::WITNESS) } ": "
            @for (n, (issue, option)) in world.package.iter().enumerate() {
                @if n > 0 { "; " }
                (say(&index.name(issue))) ": " (data(index.option(issue, option)))
            }
            @if !world.steps.is_empty() {
                "; " (words::WITNESS_STEPS) ": " (say(&index.names(&world.steps).join(", ")))
            }
        }
    }
}

fn impossible(index: &Index<'_>) -> Markup {
    let single = |limit: &String| index.answer.clashes.iter().find(|c| c.limits.as_slice() == [limit.clone()]);
    html! {
        p.note {
            b { (words::IMPOSSIBLE) } ": "
            @for (n, name) in index.answer.impossible.iter().enumerate() {
                @if n > 0 { "; " }
                @match (single(name), index.limit(name)) {
                    (Some(clash), _) => (clash_link(index, &clash.id)),
                    (None, Some(limit)) => (data(&limit.title)),
                    (None, None) => (name),
                }
            }
        }
    }
}
