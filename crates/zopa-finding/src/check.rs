//! What does a check say of a case, beside the messages about its files? Figures, quotes, and what nobody can meet.

use crate::{PrivateState, Quote, Source};
use serde::{Deserialize, Serialize};

/// The state of a case as far as it takes no answer to tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Is private material counted?
    pub private: PrivateState,
    /// How many claims there are, suppositions among them.
    pub claims: usize,
    /// How many origins.
    pub origins: usize,
    /// The sources, in file order.
    pub sources: Vec<Source>,
    /// Every quote, in file order, with its state.
    pub quotes: Vec<Quote>,
    /// Readings of the questions left open.
    pub readings: u64,
    /// Those questions.
    pub open: usize,
    /// The first claim of each limit that no package meets, in some reading, whatever the other limits say.
    pub impossible: Vec<String>,
    /// Rules that contradict each other in every reading, as written: a minimal set of them. Empty where there are none.
    pub contradicting: Vec<String>,
}
