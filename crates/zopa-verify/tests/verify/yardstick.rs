//! The published small cases: every clash, opening, knot and set of parties that could open each.

use crate::build::{Build, all, any, not};
use crate::honest::around;
use crate::naive::{World, worlds};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use zopa_case::{Case, Formula, IssueId, LimitId, PartyId, StepId, Taken};
use zopa_finding::{Answer, Basis, Clash, Completeness, Enough, Knot, Opening, Presence, Verdict};
use zopa_verify::{Lists, solve, verify};

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

type Set = BTreeSet<LimitId>;
type First<'a> = &'a dyn Fn(&dyn Fn(&Set) -> bool) -> Option<zopa_finding::World>;

/// The answer that the lists of the one reading make.
fn answer(case: &Case, lists: &Lists) -> Answer {
    let worlds = worlds(case);
    let all: Set = case.limits.ids().collect();
    let met = |world: &World| all.iter().copied().filter(|id| world.holds(&case.limits[*id].formula)).collect::<Set>();
    let met: Vec<Set> = worlds.iter().map(met).collect();
    let first = |so: &dyn Fn(&Set) -> bool| met.iter().position(so).map(|at| shown(case, &worlds[at]));
    let verdict = if lists.consistent { Verdict::Fits } else { Verdict::NothingFits };
    Answer {
        readings: 1,
        verdict,
        witness: first(&|met| met.len() == all.len()),
        impossible: lists.clashes.iter().filter(|set| set.len() == 1).flat_map(|set| names(case, set)).collect(),
        clashes: lists.clashes.iter().map(|set| clash(case, set)).collect(),
        complete: Completeness::Complete,
        knots: lists.knots.iter().map(|set| knot(case, lists, set, &first)).collect(),
        enough: lists.enough.iter().map(|set| enough(case, set)).collect(),
        shut_out: vec![],
        hinges: vec![],
    }
}

fn shown(case: &Case, world: &World) -> zopa_finding::World {
    let package = world.package.iter().map(|(issue, option)| {
        let row = &case.space.issues[*issue];
        (row.name.clone(), row.options[*option].name.clone())
    });
    let steps = world.order.iter().map(|step| case.space.steps[*step].name.clone());
    zopa_finding::World { package: package.collect(), steps: steps.collect() }
}

fn names(case: &Case, set: &Set) -> Vec<String> {
    set.iter().map(|id| case.limits[*id].name.clone()).collect()
}

fn holders(case: &Case, set: &Set) -> BTreeSet<PartyId> {
    set.iter().map(|id| case.limits[*id].holder).collect()
}

fn party_names(case: &Case, set: &BTreeSet<PartyId>) -> Vec<String> {
    set.iter().map(|id| case.parties[*id].name.clone()).collect()
}

fn issues(case: &Case, set: &Set) -> Vec<String> {
    let all: BTreeSet<IssueId> = set.iter().flat_map(|id| case.limits[*id].formula.issues(&case.space)).collect();
    all.iter().map(|id| case.space.issues[*id].name.clone()).collect()
}

fn enough(case: &Case, set: &BTreeSet<PartyId>) -> Enough {
    Enough { parties: party_names(case, set), presence: Presence::Every }
}

fn clash(case: &Case, set: &Set) -> Clash {
    Clash {
        id: names(case, set).join("+"),
        limits: names(case, set),
        holders: party_names(case, &holders(case, set)),
        issues: issues(case, set),
        presence: Presence::Every,
        rests_on: vec![],
        basis: Basis(names(case, set)),
    }
}

fn knot(case: &Case, lists: &Lists, knot: &Set, first: First) -> Knot {
    // One opening of the case is one free choice for each knot: what it has in this one.
    let own: BTreeSet<Set> =
        lists.openings.iter().map(|opening| opening.intersection(knot).copied().collect()).collect();
    let mut own: Vec<Set> = own.into_iter().collect();
    own.sort_by_key(|set| (set.len(), set.iter().copied().collect::<Vec<_>>()));
    let free: Set = case.limits.ids().filter(|id| !lists.clashes.iter().any(|clash| clash.contains(id))).collect();
    let kept = |met: &Set, set: &Set| knot.difference(set).chain(&free).all(|id| met.contains(id));
    let opening = |set: &Set| Opening {
        limits: names(case, set),
        holders: party_names(case, &holders(case, set)),
        world: first(&|met| kept(met, set) && set.is_disjoint(met)),
        basis: Basis(names(case, set)),
    };
    let who: BTreeSet<BTreeSet<PartyId>> = own.iter().map(|set| holders(case, set)).collect();
    let least = who.iter().filter(|set| !who.iter().any(|other| other != *set && other.is_subset(set)));
    Knot {
        id: names(case, knot).join("+"),
        clashes: lists.clashes.iter().filter(|set| set.is_subset(knot)).map(|set| names(case, set).join("+")).collect(),
        issues: issues(case, knot),
        holders: party_names(case, &holders(case, knot)),
        joined: Presence::Every,
        openings: own.iter().map(opening).collect(),
        complete: Completeness::Complete,
        enough: least.map(|set| enough(case, set)).collect(),
    }
}

#[test]
fn yardstick_answers_are_confirmed_and_a_shorter_list_is_not() {
    let Some(cases) = cases() else { return };
    for (name, case, _) in &cases {
        let lists = solve(case, &case.limits.ids().collect(), &BTreeSet::new(), &[]);
        let mut brief = around(answer(case, &lists));
        assert_eq!(verify(case, &brief), [], "{name}");
        if brief.answer.clashes.pop().is_some() {
            let found = verify(case, &brief);
            assert!(found.iter().any(|r| r.what.contains("missing")), "{name}: {found:#?}");
        }
    }
}
