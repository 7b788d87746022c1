//! What do the commitments leave open? Under a check: commitment by commitment, then what would answer each rule.

use super::Style;
use super::lay::Page;
use crate::clauses::{card, sentence};
use crate::phrase::isolate;
use crate::words::clauses as say;
use std::collections::BTreeSet;
use zopa_finding::{ClauseRule, Note};

/// The notes, each with the place to look at first; nothing where there are none.
pub fn clauses(notes: &[(Note, String)], style: Style) -> String {
    let mut page = Page::new(style);
    if notes.is_empty() {
        return page.finish();
    }
    let rules: BTreeSet<ClauseRule> = notes.iter().map(|(note, _)| note.rule).collect();
    let column = rules.iter().map(|rule| rule.code().len()).max().unwrap_or(0) + 2;
    page.heading(&say::notes(notes.len()));
    let mut last = None;
    for (note, place) in notes {
        let first = note.commitments.first();
        if first != last {
            first.iter().for_each(|one| page.paragraph(2, &say::commitment(&isolate(&one.title), &one.name)));
            last = first;
        }
        page.item(4, note.rule.code(), column, &say::placed(&sentence(note), place));
    }
    page.heading(say::MEND);
    for rule in ClauseRule::ALL.iter().filter(|rule| rules.contains(rule)) {
        page.item(4, rule.code(), column, card(*rule).mend);
    }
    page.finish()
}
