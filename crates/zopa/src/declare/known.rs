//! What does the case have already, and by which words is it meant?

use crate::suggest::plain;
use zopa_syntax::Span;
use zopa_syntax::ast::{Item, ItemKind, Name, Words};
use zopa_syntax::keywords::ItemWord;

/// Something of the case, or something that is declared with the change.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub word: ItemWord,
    pub name: String,
    pub spelled: Vec<String>,
    /// Options: name and spellings.
    pub options: Vec<(String, Vec<String>)>,
    /// Where it stands; `None`: it is new.
    pub at: Option<Span>,
    /// Whom it speaks for.
    pub of: Option<String>,
}

/// Is one of the spellings meant by these words?
pub(super) fn is_spelled(spelled: &[String], words: &str) -> bool {
    let wanted = plain(words);
    spelled.iter().any(|known| known == words || (!wanted.is_empty() && plain(known) == wanted))
}

/// An item that can be named.
pub(super) fn known(item: &Item) -> Option<Known> {
    let one = |name: &Name, titles: &[&Words]| Known {
        word: word_of(item).unwrap_or(ItemWord::Case),
        name: name.text.clone(),
        spelled: titles.iter().map(|words| words.text.clone()).collect(),
        options: Vec::new(),
        at: Some(item.span),
        of: None,
    };
    let all = |title, also: &'_ [Words]| -> Vec<Words> { std::iter::once(title).chain(also.iter().cloned()).collect() };
    Some(match &item.kind {
        ItemKind::Party { name, title, also } => one(name, &all(title.clone(), also).iter().collect::<Vec<_>>()),
        ItemKind::Body { name, title, .. } | ItemKind::Anonymous { name, title, .. } => one(name, &[title]),
        ItemKind::Person { name, title, also, of, .. } => {
            let spelled = all(title.clone(), also);
            Known { of: Some(of.text.clone()), ..one(name, &spelled.iter().collect::<Vec<_>>()) }
        }
        ItemKind::Source(source) => one(&source.name, &[&source.title]),
        ItemKind::Issue { name, title, options, .. } => {
            let option = |option: &zopa_syntax::ast::IssueOption| {
                (option.name.text.clone(), option.title.iter().map(|title| title.text.clone()).collect())
            };
            Known { options: options.iter().map(option).collect(), ..one(name, &[title]) }
        }
        ItemKind::Step { name, title, .. } | ItemKind::Gate { name, title, .. } => {
            one(name, &title.iter().collect::<Vec<_>>())
        }
        ItemKind::Define { name, title, .. } => one(name, &title.iter().collect::<Vec<_>>()),
        ItemKind::Claim(claim) => one(&claim.name, &[&claim.title]),
        _ => return None,
    })
}

/// The word that opens an item, of those that something here asks for.
pub(super) fn word_of(item: &Item) -> Option<ItemWord> {
    Some(match &item.kind {
        ItemKind::Case { .. } => ItemWord::Case,
        ItemKind::Party { .. } => ItemWord::Party,
        ItemKind::Body { .. } => ItemWord::Body,
        ItemKind::Person { .. } => ItemWord::Person,
        ItemKind::Anonymous { .. } => ItemWord::Anonymous,
        ItemKind::Source(_) => ItemWord::Source,
        ItemKind::Issue { .. } => ItemWord::Issue,
        ItemKind::Define { .. } => ItemWord::Define,
        ItemKind::Step { .. } => ItemWord::Step,
        ItemKind::Gate { .. } => ItemWord::Gate,
        ItemKind::Claim(_) => ItemWord::Claim,
        _ => return None,
    })
}
