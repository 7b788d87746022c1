//! What is so under each answer of a hinge, the other questions left as they are?

use super::desk::{At, Desk};
use super::facts::knots_of;
use super::hinges::Turn;
use crate::readings::Reading;
use crate::sets::{Rows, listed};
use std::collections::BTreeSet;
use std::rc::Rc;
use zopa_finding::{Effect, Hinge};

impl Desk<'_> {
    pub(super) fn effects(&mut self, finding: &str, hinge: &Hinge, turn: Turn) {
        let sides = self.sides(turn);
        let said: Vec<&String> = hinge.effects.iter().map(|effect| &effect.answer).collect();
        let right: Vec<&String> = sides.iter().map(|(answer, _)| answer).collect();
        self.require(said == right, finding, || "its effects are not one for each of its answers, in order".to_owned());
        for effect in &hinge.effects {
            if let Some((_, places)) = sides.iter().find(|(answer, _)| *answer == effect.answer) {
                self.effect(&format!("{finding}: {}", effect.answer), effect, places, turn);
            }
        }
    }

    fn effect(&mut self, finding: &str, effect: &Effect, places: &[At], turn: Turn) {
        let readings = self.readings_under(effect, turn);
        let mut fits = Vec::new();
        let mut fail = Vec::new();
        for (reading, at) in readings.into_iter().zip(places) {
            let facts = self.facts(*at);
            fits.push((reading.clone(), facts.fits));
            fail.push((reading, facts.rules_fail));
        }
        self.one_verdict(finding, &effect.verdict, &fits, &fail);
        let places: Vec<At> = places.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        self.effect_clashes(finding, effect, &places);
        self.effect_new(finding, effect, &places);
        self.effect_knots(finding, effect, &places);
        self.effect_enough(finding, effect, &places);
        self.effect_shut_out(finding, effect, &places);
    }

    /// The readings of the others, in the order of [`Desk::sides`].
    fn readings_under(&self, effect: &Effect, turn: Turn) -> Vec<Rc<Reading>> {
        let Turn::Question(question) = turn else { return self.readings.clone() };
        let Some(row) = self.case.questions.row(question) else { return Vec::new() };
        let first = row.answers.ids().next();
        let answer = row.answers.iter().find(|(_, row)| row.name == effect.answer).map(|(id, _)| id);
        let others = self.readings.iter().filter(|reading| reading.get(&question).copied() == first);
        others
            .flat_map(|reading| crate::readings::with_each(reading, question, answer.as_slice()))
            .map(Rc::new)
            .collect()
    }

    /// Each clash of the open view: in every reading under the answer, in some, in none.
    fn effect_clashes(&mut self, finding: &str, effect: &Effect, places: &[At]) {
        let clashes: Vec<(String, Rows)> =
            self.answer.clashes.iter().map(|clash| clash.id.clone()).zip(self.listed.clone()).collect();
        for (id, limits) in clashes {
            let so: Vec<Option<bool>> = places
                .iter()
                .map(|at| self.present(*at, std::slice::from_ref(&limits)).map(|p| !p.is_empty()))
                .collect();
            let (any, all) = (so.contains(&Some(true)), so.iter().all(|so| *so == Some(true)));
            if so.contains(&None) {
                continue;
            }
            let said = (effect.every.contains(&id), effect.some.contains(&id), effect.gone.contains(&id));
            let right = (any && all, any && !all, !any);
            self.require(said == right, finding, || format!("in every, some, or no reading under it: {id}"));
        }
    }

    /// All clashes of some reading under it; `None` where a count of work was reached.
    fn clashes_under(&mut self, places: &[At]) -> Option<Vec<Rows>> {
        let mut clashes = Vec::new();
        for at in places {
            clashes.extend(self.facts(*at).clashes.as_ref()?.iter().filter(|clash| !clash.is_empty()).cloned());
        }
        Some(listed(clashes))
    }

    /// Clashes that arise only so, in no reading of the open view.
    fn effect_new(&mut self, finding: &str, effect: &Effect, places: &[At]) {
        let Some(clashes) = self.clashes_under(places) else {
            return self.unproved(finding, "a count of work was reached before its clashes were proved complete");
        };
        let right: Vec<Rows> = clashes.into_iter().filter(|clash| !self.listed.contains(clash)).collect();
        let said: Result<Vec<Rows>, String> = effect.new.iter().map(|names| self.rows(names)).collect();
        match said {
            Err(what) => self.refute(finding, what),
            Ok(said) => {
                let shown: Vec<String> = right.iter().map(|clash| self.names(clash)).collect();
                self.require(said == right, finding, || format!("the clashes that arise only so: {}", shown.join(" ")));
            }
        }
    }

    /// The knots of all clashes present in some reading under it, as lists of issues.
    fn effect_knots(&mut self, finding: &str, effect: &Effect, places: &[At]) {
        let Some(clashes) = self.clashes_under(places) else { return };
        let mut right: Vec<Vec<String>> = knots_of(&clashes).iter().map(|knot| self.issue_names(knot)).collect();
        let mut said = effect.knots.clone();
        right.sort();
        said.sort();
        let shown = right.iter().map(|knot| knot.join("+")).collect::<Vec<_>>().join(", ");
        self.require(said == right, finding, || format!("the knots under it are {shown}"));
    }

    /// Who is enough in every reading under it. Where something fits in all of them nobody needs to change:
    /// an empty list, or the empty set.
    fn effect_enough(&mut self, finding: &str, effect: &Effect, places: &[At]) {
        let Some(right) = self.enough_in_all(places) else {
            return self.unproved(finding, "a count of work was reached for whose changes are enough");
        };
        let right: BTreeSet<Rows> = right.into_iter().filter(|set| !set.is_empty()).collect();
        let said: Option<Vec<Rows>> = effect.enough.iter().map(|names| self.party_rows(names)).collect();
        let said: Option<BTreeSet<Rows>> = said.map(|said| said.into_iter().filter(|set| !set.is_empty()).collect());
        let shown: Vec<String> = right.iter().map(|set| format!("{{{}}}", self.party_names(set).join(", "))).collect();
        self.require(said == Some(right), finding, || format!("enough in every reading under it: {}", shown.join(" ")));
    }

    /// The claims whose offers are held and shut out in some reading under it.
    fn effect_shut_out(&mut self, finding: &str, effect: &Effect, places: &[At]) {
        let mut right = BTreeSet::new();
        for at in places {
            let Some(here) = self.shut_here(*at) else { return };
            let shut = here.iter().filter(|(_, sets)| !sets.is_empty()).filter_map(|(ask, _)| self.case.asks.get(*ask));
            right.extend(shut.map(|ask| self.claim_name(ask.claim)));
        }
        let said: BTreeSet<String> = effect.shut_out.iter().cloned().collect();
        let shown = right.iter().cloned().collect::<Vec<_>>().join(", ");
        self.require(said == right, finding, || format!("shut out in some reading under it: {shown}"));
    }
}
