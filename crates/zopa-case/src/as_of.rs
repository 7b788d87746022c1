//! What was the case before some rounds? The same case as if nothing had been said in them.
//!
//! A claim counts as of a round if its round is not after it; without a round, always (the definition of the
//! language). A claim told several times counts while one of its tellings does, and is then told by those alone. The
//! rounds themselves stay, as ones still to come. What follows from the claims (limits, offers, questions about
//! denials, origins) is made again by the same functions that made it when the case was read, so that the result is
//! what the case files with the later claims deleted would give. A supposition is said in no round and stays.

use crate::ids::Id;
use crate::*;
use std::collections::BTreeMap;

/// The rows of the claims that are left, by their rows before.
type Left = BTreeMap<ClaimId, ClaimId>;

impl Case {
    /// The case as if nothing had been said in these rounds.
    pub fn before(&self, later: &[RoundId]) -> Case {
        let counts = |claim: &Claim| claim.suppose || is_told(claim, later);
        let kept = self.claims.iter().filter(|(_, claim)| counts(claim)).map(|(id, _)| id);
        let left: Left = kept.enumerate().map(|(row, id)| (id, ClaimId::from_row(row))).collect();
        let mut case = self.clone();
        later.iter().for_each(|round| case.rounds[*round].expected = true);
        case.claims = left.keys().map(|id| told(&self.claims[*id], later, &left)).collect();
        case.questions = self.questions.values().filter_map(|question| asked(question, &left)).collect();
        case.tell_origins();
        case.implied_questions();
        limits::extract(&mut case);
        case.find_switches();
        case
    }

    /// The case as if it said that these sources copy those: the copy first. A source copies one at most, and none that
    /// copies it.
    pub fn copying(&self, copies: &[(SourceId, SourceId)]) -> Case {
        let mut case = self.clone();
        copies.iter().for_each(|(copy, copied)| case.sources[*copy].copies = Some(*copied));
        case.before(&[])
    }

    /// Origins in the order in which the claims name them.
    fn tell_origins(&mut self) {
        self.origins = Table::default();
        let mut known = origin::Origins::default();
        let ids: Vec<ClaimId> = self.claims.ids().collect();
        for id in ids {
            let mut claim = self.claims[id].clone();
            for saying in &mut claim.sayings {
                saying.origins = saying.by.iter().map(|voice| self.origin(*voice, saying.round, &mut known)).collect();
            }
            let own = claim.quotes.iter().map(|quote| self.voiced(*quote, &claim.sayings, &mut known));
            claim.quote_origins = own.collect();
            self.claims[id] = claim;
        }
    }
}

/// Was something said by then? A round that is not known excludes nothing.
fn by_then(round: Option<RoundId>, later: &[RoundId]) -> bool {
    round.is_none_or(|round| !later.contains(&round))
}

/// Is the claim told at all? By itself, where it has a round or words of its own or nobody's saying; or by a saying.
fn is_told(claim: &Claim, later: &[RoundId]) -> bool {
    let by_itself = claim.round.is_some() || !claim.quotes.is_empty() || claim.sayings.is_empty();
    let said = claim.sayings.iter().any(|saying| by_then(saying.round, later));
    said || (by_itself && by_then(claim.round, later))
}

/// The claim as it was told by then.
fn told(claim: &Claim, later: &[RoundId], left: &Left) -> Claim {
    let mut claim = claim.clone();
    claim.statements = claim.statements.iter().filter_map(|statement| stated(statement, left)).collect();
    if claim.suppose {
        return claim;
    }
    claim.sayings.retain(|saying| by_then(saying.round, later));
    if !by_then(claim.round, later) {
        claim.round = None;
        claim.quotes.clear();
    }
    claim
}

/// The statement about the claims that are left; none where it was about others alone.
fn stated(statement: &Statement, left: &Left) -> Option<Statement> {
    let mut statement = statement.clone();
    match &mut statement.act {
        Act::Denies(claims)
        | Act::Tests(claims)
        | Act::Supersedes(claims)
        | Act::Softens { claims, .. }
        | Act::Expires { claims, .. } => {
            *claims = those_of(claims, left);
            (!claims.is_empty()).then_some(statement)
        }
        _ => Some(statement),
    }
}

/// A question as written; those that follow from claims are asked again.
fn asked(question: &Question, left: &Left) -> Option<Question> {
    if question.kind != QuestionKind::Stated {
        return None;
    }
    let answer = |answer: &Answer| Answer { holds: those_of(&answer.holds, left), ..answer.clone() };
    let answers = question.answers.values().map(answer).collect();
    Some(Question { answers, switch: false, ..question.clone() })
}

fn those_of(claims: &[ClaimId], left: &Left) -> Vec<ClaimId> {
    claims.iter().filter_map(|claim| left.get(claim).copied()).collect()
}
