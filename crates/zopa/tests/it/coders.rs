//! How do two coders' cases over the same documents stand beside each other?

use zopa::finding::Coders;
use zopa::{Read, Texts};

const REPORT: &str = "North Quay will accept no fee but the low one, the Post has learned.\nSouth Quay has ruled the low fee out, two people said.\nThe talks go on in May.\n";

fn texts(name: &str, case: &str) -> Texts {
    let documents = vec![("documents/post.txt".to_owned(), REPORT.as_bytes().to_vec())];
    Texts { documents, ..Texts::of_case(name, case) }
}

const ONE: &str = r#"case "One"
party north "North Quay"
party south "South Quay"
source post "Post"
  document documents/post.txt
issue fee "Harbour fee"
  option low "Low fee"
  option high "High fee"
anonymous two "two people"
claim low-only "North Quay takes the low fee and no other"
  north requires fee = low
  quote post > no fee but the low one
claim not-low "South Quay rules the low fee out"
  south rejects fee = low
  said by two
    quote post > has ruled the low fee out
"#;

/// The same reading under other names; another reading; one claim more, and one less.
const OTHER: &str = r#"case "Other"
party n "North Quay"
party s "South Quay"
source p "The Post"
  document documents/post.txt
issue charge "Harbour fee"
  option l "Low fee"
  option h "High fee"
claim a "Only the low fee"
  n requires charge = l
  quote p > will accept no fee but the low one
claim b "South Quay does not want the low fee"
  s seeks charge = h
  quote p > ruled the low fee out
claim c "The talks go on"
  quote p > The talks go on
"#;

fn compared(one: &str, other: &str) -> Coders {
    let (one, other) = (texts("one", one), texts("other", other));
    let (mine, theirs): (Read, Read) = (zopa::read(&one), zopa::read(&other));
    assert_eq!((mine.errors(), theirs.errors()), (0, 0), "{:?} {:?}", mine.diagnostics, theirs.diagnostics);
    zopa::beside((&one, &mine), (&other, &theirs))
}

#[test]
fn the_same_words_stand_beside_each_other_whatever_they_are_called() {
    let coders = compared(ONE, OTHER);
    let pairs: Vec<_> =
        coders.pairs.iter().map(|p| (&*p.one.claim, &*p.other.claim, p.same_reading, p.same_speakers)).collect();
    assert_eq!(pairs, [("low-only", "a", true, true), ("not-low", "b", false, false)]);
    assert!(coders.only_one.is_empty());
    assert_eq!(coders.only_other.iter().map(|one| &*one.claim).collect::<Vec<_>>(), ["c"]);
}

#[test]
fn exchanged_they_are_exchanged() {
    let (there, back) = (compared(ONE, OTHER), compared(OTHER, ONE));
    assert_eq!(there.only_one, back.only_other);
    assert_eq!(there.only_other, back.only_one);
    let turned: Vec<_> = back.pairs.iter().map(|p| (&p.other, &p.one, p.same_reading, p.same_speakers)).collect();
    assert_eq!(
        there.pairs.iter().map(|p| (&p.one, &p.other, p.same_reading, p.same_speakers)).collect::<Vec<_>>(),
        turned
    );
}

#[test]
fn a_case_beside_itself_is_read_alike() {
    for case in [ONE, OTHER] {
        let coders = compared(case, case);
        assert!(coders.only_one.is_empty() && coders.only_other.is_empty());
        assert!(coders.pairs.iter().all(|pair| pair.same_reading && pair.same_speakers && pair.one == pair.other));
    }
}

#[test]
fn what_is_told_has_both_readings() {
    let coders = compared(ONE, OTHER);
    for told in [zopa::report::coders::text(&coders), zopa::report::coders::html(&coders)] {
        for words in ["south rejects fee = low", "s seeks charge = h", "The talks go on"] {
            assert!(told.contains(words), "{told}");
        }
    }
}
