//! How did the positions change? Softened, hardened, changed, withdrawn, superseded, denied, said again or not.
//!
//! A limit that only the later state has is compared with an earlier one ([`super::earlier`]). What only the earlier
//! state has, and no comparison tells, is *withdrawn* if a later claim supersedes it or lets it expire and nothing new
//! of its holder speaks of its issues, and *superseded* if something does. A claim that was taken out of the case is
//! neither: nobody withdrew it.

use super::answers::offers_gone;
use super::earlier::Earlier;
use super::pair::{Pair, Row, told, told_claim};
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::Act;
use zopa_finding::{Basis, Position, PositionShift, Shift, Worded};

/// A claim that changes another: the later one, then the earlier.
type Acts<'a> = Vec<(&'a str, &'a str)>;

/// Everything that is told so far, and what is needed to go on.
struct Shifts<'p, 'a> {
    pair: &'p Pair<'a>,
    superseding: Acts<'a>,
    expiring: Acts<'a>,
    found: Vec<PositionShift>,
    /// Earlier limits that a later one was compared with, by name.
    compared: BTreeSet<&'a str>,
    /// Parties with the earlier claims that are told of.
    told: BTreeSet<(String, String)>,
}

/// Every change of a position, by party, then by kind, then in file order.
pub(super) fn positions(pair: &Pair<'_>) -> Vec<PositionShift> {
    let superseding = pair.newly(|act| if let Act::Supersedes(claims) = act { Some(claims) } else { None });
    let expiring = pair.newly(|act| if let Act::Expires { claims, .. } = act { Some(claims) } else { None });
    let mut shifts =
        Shifts { pair, superseding, expiring, found: Vec::new(), compared: BTreeSet::new(), told: BTreeSet::new() };
    shifts.limits_compared();
    shifts.limits_gone();
    shifts.offers_gone();
    shifts.claims_superseded();
    shifts.newly_denied();
    shifts.not_repeated();
    let place = |name: &String| pair.after.parties.iter().position(|party| party.name == *name);
    let rank = |shift: &PositionShift| shift.party.as_ref().and_then(place).unwrap_or(usize::MAX);
    let round = |shift: &PositionShift| shift.round.as_deref().and_then(|round| pair.place(round));
    shifts.found.sort_by_key(|shift| (rank(shift), shift.shift, round(shift)));
    shifts.found
}

impl<'p, 'a> Shifts<'p, 'a> {
    /// Limits that came, and limits that were said again.
    fn limits_compared(&mut self) {
        let pair = self.pair;
        let old = pair.old.iter().filter(|row| row.stands());
        let known: BTreeMap<_, &Row<'a>> = old.filter_map(|row| Some((row.identity()?, row))).collect();
        let earlier = Earlier::of(pair);
        for new in pair.new.iter().filter(|row| row.stands()) {
            match new.identity().and_then(|identity| known.get(&identity)) {
                Some(old) if self.said_again(old, new) => self.compare(Shift::Restated, old, new),
                Some(_) => {}
                None => {
                    if let Some((old, shift)) = earlier.before(new).filter(|(old, _)| !self.expired(old, new)) {
                        self.compare(shift, old, new);
                    }
                }
            }
        }
    }

    /// In a round later than all in which it was said before.
    fn said_again(&self, old: &Row<'_>, new: &Row<'_>) -> bool {
        let (before, after) = (self.pair.last_before(&old.limit.claims), self.pair.last_after(&new.limit.claims));
        before.is_some() && after > before
    }

    /// The same claim, which reads otherwise now that its offer has expired: no position that came.
    fn expired(&self, old: &Row<'_>, new: &Row<'_>) -> bool {
        let carries = |row: &Row<'_>, claim: &str| row.limit.claims.iter().any(|name| name == claim);
        self.expiring.iter().any(|(_, claim)| carries(old, claim) && carries(new, claim))
    }

    fn compare(&mut self, shift: Shift, old: &Row<'a>, new: &Row<'_>) {
        self.compared.insert(&old.limit.name);
        let by = self.by(&old.limit.claims);
        let after = if shift == Shift::Restated { self.again(old, new) } else { told(new.limit) };
        self.push(&old.limit.holder, shift, &new.limit.issues, told(old.limit), Some(after), by, &old.unknown);
    }

    /// What was said again is told by the claims that say it again.
    fn again(&self, old: &Row<'_>, new: &Row<'_>) -> Worded {
        let before = self.pair.last_before(&old.limit.claims);
        let later = |claim: &&String| self.pair.last_after(std::slice::from_ref(*claim)) > before;
        let claims: Vec<String> = new.limit.claims.iter().filter(later).cloned().collect();
        let title = claims.first().and_then(|claim| self.pair.claim_after(claim)).map(|claim| claim.title.clone());
        Worded { title: title.unwrap_or_default(), claims, ..told(new.limit) }
    }

    /// Limits of the earlier state that the later one has not, and that nothing is compared with.
    fn limits_gone(&mut self) {
        let pair = self.pair;
        let still: BTreeSet<_> = pair.new.iter().filter(|r| r.stands()).filter_map(Row::identity).collect();
        let gone = |row: &&Row<'a>| row.stands() && row.identity().is_none_or(|identity| !still.contains(&identity));
        for old in pair.old.iter().filter(gone) {
            let limit = old.limit;
            if self.compared.contains(limit.name.as_str()) {
                continue;
            }
            let by = self.by(&limit.claims);
            let shift = match by.is_empty() {
                false => Some(self.gone(&limit.holder, &limit.issues)),
                true => self.read_otherwise(&limit.claims).then_some(Shift::Changed),
            };
            if let Some(shift) = shift {
                self.push(&limit.holder, shift, &limit.issues, told(limit), None, by, &old.unknown);
            }
        }
    }

    /// A claim of the same name that carries other statements than it did.
    fn read_otherwise(&self, claims: &[String]) -> bool {
        claims.iter().any(|name| {
            let (before, after) = (self.pair.claim_before(name), self.pair.claim_after(name));
            before.zip(after).is_some_and(|(before, after)| before.statements != after.statements)
        })
    }

    fn offers_gone(&mut self) {
        for offer in offers_gone(self.pair) {
            let by = self.by(&offer.basis.0);
            for holder in offer.holders.iter().filter(|_| !by.is_empty()) {
                if !self.is_told(holder, &offer.basis.0) {
                    let issues = self.issues(holder, &offer.basis.0);
                    let before = told_claim(&offer.claim, self.pair.claim_before(&offer.claim));
                    let before = Worded { claims: offer.basis.0.clone(), ..before };
                    self.push(holder, self.gone(holder, &issues), &issues, before, None, by.clone(), &[]);
                }
            }
        }
    }

    /// Whatever else a later claim takes the place of.
    fn claims_superseded(&mut self) {
        let known: BTreeSet<&str> = self.superseding.iter().map(|(_, claim)| *claim).collect();
        let superseded = self.pair.before.claims.iter().filter(|claim| known.contains(claim.name.as_str()));
        for claim in superseded {
            let (by, name) = (self.by(std::slice::from_ref(&claim.name)), std::slice::from_ref(&claim.name));
            for party in parties(&claim.parties) {
                if !party.is_some_and(|party| self.is_told(party, name)) {
                    let issues = party.map(|party| self.issues(party, name)).unwrap_or_default();
                    let before = told_claim(&claim.name, Some(claim));
                    self.push_for(party, Shift::Superseded, &issues, before, by.clone());
                }
            }
        }
    }

    fn newly_denied(&mut self) {
        let pair = self.pair;
        for claim in &pair.after.claims {
            let undenied = pair.claim_before(&claim.name).is_some_and(|before| before.denied_by.is_empty());
            if undenied && !claim.denied_by.is_empty() {
                for party in parties(&claim.parties) {
                    let issues = party.map(|party| self.issues(party, std::slice::from_ref(&claim.name)));
                    let before = told_claim(&claim.name, Some(claim));
                    let by = claim.denied_by.clone();
                    self.push_for(party, Shift::NewlyDenied, &issues.unwrap_or_default(), before, by);
                }
            }
        }
    }

    /// Positions that were said in the last round held then, and in none since.
    fn not_repeated(&mut self) {
        let pair = self.pair;
        let silent = |p: &&Position| p.not_repeated_since.is_some();
        let was: BTreeSet<_> = pair.before.positions.iter().filter(silent).map(|p| (&p.party, &p.claim)).collect();
        let mut seen = BTreeSet::new();
        for position in pair.after.positions.iter().filter(silent) {
            let key = (&position.party, &position.claim);
            let claim = std::slice::from_ref(&position.claim);
            let old = pair.is_new(&position.claim) || was.contains(&key);
            if old || self.is_replaced(&position.party, claim) || !seen.insert(key) {
                continue;
            }
            let issues = self.issues(&position.party, claim);
            let before = told_claim(&position.claim, pair.claim_after(&position.claim));
            self.push_for(Some(&position.party), Shift::NotRepeated, &issues, before, Vec::new());
            if let Some(shift) = self.found.last_mut() {
                shift.round = position.not_repeated_since.clone();
            }
        }
    }

    /// The later claims that supersede one of these or let it expire.
    fn by(&self, claims: &[String]) -> Vec<String> {
        let acts = self.superseding.iter().chain(&self.expiring);
        let by: BTreeSet<&str> =
            acts.filter(|(_, old)| claims.iter().any(|claim| claim == old)).map(|(by, _)| *by).collect();
        let in_order = self.pair.after.claims.iter().filter(|claim| by.contains(claim.name.as_str()));
        in_order.map(|claim| claim.name.clone()).collect()
    }

    /// Withdrawn, or superseded where something new of the same party speaks of all these issues.
    fn gone(&self, party: &str, issues: &[String]) -> Shift {
        let mut spoken: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let of_party = self.pair.after.positions.iter().filter(|p| p.party == party && self.pair.is_new(&p.claim));
        for position in of_party {
            spoken.entry(&position.claim).or_default().insert(&position.issue);
        }
        let in_place = spoken.values().any(|known| issues.iter().all(|issue| known.contains(issue.as_str())));
        if in_place && !issues.is_empty() { Shift::Superseded } else { Shift::Withdrawn }
    }

    /// The issues on which claims are positions of a party, before or after, in file order.
    fn issues(&self, party: &str, claims: &[String]) -> Vec<String> {
        let positions = self.pair.before.positions.iter().chain(&self.pair.after.positions);
        let of = positions.filter(|p| p.party == party && claims.contains(&p.claim)).map(|p| p.issue.as_str());
        let spoken: BTreeSet<&str> = of.collect();
        let issues = self.pair.after.issues.iter().filter(|issue| spoken.contains(issue.name.as_str()));
        issues.map(|issue| issue.name.clone()).collect()
    }

    fn is_told(&self, party: &str, claims: &[String]) -> bool {
        claims.iter().any(|claim| self.told.contains(&(party.to_owned(), claim.clone())))
    }

    /// Worded, and not as said again or denied.
    fn is_replaced(&self, party: &str, claims: &[String]) -> bool {
        self.found.iter().any(|shift| {
            let before = shift.before.as_ref().is_some_and(|told| told.claims.iter().any(|c| claims.contains(c)));
            let other = !matches!(shift.shift, Shift::Restated | Shift::NewlyDenied | Shift::NotRepeated);
            shift.party.as_deref() == Some(party) && other && before
        })
    }

    fn push_for(&mut self, party: Option<&str>, shift: Shift, issues: &[String], before: Worded, by: Vec<String>) {
        self.push(party.unwrap_or_default(), shift, issues, before, None, by, &[]);
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one change, put together in one place")]
    fn push(
        &mut self,
        party: &str,
        shift: Shift,
        issues: &[String],
        before: Worded,
        after: Option<Worded>,
        by: Vec<String>,
        unknown: &[String],
    ) {
        // What is said again may be superseded all the same.
        let all_told = shift != Shift::Restated || !by.is_empty();
        self.told.extend(before.claims.iter().filter(|_| all_told).map(|claim| (party.to_owned(), claim.clone())));
        let claims = before.claims.iter().chain(after.iter().flat_map(|told| &told.claims)).chain(&by);
        let named: BTreeSet<&str> = claims.map(String::as_str).collect();
        let known = self.pair.after.claims.iter().filter(|claim| named.contains(claim.name.as_str()));
        self.found.push(PositionShift {
            party: (!party.is_empty()).then(|| party.to_owned()),
            shift,
            issues: issues.to_vec(),
            basis: Basis(known.map(|claim| claim.name.clone()).collect()),
            before: Some(before),
            after,
            by,
            round: None,
            unknown: unknown.to_vec(),
        });
    }
}

/// Each party; nobody in particular where there is none.
fn parties(names: &[String]) -> Vec<Option<&str>> {
    if names.is_empty() { vec![None] } else { names.iter().map(|name| Some(name.as_str())).collect() }
}
