//! What was left out of a document is put back: all of it in its order, and nothing that was quoted is lost.
//!
//! Each part of an invented page ends in a number; the numbers rise from its top to its foot.

use proptest::prelude::*;
use zopa_text::{Found, Keep, KeepFound, Kept, Text};

use crate::{anchors, office, pages};

/// Parts that are article, that are left out, and that a paragraph has in its middle.
const ARTICLE: [&str; 3] = [
    "<p>The harbour council said on Monday that it would open the western pier in part {}.</p>",
    "<h2>What the pilots want {}</h2>",
    "<p>Nobody asked the pilots, and nobody answered them, said the mayor of the town {}.</p>",
];
const AROUND: [&str; 6] = [
    "<figure><figcaption>Ships at the western pier on a Monday in May, number {}</figcaption></figure>",
    "<nav><a href=a>Harbour</a> <a href=b>Weather {}</a></nav>",
    "<aside class=related><a href=c>The harbour council said on Monday that it would not open {}</a></aside>",
    "<aside class=related><p>The mayor of the town has resigned, as he said on Monday {}.</p><p>More follows here.</p></aside>",
    "<p hidden>Advertisement {}</p>",
    "<script>fill({})</script>",
];
const INSIDE: &str = "<p>The mayor <span hidden>who is new here and has no office yet and no seat</span> said that the quay stays shut {}.</p>";

fn page(parts: &[usize]) -> String {
    let all: Vec<&str> = ARTICLE.into_iter().chain(AROUND).chain([INSIDE]).collect();
    let body = parts.iter().enumerate().map(|(at, part)| all[part % all.len()].replace("{}", &(100 + at).to_string()));
    let body: String = body.collect();
    format!(
        "<html><body><article><h1>The pier 99</h1><p>The pier of the town has been shut since spring, they said 99.</p>{body}</article></body></html>"
    )
}

fn taken(path: &str, bytes: &[u8], keeps: &[Keep]) -> Text {
    Kept::default().text(path, bytes, keeps).unwrap()
}

fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts the pieces back that `choose` chooses, and checks what holds for every document. Gives the text.
fn checked(path: &str, bytes: &[u8], choose: impl Fn(usize) -> bool) -> Text {
    let before = taken(path, bytes, &[]);
    let namings = before.namings();
    let chosen: Vec<usize> = (0..namings.len()).filter(|at| choose(*at) && namings[*at].is_some()).collect();
    let mut keeps: Vec<Keep> = chosen.iter().map(|at| namings[*at].clone().unwrap()).collect();
    let after = taken(path, bytes, &keeps);

    // Each name finds its piece, in whatever order they are given.
    let found: Vec<KeepFound> = chosen.iter().map(|at| KeepFound::Piece(*at)).collect();
    assert_eq!(after.keeps(), found);
    keeps.reverse();
    assert_eq!(taken(path, bytes, &keeps).as_str(), after.as_str());

    // All that there was is there, in its order, and every line that was put back is a paragraph of the article.
    let slice = |text: &Text, start, end| spaced(text.slice(start, end).unwrap());
    let mut now = after.blocks().iter().map(|block| (slice(&after, block.start, block.end), block.kind));
    for block in before.blocks() {
        let words = slice(&before, block.start, block.end);
        assert!(now.any(|(known, _)| known == words), "{words}");
    }
    let mut now = after.blocks().iter().filter(|block| block.kind.is_article());
    for piece in chosen.iter().map(|at| &before.left_out()[*at]) {
        for line in piece.words.lines().map(spaced).filter(|line| !line.is_empty()) {
            assert!(now.any(|block| slice(&after, block.start, block.end) == line), "{line}");
        }
    }
    assert_eq!(after.left_out().len(), before.left_out().len() - chosen.len());
    assert!(after.blocks().windows(2).all(|pair| pair[0].end <= pair[1].start));
    assert!(after.left_out().windows(2).all(|pair| pair[0].at <= pair[1].at));

    // What was quoted out of a paragraph is found again, and an anchor holds the words that stand at it.
    for block in before.blocks() {
        let words = slice(&before, block.start, block.end);
        let quote = words.split(' ').skip(1).take(7).collect::<Vec<_>>().join(" ");
        for quote in [words.as_str(), quote.as_str()] {
            let stood = anchors(before.find(quote, None)).len();
            let stands = anchors(after.find(quote, None));
            assert!(stands.len() >= stood, "{quote}");
            stands.iter().for_each(|anchor| assert_eq!(after.slice(anchor.start, anchor.end), Some(&*anchor.exact)));
        }
    }
    after
}

proptest! {
    #[test]
    fn every_set_of_pieces_is_put_back(parts in prop::collection::vec(0..10_usize, 0..14), chosen in any::<u32>()) {
        let page = page(&parts);
        let text = checked("page.html", page.as_bytes(), |at| chosen >> (at % 32) & 1 == 1);
        let numbers = |words: &str| words.trim_end_matches('.').rsplit(' ').next().and_then(|last| last.parse::<u32>().ok());
        let all: Vec<u32> = text.blocks().iter().filter_map(|block| numbers(text.slice(block.start, block.end)?)).collect();
        prop_assert!(all.is_sorted(), "{:?}\n{}", all, text.as_str());
    }

    /// Nothing put back is the text as it was taken.
    #[test]
    fn without_a_piece_nothing_changes(parts in prop::collection::vec(0..10_usize, 0..14)) {
        let page = page(&parts);
        let before = taken("page.html", page.as_bytes(), &[]);
        let nothing = taken("page.html", page.as_bytes(), &[Keep { words: "Nothing begins so".to_owned(), number: None }]);
        prop_assert_eq!(nothing.as_str(), before.as_str());
        prop_assert_eq!(nothing.blocks(), before.blocks());
        prop_assert_eq!(nothing.left_out(), before.left_out());
    }
}

#[test]
fn saved_pages_and_word_files_take_each_piece_back_alone_and_all_together() {
    let mut files: Vec<(String, Vec<u8>)> = pages::pages().into_iter().map(|(name, bytes, _)| (name, bytes)).collect();
    files.push(("talks.docx".to_owned(), office::word_file()));
    let mut pieces = 0;
    for (name, bytes) in &files {
        let count = taken(name, bytes, &[]).namings().iter().flatten().count();
        checked(name, bytes, |_| true);
        (0..count).for_each(|one| drop(checked(name, bytes, |at| at == one)));
        pieces += count;
    }
    assert!(pieces > 60, "{pieces}");
}

#[test]
fn of_plain_text_no_byte_moves_and_the_piece_is_article() {
    let report = "The pier is shut\n\nPhoto: Ann Onym\n\nThe mayor said that the pier stays shut until May.\n";
    for mark in ["", "\u{feff}"] {
        let report = format!("{mark}{report}");
        let before = taken("report.txt", report.as_bytes(), &[]);
        assert_eq!(before.left_out().len(), 1);
        let after = checked("report.txt", report.as_bytes(), |_| true);
        assert_eq!(after.as_str(), before.as_str());
        assert!(after.blocks().iter().all(|block| block.kind.is_article()));
    }
}

fn keep(words: &str, number: Option<usize>) -> Keep {
    Keep { words: words.to_owned(), number }
}

#[test]
fn what_names_no_one_piece_says_so() {
    let page = page(&[7, 0, 7, 5]);
    let keeps = [
        keep("Advertisement", None),
        keep("Advertisement", Some(1)),
        keep("Advertisement", Some(3)),
        keep("Advert", None),
        keep("The harbour council said on Monday that it would open", None),
        keep("fill", None),
        keep(" \u{ad} ", None),
    ];
    let text = taken("page.html", page.as_bytes(), &keeps);
    let found = [
        KeepFound::FirstOf(0, 2),
        KeepFound::Again,
        KeepFound::Only(2),
        KeepFound::Nothing,
        KeepFound::InText,
        KeepFound::Nothing,
        KeepFound::Nothing,
    ];
    assert_eq!(text.keeps(), found);
    assert!(matches!(text.find("Advertisement 100", None), Found::Verified { .. }));
    assert!(matches!(text.find("Advertisement 102", None), Found::Orphaned { .. }));
}

#[test]
fn a_piece_is_named_by_its_first_words_however_long_they_are() {
    let long = "a".repeat(300);
    let (spaceless, marked) = ("港".repeat(300), "The\u{200b} quay\u{202e} is\tshut");
    for words in [long.as_str(), &spaceless, marked] {
        let page = page(&[0, 2].repeat(9))
            .replace("</article>", &format!("<figure><figcaption>{words}</figcaption></figure></article>"));
        let text = checked("page.html", page.as_bytes(), |_| true);
        assert_eq!(text.keeps().len(), 1, "{words}");
        let name = taken("page.html", page.as_bytes(), &[]).namings()[0].clone().unwrap().words;
        assert!(!name.contains(['\u{200b}', '\u{202e}', '\t']) && name.chars().count() <= 300);
    }
}
