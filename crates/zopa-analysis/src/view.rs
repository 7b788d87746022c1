//! Where does one stand, all readings together? The case, the choices, every reading with its answers.

use crate::engine::Engine;
use crate::lists::usual_calls;
use crate::local::{Enumeration, Local};
use crate::readings::Readings;
use crate::set::{Set, hitting_sets, union};
use crate::universe::Universe;
use crate::{Choices, ReadingLists, Refusal};
use std::collections::BTreeMap;
use std::rc::Rc;
use zopa_case::{Aside, Case, LimitId, PartyId, Reading, Under};
use zopa_finding::HingeKind;

/// Openings of one knot that are listed at most.
pub(crate) const OPENINGS: usize = 20_000;

/// Everything that answers are made from.
pub(crate) struct View<'a> {
    /// The case.
    pub case: &'a Case,
    /// The choices.
    pub choices: &'a Choices,
    /// What the choices set aside.
    pub aside: Aside,
    /// The readings left open.
    pub readings: Readings,
    /// The oracle with its elements, and the complete lists.
    pub engine: Rc<Engine<'a>>,
    /// The answers in each reading.
    pub locals: Vec<Rc<Local>>,
    /// Every clash of some reading, by size, then file order.
    pub clashes: Vec<Set>,
    /// Every single source and origin that carries something, with the answers in each reading when it is set
    /// aside. Where that leaves a denial with nothing to carry it, its question is gone, and readings that differ in
    /// it alone become one.
    pub asides: Vec<SetAside>,
}

/// A source or an origin set aside.
pub(crate) struct SetAside {
    /// Which.
    pub single: Single,
    /// What that means.
    pub aside: Aside,
    /// The answers in each reading.
    pub locals: Vec<Rc<Local>>,
}

impl SetAside {
    /// Its kind and its name.
    pub fn name(&self, case: &Case) -> (HingeKind, String) {
        match self.single {
            Single::Source(source) => (HingeKind::Source, case.sources[source].name.clone()),
            Single::Origin(origin) => (HingeKind::Origin, crate::evidence::origin_name(case, origin)),
        }
    }
}

/// What can be set aside by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Single {
    /// A source, with those that copy it.
    Source(zopa_case::SourceId),
    /// An origin.
    Origin(zopa_case::OriginId),
}

impl<'a> View<'a> {
    /// Looks at a case with these choices.
    pub fn of(case: &'a Case, choices: &'a Choices) -> Result<View<'a>, Refusal> {
        let readings = Readings::of(case, &choices.assume)?;
        let added: Vec<_> = choices.conditions.iter().map(|(_, formula)| formula.clone()).collect();
        let mut universe = Universe::new(case, &added);
        let base = base_aside(choices);
        let asides = asides(case, &base);
        let supposed = &choices.supposed;
        let mut under: Vec<Under<'_>> = vec![case.under(&base, supposed)];
        under.extend(asides.iter().map(|(_, aside)| case.under(aside, supposed)));
        let calls = choices.calls.unwrap_or_else(|| usual_calls(universe.elements.len()));
        let enumeration = Enumeration::of(case, &mut universe, &under, &readings.all, calls);
        let locals = |under: &Under<'_>| -> Vec<Rc<Local>> {
            readings.all.iter().map(|reading| enumeration.local(&universe, under, reading)).collect()
        };
        let counted = under.first().map(locals).unwrap_or_default();
        let set_aside = asides.into_iter().zip(under.iter().skip(1));
        let set_aside = set_aside.map(|((single, aside), under)| SetAside { locals: locals(under), single, aside });
        let asides: Vec<SetAside> = set_aside.collect();
        let engine = Rc::new(Engine::new(universe, enumeration));
        let clashes = engine.clashes(counted.iter().map(Rc::as_ref));
        Ok(View { case, clashes, choices, aside: base, readings, locals: counted, asides, engine })
    }

    /// Were all lists of clashes completed?
    pub fn complete(&self) -> bool {
        self.engine.enumeration.all.complete
    }

    /// The limits that are active in no reading.
    pub fn in_no_reading(&self) -> Set {
        let mut left = self.engine.limits_and_rules();
        self.locals.iter().for_each(|local| left.difference_with(&local.active));
        left
    }

    /// The names of the parties and bodies of a set.
    pub fn party_names(&self, parties: &Set) -> Vec<String> {
        let chosen = self.case.parties.iter().filter(|(id, _)| parties.contains(id.row()));
        chosen.map(|(_, party)| party.name.clone()).collect()
    }
}

fn base_aside(choices: &Choices) -> Aside {
    choices.without.iter().fold(Aside::default(), |all, (_, aside)| all.and(aside))
}

/// Each source and each origin that carries a claim which nothing else does, with what is set aside anyway.
fn asides(case: &Case, base: &Aside) -> Vec<(Single, Aside)> {
    let sources = case.sources.ids().map(|id| (Single::Source(id), Aside::source(case, id)));
    let origins = case.origins.ids().map(|id| (Single::Origin(id), Aside::origin(id)));
    let matters = |aside: &Aside| case.claims.ids().any(|c| case.carried(c, base) && !case.carried(c, aside));
    let both = |(single, aside): (Single, Aside)| (single, base.clone().and(&aside));
    sources.chain(origins).map(both).filter(|(_, aside)| matters(aside)).collect()
}

/// The complete lists in every reading left open by the choices, by limit, all projected from one enumeration:
/// what tests and other tools compare with independent answers.
///
/// # Errors
/// [`Refusal::TooManyReadings`].
pub fn reading_lists(case: &Case, choices: &Choices) -> Result<Vec<(Reading, ReadingLists)>, Refusal> {
    let view = View::of(case, choices)?;
    let mut opened = Opened::default();
    let each = view.readings.all.iter().zip(&view.locals);
    Ok(each.map(|(reading, local)| (reading.clone(), lists(&view, local, &mut opened))).collect())
}

/// Openings found so far, by the clashes of their knot.
type Opened = BTreeMap<Vec<Set>, Option<Rc<Vec<Vec<LimitId>>>>>;

fn lists(view: &View<'_>, local: &Local, opened: &mut Opened) -> ReadingLists {
    let (case, answers) = (view.case, &local.answers);
    let size = view.engine.size;
    let limits = |set: &Set| -> Vec<LimitId> { crate::local::limits(case, set).map(|(id, _)| id).collect() };
    let party = |set: &Set| -> Vec<PartyId> { case.parties.ids().filter(|id| set.contains(id.row())).collect() };
    let knots: Vec<Vec<Set>> = answers.knots.iter().map(|knot| pick(&answers.clashes, knot)).collect();
    let told = |sets: Vec<Set>| Rc::new(sets.iter().map(limits).collect::<Vec<_>>());
    let mut openings = |knot: &Vec<Set>| match opened.get(knot) {
        Some(known) => known.clone(),
        None if view.complete() => {
            let found = hitting_sets(knot, size, OPENINGS).map(told);
            opened.entry(knot.clone()).or_insert(found).clone()
        }
        None => Some(told(some_openings(view, local, &union(knot, size)))),
    };
    let openings: Vec<Option<Rc<_>>> = knots.iter().map(&mut openings).collect();
    ReadingLists {
        active: limits(&local.active),
        rules: case.reported_rules.ids().filter(|id| local.active.contains(view.engine.rule(*id))).collect(),
        consistent: answers.fits(),
        rules_fail: answers.rules_fail,
        clashes: answers.clashes.iter().map(limits).collect(),
        knots: knots.iter().map(|knot| limits(&union(knot, size))).collect(),
        complete: view.complete() && openings.iter().all(Option::is_some),
        openings: openings.into_iter().map(Option::unwrap_or_default).collect(),
        enough: answers.enough.iter().map(party).collect(),
        shut: answers.shut.iter().map(|sets| sets.as_ref().map(|sets| sets.iter().map(limits).collect())).collect(),
    }
}

/// Some openings of a knot of one reading where not all clashes are known: the limits of other knots are not asked for.
fn some_openings(view: &View<'_>, local: &Local, knot: &Set) -> Vec<Set> {
    let mut asked = local.active.clone();
    asked.difference_with(&union(&local.answers.clashes, view.engine.size));
    asked.union_with(knot);
    view.engine.openings(&asked, knot)
}

/// Members of a family by position.
pub(crate) fn pick(family: &[Set], positions: &[usize]) -> Vec<Set> {
    positions.iter().filter_map(|at| family.get(*at).cloned()).collect()
}
