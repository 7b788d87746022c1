//! Who may do what with a commitment? Read from the claims, so that it holds for whichever claims there are.
//!
//! A claim speaks of a commitment if it is `about` it, or says what somebody may do with it. Suppositions are in no
//! answer unless they are named, and give no power.

use crate::origin::Voice;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::Span;

/// What a power is a power to do. The words are those of the law of treaties; any other word is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PowerKind {
    /// To sign.
    Sign,
    /// To ratify.
    Ratify,
    /// To veto.
    Veto,
    /// To say that what sets it off has happened.
    Determine,
    /// To suspend.
    Suspend,
    /// To end.
    Terminate,
    /// To waive what is owed.
    Waive,
    /// Anything else, as named.
    Other(String),
}

impl PowerKind {
    fn named(act: &str) -> PowerKind {
        match act {
            "sign" => PowerKind::Sign,
            "ratify" => PowerKind::Ratify,
            "veto" => PowerKind::Veto,
            "determine" => PowerKind::Determine,
            "suspend" => PowerKind::Suspend,
            "terminate" => PowerKind::Terminate,
            "waive" => PowerKind::Waive,
            other => PowerKind::Other(other.to_owned()),
        }
    }
}

/// A power over a commitment, as a claim reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Power {
    /// To do what.
    pub kind: PowerKind,
    /// The word it is named with.
    pub act: String,
    /// Who has it; nobody for `?`.
    pub holders: Vec<Voice>,
    /// The claim that reports it.
    pub claim: ClaimId,
    /// Where the statement stands.
    pub span: Span,
}

impl Case {
    /// The claims that speak of each commitment, in file order; a commitment that none speaks of is not there.
    pub fn claims_on_commitments(&self) -> BTreeMap<CommitmentId, Vec<ClaimId>> {
        let ids: BTreeMap<&str, CommitmentId> =
            self.commitments.iter().map(|(id, row)| (row.name.as_str(), id)).collect();
        let mut on: BTreeMap<CommitmentId, Vec<ClaimId>> = BTreeMap::new();
        for (claim, row) in self.claims.iter().filter(|(_, row)| !row.suppose) {
            let named: BTreeSet<CommitmentId> = names(row).filter_map(|name| ids.get(name).copied()).collect();
            named.into_iter().for_each(|id| on.entry(id).or_default().push(claim));
        }
        on
    }

    /// The powers over each commitment, in file order, by the claims that speak of it: over it by name, or over a thing that
    /// a claim about it names and that is no other commitment.
    pub fn powers(&self, claims: &BTreeMap<CommitmentId, Vec<ClaimId>>) -> BTreeMap<CommitmentId, Vec<Power>> {
        let names: BTreeSet<&str> = self.commitments.values().map(|row| row.name.as_str()).collect();
        let of = |name: &str, claims: &[ClaimId]| {
            let statements = claims.iter().flat_map(|id| self.claims[*id].statements.iter().map(|row| (*id, row)));
            let over = |object: &str| object == name || !names.contains(object);
            statements.filter_map(|(id, row)| power(id, row, over)).collect()
        };
        claims.iter().map(|(id, claims)| (*id, of(&self.commitments[*id].name, claims))).collect()
    }

    /// The party or body whose voice it is, itself first; then the party that a body is of.
    pub fn parties_of(&self, voice: Voice) -> Vec<PartyId> {
        let with = |id: PartyId| std::iter::once(id).chain(self.parties[id].of);
        match voice {
            Voice::Party(id) => with(id).collect(),
            Voice::Speaker(id) => self.speakers[id].of.iter().flat_map(|id| with(*id)).collect(),
            Voice::Source(_) => Vec::new(),
        }
    }
}

/// What a claim is about, and what it says that somebody may do something with.
fn names(claim: &Claim) -> impl Iterator<Item = &str> {
    let about = claim.about.iter().filter_map(|topic| match topic {
        Topic::Other(name) => Some(name.as_str()),
        Topic::Issue(_) => None,
    });
    let objects = claim.statements.iter().filter_map(|said| match &said.act {
        Act::May { object, .. } => Some(object.as_str()),
        _ => None,
    });
    about.chain(objects)
}

fn power(claim: ClaimId, row: &Statement, over: impl Fn(&str) -> bool) -> Option<Power> {
    let Act::May { who, act, object } = &row.act else { return None };
    if !over(object) {
        return None;
    }
    Some(Power { kind: PowerKind::named(act), act: act.clone(), holders: who.clone(), claim, span: row.span })
}
