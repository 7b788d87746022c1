//! Whose changes, together, would be enough: for the whole case, and for one knot?

use super::desk::Desk;
use super::facts::subsets;
use super::presence::So;
use crate::lists::holders;
use crate::sets::{Rows, hitting, minimal};
use std::collections::BTreeMap;
use zopa_finding::{Completeness, Enough, Knot};

/// What is so at one place, for one question of "who".
struct Here {
    /// Minimal sets of parties; none where nothing needs to change, or nothing would be enough.
    minimal: Option<Vec<Rows>>,
}

impl Desk<'_> {
    /// For the whole case: all of their active limits given up, the rest can stand together.
    pub(super) fn whole_enough(&mut self) {
        let said = self.answer.enough.clone();
        let mut here = BTreeMap::new();
        for at in self.open_places() {
            here.insert(at, Here { minimal: self.facts(at).enough.clone() });
        }
        let all = self.answer.complete == Completeness::Complete;
        self.enough("enough", &said, &here, all, &mut |desk, at, parties| desk.is_enough(at, parties));
    }

    /// For one knot: of its clashes present there, each has a limit of one of them.
    pub(super) fn knot_enough(&mut self, knot: &Knot, clashes: &[Rows]) {
        let mut here = BTreeMap::new();
        let mut present: BTreeMap<usize, Option<Vec<Rows>>> = BTreeMap::new();
        for at in self.open_places() {
            let clashes = self.present(at, clashes);
            let held = clashes.map(|clashes| clashes.iter().map(|clash| holders(self.case, clash)).collect::<Vec<_>>());
            let most = self.ground.budget().sets;
            let minimal =
                held.as_ref().and_then(|held| if held.is_empty() { Some(Vec::new()) } else { hitting(held, most) });
            here.insert(at, Here { minimal });
            present.insert(at, held);
        }
        let finding = format!("{}: enough", knot.id);
        let all = self.answer.complete == Completeness::Complete;
        self.enough(&finding, &knot.enough, &here, all, &mut |_, at, parties| {
            let held = present.get(&at)?.as_ref()?;
            Some(held.iter().all(|holders| holders.meets(parties)))
        });
    }

    /// Each set listed is minimal in some reading (or among those that are enough in every one), and enough in
    /// exactly the readings said; each set that is minimal in some reading is listed.
    fn enough(
        &mut self,
        finding: &str,
        said: &[Enough],
        here: &BTreeMap<usize, Here>,
        all: bool,
        is_enough: &mut dyn FnMut(&mut Self, usize, &Rows) -> Option<bool>,
    ) {
        let unknown = here.values().any(|here| here.minimal.is_none());
        if unknown {
            self.unproved(finding, "a count of work was reached");
        }
        let somewhere: Vec<Rows> = here.values().filter_map(|here| here.minimal.clone()).flatten().collect();
        let mut seen = Vec::new();
        for row in said {
            let name = format!("{finding} {{{}}}", row.parties.join(", "));
            let Some(parties) = self.party_rows(&row.parties) else {
                self.refute(&name, "names somebody who is not in the case");
                continue;
            };
            let so = self.each_reading(|desk, at| is_enough(desk, at, &parties));
            let unknown = unknown || so.iter().any(|(_, so)| so.is_none());
            let every = !unknown && self.minimal_in_every(&parties, &so, is_enough);
            let minimal = unknown || somewhere.contains(&parties) || every;
            self.require(minimal, &name, || "in no reading a minimal set that is enough".to_owned());
            self.presence(&name, &row.presence, &so);
            self.require(!seen.contains(&parties), &name, || "is listed twice".to_owned());
            seen.push(parties);
        }
        for missing in minimal_first(&somewhere).into_iter().filter(|set| all && !seen.contains(set)) {
            let names = self.party_names(&missing);
            self.refute(
                finding,
                format!("{{{}}} is enough in some reading, none of them to spare, and is not listed", names.join(", ")),
            );
        }
    }

    /// Enough in every reading, and no longer so without any one of them.
    fn minimal_in_every(
        &mut self,
        parties: &Rows,
        so: &[So],
        is_enough: &mut dyn FnMut(&mut Self, usize, &Rows) -> Option<bool>,
    ) -> bool {
        let every = so.iter().all(|(_, so)| *so == Some(true));
        every
            && parties.iter().all(|party| {
                let fewer = parties.but(party);
                self.open_places().into_iter().any(|at| is_enough(self, at, &fewer) == Some(false))
            })
    }

    /// The minimal sets of parties that are enough at each of these places; `None` where a count was reached.
    pub(super) fn enough_in_all(&mut self, places: &[usize]) -> Option<Vec<Rows>> {
        let mut all = Rows::default();
        for at in places {
            all = all.and(&holders(self.case, &self.place(*at).limits));
        }
        let parties: Vec<usize> = all.iter().collect();
        if parties.len() > 12 {
            return None;
        }
        let mut found: Vec<Rows> = Vec::new();
        for set in subsets(&parties) {
            if found.iter().any(|smaller| smaller.within(&set)) {
                continue;
            }
            let mut enough = true;
            for at in places {
                enough = enough && self.is_enough(*at, &set)?;
            }
            if enough {
                found.push(set);
            }
        }
        Some(minimal(found))
    }
}

/// Each once, by size, then file order.
fn minimal_first(sets: &[Rows]) -> Vec<Rows> {
    crate::sets::listed(sets.to_vec())
}
