//! Which answers rest on words that are no longer in their document? Those that have the claim in their basis, and
//! the points that are open because it denies something.

use crate::record::quote_number;
use zopa_case::{Case, Claim, ClaimId, Question, QuestionKind, QuoteState};
use zopa_finding::{Answer, Basis, Hinge, HingeKind, OrphanedClaim};

/// Claims with words that are not in their document, in file order. A supposition is in no answer.
pub(crate) fn orphaned(case: &Case, answer: &Answer) -> Vec<OrphanedClaim> {
    let claims = case.claims.iter().filter(|(_, claim)| !claim.suppose);
    claims.map(|(id, claim)| one(case, id, claim, answer)).filter(|claim| !claim.quotes.is_empty()).collect()
}

fn one(case: &Case, id: ClaimId, claim: &Claim, answer: &Answer) -> OrphanedClaim {
    let gone = |quote: &&zopa_case::QuoteId| matches!(case.quotes[**quote].state, QuoteState::Orphaned(_));
    let quotes = claim.sayings.iter().flat_map(|saying| &saying.quotes).chain(&claim.quotes);
    let rests = |basis: &Basis| basis.0.contains(&claim.name);
    let clashes = answer.clashes.iter().filter(|clash| rests(&clash.basis));
    let knots = answer.knots.iter().filter(|knot| knot.openings.iter().any(|opening| rests(&opening.basis)));
    let offers = answer.shut_out.iter();
    let offers = offers.filter(|offer| rests(&offer.basis) || offer.sets.iter().any(|set| rests(&set.basis)));
    let denied = case.questions.values().filter(|question| opens(question, id));
    let denied: Vec<&str> = denied.map(|question| question.name.as_str()).collect();
    let open = |hinge: &Hinge| hinge.kind == HingeKind::Question && denied.contains(&hinge.name.as_str());
    let hinges = answer.hinges.iter().filter(|hinge| rests(&hinge.basis) || open(hinge));
    OrphanedClaim {
        claim: claim.name.clone(),
        quotes: quotes.filter(gone).map(|quote| quote_number(*quote)).collect(),
        clashes: clashes.map(|clash| clash.id.clone()).collect(),
        openings: knots.map(|knot| knot.id.clone()).collect(),
        shut_out: offers.map(|offer| offer.claim.clone()).collect(),
        hinges: hinges.map(|hinge| (hinge.kind, hinge.name.clone())).collect(),
    }
}

/// Is the question one because this claim denies what it asks about?
fn opens(question: &Question, claim: ClaimId) -> bool {
    matches!(&question.kind, QuestionKind::Denial(by) if by.contains(&claim))
}
