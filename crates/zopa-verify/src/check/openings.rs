//! Does each opening meet every clash of its knot, with no limit to spare, and does its world break exactly
//! its limits? Are they all there is?

use super::desk::Desk;
use crate::search::Found;
use crate::sets::{Rows, hitting, listed, union};
use crate::world::World;
use zopa_case::{Formula, OptionId};
use zopa_finding::{Completeness, Knot, Opening, WORLDS};

impl Desk<'_> {
    /// The openings of one knot: enough in every reading left open, so measured on the clashes of all of them.
    pub(super) fn openings(&mut self, knot: &Knot, clashes: &[Rows]) {
        let mut sets = Vec::new();
        for (at, opening) in knot.openings.iter().enumerate() {
            match self.rows(&opening.limits) {
                Err(what) => self.refute(&knot.id, format!("an opening: {what}")),
                Ok(limits) => {
                    self.opening(knot, clashes, opening, &limits);
                    if at < WORLDS || opening.world.is_some() {
                        let finding = format!("{}: opening {}", knot.id, self.names(&limits));
                        self.opening_world(&finding, &union(clashes), &limits, opening.world.as_ref());
                    }
                    sets.push(limits);
                }
            }
        }
        let in_order = listed(sets.clone()) == sets;
        self.require(in_order, &knot.id, || "its openings are not by size, then file order, each once".to_owned());
        if knot.complete == Completeness::Complete {
            self.all_openings(knot, clashes, &sets);
        }
    }

    fn all_openings(&mut self, knot: &Knot, clashes: &[Rows], sets: &[Rows]) {
        let Some(all) = hitting(clashes, self.ground.budget().sets) else {
            return self.unproved(&knot.id, "too many openings to be sure that all are listed");
        };
        for opening in all.iter().filter(|opening| !sets.contains(opening)) {
            let names = self.names(opening);
            self.refute(&knot.id, format!("said to list all openings, and {names} is missing"));
        }
    }

    fn opening(&mut self, knot: &Knot, clashes: &[Rows], opening: &Opening, limits: &Rows) {
        let finding = format!("{}: opening {}", knot.id, self.names(limits));
        let meets_all = |set: &Rows| clashes.iter().all(|clash| clash.meets(set));
        self.require(meets_all(limits), &finding, || "leaves a clash of the knot as it is".to_owned());
        let spare = limits.iter().find(|row| meets_all(&limits.but(*row)));
        if let Some(row) = spare {
            let name = self.names(&Rows::of([row]));
            self.refute(&finding, format!("is not minimal: {name} need not change"));
        }
        self.check_holders(&finding, limits, &opening.holders);
        self.check_basis(&finding, limits, &[], &opening.basis);
    }

    fn opening_world(&mut self, finding: &str, knot: &Rows, opening: &Rows, said: Option<&zopa_finding::World>) {
        let conditions = self.breaking(knot, opening);
        let conditions: Vec<&Formula> = conditions.iter().collect();
        let Some(said) = said else {
            let found = self.ground.find(&conditions);
            let none = !matches!(found, Found::World(_));
            return self
                .require(none, finding, || "one world serves every reading left open, and none is shown".to_owned());
        };
        match self.read_world(said) {
            Err(what) => self.refute(finding, what),
            Ok(world) if !conditions.iter().all(|condition| world.holds(condition)) => {
                self.refute(finding, "its world does not keep the rules and the limits in no clash, and break exactly its limits of those of the knot");
            }
            Ok(world) => self.first_in_file_order(finding, &conditions, &world),
        }
    }

    /// What a world behind the opening must meet: the rules of every reading left open, the other limits of the
    /// knot, every limit of some reading that is in no clash, and none of the opening's.
    fn breaking(&self, knot: &Rows, opening: &Rows) -> Vec<Formula> {
        let rules = self.ground.formulas(&self.rules_of_all()).into_iter().cloned();
        let free = self.active_somewhere().minus(&union(&self.listed));
        let kept = self.formulas_of(&knot.minus(opening).and(&free)).into_iter().cloned();
        let broken = self.formulas_of(opening).into_iter().map(|limit| Formula::Not(Box::new(limit.clone())));
        rules.chain(kept).chain(broken).collect()
    }

    /// No package before it in file order (the first issue counts most) has such a world.
    fn first_in_file_order(&mut self, finding: &str, conditions: &[&Formula], world: &World) {
        let mut same: Vec<Formula> = Vec::new();
        for (id, issue) in self.case.space.issues.iter() {
            let Some(chosen) = world.options.get(id.row()).copied().flatten() else { continue };
            let before: Vec<OptionId> = issue.options.ids().take_while(|option| *option != chosen).collect();
            let earlier = Formula::Or(before.into_iter().map(|option| Formula::Is(id, option)).collect());
            let all: Vec<&Formula> = conditions.iter().copied().chain(&same).chain([&earlier]).collect();
            if matches!(self.ground.find(&all), Found::World(_)) {
                let what = format!("its world is not the first in file order: {} can be earlier", issue.name);
                return self.refute(finding, what);
            }
            same.push(Formula::Is(id, chosen));
        }
    }
}
