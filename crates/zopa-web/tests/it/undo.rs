//! Is every change taken back to the byte?

use crate::client::Ask;
use crate::open::{CASE, Open, POST, harbour};
use zopa::text::sha256;

/// Makes a change, sees that it is one, and takes it back.
fn and_back(open: &Open, what: &str, make: impl FnOnce(&Open) -> u16) {
    let before = open.files();
    assert_eq!(make(open), 303, "{what}");
    assert_ne!(open.files(), before, "{what} changes something");
    assert!(!open.get("/text").text().contains("disabled"), "{what} can be taken back");
    let back = open.post("/undo", &[("back", "/review")]);
    assert_eq!((back.status, back.header("location")), (303, Some("/review")), "{what}");
    assert_eq!(open.files(), before, "{what} is not taken back to the byte");
}

/// The lines of the claim that waits first.
fn lines(name: &str) -> String {
    let start = CASE.find(&format!("claim {name} ")).unwrap();
    let end = CASE[start + 1..].find("\nclaim ").map_or(CASE.len(), |end| start + end + 2);
    CASE[start..end].to_owned()
}

#[test]
fn every_change_is_taken_back_to_the_byte() {
    let open = harbour("undo");
    let sha = sha256(CASE.as_bytes());
    let (first, reworded) = (lines("first"), lines("first").replacen("stays open", "stays open for now", 1));
    let more = format!("{CASE}\n# a line\n");
    let rewrite = [("name", "first"), ("before", first.as_str()), ("text", reworded.as_str())];
    let accept = [&rewrite[..], &[("accept", "yes")]].concat();
    and_back(&open, "accept", |open| open.post("/accept", &[("name", "first")]).status);
    and_back(&open, "reject", |open| open.post("/reject", &[("name", "second"), ("because", "not so")]).status);
    and_back(&open, "merge", |open| open.post("/merge", &[("name", "third"), ("into", "north-low")]).status);
    and_back(&open, "rewrite", |open| open.post("/rewrite", &rewrite).status);
    and_back(&open, "rewrite and accept", |open| open.post("/rewrite", &accept).status);
    and_back(&open, "text", |open| open.post("/text", &[("file", "0"), ("before", &sha), ("text", &more)]).status);
    and_back(&open, "broken text", |open| {
        open.post("/text", &[("file", "0"), ("before", &sha), ("text", "klaim x \"y\"\n")]).status
    });
    and_back(&open, "bring", |open| {
        let parts = [
            ("file", Some("new.txt"), b"South Quay said that the fee is low.\n".as_slice()),
            ("pasted", None, b"North Quay said that the talks go on."),
            ("outlet", None, b"Quay Radio"),
        ];
        open.ask(Ask::files("/bring", &parts)).status
    });
    and_back(&open, "suggest", |open| open.post("/suggest", &[]).status);
}

/// What was left out of a page and brought back, where a quote says at which byte it stands.
#[test]
fn a_piece_that_was_brought_back_is_taken_back_to_the_byte() {
    let page = "<html><body><article><h1>The fee</h1><p hidden>Advertisement</p><p>North Quay wants the low fee, they said on \
        Monday.</p><p>South Quay did not answer on Monday.</p></article></body></html>";
    let case = "case \"Harbour\"\r\nissue fee \"Fee\"\r\n  option low\r\nsource post \"Post\"\r\n  document documents/post.html\r\n\
        claim low \"Low\"\r\n  about fee\r\n  quote post at 9 > North Quay wants";
    let open = Open::with("undo-keep", &[("harbour.zopa", case), ("documents/post.html", page)]);
    and_back(&open, "keep", |open| open.post("/keep", &[("source", "post"), ("words", "Advertisement")]).status);
    open.post("/keep", &[("source", "post"), ("words", "Advertisement")]);
    let kept = case.replace("post.html\r\n", "post.html\r\n  keep > Advertisement\r\n").replace("at 9 ", "at 24 ");
    assert_eq!(open.read("harbour.zopa"), kept);
}

/// Line ends as they are, and a file that ends without one.
#[test]
fn a_file_with_other_line_ends_keeps_them() {
    let case = CASE.trim_end().replace('\n', "\r\n");
    let open = Open::with("undo-crlf", &[("harbour.zopa", &case), ("documents/post.txt", POST)]);
    and_back(&open, "accept", |open| open.post("/accept", &[("name", "third")]).status);
    open.post("/accept", &[("name", "first")]);
    let accepted = open.read("harbour.zopa");
    assert_eq!(accepted.matches('\n').count(), accepted.matches("\r\n").count());
    let (sha, form) = (sha256(accepted.as_bytes()), accepted.replace("\r\n", "\n"));
    // A form has lines that end as forms end them.
    let text = form.replace('\n', "\r\n");
    assert_eq!(open.post("/text", &[("file", "0"), ("before", &sha), ("text", &text)]).status, 303);
    assert_eq!(open.read("harbour.zopa"), accepted, "saved as it was, it is as it was");
}

/// One change after the other, back to where it began; then there is nothing more.
#[test]
fn changes_are_taken_back_one_by_one() {
    let open = harbour("undo-all");
    let mut states = vec![open.files()];
    for name in ["first", "second", "third"] {
        open.post("/accept", &[("name", name)]);
        states.push(open.files());
    }
    states.pop();
    while let Some(state) = states.pop() {
        assert_eq!(open.post("/undo", &[]).status, 303);
        assert_eq!(open.files(), state);
    }
    let nothing = open.post("/undo", &[]);
    assert!(nothing.status == 422 && nothing.text().contains("class=\"problems\""), "{}", nothing.text());
}

/// What changes nothing is no change: it is not what undoing takes back.
#[test]
fn what_changes_nothing_is_no_change() {
    let open = harbour("undo-nothing");
    let before = open.files();
    assert_eq!(open.post("/suggest", &[]).status, 303);
    let suggested = open.files();
    assert_ne!(suggested, before);
    assert_eq!(open.post("/suggest", &[]).status, 303);
    let sha = sha256(CASE.as_bytes());
    assert_eq!(open.post("/text", &[("file", "0"), ("before", &sha), ("text", CASE)]).status, 303);
    assert_eq!(open.files(), suggested);
    open.post("/undo", &[]);
    assert_eq!(open.files(), before);
}

/// What somebody else has changed since is not taken back over their work.
#[test]
fn what_was_changed_since_is_not_written_over() {
    let open = harbour("undo-since");
    open.post("/accept", &[("name", "first")]);
    let theirs = format!("{}# by hand\n", open.read("harbour.zopa"));
    std::fs::write(open.folder.join("harbour.zopa"), &theirs).unwrap();
    let answer = open.post("/undo", &[]);
    assert_eq!(answer.status, 409, "{}", answer.text());
    assert_eq!(open.read("harbour.zopa"), theirs);
}
