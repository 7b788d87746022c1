//! Are the knots the classes of clashes that share a limit, and joined in exactly the readings said?

use super::desk::Desk;
use crate::sets::{Rows, classes, union};
use std::collections::BTreeSet;
use zopa_finding::Knot;

impl Desk<'_> {
    pub(super) fn knots(&mut self) {
        let answer = self.answer;
        self.are_classes();
        let ids: BTreeSet<&str> = answer.knots.iter().map(|knot| knot.id.as_str()).collect();
        self.require(ids.len() == answer.knots.len(), "knots", || "two knots have one id".to_owned());
        for knot in &answer.knots {
            let clashes = self.clashes_of(knot);
            let limits = union(&clashes);
            self.check_holders(&knot.id, &limits, &knot.holders);
            self.check_issues(&knot.id, &limits, &knot.issues);
            self.joined(knot, &clashes);
            self.openings(knot, &clashes);
            self.knot_enough(knot, &clashes);
        }
    }

    fn are_classes(&mut self) {
        let answer = self.answer;
        let id = |place: &usize| answer.clashes.get(*place).map(|clash| clash.id.clone());
        let classes = classes(&self.listed);
        let right: BTreeSet<BTreeSet<String>> =
            classes.iter().map(|class| class.iter().filter_map(id).collect()).collect();
        let said: BTreeSet<BTreeSet<String>> =
            answer.knots.iter().map(|knot| knot.clashes.iter().cloned().collect()).collect();
        for class in right.difference(&said) {
            let names: Vec<&str> = class.iter().map(String::as_str).collect();
            self.refute("knots", format!("these clashes make a knot that is not listed: {}", names.join(", ")));
        }
        let spare = said.difference(&right).count() > 0 || said.len() != answer.knots.len();
        self.require(!spare, "knots", || {
            "a knot is listed that is not a class of clashes that share a limit".to_owned()
        });
    }

    /// The clashes of a knot, as limits. Ids that no clash has are told elsewhere: they make no class.
    fn clashes_of(&self, knot: &Knot) -> Vec<Rows> {
        let pairs = self.answer.clashes.iter().zip(&self.listed);
        pairs.filter(|(clash, _)| knot.clashes.contains(&clash.id)).map(|(_, limits)| limits.clone()).collect()
    }

    /// One knot, where those of its clashes that are present there hang together. Where none is, nothing is asked.
    fn joined(&mut self, knot: &Knot, clashes: &[Rows]) {
        let so = self.each_reading(|desk, at| {
            let present = desk.present(at, clashes)?;
            (!present.is_empty()).then(|| classes(&present).len() == 1)
        });
        self.presence(&format!("{}: joined", knot.id), &knot.joined, &so);
    }

    /// Which of these sets are clashes there? `None`: a count was reached.
    pub(super) fn present(&mut self, at: usize, clashes: &[Rows]) -> Option<Vec<Rows>> {
        let place = self.place(at);
        let mut present = Vec::new();
        for clash in clashes.iter().filter(|clash| clash.within(&place.limits)) {
            if self.ground.is_clash(&place.rules, clash)? {
                present.push(clash.clone());
            }
        }
        Some(present)
    }
}
