//! Does anything of what is private reach an output that is for others?

use crate::run::{Ran, run, scratch};
use std::fs;
use std::path::{Path, PathBuf};

const CANARY: &str = "kestrel";

const HEAD: &str = "case \"Harbour fees\"\n  as of 2026-05-04\nparty north \"North Quay\"\nparty south \"South Quay\"\n\
person ada \"Ada Brook\" of north\nsource post \"Harbour Post\"\n  document documents/post.txt\nissue fee \"Harbour fee\"\n  option low\n  option high\n";
const CLAIMS: &str = r#"claim low-only "North Quay takes the low fee and no other"
  north requires fee = low
  said by ada
    quote post > no fee but the low one
claim not-low "South Quay rules the low fee out"
  south rejects fee = low
  quote post > ruled the low fee out
"#;
const POST: &str = "North Quay takes no fee but the low one. South Quay has ruled the low fee out.\n";

/// A dossier whose private part is in every place that there is, all of it with the canary.
fn with_private_part(root: &Path) {
    let c = CANARY;
    let items = format!(
        "# {c} told us\nperson {c} \"{c}\" also \"{c}-also\" of north as \"{c}\"\n  private\n\
         source memo-{c} \"{c}\" published 2026-05-03\n  document private/{c}/memo.txt sha256 {hash}\n  omit \"{c}\" > left {c}\n\
         source wire-{c} \"{c}\"\n  private\n  document documents/wire.txt\nround {c}-round \"{c}\" expected\n  private\n\
         event {c}-event \"{c}\"\n  private\ncommitment {c}-aid \"{c}\"\n  private\n  does \"{c}\"\n\
         claim {c}-seen \"{c}\"\n  north rejects fee = low\n    because > {c}\n  said by ada\n    quote memo-{c} > {c} said so\n  coded by \"{c}\"\n  # {c}\n",
        hash = zopa::text::sha256(memo().as_bytes()),
    );
    let marked = format!(
        "  said by {c}, ada\n    private\n    quote post > the low fee\n  quote memo-{c} > {c} said so\n{}",
        "claim soft \"Soft\"\n  private\n  softens not-low to fee = low\n"
    );
    let case = format!("{HEAD}  option {c}-free \"{c}\"\n    private\n{items}{CLAIMS}{marked}");
    let own = format!(
        "claim {c}-own \"{c}\"\n  denies low-only\n  said by {c}\n  quote memo-{c} > left {c}\nrule fee = low or not fee = low\n  because > {c}\n"
    );
    put(root, "harbour.zopa", &case);
    put(root, "documents/post.txt", POST);
    put(root, "documents/wire.txt", CANARY);
    put(root, &format!("private/{c}/memo.txt"), &memo());
    put(root, &format!("private/{c}.zopa"), &own);
    put(
        root,
        "private/talks.zopa",
        "question when \"When?\"\n  answer now holds low-only\n  answer later holds not-low\n",
    );
    #[cfg(unix)]
    std::os::unix::fs::symlink("gone", root.join(format!("private/{c}.txt"))).unwrap();
}

fn memo() -> String {
    format!("Somebody says that {CANARY} said so; left {CANARY}.")
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Two folders with a dossier `harbour` each: all of it, and the private part deleted.
fn folders(name: &str) -> [PathBuf; 2] {
    let [whole, public] = ["whole", "public"].map(|side| scratch(&format!("private-{name}-{side}")));
    for folder in [&whole, &public] {
        fs::remove_dir_all(folder.join("harbour")).unwrap();
    }
    with_private_part(&whole.join("harbour"));
    put(&public.join("harbour"), "harbour.zopa", &format!("{HEAD}{CLAIMS}"));
    put(&public.join("harbour"), "documents/post.txt", POST);
    [whole, public]
}

/// Everything that can be asked for others, choices that cannot be answered included.
const ASKED: [&[&str]; 18] = [
    &["brief", "harbour"],
    &["brief", "harbour", "--format", "html"],
    &["brief", "harbour", "--format", "json"],
    &["brief", "harbour", "--format", "json", "-o", "out.json"],
    &["brief", "harbour", "--format", "html", "-o", "out.html"],
    &["why", "harbour"],
    &["why", "harbour", "--format", "json"],
    &["openings", "harbour"],
    &["openings", "harbour", "--format", "json", "--without", "post"],
    &["hinges", "harbour"],
    &["hinges", "harbour", "--format", "json"],
    &["why", "harbour", "--with", "fee = high"],
    &["why", "harbour", "--with", "fee = kestre"],
    &["why", "harbour", "--with", "kestrl"],
    &["why", "harbour", "--without", "kestre"],
    &["why", "harbour", "--assume", "low-only=as-reported"],
    &["why", "harbour", "--assume", "when=now"],
    &["brief", "harbour/harbour.zopa", "-o", "file.html"],
];

fn told(folder: &Path, args: &[&str]) -> (Ran, Vec<(String, String)>) {
    let ran = run(folder, args);
    let pages = ["harbour.html", "out.json", "out.html", "file.html"];
    let read = |page: &str| Some((page.to_owned(), fs::read_to_string(folder.join(page)).ok()?));
    (ran, pages.iter().filter_map(|page| read(page)).collect())
}

#[test]
fn every_output_for_others_is_that_of_the_dossier_without_its_private_part() {
    let [whole, public] = folders("others");
    for args in ASKED {
        let (one, other) = (told(&whole, args), told(&public, args));
        assert!(one == other, "{args:?}\n{}{}\n{}{}", one.0.out, one.0.err, other.0.out, other.0.err);
    }
}

#[test]
fn the_canary_is_in_no_byte_for_others_and_in_those_for_the_desk() {
    let [whole, _] = folders("canary");
    let sings = |(ran, pages): &(Ran, Vec<(String, String)>)| {
        let all = pages.iter().map(|(_, text)| text).chain([&ran.out, &ran.err]);
        all.filter(|text| text.to_lowercase().contains(CANARY)).count()
    };
    for args in ASKED.iter().filter(|args| args.iter().all(|arg| !arg.contains("kestr"))) {
        assert_eq!(sings(&told(&whole, args)), 0, "{args:?}");
        let args = [*args, &["--mention-private"]].concat();
        assert_eq!(sings(&told(&whole, &args)), 0, "{args:?}");
    }
    for args in [&["brief", "harbour", "--private"][..], &["brief", "harbour", "--leaks"], &["check", "harbour"]] {
        let ran = run(&whole, args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        assert!(ran.err.contains(CANARY) && ran.out.contains(zopa::report::BANNER), "{args:?}: {}", ran.out);
    }
    for view in ["why", "openings", "hinges"] {
        assert!(run(&whole, &[view, "harbour", "--private"]).out.starts_with(zopa::report::BANNER));
        let json = run(&whole, &[view, "harbour", "--private", "--format", "json"]).out;
        assert!(json.contains("\"private\": \"counted\""), "{json}");
    }
    assert!(fs::read_to_string(whole.join("harbour.private.html")).unwrap().contains(CANARY));
    assert!(run(&whole, &["brief", "harbour", "--leaks", "--format", "json"]).out.contains(CANARY));
}

#[test]
fn a_page_for_the_desk_has_a_name_of_its_own() {
    let [whole, _] = folders("names");
    run(&whole, &["brief", "harbour"]);
    let page = fs::read(whole.join("harbour.html")).unwrap();
    let ran = run(&whole, &["brief", "harbour", "--private"]);
    assert_eq!(ran.out.lines().last(), Some("page: harbour.private.html"));
    assert_eq!(fs::read(whole.join("harbour.html")).unwrap(), page);
}

#[test]
fn a_public_place_that_names_something_private_ends_every_answer_for_others() {
    let [whole, _] = folders("named");
    let case = fs::read_to_string(whole.join("harbour/harbour.zopa")).unwrap();
    put(&whole.join("harbour"), "harbour.zopa", &format!("{case}claim t \"T\"\n  tests {CANARY}-own\n"));
    for args in ASKED.iter().filter(|args| args[1] == "harbour") {
        let (ran, pages) = told(&whole, args);
        assert_eq!((ran.code, ran.out.as_str(), pages.len()), (1, "", 0), "{args:?}");
        assert!(ran.err.contains("error[private-named]"), "{}", ran.err);
    }
    assert_eq!(run(&whole, &["check", "harbour"]).code, 1);
}

#[test]
fn reports_alone_mention_private_material_where_asked_to() {
    let folder = scratch("private-reports");
    let case = fs::read_to_string(folder.join("reports-only/case.zopa")).unwrap();
    let private = "source memo \"Memo\"\n  private\n  document private/memo.txt\n";
    put(&folder, "reports-only/case.zopa", &format!("{case}{private}"));
    put(&folder, "reports-only/private/memo.txt", &memo());
    let tells = |args: &[&str], sentence: &str| {
        let ran = run(&folder, args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        ran.out.contains(sentence)
    };
    for command in ["sources", "brief"] {
        for format in ["text", "markdown", "html"] {
            let plain = [command, "reports-only", "--format", format];
            assert!(!tells(&plain, zopa::report::MENTION), "{plain:?}");
            let mentioned = [&plain[..], &["--mention-private"]].concat();
            assert!(tells(&mentioned, zopa::report::MENTION) && !tells(&mentioned, "kestrel"), "{mentioned:?}");
            let counted = [&plain[..], &["--private"]].concat();
            assert!(!tells(&counted, zopa::report::MENTION) && tells(&counted, zopa::report::BANNER));
        }
        let json = [command, "reports-only", "--mention-private", "--format", "json"];
        assert!(tells(&json, "\"private\": \"mentioned\""));
    }
    // Where nothing is private, there is nothing to mention.
    assert!(!run(&scratch("private-none"), &["sources", "reports-only", "--mention-private"]).out.contains("private"));
}
