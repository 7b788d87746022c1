//! `docs/language.md`: the language, from the tables that the reader uses, with examples from the sample.
//! `ZOPA_BLESS=1 cargo test -p zopa-syntax` writes it anew.

use std::fmt::Write;

use crate::{SAMPLE, all_told, kept, read};
use zopa_syntax::ast::{ItemKind, StatementKind};
use zopa_syntax::keywords::{
    ITEMS, ItemForm, ItemWord, LINES, LineForm, LineWord, OTHER_VERBS, RESERVED, VERBS, Verb, item_form, line_form,
};

const HEAD: &str = "\
# The language of a case

This page is made from the tables that the reader of case files uses; a test compares them. Every example stands in one
case, about an invented place, that uses each form once: `crates/zopa-syntax/tests/it/sample.zopa`.

## A file

- A word at the margin opens an **item**; deeper lines belong to it, and deeper ones again to those. Two spaces a step is
  usual, any even step is read; `zopa fmt` makes it two.
- A line that ends in `,` `and` `or`, or in any other word that cannot end a line, goes on in the next row. So does a line
  whose deeper next row begins with such a word.
- `>` begins **words as they stand** in a report, up to the end of the row; deeper rows go on with them, joined by one
  space. Nothing in them needs a sign before it.
- `#` opens a **comment** at the start of a row or after a space, never after `>`.
- The order of items is free, over all files of the folder, and an empty row may stand anywhere.
- One bad line is one message. The rest of the file is read, and a name that a bad line declares counts as declared.

## Words

| written | is |
|---|---|
| `NAME` | a letter, then letters, digits, `-` `_` `.`; of any script; none of the reserved words |
| `\"title\"` | a text: anything in straight quotation marks but a quotation mark, in one row |
| `DATE` | `2026-01-31`, `2026-01`, `2026`, or `?` if it is not reported; `outside` behind it if no document carries it |
| `NUMBER` | digits |
| `NAME, ...` | one or several, with commas between |
| `[ ... ]` in a form | may be left out |
| `( a \\| b )` in a form | one of them |
| `?` | not reported |

Options live in their issue, answers in their question; all other names share one space.

### Conditions

| written | holds |
|---|---|
| `ISSUE = OPTION` | where the option is agreed |
| `ISSUE in {OPTION, ...}` | where one of them is |
| `STEP before STEP` | where both are taken, in this order |
| `STEP only after STEP` | where the first is not taken, or the second is taken before it |
| `STEP`, `GATE` | where it is taken, or given |
| a name of `define` | where its condition does |
| `not C`, `C and C`, `C or C`, `C implies C` | as in logic; `and` and `or` side by side need brackets |

";

/// The marks that a program writes; the sample has none, since they take what it says out of the answers.
const MARKED: &str = "\
claim rumour \"The coast sells the pier\"
  unconfirmed
claim toll \"The isles ask for a toll\"
  rejected > the report speaks of another harbour
";

/// The rows of a line of the sample and of all that is under it, moved to the margin.
fn block(text: &str, start: u32) -> String {
    let rows: Vec<&str> = text.lines().collect();
    let at = text[..start as usize].matches('\n').count();
    let indent = |row: &str| row.len() - row.trim_start().len();
    let own = indent(rows[at]);
    let below = rows[at + 1..].iter().take_while(|row| indent(row) > own);
    let all = [rows[at]].into_iter().chain(below.copied());
    all.map(|row| format!("{}\n", &row[own..])).collect()
}

fn example_of_item(word: ItemWord) -> String {
    let tree = read(SAMPLE);
    let opens = |start: u32| SAMPLE[start as usize..].split_whitespace().next() == Some(item_form(word).word);
    let longest = tree.items.iter().map(|item| item.span.start).filter(|start| opens(*start));
    longest
        .map(|start| block(SAMPLE, start))
        .max_by_key(String::len)
        .unwrap_or_else(|| panic!("no {word:?} in the sample"))
}

/// The first line of the sample that opens with these words, under an item that may own it.
fn example_of_line(form: &LineForm) -> String {
    for text in [SAMPLE, MARKED] {
        let mut start = 0;
        for row in text.split_inclusive('\n') {
            let words = row.trim_start();
            let opens = words.strip_prefix(form.words).is_some_and(|rest| rest.starts_with([' ', '\n']));
            if opens && words.len() < row.len() {
                return block(text, start);
            }
            start += row.len() as u32;
        }
    }
    panic!("no `{}` in the sample", form.words)
}

fn verb_of(kind: &StatementKind) -> Verb {
    match kind {
        StatementKind::Requires { .. } => Verb::Requires,
        StatementKind::Rejects { .. } => Verb::Rejects,
        StatementKind::Seeks { .. } => Verb::Seeks,
        StatementKind::Offers { .. } => Verb::Offers,
        StatementKind::Accepts { .. } => Verb::Accepts,
        StatementKind::Prefers { .. } => Verb::Prefers,
        StatementKind::Puts { .. } => Verb::Puts,
        StatementKind::Is { .. } => Verb::Is,
        StatementKind::LedBy { .. } => Verb::LedBy,
        StatementKind::May { .. } => Verb::May,
        StatementKind::Rule(_) => Verb::Rule,
        StatementKind::Denies(_) => Verb::Denies,
        StatementKind::Softens { .. } => Verb::Softens,
        StatementKind::Tests(_) => Verb::Tests,
        StatementKind::Supersedes(_) => Verb::Supersedes,
        StatementKind::Expires { .. } => Verb::Expires,
    }
}

fn example_of_verb(verb: Verb) -> String {
    let items = read(SAMPLE).items.into_iter();
    let claims = items.filter_map(|item| if let ItemKind::Claim(claim) = item.kind { Some(claim) } else { None });
    let mut statements = claims.flat_map(|claim| claim.statements);
    let found = statements.find(|statement| verb_of(&statement.kind) == verb);
    found.unwrap_or_else(|| panic!("no {verb:?} in the sample")).text
}

/// A cell of a table.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}

fn names(lines: &[LineWord]) -> String {
    let name = |line: &LineWord| match line {
        LineWord::Statement => "a [statement](#statements)".to_owned(),
        line => format!("`{}`", line_form(*line).words),
    };
    lines.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn item(out: &mut String, form: &ItemForm) {
    let lines = match names(form.lines) {
        lines if lines.is_empty() => String::new(),
        lines => format!("Lines under it: {lines}.\n\n"),
    };
    let example = example_of_item(form.item);
    writeln!(
        out,
        "### `{}`\n\n{}.\n\n    {}\n\n{lines}```zopa\n{example}```\n",
        form.word,
        capital(form.says),
        form.form
    )
    .unwrap();
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn line(out: &mut String, form: &LineForm) {
    let owners: Vec<String> = match form.line {
        LineWord::Quote => vec!["every item".to_owned()],
        LineWord::Private => vec!["every item but `case`".to_owned()],
        _ => {
            ITEMS.iter().filter(|item| item.lines.contains(&form.line)).map(|item| format!("`{}`", item.word)).collect()
        }
    };
    let above = LINES.iter().filter(|line| line.lines.contains(&form.line));
    let above =
        above.map(|line| if line.words.is_empty() { "a statement".to_owned() } else { format!("`{}`", line.words) });
    let owners = owners.into_iter().chain(above).collect::<Vec<_>>().join(", ");
    let example = example_of_line(form);
    writeln!(
        out,
        "### `{}`\n\n{}. Under {owners}.\n\n    {}\n\n```zopa\n{example}```\n",
        form.words,
        capital(form.says),
        form.form
    )
    .unwrap();
}

fn page() -> String {
    let mut out = HEAD.to_owned();
    out += "## Items\n\nUnder every item may stand `quote`; under every one but `case`, `private`.\n\n";
    ITEMS.iter().for_each(|form| item(&mut out, form));
    out += "## Lines under items\n\n";
    LINES.iter().filter(|form| form.line != LineWord::Statement).for_each(|form| line(&mut out, form));
    out += "## Statements\n\nThe lines of a claim or a supposition that say what it carries. A verb is written with or without its \
            `s`. Under a statement may stand `because`.\n\n| verb | form | is | example |\n|---|---|---|---|\n";
    for form in VERBS {
        let spellings =
            if form.one == form.several { form.one.to_owned() } else { format!("{}`, `{}", form.one, form.several) };
        let row = [
            &format!("`{spellings}`"),
            &format!("`{}`", form.form),
            form.says,
            &format!("`{}`", example_of_verb(form.verb)),
        ];
        writeln!(out, "| {} |", row.map(cell).join(" | ")).unwrap();
    }
    out += "\nVerbs of reports that are none of the language, and what the reader proposes for them:\n\n| report | verb |\n|---|---|\n";
    for (other, verb) in OTHER_VERBS {
        writeln!(out, "| {other} | `{verb}` |").unwrap();
    }
    let reserved = RESERVED.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" ");
    writeln!(out, "\n## Reserved words\n\nNo name can be one of these {}:\n\n{reserved}", RESERVED.len()).unwrap();
    out
}

#[test]
fn the_reference_is_the_tables() {
    kept("docs/language.md", &page());
}

#[test]
fn every_example_of_the_reference_reads() {
    for form in ITEMS {
        let example = example_of_item(form.item);
        assert_eq!(all_told(&example), "", "{example}");
        assert_eq!(read(&example).items.len(), 1);
    }
    for form in VERBS {
        let example = format!("claim a \"A\"\n  {}\n", example_of_verb(form.verb));
        assert_eq!(all_told(&example), "", "{example}");
    }
    for form in LINES.iter().filter(|form| form.line != LineWord::Statement) {
        let owner = ITEMS.iter().find(|item| match form.line {
            LineWord::Quote | LineWord::Private => item.item == ItemWord::Party,
            line => item.lines.contains(&line),
        });
        let owner = example_of_item(owner.unwrap().item);
        let rows = example_of_line(form).lines().map(|row| format!("  {row}\n")).collect::<String>();
        let example = format!("{}\n{rows}", owner.lines().next().unwrap());
        assert_eq!(all_told(&example), "", "{example}");
    }
}
