//! Where does the telling end, over all documents together?
//!
//! A sentence made from a sentence of another document has that one's origin, whatever became of the words: so a rewrite
//! adds none. Otherwise its chain ends with somebody unnamed (one origin for each report and description), with a
//! speaker (one for each occasion), or with a report that says no more; and where there is no chain, in the document's
//! own voice. What a rewrite adds of its own is told as added; it is an origin only where it quotes somebody named.

use super::effects::sourced;
use super::lexicon::{stem, words};
use super::scene::{At, Scene};
use super::speaker::{is_pronoun, same_name};
use crate::names::is_short_for;
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::between::{FoundOrigin, OriginKind};
use zopa_finding::{Attribution, AttributionKind, Holder};

/// What tells one origin from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// A speaker, by number, with the occasion: the first document of it.
    Speaker(usize),
    /// The report (an outlet's name, or a document's), and how the source is described.
    Unnamed(String, String),
    /// A report of a named outlet.
    Report(String),
    /// Reports that are not named.
    SomeReport,
    /// A document.
    Own(usize),
}

/// The origin of every sentence that has one.
pub(crate) struct Voices {
    of: BTreeMap<At, Key>,
    /// Of sentences made from others, the first they come from.
    roots: BTreeMap<At, At>,
    names: BTreeMap<Key, String>,
}

impl Voices {
    pub(crate) fn new(scene: &Scene) -> Voices {
        let mut speakers: Vec<(String, usize)> = Vec::new();
        let mut voices = Voices { of: BTreeMap::new(), roots: BTreeMap::new(), names: BTreeMap::new() };
        // By document: the unnamed group that was told of last, for "one of them".
        let mut groups: BTreeMap<usize, (Key, String)> = BTreeMap::new();
        for at in scene.sentences().filter(|at| root(scene, *at) == *at) {
            let end = own(scene, at, &mut speakers);
            let end = end.map(|(key, name)| match groups.get(&at.0) {
                Some(group) if matches!(key, Key::Unnamed(..)) && is_one_of(&name) => group.clone(),
                _ => (key, name),
            });
            if let Some(group) = end.as_ref().filter(|(key, _)| matches!(key, Key::Unnamed(..))) {
                groups.insert(at.0, group.clone());
            }
            if let Some((key, name)) = end {
                voices.names.entry(key.clone()).or_insert(name);
                voices.of.insert(at, key);
            }
        }
        for at in scene.sentences() {
            let from = root(scene, at);
            if from != at {
                voices.roots.insert(at, from);
            }
            if let Some(key) = voices.of.get(&from).cloned().filter(|_| from != at) {
                voices.of.insert(at, key);
            }
        }
        voices.join_reports();
        voices
    }

    /// A report that says no more about its sources has those that it is elsewhere said to have, if they are of one sort.
    fn join_reports(&mut self) {
        let unnamed: Vec<Key> = self.names.keys().filter(|key| matches!(key, Key::Unnamed(..))).cloned().collect();
        for key in self.of.values_mut() {
            let Key::Report(outlet) = key else { continue };
            let mut of_outlet = unnamed.iter().filter(|one| matches!(one, Key::Unnamed(report, _) if report == outlet));
            if let (Some(only), None) = (of_outlet.next(), of_outlet.next()) {
                *key = only.clone();
            }
        }
    }

    /// How many origins stand behind some sentences that tell one thing: reports that are not named are those named, if
    /// any are, and so is what a document says in its own voice beside them.
    pub(crate) fn count(&self, told: &BTreeSet<At>) -> usize {
        // A sentence made from several has the origin of one of them: beside what its source tells itself, it adds none.
        let documents: BTreeSet<usize> = told.iter().filter(|at| !self.roots.contains_key(at)).map(|at| at.0).collect();
        let adds = |at: &&At| self.roots.get(at).is_none_or(|root| !documents.contains(&root.0));
        let keys: BTreeSet<&Key> = told.iter().filter(adds).filter_map(|at| self.of.get(at)).collect();
        let vague = |key: &&&Key| matches!(key, Key::SomeReport | Key::Own(_));
        let named = keys.iter().filter(|key| !vague(key)).count();
        if named > 0 { named } else { usize::from(!keys.is_empty()) }
    }

    /// How many reports stand behind some sentences that tell what a report has: those of named outlets, if there are any.
    pub(crate) fn reports(&self, scene: &Scene, told: &BTreeSet<At>) -> usize {
        let own: Vec<String> =
            scene.reports.iter().map(|report| report.outlet.unwrap_or(report.name).to_lowercase()).collect();
        let outlets = told.iter().filter_map(|at| match self.of.get(at)? {
            Key::Unnamed(report, _) | Key::Report(report) => Some(report).filter(|report| !own.contains(report)),
            _ => None,
        });
        match outlets.collect::<BTreeSet<_>>().len() {
            0 => self.count(told).min(1),
            some => some,
        }
    }

    /// All origins, in the order in which they are first told.
    pub(crate) fn told(&self, scene: &Scene) -> Vec<FoundOrigin> {
        let mut order: Vec<&Key> = Vec::new();
        let mut told: BTreeMap<&Key, Vec<At>> = BTreeMap::new();
        for (at, key) in &self.of {
            let list = told.entry(key).or_default();
            if list.is_empty() {
                order.push(key);
            }
            list.push(*at);
        }
        order.into_iter().map(|key| self.origin(scene, key, told.get(key).map_or(&[], Vec::as_slice))).collect()
    }

    fn origin(&self, scene: &Scene, key: &Key, told: &[At]) -> FoundOrigin {
        let documents: BTreeSet<usize> = told.iter().map(|at| at.0).collect();
        let (kind, report) = match key {
            Key::Speaker(_) => (OriginKind::Speaker, None),
            Key::Unnamed(report, _) => (OriginKind::Unnamed, Some(report.clone())),
            Key::Report(outlet) => (OriginKind::Report, Some(outlet.clone())),
            Key::SomeReport => (OriginKind::Report, None),
            Key::Own(_) => (OriginKind::OwnVoice, None),
        };
        FoundOrigin {
            name: self.names.get(key).cloned().unwrap_or_default(),
            kind,
            report,
            told: told.iter().filter_map(|at| scene.passage(*at)).collect(),
            documents: documents
                .iter()
                .filter_map(|at| scene.reports.get(*at))
                .map(|report| report.name.to_owned())
                .collect(),
        }
    }
}

/// The sentence it was made from, and that one's, to the first. An edge may go round where directions are not shown: no
/// document is visited twice.
pub(super) fn root(scene: &Scene, at: At) -> At {
    let mut here = at;
    let mut seen = BTreeSet::from([at.0]);
    loop {
        let links = scene.links.iter().filter(|link| link.derived == here.0 && !seen.contains(&link.source));
        let made_of = links.filter_map(|link| Some((link.source, link.made_of(here.1).first().copied()?))).next();
        let Some(next) = made_of else { return here };
        seen.insert(next.0);
        here = next;
    }
}

/// The origin of a sentence that was made from no other.
fn own(scene: &Scene, at: At, speakers: &mut Vec<(String, usize)>) -> Option<(Key, String)> {
    let span = scene.span(at);
    let mut told: Vec<&Attribution> = scene.saying(at.0, span).collect();
    told.sort_by_key(|one| one.within.is_some());
    // Whoever is relayed is no origin: of those who pass something on, the unnamed of the report are.
    let named = told.iter().find_map(|one| Some((one, end(one)?)));
    if scene.is_derived(at.0) {
        let (one, holder) = named?;
        let quoted = one.kind != AttributionKind::Indirect && !holder.anonymous && !holder.outlet;
        return quoted.then(|| spoken(scene, at, holder, speakers));
    }
    let report = scene.reports.get(at.0)?;
    match named {
        Some((_, holder)) if is_pronoun(&holder.name) => None,
        Some((one, holder)) if holder.anonymous => {
            Some(unnamed(scene, one, holder, report.outlet.unwrap_or(report.name)))
        }
        Some((_, holder)) if holder.outlet => Some(of_outlet(in_full(scene, &holder.name))),
        Some((_, holder)) => Some(spoken(scene, at, holder, speakers)),
        None if sourced(scene.side(at.0)?, at.1) || told.iter().any(|one| one.relayed) => {
            Some((Key::SomeReport, span.of(report.text).to_owned()))
        }
        None => Some((Key::Own(at.0), report.outlet.unwrap_or(report.name).to_owned())),
    }
}

/// Where the chain of an attribution ends.
fn end(one: &Attribution) -> Option<&Holder> {
    one.chain.iter().find(|holder| holder.anonymous).or(one.chain.last())
}

/// "A report" and "the media" name no outlet: a name has a capital after its article.
pub(super) fn of_outlet(name: &str) -> (Key, String) {
    let bare = outlet(name);
    // "Reports suggest", at the head of a sentence.
    let some = matches!(bare.to_lowercase().as_str(), "report" | "reports" | "media" | "press" | "media reports");
    if bare.starts_with(char::is_uppercase) && !some {
        (Key::Report(bare.to_lowercase()), name.to_owned())
    } else {
        (Key::SomeReport, name.to_owned())
    }
}

pub(super) fn outlet(name: &str) -> &str {
    ["The ", "the ", "A ", "a "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

/// "The Courier", where the reports are of one outlet alone that may be called so, is the Lindrach Courier.
pub(super) fn in_full<'a>(scene: &Scene<'a>, name: &'a str) -> &'a str {
    let outlets: BTreeSet<&str> = scene.reports.iter().filter_map(|report| report.outlet).collect();
    let mut whole = outlets.into_iter().filter(|outlet| is_short_for(name, outlet));
    match (whole.next(), whole.next()) {
        (Some(only), None) => only,
        _ => name,
    }
}

/// Described by its last word: "anonymous sources" and "sources close to the talks" of one report are one.
fn unnamed(scene: &Scene, one: &Attribution, holder: &Holder, own: &str) -> (Key, String) {
    // The publisher is named with its article, or without.
    let report = outlet(in_full(scene, report_of(one).unwrap_or(own)));
    let described = words(&holder.name);
    let head = described.iter().find(|(word, _)| is_person(word)).or(described.last());
    (Key::Unnamed(report.to_lowercase(), head.map(|(word, _)| stem(word)).unwrap_or_default()), holder.name.clone())
}

/// "One of the three", "one of them": of a group named before, and not by what they are.
fn is_one_of(name: &str) -> bool {
    let all: Vec<String> = words(name).into_iter().map(|(word, _)| word).collect();
    let counts = |word: &str| matches!(word, "them" | "two" | "three" | "four" | "five" | "six" | "seven");
    matches!(all.as_slice(), [one, of, .., last] if matches!(one.as_str(), "one" | "two" | "another") && of == "of" && counts(last))
}

/// The outlet named as the one that was told.
pub(super) fn report_of(one: &Attribution) -> Option<&str> {
    let report = one.chain.iter().rev().skip(1).find(|holder| holder.outlet).map(|holder| holder.name.as_str());
    report.filter(|name| outlet(name).starts_with(char::is_uppercase))
}

/// Words for somebody unnamed.
fn is_person(word: &str) -> bool {
    matches!(
        stem(word).as_str(),
        "source"
            | "offici"
            | "diplom"
            | "aide"
            | "aides"
            | "insider"
            | "insid"
            | "envoy"
            | "person"
            | "people"
            | "mediat"
            | "negoti"
    )
}

pub(super) fn spoken(scene: &Scene, at: At, holder: &Holder, speakers: &mut Vec<(String, usize)>) -> (Key, String) {
    let named = scene.offices.holder(holder).unwrap_or(&holder.name);
    let known = speakers.iter().position(|(name, document)| {
        (same_name(name, named) || name.eq_ignore_ascii_case(named)) && !scene.documents_apart(*document, at.0)
    });
    let number = known.unwrap_or_else(|| {
        speakers.push((named.to_owned(), at.0));
        speakers.len() - 1
    });
    (Key::Speaker(number), named.to_owned())
}
