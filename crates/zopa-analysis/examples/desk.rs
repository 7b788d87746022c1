#![allow(clippy::all, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]
use serde_json::Value;
use zopa_case::*;
fn formula(space: &Space, f: &Value) -> Formula {
    let a = f.as_array().unwrap();
    let issue = |v: &Value| space.issues.iter().find(|(_, i)| i.name == v.as_str().unwrap()).unwrap().0;
    let step = |v: &Value| space.steps.iter().find(|(_, i)| i.name == v.as_str().unwrap()).unwrap().0;
    match a[0].as_str().unwrap() {
        "is" => { let i = issue(&a[1]); let o = space.issues[i].options.iter().find(|(_, o)| o.name == a[2].as_str().unwrap()).unwrap().0; Formula::Is(i, o) }
        "not" => Formula::not(formula(space, &a[1])),
        "and" => Formula::And(a[1..].iter().map(|x| formula(space, x)).collect()),
        "or" => Formula::Or(a[1..].iter().map(|x| formula(space, x)).collect()),
        "before" => Formula::Before(step(&a[1]), step(&a[2])),
        _ => panic!(),
    }
}
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let v: Value = serde_json::from_str(&text).unwrap();
        let mut space = Space::default();
        for (name, options) in v["issues"].as_object().unwrap() {
            let options = options.as_array().unwrap().iter().map(|o| IssueOption { name: o.as_str().unwrap().into(), title: String::new() }).collect();
            space.issues.push(Issue { name: name.clone(), title: name.clone(), options });
        }
        for (name, f) in v["steps"].as_object().unwrap() {
            let taken = Taken::When(formula(&space, f));
            space.steps.push(Step { name: name.clone(), title: String::new(), by: vec![], taken, text: String::new(), irreversible: false, gate: false });
        }
        let elements: Vec<Formula> = v["limits"].as_array().unwrap().iter().map(|l| formula(&space, &l["formula"])).collect();
        let start = std::time::Instant::now();
        let n = zopa_analysis::all(&space, &elements);
        println!("{path} {n} {:?}", start.elapsed());
    }
}
