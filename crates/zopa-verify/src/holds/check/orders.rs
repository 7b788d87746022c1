//! Are the orders counted right, and are circles and gates where they are said to be?

use super::super::Twin;
use super::super::net::Count;
use super::super::solve::{around, at_one_moment};
use super::precedences::said_of;
use super::{Desk, Place};
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::{Completeness, MOST_ORDERS, PlacedStep, Presence};

/// Above so many sets of steps a count may be told as *at least*. The bound of the definition is a little higher; which
/// sets have to be looked at is not said.
const SETS: usize = 150_000;

/// Is this the number of orders? `None`: it was not found out.
pub(super) fn is_count(said: u64, complete: Completeness, right: Option<Count>, loose: bool) -> Option<bool> {
    let right = right?;
    let enough = u128::from(said) <= right.orders;
    Some(match (complete, right.orders <= u128::from(MOST_ORDERS)) {
        (Completeness::Complete, within) => within && u128::from(said) == right.orders,
        (Completeness::AtLeast, true) => enough && (loose || right.sets > SETS),
        (Completeness::AtLeast, false) => enough && (said == MOST_ORDERS || right.sets > SETS),
    })
}

impl Twin<'_> {
    pub(super) fn orders(&mut self, desk: &Desk<'_>) {
        let mut entries: Vec<(&Presence, Vec<bool>)> = Vec::new();
        for entry in &desk.said.orders {
            let first = self.rows(&entry.first);
            let is = |place: &Place| {
                let count = is_count(entry.count, entry.complete, place.solved.count, false);
                count != Some(false)
                    && place.solved.first.clone().unwrap_or_default() == first.clone().unwrap_or_default()
            };
            self.require(first.is_some(), "orders", || "the first order names no step of the case".to_owned());
            entries.push((&entry.presence, desk.so(is)));
        }
        if desk.places.iter().any(|place| place.solved.count.is_none()) {
            self.unproved("orders", "too many sets of steps to count them");
        }
        let told: BTreeSet<String> = desk.places.iter().map(|place| self.told_orders(place)).collect();
        let before = self.out.len();
        self.in_turn("orders", &entries, &desk.so(|_| true));
        if self.out.len() > before {
            self.refute("orders", format!("there are {}", told.into_iter().collect::<Vec<_>>().join("; or ")));
        }
    }

    fn told_orders(&self, place: &Place) -> String {
        let first = self.names(place.solved.first.iter().flatten().copied()).join(", ");
        format!("{:?}, the first [{first}]", place.solved.count.map(|count| count.orders))
    }

    pub(super) fn circles(&mut self, desk: &Desk<'_>) {
        let all: BTreeSet<Vec<usize>> = desk.places.iter().flat_map(|place| place.solved.circles.clone()).collect();
        let mut seen: BTreeSet<Vec<usize>> = BTreeSet::new();
        for entry in &desk.said.circles {
            let finding = format!("circle {:?}", entry.steps);
            let Some(circle) = self.rows(&entry.steps).filter(|circle| all.contains(circle)) else {
                self.refute(&finding, "is none, or no shortest one of its first step");
                continue;
            };
            let pairs = around(&circle);
            let there = |place: &Place| pairs.iter().all(|pair| place.moment.pairs.contains_key(pair));
            self.presence(&finding, &entry.presence, &desk.so(there));
            self.said(&finding, &entry.said, &said_of(desk, &pairs, there), &said_of(desk, &pairs, |_| true));
            let mut where_there = desk.places.iter().filter(|place| there(place));
            let moment = where_there.all(|place| at_one_moment(&place.solved.net, &circle));
            self.require(moment == entry.at_one_moment, &finding, || format!("at one moment: {moment}"));
            self.require(seen.insert(circle), &finding, || "stands twice".to_owned());
        }
        for circle in all.iter().filter(|circle| !seen.contains(*circle)) {
            let names = self.names(circle.iter().copied());
            self.refute("circles", format!("{names:?} is missing"));
        }
    }

    pub(super) fn gates(&mut self, desk: &Desk<'_>) {
        let gates = self.case.space.steps.iter().filter(|(id, step)| step.gate && desk.steps.contains(id));
        let gates: Vec<String> = gates.map(|(_, gate)| gate.name.clone()).collect();
        let listed: Vec<String> = desk.said.gates.iter().map(|gate| gate.gate.clone()).collect();
        self.require(gates == listed, "gates", || format!("are {gates:?}, against {listed:?}"));
        for gate in &desk.said.gates {
            let Some(row) = self.row(&gate.gate) else { continue };
            let finding = format!("gate {}", gate.gate);
            self.placed(&format!("{finding}: before"), desk, row, &gate.before, |place| place.solved.net.before(row));
            self.placed(&format!("{finding}: after"), desk, row, &gate.after, |place| place.solved.net.after(row));
            let waits = |window: &&zopa_finding::Window| window.until.contains(&gate.gate);
            let right: BTreeSet<&String> = desk.said.windows.iter().filter(waits).map(|window| &window.id).collect();
            let ids: BTreeSet<&String> = gate.closes.iter().collect();
            self.require(right == ids && ids.len() == gate.closes.len(), &finding, || {
                format!("the windows that wait for it are {right:?}, against {:?}", gate.closes)
            });
        }
    }

    /// In a circle a gate would come before itself: that is told as a circle, and may stand here or not.
    fn placed(
        &mut self,
        finding: &str,
        desk: &Desk<'_>,
        gate: usize,
        listed: &[PlacedStep],
        of: impl Fn(&Place) -> BTreeSet<usize>,
    ) {
        let placed: Vec<BTreeSet<usize>> = desk.places.iter().map(|place| of(place)).collect();
        let mut readings: BTreeMap<usize, Vec<bool>> = BTreeMap::new();
        for step in placed.iter().flatten() {
            readings.entry(*step).or_insert_with(|| placed.iter().map(|there| there.contains(step)).collect());
        }
        let mut seen = BTreeSet::from([gate]);
        for entry in listed {
            let finding = format!("{finding} {}", entry.step);
            match self.row(&entry.step) {
                Some(row) => {
                    let so = readings.get(&row).cloned().unwrap_or_else(|| vec![false; placed.len()]);
                    self.presence(&finding, &entry.presence, &so);
                    self.require(seen.insert(row) || row == gate, &finding, || "stands twice".to_owned());
                }
                None => self.refute(&finding, "is no step of the case"),
            }
        }
        for row in readings.keys().filter(|row| !seen.contains(row)) {
            let name = self.name(*row);
            self.refute(finding, format!("{name} is missing"));
        }
    }
}
