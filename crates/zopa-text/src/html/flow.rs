//! What does a page say, read from top to bottom?
//!
//! White space is one space, as a browser shows it; a line ends where a block begins or ends, a cell of a table with a
//! tab. Soft hyphens and no-break spaces stay as they are: they are folded away where words are compared.

use super::parts::Parts;
use super::tree::{Node, Tree, is_block};
use crate::Span;
use crate::block::{Kind, LeftOut};
use crate::judge;
use crate::plain::is_prose;
use crate::rules;
use crate::words::word_count;

/// The most characters that are kept of a script.
const SCRIPT_MOST: usize = 400;

/// Sentences pulled out of a page that are looked for in it, at most.
const PULLED_MOST: usize = 100;

/// Prose outside the article is kept from so many words on.
const PROSE_WORDS: usize = 8;

/// What has been read: the text, its blocks with what the page says they are, and what was left out.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub(crate) text: String,
    pub(crate) blocks: Vec<(Span, Option<Kind>)>,
    pub(crate) left_out: Vec<LeftOut>,
    line: Line,
}

/// The line that is being read.
#[derive(Debug, Default)]
struct Line {
    text: String,
    /// White space was passed over since the last character.
    space: bool,
    /// What the page calls each piece of it.
    labels: Vec<Option<Kind>>,
    /// Characters inside links, and all of them.
    linked: usize,
    length: usize,
    /// How many links there are.
    links: usize,
    inside: bool,
}

/// What surrounds a node.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    label: Option<Kind>,
    link: bool,
    pre: bool,
}

/// Reads the page.
pub(crate) fn read(tree: &Tree, parts: &Parts) -> Flow {
    let mut reader = Reader { tree, parts, flow: Flow::default(), standing: None, looked_for: 0 };
    reader.walk(0, Around::default());
    reader.flow.end_line();
    reader.flow
}

struct Reader<'a> {
    tree: &'a Tree,
    parts: &'a Parts,
    flow: Flow,
    /// The words of the page without what is pulled out of them, folded; made when first needed.
    standing: Option<String>,
    /// How many were looked for among them.
    looked_for: usize,
}

impl Reader<'_> {
    /// As deep as the tree, whose depth is bounded.
    fn walk(&mut self, at: usize, around: Around) {
        match self.tree.node(at) {
            Some(Node::Text(text)) => self.flow.push(text, around, self.parts.is_in_article(at)),
            Some(Node::Element { name, .. }) => self.element(at, name, around),
            None => {}
        }
    }

    fn element(&mut self, at: usize, name: &str, around: Around) {
        let kind = self.parts.kind(at);
        if let Some(kind) =
            kind.filter(|kind| !is_label(*kind)).filter(|kind| *kind != Kind::PullQuote || self.repeats(at))
        {
            return self.leave_out(at, kind);
        }
        let label = match name {
            "h1" => Some(Kind::Title),
            "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Heading),
            "head" => return self.scripts(at),
            "title" => return,
            _ => kind.or(around.label),
        };
        let inside = Around { label, link: around.link || name == "a", pre: around.pre || name == "pre" };
        match name {
            "br" => self.flow.line.break_here(),
            "td" | "th" => self.flow.line.tab(),
            "a" => self.flow.line.links += 1,
            "q" => self.flow.push("“", around, self.parts.is_in_article(at)),
            _ if is_block(name) => self.flow.end_line(),
            _ => {}
        }
        self.tree.children(at).iter().for_each(|child| self.walk(*child, inside));
        match name {
            "q" => self.flow.push("”", around, self.parts.is_in_article(at)),
            _ if is_block(name) => self.flow.end_line(),
            _ => {}
        }
    }

    /// Of a head, what a page runs.
    fn scripts(&mut self, head: usize) {
        let scripts = self.tree.children(head).iter().filter(|at| self.parts.kind(**at) == Some(Kind::Script));
        scripts.for_each(|at| self.leave_out(*at, Kind::Script));
    }

    fn leave_out(&mut self, at: usize, kind: Kind) {
        let mut words = String::new();
        self.words(at, &mut words, false);
        let words = if kind == Kind::Script { words.chars().take(SCRIPT_MOST).collect() } else { words };
        if is_block(self.tree.name(at)) {
            self.flow.end_line();
        }
        let place = self.flow.here();
        self.flow.leave_out(kind, words.trim(), place);
    }

    /// All words of an element, a line for each block.
    fn words(&self, at: usize, words: &mut String, but_pulled: bool) {
        match self.tree.node(at) {
            Some(Node::Text(text)) => push_spaced(words, text),
            Some(Node::Element { name, children, .. }) => {
                if but_pulled && matches!(self.parts.kind(at), Some(Kind::PullQuote | Kind::Script)) {
                    return;
                }
                let apart = is_block(name) || matches!(name.as_str(), "br" | "td" | "th" | "button" | "option");
                if apart && !words.ends_with('\n') {
                    words.push('\n');
                }
                children.iter().for_each(|child| self.words(*child, words, but_pulled));
                if apart && !words.ends_with('\n') {
                    words.push('\n');
                }
            }
            None => {}
        }
    }

    /// Do the words of this element stand elsewhere on the page too?
    fn repeats(&mut self, at: usize) -> bool {
        let bare = |text: &str| rules::tokens(text).join(" ");
        self.looked_for += 1;
        if self.looked_for > PULLED_MOST {
            return false;
        }
        let mut pulled = String::new();
        self.words(at, &mut pulled, false);
        // Who is quoted often follows on a line of its own.
        let longest = pulled.lines().max_by_key(|line| line.len()).map(bare).unwrap_or_default();
        if self.standing.is_none() {
            let mut all = String::new();
            self.words(0, &mut all, true);
            self.standing = Some(bare(&all));
        }
        self.standing.as_ref().is_some_and(|standing| standing.contains(&longest))
    }
}

/// A kind that says what a line of the text is, and leaves nothing out.
fn is_label(kind: Kind) -> bool {
    matches!(kind, Kind::Byline | Kind::Date)
}

/// Adds text with its white space as single spaces.
fn push_spaced(words: &mut String, text: &str) {
    for (at, part) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
        if at > 0 && !words.ends_with([' ', '\n']) && !words.is_empty() {
            words.push(' ');
        }
        words.push_str(part);
    }
}

impl Line {
    fn push(&mut self, c: char) {
        if self.space && !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            self.text.push(' ');
        }
        self.space = false;
        self.text.push(c);
    }

    fn break_here(&mut self) {
        self.space = false;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn tab(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            self.text.push('\t');
        }
    }

    /// Several links, or one of few words.
    fn is_menu(&self, text: &str) -> bool {
        self.links > 1 || word_count(text) <= 3
    }

    fn is_linked(&self) -> bool {
        self.linked * 10 > self.length * 6
    }
}

impl Flow {
    fn push(&mut self, text: &str, around: Around, inside: bool) {
        let label = around.label.filter(|label| is_label(*label));
        let before = self.line.labels.last().copied().flatten().filter(|label| is_label(*label));
        // An author and a day beside each other are two lines.
        if !text.trim().is_empty() && before.is_some() && label.is_some() && before != label {
            self.end_line();
        }
        for c in text.chars() {
            if around.pre && c == '\n' {
                self.line.break_here();
            } else if c.is_ascii_whitespace() {
                self.line.space = true;
            } else {
                // Two ends of a line in a row part paragraphs.
                if self.line.text.ends_with("\n\n") {
                    self.end_line();
                }
                self.line.push(c);
                self.line.length += 1;
                self.line.linked += usize::from(around.link);
            }
        }
        if !text.trim().is_empty() {
            self.line.labels.push(around.label);
            self.line.inside = inside;
        }
    }

    /// The offset at which the next character would stand.
    fn here(&self) -> usize {
        let line = self.line.text.trim_end();
        let gap = if line.is_empty() || self.text.is_empty() { 0 } else { 2 };
        self.text.len() + gap + line.len()
    }

    fn leave_out(&mut self, kind: Kind, words: &str, at: usize) {
        if words.is_empty() {
            return;
        }
        match self.left_out.last_mut() {
            Some(last) if last.kind == kind && last.at == at => {
                last.words.push('\n');
                last.words.push_str(words);
            }
            _ => self.left_out.push(LeftOut { kind, words: words.to_owned(), at, in_text: false }),
        }
    }

    /// The line is over: a block of the text, or left out.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text = line.text.trim();
        if text.is_empty() {
            return;
        }
        let label =
            line.labels.iter().copied().collect::<Option<Vec<Kind>>>().and_then(|labels| labels.first().copied());
        let label = label.or_else(|| (line.is_linked() && judge::is_byline(text)).then_some(Kind::Byline));
        if let Some(kind) = left_out_as(&line, text, label) {
            let at = self.text.len();
            // What was left out of this line stood where the line did.
            self.left_out.iter_mut().rev().take_while(|left| left.at > at).for_each(|left| left.at = at);
            return self.leave_out(kind, text, at);
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.blocks.push(((start, self.text.len()), label));
    }
}

/// Is this line left out, and as what? A line of prose is not, unless it is all links.
fn left_out_as(line: &Line, text: &str, label: Option<Kind>) -> Option<Kind> {
    let prose = is_prose(text) && !line.is_linked();
    if label.is_none() {
        let by_words = rules::by_words(text).filter(|kind| !prose && !kind.is_article() && !is_label(*kind));
        if by_words.is_some() {
            return by_words;
        }
    }
    if line.inside {
        let announced = line.is_linked() && !is_prose(text) && label.is_none();
        return announced.then_some(if line.is_menu(text) { Kind::Menu } else { Kind::Teaser });
    }
    let kept = label.is_some_and(|label| label != Kind::Heading) || (prose && word_count(text) >= PROSE_WORDS);
    (!kept).then_some(if line.is_linked() { Kind::Menu } else { Kind::Other })
}
