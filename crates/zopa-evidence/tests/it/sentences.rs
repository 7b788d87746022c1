//! Where does a sentence end? The traps, each by an invented example.

use zopa_evidence::{Language, Prose};

fn split(text: &str) -> Vec<&str> {
    let prose = Prose::new(text, Language::english());
    prose.sentences.iter().map(|sentence| prose.spelled(sentence)).collect()
}

#[test]
fn lines_are_sentences_of_their_own() {
    let text = "Harbour Talks Stall\n\nMara Lind, Ferry Correspondent\n4 Min Read\nTalks stalled on Monday. They go on.\n(Photo: Bay News)";
    assert_eq!(
        split(text),
        [
            "Harbour Talks Stall",
            "Mara Lind, Ferry Correspondent",
            "4 Min Read",
            "Talks stalled on Monday.",
            "They go on.",
            "(Photo: Bay News)"
        ]
    );
}

#[test]
fn a_quote_may_go_on_over_a_sentence_and_closing_marks_stay() {
    assert_eq!(
        split("“These are new people. The talks were short,” he said. “We wait.” Nobody spoke."),
        ["“These are new people.", "The talks were short,” he said.", "“We wait.”", "Nobody spoke."]
    );
    assert_eq!(
        split("\"We wait.\" (So he said.) Then: ''No.'' All left."),
        ["\"We wait.\"", "(So he said.)", "Then: ''No.''", "All left."]
    );
}

#[test]
fn a_question_is_not_cut_from_who_asked() {
    assert_eq!(
        split("“Why now?” Mara Lind asked. “Who knows?” he said."),
        ["“Why now?” Mara Lind asked.", "“Who knows?” he said."]
    );
}

#[test]
fn abbreviations_and_initials_end_nothing() {
    assert_eq!(
        split("Gen. R. T. Oru met Dr. Lind at 5 p.m. in the U.S. embassy. No. 5 pier is open, St. Olaf Co. said."),
        ["Gen. R. T. Oru met Dr. Lind at 5 p.m. in the U.S. embassy.", "No. 5 pier is open, St. Olaf Co. said."]
    );
    assert_eq!(
        split("They left the U.S. The pier is shut at 9 p.m. It opens at 5.30."),
        ["They left the U.S.", "The pier is shut at 9 p.m.", "It opens at 5.30."]
    );
}

#[test]
fn wrapped_lines_are_one_sentence() {
    let text = "The board said on Monday that the northern pier would be\nclosed until the survey of the ground was done. Then\nit left.";
    assert_eq!(split(text).len(), 2);
}

#[test]
fn text_without_an_end_is_one_sentence_and_an_empty_one_none() {
    assert_eq!(split("no end at all").len(), 1);
    assert!(split(" \n\t\u{feff}").is_empty());
    assert_eq!(split(&"word ".repeat(200_000)).len(), 1);
}

#[test]
fn an_ellipsis_within_a_sentence_is_no_end() {
    assert_eq!(split("We ... wait… for them. Then"), ["We ... wait… for them.", "Then"]);
}
