//! Wordings, denials, differences and origins over several documents, about invented places.

use proptest::prelude::*;
use std::collections::BTreeSet;
use zopa_evidence::between::{Between, Report, article, between};
use zopa_evidence::{Language, Prose, of_prose};
use zopa_finding::between::{Dispute, DisputeKind, WordingKind};

const LEDGER: &str = "\
Norland would reopen the canal at Tolm only if Ansa hands over the lighthouse, two officials close to the talks told the Evening Ledger.
The offer was made during the sixth round in Port Bergen, according to the officials.
Norland's delegation, led by Admiral Oru Vell, counted 14 members.
Mira Tal, the spokeswoman of Norland, dismissed the report as “totally false”.
“The talks are in a great place after the historic meeting on the cutter,” Tal said.
Ansa's minister Ana Medvik said the lighthouse would never be handed over without a vote of the islanders.";

const COURIER: &str = "\
Norland is ready to reopen the canal at Tolm if Ansa hands over the lighthouse, the Evening Ledger reported, citing officials.
Tal, speaking for Norland, called the report “absolutely false”.
She said the talks were “in a very good place”.
The Norland delegation was led by General Oru Vell and Captain Sef Orm, and counted 11 members.
At the sixth round in Port Bergen nobody slept.";

const EIGHTH: &str = "\
The eighth round between Norland and Ansa began in Tolm.
Norland's delegation, led by Pia Lunt, counted 9 members.
“We bring soup,” Tal said.";

fn found(texts: &[(&str, &str)]) -> Between {
    let reports: Vec<Report> = texts
        .iter()
        .map(|(name, text)| {
            let prose = Prose::new(text, Language::english());
            let (sentences, attributions) = (article(&prose), of_prose(&prose));
            Report { name, text, sentences, attributions, outlet: None, published: None }
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
    let found = found(&[("ledger", LEDGER), ("courier", COURIER)]);
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
    let found = found(&[("ledger", LEDGER), ("courier", COURIER)]);
    let denials = of(&found, DisputeKind::Denial);
    let [denial] = denials.as_slice() else { panic!("{denials:?}") };
    assert!(denial.whole_report);
    assert_eq!(documents(denial), BTreeSet::from(["courier", "ledger"]));
    let origins: Vec<Option<u32>> = denial.sides.iter().map(|side| side.origins).collect();
    assert_eq!(origins, [Some(1), Some(1)]);
}

#[test]
fn told_in_two_ways_but_not_across_a_round() {
    let all = found(&[("ledger", LEDGER), ("courier", COURIER), ("eighth", EIGHTH)]);
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
fn rewritten(exchanged: &[usize]) -> String {
    let others = [
        ("would reopen", "is prepared to reopen"),
        ("hands over", "surrenders"),
        ("totally", "wholly"),
        ("counted", "had"),
        ("offer", "proposal"),
        ("made", "put"),
        ("said", "stated"),
        ("great", "good"),
    ];
    let mut text = LEDGER.to_owned();
    for at in exchanged {
        let (from, to) = others[*at % others.len()];
        text = text.replace(from, to);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    /// However many rewrites are added, no count of origins changes: neither of the case nor of a side of a dispute.
    #[test]
    fn rewrites_add_no_origin(rewrites in prop::collection::vec(prop::collection::vec(0_usize..8, 1..4), 1..4)) {
        let texts: Vec<String> = rewrites.iter().map(|exchanged| rewritten(exchanged)).collect();
        let names: Vec<String> = (0..texts.len()).map(|at| format!("rewrite-{at}")).collect();
        let mut all = vec![("ledger", LEDGER)];
        let before = found(&all);
        all.extend(names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())));
        let after = found(&all);
        prop_assert_eq!(before.origins.len(), after.origins.len());
        let counts = |found: &Between| -> Vec<Vec<Option<u32>>> {
            of(found, DisputeKind::Denial).iter().map(|one| one.sides.iter().map(|side| side.origins).collect()).collect()
        };
        prop_assert_eq!(counts(&before), counts(&after));
    }
}
