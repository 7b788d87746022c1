//! What are the paragraphs of a part of a Word file?

use crate::block::Kind;
use crate::html::tokens::{Token, Tokens};

use super::styles::Styles;

/// Paragraphs in paragraphs (text boxes), at most; what lies deeper belongs to the deepest.
const DEPTH_MOST: usize = 32;

/// A paragraph as it stands, and what was struck out of it.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    pub(crate) deleted: String,
    pub(crate) kind: Option<Kind>,
}

/// The name without its prefix.
pub(crate) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The attribute of this name, whatever its prefix.
pub(crate) fn attribute<'a>(attributes: &'a [(String, String)], wanted: &str) -> Option<&'a str> {
    attributes.iter().find(|(name, _)| local(name) == wanted).map(|(_, value)| value.as_str())
}

/// The paragraphs in order; `None` if the part breaks off.
pub(crate) fn paragraphs(source: &str, styles: &Styles) -> Option<Vec<Paragraph>> {
    let mut reading = Reading::default();
    for token in Tokens::xml(source) {
        match token {
            Token::Start { name, attributes, closed } => {
                reading.start(local(&name), &attributes, styles);
                if closed {
                    reading.end(local(&name));
                } else {
                    reading.depth += 1;
                }
            }
            Token::End(name) => {
                reading.end(local(&name));
                reading.depth -= 1;
            }
            Token::Text(text) => reading.text(&text),
        }
    }
    (reading.depth == 0 && source.contains('<')).then_some(reading.done)
}

#[derive(Default)]
struct Reading {
    done: Vec<Paragraph>,
    /// The paragraphs that are open, outermost first.
    open: Vec<Paragraph>,
    /// Elements open: zero at the end of a whole part.
    depth: i64,
    /// Runs of text that are open.
    runs: usize,
    /// Elements open whose content counts as struck out.
    struck: usize,
    /// Elements open whose content is a second way to show what stands already.
    fallback: usize,
    /// Characters are text of the paragraph here.
    in_text: bool,
    in_struck_text: bool,
}

impl Reading {
    fn start(&mut self, name: &str, attributes: &[(String, String)], styles: &Styles) {
        match name {
            "Fallback" => self.fallback += 1,
            _ if self.fallback > 0 => {}
            "p" if self.open.len() < DEPTH_MOST => self.open.push(Paragraph::default()),
            "pStyle" => {
                let kind = attribute(attributes, "val").and_then(|id| styles.kind(id));
                self.open.last_mut().into_iter().for_each(|paragraph| paragraph.kind = kind);
            }
            "moveFrom" => self.struck += 1,
            "t" => self.in_text = true,
            "delText" => self.in_struck_text = true,
            "r" => self.runs += 1,
            // Outside a run, a tab is one of the stops at which tabs end.
            "tab" | "ptab" if self.runs > 0 => self.add("\t"),
            "br" | "cr" if self.runs > 0 => self.add("\n"),
            "noBreakHyphen" => self.add("\u{2011}"),
            "softHyphen" => self.add("\u{ad}"),
            "sym" => {
                let code = attribute(attributes, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
                let character = code.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
                self.add(&character.map(String::from).unwrap_or_default());
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "Fallback" => self.fallback = self.fallback.saturating_sub(1),
            _ if self.fallback > 0 => {}
            "p" => self.done.extend(self.open.pop()),
            "r" => self.runs = self.runs.saturating_sub(1),
            "moveFrom" => self.struck = self.struck.saturating_sub(1),
            "t" => self.in_text = false,
            "delText" => self.in_struck_text = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.fallback == 0 && (self.in_text || self.in_struck_text) {
            self.add(text);
        }
    }

    fn add(&mut self, text: &str) {
        let struck = self.in_struck_text || self.struck > 0;
        if let Some(paragraph) = self.open.last_mut() {
            let part = if struck { &mut paragraph.deleted } else { &mut paragraph.text };
            part.push_str(text);
        }
    }
}
