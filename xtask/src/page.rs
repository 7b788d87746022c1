//! Does the page show what the program says, and is it fit to be sent? Looked at in a browser.
//!
//! This side makes the pages, asks the program for the answers of every setting, and writes both down as a plan;
//! `xtask/page/check.mjs` opens the pages in Chromium, works their switches, and compares. Nothing outside the package
//! registry of npm is asked for anything, and that once.

mod dossiers;
mod expected;
mod flags;
mod plan;
mod settings;
mod ten;

use crate::tools::Tools;
use flags::Flags;

/// Runs the checks asked for on the dossiers asked for, all of both by default; `false` if one fails.
///
/// # Errors
/// A flag or name that is none, a tool that is missing (the message says how to get it), a program that fails.
pub(crate) fn run(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words)?;
    let tools = Tools::found(true)?;
    tools.build()?;
    let out = tools.root.join("target/page");
    let dossiers = dossiers::chosen(&tools.root, &out, &flags.dossiers)?;
    let plan = plan::written(&tools, &out, &dossiers, &flags)?;
    tools.check("page/check.mjs", &plan)
}
