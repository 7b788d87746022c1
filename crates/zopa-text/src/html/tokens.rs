//! What are the tags and the words of a page's source?
//!
//! A tokenizer after the HTML standard, section 13.2.5, less what makes no difference to the text: no error is told, and
//! doctypes, comments and processing instructions are passed over. Each byte is looked at a bounded number of times,
//! whatever the source is. It reads the XML of office files too.

use super::entities::decoded;

/// A piece of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A start tag: `closed` if it ends in `/>`.
    Start { name: String, attributes: Vec<(String, String)>, closed: bool },
    /// An end tag.
    End(String),
    /// Characters between tags, character references resolved.
    Text(String),
}

/// Elements whose content is characters only, up to their end tag.
const RAW: [&str; 9] = ["script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title", "plaintext"];

/// Of these, the ones in which character references are resolved.
const RAW_WITH_REFERENCES: [&str; 2] = ["textarea", "title"];

pub(crate) struct Tokens<'a> {
    source: &'a str,
    at: usize,
    /// The element whose content comes next as it is.
    raw: Option<String>,
    /// Names keep their case, no element is raw, and CDATA is text.
    xml: bool,
}

impl<'a> Tokens<'a> {
    pub(crate) fn html(source: &'a str) -> Self {
        Self { source, at: 0, raw: None, xml: false }
    }

    pub(crate) fn xml(source: &'a str) -> Self {
        Self { source, at: 0, raw: None, xml: true }
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Passes over `length` bytes.
    fn take(&mut self, length: usize) -> &'a str {
        let taken = self.rest().get(..length).unwrap_or_default();
        self.at += taken.len();
        taken
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        self.take(rest.find(|c| !fits(c)).unwrap_or(rest.len()))
    }

    /// Passes over everything up to and with `end`, or all the rest.
    fn take_past(&mut self, end: &str) -> &'a str {
        let rest = self.rest();
        let length = rest.find(end).unwrap_or(rest.len());
        let taken = self.take(length);
        self.take(end.len());
        taken
    }

    /// The content of a raw element: up to its end tag, which is left to be read.
    fn raw_text(&mut self, name: &str) -> Token {
        let rest = self.rest();
        let is_end = |at: &usize| {
            let after = rest.get(at + 2..).unwrap_or_default();
            after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
                && after
                    .get(name.len()..)
                    .and_then(|rest| rest.chars().next())
                    .is_none_or(|c| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
        };
        let end = rest.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(rest.len());
        let text = self.take(end);
        Token::Text(if RAW_WITH_REFERENCES.contains(&name) { decoded(text, false) } else { text.to_owned() })
    }

    /// A comment or declaration, passed over; the characters of a CDATA section of XML.
    fn declaration(&mut self) -> Option<Token> {
        if self.xml && self.rest().starts_with("<![CDATA[") {
            self.take("<![CDATA[".len());
            return Some(Token::Text(self.take_past("]]>").to_owned()));
        }
        if self.rest().starts_with("<!-->") || self.rest().starts_with("<!--->") {
            self.take_past(">");
        } else if self.rest().starts_with("<!--") {
            self.take("<!--".len());
            self.take_past("-->");
        } else {
            self.take_past(">");
        }
        None
    }

    /// The tag that begins here; `None` if the source ends inside it.
    fn tag(&mut self, end: bool) -> Option<Token> {
        self.take(if end { 2 } else { 1 });
        let name = self.name(|c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        let mut attributes = Vec::new();
        let mut closed = false;
        loop {
            self.take_while(|c| c.is_ascii_whitespace());
            match self.rest().chars().next()? {
                '>' => break,
                '/' => closed = self.take(1) == "/" && self.rest().starts_with('>'),
                _ => attributes.push(self.attribute()),
            }
        }
        self.take(1);
        if end {
            return Some(Token::End(name));
        }
        if !self.xml && RAW.contains(&name.as_str()) && !closed {
            self.raw = Some(name.clone());
        }
        Some(Token::Start { name, attributes, closed })
    }

    fn name(&mut self, ends: impl Fn(char) -> bool) -> String {
        let name = self.take_while(|c| !ends(c));
        if self.xml { name.to_owned() } else { name.to_ascii_lowercase() }
    }

    fn attribute(&mut self) -> (String, String) {
        // An equals sign at the very start belongs to the name.
        let odd = if self.rest().starts_with('=') { self.take(1) } else { "" };
        let name = odd.to_owned() + &self.name(|c| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='));
        self.take_while(|c| c.is_ascii_whitespace());
        if !self.rest().starts_with('=') {
            return (name, String::new());
        }
        self.take(1);
        self.take_while(|c| c.is_ascii_whitespace());
        let value = match self.rest().chars().next() {
            Some('"') => self.quoted("\""),
            Some('\'') => self.quoted("'"),
            _ => self.take_while(|c| !c.is_ascii_whitespace() && c != '>'),
        };
        (name, decoded(value, true))
    }

    fn quoted(&mut self, mark: &str) -> &'a str {
        self.take(1);
        self.take_past(mark)
    }

    /// Characters up to the next tag.
    fn text(&mut self) -> Token {
        let rest = self.rest();
        let tag = rest.match_indices('<').map(|(at, _)| at).find(|at| is_tag(rest.get(*at..).unwrap_or_default()));
        Token::Text(decoded(self.take(tag.unwrap_or(rest.len())), false))
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw_text(&name));
        }
        while !self.rest().is_empty() {
            let rest = self.rest();
            if !is_tag(rest) {
                return Some(self.text());
            }
            if rest.starts_with("<!") || rest.starts_with("<?") {
                if let Some(text) = self.declaration() {
                    return Some(text);
                }
            } else if let Some(tag) = self.tag(rest.starts_with("</")) {
                return Some(tag);
            }
        }
        None
    }
}

/// Does a tag, a comment or a declaration begin here?
fn is_tag(rest: &str) -> bool {
    let mut characters = rest.chars();
    characters.next() == Some('<')
        && match characters.next() {
            Some('!' | '?') => true,
            Some('/') => characters.next().is_some_and(|c| c.is_ascii_alphabetic()),
            Some(c) => c.is_ascii_alphabetic(),
            None => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> String {
        let told = Tokens::html(source).map(|token| match token {
            Token::Start { name, attributes, closed } => {
                format!("<{name} {attributes:?}{}>", if closed { "/" } else { "" })
            }
            Token::End(name) => format!("</{name}>"),
            Token::Text(text) => format!("{text:?}"),
        });
        told.collect::<Vec<_>>().join(" ").replace(" []", "")
    }

    #[test]
    fn tags_attributes_and_text() {
        assert_eq!(
            told("<P CLASS=a b='c&amp;d' e>x</p >"),
            "<p [(\"class\", \"a\"), (\"b\", \"c&d\"), (\"e\", \"\")]> \"x\" </p>"
        );
        assert_eq!(told("a < b <3 &lt;p&gt;<br/>"), "\"a < b <3 <p>\" <br/>");
        assert_eq!(told("<!DOCTYPE html><!-- <p> -->a<!-->b<!--->c"), "\"a\" \"b\" \"c\"");
        assert_eq!(told("a<b"), "\"a\"");
        assert_eq!(told("<a =x>y"), "<a [(\"=x\", \"\")]> \"y\"");
    }

    #[test]
    fn scripts_are_not_read() {
        assert_eq!(told("<script>if (a<b) '</p>'</SCRIPT >x"), "<script> \"if (a<b) '</p>'\" </script> \"x\"");
        assert_eq!(told("<title>a &amp; <b></title>"), "<title> \"a & <b>\" </title>");
        assert_eq!(told("<style>a"), "<style> \"a\"");
    }

    #[test]
    fn xml_keeps_case_and_cdata() {
        let tokens: Vec<Token> = Tokens::xml("<w:T>a<![CDATA[<b>]]></w:T>").collect();
        assert_eq!(tokens[2], Token::Text("<b>".to_owned()));
        assert_eq!(tokens[3], Token::End("w:T".to_owned()));
    }
}
