//! Is something told twice that should be one, or asked where nothing differs? Answers that hold the same claims, and
//! words that are read in two ways with no question between the readings.

use super::Resolver;
use crate::formula::Subject;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::Diagnostic;
use zopa_syntax::ast::{Item, ItemKind};

/// Claims with the same words that are compared with each other, at most.
const TOGETHER: usize = 50;

/// Words at a place of a document; where that is not in hand, the words alone.
type Place<'a> = (SourceId, Option<usize>, &'a str);

impl<'a> Resolver<'a> {
    /// Two answers of one question that hold the same claims: the choice between them changes nothing.
    pub(crate) fn warn_same_answers(&mut self, items: &'a [Item]) {
        let rows: BTreeMap<&str, &Question> = self
            .case
            .questions
            .values()
            .filter(|q| q.kind == QuestionKind::Stated)
            .map(|q| (q.name.as_str(), q))
            .collect();
        let mut told = Vec::new();
        for item in items {
            let ItemKind::Question { name, answers, .. } = &item.kind else { continue };
            let Some(row) = rows.get(name.text.as_str()) else { continue };
            let mut known: BTreeMap<BTreeSet<ClaimId>, &zopa_syntax::ast::Name> = BTreeMap::new();
            for (answer, written) in row.answers.values().zip(answers) {
                let holds: BTreeSet<ClaimId> = answer.holds.iter().copied().collect();
                if let Some(first) = known.get(&holds) {
                    let what = if holds.is_empty() { "hold no claim" } else { "hold the same claims" };
                    let message = format!(
                        "answers `{}` and `{}` of question `{}` {what}: they differ in nothing",
                        first.text, written.name.text, name.text
                    );
                    let help = "say with `holds` which claims each of the two holds, or make them one answer";
                    let warning = Diagnostic::warning("answers-same", written.name.span, message, help);
                    told.push(warning.labelled("this answer").and(first.span, "and this one"));
                    break;
                }
                known.insert(holds, &written.name);
            }
        }
        told.into_iter().for_each(|told| self.report(told));
    }

    /// The same words under two claims that say different things of one party about one matter: two readings of a
    /// passage, and nothing asks which.
    pub(crate) fn warn_read_twice(&mut self) {
        let together = Linked::of(&self.case);
        let mut told = Vec::new();
        for (_, quotes) in words_of_claims(&self.case) {
            for (at, (quote, claim)) in quotes.iter().enumerate().take(TOGETHER) {
                let rivals = |(_, other): &&(QuoteId, ClaimId)| {
                    other != claim && !together.are(*other, *claim) && rival(&self.case, *other, *claim)
                };
                let Some((first, other)) = quotes.iter().take(at).find(rivals) else { continue };
                let (one, two) = (&self.case.claims[*other], &self.case.claims[*claim]);
                let message =
                    format!("the same words carry `{}` and `{}`, which say different things", one.name, two.name);
                let help = format!(
                    "if the words can be read in two ways, ask: `question NAME \"...\"` with `answer one holds {}` and \
                     `answer other holds {}`; else quote for each what carries it",
                    one.name, two.name
                );
                let warning = Diagnostic::warning("words-read-twice", self.case.quotes[*quote].span, message, help);
                told.push(
                    warning.labelled("quoted again here").and(self.case.quotes[*first].span, "first quoted here"),
                );
                break;
            }
        }
        told.into_iter().for_each(|told| self.report(told));
    }
}

/// The quotes of claims by their words, those with several in file order.
fn words_of_claims(case: &Case) -> BTreeMap<Place<'_>, Vec<(QuoteId, ClaimId)>> {
    let mut all: BTreeMap<Place<'_>, Vec<(QuoteId, ClaimId)>> = BTreeMap::new();
    for (id, claim) in case.claims.iter().filter(|(_, claim)| !claim.suppose) {
        for quote in claim.quotes.iter().chain(claim.sayings.iter().flat_map(|saying| &saying.quotes)) {
            let row = &case.quotes[*quote];
            let at = if let QuoteState::Verified(at) = row.state { Some(at) } else { row.at };
            all.entry((row.source, at, row.words.trim())).or_default().push((*quote, id));
        }
    }
    all.retain(|_, quotes| quotes.len() > 1);
    all
}

/// Do two claims say different things of one party about the same matter, by the same verb?
fn rival(case: &Case, one: ClaimId, other: ClaimId) -> bool {
    let (one, other) = (demands(case, one), demands(case, other));
    let same = |a: &(PartyId, &Formula), b: &(PartyId, &Formula)| {
        a.0 == b.0 && equal::same(&case.space, &[a.1, b.1]) == [0, 0]
    };
    let about = |formula: &Formula| -> BTreeSet<Subject> { formula.subjects(&case.space) };
    let rivals = |a: &(PartyId, &Formula)| {
        let on_one_matter = other.iter().any(|b| a.0 == b.0 && about(a.1) == about(b.1));
        on_one_matter && !other.iter().any(|b| same(a, b))
    };
    one.iter().any(rivals)
}

/// What a claim says a party requires or rejects, as limits; not what it wishes, offers or accepts.
fn demands(case: &Case, claim: ClaimId) -> Vec<(PartyId, &Formula)> {
    let demand = |statement: &Statement| match &statement.act {
        Act::Requires { who, .. } | Act::Rejects { who, .. } => who.clone(),
        _ => Vec::new(),
    };
    let rows = case.claims[claim].statements.iter();
    rows.flat_map(|statement| {
        let formula = match &statement.act {
            Act::Requires { limit, .. } | Act::Rejects { limit, .. } => Some(limit),
            _ => None,
        };
        demand(statement).into_iter().filter_map(move |party| Some((party, formula?)))
    })
    .collect()
}

/// Claims that the case itself sets beside each other: in one question, or one about the other.
struct Linked(BTreeSet<(ClaimId, ClaimId)>, BTreeMap<ClaimId, BTreeSet<QuestionId>>);

impl Linked {
    fn of(case: &Case) -> Linked {
        let mut pairs = BTreeSet::new();
        for (id, claim) in case.claims.iter() {
            for statement in &claim.statements {
                if let Act::Denies(old) | Act::Tests(old) | Act::Supersedes(old) | Act::Softens { claims: old, .. } =
                    &statement.act
                {
                    pairs.extend(old.iter().flat_map(|old| [(id, *old), (*old, id)]));
                }
            }
        }
        let mut questions: BTreeMap<ClaimId, BTreeSet<QuestionId>> = BTreeMap::new();
        for (id, question) in case.questions.iter() {
            for claim in question.answers.values().flat_map(|answer| &answer.holds) {
                questions.entry(*claim).or_default().insert(id);
            }
        }
        Linked(pairs, questions)
    }

    fn are(&self, one: ClaimId, other: ClaimId) -> bool {
        let asked = |claim| self.1.get(&claim).into_iter().flatten();
        self.0.contains(&(one, other)) || asked(one).any(|question| asked(other).any(|q| q == question))
    }
}
