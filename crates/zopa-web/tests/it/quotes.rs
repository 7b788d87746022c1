//! Does a quote of the brief lead to its place in its document?

use crate::open::{CASE, Open, POST, dossier, harbour};

#[test]
fn a_quote_leads_by_its_number_to_its_words() {
    let open = harbour("quotes");
    for (number, words) in [(1, "the low fee and no other"), (2, "ruled the low fee out")] {
        let page = open.get(&format!("/document?quote={number}"));
        let here = page.text().split("id=\"here\"").nth(1).unwrap_or_default();
        let shown = here.split('>').nth(2).unwrap_or_default();
        assert!(shown.starts_with(words), "{number}: {shown}");
    }
    assert_eq!(open.get("/document?quote=999").status, 404);
}

/// What the brief is asked decides which quotes it has.
#[test]
fn the_number_is_that_of_the_view_it_was_read_in() {
    let open = harbour("quotes-waiting");
    assert_eq!(open.get("/document?quote=4").status, 404);
    let waiting = open.get("/document?unconfirmed=yes&quote=4");
    assert_eq!(waiting.status, 200);
    assert!(waiting.text().contains("id=\"here\""));
}

#[test]
fn a_document_that_is_not_in_hand_is_said_to_be_so() {
    let open = Open::on(dossier("quotes-absent", &[("harbour.zopa", CASE), ("documents/post.txt", POST)]));
    let page = open.get("/document?quote=2");
    assert_eq!(page.status, 404);
    assert!(page.text().contains("not in hand"));
}
