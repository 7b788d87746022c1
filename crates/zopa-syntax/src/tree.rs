//! Which line belongs to which?
//!
//! A line belongs to the nearest line above that is indented less. Where what a line says shows that its indentation
//! slipped (an option at the margin, a `said by` under a statement), it gets one message and is put where it belongs,
//! so that the lines below it need none.

use crate::ast::Name;
use crate::diagnostic::Diagnostic;
use crate::keywords::{ITEMS, ItemWord, LineWord, item_form, line_form};
use crate::lines::{Line, Lines};
use crate::near::nearest;
use crate::shape::{Class, Head, line_name};
use crate::span::{FileId, Span};
use crate::words::{Kind, Token};
use crate::{Declared, steps::Steps};

/// A line in its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub class: Class,
    /// The lines that belong to it, in file order.
    pub children: Vec<usize>,
    /// A message about this line has been given.
    pub told: bool,
    /// It stands elsewhere than its indentation says.
    pub moved: bool,
    /// It opens an item only because no line above it takes it for its own.
    pub unsure: bool,
}

/// All lines of a file in their places.
#[derive(Debug, Default)]
pub(crate) struct Forest {
    /// As many as there are lines, in the same order.
    pub nodes: Vec<Node>,
    /// The head lines of the items.
    pub roots: Vec<usize>,
    pub errors: Vec<Diagnostic>,
    /// Warnings with their line: given at the end, if nothing worse is said of that line.
    pub warnings: Vec<(usize, Diagnostic)>,
    /// What lost lines tried to declare.
    pub declared: Vec<Declared>,
}

impl Forest {
    /// Gives the one message of a line; further ones about the same line are dropped.
    pub fn tell(&mut self, line: usize, message: Diagnostic) {
        let Some(node) = self.nodes.get_mut(line) else { return };
        if !std::mem::replace(&mut node.told, true) {
            self.errors.push(message);
        }
    }
}

/// Puts every line in its place.
pub(crate) fn grow(text: &str, file: FileId, lines: &Lines) -> Forest {
    let steps = Steps::of(lines.lines.iter().map(|line| line.indent));
    let mut grower = Grower {
        text,
        file,
        lines,
        steps,
        forest: Forest::default(),
        open: Vec::new(),
        last_uneven: None,
        last_moved: None,
    };
    for (at, line) in lines.lines.iter().enumerate() {
        grower.add(at, line);
    }
    grower.forest
}

/// A line that later lines may belong to.
struct Open {
    at: usize,
    /// Its indentation, or the one it should have had.
    indent: u32,
    uneven: bool,
}

/// The line that was probably meant, and the word it opens with.
type Near = Option<(LineWord, &'static str)>;

struct Grower<'a> {
    text: &'a str,
    file: FileId,
    lines: &'a Lines,
    steps: Steps,
    forest: Forest,
    open: Vec<Open>,
    /// The last line whose step stood out, and its indentation.
    last_uneven: Option<(usize, u32)>,
    /// The last line that was put back, its indentation, and the line it was put under: the lines of a block that
    /// slipped together need one message.
    last_moved: Option<(usize, u32, usize)>,
}

impl<'a> Grower<'a> {
    fn add(&mut self, at: usize, line: &'a Line) {
        self.forest.nodes.push(Node {
            class: Class::Lost,
            children: Vec::new(),
            told: false,
            moved: false,
            unsure: false,
        });
        let head = Head { text: self.text, words: self.lines.words(line) };
        self.tell_marks(at, head.words);
        let depth = self.open.iter().rposition(|open| open.indent < line.indent).map_or(0, |last| last + 1);
        match depth.checked_sub(1) {
            None => self.at_margin(at, line, head),
            Some(owner) => self.under(owner, at, line, head),
        }
    }

    /// Quotation marks that do not pair up make everything else said of the line doubtful.
    fn tell_marks(&mut self, at: usize, words: &[Token]) {
        let broken = words.iter().find(|token| matches!(token.kind, Kind::Unclosed | Kind::Curly));
        let Some(token) = broken else { return };
        let span = self.span(token.start, token.end);
        let message = match token.kind {
            Kind::Unclosed => Diagnostic::error(
                "unclosed-text",
                self.span(token.start, token.start + 1),
                format!(
                    "the `\"` before {} has no partner in its line",
                    self.shown(self.span(token.start + 1, token.end))
                ),
                "close the text with `\"` in the same line",
            ),
            _ => Diagnostic::error(
                "curly-quotes",
                span,
                format!("{} stands in typographic quotation marks", self.shown(span)),
                "use straight ones: `\"`",
            ),
        };
        self.forest.tell(at, message);
    }

    fn at_margin(&mut self, at: usize, line: &Line, head: Head<'a>) {
        if let Some(form) = head.item() {
            if let Some(word) = self.slipped(form.item, at, line, head) {
                if let Some(owner) = self.acceptor(word) {
                    return self.put_back(owner, at, line, word);
                }
                if let Some(node) = self.forest.nodes.get_mut(at) {
                    node.unsure = true;
                }
            }
            if line.indent > 0 && self.steps.margin == 0 {
                self.tell_indented(at, line, form.word);
                return self.root(at, Class::Item(form.item), self.steps.margin);
            }
            return self.root(at, Class::Item(form.item), line.indent);
        }
        if let Some(word) = head.line_somewhere() {
            return match self.acceptor(word) {
                Some(owner) => self.put_back(owner, at, line, word),
                None => self.lose_misplaced(at, line, word),
            };
        }
        let near = head.near_item();
        let first = self.first_word(line);
        let help = match near {
            Some(form) => format!("did you mean `{}`? the form is `{}`", form.word, form.form),
            None => format!("the words that open an item: {}", list(ITEMS.iter().map(|form| form.word))),
        };
        let message = format!("{} opens no item", self.shown(first));
        self.forest.tell(at, Diagnostic::error("unknown-item", first, message, help));
        match near {
            Some(form) => self.root(at, Class::Item(form.item), line.indent),
            None => self.lose(at, line, 0),
        }
    }

    /// `round NAME` without a title, or a `rule` followed by lines that no rule has: a line that slipped to the margin,
    /// if one above may own it. Where nothing deeper follows, it is taken as the item that it seems to be.
    fn slipped(&self, item: ItemWord, at: usize, line: &Line, head: Head) -> Option<LineWord> {
        let next = self.lines.lines.get(at + 1).filter(|next| next.indent > line.indent)?;
        let below = Head { text: self.text, words: self.lines.words(next) }.line_under(Class::Item(item));
        match item {
            ItemWord::Round if head.words.len() == 2 => Some(LineWord::Round),
            ItemWord::Rule if below.is_none() => Some(LineWord::Statement),
            _ => None,
        }
    }

    fn under(&mut self, depth: usize, at: usize, line: &Line, head: Head<'a>) {
        let owner = self.class_at(depth);
        if owner == Class::Lost {
            return self.lose(at, line, depth + 1);
        }
        let word = head.line_under(owner);
        // A `round` with a title is an item even where `round NAME` may stand; a `rule` inside a claim is a statement.
        let item = head.sure_item().filter(|form| match form.item {
            ItemWord::Round => true,
            ItemWord::Rule => self.acceptor(LineWord::Statement).is_none(),
            _ => word.is_none(),
        });
        if let Some(form) = item {
            self.tell_indented(at, line, form.word);
            return self.root(at, Class::Item(form.item), self.steps.margin);
        }
        if let Some(word) = word {
            return self.put(depth, at, line, word);
        }
        let near = head.near_line_under(owner);
        let word = head.line_somewhere();
        // `dicsretion may` under a commitment has the shape of a statement, but is a misspelt field.
        if let Some(word) = word.filter(|word| near.is_none() || *word != LineWord::Statement) {
            return match self.acceptor(word) {
                Some(owner) => self.put_back(owner, at, line, word),
                None => self.lose_misplaced(at, line, word),
            };
        }
        self.unknown(depth, owner, at, line, (head, near));
    }

    fn unknown(&mut self, depth: usize, owner: Class, at: usize, line: &Line, (head, near): (Head<'a>, Near)) {
        if near.is_none() && owner.accepts(LineWord::Statement) && head.word().is_some() {
            // The reader of statements says what is wrong with it.
            return self.put(depth, at, line, LineWord::Statement);
        }
        if near.is_none() && self.goes_on_with_told(at, line) {
            return self.lose(at, line, depth + 1);
        }
        let above = self.open.get(depth).and_then(|open| self.lines.lines.get(open.at));
        if above.is_some_and(|above| self.is_broken(owner, above)) && near.is_none() {
            return self.lose(at, line, depth + 1);
        }
        let first = self.first_word(line);
        let help = match near {
            Some((line, word)) => format!("did you mean `{word}`? the form is `{}`", line_form(line).form),
            None => self.help_unknown(owner, at, line),
        };
        let message = format!("{} is no line that can stand under `{}`", self.shown(first), owner.word());
        self.forest.tell(at, Diagnostic::error("unknown-line", first, message, help));
        match near {
            Some((word, _)) => self.put(depth, at, line, word),
            None => self.lose(at, line, depth + 1),
        }
    }

    fn help_unknown(&self, owner: Class, at: usize, line: &Line) -> String {
        let before = at.checked_sub(1).and_then(|before| self.lines.lines.get(before));
        if before.is_some_and(|before| before.prose.is_some() && before.indent >= line.indent) {
            return "if it goes on with the words after `>`, indent it deeper than the line of the `>`".to_owned();
        }
        let lines: Vec<&str> = owner.accepted().map(|form| line_name(form.line)).collect();
        match lines.as_slice() {
            [] => format!("nothing stands under `{}`: move it to where it belongs, or delete it", owner.word()),
            lines => format!("under `{}` can stand: {}", owner.word(), list(lines.iter().copied())),
        }
    }

    /// A row that goes on with the prose of a line whose own indentation slipped: one message is enough. If that line
    /// was only warned of, this row gives the message.
    fn goes_on_with_told(&mut self, at: usize, line: &Line) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let prose = self
            .lines
            .lines
            .get(before)
            .is_some_and(|above| above.prose.is_some() && (above.indent >= line.indent || above.indent == 0));
        if prose {
            while self.forest.warnings.pop_if(|(warned, _)| *warned == before).is_some() {}
        }
        prose && self.forest.nodes.get(before).is_some_and(|node| node.told)
    }

    /// Whether the deeper rows of a line were probably meant as its words: its `>` is missing, or inside a text
    /// that was never closed. The message about that line is enough.
    fn is_broken(&self, class: Class, line: &Line) -> bool {
        let prose = [LineWord::Quote, LineWord::Because, LineWord::Omit, LineWord::Keep].map(Class::Line);
        let unclosed = self.lines.words(line).iter().any(|token| token.kind == Kind::Unclosed);
        unclosed || (line.mark.is_none() && prose.contains(&class))
    }

    /// The nearest line above that may own such a line.
    fn acceptor(&self, word: LineWord) -> Option<usize> {
        (0..self.open.len()).rev().find(|&depth| self.class_at(depth).accepts(word))
    }

    fn class_at(&self, depth: usize) -> Class {
        let open = self.open.get(depth);
        open.and_then(|open| self.forest.nodes.get(open.at)).map_or(Class::Lost, |node| node.class)
    }

    fn root(&mut self, at: usize, class: Class, indent: u32) {
        self.set(at, class, false);
        self.forest.roots.push(at);
        self.open.clear();
        self.open.push(Open { at, indent, uneven: false });
    }

    /// A line where it belongs.
    fn put(&mut self, owner: usize, at: usize, line: &Line, word: LineWord) {
        if word == LineWord::Quote {
            self.warn_quote_beside(owner, at, line);
        }
        let uneven = self.warn_uneven(owner, at, line);
        self.attach(owner, at, Class::Line(word), false);
        self.open.truncate(owner + 1);
        self.open.push(Open { at, indent: line.indent, uneven });
    }

    /// A line that stands elsewhere than its indentation says.
    fn put_back(&mut self, owner: usize, at: usize, line: &Line, word: LineWord) {
        let Some(owner_at) = self.open.get(owner).map(|open| open.at) else { return };
        let slipped_too = self.open.get(owner).is_some_and(|open| open.uneven && open.indent >= line.indent);
        let block = self.last_moved == Some((at.wrapping_sub(1), line.indent, owner_at));
        let warned = self.forest.warnings.last().is_some_and(|(line, _)| line + 1 == at);
        let followed = self.moved(owner_at) || slipped_too || block || warned;
        if !followed {
            self.tell_slipped(owner, at, line, word);
        }
        self.last_moved = Some((at, line.indent, owner_at));
        let sibling = self.open.get(owner + 1).map(|open| open.indent);
        let indent = sibling.unwrap_or_else(|| self.open.get(owner).map_or(0, |open| open.indent) + self.steps.unit);
        self.attach(owner, at, Class::Line(word), !followed);
        self.open.truncate(owner + 1);
        self.open.push(Open { at, indent, uneven: true });
    }

    fn moved(&self, at: usize) -> bool {
        self.forest.nodes.get(at).is_some_and(|node| node.moved)
    }

    fn attach(&mut self, owner: usize, at: usize, class: Class, moved: bool) {
        self.set(at, class, moved);
        let owner = self.open.get(owner).map(|open| open.at);
        if let Some(node) = owner.and_then(|owner| self.forest.nodes.get_mut(owner)) {
            node.children.push(at);
        }
    }

    fn set(&mut self, at: usize, class: Class, moved: bool) {
        if let Some(node) = self.forest.nodes.get_mut(at) {
            node.class = class;
            node.moved = moved;
        }
    }

    /// A line that is nothing known: what it tried to declare counts as declared.
    fn lose(&mut self, at: usize, line: &Line, depth: usize) {
        let inside = depth.checked_sub(1).and_then(|depth| self.open.get(depth));
        let inside = inside.and_then(|open| self.lines.lines.get(open.at)).and_then(|line| self.tried(line));
        if let Some(name) = self.tried(line) {
            self.forest.declared.push(Declared { name, in_issue: inside });
        }
        self.open.truncate(depth);
        self.open.push(Open { at, indent: line.indent, uneven: true });
    }

    /// `word NAME "title"`, or `option NAME` by itself: it tried to declare the name. So did `NAME "title"`, whose first
    /// word is lost.
    fn tried(&self, line: &Line) -> Option<Name> {
        let words = self.lines.words(line);
        let head = Head { text: self.text, words };
        let first = head.word()?;
        let goes_on = |at: usize| match words.get(at) {
            Some(Token { kind: Kind::Text | Kind::Unclosed | Kind::Curly, .. }) => true,
            _ => matches!(head.word_at(at), Some("as" | "by" | "holds")),
        };
        if goes_on(1) {
            return head.name_at(0, self.file);
        }
        let declares = if words.len() == 2 { nearest(first, ["option", "answer"]).is_some() } else { goes_on(2) };
        head.name_at(1, self.file).filter(|_| declares)
    }

    fn lose_misplaced(&mut self, at: usize, line: &Line, word: LineWord) {
        let mut owners: Vec<String> = owners(word).map(|word| format!("`{word}`")).collect();
        if word == LineWord::Private {
            owners.insert(0, "any item but `case`".to_owned());
        }
        let first = self.first_word(line);
        let message = format!("{} has no place here", self.shown(first));
        let help = format!("{} stands under {}", article(word), list_or(owners.into_iter()));
        self.forest.tell(at, Diagnostic::error("wrong-place", first, message, help));
        let depth = self.open.iter().rposition(|open| open.indent < line.indent).map_or(0, |last| last + 1);
        self.lose(at, line, depth);
    }

    fn tell_indented(&mut self, at: usize, line: &Line, word: &str) {
        let message = format!("`{word}` opens an item, but is indented");
        let first = self.first_word(line);
        self.forest.tell(at, Diagnostic::error("wrong-indent", first, message, "move it to the margin"));
    }

    fn tell_slipped(&mut self, owner: usize, at: usize, line: &Line, word: LineWord) {
        let Some(open) = self.open.get(owner) else { return };
        let first = self.first_word(line);
        let class = self.class_at(owner);
        let deep = if line.indent > open.indent { "too deep" } else { "not deep enough" };
        let message =
            format!("{} stands {deep}: {} belongs under `{}`", self.shown(first), article(word), class.word());
        let wanted = self.open.get(owner + 1).map_or(open.indent + self.steps.unit, |sibling| sibling.indent);
        let help = format!("indent it by {wanted} to put it under this `{}`", class.word());
        let place = self.lines.lines.get(open.at).map(|line| self.first_word(line));
        let mut told = Diagnostic::error("wrong-indent", first, message, help);
        if let Some(place) = place {
            told = told.and(place, "it would belong here");
        }
        self.forest.tell(at, told);
    }

    fn warn_uneven(&mut self, owner: usize, at: usize, line: &Line) -> bool {
        let Some(open) = self.open.get(owner) else { return false };
        let step = line.indent - open.indent.min(line.indent);
        if open.uneven || !self.steps.is_odd(step) {
            return false;
        }
        let block = self.last_uneven == Some((at.wrapping_sub(1), line.indent));
        self.last_uneven = Some((at, line.indent));
        if block {
            return true;
        }
        let unit = self.steps.unit;
        let first = self.first_word(line);
        let message =
            format!("{} is indented by {step} under its line, where this file indents by {unit}", self.shown(first));
        let help = format!("indent it by {}, or by what shows where it belongs", open.indent + unit);
        self.forest.warnings.push((at, Diagnostic::warning("uneven-indent", first, message, help)));
        true
    }

    /// Directly after a `said by` without a quote, at its height: probably meant to be under it.
    fn warn_quote_beside(&mut self, owner: usize, at: usize, line: &Line) {
        let node = |at: usize| self.forest.nodes.get(at);
        let owner_node = self.open.get(owner).and_then(|open| node(open.at));
        let Some(saying) = owner_node.and_then(|owner| owner.children.last().copied()) else { return };
        let Some(before) = node(saying).filter(|node| node.class == Class::Line(LineWord::SaidBy)) else { return };
        let quote = |&child: &usize| node(child).is_some_and(|node| node.class == Class::Line(LineWord::Quote));
        if before.moved || before.told || before.children.iter().any(quote) {
            return;
        }
        let first = self.first_word(line);
        let mut told = Diagnostic::warning(
            "quote-beside-saying",
            first,
            "this `quote` stands beside the `said by` above, not under it",
            "indent it deeper to make it the words of that `said by`; as it stands, it is the outlet's own voice",
        );
        if let Some(place) = self.lines.lines.get(saying).map(|line| self.first_word(line)) {
            told = told.and(place, "said here, without a quote");
        }
        self.forest.warnings.push((at, told));
    }

    fn first_word(&self, line: &Line) -> Span {
        match self.lines.words(line).first() {
            Some(token) => self.span(token.start, token.end),
            None => self.span(line.start, line.start + 1),
        }
    }

    fn shown(&self, span: Span) -> String {
        crate::cursor::shown(self.text, span)
    }

    fn span(&self, start: u32, end: u32) -> Span {
        Span { file: self.file, start, end }
    }
}

/// The items and lines that may own such a line.
fn owners(line: LineWord) -> impl Iterator<Item = &'static str> {
    let items = ITEMS.iter().filter(move |form| form.lines.contains(&line)).map(|form| item_form(form.item).word);
    let lines = crate::keywords::LINES.iter().filter(move |form| form.lines.contains(&line));
    items.chain(lines.map(|form| line_name(form.line)))
}

fn article(line: LineWord) -> String {
    match line {
        LineWord::Statement => "a statement".to_owned(),
        other => format!("`{}`", line_name(other)),
    }
}

/// `a, b, c`
pub(crate) fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

/// `a, b or c`
pub(crate) fn list_or(words: impl Iterator<Item = String>) -> String {
    let mut words: Vec<String> = words.collect();
    match (words.pop(), words.is_empty()) {
        (Some(last), false) => format!("{} or {last}", words.join(", ")),
        (Some(last), true) => last,
        (None, _) => String::new(),
    }
}
