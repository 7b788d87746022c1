//! What would have to change? The openings of a knot, each with the first world behind it.

use crate::clash::{basis, names};
use crate::local::holders;
use crate::oracle::World as Found;
use crate::set::{Set, union};
use crate::view::View;
use zopa_case::Case;
use zopa_finding::{Opening, World};

/// An opening of a knot: enough for it in every reading left open.
pub(crate) fn opening(view: &mut View<'_>, knot: &[Set], opening: &Set, with_world: bool) -> Opening {
    let world = if with_world { world(view, knot, opening) } else { None };
    let case = view.case;
    Opening {
        limits: names(case, opening),
        holders: view.party_names(&holders(case, opening)),
        basis: basis(case, opening),
        world: world.map(|found| witness(case, &found)),
    }
}

/// The first world that meets all rules, all limits in no clash, and the limits of the knot but for those
/// given up. With several readings left open the limits of all of them are asked for; where no one world meets
/// them, there is none to show.
fn world(view: &mut View<'_>, knot: &[Set], opening: &Set) -> Option<Found> {
    let size = view.universe.elements.len();
    let clashing = union(&view.clashes, size);
    let mut on = view.universe.none();
    view.locals.iter().for_each(|local| on.union_with(&local.active));
    on.difference_with(&clashing);
    on.union_with(&union(knot, size));
    on.difference_with(opening);
    view.universe.oracle.first_world(&on)
}

/// A world by the names of the case.
pub(crate) fn witness(case: &Case, found: &Found) -> World {
    let option = |(issue, option): (zopa_case::IssueId, &Option<zopa_case::OptionId>)| {
        let row = &case.space.issues[issue];
        option.map(|option| (row.name.clone(), row.options[option].name.clone()))
    };
    let taken = found.order.iter().filter(|step| found.taken[**step]);
    World {
        package: found.package.iter().filter_map(option).collect(),
        steps: taken.map(|step| case.space.steps[*step].name.clone()).collect(),
    }
}
