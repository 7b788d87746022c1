//! Who told whom?
//!
//! Outermost first, without the publisher of the document itself: an outlet cited, then who told it. An outlet is cited
//! where somebody *told* it or spoke *with* it, where a source is its source, where it is itself the source and cites
//! another; and *reportedly* or *are said to* point back to the last outlet named.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::classes::Class;
use crate::cue::Found;
use crate::names;
use crate::reader::Reader;
use crate::tag::Tag;
use crate::voice::Voices;

/// So far around a cue an outlet is looked for that somebody spoke with, in tokens.
const NEAR: usize = 120;

/// So far behind a paper it is told who has it, in tokens.
const HANDS: usize = 9;

/// A link: a voice, or reports that nobody names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    Voice(usize),
    /// *reportedly*, where no outlet was named before.
    Reports,
}

/// The chains of all attributions, in their order.
pub(crate) fn chains<'r, 'p, 't>(
    reader: &'r Reader<'p, 't>,
    all: &[Found],
    voices: &mut Voices<'r, 'p, 't>,
) -> Vec<Vec<Link>> {
    let mut chains: Vec<Vec<Link>> = vec![Vec::new(); all.len()];
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|number| (all.get(*number).is_some_and(|one| one.within.is_some()), 0));
    order
        .sort_by_key(|number| all.get(*number).map_or((0, false), |one| (sentence(reader, one), one.within.is_some())));
    let nested = nested(all);
    let first_of = first_of(all);
    for number in order {
        let Some(one) = all.get(number) else { continue };
        let told_by = one.within.and_then(|outer| Some((all.get(outer)?, chains.get(outer)?)));
        // *She rejected their request that*: they have it from nobody.
        let turned = |outer: &Found| judges(&outer.act) && reader.tag(one.head) == Tag::Noun;
        let outer = told_by.filter(|(outer, _)| !turned(outer)).map(|(_, chain)| chain.clone()).unwrap_or_default();
        // *The paper said the board was told by a clerk that …*: it is the board that tells so.
        let passes = |told: &&Range<usize>| one.content.first().is_some_and(|part| part.start == told.start);
        let inner = nested.get(&number).into_iter().flatten();
        let passed_on = inner.filter_map(|inner| inner.through.last()).find(passes).cloned();
        // *told the paper that …, adding that …*: one way for both.
        let first = one.source.as_ref().and_then(|source| first_of.get(&(source.start, source.end)));
        let same_way = first.filter(|first| **first < number).and_then(|first| chains.get(*first)).cloned();
        let mut chain = Tracer { reader, one, voices }.chain(outer);
        chain = same_way.filter(|way| way.last() == chain.last() && way.len() > chain.len()).unwrap_or(chain);
        if let Some(told) = passed_on.filter(|_| !chain.is_empty()) {
            let told = Link::Voice(voices.of(&told).voice);
            chain.extend(Some(told).filter(|told| !chain.contains(told)));
        }
        // *The office dismissed the agency’s report that …. It said*: the office, of whom the sentence is.
        let main = told_by.and_then(|(_, chain)| chain.last()).copied();
        if let Some(Link::Voice(speaker)) = main {
            voices.hear_body(speaker);
        }
        if let Some(slot) = chains.get_mut(number) {
            *slot = chain;
        }
    }
    chains
}

/// Acts that answer what another said.
fn judges(act: &str) -> bool {
    matches!(act, "rejection" | "denial" | "acceptance" | "criticism" | "doubt")
}

/// By number of an attribution, those told within it, in order.
fn nested(all: &[Found]) -> BTreeMap<usize, Vec<&Found>> {
    let mut nested: BTreeMap<usize, Vec<&Found>> = BTreeMap::new();
    for inner in all {
        if let Some(outer) = inner.within {
            nested.entry(outer).or_default().push(inner);
        }
    }
    nested
}

/// By where the words for a source stand, the first attribution that has it from them.
fn first_of(all: &[Found]) -> BTreeMap<(usize, usize), usize> {
    let mut first = BTreeMap::new();
    for (number, source) in all.iter().enumerate().filter_map(|(number, one)| Some((number, one.source.as_ref()?))) {
        first.entry((source.start, source.end)).or_insert(number);
    }
    first
}

fn sentence(reader: &Reader<'_, '_>, one: &Found) -> usize {
    reader.sentence_of(one.head).map_or(0, |(number, _)| number)
}

struct Tracer<'a, 'r, 'p, 't> {
    reader: &'r Reader<'p, 't>,
    one: &'a Found,
    voices: &'a mut Voices<'r, 'p, 't>,
}

impl Tracer<'_, '_, '_, '_> {
    fn chain(&mut self, outer: Vec<Link>) -> Vec<Link> {
        let mut chain = outer;
        // *He dismissed the agency’s claim that …*: the agency does not have it from him.
        let claims = self.reader.tag(self.one.head) == Tag::Noun
            && self
                .one
                .source
                .as_ref()
                .is_some_and(|source| names::outlet_in(self.reader, source).is_some() || self.is_paper(source));
        if claims {
            chain.clear();
        }
        let nested = !chain.is_empty();
        let Some(source) = self.one.source.clone() else {
            // *It is feared that*: nobody's report.
            let told = !matches!(self.one.act.as_str(), "forecast" | "doubt" | "assessment");
            return if told && self.one.relayed && self.one.cue.iter().any(|cue| cue.len() > 1) {
                self.relayers()
            } else {
                Vec::new()
            };
        };
        let passing: Vec<Link> = self.one.through.iter().map(|told| Link::Voice(self.voices.of(told).voice)).collect();
        let heard = self.voices.of(&source);
        let through = self.through(&source).filter(|outlet| !chain.contains(&Link::Voice(*outlet)));
        self.voices.hear(heard.voice);
        let paragraph = self.paragraph();
        let mut via: Vec<Link> =
            through.into_iter().map(Link::Voice).filter(|link| *link != Link::Voice(heard.voice)).collect();
        if via.is_empty() && !nested && heard.again {
            via = self.before(heard.voice, paragraph);
        }
        if via.is_empty() && !nested && self.one.relayed {
            via = self.relayers();
            via.retain(|link| *link != Link::Voice(heard.voice));
        }
        chain.append(&mut via);
        let new: Vec<Link> = passing.into_iter().filter(|link| !chain.contains(link)).collect();
        chain.extend(new);
        if !nested && let Some(reporter) = self.aside().map(|aside| Link::Voice(self.voices.of(&aside).voice)) {
            chain.retain(|link| *link != reporter);
            chain.insert(0, reporter);
            self.voices.hear(heard.voice);
        }
        // *He told the agency, the paper says, …. The same paper …*
        if nested && let Some(Link::Voice(outermost)) = chain.first() {
            self.voices.hear_outlet(*outermost);
        }
        // Of whom others tell something, what they say next need not have gone through those.
        self.keep(heard.voice, if nested { &[] } else { &chain }, paragraph);
        if chain.last() != Some(&Link::Voice(heard.voice)) {
            chain.push(Link::Voice(heard.voice));
        }
        let mut last = source.clone();
        if let Some(cited) = self.cited(&source, heard.voice) {
            last = cited;
            self.hop(&last, &mut chain);
        }
        if let Some(further) = self.sentence_end().and_then(|end| self.reader.heard_by(&last, end)) {
            self.hop(&further, &mut chain);
        }
        chain
    }

    /// One more link, if it is another voice.
    fn hop(&mut self, phrase: &Range<usize>, chain: &mut Vec<Link>) {
        let voice = self.voices.of(phrase).voice;
        if !chain.contains(&Link::Voice(voice)) {
            self.keep(voice, chain, self.paragraph());
            chain.push(Link::Voice(voice));
        }
    }

    fn sentence_end(&self) -> Option<usize> {
        self.reader.sentence_of(self.one.head).map(|(_, sentence)| sentence.tokens.end)
    }

    fn paragraph(&self) -> usize {
        self.reader.sentence_of(self.one.head).map_or(0, |(_, sentence)| sentence.paragraph)
    }

    /// The way of what this voice said last, if that is near.
    fn before(&self, voice: usize, paragraph: usize) -> Vec<Link> {
        let near = self.voices.all.get(voice).filter(|voice| voice.paragraph + 4 >= paragraph);
        near.map(|voice| voice.via.iter().map(|via| Link::Voice(*via)).collect()).unwrap_or_default()
    }

    fn keep(&mut self, voice: usize, chain: &[Link], paragraph: usize) {
        if let Some(voice) = self.voices.all.get_mut(voice) {
            voice.via = chain
                .iter()
                .filter_map(|link| if let Link::Voice(number) = link { Some(*number) } else { None })
                .collect();
            voice.paragraph = paragraph;
        }
    }

    fn relayers(&self) -> Vec<Link> {
        vec![self.voices.last_outlet().map_or(Link::Reports, Link::Voice)]
    }

    /// The outlet through which it was told.
    fn through(&mut self, source: &Range<usize>) -> Option<usize> {
        if let Some(addressee) = &self.one.addressee
            && (names::outlet_in(self.reader, addressee).is_some() || self.is_paper(addressee))
        {
            // *state television on Tuesday*
            let head = addressee.start..self.reader.phrase_end(addressee.start, addressee.end).max(addressee.start + 1);
            return Some(head)
                .filter(|_| !self.is_the_documents_own(addressee))
                .map(|head| self.voices.of(&head).voice);
        }
        if let Some(proxy) = self.proxy() {
            return Some(self.voices.of(&proxy).voice);
        }
        if let Some(outlet) = self.in_hands_of(source) {
            return Some(self.voices.of(&outlet).voice);
        }
        if let Some(owner) = self.quoted_by(source).or_else(|| self.owner(source)) {
            return Some(self.voices.of(&owner).voice);
        }
        let with = self.spoken_with()?;
        Some(self.voices.of(&with).voice)
    }

    /// *Told The Bay News*, with the capital that outlets give their own names, in a document that has nothing else from it.
    fn is_the_documents_own(&self, addressee: &Range<usize>) -> bool {
        let named = names::outlet_in(self.reader, addressee).and_then(|outlet| self.reader.span(&outlet));
        let cited = named.is_some_and(|span| self.reader.outlets.contains(span.of(self.reader.prose.text)));
        if self.reader.has(addressee.start, Class::Here) {
            return true; // *told this station*
        }
        let article = self.reader.spelled(addressee.start);
        article.starts_with(char::is_uppercase) && self.reader.tag(addressee.start) == Tag::Article && !cited
    }

    /// *the newspaper*, *state television*; a letter is no outlet.
    fn is_paper(&self, phrase: &Range<usize>) -> bool {
        let head = self.reader.phrase_end(phrase.start, phrase.end).checked_sub(1);
        head.is_some_and(|head| self.reader.has(head, Class::Publisher))
    }

    /// *said through his spokesman*.
    fn proxy(&self) -> Option<Range<usize>> {
        let (_, sentence) = self.reader.sentence_of(self.one.head)?;
        // *Through a spokeswoman, the mayor denied*
        let mut near = std::iter::once(sentence.tokens.start).chain(self.one.head + 1..self.one.head + 6);
        let through = near.find(|at| self.reader.is(*at, self.reader.known.through))?;
        let end = self.reader.phrase_end(through + 1, self.sentence_end()?);
        let speaks = (through + 1..end).any(|at| self.reader.has(at, Class::Speaker));
        (speaks && !self.one.covers(through)).then_some(through + 1..end)
    }

    /// *told a broadcaster, the Bay News reports, that*: who reports it, between the cue and what was said.
    fn aside(&self) -> Option<Range<usize>> {
        let reader = self.reader;
        let (cue, content) = (self.one.cue.last()?.end, self.one.content.first()?.start);
        let open = (cue..content).find(|at| reader.tag(*at) == Tag::Comma)?;
        let close = (open + 1..content).find(|at| reader.tag(*at) == Tag::Comma)?;
        let first = (open + 1..close).find(|at| reader.tag(*at).begins_phrase())?;
        let phrase = first..reader.long_phrase_end(first, close);
        let outlet = names::outlet_in(reader, &phrase).is_some() || self.is_paper(&phrase);
        (outlet && reader.is_tag(open + 1, close)).then_some(phrase)
    }

    /// *the diplomats, quoted by the Bay News*.
    fn quoted_by(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let quoted = source.end + usize::from(self.reader.tag(source.end) == Tag::Comma);
        let by = quoted + 1;
        if !self.reader.has(quoted, Class::Quotes) || !self.reader.is(by, self.reader.known.by) {
            return None;
        }
        let phrase = by + 1..self.reader.phrase_end(by + 1, self.sentence_end()?);
        names::outlet_in(self.reader, &phrase).is_some().then_some(phrase)
    }

    /// *a draft that the Sentinel has seen*, *a letter leaked to Farrow Online*: who has the paper.
    fn in_hands_of(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let head = reader.phrase_end(source.start, source.end);
        let paper = head > source.start && reader.has(head - 1, Class::Paper);
        let end = self.sentence_end()?.min(source.end.max(head) + HANDS);
        let opens = |at: usize| {
            matches!(
                reader.tag(at),
                Tag::Participle | Tag::Finite | Tag::Which | Tag::That | Tag::Preposition | Tag::Comma
            )
        };
        if !paper || !opens(head) {
            return None;
        }
        let near = head..end;
        let seen = near.clone().find(|at| reader.has(*at, Class::InHands))?;
        let outlet = |at: usize| {
            let phrase = at..reader.phrase_end(at, end);
            let own = reader.has(at, Class::Here);
            let named = names::outlet_in(reader, &phrase).or_else(|| self.is_paper(&phrase).then(|| phrase.clone()));
            named.filter(|_| !own)
        };
        // *seen by the Sentinel*, *leaked to it*; *that the Sentinel has seen*.
        let behind = matches!(reader.tag(seen + 1), Tag::Preposition | Tag::To).then_some(seen + 2);
        let before = (head + 1..seen).find(|at| reader.tag(*at).begins_phrase());
        behind.and_then(outlet).or_else(|| before.and_then(outlet))
    }

    /// *the newspaper’s* sources, *Bay News* sources.
    fn owner(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let clitic = source.clone().find(|at| self.reader.tag(*at) == Tag::Possessive && *at > source.start)?;
        let owner = source.start..clitic;
        let speaks = (clitic..source.end).any(|at| self.reader.has(at, Class::Speaker));
        (speaks && (self.is_paper(&owner) || names::outlet_in(self.reader, &owner).is_some())).then_some(owner)
    }

    /// An outlet that somebody spoke with, outside what was said: *in an interview with the Bay News*, *shared with it*.
    fn spoken_with(&self) -> Option<Range<usize>> {
        let (_, sentence) = self.reader.sentence_of(self.one.head)?;
        let mut at = sentence.tokens.start.max(self.one.head.saturating_sub(NEAR));
        while at < sentence.tokens.end.min(self.one.head + NEAR) {
            let to = self.reader.tag(at) == Tag::To && at > self.one.head;
            let outside = !self.one.covers(at) && !self.one.source.as_ref().is_some_and(|source| source.contains(&at));
            // *said on Radio Littoral*
            let on = self.reader.has(at + 1, Class::OutletBegin) && at > self.one.head;
            let led = to || on && self.reader.tag(at) == Tag::Preposition;
            if (led || self.reader.is(at, self.reader.known.with)) && outside {
                let end = self.reader.phrase_end(at + 1, sentence.tokens.end);
                let phrase = at + 1..end;
                // *the answer to LNA’s report*
                let whose = |outlet: &Range<usize>| self.reader.tag(outlet.end) == Tag::Possessive;
                if let Some(outlet) = names::outlet_in(self.reader, &phrase).filter(|outlet| !whose(outlet)) {
                    return Some(outlet);
                }
            }
            at += 1;
        }
        None
    }

    /// Whom an outlet cites: *the Bay News, citing two sources, reported*.
    fn cited(&mut self, source: &Range<usize>, voice: usize) -> Option<Range<usize>> {
        let outlet = self.voices.all.get(voice).is_some_and(|voice| voice.outlet);
        let (_, sentence) = self.reader.sentence_of(self.one.head)?;
        let cites = |at: &usize| self.reader.has(*at, Class::Citing) && !self.one.covers(*at);
        // *Citing two officials, the paper wrote*: before it as well.
        let first = sentence.tokens.start;
        // *The Tribune, citing an officer, stood by its story that*
        let its = source.len() == 1 && self.reader.tag(source.start) == Tag::Possessive;
        let aside = |at: &usize| cites(at) && self.reader.tag_before(*at) == Tag::Comma;
        let before = Some(first).filter(cites).or_else(|| (first..source.start).filter(|_| its).find(aside));
        let citing = (source.start..sentence.tokens.end.min(source.end + 12)).find(cites).or(before)?;
        let from = citing + 1 + usize::from(matches!(self.reader.tag(citing + 1), Tag::To | Tag::Preposition));
        let end = sentence.tokens.end;
        let after = self.reader.with_name_behind(from..self.reader.long_phrase_end(from, end), end).end;
        // *The Lantern*, of which no word says that it is an outlet: it has it from somebody who speaks, or from a paper.
        let speaks = || (from..after).any(|at| self.reader.speaks(at) || self.reader.has(at, Class::Paper));
        if after == from || !outlet && !speaks() {
            return None;
        }
        // Who reports what others told is an outlet, if it has a name and no office.
        let named = source.clone().all(|at| matches!(self.reader.tag(at), Tag::Name | Tag::Article))
            && source.clone().any(|at| at > source.start || self.reader.tag(at) == Tag::Article);
        if let Some(voice) = self.voices.all.get_mut(voice).filter(|_| named) {
            voice.outlet = true;
        }
        Some(from..after)
    }
}
