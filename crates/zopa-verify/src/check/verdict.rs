//! Does anything fit: in every reading, in some, in none? And does the witness fit?

use super::desk::Desk;
use super::presence::So;
use crate::sets::Rows;
use zopa_finding::{Presence, Verdict};

impl Desk<'_> {
    /// Checks the count of readings, the verdict, the witness and the limits that nothing can meet.
    pub(super) fn verdict(&mut self) {
        self.count_of_readings();
        self.switches();
        let so = self.each_reading(|desk, at| desk.facts(at).fits);
        let fail = self.each_reading(|desk, at| desk.facts(at).rules_fail);
        if so.iter().any(|(_, fits)| fits.is_none()) {
            self.unproved("verdict", "a count of search nodes was reached");
        }
        let said = self.answer.verdict.clone();
        self.one_verdict("verdict", &said, &so, &fail);
        self.witness(so.iter().any(|(_, fits)| *fits == Some(true)), so.iter().any(|(_, fits)| fits.is_none()));
        self.impossible();
    }

    /// A verdict over some readings: in each, does something fit, and do the rules alone fail?
    pub(super) fn one_verdict(&mut self, finding: &str, said: &Verdict, fits: &[So], fail: &[So]) {
        let rules_fail = !fail.is_empty() && fail.iter().all(|(_, fail)| *fail == Some(true));
        match said {
            Verdict::RulesContradict { rules } => {
                let holds = fail.iter().any(|(_, fail)| *fail == Some(false));
                self.require(!holds, finding, || "some reading is left in which the rules can all hold".to_owned());
                let rules = rules.clone();
                self.contradicting(finding, &rules);
            }
            _ if rules_fail => self.refute(finding, "the rules alone cannot all hold, and it is not said as that"),
            Verdict::Fits => self.presence(finding, &Presence::Every, fits),
            Verdict::NothingFits => self.presence(finding, &Presence::Never, fits),
            Verdict::Depends { fits: said } => {
                let some = matches!(said, Presence::Some { .. });
                self.require(some, finding, || {
                    "depends on the reading, and is said to be so in every one or in none".to_owned()
                });
                self.presence(finding, said, fits);
            }
        }
    }

    /// The rules named cannot all hold.
    fn contradicting(&mut self, finding: &str, named: &[String]) {
        let margin = self.case.rules.iter().map(|rule| (&rule.text, &rule.formula));
        let all = margin.chain(self.case.reported_rules.values().map(|rule| (&rule.text, &rule.formula)));
        let formulas: Vec<_> = all.filter(|(text, _)| named.contains(text)).map(|(_, formula)| formula).collect();
        let found = self.ground.find(&formulas);
        self.require(!matches!(found, crate::search::Found::World(_)), finding, || {
            "the rules named can all hold".to_owned()
        });
    }

    fn count_of_readings(&mut self) {
        let (counted, said) = (self.readings.len() as u64, self.answer.readings);
        // With something set aside, a switch may have nothing left to switch; then it may be counted or not.
        let fewer = !(self.aside.sources.is_empty() && self.aside.origins.is_empty());
        let so = said == counted || (fewer && said > 0 && said < counted && counted % said == 0);
        self.require(so, "readings", || format!("there are {counted} readings of the switches, not {said}"));
    }

    /// A question that is no switch changes nothing active.
    fn switches(&mut self) {
        for name in self.wrong_switches.clone() {
            self.refute("readings", format!("the question {name} changes what is active, and is not a switch"));
        }
    }

    fn witness(&mut self, fits: bool, unsure: bool) {
        let Some(said) = &self.answer.witness else {
            return self
                .require(!fits, "witness", || "something fits in some reading, and no world is shown".to_owned());
        };
        match self.read_world(said) {
            Err(what) => self.refute("witness", what),
            Ok(world) => {
                let met = world.meets(self.case.limits.iter().map(|(id, limit)| (id.row(), &limit.formula)));
                let serves = self.open_places().into_iter().any(|at| {
                    let place = self.place(at);
                    place.limits.within(&met) && self.ground.formulas(&place.rules).iter().all(|rule| world.holds(rule))
                });
                self.require(serves, "witness", || "the world meets everything active in no reading".to_owned());
                self.require(fits || unsure, "witness", || "nothing fits in any reading".to_owned());
            }
        }
    }

    /// The limits that no world meets under the rules, in some reading: clashes of one member.
    fn impossible(&mut self) {
        let mut alone = Rows::default();
        for at in self.open_places() {
            let place = self.place(at);
            for row in place.limits.iter() {
                match self.ground.is_clash(&place.rules, &Rows::of([row])) {
                    Some(true) => alone.insert(row),
                    Some(false) => {}
                    None => return self.unproved("impossible", "a count of search nodes was reached"),
                }
            }
        }
        let said = self.answer.impossible.clone();
        match self.rows(&said) {
            Err(what) => self.refute("impossible", what),
            Ok(rows) => {
                let names = self.names(&alone);
                self.require(rows == alone, "impossible", || format!("the limits that nothing meets are {names}"));
            }
        }
    }
}
