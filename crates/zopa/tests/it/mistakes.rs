//! Two hundred single mistakes in a real case, drawn by a seed: each gives one message, at its line.
//!
//! The mistakes are those of a hand at a keyboard. What a mistake hits is drawn from all places where it can be made; a
//! change that leaves a file of the same sense (two claims exchanged) is none, and is never drawn.

use std::collections::BTreeMap;
use std::path::Path;

use zopa::{Texts, place, read};
use zopa_syntax::keywords::{ITEMS, LINES, VERBS};

/// Numbers by a seed (SplitMix64): the same on every machine.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        if all.is_empty() { None } else { all.get(self.below(all.len())) }
    }
}

/// One mistake: its kind, the lines it touches (from 1), the text with it.
struct Mistake {
    kind: &'static str,
    lines: Vec<u32>,
    text: String,
}

/// A row of the case: what stands before a comment or `>` is its code.
#[derive(Clone, Copy)]
struct Row<'a> {
    at: usize,
    text: &'a str,
}

impl<'a> Row<'a> {
    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    fn code(&self) -> &'a str {
        let mut in_text = false;
        let end = self.text.char_indices().find(|(_, c)| {
            in_text ^= *c == '"';
            *c == '>' && !in_text
        });
        self.text[..end.map_or(self.text.len(), |(at, _)| at)].trim_end()
    }

    /// The words outside texts, each with its place.
    fn words(&self) -> Vec<(usize, &'a str)> {
        let code = self.code();
        let mut words = Vec::new();
        let mut start = None;
        let mut in_text = false;
        for (at, c) in code.char_indices().chain([(code.len(), ' ')]) {
            let inside = !in_text && c != '"' && (c.is_alphanumeric() || "-_./".contains(c));
            in_text ^= c == '"';
            match (start, inside) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    words.push((from, &code[std::mem::take(&mut start).map_or(from, |f: usize| f)..at]))
                }
                _ => {}
            }
        }
        words
    }

    fn keywords(&self) -> Vec<(usize, &'a str)> {
        self.words().into_iter().filter(|(_, word)| is_keyword(word)).collect()
    }

    fn names(&self) -> Vec<(usize, &'a str)> {
        let name = |word: &str| !is_keyword(word) && word.starts_with(char::is_alphabetic);
        self.words().into_iter().filter(|(_, word)| name(word)).collect()
    }

    fn with(&self, from: usize, length: usize, new: &str) -> String {
        format!("{}{new}{}", &self.text[..from], &self.text[from + length..])
    }
}

const SMALL: &[&str] = &[
    "of", "by", "with", "as", "to", "told", "unseen", "relaying", "at", "when", "holds", "in", "on", "after", "and",
    "or", "not", "only", "if", "unless", "outside", "expected", "also", "optional", "always", "before", "implies",
    "sha256",
];

/// Words that a line may have or not.
const FREE: &[&str] = &["unseen", "outside", "expected", "not", "only", "irreversible"];

fn is_keyword(word: &str) -> bool {
    let lines = LINES.iter().flat_map(|form| form.words.split(' '));
    let verbs = VERBS.iter().flat_map(|form| [form.one, form.several]);
    lines.chain(verbs).chain(ITEMS.iter().map(|form| form.word)).chain(SMALL.iter().copied()).any(|known| known == word)
}

type Kind = (&'static str, fn(&mut Draw, Row, &[Row]) -> Option<String>);

/// Every kind changes one row; those that touch the next one say so by a line feed in what they give.
const KINDS: &[Kind] = &[
    ("misspelt keyword", |draw, row, _| {
        let (at, word) = *draw.of(&row.keywords())?;
        let wrong = misspelt(draw, word)?;
        (!is_keyword(&wrong)).then(|| row.with(at, word.len(), &wrong))
    }),
    ("capital keyword", |draw, row, _| {
        let (at, word) = *draw.of(&row.keywords())?;
        let capital = word[..1].to_uppercase() + &word[1..];
        (capital != word).then(|| row.with(at, word.len(), &capital))
    }),
    ("lost keyword", |draw, row, _| {
        // Without its `unseen` a source is another, and no worse a line.
        let keywords = row.keywords().into_iter().filter(|(_, word)| !FREE.contains(word)).collect::<Vec<_>>();
        let (at, word) = *draw.of(&keywords)?;
        Some(row.with(at, (word.len() + 1).min(row.text.len() - at), ""))
    }),
    ("misspelt name", |draw, row, _| {
        let declares =
            ITEMS.iter().any(|form| row.text.starts_with(form.word)) || row.text.trim().starts_with("option");
        let names = row.names();
        let names = if declares { names.get(1..)? } else { &names[..] };
        let (at, word) = *draw.of(names)?;
        let path = row.text.trim().starts_with("document");
        let wrong = misspelt(draw, word)?;
        (!path && !is_keyword(&wrong)).then(|| row.with(at, word.len(), &wrong))
    }),
    ("lost name", |draw, row, _| {
        let (at, word) = *draw.of(&row.names())?;
        Some(row.with(at, (word.len() + 1).min(row.text.len() - at), ""))
    }),
    ("doubled word", |draw, row, _| {
        let (at, word) = *draw.of(&row.words())?;
        Some(row.with(at, 0, &format!("{word} ")))
    }),
    ("lost quotation mark", |draw, row, _| lost(draw, row, "\"")),
    ("lost bracket", |draw, row, _| lost(draw, row, "(){}")),
    ("lost =", |draw, row, _| lost(draw, row, "=")),
    ("lost comma", |draw, row, _| lost(draw, row, ",")),
    ("lost >", |_, row, _| {
        let code = row.code().len();
        let at = code + row.text[code..].find('>')?;
        Some(row.with(at, 2, ""))
    }),
    ("typographic marks", |_, row, _| {
        let from = row.code().find('"')?;
        let to = from + 1 + row.code()[from + 1..].find('"')?;
        Some(format!("{}“{}”{}", &row.text[..from], &row.text[from + 1..to], &row.text[to + 1..]))
    }),
    ("comma at the end", |_, row, _| (row.code() == row.text).then(|| format!("{},", row.text))),
    ("bracket at the end", |_, row, _| (row.code() == row.text).then(|| format!("{})", row.text))),
    ("words at the end", |_, row, _| (row.code() == row.text).then(|| format!("{} so far", row.text))),
    ("indented", |_, row, _| Some(format!("  {}", row.text))),
    ("moved to the margin", |_, row, _| (row.indent() > 0).then(|| row.text.trim_start().to_owned())),
    ("indented less", |_, row, _| (row.indent() > 2).then(|| row.text[2..].to_owned())),
    ("tab for spaces", |_, row, _| (row.indent() > 0).then(|| format!("\t{}", &row.text[2..]))),
    ("swapped lines", |_, row, rows| {
        let next = rows.get(row.at + 1)?;
        // A line and the first under it. A statement goes under the claim above, where it may stand as well.
        let under = next.indent() > row.indent() && next.text.trim_start().starts_with(['q', 'o', 'b']);
        (under && !next.text.contains("of ?")).then(|| format!("{}\n{}", next.text, row.text))
    }),
    ("joined lines", |_, row, rows| {
        let next = rows.get(row.at + 1).filter(|next| !next.text.is_empty() && !next.text.starts_with('#'))?;
        (row.code() == row.text).then(|| format!("{} {}\n", row.text, next.text.trim_start()))
    }),
];

fn misspelt(draw: &mut Draw, word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 4 {
        return None;
    }
    let at = 1 + draw.below(letters.len() - 2);
    match draw.below(4) {
        0 if letters[at] != letters[at + 1] => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = if letters[at] == 'x' { 'y' } else { 'x' },
    }
    Some(letters.into_iter().collect())
}

fn lost(draw: &mut Draw, row: Row, signs: &str) -> Option<String> {
    let mut in_text = false;
    let code = row.code().char_indices();
    let places: Vec<usize> = code
        .filter(|(_, c)| {
            let inside = in_text;
            in_text ^= *c == '"';
            signs.contains(*c) && (!inside || *c == '"')
        })
        .map(|(at, _)| at)
        .collect();
    Some(row.with(*draw.of(&places)?, 1, ""))
}

fn drawn(draw: &mut Draw, text: &str) -> Mistake {
    let rows: Vec<Row> = text.lines().enumerate().map(|(at, text)| Row { at, text }).collect();
    loop {
        let (kind, make) = KINDS[draw.below(KINDS.len())];
        let row = rows[draw.below(rows.len())];
        if row.text.trim().is_empty() || row.text.starts_with('#') {
            continue;
        }
        let Some(new) = make(draw, row, &rows) else { continue };
        let both = new.contains('\n');
        let before = rows[..row.at].iter().map(|row| row.text);
        let after = rows[row.at + 1 + usize::from(both)..].iter().map(|row| row.text);
        let text: String =
            before.chain([new.trim_end_matches('\n')]).chain(after).map(|row| format!("{row}\n")).collect();
        let first = row.at as u32 + 1;
        let lines = if both { vec![first, first + 1] } else { vec![first] };
        return Mistake { kind, lines, text };
    }
}

/// What is said of a case: code and line of each message, and the message.
fn told(text: &str) -> Vec<(u32, String)> {
    let read = read(&Texts::of_case("case", text));
    let line = |offset| place(text, offset).line;
    let messages = read.diagnostics.iter();
    messages.map(|told| (line(told.primary.span.start), format!("{}: {}", told.code.0, told.message))).collect()
}

fn ukraine() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/ukraine-2026/ukraine.zopa");
    std::fs::read_to_string(path).unwrap()
}

/// How many of the mistakes drawn by a seed give one message at their line, and what the others give.
fn measured(seed: u64, text: &str) -> (usize, Vec<String>) {
    let mut draw = Draw(seed);
    let mut missed = Vec::new();
    let known = told(text);
    for _ in 0..200 {
        let mistake = drawn(&mut draw, text);
        let mut new = told(&mistake.text);
        for (_, message) in &known {
            if let Some(at) = new.iter().position(|(_, other)| other == message) {
                new.remove(at);
            }
        }
        if new.len() != 1 || !mistake.lines.contains(&new[0].0) {
            let row = mistake.text.lines().nth(mistake.lines[0] as usize - 1).unwrap();
            let messages: String = new.iter().map(|(line, message)| format!("\n    {line}: {message}")).collect();
            missed.push(format!("{} at {:?}: {row}{messages}", mistake.kind, mistake.lines));
        }
    }
    (200 - missed.len(), missed)
}

#[test]
fn two_hundred_single_mistakes_give_a_message_each_at_their_line() {
    let text = ukraine();
    let seeds = std::env::var("ZOPA_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(3);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 1..=seeds {
        let (good, missed) = measured(seed, &text);
        println!("seed {seed}: {good} of 200 single mistakes give one message at their line");
        for miss in &missed {
            *kinds.entry(miss.split(" at ").next().unwrap().to_owned()).or_default() += 1;
        }
        assert!(good >= 190 || std::env::var_os("ZOPA_SEEDS").is_some(), "seed {seed}: {good}\n{}", missed.join("\n"));
        if std::env::var_os("ZOPA_SEEDS").is_some() {
            println!("{}", missed.join("\n"));
        }
    }
    println!("missed by kind: {kinds:?}");
}
