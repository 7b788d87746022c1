//! Which parts of a page are the article, and which stand around it?
//!
//! What a part is called is evidence, not proof: sites wrap whole articles in `has-sidebar` or `paywall-content`. So a
//! part that holds much of the page's text is kept whatever it is called; a quote that is lost is worse than a menu
//! that is kept.

use std::ops::Range;

use super::names::by_name;
use super::tree::{Node, Tree};
use crate::block::Kind;

/// A part is kept if it holds more of the page's text outside links than this, in hundredths.
const KEPT_ABOVE: usize = 40;

/// Readers may well write more than the author.
const COMMENTS_KEPT_ABOVE: usize = 85;

/// Longer lines name no author and no day.
const LABEL_MOST: usize = 200;

/// Elements whose characters are no text of the page.
const NO_TEXT: [&str; 9] =
    ["head", "iframe", "noembed", "noframes", "noscript", "script", "style", "template", "title"];

/// What is known of each element of a page.
pub(crate) struct Parts {
    /// Characters of text outside links, white space aside.
    mass: Vec<usize>,
    kinds: Vec<Option<Kind>>,
    /// The elements of the article, as the page marks it; everything, if it does not.
    article: Range<usize>,
}

impl Parts {
    pub(crate) fn of(tree: &Tree) -> Self {
        let mass = masses(tree);
        let mut parts = Self { kinds: vec![None; tree.len()], article: article(tree, &mass), mass };
        let sheltered = sheltered(tree);
        for at in 0..tree.len() {
            let kind = named(tree, at, sheltered.get(at) == Some(&true)).and_then(|kind| parts.weighed(at, kind));
            if let Some(place) = parts.kinds.get_mut(at) {
                *place = kind;
            }
        }
        parts
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.kinds.get(at).copied().flatten()
    }

    pub(crate) fn is_in_article(&self, at: usize) -> bool {
        self.article.contains(&at)
    }

    pub(crate) fn mass(&self, at: usize) -> usize {
        self.mass.get(at).copied().unwrap_or_default()
    }

    /// What an element is by its name, unless it holds too much for that.
    fn weighed(&self, at: usize, kind: Kind) -> Option<Kind> {
        let share = self.mass(at) * 100 / self.mass(0).max(1);
        match kind {
            Kind::Byline if self.mass(at) > LABEL_MOST => self.weighed(at, Kind::Author),
            Kind::Date if self.mass(at) > LABEL_MOST => None,
            Kind::Comments => (share <= COMMENTS_KEPT_ABOVE).then_some(kind),
            Kind::Script => Some(kind),
            _ => (share <= KEPT_ABOVE || self.mass(at) <= LABEL_MOST).then_some(kind),
        }
    }
}

/// What an element is by its name. `sheltered`: it lies inside the article, or inside something quoted.
fn named(tree: &Tree, at: usize, sheltered: bool) -> Option<Kind> {
    match tree.name(at) {
        "" | "#root" | "html" | "body" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => None,
        "script" | "style" => Some(Kind::Script),
        "header" if !sheltered => by_name(tree, at).or_else(|| (!holds_title(tree, at)).then_some(Kind::Menu)),
        "footer" if !sheltered => by_name(tree, at).or(Some(Kind::Legal)),
        _ => by_name(tree, at),
    }
}

fn holds_title(tree: &Tree, at: usize) -> bool {
    let mut inside = vec![at];
    while let Some(at) = inside.pop() {
        if tree.name(at) == "h1" {
            return true;
        }
        inside.extend(tree.children(at));
    }
    false
}

/// For each node: does an article, a main part or a quotation hold it? A child comes after its parent.
fn sheltered(tree: &Tree) -> Vec<bool> {
    let mut sheltered = vec![false; tree.len()];
    for at in 0..tree.len() {
        let own = matches!(tree.name(at), "article" | "main" | "blockquote" | "section");
        let shelters = own || sheltered.get(at) == Some(&true);
        for child in tree.children(at) {
            if let Some(place) = sheltered.get_mut(*child) {
                *place = shelters;
            }
        }
    }
    sheltered
}

/// For each node, the characters of text outside links in it.
fn masses(tree: &Tree) -> Vec<usize> {
    let mut masses = vec![0; tree.len()];
    for at in (0..tree.len()).rev() {
        let mass = match tree.node(at) {
            Some(Node::Text(text)) => text.chars().filter(|c| !c.is_whitespace()).count(),
            _ if tree.name(at) == "a" || NO_TEXT.contains(&tree.name(at)) => 0,
            _ => tree.children(at).iter().filter_map(|child| masses.get(*child)).sum(),
        };
        if let Some(place) = masses.get_mut(at) {
            *place = mass;
        }
    }
    masses
}

/// The smallest of the elements marked as the article that holds at least half of the text. Nodes are numbered as
/// they come in the page, so that the nodes of an element follow it without a gap.
fn article(tree: &Tree, masses: &[usize]) -> Range<usize> {
    let mass = |at: usize| masses.get(at).copied().unwrap_or_default();
    let marked = |at: &usize| {
        matches!(tree.name(*at), "article" | "main")
            || tree.attribute(*at, "role") == Some("main")
            || tree.attribute(*at, "itemprop") == Some("articleBody")
    };
    let large = (0..tree.len()).filter(marked).filter(|at| mass(*at) * 2 >= mass(0));
    large.min_by_key(|at| mass(*at)).map_or(0..tree.len(), |at| at..last_in(tree, at) + 1)
}

/// The last node inside an element.
fn last_in(tree: &Tree, at: usize) -> usize {
    let mut last = at;
    while let Some(child) = tree.children(last).last() {
        last = *child;
    }
    last
}
