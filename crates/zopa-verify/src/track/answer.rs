//! What is asked in turn, and where does that lead?

use super::kleene::K;
use zopa_finding::track::{Finding, State, Test};

/// The branches that stay open, and what follows otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) open: Vec<(Test, State)>,
    pub(super) state: State,
}

impl Answer {
    /// The first that is so; branches at the end that lead where the rest leads are left out.
    pub(super) fn of(asked: &[(K, Test, State)], otherwise: State) -> Answer {
        let mut answer = Answer { open: Vec::new(), state: otherwise };
        for (so, test, state) in asked {
            match so {
                Some(true) => {
                    answer.state = *state;
                    break;
                }
                Some(false) => {}
                None => answer.open.push((*test, *state)),
            }
        }
        while answer.open.last().is_some_and(|(_, state)| *state == answer.state) {
            answer.open.pop();
        }
        answer
    }

    /// Each state in which it can be.
    pub(super) fn states(&self) -> Vec<State> {
        self.open.iter().map(|(_, state)| *state).chain([self.state]).collect()
    }

    pub(super) fn said(finding: &Finding) -> Answer {
        Answer { open: finding.open.iter().map(|branch| (branch.test, branch.state)).collect(), state: finding.state }
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.open.iter().try_for_each(|(test, state)| write!(f, "if {test:?}: {state:?}; "))?;
        write!(f, "{:?}", self.state)
    }
}
