//! What to ask, and which answers would settle what?

use super::doc::{Doc, items};
use super::inline::{Inline, text};
use crate::asked::{answers, question, settles};
use crate::words::{self, markdown, screen};
use zopa_finding::AskNext;

/// One question to each party.
pub(super) fn section(doc: &mut Doc<'_>) {
    let asked = &doc.brief().ask;
    doc.heading(2, words::ASK);
    doc.paragraph(text(if asked.is_empty() { words::ASK_NONE } else { words::ASK_INTRO }));
    let row = |ask: &AskNext| {
        let settled = sentences(&settles(&doc.names, ask));
        vec![text(doc.names.index.title(&ask.party)), text(&question(&doc.names.index, &ask.inquiry)), settled]
    };
    let rows: Vec<Vec<Inline>> = asked.iter().map(row).collect();
    doc.table(&[words::PARTY, markdown::QUESTION, words::SETTLES], &rows);
}

/// Questions one below the other, each with what is so under its answers.
pub(super) fn questions<'a>(doc: &mut Doc<'a>, asked: &'a [AskNext]) {
    for (number, ask) in (1..).zip(asked) {
        doc.heading(3, &screen::item(number, &question(&doc.names.index, &ask.inquiry)));
        let settled = settles(&doc.names, ask);
        let quotes = doc.quotes_of(&ask.basis.0);
        doc.paragraph(sentences(&settled).and(quotes));
        let rows = answers(&doc.names, ask).into_iter().map(|(answer, lines)| vec![text(&answer), items(&lines)]);
        doc.table(&[markdown::ANSWER, markdown::DIFFERS], &rows.collect::<Vec<_>>());
    }
}

fn sentences(all: &[String]) -> Inline {
    all.iter().fold(Inline::default(), |before, sentence| before.and(text(sentence)))
}
