//! What is the text of a web page?
//!
//! `charset` makes characters of its bytes, `tokens`, `entities` and `tree` make elements of those, `names` and `parts`
//! say what the elements are, and `flow` reads them. Judged by the words of each line (see `judge`) is what is left.

mod charset;
mod entities;
mod flow;
mod names;
mod parts;
pub(crate) mod tokens;
mod tree;

use crate::block::{Block, Kind};
use crate::document::Format;
use crate::judge;
use crate::taken::Taken;
use crate::unread::Unread;
use crate::words::word_count;
use parts::Parts;
use tree::{Node, Tree};

/// A page with fewer words that a script was to fill holds no text.
const WORDS_LEAST: usize = 5;

/// Takes the text of a page. `label` is the encoding that something outside the page states.
pub(crate) fn take(bytes: &[u8], label: Option<&str>, format: Format) -> Result<Taken, Unread> {
    let decoded = charset::decode(bytes, label)?;
    let tree = Tree::of(&decoded.source);
    let mut flow = flow::read(&tree, &Parts::of(&tree));
    let words = word_count(&flow.text);
    if words == 0 || (words < WORDS_LEAST && has_script(&tree)) {
        return Err(Unread::NoText(format));
    }
    if !flow.blocks.iter().any(|(_, kind)| *kind == Some(Kind::Title)) {
        put_title(&mut flow, &title(&tree));
    }
    one_title(&mut flow.blocks);
    let texts: Vec<&str> = flow.blocks.iter().filter_map(|((start, end), _)| flow.text.get(*start..*end)).collect();
    let hints: Vec<Option<Kind>> = flow.blocks.iter().map(|(_, kind)| *kind).collect();
    let kinds = judge::kinds_with(&texts, hints);
    let blocks =
        flow.blocks.iter().zip(kinds).map(|(((start, end), _), kind)| Block { kind, start: *start, end: *end });
    let blocks = blocks.collect();
    let mut left_out = flow.left_out;
    left_out.extend(decoded.damaged);
    Ok(Taken { source: flow.text, mark: 0, blocks, left_out })
}

fn has_script(tree: &Tree) -> bool {
    (0..tree.len()).any(|at| tree.name(at) == "script")
}

/// What the page's head calls it.
fn title(tree: &Tree) -> String {
    let title = (0..tree.len()).find(|at| tree.name(*at) == "title");
    let texts = title.into_iter().flat_map(|at| tree.children(at)).filter_map(|at| match tree.node(*at) {
        Some(Node::Text(text)) => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts the title before everything else.
fn put_title(flow: &mut flow::Flow, title: &str) {
    if title.is_empty() {
        return;
    }
    let length = title.len() + 2;
    flow.text.insert_str(0, &format!("{title}\n\n"));
    flow.blocks.iter_mut().for_each(|((start, end), _)| (*start, *end) = (*start + length, *end + length));
    flow.left_out.iter_mut().for_each(|left| left.at += length);
    flow.blocks.insert(0, ((0, title.len()), Some(Kind::Title)));
}

/// The first title stays one; others are headings.
fn one_title(blocks: &mut [(crate::Span, Option<Kind>)]) {
    let titles = blocks.iter_mut().filter(|(_, kind)| *kind == Some(Kind::Title));
    titles.skip(1).for_each(|(_, kind)| *kind = Some(Kind::Heading));
}
