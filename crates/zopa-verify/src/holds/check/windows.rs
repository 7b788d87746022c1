//! Are the windows all there, with those exposed, what is promised, and how they stand?

use super::super::Twin;
use super::super::exchanges::{Promise, Window};
use super::super::net::Count;
use super::super::solve::Open;
use super::orders::is_count;
use super::precedences::said_of;
use super::{Desk, Place};
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::ClaimId;
use zopa_finding::{MOST_ORDERS, Presence, WindowLevel, WindowState};

impl Place {
    /// Does the window belong here?
    pub(super) fn has(&self, window: &Window) -> bool {
        self.solved.open.contains_key(window)
    }
}

impl Twin<'_> {
    pub(super) fn windows_of(&mut self, desk: &Desk<'_>) {
        let all: BTreeSet<Window> = desk.places.iter().flat_map(|place| place.solved.open.keys().cloned()).collect();
        let mut seen: BTreeSet<Window> = BTreeSet::new();
        for entry in &desk.said.windows {
            let finding = format!("window {}", entry.id);
            let Some(window) = self.read_window(entry).filter(|window| all.contains(window)) else {
                self.refute(&finding, format!("is none: {} until {:?}", entry.step, entry.until));
                continue;
            };
            self.exposed(&finding, &window, entry);
            self.promises(&finding, desk, &window, entry);
            self.states(&finding, desk, &window, entry);
            self.require(seen.insert(window), &finding, || "stands twice".to_owned());
        }
        for window in all.iter().filter(|window| !seen.contains(*window)) {
            let window = self.window(window);
            self.refute("windows", format!("{window} is missing"));
        }
        let ids: BTreeSet<&String> = desk.said.windows.iter().map(|window| &window.id).collect();
        let once = ids.len() == desk.said.windows.len();
        self.require(once, "windows", || "two have one id".to_owned());
    }

    /// The window by rows: its steps in file order.
    pub(super) fn read_window(&self, said: &zopa_finding::Window) -> Option<Window> {
        let until = self.rows(&said.until)?;
        let sorted = until.is_sorted_by(|a, b| a < b);
        sorted.then_some((self.row(&said.step)?, until.into_iter().collect()))
    }

    fn exposed(&mut self, finding: &str, window: &Window, said: &zopa_finding::Window) {
        let by = self.case.space.steps.values().nth(window.0).map(|step| step.by.clone()).unwrap_or_default();
        let parties = self.case.parties.iter().filter(|(id, _)| by.contains(id));
        let right: BTreeSet<&String> = parties.map(|(_, party)| &party.name).collect();
        let given: BTreeSet<&String> = said.exposed.iter().collect();
        self.require(right == given, finding, || format!("{right:?} take its step, against {given:?}"));
    }

    fn promises(&mut self, finding: &str, desk: &Desk<'_>, window: &Window, said: &zopa_finding::Window) {
        let mut right: BTreeMap<Promise, BTreeSet<ClaimId>> = BTreeMap::new();
        let backings = desk.places.iter().filter_map(|place| place.moment.windows.as_ref()?.get(window));
        for (promise, claims) in backings.flat_map(|backing| &backing.promises) {
            right.entry(promise.clone()).or_default().extend(claims);
        }
        let mut seen: BTreeSet<Promise> = BTreeSet::new();
        for given in &said.promises {
            let finding = format!("{finding}: promise {:?}{:?}", given.claim, given.commitment);
            let Some(promise) = self.read_promise(given) else {
                self.refute(&finding, "is neither a claim nor a commitment of the case");
                continue;
            };
            match right.get(&promise) {
                None => self.refute(&finding, "does not stand behind the window"),
                Some(claims) => {
                    let least = match &promise {
                        Promise::Claim(claim, _) => BTreeSet::from([*claim]),
                        Promise::Commitment(_) => BTreeSet::new(),
                    };
                    let faults = self.basis(&given.basis.0, &least, claims);
                    faults.into_iter().for_each(|what| self.refute(&finding, what));
                }
            }
            self.require(seen.insert(promise), &finding, || "stands twice".to_owned());
        }
        for promise in right.keys().filter(|promise| !seen.contains(promise)) {
            self.refute(finding, format!("leaves out the promise {promise:?}"));
        }
    }

    fn read_promise(&self, given: &zopa_finding::Promise) -> Option<Promise> {
        match (&given.claim, &given.commitment) {
            (Some(name), None) => {
                let (id, _) = self.case.claims.iter().find(|(_, claim)| claim.name == *name)?;
                Some(Promise::Claim(id, given.text.clone()))
            }
            (None, Some(name)) => {
                let (id, _) = self.case.commitments.iter().find(|(_, row)| row.name == *name)?;
                Some(Promise::Commitment(id))
            }
            _ => None,
        }
    }

    fn states(&mut self, finding: &str, desk: &Desk<'_>, window: &Window, said: &zopa_finding::Window) {
        let stands = |state: &WindowState| desk.so(|place| self.stands(desk, place, window, &state.level));
        let entries: Vec<(&Presence, Vec<bool>)> =
            said.states.iter().map(|state| (&state.presence, stands(state))).collect();
        said.states.iter().for_each(|state| self.numbers(finding, desk, window, &state.level));
        let before = self.out.len();
        self.in_turn(finding, &entries, &desk.so(|place| place.has(window)));
        if self.out.len() > before {
            let right: BTreeSet<String> = desk.places.iter().filter_map(|place| self.told(place, window)).collect();
            self.refute(finding, format!("it stands {}", right.into_iter().collect::<Vec<_>>().join("; or ")));
        }
    }

    /// The fewest and the most orders in which it is open, of the readings in which it is in some.
    fn numbers(&mut self, finding: &str, desk: &Desk<'_>, window: &Window, level: &WindowLevel) {
        let WindowLevel::Some { fewest, most, complete } = level else { return };
        let places = desk.places.iter().map(|place| &**place);
        let there: Vec<&Place> = places.filter(|place| place.solved.open.get(window) == Some(&Open::Some)).collect();
        let counts: Option<Vec<_>> =
            there.iter().map(|place| place.solved.open_orders.get(window).copied().flatten()).collect();
        let Some(counts) = counts else { return };
        let orders = |count: &Count| count.orders;
        let (least, largest) =
            (counts.iter().min_by_key(|count| orders(count)), counts.iter().max_by_key(|count| orders(count)));
        let many = |place: &&Place| place.solved.count.is_none_or(|count| count.orders > u128::from(MOST_ORDERS));
        let loose = there.iter().any(many);
        for (said, right) in [(fewest, least), (most, largest)] {
            let wrong = is_count(*said, *complete, right.copied(), loose) == Some(false);
            self.require(!wrong, finding, || format!("{said} orders, against {:?}", right.map(orders)));
        }
    }

    /// Does the window stand like this here? Those who say that it is open in every order are all who say so along the
    /// chain of this reading, in any reading.
    fn stands(&self, desk: &Desk<'_>, place: &Place, window: &Window, level: &WindowLevel) -> bool {
        let Some(open) = place.solved.open.get(window) else { return false };
        match (level, open) {
            // How many is asked of all readings of the entry together.
            (WindowLevel::Some { .. }, Open::Some) => true,
            (WindowLevel::Always { said }, Open::Always) => {
                let right = said_of(desk, &place.solved.chain(window), |_| true);
                self.said_faults(said, &right, &right).is_empty()
            }
            (WindowLevel::Never, Open::Never)
            | (WindowLevel::Unending, Open::Unending)
            | (WindowLevel::NoOrder, Open::NoOrder) => true,
            _ => false,
        }
    }

    fn told(&self, place: &Place, window: &Window) -> Option<String> {
        let open = place.solved.open.get(window)?;
        let orders = place.solved.open_orders.get(window).copied().flatten().map(|count| count.orders);
        let chain: Vec<String> = match open {
            Open::Always => place.solved.chain(window).into_iter().map(|pair| self.pair(pair)).collect(),
            _ => Vec::new(),
        };
        Some(match orders {
            Some(orders) => format!("{open:?} in {orders}"),
            None => format!("{open:?} {}", chain.join(", ")),
        })
    }
}
