//! Which claim does a denial deny? The one whose words it takes up, if it is one alone.

use std::collections::BTreeSet;

use super::matching::{shared, stems};
use zopa_syntax::Part;
use zopa_syntax::Tree;
use zopa_syntax::ast::ItemKind;

/// How many words that carry matter a denial has at least in common with what it denies.
const SHARED_LEAST: usize = 3;

/// A claim that can be denied: its name, the words that it is told in, and the parties that tell it.
#[derive(Clone, Debug)]
pub(super) struct Deniable {
    pub name: String,
    pub words: BTreeSet<String>,
}

/// The claims of the case that are not rejected, private ones only where the denial is.
pub(super) fn deniable(tree: &Tree, private: bool) -> Vec<Deniable> {
    let open = |span| private || tree.why(Part::Private, span).is_none();
    let one = |item: &zopa_syntax::ast::Item| {
        let ItemKind::Claim(claim) = &item.kind else { return None };
        let counts = claim.rejected.is_none() && !claim.suppose && !denies(claim) && open(item.span);
        let quotes = claim.sayings.iter().flat_map(|saying| &saying.quotes).chain(&item.quotes);
        let words = quotes.map(|quote| stems(&quote.words.text)).fold(stems(&claim.title.text), |a, b| &a | &b);
        counts.then(|| Deniable { name: claim.name.text.clone(), words })
    };
    tree.items.iter().filter_map(one).collect()
}

fn denies(claim: &zopa_syntax::ast::Claim) -> bool {
    claim.statements.iter().any(|row| matches!(row.kind, zopa_syntax::ast::StatementKind::Denies(_)))
}

/// The claim that shares most of the words with what is denied, three in five of them at least; none if two do.
pub(super) fn denied<'a>(claims: &'a [Deniable], content: &str) -> Option<&'a str> {
    let words = stems(content);
    let count = |claim: &Deniable| shared(&claim.words, &words);
    let most = claims.iter().map(count).max()?;
    let enough = most >= SHARED_LEAST && most * 5 >= words.len() * 3;
    let mut best = claims.iter().filter(|claim| enough && count(claim) == most);
    match (best.next(), best.next()) {
        (Some(one), None) => Some(&one.name),
        _ => None,
    }
}
