//! Are the plans the largest sets of steps that can be taken, all of them, in their order?

use super::super::Twin;
use std::collections::BTreeSet;
use zopa_case::StepId;
use zopa_finding::{Completeness, Holds, Plan};

/// Plans listed, at most.
const PLANS: usize = 16;

impl Twin<'_> {
    /// The plans that can be read, each with its steps.
    pub(super) fn plans<'h>(&mut self, holds: &'h Holds) -> Vec<(&'h Plan, BTreeSet<StepId>)> {
        let mut plans = Vec::new();
        for plan in &holds.plans {
            match self.read_plan(plan) {
                Some(steps) => plans.push((plan, steps)),
                None => self.refute("plan", format!("{:?} is not a list of steps in file order", plan.steps)),
            }
        }
        let listed: Vec<BTreeSet<StepId>> = plans.iter().map(|(_, steps)| steps.clone()).collect();
        let key = |set: &BTreeSet<StepId>| (usize::MAX - set.len(), set.clone());
        let in_order = listed.is_sorted_by(|a, b| key(a) < key(b));
        self.require(in_order, "plans", || "are not by number of steps, then file order, each once".to_owned());
        match self.all_plans() {
            Some(all) => self.compare_plans(&listed, &all, holds.complete),
            None => self.each_plan(&listed, holds.complete),
        }
        plans
    }

    fn read_plan(&mut self, plan: &Plan) -> Option<BTreeSet<StepId>> {
        let rows = self.rows(&plan.steps)?;
        let steps: BTreeSet<StepId> = self.case.space.steps.ids().filter(|id| rows.contains(&id.row())).collect();
        let left_out = self.case.space.steps.iter().filter(|(id, _)| !steps.contains(id));
        let left_out: Vec<String> = left_out.map(|(_, step)| step.name.clone()).collect();
        self.require(left_out == plan.left_out, &format!("plan {:?}", plan.steps), || {
            format!("leaves out {left_out:?}, against {:?}", plan.left_out)
        });
        rows.is_sorted_by(|a, b| a < b).then_some(steps)
    }

    fn compare_plans(&mut self, listed: &[BTreeSet<StepId>], all: &[BTreeSet<StepId>], complete: Completeness) {
        for plan in listed.iter().filter(|plan| !all.contains(plan)) {
            let names = self.names(plan.iter().map(|step| step.row()));
            self.refute("plans", format!("{names:?} is none: it cannot be, or something can be added"));
        }
        for plan in all.iter().take(PLANS).filter(|plan| !listed.contains(plan)) {
            let names = self.names(plan.iter().map(|step| step.row()));
            self.refute("plans", format!("{names:?} is missing"));
        }
        self.require(listed.len() <= PLANS, "plans", || format!("more than {PLANS} are listed"));
        let right = if all.len() > PLANS { Completeness::AtLeast } else { Completeness::Complete };
        self.require(complete == right, "plans", || format!("there are {}, against {complete:?}", all.len()));
    }

    /// Too many steps to try every set: each plan by itself.
    fn each_plan(&mut self, listed: &[BTreeSet<StepId>], complete: Completeness) {
        if complete == Completeness::Complete {
            self.unproved("plans", "too many sets of steps to be sure that all plans are listed");
        }
        for plan in listed {
            let names = self.names(plan.iter().map(|step| step.row()));
            match self.can_be_taken(plan) {
                Some(true) => {}
                Some(false) => self.refute("plans", format!("{names:?} cannot be taken together")),
                None => self.unproved("plans", format!("whether {names:?} can be taken together")),
            }
            for step in self.case.space.steps.ids().filter(|step| !plan.contains(step)) {
                let more = plan.iter().copied().chain([step]).collect();
                if self.can_be_taken(&more) == Some(true) {
                    let more = self.name(step.row());
                    self.refute("plans", format!("{more} can be added to {names:?}"));
                }
            }
        }
    }
}
