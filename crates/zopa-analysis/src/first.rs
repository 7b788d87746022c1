//! What does one look at first? Whether anything fits, a smallest opening, for each party the smallest that leaves its
//! limits as stated, and whose changes would be enough.
//!
//! None of it needs the lists of clashes, so it is there at once at any size; and what was found once serves again when
//! a limit, a claim or a reading changes.

use crate::local::{CAP, own};
use crate::set::{Set, set_of};
use crate::smallest::{Query, Search};
use crate::universe::Universe;
use std::collections::BTreeSet;
use zopa_case::{Case, LimitId, PartyId, ReportedRuleId};

/// What is active.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Limits.
    pub limits: BTreeSet<LimitId>,
    /// Contested rules.
    pub rules: BTreeSet<ReportedRuleId>,
}

impl Active {
    /// Everything that any claim carries, all answers together.
    pub fn all(case: &Case) -> Active {
        Active { limits: case.limits.ids().collect(), rules: case.reported_rules.ids().collect() }
    }
}

/// The first screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// A smallest set of limits whose relaxation leaves a world: none where everything fits; `None` where rules alone
    /// cannot all hold.
    pub smallest: Option<Vec<LimitId>>,
    /// For each party and body with an active limit a smallest such set without any limit of its own.
    pub leaving: Vec<(PartyId, Option<Vec<LimitId>>)>,
    /// The minimal sets of parties and bodies whose limits, all given up, leave a world; `None` where there are too
    /// many to list.
    pub enough: Option<Vec<Vec<PartyId>>>,
}

/// A case with what was found so far.
pub struct Screens<'a> {
    case: &'a Case,
    universe: Universe,
    search: Search,
    own: Vec<Set>,
}

impl<'a> Screens<'a> {
    /// Nothing found yet.
    pub fn of(case: &'a Case) -> Screens<'a> {
        let universe = Universe::new(case, &[]);
        let own = own(case, &universe);
        Screens { case, universe, search: Search::default(), own }
    }

    /// What is so where this is active.
    pub fn at(&mut self, active: &Active) -> First {
        let smallest = self.smallest(active);
        let nobody = self.nobody(active);
        let parties: Vec<PartyId> = self.case.parties.ids().collect();
        let leaving = parties.into_iter().filter_map(|party| Some((party, self.leaving(&nobody, party)?))).collect();
        let enough = self.search.enough(&mut self.universe.oracle, &nobody, &self.own, CAP);
        let named = |set: &Set| self.case.parties.ids().filter(|id| set.contains(id.row())).collect();
        First { smallest, leaving, enough: enough.map(|sets| sets.iter().map(named).collect()) }
    }

    /// [`First::smallest`] alone.
    pub fn smallest(&mut self, active: &Active) -> Option<Vec<LimitId>> {
        let nobody = self.nobody(active);
        self.opening(&nobody, 0)
    }

    /// Does some world meet all of this?
    pub fn fits(&mut self, active: &Active) -> bool {
        let Query { mut soft, hard } = self.nobody(active);
        soft.union_with(&hard);
        self.search.consistent(&mut self.universe.oracle, &soft).is_ok()
    }

    /// Up to so many openings of the whole case, the smallest first, for so many questions to the solver at most; and
    /// whether there is no other.
    pub fn openings(&mut self, active: &Active, most: usize, calls: u64) -> (Vec<Vec<LimitId>>, bool) {
        let query = self.nobody(active);
        let listed = self.search.openings(&mut self.universe.oracle, &query, most, calls);
        (listed.found.iter().map(|opening| self.named(opening)).collect(), listed.complete)
    }

    fn nobody(&self, active: &Active) -> Query {
        let soft = self.universe.set(active.limits.iter().map(|id| self.universe.limit(*id)));
        let hard = self.universe.set(active.rules.iter().map(|id| self.universe.rule(*id)));
        Query { soft, hard }
    }

    fn named(&self, limits: &Set) -> Vec<LimitId> {
        crate::local::limits(self.case, limits).map(|(id, _)| id).collect()
    }

    /// How often the solver was asked so far.
    pub fn calls(&self) -> u64 {
        self.universe.oracle.calls()
    }

    fn leaving(&mut self, nobody: &Query, party: PartyId) -> Option<Option<Vec<LimitId>>> {
        let own = self.own.get(party.row())?;
        let mut hard = set_of(own.len(), nobody.soft.intersection(own));
        if hard.is_clear() {
            return None;
        }
        let mut soft = nobody.soft.clone();
        soft.difference_with(&hard);
        hard.union_with(&nobody.hard);
        Some(self.opening(&Query { soft, hard }, party.row() + 1))
    }

    fn opening(&mut self, query: &Query, slot: usize) -> Option<Vec<LimitId>> {
        let found = self.search.smallest(&mut self.universe.oracle, query, slot)?;
        Some(self.named(&found))
    }
}
