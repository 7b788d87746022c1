//! A good file reads whole, and says what it says.

use crate::{SAMPLE, all_told, read};
use zopa_syntax::ast::*;

fn claim(text: &str) -> Claim {
    let tree = read(text);
    let claim = tree.items.into_iter().find_map(|item| match item.kind {
        ItemKind::Claim(claim) => Some(claim),
        _ => None,
    });
    claim.unwrap_or_else(|| panic!("{}", all_told(text)))
}

/// A condition with all brackets written out.
fn shown(cond: &Cond) -> String {
    let names = |names: &[Name]| names.iter().map(|name| name.text.clone()).collect::<Vec<_>>().join("|");
    let joined = |parts: &[Cond], with: &str| parts.iter().map(shown).collect::<Vec<_>>().join(with);
    match &cond.kind {
        CondKind::Not(inner) => format!("!{}", shown(inner)),
        CondKind::And(parts) => format!("({})", joined(parts, " & ")),
        CondKind::Or(parts) => format!("({})", joined(parts, " | ")),
        CondKind::Implies(a, b) => format!("({} -> {})", shown(a), shown(b)),
        CondKind::Is(issue, option) => format!("{}={}", issue.text, option.text),
        CondKind::In(issue, options) => format!("{}:{}", issue.text, names(options)),
        CondKind::Before(a, b) => format!("{}<{}", a.text, b.text),
        CondKind::OnlyAfter(a, b) => format!("{}<<{}", b.text, a.text),
        CondKind::Name(name) => name.text.clone(),
    }
}

fn cond(text: &str) -> String {
    let tree = read(&format!("define it as {text}\n"));
    match &tree.items.first().unwrap_or_else(|| panic!("{text}: {:?}", tree.diagnostics)).kind {
        ItemKind::Define { cond, .. } => shown(cond),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_sample_reads_without_a_word() {
    assert_eq!(all_told(SAMPLE), "");
    let tree = read(SAMPLE);
    assert_eq!(tree.items.len(), 32);
    assert_eq!(tree.declared.len(), 37);
}

#[test]
fn conditions_bind_as_the_grammar_says() {
    assert_eq!(cond("a"), "a");
    assert_eq!(cond("not a = b and c"), "(!a=b & c)");
    assert_eq!(cond("a and b implies c or d"), "((a & b) -> (c | d))");
    assert_eq!(cond("not (a or b) and c in { d, e } and f only after g"), "(!(a | b) & c:d|e & g<<f)");
    assert_eq!(cond("(a implies b) implies not not c"), "((a -> b) -> !!c)");
    assert_eq!(cond("a before b or\n   c=d"), "(a<b | c=d)");
    assert_eq!(cond("a\n  and b\n  and (c\n  or d)"), "(a & b & (c | d))");
}

#[test]
fn statements_say_who_and_what() {
    let claim = claim(
        "claim a \"A\"\n  x, y require b unless c before d   # note\n    because > so\n      it is\n  x offers b only if c\n  \
         y offers b if c\n  x led by p \"rank\", q\n  x is host, guest only\n  x denies b\n",
    );
    let kinds: Vec<&StatementKind> = claim.statements.iter().map(|statement| &statement.kind).collect();
    assert!(matches!(kinds[0], StatementKind::Requires { who, unless: Some(_), .. } if who.len() == 2));
    assert!(matches!(kinds[1], StatementKind::Offers { terms: Terms::OnlyIf(_), .. }));
    assert!(matches!(kinds[2], StatementKind::Offers { terms: Terms::If(_), .. }));
    assert!(matches!(kinds[3], StatementKind::LedBy { leaders, .. } if leaders.len() == 2 && leaders[1].1.is_none()));
    assert!(matches!(kinds[4], StatementKind::Is { roles, only: true, .. } if roles.len() == 2));
    assert_eq!(kinds.len(), 5, "`x denies b` is no statement: a denial names no party");
    assert_eq!(claim.statements[0].text, "x, y require b unless c before d");
    assert_eq!(claim.statements[0].because.as_ref().unwrap().text, "so it is");
}

#[test]
fn sayings_own_their_quotes_and_the_rest_is_the_outlets_voice() {
    let text = "claim a \"A\"\n  said by p relaying x to y, z\n    quote r at 12 > one\n      two [...] \"three\" # four\n    round s\n  \
                quote r > five\n";
    let saying = &claim(text).sayings[0];
    assert_eq!(saying.quotes[0].words.text, "one two [...] \"three\" # four");
    assert_eq!((saying.quotes[0].at, saying.to.len()), (Some(12), 2));
    assert_eq!(saying.round.as_ref().unwrap().text, "s");
    assert_eq!(read(text).items[0].quotes.len(), 1);
}

#[test]
fn a_round_may_have_the_name_of_a_verb() {
    assert_eq!(claim("claim x \"X\"\n  round may\n").round.unwrap().text, "may");
    assert_eq!(claim("claim x \"X\"\n  about offers\n").about.len(), 1);
    assert!(matches!(claim("claim x \"X\"\n  denies a\n").statements[0].kind, StatementKind::Denies(_)));
}

#[test]
fn names_of_any_script_are_composed() {
    let text = "party e\u{301}tat \"État\"\nparty україна \"Україна\"\nparty مصر \"مصر\"\nparty 中国 \"中国\"\n";
    let names: Vec<String> = read(text).declared.into_iter().map(|declared| declared.name.text).collect();
    assert_eq!(names, ["\u{e9}tat", "україна", "مصر", "中国"]);
    assert_eq!(all_told(text), "");
}

#[test]
fn what_is_not_reported_is_kept_apart_from_what_is_not_said() {
    let text =
        "event e \"E\" by ?\nevent f \"F\"\nissue i \"I\"\n  option ?\nround r \"R\" on ? outside after q outside\n";
    let tree = read(text);
    assert!(matches!(tree.items[0].kind, ItemKind::Event { by: Known::Unknown, .. }));
    assert!(matches!(tree.items[1].kind, ItemKind::Event { by: Known::Unsaid, .. }));
    assert!(matches!(&tree.items[2].kind, ItemKind::Issue { open: true, options, .. } if options.is_empty()));
    let ItemKind::Round(round) = &tree.items[3].kind else { panic!("a round") };
    assert!(matches!(round.on, Some(Date { day: None, outside: true, .. })));
    assert!(matches!(&round.after, Some((_, true))));
}

#[test]
fn a_document_has_a_path_and_a_hash() {
    let hash = "AB".repeat(32);
    let tree = read(&format!("source s \"S\"\n  document documents/a-1.txt sha256 {hash}\n  omit \"what\" > it\n"));
    let ItemKind::Source(source) = &tree.items[0].kind else { panic!("a source") };
    let document = source.document.as_ref().unwrap();
    assert_eq!(document.path, "documents/a-1.txt");
    assert_eq!(document.sha256.as_deref(), Some("ab".repeat(32).as_str()));
    assert_eq!(source.omits[0].1.text, "it");
}

#[test]
fn a_piece_is_kept_by_its_words_and_a_number_among_those_that_begin_so() {
    let tree = read("source s \"S\"\n  keep > the weather\n    and the sea\n  keep 2 > the weather\n");
    let ItemKind::Source(source) = &tree.items[0].kind else { panic!("a source") };
    let keeps: Vec<_> = source.keeps.iter().map(|keep| (keep.number, keep.words.text.as_str())).collect();
    assert_eq!(keeps, [(None, "the weather and the sea"), (Some(2), "the weather")]);
    for (line, code) in [
        ("keep 0 > x", "bad-number"),
        ("keep 99999999999999999999 > x", "bad-number"),
        ("keep caption > x", "bad-number"),
        ("keep", "missing-prose"),
        ("keep 2", "missing-prose"),
        ("keep >", "empty-prose"),
    ] {
        let told = read(&format!("source s \"S\"\n  {line}\n")).diagnostics;
        assert_eq!(told.iter().map(|told| told.code.0).collect::<Vec<_>>(), [code], "{line}");
    }
}

/// A line that slipped under a line with words is no part of them.
#[test]
fn a_line_that_puts_something_back_is_never_words() {
    for line in ["keep > it", "keep 2 > it"] {
        let tree = read(&format!("source s \"S\"\n  omit \"what\" > words\n    {line}\n"));
        let ItemKind::Source(source) = &tree.items[0].kind else { panic!("a source") };
        assert_eq!(source.omits[0].1.text, "words", "{line}");
    }
}

#[test]
fn a_broken_line_leaves_the_rest_of_its_item() {
    let text =
        "claim a \"A\"\n  x requires\n    because > gone with it\n  x rejects b\n  said by\n    quote r > kept\n";
    assert_eq!(read(text).diagnostics.len(), 2);
    assert_eq!(claim(text).statements.len(), 1);
}

#[test]
fn the_shipped_cases_read_without_a_word() {
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let folders = std::fs::read_dir(examples).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut cases = 0;
    for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "zopa")) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(all_told(&text), "", "{}", path.display());
        cases += 1;
    }
    assert!(cases >= 2, "{cases}");
}
