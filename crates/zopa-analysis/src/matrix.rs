//! Who has said what? Party by issue.

use crate::carried::Carried;
use crate::record::{contested, formulas, holders, verb};
use crate::rounds::Repeats;
use std::collections::BTreeSet;
use zopa_case::{Act, Case, ClaimId, IssueId, LimitId, PartyId, Statement, Table, Topic};
use zopa_finding::{Firmness, Position};

/// Every statement of a party, on every issue that it speaks of; where it speaks of none, on those that its claim is
/// about. One entry for each party, issue and claim.
pub(crate) fn positions(case: &Case, firmness: &Table<LimitId, Vec<Firmness>>) -> Vec<Position> {
    let (repeats, carried) = (Repeats::of(case), Carried::of(case));
    let mut seen: BTreeSet<(PartyId, IssueId, ClaimId)> = BTreeSet::new();
    let mut positions = Vec::new();
    for (id, claim) in case.claims.iter().filter(|(_, claim)| !claim.suppose) {
        for statement in &claim.statements {
            for (party, issue) in cells(case, id, statement) {
                if seen.insert((party, issue, id)) {
                    let firmness = joined(case, firmness, party, &carried.as_stated[id]);
                    positions.push(position(case, &repeats, (party, issue, id), statement, firmness));
                }
            }
        }
    }
    positions
}

fn cells(case: &Case, claim: ClaimId, statement: &Statement) -> Vec<(PartyId, IssueId)> {
    let mut issues: Vec<IssueId> = formulas(&statement.act).iter().flat_map(|f| f.issues(&case.space)).collect();
    let about =
        case.claims[claim].about.iter().filter_map(|t| if let Topic::Issue(issue) = t { Some(*issue) } else { None });
    issues.extend(about);
    issues.sort();
    issues.dedup();
    let parties = holders(&statement.act);
    parties.iter().flat_map(|party| issues.iter().map(move |issue| (*party, *issue))).collect()
}

fn position(
    case: &Case,
    repeats: &Repeats,
    (party, issue, claim): (PartyId, IssueId, ClaimId),
    said: &Statement,
    firmness: Vec<Firmness>,
) -> Position {
    let since = repeats.since(claim).map(|round| case.rounds[round].name.clone());
    Position {
        party: case.parties[party].name.clone(),
        issue: case.space.issues[issue].name.clone(),
        claim: case.claims[claim].name.clone(),
        verb: verb(&said.act).to_owned(),
        firmness,
        round: case.claims[claim].round.map(|round| case.rounds[round].name.clone()),
        contested: contested(case, claim),
        not_repeated_since: since.filter(|_| !matches!(said.act, Act::Is { .. } | Act::LedBy { .. } | Act::May { .. })),
    }
}

/// The firmness of all limits that the claim supports for the party, *stated* only where nothing else is.
fn joined(case: &Case, firmness: &Table<LimitId, Vec<Firmness>>, party: PartyId, limits: &[LimitId]) -> Vec<Firmness> {
    let mut all: Vec<Firmness> = Vec::new();
    for id in limits.iter().filter(|id| case.limits[**id].holder == party) {
        all.extend(firmness[*id].iter().filter(|one| !all.contains(one)).cloned().collect::<Vec<_>>());
    }
    if all.len() > 1 {
        all.retain(|one| *one != Firmness::Stated);
    }
    all
}
