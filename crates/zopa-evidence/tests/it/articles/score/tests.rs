//! The scorer itself, on examples small enough to count by hand.

use super::*;
use crate::articles::gold::{
    Change, Contradiction, Document, Drift, Entity, Hop, Lineage, Pair, Said, Sentence, Side, Wording,
};

/// Everything the gold says, as an engine would say it.
pub fn perfect(family: &Family) -> Found {
    let place = |at: At| (at.0, family.documents[at.0].sentences[at.1].span.clone());
    let mut found = Found::default();
    for (number, document) in family.documents.iter().enumerate() {
        found.says.extend(document.says.iter().map(|said| FoundSaid { end: end(family, said), ..told(number, said) }));
        let out =
            document.sentences.iter().filter(|line| ["boilerplate", "byline", "caption"].contains(&line.sort.as_str()));
        found.left_out.extend(out.map(|line| (number, line.span.clone())));
    }
    for pair in family.pairs.iter().filter(|pair| pair.label.starts_with("derived")) {
        found.pairs.push(Link { a: place(pair.a), b: place(pair.b) });
        let effects = pair.changes.iter().filter(|change| rest::group(&change.sort).is_some());
        found.effects.extend(effects.map(|change| FoundEffect { sort: change.sort.clone(), a: place(pair.a) }));
    }
    for drift in &family.drift {
        let others = drift.wordings[1..].iter().map(|wording| place(wording.at));
        found.drift.extend(others.map(|b| Link { a: place(drift.wordings[0].at), b }));
    }
    for told in family.contradictions.iter().filter(|told| !told.apparent()) {
        let (a, b) = (place(told.sides[0].places[0]), place(told.sides[1].places[0]));
        found.contradictions.push(Link { a, b });
        let places = |side: &Side| side.places.iter().map(|at| place(*at)).collect();
        let counted = told.sides.iter().filter_map(|side| Some((places(side), side.origins?)));
        found.origins.extend(counted);
    }
    found.lineage = family.lineage.iter().filter_map(|line| Some((line.document, line.from?))).collect();
    found
}

/// The end that the gold has, by the number of its holder.
fn end(family: &Family, said: &Said) -> Option<(usize, String)> {
    let holder = tellers::end(said)?;
    let number = family.entities.keys().position(|known| known == holder)?;
    Some((number, family.entities[holder].label.clone()))
}

fn told(document: usize, said: &Said) -> FoundSaid {
    FoundSaid {
        document,
        content: said.content.clone(),
        source: said.source.iter().cloned().collect(),
        cue: said.cue.clone(),
        chain: said.chain.iter().filter_map(|hop| hop.holder.clone()).collect(),
        act: Some(said.act.clone()),
        end: None,
    }
}

const FIRST: &str = "Head\n\n“It rains,” she told Post.\n\nThe river rose.\n";
const SECOND: &str = "It rained, she said.\n\nShare\n";

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    start..start + words.len()
}

fn document(text: &str, pieces: &[(&str, &str)], says: Vec<Said>) -> Document {
    let sentence = |(sort, words): &(&str, &str)| Sentence { sort: (*sort).into(), span: span(text, words) };
    Document { text: text.into(), sentences: pieces.iter().map(sentence).collect(), says, ..Document::default() }
}

/// Two documents, three attributions' worth of text, one edge.
fn family() -> Family {
    let hop = |holder: &str| Hop { holder: Some(holder.into()), implicit: false };
    let direct = Said {
        content: vec![span(FIRST, "It rains,")],
        source: Some(span(FIRST, "she")),
        chain: vec![hop("out:post"), hop("per:she")],
        ..Said::default()
    };
    let indirect = Said {
        content: vec![span(SECOND, "It rained")],
        source: Some(span(SECOND, "she")),
        chain: vec![hop("per:she")],
        ..Said::default()
    };
    let first = [("title", "Head"), ("body", "“It rains,” she told Post."), ("body", "The river rose.")];
    let second = [("body", "It rained, she said."), ("boilerplate", "Share")];
    let pair = |label: &str, a, b, changes| Pair { label: label.into(), a, b, changes };
    let dropped = Change { sort: "outlet-dropped".into(), words: String::new() };
    let wording = |at, span| Wording { at, span, verdict: String::new() };
    let side = |places| Side { position: String::new(), origins: None, places };
    let told = |sort: &str, a, b| Contradiction {
        name: sort.into(),
        sort: sort.into(),
        scope: String::new(),
        topic: String::new(),
        sides: vec![side(vec![a]), side(vec![b])],
    };
    Family {
        documents: vec![document(FIRST, &first, vec![direct]), document(SECOND, &second, vec![indirect])],
        entities: [("out:post", "Post"), ("per:she", "Ada Lund, minister")]
            .map(|(id, label)| (id.into(), Entity { sort: String::new(), label: label.into(), aliases: Vec::new() }))
            .into(),
        pairs: vec![pair("derived", (1, 0), (0, 1), vec![dropped]), pair("hard-negative", (1, 0), (0, 2), Vec::new())],
        drift: vec![Drift {
            name: "rain".into(),
            speaker: "per:she".into(),
            wordings: vec![wording((0, 1), span(FIRST, "It rains")), wording((1, 0), span(SECOND, "It rained"))],
        }],
        contradictions: vec![told("number", (0, 1), (0, 2)), told("apparent-only", (0, 1), (1, 0))],
        lineage: vec![Lineage { document: 1, from: Some(0), note: String::new() }],
        ..Family::default()
    }
}

fn scored(says: Vec<FoundSaid>) -> Attributions {
    let mut figures = Attributions::default();
    attributions(&family(), &Found { says, ..Found::default() }, &mut figures);
    figures
}

fn found(document: usize, text: &str, content: &str, source: &str, chain: &[&str]) -> FoundSaid {
    let chain = chain.iter().map(ToString::to_string).collect();
    let source = if source.is_empty() { Vec::new() } else { vec![span(text, source)] };
    FoundSaid { document, content: vec![span(text, content)], source, chain, ..FoundSaid::default() }
}

/// `rains` has 5 of the 7 letters of `It rains`; `“It rains,” she told Post` has 7 of 18: less than half.
#[test]
fn content_counts_from_an_overlap_of_one_half() {
    let half = scored(vec![found(0, FIRST, "rains", "she", &[])]);
    assert_eq!((half.all.right, half.all.found, half.all.there), (1, 1, 2));
    assert_eq!((half.direct.right, half.direct.there), (1, 1));
    let less = scored(vec![found(0, FIRST, "“It rains,” she told Post", "", &[])]);
    assert_eq!((less.all.right, less.all.found), (0, 1));
    assert_eq!(less.direct.found, 0);
}

#[test]
fn one_prediction_goes_to_one_of_the_gold() {
    let twice = scored(vec![found(0, FIRST, "It rains", "she", &[]), found(0, FIRST, "rains", "she", &[])]);
    assert_eq!((twice.all.right, twice.all.found), (1, 2));
    assert_eq!(twice.all.precision(), 0.5);
}

#[test]
fn a_source_has_to_overlap() {
    let wrong = scored(vec![found(0, FIRST, "It rains", "Post", &[])]);
    assert_eq!((wrong.all.right, wrong.with_source.right), (1, 0));
    let none = scored(vec![found(1, SECOND, "It rained", "", &[])]);
    assert_eq!((none.all.right, none.with_source.right), (1, 0));
}

#[test]
fn a_chain_has_every_holder_in_order() {
    let chain = |names: &[&str]| scored(vec![found(0, FIRST, "It rains", "she", names)]);
    assert_eq!(chain(&["the Post", "Ada Lund"]).relays.right, 1);
    assert_eq!(chain(&["Ada Lund", "the Post"]).relays.right, 0);
    assert_eq!(chain(&["Ada Lund"]).relays.right, 0);
    assert_eq!((chain(&[]).relays.there, chain(&[]).chains.there), (1, 2));
}

#[test]
fn nothing_counts_in_a_headline_and_all_else_does() {
    assert_eq!(scored(vec![found(0, FIRST, "Head", "", &[])]).all.found, 0);
    assert_eq!(scored(vec![found(1, SECOND, "Share", "", &[])]).all.found, 1);
}

#[test]
fn links_count_for_the_sentences_they_lie_in() {
    let family = family();
    let place = |document: usize, text: &str, words: &str| (document, span(text, words));
    let right = Link { a: place(0, FIRST, "rains"), b: place(1, SECOND, "rained") };
    let wrong = Link { a: place(0, FIRST, "river"), b: place(1, SECOND, "rained") };
    let found = Found { pairs: vec![right.clone(), wrong.clone()], drift: vec![right.clone()], ..Found::default() };
    assert_eq!(pairs(&family, &found, &mut Vec::new()), Count { right: 1, found: 2, there: 1 });
    assert_eq!(hard_negatives(&family, &found), (1, 1));
    assert_eq!((drift(&family, &found).found, drift(&family, &found).there), (1, 1));
    let clash = Link { a: place(0, FIRST, "rains"), b: place(0, FIRST, "river") };
    let found = Found { contradictions: vec![clash, right], ..Found::default() };
    let told = contradictions(&family, &found);
    assert_eq!((told.found, told.there, told.apparent), (1, 1, 1));
    assert_eq!(told.links, Count { right: 1, found: 2, there: 1 });
}

#[test]
fn origins_are_counted_a_side() {
    let mut family = family();
    family.contradictions[0].sides[0].origins = Some(1);
    let scored = |words: &str, count| {
        let origins = vec![(vec![(0, span(FIRST, words))], count)];
        super::origins(&family, &Found { origins, ..Found::default() }, &mut Vec::new())
    };
    assert_eq!(scored("rains", 1), Count { right: 1, found: 1, there: 1 });
    assert_eq!(scored("rains", 2), Count { right: 0, found: 1, there: 1 });
    assert_eq!(scored("river", 1), Count { right: 0, found: 0, there: 1 });
}

#[test]
fn an_edge_has_a_direction() {
    let found = |edge| Found { lineage: vec![edge], ..Found::default() };
    assert_eq!(lineage(&family(), &found((1, 0))), Count { right: 1, found: 1, there: 1 });
    assert_eq!(lineage(&family(), &found((0, 1))), Count { right: 0, found: 1, there: 1 });
}

#[test]
fn an_effect_counts_in_its_group_and_its_sentence() {
    let scored = |sort: &str, words: &str| {
        let effect = FoundEffect { sort: sort.into(), a: (1, span(SECOND, words)) };
        let mut figures = Effects::default();
        effects(&family(), &Found { effects: vec![effect], ..Found::default() }, &mut figures);
        (figures.found, figures.false_ones)
    };
    assert_eq!(scored("source-dropped", "rained"), (1, 0));
    assert_eq!(scored("number-changed", "rained"), (0, 1));
    assert_eq!(scored("source-dropped", "Share"), (0, 1));
}

#[test]
fn a_line_is_left_out_if_most_of_it_is() {
    let scored = |found: &Found| not_text(&family(), found, &mut Vec::new());
    let found = |words: &str| Found { left_out: vec![(1, span(SECOND, words))], ..Found::default() };
    assert_eq!(scored(&found("Share")), Count { right: 1, found: 1, there: 1 });
    assert_eq!(scored(&found("Sh")), Count { right: 0, found: 0, there: 1 });
    assert_eq!(scored(&found("It rained, she said.\n\nShare")).right, 1);
}
