//! What a line of a commitment may say: each form, and `?` in its place.

use crate::read;
use zopa_syntax::ast::{FieldKind, ItemKind, Quorum, StatementKind};

fn fields(lines: &str) -> Vec<FieldKind> {
    let tree = read(&format!("commitment c \"C\"\n{lines}"));
    assert!(tree.diagnostics.is_empty(), "{lines}\n{:?}", tree.diagnostics);
    match tree.items.into_iter().next().unwrap().kind {
        ItemKind::Commitment { fields, .. } => fields.into_iter().map(|field| field.kind).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_part_may_be_unknown() {
    let lines = "  kind ?\n  by ? to ?\n  when ?\n  does ?\n  discretion ?\n  decided by ?\n  within ?\n  force ? until ? then treaty\n  \
                 from ?\n  lasts ?\n  posted with ?\n  if broken ?\n";
    let fields = fields(lines);
    assert_eq!(fields.len(), 12);
    assert_eq!(fields[1], FieldKind::By { by: None, to: None });
    assert_eq!(fields[3], FieldKind::Does(None));
    assert_eq!(fields[7], FieldKind::Force { treaty: None, until: Some(None) });
    assert_eq!(fields[10], FieldKind::PostedWith(None));
}

#[test]
fn what_is_done_is_a_step_or_words_or_both_or_left_out() {
    for (line, not, step, words) in [
        ("  does withdraw\n", false, Some("withdraw"), None),
        ("  does not withdraw\n", true, Some("withdraw"), None),
        ("  does withdraw \"all of it\"\n", false, Some("withdraw"), Some("all of it")),
        ("  does \"all of it\"\n", false, None, Some("all of it")),
    ] {
        let FieldKind::Does(Some(done)) = fields(line).remove(0) else { panic!("{line}") };
        assert_eq!(done.not, not);
        assert_eq!(done.step.as_ref().map(|name| name.text.as_str()), step);
        assert_eq!(done.words.as_ref().map(|words| words.text.as_str()), words);
    }
}

#[test]
fn several_decide_together_or_each_alone_or_in_a_way_that_is_not_told() {
    let told = [
        ("a, b", Quorum::Unsaid, 2),
        ("all of a, b", Quorum::All, 2),
        ("any of a", Quorum::Any, 1),
        ("all", Quorum::Unsaid, 1),
    ];
    for (line, quorum, count) in told {
        let FieldKind::DecidedBy(Some(deciders)) = fields(&format!("  decided by {line}\n")).remove(0) else {
            panic!()
        };
        assert_eq!((deciders.quorum, deciders.names.len()), (quorum, count), "{line}");
    }
}

#[test]
fn a_clock_may_start_at_a_step() {
    let FieldKind::Within { time, after, of } = fields("  within 10 days after signing \"at most\"\n").remove(0) else {
        panic!()
    };
    assert_eq!(time.map(|time| time.unit), Some("days".to_owned()));
    assert_eq!(after.map(|name| name.text), Some("signing".to_owned()));
    assert_eq!(of.map(|words| words.text), Some("at most".to_owned()));
}

#[test]
fn a_power_may_be_nobodys() {
    let tree = read("claim c \"C\"\n  ? may suspend guard\n");
    assert!(tree.diagnostics.is_empty(), "{:?}", tree.diagnostics);
    let ItemKind::Claim(claim) = &tree.items[0].kind else { panic!() };
    let StatementKind::May { who, act, .. } = &claim.statements[0].kind else { panic!() };
    assert_eq!((who, act.text.as_str()), (&None, "suspend"));
    let tree = read("claim c \"C\"\n  ? rejects guard\n");
    assert_eq!(tree.diagnostics.len(), 1);
}

#[test]
fn a_misspelt_form_is_one_message() {
    for line in
        ["  within 10 days afer signing\n", "  decided by al of a, b\n", "  does not\n", "  by ? too a\n", "  does\n"]
    {
        let tree = read(&format!("commitment c \"C\"\n{line}"));
        assert_eq!(tree.diagnostics.len(), 1, "{line}: {:?}", tree.diagnostics);
        assert!(!tree.diagnostics[0].help.is_empty());
    }
}
