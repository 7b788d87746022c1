//! What becomes of the case files when somebody accepts or rejects a claim?
//!
//! To accept is to take the line `unconfirmed` out. To reject is to write `rejected > reason` in its place, or under a
//! claim that was accepted before. Nothing else of a file changes, whatever else is wrong with it.

use crate::edited::{Edited, confirm, name_of, rest_of_row, settled};
use crate::{Problem, Read, Texts};
use zopa_report::decide as words;
use zopa_syntax::ast::{Claim, Item, ItemKind};
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::nearest;
use zopa_syntax::write::Row;

/// Accepts what waits under these names: claims, and persons, unnamed groups and sources that were suggested with them.
/// Those that a claim names are accepted with it.
///
/// # Errors
/// A name of nothing that waits; or what the case would break by: then nothing is changed.
pub fn accept(texts: &Texts, read: &Read, names: &[String]) -> Result<Edited, Vec<Problem>> {
    let items = each(names, |name| waiting(read, name))?;
    let edits = items.iter().filter_map(|item| confirm(read, item)).collect();
    settled(texts, read, edits, &named(&items))
}

/// Accepts all that waits.
///
/// # Errors
/// Nothing waits; or what the case would break by.
pub fn accept_all(texts: &Texts, read: &Read) -> Result<Edited, Vec<Problem>> {
    let names: Vec<String> = unconfirmed(read).into_iter().map(str::to_owned).collect();
    if names.is_empty() {
        let (message, help) = (words::NONE_WAITS.to_owned(), words::NONE_TO_ACCEPT.to_owned());
        return Err(vec![Problem::new("nothing-waits", message, help)]);
    }
    accept(texts, read, &names)
}

/// Rejects claims, accepted or not, with the reason.
///
/// # Errors
/// A name of no claim that can be rejected, a reason without words; or what the case would break by, such as another
/// claim that names one of them: then nothing is changed.
pub fn reject(texts: &Texts, read: &Read, names: &[String], because: &str) -> Result<Edited, Vec<Problem>> {
    let row = Row::with_prose("rejected", because)
        .ok_or_else(|| vec![Problem::new("no-reason", words::NO_REASON.to_owned(), words::SAY_WHY.to_owned())])?;
    let items = each(names, |name| claim_that_counts(read, name))?;
    let edits = items.iter().filter_map(|item| rejected(read, item, &row, because)).collect();
    settled(texts, read, edits, &named(&items))
}

fn rejected(read: &Read, item: &Item, row: &Row, because: &str) -> Option<Edit> {
    match item.unconfirmed {
        Some(mark) => {
            let words = zopa_syntax::write::prose(because)?;
            Some(Edit::replace(rest_of_row(read, mark)?, format!("rejected > {words}")))
        }
        None => {
            let file = read.files.get(item.span.file.0 as usize)?;
            Editor::of(&file.text, item.span.file).line_under(item.span, row)
        }
    }
}

/// The names of all that waits, in the order of the files.
pub fn unconfirmed(read: &Read) -> Vec<&str> {
    read.tree.items.iter().filter(|item| item.unconfirmed.is_some()).filter_map(name_of).collect()
}

/// What each name stands for, or every problem with them. A name given twice counts once.
pub(crate) fn each<'a, T>(
    names: &[String],
    find: impl Fn(&str) -> Result<&'a T, Problem>,
) -> Result<Vec<&'a T>, Vec<Problem>> {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for (at, name) in names.iter().enumerate() {
        if names.iter().take(at).any(|other| other == name) {
            continue;
        }
        match find(name.trim()) {
            Ok(one) => found.push(one),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

fn named<'a>(items: &[&'a Item]) -> Vec<&'a str> {
    items.iter().filter_map(|item| name_of(item)).collect()
}

/// Something that waits, by its name.
pub(crate) fn waiting<'a>(read: &'a Read, name: &str) -> Result<&'a Item, Problem> {
    let known = read.tree.items.iter().find(|item| name_of(item) == Some(name));
    let item = known.ok_or_else(|| {
        let names = unconfirmed(read);
        let help = words::waiting(nearest(name, names.iter().copied()), &names);
        Problem::new("unknown-claim", words::nothing_waits(name), help)
    })?;
    match (&item.kind, item.unconfirmed) {
        (ItemKind::Claim(claim), _) if claim.rejected.is_some() => Err(is_rejected(name)),
        (_, Some(_)) => Ok(item),
        (_, None) => {
            let help = words::waiting(None, &unconfirmed(read));
            Err(Problem::new("not-unconfirmed", words::confirmed(name), help))
        }
    }
}

/// A claim that was not rejected, by its name.
pub(crate) fn claim_that_counts<'a>(read: &'a Read, name: &str) -> Result<&'a Item, Problem> {
    let claims = read.tree.items.iter().filter_map(|item| claim_of(item).map(|claim| (item, claim)));
    let known = claims.clone().find(|(_, claim)| claim.name.text == name);
    let (item, claim) = known.ok_or_else(|| {
        let names: Vec<&str> = claims.map(|(_, claim)| claim.name.text.as_str()).collect();
        let near = nearest(name, names.iter().copied());
        Problem::new("unknown-claim", words::no_claim(name), words::waiting(near, &unconfirmed(read)))
    })?;
    match (claim.suppose, &claim.rejected) {
        (true, _) => Err(Problem::new("is-supposed", words::is_supposed(name), words::LEAVE_SUPPOSED.to_owned())),
        (_, Some(_)) => Err(is_rejected(name)),
        _ => Ok(item),
    }
}

fn is_rejected(name: &str) -> Problem {
    Problem::new("is-rejected", words::is_rejected(name), words::TAKE_REJECTED_OUT.to_owned())
}

/// The claim that an item is.
pub(crate) fn claim_of(item: &Item) -> Option<&Claim> {
    if let ItemKind::Claim(claim) = &item.kind { Some(claim) } else { None }
}
