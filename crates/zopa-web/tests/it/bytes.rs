//! Is the page of the desk the one that the library makes, byte for byte? (`zopa brief` itself is compared in the tests of
//! the command line.)

use crate::open::{Open, copied, harbour};
use zopa::Request;
use zopa::finding::PrivateState;
use zopa::report;
use zopa_dossier::Dossier;

fn made(open: &Open, request: &Request, since: Option<&str>) -> String {
    let texts = Dossier::open(&open.folder).unwrap().texts;
    let mut read = zopa::read(&texts);
    read.look_for_copies(&texts, request);
    read.look_for_origins(&texts, request);
    let brief = read.brief(request).unwrap();
    let brief = match since {
        Some(round) => brief.compared(read.since_round(request, round, None).unwrap()),
        None => brief,
    };
    report::html_sheet(&brief).unwrap_or_else(|| report::html(&brief))
}

fn is_same(open: &Open, query: &str, request: &Request, since: Option<&str>) {
    let expected = made(open, request, since);
    for screen in ["page", "save"] {
        let answer = open.get(&format!("/{screen}?{query}"));
        assert_eq!(answer.status, 200, "{screen}?{query}: {}", answer.text());
        assert!(answer.text() == expected, "/{screen}?{query} is another page");
    }
}

#[test]
fn the_page_is_that_of_the_library() {
    let plain = || Request { switches: true, ..Request::default() };
    let open = Open::on(copied("bytes-strait", "examples/strait"));
    is_same(&open, "", &plain(), None);
    is_same(&open, "set=fee-or-not%3Dx", &plain(), None);
    is_same(&open, "without=ledger", &Request { without: vec!["ledger".into()], ..plain() }, None);
    is_same(&open, "since=dorrimouth", &plain(), Some("dorrimouth"));
    is_same(&open, "with=fee+%3D+none", &Request { with: vec!["fee = none".into()], ..plain() }, None);
    let sheet = Request { party: Some("tarvia".into()), switches: false, ..plain() };
    is_same(&open, "for=tarvia", &sheet, None);
    let open = harbour("bytes-harbour");
    is_same(&open, "unconfirmed=yes", &Request { unconfirmed: true, ..plain() }, None);
    is_same(&open, "private=yes", &Request { private: PrivateState::Counted, ..plain() }, None);
}

#[test]
fn origins_that_were_found_count_where_that_is_ticked_and_have_their_names() {
    let plain = || Request { switches: true, ..Request::default() };
    let open = Open::on(copied("bytes-told", "crates/zopa-cli/tests/cases/told-by"));
    is_same(&open, "", &plain(), None);
    let counted = Request { found_origins: true, ..plain() };
    is_same(&open, "found-origins=yes", &counted, None);
    let name = "gazette-two-people-at-the-table";
    let without = Request { without: vec![name.into()], ..counted };
    is_same(&open, &format!("found-origins=yes&without={name}"), &without, None);
    let asked = open.get(&format!("/brief?found-origins=yes&without={name}")).text().to_owned();
    assert!(asked.contains("name=\"found-origins\" value=\"yes\" checked") && asked.contains("<iframe"), "{asked}");
    assert!(!open.get(&format!("/brief?without={name}")).text().contains("<iframe"), "unasked nobody is called so");
}

#[test]
fn a_saved_page_is_named_as_the_command_names_it() {
    let open = Open::on(copied("bytes-named", "examples/strait"));
    let named = |query: &str| open.get(&format!("/save?{query}")).header("content-disposition").unwrap().to_owned();
    assert_eq!(named(""), "attachment; filename=\"bytes-named.html\"");
    assert_eq!(named("for=tarvia"), "attachment; filename=\"bytes-named-tarvia.html\"");
    assert_eq!(named("private=yes"), "attachment; filename=\"bytes-named.private.html\"");
    assert_eq!(named("unconfirmed=yes"), "attachment; filename=\"bytes-named.unconfirmed.html\"");
}
