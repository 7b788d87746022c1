//! What is looked up of a case and its list, again and again?

use super::known::{Known, Why};
use super::ledger::Ledger;
use super::owing::Owing;
use std::collections::BTreeMap;
use zopa_case::{Anatomy, Case, ClaimId, Clause, CommitmentId, Happened, Moment, Power, PowerKind, Table, Told, Voice};
use zopa_finding::track::WhyOpen;

/// A case with a list of events.
pub(crate) struct Files<'a> {
    pub case: &'a Case,
    pub ledger: Ledger<'a>,
    powers: BTreeMap<CommitmentId, Vec<Power>>,
    /// Commitments that are the remedy of others, with these.
    remedied: BTreeMap<CommitmentId, Vec<CommitmentId>>,
    owing: Table<CommitmentId, Owing>,
}

impl<'a> Files<'a> {
    pub fn of(case: &'a Case, rows: &'a [Happened], as_of: Option<Moment>) -> Files<'a> {
        let mut remedied: BTreeMap<CommitmentId, Vec<CommitmentId>> = BTreeMap::new();
        for (id, row) in case.commitments.iter() {
            row.anatomy.remedies.all().for_each(|remedy| remedied.entry(*remedy).or_default().push(id));
        }
        remedied.values_mut().for_each(Vec::dedup);
        let powers = case.powers(&case.claims_on_commitments());
        let ledger = Ledger::of(case, rows, as_of);
        let mut files = Files { case, ledger, powers, remedied, owing: Table::default() };
        files.owing = case.commitments.ids().map(|id| Owing::of(&files, id)).collect();
        files
    }

    pub fn anatomy(&self, id: CommitmentId) -> &'a Anatomy {
        &self.case.commitments[id].anatomy
    }

    /// What is the same on each occasion of a commitment.
    pub fn owing(&self, id: CommitmentId) -> &Owing {
        &self.owing[id]
    }

    /// What this is the remedy of.
    pub fn remedied(&self, id: CommitmentId) -> &[CommitmentId] {
        self.remedied.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Those whom claims report to have a power of this kind, each with its claim.
    pub fn holders(&self, id: CommitmentId, kind: &PowerKind) -> impl Iterator<Item = (Voice, ClaimId)> {
        let powers = self.powers.get(&id).map_or(&[][..], Vec::as_slice);
        let of_kind = powers.iter().filter(move |power| power.kind == *kind);
        of_kind
            .flat_map(|power| power.holders.iter().map(|holder| (*holder, power.claim)))
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// Does this voice speak for that one: as itself, or as a body or somebody of that party?
    pub fn speaks_for(&self, voice: Voice, that: Voice) -> bool {
        let of = |party| self.case.parties_of(voice).contains(&party);
        voice == that || matches!(that, Voice::Party(party) if of(party))
    }

    /// May those whose act a row is do such a thing, as reported? The claims that say so are added.
    pub fn may(&self, id: CommitmentId, row: usize, kind: &PowerKind, claims: &mut Vec<ClaimId>) -> Known {
        let by = self.ledger.by(row);
        if by.is_empty() {
            return Known::Open(Why::rows(WhyOpen::ActorUnsaid, vec![row]));
        }
        let reported =
            self.holders(id, kind).find(|(holder, _)| by.iter().any(|voice| self.speaks_for(*voice, *holder)));
        match reported {
            Some((_, claim)) => {
                claims.push(claim);
                Known::Yes
            }
            None => Known::Open(Why::rows(WhyOpen::NoPower, vec![row]).about(by.to_vec())),
        }
    }
}

/// Why a part of a clause leaves something open; nothing where all lines on it say the same.
pub(crate) fn hole<T: PartialEq>(clause: &Clause<T>, part: &'static str) -> Option<Why> {
    match clause.told() {
        Told::Unsaid => Some(Why::part(WhyOpen::Unsaid, part)),
        Told::Unknown => Some(Why::part(WhyOpen::Unknown, part)),
        Told::Known if clause.only().is_none() => Some(Why::part(WhyOpen::TwoWays, part)),
        Told::Known => None,
    }
}
