//! Why does nothing fit? The clashes, each with where it is so and what it rests on.

use crate::local::{holders, limits};
use crate::set::Set;
use crate::view::{Single, View};
use zopa_case::{Case, ClaimId};
use zopa_finding::{Basis, Clash};

/// The clash as a finding.
pub(crate) fn clash(view: &View<'_>, set: &Set) -> Clash {
    let case = view.case;
    Clash {
        id: id(case, set),
        limits: names(case, set),
        holders: view.party_names(&holders(case, set)),
        issues: issues(case, set),
        presence: view.readings.presence(case, &readings(view, set)),
        rests_on: rests_on(view, set),
        basis: basis(case, set),
    }
}

/// The readings in which it is a clash.
pub(crate) fn readings(view: &View<'_>, set: &Set) -> Set {
    view.engine.having(set, &view.locals)
}

/// From the names of its limits.
pub(crate) fn id(case: &Case, set: &Set) -> String {
    names(case, set).join("+")
}

/// The names of its limits.
pub(crate) fn names(case: &Case, set: &Set) -> Vec<String> {
    limits(case, set).map(|(_, limit)| limit.name.clone()).collect()
}

/// The issues its limits speak of, in file order.
pub(crate) fn issues(case: &Case, set: &Set) -> Vec<String> {
    let mut issues: Vec<_> = limits(case, set).flat_map(|(_, limit)| limit.formula.issues(&case.space)).collect();
    issues.sort();
    issues.dedup();
    issues.into_iter().map(|issue| case.space.issues[issue].name.clone()).collect()
}

/// The claims that support its limits, in file order.
pub(crate) fn basis(case: &Case, set: &Set) -> Basis {
    let claims = limits(case, set)
        .flat_map(|(_, limit)| &limit.supports)
        .flat_map(|support| std::iter::once(support.claim).chain(support.with.iter().copied()));
    basis_of(case, claims.collect())
}

/// Claims as a basis.
pub(crate) fn basis_of(case: &Case, mut claims: Vec<ClaimId>) -> Basis {
    claims.sort();
    claims.dedup();
    Basis(claims.into_iter().map(|claim| case.claims[claim].name.clone()).collect())
}

/// Sources that, set aside alone, take the clash away in every reading in which it is one.
pub(crate) fn rests_on(view: &View<'_>, set: &Set) -> Vec<String> {
    let mut rests_on = Vec::new();
    if !view.asides.iter().any(|aside| matches!(aside.single, Single::Source(_))) {
        return rests_on;
    }
    let readings = readings(view, set);
    for aside in &view.asides {
        let Single::Source(source) = aside.single else { continue };
        let stays = |at: usize| aside.locals.get(at).is_some_and(|local| set.is_subset(&local.active));
        if !readings.ones().any(stays) {
            rests_on.push(view.case.sources[source].name.clone());
        }
    }
    rests_on
}
