//! When is there nothing to tell yet but what the documents say?
//!
//! As long as nobody has coded a claim that counts, a brief would be empty: what the documents say stands in its place.

use crate::{Problem, Read, Request, Texts};
use zopa_finding::Sources;

impl Read {
    /// Has the case no claim that counts in such an answer? What the analyst supposes is none.
    pub fn is_uncoded(&self, request: &Request) -> bool {
        self.asked(request).case.claims.values().all(|claim| claim.suppose)
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
