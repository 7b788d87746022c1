//! Whose is a report, by its own words, and which report speaks of another's outlet?
//!
//! Who speaks of a report came after it. Where nobody has said which outlet published a report, it says so itself: people told
//! it something, and its pictures are its own.

use super::Report;
use super::direction::credited;
use super::heard::heard_by;
use crate::span::Span;

/// So many sentences, with the title, are what a report begins with: who told it what it leads with, it has heard itself.
const LEAD: usize = 4;

/// Does a document say of one of its first sentences that somebody told it to an outlet of which the other knows nothing? Then it
/// has heard them itself. Further on, a rewrite may claim as much for words that it has from the other.
pub(crate) fn hears_itself(derived: &Report, source: &Report) -> bool {
    (0..LEAD).any(|at| {
        let mut outlets = heard_by(derived.text, derived.sentence(at)).into_iter();
        // A paper calls itself by its last word: "told the Gazette".
        let last = |outlet: Span| outlet.of(derived.text).rsplit(' ').next().unwrap_or_default();
        outlets.any(|outlet| {
            !source.text.contains(last(outlet)) && !source.outlet.is_some_and(|own| own.contains(last(outlet)))
        })
    })
}

/// A report that says it has something from another one came after it, whatever that one lacks.
pub(crate) fn credits(later: &Report, earlier: &Report) -> bool {
    credited(later, earlier).is_some() && credited(earlier, later).is_none()
        || cites(later, earlier) && !cites(earlier, later)
}

/// Does the one speak of the outlet that, by its own words, published the other? "The Recorder reported, citing two officials", of a
/// report in which people "told The Recorder". Where it has itself been told by them as often as it names them, it does not.
fn cites(later: &Report, earlier: &Report) -> bool {
    own_outlet(earlier).is_some_and(|outlet| {
        let named = later.sentences.iter().filter(|one| names(one.of(later.text), outlet)).count();
        named > heard(later).filter(|one| *one == outlet).count()
    })
}

/// Whose the pictures of a report are, or else who was told something by its people more than once.
fn own_outlet<'r>(report: &'r Report) -> Option<&'r str> {
    let name = |outlet: &&str| outlet.starts_with(char::is_uppercase);
    let several = |outlet: &&str| heard(report).filter(|one| one == outlet).count() > 1;
    report.text.lines().filter_map(picture).find(name).or_else(|| heard(report).filter(name).find(several))
}

/// Is the outlet named, in full or by its last word with an article?
fn names(sentence: &str, outlet: &str) -> bool {
    let last = outlet.rsplit(' ').next().unwrap_or(outlet);
    sentence.contains(outlet)
        || [format!("the {last}"), format!("The {last}")].iter().any(|name| sentence.contains(name))
}

/// The outlets that were told something by people of the report's own, as far as names say.
fn heard<'r>(report: &'r Report) -> impl Iterator<Item = &'r str> {
    let heard = report.sentences.iter().flat_map(|sentence| heard_by(report.text, *sentence));
    heard.map(|outlet| outlet.of(report.text))
}

/// Whose a picture is: "(Clarion/R. Soames)", "(Mercantile Gazette)", at the end of a line.
fn picture(line: &str) -> Option<&str> {
    let (_, credit) = line.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    credit.split('/').next()
}
