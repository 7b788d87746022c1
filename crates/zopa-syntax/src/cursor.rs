//! How is one line read, word by word?
//!
//! A cursor walks over the words of a line. Each step gives what it read or the one message of the line.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::ast::{Name, Words};
use crate::diagnostic::Diagnostic;
use crate::keywords::{LINES, is_reserved, item_of};
use crate::lines::{Line, Lines, slice};
use crate::near::nearest;
use crate::spacing::joined;
use crate::span::{FileId, Span};
use crate::words::{Kind, Token};

/// What was read, or the message of the line.
pub(crate) type Read<T> = Result<T, Box<Diagnostic>>;

/// A place in a line.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    file: FileId,
    words: &'a [Token],
    at: usize,
    line: &'a Line,
    /// How the line is written, for help.
    pub form: &'static str,
}

impl<'a> Cursor<'a> {
    /// At the first word of a line.
    pub fn new(text: &'a str, file: FileId, lines: &'a Lines, line: &'a Line, form: &'static str) -> Self {
        Cursor { text, file, words: lines.words(line), at: 0, line, form }
    }

    /// The span of the whole line.
    pub fn line_span(&self) -> Span {
        self.span(self.line.start, self.line.end)
    }

    /// The span of the words that were read since `from`.
    pub fn since(&self, from: u32) -> Span {
        let last = self.at.checked_sub(1).and_then(|at| self.words.get(at));
        self.span(from, last.map_or(from, |token| token.end.max(from)))
    }

    /// First byte of the next word.
    pub fn place(&self) -> u32 {
        self.next_span().start
    }

    pub fn peek(&self) -> Option<Token> {
        self.words.get(self.at).copied()
    }

    /// The next word, if it is one of letters.
    pub fn word(&self) -> Option<&'a str> {
        self.word_ahead(0)
    }

    /// The word `ahead` places after the next.
    pub fn word_ahead(&self, ahead: usize) -> Option<&'a str> {
        let token = self.words.get(self.at + ahead).filter(|token| token.kind == Kind::Word)?;
        Some(slice(self.text, token))
    }

    pub fn is_sign(&self, sign: char) -> bool {
        self.peek().is_some_and(|token| token.kind == Kind::Sign(sign))
    }

    pub fn skip(&mut self) {
        self.at += 1;
    }

    /// Takes the next word if it is this one.
    pub fn take(&mut self, word: &str) -> bool {
        let found = self.word() == Some(word);
        self.at += usize::from(found);
        found
    }

    /// Takes the next two words if they are these.
    pub fn take_two(&mut self, first: &str, second: &str) -> bool {
        let found = self.word() == Some(first) && self.word_ahead(1) == Some(second);
        self.at += 2 * usize::from(found);
        found
    }

    /// Takes the next sign if it is this one.
    pub fn take_sign(&mut self, sign: char) -> bool {
        let found = self.is_sign(sign);
        self.at += usize::from(found);
        found
    }

    /// A word that has to stand here.
    pub fn expect(&mut self, word: &'static str) -> Read<()> {
        if self.take(word) {
            return Ok(());
        }
        let found = self.word().and_then(|found| nearest(found, [word]));
        let help = match found {
            Some(word) => format!("did you mean `{word}`? {}", self.form_help()),
            None => self.form_help(),
        };
        Err(self.missing("missing-word", &format!("`{word}`"), help))
    }

    /// A name that has to stand here; `what` says of what.
    pub fn name(&mut self, what: &str) -> Read<Name> {
        let Some(token) = self.peek() else {
            return Err(self.missing("missing-name", &format!("the name of {what}"), self.form_help()));
        };
        let word = slice(self.text, &token);
        match token.kind {
            Kind::Word if is_reserved(word) => Err(self.reserved(what, word)),
            Kind::Word => {
                self.skip();
                Ok(Name { text: composed(word), span: self.token_span(token) })
            }
            Kind::Number => Err(self.bad_name(what, token)),
            _ => Err(self.missing("missing-name", &format!("the name of {what}"), self.form_help())),
        }
    }

    fn reserved(&self, what: &str, word: &str) -> Box<Diagnostic> {
        if let Some(told) = self.doubled() {
            return told;
        }
        let message = format!("`{word}` stands where the name of {what} belongs");
        let help = format!("`{word}` is a word of the language and no name; {}", self.form_help());
        self.error("reserved-name", self.next_span(), message, help)
    }

    fn bad_name(&self, what: &str, token: Token) -> Box<Diagnostic> {
        let span = self.token_span(token);
        let message = format!("{} stands where the name of {what} belongs", shown(self.text, span));
        self.error("bad-name", span, message, "a name begins with a letter; letters, digits, `-` `_` `.` follow")
    }

    /// `NAME { "," NAME }`
    pub fn names(&mut self, what: &str) -> Read<Vec<Name>> {
        let mut names = vec![self.name(what)?];
        while self.take_sign(',') {
            names.push(self.name(what)?);
        }
        Ok(names)
    }

    /// A text in quotation marks, if one stands here.
    pub fn maybe_text(&mut self) -> Option<Words> {
        let token = self.peek()?;
        let all = slice(self.text, &token);
        let inside = match token.kind {
            Kind::Text => all.get(1..all.len().saturating_sub(1)).unwrap_or(""),
            Kind::Unclosed => all.get(1..).unwrap_or(""),
            Kind::Curly => all.trim_matches(|c| "“”„‟«»\"".contains(c)),
            _ => return None,
        };
        self.skip();
        Some(Words { text: inside.to_owned(), span: self.token_span(token) })
    }

    /// A text in quotation marks that has to stand here.
    pub fn text(&mut self, what: &str) -> Read<Words> {
        self.maybe_text()
            .ok_or_else(|| self.missing("missing-text", &format!("{what} in quotation marks"), self.form_help()))
    }

    /// `TEXT { "," TEXT }`
    pub fn texts(&mut self, what: &str) -> Read<Vec<Words>> {
        let mut texts = vec![self.text(what)?];
        while self.take_sign(',') {
            texts.push(self.text(what)?);
        }
        Ok(texts)
    }

    /// The words after `>`, which have to stand here, at the end of the line.
    pub fn prose(&mut self) -> Read<Words> {
        let Some(prose) = &self.line.prose else {
            let what = if self.peek().is_some() { "`>`" } else { "`>` and the words" };
            return Err(self.missing("missing-prose", what, self.form_help()));
        };
        if self.peek().is_some() {
            return Err(self.left_over());
        }
        if prose.text.is_empty() {
            let message = "no words follow `>`";
            let help = format!("write them after it, or in deeper lines; {}", self.form_help());
            return Err(self.error("empty-prose", self.mark_span(), message, help));
        }
        Ok(prose.clone())
    }

    /// The end of a line that takes no prose.
    pub fn end(&self) -> Read<()> {
        if self.peek().is_some() {
            return Err(self.left_over());
        }
        if self.line.mark.is_some() {
            let help = format!("{}; `#` opens a comment", self.form_help());
            let message = "`>` and words after it do not belong to this line";
            return Err(self.error("stray-prose", self.mark_span(), message, help));
        }
        Ok(())
    }

    /// The next word is the one before it again.
    pub fn doubled(&self) -> Option<Box<Diagnostic>> {
        let before = self.at.checked_sub(1).and_then(|at| self.words.get(at))?;
        let next = self.peek().filter(|next| matches!(next.kind, Kind::Word | Kind::Number | Kind::Text))?;
        let word = slice(self.text, &next);
        let help = || format!("delete one of them; {}", self.form_help());
        (slice(self.text, before) == word).then(|| {
            let shown = shown(self.text, self.token_span(next));
            self.error("doubled-word", self.token_span(next), format!("{shown} stands twice in a row"), help())
        })
    }

    /// The word that opens the line stands twice, and the name that it declares follows: `party party north "North"`.
    pub fn doubled_opening(&self) -> Option<Box<Diagnostic>> {
        let kind = |ahead: usize| self.words.get(self.at + ahead).map(|token| token.kind);
        let titled = matches!(kind(2), Some(Kind::Text | Kind::Unclosed | Kind::Curly));
        let short = matches!(self.word_ahead(2), Some("as" | "by" | "holds")) && self.word_ahead(1) != Some("holds");
        let option = kind(2).is_none() && matches!(self.word(), Some("option" | "answer"));
        let named = kind(1) == Some(Kind::Word) && (titled || short || option);
        self.doubled().filter(|_| self.at == 1 && named)
    }

    /// Words stand where the line should have ended.
    pub fn left_over(&self) -> Box<Diagnostic> {
        if let Some(told) = self.doubled() {
            return told;
        }
        if let Some(sign @ (')' | '}')) = self.sign() {
            let message = format!("`{sign}` closes no bracket");
            return self.error("stray-bracket", self.next_span(), message, "delete it, or open the bracket before it");
        }
        let shown = shown(self.text, self.next_span());
        let message = format!("{shown} is left over: the line should have ended before it");
        self.error("left-over", self.next_span(), message, self.help_left_over())
    }

    fn sign(&self) -> Option<char> {
        match self.peek()?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    fn help_left_over(&self) -> String {
        if matches!(self.sign(), Some('\'' | '‘' | '’' | '`')) {
            return format!("a text stands in double quotation marks: `\"...\"`; {}", self.form_help());
        }
        let opens = |word: &str| item_of(word).is_some() || LINES.iter().any(|form| form.first() == word);
        if let Some(word) = self.word().filter(|word| opens(word) && !self.form.split(' ').any(|part| part == *word)) {
            return format!("if `{word}` begins a line of its own, break the row before it; {}", self.form_help());
        }
        let lower = |c: char| c.is_ascii_lowercase();
        let in_form = self.form.split(|c| !lower(c)).filter(|word| word.len() > 1);
        let joining = ["and", "or", "implies", "in", "before", "only", "after"];
        let joining = joining.into_iter().filter(|_| self.form.contains("CONDITION"));
        match self.word().and_then(|word| nearest(word, in_form.chain(joining))) {
            Some(near) if self.word() != Some(near) => format!("did you mean `{near}`? {}", self.form_help()),
            _ => self.form_help(),
        }
    }

    /// Something is missing at this place; a line that waits for more says so.
    pub fn missing(&self, code: &'static str, what: &str, help: String) -> Box<Diagnostic> {
        if let Some(told) = self.doubled() {
            return told;
        }
        let last = self.words.last().map(|token| (*token, slice(self.text, token)));
        match (self.peek(), last) {
            (None, Some((token, word @ ("," | "and" | "or")))) if self.line.mark.is_none() => {
                let message = format!("the line ends in `{word}`, but the next does not go on with it");
                let help = format!("finish it, or delete the `{word}`; {}", self.form_help());
                self.error("unfinished-line", self.token_span(token), message, help)
            }
            (None, _) => {
                let message = format!("{what} is missing at the end of the line");
                self.error(code, self.next_span(), message, help)
            }
            (Some(token), _) => {
                let found = shown(self.text, self.token_span(token));
                self.error(code, self.token_span(token), format!("{what} is missing before {found}"), help)
            }
        }
    }

    /// What the line should look like.
    pub fn form_help(&self) -> String {
        format!("the form is `{}`", self.form)
    }

    pub fn error(
        &self,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Box<Diagnostic> {
        Box::new(Diagnostic::error(code, span, message, help))
    }

    /// The next word, or the empty place after the last.
    pub fn next_span(&self) -> Span {
        match (self.peek(), self.words.last(), self.line.mark) {
            (Some(token), ..) => self.token_span(token),
            (None, _, Some(mark)) => self.span(mark, mark + 1),
            (None, Some(last), None) => self.span(last.end, last.end),
            (None, None, None) => self.span(self.line.start, self.line.end),
        }
    }

    /// The next word as a message shows it.
    pub fn shown_next(&self) -> String {
        shown(self.text, self.next_span())
    }

    /// A place of the file as a message shows it.
    pub fn shown(&self, span: Span) -> String {
        shown(self.text, span)
    }

    /// Whether this sign still comes in the line.
    pub fn has_ahead(&self, sign: char) -> bool {
        let rest = self.words.get(self.at..).unwrap_or(&[]);
        rest.iter().any(|token| token.kind == Kind::Sign(sign))
    }

    fn mark_span(&self) -> Span {
        let mark = self.line.mark.unwrap_or(self.line.start);
        self.span(mark, mark + 1)
    }

    /// The words not yet read, in the spacing of the language.
    pub fn rest(&mut self) -> String {
        let from = std::mem::replace(&mut self.at, self.words.len());
        joined(self.text, self.words.get(from..).unwrap_or(&[]))
    }

    /// The line in the spacing of the language, on one row, comments dropped.
    pub fn folded(&self) -> String {
        joined(self.text, self.words)
    }

    pub fn slice(&self, token: Token) -> &'a str {
        slice(self.text, &token)
    }

    /// The characters from the next word up to the next white space, and whatever words they cover.
    pub fn run(&mut self) -> Option<(&'a str, Span)> {
        let first = self.peek()?;
        let start = first.start;
        let mut end = first.end;
        self.skip();
        while let Some(token) = self.peek().filter(|token| token.start == end) {
            end = token.end;
            self.skip();
        }
        Some((self.text.get(start as usize..end as usize).unwrap_or(""), self.span(start, end)))
    }

    pub fn token_span(&self, token: Token) -> Span {
        self.span(token.start, token.end)
    }

    fn span(&self, start: u32, end: u32) -> Span {
        Span { file: self.file, start, end }
    }
}

/// A text in normal form C, as names are: letters and their accents as one character where there is one.
pub fn composed(word: &str) -> String {
    if word.is_ascii() || is_nfc(word) { word.to_owned() } else { word.nfc().collect() }
}

/// Words of the file as a message shows them: in backticks, long ones cut.
pub(crate) fn shown(text: &str, span: Span) -> String {
    const LONGEST: usize = 40;
    let words = text.get(span.start as usize..span.end as usize).unwrap_or("");
    let cut: String = words.chars().take(LONGEST).collect();
    let more = if cut.len() < words.len() { "..." } else { "" };
    format!("`{cut}{more}`")
}
