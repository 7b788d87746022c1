//! What is so in which readings? The facts of every reading of a plan, put together and named.

use super::closing::{Level, Means, Outcome, Suggestion};
use super::exchange::{From, concerned};
use super::facts::{Facts, Ground, Heard, Record, Voices, Window};
use crate::order::Count;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_analysis::Readings;
use zopa_case::{ClaimId, Held, PartyId, StepId};
use zopa_finding::{
    Basis, Circle, Closing, Conditional, GatePlace, Means as Told, OrderSaid, Orders, PlacedStep, Plan, Precedence,
    Presence, Promise, Window as WindowTold, WindowLevel, WindowState,
};

/// One plan, told.
pub(crate) fn plan(ground: &Ground<'_>, readings: &Readings, held: &[Held]) -> Plan {
    let mut record = Record::default();
    let mut outcomes: BTreeMap<Facts, Rc<Outcome>> = BTreeMap::new();
    let mut at: Vec<Rc<Outcome>> = Vec::new();
    for (reading, held) in held.iter().enumerate() {
        let facts = ground.facts(held, reading, &mut record);
        let size = ground.steps.len();
        let outcome = outcomes.entry(facts).or_insert_with_key(|facts| Rc::new(Outcome::of(size, facts)));
        at.push(Rc::clone(outcome));
    }
    Teller { ground, readings, record, at }.plan()
}

/// What was found in every reading of a plan.
struct Teller<'g, 'a> {
    ground: &'g Ground<'a>,
    readings: &'g Readings,
    record: Record<'a>,
    at: Vec<Rc<Outcome>>,
}

impl Teller<'_, '_> {
    fn plan(&self) -> Plan {
        let left_out = self.ground.case.space.steps.ids().filter(|step| !self.ground.plan.contains(step));
        Plan {
            steps: self.ground.steps.iter().map(|step| self.step(*step)).collect(),
            left_out: left_out.map(|step| self.step(step)).collect(),
            precedences: self
                .record
                .pairs
                .iter()
                .map(|((a, b), heard)| self.pair(self.name(*a), self.name(*b), heard))
                .collect(),
            conditional: self
                .record
                .conditional
                .iter()
                .map(|(formula, heard)| self.conditional(formula, heard))
                .collect(),
            blocked: self
                .record
                .blocked
                .iter()
                .map(|((a, b), heard)| self.pair(self.step(*a), self.step(*b), heard))
                .collect(),
            orders: self.orders(),
            circles: self.circles(),
            windows: self.windows(),
            gates: self.gates(),
        }
    }

    fn step(&self, step: StepId) -> String {
        self.ground.case.space.steps[step].name.clone()
    }

    fn name(&self, place: usize) -> String {
        self.ground.steps.get(place).map_or_else(String::new, |step| self.step(*step))
    }

    fn names(&self, places: &[usize]) -> Vec<String> {
        places.iter().map(|place| self.name(*place)).collect()
    }

    fn presence(&self, positions: impl IntoIterator<Item = usize>) -> Presence {
        self.readings.presence_at(self.ground.case, positions)
    }

    /// In the readings in which this is so.
    fn where_so(&self, so: impl Fn(&Outcome) -> bool) -> Presence {
        self.presence(self.at.iter().enumerate().filter(|(_, outcome)| so(outcome)).map(|(at, _)| at))
    }

    fn pair(&self, first: String, then: String, heard: &Heard<'_>) -> Precedence {
        Precedence { first, then, said: self.said(&heard.who), presence: self.presence(heard.readings.iter().copied()) }
    }

    fn conditional(&self, formula: &zopa_case::Formula, heard: &Heard<'_>) -> Conditional {
        let text = formula.write(&self.ground.case.space);
        Conditional { text, said: self.said(&heard.who), presence: self.presence(heard.readings.iter().copied()) }
    }

    fn said(&self, who: &Voices<'_>) -> OrderSaid {
        let commitments = who.commitments.iter().map(|id| self.ground.case.commitments[*id].name.clone());
        OrderSaid {
            basis: self.basis(&who.claims),
            commitments: commitments.collect(),
            rules: who.rules.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    fn basis(&self, claims: &BTreeSet<ClaimId>) -> Basis {
        Basis(claims.iter().map(|claim| self.ground.case.claims[*claim].name.clone()).collect())
    }

    /// All who say what this way goes along.
    fn along(&self, way: &[usize]) -> OrderSaid {
        let pairs = way.iter().zip(way.iter().skip(1)).map(|(a, b)| (*a, *b));
        let who = pairs.filter_map(|pair| self.record.pairs.get(&pair));
        self.said(&who.fold(Voices::default(), |all, heard| all.and(&heard.who)))
    }

    fn orders(&self) -> Vec<Orders> {
        let mut rows: BTreeMap<(Count, Vec<usize>), Vec<usize>> = BTreeMap::new();
        for (reading, outcome) in self.at.iter().enumerate() {
            rows.entry((outcome.count, outcome.order.first())).or_default().push(reading);
        }
        let row = |((count, first), positions): ((Count, Vec<usize>), Vec<usize>)| Orders {
            presence: self.presence(positions),
            count: count.number,
            complete: count.complete(),
            first: self.names(&first),
        };
        by_reading(rows).into_iter().map(row).collect()
    }

    fn circles(&self) -> Vec<Circle> {
        let mut ways: BTreeSet<Vec<usize>> = BTreeSet::new();
        let mut seen: Vec<*const Outcome> = Vec::new();
        for outcome in self.at.iter().filter(|outcome| outcome.count.number == 0) {
            if seen.contains(&Rc::as_ptr(outcome)) {
                continue;
            }
            seen.push(Rc::as_ptr(outcome));
            let way = |step: usize| outcome.order.way(step, step).filter(|way| way.iter().all(|other| *other >= step));
            ways.extend((0..outcome.order.size()).filter_map(way));
        }
        ways.iter().map(|way| self.circle(way)).collect()
    }

    fn circle(&self, way: &[usize]) -> Circle {
        let steps = way.get(1..).unwrap_or_default();
        let pairs: Vec<(usize, usize)> = way.iter().zip(steps).map(|(a, b)| (*a, *b)).collect();
        let all = |outcome: &Outcome| {
            let said: BTreeSet<(usize, usize)> = outcome.order.pairs().collect();
            pairs.iter().all(|pair| said.contains(pair))
        };
        let there: Vec<&Rc<Outcome>> = self.at.iter().filter(|outcome| all(outcome)).collect();
        let moment = there.iter().all(|outcome| !outcome.order.at_one_moment(steps).circle_through());
        Circle {
            steps: self.names(way.get(..way.len().saturating_sub(1)).unwrap_or_default()),
            presence: self.where_so(all),
            at_one_moment: moment,
            said: self.along(way),
        }
    }

    fn windows(&self) -> Vec<WindowTold> {
        let all: BTreeSet<&Window> = self.record.promises.keys().collect();
        all.into_iter().map(|window| self.window(window)).collect()
    }

    fn id(&self, window: &Window) -> String {
        format!("{}/{}", self.name(window.step), self.names(&window.until).join("+"))
    }

    fn ids(&self, windows: &BTreeSet<Window>) -> Vec<String> {
        windows.iter().map(|window| self.id(window)).collect()
    }

    fn window(&self, window: &Window) -> WindowTold {
        let step = self.ground.steps.get(window.step).copied();
        let by = step.map(|step| self.ground.case.space.steps[step].by.clone()).unwrap_or_default();
        WindowTold {
            id: self.id(window),
            step: self.name(window.step),
            exposed: self.parties(by),
            until: self.names(&window.until),
            promises: self.promises(window),
            states: self.states(window),
            closings: self.closings(window),
        }
    }

    fn parties(&self, ids: impl IntoIterator<Item = PartyId>) -> Vec<String> {
        ids.into_iter().map(|party| self.ground.case.parties[party].name.clone()).collect()
    }

    fn promises(&self, window: &Window) -> Vec<Promise> {
        let case = self.ground.case;
        let promise = |(from, claims): (&From, &BTreeSet<ClaimId>)| match from {
            From::Claim(claim, at) => Promise {
                claim: Some(case.claims[*claim].name.clone()),
                commitment: None,
                text: case.claims[*claim].statements.get(*at).map(|said| said.text.clone()).unwrap_or_default(),
                basis: self.basis(claims),
            },
            From::Commitment(id) => Promise {
                claim: None,
                commitment: Some(case.commitments[*id].name.clone()),
                text: case.commitments[*id].title.clone(),
                basis: self.basis(claims),
            },
        };
        self.record.promises.get(window).into_iter().flatten().map(promise).collect()
    }

    fn states(&self, window: &Window) -> Vec<WindowState> {
        let mut rows: BTreeMap<WindowKind<'_>, Vec<(usize, Count)>> = BTreeMap::new();
        for (reading, outcome) in self.at.iter().enumerate() {
            for (_, level) in outcome.levels.iter().filter(|(known, _)| known == window) {
                let (kind, count) = kind(level);
                rows.entry(kind).or_default().push((reading, count));
            }
        }
        let mut rows: Vec<_> = rows.into_iter().collect();
        rows.sort_by_key(|(_, at)| at.first().map(|(reading, _)| *reading));
        rows.into_iter().map(|(kind, at)| self.state(kind, &at)).collect()
    }

    fn state(&self, kind: WindowKind<'_>, at: &[(usize, Count)]) -> WindowState {
        let numbers = || at.iter().map(|(_, count)| count.number);
        let level = match kind {
            WindowKind::Always(way) => WindowLevel::Always { said: self.along(way) },
            WindowKind::Some => WindowLevel::Some {
                fewest: numbers().min().unwrap_or(0),
                most: numbers().max().unwrap_or(0),
                complete: at
                    .iter()
                    .map(|(_, count)| *count)
                    .find(|count| !count.exact)
                    .unwrap_or(Count::ONE)
                    .complete(),
            },
            WindowKind::Never => WindowLevel::Never,
            WindowKind::Unending => WindowLevel::Unending,
            WindowKind::NoOrder => WindowLevel::NoOrder,
        };
        WindowState { presence: self.presence(at.iter().map(|(reading, _)| *reading)), level }
    }

    fn closings(&self, window: &Window) -> Vec<Closing> {
        let mut known: BTreeMap<*const Outcome, Vec<Suggestion>> = BTreeMap::new();
        let mut rows: BTreeMap<Suggestion, Vec<usize>> = BTreeMap::new();
        for (reading, outcome) in self.at.iter().enumerate() {
            let found = known.entry(Rc::as_ptr(outcome)).or_insert_with(|| outcome.closings(window));
            for suggestion in found.iter() {
                rows.entry(suggestion.clone()).or_default().push(reading);
            }
        }
        let row = |(suggestion, positions): (Suggestion, Vec<usize>)| Closing {
            means: self.means(window, &suggestion.means),
            presence: self.presence(positions),
            closes: self.ids(&suggestion.closes),
            opens: self.ids(&suggestion.opens),
        };
        rows.into_iter().map(row).collect()
    }

    fn means(&self, window: &Window, means: &Means) -> Told {
        let both = |other: usize| (self.name(window.step), self.name(other));
        match means {
            Means::Order(pairs) => {
                Told::Order { pairs: pairs.iter().map(|(a, b)| (self.name(*a), self.name(*b))).collect() }
            }
            Means::AtOneMoment(other) => Told::AtOneMoment { steps: both(*other) },
            Means::Parts(other) => Told::Parts { steps: both(*other) },
            Means::Escrow => Told::Escrow { step: self.name(window.step), with: self.thirds(window) },
        }
    }

    /// Parties that neither take a step of the window nor promise what it is about, themselves or by a body.
    fn thirds(&self, window: &Window) -> Vec<String> {
        let case = self.ground.case;
        let places = std::iter::once(&window.step).chain(&window.until);
        let steps = places.filter_map(|place| self.ground.steps.get(*place));
        let mut sides: BTreeSet<PartyId> = steps.flat_map(|step| concerned(case, *step)).collect();
        let promises = self.record.promises.get(window).into_iter().flatten().map(|(from, _)| *from);
        for exchange in promises.filter_map(|from| self.ground.exchanges.iter().find(|row| row.from == from)) {
            let with_party =
                |party: &PartyId| std::iter::once(*party).chain(case.parties[*party].of).collect::<Vec<_>>();
            sides.extend(exchange.promisers.iter().flat_map(with_party));
        }
        let third = |(id, party): &(PartyId, &zopa_case::Party)| party.of.is_none() && !sides.contains(id);
        self.parties(case.parties.iter().filter(third).map(|(id, _)| id))
    }

    fn gates(&self) -> Vec<GatePlace> {
        let steps = self.ground.steps.iter().enumerate();
        let gates = steps.filter(|(_, step)| self.ground.case.space.steps[**step].gate);
        gates.map(|(place, _)| self.gate(place)).collect()
    }

    fn gate(&self, gate: usize) -> GatePlace {
        let placed = |is: &dyn Fn(&Outcome, usize) -> bool| -> Vec<PlacedStep> {
            let steps = (0..self.ground.steps.len()).filter(|step| *step != gate);
            let step = |step: usize| PlacedStep {
                step: self.name(step),
                presence: self.where_so(|outcome| is(outcome, step)),
            };
            steps.map(step).filter(|placed| placed.presence != Presence::Never).collect()
        };
        let closes = self.record.promises.keys().filter(|window| window.until.contains(&gate));
        GatePlace {
            gate: self.name(gate),
            before: placed(&|outcome, step| outcome.order.before(step, gate)),
            after: placed(&|outcome, step| outcome.order.before(gate, step)),
            closes: closes.map(|window| self.id(window)).collect(),
        }
    }
}

/// How a window stands, whatever the number of orders.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum WindowKind<'o> {
    Always(&'o [usize]),
    Some,
    Never,
    Unending,
    NoOrder,
}

fn kind(level: &Level) -> (WindowKind<'_>, Count) {
    match level {
        Level::Always(way) => (WindowKind::Always(way), Count::NONE),
        Level::Some(count) => (WindowKind::Some, *count),
        Level::Never => (WindowKind::Never, Count::NONE),
        Level::Unending => (WindowKind::Unending, Count::NONE),
        Level::NoOrder => (WindowKind::NoOrder, Count::NONE),
    }
}

/// Rows in the order of the first reading of each.
fn by_reading<K>(rows: BTreeMap<K, Vec<usize>>) -> Vec<(K, Vec<usize>)> {
    let mut rows: Vec<(K, Vec<usize>)> = rows.into_iter().collect();
    rows.sort_by_key(|(_, positions)| positions.first().copied());
    rows
}
