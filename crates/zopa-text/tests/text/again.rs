//! Anchors in documents that have changed, against what is known of each word.

use proptest::prelude::*;
use zopa_text::{Anchor, Text};

use crate::text;

/// A word of a document with a number that it keeps through all edits.
type Token = (usize, String);

fn written(tokens: &[Token]) -> String {
    tokens.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ")
}

/// The bytes at which the tokens of a written document begin and end.
fn places(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut at = 0;
    let place = |(_, word): &Token| {
        let start = at;
        at += word.len() + 1;
        (start, start + word.len())
    };
    tokens.iter().map(place).collect()
}

/// A source of numbers with a fixed seed (xorshift, 64 bits).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

const WORDS: [&str; 48] = [
    "the",
    "pier",
    "of",
    "a",
    "harbour",
    "said",
    "keeper",
    "“not",
    "before",
    "May”",
    "north",
    "south",
    "quay",
    "fee",
    "and",
    "to",
    "in",
    "will",
    "would",
    "open",
    "shut",
    "pilots",
    "asked",
    "nobody",
    "the",
    "survey",
    "is",
    "boats",
    "council",
    "letter",
    "that",
    "lease",
    "line",
    "winter",
    "ice",
    "vote",
    "offer",
    "nine",
    "years",
    "island",
    "company",
    "speaker",
    "denied",
    "was",
    "it",
    "for",
    "гавань",
    "té",
];

fn word(numbers: &mut Numbers) -> String {
    let word = WORDS[numbers.below(WORDS.len())];
    if numbers.below(9) == 0 { format!("{word}.") } else { word.to_owned() }
}

/// A document with a phrase that stands at several places.
fn document(numbers: &mut Numbers) -> Vec<Token> {
    let mut words: Vec<String> = (0..300).map(|_| word(numbers)).collect();
    for _ in 0..4 {
        let at = numbers.below(words.len());
        words.splice(at..at, ["the", "keeper", "of", "the", "harbour", "said"].map(str::to_owned));
    }
    words.into_iter().enumerate().collect()
}

fn edit(tokens: &mut Vec<Token>, numbers: &mut Numbers, fresh: &mut usize) {
    let at = numbers.below(tokens.len());
    let length = 1 + numbers.below(6).min(tokens.len() - at - 1);
    let mut made = |numbers: &mut Numbers| -> Vec<Token> {
        let mut one = |numbers: &mut Numbers| {
            *fresh += 1;
            (*fresh, word(numbers))
        };
        (0..=numbers.below(6)).map(|_| one(numbers)).collect()
    };
    match numbers.below(5) {
        0 => drop(tokens.splice(at..at, made(numbers))),
        1 => drop(tokens.drain(at..at + length)),
        2 => drop(tokens.splice(at..at + length, made(numbers))),
        3 => {
            let moved: Vec<Token> = tokens.drain(at..at + length).collect();
            let to = numbers.below(tokens.len());
            tokens.splice(to..to, moved);
        }
        // Another way to write a mark, which changes no word.
        _ => tokens[at].1 = tokens[at].1.replace(['“', '”'], "\""),
    }
}

/// The anchor of some tokens, with their numbers.
fn anchored(tokens: &[Token], numbers: &mut Numbers) -> (Anchor, Vec<usize>) {
    let places = places(tokens);
    let first = numbers.below(tokens.len());
    let last = (first + numbers.below(10)).min(tokens.len() - 1);
    let text = text(&written(tokens));
    let ids = tokens[first..=last].iter().map(|(id, _)| *id).collect();
    (text.anchor(places[first].0, places[last].1).unwrap(), ids)
}

/// Where tokens of these numbers stand in a row now.
fn stands(tokens: &[Token], ids: &[usize]) -> Option<(usize, usize)> {
    let places = places(tokens);
    let at = tokens.windows(ids.len()).position(|window| window.iter().map(|(id, _)| id).eq(ids))?;
    Some((places[at].0, places[at + ids.len() - 1].1))
}

#[test]
fn a_thousand_edits_and_no_anchor_at_other_words() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let (mut unchanged, mut found, mut wrong) = (0, 0, Vec::new());
    let mut fresh = 1_000_000;
    for _ in 0..250 {
        let mut tokens = document(&mut numbers);
        let anchors: Vec<_> = (0..20).map(|_| anchored(&tokens, &mut numbers)).collect();
        (0..4).for_each(|_| edit(&mut tokens, &mut numbers, &mut fresh));
        let now = text(&written(&tokens));
        for (anchor, ids) in anchors {
            let truth = stands(&tokens, &ids);
            unchanged += usize::from(truth.is_some());
            let Some(again) = now.find_again(&anchor) else { continue };
            found += usize::from(truth == Some((again.start, again.end)));
            // One of the words may have been taken out, and the same one have been put there.
            let same = || {
                let inside = |(start, end): &(usize, usize)| again.start <= *start && *end <= again.end;
                let standing = places(&tokens)
                    .iter()
                    .zip(&tokens)
                    .filter(|(place, _)| inside(place))
                    .map(|(_, (id, _))| *id)
                    .collect::<Vec<_>>();
                truth.is_none() && standing.iter().any(|id| ids.contains(id))
            };
            if truth != Some((again.start, again.end)) && !same() {
                wrong.push((anchor, again, truth));
            }
        }
    }
    eprintln!("{found} of {unchanged} found again, {} at other words", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(found * 100 >= unchanged * 95);
}

proptest! {
    /// In the same document, an anchor is found where it is.
    #[test]
    fn nothing_changed(source in "[abc “”é\u{301}.\n]{1,80}|\\PC{1,60}", from in any::<prop::sample::Index>()) {
        let words: Vec<&str> = source.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
        prop_assume!(!words.is_empty());
        let document = text(&source);
        for anchor in crate::anchors(document.find(words[from.index(words.len())], None)) {
            let again = document.find_again(&anchor).unwrap();
            prop_assert_eq!(again, anchor);
        }
    }

    /// What is found has the words, whatever the other document is.
    #[test]
    fn the_words_are_those_of_the_anchor(one in "[ab c.]{1,30}", other in "[ab c.]{1,60}") {
        let Some(anchor) = text(&one).anchor(0, one.trim_end().len().max(1)) else { return Ok(()) };
        if let Some(again) = text(&other).find_again(&anchor) {
            prop_assert_eq!(&other[again.start..again.end], again.exact.as_str());
            let spaced = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(spaced(&again.exact), spaced(&anchor.exact));
        }
    }
}

/// A quote typed composed is found in a decomposed document, and the reverse; and an anchor of the one in the other.
#[test]
fn composed_and_decomposed() {
    use unicode_normalization::UnicodeNormalization;
    for (source, quote) in [
        ("Голова громади сказала: «Їхній тариф — не їхній податок». Крапка.", "Їхній тариф — не їхній податок"),
        ("وأضاف الوزير: «لم نرفض المقياس يومًا، بل رفضنا أن يُقرأ». انتهى.", "رفضنا أن يُقرأ"),
        ("部长说：“港口五月が開く”，没有问过引水员。", "港口五月が開く"),
        ("La gare été fermée à Gênes, dit-il.", "fermée à Gênes"),
        ("부두는 오월에 열린다고 했다.", "오월에 열린다고"),
        ("Bến tàu sẽ mở cửa, ông nói.", "sẽ mở cửa"),
    ] {
        let (composed, decomposed): (String, String) = (source.nfc().collect(), source.nfd().collect());
        let (typed, apart): (String, String) = (quote.nfc().collect(), quote.nfd().collect());
        for (document, quote) in
            [(&composed, &apart), (&decomposed, &typed), (&composed, &typed), (&decomposed, &apart)]
        {
            let found = crate::anchors(text(document).find(quote, None));
            assert_eq!(found.len(), 1, "{quote} in {document}");
            assert_eq!(&document[found[0].start..found[0].end], found[0].exact);
            for other in [&composed, &decomposed] {
                assert!(text(other).find_again(&found[0]).is_some(), "{quote}");
            }
        }
    }
    assert!(Text::of_document("x.txt", "e\u{301}té".as_bytes()).is_ok());
}
