//! What is the name in a source, and what the office?

use std::ops::Range;

use crate::classes::Class;
use crate::reader::Reader;
use crate::tag::Tag;

/// The name of a source, taken from its words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Named {
    pub name: String,
    pub office: Option<String>,
    /// It is a proper name, and no description.
    pub proper: bool,
    /// The name of a person, by a title or several capitalised words.
    pub personal: bool,
    pub outlet: bool,
    /// The last token of the phrase that names it.
    pub head: usize,
}

/// The name in a source.
pub(crate) fn named(reader: &Reader<'_, '_>, source: &Range<usize>) -> Named {
    let mut head_phrase = source.start..reader.phrase_end(source.start, source.end).max(source.start + 1);
    if reader.tag(head_phrase.end) == Tag::And
        && head_phrase.end < source.end
        && !reader.tag_before(head_phrase.end).ends_phrase()
    {
        head_phrase.end = reader.phrase_end(head_phrase.end + 1, source.end); // *eastern and western officials*
    }
    // *officials familiar with the offer* are officials.
    let trailing =
        (head_phrase.clone()).rev().take_while(|at| *at > head_phrase.start && reader.tag(*at) == Tag::Adjective);
    let head = head_phrase.end.saturating_sub(1 + trailing.count());
    let words = |range: &Range<usize>| words(reader, range);
    if let Some(outlet) = outlet_in(reader, source).filter(|outlet| is_of_outlet(reader, source, outlet, head)) {
        return Named {
            name: words(&outlet),
            proper: true,
            outlet: true,
            head: outlet.end.saturating_sub(1),
            ..Named::default()
        };
    }
    let run = (head_phrase.clone())
        .rev()
        .take_while(|at| reader.tag(*at) == Tag::Name && !is_office_word(reader, *at))
        .last();
    let Some(first) = run else {
        if let Some(named) = named_behind(reader, source, &head_phrase) {
            return named;
        }
        return Named { name: words(&(source.start..head_phrase.end.max(source.end))), head, ..Named::default() };
    };
    let before = source.start..first;
    let titled = before.clone().any(|at| is_office_word(reader, at));
    let office = if titled {
        Some(words(&before))
    } else {
        let aside = head_phrase.end + 1..source.end;
        (reader.tag(head_phrase.end) == Tag::Comma && !aside.is_empty()).then(|| words(&aside))
    };
    let personal = titled || office.is_some() || (head_phrase.end - first >= 2 && !reader.has(head, Class::Body));
    // *the Ministry of Transport*: of which ministry it is belongs to its name.
    let of = reader.has(head, Class::Body) && reader.is(head_phrase.end, reader.known.of);
    let end =
        if of { reader.phrase_end(head_phrase.end + 1, source.end).max(head_phrase.end) } else { head_phrase.end };
    Named {
        name: words(&(first..end)),
        personal: personal || head_phrase.end - first == 1,
        office: office.filter(|office| !is_courtesy(office)),
        proper: true,
        outlet: false,
        head,
    }
}

/// *its clerk, Pieter Dahl*: the name stands behind the office.
fn named_behind(reader: &Reader<'_, '_>, source: &Range<usize>, office: &Range<usize>) -> Option<Named> {
    let comma = (office.end..source.end).find(|at| reader.tag(*at) == Tag::Comma)?;
    let name = comma + 1..source.end;
    let whole = name.len() > 1 && name.clone().all(|at| reader.tag(at) == Tag::Name);
    // *the office of the president, Mara Lind*: it is the office that speaks.
    let body = office.end.checked_sub(1).is_some_and(|last| {
        reader.has(last, Class::Body) && !reader.classes(last).any(&[Class::Title, Class::Speaker])
    });
    (whole && !body).then(|| Named {
        name: words(reader, &name),
        office: Some(words(reader, &(source.start..comma))),
        proper: true,
        personal: true,
        outlet: false,
        head: name.end - 1,
    })
}

/// The text of some tokens.
fn words(reader: &Reader<'_, '_>, range: &Range<usize>) -> String {
    reader.span(range).map_or(String::new(), |span| span.of(reader.prose.text).to_owned())
}

/// A form of address is no office.
fn is_courtesy(office: &str) -> bool {
    matches!(office.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Sir" | "Dame" | "Lord" | "Lady" | "Dr")
}

fn is_office_word(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.classes(at).any(&[Class::Title, Class::Speaker, Class::Adjective]) && !reader.has(at, Class::Body)
}

/// Is the outlet itself the source (*the Bay News*, *a report by the Bay News*), and not people who told it?
fn is_of_outlet(reader: &Reader<'_, '_>, source: &Range<usize>, outlet: &Range<usize>, head: usize) -> bool {
    let speaker = source.clone().any(|at| reader.has(at, Class::Speaker) && !outlet.contains(&at));
    // *a draft shown to the Bay News*, *a protocol seen by it*
    let shown = (head + 1..outlet.start).any(|at| reader.tag(at) == Tag::To || reader.has(at, Class::InHands));
    !speaker && !shown && (outlet.contains(&head) || reader.has(head, Class::Paper))
}

/// Is it the one holder of an office: *the mayor*, *the harbour’s director*?
pub(crate) fn is_office(reader: &Reader<'_, '_>, source: &Range<usize>, head: usize) -> bool {
    let definite =
        reader.has(source.start, Class::Definite) || source.clone().any(|at| reader.tag(at) == Tag::Possessive);
    reader.has(head, Class::Title) && definite
}

/// The first name of an outlet among the tokens.
pub(crate) fn outlet_in(reader: &Reader<'_, '_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let mut at = tokens.start;
    while at < tokens.end {
        if reader.tag(at) != Tag::Name {
            at += 1;
            continue;
        }
        let end = (at..tokens.end).find(|next| reader.tag(*next) != Tag::Name).unwrap_or(tokens.end);
        let last = end.saturating_sub(1);
        if let Some(whole) = (at..end).find(|word| reader.has(*word, Class::Outlet)) {
            return Some(whole..whole + 1);
        }
        let several = end - at >= 2 && (reader.has(last, Class::OutletEnd) || reader.has(at, Class::OutletBegin));
        // *the Lantern*, with its article and a capital.
        let alone = end - at == 1
            && reader.has(last, Class::OutletEnd)
            && at.checked_sub(1).is_some_and(|before| reader.tag(before) == Tag::Article);
        if several || alone || is_learnt(reader, &(at..end)) {
            return Some(at..end);
        }
        at = end;
    }
    None
}

/// Does the document show elsewhere that it is an outlet's name?
fn is_learnt(reader: &Reader<'_, '_>, name: &Range<usize>) -> bool {
    reader.span(name).is_some_and(|span| reader.outlets.contains(span.of(reader.prose.text)))
}

/// *FT* for *Financial Times*; the same name with an article or without.
pub(crate) fn is_short_for(short: &str, long: &str) -> bool {
    let initials: String =
        long.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    let bare = |name: &str| name.trim_start_matches("The ").trim_start_matches("the ").to_lowercase();
    // *the Chronicle* for *the Bay Chronicle*.
    let last = !bare(short).contains(' ') && bare(long).rsplit(' ').next() == Some(bare(short).as_str());
    last || bare(short) == bare(long) || (short.chars().count() > 1 && short == initials)
}

/// The same word, or one letter more, less or other in a word of six or more.
pub fn nearly_equal(one: &str, other: &str) -> bool {
    if one.eq_ignore_ascii_case(other) {
        return true;
    }
    let (a, b) = (one.chars().count(), other.chars().count());
    if a.min(b) < 6 || a.abs_diff(b) > 1 {
        return false;
    }
    let same_before = one.chars().zip(other.chars()).take_while(|(x, y)| x == y).count();
    let same_after = one.chars().rev().zip(other.chars().rev()).take_while(|(x, y)| x == y).count();
    same_before + same_after + 1 >= a.max(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_two_spellings() {
        assert!(nearly_equal("Orlenski", "Orlenskiy"));
        assert!(nearly_equal("Orlensky", "Orlenski"));
        assert!(!nearly_equal("Lind", "Lund"));
        assert!(!nearly_equal("Marlow", "Harlot"));
        assert!(is_short_for("BN", "Bay News"));
        assert!(is_short_for("The Bay News", "Bay News"));
        assert!(!is_short_for("B", "Bay News"));
    }
}
