//! Is the dossier sound, beside the messages about its files?

use crate::{Problem, Read, Request};
use zopa_finding::{Check, PrivateState};
use zopa_syntax::Part;

impl Read {
    /// What a check says of the dossier, private material counted and what nobody has confirmed not. A case with errors
    /// is checked as far as it could be read.
    ///
    /// # Errors
    /// The readings left open are too many.
    pub fn check(&self) -> Result<Check, Vec<Problem>> {
        let read = self.asked(&Request { private: PrivateState::Counted, ..Request::default() });
        let made = zopa_analysis::check(&read.case).map_err(|refusal| vec![read.refused(&refusal)])?;
        let private = if self.has(Part::Private) { PrivateState::Counted } else { PrivateState::Unsaid };
        Ok(Check { private, ..made })
    }
}
