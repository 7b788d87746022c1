//! Round by round: what was said, what changed, what was not repeated, what expires, who led.

use crate::change::changes;
use zopa_case::{Act, Case, Claim, ClaimId, Date, LimitId, RoundId, Table};
use zopa_finding::RoundEntry;

/// The rounds, earlier ones first: after the round they are said to be after, else in file order.
pub(crate) fn in_order(case: &Case) -> Vec<RoundId> {
    let mut ordered: Vec<RoundId> = Vec::new();
    while ordered.len() < case.rounds.len() {
        let ready = |id: &RoundId| {
            !ordered.contains(id) && case.rounds[*id].after.is_none_or(|(before, _)| ordered.contains(&before))
        };
        let left = |id: &RoundId| !ordered.contains(id);
        // In a circle of `after` none is ready: file order then.
        let next = case.rounds.ids().find(ready).or_else(|| case.rounds.ids().find(left));
        ordered.extend(next);
    }
    ordered
}

/// The place of a round in that order.
pub(crate) fn place(order: &[RoundId], round: RoundId) -> usize {
    order.iter().position(|id| *id == round).unwrap_or(usize::MAX)
}

/// The rounds in which a claim was said: its own, else those of its sayings.
pub(crate) fn of_claim(claim: &Claim) -> Vec<RoundId> {
    let mut rounds: Vec<RoundId> =
        claim.round.into_iter().chain(claim.sayings.iter().filter_map(|s| s.round)).collect();
    rounds.sort();
    rounds.dedup();
    rounds
}

/// Since when has each claim not been repeated? The last round in which it, or another with one of its limits, was
/// said, if a later one has been held and everything that says it has a round.
pub(crate) struct Repeats {
    since: Table<ClaimId, Option<RoundId>>,
}

/// When something was said: whether always with a round, and the last of them by its place.
#[derive(Clone, Copy)]
struct Said {
    dated: bool,
    last: Option<usize>,
}

impl Said {
    fn and(self, other: Said) -> Said {
        Said { dated: self.dated && other.dated, last: self.last.max(other.last) }
    }
}

impl Repeats {
    /// Each limit is looked at once, and each claim once for each of its limits: a limit may have as many claims as
    /// the case.
    pub fn of(case: &Case) -> Repeats {
        let order = in_order(case);
        let mut said: Table<ClaimId, Said> = Table::for_each_of(&case.claims, |_, claim| {
            let rounds = of_claim(claim);
            Said { dated: !rounds.is_empty(), last: rounds.iter().map(|round| place(&order, *round)).max() }
        });
        let alone = said.clone();
        for limit in case.limits.values() {
            let claims = || limit.supports.iter().map(|support| support.claim);
            let of_limit = claims().map(|claim| alone[claim]).reduce(Said::and);
            claims().for_each(|claim| said[claim] = of_limit.map_or(said[claim], |limit| said[claim].and(limit)));
        }
        let held = order.iter().rposition(|round| !case.rounds[*round].expected);
        let since = |said: &Said| said.last.filter(|last| said.dated && Some(*last) < held);
        Repeats { since: Table::for_each_of(&said, |_, said| since(said).and_then(|last| order.get(last).copied())) }
    }

    /// The round since which the claim has not been repeated.
    pub fn since(&self, claim: ClaimId) -> Option<RoundId> {
        self.since[claim]
    }
}

/// Does the claim say what a party requires, offers, accepts or seeks?
pub(crate) fn has_position(claim: &Claim) -> bool {
    claim.statements.iter().any(|statement| {
        matches!(
            statement.act,
            Act::Requires { .. } | Act::Rejects { .. } | Act::Seeks { .. } | Act::Offers { .. } | Act::Accepts { .. }
        )
    })
}

/// The timeline: claims without a round first, then the rounds in order.
pub(crate) fn timeline(case: &Case) -> Vec<RoundEntry> {
    let (order, repeats) = (in_order(case), Repeats::of(case));
    let rounds = std::iter::once(None).chain(order.iter().copied().map(Some));
    rounds
        .map(|round| entry(case, &order, &repeats, round))
        .filter(|e| e.round.is_some() || !e.claims.is_empty())
        .collect()
}

fn entry(case: &Case, order: &[RoundId], repeats: &Repeats, round: Option<RoundId>) -> RoundEntry {
    let said = |claim: &Claim| match round {
        Some(round) => of_claim(claim).contains(&round),
        None => of_claim(claim).is_empty(),
    };
    let claims: Vec<ClaimId> = case.claims.iter().filter(|(_, c)| !c.suppose && said(c)).map(|(id, _)| id).collect();
    RoundEntry {
        round: round.map(|round| case.rounds[round].name.clone()),
        changes: round.map(|round| changes(case, order, round)).unwrap_or_default(),
        not_repeated: round.map(|round| not_repeated(case, order, repeats, round)).unwrap_or_default(),
        expiries: claims.iter().flat_map(|claim| expiries(case, *claim)).collect(),
        leaders: claims.iter().flat_map(|claim| leaders(case, *claim)).collect(),
        claims: claims.into_iter().map(|claim| case.claims[claim].name.clone()).collect(),
    }
}

/// Positions last said in the round before this one.
fn not_repeated(case: &Case, order: &[RoundId], repeats: &Repeats, round: RoundId) -> Vec<String> {
    let before = place(order, round).checked_sub(1).and_then(|at| order.get(at));
    let Some(before) = before.filter(|_| !case.rounds[round].expected) else { return Vec::new() };
    let silent = |id: ClaimId, claim: &Claim| {
        has_position(claim) && of_claim(claim).contains(before) && repeats.since(id) == Some(*before)
    };
    case.claims.iter().filter(|(id, claim)| silent(*id, claim)).map(|(_, claim)| claim.name.clone()).collect()
}

/// The claims that this one says expire, with the date as written.
fn expiries(case: &Case, claim: ClaimId) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for statement in &case.claims[claim].statements {
        if let Act::Expires { claims, date } = &statement.act {
            found.extend(claims.iter().map(|expired| (case.claims[*expired].name.clone(), written(date))));
        }
    }
    found
}

fn leaders(case: &Case, claim: ClaimId) -> Vec<(String, String, String)> {
    let row = &case.claims[claim];
    let mut found = Vec::new();
    for statement in &row.statements {
        let Act::LedBy { who, leaders } = &statement.act else { continue };
        let leader = |(speaker, rank): &(zopa_case::SpeakerId, Option<String>)| match rank {
            Some(rank) => format!("{} ({rank})", case.speakers[*speaker].title),
            None => case.speakers[*speaker].title.clone(),
        };
        let names = leaders.iter().map(leader).collect::<Vec<_>>().join(", ");
        found.extend(who.iter().map(|party| (case.parties[*party].name.clone(), names.clone(), row.name.clone())));
    }
    found
}

/// A date as the case writes it; `?` where it has none.
pub fn written(date: &Date) -> String {
    let Some(day) = date.day else { return "?".to_owned() };
    let mut text = day.year.to_string();
    for part in [day.month, day.day].into_iter().flatten() {
        text.push_str(&format!("-{part:02}"));
    }
    text
}

/// The claims that support a limit.
pub(crate) fn claims_of(case: &Case, limit: LimitId) -> Vec<ClaimId> {
    let mut claims: Vec<ClaimId> = case.limits[limit].supports.iter().map(|support| support.claim).collect();
    claims.sort();
    claims.dedup();
    claims
}
