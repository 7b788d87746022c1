//! How do the files of a case become items?
//!
//! Source, lines, lines in their places, items: each step has a file of its own, and this one runs them.

use crate::ast::{Item, Name, Quote, Words};
use crate::cond::cond;
use crate::cursor::{Cursor, Read};
use crate::date::number;
use crate::diagnostic::Diagnostic;
use crate::keywords::{LineWord, item_form, item_of, line_form};
use crate::lines::{Line, Lines};
use crate::shape::{Class, Head};
use crate::span::{FileId, Span};
use crate::tree::{Forest, Node, grow};
use crate::{Declared, SourceFile, Tree, apart, items, lines};
use std::collections::BTreeSet;

/// Reads the files of a case, all of them, whatever they hold.
///
/// Every file gets its place in `files` as its [`FileId`]. The items come in the order of the files and of their
/// head lines. At most one message is given for a line; a line that cannot be read is left out of its item, an item
/// whose head line cannot be read is left out of the tree, and both are still told of in [`Tree::declared`].
/// Files beyond 4 GiB are read up to there.
pub fn parse(files: &[SourceFile]) -> Tree {
    parse_with(files, files.len())
}

/// The same, where the files from the number `private_from` on are private with all that they hold.
pub fn parse_with(files: &[SourceFile], private_from: usize) -> Tree {
    let mut tree = Tree::default();
    for (at, file) in files.iter().enumerate() {
        let id = FileId(u32::try_from(at).unwrap_or(u32::MAX));
        read_file(&file.text, id, &mut tree);
    }
    one_message_for_a_reserved_name(files, &mut tree);
    tree.apart = apart::parts(files, &tree.items, private_from);
    tree
}

/// How far above a joined row its owner is looked for.
const OPTIONS_LOOKED_THROUGH: usize = 200;

/// A word of the language that an item takes for its name is one mistake, however often the name is used.
fn one_message_for_a_reserved_name(files: &[SourceFile], tree: &mut Tree) {
    let written =
        |span: Span| files.get(span.file.0 as usize).and_then(|f| f.text.get(span.start as usize..span.end as usize));
    let declares = |span: Span| {
        let before = files.get(span.file.0 as usize).and_then(|file| file.text.get(..span.start as usize));
        let line = before.and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        item_of(line.trim_end()).is_some()
    };
    let reserved = |told: &Diagnostic| told.code.0 == "reserved-name";
    let all = tree.diagnostics.iter().filter(|told| reserved(told));
    let taken: BTreeSet<&str> =
        all.map(|told| told.primary.span).filter(|span| declares(*span)).filter_map(written).collect();
    tree.diagnostics.retain(|told| {
        let span = told.primary.span;
        !reserved(told) || declares(span) || !written(span).is_some_and(|word| taken.contains(word))
    });
}

fn read_file(text: &str, file: FileId, tree: &mut Tree) {
    let lines = lines::read(text, file);
    let mut forest = grow(text, file, &lines);
    let roots = std::mem::take(&mut forest.roots);
    let mut reader = Reader { text, file, lines: &lines, forest, declared: Vec::new() };
    for root in roots {
        tree.items.extend(reader.item(root));
    }
    reader.finish(tree);
}

/// Reads the items of one file.
pub(crate) struct Reader<'a> {
    text: &'a str,
    file: FileId,
    lines: &'a Lines,
    forest: Forest,
    declared: Vec<Declared>,
}

impl<'a> Reader<'a> {
    fn item(&mut self, at: usize) -> Option<Item> {
        let Some(Class::Item(word)) = self.class(at) else { return None };
        let mut cursor = self.cursor(at, item_form(word).form)?;
        let span = cursor.line_span();
        cursor.skip();
        let kind = items::read(self, word, at, &mut cursor);
        let quotes = self.quotes(at);
        let private = self.mark(at, LineWord::Private);
        let unconfirmed = self.mark(at, LineWord::Unconfirmed);
        Some(Item { kind: kind?, quotes, private, unconfirmed, span })
    }

    fn finish(mut self, tree: &mut Tree) {
        for (at, line) in self.lines.lines.iter().enumerate() {
            if let Some(span) = line.suspect {
                let message = "this row goes on with the words after `>` above, but looks like a line of its own";
                let help = "if it is one, indent it less, as the line of the `>` or as the line above that";
                self.forest.warnings.push((at, Diagnostic::warning("prose-reads-as-line", span, message, help)));
            }
        }
        let broken: Vec<bool> = self.forest.nodes.iter().map(|node| node.told).collect();
        let after_broken = |at: usize| at.checked_sub(1).and_then(|above| broken.get(above)) == Some(&true);
        self.drop_what_follows(after_broken);
        for (at, warning) in std::mem::take(&mut self.forest.warnings) {
            if !after_broken(at) {
                self.forest.tell(at, warning);
            }
        }
        self.forest.errors.sort_by_key(|told| told.primary.span);
        tree.diagnostics.append(&mut self.forest.errors);
        self.declared.append(&mut self.forest.declared);
        self.declared.sort_by_key(|declared| declared.name.span);
        tree.declared.append(&mut self.declared);
    }

    /// A line right under one that cannot be read, and deeper, is out of place because of it.
    fn drop_what_follows(&mut self, after_broken: impl Fn(usize) -> bool) {
        let lines = &self.lines.lines;
        let deeper = |at: usize| {
            let above = at.checked_sub(1).and_then(|above| lines.get(above));
            above.zip(lines.get(at)).is_some_and(|(above, line)| line.indent > above.indent)
        };
        self.forest.errors.retain(|told| {
            let at = lines.partition_point(|line| line.start <= told.primary.span.start);
            let follows = at.checked_sub(1).is_some_and(|at| after_broken(at) && deeper(at));
            !(follows && matches!(told.code.0, "wrong-indent" | "wrong-place"))
        });
    }

    fn node(&self, at: usize) -> Option<&Node> {
        self.forest.nodes.get(at)
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.node(at).map(|node| node.class)
    }

    fn line(&self, at: usize) -> Option<&'a Line> {
        self.lines.lines.get(at)
    }

    fn cursor(&self, at: usize, form: &'static str) -> Option<Cursor<'a>> {
        Some(Cursor::new(self.text, self.file, self.lines, self.line(at)?, form))
    }

    /// The first words of a line.
    pub fn head(&self, at: usize) -> Head<'a> {
        let words = self.line(at).map_or(&[][..], |line| self.lines.words(line));
        Head { text: self.text, words }
    }

    /// The lines of one kind that belong to a line.
    pub fn below(&self, at: usize, word: LineWord) -> Vec<usize> {
        let children = self.node(at).map_or(&[][..], |node| &node.children);
        let right = |&&child: &&usize| self.class(child) == Some(Class::Line(word));
        children.iter().filter(right).copied().collect()
    }

    /// All lines that belong to a line, with their kinds, but for its quotes and its marks.
    pub fn lines_below(&self, at: usize) -> Vec<(usize, LineWord)> {
        let children = self.node(at).map_or(&[][..], |node| &node.children);
        let word = |&child: &usize| match self.class(child) {
            Some(Class::Line(LineWord::Quote | LineWord::Private | LineWord::Unconfirmed)) => None,
            Some(Class::Line(word)) => Some((child, word)),
            _ => None,
        };
        children.iter().filter_map(word).collect()
    }

    /// Reads a line after its opening words with `how`; a mistake becomes the message of the line.
    pub fn read<T>(&mut self, at: usize, word: LineWord, how: impl FnOnce(&mut Cursor<'a>) -> Read<T>) -> Option<T> {
        let form = line_form(word);
        let mut cursor = self.cursor(at, form.form)?;
        let read = match word {
            LineWord::Statement => how(&mut cursor),
            _ => {
                cursor.skip();
                let rest = form.words.split(' ').nth(1);
                rest.map_or(Ok(()), |second| cursor.expect(second)).and_then(|()| how(&mut cursor))
            }
        };
        self.keep(at, read)
    }

    /// What was read, or its message told.
    pub fn keep<T>(&mut self, at: usize, read: Read<T>) -> Option<T> {
        match read {
            Ok(read) => Some(read),
            Err(told) => {
                if told.code.0 == "left-over" {
                    self.declare_within(at);
                }
                self.forest.tell(at, *told);
                None
            }
        }
    }

    /// A row that two lines were joined into declares what both would.
    fn declare_within(&mut self, at: usize) {
        let Some(line) = self.line(at) else { return };
        let owns = |above: &usize| self.line(*above).is_some_and(|above| above.indent < line.indent);
        let above = (0..at).rev().take(OPTIONS_LOOKED_THROUGH).find(owns);
        let inside = above.and_then(|above| self.head(above).name_at(1, self.file));
        for name in self.head(at).names_within(self.file) {
            self.declare(&name, None);
            if let Some(inside) = &inside {
                self.declare(&name, Some(inside));
            }
        }
    }

    /// Puts what was read in its place; a second one is told.
    pub fn once<T>(&mut self, at: usize, slot: &mut Option<T>, read: Option<T>) {
        let Some(read) = read else { return };
        if slot.is_none() {
            *slot = Some(read);
            return;
        }
        let shown = self.shown(self.span(at));
        let help = "keep one of them".to_owned();
        let told = Diagnostic::error("given-twice", self.span(at), format!("{shown} is given a second time"), help);
        let told = match self.same_before(at) {
            Some(first) => told.and(self.span(first), "given here first"),
            None => told,
        };
        self.forest.tell(at, told);
    }

    /// Two lines that exclude each other: the second is told, with both places.
    pub fn exclude(&mut self, at: usize, one: LineWord, other: LineWord, told: impl FnOnce(Span) -> Diagnostic) {
        let first = |word| self.below(at, word).first().copied();
        let (Some(one), Some(other)) = (first(one), first(other)) else { return };
        let (first, second) = (one.min(other), one.max(other));
        let told = told(self.span(second)).and(self.span(first), "given here first");
        self.forest.tell(second, told);
    }

    /// The nearest line above of the same kind and indentation.
    fn same_before(&self, at: usize) -> Option<usize> {
        let indent = self.line(at)?.indent;
        let same = |&above: &usize| {
            self.class(above) == self.class(at) && self.line(above).is_some_and(|line| line.indent == indent)
        };
        let inside = |&above: &usize| !matches!(self.class(above), Some(Class::Item(_)));
        (0..at).rev().take_while(inside).find(same)
    }

    fn shown(&self, span: Span) -> String {
        crate::cursor::shown(self.text, span)
    }

    /// A name that a line declares, even if the rest of the line cannot be read.
    pub fn declare(&mut self, name: &Name, inside: Option<&Name>) {
        self.declared.push(Declared { name: name.clone(), in_issue: inside.cloned() });
    }

    /// The span of a line.
    pub fn span(&self, at: usize) -> Span {
        let file = self.file;
        self.line(at).map_or(Span { file, start: 0, end: 0 }, |line| Span { file, start: line.start, end: line.end })
    }

    /// A line as written, white space folded.
    pub fn folded(&self, at: usize) -> String {
        self.cursor(at, "").map_or(String::new(), |cursor| cursor.folded())
    }

    /// The quotes directly under a line.
    pub fn quotes(&mut self, at: usize) -> Vec<Quote> {
        let below = self.below(at, LineWord::Quote);
        below.into_iter().filter_map(|quote| self.read(quote, LineWord::Quote, read_quote)).collect()
    }

    /// A word that stands alone, such as `private`, at most once: where it stands.
    pub fn mark(&mut self, at: usize, word: LineWord) -> Option<Span> {
        let mut mark = None;
        for line in self.below(at, word) {
            let read = self.read(line, word, |cursor| cursor.end());
            let read = read.map(|()| self.span(line));
            self.once(line, &mut mark, read);
        }
        mark
    }

    /// `because > words`, at most once.
    pub fn because(&mut self, at: usize) -> Option<Words> {
        let mut because = None;
        for line in self.below(at, LineWord::Because) {
            let read = self.read(line, LineWord::Because, |cursor| cursor.prose());
            self.once(line, &mut because, read);
        }
        because
    }
}

/// `quote NAME [ at NUMBER ] > PROSE`, after its first word.
fn read_quote(cursor: &mut Cursor) -> Read<Quote> {
    let source = cursor.name("a source")?;
    let at = if cursor.take("at") { Some(offset(cursor)?) } else { None };
    let words = cursor.prose()?;
    Ok(Quote { source, at, words, span: cursor.line_span() })
}

fn offset(cursor: &mut Cursor) -> Read<usize> {
    let place = cursor.next_span();
    let written = number(cursor)?;
    written.parse().map_err(|_| {
        let message = format!("`{written}` is larger than any document");
        cursor.error("bad-number", place, message, "write the byte offset of the words in the document")
    })
}

/// A condition up to the end of the line.
pub(crate) fn whole_cond(cursor: &mut Cursor) -> Read<crate::ast::Cond> {
    let read = cond(cursor)?;
    cursor.end()?;
    Ok(read)
}
