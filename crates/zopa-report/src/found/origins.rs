//! What does an answer tell of words that the documents give to somebody, and of unnamed groups that are one?

use crate::index::Index;
use crate::words::told_by as said;
use zopa_finding::{FoundOrigins, FoundSame, FoundTeller};

/// How many of each are named, and how many claims of one.
const MOST: usize = 3;

/// One line of all of it.
pub(super) fn line(index: &Index<'_>) -> Option<String> {
    let found = &index.brief.found_origins;
    let parts = [told(found), same(found), way_out(found)].into_iter().flatten();
    let parts: Vec<String> = parts.map(|part| part + ".").collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn told(found: &FoundOrigins) -> Option<String> {
    let all = listed(&found.told, teller)?;
    Some(if found.counted { said::counts(&all) } else { said::own_voice(&all) })
}

fn same(found: &FoundOrigins) -> Option<String> {
    let all = listed(&found.same, |same: &FoundSame| said::same(&same.name, &same.first, same.may_be_written))?;
    Some(if found.counted { said::count_as_one(&all) } else { said::count_as_two(&all) })
}

fn way_out(found: &FoundOrigins) -> Option<String> {
    let any = !found.told.is_empty() || !found.same.is_empty();
    (any && !found.counted).then(|| said::WAY_OUT.to_owned())
}

/// The first of them, and how many more there are.
fn listed<T>(all: &[T], line: impl Fn(&T) -> String) -> Option<String> {
    let more = all.len().saturating_sub(MOST);
    let shown = all.iter().take(MOST).map(line).chain((more > 0).then(|| said::more(more)));
    let shown: Vec<String> = shown.collect();
    (!shown.is_empty()).then(|| shown.join("; "))
}

fn teller(told: &FoundTeller) -> String {
    let names: Vec<&str> = told.claims.iter().take(MOST).map(String::as_str).collect();
    let claims = said::claims(&names, told.claims.len().saturating_sub(MOST));
    match (told.may_be_written, told.new) {
        (false, _) => said::unwritten(&claims, &told.title),
        (_, false) => said::known(&claims, &told.title, &told.name),
        (_, true) => said::unnamed(&claims, &told.title, &told.name, told.told.as_deref()),
    }
}
