//! Does any text break the reader, the formatter or an edit?
//!
//! `cargo run --release -p xtask -- fuzz [COUNT] [SEED]`: random changes of the cases and of the bad files of this
//! repository, a million by default. Each text must read without a panic and the same way twice, with every span on
//! characters and every message with a way out; formatting must change white space alone, no item, and nothing the second
//! time; an item put in must be an item more, everything else reading as before, and its deletion the text again.

use std::path::{Path, PathBuf};
use zopa_syntax::ast::Item;
use zopa_syntax::edit::{Editor, apply};
use zopa_syntax::keywords::{ITEMS, ItemWord, LINES, VERBS};
use zopa_syntax::write::Row;
use zopa_syntax::{FileId, SourceFile, Span, Tree, format, parse};

const COUNT: usize = 1_000_000;

/// Tries so many texts; `false` if one breaks something, which is then printed.
pub fn run(words: &[String]) -> Result<bool, String> {
    let number = |at: usize, default: u64| words.get(at).map_or(Ok(default), |word| word.parse::<u64>());
    let count = number(0, COUNT as u64).map_err(|e| e.to_string())?;
    let seed = number(1, 1).map_err(|e| e.to_string())?;
    let texts = texts()?;
    let mut draw = Draw(seed);
    for at in 0..count {
        let text = mutated(&mut draw, &texts);
        match std::panic::catch_unwind(|| broken(&text)) {
            Ok(None) => {}
            Ok(Some(what)) => return told(at, seed, &text, &what),
            Err(_) => return told(at, seed, &text, "a panic"),
        }
        if at % 100_000 == 99_999 {
            println!("{} texts", at + 1);
        }
    }
    println!("{count} texts with seed {seed}: nothing broke");
    Ok(true)
}

fn told(at: u64, seed: u64, text: &str, what: &str) -> Result<bool, String> {
    println!("text {at} of seed {seed}: {what}\n{text:?}");
    Ok(false)
}

/// What a text breaks, if anything.
fn broken(text: &str) -> Option<String> {
    let tree = read(text);
    if tree != read(text) {
        return Some("it reads in two ways".to_owned());
    }
    if tree.diagnostics.iter().any(|told| told.help.is_empty() || told.message.is_empty()) {
        return Some("a message without a part".to_owned());
    }
    let on_characters = |span: Span| text.get(span.start as usize..span.end as usize).is_some();
    let spans = tree.items.iter().map(|item| item.span);
    let spans = spans.chain(tree.diagnostics.iter().map(|told| told.primary.span));
    if !spans.chain(tree.declared.iter().map(|declared| declared.name.span)).all(on_characters) {
        return Some("a span cuts a character".to_owned());
    }
    formatted(text, &tree).or_else(|| edited(text, &tree))
}

fn formatted(text: &str, tree: &Tree) -> Option<String> {
    let new = format(text).text;
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    if squeezed(&new) != squeezed(text) {
        return Some("formatting changes more than white space".to_owned());
    }
    if format(&new).text != new {
        return Some("formatted twice it is another".to_owned());
    }
    let again = read(&new);
    let names = |tree: &Tree| tree.declared.iter().map(|declared| declared.name.text.clone()).collect::<Vec<_>>();
    let same = again.items.len() == tree.items.len() && names(&again) == names(tree);
    (!same).then(|| "formatting changes what is read".to_owned())
}

fn edited(text: &str, tree: &Tree) -> Option<String> {
    let editor = Editor::of(text, FileId(0));
    let gate = Row::new("gate brand-new by brand-new");
    let new = apply(text, &[editor.item_at_end(&gate)]).ok()?;
    let again = read(&new);
    if let Some(what) = differs(tree, &again, "") {
        return Some(what);
    }
    let item = again.items.last()?;
    let gone = Editor::of(&new, FileId(0)).delete(item.span).and_then(|edit| apply(&new, &[edit]).ok())?;
    if gone.trim_end() != text.trim_end() {
        return Some("an item put in and taken out leaves something".to_owned());
    }
    let quote = Row::quote("brand-new", None, "new words")?;
    let rows = [
        (ItemWord::Gate, "", gate),
        (ItemWord::Party, "new words", Row::new("party brand-new \"New\"").under(quote.clone())),
        (ItemWord::Source, "new.txt", Row::new("source brand-new \"New\"").under(Row::new("document new.txt"))),
        (
            ItemWord::Claim,
            "new words",
            Row::new("claim brand-new \"New\"").under(Row::new("said by brand-new").under(quote)),
        ),
    ];
    rows.iter().find_map(|(word, under, row)| {
        let new = apply(text, &[editor.item_after_its_kind(*word, row)]).ok()?;
        differs(tree, &read(&new), under)
    })
}

/// What else differs where an item of the name `brand-new` was put in with some words `under` it, if it is not just that
/// item.
fn differs(before: &Tree, after: &Tree, under: &str) -> Option<String> {
    let is_new = |item: &&Item| plain(item).contains("brand-new");
    if after.items.iter().filter(is_new).filter(|item| plain(item).contains(under)).count() != 1
        || after.items.len() != before.items.len() + 1
    {
        return Some("an item put in is no item more".to_owned());
    }
    let others = after.items.iter().filter(|item| !is_new(item));
    if !others.map(plain).eq(before.items.iter().map(plain)) {
        return Some("an item put in changes another".to_owned());
    }
    let names = |tree: &Tree| {
        let names = tree.declared.iter().map(|declared| declared.name.text.clone());
        names.filter(|name| name != "brand-new").collect::<Vec<_>>()
    };
    if names(before) != names(after) {
        return Some("an item put in changes what is declared".to_owned());
    }
    let told = |tree: &Tree| tree.diagnostics.iter().map(plain).collect::<Vec<_>>();
    // With lines under it the item strengthens the habit of the file, and what is said of lines that slipped goes by that.
    if !under.is_empty() {
        return None;
    }
    let (told_before, told_after) = (told(before), told(after));
    let one_sided =
        |one: &[String], other: &[String]| one.iter().filter(|told| !other.contains(told)).cloned().collect();
    let only: [Vec<String>; 2] = [one_sided(&told_before, &told_after), one_sided(&told_after, &told_before)];
    (told_before != told_after).then(|| format!("an item put in changes what is said: {only:#?}"))
}

/// What was read, without its places.
fn plain(read: &impl std::fmt::Debug) -> String {
    let told = format!("{read:?}");
    let mut parts = told.split("start: ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once(" }").map_or(part, |(_, rest)| rest))
}

fn read(text: &str) -> Tree {
    parse(&[SourceFile { path: String::new(), text: text.to_owned() }])
}

/// Numbers by a seed (SplitMix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words.get(self.below(words.len())).copied().unwrap_or_default()
    }
}

/// A stretch of a file of the repository, with a few changes of characters, words and rows.
fn mutated(draw: &mut Draw, texts: &[String]) -> String {
    let text = texts.get(draw.below(texts.len())).map_or("", String::as_str);
    let mut rows: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let from = draw.below(rows.len());
    rows.drain(..from);
    rows.truncate(1 + draw.below(40));
    for _ in 0..1 + draw.below(6) {
        let at = draw.below(rows.len());
        match draw.below(9) {
            0 => {
                let next = (at + 1).min(rows.len() - 1);
                rows.swap(at, next);
            }
            1 => {
                let row = rows.remove(at);
                rows.extend((rows.is_empty() || draw.below(2) == 0).then_some(row));
            }
            _ => {
                let Some(row) = rows.get_mut(at) else { continue };
                *row = changed(draw, row);
            }
        }
    }
    rows.concat()
}

fn changed(draw: &mut Draw, row: &str) -> String {
    let places: Vec<usize> = row.char_indices().map(|(at, _)| at).chain([row.len()]).collect();
    let at = places.get(draw.below(places.len())).copied().unwrap_or(0);
    let (before, after) = row.split_at(at);
    let rest = after.char_indices().nth(1).map_or("", |(next, _)| after.get(next..).unwrap_or_default());
    match draw.below(4) {
        0 => format!("{before}{rest}"),
        1 => format!("{before}{}{after}", piece(draw)),
        2 => format!("{before}{}{rest}", piece(draw)),
        _ => format!("{}{row}", draw.of(&[" ", "  ", "    ", "\t", "# ", "\n", "\u{feff}", "\r"])),
    }
}

fn piece(draw: &mut Draw) -> String {
    let signs = [
        "\"", ">", "#", "(", ")", "{", "}", "=", ",", "?", "\n", "\r\n", "\t", " ", "  ", "\u{200f}", "\u{feff}",
        "e\u{301}", "ج", "🜚", "“", "”", "«", "\u{0}", "\u{85}", "\u{2028}", "'", "\n  ", "\n    ", " and ", " or ",
        " not ", ", ", " > ",
    ];
    match draw.below(4) {
        0 => format!("\n{} x \"X\"\n", draw.of(&ITEMS.iter().map(|form| form.word).collect::<Vec<_>>())),
        1 => format!(" {} ", draw.of(&LINES.iter().map(|form| form.words).collect::<Vec<_>>())),
        2 => format!(" {} ", draw.of(&VERBS.iter().map(|form| form.one).collect::<Vec<_>>())),
        _ => draw.of(&signs).to_owned(),
    }
}

/// The cases and the bad files of the repository.
fn texts() -> Result<Vec<String>, String> {
    let mut folders: Vec<PathBuf> =
        ["examples", "tests/errors", "crates/zopa-syntax/tests/it", "crates/zopa-cli/tests/cases"]
            .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder))
            .to_vec();
    let mut paths = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))? {
            let path = entry.map_err(|e| e.to_string())?.path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|extension| extension == "zopa") => paths.push(path),
                false => {}
            }
        }
    }
    paths.sort();
    let texts: Result<Vec<String>, _> = paths.iter().map(std::fs::read_to_string).collect();
    texts.map_err(|e| e.to_string())
}
