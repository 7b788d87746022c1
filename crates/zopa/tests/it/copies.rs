//! What documents show of copying counts where it is asked for, and then as if the case said so; it never counts unasked,
//! and no line is offered that the case has no room for.

use crate::random::{Maker, count};
use zopa::finding::{Brief, FoundCopies, FoundCopy, PrivateState};
use zopa::{Read, Request, Texts};

const GAZETTE: &str = "Weir talks stall over the summer gate\n\nThe two Orrins met for the second time on Tuesday and parted \
without a text. Upper Orrin will not accept a summer gate “in any form”, its reeve, Hanna Voss, told the Gazette.\n\n\
Lower Orrin would pay for the dredging, but only if the gate is kept, two people at the table said.\n";
const POST: &str = "Villages split on weir\n\nThe two Orrins met on Tuesday and parted without a text. Upper Orrin will not \
accept a summer gate, according to the Orrin Gazette.\n\nLower Orrin would mainly pay for the dredging if the gate is kept.\n";
const HEAD: &str = "case \"The weir\"\nparty upper \"Upper Orrin\"\nparty lower \"Lower Orrin\"\n\
issue gate \"Gate\"\n  option kept\n  option gone\n\
claim no-gate \"No gate\"\n  upper rejects gate = kept\n  quote gazette > will not accept a summer gate\n  quote post > will not accept a summer gate\n\
claim kept \"The gate\"\n  lower requires gate = kept\n  quote post > if the gate is kept\n  quote gazette > only if the gate is kept\n";

/// The two reports, the lines under each as given.
fn texts(gazette: &str, post: &str) -> Texts {
    let case = format!(
        "{HEAD}source gazette \"Orrin Gazette\" published 2026-03-04\n  document documents/gazette.txt\n{gazette}\
         source post \"Village Post\" published 2026-03-05\n  document documents/post.txt\n{post}"
    );
    let document = |name: &str, text: &str| (format!("documents/{name}.txt"), text.as_bytes().to_vec());
    let documents = vec![document("gazette", GAZETTE), document("post", POST)];
    Texts { documents, ..Texts::of_case("weir", &case) }
}

fn looked(texts: &Texts, request: &Request) -> Read {
    let mut read = zopa::read(texts);
    assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
    read.look_for_copies(texts, request);
    read
}

fn asking(without: &[&str], found_copies: bool) -> Request {
    let without = without.iter().map(|name| (*name).to_owned()).collect();
    Request { without, found_copies, switches: true, ..Request::default() }
}

fn of_gazette(still_counts: bool) -> Vec<FoundCopy> {
    let (derived, source) = ("post".to_owned(), "gazette".to_owned());
    vec![FoundCopy { derived, source, still_counts, may_be_written: true }]
}

/// The same answer, but for what is told of copies.
fn bare(brief: Brief) -> Brief {
    Brief { found_copies: FoundCopies::default(), ..brief }
}

#[test]
fn asked_for_the_answer_is_that_of_the_case_with_the_lines_written() {
    let (unsaid, said) = (texts("", ""), texts("", "  copies gazette\n"));
    for without in [&[][..], &["gazette"], &["post"], &["gazette", "post"]] {
        let plain = looked(&unsaid, &asking(without, false)).brief(&asking(without, false)).unwrap();
        let untouched = zopa::read(&unsaid).brief(&asking(without, false)).unwrap();
        assert_eq!(bare(plain.clone()), untouched, "looking changes no answer");
        let still = without == ["gazette"];
        assert_eq!(plain.found_copies, FoundCopies { counted: false, copies: of_gazette(still) });

        let counted = looked(&unsaid, &asking(without, true)).brief(&asking(without, true)).unwrap();
        assert_eq!(counted.found_copies, FoundCopies { counted: true, copies: of_gazette(false) });
        let written = looked(&said, &asking(without, true)).brief(&asking(without, true)).unwrap();
        assert!(written.found_copies.is_none(), "the case says it: nothing is left to be found");
        assert_eq!(bare(counted.clone()), written);
        // Once the copy is gone, nothing is left to differ.
        assert_eq!(counted.answer != untouched.answer, !without.contains(&"post"), "{without:?}");
    }
}

#[test]
fn a_case_that_copies_is_the_case_with_the_lines_of_any_case() {
    let mut changed = 0;
    for seed in 0..count(1000) / 4 {
        let text = Maker::new(seed).case();
        let lines = text.replace("source r1 \"R\"\n", "source r1 \"R\"\n  copies r0\n");
        assert_ne!(text, lines);
        let [mut read, written] = [&text, &lines].map(|text| zopa::read(&Texts::of_case("random", text)));
        let plain = read.brief(&Request::default()).unwrap();
        let id = |name: &str| read.case.sources.iter().find(|(_, source)| source.name == name).unwrap().0;
        read.case = read.case.copying(&[(id("r1"), id("r0"))]);
        let copying = read.brief(&Request::default()).unwrap();
        assert_eq!(copying, written.brief(&Request::default()).unwrap(), "seed {seed}\n{text}");
        changed += usize::from(plain.origins != copying.origins);
    }
    assert!(changed > 20, "{changed}");
}

#[test]
fn no_line_is_offered_that_the_case_has_no_room_for() {
    let other = "source other \"Other\" unseen\n";
    for (gazette, post) in [("  copies post\n", ""), ("", "  copies gazette\n"), (other, "  copies other\n")] {
        let texts = texts(gazette, post);
        assert_eq!(zopa::read(&texts).unsaid_copies(&texts), [], "{gazette}{post}");
        let brief = looked(&texts, &asking(&[], true)).brief(&asking(&[], true)).unwrap();
        assert!(brief.found_copies.is_none());
    }
    let open = texts("", "");
    assert_eq!(zopa::read(&open).unsaid_copies(&open), [("post".to_owned(), "gazette".to_owned())]);
}

#[test]
fn a_public_report_made_from_a_private_one_is_told_at_the_desk_alone_and_as_no_line() {
    let case = HEAD
        .replace("  quote gazette > will not accept a summer gate\n", "")
        .replace("  quote gazette > only if the gate is kept\n", "");
    let whole = texts("  private\n", "");
    let sources = String::from_utf8(whole.case_files[0].1.clone()).unwrap().split_once("source").unwrap().1.to_owned();
    let case_files = vec![("weir.zopa".to_owned(), format!("{case}source{sources}").into_bytes())];
    let texts = Texts { case_files, ..whole };
    let public = looked(&texts, &asking(&[], true)).brief(&asking(&[], true)).unwrap();
    assert!(public.found_copies.is_none() && !zopa::report::html(&public).contains("Gazette"));
    let desk = Request { private: PrivateState::Counted, ..asking(&[], true) };
    let private = looked(&texts, &desk).brief(&desk).unwrap();
    let copies = of_gazette(false).into_iter().map(|copy| FoundCopy { may_be_written: false, ..copy }).collect();
    assert_eq!(private.found_copies, FoundCopies { counted: true, copies });
    assert_eq!(zopa::read(&texts).unsaid_copies(&texts), []);
}

#[test]
fn every_form_says_what_was_found_and_that_it_counts() {
    use zopa::report::{csv, html, html_sheet, made_from, markdown, terminal};
    let unsaid = texts("", "");
    let style = terminal::Style { width: 400, colour: false };
    for counted in [false, true] {
        let request = Request { party: Some("upper".to_owned()), ..asking(&["gazette"], counted) };
        let brief = looked(&unsaid, &request).brief(&request).unwrap();
        let pages = [
            html(&brief),
            html_sheet(&brief).unwrap(),
            markdown::brief(&brief),
            markdown::why(&brief),
            terminal::brief(&brief, style),
            terminal::hinges(&brief, style),
            terminal::openings(&brief, style),
            terminal::sheet(&brief, style),
        ];
        for page in &pages {
            assert_eq!(page.contains(made_from::BANNER), counted, "{page}");
            let told = if counted { "It counts as a copy" } else { "still counts" };
            assert!(page.contains(told) && page.contains("copies gazette"), "{page}");
        }
        assert_eq!(csv(&brief).contains(made_from::BANNER), counted);
    }
}
