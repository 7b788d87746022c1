//! With whom does the telling of each thing that is said end, over all documents together?
//!
//! As `voices` has it of sentences, and of each attribution by itself: of two in one sentence, each has its own. Only what an
//! attribution itself says counts, so what is passed on without saying by whom ends with nobody; whoever is relayed is not
//! the end; and somebody unnamed is the same only in the same words of one report, or in a sentence made from that one.

use super::lexicon::{stem, words};
use super::scene::{At, Scene};
use super::speaker::same_name;
use super::voices::{Key, in_full, of_outlet, outlet, report_of, root, spoken};
use crate::language::Language;
use std::collections::BTreeMap;
use zopa_finding::between::OriginKind;
use zopa_finding::{Attribution, AttributionKind, Holder};

/// Words that describe nobody.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// Somebody with whom the telling ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teller {
    /// As the document in which they are first found names or describes them.
    pub name: String,
    /// What sort: a document's own voice is none.
    pub kind: OriginKind,
    /// The outlet to whose report somebody unnamed belongs, in small letters.
    pub report: Option<String>,
}

/// Who is found in some documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tellers {
    /// Each once, in the order of the documents.
    pub all: Vec<Teller>,
    /// By document and attribution: which of them, where it is one.
    pub of: Vec<Vec<Option<usize>>>,
}

type Ends = Vec<Vec<Option<(Key, String)>>>;

pub(crate) fn tellers(scene: &Scene) -> Tellers {
    let mut ends = first_hand(scene);
    let inherited: Ends = each(scene, |at, one| inherited(scene, &ends, at, one));
    for (own, from) in ends.iter_mut().flatten().zip(inherited.into_iter().flatten()) {
        *own = own.take().or(from);
    }
    let mut numbers: BTreeMap<Key, usize> = BTreeMap::new();
    let mut tellers = Tellers::default();
    for document in ends {
        let mut of = Vec::new();
        for end in document {
            of.push(end.map(|(key, name)| {
                *numbers.entry(key.clone()).or_insert_with(|| {
                    tellers.all.push(teller(&key, name));
                    tellers.all.len() - 1
                })
            }));
        }
        tellers.of.push(of);
    }
    tellers
}

fn teller(key: &Key, name: String) -> Teller {
    let (kind, report) = match key {
        Key::Unnamed(report, _) => (OriginKind::Unnamed, Some(report.clone())),
        Key::Report(_) | Key::SomeReport => (OriginKind::Report, None),
        Key::Speaker(_) | Key::Own(_) => (OriginKind::Speaker, None),
    };
    Teller { name, kind, report }
}

/// What is found of every attribution whose sentence is known.
fn each(scene: &Scene, mut found: impl FnMut(At, &Attribution) -> Option<(Key, String)>) -> Ends {
    let document = |(at, report): (usize, &super::Report<'_>)| {
        let one = |one: &Attribution| found((at, sentence_of(report, one)?), one);
        report.attributions.iter().map(one).collect()
    };
    scene.reports.iter().enumerate().map(document).collect()
}

/// The sentence in which its content begins.
fn sentence_of(report: &super::Report<'_>, one: &Attribution) -> Option<usize> {
    let start = one.content.first()?.start;
    report.sentences.iter().position(|span| span.start <= start && start < span.end)
}

fn first_hand(scene: &Scene) -> Ends {
    let mut speakers = Vec::new();
    each(scene, |at, one| if root(scene, at) == at { own(scene, at, one, &mut speakers) } else { None })
}

/// Whoever says it to the one who tells, if it can be somebody: of several, the others are relayed.
fn end(one: &Attribution) -> Option<&Holder> {
    let end = one.chain.iter().find(|holder| !holder.outlet).or(one.chain.last());
    end.filter(|holder| !one.relayed && Language::english().is_somebody(&holder.name))
}

/// The end of what stands in a sentence made from no other. What a rewrite adds is an end only where it quotes somebody named.
fn own(scene: &Scene, at: At, one: &Attribution, speakers: &mut Vec<(String, usize)>) -> Option<(Key, String)> {
    let holder = end(one)?;
    let report = scene.reports.get(at.0)?;
    let publisher = outlet(report.outlet.unwrap_or(report.name)).to_lowercase();
    let quoted = one.kind != AttributionKind::Indirect && !holder.anonymous && !holder.outlet;
    if scene.is_derived(at.0) && !quoted {
        return None;
    }
    if holder.anonymous {
        let report = report_of(one).map_or(publisher, |named| outlet(in_full(scene, named)).to_lowercase());
        return Some((Key::Unnamed(report, described(&holder.name)), holder.name.clone()));
    }
    if holder.outlet {
        return Some(of_outlet(in_full(scene, &holder.name)))
            .filter(|(key, _)| matches!(key, Key::Report(name) if *name != publisher));
    }
    Some(spoken(scene, at, holder, speakers))
}

/// As described, but for articles and endings.
fn described(name: &str) -> String {
    let all = words(name).into_iter().map(|(word, _)| word).filter(|word| !ARTICLES.contains(&word.as_str()));
    all.map(|word| stem(&word)).collect::<Vec<_>>().join(" ")
}

/// The end of what stands in a sentence made from another: that one's, if it has one of the same sort alone. A name that is
/// not the other's is none, and nobody unnamed is given a name.
fn inherited(scene: &Scene, ends: &Ends, at: At, one: &Attribution) -> Option<(Key, String)> {
    let from = root(scene, at);
    let holder = end(one).filter(|_| from != at)?;
    let report = scene.reports.get(from.0)?;
    let there = report.attributions.iter().zip(ends.get(from.0)?);
    let there = there.filter(|(known, _)| sentence_of(report, known) == Some(from.1));
    let mut same: Vec<&(Key, String)> = there.filter_map(|(_, end)| end.as_ref()).collect();
    same.retain(|(key, name)| match key {
        Key::Unnamed(..) => holder.anonymous,
        Key::Speaker(_) => {
            let named = !holder.anonymous && !holder.outlet;
            named && (same_name(name, &holder.name) || name.eq_ignore_ascii_case(&holder.name))
        }
        _ => holder.outlet && of_outlet(in_full(scene, &holder.name)).0 == *key,
    });
    let (key, name) = same.first()?;
    same.iter().all(|(other, _)| other == key).then(|| (key.clone(), name.clone()))
}
