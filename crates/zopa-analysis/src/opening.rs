//! What would have to change? The openings of a knot, each with the first world behind it.

use crate::clash::{basis, names};
use crate::local::holders;
use crate::oracle::World as Found;
use crate::set::{Set, union};
use crate::view::View;
use zopa_case::Case;
use zopa_finding::{Opening, World};

/// An opening of a knot as a finding.
pub(crate) fn opening(view: &View<'_>, opening: &Set, world: Option<usize>) -> Opening {
    let case = view.case;
    Opening {
        limits: names(case, opening),
        holders: view.party_names(&holders(case, opening)),
        basis: basis(case, opening),
        world: world.and_then(|world| crate::answer::told(view, world)),
    }
}

/// What is asked of a world behind an opening of a knot, but for the limits given up: all rules, all limits in no clash, and
/// the limits of the knot. With several readings left open the limits of all of them are asked for.
pub(crate) fn asked(view: &View<'_>, knot: &[Set]) -> Set {
    let size = view.engine.size;
    let mut on = Set::with_capacity(size);
    view.locals.iter().for_each(|local| on.union_with(&local.active));
    on.difference_with(&union(&view.clashes, size));
    on.union_with(&union(knot, size));
    on
}

/// The first world behind an opening, by its number in the engine. Where no one world serves every reading, there is
/// none to show.
pub(crate) fn world(view: &View<'_>, asked: &Set, opening: &Set) -> Option<usize> {
    let mut on = asked.clone();
    on.difference_with(opening);
    view.engine.first_world(&on)
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
