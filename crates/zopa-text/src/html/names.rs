//! What is a part of a page, by the name that the page gives it?

use std::sync::LazyLock;

use super::tree::Tree;
use crate::block::Kind;

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Tag,
    Role,
    Name,
}

struct Rule {
    kind: Kind,
    how: How,
    /// One, unless of a name.
    words: Vec<&'static str>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let lines = include_str!("../../rules/html/names.txt").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(rule).collect()
});

fn rule(line: &'static str) -> Option<Rule> {
    let mut words = line.split_whitespace();
    let kind = Kind::named(words.next()?)?;
    let how = match words.next()? {
        "tag" => How::Tag,
        "role" => How::Role,
        "name" => How::Name,
        _ => return None,
    };
    Some(Rule { kind, how, words: words.collect() }).filter(|rule| !rule.words.is_empty())
}

/// What an element is: by its class and id first, then by its role, by its tag last.
pub(crate) fn by_name(tree: &Tree, at: usize) -> Option<Kind> {
    if is_hidden(tree, at) {
        return Some(Kind::Hidden);
    }
    if tree.attribute(at, "rel") == Some("author") || tree.attribute(at, "itemprop") == Some("author") {
        return Some(Kind::Byline);
    }
    if tree.name(at) == "time" || tree.attribute(at, "itemprop") == Some("datePublished") {
        return Some(Kind::Date);
    }
    let names: Vec<Vec<String>> = ["class", "id"]
        .iter()
        .filter_map(|name| tree.attribute(at, name))
        .flat_map(str::split_whitespace)
        .map(parts)
        .collect();
    let by = |how: How, fits: &dyn Fn(&Rule) -> bool| {
        RULES.iter().find(|rule| rule.how == how && fits(rule)).map(|rule| rule.kind)
    };
    let role = tree.attribute(at, "role");
    longest(&names)
        .or_else(|| by(How::Role, &|rule| role.is_some_and(|role| rule.words.first() == Some(&role))))
        .or_else(|| by(How::Tag, &|rule| rule.words.first() == Some(&tree.name(at))))
}

/// The rule with the most words that a class or id has: `author-bio` is no `bio`, nor is `author`.
fn longest(names: &[Vec<String>]) -> Option<Kind> {
    let has = |rule: &&Rule| {
        names
            .iter()
            .any(|name| name.windows(rule.words.len()).any(|window| window.iter().eq(rule.words.iter().copied())))
    };
    let fitting = RULES.iter().filter(|rule| rule.how == How::Name).filter(has);
    // The first of equals: the last wins in max_by_key.
    fitting.rev().max_by_key(|rule| rule.words.len()).map(|rule| rule.kind)
}

/// The words of a class or id, in small letters: `relatedPosts-2` is *related posts 2*.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = '-';
    for c in name.chars() {
        if !c.is_alphanumeric() {
            before = '-';
            continue;
        }
        let begins = before == '-' || (c.is_uppercase() && before.is_lowercase());
        match parts.last_mut() {
            Some(part) if !begins => part.extend(c.to_lowercase()),
            _ => parts.push(c.to_lowercase().collect()),
        }
        before = c;
    }
    parts
}

fn is_hidden(tree: &Tree, at: usize) -> bool {
    let style: String =
        tree.attribute(at, "style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    tree.attribute(at, "hidden").is_some() || style.contains("display:none") || style.contains("visibility:hidden")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(source: &str) -> Option<Kind> {
        by_name(&Tree::of(source), 1)
    }

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(parts("relatedPosts_2 "), ["related", "posts", "2"]);
        assert_eq!(parts("ABtest"), ["abtest"]);
    }

    #[test]
    fn the_file_is_rules() {
        let lines = include_str!("../../rules/html/names.txt")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(lines.count(), RULES.len());
    }

    #[test]
    fn parts_of_pages_are_known() {
        assert_eq!(kind("<div class='post__relatedPosts'>"), Some(Kind::Teaser));
        assert_eq!(kind("<div id=author-bio>"), Some(Kind::Author));
        assert_eq!(kind("<nav>"), Some(Kind::Menu));
        assert_eq!(kind("<aside class='pull-quote'>"), Some(Kind::PullQuote));
        assert_eq!(kind("<p style='display: none'>"), Some(Kind::Hidden));
        assert_eq!(kind("<div class='dropcap shareholders'>"), None);
    }
}
