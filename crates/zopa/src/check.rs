//! Is the dossier sound, beside the messages about its files?

use crate::{Problem, Read};
use zopa_finding::{Check, PrivateState};

impl Read {
    /// What a check says of the whole dossier, private material counted. A case with errors is checked as far as it
    /// could be read.
    ///
    /// # Errors
    /// The readings left open are too many.
    pub fn check(&self) -> Result<Check, Vec<Problem>> {
        let made = zopa_analysis::check(&self.case).map_err(|refusal| vec![self.refused(&refusal)])?;
        let private = if self.public.is_some() { PrivateState::Counted } else { PrivateState::Unsaid };
        Ok(Check { private, ..made })
    }
}
