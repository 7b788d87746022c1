//! Does a word look like a known name and is none? A slip of the pen, another spelling, or a letter of another script.
//!
//! Known are the words of what parties, bodies, persons and sources are called. A word of the case's prose or of a quote
//! is told of where it is one slip from the name of a party or person; each spelling once. Kept silent: short words,
//! words that the case also writes small, those that only go on where the name ends (*Tarvian*, *Tarvia's*), and those
//! that differ in the last letters in a script whose languages inflect names (Cyrillic, Greek and others but Latin).

use super::Resolver;
use crate::lookalike::{Foreign, mixed};
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::ast::{Item, ItemKind, Words};
use zopa_syntax::{Diagnostic, Span, composed, near};

/// Shorter words are one slip from too many others.
const SHORTEST: usize = 6;
/// Longer ones are no names.
const LONGEST: usize = 40;
/// Letters at the end of a name that an inflection may change.
const INFLECTED: usize = 3;

/// Words of the case with the place of the first.
struct Seen<'a> {
    words: BTreeMap<&'a str, Span>,
    small: BTreeSet<String>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn warn_spelling(&mut self, items: &'a [Item]) {
        let known = Known::of(items);
        let mut seen = Seen { words: BTreeMap::new(), small: BTreeSet::new() };
        items.iter().for_each(|item| texts(item, &mut |words| seen.see(words)));
        let mut told: Vec<(Span, Diagnostic)> = Vec::new();
        for (word, span) in &seen.words {
            let diagnostic = match mixed(word) {
                Some(foreign) => Some(letters(word, *span, foreign)),
                None => seen.is_name(word).then(|| known.slip(word)).flatten().map(|name| slip(word, *span, name)),
            };
            told.extend(diagnostic.map(|diagnostic| (*span, diagnostic)));
        }
        told.sort_by_key(|(span, _)| *span);
        told.into_iter().for_each(|(_, told)| self.report(told));
    }
}

impl<'a> Seen<'a> {
    fn see(&mut self, text: &'a Words) {
        for word in words(&text.text) {
            if word.chars().next().is_some_and(char::is_lowercase) {
                self.small.insert(small(word));
            }
            // The place is that of the text: prose may go on over lines, and its words have no places of their own.
            self.words.entry(word).or_insert(text.span);
        }
    }

    /// Written large, as far as its script knows that, and never small.
    fn is_name(&self, word: &str) -> bool {
        let length = word.chars().count();
        let large = word.chars().next().is_some_and(|c| !c.is_lowercase());
        (SHORTEST..=LONGEST).contains(&length) && large && !self.small.contains(&small(word))
    }
}

/// A name of a party or person, with its place.
#[derive(Clone, Copy)]
struct Called<'a> {
    word: &'a str,
    name: &'a str,
    span: Span,
}

/// What somebody is called.
struct Known<'a> {
    all: BTreeSet<String>,
    /// Names with one letter left out, and whole: whatever is one slip from a name meets it here (W. Garbe's symmetric
    /// deletions).
    shortened: BTreeMap<String, Vec<Called<'a>>>,
}

impl<'a> Known<'a> {
    fn of(items: &'a [Item]) -> Known<'a> {
        let mut known = Known { all: BTreeSet::new(), shortened: BTreeMap::new() };
        for item in items {
            match &item.kind {
                ItemKind::Party { name, title, also } => {
                    also.iter().chain([title]).for_each(|text| known.called(text, &name.text, one_word));
                }
                ItemKind::Person { name, title, also, .. } => {
                    also.iter().chain([title]).for_each(|text| known.called(text, &name.text, last_word));
                }
                ItemKind::Body { name, title, .. } => known.called(title, &name.text, one_word),
                ItemKind::Anonymous { title, .. } => known.mention(&title.text),
                ItemKind::Source(source) => known.mention(&source.title.text),
                _ => {}
            }
        }
        known
    }

    fn mention(&mut self, text: &str) {
        self.all.extend(words(text).map(small));
    }

    fn called(&mut self, text: &'a Words, name: &'a str, pick: fn(&'a str) -> Option<&'a str>) {
        self.mention(&text.text);
        let Some(word) = pick(&text.text) else { return };
        if (SHORTEST..=LONGEST).contains(&word.chars().count()) {
            let called = Called { word, name, span: text.span };
            shortened(word).into_iter().for_each(|key| self.shortened.entry(key).or_default().push(called));
        }
    }

    /// The name that a word is one slip from, if it is none itself.
    fn slip(&self, word: &str) -> Option<Called<'a>> {
        let small = small(word);
        if self.all.contains(&small) {
            return None;
        }
        let near = shortened(word).into_iter().filter_map(|key| self.shortened.get(&key)).flatten();
        let mut near = near.filter(|called| is_slip(&small, &self::small(called.word)));
        near.next().copied()
    }
}

/// In small letters, accents and all.
fn small(word: &str) -> String {
    composed(word).to_lowercase()
}

fn one_word(text: &str) -> Option<&str> {
    let mut all = words(text);
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

fn last_word(text: &str) -> Option<&str> {
    words(text).last()
}

/// The word, small, and the word with each of its letters left out.
fn shortened(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = small(word).chars().collect();
    let without = |at: usize| letters.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, c)| *c).collect();
    (0..=letters.len()).map(without).collect()
}

/// One slip apart, and not merely another ending.
fn is_slip(word: &str, name: &str) -> bool {
    if near::nearest_with_slips(word, [name]).is_none_or(|(_, slips)| slips != 1) {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), name.chars().collect());
    let alike = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    if !name.chars().any(|c| c.is_ascii_alphabetic()) {
        return alike + INFLECTED < a.len().min(b.len());
    }
    // Another ending: `Tarvia`, `Tarvian`; but a letter doubled is a slip: `Zelensky`, `Zelenskyy`.
    let (shorter, longer) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    let goes_on = shorter.len() < longer.len() && alike == shorter.len();
    !goes_on || longer.last() == shorter.last()
}

/// Words in letters, without an English possessive ending.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’') && !is_mark(c));
    parts
        .map(|word| word.trim_matches(['\'', '’']))
        .map(without_possessive)
        .filter(|word| word.chars().any(char::is_alphabetic))
}

fn without_possessive(word: &str) -> &str {
    ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// Accents that stand by themselves, and the signs of Arabic, Hebrew and the scripts of India.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{d7f}')
}

/// Every text that the analyst wrote, and every quote.
fn texts<'a>(item: &'a Item, see: &mut dyn FnMut(&'a Words)) {
    item.quotes.iter().for_each(|quote| see(&quote.words));
    match &item.kind {
        ItemKind::Claim(claim) => {
            see(&claim.title);
            claim.statements.iter().filter_map(|statement| statement.because.as_ref()).for_each(&mut *see);
            claim.sayings.iter().flat_map(|saying| &saying.quotes).for_each(|quote| see(&quote.words));
        }
        ItemKind::Question { title, answers, .. } => {
            see(title);
            answers.iter().filter_map(|answer| answer.title.as_ref()).for_each(&mut *see);
        }
        ItemKind::Issue { title, options, .. } => {
            see(title);
            options.iter().filter_map(|option| option.title.as_ref()).for_each(&mut *see);
            options.iter().flat_map(|option| &option.quotes).for_each(|quote| see(&quote.words));
        }
        ItemKind::Rule { because, .. } => because.iter().for_each(&mut *see),
        ItemKind::Step { title, .. } | ItemKind::Gate { title, .. } | ItemKind::Define { title, .. } => {
            title.iter().for_each(&mut *see);
        }
        ItemKind::Track { title, .. } | ItemKind::Event { title, .. } | ItemKind::Commitment { title, .. } => {
            see(title)
        }
        ItemKind::Party { title, also, .. } | ItemKind::Person { title, also, .. } => {
            also.iter().chain([title]).for_each(&mut *see)
        }
        ItemKind::Body { title, .. } | ItemKind::Anonymous { title, .. } => see(title),
        ItemKind::Source(source) => see(&source.title),
        ItemKind::Round(_) | ItemKind::Case { .. } => {}
    }
}

fn slip(word: &str, span: Span, called: Called<'_>) -> Diagnostic {
    let message = format!("`{word}` is one slip from `{}`, and no name of the case", called.word);
    let help = format!(
        "write `{}`; or, if `{word}` is another spelling of it, add `also \"{word}\"` to `{}`",
        called.word, called.name
    );
    Diagnostic::warning("name-alike", span, message, help).labelled("spelled so here").and(called.span, "the name")
}

fn letters(word: &str, span: Span, foreign: Foreign) -> Diagnostic {
    let message = format!("`{word}` mixes letters of two scripts: {}", foreign.told());
    let help = "type the word again in one script; a search for it finds nothing, and a reader sees no difference";
    Diagnostic::warning("letters-mixed", span, message, help).labelled("mixed here")
}
