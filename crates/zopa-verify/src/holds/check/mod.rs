//! Each list of the finding against what the definition gives.

mod orders;
mod plans;
mod precedences;
mod suggestions;
mod windows;

use super::Twin;
use super::closings::{Effect, Way, closings};
use super::exchanges::Window;
use super::moment::Moment;
use super::solve::Solved;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_case::StepId;
use zopa_finding::{Holds, Plan};

/// Steps of a plan, at most, of which every pair is tried as a suggestion.
const STEPS: usize = 40;

impl Twin<'_> {
    pub(super) fn all(&mut self, holds: &Holds) {
        for (plan, steps) in self.plans(holds) {
            self.plan(plan, &steps);
        }
    }

    fn plan(&mut self, said: &Plan, steps: &BTreeSet<StepId>) {
        if steps.len() > STEPS {
            return self.unproved("plan", format!("has more than {STEPS} steps"));
        }
        let moments = self.moments(steps);
        let places = Place::all(&moments, steps);
        let desk = Desk { said, steps, places };
        self.precedences(&desk);
        self.orders(&desk);
        self.circles(&desk);
        self.gates(&desk);
        if desk.places.iter().all(|place| place.moment.windows.is_some()) {
            self.windows_of(&desk);
            self.suggestions(&desk);
        } else {
            self.unproved("windows", "a condition is too large to be looked through");
        }
    }
}

/// What is looked at for one plan.
struct Desk<'p> {
    said: &'p Plan,
    steps: &'p BTreeSet<StepId>,
    /// One for each reading.
    places: Vec<Rc<Place>>,
}

/// What is so in a reading, or in several alike.
struct Place {
    moment: Rc<Moment>,
    solved: Solved,
    closings: BTreeMap<Window, BTreeMap<Way, Effect>>,
}

impl Place {
    fn all(moments: &[Rc<Moment>], steps: &BTreeSet<StepId>) -> Vec<Rc<Place>> {
        let mut known: BTreeMap<*const Moment, Rc<Place>> = BTreeMap::new();
        let place = |moment: &Rc<Moment>| {
            let place = known.entry(Rc::as_ptr(moment)).or_insert_with(|| Rc::new(Place::of(moment, steps)));
            place.clone()
        };
        moments.iter().map(place).collect()
    }

    fn of(moment: &Rc<Moment>, steps: &BTreeSet<StepId>) -> Place {
        let windows: BTreeSet<Window> = moment.windows.iter().flat_map(BTreeMap::keys).cloned().collect();
        let solved = Solved::of(moment.net(steps), &windows);
        let closings = windows.iter().map(|window| (window.clone(), closings(&solved, window))).collect();
        Place { moment: moment.clone(), solved, closings }
    }
}

impl Desk<'_> {
    /// For each reading, whether it is so there.
    fn so(&self, so: impl Fn(&Place) -> bool) -> Vec<bool> {
        self.places.iter().map(|place| so(place)).collect()
    }
}
