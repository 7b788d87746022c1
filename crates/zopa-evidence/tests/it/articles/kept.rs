//! Does the gold hold together? Its words are kinds that the README explains, nothing quoted is left without a speaker, and
//! the JSON beside it is current.

use super::gold::{Document, Family, families, folder, quoted};
use super::{export, score};
use std::collections::BTreeSet;
use std::path::Path;

const ACTS: [&str; 10] = [
    "demand",
    "offer",
    "conditional-offer",
    "rejection",
    "denial",
    "acceptance",
    "threat",
    "assessment",
    "forecast",
    "report",
];
const LABELS: [&str; 5] = ["derived", "derived-partial", "common-source", "same-fact", "hard-negative"];
const VERDICTS: [&str; 6] = ["first", "identical", "truncated", "drift", "paraphrase", "source-dropped"];
const CONTRADICTIONS: [&str; 6] = ["denial", "number", "ratify", "role", "firmness", "apparent-only"];
/// Changes of style, which no reader has to know of.
const STYLE: [&str; 2] = ["compress", "detail-dropped"];

fn documents(families: &[Family]) -> impl Iterator<Item = &Document> {
    families.iter().flat_map(|family| &family.documents)
}

#[test]
fn there_are_articles_enough_and_of_a_readable_length() {
    let families = families();
    assert!(families.len() >= 4 && documents(&families).count() >= 12);
    for document in documents(&families) {
        let words = document.text.split_whitespace().count();
        assert!((200..=460).contains(&words), "{}: {words} words", document.file);
    }
}

#[test]
fn every_word_of_the_gold_is_one_that_the_readme_explains() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/evidence/README.md"));
    let readme = readme.unwrap();
    let known = |sort: &str, all: &[&str]| {
        assert!(all.contains(&sort), "`{sort}` is not one of {all:?}");
        assert!(sort == "first" || readme.contains(&format!("`{sort}`")), "the README does not explain `{sort}`");
    };
    let effects: Vec<&str> = score::EFFECTS.iter().map(|(sort, _)| *sort).chain(STYLE).collect();
    for family in families() {
        family.documents.iter().flat_map(|document| &document.says).for_each(|said| known(&said.act, &ACTS));
        family.pairs.iter().for_each(|pair| known(&pair.label, &LABELS));
        family.pairs.iter().flat_map(|pair| &pair.changes).for_each(|change| known(&change.sort, &effects));
        family.drift.iter().flat_map(|drift| &drift.wordings).for_each(|wording| known(&wording.verdict, &VERDICTS));
        family.contradictions.iter().for_each(|told| known(&told.sort, &CONTRADICTIONS));
    }
}

/// An attribution lies in running text, and its source and its cue lie outside its content.
#[test]
fn attributions_lie_in_running_text() {
    for document in documents(&families()) {
        let body = document.sentences.iter().filter(|sentence| sentence.sort == "body");
        let body: BTreeSet<usize> = body.flat_map(|sentence| sentence.span.clone()).collect();
        for said in &document.says {
            let outside = said.source.iter().chain(&said.cue);
            for span in said.content.iter().chain(outside.clone()) {
                let words = &document.text[span.clone()];
                assert!(!span.is_empty() && body.contains(&span.start) && body.contains(&(span.end - 1)), "{words}");
                assert_eq!(words.trim(), words);
            }
            for (own, other) in said.content.iter().flat_map(|own| outside.clone().map(move |other| (own, other))) {
                assert!(own.end <= other.start || other.end <= own.start, "{}", &document.text[own.clone()]);
            }
        }
    }
}

/// What stands between quotation marks in running text was said by somebody.
#[test]
fn nothing_quoted_is_left_out() {
    for document in documents(&families()) {
        let mask = quoted(&document.text, document.single);
        let said: BTreeSet<usize> =
            document.says.iter().flat_map(|said| &said.content).flat_map(Clone::clone).collect();
        for sentence in document.sentences.iter().filter(|sentence| sentence.sort == "body") {
            let words = &document.text[sentence.span.clone()];
            let letters = words.char_indices().filter(|(_, sign)| sign.is_alphanumeric());
            let loose: String = letters
                .map(|(at, sign)| (sentence.span.start + at, sign))
                .filter(|(at, _)| mask[*at] && !said.contains(at))
                .map(|(_, sign)| sign)
                .collect();
            assert_eq!(loose, "", "{}: {words}", document.file);
        }
    }
}

/// A pair of sentences has one label, and every edge of lineage has sentences that show it.
#[test]
fn pairs_and_lineage_agree() {
    for family in families() {
        let pairs: BTreeSet<_> = family.pairs.iter().map(|pair| (pair.a, pair.b)).collect();
        assert_eq!(pairs.len(), family.pairs.len(), "{}", family.name);
        let derived = family.pairs.iter().filter(|pair| pair.label.starts_with("derived"));
        let shown: BTreeSet<_> = derived.map(|pair| (pair.a.0, pair.b.0)).collect();
        let edges = family.lineage.iter().filter_map(|line| Some((line.document, line.from?))).collect();
        assert_eq!(shown, edges, "{}", family.name);
        assert_eq!(family.lineage.len(), family.documents.len(), "{}", family.name);
    }
}

#[test]
fn the_json_is_current() {
    for family in families() {
        let path = folder().join(&family.name).join("gold.json");
        let made = serde_json::to_string_pretty(&export::gold(&family)).unwrap() + "\n";
        if std::env::var_os("ZOPA_BLESS").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == made, "{}: write it anew with ZOPA_BLESS=1", path.display());
    }
}

/// The gold, taken for a prediction, is right in everything.
#[test]
fn the_gold_scores_full_marks() {
    let mut figures = score::Figures::default();
    for family in families() {
        figures.add(&family, &score::tests::perfect(&family));
    }
    println!("{figures}{}", figures.errors());
    let says = &figures.says;
    let counts = [says.all, says.with_source, says.direct, says.chains, says.relays, says.cues, says.acts];
    for count in counts.into_iter().chain([figures.pairs, figures.lineage, figures.left_out, figures.origins]) {
        assert_eq!((count.right, count.found), (count.there, count.there));
    }
    assert_eq!((figures.effects.recall(), figures.effects.false_ones), (1.0, 0));
    for groups in [&figures.drift, &figures.contradictions] {
        assert_eq!((groups.recall(), groups.links.precision(), groups.apparent), (1.0, 1.0, 0));
    }
    assert_eq!(figures.look_alikes.0, 0);
}
