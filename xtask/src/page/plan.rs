//! What is opened, which switches are set, and what has to be seen then? Written down for the browser's side.

use super::dossiers::Dossier;
use super::expected;
use super::flags::{CHECKS, Flags};
use super::settings::{self, Setting};
use crate::tools::Tools;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// What is looked at in a page that nobody is sent.
const OF_GENERATED: [&str; 3] = ["size", "readings", "time"];

/// Makes the pages, asks for every answer, and writes the plan; its path.
pub(super) fn written(tools: &Tools, out: &Path, dossiers: &[Dossier], flags: &Flags) -> Result<PathBuf, String> {
    let pages: Result<Vec<Value>, String> = dossiers.iter().map(|dossier| page(tools, out, dossier, flags)).collect();
    let plan = json!({ "tools": tools.named(), "pages": pages? });
    let path = out.join("plan.json");
    put(&path, &plan.to_string().into_bytes())?;
    Ok(path)
}

fn page(tools: &Tools, out: &Path, dossier: &Dossier, flags: &Flags) -> Result<Value, String> {
    let folder = out.join(&dossier.name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let made = folder.join("brief.html");
    put(&made, &html(tools, &dossier.folder, &Setting::default())?)?;
    let file = flags.page.as_ref().map_or(Ok(made), fs::canonicalize).map_err(|error| format!("--page: {error}"))?;
    let (questions, sources, limits) = expected::switches(tools, &dossier.folder)?;
    let checks = checks(dossier, flags);
    let worded = |setting: &Setting| checks.contains(&"words") && few(setting);
    let tried = match checks.contains(&"readings") || checks.contains(&"words") {
        true => settings::all(&questions, &sources, dossier.readings, dossier.partial),
        false => Vec::new(),
    };
    let answered = tried.iter().map(|setting| of_setting(tools, &folder, dossier, setting, (worded(setting), &limits)));
    Ok(json!({
        "name": dossier.name,
        "file": file,
        "folder": folder,
        "checks": checks,
        "bytes": dossier.bytes,
        "questions": questions.iter().map(|q| json!([q.name, q.answers])).collect::<Vec<_>>(),
        "settings": answered.collect::<Result<Vec<_>, String>>()?,
    }))
}

/// The checks of a page, in the order in which they run.
fn checks(dossier: &Dossier, flags: &Flags) -> Vec<&'static str> {
    let of_it = |check: &&str| flags.asks(check) && (dossier.sent || OF_GENERATED.contains(check));
    CHECKS.iter().map(|(check, _)| *check).filter(of_it).collect()
}

/// A setting, what is said under it, and where the page made with it is, if it is one whose words are compared.
fn of_setting(
    tools: &Tools,
    folder: &Path,
    dossier: &Dossier,
    setting: &Setting,
    (worded, limits): (bool, &[String]),
) -> Result<Value, String> {
    let flagged = setting.flags().join(" ");
    let told = if worded {
        let path = folder.join("set").join(format!("{}.html", file_name(&flagged)));
        put(&path, &html(tools, &dossier.folder, setting)?)?;
        Some(path)
    } else {
        None
    };
    Ok(json!({
        "flags": flagged,
        "assume": setting.assume,
        "without": setting.without,
        "expected": expected::answers(tools, &dossier.folder, setting, limits)?,
        "told": told,
    }))
}

/// Words are compared with at most two choices made: more only brings the same sentences together.
fn few(setting: &Setting) -> bool {
    setting.assume.len() + setting.without.len() <= 2
}

fn html(tools: &Tools, dossier: &Path, setting: &Setting) -> Result<Vec<u8>, String> {
    let words = ["brief", &dossier.display().to_string(), "--format", "html"].map(str::to_owned);
    tools.zopa(&[&words[..], &setting.flags()].concat())
}

fn file_name(flags: &str) -> String {
    let name: String = flags.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    if name.is_empty() { "open".to_owned() } else { name }
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, bytes));
    written.map_err(|error| format!("{}: {error}", path.display()))
}
