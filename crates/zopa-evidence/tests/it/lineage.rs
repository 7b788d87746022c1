//! Which document was made from which, measured against gold: on the articles of `tests/evidence`, and on the yardstick
//! where there is one. Sentences are compared by where they begin.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use zopa_evidence::between::{Report, article, descents};
use zopa_evidence::{Language, Prose, of_prose};
use zopa_finding::between::Descent;

/// A sentence: document, and the byte at which it begins.
type At = (String, usize);

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What is known of the documents beside their texts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    /// Their outlets, and nothing of what is told in them.
    Outlets,
    /// What is told in them, and no outlet.
    Attributions,
}

fn found(gold: &Value, folder: &Path, given: Given) -> Vec<Descent> {
    let documents = gold["documents"].as_array().unwrap();
    // The outlet is given where the gold names it, as a user gives it.
    let outlet = |document: &'_ Value| gold["entities"][document["outlet"].as_str()?]["label"].as_str();
    let texts: Vec<(&str, Option<&str>, String)> = documents
        .iter()
        .map(|document| {
            let file = document["file"].as_str().unwrap();
            (document["id"].as_str().unwrap(), outlet(document), read(&folder.join(file)))
        })
        .collect();
    let reports: Vec<Report> = texts
        .iter()
        .map(|(name, outlet, text)| {
            let prose = Prose::new(text, Language::english());
            let attributions = if given == Given::Attributions { of_prose(&prose) } else { Vec::new() };
            let outlet = outlet.filter(|_| given == Given::Outlets);
            Report { name, text, sentences: article(&prose), attributions, outlet, published: None }
        })
        .collect();
    descents(&reports)
}

fn pair(one: At, other: At) -> BTreeSet<At> {
    BTreeSet::from([one, other])
}

/// The pairs of the gold with one of these labels.
fn labelled(gold: &Value, labels: &[&str]) -> BTreeSet<BTreeSet<At>> {
    let at = |side: &Value| (side["doc"].as_str().unwrap().to_owned(), side["bstart"].as_u64().unwrap() as usize);
    let pairs = gold["reuse_pairs"].as_array().unwrap().iter();
    let chosen = pairs.filter(|pair| labels.contains(&pair["label"].as_str().unwrap()));
    chosen.map(|one| pair(at(&one["a"]), at(&one["b"]))).collect()
}

fn pairs(edges: &[Descent]) -> BTreeSet<BTreeSet<At>> {
    let at = |passage: &zopa_finding::between::Passage| (passage.document.clone(), passage.start);
    edges.iter().flat_map(|edge| &edge.pairs).map(|one| pair(at(&one.derived), at(&one.source))).collect()
}

fn edges_are_the_golds(gold: &Value, edges: &[Descent]) {
    let told: BTreeSet<(&str, &str)> =
        edges.iter().filter(|edge| edge.direction_shown).map(|edge| (&*edge.derived, &*edge.source)).collect();
    let lineage = gold["lineage"].as_array().unwrap().iter();
    let known = lineage.filter_map(|edge| Some((edge["doc"].as_str()?, edge["derived_from"].as_str()?)));
    assert_eq!(told, known.collect());
    assert_eq!(told.len(), edges.len(), "an edge without a direction");
}

fn f1(gold: &BTreeSet<BTreeSet<At>>, told: &BTreeSet<BTreeSet<At>>) -> f64 {
    2.0 * gold.intersection(told).count() as f64 / (gold.len() + told.len()) as f64
}

const DERIVED: [&str; 2] = ["derived", "derived-partial"];

#[test]
fn every_rewrite_of_the_families_and_nothing_else() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/evidence");
    let (mut sum, mut families, mut lookalikes, mut flagged) = (0.0, 0.0, 0, 0);
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path().join("gold.json");
        if !path.is_file() {
            continue;
        }
        let gold: Value = serde_json::from_str(&read(&path)).unwrap();
        edges_are_the_golds(&gold, &found(&gold, &folder, Given::Attributions));
        let edges = found(&gold, &folder, Given::Outlets);
        edges_are_the_golds(&gold, &edges);
        let told = pairs(&edges);
        let figure = f1(&labelled(&gold, &DERIVED), &told);
        println!("{}: pairs F1 {figure:.3}", path.display());
        sum += figure;
        families += 1.0;
        let hard = labelled(&gold, &["hard-negative"]);
        lookalikes += hard.len();
        flagged += hard.intersection(&told).count();
    }
    assert!(families >= 4.0 && sum / families >= 0.7, "F1 {:.3}", sum / families);
    assert!(flagged * 6 <= lookalikes, "{flagged} of {lookalikes}");
}

#[test]
fn yardstick_lineage() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join(std::env::var("ZOPA_YARDSTICKS").unwrap_or_else(|_| "../shared/yardsticks".to_owned()));
    let path = folder.join("evidence/seeds-gold.json");
    if !path.is_file() {
        println!("skipped: no yardsticks at {}", folder.display());
        return;
    }
    let gold: Value = serde_json::from_str(&read(&path)).unwrap();
    let edges = found(&gold, &folder.join("reports"), Given::Outlets);
    let ids: Vec<&str> = gold["documents"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    let known = gold["lineage"].as_array().unwrap().iter().filter_map(|edge| {
        Some((edge["doc"].as_str()?, edge["derived_from"].as_str()?)).filter(|(_, source)| ids.contains(source))
    });
    let told: BTreeSet<(&str, &str)> = edges.iter().map(|edge| (&*edge.derived, &*edge.source)).collect();
    assert_eq!(told, known.collect());
    let figure = f1(&labelled(&gold, &DERIVED), &pairs(&edges));
    println!("pairs F1 {figure:.3}");
    assert!(figure >= 0.75, "{figure:.3}");
}
