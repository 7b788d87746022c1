//! Are the attributions right: their content, their source, who has it from whom? One predicted attribution goes to one of
//! the gold, best overlap first, and counts from an overlap of one half (shared places by places of both).

use super::{Count, Found, FoundSaid, share, shared, signs};
use crate::articles::gold::{Document, Family, Said, quoted};
use std::collections::BTreeMap;

/// The figures. Kinds come from the quotation marks: `direct`, `mixed`, `indirect`.
#[derive(Clone, Debug, Default)]
pub struct Attributions {
    /// Content that overlaps by one half.
    pub all: Count,
    /// The same, and the source overlaps as well, or there is none on either side.
    pub with_source: Count,
    /// Direct quotes alone.
    pub direct: Count,
    /// By kind, how many of the gold are found.
    pub recall: BTreeMap<&'static str, Count>,
    /// Chains that are right, of all in the gold.
    pub chains: Count,
    /// The same, of chains with more than one holder.
    pub relays: Count,
    /// Cues that overlap, of those that the gold has.
    pub cues: Count,
    /// Acts that are right, where the engine says one.
    pub acts: Count,
    /// What went wrong, for a reader.
    pub misses: Vec<String>,
}

/// One side of a comparison, with the places of its content.
struct Placed<'a, T> {
    said: &'a T,
    content: Vec<usize>,
    kind: &'static str,
}

/// Scores the attributions of one family and adds them to the figures.
pub fn attributions(family: &Family, found: &Found, figures: &mut Attributions) {
    for (number, document) in family.documents.iter().enumerate() {
        let mask = quoted(&document.text, document.single);
        let gold: Vec<_> = document.says.iter().map(|said| placed(document, &mask, said, &said.content)).collect();
        let own = found.says.iter().filter(|said| said.document == number && counts(document, said));
        let own: Vec<_> = own.map(|said| placed(document, &mask, said, &said.content)).collect();
        one(family, document, &gold, &own, figures);
        direct(&gold, &own, figures);
    }
}

/// The attributions of a document that match the gold's, each with its own.
pub fn matched<'a>(document: &'a Document, number: usize, found: &'a Found) -> Vec<(&'a Said, &'a FoundSaid)> {
    let mask = quoted(&document.text, document.single);
    let gold: Vec<_> = document.says.iter().map(|said| placed(document, &mask, said, &said.content)).collect();
    let own = found.says.iter().filter(|said| said.document == number && counts(document, said));
    let own: Vec<_> = own.map(|said| placed(document, &mask, said, &said.content)).collect();
    let pairs = matches(&gold.iter().collect::<Vec<_>>(), &own.iter().collect::<Vec<_>>());
    pairs.into_iter().map(|(wanted, had)| (gold[wanted].said, own[had].said)).collect()
}

fn placed<'a, T>(document: &Document, mask: &[bool], said: &'a T, content: &[super::Span]) -> Placed<'a, T> {
    let content = signs(&document.text, content);
    let kind = kind_of(mask, &content);
    Placed { said, content, kind }
}

/// Direct: every word between quotation marks; mixed: some; indirect: none.
pub fn kind_of(mask: &[bool], content: &[usize]) -> &'static str {
    match content.iter().filter(|at| mask[**at]).count() {
        0 => "indirect",
        inside if inside == content.len() => "direct",
        _ => "mixed",
    }
}

/// The gold says nothing of headlines, so nothing counts that lies in one.
fn counts(document: &Document, said: &FoundSaid) -> bool {
    let heads = document.sentences.iter().filter(|sentence| ["title", "heading"].contains(&sentence.sort.as_str()));
    let heads: Vec<_> = heads.map(|sentence| &sentence.span).collect();
    let within = |at: usize| heads.iter().any(|head| head.contains(&at));
    !said.content.iter().all(|span| within(span.start))
}

/// Pairs of the gold and the predictions, best overlap first, each used once.
fn matches<T, U>(gold: &[&Placed<T>], own: &[&Placed<U>]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, wanted) in gold.iter().enumerate() {
        for (j, had) in own.iter().enumerate() {
            let both = shared(&wanted.content, &had.content);
            let either = wanted.content.len() + had.content.len() - both;
            if both > 0 && 2 * both >= either {
                candidates.push((share(both, either), i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.partial_cmp(a).unwrap());
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in candidates {
        if !taken.iter().any(|(gold, own)| *gold == i || *own == j) {
            taken.push((i, j));
        }
    }
    taken
}

fn direct(gold: &[Placed<Said>], own: &[Placed<FoundSaid>], figures: &mut Attributions) {
    let gold: Vec<_> = gold.iter().filter(|placed| placed.kind == "direct").collect();
    let own: Vec<_> = own.iter().filter(|placed| placed.kind == "direct").collect();
    let right = matches(&gold, &own).len();
    figures.direct = figures.direct.and(Count { right, found: own.len(), there: gold.len() });
}

fn one(
    family: &Family,
    document: &Document,
    gold: &[Placed<Said>],
    own: &[Placed<FoundSaid>],
    figures: &mut Attributions,
) {
    let matched = matches(&gold.iter().collect::<Vec<_>>(), &own.iter().collect::<Vec<_>>());
    let count = |right| Count { right, found: own.len(), there: gold.len() };
    let sourced = matched.iter().filter(|(i, j)| same_source(document, gold[*i].said, own[*j].said)).count();
    figures.all = figures.all.and(count(matched.len()));
    figures.with_source = figures.with_source.and(count(sourced));
    for (i, wanted) in gold.iter().enumerate() {
        let had = matched.iter().find(|(gold, _)| *gold == i).map(|(_, j)| own[*j].said);
        tally(figures.recall.entry(wanted.kind).or_default(), had.is_some());
        chain(family, document, wanted, had, figures);
    }
    let unmatched = own.iter().enumerate().filter(|(j, _)| !matched.iter().any(|(_, own)| own == j));
    figures.misses.extend(unmatched.map(|(_, had)| format!("+ {}", line(document, &had.said.content))));
}

fn tally(count: &mut Count, right: bool) {
    *count = count.and(Count { right: right.into(), found: right.into(), there: 1 });
}

fn chain(
    family: &Family,
    document: &Document,
    wanted: &Placed<Said>,
    had: Option<&FoundSaid>,
    figures: &mut Attributions,
) {
    let holders: Vec<&str> = wanted.said.chain.iter().filter_map(|hop| hop.holder.as_deref()).collect();
    let right = had.is_some_and(|had| same_chain(family, &holders, &had.chain));
    tally(&mut figures.chains, right);
    if holders.len() > 1 {
        tally(&mut figures.relays, right);
    }
    if let Some(had) = had.filter(|_| !wanted.said.cue.is_empty()) {
        let cues = [&wanted.said.cue, &had.cue].map(|cue| signs(&document.text, cue));
        tally(&mut figures.cues, shared(&cues[0], &cues[1]) > 0);
    }
    if let Some(act) = had.and_then(|had| had.act.as_deref()) {
        tally(&mut figures.acts, act == wanted.said.act);
    }
    let (kind, words) = (wanted.kind, line(document, &wanted.said.content));
    match had {
        None if holders.len() > 1 => {
            let sentence = sentence(document, wanted.content.first().copied());
            figures.misses.push(format!("- {kind} {words}\n    of {holders:?} in: {sentence}"));
        }
        None => figures.misses.push(format!("- {kind} {words}")),
        Some(had) if !right => {
            let sentence = sentence(document, wanted.content.first().copied());
            figures.misses.push(format!("~ {holders:?} told as {:?}: {words}\n    in: {sentence}", had.chain));
        }
        Some(had) if !same_source(document, wanted.said, had) => figures.misses.push(format!("s {words}")),
        Some(_) => {}
    }
}

/// The sentence around a place.
fn sentence(document: &Document, at: Option<usize>) -> String {
    let around = |sentence: &&super::super::gold::Sentence| at.is_some_and(|at| sentence.span.contains(&at));
    let sentence = document.sentences.iter().find(around);
    sentence.map_or_else(String::new, |sentence| document.text[sentence.span.clone()].replace('\n', " "))
}

fn same_source(document: &Document, wanted: &Said, had: &FoundSaid) -> bool {
    let wanted = signs(&document.text, &wanted.source);
    let had = signs(&document.text, &had.source);
    if wanted.is_empty() { had.is_empty() } else { shared(&wanted, &had) > 0 }
}

/// As many holders, and each by one of its names, or by part of one.
fn same_chain(family: &Family, wanted: &[&str], had: &[String]) -> bool {
    wanted.len() == had.len() && wanted.iter().zip(had).all(|(wanted, had)| same_name(family, wanted, had))
}

pub fn same_name(family: &Family, wanted: &str, had: &str) -> bool {
    let had = bare(had);
    let part = |name: &str| had == *name || had.chars().count() > 3 && (had.contains(name) || name.contains(&had));
    family.names(wanted).iter().any(|name| part(&bare(name)))
}

/// A name in small letters, without its article or form of address.
fn bare(name: &str) -> String {
    let name = name.to_lowercase();
    let name = name.trim();
    let articles = ["the ", "an ", "a ", "mr ", "mrs ", "ms ", "president "];
    articles.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name).trim().to_owned()
}

fn line(document: &Document, content: &[super::Span]) -> String {
    let words = content.iter().map(|span| &document.text[span.clone()]).collect::<Vec<_>>().join(" ... ");
    format!("{}: {}", document.file, words.replace('\n', " "))
}
