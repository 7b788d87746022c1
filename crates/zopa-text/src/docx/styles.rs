//! Which styles of a Word file are headings?
//!
//! A paragraph names its style by an identifier, which depends on the language of the program that wrote it; the file of
//! styles gives each its name, which does not.

use std::collections::BTreeMap;

use crate::block::Kind;
use crate::html::tokens::{Token, Tokens};

use super::paragraphs::{attribute, local};

#[derive(Debug, Default)]
pub(crate) struct Styles {
    kinds: BTreeMap<String, Kind>,
}

impl Styles {
    pub(crate) fn of(source: &str) -> Self {
        let mut styles = Self::default();
        let mut id = String::new();
        for token in Tokens::xml(source) {
            let Token::Start { name, attributes, .. } = token else { continue };
            match local(&name) {
                "style" => id = attribute(&attributes, "styleId").unwrap_or_default().to_owned(),
                "name" => {
                    let kind = attribute(&attributes, "val").and_then(by_name);
                    styles.kinds.extend(kind.map(|kind| (id.clone(), kind)));
                }
                _ => {}
            }
        }
        styles
    }

    /// What a paragraph of this style is. A file without styles is read as if identifiers were names.
    pub(crate) fn kind(&self, id: &str) -> Option<Kind> {
        self.kinds.get(id).copied().or_else(|| by_name(id))
    }
}

fn by_name(name: &str) -> Option<Kind> {
    let name = name.to_lowercase().replace(' ', "");
    match name.as_str() {
        "title" => Some(Kind::Title),
        "subtitle" => Some(Kind::Heading),
        "caption" => Some(Kind::Caption),
        _ => name.strip_prefix("heading").filter(|level| level.parse::<u8>().is_ok()).map(|_| Kind::Heading),
    }
}
