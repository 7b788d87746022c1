//! What changed since a round, and since a brief that was saved?

use crate::run::{run, scratch};
use serde_json::Value;
use std::fs;
use std::path::Path;

const SAVE: &[&str] = &["brief", "ferry", "--format", "json", "-o", "saved.json"];

/// The case as it was in summer: what came later taken out again.
fn in_summer(folder: &Path) -> String {
    let path = folder.join("ferry/ferry.zopa");
    let now = fs::read_to_string(&path).unwrap();
    let at = now.find("claim high-fare").unwrap();
    let end = at + now[at..].find("claim daily").unwrap();
    let before = format!("{}{}", &now[..at], &now[end..]).replace("round autumn \"Autumn\" after summer\n", "");
    fs::write(&path, before).unwrap();
    now
}

#[test]
fn a_brief_saved_earlier_is_compared_with_the_case_as_it_is_now() {
    let folder = scratch("since-saved");
    let now = in_summer(&folder);
    assert_eq!(run(&folder, SAVE).code, 0);
    fs::write(folder.join("ferry/ferry.zopa"), now).unwrap();
    let json = |args: &[&str]| -> Value { serde_json::from_str(&run(&folder, args).out).unwrap() };
    let by_file = json(&["diff", "ferry", "--from", "saved.json", "--format", "json"]);
    let by_round = json(&["diff", "ferry", "--from", "summer", "--format", "json"]);
    assert_eq!(by_file["since"]["from"]["state"], "saved");
    for part in ["positions", "clashes", "offers", "new_claims", "enough_before", "enough_after", "verdict_after"] {
        assert_eq!(by_file["since"][part], by_round["since"][part], "{part}");
    }
    assert_eq!(by_file["since"]["positions"][1]["shift"], "hardened");
}

#[test]
fn the_section_stands_under_the_answer_where_it_is_asked_for_and_nowhere_else() {
    let folder = scratch("since-page");
    let plain = run(&folder, &["brief", "ferry", "--format", "html"]).out;
    let page = run(&folder, &["brief", "ferry", "--format", "html", "--since", "summer"]).out;
    assert!(!plain.contains("id=\"since\"") && page.contains("id=\"since\""));
    let lead = page.find("id=\"answer\"").unwrap();
    let first = page[lead..].find("<section").unwrap();
    assert!(page[lead + first..].starts_with("<section class=\"since\" id=\"since\">"));
    assert!(page.contains("<b>hardened</b>, Fare: <a href=\"#claim-high-fare\">"));
    let section = &page[lead + first..];
    let section = &section[..section.find("</section>").unwrap() + "</section>".len()];
    assert_eq!(page.replace(section, ""), plain, "nothing else differs");
    let screen = run(&folder, &["brief", "ferry", "--since", "summer"]).out;
    assert!(
        screen.contains("Since Summer (zopa diff has all): one hardened; one not repeated; one new clash"),
        "{screen}"
    );
}

#[test]
fn a_brief_of_another_case_is_not_compared() {
    let folder = scratch("since-other");
    assert_eq!(run(&folder, &["brief", "harbour", "--format", "json", "-o", "saved.json"]).code, 0);
    let ran = run(&folder, &["diff", "ferry", "--from", "saved.json"]);
    assert_eq!((ran.out.as_str(), ran.code), ("", 2));
    assert!(
        ran.err.starts_with(
            "error[saved-other-case]: the saved brief is of the case `Harbour fees`, and this is `The ferry`"
        ),
        "{}",
        ran.err
    );
}

/// A brief that was made under other choices says so.
#[test]
fn other_choices_of_a_saved_brief_are_named() {
    let folder = scratch("since-choices");
    assert_eq!(run(&folder, &[SAVE, &["--without", "post"]].concat()).code, 0);
    let told = run(&folder, &["diff", "ferry", "--from", "saved.json"]).out;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("The saved brief was made under other choices: without report 1"), "{told}");
}

/// What was saved at the desk is compared at the desk.
#[test]
fn a_brief_saved_with_private_material_is_compared_with_it_alone() {
    let folder = scratch("since-private");
    assert_eq!(run(&folder, &["brief", "desk", "--private", "--format", "json", "-o", "saved.json"]).code, 0);
    let diff = ["diff", "desk", "--from", "saved.json"];
    let brief = ["brief", "desk", "--format", "markdown", "--since", "saved.json"];
    for args in [&diff[..], &brief[..]] {
        let ran = run(&folder, args);
        assert_eq!((ran.out.as_str(), ran.code), ("", 2));
        let refused = "error[saved-private]: the saved brief counts private material, and the answer would not\n";
        assert!(ran.err.starts_with(refused) && ran.err.contains("`--private`"), "{}", ran.err);
        let desk = run(&folder, &[args, &["--private"]].concat());
        assert_eq!(desk.code, 0, "{}", desk.err);
        assert_eq!(desk.out.matches("Made with private material: not for sharing.").count(), 2, "{}", desk.out);
    }
    let json = run(&folder, &[&diff[..], &["--private", "--format", "json"]].concat()).out;
    let told: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&told["private"], &told["since"]["from"]["private"]), (&"counted".into(), &"counted".into()));
    let mentioned = run(&folder, &["diff", "desk", "--from", "saved.json", "--mention-private"]);
    assert_eq!(mentioned.code, 2);
}
