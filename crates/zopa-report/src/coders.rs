//! How are two cases over the same documents told beside each other?

use crate::words::coders as told;
use maud::{Markup, html};
use zopa_finding::{Coded, CodedPair, Coders};

/// As a piece of a page: what is read in two ways first, then what one of them has alone, then what is read alike.
pub fn html(coders: &Coders) -> String {
    let (alike, differing) = parted(coders);
    let markup = html! {
        h1 { (told::heading(title(&coders.one), title(&coders.other))) }
        p.note { (told::INTRO) }
        p.done { (counts(coders)) }
        (pairs(coders, told::DIFFERING, &differing))
        (alone(told::ONLY_ONE, &coders.only_one))
        (alone(told::ONLY_OTHER, &coders.only_other))
        (pairs(coders, told::ALIKE, &alike))
    };
    markup.into_string()
}

/// As a text for a screen.
pub fn text(coders: &Coders) -> String {
    let (alike, differing) = parted(coders);
    let mut lines = vec![
        told::heading(title(&coders.one), title(&coders.other)),
        told::INTRO.to_owned(),
        counts(coders),
        String::new(),
        format!("{} ({})", told::DIFFERING, differing.len()),
    ];
    for pair in &differing {
        lines.push(format!("  {}: {}", first_words(&pair.one), told::differs(!pair.same_reading, !pair.same_speakers)));
        lines.extend(
            [(&coders.one, &pair.one), (&coders.other, &pair.other)]
                .map(|(head, one)| format!("    {}: {}", title(head), line(one))),
        );
    }
    for (name, all) in [(told::ONLY_ONE, &coders.only_one), (told::ONLY_OTHER, &coders.only_other)] {
        lines.extend([String::new(), format!("{name} ({})", all.len())]);
        lines.extend(all.iter().map(|one| format!("  {}: {}", first_words(one), line(one))));
    }
    lines.extend([String::new(), format!("{} ({})", told::ALIKE, alike.len())]);
    lines.extend(alike.iter().map(|pair| format!("  {}", first_words(&pair.one))));
    lines.push(String::new());
    lines.join("\n")
}

fn title(head: &zopa_finding::CaseHead) -> &str {
    if head.title.is_empty() { &head.name } else { &head.title }
}

/// Those read alike, and those that are not.
fn parted(coders: &Coders) -> (Vec<&CodedPair>, Vec<&CodedPair>) {
    coders.pairs.iter().partition(|pair| pair.same_reading && pair.same_speakers)
}

fn counts(coders: &Coders) -> String {
    let (alike, differing) = parted(coders);
    told::counts(alike.len() + differing.len(), differing.len(), coders.only_one.len(), coders.only_other.len())
}

/// The words that a claim rests on first.
fn first_words(one: &Coded) -> String {
    let words = one.words.first().map(|quote| quote.words.as_str());
    words.map_or_else(|| one.title.clone(), |words| format!("“{words}”"))
}

/// A reading in one line.
fn line(one: &Coded) -> String {
    let statements =
        if one.statements.is_empty() { told::IN_WORDS_ALONE.to_owned() } else { one.statements.join("; ") };
    format!("{statements}; {} {}", told::SAID_BY, speakers(one))
}

fn speakers(one: &Coded) -> String {
    if one.speakers.is_empty() { told::OUTLET.to_owned() } else { one.speakers.join(", ") }
}

fn pairs(coders: &Coders, name: &str, pairs: &[&CodedPair]) -> Markup {
    html! {
        h2 { (name) " (" (pairs.len()) ")" }
        @if !pairs.is_empty() { table.coders {
            thead { tr { th scope="col" { (title(&coders.one)) } th scope="col" { (title(&coders.other)) } } }
            tbody { @for pair in pairs {
                tr { td { (side(&pair.one)) } td { (side(&pair.other)) } }
            } }
        } }
    }
}

fn alone(name: &str, all: &[Coded]) -> Markup {
    html! {
        h2 { (name) " (" (all.len()) ")" }
        @if !all.is_empty() { table.coders { tbody { @for one in all { tr { td { (side(one)) } } } } } }
    }
}

/// One claim as a coder has it.
fn side(one: &Coded) -> Markup {
    html! {
        b dir="auto" { (one.title) }
        @for quote in &one.words { blockquote dir="auto" { (quote.words) " " small { (quote.source) } } }
        @if one.statements.is_empty() { p.note { (told::IN_WORDS_ALONE) } }
        @for statement in &one.statements { code dir="auto" { (statement) } br; }
        @for why in &one.because { small dir="auto" { (told::BECAUSE) ": " (why) } br; }
        small dir="auto" { (told::SAID_BY) " " (speakers(one)) }
    }
}
