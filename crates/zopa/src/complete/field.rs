//! What may stand next in a field that people fill in their own words? Titles, as they know them.

use super::names::{In, names, options, subjects};
use super::{Choice, begins};
use crate::Read;

/// Words behind which something new begins.
const JOINTS: [&str; 9] = ["and ", "or ", "not ", "if ", "unless ", "implies ", "before ", "only after ", "("];

/// A condition: an issue and `=`, an option of it, a step.
pub(super) fn condition(read: &Read, before: &str) -> Vec<Choice> {
    let (from, sign) = segment(before);
    let written = before.get(from..).unwrap_or_default();
    let offered: Vec<(String, String)> = match sign {
        Some('=' | '{' | ',') => {
            let issue = issue_before(before.get(..from).unwrap_or_default());
            options(read, &issue).into_iter().map(|(name, title)| (title, name)).collect()
        }
        _ => {
            let is_issue = |name: &str| read.case.space.issues.values().any(|issue| issue.name == name);
            let all = subjects(read).into_iter().map(|(name, title)| {
                let title = if title.is_empty() { name.clone() } else { title };
                (if is_issue(&name) { format!("{title} = ") } else { title }, name)
            });
            all.collect()
        }
    };
    choose(offered, written, from)
}

/// A party, or with `persons` a person; several between commas.
pub(super) fn party(read: &Read, before: &str, persons: bool) -> Vec<Choice> {
    let from = before.rfind(',').map_or(0, |at| at + 1);
    let from = from + before.get(from..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let mut all = names(read, "PARTY", In::Head);
    if persons {
        all.extend(
            read.case.speakers.values().filter(|it| !it.anonymous).map(|it| (it.name.clone(), it.title.clone())),
        );
    }
    let offered = all.into_iter().map(|(name, title)| (title, name)).collect();
    choose(offered, before.get(from..).unwrap_or_default(), from)
}

fn choose(offered: Vec<(String, String)>, written: &str, from: usize) -> Vec<Choice> {
    let right = |(title, name): &(String, String)| begins(written.trim_end(), name, title);
    offered.into_iter().filter(right).map(|(text, says)| Choice { text, says, from }).collect()
}

/// Where the words begin that are being written, and the sign they stand behind.
fn segment(before: &str) -> (usize, Option<char>) {
    let signs = before.rmatch_indices(['=', '{', ',', '(', '}', ')']).next();
    let joint = |joint: &&str| {
        let found = before
            .rmatch_indices(*joint)
            .find(|(at, _)| before.get(..*at).is_some_and(|head| head.is_empty() || head.ends_with([' ', '('])));
        found.map(|(at, words)| at + words.len())
    };
    let behind = JOINTS.iter().filter_map(joint).max();
    let start = |at: usize| at + before.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    match (signs, behind) {
        (Some((at, sign)), behind) if behind.is_none_or(|behind| behind <= at) => {
            (start(at + sign.len()), sign.chars().next())
        }
        (_, Some(behind)) => (start(behind), None),
        (Some((at, sign)), None) => (start(at + sign.len()), sign.chars().next()),
        (None, None) => (start(0), None),
    }
}

/// The issue whose option is to follow.
fn issue_before(before: &str) -> String {
    let head = before.rfind('{').filter(|open| before.get(*open..).is_some_and(|rest| !rest.contains('}')));
    let head = match head {
        Some(open) => before.get(..open).unwrap_or_default().trim_end().trim_end_matches("in"),
        None => before.trim_end().trim_end_matches('='),
    };
    let head = head.trim_end();
    head.get(segment(head).0..).unwrap_or_default().to_owned()
}
