//! Which declared name did somebody probably mean?
//!
//! The one fewest slips away; but before that one that looks the same (capitals, letters of another script), and one whose
//! party, person or option is called so.

use super::Resolver;
use super::names::Meaning;
use crate::lookalike::{Foreign, foreign, skeleton};
use zopa_syntax::near;

/// Names that are compared with misspelt ones, all together, at most. What comes after that is told without a guess.
const COMPARED: usize = 1_000_000;

/// A name that was probably meant.
pub(crate) struct Meant<'n> {
    /// The name.
    pub name: &'n str,
    why: Why,
}

enum Why {
    Slip,
    Capitals,
    Letters(Foreign),
    Called(String),
}

impl Meant<'_> {
    /// The question to the user.
    pub fn asked(&self) -> String {
        let name = self.name;
        match &self.why {
            Why::Slip => format!("did you mean `{name}`?"),
            Why::Capitals => format!("did you mean `{name}`? capitals and small letters differ"),
            Why::Letters(foreign) => format!("did you mean `{name}`? {}", foreign.told()),
            Why::Called(text) => format!("did you mean `{name}`, which is \"{text}\"?"),
        }
    }
}

impl Meant<'_> {
    /// The same, with what else there is to say.
    pub fn asked_with(&self, more: &str) -> String {
        let asked = self.asked();
        if asked.ends_with('?') { format!("{asked} {more}") } else { format!("{asked}; {more}") }
    }
}

/// The name that was probably meant, among names with what they are called.
pub(crate) fn among<'n>(word: &str, known: impl Iterator<Item = (&'n str, &'n str)> + Clone) -> Option<Meant<'n>> {
    let names = known.clone().map(|(name, _)| name);
    like(word, names.clone()).or_else(|| called(word, known)).or_else(|| slip(word, names))
}

/// A name that looks the same.
fn like<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<Meant<'n>> {
    let (small, shape) = (word.to_lowercase(), skeleton(word));
    let why = |name: &str| {
        if name.to_lowercase() == small {
            return Some(Why::Capitals);
        }
        (skeleton(name) == shape).then(|| foreign(word, name).map(Why::Letters)).flatten()
    };
    names.filter_map(|name| why(name).map(|why| Meant { name, why })).next()
}

/// A name whose thing is called by this word: by its title or another spelling, or by the last word of one.
fn called<'n>(word: &str, known: impl Iterator<Item = (&'n str, &'n str)>) -> Option<Meant<'n>> {
    let small = word.to_lowercase();
    let is = |text: &str| {
        let text = text.to_lowercase();
        text == small || text.replace(' ', "-") == small || text.split_whitespace().next_back() == Some(&small)
    };
    let found =
        known.filter(|(_, text)| is(text)).map(|(name, text)| Meant { name, why: Why::Called(text.to_owned()) });
    found.into_iter().next()
}

fn slip<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<Meant<'n>> {
    near::nearest(word, names).map(|name| Meant { name, why: Why::Slip })
}

impl<'a> Resolver<'a> {
    /// The name that was probably meant, among those of a kind.
    pub(crate) fn meant(&mut self, word: &str, fits: impl Fn(Meaning<'a>) -> bool) -> Option<Meant<'a>> {
        self.compared += self.names.count();
        if self.compared > COMPARED {
            return None;
        }
        let names: Vec<(&'a str, Meaning<'a>)> = self.names.all().filter(|(_, meaning)| fits(*meaning)).collect();
        let only = names.iter().map(|(name, _)| *name);
        if let Some(meant) = like(word, only.clone()) {
            return Some(meant);
        }
        let texts: Vec<(&'a str, String)> =
            names.iter().flat_map(|(name, meaning)| self.texts_of(name, *meaning)).collect();
        let named = called(word, texts.iter().map(|(name, text)| (*name, text.as_str())));
        let named = named.map(|meant| (meant.name.to_owned(), meant.why));
        match named.and_then(|(name, why)| self.names.key(&name).map(|name| Meant { name, why })) {
            Some(meant) => Some(meant),
            None => slip(word, only),
        }
    }

    /// What a party or person is called: title and other spellings.
    fn texts_of(&self, name: &'a str, meaning: Meaning<'a>) -> Vec<(&'a str, String)> {
        let texts: Vec<&String> = match meaning {
            Meaning::Party(id) => {
                self.case.parties.row(id).into_iter().flat_map(|p| p.also.iter().chain([&p.title])).collect()
            }
            Meaning::Speaker(id) => {
                self.case.speakers.row(id).into_iter().flat_map(|s| s.also.iter().chain([&s.title])).collect()
            }
            _ => Vec::new(),
        };
        texts.into_iter().map(|text| (name, text.clone())).collect()
    }
}
