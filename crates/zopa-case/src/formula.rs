//! What does a condition say? Formulas over worlds.

use crate::{IssueId, OptionId, Space, StepId, Taken};
use std::collections::BTreeSet;

/// A condition over worlds: a package, the steps taken, and a strict total order of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Formula {
    /// Always, or never, true.
    Const(bool),
    /// The package gives the issue this option.
    Is(IssueId, OptionId),
    /// The step or gate is taken.
    Taken(StepId),
    /// Not both taken, or the first before the second.
    Before(StepId, StepId),
    /// The first is not taken, or the second is taken earlier.
    OnlyAfter(StepId, StepId),
    /// Not so.
    Not(Box<Formula>),
    /// All of them.
    And(Vec<Formula>),
    /// At least one of them.
    Or(Vec<Formula>),
}

/// What a formula speaks of: an issue, or a step without a condition of its own.
///
/// A step with a condition speaks of the issues in it; one that is optional, or always taken, of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// An issue.
    Issue(IssueId),
    /// A gate, or a step without a condition.
    Step(StepId),
}

impl Formula {
    /// `not f`
    #[allow(clippy::should_implement_trait)]
    pub fn not(f: Formula) -> Formula {
        match f {
            Formula::Not(inner) => *inner,
            Formula::Const(value) => Formula::Const(!value),
            other => Formula::Not(Box::new(other)),
        }
    }

    /// `a or b`
    pub fn or(a: Formula, b: Formula) -> Formula {
        Formula::Or(vec![a, b])
    }

    /// `a implies b`
    pub fn implies(a: Formula, b: Formula) -> Formula {
        Formula::or(Formula::not(a), b)
    }

    /// The same condition with `not` only before issues and steps, and nested `and`, `or` joined.
    pub fn normal(&self) -> Formula {
        self.signed(true)
    }

    fn signed(&self, positive: bool) -> Formula {
        match self {
            Formula::Const(value) => Formula::Const(*value == positive),
            Formula::Not(inner) => inner.signed(!positive),
            Formula::And(parts) => joined(parts, positive, positive),
            Formula::Or(parts) => joined(parts, positive, !positive),
            atom if positive => atom.clone(),
            atom => Formula::Not(Box::new(atom.clone())),
        }
    }

    /// Its conjuncts, outermost level, in order.
    pub fn conjuncts(&self) -> Vec<Formula> {
        match self.normal() {
            Formula::And(parts) => parts,
            other => vec![other],
        }
    }

    /// All atoms, in order of appearance.
    pub fn atoms<'a>(&'a self, see: &mut dyn FnMut(&'a Formula)) {
        match self {
            Formula::Const(_) => {}
            Formula::Not(inner) => inner.atoms(see),
            Formula::And(parts) | Formula::Or(parts) => parts.iter().for_each(|part| part.atoms(see)),
            atom => see(atom),
        }
    }

    /// The steps and gates it names.
    pub fn steps(&self) -> BTreeSet<StepId> {
        let mut steps = BTreeSet::new();
        self.atoms(&mut |atom| match atom {
            Formula::Taken(step) => drop(steps.insert(*step)),
            Formula::Before(a, b) | Formula::OnlyAfter(a, b) => steps.extend([*a, *b]),
            _ => {}
        });
        steps
    }

    /// What it speaks of.
    pub fn subjects(&self, space: &Space) -> BTreeSet<Subject> {
        let mut subjects = BTreeSet::new();
        self.atoms(&mut |atom| {
            if let Formula::Is(issue, _) = atom {
                subjects.insert(Subject::Issue(*issue));
            }
        });
        for step in self.steps() {
            match &space.steps[step].taken {
                Taken::When(condition) => subjects.extend(condition.subjects(space)),
                Taken::Always | Taken::Optional => drop(subjects.insert(Subject::Step(step))),
            }
        }
        subjects
    }

    /// The issues it speaks of, in file order.
    pub fn issues(&self, space: &Space) -> Vec<IssueId> {
        let issue = |subject| match subject {
            Subject::Issue(issue) => Some(issue),
            Subject::Step(_) => None,
        };
        self.subjects(space).into_iter().filter_map(issue).collect()
    }

    /// Does it speak of the order of steps?
    pub fn has_order(&self) -> bool {
        let mut found = false;
        self.atoms(&mut |atom| found |= matches!(atom, Formula::Before(..) | Formula::OnlyAfter(..)));
        found
    }
}

fn joined(parts: &[Formula], positive: bool, and: bool) -> Formula {
    let mut flat = Vec::new();
    for part in parts {
        match (part.signed(positive), and) {
            (Formula::And(inner), true) | (Formula::Or(inner), false) => flat.extend(inner),
            (other, _) => flat.push(other),
        }
    }
    match flat.pop() {
        Some(only) if flat.is_empty() => only,
        Some(last) => {
            flat.push(last);
            if and { Formula::And(flat) } else { Formula::Or(flat) }
        }
        None => Formula::Const(and),
    }
}

impl Formula {
    /// The condition in the language of the case.
    pub fn write(&self, space: &Space) -> String {
        self.by(space, &|issue, option| {
            let issue = &space.issues[issue];
            format!("{} = {}", issue.name, issue.options[option].name)
        })
    }

    /// The condition by the titles of issues and options.
    pub fn told(&self, space: &Space) -> String {
        self.by(space, &|issue, option| {
            let issue = &space.issues[issue];
            format!("{}: {}", issue.title, issue.options[option].title)
        })
    }

    fn by(&self, space: &Space, is: &dyn Fn(IssueId, OptionId) -> String) -> String {
        match self {
            Formula::Const(true) => "always".to_owned(),
            Formula::Const(false) => "never".to_owned(),
            Formula::Is(issue, option) => is(*issue, *option),
            Formula::Taken(step) => space.steps[*step].name.clone(),
            Formula::Before(a, b) => format!("{} before {}", space.steps[*a].name, space.steps[*b].name),
            Formula::OnlyAfter(a, b) => format!("{} only after {}", space.steps[*a].name, space.steps[*b].name),
            Formula::Not(inner) => format!("not {}", inner.bracketed(space, is)),
            Formula::And(parts) => written(parts, " and ", space, is),
            Formula::Or(parts) => written(parts, " or ", space, is),
        }
    }

    fn bracketed(&self, space: &Space, is: &dyn Fn(IssueId, OptionId) -> String) -> String {
        match self {
            Formula::And(_) | Formula::Or(_) => format!("({})", self.by(space, is)),
            other => other.by(space, is),
        }
    }
}

fn written(parts: &[Formula], word: &str, space: &Space, is: &dyn Fn(IssueId, OptionId) -> String) -> String {
    parts.iter().map(|part| part.bracketed(space, is)).collect::<Vec<_>>().join(word)
}
