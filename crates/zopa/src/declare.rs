//! What does a change name that the case has not yet, and where is it declared?
//!
//! Whoever writes a statement names parties, issues and options in their own words. What the case knows by that name, title
//! or other spelling is meant; what it does not know is declared, after the last item of its kind, in the case file of that
//! kind, and never among suggestions. What something private names for the first time stays at the desk with it.

mod home;
mod known;

use crate::{Read, Texts};
use known::{Known, is_spelled, known};
use std::collections::BTreeSet;
use zopa_syntax::keywords::{ItemWord, item_form};
use zopa_syntax::write::{is_name, name, text};
use zopa_syntax::{FileId, Part, Span};

/// Words that name something, and the title that was given with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub words: String,
    pub title: Option<String>,
}

impl Phrase {
    pub fn of(words: &str) -> Phrase {
        Phrase { words: words.trim().to_owned(), title: None }
    }

    /// The title: the one given, or the words; of a bare name, its parts.
    fn title(&self) -> String {
        let words = self.title.as_deref().unwrap_or(&self.words);
        if !is_name(words) || words.contains(char::is_uppercase) {
            return words.to_owned();
        }
        let spaced = words.replace(['-', '_'], " ");
        let mut letters = spaced.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

/// Something new: its head line and the lines under it.
struct New {
    word: ItemWord,
    name: String,
    title: String,
    also: Vec<String>,
    /// What its head line says after the title.
    rest: String,
    under: Vec<String>,
    /// It stays at the desk, and this file names it.
    private: Option<FileId>,
}

impl New {
    fn head(&self) -> String {
        let also: Vec<String> = self.also.iter().map(|words| text(words)).collect();
        let also = if also.is_empty() { String::new() } else { format!(" also {}", also.join(", ")) };
        format!("{} {} {}{also}{}", item_form(self.word).word, self.name, text(&self.title), self.rest)
    }
}

/// Looks names up, and keeps what is to be declared.
pub(crate) struct Declaring<'a> {
    texts: &'a Texts,
    read: &'a Read,
    /// What names it stays at the desk, and stands in this file.
    pub private: Option<FileId>,
    taken: BTreeSet<String>,
    known: Vec<Known>,
    new: Vec<New>,
    /// Options of issues that are there: where the issue stands, and the line.
    options: Vec<(Span, String)>,
    /// Other names of items that are there: where those stand, and the words.
    also: Vec<(Span, String)>,
}

impl<'a> Declaring<'a> {
    /// For a change at a place of the case.
    pub fn at(texts: &'a Texts, read: &'a Read, place: Span) -> Declaring<'a> {
        let private = read.tree.why(Part::Private, place).map(|_| place.file);
        Declaring::new(texts, read, private)
    }

    /// For a change that stays at the desk, beside a file, or for one of everybody's.
    pub fn new(texts: &'a Texts, read: &'a Read, private: Option<FileId>) -> Declaring<'a> {
        let taken = read.tree.declared.iter().map(|declared| declared.name.text.clone()).collect();
        let known = read.tree.items.iter().filter_map(known).collect();
        Declaring { texts, read, private, taken, known, new: Vec::new(), options: Vec::new(), also: Vec::new() }
    }

    /// Is it in the case under this name, title or spelling?
    pub fn find(&self, kinds: &[ItemWord], words: &str) -> Option<&str> {
        self.known(kinds, words).map(|known| known.name.as_str())
    }

    /// The names of what is of a kind.
    pub fn names(&self, kind: ItemWord) -> impl Iterator<Item = &str> {
        self.known.iter().filter(move |known| known.word == kind).map(|known| known.name.as_str())
    }

    /// Every spelling of what is of these kinds, and of options.
    pub fn spellings(&self, kinds: &[ItemWord]) -> Vec<&str> {
        let of_kind = self.known.iter().filter(|known| kinds.contains(&known.word));
        let each = of_kind.flat_map(|known| known.spelled.iter().chain(known.options.iter().flat_map(|(_, all)| all)));
        each.map(String::as_str).collect()
    }

    fn known(&self, kinds: &[ItemWord], words: &str) -> Option<&Known> {
        let mut of_kind = self.known.iter().filter(|known| kinds.contains(&known.word));
        let named = of_kind.clone().find(|known| known.name == words);
        named.or_else(|| of_kind.find(|known| is_spelled(&known.spelled, words)))
    }

    /// The party or body that is meant: a person stands for the one it speaks for.
    pub fn party(&mut self, phrase: &Phrase) -> String {
        let found = self.known(&[ItemWord::Party, ItemWord::Body], &phrase.words).map(|known| known.name.clone());
        let of = || self.known(&[ItemWord::Person], &phrase.words).and_then(|known| known.of.clone());
        found.or_else(of).unwrap_or_else(|| self.item(ItemWord::Party, phrase, "party", ""))
    }

    /// The issue that is meant.
    pub fn issue(&mut self, phrase: &Phrase) -> String {
        let found = self.find(&[ItemWord::Issue], &phrase.words).map(str::to_owned);
        found.unwrap_or_else(|| self.item(ItemWord::Issue, phrase, "issue", ""))
    }

    /// The option that is meant, of an issue that is there or new.
    pub fn option(&mut self, issue: &str, phrase: &Phrase) -> String {
        let is_it = |known: &&mut Known| known.word == ItemWord::Issue && known.name == issue;
        let Some(known) = self.known.iter_mut().find(is_it) else { return phrase.words.clone() };
        let named = known.options.iter().find(|(name, _)| *name == phrase.words);
        let found = named.or_else(|| known.options.iter().find(|(_, spelled)| is_spelled(spelled, &phrase.words)));
        if let Some((name, _)) = found {
            return name.clone();
        }
        let made = fresh(phrase, "option", |name| known.options.iter().any(|(other, _)| other == name));
        let line = format!("option {made} {}", text(&phrase.title()));
        known.options.push((made.clone(), vec![phrase.words.clone(), phrase.title()]));
        match (known.at, self.new.iter_mut().find(|new| new.name == issue)) {
            (Some(at), _) => self.options.push((at, line)),
            (None, Some(new)) => new.under.push(line),
            (None, None) => {}
        }
        made
    }

    /// Declares an item of a kind; `rest` is what its head line says after the title.
    pub fn item(&mut self, word: ItemWord, phrase: &Phrase, fallback: &str, rest: &str) -> String {
        let name = fresh(phrase, fallback, |name| self.taken.contains(name));
        self.declare(word, name, phrase, rest)
    }

    /// Declares a person, called after the last part of the name.
    pub fn person(&mut self, full: &str, rest: &str) -> String {
        let last = Phrase::of(full.split_whitespace().next_back().unwrap_or_default());
        let name = fresh(&last, "person", |name| self.taken.contains(name));
        self.declare(ItemWord::Person, name, &Phrase::of(full), rest)
    }

    fn declare(&mut self, word: ItemWord, name: String, phrase: &Phrase, rest: &str) -> String {
        let title = phrase.title();
        self.taken.insert(name.clone());
        let spelled = vec![phrase.words.clone(), title.clone()];
        self.known.push(Known { word, name: name.clone(), spelled, options: Vec::new(), at: None, of: None });
        let (rest, private) = (rest.to_owned(), self.private);
        // In the order in which a case usually tells them.
        let place = self.new.iter().rposition(|other| other.word <= word).map_or(0, |last| last + 1);
        self.new
            .insert(place, New { word, name: name.clone(), title, also: Vec::new(), rest, under: Vec::new(), private });
        name
    }

    /// Another name of a party or a person, by its name.
    pub fn also(&mut self, name: &str, words: &str) {
        let Some(known) = self.known.iter_mut().find(|known| known.name == name) else { return };
        known.spelled.push(words.to_owned());
        match (known.at, self.new.iter_mut().find(|new| new.name == name)) {
            (Some(at), _) => self.also.push((at, words.to_owned())),
            (None, Some(new)) => new.also.push(words.to_owned()),
            (None, None) => {}
        }
    }

    /// How many options an issue has after the change.
    pub fn options_of(&self, issue: &str) -> usize {
        let known = self.known.iter().find(|known| known.word == ItemWord::Issue && known.name == issue);
        known.map_or(0, |known| known.options.len())
    }

    /// What is new, line by line, as it is written.
    pub fn lines(&self) -> Vec<String> {
        let items = self
            .new
            .iter()
            .flat_map(|new| std::iter::once(new.head()).chain(new.under.iter().map(|line| format!("  {line}"))));
        let of_issue = |at: &Span| {
            let known = self.known.iter().find(|known| known.at == Some(*at));
            format!("issue {}", known.map_or("", |known| &known.name))
        };
        let mut lines: Vec<String> = items.collect();
        let mut before = None;
        for (at, line) in &self.options {
            lines.extend((before != Some(at)).then(|| of_issue(at)));
            lines.push(format!("  {line}"));
            before = Some(at);
        }
        lines
    }
}

/// A name for it: as it was typed, if a title was given with it, else one made of the words.
fn fresh(phrase: &Phrase, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let typed = phrase.title.is_some() && is_name(&phrase.words) && !taken(&phrase.words);
    if typed { phrase.words.clone() } else { name(&phrase.words, fallback, taken) }
}
