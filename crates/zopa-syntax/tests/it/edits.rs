//! Edits by program: what is outside their spans stays byte for byte, and reading again gives the same and the change.

use proptest::prelude::*;

use crate::properties::mutated;
use crate::{SAMPLE, plain, read};
use zopa_syntax::ast::{Item, ItemKind};
use zopa_syntax::edit::{Edit, Editor, apply};
use zopa_syntax::keywords::ItemWord;
use zopa_syntax::write::{self, Row};
use zopa_syntax::{FileId, Span};

fn editor(text: &str) -> Editor<'_> {
    Editor::of(text, FileId(0))
}

fn made(text: &str, edit: Edit) -> String {
    apply(text, &[edit]).unwrap()
}

/// Where some words stand in a text.
fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("{words}: {text}")) as u32;
    Span { file: FileId(0), start, end: start + words.len() as u32 }
}

fn quote() -> Row {
    Row::quote("post", Some(7), "new words").unwrap()
}

const HARBOUR: &str = "\
case \"H\"
# parties
party n \"N\"
party s \"S\" # note

claim a \"A\"
  n rejects x = y
  said by n
    quote post > one
      two
  # a comment of a

# the end
claim b \"B\"
  said by s
";

#[test]
fn a_line_goes_right_under_its_line() {
    let row = Row::new("s seeks x = y").under(Row::new("because > so"));
    let text = made(HARBOUR, editor(HARBOUR).line_first(at(HARBOUR, "claim a"), &row).unwrap());
    let rows = "claim a \"A\"\n  s seeks x = y\n    because > so\n  n rejects";
    assert_eq!(text, HARBOUR.replace("claim a \"A\"\n  n rejects", rows));
    // A head that goes on in the next row, at the end of a file without a line end; nothing stands under it.
    let head = "round r \"R\",\r\n\tin t\r\nparty n \"N\" also \"M\",\r\n\t\"O\"";
    let made = made(head, editor(head).line_first(at(head, "party"), &Row::new("private")).unwrap());
    assert_eq!(made, format!("{head}\r\n\tprivate"));
}

#[test]
fn a_line_goes_under_its_line_after_what_stands_there() {
    let text = made(HARBOUR, editor(HARBOUR).line_under(at(HARBOUR, "said by n"), &quote()).unwrap());
    assert_eq!(text, HARBOUR.replace("      two\n", "      two\n    quote post at 7 > new words\n"));
    let text = made(HARBOUR, editor(HARBOUR).line_under(at(HARBOUR, "claim a"), &quote()).unwrap());
    assert_eq!(text, HARBOUR.replace("comment of a\n", "comment of a\n  quote post at 7 > new words\n"));
    let saying = Row::new("said by s").under(quote());
    let text = made(HARBOUR, editor(HARBOUR).line_after(at(HARBOUR, "said by n"), &saying).unwrap());
    let rows = "      two\n  # a comment of a\n  said by s\n    quote post at 7 > new words\n";
    assert_eq!(text, HARBOUR.replace("      two\n  # a comment of a\n", rows));
}

#[test]
fn an_item_goes_behind_the_last_of_its_kind_or_to_the_end() {
    let editor = editor(HARBOUR);
    let text = made(HARBOUR, editor.item_after_its_kind(ItemWord::Party, &Row::new("party w \"W\"")));
    assert_eq!(text, HARBOUR.replace("# note\n", "# note\nparty w \"W\"\n"));
    let claim = Row::new("claim c \"C\"").under(Row::new("private"));
    let text = made(HARBOUR, editor.item_after_its_kind(ItemWord::Claim, &claim));
    assert_eq!(text, format!("{HARBOUR}\nclaim c \"C\"\n  private\n"));
    let text = made(HARBOUR, editor.item_after(at(HARBOUR, "claim a"), &claim).unwrap());
    assert_eq!(text, HARBOUR.replace("of a\n", "of a\n\nclaim c \"C\"\n  private\n"));
    let source = Row::new("source post \"Post\"");
    let text = made(HARBOUR, editor.item_after_its_kind(ItemWord::Source, &source));
    assert_eq!(text, format!("{HARBOUR}\nsource post \"Post\"\n"));
    assert_eq!(made("", Editor::of("", FileId(0)).item_at_end(&source)), "source post \"Post\"\n");
}

#[test]
fn what_goes_goes_with_its_lines_and_one_empty_row() {
    let editor = editor(HARBOUR);
    let text = made(HARBOUR, editor.delete(at(HARBOUR, "said by n")).unwrap());
    assert_eq!(text, HARBOUR.replace("  said by n\n    quote post > one\n      two\n", ""));
    let text = made(HARBOUR, editor.delete(at(HARBOUR, "party n")).unwrap());
    assert_eq!(text, HARBOUR.replace("party n \"N\"\n", ""));
    let text = made(HARBOUR, editor.delete_with_comments(at(HARBOUR, "claim b")).unwrap());
    assert_eq!(text, HARBOUR.split("\n# the end").next().unwrap().to_owned() + "\n");
    let all =
        made("party n \"N\"", Editor::of("party n \"N\"", FileId(0)).delete(at("party n \"N\"", "party")).unwrap());
    assert_eq!(all, "");
}

#[test]
fn a_file_indented_as_a_whole_stays_so() {
    let text = "  party n \"N\"\n  claim a \"A\"\n    n rejects x =\ny\n";
    let new = made(text, editor(text).item_at_end(&Row::new("party s \"S\"")));
    assert_eq!(new, format!("{text}\n  party s \"S\"\n"));
    assert_eq!(read(&new).items.len(), 3);
}

/// Where no line stands at the margin, an item goes as deep as the line that is indented least, and everything else reads
/// as before.
#[test]
fn an_item_at_the_end_of_any_file_is_an_item() {
    let texts = [
        // No item at all, and lines that belong to none.
        " said by north\n    quote post > one\n body  rejected cooks \"Cooks\"\n    body crew \"Crew\" of north\n",
        // The items stand deeper than a line that is lost.
        "    party n \"N\"\n  and more\n",
        // A line of the claim that reads as an item only as long as nothing stands under it.
        "  claim a \"A\"\n    said by n\n  round r\n",
        "  claim a \"A\"\n    said by n\n  rule x = y\n",
        // Lines that wait for more.
        "  claim a \"A\"\n    n rejects (x = y and",
    ];
    for text in texts {
        let before = read(text);
        let after = read(&made(text, editor(text).item_at_end(&Row::new("gate brand-new by council"))));
        let (last, others) = after.items.split_last().unwrap();
        assert!(matches!(last.kind, ItemKind::Gate { .. }), "{text}");
        assert_eq!(plain(&others), plain(&before.items.as_slice()), "{text}");
        assert_eq!(plain(&after.diagnostics), plain(&before.diagnostics), "{text}");
    }
}

/// Between an item and a line that cannot be read an item would change what is said of that line.
#[test]
fn an_item_goes_to_the_end_where_what_follows_its_kind_hangs_on_it() {
    for text in ["gate a by n\n  round x\nand more\nparty n \"N\"\n", "gate a by n\nrule x = y\n  said by n\n"] {
        let before = read(text);
        let new = made(text, editor(text).item_after_its_kind(ItemWord::Gate, &Row::new("gate brand-new by n")));
        assert!(new.trim_end().ends_with("gate brand-new by n"), "{new}");
        assert_eq!(plain(&read(&new).diagnostics), plain(&before.diagnostics), "{new}");
    }
}

#[test]
fn no_comment_becomes_words_of_the_item_above_it() {
    let text = "party n \"N\"\n# more\n      # deep\nclaim a \"A\"\n";
    let new = made(text, editor(text).item_after_its_kind(ItemWord::Party, &Row::new("party s \"S\"").under(quote())));
    let ItemKind::Party { .. } = read(&new).items[1].kind else { panic!("{new}") };
    assert_eq!(read(&new).items[1].quotes[0].words.text, "new words", "{new}");
}

#[test]
fn a_file_keeps_its_habits() {
    let text = "\u{feff}claim a \"A\"\r\n\tsaid by n";
    let edits = [
        editor(text).line_under(at(text, "said by"), &quote()).unwrap(),
        editor(text).item_at_end(&Row::new("party n \"N\"").under(quote())),
    ];
    let expected = "\u{feff}claim a \"A\"\r\n\tsaid by n\r\n\t\tquote post at 7 > new words\r\n\r\nparty n \"N\"\r\n\
                    \tquote post at 7 > new words";
    assert_eq!(apply(text, &edits).unwrap(), expected);
    let gone = made(expected, editor(expected).delete(at(expected, "party n")).unwrap());
    assert_eq!(gone, expected.split("\r\n\r\n").next().unwrap());
}

/// The sample as different editors leave it.
fn habits() -> impl Strategy<Value = String> {
    any::<[bool; 5]>().prop_map(|[tabs, mark, feed, open, loose]| {
        let mut text = SAMPLE.to_owned();
        if loose {
            text = text.replace("\nclaim", "\n\n# more\nclaim").replace("\nround", "\n      # deep\nround");
        }
        if tabs {
            text = text.replace("    ", "\t\t").replace("\n  ", "\n\t");
        }
        if open {
            text = text.trim_end().to_owned();
        }
        if feed {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        text
    })
}

/// The item without the last of its own quotes.
fn unquoted(item: &Item) -> Item {
    let mut item = item.clone();
    item.quotes.pop();
    item
}

fn declared(text: &str) -> Vec<String> {
    read(text).declared.into_iter().map(|declared| declared.name.text).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_quote_under_any_item_changes_that_item_alone(text in habits(), which in any::<prop::sample::Index>()) {
        let tree = read(&text);
        let which = which.index(tree.items.len());
        let edit = editor(&text).line_under(tree.items[which].span, &quote()).unwrap();
        let start = edit.span.start as usize;
        let new = made(&text, edit.clone());
        prop_assert_eq!([&new[..start], &new[start + edit.text.len()..]].concat(), text.clone());
        let read_again = read(&new);
        prop_assert_eq!(&read_again.diagnostics, &[]);
        prop_assert_eq!(read_again.items.len(), tree.items.len());
        for (at, (before, after)) in tree.items.iter().zip(&read_again.items).enumerate() {
            let after = if at == which { unquoted(after) } else { after.clone() };
            prop_assert_eq!(plain(before), plain(&after));
        }
        prop_assert_eq!(read_again.items[which].quotes.last().unwrap().words.text.as_str(), "new words");
        let lonely = new.replace("\r\n", "").contains('\n');
        prop_assert_eq!(new.contains("\r\n") && lonely, false);
        prop_assert_eq!(new.ends_with('\n'), text.ends_with('\n'));
    }

    #[test]
    fn an_item_anywhere_and_its_deletion_give_the_file_again(text in habits(), which in any::<prop::sample::Index>()) {
        let tree = read(&text);
        let which = which.index(tree.items.len());
        let row = Row::new("claim new \"New\"").under(Row::new("said by ana").under(quote()));
        let edit = editor(&text).item_after(tree.items[which].span, &row).unwrap();
        let new = made(&text, edit);
        let read_again = read(&new);
        prop_assert_eq!(&read_again.diagnostics, &[]);
        let mut items = read_again.items.clone();
        items.retain(|item| !matches!(&item.kind, ItemKind::Claim(claim) if claim.name.text == "new"));
        prop_assert_eq!(plain(&items), plain(&tree.items));
        let gone = made(&new, editor(&new).delete(at(&new, "claim new")).unwrap());
        prop_assert_eq!(plain(&read(&gone).items), plain(&tree.items));
        prop_assert_eq!(gone.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn every_item_can_be_deleted_from_any_file(text in mutated(), which in any::<prop::sample::Index>()) {
        let tree = read(&text);
        prop_assume!(!tree.items.is_empty());
        let which = which.index(tree.items.len());
        let edit = editor(&text).delete(tree.items[which].span).unwrap();
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let new = made(&text, edit);
        prop_assert_eq!(&new, &format!("{}{}", &text[..start], &text[end..]));
        let mut left = tree.items.clone();
        left.remove(which);
        prop_assert_eq!(plain(&read(&new).items), plain(&left));
    }

    #[test]
    fn a_broken_file_gains_an_item_and_keeps_its_own(text in mutated()) {
        let edit = editor(&text).item_after_its_kind(ItemWord::Gate, &Row::new("gate brand-new by council"));
        let new = made(&text, edit);
        let read_again = read(&new);
        prop_assert_eq!(read_again.diagnostics.len(), read(&text).diagnostics.len(), "{}", new);
        let mut names = declared(&new);
        names.retain(|name| name != "brand-new");
        prop_assert_eq!(names, declared(&text));
    }

    #[test]
    fn any_words_are_written_so_that_they_are_read(title in any::<String>(), words in any::<String>()) {
        let name = write::name(&title, "party", |_| false);
        let mut row = Row::new(format!("party {name} {}", write::text(&title)));
        row = row.with(Row::quote("post", None, &words));
        let text = made("", Editor::of("", FileId(0)).item_at_end(&row));
        let tree = read(&text);
        prop_assert_eq!(&tree.diagnostics, &[], "{}", text);
        let ItemKind::Party { name: read_name, title: read_title, .. } = &tree.items[0].kind else { panic!("{text}") };
        prop_assert_eq!(&read_name.text, &name);
        prop_assert_eq!(format!("\"{}\"", read_title.text), write::text(&title));
        prop_assert_eq!(tree.items[0].quotes.first().map(|quote| quote.words.text.clone()), write::prose(&words));
    }
}
