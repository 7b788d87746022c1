//! What became compatible, or ceased to be? The clashes and the offers of two states, side by side.

use super::pair::{Identity, Pair, Row, told, told_claim};
use std::collections::{BTreeMap, BTreeSet};
use zopa_finding::{
    Basis, Brief, Clash, ClashShift, Completeness, HeldLimit, OfferShift, OfferState, Presence, ShutOut,
};

/// The limits of a clash as what makes them the same in both states; none where one of them cannot be compared.
type Same<'a> = Option<BTreeSet<Identity<'a>>>;

/// The limits of one state by their names.
type ByName<'p, 'a> = BTreeMap<&'a str, &'p Row<'a>>;

/// The clashes that are in one of the two states alone, or in every reading of one and in some of the other: those
/// gone, then the others in the order of the later state. Where a list was cut, what is missing from it is not known
/// to be no clash, and is left out.
pub(super) fn clashes(pair: &Pair<'_>) -> Vec<ClashShift> {
    let (old, new) = (by_name(&pair.old), by_name(&pair.new));
    let before: Vec<(Same<'_>, &Clash)> =
        pair.before.answer.clashes.iter().map(|clash| (same(&old, clash), clash)).collect();
    let after: Vec<(Same<'_>, &Clash)> =
        pair.after.answer.clashes.iter().map(|clash| (same(&new, clash), clash)).collect();
    let (was, is) = (by_limits(&before), by_limits(&after));
    let gone = before.iter().filter(|(limits, _)| complete(pair.after) && found(&is, limits).is_none());
    let gone = gone.map(|(_, clash)| shift(&old, clash, Some(&clash.presence), None));
    let came = after.iter().filter_map(|(limits, clash)| {
        let earlier = found(&was, limits);
        let differs = earlier.map_or(complete(pair.before), |earlier| turned(earlier, clash));
        differs.then(|| shift(&new, clash, earlier.map(|earlier| &earlier.presence), Some(&clash.presence)))
    });
    gone.chain(came).collect()
}

fn by_name<'p, 'a>(rows: &'p [Row<'a>]) -> ByName<'p, 'a> {
    rows.iter().map(|row| (row.limit.name.as_str(), row)).collect()
}

fn same<'a>(rows: &ByName<'_, 'a>, clash: &Clash) -> Same<'a> {
    clash.limits.iter().map(|name| rows.get(name.as_str())?.identity()).collect()
}

fn by_limits<'c, 'a>(clashes: &[(Same<'a>, &'c Clash)]) -> BTreeMap<BTreeSet<Identity<'a>>, &'c Clash> {
    clashes.iter().filter_map(|(limits, clash)| Some((limits.clone()?, *clash))).collect()
}

fn found<'c, 'a>(known: &BTreeMap<BTreeSet<Identity<'a>>, &'c Clash>, limits: &Same<'a>) -> Option<&'c Clash> {
    known.get(limits.as_ref()?).copied()
}

fn complete(brief: &Brief) -> bool {
    brief.answer.complete == Completeness::Complete
}

/// In every reading of one state, and not of the other?
fn turned(before: &Clash, after: &Clash) -> bool {
    (before.presence == Presence::Every) != (after.presence == Presence::Every)
}

fn shift(rows: &ByName<'_, '_>, clash: &Clash, before: Option<&Presence>, after: Option<&Presence>) -> ClashShift {
    let limits = clash.limits.iter().filter_map(|name| rows.get(name.as_str()));
    ClashShift {
        limits: limits.map(|r| HeldLimit { holder: r.limit.holder.clone(), limit: told(r.limit) }).collect(),
        holders: clash.holders.clone(),
        issues: clash.issues.clone(),
        before: before.cloned(),
        after: after.cloned(),
        basis: clash.basis.clone(),
    }
}

/// The offers and acceptances of the later state that were not made before, or are shut out in one state alone.
pub(super) fn offers(pair: &Pair<'_>) -> Vec<OfferShift> {
    let mut shifts = Vec::new();
    for (earlier, offer) in matched(pair) {
        let before = earlier.map_or(OfferState::NotMade, state);
        if before != state(offer) {
            let carried = offer.basis.0.iter().chain(offer.sets.iter().flat_map(|set| &set.basis.0));
            shifts.push(OfferShift {
                claim: told_claim(&offer.claim, pair.claim_after(&offer.claim)),
                holders: offer.holders.clone(),
                offer: offer.offer,
                before,
                after: state(offer),
                basis: in_order(pair, carried.map(String::as_str).collect()),
            });
        }
    }
    shifts
}

/// Every offer of the later state with the same one of the earlier.
fn matched<'a>(pair: &Pair<'a>) -> Vec<(Option<&'a ShutOut>, &'a ShutOut)> {
    pair.after.answer.shut_out.iter().map(|offer| (earlier(pair, offer), offer)).collect()
}

/// Offers that the earlier state has and the later has not.
pub(super) fn offers_gone<'a>(pair: &Pair<'a>) -> Vec<&'a ShutOut> {
    let still: Vec<&ShutOut> = matched(pair).into_iter().filter_map(|(earlier, _)| earlier).collect();
    let gone = |offer: &&ShutOut| !still.iter().any(|other| std::ptr::eq(*other, *offer));
    pair.before.answer.shut_out.iter().filter(gone).collect()
}

/// The same offer of the same parties: in the same words; else one that a claim of this one carried, written otherwise.
fn earlier<'a>(pair: &Pair<'a>, offer: &ShutOut) -> Option<&'a ShutOut> {
    let same_words = |a: &ShutOut, b: &ShutOut| a.holders == b.holders && a.offer == b.offer && a.asked == b.asked;
    let (old, new) = (&pair.before.answer.shut_out, &pair.after.answer.shut_out);
    let carried = |a: &ShutOut| {
        let shared = a.basis.0.iter().any(|claim| offer.basis.0.contains(claim));
        shared && a.holders == offer.holders && a.offer == offer.offer && !new.iter().any(|b| same_words(a, b))
    };
    old.iter().find(|a| same_words(a, offer)).or_else(|| old.iter().find(|a| carried(a)))
}

fn state(offer: &ShutOut) -> OfferState {
    if offer.sets.is_empty() { OfferState::NotShutOut } else { OfferState::ShutOut }
}

/// Claims of the later state in file order.
fn in_order(pair: &Pair<'_>, names: BTreeSet<&str>) -> Basis {
    let claims = pair.after.claims.iter().filter(|claim| names.contains(claim.name.as_str()));
    Basis(claims.map(|claim| claim.name.clone()).collect())
}
