//! Which names does a document use for outlets?
//!
//! The name alone often does not tell: *Meridian*, *the Homeward*. The document does where it says that it is one (*the agency
//! Corvo*), that it reported or wrote (*the Homeward wrote on Monday*, *Meridian, citing two officials, reported*), or where it
//! speaks of its report. What is learnt so holds for the whole document, and for no other.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::classes::Class;
use crate::reader::Reader;
use crate::tag::Tag;

/// The names of outlets that the document itself shows to be some, as they are spelled.
pub(crate) fn learnt<'t>(reader: &Reader<'_, 't>) -> BTreeSet<&'t str> {
    let names = names(reader);
    let spelled = |name: &Range<usize>| reader.span(name).map(|span| span.of(reader.prose.text));
    let (shown, other): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| shown(reader, name));
    let mut learnt: BTreeSet<&str> = shown.iter().filter_map(spelled).collect();
    // *the Evening Sextant*, and then *the Sextant*
    let long = shown.iter().chain(&other).filter(|name| name.len() > 1);
    let long = long.filter(|name| spelled(name).is_some_and(|name| learnt.contains(name)) || ends_as_one(reader, name));
    let lasts: BTreeSet<&str> = long.map(|name| reader.spelled(name.end - 1)).collect();
    let alone = |name: &&Range<usize>| name.len() == 1 && reader.tag_before(name.start) == Tag::Article;
    learnt.extend(other.iter().filter(alone).filter_map(spelled).filter(|name| lasts.contains(name)));
    learnt
}

/// The names of a document: words with a capital, one behind the other, outside quotation marks.
fn names(reader: &Reader<'_, '_>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < reader.prose.tokens.len() {
        let end = (at..).find(|next| reader.tag(*next) != Tag::Name || reader.quote_at(*next).is_some()).unwrap_or(at);
        if end > at {
            names.push(at..end);
        }
        at = end.max(at + 1);
    }
    names
}

/// *Evening* Sextant, Bay *Post*.
fn ends_as_one(reader: &Reader<'_, '_>, name: &Range<usize>) -> bool {
    reader.has(name.start, Class::OutletBegin) || reader.has(name.end - 1, Class::OutletEnd)
}

fn shown(reader: &Reader<'_, '_>, name: &Range<usize>) -> bool {
    let other = |at: usize| reader.classes(at).any(&[Class::Title, Class::Body, Class::Speaker, Class::Time]);
    if name.clone().any(other) || name.start == 0 {
        return false;
    }
    called(reader, name.start - 1)
        || is_called(reader, name)
        || called_behind(reader, name.end)
        || reports(reader, name)
        || has_report(reader, name.end)
}

/// *The agency* Corvo, *the news site* Marches Today.
fn called(reader: &Reader<'_, '_>, before: usize) -> bool {
    // *the state agency, Corvo*
    let noun = if reader.tag(before) == Tag::Comma { before.saturating_sub(1) } else { before };
    reader.has(noun, Class::Publisher) && reader.tag(noun) != Tag::Name
}

/// *the* Corvo *agency*.
fn is_called(reader: &Reader<'_, '_>, name: &Range<usize>) -> bool {
    let noun = reader.tag(name.end) == Tag::Noun && reader.has(name.end, Class::Publisher);
    noun && reader.tag_before(name.start) == Tag::Article
}

/// *told* Transmar, *the agency said*.
fn called_behind(reader: &Reader<'_, '_>, after: usize) -> bool {
    let noun = after + 2;
    let aside = reader.tag(after) == Tag::Comma && reader.has(after + 1, Class::Definite);
    aside && reader.has(noun, Class::Publisher) && reader.tag(noun) == Tag::Noun && reader.cue_verb(noun + 1).is_some()
}

/// *The* Lantern *wrote*, Meridian*, citing two officials, had reported*.
fn reports(reader: &Reader<'_, '_>, name: &Range<usize>) -> bool {
    if reader.tag(name.end) == Tag::Comma && reader.has(name.end + 1, Class::Citing) {
        return true;
    }
    let article = reader.tag_before(name.start) == Tag::Article;
    let letters = name.len() == 1 && reader.spelled(name.start).chars().all(char::is_uppercase);
    let verb = (name.end..name.end + 3).find(|at| !matches!(reader.tag(*at), Tag::Have | Tag::Be | Tag::Adverb));
    (article || letters) && verb.is_some_and(|verb| reader.tag(verb).is_verb() && reader.has(verb, Class::Publishes))
}

/// *The Lantern*’s report, *the Lantern* report.
fn has_report(reader: &Reader<'_, '_>, after: usize) -> bool {
    let noun = after + usize::from(reader.tag(after) == Tag::Possessive);
    reader.is(noun, reader.known.report) && reader.tag(noun) == Tag::Noun
}
