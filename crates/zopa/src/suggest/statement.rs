//! Does a sentence allow a formal statement over the issues of the case? Only where one reading is left.
//!
//! The verb comes from the words, as the coding table of the language has it; the condition from the issues and options
//! whose names stand in the clause. Where two would fit, where a word turns the clause round, or where nobody is surely
//! meant, there is none, and the words speak for themselves.

use std::collections::BTreeSet;

use super::matching::{holds, names, plain, shared, stems, words};
use zopa_finding::Act;
use zopa_syntax::ast::ItemKind;
use zopa_syntax::{Part, Tree};

/// Words by which a condition begins, whether nothing is given without it.
const CONDITIONS: &[(&str, bool)] = &[
    ("only if", true),
    ("only when", true),
    ("only once", true),
    ("only after", true),
    ("only in exchange for", true),
    ("only in return for", true),
    ("on condition that", true),
    ("on the condition that", true),
    ("conditional on", true),
    ("in exchange for", true),
    ("in return for", true),
    ("provided that", false),
    ("provided", false),
    ("as long as", false),
    ("if", false),
];

/// Words that turn what they stand with round.
const TURNS: &[&str] = &[
    "not", "no", "never", "neither", "nor", "nothing", "without", "cannot", "refuse", "refuses", "refused", "unless",
    "except", "rather", "instead", "until", "before", "after", "once",
];

/// Words of a verb that begin with these say it.
const CODING: &[(&str, Verb)] = &[
    ("requir", Verb::Requires),
    ("insist", Verb::Requires),
    ("demand", Verb::Requires),
    ("necessary", Verb::Requires),
    ("precondition", Verb::Requires),
    ("reject", Verb::Rejects),
    ("refus", Verb::Rejects),
    ("oppos", Verb::Rejects),
    ("unacceptable", Verb::Rejects),
    ("ruled", Verb::Rejects),
    ("rules", Verb::Rejects),
    ("seek", Verb::Seeks),
    ("sought", Verb::Seeks),
    ("want", Verb::Seeks),
    ("urg", Verb::Seeks),
    ("press", Verb::Seeks),
    ("should", Verb::Seeks),
    ("offer", Verb::Offers),
    ("float", Verb::Offers),
    ("propos", Verb::Offers),
    ("prepared", Verb::Offers),
    ("would", Verb::Offers),
    ("welcom", Verb::Accepts),
    ("willing", Verb::Accepts),
    ("accept", Verb::Accepts),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verb {
    Requires,
    Rejects,
    Seeks,
    Offers,
    Accepts,
}

impl Verb {
    fn word(self) -> &'static str {
        match self {
            Verb::Requires => "requires",
            Verb::Rejects => "rejects",
            Verb::Seeks => "seeks",
            Verb::Offers => "offers",
            Verb::Accepts => "accepts",
        }
    }

    /// Can it be what was done?
    fn fits(self, act: Act) -> bool {
        match act {
            Act::Demand => matches!(self, Verb::Requires | Verb::Seeks),
            Act::Rejection => self == Verb::Rejects,
            Act::Offer | Act::ConditionalOffer => self == Verb::Offers,
            Act::Acceptance => self == Verb::Accepts,
            _ => false,
        }
    }
}

/// A statement, and what it says in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Formal {
    /// A line of the language.
    pub line: String,
    /// For a title.
    pub title: String,
}

/// An option of the case, with the words that name it.
struct Named<'a> {
    issue: &'a str,
    option: &'a str,
    title: String,
    words: BTreeSet<String>,
    of_issue: BTreeSet<String>,
}

/// What there is to speak of: options of issues, and those who can state something.
pub(super) struct Matter<'a> {
    options: Vec<Named<'a>>,
    /// Parties and bodies: name, title, and every spelling.
    parties: Vec<(&'a str, &'a str, Vec<&'a str>)>,
    /// The words that name any issue or option.
    pub words: BTreeSet<String>,
}

impl<'a> Matter<'a> {
    /// What is confirmed, and private only where the suggestions are.
    pub fn of(tree: &'a Tree, private: bool) -> Matter<'a> {
        let mut matter = Matter { options: Vec::new(), parties: Vec::new(), words: BTreeSet::new() };
        let open = |span| private || tree.why(Part::Private, span).is_none();
        for item in tree.items.iter().filter(|item| open(item.span)) {
            match &item.kind {
                ItemKind::Issue { name, title, options, .. } => {
                    let of_issue: BTreeSet<String> = stems(&name.text).into_iter().chain(stems(&title.text)).collect();
                    matter.words.extend(of_issue.iter().cloned());
                    for option in options.iter().filter(|option| open(option.name.span)) {
                        let shown = option.title.as_ref().map_or(option.name.text.as_str(), |title| &title.text);
                        let words = stems(shown);
                        matter.words.extend(words.iter().cloned());
                        matter.options.push(Named {
                            issue: &name.text,
                            option: &option.name.text,
                            title: format!("{}: {shown}", title.text),
                            words,
                            of_issue: of_issue.clone(),
                        });
                    }
                }
                ItemKind::Party { name, title, also } => {
                    let spelled = std::iter::once(title).chain(also).map(|words| words.text.as_str()).collect();
                    matter.parties.push((&name.text, &title.text, spelled));
                }
                ItemKind::Body { name, title, .. } => {
                    matter.parties.push((&name.text, &title.text, vec![title.text.as_str()]));
                }
                _ => {}
            }
        }
        matter
    }

    /// A party's name as it is kept.
    pub fn name_of(&self, party: Option<&str>) -> Option<&'a str> {
        self.parties.iter().map(|(name, _, _)| *name).find(|name| Some(*name) == party)
    }

    /// The statement that these words make, if they make one. `party` is whose voice it is.
    pub fn statement(&self, said: &Said<'_>, party: Option<&'a str>) -> Option<Formal> {
        let (clause, condition) = split(said.content);
        let (verb, of_cue) = verb(said, clause)?;
        // What the one who speaks does, or what is said that somebody does.
        let who = if of_cue { party } else { self.who(clause, party) }?;
        let main = self.option(clause, said.sentence)?;
        let terms = match condition {
            Some((_, rest)) if turns(rest) => return None,
            Some((only, rest)) => Some((only, self.option(rest, rest)?)),
            None => None,
        };
        let conditional = matches!(said.act, Act::ConditionalOffer | Act::ConditionalRejection);
        if (terms.is_some() && verb != Verb::Offers && verb != Verb::Accepts) || (conditional && terms.is_none()) {
            return None;
        }
        let (_, title, _) = self.parties.iter().find(|(name, _, _)| *name == who)?;
        let only = terms.as_ref().is_some_and(|(only, _)| *only && verb == Verb::Offers);
        let joint = if only { " only if " } else { " if " };
        let (mut line, mut told) = (
            format!("{who} {} {} = {}", verb.word(), main.issue, main.option),
            format!("{title} {} {}", verb.word(), main.title),
        );
        if let Some((_, given)) = terms {
            line.push_str(&format!("{joint}{} = {}", given.issue, given.option));
            told.push_str(&format!("{joint}{}", given.title));
        }
        Some(Formal { line, title: told })
    }

    /// Whose position is it? The one party that the clause begins with; else the one who speaks, if it names no other.
    fn who(&self, clause: &str, party: Option<&'a str>) -> Option<&'a str> {
        let head: Vec<&str> = clause.split_whitespace().take(5).collect();
        let head = head.join(" ");
        let within = |text: &str| -> Vec<&'a str> {
            let named = self.parties.iter().filter(|(_, _, spelled)| spelled.iter().any(|name| names(text, name)));
            named.map(|(name, _, _)| *name).collect()
        };
        match (within(&head).as_slice(), within(clause).as_slice()) {
            ([one], _) => Some(one),
            ([], []) => party,
            _ => None,
        }
    }

    /// The one option that is named, with its issue.
    fn option(&self, clause: &str, sentence: &str) -> Option<&Named<'a>> {
        let (clause, sentence) = (stems(clause), stems(sentence));
        let spoken = |named: &&Named<'a>| {
            let all: BTreeSet<String> = named.words.union(&named.of_issue).cloned().collect();
            let of_issue = shared(&sentence, &named.of_issue) * 2 >= named.of_issue.len().max(1);
            holds(&clause, &named.words) && of_issue && shared(&sentence, &all) >= 2
        };
        let found: Vec<&Named<'a>> = self.options.iter().filter(spoken).collect();
        // One whose words are all among those of another is named with it: "low" in "low, from June".
        let within = |one: &Named<'a>| {
            found.iter().any(|other| one.words.is_subset(&other.words) && one.words.len() < other.words.len())
        };
        match found.iter().filter(|one| !within(one)).collect::<Vec<_>>().as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// What was said, as far as a statement can be made of it.
pub(super) struct Said<'a> {
    pub act: Act,
    /// The words that tell that it was said.
    pub cue: &'a str,
    /// What was said.
    pub content: &'a str,
    /// The sentence, or what of it tells both.
    pub sentence: &'a str,
}

/// A clause and its condition, with whether nothing is given without it.
fn split(content: &str) -> (&str, Option<(bool, &str)>) {
    let small = content.to_lowercase();
    // Where small letters are longer or shorter than large ones, places differ: then it has no condition.
    let places = if small.len() == content.len() { CONDITIONS } else { &[] };
    let found = places.iter().filter_map(|(words, only)| {
        let at = small.match_indices(words).map(|(at, _)| at).find(|at| is_whole(&small, *at, words.len()))?;
        Some((at, words.len(), *only))
    });
    match found.min_by_key(|(at, length, _)| (*at, usize::MAX - length)) {
        Some((at, length, only)) if at > 0 => {
            let (before, rest) =
                (content.get(..at).unwrap_or_default(), content.get(at + length..).unwrap_or_default());
            (before, Some((only, rest)))
        }
        _ => (content, None),
    }
}

fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let after = text.get(at + length..).and_then(|rest| rest.chars().next());
    before.is_none_or(|c| !c.is_alphanumeric()) && after.is_none_or(|c| !c.is_alphanumeric())
}

fn turns(clause: &str) -> bool {
    words(clause).any(|word| TURNS.contains(&word.as_str())) || clause.contains("n't") || clause.contains("n’t")
}

/// The one verb that the words of saying, or else those of the clause, stand for; and whether it is the former.
fn verb(said: &Said<'_>, clause: &str) -> Option<(Verb, bool)> {
    let coded = |text: &str| -> BTreeSet<Verb> {
        let verb = |word: String| CODING.iter().find(|(head, _)| word.starts_with(head)).map(|(_, verb)| *verb);
        words(text).filter_map(verb).collect()
    };
    let of_cue = coded(said.cue);
    let is_cue = !of_cue.is_empty();
    let verbs = if is_cue { of_cue } else { coded(clause) };
    let mut verbs = verbs.into_iter().filter(|verb| verb.fits(said.act));
    match (verbs.next(), verbs.next()) {
        (Some(one), None) if !turns(clause) && !turns(said.cue) => Some((one, is_cue)),
        _ => None,
    }
}

/// The party that a name stands for, in any of its spellings.
pub(super) fn party_named<'a>(matter: &Matter<'a>, name: &str) -> Option<&'a str> {
    let wanted = plain(name);
    let is = |spelled: &Vec<&str>| spelled.iter().any(|known| plain(known) == wanted);
    matter.parties.iter().find(|(_, _, spelled)| is(spelled)).map(|(name, _, _)| *name)
}

/// The one party that a text names, in one of its spellings or as an adjective of its first.
pub(super) fn party_in<'a>(matter: &Matter<'a>, text: &str) -> Option<&'a str> {
    let clause = stems(text);
    let is = |(_, title, spelled): &&(&str, &'a str, Vec<&str>)| {
        spelled.iter().any(|known| names(text, known)) || (!title.contains(' ') && holds(&clause, &stems(title)))
    };
    match matter.parties.iter().filter(is).collect::<Vec<_>>().as_slice() {
        [(name, _, _)] => Some(name),
        _ => None,
    }
}
