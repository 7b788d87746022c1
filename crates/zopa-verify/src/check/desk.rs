//! What does the check have before it? The case, the answers, and what is active in each reading left open.

use super::facts::Facts;
use super::hinges::Change;
use crate::ground::{Ground, Rules};
use crate::readings::{Active, Aside, Carried, Reading, holds, readings, superseded, wishes, with_each};
use crate::sets::{Rows, union};
use crate::{Budget, Refutation, Standing};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_case::{AnswerId, Case, ClaimId, LimitId, QuestionId, Support};
use zopa_finding::{Answer, Level};

/// What is active in one reading, or in several alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Limits, by row.
    pub(super) limits: Rows,
    /// Rules.
    pub(super) rules: Rules,
    /// Offers and acceptances held.
    pub(super) asks: BTreeSet<usize>,
}

/// A place, by number: readings in which the same is active share one.
pub(super) type At = usize;

pub(super) struct Desk<'a> {
    pub(super) case: &'a Case,
    pub(super) answer: &'a Answer,
    pub(super) ground: Ground<'a>,
    /// What the user chose to assume and to set aside.
    pub(super) fixed: Reading,
    pub(super) aside: Aside,
    /// The readings left open, and where each stands.
    pub(super) readings: Vec<Rc<Reading>>,
    /// Where each is in that list.
    pub(super) number: BTreeMap<Rc<Reading>, usize>,
    pub(super) at: Vec<At>,
    /// All places seen so far.
    pub(super) places: Vec<Place>,
    numbers: BTreeMap<Place, At>,
    pub(super) facts: BTreeMap<At, Rc<Facts>>,
    /// The same by limits and contested rules.
    pub(super) alike: BTreeMap<(Rows, Rows), Rc<Facts>>,
    /// For each reading, the offers whose being held a question that is no switch decides.
    pub(super) moved: Vec<BTreeSet<usize>>,
    /// Questions that are said to be no switch, and change what is active.
    pub(super) wrong_switches: BTreeSet<String>,
    /// The sets that shut an offer out, by place and offer.
    pub(super) shut: BTreeMap<(At, usize), Option<Vec<Rows>>>,
    /// The clashes of the answer, as limits; an unreadable one is empty.
    pub(super) listed: Vec<Rows>,
    /// For each limit, the claims whose support for it holds in some reading.
    pub(super) carriers: BTreeMap<LimitId, BTreeSet<ClaimId>>,
    /// Which answers change between two places.
    pub(super) compared: BTreeMap<(At, At), Vec<(Level, Change)>>,
    /// The places of the readings where something more is set aside.
    pub(super) elsewhere: BTreeMap<Aside, Vec<At>>,
    pub(super) out: Vec<Refutation>,
}

impl<'a> Desk<'a> {
    /// `None`: too many readings.
    pub(super) fn new(
        case: &'a Case,
        answer: &'a Answer,
        fixed: Reading,
        aside: Aside,
        budget: Budget,
    ) -> Option<Desk<'a>> {
        let readings: Vec<Rc<Reading>> = readings(case, &fixed, budget.readings)?.into_iter().map(Rc::new).collect();
        let number = readings.iter().cloned().enumerate().map(|(number, reading)| (reading, number)).collect();
        let mut desk = Desk {
            case,
            answer,
            ground: Ground::new(case, budget),
            fixed,
            aside,
            readings,
            number,
            at: Vec::new(),
            places: Vec::new(),
            numbers: BTreeMap::new(),
            facts: BTreeMap::new(),
            alike: BTreeMap::new(),
            moved: Vec::new(),
            wrong_switches: BTreeSet::new(),
            shut: BTreeMap::new(),
            listed: Vec::new(),
            carriers: BTreeMap::new(),
            compared: BTreeMap::new(),
            elsewhere: BTreeMap::new(),
            out: Vec::new(),
        };
        desk.stand();
        desk.listed = answer.clashes.iter().map(|clash| desk.rows(&clash.limits).unwrap_or_default()).collect();
        Some(desk)
    }

    fn stand(&mut self) {
        let carried = Carried::of(self.case, &self.aside);
        for reading in self.readings.clone() {
            let active = carried.active(self.case, &reading);
            self.see_moved(&carried, &reading, &active);
            self.see_carriers(&carried, &reading);
            let at = self.at_active(active);
            self.at.push(at);
        }
    }

    /// What the questions that are no switch change here. Those that touch nothing active are not tried.
    fn see_moved(&mut self, carried: &Carried, reading: &Reading, active: &Active) {
        let undisputed = carried.undisputed(self.case, reading);
        let mut moved: BTreeSet<usize> = undisputed.symmetric_difference(&active.asks).copied().collect();
        for (id, question) in self.case.questions.iter().filter(|(_, question)| !question.switch) {
            if self.fixed.contains_key(&id) || !touches(self.case, id) {
                continue;
            }
            let answers: Vec<AnswerId> = question.answers.ids().skip(1).collect();
            for other in with_each(reading, id, &answers) {
                moved.extend(carried.undisputed(self.case, &other).symmetric_difference(&undisputed).copied());
                let other = carried.active(self.case, &other);
                if (&other.limits, &other.rules) != (&active.limits, &active.rules) {
                    self.wrong_switches.insert(question.name.clone());
                }
            }
        }
        self.moved.push(moved);
    }

    fn see_carriers(&mut self, carried: &Carried, reading: &Reading) {
        let held = carried.held(reading);
        let wishes = wishes(self.case, reading);
        for (id, limit) in self.case.limits.iter() {
            let on = limit.supports.iter().filter(|support| holds(support, &held, wishes));
            self.carriers.entry(id).or_default().extend(on.map(|support| support.claim));
        }
    }

    /// The number of the place where this is active.
    pub(super) fn at_active(&mut self, active: Active) -> At {
        let place = Place {
            limits: Rows::of(active.limits.iter().map(|id| id.row())),
            rules: Rules { reported: Rows::of(active.rules.iter().map(|id| id.row())), ask: None },
            asks: active.asks,
        };
        let next = self.places.len();
        let at = *self.numbers.entry(place.clone()).or_insert(next);
        if at == next {
            self.places.push(place);
        }
        at
    }

    /// The place with this number.
    pub(super) fn place(&self, at: At) -> Place {
        let nowhere = || Place { limits: Rows::default(), rules: Rules::default(), asks: BTreeSet::new() };
        self.places.get(at).cloned().unwrap_or_else(nowhere)
    }

    /// The places of the readings left open, each once.
    pub(super) fn open_places(&self) -> Vec<At> {
        self.at.iter().copied().collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The rules of the case with every contested rule active in some reading left open.
    pub(super) fn rules_of_all(&self) -> Rules {
        let all: Vec<Rows> = self.at.iter().map(|at| self.place(*at).rules.reported).collect();
        Rules { reported: union(&all), ask: None }
    }

    /// The limits of these names, as rows; an error names the first unknown or repeated one.
    pub(super) fn rows(&self, names: &[String]) -> Result<Rows, String> {
        let mut rows = Rows::default();
        for name in names {
            match self.case.limits.iter().find(|(_, limit)| limit.name == *name) {
                Some((id, _)) if !rows.has(id.row()) => rows.insert(id.row()),
                Some(_) => return Err(format!("{name} is named twice")),
                None => return Err(format!("no limit is named {name}")),
            }
        }
        Ok(rows)
    }

    /// Limits active in some reading left open.
    pub(super) fn active_somewhere(&self) -> Rows {
        self.open_places().into_iter().fold(Rows::default(), |all, at| all.and(&self.place(at).limits))
    }

    /// The names of limits, for messages.
    pub(super) fn names(&self, limits: &Rows) -> String {
        let names =
            self.case.limits.iter().filter(|(id, _)| limits.has(id.row())).map(|(_, limit)| limit.name.as_str());
        format!("{{{}}}", names.collect::<Vec<_>>().join(", "))
    }

    pub(super) fn refute(&mut self, finding: &str, what: impl Into<String>) {
        self.say(Standing::Refuted, finding, what.into());
    }

    pub(super) fn unproved(&mut self, finding: &str, what: impl Into<String>) {
        self.say(Standing::Unproved, finding, what.into());
    }

    fn say(&mut self, standing: Standing, finding: &str, what: String) {
        let said = Refutation { standing, finding: finding.to_owned(), what };
        if !self.out.contains(&said) {
            self.out.push(said);
        }
    }

    /// Refutes unless it is so.
    pub(super) fn require(&mut self, so: bool, finding: &str, what: impl FnOnce() -> String) {
        if !so {
            self.refute(finding, what());
        }
    }
}

/// Can the question's answers reach any limit, contested rule or offer, through claims named and superseded?
fn touches(case: &Case, question: QuestionId) -> bool {
    let reached = reached(case, question);
    let limits = case.limits.values().flat_map(|limit| &limit.supports);
    let rules = case.reported_rules.values().flat_map(|rule| &rule.supports);
    let asks = case.asks.iter().flat_map(|ask| &ask.supports);
    let wishes = case.questions.row(question).is_some_and(|row| row.answers.values().any(|answer| answer.wishes));
    let on = |support: &Support| {
        let mut claims = support.with.iter().chain(support.without.iter()).chain([&support.claim]);
        (wishes && support.wish) || claims.any(|claim| reached.contains(claim))
    };
    limits.chain(rules).chain(asks).any(on)
}

/// The claims that a question's answers name, and those that these supersede.
pub(super) fn reached(case: &Case, question: QuestionId) -> BTreeSet<ClaimId> {
    let answers = case.questions.row(question).into_iter().flat_map(|row| row.answers.values());
    let named: BTreeSet<ClaimId> = answers.flat_map(|answer| answer.holds.iter().copied()).collect();
    with_superseded(case, named)
}

/// The claims with those that they supersede.
pub(super) fn with_superseded(case: &Case, claims: BTreeSet<ClaimId>) -> BTreeSet<ClaimId> {
    let rows = claims.iter().filter_map(|claim| case.claims.row(*claim));
    let old: Vec<ClaimId> = rows.flat_map(superseded).collect();
    claims.into_iter().chain(old).collect()
}
