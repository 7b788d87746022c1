//! What do the commitments leave open, and where does it stand?

use crate::{Read, Request};
use std::collections::BTreeMap;
use zopa_case::{Anatomy, Clause};
use zopa_finding::{ClauseRule, Note, PrivateState};
use zopa_syntax::Span;

/// A note with its places in the case files: the part that it is about, or the commitment where the case has no line on the
/// part; then the other commitments and the claims that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The note.
    pub note: Note,
    /// Its places, the one to look at first.
    pub places: Vec<Span>,
}

/// The rules, in the order in which a commitment is read.
pub fn clause_rules() -> impl Iterator<Item = ClauseRule> {
    zopa_holds::CARDS.iter().flat_map(|family| family.iter()).map(|card| card.rule)
}

impl Read {
    /// What the commitments leave open, private material counted and what nobody has confirmed not. Of a case with errors
    /// nothing is said: a line that could not be read may be the one that is missing.
    pub fn notes(&self) -> Vec<Noted> {
        if self.errors() > 0 {
            return Vec::new();
        }
        let read = self.asked(&Request { private: PrivateState::Counted, ..Request::default() });
        let places = Places::of(self);
        let noted = |note: Note| Noted { places: places.of_note(&note), note };
        zopa_holds::lint(&read.case).into_iter().map(noted).collect()
    }
}

impl Read {
    /// The notes, each with the file and the row to look at first.
    pub fn notes_placed(&self) -> Vec<(Note, String)> {
        let rows: Vec<zopa_syntax::Places<'_>> =
            self.files.iter().map(|file| zopa_syntax::Places::of(&file.text)).collect();
        let place = |span: &Span| {
            let (file, rows) = (self.files.get(span.file.0 as usize)?, rows.get(span.file.0 as usize)?);
            Some(format!("{}:{}", file.path, rows.place(span.start).line))
        };
        let placed = |noted: Noted| (noted.note, noted.places.first().and_then(place).unwrap_or_default());
        self.notes().into_iter().map(placed).collect()
    }
}

/// Where commitments and claims stand in the files as they are, by name: what is left out of an answer shifts places.
struct Places<'a> {
    commitments: BTreeMap<&'a str, &'a Anatomy>,
    claims: BTreeMap<&'a str, Span>,
}

impl<'a> Places<'a> {
    fn of(read: &'a Read) -> Places<'a> {
        let commitments = read.case.commitments.values().map(|row| (row.name.as_str(), &row.anatomy)).collect();
        let claims = read.case.claims.values().map(|claim| (claim.name.as_str(), claim.span)).collect();
        Places { commitments, claims }
    }

    fn of_note(&self, note: &Note) -> Vec<Span> {
        let part = note.part.as_deref();
        let mut commitments = note.commitments.iter().filter_map(|named| self.commitments.get(named.name.as_str()));
        let first = commitments.next().map(|row| part.and_then(|part| line(row, part)).unwrap_or(row.span));
        let others = commitments.map(|row| row.span);
        let claims = note.basis.0.iter().filter_map(|name| self.claims.get(name.as_str()).copied());
        first.into_iter().chain(others).chain(claims).collect()
    }
}

/// Where the first line on a part stands.
fn line(row: &Anatomy, part: &str) -> Option<Span> {
    fn of<T: PartialEq>(clause: &Clause<T>) -> Option<Span> {
        clause.span()
    }
    match part {
        "kind" => of(&row.kind),
        "by" => of(&row.debtors),
        "to" => of(&row.creditors),
        "when" => of(&row.trigger),
        "does" => of(&row.response),
        "discretion" => of(&row.discretion),
        "decided-by" => of(&row.deciders),
        "within" => of(&row.deadline),
        "force" => of(&row.force),
        "from" => of(&row.from),
        "lasts" => of(&row.lasts),
        "posted-with" => of(&row.posted),
        "if-broken" => of(&row.remedies),
        _ => None,
    }
}
