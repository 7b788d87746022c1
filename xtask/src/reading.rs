//! How fast is a case file read, whatever stands in it?
//!
//! `cargo run --release -p xtask -- reading`: the CPU time of reading and of formatting 10 MB, of a case as one is
//! written, and of files that nobody writes: one row, a million items, deep indentation, mistakes throughout. A case has a
//! second; those have as long as a million messages take, which is far from the square of the file.

use std::fmt::Write;
use zopa_syntax::{SourceFile, Tree, format, parse};

const SIZE: usize = 10_000_000;
/// Seconds for reading 10 MB of a case, and of what nobody writes; formatting reads three times.
const BOUND: f64 = 1.0;
const HOSTILE: f64 = 15.0;

/// Prints the figures; `false` where one is over its bound.
pub fn run() -> Result<bool, String> {
    let mut fast = true;
    println!("{:28} {:>6} {:>9} {:>9} {:>9} {:>10}", "10 MB of", "MB", "items", "messages", "read s", "format s");
    for (name, text) in files() {
        let file = [SourceFile { path: "case.zopa".to_owned(), text }];
        let (reading, tree) = timed(|| parse(&file))?;
        let text = file.first().map_or("", |file| &file.text);
        let (formatting, _) = timed(|| format(text))?;
        let Tree { items, diagnostics, .. } = &tree;
        let size = text.len() as f64 / 1e6;
        println!("{name:28} {size:6.1} {:9} {:9} {reading:9.2} {formatting:10.2}", items.len(), diagnostics.len());
        let bound = if name == "a case" { BOUND } else { HOSTILE };
        fast &= reading < bound && formatting < 4.0 * bound;
    }
    println!("bound: {BOUND} s to read a case, {HOSTILE} s to read what nobody writes, four times that to format");
    Ok(fast)
}

fn timed<T>(run: impl FnOnce() -> T) -> Result<(f64, T), String> {
    let before = crate::measure::own_cpu()?;
    let done = run();
    Ok(((crate::measure::own_cpu()? - before) / 1000.0, done))
}

fn filled(mut row: impl FnMut(&mut String, usize)) -> String {
    let mut text = String::with_capacity(SIZE + 4096);
    let mut at = 0;
    while text.len() < SIZE {
        row(&mut text, at);
        at += 1;
    }
    text
}

fn files() -> Vec<(&'static str, String)> {
    let write = |text: &mut String, row: std::fmt::Arguments| {
        // Writing into a text cannot fail.
        let _ = text.write_fmt(row);
    };
    let stairs = |word: &str| {
        let mut text = String::with_capacity(SIZE + 8192);
        let mut deep = 0;
        while text.len() < SIZE {
            text.extend(std::iter::repeat_n(' ', deep));
            text.push_str(word);
            deep += 1;
        }
        text
    };
    vec![
        ("a case", filled(claim)),
        ("one row", filled(|text, _| text.push_str("word ")).replace('\n', " ")),
        ("one row of texts", "party a \"A\" also ".to_owned() + &filled(|text, _| text.push_str("\"b\",")) + "\"c\"\n"),
        ("one condition", "define a as x".to_owned() + &filled(|text, _| text.push_str(" and x=y")) + "\n"),
        ("one condition over rows", "define a as x".to_owned() + &filled(|text, _| text.push_str("\n and x=y")) + "\n"),
        ("open brackets", "define a as ".to_owned() + &filled(|text, _| text.push('('))),
        ("nots", "define a as ".to_owned() + &filled(|text, _| text.push_str("not "))),
        ("one quote over rows", "case \"C\"\n  quote r > a".to_owned() + &filled(|text, _| text.push_str("\n    b"))),
        ("small items", filled(|text, at| write(text, format_args!("gate g{at} by b\n")))),
        (
            "small lines",
            "issue i \"I\"\n".to_owned() + &filled(|text, at| write(text, format_args!(" option o{at}\n"))),
        ),
        ("lines given twice", "case \"C\"\n".to_owned() + &filled(|text, _| text.push_str(" as of 2026\n"))),
        ("comments", filled(|text, _| text.push_str("    # c\n"))),
        ("empty rows", filled(|text, _| text.push('\n'))),
        ("mistakes at the margin", filled(|text, at| write(text, format_args!("prty p{at} \"P\"\n")))),
        ("mistakes under a claim", "claim c \"C\"\n".to_owned() + &filled(|text, _| text.push_str("  a sekes b\n"))),
        ("lines in wrong places", filled(|text, _| text.push_str("party a \"A\"\n  option o\n    round\n"))),
        (
            "lines that slipped",
            "claim c \"C\"\n".to_owned() + &filled(|text, _| text.push_str("  said by a\nquote r > b\n")),
        ),
        ("stairs of lost words", stairs("x\n")),
        ("stairs of items", stairs("party a \"A\"\n")),
        ("stairs of quotes", stairs("quote a > b\n")),
        ("texts never closed", filled(|text, _| text.push_str("party a \"A\n"))),
        (
            "sources quoting the next",
            filled(|text, at| {
                write(text, format_args!("source s{at} \"S\"\n  quote s{} > w\n", at + 1));
            }) + "source last \"L\"\n  private\n",
        ),
        (
            "private lines",
            filled(|text, at| write(text, format_args!("claim c{at} \"C\"\n  said by a\n    private\n"))),
        ),
        ("marks of other scripts", filled(|text, _| text.push_str("party \u{200f}п\u{301} «П» \u{feff}\r\n"))),
    ]
}

/// A claim as they are written, its names among a few thousand.
fn claim(text: &mut String, at: usize) {
    let _ = write!(
        text,
        "claim claim-{at} \"What party {p} said of the fee in report {r}\"\n  party-{p} rejects issue-{i} = option-{o} unless \
         step-{p} before step-{i}\n    because > the report says so\n  said by person-{p} to source-{r}\n    quote source-{r} at \
         {at} > the fee of the harbour stays as it is until the survey\n      is done\n  about issue-{i}\n\n",
        p = at % 7,
        r = at % 1000,
        i = at % 50,
        o = at % 4,
    );
}
