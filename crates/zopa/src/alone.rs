//! When is there nothing to tell yet but what the documents say?
//!
//! As long as nobody has said of any claim what it means for the negotiation, a brief would be empty, and its headline would
//! say that something fits: what the documents say stands in its place.

use crate::{Problem, Read, Request, Texts};
use zopa_finding::Sources;

impl Read {
    /// Is there nothing that such an answer could speak of: no claim with a statement, no issue, no step, no commitment?
    /// What the analyst supposes is no claim.
    pub fn is_uncoded(&self, request: &Request) -> bool {
        let case = &self.asked(request).case;
        let nothing = case.space.issues.is_empty() && case.space.steps.is_empty() && case.commitments.is_empty();
        nothing && case.claims.values().all(|claim| claim.suppose || claim.statements.is_empty())
    }

    /// What the documents say, where that is all there is to tell; `None` where a brief is to be told. What is asked of
    /// claims, for a party, on a condition, is asked of a brief.
    ///
    /// # Errors
    /// As [`Read::sources`].
    pub fn documents_alone(
        &self,
        texts: &Texts,
        request: &Request,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Option<Sources>, Vec<Problem>> {
        let plain = request.party.is_none() && request.assume.is_empty() && request.with.is_empty();
        let sound = self.errors_without(&request.left_out()) == 0;
        if !plain || !sound || !self.is_uncoded(request) {
            return Ok(None);
        }
        let found = self.sources(texts, request, progress)?;
        Ok(Some(found).filter(|found| !found.documents.is_empty()))
    }
}
