//! Is each answer about order what the definition gives?
//!
//! Written from `docs/holding.md` alone. Plans by trying every set of steps; each reading by itself: what is said of
//! order in it, which windows there are, in which orders each is open, what each suggestion would do. Then every
//! list of the finding is compared with that. What the definition leaves open is decided here as follows.
//!
//! * A claim set aside still speaks of a commitment, so that one of which nothing else tells is not held.
//! * What expires are offers: a claim that only accepts something goes on, one that does both does not.
//! * Where two lines on one part of a commitment differ, the part is not known.
//! * Whether F and G can be true together is asked of all packages and choices of steps, as for the steps of a side.
//! * The issues of F are those it names, those in conditions of its steps included.
//! * A window to which no step of the plan puts an end is unending where there is no order, too.
//! * At one moment a window is open where a step of U has a later place than S, in some order; never, where none has.
//! * Parts, turn by turn, do what the two at one moment do.
//! * What comes after S, for escrow, comes after it by precedences or chains of them.
//! * A suggestion that would do different things in different readings is one entry with all of them, or one for
//!   each.
//! * The ends of an unending or closed window are no suggestion's business: escrow closes only windows that are open.

mod check;
mod closings;
mod commitments;
mod exchanges;
mod matter;
mod moment;
mod names;
mod net;
mod presence;
mod says;
mod solve;
mod worlds;

use crate::readings::{Carried, Reading};
use crate::{Refutation, Standing};
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Case, Formula, StepId};
use zopa_finding::{Chosen, Holds};

/// Checks everything that is said of order against the case; empty if all is confirmed.
///
/// The user's choices are followed. `added` are the conditions among them, as written and as read; one that is not
/// there cannot be read here, and the list says so.
pub fn holds(case: &Case, chosen: &Chosen, added: &[(String, Formula)], holds: &Holds) -> Vec<Refutation> {
    let stopped = |standing, what| vec![Refutation { standing, finding: "chosen".to_owned(), what }];
    let mut named = chosen.clone();
    named.with.retain(|words| !added.iter().any(|(written, _)| written == words));
    let (fixed, aside) = match crate::check::chosen(case, &named) {
        Ok(chosen) => chosen,
        Err((standing, what)) => return stopped(standing, what),
    };
    let Some(readings) = matter::readings(case, &fixed) else {
        return stopped(Standing::Unproved, format!("more than {} readings", matter::READINGS));
    };
    let carried = Carried::of(case, &aside);
    let (needs, out) = (BTreeMap::new(), Vec::new());
    let mut twin = Twin { case, added, carried, readings, needs, out };
    twin.all(holds);
    twin.out
}

/// The one who checks.
struct Twin<'a> {
    case: &'a Case,
    /// Conditions added, as written.
    added: &'a [(String, Formula)],
    carried: Carried,
    /// Every reading of the questions that can matter.
    readings: Vec<Reading>,
    /// For each condition asked about, the steps without which it cannot be true.
    needs: BTreeMap<Formula, Option<BTreeSet<StepId>>>,
    out: Vec<Refutation>,
}
