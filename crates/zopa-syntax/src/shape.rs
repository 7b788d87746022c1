//! What does a line look like, judged by its first words alone?

use crate::ast::Name;
use crate::cursor::composed;
use crate::keywords::{
    ITEMS, ItemForm, ItemWord, LINES, LineForm, LineWord, VERBS, VerbForm, item_form, item_of, line_form, verb_after,
    verb_for, verb_opening,
};
use crate::lines::slice;
use crate::near::nearest_with_slips;
use crate::span::{FileId, Span};
use crate::words::{Kind, Token};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// The head line of an item.
    Item(ItemWord),
    /// A line under an item or under another line.
    Line(LineWord),
    /// Nothing that is known; a message has been given, and its deeper lines go with it.
    Lost,
}

impl Class {
    /// Whether a line may stand under this one.
    pub fn accepts(self, line: LineWord) -> bool {
        match self {
            Class::Item(item) => match line {
                LineWord::Quote => true,
                LineWord::Private => item != ItemWord::Case,
                line => item_form(item).lines.contains(&line),
            },
            Class::Line(owner) => line_form(owner).lines.contains(&line),
            Class::Lost => false,
        }
    }

    /// The lines that may stand under this one.
    pub fn accepted(self) -> impl Iterator<Item = &'static LineForm> {
        LINES.iter().filter(move |form| self.accepts(form.line))
    }

    /// What a message calls it.
    pub fn word(self) -> &'static str {
        match self {
            Class::Item(item) => item_form(item).word,
            Class::Line(line) => line_name(line),
            Class::Lost => "line",
        }
    }
}

/// What a message calls a line.
pub(crate) fn line_name(line: LineWord) -> &'static str {
    match line {
        LineWord::Statement => "statement",
        other => line_form(other).words,
    }
}

/// The first words of a line.
#[derive(Clone, Copy)]
pub(crate) struct Head<'a> {
    pub text: &'a str,
    pub words: &'a [Token],
}

impl<'a> Head<'a> {
    /// The first word, if it is one of letters.
    pub fn word(&self) -> Option<&'a str> {
        self.word_at(0)
    }

    pub fn word_at(&self, at: usize) -> Option<&'a str> {
        let token = self.words.get(at).filter(|token| token.kind == Kind::Word)?;
        Some(slice(self.text, token))
    }

    /// A word as a name.
    pub fn name_at(&self, at: usize, file: FileId) -> Option<Name> {
        let token = self.words.get(at)?;
        let text = composed(self.word_at(at)?);
        Some(Name { text, span: Span { file, start: token.start, end: token.end } })
    }

    /// The names that items, options and answers declare which begin within the row: a row that was joined to this one.
    pub fn names_within(&self, file: FileId) -> Vec<Name> {
        let rest = |from: usize| Some(Head { text: self.text, words: self.words.get(from..)? });
        let declares = |head: &Head| match head.word() {
            Some("option" | "answer") => true,
            Some("case" | "rule") => false,
            _ => head.sure_item().is_some(),
        };
        let heads = (1..self.words.len()).filter_map(rest).filter(declares);
        heads.filter_map(|head| head.name_at(1, file)).collect()
    }

    fn kind_at(&self, at: usize) -> Option<Kind> {
        self.words.get(at).map(|token| token.kind)
    }

    /// The item that it opens at the margin.
    pub fn item(&self) -> Option<&'static ItemForm> {
        item_of(self.word()?)
    }

    /// The item that it surely opens, wherever it stands: the words after the first have the shape of a head line.
    pub fn sure_item(&self) -> Option<&'static ItemForm> {
        let form = self.item()?;
        let text_at = |at| matches!(self.kind_at(at), Some(Kind::Text | Kind::Unclosed | Kind::Curly));
        let sure = match form.item {
            ItemWord::Case => text_at(1),
            ItemWord::Rule => self.words.len() > 1,
            ItemWord::Define | ItemWord::Step | ItemWord::Gate => {
                text_at(2) || matches!(self.word_at(2), Some("as" | "by"))
            }
            _ => self.word_at(1).is_some() && text_at(2),
        };
        sure.then_some(form)
    }

    /// The line that it opens under `owner`.
    pub fn line_under(&self, owner: Class) -> Option<LineWord> {
        if self.nobody_may() && owner.accepts(LineWord::Statement) {
            return Some(LineWord::Statement);
        }
        let word = self.word()?;
        let line = owner.accepted().find(|form| form.first() == word).map(|form| form.line);
        // `round may` names a round, whatever it is called: no statement is of two words but those that open with
        // their verb.
        let short = self.words.len() == 2 && line.is_some() && verb_opening(word).is_none();
        if !short && owner.accepts(LineWord::Statement) && (self.states() || verb_opening(word).is_some()) {
            return Some(LineWord::Statement);
        }
        line
    }

    /// The line that it opens somewhere.
    pub fn line_somewhere(&self) -> Option<LineWord> {
        if self.nobody_may() {
            return Some(LineWord::Statement);
        }
        let word = self.word()?;
        if self.states() || verb_opening(word).is_some_and(|form| form.one == word) {
            return Some(LineWord::Statement);
        }
        LINES.iter().find(|form| form.first() == word).map(|form| form.line)
    }

    /// `? may`: a power whose holder is not reported.
    pub fn nobody_may(&self) -> bool {
        self.kind_at(0) == Some(Kind::Sign('?')) && self.word_at(1) == Some("may")
    }

    /// `NAME, NAME verb`
    fn states(&self) -> bool {
        self.word_after_names().is_some_and(|word| verb_after(word).is_some())
    }

    /// In `NAME, NAME word`, the word.
    pub fn word_after_names(&self) -> Option<&'a str> {
        let mut at = 0;
        loop {
            self.word_at(at)?;
            if self.kind_at(at + 1) != Some(Kind::Sign(',')) {
                return self.word_at(at + 1);
            }
            at += 2;
        }
    }

    /// The item that was probably meant at the margin.
    pub fn near_item(&self) -> Option<&'static ItemForm> {
        let (word, _) = nearest_with_slips(self.word()?, ITEMS.iter().map(|form| form.word))?;
        item_of(word)
    }

    /// The line that was probably meant under `owner`, and the word it opens with.
    pub fn near_line_under(&self, owner: Class) -> Option<(LineWord, &'static str)> {
        let word = self.word()?;
        let statements = owner.accepts(LineWord::Statement);
        if statements && self.near_verb().is_some() {
            return None;
        }
        let openers = owner.accepted().map(LineForm::first).filter(|first| !first.is_empty());
        let verbs = VERBS.iter().filter(|form| statements && form.opens).map(|form| form.one);
        let (near, _) = nearest_with_slips(word, openers.chain(verbs))?;
        let found = owner.accepted().find(|form| form.first() == near);
        Some((found.map_or(LineWord::Statement, |form| form.line), near))
    }

    /// The verb that was probably meant in a statement.
    pub fn near_verb(&self) -> Option<&'static VerbForm> {
        let written = self.word_after_names()?;
        if let Some(form) = verb_for(written) {
            return Some(form);
        }
        let candidates = VERBS.iter().filter(|form| !form.opens).flat_map(|form| [form.one, form.several]);
        let (near, _) = nearest_with_slips(written, candidates)?;
        verb_after(near)
    }
}
