//! The yardstick cases: every clash, opening, knot and set of parties who are enough, by the engine.

use crate::build::{case, yardsticks};
use serde_json::Value;
use std::collections::BTreeSet;
use zopa_analysis::{Choices, reading_lists};
use zopa_case::Case;

type Family = BTreeSet<BTreeSet<String>>;

fn expected(json: &Value, name: &str) -> Family {
    let set = |set: &Value| set.as_array().unwrap().iter().map(|m| m.as_str().unwrap().to_owned()).collect();
    json["expected"][name].as_array().unwrap().iter().map(set).collect()
}

fn by_name(case: &Case, family: &[Vec<zopa_case::LimitId>]) -> Family {
    family.iter().map(|set| set.iter().map(|id| case.limits[*id].name.clone()).collect()).collect()
}

/// One opening of each knot, every combination.
fn product(openings: &[Family]) -> Family {
    let mut all: Family = [BTreeSet::new()].into();
    for knot in openings {
        all = all.iter().flat_map(|one| knot.iter().map(move |more| one.union(more).cloned().collect())).collect();
    }
    all
}

#[test]
fn yardstick_consistency() {
    let Some(folder) = yardsticks("consistency/cases") else { return };
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let case = case(&json);
        let (_, lists) = reading_lists(&case, &Choices::default()).unwrap().remove(0);
        let at = path.display();
        assert!(lists.complete, "{at}");
        assert_eq!(lists.consistent, json["expected"]["consistent"].as_bool().unwrap(), "{at}");
        assert_eq!(by_name(&case, &lists.clashes), expected(&json, "clashes"), "clashes of {at}");
        assert_eq!(by_name(&case, &lists.knots), expected(&json, "knots"), "knots of {at}");
        let openings: Vec<Family> = lists.openings.iter().map(|knot| by_name(&case, knot)).collect();
        let openings = if lists.consistent { Family::new() } else { product(&openings) };
        assert_eq!(openings, expected(&json, "openings"), "openings of {at}");
        let enough: Family =
            lists.enough.iter().map(|set| set.iter().map(|p| case.parties[*p].name.clone()).collect()).collect();
        assert_eq!(enough, expected(&json, "could_open"), "who could open {at}");
        count += 1;
    }
    assert!(count > 0, "no case in the folder");
    println!("{count} cases");
}
