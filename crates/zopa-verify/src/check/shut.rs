//! What shuts out an offer or a reported acceptance, where it is held?

use super::desk::{At, Desk};
use super::presence::So;
use crate::readings::Aside;
use crate::sets::{Rows, listed};
use std::collections::BTreeSet;
use zopa_case::{Ask, ClaimId, Support};
use zopa_finding::{Completeness, ShutOut};

impl Desk<'_> {
    pub(super) fn shut_out(&mut self) {
        let answer = self.answer;
        let mut told: Vec<usize> = Vec::new();
        for shut in &answer.shut_out {
            match self.ask_of(shut, &told) {
                None => self.refute(&finding(shut), "no offer or acceptance of the case"),
                Some(place) => {
                    told.push(place);
                    self.one_shut_out(shut, place);
                }
            }
        }
        for (place, ask) in self.case.asks.iter().enumerate() {
            let held = self.held_in(place).iter().any(|(_, held)| *held == Some(true));
            let name = self.claim_name(ask.claim);
            self.require(!held || told.contains(&place), "shut-out", || format!("{name} is held, and not told of"));
        }
    }

    /// Which offer or acceptance is this? The next of its claim; where it has several, the one in the same words.
    fn ask_of(&self, shut: &ShutOut, told: &[usize]) -> Option<usize> {
        let like = |(place, ask): &(usize, &Ask)| {
            !told.contains(place)
                && self.claim_name(ask.claim) == shut.claim
                && ask.offer == shut.offer
                && self
                    .party_names(&Rows::of(ask.holders.iter().map(|id| id.row())))
                    .iter()
                    .all(|name| shut.holders.contains(name))
        };
        let mut all = self.case.asks.iter().enumerate().filter(like);
        let same = self.case.asks.iter().enumerate().filter(like).find(|(_, ask)| ask.text == shut.asked);
        same.or_else(|| all.next()).map(|(place, _)| place)
    }

    fn one_shut_out(&mut self, shut: &ShutOut, ask: usize) {
        let name = finding(shut);
        let held = self.held_in(ask);
        self.told_as_in_the_case(&name, shut, ask);
        self.presence(&format!("{name}: held"), &shut.held, &held);
        let mut sets = Vec::new();
        for set in &shut.sets {
            let Ok(limits) = self.rows(&set.limits) else {
                self.refute(&name, "names a limit that is not in the case");
                continue;
            };
            let this = format!("{name} {}", self.names(&limits));
            let so = self.each_reading(|desk, at| desk.shuts(at, ask, &limits));
            let unknown =
                self.at.iter().zip(&so).any(|(at, (_, so))| so.is_none() && self.place(*at).asks.contains(&ask));
            if unknown {
                self.unproved(&this, "a count of search nodes was reached");
            }
            let nowhere = so.iter().all(|(_, so)| *so != Some(true));
            self.require(unknown || !nowhere, &this, || {
                "in no reading a minimal set that shuts it out, and no clash of its own".to_owned()
            });
            // Where the offer is not held nothing is asked; "in some" may then mean "where it is held".
            let everywhere = so.iter().all(|(_, so)| *so != Some(false));
            if !everywhere || matches!(set.presence, zopa_finding::Presence::Never) {
                self.presence(&this, &set.presence, &so);
            }
            self.check_holders(&this, &limits, &set.holders);
            let also: Vec<Support> = self.case.asks.get(ask).map(|ask| ask.supports.clone()).unwrap_or_default();
            self.check_basis(&this, &limits, &also, &set.basis);
            sets.push(limits);
        }
        self.require(listed(sets.clone()) == sets, &name, || "not by size, then file order, each once".to_owned());
        if shut.complete == Completeness::Complete {
            self.all_shut_out(&name, ask, &sets);
        }
    }

    /// In the words of the case, and on every claim that carries it; fewer where something is set aside.
    fn told_as_in_the_case(&mut self, name: &str, shut: &ShutOut, ask: usize) {
        let Some(ask) = self.case.asks.get(ask) else { return };
        self.require(shut.asked == ask.text, name, || format!("the statement is: {}", ask.text));
        let holders = self.party_names(&Rows::of(ask.holders.iter().map(|id| id.row())));
        self.require(shut.holders == holders, name, || format!("its holders are {}", holders.join(", ")));
        let carry: BTreeSet<ClaimId> = ask.supports.iter().map(|support| support.claim).collect();
        let said = self.claims(&shut.basis.0).unwrap_or_default();
        let known = !said.is_empty() && said.iter().all(|claim| carry.contains(claim));
        let whole = self.aside != Aside::default() || said.len() == carry.len();
        let ordered = said.is_sorted_by(|a, b| a < b);
        self.require(known && whole && ordered, name, || {
            "its basis is not the claims that carry it, in file order".to_owned()
        });
    }

    fn all_shut_out(&mut self, name: &str, ask: usize, sets: &[Rows]) {
        for at in self.open_places() {
            if !self.place(at).asks.contains(&ask) {
                continue;
            }
            let Some(all) = self.shut_sets(at, ask) else {
                self.unproved(name, "a count of work was reached before the list was proved complete");
                continue;
            };
            for set in all.iter().filter(|set| !sets.contains(set)) {
                let names = self.names(set);
                self.refute(name, format!("said to list all sets, and {names} is missing"));
            }
        }
    }

    /// Where the offer is held: is this a minimal set of active limits that no world with it meets, which could
    /// stand together without it?
    fn shuts(&mut self, at: At, ask: usize, limits: &Rows) -> Option<bool> {
        let place = self.place(at);
        if !place.asks.contains(&ask) {
            return None;
        }
        if !limits.within(&place.limits) {
            return Some(false);
        }
        let with = crate::ground::Rules { ask: Some(ask), ..place.rules.clone() };
        Some(self.ground.is_clash(&with, limits)? && self.ground.consistent(&place.rules, limits)?)
    }

    /// All sets that shut the offer out there, clashes of their own left out.
    pub(super) fn shut_sets(&mut self, at: At, ask: usize) -> Option<Vec<Rows>> {
        if let Some(known) = self.shut.get(&(at, ask)) {
            return known.clone();
        }
        let place = self.place(at);
        let with = crate::ground::Rules { ask: Some(ask), ..place.rules.clone() };
        let sets = self.ground.shutting_out(&with, &place.limits);
        self.shut.insert((at, ask), sets.clone());
        sets
    }

    /// In which readings is it held? A question that is no switch can still decide that: where it does, the
    /// switches leave it open.
    fn held_in(&self, ask: usize) -> Vec<So> {
        let value =
            |(at, moved): (&At, &BTreeSet<usize>)| (!moved.contains(&ask)).then(|| self.place(*at).asks.contains(&ask));
        self.readings.iter().cloned().zip(self.at.iter().zip(&self.moved).map(value)).collect()
    }
}

fn finding(shut: &ShutOut) -> String {
    format!("shut-out {}", shut.claim)
}
