//! Who says it? A telling in words: speakers with their offices, whose position they pass on, to whom, when.

use crate::index::{Index, given};
use crate::{phrase::isolate, words};
use zopa_finding::Saying;

/// Who says it, whose position it passes on, to whom, when.
pub(crate) fn telling<'a>(index: &Index<'a>, saying: &'a Saying) -> String {
    let mut parts = Vec::new();
    if saying.by.is_empty() {
        parts.push(words::IN_OWN_VOICE.to_owned());
    } else {
        parts.push(words::said_by(&words::and(&saying.by.iter().map(|s| speaker(index, s)).collect::<Vec<_>>())));
    }
    parts.extend(saying.relaying.as_ref().map(|p| words::relaying(&index.name(p))));
    if !saying.to.is_empty() {
        parts.push(words::said_to(&words::and(&saying.to.iter().map(|t| index.report(t)).collect::<Vec<_>>())));
    }
    parts.extend(saying.round.as_ref().map(|r| index.name(r)));
    parts.join("; ")
}

/// A speaker with the office held.
pub(crate) fn speaker<'a>(index: &Index<'a>, name: &'a str) -> String {
    let Some(speaker) = index.speaker(name) else {
        let origin = index.brief.origins.iter().find(|origin| origin.name == name);
        return origin.map_or_else(|| index.name(name), |origin| isolate(given(&origin.title)));
    };
    let title = index.name(&speaker.name);
    let mut notes: Vec<String> = speaker.office.iter().map(|o| isolate(o)).collect();
    notes.extend(speaker.told.as_ref().map(|t| words::told(&index.report(t))));
    if notes.is_empty() { title } else { format!("{title} ({})", notes.join("; ")) }
}
