//! How does a text begin? The case, under which assumptions one reads, the verdict.

use super::doc::{Doc, labelled};
use super::inline::{strong, text};
use crate::words;
use zopa_finding::{Presence, Verdict};

/// The title, what it is made from, and the reading.
pub(super) fn title(doc: &mut Doc<'_>, title: &str) {
    doc.heading(1, title);
    doc.paragraph(text(&doc.names.made_from()).then('.').and(text(&doc.names.reading())).then('.'));
}

/// The verdict in a sentence, with what belongs to it.
pub(super) fn verdict(doc: &mut Doc<'_>) {
    let answer = &doc.brief().answer;
    doc.paragraph(strong(&doc.names.headline()));
    match &answer.verdict {
        Verdict::Depends { fits } => {
            doc.paragraph(text(&words::screen::something_fits(&doc.names.presence(fits))));
        }
        Verdict::RulesContradict { rules } => doc.paragraph(text(&words::rules_concerned(rules))),
        Verdict::Fits | Verdict::NothingFits => {}
    }
    if let Some(world) = &answer.witness {
        doc.paragraph(labelled(words::WITNESS, text(&doc.names.world(world, &[]))));
    }
    if !answer.impossible.is_empty() {
        doc.paragraph(labelled(words::IMPOSSIBLE, text(&doc.names.index.limit_titles(&answer.impossible))));
    }
}

/// How many clashes there are, and in how many readings.
pub(super) fn standfirst(doc: &mut Doc<'_>) {
    let every = doc.names.index.between_limits().filter(|clash| clash.presence == Presence::Every).count();
    let some = doc.names.index.between_limits().count().saturating_sub(every);
    doc.paragraph(text(&words::clashes_in_all(every, some, 0)));
}
