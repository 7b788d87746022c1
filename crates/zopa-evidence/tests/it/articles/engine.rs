//! What does the program find in the articles? Its own findings, as the plain data that the scorer takes.

mod changes;

use super::gold::{Family, Span};
use super::score::{Found, FoundSaid, Link};
use zopa_evidence::between::{Report, article, descents};
use zopa_evidence::{Language, Prose, attributions};
use zopa_finding::between::Passage;
use zopa_finding::{Act, Attribution, Place};
use zopa_text::Text;

/// All that is found in a family. The outlets are given, as a user gives them; dates are not.
pub fn found(family: &Family) -> Found {
    let mut found = Found::default();
    for (number, document) in family.documents.iter().enumerate() {
        let text = Text::of_document(&document.file, document.text.as_bytes()).unwrap();
        left_out(number, &text, &mut found);
        let said = attributions(&document.text, Language::english());
        found.says.extend(said.iter().map(|said| told(number, &document.text, said)));
    }
    between(family, &mut found);
    found
}

/// What stands around the article.
fn left_out(number: usize, text: &Text, found: &mut Found) {
    let around = text.blocks().iter().filter(|block| !block.kind.is_article());
    found.left_out.extend(around.map(|block| (number, block.start..block.end)));
}

fn told(document: usize, text: &str, said: &Attribution) -> FoundSaid {
    let spans = |places: &[Place]| places.iter().map(|place| span(text, place)).collect();
    FoundSaid {
        document,
        content: spans(&said.content),
        source: spans(said.source.as_slice()),
        cue: spans(&said.cue),
        chain: said.chain.iter().map(|holder| holder.name.clone()).collect(),
        act: Some(act(said.act).to_owned()),
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
fn between(family: &Family, found: &mut Found) {
    let reports: Vec<Report> = family
        .documents
        .iter()
        .map(|document| {
            let prose = Prose::new(&document.text, Language::english());
            let outlet = family.entities.get(&document.outlet).map(|outlet| outlet.label.as_str());
            Report {
                name: &document.file,
                text: &document.text,
                sentences: article(&prose),
                attributions: attributions(&document.text, Language::english()),
                outlet,
                published: None,
            }
        })
        .collect();
    for descent in descents(&reports) {
        found.lineage.push((numbered(family, &descent.derived), numbered(family, &descent.source)));
        let link = |(a, b): (&Passage, &Passage)| Link { a: place(family, a), b: place(family, b) };
        found.pairs.extend(descent.pairs.iter().map(|pair| link((&pair.derived, &pair.source))));
        found.effects.extend(changes::effects(family, &descent));
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
