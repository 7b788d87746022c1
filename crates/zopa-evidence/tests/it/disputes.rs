//! Wordings, denials, differences and origins over several documents, about invented places.

use proptest::prelude::*;
use std::collections::BTreeSet;
use zopa_evidence::between::{Between, Report, article, between};
use zopa_evidence::{Language, Prose, Span};
use zopa_finding::between::{Dispute, DisputeKind, WordingKind};
use zopa_finding::{Act, Attribution, AttributionKind, Holder, Place};

/// A document as it is told here, and who says what in it: the words that are said, the words that say so, who says it,
/// who passes it on.
struct Told {
    name: String,
    text: String,
    said: Vec<(&'static str, &'static str, &'static str, Option<&'static str>)>,
}

/// Names that are none.
const UNNAMED: [&str; 2] = ["two officials close to the talks", "officials"];

fn ledger() -> Told {
    Told {
        name: "ledger".to_owned(),
        text: "\
Norland would reopen the canal at Tolm only if Ansa hands over the lighthouse, two officials close to the talks told the Evening Ledger.
The offer was made during the sixth round in Port Bergen.
Norland's delegation, led by Admiral Oru Vell, counted 14 members.
Mira Talvik, the spokeswoman of Norland, dismissed the report as “totally false”.
“The talks are in a great place after the historic meeting on the cutter,” Talvik said.
Ansa's minister Ana Medvik said the lighthouse would never be handed over without a vote of the islanders.
Rain kept most fishermen ashore this week.
Schools on the eastern bank close early for the herring fair.
A bakery in Orm Street sold twelve hundred rolls before noon.
Engineers measured the silt at four places.
The choir rehearsed in an unheated chapel."
            .to_owned(),
        said: vec![
            ("Norland would reopen", "told", "two officials close to the talks", Some("the Evening Ledger")),
            ("the report as “totally false”", "dismissed", "Mira Talvik, the spokeswoman of Norland", None),
            ("The talks are in a great place", "Talvik said", "Mira Talvik, the spokeswoman of Norland", None),
            ("the lighthouse would never", "Medvik said", "Ana Medvik", None),
        ],
    }
}

fn courier() -> Told {
    Told {
        name: "courier".to_owned(),
        text: "\
She said the talks were “in a very good place”.
The Norland delegation was led by General Oru Vell and Captain Sef Orm, and counted 11 members.
At the sixth round in Port Bergen nobody slept.
Norland is ready to reopen the canal at Tolm if Ansa hands over the lighthouse, the Evening Ledger reported, citing officials.
Mira Talvick, speaking for Norland, called the report “absolutely false”.
Insurance for small hulls has doubled since spring.
Gardeners complain about salt in their wells.
An orchestra from abroad cancelled both concerts.
Two bridges need paint.
Grain prices slipped while coal became dearer."
            .to_owned(),
        said: vec![
            ("Norland is ready", "reported", "officials", Some("the Evening Ledger")),
            ("the report “absolutely false”", "called", "Mira Talvick", None),
            ("the talks were “in a very good place”", "She said", "Mira Talvick", None),
        ],
    }
}

fn eighth() -> Told {
    let text = "The eighth round between Norland and Ansa began in Tolm.\n\
        Norland's delegation, led by Pia Lunt, counted 9 members.\nNobody brought soup.";
    Told { name: "eighth".to_owned(), text: text.to_owned(), said: Vec::new() }
}

fn place(text: &str, words: &str) -> Option<Place> {
    let start = text.find(words)?;
    Some(Place { start, end: start + words.len(), exact: words.to_owned() })
}

fn attributions(told: &Told) -> Vec<Attribution> {
    let holder = |name: &str, outlet: bool| Holder {
        name: name.to_owned(),
        office: None,
        anonymous: UNNAMED.contains(&name),
        outlet,
        implicit: false,
        mention: None,
    };
    let one = |(content, cue, speaker, outlet): &(&str, &str, &str, Option<&str>)| {
        let chain = outlet.iter().map(|outlet| holder(outlet, true)).chain([holder(speaker, false)]).collect();
        Some(Attribution {
            sentence: 0,
            source: None,
            cue: vec![place(&told.text, cue)?],
            content: vec![place(&told.text, content)?],
            kind: AttributionKind::Mixed,
            act: if matches!(*cue, "dismissed" | "called") { Act::Denial } else { Act::Report },
            addressee: None,
            chain,
            relayed: false,
            within: None,
        })
    };
    told.said.iter().filter_map(one).collect()
}

fn found(all: &[Told]) -> Between {
    let report = |told: &'_ Told| -> (Vec<Span>, Vec<Attribution>) {
        (article(&Prose::new(&told.text, Language::english())), attributions(told))
    };
    let parts: Vec<_> = all.iter().map(report).collect();
    let reports: Vec<Report> = all
        .iter()
        .zip(parts)
        .map(|(told, (sentences, attributions))| Report {
            name: &told.name,
            text: &told.text,
            sentences,
            attributions,
            outlet: None,
            published: None,
        })
        .collect();
    between(&reports)
}

fn of(found: &Between, kind: DisputeKind) -> Vec<&Dispute> {
    found.disputes.iter().filter(|dispute| dispute.kind == kind).collect()
}

fn documents(dispute: &Dispute) -> BTreeSet<&str> {
    dispute.sides.iter().flat_map(|side| &side.told).map(|told| told.document.as_str()).collect()
}

#[test]
fn wordings_of_one_utterance_by_one_speaker() {
    let found = found(&[ledger(), courier()]);
    let pairs: Vec<(&str, &str, WordingKind)> = found
        .utterances
        .iter()
        .flat_map(|one| &one.pairs)
        .map(|pair| (pair.fuller.exact.as_str(), pair.other.exact.as_str(), pair.kind))
        .collect();
    assert!(
        pairs.iter().any(|(one, other, kind)| {
            BTreeSet::from([*one, *other]) == BTreeSet::from(["totally false", "absolutely false"])
                && *kind == WordingKind::Drift
        }),
        "{pairs:?}"
    );
    assert!(
        pairs.iter().any(|(_, other, kind)| *other == "in a very good place" && *kind == WordingKind::Drift),
        "{pairs:?}"
    );
}

#[test]
fn a_denial_of_a_report_finds_the_report_and_each_is_one_origin() {
    let found = found(&[ledger(), courier()]);
    let denials = of(&found, DisputeKind::Denial);
    let [denial] = denials.as_slice() else { panic!("{denials:?}") };
    assert!(denial.whole_report);
    assert_eq!(documents(denial), BTreeSet::from(["courier", "ledger"]));
    let origins: Vec<Option<u32>> = denial.sides.iter().map(|side| side.origins).collect();
    assert_eq!(origins, [Some(1), Some(1)]);
}

#[test]
fn told_in_two_ways_but_not_across_a_round() {
    let all = found(&[ledger(), courier(), eighth()]);
    for kind in [DisputeKind::Leader, DisputeKind::Rank, DisputeKind::Number] {
        let disputes = of(&all, kind);
        assert!(!disputes.is_empty(), "{kind:?}");
        assert!(
            disputes.iter().all(|one| documents(one) == BTreeSet::from(["courier", "ledger"])),
            "{kind:?} {disputes:?}"
        );
    }
}

/// The same text with other words here and there, as a rewrite has them.
fn rewritten(number: usize, exchanged: &[usize]) -> Told {
    let others = [
        ("would reopen", "is prepared to reopen"),
        ("hands over", "surrenders"),
        ("totally", "wholly"),
        ("counted", "had"),
        ("offer", "proposal"),
        ("made", "put"),
        ("never", "not"),
        ("great", "good"),
    ];
    let first = ledger();
    let exchange = |text: String, at: &usize| match others.get(*at % others.len()) {
        Some((from, to)) => text.replace(from, to),
        None => text,
    };
    Told { name: format!("rewrite-{number}"), text: exchanged.iter().fold(first.text, exchange), said: first.said }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    /// However many rewrites are added, no count of origins changes: neither of the case nor of a side of a dispute.
    #[test]
    fn rewrites_add_no_origin(rewrites in prop::collection::vec(prop::collection::vec(0_usize..8, 1..4), 1..4)) {
        let mut all = vec![ledger()];
        let before = found(&all);
        all.extend(rewrites.iter().enumerate().map(|(number, exchanged)| rewritten(number, exchanged)));
        let after = found(&all);
        prop_assert_eq!(before.origins.len(), after.origins.len());
        let counts = |found: &Between| -> Vec<Vec<Option<u32>>> {
            of(found, DisputeKind::Denial).iter().map(|one| one.sides.iter().map(|side| side.origins).collect()).collect()
        };
        prop_assert_eq!(counts(&before), counts(&after));
    }
}
