//! What does the answer turn on? Contested points first, then reports and origins that carry an answer.

use super::open::{claim_link, claim_links, clash_list, say};
use crate::phrase::level;
use crate::{
    differs::{self, Line, Offers},
    index::Index,
    phrase::outcome,
    words,
};
use maud::{Markup, html};
use zopa_finding::{Effect, Hinge, HingeKind, Level, QuestionKind, Verdict};

/// Groups of clashes, and offers, named in one line before the rest are counted.
const NAMED: usize = 3;

/// The contested points.
pub(super) fn section(index: &Index<'_>) -> Markup {
    html! {
        section #turns-on {
            h2 { (words::TURNS_ON) }
            @if index.brief.answer.hinges.is_empty() { p.intro { (words::TURNS_ON_NOTHING) } }
            @for hinge in index.hinges(HingeKind::Question) { (entry(index, hinge)) }
        }
    }
}

/// Reports and origins: second to the contested points, which a reader can settle.
pub(super) fn others(index: &Index<'_>) -> Markup {
    let any = index.brief.answer.hinges.iter().any(|h| h.kind != HingeKind::Question);
    html! {
        @if any {
            section #carriers {
                (group(index, HingeKind::Source, words::TURNS_ON_SOURCES))
                (group(index, HingeKind::Origin, words::TURNS_ON_ORIGINS))
                (rest(index))
            }
        }
    }
}

fn group(index: &Index<'_>, kind: HingeKind, title: &str) -> Markup {
    html! {
        @if index.hinges(kind).any(|h| alone(index, h)) {
            h3.sub { (title) }
            @if kind == HingeKind::Source { p.note { (words::ASKS_ANOTHER_CASE) } }
            div.trio { @for hinge in index.hinges(kind).filter(|h| alone(index, h)) { (entry(index, hinge)) } }
        }
    }
}

/// Has a report or origin an entry among the first? Not where it changes only what is shut out, nor where it is told
/// with a report.
fn alone(index: &Index<'_>, hinge: &Hinge) -> bool {
    hinge.first != Level::ShutOut && carrier(index, hinge).is_none()
}

/// Reports and origins that change only what is shut out open beneath the others.
fn rest(index: &Index<'_>) -> Markup {
    let minor = |h: &&Hinge| h.kind != HingeKind::Question && h.first == Level::ShutOut && carrier(index, h).is_none();
    let list: Vec<&Hinge> = index.brief.answer.hinges.iter().filter(minor).collect();
    html! {
        @if !list.is_empty() {
            details.rest { summary { (words::ONLY_SHUT_OUT) } div.trio { @for hinge in list { (entry(index, hinge)) } } }
        }
    }
}

/// The report whose setting aside does the same as setting this origin aside: the two are told together.
fn carrier<'a>(index: &Index<'a>, origin: &Hinge) -> Option<&'a Hinge> {
    let same = |source: &&Hinge| source.effects == origin.effects && source.changes == origin.changes;
    if origin.kind == HingeKind::Origin { index.hinges(HingeKind::Source).find(same) } else { None }
}

/// The origins told with a report.
fn carried<'a>(index: &Index<'a>, source: &Hinge) -> Vec<&'a Hinge> {
    index.hinges(HingeKind::Origin).filter(|o| carrier(index, o).is_some_and(|c| c.name == source.name)).collect()
}

/// The element id of a hinge. A source's own voice is an origin of the source's name: it is told apart.
pub(super) fn id(hinge: &Hinge, index: &Index<'_>) -> String {
    let voice = hinge.kind == HingeKind::Origin && index.source(&hinge.name).is_some();
    format!("hinge-{}{}", hinge.name, if voice { ":voice" } else { "" })
}

fn kind(kind: HingeKind) -> &'static str {
    match kind {
        HingeKind::Question => "question",
        HingeKind::Source => "source",
        HingeKind::Origin => "origin",
    }
}

fn entry(index: &Index<'_>, hinge: &Hinge) -> Markup {
    let same = if hinge.kind == HingeKind::Source { carried(index, hinge) } else { Vec::new() };
    html! {
        article.hinge id=(id(hinge, index)) data-kind=(kind(hinge.kind)) data-name=(hinge.name) {
            details {
                summary {
                    @if let Some(n) = number(index, hinge) { i { (n) } }
                    h4 { (say(&index.hinge_title(hinge.kind, &hinge.name))) } " " span { (say(&carriers(index, hinge))) }
                }
                p { (words::decides(&hinge.changes.iter().map(|l| level(*l)).collect::<Vec<_>>())) }
                @if hinge.kind == HingeKind::Question { p.note { (words::CLAIMS) ": " (claim_links(index, &hinge.basis.0)) } }
                @else { p.note { (words::capital(&words::claims_go(hinge.basis.0.len()))) } }
                @for origin in same { p.note id=(id(origin, index)) data-kind=(kind(origin.kind)) data-name=(origin.name) {
                    (words::SAME_AS) ": " (say(&index.hinge_title(origin.kind, &origin.name)))
                } }
            }
            @if let Some(sentence) = differs::but_for(index, hinge) { p.note { (sentence) } } @else {
                dl class={ "eff n" (differs::answers(hinge).count()) } {
                    @for effect in differs::answers(hinge) { (column(index, hinge, effect)) }
                }
            }
        }
    }
}

/// Contested points are numbered, and go by their number beside the grid.
fn number(index: &Index<'_>, hinge: &Hinge) -> Option<usize> {
    index.point(&hinge.name).filter(|_| hinge.kind == HingeKind::Question)
}

/// Which reports carry the claims of a hinge, and from how many origins.
fn carriers(index: &Index<'_>, hinge: &Hinge) -> String {
    let wishes = index.question(&hinge.name).is_some_and(|q| q.kind == QuestionKind::Wishes);
    if hinge.kind != HingeKind::Question || wishes {
        return String::new();
    }
    let claims: Vec<_> = hinge.basis.0.iter().filter_map(|c| index.claim(c)).collect();
    let carried = |s: &&zopa_finding::Source| claims.iter().any(|c| c.reports.contains(&s.name));
    let sources: Vec<String> = index.brief.sources.iter().filter(carried).map(|s| s.name.clone()).collect();
    let numbers: Vec<u32> = sources.iter().filter_map(|n| index.source(n)).filter_map(|s| s.number).collect();
    if numbers.is_empty() { String::new() } else { words::report_list(&numbers) }
}

/// One answer, and what is so under it and not under the others.
fn column(index: &Index<'_>, hinge: &Hinge, effect: &Effect) -> Markup {
    let lines = differs::lines(index, hinge, effect);
    html! {
        div data-answer=(effect.answer) {
            dt { (say(&index.answer_label(hinge.kind, &hinge.name, &effect.answer))) }
            dd {
                @if lines.is_empty() { span { (words::NO_DIFFERENCE) } }
                @for line in &lines { span { (told(index, line)) } }
            }
        }
    }
}

fn told(index: &Index<'_>, line: &Line<'_>) -> Markup {
    let clashes = |said: String, ids: &[String]| html! { b { (said) } ": " (clash_list(index, ids, NAMED)) };
    match line {
        Line::Fits(verdict, hinge) => fits(index, verdict, hinge),
        Line::Enough(sets) => sets_of(index, words::ENOUGH_HERE, sets),
        Line::NotEnough(sets) => sets_of(index, words::NOT_ENOUGH_HERE, sets),
        Line::Knots(knots) => html! { b { (words::questions_between(knots.len())) } ": " (say(&issues(index, knots))) },
        Line::Go(ids) => clashes(words::clashes_go(ids.len()), ids),
        Line::New(sets) => html! { b { (words::clashes_new(sets.len())) } ": " (new_clashes(index, sets)) },
        Line::Every(ids) => clashes(words::clashes_here(ids.len()), ids),
        Line::Some(ids) => clashes(words::clashes_maybe(ids.len()), ids),
        Line::Shut(list) => offers(index, &words::shut_out_here(list.iter().map(|o| o.meant).sum()), list),
        Line::Open(list) => offers(index, words::NOT_SHUT_OUT_HERE, list),
        Line::NotMade(list) => offers(index, words::NOT_MADE_HERE, list),
        Line::By(list) => by(index, list),
    }
}

/// The verdict; where it depends, the readings after it, points by their numbers.
fn fits(index: &Index<'_>, verdict: &Verdict, hinge: &str) -> Markup {
    let short = words::fits(outcome(verdict));
    let whole = index.fits(verdict, hinge, &|setting| index.setting_numbered(setting));
    html! { b { (short) } (say(whole.strip_prefix(short).unwrap_or_default())) }
}

fn sets_of(index: &Index<'_>, label: &str, sets: &[&[String]]) -> Markup {
    let told: Vec<String> = sets.iter().map(|set| index.together(set)).collect();
    html! { b { (label) } ": " (say(&words::list(&told))) }
}

fn issues(index: &Index<'_>, knots: &[&[String]]) -> String {
    words::list(&knots.iter().map(|issues| index.issue_titles(issues)).collect::<Vec<_>>())
}

/// Clashes that only this answer brings have no entry of their own: their limits are named.
fn new_clashes(index: &Index<'_>, sets: &[Vec<String>]) -> Markup {
    html! {
        @for (n, limits) in sets.iter().take(NAMED).enumerate() { @if n > 0 { "; " } (say(&index.limit_titles(limits))) }
        @if sets.len() > NAMED { " " (words::and_more(sets.len() - NAMED)) }
    }
}

fn offers(index: &Index<'_>, label: &str, list: &[Offers<'_>]) -> Markup {
    html! {
        b { (label) } ": "
        @for (n, offer) in list.iter().take(NAMED).enumerate() {
            @if n > 0 { "; " }
            (claim_link(index, offer.claim)) (words::some_of(offer.meant, offer.all))
        }
        @if list.len() > NAMED { " " (words::and_more(list.len() - NAMED)) }
    }
}

fn by(index: &Index<'_>, list: &[(&str, &[String])]) -> Markup {
    html! {
        b { (words::SHUT_OUT_THEN) } ": "
        @for (n, (claim, limits)) in list.iter().take(NAMED).enumerate() {
            @if n > 0 { "; " }
            (claim_link(index, claim)) " (" (words::BY_LIMITS) " " (say(&index.limit_titles(limits))) ")"
        }
        @if list.len() > NAMED { " " (words::and_more(list.len() - NAMED)) }
    }
}
