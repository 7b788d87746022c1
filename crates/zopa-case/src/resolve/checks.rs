//! Does the case hang together? Mistakes that only the whole shows, and warnings worth having.

use super::Resolver;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::Diagnostic;

impl Resolver<'_> {
    /// A claim that supersedes itself, directly or through others, leaves nothing held.
    pub(crate) fn check_supersedes(&mut self) {
        let later = |case: &Case, claim: ClaimId| -> Vec<(ClaimId, zopa_syntax::Span)> {
            let statements = case.claims[claim].statements.iter();
            statements
                .filter_map(|s| if let Act::Supersedes(old) = &s.act { Some((old, s.span)) } else { None })
                .flat_map(|(old, span)| old.iter().map(move |c| (*c, span)))
                .collect()
        };
        let claims: Vec<ClaimId> = self.case.claims.ids().collect();
        let mut reported: Vec<ClaimId> = Vec::new();
        for claim in claims {
            let mut reached = later(&self.case, claim);
            let mut next = 0;
            while let Some((at, _)) = reached.get(next).copied() {
                let more: Vec<_> =
                    later(&self.case, at).into_iter().filter(|(c, _)| !reached.iter().any(|(r, _)| r == c)).collect();
                reached.extend(more);
                next += 1;
            }
            let Some((_, span)) = reached.iter().find(|(c, _)| *c == claim).copied() else { continue };
            if reached.iter().any(|(c, _)| reported.contains(c)) {
                continue;
            }
            reported.push(claim);
            let row = &self.case.claims[claim];
            let message = format!("`{}` supersedes itself, through others or directly", row.name);
            let declared = row.span;
            self.report(
                Diagnostic::error("supersedes-circle", span, message, "take one of the `supersedes` lines out")
                    .and(declared, "the claim"),
            );
        }
    }

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
                let span = row.span;
                self.report(Diagnostic::error(
                    "too-many-softenings",
                    span,
                    message,
                    "join some of them into one claim",
                ));
            }
        }
    }

    /// A body's limit binds where its gate is taken; without a gate it would bind nowhere.
    pub(crate) fn check_bodies(&mut self) {
        let holders: Vec<PartyId> = self.case.limits.values().map(|limit| limit.holder).collect();
        let bodies: Vec<PartyId> = self.case.parties.iter().filter(|(_, p)| p.of.is_some()).map(|(id, _)| id).collect();
        for body in bodies {
            let gate = self.case.space.steps.values().any(|step| step.gate && step.by.contains(&body));
            if gate || !holders.contains(&body) {
                continue;
            }
            let row = &self.case.parties[body];
            let message = format!("`{}` has limits and no gate at which they would bind", row.name);
            let help = format!("declare one: `gate NAME \"...\" by {}`", row.name);
            let span = row.span;
            self.report(Diagnostic::error("body-without-gate", span, message, help));
        }
    }

    /// Worth a look, wrong or not.
    pub(crate) fn warn(&mut self) {
        self.warn_unquoted();
        self.warn_uncited();
        self.warn_silent_issues();
    }

    fn warn_unquoted(&mut self) {
        let unquoted = |claim: &&Claim| {
            !claim.suppose && claim.quotes.is_empty() && claim.sayings.iter().all(|saying| saying.quotes.is_empty())
        };
        let rows: Vec<_> = self.case.claims.values().filter(unquoted).map(|c| (c.name.clone(), c.span)).collect();
        for (name, span) in rows {
            let message = format!("claim `{name}` has no quote; the brief lists it as an assumption");
            self.report(Diagnostic::warning(
                "claim-unquoted",
                span,
                message,
                "add a `quote` line, or make it a `suppose`",
            ));
        }
    }

    fn warn_uncited(&mut self) {
        let cited = |id: SourceId| self.case.quotes.values().any(|quote| quote.source == id);
        let rows: Vec<String> = (self.case.sources.iter())
            .filter(|(id, source)| source.document.is_some() && !cited(*id))
            .map(|(_, source)| source.name.clone())
            .collect();
        for name in rows {
            let span = self.names.get(&name).map(|(_, span)| span).unwrap_or_default();
            let message = format!("nothing quotes the document of `{name}`");
            self.report(Diagnostic::warning("document-uncited", span, message, "quote it, or take the source out"));
        }
    }

    /// An issue that no statement speaks of and no claim is about.
    fn warn_silent_issues(&mut self) {
        let case = &self.case;
        let about = |issue| case.claims.values().any(|claim| claim.about.contains(&Topic::Issue(issue)));
        let spoken = |issue: IssueId| {
            (case.limits.values().any(|limit| limit.formula.issues(&case.space).contains(&issue)))
                || case.asks.iter().any(|ask| ask.formula.issues(&case.space).contains(&issue))
                || case.rules.iter().any(|rule| rule.formula.issues(&case.space).contains(&issue))
                || case.reported_rules.values().any(|rule| rule.formula.issues(&case.space).contains(&issue))
        };
        let silent: Vec<String> = (case.space.issues.iter())
            .filter(|(id, _)| !about(*id) && !spoken(*id))
            .map(|(_, issue)| issue.name.clone())
            .collect();
        for name in silent {
            let span = self.names.get(&name).map(|(_, span)| span).unwrap_or_default();
            let message = format!("no statement mentions issue `{name}`");
            self.report(Diagnostic::warning(
                "issue-silent",
                span,
                message,
                "name it in a claim's `about`, or take it out",
            ));
        }
    }
}
