//! A dossier as large as a desk is promised to be quick with: 40 reports, from which 1,000 claims are suggested.
//!
//! The reports are made of sentences that name a speaker, a way of saying and something said; no two say the same, so that
//! each sentence is a suggestion of its own. A claim of each report counts already, and the two parties stand against each
//! other on every issue, so that the brief has something to answer.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const REPORTS: usize = 40;
const SENTENCES: usize = 25;

/// Name, party, office, and how a report calls the person.
const SPEAKERS: [(&str, &str, &str, &str); 6] = [
    ("varn", "north", "transport minister", "Ilka Varn"),
    ("dole", "north", "harbour master", "Tomas Dole"),
    ("ress", "north", "chief negotiator", "Mira Ress"),
    ("quill", "south", "foreign minister", "Anders Quill"),
    ("brandt", "south", "spokeswoman", "Lene Brandt"),
    ("oster", "south", "port director", "Paul Oster"),
];

const SAYING: [&str; 5] = ["said that", "told reporters that", "stressed that", "explained that", "added that"];

const THINGS: [&str; 10] = [
    "the northern pier",
    "the grain terminal",
    "the pilots' station",
    "the ferry line",
    "the customs hall",
    "the dredging fund",
    "the winter berth",
    "the coal quay",
    "the inspection office",
    "the lock gate",
];

const FATE: [&str; 10] = [
    "would stay open",
    "would be shared",
    "needed another survey",
    "was not on the table",
    "could wait until spring",
    "had been promised before",
    "was paid for in full",
    "belonged to the first annex",
    "would be opened to carriers",
    "had to be measured again",
];

const WHEN: [&str; 10] = [
    "this year",
    "after the thaw",
    "under the old treaty",
    "in the first stage",
    "during the truce",
    "before any vote",
    "once the fleet is gone",
    "at both ends of the strait",
    "as long as talks go on",
    "without another round",
];

const ISSUES: usize = 8;

/// Writes the case and its documents.
pub(super) fn write(folder: &Path) -> Result<(), String> {
    let put = |path: &str, text: &str| {
        let path = folder.join(path);
        let above = path.parent().unwrap_or(folder);
        let written = fs::create_dir_all(above).and_then(|()| fs::write(&path, text));
        written.map_err(|error| format!("{}: {error}", path.display()))
    };
    // What another run has left.
    let _ = fs::remove_dir_all(folder);
    for number in 0..REPORTS {
        put(&format!("documents/r{number:02}.txt"), &report(number))?;
    }
    put("many.zopa", &case())
}

/// One report: a sentence that a claim of the case quotes, then those that suggestions are made of.
fn report(number: usize) -> String {
    let mut text = format!("{}\n\n{}\n", headline(number), stated(number));
    for at in 0..SENTENCES {
        let sentence = number * SENTENCES + at;
        if at % 5 == 0 {
            text.push('\n');
        }
        let _ = writeln!(text, "{}", said(sentence));
    }
    text
}

fn headline(number: usize) -> String {
    format!("Talks on the strait, day {}", number + 1)
}

/// The sentence of a number below a thousand: no other has the same thing, fate and time.
fn said(sentence: usize) -> String {
    let (_, _, office, name) = of(&SPEAKERS, sentence / 7);
    let (saying, thing) = (of(&SAYING, sentence / 3), of(&THINGS, sentence));
    let (fate, when) = (of(&FATE, sentence / 10), of(&WHEN, sentence / 100));
    format!("{name}, the {office}, {saying} {thing} {fate} {when}.")
}

fn stated(number: usize) -> String {
    let (side, wants) =
        if number.is_multiple_of(2) { ("Northland", "a fee in") } else { ("Southland", "free passage through") };
    format!(
        "{side} wants {wants} channel {} and nothing else, its note of day {} says.",
        number / 2 % ISSUES,
        number + 1
    )
}

fn case() -> String {
    let mut case = "case \"Many reports\"\n\nparty north \"Northland\"\nparty south \"Southland\"\n\n".to_owned();
    for (name, party, office, title) in SPEAKERS {
        let _ = writeln!(case, "person {name} \"{title}\" of {party} as \"{office}\"");
    }
    case.push('\n');
    for number in 0..REPORTS {
        let day = number % 28 + 1;
        let _ = writeln!(case, "source r{number:02} \"Outlet {number}\" published 2026-03-{day:02}");
        let _ = writeln!(case, "  document documents/r{number:02}.txt");
    }
    for issue in 0..ISSUES {
        let _ = write!(
            case,
            "\nissue channel-{issue} \"Channel {issue}\"\n  option fee \"A fee\"\n  option free \"Free\"\n"
        );
    }
    for number in 0..REPORTS {
        let (party, option) = if number.is_multiple_of(2) { ("north", "fee") } else { ("south", "free") };
        let _ = write!(
            case,
            "\nclaim stated-{number} \"What the note of day {} says\"\n  {party} requires channel-{} = {option}\n  quote r{number:02} > {}\n",
            number + 1,
            number / 2 % ISSUES,
            stated(number).trim_end_matches('.')
        );
    }
    case
}

fn of<T: Copy, const N: usize>(list: &[T; N], at: usize) -> T {
    // A list of N things has one at any remainder by N.
    list.iter().copied().cycle().nth(at % N).unwrap_or_else(|| unreachable!("an empty list"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_sentences_say_the_same() {
        let all: BTreeSet<String> = (0..REPORTS * SENTENCES).map(said).collect();
        assert_eq!(all.len(), 1_000);
    }
}
