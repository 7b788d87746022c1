//! How is a line written, and what may stand next in it? Read off the forms of the table of words.
//!
//! `[...]` may be left out, `(a | b)` is one of them, `NAME, ...` is a list; capitals are names, conditions or values.

/// A piece of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// A word or sign as it stands.
    Word(&'static str),
    /// A name or a value, by what the form calls it; `true`: a list of them.
    Name(&'static str, bool),
    /// A text in quotation marks; `true`: a list of them.
    Text(bool),
    Condition,
    Either(Vec<Vec<Node>>),
}

/// A word of a line that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed<'a> {
    Word(&'a str),
    Sign(char),
    Text,
}

/// What may stand next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted<'a> {
    /// These words; `true`: they say which line it is.
    Words(String, bool),
    /// A name, by what the form calls it.
    Name(&'static str),
    /// A condition of which this much stands there.
    Condition(&'a [Typed<'a>]),
}

/// The pieces of a form. What stands after `>` is nobody's to complete.
pub(super) fn nodes(form: &'static str) -> Vec<Node> {
    let form = form.split(" > ").next().unwrap_or(form);
    sequence(&mut words(form).into_iter().peekable())
}

fn words(form: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    let mut rest = form.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => rest.get(1..).and_then(|inside| inside.find('"')).map_or(rest.len(), |at| at + 2),
            '[' | ']' | '(' | ')' | '|' | ',' => 1,
            _ => rest.find([' ', ',', ']', ')', '|']).unwrap_or(rest.len()),
        };
        words.push(rest.get(..end).unwrap_or(rest));
        rest = rest.get(end..).unwrap_or_default().trim_start();
    }
    words
}

type Words = std::iter::Peekable<std::vec::IntoIter<&'static str>>;

fn sequence(words: &mut Words) -> Vec<Node> {
    let mut nodes = Vec::new();
    while let Some(word) = words.next_if(|word| !matches!(*word, "]" | ")" | "|")) {
        match word {
            "[" => nodes.push(Node::Either(either(words, true))),
            "(" => nodes.push(Node::Either(either(words, false))),
            "," => {}
            "..." => {
                if let Some(Node::Name(_, list) | Node::Text(list)) = nodes.last_mut() {
                    *list = true;
                }
            }
            "CONDITION" => nodes.push(Node::Condition),
            text if text.starts_with('"') => nodes.push(Node::Text(false)),
            name if name.chars().all(|c| c.is_ascii_uppercase()) => nodes.push(Node::Name(name, false)),
            word => nodes.push(Node::Word(word)),
        }
    }
    nodes
}

fn either(words: &mut Words, or_none: bool) -> Vec<Vec<Node>> {
    let mut ways = vec![sequence(words)];
    while words.next_if_eq(&"|").is_some() {
        ways.push(sequence(words));
    }
    words.next();
    ways.extend(or_none.then(Vec::new));
    ways
}

/// What may follow the words of a line that is written so.
pub(super) fn walk<'a>(nodes: &[&Node], typed: &'a [Typed<'a>], first: bool, wanted: &mut Vec<Wanted<'a>>) {
    let Some((node, rest)) = nodes.split_first() else { return };
    match node {
        Node::Either(ways) => {
            for way in ways {
                let way: Vec<&Node> = way.iter().chain(rest.iter().copied()).collect();
                walk(&way, typed, first, wanted);
            }
        }
        Node::Word(word) => match typed.split_first() {
            None => wanted.push(Wanted::Words(run(word, rest), first)),
            Some((Typed::Word(said), more)) if is_word(word, said) => walk(rest, more, false, wanted),
            Some((Typed::Sign('?'), more)) if *word == "?" => walk(rest, more, false, wanted),
            Some(_) => {}
        },
        Node::Condition => {
            wanted.push(Wanted::Condition(typed));
            for end in (1..=typed.len()).filter(|end| is_whole(typed.get(..*end).unwrap_or_default())) {
                walk(rest, typed.get(end..).unwrap_or_default(), false, wanted);
            }
        }
        Node::Name(kind, list) => match typed.split_first() {
            None => wanted.push(Wanted::Name(kind)),
            Some((Typed::Word(_), more)) => after(nodes, rest, more, (*list, first), wanted),
            Some(_) => {}
        },
        Node::Text(list) => {
            if let Some((Typed::Text, more)) = typed.split_first() {
                after(nodes, rest, more, (*list, first), wanted);
            }
        }
    }
}

/// After one of a list another may follow.
fn after<'a>(
    nodes: &[&Node],
    rest: &[&Node],
    more: &'a [Typed<'a>],
    (list, first): (bool, bool),
    wanted: &mut Vec<Wanted<'a>>,
) {
    if let Some((Typed::Sign(','), more)) = more.split_first().filter(|_| list) {
        walk(nodes, more, first, wanted);
    }
    walk(rest, more, first, wanted);
}

/// Words that follow each other as they stand are offered together: `said by`.
fn run(word: &str, rest: &[&Node]) -> String {
    let following = rest.iter().map_while(|node| if let Node::Word(word) = node { Some(*word) } else { None });
    std::iter::once(word).chain(following).collect::<Vec<_>>().join(" ")
}

fn is_word(word: &str, said: &str) -> bool {
    let verb = zopa_syntax::keywords::verb_after(said).or_else(|| zopa_syntax::keywords::verb_opening(said));
    word == said || verb.is_some_and(|verb| verb.one == word)
}

/// Could a condition end here?
fn is_whole(typed: &[Typed<'_>]) -> bool {
    match typed.last() {
        Some(Typed::Word(word)) => !zopa_syntax::keywords::is_reserved(word),
        Some(Typed::Sign(sign)) => matches!(sign, '}' | ')'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zopa_syntax::keywords::{ITEMS, LINES, VERBS};

    #[test]
    fn every_form_of_the_language_is_read_whole() {
        let forms = ITEMS.iter().map(|form| form.form).chain(LINES.iter().map(|form| form.form));
        for form in forms.chain(VERBS.iter().map(|form| form.form)) {
            let nodes = nodes(form);
            assert!(!nodes.is_empty(), "{form}");
            let shown = format!("{nodes:?}");
            assert!(
                !shown.contains(['[', ']', '(', ')'].map(|sign| format!("Word(\"{sign}")).concat().as_str()),
                "{shown}"
            );
        }
        let offers = nodes("PARTY offers CONDITION [only if CONDITION | if CONDITION]");
        assert_eq!(offers.len(), 4);
        assert_eq!(nodes("with PARTY, ..."), [Node::Word("with"), Node::Name("PARTY", true)]);
    }
}
