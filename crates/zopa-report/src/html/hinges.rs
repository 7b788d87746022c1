//! What does the answer turn on? Contested points first, then reports and origins that carry an answer.

use super::{
    head::level,
    open::{claim_links, clash_list, say},
};
use crate::{index::Index, phrase::outcome, words};
use maud::{Markup, html};
use zopa_finding::{Effect, Hinge, HingeKind, Level, QuestionKind};

/// Groups of clashes named in one line before the rest are counted.
const NAMED: usize = 3;

pub(super) fn section(index: &Index<'_>) -> Markup {
    let hinges = &index.brief.answer.hinges;
    html! {
        section #turns-on {
            h2 { (words::TURNS_ON) }
            @if hinges.is_empty() { p.intro { (words::TURNS_ON_NOTHING) } }
            @for hinge in index.hinges(HingeKind::Question) { (entry(index, hinge)) }
            (group(index, HingeKind::Source, words::TURNS_ON_SOURCES))
            (group(index, HingeKind::Origin, words::TURNS_ON_ORIGINS))
            (rest(index))
        }
    }
}

fn group(index: &Index<'_>, kind: HingeKind, title: &str) -> Markup {
    html! {
        @if index.hinges(kind).any(|h| alone(index, h)) {
            h3.sub { (title) }
            @if kind == HingeKind::Source { p.note { (words::ASKS_ANOTHER_CASE) } }
            @for hinge in index.hinges(kind).filter(|h| alone(index, h)) { (entry(index, hinge)) }
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
            details.rest { summary { (words::ONLY_SHUT_OUT) } @for hinge in list { (entry(index, hinge)) } }
        }
    }
}

/// The report whose setting aside does the same as setting this origin aside: the two are told together.
fn carrier<'a>(index: &Index<'a>, origin: &Hinge) -> Option<&'a Hinge> {
    let same = |source: &&Hinge| source.effects == origin.effects;
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
                summary { h4 dir="auto" { (say(&index.hinge_title(hinge.kind, &hinge.name))) } " " span { (say(&carriers(index, hinge))) } }
                p { (words::decides(&hinge.changes.iter().map(|l| level(*l)).collect::<Vec<_>>())) }
                @if hinge.kind == HingeKind::Question { p.note { (words::CLAIMS) ": " (claim_links(index, &hinge.basis.0)) } }
                @else { p.note { (words::capital(&words::claims_go(hinge.basis.0.len()))) } }
                @for origin in same { p.note id=(id(origin, index)) data-kind=(kind(origin.kind)) data-name=(origin.name) {
                    (words::SAME_AS) ": " (say(&index.hinge_title(origin.kind, &origin.name)))
                } }
            }
            dl class={ "eff n" (shown(hinge).count()) } {
                @for effect in shown(hinge) { (column(index, hinge, effect)) }
            }
        }
    }
}

/// For a source or origin the page as read is the one that counts it: only setting it aside tells something.
fn shown(hinge: &Hinge) -> impl Iterator<Item = &Effect> {
    hinge.effects.iter().filter(|e| hinge.kind == HingeKind::Question || e.answer != "counted")
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
    let lines = lines(index, hinge, effect);
    html! {
        div data-answer=(effect.answer) {
            dt { (say(&index.answer_label(hinge.kind, &hinge.name, &effect.answer))) }
            dd {
                @if lines.is_empty() { span { (words::NOTHING_MORE) } }
                @for line in lines { span { (line) } }
            }
        }
    }
}

fn lines(index: &Index<'_>, hinge: &Hinge, effect: &Effect) -> Vec<Markup> {
    let others: Vec<&Effect> = hinge.effects.iter().filter(|e| e.answer != effect.answer).collect();
    hinge.changes.iter().filter_map(|l| line(index, *l, effect, &others)).collect()
}

fn line(index: &Index<'_>, level: Level, effect: &Effect, others: &[&Effect]) -> Option<Markup> {
    match level {
        Level::Fits => Some(fits(effect)),
        Level::Enough => enough(index, effect, others),
        Level::Knots => knots(index, effect, others),
        Level::Clashes => clashes(index, effect, others),
        Level::ShutOut => shut_out(index, effect, others),
    }
}

fn fits(effect: &Effect) -> Markup {
    let said = match outcome(&effect.verdict) {
        words::Outcome::Fits => words::SOMETHING_FITS,
        words::Outcome::Nothing => words::NOTHING_FITS,
        words::Outcome::Depends => words::FITTING_DEPENDS,
        words::Outcome::Rules => words::RULES_FAIL,
    };
    html! { b { (said) } }
}

fn enough(index: &Index<'_>, effect: &Effect, others: &[&Effect]) -> Option<Markup> {
    let own = effect.enough.iter().filter(|set| !others.iter().all(|o| o.enough.contains(set)));
    let own: Vec<String> = own.map(|set| index.together(set)).collect();
    (!own.is_empty()).then(|| html! { b { (words::ENOUGH_HERE) } ": " (say(&words::list(&own))) })
}

fn knots(index: &Index<'_>, effect: &Effect, others: &[&Effect]) -> Option<Markup> {
    let own = effect.knots.iter().filter(|knot| !others.iter().all(|o| o.knots.contains(knot)));
    let own: Vec<String> = own.map(|issues| index.issue_titles(issues)).collect();
    (!own.is_empty()).then(|| html! { b { (words::questions_between(own.len())) } ": " (say(&words::list(&own))) })
}

fn clashes(index: &Index<'_>, effect: &Effect, others: &[&Effect]) -> Option<Markup> {
    let (gone, new) = (effect.gone.len(), effect.new.len());
    if gone + new > 0 {
        return Some(html! {
            @if gone > 0 { b { (words::clashes_go(gone)) } ": " (clash_list(index, &effect.gone, NAMED)) }
            @if gone > 0 && new > 0 { "; " }
            @if new > 0 { b { (words::clashes_new(new)) } ": " (new_clashes(index, &effect.new)) }
        });
    }
    let beyond = |list: &[String], pick: fn(&Effect) -> &Vec<String>| -> Vec<String> {
        list.iter().filter(|id| !others.iter().all(|o| pick(o).contains(id))).cloned().collect()
    };
    let every = beyond(&effect.every, |e| &e.every);
    // What goes under another answer is named there, and not here again.
    let mut some = beyond(&effect.some, |e| &e.some);
    some.retain(|id| !others.iter().any(|o| o.gone.contains(id)));
    if !every.is_empty() {
        return Some(html! { b { (words::clashes_here(every.len())) } ": " (clash_list(index, &every, NAMED)) });
    }
    (!some.is_empty())
        .then(|| html! { b { (words::clashes_maybe(some.len())) } ": " (clash_list(index, &some, NAMED)) })
}

/// Clashes that only this answer brings have no entry of their own: their limits are named.
fn new_clashes(index: &Index<'_>, sets: &[Vec<String>]) -> Markup {
    html! {
        @for (n, limits) in sets.iter().take(NAMED).enumerate() { @if n > 0 { "; " } (say(&index.limit_titles(limits))) }
        @if sets.len() > NAMED { " " (words::and_more(sets.len() - NAMED)) }
    }
}

fn shut_out(index: &Index<'_>, effect: &Effect, others: &[&Effect]) -> Option<Markup> {
    let own = effect.shut_out.iter().filter(|c| !others.iter().all(|o| o.shut_out.contains(c)));
    let own: Vec<String> = own.cloned().collect();
    (!own.is_empty()).then(|| html! { b { (words::shut_out_here(own.len())) } ": " (claim_links(index, &own)) })
}
