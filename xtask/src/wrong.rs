//! Would the tests notice a wrong definition? Each is planted, one at a time, in a copy of the workspace.
//!
//! The copy (`target/wrong/copy`) holds every file that git knows or does not ignore; its builds share
//! `target/wrong/target`, so that dependencies are built once. The tests run with no yardsticks in reach: what the
//! project claims is checked by what is in it. Before anything is planted the tests have to pass in the copy, and
//! a plant has to build; otherwise "caught" would say nothing.

mod copy;
mod plants;

use copy::Copy;
use plants::{PLANTS, Plant};
use std::path::Path;

/// The packages in which a definition can be wrong, and those that would notice.
const PACKAGES: [&str; 4] = ["zopa-case", "zopa-analysis", "zopa-verify", "zopa"];

/// Plants those named, or all; `false` if one is not caught.
///
/// # Errors
/// A name that no plant has, a text that does not stand exactly once in its file, tests that fail before
/// anything is planted, a plant that does not build.
pub(crate) fn run(names: &[String]) -> Result<bool, String> {
    let plants = chosen(names)?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no folder above xtask")?;
    let copy = Copy::of(root, &root.join("target/wrong"))?;
    misplaced(&copy, &plants)?;
    if let Some(test) = copy.test(&PACKAGES)? {
        return Err(format!("with nothing planted {test} fails; see {}", copy.log()));
    }
    println!("nothing planted: the tests pass");
    let mut missed = 0;
    for plant in &plants {
        missed += usize::from(!caught(&copy, plant)?);
    }
    println!("{} of {} wrong definitions caught", plants.len() - missed, plants.len());
    Ok(missed == 0)
}

fn chosen(names: &[String]) -> Result<Vec<&'static Plant>, String> {
    if names.is_empty() {
        return Ok(PLANTS.iter().collect());
    }
    let known = || PLANTS.iter().map(|plant| plant.name).collect::<Vec<_>>().join(", ");
    let plant = |name: &String| PLANTS.iter().find(|plant| plant.name == name);
    names.iter().map(|name| plant(name).ok_or_else(|| format!("no plant `{name}`; there are: {}", known()))).collect()
}

/// Every text that is not found exactly once, all of them in one message.
fn misplaced(copy: &Copy, plants: &[&Plant]) -> Result<(), String> {
    let mut wrong = Vec::new();
    for plant in plants {
        for edit in plant.edits {
            let count = copy.read(edit.file)?.matches(edit.stands).count();
            if count != 1 {
                wrong.push(format!(
                    "{}: in {} this stands {count} times, not once: {}",
                    plant.name, edit.file, edit.stands
                ));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn caught(copy: &Copy, plant: &Plant) -> Result<bool, String> {
    let mut kept = Vec::new();
    for edit in plant.edits {
        let text = copy.read(edit.file)?;
        copy.write(edit.file, &text.replacen(edit.stands, edit.planted, 1))?;
        kept.push((edit.file, text));
    }
    let found = copy.test(&PACKAGES);
    // Last planted first, so that a file planted twice comes back as it was.
    for (file, text) in kept.iter().rev() {
        copy.write(file, text)?;
    }
    let found = found.map_err(|message| format!("{}: {message}", plant.name))?;
    let said = found.as_ref().map_or("NOT caught".to_owned(), |test| format!("caught by {test}"));
    println!("{:<20} {}: {said}", plant.name, plant.says);
    Ok(found.is_some())
}
