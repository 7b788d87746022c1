//! What does the program find in the articles? Its own findings, as the plain data that the scorer takes.

mod changes;

use super::gold::{Document, Family, Span};
use super::score::{Found, FoundSaid, Link};
use zopa_evidence::between::{Report, article, between, tellers};
use zopa_evidence::{Language, Prose, attributions, without_publisher};
use zopa_finding::between::{Dispute, DisputeKind, Passage};
use zopa_finding::{Act, Attribution, Place};
use zopa_text::Text;

/// All that is found in a family. The outlets are given, as a user gives them; dates are not.
pub fn found(family: &Family) -> Found {
    let mut found = Found::default();
    for (number, document) in family.documents.iter().enumerate() {
        let text = Text::of_document(&document.file, document.text.as_bytes()).unwrap();
        left_out(number, &text, &mut found);
        let said = said(family, document);
        found.says.extend(said.iter().map(|said| told(number, &document.text, said)));
    }
    across(family, &mut found);
    found
}

/// What stands around the article.
fn left_out(number: usize, text: &Text, found: &mut Found) {
    let around = text.blocks().iter().filter(|block| !block.kind.is_article());
    found.left_out.extend(around.map(|block| (number, block.start..block.end)));
}

/// What is said in a document, its publisher left out of the chains.
fn said(family: &Family, document: &Document) -> Vec<Attribution> {
    let mut said = attributions(&document.text, Language::english());
    if let Some(publisher) = publisher(family, document) {
        without_publisher(&mut said, publisher);
    }
    said
}

/// The publisher is given with its document.
fn publisher<'a>(family: &'a Family, document: &Document) -> Option<&'a str> {
    family.entities.get(&document.outlet).map(|outlet| outlet.label.as_str())
}

/// The gold leaves reports that nobody names out of its chains.
fn told(document: usize, text: &str, said: &Attribution) -> FoundSaid {
    let named = said.chain.iter().map(|holder| holder.name.clone());
    let chain = named.filter(|name| name != "reports").collect();
    let spans = |places: &[Place]| places.iter().map(|place| span(text, place)).collect();
    FoundSaid {
        document,
        content: spans(&said.content),
        source: spans(said.source.as_slice()),
        cue: spans(&said.cue),
        chain,
        act: Some(act(said.act).to_owned()),
        end: None,
    }
}

/// The words are those of the text at that place, always.
fn span(text: &str, place: &Place) -> Span {
    assert_eq!(text[place.start..place.end], place.exact);
    place.start..place.end
}

/// The act in the words of the definition, which cuts less finely.
fn act(act: Act) -> &'static str {
    match act {
        Act::Demand => "demand",
        Act::Offer => "offer",
        Act::ConditionalOffer => "conditional-offer",
        Act::Rejection | Act::ConditionalRejection => "rejection",
        Act::Denial => "denial",
        Act::Acceptance => "acceptance",
        Act::Threat => "threat",
        Act::Accusation | Act::Criticism | Act::Doubt | Act::Assessment => "assessment",
        Act::Warning | Act::Forecast => "forecast",
        Act::Question | Act::Report => "report",
    }
}

/// What stands between the documents.
fn across(family: &Family, found: &mut Found) {
    let reports: Vec<Report> = family.documents.iter().map(|document| report(family, document)).collect();
    let told = tellers(&reports);
    let ends = told.of.iter().flatten().map(|end| end.and_then(|end| Some((end, told.all.get(end)?.name.clone()))));
    found.says.iter_mut().zip(ends).for_each(|(said, end)| said.end = end);
    let all = between(&reports);
    let link = |a: &Passage, b: &Passage| Link { a: place(family, a), b: place(family, b) };
    for descent in &all.descents {
        found.lineage.push((numbered(family, &descent.derived), numbered(family, &descent.source)));
        found.pairs.extend(descent.pairs.iter().map(|pair| link(&pair.derived, &pair.source)));
        found.effects.extend(changes::effects(family, descent));
    }
    let wordings = all.utterances.iter().flat_map(|utterance| &utterance.pairs);
    found.drift.extend(wordings.map(|pair| link(&pair.fuller, &pair.other)));
    // Two wordings of one quote are drift in the gold, and no contradiction.
    all.disputes
        .iter()
        .filter(|dispute| dispute.kind != DisputeKind::Wording)
        .for_each(|one| disputed(family, one, found));
}

fn report<'a>(family: &'a Family, document: &'a Document) -> Report<'a> {
    Report {
        name: &document.file,
        text: &document.text,
        sentences: article(&Prose::new(&document.text, Language::english())),
        attributions: said(family, document),
        outlet: publisher(family, document),
        published: None,
    }
}

/// Every sentence of a side with every one of the others, and how many origins a side has.
fn disputed(family: &Family, dispute: &Dispute, found: &mut Found) {
    for (at, side) in dispute.sides.iter().enumerate() {
        let others = dispute.sides[at + 1..].iter().flat_map(|other| &other.told);
        for (a, b) in others.flat_map(|b| side.told.iter().map(move |a| (a, b))) {
            found.contradictions.push(Link { a: place(family, a), b: place(family, b) });
        }
        let origins = side.origins.and_then(|count| usize::try_from(count).ok());
        let told = || side.told.iter().map(|told| place(family, told)).collect();
        found.origins.extend(origins.map(|count| (told(), count)));
    }
}

fn numbered(family: &Family, name: &str) -> usize {
    family.documents.iter().position(|document| document.file == name).unwrap()
}

fn place(family: &Family, passage: &Passage) -> (usize, Span) {
    let number = numbered(family, &passage.document);
    assert_eq!(family.documents[number].text[passage.start..passage.end], passage.exact);
    (number, passage.start..passage.end)
}
