//! What can be agreed and done? Issues with their options, steps and gates: the space of worlds.

use crate::{Formula, IssueId, OptionId, PartyId, StepId, Table};

/// A question with a finite list of options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Name in the case.
    pub name: String,
    /// Title.
    pub title: String,
    /// Its options. Empty (`option ?`): discussed with no option reported, in no package.
    pub options: Table<OptionId, IssueOption>,
}

/// One option of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueOption {
    /// Name inside the issue.
    pub name: String,
    /// Title; the name where none is given.
    pub title: String,
}

/// When is a step taken?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// In every world.
    Always,
    /// Exactly where the condition holds. It speaks of issues and of steps, never in a circle, never of order.
    When(Formula),
    /// In any world or not.
    Optional,
}

/// An act of one party or several; a gate is an optional step of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Name.
    pub name: String,
    /// Title; the name where none is given.
    pub title: String,
    /// By whom. One body, for a gate.
    pub by: Vec<PartyId>,
    /// When taken.
    pub taken: Taken,
    /// As written after `by`: `always`, `optional`, `when ...`.
    pub text: String,
    /// Hard to undo.
    pub irreversible: bool,
    /// A gate.
    pub gate: bool,
}

/// The space of worlds: a package picks one option for each issue that has any, some of the optional steps
/// are taken, and all that are taken stand in a strict total order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// The issues.
    pub issues: Table<IssueId, Issue>,
    /// The steps and gates.
    pub steps: Table<StepId, Step>,
}

impl Space {
    /// The steps a formula depends on: those it names, and those their conditions name.
    pub fn steps_of(&self, formula: &Formula) -> Vec<StepId> {
        let mut known: Vec<StepId> = formula.steps().into_iter().collect();
        let mut next = 0;
        while let Some(step) = known.get(next).copied() {
            if let Taken::When(condition) = &self.steps[step].taken {
                let more: Vec<StepId> = condition.steps().into_iter().filter(|s| !known.contains(s)).collect();
                known.extend(more);
            }
            next += 1;
        }
        known.sort();
        known
    }
}
