//! What a person says of a claim becomes one line under it, with what it names for the first time; nothing else changes.

use proptest::prelude::*;
use zopa::{Problem, Read, Stated, Stating, Texts, accept, state};

const FRESH: &str = "case \"Harbour\"\nsource post \"?\" published ?\n  document documents/post.txt\n";
const SUGGESTED: &str = "# wait\n\nclaim low \"Post: no fee but the low one\"\n  unconfirmed\n  said by post\n    \
    quote post at 3 > no fee but the low one\n\nclaim other \"Post: otherwise\"\n  unconfirmed\n  said by post\n";

fn fresh() -> Texts {
    let mut texts = Texts::of_case("harbour", FRESH);
    texts.case_files.push(("suggested.zopa".to_owned(), SUGGESTED.into()));
    texts
}

fn text(texts: &Texts, name: &str) -> String {
    let mut files = texts.case_files.iter().chain(&texts.private_files);
    let (_, bytes) = files.find(|(path, _)| path == name).unwrap_or_else(|| panic!("{name}"));
    String::from_utf8(bytes.clone()).unwrap()
}

/// States it, and reads the case again: no error may have come in.
fn stated(texts: &Texts, stating: &Stating<'_>) -> (Stated, Texts, Read) {
    let read = zopa::read(texts);
    let stated = state(texts, &read, stating).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let after = stated.edited.texts(texts);
    let now = zopa::read(&after);
    assert!(now.errors() <= read.errors(), "{:#?}\n{}", now.diagnostics, text(&after, "harbour.zopa"));
    (stated, after, now)
}

fn refused(texts: &Texts, stating: &Stating<'_>) -> Vec<Problem> {
    state(texts, &zopa::read(texts), stating).unwrap_err()
}

fn low<'a>(who: &'a str, verb: &'a str, what: &'a str) -> Stating<'a> {
    Stating { claim: "low", who, verb, what, ..Stating::default() }
}

#[test]
fn what_is_named_for_the_first_time_is_declared_in_the_case_and_not_among_suggestions() {
    let stating = Stating { options: "high fee, none", ..low("North Quay", "requires", "Harbour fee = low fee") };
    let (stated, after, _) = stated(&fresh(), &stating);
    assert_eq!(stated.line, "north-quay requires harbour-fee = low-fee");
    let new = "party north-quay \"North Quay\"\nissue harbour-fee \"Harbour fee\"\n  option low-fee \"Low fee\"\n";
    let new = new.replace("Low fee", "low fee");
    let more = "  option high-fee \"high fee\"\n  option none \"None\"\n";
    assert_eq!(stated.new.join("\n") + "\n", format!("{new}{more}"));
    assert_eq!(stated.single, [""; 0]);
    let declared = "\nparty north-quay \"North Quay\"\n\nissue harbour-fee \"Harbour fee\"\n";
    assert_eq!(text(&after, "harbour.zopa"), format!("{FRESH}{declared}  option low-fee \"low fee\"\n{more}"));
    let line = "  unconfirmed\n  north-quay requires harbour-fee = low-fee\n  said by post\n    quote";
    assert_eq!(text(&after, "suggested.zopa"), SUGGESTED.replacen("  unconfirmed\n  said by post\n    quote", line, 1));
    assert_eq!(
        zopa::read(&accept(&after, &zopa::read(&after), &["low".to_owned()]).unwrap().texts(&after)).errors(),
        0
    );
}

/// Every form of a statement, said in the words of the case or in others.
#[test]
fn what_the_case_knows_is_meant_and_the_rest_is_new() {
    let (_, texts, _) = stated(&fresh(), &low("North Quay", "requires", "Harbour fee = low fee"));
    let cases: &[(Stating<'_>, &str, &[&str])] = &[
        (low("north quay", "rejects", "HARBOUR FEE = Low Fee"), "north-quay rejects harbour-fee = low-fee", &[]),
        (
            Stating { terms: "Ferry = daily", term_options: "weekly", ..low("South", "offers", "harbour-fee = high") },
            "south offers harbour-fee = high only if ferry = daily",
            &[
                "party south \"South\"",
                "issue ferry \"Ferry\"",
                "  option daily \"Daily\"",
                "  option weekly \"Weekly\"",
                "issue harbour-fee",
                "  option high \"High\"",
            ],
        ),
        (
            Stating {
                joint: "if",
                terms: "not harbour-fee = low-fee",
                ..low("north-quay", "accepts", "harbour-fee in {low fee, high}")
            },
            "north-quay accepts harbour-fee in {low-fee, high} if not harbour-fee = low-fee",
            &["issue harbour-fee", "  option high \"High\""],
        ),
        (
            Stating {
                by: "north quay",
                because: "it says first",
                ..low("North Quay", "requires", "Leave only after a vote")
            },
            "north-quay requires leave only after a-vote",
            &["step leave \"Leave\" by north-quay optional", "step a-vote \"a vote\" by north-quay optional"],
        ),
        (low("", "denies", "Post: otherwise"), "denies other", &[]),
        (
            Stating { terms: "harbour-fee = low-fee", ..low("", "softens", "other") },
            "softens other to harbour-fee = low-fee",
            &[],
        ),
        (
            low("UA \"Ukraine\"", "seeks", "fee \"The fee, and more\" = low"),
            "UA seeks fee = low",
            &["party UA \"Ukraine\"", "issue fee \"The fee, and more\"", "  option low \"Low\""],
        ),
    ];
    for (stating, line, new) in cases {
        let (stated, _, now) = stated(&texts, stating);
        assert_eq!(stated.line, *line);
        assert_eq!(stated.new, *new, "{line}");
        let claim = now.case.claims.values().find(|claim| claim.name == "low").unwrap();
        assert_eq!(claim.statements[1].text, *line);
        assert_eq!(claim.statements[1].because.as_deref().unwrap_or_default(), stating.because);
    }
    let (stated, ..) = stated(&texts, &low("North Quay", "rejects", "harbour fee = low fee"));
    assert_eq!(stated.single, ["harbour-fee"]);
}

#[test]
fn what_cannot_be_said_is_refused_with_a_way_out() {
    let (_, texts, _) = stated(&fresh(), &low("North Quay", "requires", "Harbour fee = low fee"));
    let cases: &[(Stating<'_>, &str)] = &[
        (low("", "requires", "Harbour fee = low fee"), "nobody-named"),
        (low("North", "reqires", "Harbour fee = low fee"), "no-verb"),
        (low("North", "led", "Harbour fee = low fee"), "no-verb"),
        (low("North", "requires", " "), "nothing-said"),
        (low("North", "requires", "peace"), "no-condition"),
        (low("North", "requires", "peace before war"), "new-step"),
        (low("North", "requires", "Harbour fee = low fee or x = y and z = w"), "mixed-and-or"),
        (low("North", "requires", "Harbour fee = "), "missing-name"),
        (low("North Quay", "requires", "Harbour fee = low fee"), "said-already"),
        (low("", "denies", "othr"), "unknown-claim"),
        (Stating { joint: "only if", terms: "a = b", ..low("North", "requires", "c = d") }, "not-joined"),
        (Stating { claim: "lo", ..low("North", "requires", "c = d") }, "unknown-claim"),
    ];
    for (stating, code) in cases {
        let problems = refused(&texts, stating);
        assert_eq!(problems[0].code, *code, "{problems:#?}");
        assert!(problems.iter().all(|problem| !problem.help.is_empty()));
    }
}

/// What a private claim names for the first time stays at the desk, and the answer for others is the same bytes.
#[test]
fn what_is_private_declares_nothing_in_public() {
    let (_, mut texts, _) = stated(&fresh(), &low("North Quay", "requires", "Harbour fee = low fee"));
    let private = "claim aside \"Aside\"\n  unconfirmed\n  said by post\n";
    texts.private_files.push(("private/suggested.zopa".to_owned(), private.into()));
    let stating = Stating { claim: "aside", ..low("South", "rejects", "Harbour fee = high fee and Toll = none") };
    let (_, beside, _) = stated(&texts, &stating);
    assert_eq!(
        text(&beside, "harbour.zopa"),
        text(&texts, "harbour.zopa")
            .replace("low fee\"\n", "low fee\"\n  option high-fee \"high fee\"\n    private\n",)
    );
    assert!(text(&beside, "private/suggested.zopa").ends_with("  option none \"None\"\n"));
    texts.private_files.insert(0, ("private/case.zopa".to_owned(), "# at the desk\n".into()));
    let (_, after, _) = stated(&texts, &stating);
    let declared = "# at the desk\n\nparty south \"South\"\n\nissue toll \"Toll\"\n  option none \"None\"\n";
    assert_eq!(text(&after, "private/case.zopa"), declared);
    let public = |texts: &Texts| zopa::read(texts).brief(&zopa::Request::default()).unwrap();
    assert_eq!(public(&after), public(&texts));
    // A claim that is marked, in a file of everybody's.
    let marked = SUGGESTED.replace("claim other \"Post: otherwise\"\n", "claim other \"Post: otherwise\"\n  private\n");
    let mut texts = fresh();
    texts.case_files[1].1 = marked.into_bytes();
    let (_, after, _) = stated(&texts, &Stating { claim: "other", ..stating });
    assert!(text(&after, "suggested.zopa").contains("party south \"South\"\n  private\n"));
    assert_eq!(text(&after, "harbour.zopa"), FRESH);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is typed, it is refused, or it reads back as the line that was shown; no other byte changes.
    #[test]
    fn it_reads_back_as_it_was_shown(
        who in "[\\p{L}0-9 \"“”,.()'-]{0,16}",
        what in "([\\p{L}0-9 ={}(),\"“”-]|only if|only after| and | not | in |in \\{| = ){0,12}",
        terms in "(|[a-z =\"]{1,12})",
        options in "[\\p{L} ,\"]{0,16}",
        verb in 0_usize..8,
        because in "[ a-z>#\"\n]{0,10}",
    ) {
        let texts = fresh();
        let before = zopa::read(&texts);
        let verb = zopa::verbs().nth(verb).unwrap().0;
        let stating = Stating { claim: "low", who: &who, verb, what: &what, terms: &terms, options: &options, by: "North", because: &because, term_options: &options, joint: "" };
        let Ok(stated) = state(&texts, &before, &stating) else { return Ok(()) };
        let after = stated.edited.texts(&texts);
        let now = zopa::read(&after);
        prop_assert_eq!(now.errors(), before.errors());
        let claim = now.case.claims.values().find(|claim| claim.name == "low").unwrap();
        prop_assert_eq!(&claim.statements.iter().map(|row| row.text.as_str()).collect::<Vec<_>>(), &vec![stated.line.as_str()]);
        // What is declared stands at the end of the case, and is all that stands there.
        let (case, suggested) = (text(&after, "harbour.zopa"), text(&after, "suggested.zopa"));
        let new: Vec<&str> = case.strip_prefix(FRESH).unwrap().lines().filter(|line| !line.is_empty()).collect();
        prop_assert_eq!(new, stated.new.iter().map(String::as_str).collect::<Vec<_>>());
        let without: Vec<&str> = suggested.lines().filter(|row| row.trim() != stated.line && !row.trim().starts_with("because")).collect();
        prop_assert_eq!(without, SUGGESTED.lines().collect::<Vec<_>>());
    }
}
