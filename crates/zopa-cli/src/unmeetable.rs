//! What can nobody meet, so that the case itself deserves a look?
//!
//! Only the whole shows it: a limit that no package meets by itself, and rules that cannot all hold.

use std::collections::BTreeMap;
use zopa::finding::Check;
use zopa::report::cli as words;
use zopa::{Diagnostic, Read, Span};

/// The code of a limit that no package meets.
const LIMIT: &str = "limit-impossible";
/// The code of rules that cannot all hold.
const RULES: &str = "rules-contradict";

/// A warning for each such limit, an error for such rules, each with its places.
pub fn unmeetable(read: &Read, check: &Check) -> Vec<Diagnostic> {
    if check.impossible.is_empty() && check.contradicting.is_empty() {
        return Vec::new();
    }
    let spans: BTreeMap<&str, Span> =
        read.case.claims.values().map(|claim| (claim.name.as_str(), claim.span)).collect();
    let of_limit = |claim: &String| {
        let span = *spans.get(claim.as_str())?;
        Some(Diagnostic::warning(LIMIT, span, words::limit_impossible(claim), words::READ_AGAIN))
    };
    check.impossible.iter().filter_map(of_limit).chain(of_rules(read, &check.contradicting)).collect()
}

/// The rules at the margin, then those that claims report, each at its first line.
fn of_rules(read: &Read, rules: &[String]) -> Option<Diagnostic> {
    let at_margin = read.tree.items.iter().map(|item| item.span);
    let reported = read.case.claims.values().flat_map(|claim| &claim.statements).map(|statement| statement.span);
    let places = at_margin.chain(reported).filter_map(|mut span| {
        let written = slice(read, span.file.0, span.start, span.end);
        let told = squeezed(written);
        span.end = span.start + written.lines().next()?.trim_end().len() as u32;
        rules.iter().any(|rule| is_rule(&told, &squeezed(rule))).then_some(span)
    });
    let mut places = places.collect::<Vec<_>>().into_iter();
    let told = Diagnostic::error(RULES, places.next()?, words::RULES_CONTRADICT, words::TAKE_A_RULE_OUT);
    Some(places.fold(told, |told, span| told.and(span, "")))
}

/// Is it this rule, with whatever lines it owns?
fn is_rule(told: &str, rule: &str) -> bool {
    let rest = told.strip_prefix(rule);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("because>") || rest.starts_with("quote"))
}

/// However it is spaced.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect()
}

/// What stands between two bytes of a file.
fn slice(read: &Read, file: u32, start: u32, end: u32) -> &str {
    let file = read.files.get(file as usize);
    file.and_then(|file| file.text.get(start as usize..end as usize)).unwrap_or_default()
}
