//! With whom the telling of each attribution ends, on reports about invented places.

use super::report;
use zopa_evidence::between::{Report, Tellers, tellers};
use zopa_finding::between::OriginKind;

const FIRST: &str = "\
The island of Ansa will reopen its northern harbour only if Norland lowers the ferry toll, two harbour officials said.
The whole harbour stays shut until the toll falls to 40 crowns, the pilots of Ansa were reported to have said.
“Our only aim in these talks is to keep the boats running,” said Mira Tal, the port's deputy secretary.
The meeting was held aboard a cutter, and marked the first time since the storm of 2031 that pilots from both shores sat at one table.
An envoy said the dredging crews would return on Thursday, and a second envoy said that nobody had asked them.";

fn of<'a>(texts: &[(&'a str, &'a str)]) -> (Tellers, Vec<Report<'a>>) {
    let reports: Vec<Report> = texts.iter().map(|(name, text)| report(name, text)).collect();
    (tellers(&reports), reports)
}

/// Whose words these are, in a document.
fn whose<'t>(found: &'t Tellers, reports: &[Report], document: usize, words: &str) -> Option<(&'t str, OriginKind)> {
    let holds = |one: &&zopa_finding::Attribution| one.content.iter().any(|place| place.exact.contains(words));
    let all = &reports[document].attributions;
    let at =
        all.iter().position(|one| holds(&one) && one.within.is_none()).unwrap_or_else(|| panic!("{words}: {all:#?}"));
    let teller = &found.all[found.of[document][at]?];
    Some((teller.name.as_str(), teller.kind))
}

#[test]
fn each_attribution_ends_with_its_own() {
    let (found, reports) = of(&[("first", FIRST)]);
    let whose = |words| whose(&found, &reports, 0, words);
    assert_eq!(whose("northern harbour"), Some(("two harbour officials", OriginKind::Unnamed)));
    assert_eq!(whose("keep the boats running"), Some(("Mira Tal", OriginKind::Speaker)));
    let envoys = (whose("Thursday").unwrap(), whose("nobody had asked").unwrap());
    assert_ne!(envoys.0, envoys.1, "a second one is another");
    assert!(found.all.iter().all(|teller| teller.kind != OriginKind::OwnVoice));
}

#[test]
fn two_reports_have_two_unnamed_sources_however_they_are_described() {
    let (found, reports) =
        of(&[("one", "The harbour will open, an official said."), ("other", "The mill will close, an official said.")]);
    let teller = |document: usize| found.of[document][0].unwrap();
    assert_ne!(teller(0), teller(1));
    assert_eq!(found.all[teller(1)].report.as_deref(), Some(reports[1].name));
}
