//! Are the names around an answer right: holders, issues, the claims it rests on, a world?

use super::desk::Desk;
use crate::lists::holders;
use crate::sets::Rows;
use crate::world::{Named, World};
use std::collections::BTreeSet;
use zopa_case::{Claim, ClaimId, Formula, IssueId, OptionId, Support};
use zopa_finding::Basis;

impl Desk<'_> {
    /// The names of those who hold these limits, in file order.
    pub(super) fn check_holders(&mut self, finding: &str, limits: &Rows, said: &[String]) {
        let rows = holders(self.case, limits);
        let names = self.party_names(&rows);
        self.require(names == said, finding, || format!("its limits are held by {}", names.join(", ")));
    }

    /// The names of parties and bodies, in file order.
    pub(super) fn party_names(&self, parties: &Rows) -> Vec<String> {
        self.case.parties.iter().filter(|(id, _)| parties.has(id.row())).map(|(_, party)| party.name.clone()).collect()
    }

    /// The parties and bodies of these names.
    pub(super) fn party_rows(&self, names: &[String]) -> Option<Rows> {
        let row =
            |name: &String| self.case.parties.iter().find(|(_, party)| party.name == *name).map(|(id, _)| id.row());
        names.iter().map(row).collect::<Option<Vec<usize>>>().map(Rows::of)
    }

    /// The issues that limits speak of, in file order: a step speaks of the issues in its condition.
    pub(super) fn check_issues(&mut self, finding: &str, limits: &Rows, said: &[String]) {
        let names = self.issue_names(limits);
        self.require(names == said, finding, || format!("its limits speak of {}", names.join(", ")));
    }

    pub(super) fn issue_names(&self, limits: &Rows) -> Vec<String> {
        let named = Named::of(&self.case.space, &self.formulas_of(limits));
        let issues = self.case.space.issues.iter().filter(|(id, _): &(IssueId, _)| named.issues.contains(id));
        issues.map(|(_, issue)| issue.name.clone()).collect()
    }

    pub(super) fn formulas_of(&self, limits: &Rows) -> Vec<&Formula> {
        self.case.limits.iter().filter(|(id, _)| limits.has(id.row())).map(|(_, limit)| &limit.formula).collect()
    }

    /// The basis names, in file order, every claim that carries one of the limits in some reading left open, and
    /// no claim that has no part in a limit, in a contested rule, or in `also`.
    pub(super) fn check_basis(&mut self, finding: &str, limits: &Rows, also: &[Support], said: &Basis) {
        let must = self.carriers_of(limits);
        let theirs =
            self.case.limits.iter().filter(|(id, _)| limits.has(id.row())).flat_map(|(_, limit)| &limit.supports);
        let ruling = self.case.reported_rules.values().flat_map(|rule| &rule.supports);
        let part = |support: &Support| support.with.iter().copied().chain([support.claim]).collect::<Vec<_>>();
        let may: BTreeSet<ClaimId> = theirs.chain(ruling).chain(also).flat_map(part).collect();
        let Some(claims) = self.claims(&said.0) else {
            return self.refute(finding, "rests on a claim that is not in the case");
        };
        self.require(claims.is_sorted_by(|a, b| a < b), finding, || "its basis is not in file order".to_owned());
        for claim in must.iter().filter(|claim| !claims.contains(claim)) {
            let name = self.claim_name(*claim);
            self.refute(finding, format!("its basis leaves out {name}, which carries one of its limits"));
        }
        for claim in claims.iter().filter(|claim| !may.contains(claim)) {
            let name = self.claim_name(*claim);
            self.refute(finding, format!("its basis names {name}, which carries none of its limits"));
        }
    }

    /// The claims that carry one of these limits in some reading left open.
    fn carriers_of(&self, limits: &Rows) -> BTreeSet<ClaimId> {
        let theirs = self.carriers.iter().filter(|(id, _)| limits.has(id.row()));
        theirs.flat_map(|(_, claims)| claims.iter().copied()).collect()
    }

    /// Claims of these names, in the order given.
    pub(super) fn claims(&self, names: &[String]) -> Option<Vec<ClaimId>> {
        let claim = |name: &String| self.case.claims.iter().find(|(_, claim)| claim.name == *name).map(|(id, _)| id);
        names.iter().map(claim).collect()
    }

    pub(super) fn claim_name(&self, claim: ClaimId) -> String {
        self.case.claims.row(claim).map(|claim: &Claim| claim.name.clone()).unwrap_or_default()
    }

    /// The world of a witness: every issue that has options with one of them, in file order, and the steps
    /// taken, each once.
    pub(super) fn read_world(&self, said: &zopa_finding::World) -> Result<World, String> {
        let mut options: Vec<Option<OptionId>> = Vec::new();
        let mut rest = said.package.iter();
        for issue in self.case.space.issues.values() {
            if issue.options.is_empty() {
                options.push(None);
                continue;
            }
            let (name, option) = rest.next().ok_or_else(|| format!("the package says nothing of {}", issue.name))?;
            let found = issue.options.iter().find(|(_, row)| row.name == *option && issue.name == *name);
            options.push(Some(found.ok_or_else(|| format!("the package has {name}={option} for {}", issue.name))?.0));
        }
        if rest.next().is_some() {
            return Err("the package has too many issues".to_owned());
        }
        let step = |name: &String| self.case.space.steps.iter().find(|(_, step)| step.name == *name).map(|(id, _)| id);
        let order = said.steps.iter().map(step).collect::<Option<Vec<_>>>().ok_or("a step of the world is unknown")?;
        let world = World { options, order };
        match world.steps_fit(&self.case.space) {
            true => Ok(world),
            false => Err("the steps of the world are not those that its package takes".to_owned()),
        }
    }
}
