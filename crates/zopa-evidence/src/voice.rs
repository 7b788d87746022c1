//! Who is meant by the words that name a source?
//!
//! A pronoun, a surname, *the official*, *the newspaper* and a name in two spellings are brought together with what the
//! document called them before. Nothing outside the document is asked, and an unnamed source stays unnamed: two are one
//! only where the document says *the official* of the one it has just named so.

use std::cell::OnceCell;
use std::ops::Range;

use crate::classes::Class;
use crate::names::{self, Named};
use crate::reader::Reader;
use crate::tag::Tag;
use crate::token::Word;

/// A voice that was not heard for so many others is not looked for any more.
const HEARD_MOST: usize = 300;

/// One who speaks, or is told to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voice {
    /// The fullest form of the name, or the words that describe who it is.
    pub name: String,
    pub office: Option<String>,
    pub anonymous: bool,
    pub outlet: bool,
    pub plural: bool,
    pub person: bool,
    /// *he* or *she*, where a word of theirs or a pronoun for them has told.
    pub gender: Option<Class>,
    /// The last word of a description: *official*, *sources*.
    pub head: String,
    /// Whom this one spoke through when last heard.
    pub via: Vec<usize>,
    /// The paragraph of that.
    pub paragraph: usize,
}

/// All voices of a document, in the order in which they are heard.
pub(crate) struct Voices<'r, 'p, 't> {
    reader: &'r Reader<'p, 't>,
    pub all: Vec<Voice>,
    /// Numbers of voices, the last heard at the end.
    heard: Vec<usize>,
    /// Where the last source stood that was asked for.
    last_at: usize,
    /// The outlet of whose report the document speaks, once somebody asked.
    of_report: OnceCell<Option<Named>>,
}

/// A source, found among the voices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heard {
    pub voice: usize,
    /// By a pronoun or a definite description: it goes on with what was told before.
    pub again: bool,
}

impl<'r, 'p, 't> Voices<'r, 'p, 't> {
    pub(crate) fn new(reader: &'r Reader<'p, 't>) -> Self {
        Self { reader, all: Vec::new(), heard: Vec::new(), last_at: 0, of_report: OnceCell::new() }
    }

    /// The voice that a source names, a new one if need be.
    pub(crate) fn of(&mut self, source: &Range<usize>) -> Heard {
        let introduced = self.introduced(source).or_else(|| self.head_of_sentence(source));
        let introduced = introduced.or_else(|| self.named_in_sentence(source));
        let introduced = introduced.map(|known| self.named(&known));
        let found = introduced.or_else(|| self.pronoun(source)).or_else(|| self.described(source));
        let heard = match found {
            Some(voice) => Heard { voice, again: true },
            None => Heard { voice: self.named(source), again: false },
        };
        self.hear(heard.voice);
        if let Some(voice) = self.all.get_mut(heard.voice).filter(|voice| voice.person && voice.gender.is_none()) {
            // *his spokeswoman*: not he.
            let own = |at: &usize| source.len() == 1 || self.reader.tag(*at) != Tag::Possessive;
            voice.gender = source.clone().filter(own).find_map(|at| gender_of(self.reader, at));
        }
        self.last_at = self.last_at.max(source.start);
        heard
    }

    /// This one was heard last.
    pub(crate) fn hear(&mut self, voice: usize) {
        self.heard.retain(|other| *other != voice);
        self.heard.push(voice);
        if self.heard.len() > HEARD_MOST {
            self.heard.remove(0);
        }
    }

    /// It was heard last, if it is a ministry or the like: of two persons, either may go on.
    pub(crate) fn hear_body(&mut self, voice: usize) {
        if self.all.get(voice).is_some_and(|voice| !voice.person && !voice.outlet && !voice.plural) {
            self.hear(voice);
        }
    }

    /// It was heard last, if it is an outlet.
    pub(crate) fn hear_outlet(&mut self, voice: usize) {
        if self.all.get(voice).is_some_and(|voice| voice.outlet) {
            self.hear(voice);
        }
    }

    /// The last outlet that was heard.
    pub(crate) fn last_outlet(&self) -> Option<usize> {
        self.last(|voice| voice.outlet)
    }

    fn last(&self, is: impl Fn(&Voice) -> bool) -> Option<usize> {
        self.heard.iter().rev().copied().find(|number| self.all.get(*number).is_some_and(&is))
    }

    /// *Her delegation is led by Mara Lind, the mayor. “…,” she said*: who was named last in the paragraph, where nobody has
    /// spoken in it yet.
    fn introduced(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let person = source.len() == 1 && reader.classes(source.start).any(&[Class::Masculine, Class::Feminine]);
        let paragraph = reader.sentence_of(source.start).filter(|_| person)?.1.paragraph;
        let spoken = self.last(|voice| voice.person && !voice.plural);
        if spoken.and_then(|voice| self.all.get(voice)).is_some_and(|voice| voice.paragraph == paragraph) {
            return self.begins_sentence(source.start);
        }
        let here = |at: &usize| reader.sentence_of(*at).is_some_and(|(_, sentence)| sentence.paragraph == paragraph);
        let mut before = (0..source.start).rev().take_while(here);
        let is_name = |at: usize| reader.tag(at) == Tag::Name && reader.quote_at(at).is_none();
        let no_person = [Class::Body, Class::OutletEnd, Class::Outlet, Class::Time, Class::Paper];
        let whole = |last: usize| {
            let name = last.checked_sub(1)?..last + 1;
            let whole = is_name(name.start) && is_name(last) && !is_name(last + 1);
            (whole && !name.clone().any(|at| reader.classes(at).any(&no_person))).then_some(name)
        };
        let name = before.find_map(whole)?;
        // With an office, before or behind it, or as the one whom the sentence is about.
        let first = reader.sentence_of(name.start).is_some_and(|(_, sentence)| sentence.tokens.start == name.start);
        let titled = |at: usize| reader.classes(at).any(&[Class::Title, Class::Speaker]);
        let office = titled(name.start) || name.start.checked_sub(1).is_some_and(titled);
        let known = first || office || reader.tag(name.end) == Tag::Comma;
        known.then_some(name)
    }

    /// *Lena Brenn left that open. “It is late,” she said*: of whom the sentence before is, if nobody has spoken since.
    fn begins_sentence(&self, pronoun: usize) -> Option<Range<usize>> {
        let reader = self.reader;
        let (number, here) = reader.sentence_of(pronoun)?;
        let before = reader.prose.sentences.get(number.checked_sub(1)?)?;
        let first = before.tokens.start;
        let phrase = first..reader.phrase_end(first, before.tokens.end);
        let last = phrase.end.checked_sub(1).filter(|last| *last > first)?;
        let no_person = [Class::Body, Class::OutletEnd, Class::Outlet, Class::Time, Class::Paper];
        let named = reader.tag(last) == Tag::Name && reader.tag_before(last) == Tag::Name;
        let person =
            named && !phrase.clone().any(|at| reader.classes(at).any(&no_person) || reader.quote_at(at).is_some());
        let known = reader.tag(phrase.end) == Tag::Comma || phrase.clone().any(|at| reader.has(at, Class::Title));
        (person && known && before.paragraph == here.paragraph && self.last_at < first).then_some(phrase)
    }

    /// *The ministry has promised more, it said*: the body with which the sentence begins.
    fn head_of_sentence(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let it = source.len() == 1 && (is_it(reader, source.start) || is_its(reader, source.start));
        let first = reader.sentence_of(source.start).filter(|_| it)?.1.tokens.start;
        let phrase = first..reader.phrase_end(first, source.start);
        let body = phrase.clone().any(|at| reader.has(at, Class::Body) && reader.quote_at(at).is_none());
        let body = body || names::outlet_in(reader, &phrase).is_some();
        (body && phrase.end < source.start).then_some(phrase)
    }

    fn pronoun(&self, source: &Range<usize>) -> Option<usize> {
        if source.len() != 1 {
            return None;
        }
        let classes = self.reader.classes(source.start);
        let tag = self.reader.tag(source.start);
        if !matches!(tag, Tag::Pronoun | Tag::Possessive | Tag::Object) {
            return None;
        }
        if let Some(gender) = gender_of(self.reader, source.start) {
            let fits = |voice: &Voice| voice.gender.is_none_or(|own| own == gender);
            return self.last(|voice| voice.person && !voice.plural && fits(voice));
        }
        if classes.has(Class::Plural) {
            return self.last(|voice| voice.plural).or_else(|| self.last(|voice| !voice.person));
        }
        if classes.has(Class::Thing) { self.last(|voice| !voice.person && !voice.plural) } else { None }
    }

    /// *the official*, *the newspaper*, *the report*.
    fn described(&self, source: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let definite = reader.has(source.start, Class::Definite);
        if !definite || source.clone().any(|at| reader.tag(at) == Tag::Comma) {
            return None;
        }
        let last = source.end.checked_sub(1)?;
        let head = reader.spelled(last).to_lowercase();
        if reader.tag(last) == Tag::Name && !reader.has(last, Class::Paper) {
            return None;
        }
        let short = source.len() <= 3;
        if reader.has(last, Class::Paper) && names::outlet_in(reader, source).is_none() {
            return self.last_outlet().filter(|_| short);
        }
        if !reader.classes(last).any(&[Class::Speaker, Class::Title]) || !short {
            return None;
        }
        // *the minister*, of *Finance Minister Mara Lind* or *Mara Lind, the finance minister*.
        let called: Vec<String> = (source.start + 1..source.end).map(|at| reader.spelled(at).to_lowercase()).collect();
        let called = called.join(" ");
        let holds = |office: &String| {
            let office = office.to_lowercase();
            office == called || office.ends_with(&format!(" {called}"))
        };
        // *the interior minister* is not *the foreign minister*; *the senior minister* may be either.
        let telling = (source.start + 1..last).filter(|at| !reader.has(*at, Class::Adjective));
        let telling: Vec<String> = telling.map(|at| reader.spelled(at).to_lowercase()).collect();
        let alike = |voice: &Voice| {
            let name = voice.name.to_lowercase();
            voice.head == head && telling.iter().all(|word| name.split_whitespace().any(|own| own == word))
        };
        self.last(|voice| alike(voice) || voice.person && voice.office.as_ref().is_some_and(holds))
    }

    /// *She told Transmar, the agency said*, *he told Radio Bay, according to the station’s website*: the outlet that the sentence
    /// has named before.
    fn named_in_sentence(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let last = source.end.checked_sub(1)?;
        let owner =
            source.clone().find(|at| reader.tag(*at) == Tag::Possessive).and_then(|clitic| clitic.checked_sub(1));
        let owned =
            owner.is_some_and(|owner| reader.has(owner, Class::Publisher)) && reader.has(last, Class::Publisher);
        let paper = source.len() <= 3 && reader.has(last, Class::Paper);
        let meant = reader.has(source.start, Class::Definite) && (owned || paper);
        if !meant || names::outlet_in(reader, source).is_some() {
            return None;
        }
        let begin = reader.sentence_of(source.start)?.1.tokens.start;
        let outlet =
            |from: usize| names::outlet_in(reader, &(from..source.start)).filter(|outlet| outlet.start == from);
        (begin..source.start).rev().find_map(outlet)
    }

    /// *a report*: the outlet of whose report the document speaks by name, before or later (*the Bay News report*).
    fn reported(&self, source: &Range<usize>) -> Option<Named> {
        let last = source.end.checked_sub(1)?;
        let indefinite = source.len() == 2 && self.reader.has(source.start, Class::Single);
        let report = self.reader.word(last);
        if !indefinite || !self.reader.is(last, self.reader.known.report) {
            return None;
        }
        self.of_report.get_or_init(|| self.named_report(report)).clone()
    }

    /// The first outlet that stands before the word *report* in the document.
    fn named_report(&self, report: Word) -> Option<Named> {
        let tokens = self.reader.prose.tokens.len();
        let named = (0..tokens).filter(|at| self.reader.is(*at, report)).find_map(|at| {
            let before = at.checked_sub(1)?;
            let end = if self.reader.tag(before) == Tag::Possessive { before } else { at };
            let start = (0..end).rev().take_while(|at| self.reader.tag(*at) == Tag::Name).last()?;
            names::outlet_in(self.reader, &(start..end)).filter(|outlet| outlet.end == end)
        })?;
        Some(names::named(self.reader, &named))
    }

    /// A voice by its name or its whole description.
    fn named(&mut self, source: &Range<usize>) -> usize {
        let named = self.reported(source).unwrap_or_else(|| names::named(self.reader, source));
        let known = self.last(|voice| same(voice, &named));
        let number = known.unwrap_or(self.all.len());
        if known.is_none() {
            self.all.push(self.voice(source, &named));
        }
        if let Some(voice) = self.all.get_mut(number) {
            let longer = named.name.split_whitespace().count() > voice.name.split_whitespace().count();
            if longer {
                voice.name.clone_from(&named.name);
            }
            if voice.office.is_none() {
                voice.office.clone_from(&named.office);
            }
        }
        number
    }

    fn voice(&self, source: &Range<usize>, named: &Named) -> Voice {
        let reader = self.reader;
        let head_at = named.head;
        let spelled = reader.spelled(head_at);
        let speaker = reader.has(head_at, Class::Speaker);
        let body = reader.has(head_at, Class::Body);
        // *one of the trustees*
        let one = reader.has(head_at, Class::Indefinite)
            && reader.has(head_at, Class::Number)
            && source.clone().any(|at| reader.speaks(at));
        // *Members*, with which a sentence begins, is no name.
        let noun =
            reader.tag(head_at) != Tag::Name || speaker || reader.prose.language.is_person(&spelled.to_lowercase());
        let many = spelled.ends_with('s') || spelled.ends_with("men") || spelled == "people";
        let plural = noun && many || source.clone().any(|at| reader.tag(at) == Tag::And);
        let unnamed = source.clone().any(|at| reader.has(at, Class::Unnamed));
        Voice {
            name: named.name.clone(),
            office: named.office.clone(),
            anonymous: !named.proper
                && !named.outlet
                && (unnamed
                    || (speaker && !names::is_office(reader, source, head_at))
                    || reader.has(head_at, Class::Indefinite)),
            outlet: named.outlet || reader.classes(head_at).any(&[Class::Publisher, Class::Story]) && !named.proper,
            plural,
            person: !named.outlet && !body && !plural && (named.personal || speaker || one),
            gender: None,
            head: spelled.to_lowercase(),
            via: Vec::new(),
            paragraph: 0,
        }
    }
}

/// *he*, *Mrs*, *spokeswoman*.
fn gender_of(reader: &Reader<'_, '_>, at: usize) -> Option<Class> {
    let ends = |ending: &str| reader.speaks(at) && reader.spelled(at).ends_with(ending);
    match () {
        () if reader.has(at, Class::Feminine) || ends("woman") => Some(Class::Feminine),
        () if reader.has(at, Class::Masculine) || ends("man") => Some(Class::Masculine),
        () => None,
    }
}

fn is_it(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.has(at, Class::Thing) && reader.tag(at) == Tag::Pronoun
}

fn is_its(reader: &Reader<'_, '_>, at: usize) -> bool {
    let other = [Class::Masculine, Class::Feminine, Class::Plural];
    reader.tag(at) == Tag::Possessive && reader.has(at, Class::Possessive) && !reader.classes(at).any(&other)
}

/// Are these one? By name: the same last word, in one spelling or nearly, and no other first name.
fn same(voice: &Voice, named: &Named) -> bool {
    if voice.name == named.name {
        return true;
    }
    if !named.proper || voice.outlet != named.outlet {
        return false;
    }
    if named.outlet {
        return names::is_short_for(&voice.name, &named.name) || names::is_short_for(&named.name, &voice.name);
    }
    // *a source in Irravel* is not Irravel.
    let first = voice.name.split_whitespace().next().unwrap_or_default();
    if first.starts_with(char::is_lowercase) || matches!(first, "A" | "An" | "One") {
        return false;
    }
    let words = || (voice.name.split_whitespace(), named.name.split_whitespace());
    let near = |a: Option<&str>, b: Option<&str>| a.zip(b).is_some_and(|(a, b)| names::nearly_equal(a, b));
    let ((mut one, mut other), (mut first, mut second)) = (words(), words());
    let last = near(one.next_back(), other.next_back());
    last && (one.next().is_none() || other.next().is_none() || near(first.next(), second.next()))
}
