//! The published small cases: every clash, opening, knot and set of parties that could open each.

use crate::build::{all, any, not, Build};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use zopa_case::{Case, Formula, IssueId, LimitId, PartyId, StepId, Taken};
use zopa_verify::{solve, Lists};

fn folder() -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/yardsticks");
    std::env::var_os("ZOPA_YARDSTICKS").map_or_else(beside, |root| {
        let root = PathBuf::from(root);
        // A relative folder counts from the project's root, as in the README.
        if root.is_absolute() { root } else { PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(root) }
    })
}

struct Names {
    issues: BTreeMap<String, (IssueId, Vec<String>)>,
    steps: BTreeMap<String, StepId>,
}

fn formula(build: &Build, names: &Names, f: &Value) -> Formula {
    let text = |at: usize| f[at].as_str().unwrap();
    let parts = || f.as_array().unwrap()[1..].iter().map(|part| formula(build, names, part)).collect::<Vec<_>>();
    match text(0) {
        "is" => {
            let (issue, options) = &names.issues[text(1)];
            build.is(*issue, options.iter().position(|option| option == text(2)).unwrap())
        }
        "not" => not(formula(build, names, &f[1])),
        "and" => all(parts()),
        "or" => any(parts()),
        "before" => Formula::Before(names.steps[text(1)], names.steps[text(2)]),
        other => panic!("unknown formula {other}"),
    }
}

pub fn read(json: &Value) -> Case {
    let mut build = Build::new();
    let mut names = Names { issues: BTreeMap::new(), steps: BTreeMap::new() };
    for (name, options) in json["issues"].as_object().unwrap() {
        let options: Vec<String> = options.as_array().unwrap().iter().map(|o| o.as_str().unwrap().to_owned()).collect();
        let titles: Vec<&str> = options.iter().map(String::as_str).collect();
        let id = build.issue(name, &titles);
        names.issues.insert(name.clone(), (id, options));
    }
    for (name, condition) in json["steps"].as_object().into_iter().flatten() {
        let taken = Taken::When(formula(&build, &names, condition));
        let id = build.step(name, taken);
        names.steps.insert(name.clone(), id);
    }
    let mut parties: BTreeMap<String, PartyId> = BTreeMap::new();
    for limit in json["limits"].as_array().unwrap() {
        let party = limit["party"].as_str().unwrap();
        let holder = *parties.entry(party.to_owned()).or_insert_with(|| build.party(party));
        let formula = formula(&build, &names, &limit["formula"]);
        build.limit(holder, limit["id"].as_str().unwrap(), formula);
    }
    build.case
}

fn sets(value: &Value) -> BTreeSet<BTreeSet<String>> {
    let set = |set: &Value| set.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect();
    value.as_array().unwrap().iter().map(set).collect()
}

fn limits(case: &Case, family: &[BTreeSet<LimitId>]) -> BTreeSet<BTreeSet<String>> {
    family.iter().map(|set| set.iter().map(|id| case.limits[*id].name.clone()).collect()).collect()
}

fn parties(case: &Case, family: &[BTreeSet<PartyId>]) -> BTreeSet<BTreeSet<String>> {
    family.iter().map(|set| set.iter().map(|id| case.parties[*id].name.clone()).collect()).collect()
}

fn differs(case: &Case, got: &Lists, expected: &Value) -> Vec<&'static str> {
    let smallest = got.openings.first().map_or(0, BTreeSet::len) as u64;
    let checks = [
        ("consistent", expected["consistent"] == got.consistent),
        ("clashes", sets(&expected["clashes"]) == limits(case, &got.clashes)),
        ("openings", sets(&expected["openings"]) == limits(case, &got.openings)),
        ("knots", sets(&expected["knots"]) == limits(case, &got.knots)),
        ("could_open", sets(&expected["could_open"]) == parties(case, &got.enough)),
        ("smallest_opening", expected["smallest_opening"].as_u64() == Some(smallest)),
    ];
    checks.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
}

/// All cases of the folder, by name; `None` where it is absent.
pub fn cases() -> Option<Vec<(String, Case, Value)>> {
    let Ok(entries) = std::fs::read_dir(folder().join("consistency/cases")) else {
        println!("skipped: yardsticks absent");
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: &PathBuf| {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let case = read(&json);
        (path.file_stem().unwrap().to_string_lossy().into_owned(), case, json["expected"].clone())
    };
    Some(paths.iter().map(read).collect())
}

#[test]
fn yardstick_cases_by_brute_force() {
    let Some(cases) = cases() else { return };
    let mut wrong = Vec::new();
    for (name, case, expected) in &cases {
        let got = solve(case, &case.limits.ids().collect(), &BTreeSet::new(), &[]);
        for what in differs(case, &got, expected) {
            wrong.push(format!("{name}: {what}"));
        }
    }
    println!("{} cases", cases.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}
