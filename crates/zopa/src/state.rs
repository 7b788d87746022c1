//! How does a person say what a claim means for the negotiation, and what becomes of the case by that?
//!
//! What they say in a few fields becomes one line of the language under the claim, and whatever it names for the first time
//! is declared with it. All of it is one edit.

mod loose;

use crate::decide::{claim_of, claim_that_counts};
use crate::declare::{Declaring, Phrase};
use crate::edited::{Edited, settled};
use crate::{Problem, Read, Texts};
use loose::{condition, list};
use zopa_report::stating as words;
use zopa_syntax::ast::Item;
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::keywords::{ItemWord, VERBS, Verb, VerbForm, verb_after, verb_form, verb_opening};
use zopa_syntax::nearest;
use zopa_syntax::write::Row;

/// The verbs that a person is offered, in the order of firmness.
const OFFERED: [Verb; 8] =
    [Verb::Requires, Verb::Rejects, Verb::Offers, Verb::Accepts, Verb::Seeks, Verb::Denies, Verb::Softens, Verb::Rule];

/// What a claim means, as a person has said it: each field in their own words, or empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stating<'a> {
    /// The claim, by its name.
    pub claim: &'a str,
    /// Whose position it is.
    pub who: &'a str,
    /// A verb of the language.
    pub verb: &'a str,
    /// What is required, offered, and so on; or the claims that are denied or softened.
    pub what: &'a str,
    /// What joins the second condition: `only if`, `if`, `unless`, `to`. Empty: what goes with the verb.
    pub joint: &'a str,
    /// The second condition.
    pub terms: &'a str,
    /// Further options of the first issue that is named, between commas.
    pub options: &'a str,
    /// The same of the first issue of the second condition.
    pub term_options: &'a str,
    /// Who takes the steps that are new.
    pub by: &'a str,
    /// The reason for reading the words so.
    pub because: &'a str,
}

/// What that makes of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The edit.
    pub edited: Edited,
    /// The line, as it is written under the claim.
    pub line: String,
    /// What is declared with it, line by line.
    pub new: Vec<String>,
    /// Issues that it names and that have one option alone, by name.
    pub single: Vec<String>,
}

/// The verbs to choose from: how each is written, and what it is for.
pub fn verbs() -> impl Iterator<Item = (&'static str, &'static str)> {
    OFFERED.iter().map(|verb| (verb_form(*verb).one, verb_form(*verb).says))
}

/// Writes down what a claim means.
///
/// # Errors
/// A name of no claim that counts, a field that is missing or cannot be read; or what the case would break by: then nothing
/// is changed.
pub fn state(texts: &Texts, read: &Read, stating: &Stating<'_>) -> Result<Stated, Vec<Problem>> {
    let one = |problem| vec![problem];
    let item = claim_that_counts(read, stating.claim).map_err(one)?;
    let mut declaring = Declaring::at(texts, read, item.span);
    let Written { line, issues } = line(&mut declaring, stating).map_err(one)?;
    let said = |claim: &zopa_syntax::ast::Claim| claim.statements.iter().any(|row| row.text == line);
    if claim_of(item).is_some_and(said) {
        return Err(vec![Problem::new("said-already", words::said_already(&line), words::SAY_ANOTHER.to_owned())]);
    }
    let row = Row::new(&line).with(Row::with_prose("because", stating.because));
    let mut edits = declaring.edits();
    edits.extend(under(read, item, &row));
    let edited = settled(texts, read, edits, &[stating.claim])?;
    let mut single: Vec<String> = Vec::new();
    for issue in issues {
        if declaring.options_of(&issue) == 1 && !single.contains(&issue) {
            single.push(issue);
        }
    }
    Ok(Stated { edited, line, new: declaring.lines(), single })
}

/// A statement goes after the others; the first before all that is said about who said it.
fn under(read: &Read, item: &Item, row: &Row) -> Option<Edit> {
    let claim = claim_of(item)?;
    let editor = Editor::of(&read.files.get(item.span.file.0 as usize)?.text, item.span.file);
    if let Some(last) = claim.statements.last() {
        return editor.line_after(last.span, row);
    }
    let first =
        claim.sayings.iter().map(|saying| saying.span.start).chain(item.quotes.iter().map(|it| it.span.start)).min();
    match item.unconfirmed.filter(|mark| first.is_none_or(|first| mark.start < first)) {
        Some(mark) => editor.line_after(mark, row),
        None => editor.line_first(item.span, row),
    }
}

struct Written {
    line: String,
    issues: Vec<String>,
}

fn line(declaring: &mut Declaring<'_>, stating: &Stating<'_>) -> Result<Written, Problem> {
    let verb = verb(stating.verb)?;
    if stating.what.trim().is_empty() {
        return Err(Problem::new("nothing-said", words::nothing_said(verb.one), words::SAY_WHAT.to_owned()));
    }
    if matches!(verb.verb, Verb::Denies | Verb::Softens | Verb::Tests | Verb::Supersedes) {
        return of_claims(declaring, verb, stating);
    }
    let who = if verb.opens { String::new() } else { parties(declaring, stating.who)? };
    let what = condition(declaring, stating.what, stating.by)?;
    further(declaring, &what.issues, stating.options);
    let start = if who.is_empty() { verb.one.to_owned() } else { format!("{who} {}", verb.one) };
    let (terms, mut issues) = terms(declaring, verb, stating)?;
    issues.splice(0..0, what.issues);
    Ok(Written { line: format!("{start} {}{terms}", what.text), issues })
}

fn verb(word: &str) -> Result<&'static VerbForm, Problem> {
    let known = verb_opening(word).or_else(|| verb_after(word));
    known.filter(|form| OFFERED.contains(&form.verb)).ok_or_else(|| {
        let near = nearest(word, OFFERED.iter().map(|verb| verb_form(*verb).one));
        let all: Vec<&str> = VERBS.iter().filter(|form| OFFERED.contains(&form.verb)).map(|form| form.one).collect();
        Problem::new("no-verb", words::no_verb(word), words::verbs(near, &all))
    })
}

/// One party, or several between commas.
fn parties(declaring: &mut Declaring<'_>, who: &str) -> Result<String, Problem> {
    let kinds = [ItemWord::Party, ItemWord::Body, ItemWord::Person];
    let all = if declaring.find(&kinds, who.trim()).is_some() { vec![Phrase::of(who)] } else { list(who) };
    if all.is_empty() {
        return Err(Problem::new("nobody-named", words::NOBODY_NAMED.to_owned(), words::NAME_PARTY.to_owned()));
    }
    let names: Vec<String> = all.iter().map(|phrase| declaring.party(phrase)).collect();
    Ok(names.join(", "))
}

/// `denies C`, `softens C to X`.
fn of_claims(declaring: &mut Declaring<'_>, verb: &VerbForm, stating: &Stating<'_>) -> Result<Written, Problem> {
    let is_one = declaring.find(&[ItemWord::Claim], stating.what.trim()).is_some();
    let all = if is_one { vec![Phrase::of(stating.what)] } else { list(stating.what) };
    let named = |phrase: &Phrase| {
        let known = declaring.find(&[ItemWord::Claim], &phrase.words).map(str::to_owned);
        known.ok_or_else(|| {
            let near = nearest(&phrase.words, declaring.names(ItemWord::Claim));
            Problem::new("unknown-claim", words::no_claim(&phrase.words), words::choose_claim(near))
        })
    };
    let names = all.iter().map(named).collect::<Result<Vec<_>, _>>()?;
    let (terms, issues) = terms(declaring, verb, stating)?;
    Ok(Written { line: format!("{} {}{terms}", verb.one, names.join(", ")), issues })
}

/// The second condition, with what joins it to the first.
fn terms(
    declaring: &mut Declaring<'_>,
    verb: &VerbForm,
    stating: &Stating<'_>,
) -> Result<(String, Vec<String>), Problem> {
    if stating.terms.trim().is_empty() {
        return Ok((String::new(), Vec::new()));
    }
    let joints: &[&str] = match verb.verb {
        Verb::Requires | Verb::Rejects => &["unless"],
        Verb::Offers => &["only if", "if"],
        Verb::Accepts => &["if"],
        Verb::Softens => &["to"],
        _ => &[],
    };
    let wanted = Some(stating.joint.trim()).filter(|joint| !joint.is_empty());
    let joint = joints.iter().find(|joint| wanted.is_none_or(|wanted| wanted == **joint));
    let joint = joint.ok_or_else(|| {
        let message = words::not_joined(verb.one, wanted.unwrap_or_default());
        Problem::new("not-joined", message, words::joined_by(verb.one, joints))
    })?;
    let condition = condition(declaring, stating.terms, stating.by)?;
    further(declaring, &condition.issues, stating.term_options);
    Ok((format!(" {joint} {}", condition.text), condition.issues))
}

/// Further options of the first of the issues.
fn further(declaring: &mut Declaring<'_>, issues: &[String], typed: &str) {
    if let Some(issue) = issues.first() {
        list(typed).iter().for_each(|option| {
            declaring.option(issue, option);
        });
    }
}
