//! Is it exact who could open it, with many parties? Against every set of parties, each asked by itself.

use super::{rounded, timed};
use serde_json::{Value, json};
use zopa_analysis::{Active, Screens};
use zopa_case::{Case, Party, PartyId};

/// The limits of a case dealt out in turn to so many parties.
pub fn dealt(mut case: Case, parties: usize) -> Case {
    case.parties = Default::default();
    for number in 0..parties.max(1) {
        let name = format!("P{number}");
        case.parties.push(Party { title: name.clone(), name, also: Vec::new(), of: None, span: Default::default() });
    }
    let ids: Vec<PartyId> = case.parties.ids().collect();
    let limits: Vec<_> = case.limits.ids().collect();
    for (limit, party) in limits.into_iter().zip(ids.iter().cycle()) {
        case.limits[limit].holder = *party;
    }
    case
}

/// Who could open a case, how fast, and whether that is what trying every set of parties gives.
pub fn line(file: &str, case: &Case) -> Result<Value, String> {
    let active = Active::all(case);
    let (ms, first) = timed(|| Screens::of(case).at(&active))?;
    let enough: Vec<u64> = first.enough.unwrap_or_default().iter().map(|set| mask(set)).collect();
    let mut screens = Screens::of(case);
    let mut tried: Vec<u64> = Vec::new();
    let mut sets: Vec<u64> = (0..1u64 << case.parties.len().min(20)).collect();
    sets.sort_by_key(|set| (set.count_ones(), *set));
    for set in sets {
        let within = tried.iter().any(|smaller| smaller & set == *smaller);
        if !within && screens.fits(&left(case, &active, set)) {
            tried.push(set);
        }
    }
    let (mut one, mut other) = (enough, tried);
    one.sort_unstable();
    other.sort_unstable();
    Ok(json!({
        "file": file,
        "parties": case.parties.len(),
        "first_screen_ms": rounded(ms),
        "enough": one.len(),
        "exact": one == other,
    }))
}

fn mask(parties: &[PartyId]) -> u64 {
    parties.iter().fold(0, |mask, party| mask | 1 << party.row())
}

fn left(case: &Case, active: &Active, set: u64) -> Active {
    let stays = |limit: &&zopa_case::LimitId| set >> case.limits[**limit].holder.row() & 1 == 0;
    Active { limits: active.limits.iter().filter(stays).copied().collect(), rules: active.rules.clone() }
}
