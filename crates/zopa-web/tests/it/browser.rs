//! Does the desk work in a browser? A short look, where Chromium and Node.js are there; `cargo xtask desk` looks longer.

use crate::open::{CASE, Open, POST, WIRE, dossier};
use std::path::{Path, PathBuf};
use std::process::Command;

fn found(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

#[test]
fn keys_lead_through_a_review_in_chromium() {
    let chromium = found(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
    let (Some(chromium), Some(node)) = (chromium, found(&["node"])) else {
        eprintln!("skipped: Chromium and Node.js are not both there");
        return;
    };
    let files = [("harbour.zopa", CASE), ("documents/post.txt", POST), ("documents/wire.txt", WIRE)];
    let open = Open::closed(dossier("browser", &files));
    let address = format!("http://{}/enter?token={}", open.host(), open.token);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/smoke.mjs");
    let looked = Command::new(node).arg(script).arg(chromium).arg(address).output().unwrap();
    assert!(looked.status.success(), "{}", String::from_utf8_lossy(&looked.stderr));
    let accepted = "  quote wire > nothing was decided\n";
    assert_eq!(open.read("harbour.zopa"), CASE.replacen(&format!("{accepted}  unconfirmed\n"), accepted, 1));
}
