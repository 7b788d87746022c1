//! Is anything lost when two windows write? The later one sees a conflict, with both texts.

use crate::open::{CASE, Open, harbour};
use std::thread;
use zopa::text::sha256;

fn field(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\" value=\"")).expect(name);
    let rest = &page[at..];
    let value = rest.split_once("value=\"").unwrap().1.split_once('"').unwrap().0;
    unescaped(value)
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn the_later_save_of_a_text_sees_both() {
    let open = harbour("windows-text");
    let before = field(open.get("/text").text(), "before");
    assert_eq!(before, sha256(CASE.as_bytes()));
    let (one, other) = (format!("{CASE}# by the first\n"), format!("{CASE}# by the second\n"));
    assert_eq!(open.post("/text", &[("file", "0"), ("before", &before), ("text", &one)]).status, 303);
    let later = open.post("/text", &[("file", "0"), ("before", &before), ("text", &other)]);
    assert_eq!(later.status, 409);
    assert_eq!(open.read("harbour.zopa"), one, "the first text stands");
    let page = unescaped(later.text());
    assert!(page.contains("class=\"conflict\"") && page.contains(&one) && page.contains(&other), "{page}");
    // What is saved from there is over the text that was seen there.
    let both = format!("{one}# by the second\n");
    let before = field(later.text(), "before");
    assert_eq!(open.post("/text", &[("file", "0"), ("before", &before), ("text", &both)]).status, 303);
    assert_eq!(open.read("harbour.zopa"), both);
}

#[test]
fn the_later_save_of_a_claim_sees_both() {
    let open = harbour("windows-claim");
    let before = field(open.get("/review?at=second").text(), "before");
    let (one, other) = (before.replace("decided", "decided yet"), before.replace("nothing", "nothing at all"));
    let save = |text: &str| open.post("/rewrite", &[("name", "second"), ("before", &before), ("text", text)]);
    // The title alone changes, so that the quote is found still.
    let (one, other) =
        (one.replacen("quote wire > nothing was decided yet", "quote wire > nothing was decided", 1), other);
    let other = other.replacen("quote wire > nothing at all was", "quote wire > nothing was", 1);
    assert_eq!(save(&one).status, 303);
    let stands = open.read("harbour.zopa");
    assert!(stands.contains("decided yet"));
    let later = save(&other);
    assert_eq!(later.status, 409);
    assert_eq!(open.read("harbour.zopa"), stands);
    let page = unescaped(later.text());
    assert!(page.contains("class=\"conflict\"") && page.contains("decided yet\"") && page.contains("nothing at all"));
    assert_eq!(field(later.text(), "before"), field(open.get("/review?at=second").text(), "before"));
}

/// A claim that was decided on in another window, while somebody wrote: nothing is written over that decision, and both texts
/// are shown, from which the later one may save.
#[test]
fn a_claim_that_was_decided_on_meanwhile_shows_both_texts() {
    for (decision, because, now) in [("/accept", "", "accepted"), ("/reject", "not so", "rejected")] {
        let open = harbour(&format!("windows-{now}"));
        let before = field(open.get("/review?at=second").text(), "before");
        assert_eq!(open.post(decision, &[("name", "second"), ("because", because)]).status, 303);
        let stands = open.read("harbour.zopa");
        let mine = before.replacen("Ida Lund said", "Ida Lund wrote", 1);
        let save = |before: &str| open.post("/rewrite", &[("name", "second"), ("before", before), ("text", &mine)]);
        let later = save(&before);
        assert_eq!(later.status, 409);
        assert_eq!(open.read("harbour.zopa"), stands);
        let page = unescaped(later.text());
        let theirs = field(later.text(), "before");
        assert!(page.contains(&format!("has been {now} since")), "{page}");
        assert!(stands.contains(theirs.trim_end()) && !theirs.contains("unconfirmed"), "{theirs}");
        assert!(page.contains("class=\"conflict\"") && page.contains(&mine), "{page}");
        assert!(!page.contains("Save and accept"), "{page}");
        assert_eq!(save(&theirs).status, 303, "what is saved from there is over what was seen there");
        assert!(open.read("harbour.zopa").contains("Ida Lund wrote"));
    }
}

/// A claim that is gone has no lines beside which one's own could stand; they are shown all the same.
#[test]
fn a_claim_that_is_gone_leaves_what_was_written_for_it() {
    let open = harbour("windows-gone");
    let before = field(open.get("/review?at=second").text(), "before");
    let without = CASE.replace(before.trim_end(), "");
    let sha = sha256(CASE.as_bytes());
    assert_eq!(open.post("/text", &[("file", "0"), ("before", &sha), ("text", &without)]).status, 303);
    let later = open.post("/rewrite", &[("name", "second"), ("before", &before), ("text", "mine")]);
    assert_eq!(later.status, 409);
    assert!(later.text().contains("not in the case any more") && later.text().contains("mine"), "{}", later.text());
}

/// To save and accept is to accept that claim and no other, also where its own mark was taken out by hand.
#[test]
fn saving_accepts_the_claim_itself() {
    for mark in ["  unconfirmed\n", ""] {
        let open = harbour("windows-accepting");
        let before = field(open.get("/review?at=second").text(), "before");
        let text = before.replace("  unconfirmed\n", mark).replacen("Ida Lund said", "Ida Lund wrote", 1);
        let fields = [("name", "second"), ("before", &*before), ("text", &text), ("accept", "yes")];
        assert_eq!(open.post("/rewrite", &fields).status, 303);
        let own = text.replace("  unconfirmed\n", "");
        let after = CASE.replace(before.trim_end(), own.trim_end());
        assert_eq!(open.read("harbour.zopa"), after);
    }
}

/// The same claim decided on in two windows at once: one decision is made, the other is told of it.
#[test]
fn one_of_two_decisions_is_made() {
    for turn in 0..8 {
        let open = harbour(&format!("windows-both-{turn}"));
        let (accepted, rejected) = thread::scope(|scope| {
            let accept = scope.spawn(|| open.post("/accept", &[("name", "first")]).status);
            let reject = scope.spawn(|| open.post("/reject", &[("name", "second"), ("because", "no")]).status);
            (accept.join().unwrap(), reject.join().unwrap())
        });
        assert_eq!((accepted, rejected), (303, 303), "neither is lost");
        let text = open.read("harbour.zopa");
        assert_eq!((text.matches("unconfirmed").count(), text.matches("rejected > no").count()), (1, 1));
        let again = thread::scope(|scope| {
            let all: Vec<_> =
                (0..4).map(|_| scope.spawn(|| open.post("/accept", &[("name", "third")]).status)).collect();
            all.into_iter().map(|one| one.join().unwrap()).filter(|status| *status == 303).count()
        });
        assert_eq!(again, 1, "one makes it");
    }
}

/// Many windows write at once: as many texts stand as were saved, each over the one it was written from.
#[test]
fn no_save_is_lost_among_many() {
    let open = harbour("windows-many");
    let saved: usize = thread::scope(|scope| {
        let all: Vec<_> = (0..6)
            .map(|window| {
                scope.spawn({
                    let open = &open;
                    move || (0..5).filter(|turn| appended(open, window, *turn)).count()
                })
            })
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).sum()
    });
    let text = open.read("harbour.zopa");
    assert_eq!(text.lines().filter(|line| line.starts_with("# by ")).count(), saved);
    assert!(saved >= 5, "{saved}");
}

/// Saves the text with a line more than it was read with.
fn appended(open: &Open, window: usize, turn: usize) -> bool {
    let text = open.read("harbour.zopa");
    let (sha, more) = (sha256(text.as_bytes()), format!("{text}# by {window}, {turn}\n"));
    let status = open.post("/text", &[("file", "0"), ("before", &sha), ("text", &more)]).status;
    assert!(matches!(status, 303 | 409), "{status}");
    status == 303
}
