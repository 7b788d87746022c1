//! What may stand next in a line of a case file?

use super::form::{Node, Typed, Wanted, nodes, walk};
use super::names::{In, names, options, subjects};
use super::{Choice, begins};
use crate::Read;
use zopa_syntax::keywords::{ITEMS, ItemForm, LINES, LineForm, LineWord, VERBS, is_reserved, item_of, line_form};

/// What joins the parts of a condition, and how it is written.
const JOINING: [(&str, &str); 8] = [
    ("=", "ISSUE = OPTION"),
    ("in {", "ISSUE in {OPTION, ...}"),
    ("before", "STEP before STEP"),
    ("only after", "STEP only after STEP"),
    ("and", "CONDITION and CONDITION"),
    ("or", "CONDITION or CONDITION"),
    ("implies", "CONDITION implies CONDITION"),
    ("not", "not CONDITION"),
];

/// A way in which the line can be written.
struct Way {
    nodes: Vec<Node>,
    /// How it is written, and what it is for.
    form: &'static str,
    says: &'static str,
    line: In,
}

pub(super) fn choices(read: &Read, before: &str) -> Vec<Choice> {
    let row = before.rsplit('\n').next().unwrap_or_default();
    let Some((typed, written)) = cut(row) else { return Vec::new() };
    let from = before.len() - written.len();
    let mut choices = Vec::new();
    let ways = ways(before, row);
    // A word that opens a line is no party.
    let opens = |way: &&Way| matches!((way.nodes.first(), typed.first()), (Some(Node::Word(word)), Some(Typed::Word(said))) if word == said);
    let opened = ways.iter().any(|way| opens(&way));
    for way in ways.iter().filter(|way| !opened || opens(way)) {
        let mut wanted = Vec::new();
        walk(&way.nodes.iter().collect::<Vec<_>>(), &typed, true, &mut wanted);
        let offered = wanted.into_iter().flat_map(|wanted| offered(read, way, wanted));
        let right = offered.filter(|(text, says)| begins(written, text, says));
        choices.extend(right.map(|(text, says)| Choice { text, says, from }));
    }
    choices
}

fn offered(read: &Read, way: &Way, wanted: Wanted<'_>) -> Vec<(String, String)> {
    match wanted {
        Wanted::Words(words, first) => vec![(words, if first { way.says } else { way.form }.to_owned())],
        Wanted::Name(kind) => names(read, kind, way.line),
        Wanted::Condition(typed) => of_condition(read, typed),
    }
}

/// What may follow in a condition.
fn of_condition(read: &Read, typed: &[Typed<'_>]) -> Vec<(String, String)> {
    let words = |all: &[&str]| {
        let one = |word: &&str| {
            let known = JOINING.iter().find(|(known, _)| known == word);
            ((*word).to_owned(), known.map_or("", |(_, form)| form).to_owned())
        };
        all.iter().map(one).collect::<Vec<_>>()
    };
    let at = |back: usize| typed.len().checked_sub(back).and_then(|at| typed.get(at)).copied();
    let is_issue = |word: &str| read.case.space.issues.values().any(|issue| issue.name == word);
    let is_step = |word: &str| read.case.space.steps.values().any(|step| step.name == word);
    match (at(2), at(1)) {
        (_, None | Some(Typed::Word("and" | "or" | "not" | "implies") | Typed::Sign('('))) => {
            [subjects(read), words(&["not"])].concat()
        }
        (Some(Typed::Word(issue)), Some(Typed::Sign('='))) => options(read, issue),
        (_, Some(Typed::Sign('{' | ','))) => issue_in(typed).map_or_else(Vec::new, |issue| options(read, issue)),
        (_, Some(Typed::Word("before" | "after"))) => names(read, "STEP", In::Head),
        (Some(Typed::Word(step)), Some(Typed::Word("only"))) if is_step(step) => words(&["after"]),
        (before, Some(Typed::Word(word))) if !is_reserved(word) => {
            let joining = if issue_in(typed).is_some() { words(&["}"]) } else { words(&["and", "or", "implies"]) };
            let starts =
                matches!(before, None | Some(Typed::Word("and" | "or" | "not" | "implies") | Typed::Sign('(')));
            match (starts, is_issue(word), is_step(word)) {
                (true, true, _) => words(&["=", "in {"]),
                (true, _, true) => [words(&["before", "only after"]), joining].concat(),
                _ => joining,
            }
        }
        (_, Some(Typed::Sign('}' | ')'))) => words(&["and", "or", "implies"]),
        _ => Vec::new(),
    }
}

/// The issue whose options are being listed.
fn issue_in<'a>(typed: &[Typed<'a>]) -> Option<&'a str> {
    let open = typed.iter().rposition(|word| *word == Typed::Sign('{'))?;
    let closed = typed.get(open..)?.contains(&Typed::Sign('}'));
    match typed.get(open.checked_sub(2)?) {
        Some(Typed::Word(issue)) if !closed => Some(issue),
        _ => None,
    }
}

/// The words of a row, and what of the next is written; `None` where words of a text or of a document are.
fn cut(row: &str) -> Option<(Vec<Typed<'_>>, &str)> {
    let in_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut typed = Vec::new();
    let mut rest = row.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => {
                typed.push(Typed::Text);
                rest.get(1..)?.find('"')? + 2
            }
            '#' | '>' => return None,
            c if in_name(c) => {
                let end = rest.find(|c| !in_name(c)).unwrap_or(rest.len());
                if end == rest.len() {
                    return Some((typed, rest));
                }
                typed.push(Typed::Word(rest.get(..end)?));
                end
            }
            c => {
                typed.push(Typed::Sign(c));
                c.len_utf8()
            }
        };
        rest = rest.get(end..)?.trim_start();
    }
    Some((typed, ""))
}

/// The ways of the row that is being written, by what it stands under.
fn ways(before: &str, row: &str) -> Vec<Way> {
    let indent = depth(row);
    match owner(before, row, indent) {
        None => ITEMS.iter().map(of_item).collect(),
        Some(owner) => under(owner),
    }
}

fn of_item(form: &ItemForm) -> Way {
    Way { nodes: nodes(form.form), form: form.form, says: form.says, line: In::Head }
}

fn depth(row: &str) -> usize {
    row.len() - row.trim_start().len()
}

/// The row above that is indented less.
fn owner<'a>(before: &'a str, row: &str, indent: usize) -> Option<&'a str> {
    let above = before.get(..before.len() - row.len())?;
    let told = |row: &&str| !row.trim().is_empty() && !row.trim_start().starts_with('#');
    above.lines().rev().filter(told).find(|above| depth(above) < indent)
}

fn under(owner: &str) -> Vec<Way> {
    let first = owner.split_whitespace().next().unwrap_or_default();
    if owner.contains(" > ") {
        return Vec::new();
    }
    let always = [LineWord::Quote, LineWord::Private];
    let lines: Vec<LineWord> = match item_of(first).filter(|_| depth(owner) == 0) {
        Some(item) => item.lines.iter().copied().chain(always).collect(),
        None => line_form(line_of(owner)).lines.to_vec(),
    };
    lines.iter().flat_map(|line| of_line(line_form(*line))).collect()
}

/// Which line it is; what opens with no word of a line is a statement.
fn line_of(row: &str) -> LineWord {
    let words = row.split_whitespace().collect::<Vec<_>>().join(" ");
    let opens =
        |form: &&LineForm| !form.words.is_empty() && format!("{words} ").starts_with(&format!("{} ", form.words));
    LINES.iter().find(opens).map_or(LineWord::Statement, |form| form.line)
}

fn of_line(form: &'static LineForm) -> Vec<Way> {
    if form.line != LineWord::Statement {
        return vec![Way { nodes: nodes(form.form), form: form.form, says: form.says, line: In::Line(form.line) }];
    }
    let verb = |form: &'static zopa_syntax::keywords::VerbForm| {
        let mut nodes = nodes(form.form);
        // Several may say it together.
        if let Some(Node::Name("PARTY", list)) = nodes.first_mut() {
            *list = true;
        }
        Way { nodes, form: form.form, says: form.says, line: In::Verb(form.verb) }
    };
    VERBS.iter().map(verb).collect()
}
