//! How is a contested point, or a report, set? One row of positions, one of them chosen.

use super::live::Live;
use super::open::say;
use crate::{index::Index, words, words::switches as told};
use maud::{Markup, PreEscaped, html};
use zopa_finding::{HingeKind, Switch};

const SCRIPT: &str = include_str!("script.js");

/// The digest of the script, so that no other is run: `sha256` of its bytes, in base 64. A test compares them.
pub const SCRIPT_DIGEST: &str = "sha256-L6kjkMxIs46HcP5ceWsEiaN39uBmATRBBc/ZYkZRIpk=";

/// The script with what it looks up; nothing where nothing can be set.
pub(super) fn script(live: &Live<'_, '_>) -> Markup {
    html! {
        @if let Some(data) = live.data() {
            script type="application/json" id="table" { (PreEscaped(data)) }
            script { (PreEscaped(SCRIPT)) }
        }
    }
}

/// A position: its answer, its label, and its value; open, or counted: 0.
type Position = (String, String, u32);

/// The switch of a question or a source. Without a script there is none.
pub(super) fn control(live: &Live<'_, '_>, kind: HingeKind, name: &str) -> Markup {
    let Some(switch) = live.switch(kind, name).filter(|switch| switch.kind != HingeKind::Origin) else {
        return html! {};
    };
    let last = switch.first + switch.answers.len() as u32 - 1;
    let question = kind == HingeKind::Question;
    html! {
        fieldset.sw data-switch=(switch.name) data-kind=(if question { "question" } else { "source" }) {
            legend.vh { (say(&live.index.hinge_title(kind, &switch.name))) }
            @for (answer, label, value) in positions(live.index, switch) {
                label {
                    input type="radio" name={ "switch-" (if question { "q" } else { "s" }) "-" (switch.name) } data-answer=(answer)
                        data-place=(switch.place) data-value=(value) data-first=(switch.first) data-last=(last)
                        checked[value == 0];
                    span { (say(&label)) }
                }
            }
        }
    }
}

/// A question with two answers stands open between them; with more, before them. A source is counted, or set aside.
fn positions(index: &Index<'_>, switch: &Switch) -> Vec<Position> {
    let answers = switch.answers.iter().zip(switch.first..);
    let mut positions: Vec<Position> =
        answers.map(|(answer, value)| (answer.clone(), label(index, switch, answer), value)).collect();
    if switch.kind == HingeKind::Question {
        let at = if positions.len() == 2 { 1 } else { 0 };
        positions.insert(at, ("open".to_owned(), told::OPEN.to_owned(), 0));
    } else {
        positions.insert(0, ("counted".to_owned(), words::ANSWER_COUNTED.to_owned(), 0));
    }
    positions
}

fn label(index: &Index<'_>, switch: &Switch, answer: &str) -> String {
    let question = index.question(&switch.name).filter(|_| switch.kind == HingeKind::Question);
    match question {
        Some(question) => index.label_of(question, answer),
        None => words::ANSWER_SET_ASIDE.to_owned(),
    }
}

/// In the bar: what is set, piece by piece, and how much is open beside it.
pub(super) fn bar(live: &Live<'_, '_>) -> Markup {
    html! {
        @for switch in live.table.switches.iter().filter(|switch| switch.kind != HingeKind::Origin) {
            @for (answer, value) in switch.answers.iter().zip(switch.first..) {
                span.on data-on={ (switch.place) ":" (value) } hidden { (say(&piece(live.index, switch, answer))) }
            }
        }
        @let rest = live.text(&[live.left()], &|setting| html! {
            @if let Some(open) = live.open_beside(setting) { "; " (words::rest_open(open)) }
        });
        span data-t=[rest.number] {}
    }
}

/// What is chosen at a setting, in words.
pub(super) fn chosen(live: &Live<'_, '_>, setting: &[u32]) -> String {
    let (mut settings, mut without) = (Vec::new(), Vec::new());
    for switch in &live.table.switches {
        let answer = live.table.set_to(setting, switch).and_then(|at| switch.answers.get(at));
        match (switch.kind, answer) {
            (_, None) => {}
            (HingeKind::Question, Some(answer)) => settings.push(named(live.index, switch, answer)),
            (HingeKind::Source, _) => without.push(live.index.report(&switch.name)),
            (HingeKind::Origin, _) => without.push(live.index.origin_title(&switch.name)),
        }
    }
    words::chosen(&settings, &without, &[])
}

fn named(index: &Index<'_>, switch: &Switch, answer: &str) -> String {
    index.setting(&zopa_finding::Setting { question: switch.name.clone(), answer: answer.to_owned() })
}

fn piece(index: &Index<'_>, switch: &Switch, answer: &str) -> String {
    match switch.kind {
        HingeKind::Question => words::chosen(&[named(index, switch, answer)], &[], &[]),
        _ => words::chosen(&[], &[index.report(&switch.name)], &[]),
    }
}
