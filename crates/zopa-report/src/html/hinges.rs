//! What does the answer turn on? Contested points first, then reports and origins that carry an answer.

use super::live::Live;
use super::open::{claim_link, claim_links, clash_list, say};
use super::switch;
use crate::phrase::level;
use crate::words::switches as told;
use crate::{
    differs::{self, Line, Offers},
    index::Index,
    phrase::outcome,
    words,
};
use maud::{Markup, html};
use zopa_finding::{Effect, Hinge, HingeKind, Level, QuestionKind, Switch, Together, Verdict};

/// Groups of clashes, and offers, named in one line before the rest are counted.
const NAMED: usize = 3;

/// The contested points, then those that are a switch and turn nothing.
pub(super) fn section(live: &Live<'_, '_>) -> Markup {
    let index = live.index;
    let idle = index.brief.questions.iter().filter(|q| live.switch(HingeKind::Question, &q.name).is_some());
    let idle = idle.filter(|q| !index.hinges(HingeKind::Question).any(|h| h.name == q.name));
    html! {
        section #turns-on {
            h2 { (words::TURNS_ON) }
            @if live.any() && live.table.together == Together::One { p.note { (told::ONE_AT_A_TIME) } }
            @if index.answer.hinges.is_empty() { p.intro { (words::TURNS_ON_NOTHING) } }
            @for hinge in index.hinges(HingeKind::Question) { (entry(live, hinge)) }
            @for question in idle {
                article.hinge.dim {
                    h4 { (say(&index.question_title(question))) }
                    (switch::control(live, HingeKind::Question, &question.name))
                    p.why { (words::SWITCH_NO_TURN) }
                }
            }
        }
    }
}

/// Reports and origins: second to the contested points, which a reader can settle.
pub(super) fn others(live: &Live<'_, '_>) -> Markup {
    let any = live.index.answer.hinges.iter().any(|h| h.kind != HingeKind::Question);
    html! {
        @if any {
            section #carriers {
                (group(live, HingeKind::Source, words::TURNS_ON_SOURCES))
                (group(live, HingeKind::Origin, words::TURNS_ON_ORIGINS))
                (rest(live))
                (idle(live))
            }
        }
    }
}

fn group(live: &Live<'_, '_>, kind: HingeKind, title: &str) -> Markup {
    let index = live.index;
    let apart = live.table.together == Together::Questions;
    html! {
        @if index.hinges(kind).any(|h| alone(index, h)) {
            h3.sub { (title) }
            @if kind == HingeKind::Source {
                p.note {
                    (words::ASKS_ANOTHER_CASE)
                    @if live.any() { " " (if apart { told::ASIDE_ALONE } else { told::ONE_ASIDE }) }
                }
            }
            div.trio { @for hinge in index.hinges(kind).filter(|h| alone(index, h)) { (entry(live, hinge)) } }
        }
    }
}

/// Reports that alone carry something on which no answer turns: their switches say so.
fn idle(live: &Live<'_, '_>) -> Markup {
    let turns = |name: &str| live.index.hinges(HingeKind::Source).any(|hinge| hinge.name == name);
    let idle = live.table.switches.iter().filter(|s| s.kind == HingeKind::Source && !turns(&s.name));
    let idle: Vec<&Switch> = idle.collect();
    html! {
        @if !idle.is_empty() {
            details.rest { summary { (told::NO_TURN_SOURCES) } div.trio { @for switch in idle {
                article.hinge.dim {
                    h4 { (say(&live.index.hinge_title(HingeKind::Source, &switch.name))) }
                    (switch::control(live, HingeKind::Source, &switch.name))
                    p.why { (told::NO_TURN_WHY) }
                }
            } } }
        }
    }
}

/// Has a report or origin an entry among the first? Not where it changes only what is shut out, nor where it is told
/// with a report.
fn alone(index: &Index<'_>, hinge: &Hinge) -> bool {
    hinge.first != Level::ShutOut && carrier(index, hinge).is_none()
}

/// Reports and origins that change only what is shut out open beneath the others.
fn rest(live: &Live<'_, '_>) -> Markup {
    let index = live.index;
    let minor = |h: &&Hinge| h.kind != HingeKind::Question && h.first == Level::ShutOut && carrier(index, h).is_none();
    let list: Vec<&Hinge> = index.answer.hinges.iter().filter(minor).collect();
    html! {
        @if !list.is_empty() {
            details.rest { summary { (words::ONLY_SHUT_OUT) } div.trio { @for hinge in list { (entry(live, hinge)) } } }
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

fn entry(live: &Live<'_, '_>, hinge: &Hinge) -> Markup {
    let index = live.index;
    let same = if hinge.kind == HingeKind::Source { carried(index, hinge) } else { Vec::new() };
    let levels = live.levels(hinge);
    let decides = live.text(&levels, &|setting| decides(&live.changes(hinge, setting)));
    let effects = live.text(&live.turning_on(hinge), &|setting| effects(live, hinge, setting));
    let idle = live.mark(&levels, &|setting| usize::from(live.changes(hinge, setting).is_empty()));
    let why = live.text(&levels, &|setting| why(live, hinge, setting));
    html! {
        article.hinge id=(id(hinge, index)) data-kind=(kind(hinge.kind)) data-name=(hinge.name) data-d=[idle.number] {
            details {
                summary {
                    @if let Some(n) = number(index, hinge) { i { (n) } }
                    h4 { (say(&index.hinge_title(hinge.kind, &hinge.name))) } " " span { (say(&carriers(index, hinge))) }
                }
                p data-t=[decides.number] { (decides.markup()) }
                @if hinge.kind == HingeKind::Question { p.note { (words::CLAIMS) ": " (claim_links(index, &hinge.basis.0)) } }
                @else { p.note { (words::capital(&words::claims_go(hinge.basis.0.len()))) } }
                @for origin in same { p.note id=(id(origin, index)) data-kind=(kind(origin.kind)) data-name=(origin.name) {
                    (words::SAME_AS) ": " (say(&index.hinge_title(origin.kind, &origin.name)))
                } }
            }
            (switch::control(live, hinge.kind, &hinge.name))
            @if live.any() { p.why data-t=[why.number] { (why.markup()) } }
            div data-t=[effects.number] { (effects.markup()) }
        }
    }
}

/// The answers that change; nothing where none does.
fn decides(changes: &[Level]) -> Markup {
    html! {
        @if !changes.is_empty() {
            span data-changes=(changes.iter().map(|l| level_name(*l)).collect::<Vec<_>>().join(" ")) {
                (words::decides(&changes.iter().map(|l| level(*l)).collect::<Vec<_>>()))
            }
        }
    }
}

/// The level as programs call it.
fn level_name(level: Level) -> &'static str {
    match level {
        Level::Fits => "fits",
        Level::Enough => "enough",
        Level::Knots => "knots",
        Level::Clashes => "clashes",
        Level::ShutOut => "shut-out",
    }
}

/// Under each answer of a hinge, what is so and not under the others.
fn effects(live: &Live<'_, '_>, hinge: &Hinge, setting: &[u32]) -> Markup {
    let Some((shut_out, hinge)) = live.hinge(hinge, setting) else { return html! {} };
    let index = &live.index.with_shut_out(&shut_out);
    html! {
        @if let Some(sentence) = differs::but_for(index, &hinge) { p.note { (sentence) } } @else {
            dl class={ "eff n" (differs::answers(&hinge).count()) } {
                @for effect in differs::answers(&hinge) { (column(index, &hinge, effect)) }
            }
        }
    }
}

/// Why nothing turns on it here: the fewest of the settings made with which nothing does.
fn why(live: &Live<'_, '_>, hinge: &Hinge, setting: &[u32]) -> Markup {
    if !live.changes(hinge, setting).is_empty() {
        return html! {};
    }
    let mut fewest = setting.to_vec();
    for place in 0..fewest.len() {
        let mut without = fewest.clone();
        if let Some(value) = without.get_mut(place) {
            *value = 0;
        }
        if live.changes(hinge, &without).is_empty() {
            fewest = without;
        }
    }
    html! { (say(&told::without_effect(&switch::chosen(live, &fewest)))) }
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
                @for line in &lines { span { (line_told(index, line)) } }
            }
        }
    }
}

fn line_told(index: &Index<'_>, line: &Line<'_>) -> Markup {
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
