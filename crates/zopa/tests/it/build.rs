//! Cases built by hand from the format of the yardsticks: limits as they stand.

use serde_json::Value;
use std::path::PathBuf;
use zopa_case::*;

/// The folder of the yardsticks, if it is there.
pub fn yardsticks(part: &str) -> Option<PathBuf> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().find(|folder| folder.join("Cargo.lock").is_file()).unwrap_or(&here);
    let folder =
        std::env::var("ZOPA_YARDSTICKS").map(PathBuf::from).unwrap_or_else(|_| PathBuf::from("../shared/yardsticks"));
    let folder = root.join(folder).join(part);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no yardsticks at {}", folder.display());
    None
}

pub fn case(json: &Value) -> Case {
    let mut case = Case::default();
    for (name, options) in json["issues"].as_object().unwrap() {
        let option = |o: &Value| IssueOption { name: o.as_str().unwrap().into(), title: o.as_str().unwrap().into() };
        let options = options.as_array().unwrap().iter().map(option).collect();
        case.space.issues.push(Issue { name: name.clone(), title: name.clone(), options });
    }
    if let Some(steps) = json["steps"].as_object() {
        for (name, condition) in steps {
            let taken = Taken::When(formula(&case.space, condition));
            let (by, text) = (Vec::new(), String::new());
            let step =
                Step { name: name.clone(), title: name.clone(), by, taken, text, irreversible: false, gate: false };
            case.space.steps.push(step);
        }
    }
    for limit in json["limits"].as_array().unwrap() {
        add_limit(&mut case, limit);
    }
    case
}

fn add_limit(case: &mut Case, limit: &Value) {
    let name = limit["party"].as_str().unwrap().to_owned();
    let known = case.parties.iter().find(|(_, party)| party.name == name).map(|(id, _)| id);
    let span = Default::default();
    let holder = known.unwrap_or_else(|| {
        case.parties.push(Party { name: name.clone(), title: name, also: Vec::new(), of: None, span })
    });
    let name = limit["id"].as_str().unwrap().to_owned();
    let claim = case.claims.push(Claim {
        name: name.clone(),
        title: name.clone(),
        suppose: false,
        unconfirmed: false,
        statements: Vec::new(),
        sayings: Vec::new(),
        quotes: Vec::new(),
        quote_origins: Vec::new(),
        about: Vec::new(),
        round: None,
        coded_by: None,
        checked_by: None,
        span,
    });
    let supports = vec![Support { claim, with: [].into(), without: [].into(), wish: false }];
    let formula = formula(&case.space, &limit["formula"]);
    case.limits.push(Limit { name, holder, formula, supports, text: String::new() });
}

fn formula(space: &Space, json: &Value) -> Formula {
    let parts = json.as_array().unwrap();
    let name = |at: usize| parts[at].as_str().unwrap();
    let rest = || parts[1..].iter().map(|part| formula(space, part)).collect();
    let step = |at: usize| space.steps.iter().find(|(_, step)| step.name == name(at)).unwrap().0;
    match name(0) {
        "is" => {
            let (id, issue) = space.issues.iter().find(|(_, issue)| issue.name == name(1)).unwrap();
            Formula::Is(id, issue.options.iter().find(|(_, option)| option.name == name(2)).unwrap().0)
        }
        "not" => Formula::not(formula(space, &parts[1])),
        "and" => Formula::And(rest()),
        "or" => Formula::Or(rest()),
        "before" => Formula::Before(step(1), step(2)),
        other => panic!("a formula of an unknown kind: {other}"),
    }
}
