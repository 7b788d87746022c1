//! How many clashes and smallest openings are listed, how fast, and is each of them one?

use super::{rounded, timed};
use serde_json::{Value, json};
use zopa_analysis::{Active, Choices, Screens, reading_lists};
use zopa_case::{Case, LimitId};

/// Openings listed at most, and questions to the solver for them.
const MOST: usize = 1000;
const CALLS: u64 = 20_000;

/// The lists of a case whose statements are all counted, checked member by member with an oracle made anew.
pub fn line(file: &str, case: &Case) -> Result<Value, String> {
    let (lists_ms, lists) = timed(|| reading_lists(case, &Choices::default()))?;
    let lists = lists.map_err(|refusal| format!("{file}: {refusal:?}"))?;
    let (_, lists) = lists.into_iter().next().ok_or_else(|| format!("{file}: no reading"))?;
    let active =
        Active { limits: lists.active.iter().copied().collect(), rules: lists.rules.iter().copied().collect() };
    let mut screens = Screens::of(case);
    let (openings_ms, (openings, all)) = timed(|| screens.openings(&active, MOST, CALLS))?;
    let mut fresh = Screens::of(case);
    let clashes = lists.clashes.iter().all(|clash| is_clash(&mut fresh, &active, clash));
    let opened = openings.iter().all(|opening| is_opening(&mut fresh, &active, opening));
    Ok(json!({
        "file": file,
        "lists_ms": rounded(lists_ms),
        "clashes": lists.clashes.len(),
        "knots": lists.knots.len(),
        "openings_by_knot": lists.openings.iter().map(|knot| knot.len()).collect::<Vec<_>>(),
        "complete": lists.complete,
        "openings_ms": rounded(openings_ms),
        "smallest_openings": openings.len(),
        "of_sizes": [openings.first().map(Vec::len), openings.last().map(Vec::len)],
        "no_other_opening": all,
        "verified": clashes && opened,
        "digest": format!("{:016x}", digest(&format!("{lists:?}{openings:?}"))),
    }))
}

fn is_clash(screens: &mut Screens<'_>, active: &Active, clash: &[LimitId]) -> bool {
    let of = |limits: &[LimitId]| Active { limits: limits.iter().copied().collect(), rules: active.rules.clone() };
    let without = |at: usize| {
        let limits: Vec<LimitId> = clash.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, id)| *id).collect();
        of(&limits)
    };
    !screens.fits(&of(clash)) && (0..clash.len()).all(|at| screens.fits(&without(at)))
}

fn is_opening(screens: &mut Screens<'_>, active: &Active, opening: &[LimitId]) -> bool {
    let mut rest = active.clone();
    rest.limits.retain(|limit| !opening.contains(limit));
    let with = |limit: &LimitId| {
        let mut more = rest.clone();
        more.limits.insert(*limit);
        more
    };
    screens.fits(&rest) && opening.iter().all(|limit| !screens.fits(&with(limit)))
}

/// FNV-1a (Fowler, Noll, Vo): tells whether two runs said the same.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
