//! Does the case hang together? Mistakes that only the whole shows.

use super::Resolver;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::Diagnostic;

impl Resolver<'_> {
    /// Each softening doubles the forms that a limit can take.
    pub(crate) fn check_softenings(&mut self) {
        let mut softeners: BTreeMap<ClaimId, BTreeSet<ClaimId>> = BTreeMap::new();
        for (id, claim) in self.case.claims.iter() {
            for statement in &claim.statements {
                if let Act::Softens { claims, to: Some(_) } = &statement.act {
                    for claim in claims {
                        softeners.entry(*claim).or_default().insert(id);
                    }
                }
            }
        }
        for (claim, softeners) in softeners {
            let count = softeners.len();
            if count > limits::SOFTENINGS {
                let row = &self.case.claims[claim];
                let message =
                    format!("`{}` is softened by {count} claims; at most {} are read", row.name, limits::SOFTENINGS);
                let help = "join some of them into one claim: `softens A to F or G`";
                let told = Diagnostic::error("too-many-softenings", row.span, message, help);
                let told = softeners.iter().take(limits::SOFTENINGS + 1).fold(told, |told, softener| {
                    let softener = &self.case.claims[*softener];
                    told.and(softener.span, format!("`{}` softens it", softener.name))
                });
                self.report(told);
            }
        }
    }

    /// A body's limit binds where its gate is taken; without a gate it would bind nowhere.
    pub(crate) fn check_bodies(&mut self) {
        let mut holders: BTreeMap<PartyId, ClaimId> = BTreeMap::new();
        for limit in self.case.limits.values() {
            limit.supports.first().map(|support| holders.entry(limit.holder).or_insert(support.claim));
        }
        let bodies: Vec<PartyId> = self.case.parties.iter().filter(|(_, p)| p.of.is_some()).map(|(id, _)| id).collect();
        for body in bodies {
            let gate = self.case.space.steps.values().any(|step| step.gate && step.by.contains(&body));
            let Some(claim) = holders.get(&body).filter(|_| !gate) else { continue };
            let claim = &self.case.claims[*claim];
            let first = (claim.span, format!("`{}` gives it one", claim.name));
            let row = &self.case.parties[body];
            let message = format!("`{}` has limits and no gate at which they would bind", row.name);
            let help = format!("declare one: `gate NAME \"...\" by {}`", row.name);
            self.report(Diagnostic::error("body-without-gate", row.span, message, help).and(first.0, first.1));
        }
    }
}
