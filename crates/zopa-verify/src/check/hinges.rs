//! What do the answers turn on? A question, a source or an origin for which two readings that differ in it alone
//! answer differently, in the order of the first answer that changes.

use super::desk::{At, Desk, reached, with_superseded};
use super::facts::Facts;
use crate::readings::{Carried, Reading, origin_name, with_each};
use crate::sets::Rows;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_case::{AnswerId, ClaimId, OriginId, QuestionId, QuestionKind, SourceId};
use zopa_finding::{Hinge, HingeKind, Level};

/// Something that an answer can turn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    Question(QuestionId),
    Source(SourceId),
    Origin(OriginId),
}

/// Does an answer change between two readings? `certain`: it does; not even `possible`: it does not. Between
/// the two lies what the definition leaves to taste, or what a count of work kept open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Change {
    certain: bool,
    possible: bool,
}

const LEVELS: [Level; 5] = [Level::Fits, Level::Enough, Level::Knots, Level::Clashes, Level::ShutOut];

impl Desk<'_> {
    pub(super) fn hinges(&mut self) {
        let answer = self.answer;
        let mut told = Vec::new();
        for hinge in &answer.hinges {
            match self.turn(hinge) {
                None => self.refute(&name(hinge), "nothing of this name is left open"),
                Some(turn) => {
                    told.push((hinge.first, turn));
                    self.hinge(hinge, turn);
                }
            }
        }
        let in_order = told.is_sorted_by(|a, b| a < b);
        self.require(in_order, "hinges", || "not by the first answer that changes, then file order".to_owned());
        for turn in self.turns() {
            let changes = self.changes(turn);
            if !told.iter().any(|(_, known)| *known == turn) && changes.values().any(|change| change.certain) {
                let name = self.turn_name(turn);
                self.refute("hinges", format!("{name} decides an answer, and is not listed"));
            }
        }
    }

    /// Everything that may be a hinge: the switches left open, the sources and origins not set aside already.
    fn turns(&self) -> Vec<Turn> {
        let open = self.case.questions.iter().filter(|(id, row)| row.switch && !self.fixed.contains_key(id));
        let sources = self.case.sources.ids().filter(|id| !self.aside.sources.contains(id));
        let origins = self.case.origins.ids().filter(|id| !self.aside.origins.contains(id));
        let questions = open.map(|(id, _)| Turn::Question(id));
        questions.chain(sources.map(Turn::Source)).chain(origins.map(Turn::Origin)).collect()
    }

    fn turn(&self, hinge: &Hinge) -> Option<Turn> {
        match hinge.kind {
            HingeKind::Question => {
                let mut open = self.case.questions.iter().filter(|(id, _)| !self.fixed.contains_key(id));
                open.find(|(_, row)| row.name == hinge.name).map(|(id, _)| Turn::Question(id))
            }
            HingeKind::Source => {
                self.case.sources.iter().find(|(_, row)| row.name == hinge.name).map(|(id, _)| Turn::Source(id))
            }
            HingeKind::Origin => {
                self.case.origins.ids().find(|id| origin_name(self.case, *id) == hinge.name).map(Turn::Origin)
            }
        }
    }

    fn turn_name(&self, turn: Turn) -> String {
        match turn {
            Turn::Question(id) => {
                format!("question {}", self.case.questions.row(id).map_or("", |row| row.name.as_str()))
            }
            Turn::Source(id) => format!("source {}", self.case.sources.row(id).map_or("", |row| row.name.as_str())),
            Turn::Origin(id) => format!("origin {}", origin_name(self.case, id)),
        }
    }

    fn hinge(&mut self, hinge: &Hinge, turn: Turn) {
        let finding = name(hinge);
        let changes = self.changes(turn);
        for level in LEVELS {
            let change = changes.get(&level).copied().unwrap_or_default();
            let said = hinge.changes.contains(&level);
            self.require(said || !change.certain, &finding, || format!("changes {level:?} too"));
            self.require(!said || change.possible, &finding, || format!("does not change {level:?}"));
        }
        let first = hinge.changes.iter().min();
        self.require(first == Some(&hinge.first), &finding, || {
            "its first change is not the first of its changes".to_owned()
        });
        let ordered = hinge.changes.is_sorted_by(|a, b| a < b);
        self.require(ordered, &finding, || "its changes are not in order, each once".to_owned());
        self.hinge_basis(&finding, hinge, turn);
        self.effects(&finding, hinge, turn);
    }

    /// Which answers change between two readings that differ in this alone.
    fn changes(&mut self, turn: Turn) -> BTreeMap<Level, Change> {
        let mut all: BTreeMap<Level, Change> = BTreeMap::new();
        for (a, b) in self.pairs(turn) {
            for (level, change) in self.compare_places(a, b) {
                let sum = all.entry(level).or_default();
                sum.certain |= change.certain;
                sum.possible |= change.possible;
            }
        }
        all
    }

    /// The places of two readings that differ in this alone, each pair of places once.
    fn pairs(&mut self, turn: Turn) -> BTreeSet<(At, At)> {
        let sides = self.sides(turn);
        let mut pairs = BTreeSet::new();
        for (number, (_, one)) in sides.iter().enumerate() {
            for (_, other) in sides.iter().skip(number + 1) {
                pairs.extend(one.iter().copied().zip(other.iter().copied()).map(|(a, b)| (a.min(b), a.max(b))));
            }
        }
        pairs.retain(|(a, b)| a != b);
        pairs
    }

    /// The answers of a question, or counted and set aside, each with where every reading of the others stands.
    pub(super) fn sides(&mut self, turn: Turn) -> Vec<(String, Vec<At>)> {
        let aside = match turn {
            Turn::Question(question) => return self.answers(question),
            Turn::Source(source) => {
                let mut aside = self.aside.clone();
                aside.sources.insert(source);
                aside
            }
            Turn::Origin(origin) => {
                let mut aside = self.aside.clone();
                aside.origins.insert(origin);
                aside
            }
        };
        let without = self.places_without(&aside);
        vec![("counted".to_owned(), self.at.clone()), ("set-aside".to_owned(), without)]
    }

    fn answers(&mut self, question: QuestionId) -> Vec<(String, Vec<At>)> {
        let case = self.case;
        let Some(row) = case.questions.row(question) else { return Vec::new() };
        let carried = Carried::of(case, &self.aside);
        // One reading of the others for each: the readings in which this question has one certain answer.
        let first: Option<AnswerId> = row.answers.ids().next();
        let others: Vec<Rc<Reading>> =
            self.readings.iter().filter(|r| r.get(&question).copied() == first).cloned().collect();
        let mut sides = Vec::new();
        for (answer, named) in row.answers.iter() {
            let mut places = Vec::new();
            for reading in others.iter().flat_map(|reading| with_each(reading, question, &[answer])) {
                places.push(match self.number.get(&reading).and_then(|number| self.at.get(*number)) {
                    Some(at) => *at,
                    None => self.at_active(carried.active(case, &reading)),
                });
            }
            sides.push((named.name.clone(), places));
        }
        sides
    }

    fn compare_places(&mut self, a: At, b: At) -> Vec<(Level, Change)> {
        if let Some(known) = self.compared.get(&(a, b)) {
            return known.clone();
        }
        let (one, other) = (self.facts(a), self.facts(b));
        let changes = vec![
            (Level::Fits, differ(one.fits.as_ref(), other.fits.as_ref())),
            (Level::Enough, differ(one.enough.as_ref(), other.enough.as_ref())),
            (Level::Knots, knots_differ(&one, &other)),
            (Level::Clashes, differ(one.clashes.as_ref(), other.clashes.as_ref())),
            (Level::ShutOut, self.shut_differ(a, b)),
        ];
        self.compared.insert((a, b), changes.clone());
        changes
    }

    /// Certain where another offer is shut out; possible where the same are, by other sets.
    fn shut_differ(&mut self, a: At, b: At) -> Change {
        let (one, other) = (self.shut_here(a), self.shut_here(b));
        let (Some(one), Some(other)) = (one, other) else { return Change { certain: false, possible: true } };
        let shut = |all: &BTreeMap<usize, Vec<Rows>>| {
            all.iter().filter(|(_, sets)| !sets.is_empty()).map(|(ask, _)| *ask).collect::<Vec<_>>()
        };
        Change { certain: shut(&one) != shut(&other), possible: one != other }
    }

    /// The offers held at a place, with what shuts each out there.
    pub(super) fn shut_here(&mut self, at: At) -> Option<BTreeMap<usize, Vec<Rows>>> {
        let asks = self.place(at).asks;
        asks.into_iter().map(|ask| self.shut_sets(at, ask).map(|sets| (ask, sets))).collect()
    }

    /// The claims that go or come with it, or are named by its answers, and no others.
    fn hinge_basis(&mut self, finding: &str, hinge: &Hinge, turn: Turn) {
        let may = self.moved_by(turn);
        match self.claims(&hinge.basis.0) {
            None => self.refute(finding, "rests on a claim that is not in the case"),
            Some(claims) => {
                let ordered = claims.is_sorted_by(|a, b| a < b);
                self.require(ordered, finding, || "its basis is not in file order".to_owned());
                for claim in claims.into_iter().filter(|claim| !may.contains(claim)) {
                    let name = self.claim_name(claim);
                    self.refute(finding, format!("its basis names {name}, which does not go or come with it"));
                }
            }
        }
    }

    /// Claims that can go or come with it: those named, or no longer told, those superseded by them or denied
    /// by them; with the count of wishes, the wishes.
    fn moved_by(&self, turn: Turn) -> BTreeSet<ClaimId> {
        let case = self.case;
        let mut with = self.aside.clone();
        match turn {
            Turn::Question(question) => return self.moved_by_question(question),
            Turn::Source(source) => drop(with.sources.insert(source)),
            Turn::Origin(origin) => drop(with.origins.insert(origin)),
        }
        let (one, other) = (Carried::of(case, &self.aside), Carried::of(case, &with));
        let mut moved: BTreeSet<ClaimId> = one.claims().symmetric_difference(other.claims()).copied().collect();
        for (id, row) in case.questions.iter() {
            if matches!(&row.kind, QuestionKind::Denial(denials) if denials.iter().any(|denial| moved.contains(denial)))
            {
                moved.extend(reached(case, id));
            }
        }
        with_superseded(case, moved)
    }

    fn moved_by_question(&self, question: QuestionId) -> BTreeSet<ClaimId> {
        let case = self.case;
        let mut moved = reached(case, question);
        let Some(row) = case.questions.row(question) else { return moved };
        if let QuestionKind::Denial(denials) = &row.kind {
            moved.extend(denials.iter().copied());
        }
        if row.answers.values().any(|answer| answer.wishes) {
            let supports = case.limits.values().flat_map(|limit| &limit.supports);
            moved.extend(supports.filter(|support| support.wish).map(|support| support.claim));
        }
        moved
    }
}

fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> Change {
    match (one, other) {
        (Some(one), Some(other)) => Change { certain: one != other, possible: one != other },
        _ => Change { certain: false, possible: true },
    }
}

/// Joined or separated for certain: two limits that are in clashes in both are in one knot in one of them and
/// not in the other. Not at all: the same limits hang together in both.
fn knots_differ(one: &Facts, other: &Facts) -> Change {
    let (Some(one), Some(other)) = (one.knots(), other.knots()) else {
        return Change { certain: false, possible: true };
    };
    let both = crate::sets::union(&one).common(&crate::sets::union(&other));
    let joined = |knots: &[Rows]| -> BTreeSet<Rows> {
        knots.iter().map(|knot| knot.common(&both)).filter(|k| !k.is_empty()).collect()
    };
    Change { certain: joined(&one) != joined(&other), possible: one != other }
}

fn name(hinge: &Hinge) -> String {
    let kind = match hinge.kind {
        HingeKind::Question => "question",
        HingeKind::Source => "source",
        HingeKind::Origin => "origin",
    };
    format!("hinge {kind} {}", hinge.name)
}
