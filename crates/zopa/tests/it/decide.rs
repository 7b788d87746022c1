//! Accepting, rejecting and merging change the rows that they are about and no other byte, in any file.

use crate::random::{Dice, Maker};
use proptest::prelude::*;
use zopa::{Read, Request, Texts, accept, accept_all, merge, reject};

const CASE: &str = "# a case\r\ncase \"Harbour\"\r\nparty north \"North\"\r\nparty south \"South\"\r\n\
    person ada \"Ada\" of north\r\n\tunconfirmed # proposed\r\nanonymous some \"some\" told post\r\n\tunconfirmed\r\n\
    source post \"Post\"\r\nissue fee \"Fee\"\r\n\toption low\r\n\toption high\r\n\
    claim low \"Low\"\r\n\tunconfirmed\r\n\tnorth requires fee = low\r\n\tsaid by ada to post\r\n\t\tquote post > low it is\r\n\
    # about the next\r\nclaim again \"Low again\"\r\n\tunconfirmed\r\n\tround may\r\n\tsaid by some relaying north\r\n\t\tquote post > low once more\r\n\
    \tquote post > the low one\r\n\r\nround may \"May\"\r\nclaim high \"High\"\r\n\tsouth requires fee = high\r\n\tquote post > high";

fn texts(case: &str) -> Texts {
    Texts::of_case("harbour", case)
}

fn after(case: &str, made: Result<zopa::Edited, Vec<zopa::Problem>>) -> String {
    let edited = made.unwrap_or_else(|problems| panic!("{problems:?}"));
    String::from_utf8(edited.texts(&texts(case)).case_files[0].1.clone()).unwrap()
}

fn read(case: &str) -> Read {
    zopa::read(&texts(case))
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn accepting_takes_the_rows_of_the_marks_out_and_nothing_else() {
    let made = accept(&texts(CASE), &read(CASE), &names(&["low"]));
    assert_eq!(made.as_ref().unwrap().also, ["ada"]);
    let expected =
        CASE.replacen("\tunconfirmed # proposed\r\n", "", 1).replacen("\"Low\"\r\n\tunconfirmed\r\n", "\"Low\"\r\n", 1);
    assert_eq!(after(CASE, made), expected);
    assert_eq!(
        after(CASE, accept_all(&texts(CASE), &read(CASE))),
        CASE.replace("\tunconfirmed # proposed\r\n", "").replace("\tunconfirmed\r\n", "")
    );
}

#[test]
fn rejecting_puts_the_reason_in_the_place_of_the_mark() {
    let made = reject(&texts(CASE), &read(CASE), &names(&["low", "low"]), "not \"low\",\n but # lower");
    let expected = CASE.replacen("\"Low\"\r\n\tunconfirmed", "\"Low\"\r\n\trejected > not \"low\", but # lower", 1);
    assert_eq!(after(CASE, made), expected);
    assert_eq!(read(&expected).in_no_answer(), (1, 1));
    // One that was accepted before gets the line at its end.
    let made = reject(&texts(CASE), &read(CASE), &names(&["high"]), "no");
    assert_eq!(after(CASE, made), format!("{CASE}\r\n\trejected > no"));
}

#[test]
fn merging_gives_the_words_to_the_other_and_the_suggestion_goes() {
    let made = merge(&texts(CASE), &read(CASE), "again", "high");
    assert_eq!(made.as_ref().unwrap().also, ["some"]);
    let gone = CASE.replacen(
        "anonymous some \"some\" told post\r\n\tunconfirmed\r\n",
        "anonymous some \"some\" told post\r\n",
        1,
    );
    let (head, rest) = gone.split_once("# about the next").unwrap();
    let (_, tail) = rest.split_once("the low one\r\n\r\n").unwrap();
    let more = "\r\n\tquote post > the low one\r\n\tsaid by some relaying north\r\n\t\tround may\r\n\t\tquote post > low once more";
    assert_eq!(after(CASE, made), format!("{head}\r\n{tail}{more}"));
}

#[test]
fn what_would_break_the_case_or_is_not_there_is_refused() {
    let code = |made: Result<zopa::Edited, Vec<zopa::Problem>>| made.unwrap_err()[0].code;
    let denied = CASE.replace(
        "claim high",
        "claim denial \"D\"\r\n\tunconfirmed\r\n\tdenies low\r\n\tquote post > no\r\nclaim high",
    );
    let (whole, all) = (texts(&denied), read(&denied));
    assert_eq!(all.errors(), 0, "{:?}", all.diagnostics);
    assert_eq!(code(accept(&whole, &all, &names(&["denial"]))), "unconfirmed-named");
    assert_eq!(code(reject(&whole, &all, &names(&["low"]), "no")), "rejected-named");
    assert!(reject(&whole, &all, &names(&["low", "denial"]), "no").is_ok());
    assert_eq!(code(merge(&whole, &all, "low", "high")), "unknown-name");
    assert_eq!(code(accept(&whole, &all, &names(&["hihg", "high"]))), "unknown-claim");
    assert_eq!(code(accept(&whole, &all, &names(&["high"]))), "not-unconfirmed");
    assert_eq!(code(merge(&whole, &all, "low", "low")), "into-itself");
    assert_eq!(code(merge(&whole, &all, "ada", "high")), "not-a-claim");
    assert_eq!(code(reject(&whole, &all, &names(&["low"]), " \n")), "no-reason");
    let rejected = CASE.replacen("\"Low\"\r\n\tunconfirmed", "\"Low\"\r\n\trejected > no", 1);
    assert_eq!(code(accept(&texts(&rejected), &read(&rejected), &names(&["low"]))), "is-rejected");
    let private = CASE.replacen("\"Low\"\r\n", "\"Low\"\r\n\tprivate\r\n", 1);
    assert_eq!(code(merge(&texts(&private), &read(&private), "low", "high")), "merge-private");
    let none = "case \"C\"\nparty a \"A\"\n";
    assert_eq!(code(accept_all(&texts(none), &read(none))), "nothing-waits");
}

/// Rows that are not the mark's, in a file with mistakes at any places.
fn without(text: &str, gone: &str) -> Vec<String> {
    text.split_inclusive('\n').filter(|row| row.trim() != gone).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn accepting_changes_no_other_byte_of_a_broken_file(seed in 0u64..5000, junk in "[ -~]{0,30}", at in 0usize..40) {
        let mut dice = Dice(seed);
        let case = Maker::new(seed).case();
        let mark = |row: &str| match row.starts_with("claim ") && dice.one_in(2) {
            true => format!("{row}  unconfirmed\n"),
            false => row.to_owned(),
        };
        let mut rows: Vec<String> = case.split_inclusive('\n').map(mark).collect();
        let place = at.min(rows.len());
        rows.insert(place, format!("{junk}\n"));
        let case = rows.concat();
        let (whole, all) = (texts(&case), read(&case));
        for name in zopa::unconfirmed(&all) {
            let Ok(edited) = accept(&whole, &all, &[name.to_owned()]) else { continue };
            let (_, text) = &edited.files[0];
            prop_assert_eq!(case.len() - text.len(), (1 + edited.also.len()) * "  unconfirmed\n".len());
            prop_assert_eq!(without(text, "unconfirmed"), without(&case, "unconfirmed"));
            let reason = "it is not in the words";
            let rejected = reject(&whole, &all, &[name.to_owned()], reason);
            if let Ok(edited) = rejected {
                let (_, text) = &edited.files[0];
                prop_assert_eq!(text.len(), case.len() + format!("rejected > {reason}").len() - "unconfirmed".len());
                prop_assert_eq!(text.replacen(&format!("rejected > {reason}"), "unconfirmed", 1), case.clone());
            }
        }
    }
}

/// What was accepted answers as if it had never been marked.
#[test]
fn all_accepted_is_as_if_nothing_had_been_marked() {
    for seed in 0..40 {
        let bare = Maker::new(seed).case();
        let marked: String = bare
            .split_inclusive('\n')
            .map(|row| if row.starts_with("claim ") { format!("{row}  unconfirmed\n") } else { row.to_owned() })
            .collect();
        let has_question = bare.contains("\nquestion ");
        if has_question || zopa::unconfirmed(&read(&marked)).is_empty() {
            continue;
        }
        assert_eq!(after(&marked, accept_all(&texts(&marked), &read(&marked))), bare);
        let asked = Request { unconfirmed: true, ..Request::default() };
        let mut counted = read(&marked).brief(&asked).unwrap();
        counted.unconfirmed = false;
        counted.claims.iter_mut().for_each(|claim| claim.unconfirmed = false);
        assert_eq!(counted, read(&bare).brief(&Request::default()).unwrap());
    }
}
