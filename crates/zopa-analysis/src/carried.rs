//! What belongs to each claim? The limits it supports, who denies it, the questions that name it: each list made once
//! for all claims, since a case may have as many claims for one limit as it has claims.

use zopa_case::{Act, Case, ClaimId, LimitId, QuestionId, Table};

/// One row for each claim, its lists in file order.
pub(crate) struct Carried {
    /// Limits it supports, in every form.
    pub limits: Table<ClaimId, Vec<LimitId>>,
    /// Limits it supports as stated, softened by nobody.
    pub as_stated: Table<ClaimId, Vec<LimitId>>,
    /// Claims that deny it.
    pub denied_by: Table<ClaimId, Vec<ClaimId>>,
    /// Questions some answer of which names it.
    pub questions: Table<ClaimId, Vec<QuestionId>>,
}

impl Carried {
    /// Each limit, claim and question is looked at once.
    pub fn of(case: &Case) -> Carried {
        let (limits, as_stated, denied_by, questions) = (empty(case), empty(case), empty(case), empty(case));
        let mut all = Carried { limits, as_stated, denied_by, questions };
        for (id, limit) in case.limits.iter() {
            for support in &limit.supports {
                add(&mut all.limits[support.claim], id);
                if support.with.is_empty() {
                    add(&mut all.as_stated[support.claim], id);
                }
            }
        }
        for (id, claim) in case.claims.iter() {
            let denied =
                claim.statements.iter().filter_map(|s| if let Act::Denies(c) = &s.act { Some(c) } else { None });
            denied.flatten().for_each(|claim| add(&mut all.denied_by[*claim], id));
        }
        for (id, question) in case.questions.iter() {
            let named = question.answers.values().flat_map(|answer| &answer.holds);
            named.for_each(|claim| add(&mut all.questions[*claim], id));
        }
        all
    }
}

fn empty<I>(case: &Case) -> Table<ClaimId, Vec<I>> {
    Table::for_each_of(&case.claims, |_, _| Vec::new())
}

/// Ids come in file order, so an id that is there already is the last one.
fn add<I: PartialEq>(list: &mut Vec<I>, id: I) {
    if list.last() != Some(&id) {
        list.push(id);
    }
}
