//! What to ask next? One neutral question to each party, about what it is reported to have said.
//!
//! For each party, in the order in which the answers turn on things: which answer of a question about its own
//! statements is so; whether a statement that one report carries, or that was not repeated, still stands; what its
//! position is on an issue that others clash over. Never a question for a change of position.

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
    by_question
        .or_else(|| still_stands(case, answer, party))
        .or_else(|| of_wish(case, answer, party))
        .or_else(|| of_issue(case, answer, positions, party))
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

/// The statement in most clashes that was not repeated since its round, or that one report alone carries.
fn still_stands(case: &Case, answer: &Answer, party: PartyId) -> Option<AskNext> {
    let repeats = Repeats::of(case);
    let doubtful = |id: ClaimId, claim: &Claim| {
        let old = repeats.since(id).is_some();
        (old || crate::evidence::reports(case, claim).len() == 1) && speaks(case, party, claim) && limits(claim)
    };
    let candidates = case.claims.iter().filter(|(id, claim)| doubtful(*id, claim));
    let counted = candidates.map(|(id, claim)| (id, clashes_with(answer, &claim.name)));
    let (claim, clashes) = first_most(counted)?;
    Some(AskNext {
        party: case.parties[party].name.clone(),
        inquiry: Inquiry::StillStands { claim: case.claims[claim].name.clone() },
        settles: Settles { hinge: None, levels: Vec::new(), clashes },
        basis: basis_of(case, vec![claim]),
    })
}

fn first_most(candidates: impl Iterator<Item = (ClaimId, Vec<String>)>) -> Option<(ClaimId, Vec<String>)> {
    let mut best: Option<(ClaimId, Vec<String>)> = None;
    for (claim, clashes) in candidates.filter(|(_, clashes)| !clashes.is_empty()) {
        if best.as_ref().is_none_or(|(_, most)| clashes.len() > most.len()) {
            best = Some((claim, clashes));
        }
    }
    best
}

fn limits(claim: &Claim) -> bool {
    claim.statements.iter().any(|s| matches!(s.act, Act::Requires { .. } | Act::Rejects { .. } | Act::Offers { .. }))
}

fn clashes_with(answer: &Answer, claim: &str) -> Vec<String> {
    let rests = |basis: &Basis| basis.0.iter().any(|name| name == claim);
    answer.clashes.iter().filter(|clash| rests(&clash.basis)).map(|clash| clash.id.clone()).collect()
}

/// Is a wish a requirement?
fn of_wish(case: &Case, answer: &Answer, party: PartyId) -> Option<AskNext> {
    let hinge = answer.hinges.iter().find(|hinge| hinge.kind == HingeKind::Question && hinge.name == "wishes")?;
    let wishes = |claim: &Claim| claim.statements.iter().any(|s| matches!(s.act, Act::Seeks { .. }));
    let counted = case.claims.iter().filter(|(_, claim)| wishes(claim) && speaks(case, party, claim));
    let (claim, clashes) = first_most(counted.map(|(id, claim)| (id, clashes_with(answer, &claim.name))))?;
    Some(AskNext {
        party: case.parties[party].name.clone(),
        inquiry: Inquiry::Required { claim: case.claims[claim].name.clone() },
        settles: Settles { hinge: Some((hinge.kind, hinge.name.clone())), levels: hinge.changes.clone(), clashes },
        basis: basis_of(case, vec![claim]),
    })
}

/// Its position on the first issue of a clash on which none of its statements is reported.
fn of_issue(case: &Case, answer: &Answer, positions: &[Position], party: PartyId) -> Option<AskNext> {
    let name = &case.parties[party].name;
    let silent = |issue: &&String| !positions.iter().any(|p| p.party == *name && p.issue == **issue);
    let issue = answer.clashes.iter().flat_map(|clash| &clash.issues).find(silent)?;
    let concerned = answer.clashes.iter().filter(|clash| clash.issues.contains(issue));
    let claims = concerned.clone().flat_map(|clash| clash.basis.0.iter().cloned());
    let ids = claims.filter_map(|name| case.claims.iter().find(|(_, claim)| claim.name == name).map(|(id, _)| id));
    Some(AskNext {
        party: name.clone(),
        inquiry: Inquiry::Position { issue: issue.clone() },
        basis: basis_of(case, ids.collect()),
        settles: Settles {
            hinge: None,
            levels: Vec::new(),
            clashes: concerned.map(|clash| clash.id.clone()).collect(),
        },
    })
}
