//! What is each word where it stands: a noun, a verb, a name?
//!
//! One pass, left to right. A word of one class has it; one that may be a noun or a verb (*reports*, *claims*, *support*)
//! is told by its neighbours: after a determiner or an adjective a noun, after *to* or a modal a verb, after a name or a
//! plural noun a verb if something stands behind it that a verb would have. Words the language's tables do not know are
//! names if they have a capital letter within a sentence, else judged by their endings.

use std::ops::Range;

use crate::classes::{Class, Classes};
use crate::frames::Frame;
use crate::language::Verb;
use crate::prose::Prose;
use crate::token::{Token, TokenKind, Word};

/// What a token is where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Article,
    Possessive,
    Pronoun,
    Object,
    Noun,
    Name,
    Adjective,
    Number,
    Time,
    /// A verb with tense.
    Finite,
    /// A plain form after *to*, a modal or *do*.
    Base,
    /// A participle: passive, perfect, or after a noun.
    Participle,
    Gerund,
    Be,
    Have,
    Do,
    Modal,
    Not,
    Adverb,
    To,
    That,
    Which,
    Preposition,
    And,
    Subordinator,
    Comma,
    Colon,
    Stop,
    Dash,
    Bracket,
    Quote,
    Other,
}

impl Tag {
    /// May it be part of a noun phrase?
    pub(crate) fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Noun | Self::Name | Self::Adjective | Self::Number | Self::Time | Self::Possessive | Self::Article
        )
    }

    /// May a noun phrase end with it?
    pub(crate) fn ends_phrase(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number | Self::Time | Self::Pronoun | Self::Object)
    }

    /// May a noun phrase begin with it?
    pub(crate) fn begins_phrase(self) -> bool {
        self.is_nominal() || matches!(self, Self::Pronoun | Self::Object)
    }

    pub(crate) fn is_verb(self) -> bool {
        matches!(self, Self::Finite | Self::Base | Self::Participle | Self::Gerund)
    }

    pub(crate) fn is_auxiliary(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Do | Self::Modal)
    }

    /// A verb or auxiliary that has tense, and so a subject.
    pub(crate) fn is_tensed(self) -> bool {
        matches!(self, Self::Finite | Self::Be | Self::Have | Self::Do | Self::Modal)
    }
}

/// The tags of all tokens.
pub(crate) fn tags(prose: &Prose<'_>) -> Vec<Tag> {
    let mut tagger = Tagger {
        prose,
        tags: Vec::with_capacity(prose.tokens.len()),
        begin: 0,
        headline: false,
        from: prose.language.known().from,
    };
    for sentence in &prose.sentences {
        tagger.begin = sentence.tokens.start;
        tagger.headline = is_headline(prose, sentence.tokens.clone());
        for at in sentence.tokens.clone() {
            let tag = tagger.tag(at);
            tagger.tags.push(tag);
        }
    }
    tagger.tags
}

/// Are most of its longer words capitalised? Then a capital letter tells nothing.
fn is_headline(prose: &Prose<'_>, tokens: Range<usize>) -> bool {
    let words = prose.tokens.get(tokens).unwrap_or_default().iter();
    let (mut long, mut capital) = (0, 0);
    for token in words.filter(|token| token.kind == TokenKind::Word && token.span.end - token.span.start > 3) {
        long += 1;
        capital += usize::from(token.capital);
    }
    long >= 3 && capital * 10 >= long * 8
}

struct Tagger<'p, 't> {
    prose: &'p Prose<'t>,
    tags: Vec<Tag>,
    begin: usize,
    headline: bool,
    /// The word *from*.
    from: Word,
}

const NOUNS: [Class; 6] = [Class::Speaker, Class::Body, Class::Paper, Class::Thing, Class::Noun, Class::Title];
const FORMS: [Class; 5] = [Class::Base, Class::Third, Class::Past, Class::Participle, Class::Gerund];

impl Tagger<'_, '_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.prose.tokens.get(at)
    }

    fn classes(&self, at: usize) -> Classes {
        self.token(at).map_or(Classes::default(), |token| self.prose.language.classes(token.word))
    }

    /// The tag of the token `back` before the one in work, within its sentence.
    fn before(&self, at: usize, back: usize) -> Option<Tag> {
        let at = at.checked_sub(back).filter(|at| *at >= self.begin)?;
        self.tags.get(at).copied()
    }

    fn tag(&self, at: usize) -> Tag {
        let Some(token) = self.token(at) else { return Tag::Other };
        match token.kind {
            TokenKind::Comma => Tag::Comma,
            TokenKind::Colon => Tag::Colon,
            TokenKind::Stop => Tag::Stop,
            TokenKind::Dash => Tag::Dash,
            TokenKind::Bracket => Tag::Bracket,
            TokenKind::Quote(_) => Tag::Quote,
            TokenKind::Number => Tag::Number,
            TokenKind::Other => Tag::Other,
            TokenKind::Clitic => self.clitic(at),
            TokenKind::Word => self.word(at, token),
        }
    }

    fn clitic(&self, at: usize) -> Tag {
        let classes = self.classes(at);
        if classes.has(Class::Modal) {
            return Tag::Modal;
        }
        if classes.has(Class::Have) {
            return Tag::Have;
        }
        if !classes.has(Class::Possessive) {
            return Tag::Be;
        }
        let next = self.classes(at + 1);
        let after_pronoun = matches!(self.before(at, 1), Some(Tag::Pronoun | Tag::That | Tag::Which | Tag::Adverb));
        let is_be = after_pronoun || next.any(&[Class::Article, Class::Not, Class::Preposition, Class::Subject]);
        if is_be && classes.has(Class::Be) { Tag::Be } else { Tag::Possessive }
    }

    fn word(&self, at: usize, token: &Token) -> Tag {
        let classes = self.classes(at);
        if token.capital
            && !self.headline
            && at > self.begin
            && !self.is_first_of_quote(at)
            && self.is_name(token, classes)
        {
            return if classes.has(Class::Time) && !self.is_within_name(at) { Tag::Time } else { Tag::Name };
        }
        // *Channel Two*
        let numbered = token.capital && !self.headline && classes.has(Class::Number);
        if numbered && self.before(at, 1) == Some(Tag::Name) {
            return Tag::Name;
        }
        if let Some(tag) = self.closed(at, classes) {
            return tag;
        }
        if classes.any(&FORMS) {
            return if self.opens_name(at, token, classes) { Tag::Name } else { self.verb_or_noun(at, classes) };
        }
        self.open(at, token, classes)
    }

    /// *the Pell Evening Mail*: no day and no month, between two words with a capital; *Marches Today*.
    fn is_within_name(&self, at: usize) -> bool {
        let spelled = |at: usize| self.token(at).map_or("", |token| token.span.of(self.prose.text));
        let part = matches!(spelled(at), "Evening" | "Morning" | "Night" | "Week" | "Today" | "Weekend" | "Noon");
        let next = self.token(at + 1).is_some_and(|next| next.capital && next.kind == TokenKind::Word);
        // *Marches Today*, *the Pell Evening*: behind a name, such a word has a capital in a name alone.
        let last = part && matches!(self.before(at, 1), Some(Tag::Name));
        last || part && next && matches!(self.before(at, 1), Some(Tag::Name | Tag::Article))
    }

    /// The first word of a sentence has its capital anyway; a bare form of a verb before a name is a part of the name:
    /// *Mark Orrow said*, *Lower Orrin is ready*.
    fn opens_name(&self, at: usize, token: &Token, classes: Classes) -> bool {
        let bare = classes.has(Class::Base) && !classes.any(&[Class::Past, Class::Participle, Class::Gerund]);
        let next = self.token(at + 1).filter(|next| next.capital);
        bare && token.capital && !self.headline && next.is_some_and(|next| self.is_name(next, self.classes(at + 1)))
    }

    fn is_first_of_quote(&self, at: usize) -> bool {
        let opens = |token: &Token| matches!(token.kind, TokenKind::Quote(mark) if mark.opens && !mark.closes);
        match self.before(at, 1) {
            None | Some(Tag::Colon | Tag::Stop | Tag::Bracket) => true,
            Some(Tag::Quote) => at.checked_sub(1).and_then(|mark| self.token(mark)).is_some_and(opens),
            _ => false,
        }
    }

    fn is_name(&self, token: &Token, classes: Classes) -> bool {
        let function = [
            Class::Subject,
            Class::Article,
            Class::Be,
            Class::Have,
            Class::Do,
            Class::Not,
            Class::And,
            Class::Subordinator,
            Class::That,
            Class::To,
            Class::Preposition,
            Class::Which,
            Class::Object,
        ];
        !classes.any(&function)
            || (token.all_capital && token.span.end - token.span.start == 2 && !classes.has(Class::Subject))
    }

    /// Words of small classes that do not change with their neighbours, or little.
    fn closed(&self, at: usize, classes: Classes) -> Option<Tag> {
        let next = self.classes(at + 1);
        let next_is_nominal = self.token(at + 1).is_some_and(|token| {
            token.kind == TokenKind::Word
                && !next.any(&[
                    Class::Be,
                    Class::Modal,
                    Class::Have,
                    Class::Do,
                    Class::Preposition,
                    Class::And,
                    Class::To,
                    Class::That,
                    Class::Which,
                    Class::Subordinator,
                    Class::Subject,
                ])
        });
        let table = [
            (Class::That, Tag::That),
            (Class::To, Tag::To),
            (Class::Modal, Tag::Modal),
            (Class::Be, Tag::Be),
            (Class::Have, Tag::Have),
            (Class::Do, Tag::Do),
            (Class::Not, Tag::Not),
            (Class::And, Tag::And),
        ];
        if classes.has(Class::That) && matches!(self.before(at, 1), Some(Tag::Preposition)) {
            return Some(Tag::Article);
        }
        if classes.has(Class::Modal)
            && classes.has(Class::Time)
            && !matches!(self.before(at, 1), Some(t) if t.ends_phrase())
        {
            return Some(Tag::Time);
        }
        if let Some((_, tag)) = table.iter().find(|(class, _)| classes.has(*class)) {
            return Some(*tag);
        }
        if classes.has(Class::Possessive) && (next_is_nominal || !classes.any(&[Class::Object, Class::Subject])) {
            return Some(Tag::Possessive);
        }
        if classes.has(Class::Subject) && !classes.has(Class::Which) {
            return Some(Tag::Pronoun);
        }
        if classes.has(Class::Which) {
            return Some(Tag::Which);
        }
        if classes.has(Class::Object) {
            return Some(Tag::Object);
        }
        if classes.has(Class::Indefinite) && !next_is_nominal {
            return Some(Tag::Pronoun);
        }
        if classes.has(Class::Article) {
            return Some(Tag::Article);
        }
        if classes.has(Class::Subordinator) {
            return Some(Tag::Subordinator);
        }
        if classes.has(Class::Preposition) {
            return Some(Tag::Preposition);
        }
        if classes.has(Class::Number) {
            return Some(Tag::Number);
        }
        None
    }

    fn verb_or_noun(&self, at: usize, classes: Classes) -> Tag {
        let back = if matches!(self.before(at, 1), Some(Tag::Adverb | Tag::Not)) { 2 } else { 1 };
        let before = self.before(at, back);
        if classes.any(&[Class::Past, Class::Participle]) && !classes.has(Class::Base) {
            return self.past(at, before, classes);
        }
        if classes.has(Class::Gerund) && !classes.has(Class::Base) {
            // *the cabinet meeting said*
            let held = classes.any(&NOUNS) && before == Some(Tag::Noun) && self.classes(at + 1).has(Class::Past);
            return if matches!(before, Some(Tag::Article | Tag::Possessive)) && back == 1 || held {
                Tag::Noun
            } else {
                Tag::Gerund
            };
        }
        // *Firms along the valley worry that it is late*
        let comma = self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Comma);
        let cue = || self.token(at).is_some_and(|token| self.prose.language.verb(token.word).is_some());
        let leads = self.classes(at + 1).has(Class::That) || comma && !classes.has(Class::NounCue) && cue();
        let thinks = classes.has(Class::Base) && !classes.any(&NOUNS) && leads;
        if thinks && back == 1 && !matches!(before, Some(Tag::Article | Tag::Possessive)) && self.is_behind_plural(at) {
            return Tag::Finite;
        }
        match before {
            // *in reply to questions*: a plural is no plain form
            Some(Tag::To) if !classes.has(Class::Base) => self.open_form(classes),
            Some(Tag::To | Tag::Modal | Tag::Do) => Tag::Base,
            // *by nine votes to four*
            Some(Tag::Number) if back == 1 && self.counts(at) && !classes.has(Class::Base) => Tag::Noun,
            Some(Tag::Have | Tag::Be) if classes.has(Class::Participle) => Tag::Participle,
            Some(Tag::Pronoun | Tag::Which) => Tag::Finite,
            Some(Tag::That) if classes.has(Class::Third) && self.has_complement(at) => Tag::Finite,
            Some(
                Tag::Noun | Tag::Name | Tag::Time | Tag::Quote | Tag::Comma | Tag::And | Tag::Number | Tag::Participle,
            ) => self.after_noun(at, back, classes),
            // *one of them recalls*
            Some(Tag::Object) if classes.has(Class::Third) && self.before(at, back + 1) == Some(Tag::Preposition) => {
                Tag::Finite
            }
            // *the cooperative insists that*: an ending deceived
            Some(Tag::Adjective)
                if classes.has(Class::Third) && !classes.any(&NOUNS) && self.classes(at + 1).has(Class::That) =>
            {
                Tag::Finite
            }
            Some(Tag::Article | Tag::Possessive | Tag::Adjective | Tag::Preposition | Tag::Be | Tag::Have) => Tag::Noun,
            None if classes.any(&[Class::Base]) && !classes.any(&NOUNS) && self.has_complement(at) => Tag::Base,
            _ => self.open_form(classes),
        }
    }

    /// *nine* votes, *14* offers, and not *one*, and no year.
    fn counts(&self, at: usize) -> bool {
        let number = at.checked_sub(1).and_then(|before| self.token(before));
        let spelled = number.map_or("", |token| token.span.of(self.prose.text));
        !matches!(spelled.to_lowercase().as_str(), "one" | "1" | "") && spelled.len() != 4
            || matches!(spelled, "four" | "five" | "nine")
    }

    fn open_form(&self, classes: Classes) -> Tag {
        if classes.has(Class::Adjective) { Tag::Adjective } else { Tag::Noun }
    }

    /// A plain or third form after a noun, a name or a mark.
    fn after_noun(&self, at: usize, back: usize, classes: Classes) -> Tag {
        let subject = at.checked_sub(back).and_then(|at| self.token(at));
        let spelled = subject.map_or("", |token| token.span.of(self.prose.text));
        let plural = spelled.ends_with('s')
            || matches!(spelled.to_lowercase().as_str(), "people" | "police" | "media" | "men" | "women" | "others");
        let after_mark = matches!(self.before(at, back), Some(Tag::Quote | Tag::Comma));
        let after_and = self.before(at, back) == Some(Tag::And);
        // *insists on it*, *stands by it*, *goes on*
        let verb = self.token(at).and_then(|token| self.prose.language.verb(token.word));
        let next = self.token(at + 1).map(|token| token.word);
        let verb_first = !classes.any(&NOUNS);
        let follows = |verb: &Verb, next: Word| {
            let heard = verb.frames.has(Frame::Heard) && self.from == next;
            heard || verb.prepositions.contains(&next) || verb.particles.iter().any(|(particle, _)| *particle == next)
        };
        let led = verb_first
            && !classes.has(Class::NounCue)
            && verb.is_some_and(|verb| next.is_some_and(|next| follows(verb, next)));
        let agrees = if classes.has(Class::Third) {
            !plural || self.headline || verb_first
        } else {
            plural || classes.has(Class::Past)
        };
        if after_mark || after_and {
            // *The Front, one of two movements, insists on it.*
            // *The cable would cost a million, its builder, Bankline, estimates.*
            let aside = after_mark
                && classes.has(Class::Third)
                && self.closes_name(at)
                && (verb.is_some() && self.ends_clause(at + 1) || verb_first);
            if led || aside {
                return Tag::Finite;
            }
            let follows = self.has_complement(at) || (after_mark && self.classes(at + 1).any(&[Class::Speaker]));
            return if follows && (verb_first || classes.has(Class::Third)) {
                Tag::Finite
            } else {
                self.open_form(classes)
            };
        }
        if led && agrees {
            return Tag::Finite;
        }
        // *…, the Morning Post reports.*
        let outlet = at.checked_sub(back).is_some_and(|before| {
            let named = self.tags.get(before) == Some(&Tag::Name);
            let begins = before.checked_sub(1).is_some_and(|first| self.classes(first).has(Class::OutletBegin));
            named && (begins || self.classes(before).any(&[Class::Outlet, Class::OutletEnd]))
        });
        // *Two diplomats from League states said*: the verb is the next one.
        let next_says = self.token(at + 1).is_some_and(|next| self.prose.language.introduces_quote(next.word));
        if next_says
            && self.classes(at + 1).has(Class::Past)
            && (classes.has(Class::Third) || classes.has(Class::Adjective))
        {
            return self.open_form(classes);
        }
        // *The Bay Times reports*: a title in the plural is one outlet.
        if outlet
            && (agrees || classes.has(Class::Third))
            && self.ends_clause(at + 1)
            && self.token(at).is_some_and(|token| self.prose.language.introduces_quote(token.word))
        {
            return Tag::Finite;
        }
        // *The fee is sixty crowns, the ministry posts.*
        if agrees && back == 1 && classes.has(Class::Third) && self.says(at) && self.ends_told(at) {
            return Tag::Finite;
        }
        let speaks = verb_first && self.token(at).is_some_and(|token| self.prose.language.introduces_quote(token.word));
        // *farmers in the capital expect prices to rise*: a word that is a verb alone
        let only_verb = verb_first && !classes.has(Class::NounCue) && classes.has(Class::Base);
        let cue = self.token(at).is_some_and(|token| self.prose.language.verb(token.word).is_some());
        if only_verb
            && cue
            && (agrees || self.is_behind_plural(at))
            && back == 1
            && self.before(at, 1) != Some(Tag::Number)
            && self.leads_on(at)
        {
            return Tag::Finite;
        }
        if agrees && (speaks || self.has_complement(at) || back == 2 || (verb_first && self.ends_clause(at + 1))) {
            Tag::Finite
        } else {
            self.open_form(classes)
        }
    }

    /// *Firms along the valley*, *families of the captured*: a plural with a preposition behind it, before the word.
    fn is_behind_plural(&self, at: usize) -> bool {
        // *Mr. King and Mr. Schultz say*
        let joined = (2..7).find(|count| self.before(at, *count) == Some(Tag::And));
        if joined.is_some_and(|and| (1..and).all(|count| self.before(at, count) == Some(Tag::Name))) {
            return true;
        }
        let prepositions = (2..7).filter(|count| self.before(at, *count) == Some(Tag::Preposition));
        let plural = |count: usize| {
            let before = at.checked_sub(count + 1).and_then(|before| self.token(before));
            let noun = matches!(self.before(at, count + 1), Some(Tag::Noun | Tag::Name));
            noun && before.is_some_and(|token| {
                let word = token.span.of(self.prose.text);
                word.ends_with('s') || word.ends_with("men") || word == "people"
            })
        };
        prepositions.into_iter().any(plural)
    }

    /// A noun phrase behind a comma, and the end of the sentence behind the word.
    fn ends_told(&self, at: usize) -> bool {
        let kind = |next: usize| self.token(next).map(|token| token.kind);
        // *told ministers, the Highland Leader reports, that …*
        let that = kind(at + 1) == Some(TokenKind::Comma) && self.classes(at + 2).has(Class::That);
        let stop = that || kind(at + 1).is_none_or(|kind| kind == TokenKind::Stop);
        let mut back = (1..8).map(|count| self.before(at, count));
        let phrase = back.find(|tag| !tag.is_some_and(|tag| tag.is_nominal() && tag != Tag::Number));
        stop && phrase == Some(Some(Tag::Comma))
    }

    /// The word behind *its builder, Bankline,*.
    fn closes_name(&self, at: usize) -> bool {
        let back = |count: usize| self.before(at, count);
        let named = back(1) == Some(Tag::Comma) && back(2) == Some(Tag::Name);
        let first = (3..6).find(|count| back(*count) != Some(Tag::Name));
        named && first.is_some_and(|first| back(first) == Some(Tag::Comma))
    }

    /// Does a word stand behind it that is no verb, and no mark?
    fn leads_on(&self, at: usize) -> bool {
        let classes = self.classes(at + 1);
        let word = self.token(at + 1).is_some_and(|token| token.kind == TokenKind::Word);
        let joins = [Class::Be, Class::Have, Class::Do, Class::Modal, Class::Preposition, Class::And];
        let noun = classes.any(&NOUNS) || !classes.any(&FORMS);
        word && noun && !classes.any(&joins)
    }

    fn says(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| self.prose.language.introduces_quote(token.word))
    }

    fn ends_clause(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| matches!(token.kind, TokenKind::Stop | TokenKind::Comma | TokenKind::Colon))
    }

    /// Does something stand behind it that stands behind verbs?
    fn has_complement(&self, at: usize) -> bool {
        let Some(next) = self.token(at + 1) else { return false };
        let classes = self.classes(at + 1);
        match next.kind {
            TokenKind::Quote(mark) => mark.opens,
            TokenKind::Colon => true,
            TokenKind::Number => true,
            TokenKind::Word => {
                let follows = [
                    Class::That,
                    Class::Article,
                    Class::Possessive,
                    Class::Subject,
                    Class::Object,
                    Class::Which,
                    Class::To,
                    Class::Indefinite,
                    Class::Number,
                ];
                (next.capital && !self.headline)
                    || (self.headline && !classes.any(&[Class::Preposition]))
                    || classes.any(&follows)
                    || next.span.of(self.prose.text).ends_with("ly")
            }
            TokenKind::Comma => {
                self.token(at + 2).is_some_and(|token| matches!(token.kind, TokenKind::Quote(mark) if mark.opens))
            }
            _ => false,
        }
    }

    fn past(&self, at: usize, before: Option<Tag>, classes: Classes) -> Tag {
        let next = self.classes(at + 1);
        let by = self.token(at + 1).is_some_and(|token| token.span.of(self.prose.text) == "by");
        match before {
            Some(Tag::Be | Tag::Have) => Tag::Participle,
            Some(Tag::Article | Tag::Possessive)
                if !next.any(&[Class::Preposition, Class::To, Class::That, Class::Article]) =>
            {
                Tag::Adjective
            }
            Some(Tag::Preposition | Tag::To | Tag::Modal | Tag::Do) => Tag::Adjective,
            // *two diplomats present said.*
            Some(Tag::Adjective) if self.ends_clause(at + 1) && self.says(at) => Tag::Finite,
            Some(Tag::Adjective) if !next.any(&[Class::That, Class::Article]) => Tag::Adjective,
            // *advised by seven votes to six that*
            _ if by && !self.classes(at + 2).has(Class::Number) || !classes.has(Class::Past) => Tag::Participle,
            _ => Tag::Finite,
        }
    }

    /// Words of large classes, and words that the tables do not know.
    fn open(&self, at: usize, token: &Token, classes: Classes) -> Tag {
        if classes.has(Class::Time) {
            return Tag::Time;
        }
        // *according to earlier media reports*
        let before_noun = classes.has(Class::Adjective)
            && matches!(self.before(at, 1), Some(Tag::Preposition | Tag::To | Tag::Article))
            && self.classes(at + 1).any(&NOUNS);
        if !before_noun && (classes.has(Class::Adverb) || classes.has(Class::Hearsay)) {
            return Tag::Adverb;
        }
        if classes.any(&NOUNS) {
            let name = token.capital && !self.headline;
            return match name {
                true => Tag::Name,
                false if self.is_done(at) => Tag::Base,
                false => Tag::Noun,
            };
        }
        if classes.has(Class::Adjective) {
            return Tag::Adjective;
        }
        if token.capital && !self.headline {
            return Tag::Name;
        }
        self.by_ending(at, token.span.of(self.prose.text))
    }

    /// *has offered to station 900 soldiers*: a noun where a verb stands, with what it is done to.
    fn is_done(&self, at: usize) -> bool {
        let done = [Class::Article, Class::Possessive, Class::Number, Class::Object];
        let number = self.token(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
        let plural = self.token(at).is_some_and(|token| token.span.of(self.prose.text).ends_with('s'));
        let verb =
            at.checked_sub(2).and_then(|verb| self.token(verb)).and_then(|verb| self.prose.language.verb(verb.word));
        let infinitive = verb.is_some_and(|verb| verb.frames.has(Frame::To));
        infinitive && self.before(at, 1) == Some(Tag::To) && !plural && (number || self.classes(at + 1).any(&done))
    }

    fn by_ending(&self, at: usize, word: &str) -> Tag {
        let before = self.before(at, 1);
        let ends = |ending: &str| word.len() > ending.len() + 2 && word.ends_with(ending);
        if ends("ly") {
            return Tag::Adverb;
        }
        // *secretary-general*: what its last part is
        let last =
            word.rsplit_once('-').map(|(_, last)| self.prose.language.classes(self.prose.language.look_up(last)));
        if last.is_some_and(|last| last.any(&NOUNS)) {
            return Tag::Noun;
        }
        let verbal = !ends("tion") && !ends("ness") || self.is_done(at);
        if matches!(before, Some(Tag::To | Tag::Modal | Tag::Do | Tag::Pronoun)) && verbal {
            let is_base = before != Some(Tag::Pronoun);
            return if is_base { Tag::Base } else { Tag::Finite };
        }
        if ends("ed") {
            return self.past(at, before, {
                let mut past = Classes::default();
                past.add(Class::Past);
                past
            });
        }
        if ends("ing") && !matches!(before, Some(Tag::Article | Tag::Possessive | Tag::Adjective)) {
            return Tag::Gerund;
        }
        let adjective = ["ous", "ful", "ive", "able", "ible", "ical", "less", "ish", "ary", "ic", "al"]
            .iter()
            .any(|ending| ends(ending));
        if adjective { Tag::Adjective } else { Tag::Noun }
    }
}
