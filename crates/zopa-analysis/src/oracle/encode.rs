//! What does the solver know of a case? Issues, steps, their order and conditions as clauses.

use super::Oracle;
use batsat::Lit;
use zopa_case::{Formula, StepId, Taken};

impl Oracle {
    /// One option for each issue that has any.
    pub(super) fn packages(&mut self) {
        let counts: Vec<usize> = self.space.issues.values().map(|issue| issue.options.len()).collect();
        for count in counts {
            let lits: Vec<Lit> = (0..count).map(|_| self.fresh()).collect();
            if !lits.is_empty() {
                self.clause(&lits);
            }
            for (at, a) in lits.iter().enumerate() {
                for b in lits.iter().skip(at + 1) {
                    self.clause(&[!*a, !*b]);
                }
            }
            self.options.push(lits);
        }
    }

    /// Steps first as free literals, since conditions may name later ones, then tied to their conditions.
    pub(super) fn taken(&mut self) {
        for _ in 0..self.space.steps.len() {
            let lit = self.fresh();
            self.steps.push(lit);
        }
        let steps: Vec<(StepId, Taken)> = self.space.steps.iter().map(|(id, step)| (id, step.taken.clone())).collect();
        for (id, taken) in steps {
            let lit = self.steps[id];
            match taken {
                Taken::Always => self.clause(&[lit]),
                Taken::Optional => {}
                Taken::When(condition) => {
                    let holds = self.literal(&condition.normal());
                    self.clause(&[!lit, holds]);
                    self.clause(&[lit, !holds]);
                }
            }
        }
    }

    /// A strict total order of the steps that conditions put in order.
    pub(super) fn orders<'f>(&mut self, formulas: impl Iterator<Item = &'f Formula>) {
        let mut ordered: Vec<StepId> = Vec::new();
        for formula in formulas {
            formula.atoms(&mut |atom| {
                if let Formula::Before(a, b) | Formula::OnlyAfter(a, b) = atom {
                    ordered.extend([*a, *b]);
                }
            });
        }
        ordered.sort();
        ordered.dedup();
        for (at, a) in ordered.iter().enumerate() {
            for b in ordered.iter().skip(at + 1) {
                let lit = self.fresh();
                self.earlier.insert((*a, *b), lit);
                self.earlier.insert((*b, *a), !lit);
            }
        }
        self.ordered = ordered;
        self.transitive();
    }

    fn transitive(&mut self) {
        let ordered = self.ordered.clone();
        for a in &ordered {
            for b in ordered.iter().filter(|b| *b != a) {
                for c in ordered.iter().filter(|c| *c != a && *c != b) {
                    let earlier = |x: &StepId, y: &StepId| self.earlier.get(&(*x, *y)).copied();
                    if let (Some(ab), Some(bc), Some(ac)) = (earlier(a, b), earlier(b, c), earlier(a, c)) {
                        self.clause(&[!ab, !bc, ac]);
                    }
                }
            }
        }
    }

    /// Where the selector (or always, without one) the formula holds.
    pub(super) fn require(&mut self, selector: Option<Lit>, formula: &Formula) {
        let mut clause: Vec<Lit> = selector.map(|lit| !lit).into_iter().collect();
        match formula {
            Formula::And(parts) => parts.iter().for_each(|part| self.require(selector, part)),
            Formula::Or(parts) => {
                clause.extend(parts.iter().map(|part| self.literal(part)).collect::<Vec<_>>());
                self.clause(&clause);
            }
            other => {
                clause.push(self.literal(other));
                self.clause(&clause);
            }
        }
    }

    /// A literal that is true exactly where the formula is.
    fn literal(&mut self, formula: &Formula) -> Lit {
        match formula {
            Formula::Const(true) => self.truth,
            Formula::Const(false) => !self.truth,
            Formula::Is(issue, option) => self.options[*issue].get(option.row()).copied().unwrap_or(!self.truth),
            Formula::Taken(step) => self.steps[*step],
            Formula::Not(inner) => !self.literal(inner),
            compound => match self.known.get(compound) {
                Some(lit) => *lit,
                None => self.define(compound),
            },
        }
    }

    fn define(&mut self, formula: &Formula) -> Lit {
        let lit = match formula {
            Formula::And(parts) => {
                let parts: Vec<Lit> = parts.iter().map(|part| !self.literal(part)).collect();
                !self.any_of(&parts)
            }
            Formula::Or(parts) => {
                let parts: Vec<Lit> = parts.iter().map(|part| self.literal(part)).collect();
                self.any_of(&parts)
            }
            // Not both taken, or in this order.
            Formula::Before(a, b) => {
                let in_order = self.order(*a, *b);
                self.any_of(&[!self.steps[*a], !self.steps[*b], in_order])
            }
            // The first is not taken, or the second is taken earlier.
            Formula::OnlyAfter(a, b) => {
                let in_order = self.order(*b, *a);
                let earlier = !self.any_of(&[!self.steps[*b], !in_order]);
                self.any_of(&[!self.steps[*a], earlier])
            }
            _ => self.truth,
        };
        self.known.insert(formula.clone(), lit);
        lit
    }

    /// No step comes before itself.
    pub(super) fn order(&self, a: StepId, b: StepId) -> Lit {
        self.earlier.get(&(a, b)).copied().unwrap_or(!self.truth)
    }

    fn any_of(&mut self, parts: &[Lit]) -> Lit {
        let lit = self.implied();
        let mut clause = vec![!lit];
        clause.extend(parts);
        self.clause(&clause);
        for part in parts {
            self.clause(&[lit, !*part]);
        }
        lit
    }
}
