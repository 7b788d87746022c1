//! Any text at all: no panic, spans on characters, messages with a way out, the same answer twice.

use proptest::prelude::*;

use crate::{SAMPLE, read};
use zopa_syntax::ast::{Item, ItemKind};
use zopa_syntax::{Part, SourceFile, Span, Tree};

/// The pieces that files are made of, so that random texts get deep into the grammar.
const PIECES: &[&str] = &[
    "\n",
    "\n  ",
    "\n    ",
    "\n\t",
    "\r\n",
    " ",
    "case ",
    "party ",
    "issue ",
    "option ",
    "claim ",
    "rule ",
    "step ",
    "define ",
    "commitment ",
    "question ",
    "source ",
    "document ",
    "quote ",
    "said by ",
    "because ",
    "when ",
    "requires ",
    "offers ",
    "only if ",
    "only after ",
    "before ",
    "in { ",
    "} ",
    "( ",
    ") ",
    "not ",
    "and ",
    "or ",
    "implies ",
    "= ",
    ", ",
    "? ",
    "> ",
    "# ",
    "\"",
    "\"title\" ",
    "a ",
    "b.c-d ",
    "2026-01 ",
    "72 hours ",
    "é",
    "e\u{301}",
    "ج",
    "\u{200f}",
    "\u{feff}",
    "🜚",
    "“x” ",
    "lasts ",
    "honour [",
    "sha256 ",
    "round ",
    "irreversible",
    "led by ",
    "is ",
    "may ",
    "private",
];

pub fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// The sample with a few characters exchanged, lost or added.
pub fn mutated() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..3_u8, any::<char>());
    prop::collection::vec(change, 1..6).prop_map(|changes| {
        let mut text: Vec<char> = SAMPLE.chars().collect();
        for (at, how, c) in changes {
            let at = at.index(text.len());
            match how {
                0 => text[at] = c,
                1 => text.insert(at, c),
                _ => drop(text.remove(at)),
            }
        }
        text.into_iter().collect()
    })
}

/// Of each kind; three kinds are two thousand texts. `ZOPA_RANDOM` asks for others, `cargo xtask fuzz` for a million.
fn cases() -> u32 {
    std::env::var("ZOPA_RANDOM").ok().and_then(|count| count.parse().ok()).unwrap_or(700)
}

fn on_characters(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start as usize..span.end as usize).is_some()
}

fn spans(tree: &Tree) -> Vec<Span> {
    let items = tree.items.iter().flat_map(item_spans);
    let messages = tree.diagnostics.iter().map(|message| message.primary.span);
    let others = tree.diagnostics.iter().flat_map(|message| message.others.iter().map(|other| other.span));
    items.chain(messages).chain(others).chain(tree.declared.iter().map(|declared| declared.name.span)).collect()
}

fn item_spans(item: &Item) -> Vec<Span> {
    let mut spans = vec![item.span];
    spans.extend(item.quotes.iter().flat_map(|quote| [quote.span, quote.words.span, quote.source.span]));
    match &item.kind {
        ItemKind::Claim(claim) => {
            spans.extend(claim.statements.iter().map(|statement| statement.span));
            spans.extend(claim.sayings.iter().map(|saying| saying.span));
            spans.extend(claim.sayings.iter().flat_map(|saying| saying.quotes.iter().map(|quote| quote.words.span)));
        }
        ItemKind::Define { cond, .. } | ItemKind::Rule { cond, .. } => spans.push(cond.span),
        ItemKind::Commitment { fields, .. } => spans.extend(fields.iter().map(|field| field.span)),
        _ => {}
    }
    spans
}

fn check(text: &str) {
    let tree = read(text);
    for span in spans(&tree) {
        assert!(on_characters(text, span), "{span:?} in {text:?}");
    }
    let line = |span: Span| text[..span.start as usize].matches('\n').count();
    for message in &tree.diagnostics {
        assert!(!message.help.is_empty(), "{message:?}");
    }
    for pair in tree.diagnostics.windows(2) {
        assert!(line(pair[0].primary.span) <= line(pair[1].primary.span), "messages stand in file order");
    }
    assert_eq!(tree, read(text), "the same text reads the same");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_reads(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_pieces_read(text in pieces()) {
        check(&text);
    }

    #[test]
    fn any_mutation_reads(text in mutated()) {
        check(&text);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_left_reads_as_the_same_items_and_holds_nothing_private(marks in prop::collection::vec(any::<bool>(), 60)) {
        let heads = SAMPLE.lines().filter(|line| !line.starts_with([' ', '#']) && !line.is_empty()).count();
        let mut marks = marks.into_iter().cycle().take(heads);
        let mark = |line: &str| match line.chars().next() {
            Some(c) if c.is_alphabetic() && marks.next() == Some(true) && !line.starts_with("case ") => format!("{line}\n  private\n"),
            _ => format!("{line}\n"),
        };
        let files = [SourceFile { path: String::new(), text: SAMPLE.lines().map(mark).collect() }];
        let tree = zopa_syntax::parse(&files);
        prop_assert_eq!(&tree.diagnostics, &[]);
        let cut = &zopa_syntax::without(&files, &tree, &[Part::Private])[0];
        let left = read(&cut.text);
        prop_assert_eq!(&left.diagnostics, &[]);
        prop_assert_eq!(&left.apart, &[]);
        let kept = tree.items.iter().filter(|item| tree.why(Part::Private, item.span).is_none()).map(|item| item.span.start);
        let found = left.items.iter().map(|item| cut.before(item.span.start));
        prop_assert_eq!(found.collect::<Vec<_>>(), kept.collect::<Vec<_>>());
    }

    #[test]
    fn line_ends_tabs_and_marks_change_nothing(tabs in any::<bool>(), mark in any::<bool>(), feed in any::<bool>()) {
        let mut text = SAMPLE.to_owned();
        if tabs { text = text.replace("    ", "\t\t").replace("\n  ", "\n\t"); }
        if feed { text = text.replace('\n', "\r\n"); }
        if mark { text.insert(0, '\u{feff}'); }
        let (tree, plain) = (read(&text), read(SAMPLE));
        prop_assert_eq!(&tree.diagnostics, &[]);
        prop_assert_eq!(tree.items.len(), plain.items.len());
        let names = |tree: &Tree| tree.declared.iter().map(|d| d.name.text.clone()).collect::<Vec<_>>();
        prop_assert_eq!(names(&tree), names(&plain));
    }
}

#[test]
fn prefixes_of_a_good_file_read() {
    for (at, _) in SAMPLE.char_indices().step_by(7) {
        let tree = read(&SAMPLE[..at]);
        assert!(tree.diagnostics.len() <= 2, "one line is cut: {:#?}", tree.diagnostics);
    }
}

#[test]
fn any_single_character_may_be_lost() {
    for (at, c) in SAMPLE.char_indices().step_by(7) {
        let text = format!("{}{}", &SAMPLE[..at], &SAMPLE[at + c.len_utf8()..]);
        read(&text);
    }
}

#[test]
fn brackets_nest_as_deep_as_is_said() {
    let nested = |deep: usize| format!("define a as {}b{}\n", "(".repeat(deep), ")".repeat(deep));
    assert_eq!(read(&nested(64)).diagnostics, []);
    assert_eq!(read(&nested(65)).diagnostics[0].code.0, "deep-brackets");
    assert_eq!(read(&nested(100_000)).diagnostics.len(), 1);
    let nots = format!("define a as {} b\n", "not ".repeat(100_000));
    assert_eq!(read(&nots).diagnostics[0].code.0, "deep-brackets");
    let stairs: String = (0..2000).map(|deep| " ".repeat(deep) + "party a \"A\"\n").collect();
    read(&stairs);
}
