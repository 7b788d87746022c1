//! What to ask next? Neutral questions to each party, about what it is reported to have said.
//!
//! For each party, in the order in which the answers turn on things: which answer of a question about its own
//! statements is so; whether a statement that one report carries, or that was not repeated, still stands; what its
//! position is on an issue that others clash over. Never a question for a change of position. The brief has the first
//! of them for each party, the sheet for a call with one party has all.

use crate::clash::basis_of;
use crate::record::holders;
use crate::rounds::Repeats;
use zopa_case::{Act, Case, Claim, ClaimId, PartyId, QuestionId, QuestionKind};
use zopa_finding::{Answer, AskNext, Basis, Hinge, HingeKind, Inquiry, Position, Settles};

/// One question to each party that is not a body, in file order; none where there is nothing to ask.
pub(crate) fn ask(case: &Case, answer: &Answer, positions: &[Position]) -> Vec<AskNext> {
    let parties = case.parties.iter().filter(|(_, party)| party.of.is_none()).map(|(id, _)| id);
    parties.filter_map(|party| to(case, answer, positions, party)).collect()
}

fn to(case: &Case, answer: &Answer, positions: &[Position], party: PartyId) -> Option<AskNext> {
    let by_question = answer.hinges.iter().filter_map(|hinge| of_question(case, answer, party, hinge)).next();
    let first = |all: Vec<AskNext>| all.into_iter().next();
    by_question
        .or_else(|| first(still_stand(case, answer, party)))
        .or_else(|| first(of_wishes(case, answer, party)))
        .or_else(|| first(of_issues(case, answer, positions, party)))
}

/// Every question to one party or body, most consequential first: what the answers turn on, in their order, its wishes
/// in the place of the wishes; then what may not stand any more, by the number of clashes with it; then the issues on
/// which nothing of its own is reported. No claim is asked about twice.
pub(crate) fn every(case: &Case, answer: &Answer, positions: &[Position], party: PartyId) -> Vec<AskNext> {
    let mut asked: Vec<AskNext> = Vec::new();
    for hinge in answer.hinges.iter().filter(|hinge| hinge.kind == HingeKind::Question) {
        let of_wishes = || if hinge.name == WISHES { of_wishes(case, answer, party) } else { Vec::new() };
        match of_question(case, answer, party, hinge) {
            Some(ask) => asked.push(ask),
            None => asked.extend(of_wishes()),
        }
    }
    let new =
        |ask: &AskNext, asked: &[AskNext]| !asked.iter().any(|a| ask.basis.0.iter().all(|c| a.basis.0.contains(c)));
    let stand = still_stand(case, answer, party).into_iter().filter(|ask| new(ask, &asked));
    let stand: Vec<AskNext> = stand.map(|ask| with_hinge(answer, ask)).collect();
    asked.extend(stand);
    asked.extend(of_issues(case, answer, positions, party));
    asked
}

/// The name of the question whether wishes are counted.
const WISHES: &str = "wishes";

/// A statement with which a source or an origin goes, and nothing else does: what turns on that turns on it.
fn with_hinge(answer: &Answer, ask: AskNext) -> AskNext {
    let alone = |hinge: &&Hinge| hinge.kind != HingeKind::Question && hinge.basis == ask.basis;
    let Some(hinge) = answer.hinges.iter().find(alone) else {
        return ask;
    };
    let settles = Settles {
        hinge: Some((hinge.kind, hinge.name.clone())),
        levels: hinge.changes.clone(),
        clashes: ask.settles.clashes.clone(),
    };
    AskNext { settles, ..ask }
}

/// Whose statement is it? A body speaks through its party here.
fn speaks(case: &Case, party: PartyId, claim: &Claim) -> bool {
    let of = |holder: &PartyId| *holder == party || case.parties[*holder].of == Some(party);
    claim.statements.iter().any(|statement| holders(&statement.act).iter().any(of))
}

fn of_question(case: &Case, answer: &Answer, party: PartyId, hinge: &Hinge) -> Option<AskNext> {
    if hinge.kind != HingeKind::Question {
        return None;
    }
    let id = case.questions.iter().find(|(_, question)| question.name == hinge.name).map(|(id, _)| id)?;
    let claims: Vec<ClaimId> = case.questions[id].answers.values().flat_map(|a| a.holds.clone()).collect();
    claims.iter().find(|claim| speaks(case, party, &case.claims[**claim]))?;
    let inquiry = inquiry(case, id, &claims)?;
    let settles = Settles {
        hinge: Some((hinge.kind, hinge.name.clone())),
        levels: hinge.changes.clone(),
        clashes: turning(hinge, answer),
    };
    Some(AskNext { party: case.parties[party].name.clone(), inquiry, settles, basis: basis_of(case, claims) })
}

fn inquiry(case: &Case, id: QuestionId, claims: &[ClaimId]) -> Option<Inquiry> {
    let question = &case.questions[id];
    match question.kind {
        QuestionKind::Stated => Some(Inquiry::Which { question: question.name.clone() }),
        QuestionKind::Denial(_) => claims.first().map(|c| Inquiry::AsReported { claim: case.claims[*c].name.clone() }),
        QuestionKind::Wishes => None,
    }
}

/// Clashes that are not so under every answer alike.
fn turning(hinge: &Hinge, answer: &Answer) -> Vec<String> {
    let turns = |id: &String| {
        let state = |effect: &zopa_finding::Effect| (effect.every.contains(id), effect.some.contains(id));
        let mut states = hinge.effects.iter().map(state);
        let first = states.next();
        states.any(|state| Some(state) != first)
    };
    answer.clashes.iter().map(|clash| &clash.id).filter(|id| turns(id)).cloned().collect()
}

/// Statements not repeated since their round, or carried by one report alone: those in most clashes first.
fn still_stand(case: &Case, answer: &Answer, party: PartyId) -> Vec<AskNext> {
    let repeats = Repeats::of(case);
    let doubtful = |id: ClaimId, claim: &Claim| {
        let old = repeats.since(id).is_some();
        (old || crate::evidence::reports(case, claim).len() == 1) && speaks(case, party, claim) && limits(claim)
    };
    let asked = |(claim, clashes): (ClaimId, Vec<String>)| AskNext {
        party: case.parties[party].name.clone(),
        inquiry: Inquiry::StillStands { claim: case.claims[claim].name.clone() },
        settles: Settles { hinge: None, levels: Vec::new(), clashes },
        basis: basis_of(case, vec![claim]),
    };
    let candidates = case.claims.iter().filter(|(id, claim)| doubtful(*id, claim));
    most_first(answer, candidates).into_iter().map(asked).collect()
}

/// Claims with the clashes that rest on them, those with most first, then in file order; none that no clash rests on.
fn most_first<'a>(
    answer: &Answer,
    candidates: impl Iterator<Item = (ClaimId, &'a Claim)>,
) -> Vec<(ClaimId, Vec<String>)> {
    let counted = candidates.map(|(id, claim)| (id, clashes_with(answer, &claim.name)));
    let mut counted: Vec<_> = counted.filter(|(_, clashes)| !clashes.is_empty()).collect();
    counted.sort_by_key(|(_, clashes)| std::cmp::Reverse(clashes.len()));
    counted
}

fn limits(claim: &Claim) -> bool {
    claim.statements.iter().any(|s| matches!(s.act, Act::Requires { .. } | Act::Rejects { .. } | Act::Offers { .. }))
}

fn clashes_with(answer: &Answer, claim: &str) -> Vec<String> {
    let rests = |basis: &Basis| basis.0.iter().any(|name| name == claim);
    answer.clashes.iter().filter(|clash| rests(&clash.basis)).map(|clash| clash.id.clone()).collect()
}

/// Are its wishes requirements?
fn of_wishes(case: &Case, answer: &Answer, party: PartyId) -> Vec<AskNext> {
    let Some(hinge) = answer.hinges.iter().find(|h| h.kind == HingeKind::Question && h.name == WISHES) else {
        return Vec::new();
    };
    let wishes = |claim: &Claim| claim.statements.iter().any(|s| matches!(s.act, Act::Seeks { .. }));
    let asked = |(claim, clashes): (ClaimId, Vec<String>)| AskNext {
        party: case.parties[party].name.clone(),
        inquiry: Inquiry::Required { claim: case.claims[claim].name.clone() },
        settles: Settles { hinge: Some((hinge.kind, hinge.name.clone())), levels: hinge.changes.clone(), clashes },
        basis: basis_of(case, vec![claim]),
    };
    let candidates = case.claims.iter().filter(|(_, claim)| wishes(claim) && speaks(case, party, claim));
    most_first(answer, candidates).into_iter().map(asked).collect()
}

/// Its position on each issue of a clash on which none of its statements is reported; first of clashes over an issue of
/// which it has spoken, so that nobody is asked about what is none of theirs before what is.
fn of_issues(case: &Case, answer: &Answer, positions: &[Position], party: PartyId) -> Vec<AskNext> {
    let name = &case.parties[party].name;
    let spoken = |issue: &String| positions.iter().any(|p| p.party == *name && p.issue == *issue);
    let near = answer.clashes.iter().filter(|clash| clash.issues.iter().any(spoken));
    let mut issues: Vec<&String> = Vec::new();
    for issue in near.chain(&answer.clashes).flat_map(|clash| &clash.issues).filter(|issue| !spoken(issue)) {
        if !issues.contains(&issue) {
            issues.push(issue);
        }
    }
    issues.into_iter().map(|issue| of_issue(case, answer, party, issue)).collect()
}

fn of_issue(case: &Case, answer: &Answer, party: PartyId, issue: &String) -> AskNext {
    let concerned = answer.clashes.iter().filter(|clash| clash.issues.contains(issue));
    let claims = concerned.clone().flat_map(|clash| clash.basis.0.iter().cloned());
    let ids = claims.filter_map(|name| case.claims.iter().find(|(_, claim)| claim.name == name).map(|(id, _)| id));
    AskNext {
        party: case.parties[party].name.clone(),
        inquiry: Inquiry::Position { issue: issue.clone() },
        basis: basis_of(case, ids.collect()),
        settles: Settles {
            hinge: None,
            levels: Vec::new(),
            clashes: concerned.map(|clash| clash.id.clone()).collect(),
        },
    }
}
