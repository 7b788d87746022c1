//! What does the program find between these texts, in the formats of the yardstick's scorer?
//!
//! One line of JSON for each pair of sentences or documents. Sentences are counted from 0, every line that stands by
//! itself among them.

use crate::yardstick_evidence::name;
use serde_json::json;
use zopa_evidence::between::{Between, Report, article, between};
use zopa_evidence::{Language, Prose, of_prose};
use zopa_finding::between::Passage;

/// Prints what was found of a kind: `pairs`, `lineage`, `contra`, `drift`, or all of it to be read (`between`).
pub fn run(kind: &str, files: &[String]) -> Result<bool, String> {
    let read = |file: &String| std::fs::read(file).map_err(|error| format!("{file}: {error}"));
    let texts: Vec<String> = files
        .iter()
        .map(|file| Ok(String::from_utf8_lossy(&read(file)?).into_owned()))
        .collect::<Result<_, String>>()?;
    let names: Vec<String> = files.iter().map(|file| name(file)).collect();
    let proses: Vec<Prose> = texts.iter().map(|text| Prose::new(text, Language::english())).collect();
    let reports: Vec<Report> = names.iter().zip(&proses).map(|(name, prose)| report(name, prose)).collect();
    let found = between(&reports);
    let number = |passage: &Passage| -> (String, usize) {
        let at = names.iter().position(|name| *name == passage.document).unwrap_or_default();
        let sentences = proses.get(at).map_or(&[][..], |prose| prose.sentences.as_slice());
        let at = sentences.partition_point(|sentence| sentence.span.start <= passage.start).saturating_sub(1);
        (passage.document.clone(), at)
    };
    match kind {
        "pairs" => pairs(&found, number),
        "lineage" => lineage(&found, &names),
        "contra" => contra(&found, number),
        "drift" => drift(&found, number),
        _ => read_through(&found, number),
    }
    Ok(true)
}

fn report<'a>(name: &'a str, prose: &Prose<'a>) -> Report<'a> {
    Report {
        name,
        text: prose.text,
        sentences: article(prose),
        attributions: of_prose(prose),
        outlet: None,
        published: None,
    }
}

fn pairs(found: &Between, number: impl Fn(&Passage) -> (String, usize)) {
    for pair in found.descents.iter().flat_map(|edge| &edge.pairs) {
        let score = f64::from(pair.alike) / 1000.0;
        println!("{}", json!({ "a": number(&pair.derived), "b": number(&pair.source), "score": score }));
    }
}

fn lineage(found: &Between, names: &[String]) {
    for name in names {
        let edge = found.descents.iter().find(|edge| edge.derived == *name && edge.direction_shown);
        println!("{}", json!({ "doc": name, "derived_from": edge.map(|edge| &edge.source) }));
    }
}

fn contra(found: &Between, number: impl Fn(&Passage) -> (String, usize)) {
    for dispute in &found.disputes {
        for (at, side) in dispute.sides.iter().enumerate() {
            for other in dispute.sides.iter().skip(at + 1) {
                for (one, two) in side.told.iter().flat_map(|one| other.told.iter().map(move |two| (one, two))) {
                    println!("{}", json!({ "a": number(one), "b": number(two), "kind": dispute.kind }));
                }
            }
        }
    }
}

fn drift(found: &Between, number: impl Fn(&Passage) -> (String, usize)) {
    let mut told = std::collections::BTreeSet::new();
    for pair in found.utterances.iter().flat_map(|utterance| &utterance.pairs) {
        let (one, other) = (number(&pair.fuller), number(&pair.other));
        if told.insert((one.clone(), other.clone())) {
            println!("{}", json!({ "a": one, "b": other, "kind": pair.kind }));
        }
    }
}

fn read_through(found: &Between, number: impl Fn(&Passage) -> (String, usize)) {
    let at = |passage: &Passage| {
        let (document, sentence) = number(passage);
        format!("{document}.{sentence} {}", passage.exact)
    };
    let maybe = |passage: &Option<Passage>| passage.as_ref().map_or_else(|| "-".to_owned(), &at);
    for edge in &found.descents {
        println!("{} <- {} (shown: {})", edge.derived, edge.source, edge.direction_shown);
        for sign in &edge.signs {
            println!("  sign {:?}: {} | {}", sign.sign, at(&sign.source), maybe(&sign.derived));
        }
        for change in &edge.changes {
            println!("  {:?}\n    - {}\n    + {}", change.effect, maybe(&change.before), maybe(&change.after));
        }
    }
    for pair in found.utterances.iter().flat_map(|utterance| &utterance.pairs) {
        println!("{:?}\n    {}\n    {}", pair.kind, at(&pair.fuller), at(&pair.other));
    }
    for dispute in &found.disputes {
        println!("{:?}{}", dispute.kind, if dispute.whole_report { " (of a whole report)" } else { "" });
        for side in &dispute.sides {
            println!("  side, origins {:?}", side.origins);
            side.told.iter().for_each(|told| println!("    {}", at(told)));
        }
    }
    for origin in &found.origins {
        println!("{:?} {} ({:?}) in {:?}", origin.kind, origin.name, origin.report, origin.documents);
        origin.told.iter().for_each(|told| println!("    {}", at(told)));
    }
}
