//! How have two coders read the same documents?
//!
//! Two claims are beside each other if words they rest on overlap in the same document by at least half of the shorter
//! quote; of several, those with the longest overlap. What they carry is compared with every name by its title, since names
//! are each coder's own.

use crate::marks::place;
use crate::{Read, Texts};
use std::collections::{BTreeMap, BTreeSet};
use zopa_analysis::date_written;
use zopa_case::{Case, Claim, IssueId, QuoteId, SourceId, Voice};
use zopa_finding::{CODERS_FORMAT, CaseHead, Coded, CodedPair, CodedWords, Coders};
use zopa_text::{Text, sha256};

/// A claim, where its words stand, and what is compared of it.
struct Side {
    coded: Coded,
    places: Vec<Place>,
    speakers: BTreeSet<String>,
    claim: usize,
}

/// Bytes of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    document: String,
    start: usize,
    end: usize,
}

/// Sets two cases beside each other; each has its documents among its texts. Suppositions are no claims.
pub fn beside(one: (&Texts, &Read), other: (&Texts, &Read)) -> Coders {
    let (mine, theirs) = (sides(one.0, &one.1.case), sides(other.0, &other.1.case));
    let matched = matched(&mine, &theirs);
    let pairs: Vec<(&Side, &Side)> =
        matched.iter().filter_map(|(at, to)| Some((mine.get(*at)?, theirs.get(*to)?))).collect();
    let named = Named::of(&pairs);
    let pair = |(mine, theirs): &(&Side, &Side)| CodedPair {
        one: mine.coded.clone(),
        other: theirs.coded.clone(),
        same_reading: named.reading(&one.1.case, mine, &named.mine)
            == named.reading(&other.1.case, theirs, &named.theirs),
        same_speakers: mine.speakers == theirs.speakers,
    };
    let alone = |sides: &[Side], used: BTreeSet<usize>| {
        let left = sides.iter().enumerate().filter(|(at, _)| !used.contains(at));
        left.map(|(_, side)| side.coded.clone()).collect()
    };
    Coders {
        format: CODERS_FORMAT.to_owned(),
        one: head(one.1),
        other: head(other.1),
        pairs: pairs.iter().map(pair).collect(),
        only_one: alone(&mine, matched.keys().copied().collect()),
        only_other: alone(&theirs, matched.values().copied().collect()),
    }
}

fn head(read: &Read) -> CaseHead {
    let as_of = read.case.as_of.as_ref().filter(|date| date.day.is_some()).map(date_written);
    CaseHead { name: read.name.clone(), title: read.case.title.clone(), as_of }
}

/// The claims of a case.
fn sides(texts: &Texts, case: &Case) -> Vec<Side> {
    let documents = documents(texts, case);
    let claims = case.claims.values().enumerate().filter(|(_, claim)| !claim.suppose);
    claims.map(|(at, claim)| side(case, claim, at, &documents)).collect()
}

/// The documents in hand, by source: what they are, and their text.
type Documents = BTreeMap<SourceId, (String, Text)>;

fn documents(texts: &Texts, case: &Case) -> Documents {
    let document = |(id, source): (SourceId, &zopa_case::Source)| {
        let (path, _) = source.document.as_ref()?;
        Some((id, (sha256(texts.document(path)?), texts.text_of(source)?.ok()?)))
    };
    case.sources.iter().filter_map(document).collect()
}

fn side(case: &Case, claim: &Claim, at: usize, documents: &Documents) -> Side {
    let all: Vec<QuoteId> =
        claim.sayings.iter().flat_map(|saying| &saying.quotes).chain(&claim.quotes).copied().collect();
    let quotes = || all.iter().filter_map(|id| case.quotes.row(*id));
    let words = quotes().map(|quote| CodedWords {
        source: case.sources.row(quote.source).map(|source| source.name.clone()).unwrap_or_default(),
        words: quote.words.clone(),
    });
    let places = quotes().filter_map(|quote| {
        let (document, text) = documents.get(&quote.source)?;
        let (start, end) = place(quote, text)?;
        Some(Place { document: document.clone(), start, end })
    });
    let voices = claim.sayings.iter().flat_map(|saying| &saying.by);
    let speakers: Vec<String> = voices.filter_map(|voice| title(case, *voice)).collect();
    Side {
        places: places.collect(),
        speakers: speakers.iter().map(|title| title.to_lowercase()).collect(),
        claim: at,
        coded: Coded {
            claim: claim.name.clone(),
            title: claim.title.clone(),
            statements: claim.statements.iter().map(|one| one.text.clone()).collect(),
            because: claim.statements.iter().filter_map(|one| one.because.clone()).collect(),
            speakers: once(speakers),
            words: words.collect(),
        },
    }
}

/// Each once, in their order.
fn once(all: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    all.into_iter().filter(|one| seen.insert(one.clone())).collect()
}

fn title(case: &Case, voice: Voice) -> Option<String> {
    Some(match voice {
        Voice::Speaker(id) => case.speakers.row(id)?.title.clone(),
        Voice::Party(id) => case.parties.row(id)?.title.clone(),
        Voice::Source(id) => case.sources.row(id)?.title.clone(),
    })
}

/// Which claim stands beside which: the longest overlaps first, each claim once.
fn matched(mine: &[Side], theirs: &[Side]) -> BTreeMap<usize, usize> {
    let mut shared: Vec<(usize, usize, usize)> = Vec::new();
    for (at, one) in mine.iter().enumerate() {
        for (to, other) in theirs.iter().enumerate() {
            shared.extend(overlap(&one.places, &other.places).map(|bytes| (bytes, at, to)));
        }
    }
    shared.sort_by_key(|(bytes, at, to)| (std::cmp::Reverse(*bytes), *at, *to));
    let (mut pairs, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, at, to) in shared {
        if !pairs.contains_key(&at) && taken.insert(to) {
            pairs.insert(at, to);
        }
    }
    pairs
}

/// The most bytes that two of them share, if that is half of the shorter at least.
fn overlap(one: &[Place], other: &[Place]) -> Option<usize> {
    let shared = |one: &Place, other: &Place| {
        let bytes = one.end.min(other.end).checked_sub(one.start.max(other.start)).filter(|bytes| *bytes > 0)?;
        let shorter = (one.end - one.start).min(other.end - other.start);
        (one.document == other.document && bytes * 2 >= shorter).then_some(bytes)
    };
    one.iter().flat_map(|one| other.iter().filter_map(move |other| shared(one, other))).max()
}

/// What claims are called when two cases are compared: those that stand beside each other by one number.
struct Named {
    mine: BTreeMap<String, String>,
    theirs: BTreeMap<String, String>,
}

impl Named {
    fn of(pairs: &[(&Side, &Side)]) -> Named {
        let numbered = |side: fn(&(&Side, &Side)) -> String| {
            pairs.iter().enumerate().map(|(at, pair)| (side(pair), format!("#{at}"))).collect()
        };
        Named { mine: numbered(|pair| pair.0.coded.claim.clone()), theirs: numbered(|pair| pair.1.coded.claim.clone()) }
    }

    /// The statements of a claim with every name by its title.
    fn reading(&self, case: &Case, side: &Side, claims: &BTreeMap<String, String>) -> BTreeSet<String> {
        let claim = case.claims.values().nth(side.claim);
        let statements = claim.into_iter().flat_map(|claim| &claim.statements);
        let titles = titles(case);
        statements.map(|statement| entitled(case, &statement.text, &titles, claims)).collect()
    }
}

/// What the names of a case stand for.
fn titles(case: &Case) -> BTreeMap<&str, &str> {
    let parties = case.parties.values().map(|row| (row.name.as_str(), row.title.as_str()));
    let speakers = case.speakers.values().map(|row| (row.name.as_str(), row.title.as_str()));
    let issues = case.space.issues.values().map(|row| (row.name.as_str(), row.title.as_str()));
    let steps = case.space.steps.values().map(|row| (row.name.as_str(), row.title.as_str()));
    parties.chain(speakers).chain(issues).chain(steps).collect()
}

/// A line with its names by their titles. An option's name counts within its issue.
fn entitled(case: &Case, line: &str, titles: &BTreeMap<&str, &str>, claims: &BTreeMap<String, String>) -> String {
    let mut issue: Option<IssueId> = None;
    let mut told = Vec::new();
    for word in words(line) {
        let option = issue.and_then(|issue| case.space.issues.row(issue)).and_then(|issue| {
            issue.options.values().find(|option| option.name == word).map(|option| option.title.as_str())
        });
        if let Some((id, _)) = case.space.issues.iter().find(|(_, row)| row.name == word) {
            issue = Some(id);
        }
        let claim = claims.get(word).map(String::as_str);
        let is_option = matches!(told.last().map(String::as_str), Some("=" | "{" | ","));
        let title = option.filter(|_| is_option).or(titles.get(word).copied()).or(claim).unwrap_or(word);
        told.push(title.to_lowercase());
    }
    told.join(" ")
}

/// Names, and each other sign by itself.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let sign = "{}(),=".contains(first);
        let end = if sign {
            first.len_utf8()
        } else {
            rest.find(|c: char| c.is_whitespace() || "{}(),=".contains(c)).unwrap_or(rest.len())
        };
        let (word, after) = rest.split_at(end);
        words.push(word);
        rest = after.trim_start();
    }
    words
}
