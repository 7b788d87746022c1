//! Text that would be markup, a formula or an end of a cell, in every place of a brief where a case can bring text in.

use proptest::prelude::*;
use serde_json::Value;
use zopa_finding::Brief;

/// Pieces that mean something to Markdown, HTML, tables or spreadsheets, and plain ones between them.
const PIECES: [&str; 48] = [
    "|",
    "\\|",
    "\\",
    "`",
    "``",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "[x](y)",
    "[^1]",
    "[ ]",
    "![i](j)",
    "<b>",
    "</td>",
    "<!--",
    "-->",
    "&lt;",
    "&#124;",
    "$x$",
    "#",
    "##",
    "- ",
    "+ ",
    "> ",
    "1. ",
    "2) ",
    "---",
    "===",
    ":::",
    ": ",
    "{#id}",
    "^up^",
    "@who",
    "http://a.example/b",
    "www.b.example",
    "mailto:c@d.example",
    "=1+1",
    "\t=2",
    "-3",
    "+4",
    "\"",
    "“",
    "’",
    "\r\n",
    "\u{2029}",
    "é",
];

pub fn text() -> impl Strategy<Value = String> {
    let piece = (0..PIECES.len(), any::<bool>()).prop_map(|(at, space)| {
        let space = if space { " " } else { "" };
        format!("{}{space}", PIECES[at])
    });
    prop::collection::vec(piece, 1..7).prop_map(|pieces| pieces.concat())
}

/// Fields that hold words of a case; all others hold names, numbers and fixed words.
const FIELDS: [&str; 10] =
    ["title", "words", "text", "because", "office", "what", "as_of", "nearest", "coded_by", "condition"];

/// The brief with each such text replaced by what `change` makes of it.
pub fn changed(brief: &Brief, change: &mut dyn FnMut(&str) -> String) -> Brief {
    let mut value = serde_json::to_value(brief).unwrap();
    walk(&mut value, change);
    serde_json::from_value(value).unwrap()
}

fn walk(value: &mut Value, change: &mut dyn FnMut(&str) -> String) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match value {
                    Value::String(text) if FIELDS.contains(&name.as_str()) && !text.is_empty() => *text = change(text),
                    value => walk(value, change),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, change)),
        _ => {}
    }
}
