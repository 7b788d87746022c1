//! How is it asked what a claim means for the negotiation?
//!
//! In the order of the line that it becomes: who, a verb, what, and on which condition. The line is shown as it will stand.

use super::problems;
use crate::desk::Held;
use maud::{Markup, html};
use zopa::report::stating as words;
use zopa::{Problem, Stated, Waiting};

/// The form; `hidden` are the fields that say of which claim.
pub(super) fn form(held: &Held, waiting: &Waiting<'_>, hidden: &Markup) -> Markup {
    html! {
        form.meaning method="post" action="/state" data-check="/stating" data-stay {
            (hidden)
            h2 { (words::HEADING) }
            @if !waiting.statements.is_empty() {
                p.says { (words::SAYS) ": " @for line in &waiting.statements { code dir="auto" { (line) } " " } }
            }
            div.sentence {
                label { (words::WHO) " " input name="who" list="parties" data-complete="party" data-focus="s" autocomplete="off"; }
                label { (words::VERB) " " select name="verb" {
                    @for (verb, says) in zopa::verbs() { option value=(verb) { (words::verb(verb, says)) } }
                } }
                label.wide { (words::WHAT) " " input name="what" list="positions" data-complete="condition" autocomplete="off" placeholder=(words::WHAT_EXAMPLE); }
                label.whole { (words::OPTIONS) " " input name="options" autocomplete="off"; }
                label { span.quiet { (words::JOINT) } " " select name="joint" { option value="" { (words::NO_JOINT) }
                    @for joint in ["only if", "if", "unless", "to"] { option value=(joint) { (joint) } }
                } }
                label.wide.two { (words::TERMS) " " input name="terms" list="positions" data-complete="condition" autocomplete="off"; }
            }
            details { summary { (words::MORE) } div.more {
                label { (words::TERM_OPTIONS) " " input name="term-options" autocomplete="off"; }
                label { (words::BY) " " input name="by" list="parties" data-complete="party" autocomplete="off"; }
                label { (words::BECAUSE) " " input name="because" autocomplete="off"; }
            } }
            div.stated data-messages aria-live="polite" {}
            button { (words::WRITE) }
            (choices(held))
        }
    }
}

/// What the case has already, for browsers that complete from a list.
fn choices(held: &Held) -> Markup {
    let case = &held.read.case;
    html! {
        datalist #parties { @for party in case.parties.values() { option value=(party.title) {} } }
        datalist #positions { @for issue in case.space.issues.values() { @for option in issue.options.values() {
            option value={ (issue.name) " = " (option.name) } { (issue.title) ": " (option.title) }
        } } }
    }
}

/// The line as it will stand in the case, with what is new; or why there is none.
pub(crate) fn stated(stated: Result<Stated, Vec<Problem>>) -> Markup {
    match stated {
        Err(problems) => problems::list(&problems),
        Ok(stated) => html! {
            p { (words::WILL_BE) " " code.line dir="auto" { (stated.line) } }
            @if !stated.new.is_empty() { p { (words::AND_NEW) } pre dir="auto" { (stated.new.join("\n")) } }
            @if !stated.single.is_empty() { p.note { (problems::ticked(&words::single(&stated.single))) } }
        },
    }
}
