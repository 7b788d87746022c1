//! The traps of attribution, each by an invented example.

use zopa_evidence::{Language, attributions};
use zopa_finding::{Act, Attribution, AttributionKind};

fn of(text: &str) -> Vec<Attribution> {
    let found = attributions(text, Language::english());
    for place in found.iter().flat_map(|one| one.content.iter().chain(&one.cue).chain(&one.source)) {
        assert_eq!(text.get(place.start..place.end), Some(place.exact.as_str()));
    }
    found
}

/// `source <cue> content | content [chain]` of each attribution.
fn told(text: &str) -> Vec<String> {
    let parts = |places: &[zopa_finding::Place]| {
        places.iter().map(|place| place.exact.clone()).collect::<Vec<String>>().join(" | ")
    };
    let line = |one: &Attribution| {
        let source = one.source.as_ref().map_or("-", |source| source.exact.as_str());
        format!("{source} <{}> {}", parts(&one.cue), parts(&one.content))
    };
    of(text).iter().map(line).collect()
}

/// The names in the chain of the last attribution.
fn chain(text: &str) -> Vec<String> {
    let found = of(text);
    found.last().map(|one| one.chain.iter().map(|holder| holder.name.clone()).collect()).unwrap_or_default()
}

#[test]
fn an_apostrophe_after_a_plural_closes_no_quote() {
    assert_eq!(
        told("“The Isles’ only wish is the ‘long’ pier,” she said."),
        ["she <said> “The Isles’ only wish is the ‘long’ pier,”"]
    );
}

#[test]
fn a_caption_does_not_come_between_a_newspaper_and_its_name() {
    let text = "Officials involved in the talks told the Bay Post that both sides had met.\n\nThe mayor receives the guests (via Seapix)\n\nA port official told the newspaper that both sides were “testing the water”.";
    assert_eq!(chain(text), ["Bay Post", "A port official"]);
}

#[test]
fn a_quote_may_cross_a_sentence() {
    assert_eq!(
        told("“These are new people. The talks were short,” he said."),
        ["he <said> “These are new people. The talks were short,”"]
    );
}

#[test]
fn a_quote_may_be_interrupted_by_its_cue() {
    assert_eq!(told("“We wait,” said Mara Lind, “and we hope.”"), ["Mara Lind <said> “We wait,” | “and we hope.”"]);
    assert_eq!(told("“We wait,” she said. “The sea is calm.”"), ["she <said> “We wait,” | “The sea is calm.”"]);
}

#[test]
fn two_statements_of_one_sentence_are_two() {
    assert_eq!(
        told("Mara Lind said the pier was shut, while Tom Oru said the ferry would sail."),
        ["Mara Lind <said> the pier was shut", "Tom Oru <said> the ferry would sail"]
    );
}

#[test]
fn a_scope_ends_where_the_next_cue_begins() {
    assert_eq!(
        told("She said that the pier was shut, adding that it would open in May."),
        ["She <said> the pier was shut", "She <adding> it would open in May"]
    );
}

#[test]
fn a_heading_with_the_name_of_an_outlet_says_nothing() {
    assert!(told("Ferry talks stall again - Bay News\n\nRead more: The pier in pictures").is_empty());
}

#[test]
fn hearsay_has_no_source() {
    assert_eq!(told("The crew reportedly left the pier."), ["- <reportedly> The crew | left the pier"]);
    let found = of("The port is said to be ready.");
    assert_eq!((found.len(), found[0].source.is_none(), found[0].relayed), (1, true, true));
    assert!(of("The board is described as small.").iter().all(|one| one.source.is_none()));
}

#[test]
fn what_is_said_to_have_been_told_is_relayed() {
    let found = of("Port officials are said to have told Mara Lind that the fee will rise.");
    let one = &found[0];
    assert_eq!(one.source.as_ref().unwrap().exact, "Port officials");
    assert_eq!((one.content[0].exact.as_str(), one.relayed), ("the fee will rise", true));
    assert!(one.speaker().unwrap().anonymous);
}

#[test]
fn one_speaker_in_two_spellings_is_one() {
    let found = of(
        "Mayor Tomas Orlenski said the pier was shut. Orlenskiy said it would open. He said so twice, and he warned that ice may come.",
    );
    let names: Vec<&str> = found.iter().filter_map(|one| one.speaker()).map(|holder| holder.name.as_str()).collect();
    assert!(names.len() >= 2 && names.iter().all(|name| *name == "Tomas Orlenski"), "{names:?}");
}

#[test]
fn unbalanced_nested_and_empty_quotes_harm_nobody() {
    for text in [
        "“We wait, she said.",
        "We wait,” she said.",
        "“He said ‘no’ to “us”,” she said.",
        "'' '' \" \" ‘ ’",
        "“”",
        "''We wait,'' she said.",
    ] {
        of(text);
    }
    assert_eq!(told("''We wait,'' she said."), ["she <said> ''We wait,''"]);
}

#[test]
fn a_speech_of_several_paragraphs_is_one() {
    let text = "“We wait,” Mara Lind said. “The sea is calm.\n\n“The pier is shut.”";
    assert_eq!(told(text), ["Mara Lind <said> “We wait,” | “The sea is calm. | “The pier is shut.”"]);
}

#[test]
fn stuffed_and_endless_text_comes_out() {
    of(&"said told denied according to reportedly that the minister ".repeat(2_000));
    of(&"She said that ".repeat(5_000));
    of(&"“".repeat(3_000));
    of(&"Mara, ".repeat(3_000));
}

#[test]
fn kinds_and_acts() {
    let one = |text: &str| {
        let found = of(text);
        (found[0].kind, found[0].act)
    };
    // What is quoted without another sign is there for how it was put: a judgement, in four of five.
    assert_eq!(one("“The pier is a joke,” she said."), (AttributionKind::Direct, Act::Assessment));
    assert_eq!(one("The pier is shut, she said."), (AttributionKind::Indirect, Act::Report));
    assert_eq!(one("The mayor denied that the fee was “paid”."), (AttributionKind::Mixed, Act::Denial));
    assert_eq!(one("The board demanded that the pier be shut."), (AttributionKind::Indirect, Act::Demand));
    assert_eq!(
        one("The board said it would provide a ferry if the fee was paid."),
        (AttributionKind::Indirect, Act::ConditionalOffer)
    );
    assert_eq!(one("The board has rejected any notion of a fee."), (AttributionKind::Indirect, Act::Rejection));
}

#[test]
fn an_outlet_cites_a_source() {
    assert_eq!(
        chain("The Bay Post, citing a port official, reported that the pier was shut."),
        ["Bay Post", "a port official"]
    );
    assert_eq!(chain("According to the Bay Post, the pier is shut."), ["Bay Post"]);
    assert_eq!(
        chain("In an interview with the Bay Post, Mara Lind said the pier was shut."),
        ["Bay Post", "Mara Lind"]
    );
}

#[test]
fn a_name_may_begin_with_a_word_that_is_a_verb_elsewhere() {
    assert_eq!(told("Mark Orrow said the pier was shut."), ["Mark Orrow <said> the pier was shut"]);
    assert_eq!(told("Lower Orrin said the pier was shut."), ["Lower Orrin <said> the pier was shut"]);
}

#[test]
fn what_is_not_done_is_not_told_as_done() {
    let act = |text: &str| of(text)[0].act;
    assert_eq!(act("Mara Lind will not accept a fee on the pier."), zopa_finding::Act::Rejection);
    assert_eq!(act("Mara Lind accepted a fee on the pier."), zopa_finding::Act::Acceptance);
    assert_ne!(act("Mara Lind did not rule out a fee on the pier."), zopa_finding::Act::Rejection);
    let offer = act("The port would pay for the pier, but only if the fee stays, two people said.");
    assert_eq!(offer, zopa_finding::Act::ConditionalOffer);
}
