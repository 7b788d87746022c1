//! Is each clash listed a clash, in exactly the readings said, and is none missing?

use super::desk::Desk;
use crate::ground::Rules;
use crate::readings::{Aside, Carried};
use crate::sets::{Rows, listed};
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::SourceId;
use zopa_finding::{Clash, Completeness};

impl Desk<'_> {
    pub(super) fn clashes(&mut self) {
        let answer = self.answer;
        for (clash, limits) in answer.clashes.iter().zip(self.listed.clone()) {
            match self.rows(&clash.limits) {
                Err(what) => self.refute(&clash.id, what),
                Ok(_) => self.clash(clash, &limits),
            }
        }
        let ids: BTreeSet<&str> = answer.clashes.iter().map(|clash| clash.id.as_str()).collect();
        self.require(ids.len() == answer.clashes.len(), "clashes", || "two clashes have one id".to_owned());
        let in_order = listed(self.listed.clone()) == self.listed;
        self.require(in_order, "clashes", || "not by size, then file order, each once".to_owned());
        self.none_missing();
    }

    fn clash(&mut self, clash: &Clash, limits: &Rows) {
        let mut known: BTreeMap<Rules, Option<bool>> = BTreeMap::new();
        let so = self.each_reading(|desk, at| {
            let place = desk.place(at);
            if !limits.within(&place.limits) {
                return Some(false);
            }
            *known.entry(place.rules.clone()).or_insert_with(|| desk.ground.is_clash(&place.rules, limits))
        });
        if so.iter().any(|(_, so)| so.is_none()) {
            self.unproved(&clash.id, "a count of search nodes was reached");
        }
        let nowhere = so.iter().all(|(_, so)| *so == Some(false));
        self.require(!nowhere, &clash.id, || "in no reading a minimal set of limits that no world meets".to_owned());
        self.presence(&clash.id, &clash.presence, &so);
        self.check_holders(&clash.id, limits, &clash.holders);
        self.check_issues(&clash.id, limits, &clash.issues);
        self.check_basis(&clash.id, limits, &[], &clash.basis);
        self.rests_on(clash, limits);
    }

    /// For every place: the complete list of the definition, proved here, is what is listed.
    fn none_missing(&mut self) {
        let mut missing: Vec<Rows> = Vec::new();
        let mut unknown = false;
        for at in self.open_places() {
            match &self.facts(at).clashes {
                Some(all) => missing.extend(all.iter().filter(|c| !c.is_empty() && !self.listed.contains(c)).cloned()),
                None => unknown = true,
            }
        }
        if self.answer.complete == Completeness::AtLeast {
            return;
        }
        if unknown {
            self.unproved("clashes", "a count of work was reached before the list was proved complete");
        }
        for clash in listed(missing) {
            let names = self.names(&clash);
            self.refute("clashes", format!("the list is said to be complete, and {names} is missing"));
        }
    }

    /// A source that alone carries one of the limits: set aside, the clash goes.
    fn rests_on(&mut self, clash: &Clash, limits: &Rows) {
        for (source, row) in self.case.sources.iter() {
            let said = clash.rests_on.contains(&row.name);
            let (whole, gone) = self.without(source, limits);
            self.require(!(said && whole), &clash.id, || format!("stands without {} too", row.name));
            self.require(said || !gone, &clash.id, || format!("rests on {}, and does not say so", row.name));
        }
        let known = |name: &String| self.case.sources.values().any(|source| source.name == *name);
        let all_known = clash.rests_on.iter().all(known);
        self.require(all_known, &clash.id, || "rests on a source that is not in the case".to_owned());
    }

    /// Set aside a source: is it still a clash in some reading, and is one of its limits in none?
    fn without(&mut self, source: SourceId, limits: &Rows) -> (bool, bool) {
        let mut sources = self.aside.sources.clone();
        sources.insert(source);
        let places = self.places_without(&Aside { sources, ..self.aside.clone() });
        let mut whole = false;
        let mut active = Rows::default();
        for at in places.into_iter().collect::<BTreeSet<_>>() {
            let place = self.place(at);
            active = active.and(&place.limits);
            whole = whole || (limits.within(&place.limits) && self.ground.is_clash(&place.rules, limits) == Some(true));
        }
        (whole, !limits.within(&active))
    }

    /// The places of all readings left open, in the order of the readings, when this is set aside.
    pub(super) fn places_without(&mut self, aside: &Aside) -> Vec<usize> {
        if let Some(known) = self.elsewhere.get(aside) {
            return known.clone();
        }
        let carried = Carried::of(self.case, aside);
        let readings = self.readings.clone();
        let places: Vec<usize> =
            readings.iter().map(|reading| self.at_active(carried.active(self.case, reading))).collect();
        self.elsewhere.insert(aside.clone(), places.clone());
        places
    }
}
