//! Is on the sheet for a call what belongs there, and nothing else? Held against the brief by a slower reading of it.

use crate::examples::{folder, names, texts};
use crate::random::Maker;
use std::collections::BTreeSet;
use zopa::finding::{Brief, Inquiry, OnIssue, Saying, Sheet, SpeakerKind};
use zopa::{Request, Texts};

fn request(party: &str) -> Request {
    Request { party: Some(party.to_owned()), ..Request::default() }
}

/// The briefs of every example and of some random cases, each with the sheet of one party or body.
fn sheets() -> Vec<Brief> {
    let examples = names().into_iter().map(|name| zopa::read(&texts(&folder(&name))));
    let random = (0..40).map(|seed| zopa::read(&Texts::of_case("random", &Maker::new(seed).case())));
    let mut briefs = Vec::new();
    for read in examples.chain(random) {
        let parties: Vec<String> = read.case.parties.values().map(|party| party.name.clone()).collect();
        briefs.extend(parties.iter().filter_map(|party| read.brief(&request(party)).ok()));
    }
    assert!(briefs.len() > 60, "{}", briefs.len());
    briefs
}

fn each(check: impl Fn(&Brief, &Sheet)) {
    sheets().iter().for_each(|brief| check(brief, brief.sheet.as_ref().unwrap()));
}

fn family(brief: &Brief, sheet: &Sheet) -> BTreeSet<String> {
    let bodies = brief.parties.iter().filter(|party| party.of.as_ref() == Some(&sheet.party));
    bodies.map(|body| body.name.clone()).chain([sheet.party.clone()]).collect()
}

/// Claims with one telling each, as they stand on the sheet.
fn told(part: &[OnIssue]) -> BTreeSet<(String, String)> {
    let claims = part.iter().flat_map(|on| &on.claims);
    claims.flat_map(|told| told.tellings.iter().map(|saying| (told.claim.clone(), format!("{saying:?}")))).collect()
}

fn all(brief: &Brief, wanted: impl Fn(&Saying) -> bool) -> BTreeSet<(String, String)> {
    let claims = brief.claims.iter().filter(|claim| !claim.suppose);
    let rows = claims.flat_map(|claim| claim.sayings.iter().map(move |saying| (claim, saying)));
    rows.filter(|(_, saying)| wanted(saying))
        .map(|(claim, saying)| (claim.name.clone(), format!("{saying:?}")))
        .collect()
}

#[test]
fn its_own_words_are_those_of_its_offices_and_bodies() {
    each(|brief, sheet| {
        let family = family(brief, sheet);
        let named = |name: &String| {
            let person = brief.speakers.iter().find(|s| s.name == *name && s.kind == SpeakerKind::Person);
            family.contains(name) || person.is_some_and(|person| person.of.iter().any(|of| family.contains(of)))
        };
        assert_eq!(told(&sheet.own), all(brief, |saying| saying.by.iter().any(named)), "{}", sheet.party);
    });
}

#[test]
fn others_tell_every_statement_of_it_and_nothing_twice() {
    each(|brief, sheet| {
        let (own, others) = (told(&sheet.own), told(&sheet.told));
        assert!(own.is_disjoint(&others));
        let family = family(brief, sheet);
        for claim in
            brief.claims.iter().filter(|claim| !claim.suppose && claim.parties.iter().any(|p| family.contains(p)))
        {
            for saying in &claim.sayings {
                let row = (claim.name.clone(), format!("{saying:?}"));
                assert!(own.contains(&row) || others.contains(&row), "{} is on no part", claim.name);
            }
        }
        let unnamed = |name: &String| {
            let group = brief.speakers.iter().find(|s| s.name == *name && s.kind == SpeakerKind::Anonymous);
            group.is_some_and(|group| group.of.iter().any(|of| family.contains(of)))
        };
        let passed_on =
            all(brief, |s| s.relaying.as_ref().is_some_and(|name| family.contains(name)) || s.by.iter().any(unnamed));
        assert!(passed_on.is_subset(&own.union(&others).cloned().collect()), "{}", sheet.party);
    });
}

#[test]
fn who_denies_a_claim_stands_beside_it() {
    let mut denied = 0;
    for brief in sheets() {
        let sheet = brief.sheet.as_ref().unwrap();
        for line in sheet.own.iter().chain(&sheet.told).flat_map(|on| &on.claims) {
            let claim = brief.claims.iter().find(|claim| claim.name == line.claim).unwrap();
            let told: Vec<&String> = line.denied_by.iter().map(|denial| &denial.claim).collect();
            let carried = |name: &&String| brief.claims.iter().any(|c| c.name == **name && !c.sayings.is_empty());
            assert_eq!(told, claim.denied_by.iter().filter(carried).collect::<Vec<_>>());
            denied += told.len();
        }
    }
    assert!(denied > 5);
}

#[test]
fn rounds_follow_each_other_under_an_issue() {
    each(|brief, sheet| {
        let order: Vec<&String> = brief.timeline.iter().filter_map(|entry| entry.round.as_ref()).collect();
        let place = |saying: &Saying| saying.round.as_ref().and_then(|round| order.iter().position(|r| *r == round));
        for on in sheet.own.iter().chain(&sheet.told) {
            let places: Vec<_> = on.claims.iter().map(|told| place(&told.tellings[0])).collect();
            assert!(places.is_sorted(), "{}: {:?}", sheet.party, on.issue);
        }
    });
}

#[test]
fn what_is_unknown_is_in_no_other_part() {
    each(|brief, sheet| {
        let family = family(brief, sheet);
        for issue in &brief.issues {
            let spoken = brief.positions.iter().any(|p| p.issue == issue.name && family.contains(&p.party));
            assert_eq!(sheet.unknown.issues.contains(&issue.name), !spoken);
        }
        for open in &sheet.unknown.questions {
            assert_eq!(brief.questions.iter().find(|q| q.name == open.question).unwrap().chosen, None);
            assert!(!open.claims.is_empty());
        }
        let silent = brief.positions.iter().filter(|p| p.not_repeated_since.is_some() && family.contains(&p.party));
        assert!(silent.clone().all(|p| sheet.unknown.not_repeated.iter().any(|(claim, _)| *claim == p.claim)));
        assert!(silent.count() >= sheet.unknown.not_repeated.len());
    });
}

/// The brief asks each party one question; the sheet asks that one too, the most consequential first, none twice.
#[test]
fn the_sheet_asks_what_the_brief_asks_and_more() {
    let mut more = 0;
    for brief in sheets() {
        let sheet = brief.sheet.as_ref().unwrap();
        let first = brief.ask.iter().find(|ask| ask.party == sheet.party);
        let inquiries: Vec<&Inquiry> = sheet.ask.iter().map(|ask| &ask.inquiry).collect();
        if let Some(first) = first
            .filter(|f| !matches!(&f.inquiry, Inquiry::Position { issue } if !sheet.unknown.issues.contains(issue)))
        {
            assert!(inquiries.contains(&&first.inquiry), "{first:?} is not among {inquiries:?}");
        }
        assert!(sheet.ask.iter().all(|ask| ask.party == sheet.party));
        assert!((1..inquiries.len()).all(|at| !inquiries[..at].contains(&inquiries[at])), "{inquiries:?}");
        let places: Vec<_> = sheet.ask.iter().filter_map(|ask| ask.settles.hinge.as_ref()).collect();
        let place = |hinge: &&(zopa::finding::HingeKind, String)| {
            brief.answer.hinges.iter().position(|h| (h.kind, &h.name) == (hinge.0, &hinge.1)).unwrap()
        };
        let questions = places.iter().filter(|hinge| hinge.0 == zopa::finding::HingeKind::Question);
        assert!(questions.map(place).is_sorted(), "{places:?}");
        more += usize::from(sheet.ask.len() > 1);
    }
    assert!(more > 10);
}

/// What is set aside is on no sheet.
#[test]
fn a_report_set_aside_is_not_quoted() {
    let read = zopa::read(&texts(&folder("ukraine-2026")));
    let brief = read.brief(&Request { without: vec!["r4".to_owned()], ..request("russia") }).unwrap();
    let sheet = brief.sheet.as_ref().unwrap();
    let quotes = sheet.own.iter().chain(&sheet.told).flat_map(|on| &on.claims).flat_map(|told| &told.tellings);
    let numbers: Vec<u32> = quotes.flat_map(|saying| saying.quotes.clone()).collect();
    let source = |number: &u32| &brief.quotes.iter().find(|quote| quote.number == *number).unwrap().source;
    assert!(!numbers.is_empty() && numbers.iter().all(|number| source(number) != "r4"));
}

#[test]
fn an_unknown_party_is_told_the_names_that_there_are() {
    let read = zopa::read(&texts(&folder("strait")));
    let problems = |party: &str| read.brief(&request(party)).unwrap_err();
    let [problem] = problems("tarvai").try_into().unwrap();
    assert_eq!(
        (problem.code, problem.message.as_str()),
        ("unknown-party", "the case has no party and no body `tarvai`")
    );
    assert_eq!(problem.help, "did you mean `tarvia`? parties and bodies: tarvia, ostrel, league, assembly");
    assert!(problems("the League")[0].help.starts_with("did you mean `league`?"));
    let both = read.brief(&Request { assume: vec!["x=y".to_owned()], ..request("nobody") }).unwrap_err();
    assert_eq!(both.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["unknown-question", "unknown-party"]);
}
