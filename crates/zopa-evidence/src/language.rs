//! What does the program know of a language?
//!
//! Everything stands in the files of `data/LANGUAGE`, which are read once, when the language is first asked for. A line
//! that cannot be read is left out here and reported by a test.

use std::sync::OnceLock;

use crate::classes::{Class, Classes};
use crate::frames::{Frame, Frames};
use crate::inflect;
use crate::table::Table;
use crate::token::Word;

/// The files of one language.
struct Files {
    abbreviations: &'static str,
    classes: &'static str,
    verbs: &'static str,
    plain_verbs: &'static str,
    nouns: &'static str,
    adjectives: &'static str,
    people: &'static str,
    labels: &'static str,
}

const ENGLISH: Files = Files {
    abbreviations: include_str!("../data/en/abbreviations.txt"),
    classes: include_str!("../data/en/classes.txt"),
    verbs: include_str!("../data/en/verbs.txt"),
    plain_verbs: include_str!("../data/en/plain-verbs.txt"),
    nouns: include_str!("../data/en/nouns.txt"),
    adjectives: include_str!("../data/en/adjectives.txt"),
    people: include_str!("../data/en/people.txt"),
    labels: include_str!("../data/en/labels.txt"),
};

/// Words that rules ask for by name.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub of: Word,
    pub as_: Word,
    /// *At*, before a number.
    pub at: Word,
    pub according: Word,
    /// Before those somebody spoke with.
    pub with: Word,
    /// Before who does what is told in the passive.
    pub by: Word,
    pub report: Word,
    /// Let it be *known*.
    pub known: Word,
    /// *Under* a draft.
    pub under: Word,
    pub per: Word,
    pub from: Word,
    pub through: Word,
    /// Or *so* they claim.
    pub so: Word,
}

/// The longest word that the tables can have.
const LONGEST: usize = 40;

/// What the files of a language say, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Language {
    table: Table,
    entries: Vec<Entry>,
    verbs: Vec<Verb>,
    never_ends: Vec<String>,
    may_end: Vec<String>,
    before_number: Vec<String>,
    /// Nouns for those who speak, beside the classes.
    people: Vec<String>,
    /// Words that label a line of a page.
    labels: Vec<String>,
    /// Lines that could not be read.
    pub(crate) unread: Vec<String>,
    known: OnceLock<Known>,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    classes: Classes,
    /// Its verb, counted from 1.
    verb: u16,
    /// The noun of saying, counted from 1 among the verbs: it has frames as they have.
    noun: u16,
}

/// A verb that tells who said or thinks what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verb {
    pub frames: Frames,
    /// Prepositions that lead to the content.
    pub prepositions: Vec<Word>,
    /// With a particle (*point out*), other frames.
    pub particles: Vec<(Word, Frame)>,
    /// The name of the act in the data; empty for a report.
    pub act: String,
}

impl Language {
    /// English.
    pub fn english() -> &'static Self {
        static READ: OnceLock<Language> = OnceLock::new();
        READ.get_or_init(|| Self::read(&ENGLISH))
    }

    fn read(files: &Files) -> Self {
        let mut language = Self { entries: vec![Entry::default()], ..Self::default() };
        language.read_abbreviations(files.abbreviations);
        for line in lines(files.classes) {
            language.read_class(line);
        }
        for line in lines(files.verbs) {
            language.read_verb(line);
        }
        for line in lines(files.nouns) {
            language.read_noun(line, Class::NounCue);
        }
        for line in lines(files.adjectives) {
            language.read_noun(line, Class::Adjective);
        }
        for verb in lines(files.plain_verbs).flat_map(|line| line.split(',')) {
            language.put_forms(verb, 0);
        }
        language.people = sorted(files.people);
        language.labels = sorted(files.labels);
        language
    }

    fn read_abbreviations(&mut self, file: &str) {
        let mut list = &mut self.never_ends;
        for line in lines(file) {
            match line {
                "[never-ends]" => list = &mut self.never_ends,
                "[may-end]" => list = &mut self.may_end,
                "[before-number]" => list = &mut self.before_number,
                words => list.extend(words.split_whitespace().map(str::to_owned)),
            }
        }
        for list in [&mut self.never_ends, &mut self.may_end, &mut self.before_number] {
            list.sort_unstable();
        }
    }

    fn read_class(&mut self, line: &str) {
        let Some((class, words)) = line.split_once(':').and_then(|(name, words)| Some((Class::named(name)?, words)))
        else {
            self.unread.push(line.to_owned());
            return;
        };
        for word in words.split_whitespace() {
            if let Some(entry) = self.entry(word) {
                entry.classes.add(class);
            }
        }
    }

    /// `say said = quote that ! report`
    fn read_verb(&mut self, line: &str) {
        let Some((verb, rest)) = line.split_once('=') else {
            self.unread.push(line.to_owned());
            return;
        };
        let (frames, act) = rest.split_once('!').unwrap_or((rest, ""));
        let base = verb.split_whitespace().next().unwrap_or("");
        let known = self.table.get(base);
        let number = match self.entries.get(usize::from(known.0)).map_or(0, |entry| entry.verb) {
            0 => {
                self.verbs.push(Verb::default());
                u16::try_from(self.verbs.len()).unwrap_or(0)
            }
            number => number,
        };
        self.put_forms(verb, number);
        for frame in frames.split_whitespace() {
            self.add_frame(number, frame);
        }
        if let Some(verb) = self.verb_numbered_mut(number).filter(|_| !act.trim().is_empty()) {
            verb.act = act.trim().to_owned();
        }
    }

    /// `denial denials = of that ! denial`, and adjectives the same way.
    fn read_noun(&mut self, line: &str, class: Class) {
        let Some((words, rest)) = line.split_once('=') else {
            self.unread.push(line.to_owned());
            return;
        };
        let (frames, act) = rest.split_once('!').unwrap_or((rest, ""));
        self.verbs.push(Verb { act: act.trim().to_owned(), ..Verb::default() });
        let number = u16::try_from(self.verbs.len()).unwrap_or(0);
        for frame in frames.split_whitespace() {
            self.add_frame(number, frame);
        }
        for word in words.split_whitespace() {
            if let Some(entry) = self.entry(word) {
                (entry.noun, entry.classes) = (number, {
                    let mut classes = entry.classes;
                    classes.add(class);
                    classes
                });
            }
        }
    }

    fn add_frame(&mut self, number: u16, frame: &str) {
        if let Some((particle, frame)) = frame.split_once(':') {
            let Some(frame) = Frame::named(frame) else { return self.unread.push(frame.to_owned()) };
            let particle = self.table.put(particle);
            self.fill();
            if let Some(verb) = self.verb_numbered_mut(number) {
                verb.particles.push((particle, frame));
            }
        } else if let Some(frame) = Frame::named(frame) {
            if let Some(verb) = self.verb_numbered_mut(number) {
                verb.frames.add(frame);
            }
        } else {
            let word = self.table.get(frame.strip_suffix("-np").unwrap_or(frame));
            if !self.classes(word).has(Class::Preposition) && !self.classes(word).has(Class::To) {
                self.unread.push(frame.to_owned());
            } else if let Some(verb) = self.verb_numbered_mut(number) {
                verb.prepositions.push(word);
            }
        }
    }

    fn verb_numbered_mut(&mut self, number: u16) -> Option<&mut Verb> {
        self.verbs.get_mut(usize::from(number).checked_sub(1)?)
    }

    fn put_forms(&mut self, verb: &str, number: u16) {
        let words: Vec<&str> = verb.split_whitespace().collect();
        let Some(forms) = inflect::forms(&words) else { return };
        let all = [
            (&forms.base, Class::Base),
            (&forms.third, Class::Third),
            (&forms.past, Class::Past),
            (&forms.participle, Class::Participle),
            (&forms.gerund, Class::Gerund),
        ];
        for (form, class) in all {
            if let Some(entry) = self.entry(form) {
                entry.classes.add(class);
                if entry.verb == 0 {
                    entry.verb = number;
                }
            }
        }
    }

    /// The entry of a word, made if it is new.
    fn entry(&mut self, word: &str) -> Option<&mut Entry> {
        let word = self.table.put(word);
        self.fill();
        self.entries.get_mut(usize::from(word.0))
    }

    fn fill(&mut self) {
        self.entries.resize(self.table.len() + 1, Entry::default());
    }

    /// Words that rules ask for by name, looked up once.
    pub(crate) fn known(&self) -> &Known {
        self.known.get_or_init(|| self.look_up_known())
    }

    fn look_up_known(&self) -> Known {
        let one = |word: &str| self.table.get(word);
        Known {
            of: one("of"),
            as_: one("as"),
            at: one("at"),
            according: one("according"),
            with: one("with"),
            by: one("by"),
            report: one("report"),
            known: one("known"),
            under: one("under"),
            per: one("per"),
            from: one("from"),
            through: one("through"),
            so: one("so"),
        }
    }

    /// The number of a word, whatever its case; a curly apostrophe is as good as a straight one.
    pub(crate) fn look_up(&self, word: &str) -> Word {
        let mut buffer = [0_u8; LONGEST];
        if !word.is_ascii() {
            return if word.len() > LONGEST { Word::UNKNOWN } else { self.table.get(&word.to_lowercase()) };
        }
        let Some(lower) = buffer.get_mut(..word.len()) else { return Word::UNKNOWN };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).map_or(Word::UNKNOWN, |lower| self.table.get(lower))
    }

    /// What a word can be.
    pub fn classes(&self, word: Word) -> Classes {
        self.entries.get(usize::from(word.0)).map_or(Classes::default(), |entry| entry.classes)
    }

    /// The verb of saying or thinking of which `word` is a form.
    pub(crate) fn verb(&self, word: Word) -> Option<&Verb> {
        let number = self.entries.get(usize::from(word.0))?.verb;
        self.verbs.get(usize::from(number).checked_sub(1)?)
    }

    /// The noun or adjective of saying that `word` is.
    pub(crate) fn noun(&self, word: Word) -> Option<&Verb> {
        let number = self.entries.get(usize::from(word.0))?.noun;
        self.verbs.get(usize::from(number).checked_sub(1)?)
    }

    /// Is it a form of a verb that introduces direct speech?
    pub fn introduces_quote(&self, word: Word) -> bool {
        self.verb(word).is_some_and(|verb| verb.frames.has(Frame::Quote))
    }

    /// Does a label end so that stands before a line of a page, such as *Photo*?
    pub(crate) fn is_label(&self, word: &str) -> bool {
        listed(&self.labels, word)
    }

    /// Is it a noun for those who speak that no class has?
    pub(crate) fn is_person(&self, word: &str) -> bool {
        listed(&self.people, word)
    }

    /// Is it an abbreviation, its full stop included? Some are, only before a number.
    pub(crate) fn is_abbreviation(&self, word: &str, before_number: bool) -> bool {
        let lists = [Some(&self.never_ends), Some(&self.may_end), before_number.then_some(&self.before_number)];
        word.len() <= 8 && lists.into_iter().flatten().any(|list| listed(list, word))
    }

    /// May a sentence end with this abbreviation? One with points between letters may, whether listed or not.
    pub(crate) fn may_end_sentence(&self, word: &str) -> bool {
        listed(&self.may_end, word) || (word.matches('.').count() > 1 && !listed(&self.never_ends, word))
    }
}

fn listed(list: &[String], word: &str) -> bool {
    let folded = word.to_lowercase();
    list.binary_search(&folded).is_ok()
}

/// The words of a file.
fn sorted(file: &str) -> Vec<String> {
    let mut words: Vec<String> = lines(file).flat_map(str::split_whitespace).map(str::to_owned).collect();
    words.sort_unstable();
    words
}

fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_is_read() {
        assert_eq!(Language::english().unread, Vec::<String>::new());
    }

    #[test]
    fn words_are_found_in_any_case_with_any_apostrophe() {
        let english = Language::english();
        assert!(english.classes(english.look_up("The")).has(Class::Article));
        assert!(english.classes(english.look_up("CAN’T")).has(Class::Modal));
        assert!(english.introduces_quote(english.look_up("Said")));
        assert!(english.is_abbreviation("Gen.", false));
        assert!(!english.is_abbreviation("word.", true));
        assert!(english.is_abbreviation("No.", true) && !english.is_abbreviation("No.", false));
        assert!(english.may_end_sentence("U.S."));
    }
}
