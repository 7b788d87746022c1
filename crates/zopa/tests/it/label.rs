//! The outlet, the date and the handling of a report are written into its line, and nothing else changes.

use zopa::{Labelling, Texts, label};

const CASE: &str = "case \"Harbour\"\n# reports\nsource post \"?\" published ? # as received\n  document documents/post.txt\n\n\
    source wire \"Wire\"\n  document private/wire.txt\nsource note \"Note\" # ours\n  private\n  document documents/note.txt\n\
    person ada \"Ada\" of north\nparty north \"North\"\nclaim low \"Low\"\n  said by ada to post\n    quote post > low it is\nsource echo \"Echo\"\n  copies post\n";

fn labelled(labelling: &Labelling<'_>) -> Result<String, &'static str> {
    let texts = Texts::of_case("harbour", CASE);
    let read = zopa::read(&texts);
    let edited = label(&texts, &read, labelling).map_err(|problems| {
        assert!(problems.iter().all(|problem| !problem.help.is_empty()));
        problems[0].code
    })?;
    Ok(String::from_utf8(edited.texts(&texts).case_files[0].1.clone()).unwrap())
}

fn of(source: &str) -> Labelling<'_> {
    Labelling { source, ..Labelling::default() }
}

#[test]
fn what_is_known_is_written_into_the_line() {
    let cases: &[(Labelling<'_>, &str, &str)] = &[
        (Labelling { outlet: Some("The \"Post\""), ..of("post") }, "post \"?\"", "post \"The “Post”\""),
        (Labelling { published: Some("2026-05"), ..of("post") }, "published ?", "published 2026-05"),
        (Labelling { published: Some("2026-05-02"), ..of("wire") }, "\"Wire\"", "\"Wire\" published 2026-05-02"),
        (Labelling { published: Some("?"), ..of("note") }, "\"Note\" #", "\"Note\" published ? #"),
        (Labelling { private: Some(false), ..of("note") }, "ours\n  private\n", "ours\n"),
        (Labelling { outlet: Some("Radio"), private: Some(true), ..of("wire") }, "\"Wire\"", "\"Radio\""),
    ];
    for (labelling, before, after) in cases {
        assert_eq!(labelled(labelling).unwrap(), CASE.replacen(before, after, 1), "{labelling:?}");
    }
    // A report of everybody's copies it.
    assert!(labelled(&Labelling { private: Some(true), ..of("post") }).is_err());
}

#[test]
fn what_cannot_be_written_is_refused() {
    let cases: &[(Labelling<'_>, &str)] = &[
        (of("pst"), "unknown-source"),
        (of("post"), "nothing-new"),
        (Labelling { outlet: Some("?"), published: Some("?"), private: Some(false), ..of("post") }, "nothing-new"),
        (Labelling { published: Some("yesterday"), ..of("post") }, "bad-date"),
        (Labelling { published: Some("2026-02-30"), ..of("post") }, "bad-date"),
        (Labelling { published: Some("2026 outside"), ..of("post") }, "bad-date"),
        (Labelling { private: Some(false), ..of("wire") }, "private-place"),
    ];
    cases.iter().for_each(|(labelling, code)| assert_eq!(labelled(labelling).unwrap_err(), *code, "{labelling:?}"));
}

/// What an outlet says in its own voice is called after it, as long as nobody has taken the claim over.
#[test]
fn the_titles_of_suggestions_follow_the_outlet() {
    let claims = "claim one \"post: the fee stays\"\n  unconfirmed\n  quote post > fee stays\nclaim two \"post, denying: a toll\"\n  \
        unconfirmed\n  quote post > no toll\nclaim three \"post: ours now\"\n  quote post > ours\nclaim four \"poster: no\"\n  \
        unconfirmed\n  quote post > poster\nclaim five \"post: heard\"\n  unconfirmed\n  said by ada\n    quote post > heard\n";
    let texts = Texts::of_case("harbour", &format!("{CASE}{claims}"));
    let read = zopa::read(&texts);
    let edited = label(&texts, &read, &Labelling { outlet: Some("Evening Post"), ..of("post") }).unwrap();
    let after = edited.texts(&texts).case_files[0].1.clone();
    let expected = format!("{CASE}{claims}")
        .replacen("post \"?\"", "post \"Evening Post\"", 1)
        .replace("\"post: the", "\"Evening Post: the")
        .replace("\"post, denying", "\"Evening Post, denying");
    assert_eq!(String::from_utf8(after).unwrap(), expected);
}
