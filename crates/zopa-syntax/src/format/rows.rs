//! How is each row written?

use super::Part;
use crate::blocks::Blocks;
use crate::keywords::LineWord;
use crate::lines::{Line, columns, feed, rows};
use crate::shape::Class;
use crate::spacing::apart;
use crate::words::{Token, is_blank, scan};

/// The columns of one step.
const STEP: usize = 2;

/// All rows, written anew where their part is sound.
pub(super) fn written(text: &str, blocks: &Blocks, parts: &[Part]) -> String {
    let mut writer = Writer { text, blocks, depths: depths(blocks), out: String::with_capacity(text.len()) };
    let feed = feed(text);
    let mut parts = parts.iter().peekable();
    let mut sound = true;
    let mut gap = false;
    let mut at = 0;
    for row in rows(text) {
        while let Some(part) = parts.next_if(|part| part.span.start as usize <= at) {
            sound = part.sound;
        }
        let start = at;
        at += row.len();
        if row.trim().is_empty() {
            gap = !writer.out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            writer.out.push_str(feed);
        }
        match sound {
            true => writer.row(row, start),
            false => writer.out.push_str(row.trim_end_matches(['\n', '\r'])),
        }
        writer.out.push_str(feed);
    }
    writer.out
}

/// By line: how many lines it stands under.
fn depths(blocks: &Blocks) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(blocks.len());
    for at in 0..blocks.len() {
        let owner = blocks.owner(at).and_then(|owner| depths.get(owner));
        depths.push(owner.map_or(0, |depth| depth + 1));
    }
    depths
}

struct Writer<'a> {
    text: &'a str,
    blocks: &'a Blocks<'a>,
    depths: Vec<usize>,
    out: String,
}

impl<'a> Writer<'a> {
    /// A row that is not empty and begins at the byte `base`.
    fn row(&mut self, row: &'a str, base: usize) {
        let content = row.trim_start_matches(is_blank);
        let blank = row.get(..row.len() - content.len()).unwrap_or_default();
        let start = base + blank.len();
        if content.is_empty() {
            return self.marks(blank);
        }
        let content = content.trim_end();
        let at = u32::try_from(start).ok().and_then(|start| self.blocks.line_at(start));
        let line = at.and_then(|at| self.blocks.line(at));
        let (Some(at), Some(line)) = (at, line) else { return self.plain(0, blank, content) };
        let depth = self.depths.get(at).copied().unwrap_or_default();
        let within = start < line.end as usize;
        let words_go_on = line.mark.is_none_or(|mark| mark as usize >= base);
        match within {
            true if start == line.start as usize => self.words(at, depth, blank, content, start),
            true if words_go_on && !content.starts_with('#') => self.words(at, depth + 1, blank, content, start),
            true if !words_go_on && columns(blank) > line.indent => self.plain(depth + 1, blank, content),
            _ => self.plain(self.depth_of_comment(at, line, columns(blank)), blank, content),
        }
    }

    /// Under as many lines as it is deeper than.
    fn depth_of_comment(&self, at: usize, line: &Line, indent: u32) -> usize {
        let mut line = Some((at, line));
        while let Some((at, above)) = line {
            if above.indent < indent {
                return self.depths.get(at).copied().unwrap_or_default() + 1;
            }
            line = self.blocks.owner(at).and_then(|owner| Some((owner, self.blocks.line(owner)?)));
        }
        0
    }

    fn indent(&mut self, depth: usize, blank: &str) {
        self.out.extend(std::iter::repeat_n(' ', depth * STEP));
        self.marks(blank);
    }

    /// The invisible marks of right-to-left text stay.
    fn marks(&mut self, blank: &str) {
        self.out.extend(blank.chars().filter(|c| !c.is_whitespace()));
    }

    /// Words after `>`, or a comment.
    fn plain(&mut self, depth: usize, blank: &str, content: &str) {
        self.indent(depth, blank);
        self.out.push_str(content);
    }

    fn words(&mut self, at: usize, depth: usize, blank: &str, content: &'a str, start: usize) {
        self.indent(depth, blank);
        let mut tokens = Vec::new();
        let stop = scan(content, u32::try_from(start).unwrap_or(u32::MAX), &mut tokens);
        let path = self.blocks.class(at) == Some(Class::Line(LineWord::Document));
        let mut before: Option<Token> = None;
        for token in tokens {
            if let Some(before) = before {
                let gap = self.between(before.end, token.start);
                self.marks(gap);
                if if path { !gap.is_empty() } else { apart(before.kind, token.kind) } {
                    self.out.push(' ');
                }
            }
            self.out.push_str(self.between(token.start, token.end));
            before = Some(token);
        }
        let end = before.map_or(start, |token| token.end as usize) - start;
        self.rest(content, end, stop.prose.or(stop.comment), stop.prose.is_some());
    }

    /// What follows the words of a row: `> words`, a comment, or nothing.
    fn rest(&mut self, content: &str, end: usize, stop: Option<usize>, prose: bool) {
        let gap = content.get(end..stop.unwrap_or(content.len())).unwrap_or_default();
        self.marks(gap);
        let Some(stop) = stop else { return };
        if end > 0 {
            self.out.push(' ');
        }
        match content.get(stop + 1..).map(str::trim_start).filter(|_| prose) {
            Some("") => self.out.push('>'),
            Some(words) => {
                self.out.push_str("> ");
                self.out.push_str(words);
            }
            None => self.out.push_str(content.get(stop..).unwrap_or_default()),
        }
    }

    fn between(&self, start: u32, end: u32) -> &'a str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}
