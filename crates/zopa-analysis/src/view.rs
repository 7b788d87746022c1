//! Where does one stand, all readings together? The case, the choices, every reading with its answers.

use crate::local::{Enumeration, Local};
use crate::readings::Readings;
use crate::set::{hitting_sets, Set};
use crate::universe::Universe;
use crate::{Choices, ReadingLists, Refusal};
use std::rc::Rc;
use zopa_case::{Aside, Case, LimitId, PartyId, QuestionKind, Reading, Stand};

/// Openings of one knot that are listed at most.
pub(crate) const OPENINGS: usize = 20_000;

/// Everything that answers are made from.
pub(crate) struct View<'a> {
    /// The case.
    pub case: &'a Case,
    /// The choices.
    pub choices: &'a Choices,
    /// The readings left open.
    pub readings: Readings,
    /// The oracle with its elements.
    pub universe: Universe,
    /// The complete lists.
    pub enumeration: Enumeration<'a>,
    /// The answers in each reading.
    pub locals: Vec<Rc<Local>>,
    /// Every single source and origin that carries something, with what setting it aside means.
    pub asides: Vec<(Single, Aside)>,
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
        let asides = asides(case);
        let base = base_aside(choices);
        let all = readings.all.iter().flat_map(|reading| {
            std::iter::once(base.clone())
                .chain(asides.iter().map(|(_, aside)| base.clone().and(aside)))
                .map(|aside| stand(choices, reading, aside))
        });
        let enumeration = Enumeration::of(case, &mut universe, all);
        let locals = readings.all.iter().map(|r| enumeration.local(&universe, &stand(choices, r, base.clone()))).collect();
        Ok(View { case, choices, readings, universe, enumeration, locals, asides })
    }

    /// The answers in each reading with something set aside; `None` for readings that then do not exist: a
    /// denial that nothing carries denies nothing.
    pub fn set_aside(&self, aside: &Aside) -> Vec<Option<Rc<Local>>> {
        let aside = base_aside(self.choices).and(aside);
        let silent: Vec<_> = self.case.questions.iter().filter(|(_, q)| self.silenced(&q.kind, &aside)).map(|(id, _)| id).collect();
        let exists = |reading: &Reading| silent.iter().all(|q| reading.answer(*q) == Reading::first(self.case).answer(*q));
        let local = |reading: &Reading| {
            exists(reading).then(|| self.enumeration.local(&self.universe, &stand(self.choices, reading, aside.clone())))
        };
        self.readings.all.iter().map(local).collect()
    }

    fn silenced(&self, kind: &QuestionKind, aside: &Aside) -> bool {
        matches!(kind, QuestionKind::Denial(denials) if !denials.iter().any(|denial| self.case.carried(*denial, aside)))
    }

    /// Every clash of some reading, by size, then file order.
    pub fn clashes(&self) -> Vec<Set> {
        crate::set::sorted(self.locals.iter().flat_map(|local| local.clashes.iter().cloned()).collect())
    }

    /// Were all lists of clashes completed?
    pub fn complete(&self) -> bool {
        self.enumeration.all.complete
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

fn stand(choices: &Choices, reading: &Reading, aside: Aside) -> Stand {
    Stand { reading: reading.clone(), aside, supposed: choices.supposed.clone() }
}

/// Each source and each origin that carries a claim on which a limit, rule or offer depends.
fn asides(case: &Case) -> Vec<(Single, Aside)> {
    let sources = case.sources.ids().map(|id| (Single::Source(id), Aside::source(case, id)));
    let origins = case.origins.ids().map(|id| (Single::Origin(id), Aside::origin(id)));
    let nothing = Aside::default();
    let matters = |aside: &Aside| case.claims.ids().any(|c| case.carried(c, &nothing) && !case.carried(c, aside));
    sources.chain(origins).filter(|(_, aside)| matters(aside)).collect()
}

/// The complete lists in every reading left open by the choices, by limit, all projected from one enumeration:
/// what tests and other tools compare with independent answers.
///
/// # Errors
/// [`Refusal::TooManyReadings`].
pub fn reading_lists(case: &Case, choices: &Choices) -> Result<Vec<(Reading, ReadingLists)>, Refusal> {
    let view = View::of(case, choices)?;
    Ok(view.readings.all.iter().zip(&view.locals).map(|(r, local)| (r.clone(), lists(&view, local))).collect())
}

fn lists(view: &View<'_>, local: &Local) -> ReadingLists {
    let case = view.case;
    let size = view.universe.elements.len();
    let limits = |set: &Set| -> Vec<LimitId> { crate::local::limits(case, set).map(|(id, _)| id).collect() };
    let party = |set: &Set| -> Vec<PartyId> { case.parties.ids().filter(|id| set.contains(id.row())).collect() };
    let knots: Vec<Vec<Set>> = local.knots.iter().map(|knot| pick(&local.clashes, knot)).collect();
    let openings: Vec<Option<Vec<Set>>> = knots.iter().map(|knot| hitting_sets(knot, size, OPENINGS)).collect();
    ReadingLists {
        active: limits(&local.active),
        rules: case.reported_rules.ids().filter(|id| local.active.contains(view.universe.rule(*id))).collect(),
        consistent: local.clashes.is_empty() && !local.rules_fail,
        rules_fail: local.rules_fail,
        clashes: local.clashes.iter().map(limits).collect(),
        knots: knots.iter().map(|knot| limits(&crate::set::union(knot, size))).collect(),
        complete: view.complete() && openings.iter().all(Option::is_some),
        openings: openings.iter().map(|list| list.iter().flatten().map(limits).collect()).collect(),
        enough: local.enough.iter().map(party).collect(),
        shut: local.shut.iter().map(|sets| sets.as_ref().map(|sets| sets.iter().map(limits).collect())).collect(),
    }
}

/// Members of a family by position.
pub(crate) fn pick(family: &[Set], positions: &[usize]) -> Vec<Set> {
    positions.iter().filter_map(|at| family.get(*at).cloned()).collect()
}
