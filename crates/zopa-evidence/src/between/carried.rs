//! Does a sentence tell what a report has, and not what somebody said to this document's own outlet?

use super::effects::sourced;
use super::heard::heard_by;
use super::lexicon::words;
use super::scene::{At, Scene};

/// It names an outlet that is not the document's own, or says that there are reports.
pub(crate) fn from_report(scene: &Scene, at: At) -> bool {
    let Some(side) = scene.side(at.0) else { return false };
    let published = |name: &str| words(name).iter().any(|(word, _)| word == "publication" || word == "article");
    let outlet = scene
        .saying(at.0, scene.span(at))
        .any(|one| one.chain.iter().any(|holder| holder.outlet || published(&holder.name)));
    let own = |name: &str| side.report.outlet.is_some_and(|own| own.contains(name));
    let heard = heard_by(side.report.text, scene.span(at)).iter().any(|name| !own(name.of(side.report.text)));
    outlet || heard || sourced(side, at.1)
}
