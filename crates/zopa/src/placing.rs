//! How does a person say who somebody in the documents is, and what becomes of the case by that?
//!
//! For each name: a party, a body or a person of one, another name of somebody, an unnamed group, an outlet. Nobody is
//! placed but by a person; of an office only what the documents say is taken over. What is placed is declared in the case,
//! and what the documents say of it is suggested with it: all of it is one edit.

use crate::declare::{Declaring, Phrase};
use crate::edited::{Edited, settled};
use crate::suggest::{Left, Suggested, plain, suggest};
use crate::unplaced::{Unplaced, unplaced};
use crate::{Problem, Read, Texts};
use std::cmp::Reverse;
use zopa_finding::Attribution;
use zopa_report::speakers as words;
use zopa_syntax::FileId;
use zopa_syntax::Part;
use zopa_syntax::ast::ItemKind;
use zopa_syntax::keywords::ItemWord;
use zopa_syntax::write::text;

/// What somebody can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Is {
    /// A party to the talks.
    Party,
    /// A body of a party.
    Body,
    /// A person who speaks for a party.
    Person,
    /// Another name of a party or a person.
    Same,
    /// An unnamed group, of a party if that is known.
    Unnamed,
    /// An outlet that the case knows only through others.
    Outlet,
}

/// Everything that somebody can be, in the order in which it is offered.
pub const PLACES: [(Is, &str); 6] = [
    (Is::Party, "party"),
    (Is::Person, "person"),
    (Is::Body, "body"),
    (Is::Same, "same"),
    (Is::Unnamed, "unnamed"),
    (Is::Outlet, "outlet"),
];

/// What a person says of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placing<'a> {
    /// The name, as [`Unplaced::who`] has it.
    pub who: &'a str,
    /// What they are. `None`: nothing is said, or, with a party, that they speak for it.
    pub is: Option<Is>,
    /// Of whom, in the words of the case or new ones; may be empty.
    pub of: &'a str,
}

/// What that makes of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// The edit, with the names that were placed.
    pub edited: Edited,
    /// What is suggested then.
    pub suggested: Suggested,
}

/// Places names, and suggests what the documents say of them. `found` is what [`suggest`] was given.
///
/// # Errors
/// Nobody is placed; a name that is not left; somebody who needs a party or a person and has none; or what the case would
/// break by: then nothing is changed.
pub fn place_speakers(
    texts: &Texts,
    read: &Read,
    found: &[(String, Vec<Attribution>)],
    placings: &[Placing<'_>],
) -> Result<Placed, Vec<Problem>> {
    let left = suggest(texts, read, found).left;
    let all = unplaced(&left);
    let mut asked: Vec<(Is, Placing<'_>)> = placings.iter().filter_map(meant).collect();
    if asked.is_empty() {
        return Err(vec![problem("nobody-placed", words::NOBODY_PLACED.to_owned(), words::PLACE_SOMEBODY)]);
    }
    // Parties first: others may be theirs. Other names last: they may be theirs.
    asked.sort_by_key(|(is, _)| (*is == Is::Same, *is));
    let mut declaring = Declaring::new(texts, read, None);
    let mut problems = Vec::new();
    for (is, placing) in &asked {
        let known = all.iter().find(|one| one.who == placing.who);
        let made = known.map_or_else(
            || Err(problem("not-left", words::not_left(placing.who), words::LOAD_AGAIN)),
            |one| one_of(&mut declaring, read, one, *is, placing.of.trim()),
        );
        problems.extend(made.err());
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let names: Vec<&str> = asked.iter().map(|(_, placing)| placing.who).collect();
    let edited = settled(texts, read, declaring.edits(), &names)?;
    let after = edited.texts(texts);
    let suggested = suggest(&after, &crate::read(&after), found);
    Ok(Placed { edited, suggested })
}

fn problem(code: &'static str, message: String, help: &str) -> Problem {
    Problem::new(code, message, help.to_owned())
}

fn meant<'a>(placing: &Placing<'a>) -> Option<(Is, Placing<'a>)> {
    let of = (!placing.of.trim().is_empty()).then_some(Is::Person);
    Some((placing.is.or(of)?, *placing))
}

/// Declares one of them.
fn one_of(declaring: &mut Declaring<'_>, read: &Read, one: &Unplaced<'_>, is: Is, of: &str) -> Result<(), Problem> {
    declaring.private = private(read, one);
    let who = open_name(declaring, read, one);
    let phrase = Phrase::of(who);
    match is {
        Is::Party => {
            let name = declaring.item(ItemWord::Party, &phrase, "party", "");
            other_spellings(declaring, read, &name, one);
        }
        Is::Outlet => {
            declaring.item(ItemWord::Source, &phrase, "outlet", " unseen");
        }
        Is::Unnamed => unnamed(declaring, read, one, of),
        Is::Same => {
            let kinds = [ItemWord::Party, ItemWord::Person];
            let whose = declaring.find(&kinds, of).map(str::to_owned);
            let missing = || problem("nobody-of-that-name", words::nobody(one.who, of), words::NAME_SOMEBODY);
            let whose = whose.ok_or_else(missing)?;
            declaring.also(&whose, who);
            other_spellings(declaring, read, &whose, one);
        }
        Is::Body | Is::Person if of.is_empty() => {
            return Err(problem("no-party", words::of_nobody(one.who), words::NAME_PARTY));
        }
        Is::Body => {
            let of = declaring.party(&Phrase::of(of));
            declaring.item(ItemWord::Body, &phrase, "body", &format!(" of {of}"));
        }
        Is::Person => {
            let of = declaring.party(&Phrase::of(of));
            let office = one.office.map(|office| format!(" as {}", text(office))).unwrap_or_default();
            let name = declaring.person(who, &format!(" of {of}{office}"));
            other_spellings(declaring, read, &name, one);
        }
    }
    Ok(())
}

/// The spellings of what stays at the desk, or those that reports for everybody have: a name that only private documents spell so
/// is not written where others read it.
fn spellings<'a>(declaring: &Declaring<'_>, read: &Read, one: &Unplaced<'a>) -> Vec<&'a str> {
    let open = |left: &&Left| declaring.private.is_some() || read.is_private_source(&left.source) != Some(true);
    one.left.iter().copied().filter(open).map(|left| left.who.as_str()).collect()
}

/// Under which name somebody is declared: the one they are listed under, or the longest that may be written there.
fn open_name<'a>(declaring: &Declaring<'_>, read: &Read, one: &Unplaced<'a>) -> &'a str {
    let all = spellings(declaring, read, one);
    let listed = all.iter().any(|spelled| plain(spelled) == plain(one.who));
    let longest = all.into_iter().rev().max_by_key(|spelled| spelled.split_whitespace().count());
    longest.filter(|_| !listed).unwrap_or(one.who)
}

/// Other ways in which the documents spell a party or a person. A last name alone is found by the full one.
fn other_spellings(declaring: &mut Declaring<'_>, read: &Read, name: &str, one: &Unplaced<'_>) {
    let mut known = vec![plain(open_name(declaring, read, one))];
    let mut all = spellings(declaring, read, one);
    all.sort_by_key(|spelled| Reverse(spelled.split_whitespace().count()));
    for spelled in all {
        let wanted = plain(spelled);
        let is_found = |known: &String| *known == wanted || known.ends_with(&format!(" {wanted}"));
        if !known.iter().any(is_found) {
            declaring.also(name, spelled);
            known.push(wanted);
        }
    }
}

/// An unnamed group told one outlet: there are as many as there are outlets.
fn unnamed(declaring: &mut Declaring<'_>, read: &Read, one: &Unplaced<'_>, of: &str) {
    let of = if of.is_empty() { String::new() } else { format!(" of {}", declaring.party(&Phrase::of(of))) };
    let is_source = |name: &str| read.case.sources.values().any(|source| source.name == name);
    let mut told: Vec<Option<&str>> = Vec::new();
    for left in &one.left {
        let outlet = Some(left.told.as_str()).filter(|told| is_source(told));
        if !told.contains(&outlet) {
            told.push(outlet);
        }
    }
    for outlet in told {
        let told = outlet.map(|outlet| format!(" told {outlet}")).unwrap_or_default();
        declaring.item(ItemWord::Anonymous, &Phrase::of(one.who), "unnamed", &format!("{of}{told}"));
    }
}

/// Whom private documents alone name stays at the desk.
fn private(read: &Read, one: &Unplaced<'_>) -> Option<FileId> {
    let place = |name: &str| {
        let mut items = read.tree.items.iter();
        let item = items.find(|item| matches!(&item.kind, ItemKind::Source(source) if source.name.text == name))?;
        read.tree.why(Part::Private, item.span).map(|_| item.span.file)
    };
    let places: Option<Vec<FileId>> = one.left.iter().map(|left| place(&left.source)).collect();
    places.and_then(|places| places.first().copied())
}
