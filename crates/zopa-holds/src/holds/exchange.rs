//! What is done in return for what? Two sides, each with the steps by which it is done or put in force.

use super::plans::{Plan, together};
use std::collections::{BTreeMap, BTreeSet};

use zopa_case::{
    Act, Case, ClaimId, CommitmentId, Formula, Held, PartyId, Point, Statement, StepId, Support, Terms, Topic, Trigger,
    Until, Voice, possible,
};

/// What an exchange comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum From {
    /// A claim with an offer or acceptance: which of its statements.
    Claim(ClaimId, usize),
    /// A commitment with a condition for its trigger.
    Commitment(CommitmentId),
}

/// One exchange in a plan.
pub(crate) struct Exchange<'a> {
    /// What it comes from.
    pub from: From,
    /// Supports of the offer or acceptance; one that is active is enough.
    supports: Vec<&'a Support>,
    /// The steps of the condition, whatever is held.
    asked: BTreeSet<StepId>,
    /// The steps of what is offered, whatever is held.
    given: BTreeSet<StepId>,
    /// Commitments that what is offered stands for.
    commitments: Vec<CommitmentId>,
    /// Names by which somebody may ratify what is offered.
    names: BTreeSet<&'a str>,
    /// Who promises.
    pub promisers: BTreeSet<PartyId>,
}

impl<'a> Exchange<'a> {
    /// What the offer or acceptance is supported by.
    pub fn supports(&self) -> impl Iterator<Item = &'a Support> {
        self.supports.iter().copied()
    }
}

/// The two sides of an exchange where some claims are held, with the claims that say who ratifies.
pub(crate) struct Sides {
    /// The steps of the condition.
    pub asked: BTreeSet<StepId>,
    /// The steps of what is offered.
    pub given: BTreeSet<StepId>,
    /// The claims that say so: the offer, or what speaks of the commitment; and who ratifies.
    pub claims: BTreeSet<ClaimId>,
}

/// What is the same for every plan: who speaks of which commitment, who may ratify what.
pub(crate) struct Known<'a> {
    case: &'a Case,
    /// The claims that speak of a commitment.
    speak: BTreeMap<CommitmentId, Vec<ClaimId>>,
    /// Claims that say that bodies or parties may ratify a thing.
    ratify: Vec<(ClaimId, &'a str, &'a [Voice])>,
}

impl<'a> Known<'a> {
    pub fn of(case: &'a Case) -> Known<'a> {
        let mut ratify = Vec::new();
        for (id, claim) in case.claims.iter() {
            for statement in &claim.statements {
                if let Act::May { who, act, object } = &statement.act
                    && act == "ratify"
                {
                    ratify.push((id, object.as_str(), who.as_slice()));
                }
            }
        }
        Known { case, speak: case.claims_on_commitments(), ratify }
    }

    /// Is the commitment held? It is where nobody speaks of it, or a claim that does is held.
    pub fn holds(&self, commitment: CommitmentId, held: &Held) -> bool {
        self.speak.get(&commitment).is_none_or(|claims| claims.iter().any(|claim| held.claims[*claim]))
    }

    /// The claims on which the steps of an exchange depend: those on its commitments, and on who ratifies.
    pub fn deciding(&self, exchange: &Exchange<'a>) -> impl Iterator<Item = ClaimId> {
        let speaking = exchange.commitments.iter().flat_map(|id| self.speaking(*id)).copied();
        let ratify = self.ratify.iter().filter(|(_, object, _)| exchange.names.contains(object));
        speaking.chain(ratify.map(|(claim, ..)| *claim)).collect::<Vec<_>>().into_iter()
    }

    /// May one of its steps be hard to undo?
    pub fn may_expose(&self, exchange: &Exchange<'a>) -> bool {
        let in_force = exchange.commitments.iter().flat_map(|id| self.in_force(*id));
        let ratify = self.ratify.iter().filter(|(_, object, _)| exchange.names.contains(object));
        let gates = ratify.flat_map(|(.., who)| self.gates(who));
        let fixed = exchange.asked.iter().chain(&exchange.given).copied();
        fixed.chain(in_force).chain(gates).any(|step| self.case.space.steps[step].irreversible)
    }

    /// The claims that speak of a commitment.
    pub fn speaking(&self, commitment: CommitmentId) -> &[ClaimId] {
        self.speak.get(&commitment).map_or(&[], Vec::as_slice)
    }

    /// The exchanges that count in a plan, in file order.
    pub fn exchanges(&self, plan: &Plan) -> Vec<Exchange<'a>> {
        let offers = self.case.claims.iter().flat_map(|(claim, row)| {
            // What a claim says twice it says once.
            let first = |said: &Statement| row.statements.iter().position(|other| other.text == said.text);
            row.statements.iter().filter_map(move |said| Some((claim, first(said)?, sides(&said.act)?)))
        });
        let offers = offers.filter_map(|(claim, at, sides)| self.offer(plan, From::Claim(claim, at), claim, sides));
        let commitments = self.case.commitments.ids().filter_map(|id| self.commitment(plan, id));
        offers.chain(commitments).collect()
    }

    fn offer(&self, plan: &Plan, from: From, claim: ClaimId, sides: Offered<'a>) -> Option<Exchange<'a>> {
        let space = &self.case.space;
        let taken = plan.iter().map(|step| Formula::Taken(*step));
        let (given, asked) = (sides.given.issues(space), sides.asked.issues(space));
        // A condition about the same issue says what is offered, and asks for nothing in return.
        if given.iter().any(|issue| asked.contains(issue))
            || !together(space, plan, taken.chain([sides.given.clone(), sides.asked.clone()]))
        {
            return None;
        }
        let row = &self.case.claims[claim];
        let about: Vec<&str> = row.about.iter().filter_map(other).collect();
        let commitments = self.case.commitments.iter().filter(|(_, row)| about.contains(&row.name.as_str()));
        let commitments: Vec<CommitmentId> = commitments.map(|(id, _)| id).collect();
        let asks = self.case.asks.iter().filter(|ask| ask.offer == sides.offer).flat_map(|ask| &ask.supports);
        let issues = given.into_iter().map(|issue| space.issues[issue].name.as_str());
        Some(Exchange {
            from,
            supports: asks.filter(|support| support.claim == claim).collect(),
            asked: self.steps(plan, sides.asked),
            given: self.steps(plan, sides.given),
            names: issues.chain(self.names(&commitments)).collect(),
            commitments,
            promisers: sides.who.iter().copied().collect(),
        })
    }

    fn commitment(&self, plan: &Plan, id: CommitmentId) -> Option<Exchange<'a>> {
        let trigger = self.condition(id)?;
        let taken = plan.iter().map(|step| Formula::Taken(*step));
        if !together(&self.case.space, plan, taken.chain([trigger.clone()])) {
            return None;
        }
        let debtors = self.case.commitments[id].anatomy.debtors.all();
        Some(Exchange {
            from: From::Commitment(id),
            supports: Vec::new(),
            asked: self.steps(plan, trigger),
            given: BTreeSet::new(),
            names: self.names(&[id]).collect(),
            commitments: vec![id],
            promisers: debtors.flat_map(|voice| self.case.parties_of(*voice)).collect(),
        })
    }

    fn names(&self, commitments: &[CommitmentId]) -> impl Iterator<Item = &'a str> {
        commitments.iter().map(|id| self.case.commitments[*id].name.as_str()).collect::<Vec<_>>().into_iter()
    }

    /// The trigger where it is a condition. A part that is told in two ways is not known.
    fn condition(&self, id: CommitmentId) -> Option<&'a Formula> {
        match self.case.commitments[id].anatomy.trigger.only()? {
            Trigger::Condition { formula, .. } => Some(formula),
            Trigger::Event(_) => None,
        }
    }

    /// The step from which it counts.
    fn start(&self, id: CommitmentId) -> Option<StepId> {
        match self.case.commitments[id].anatomy.from.only()? {
            Point::Step(step) => Some(*step),
            Point::Event(_) => None,
        }
    }

    /// The step that it asks for.
    fn response(&self, id: CommitmentId) -> Option<StepId> {
        let response = self.case.commitments[id].anatomy.response.only()?;
        response.step.filter(|_| !response.not)
    }

    /// The steps of the plan without which it cannot be true, and that are not taken in every world anyway.
    fn steps(&self, plan: &Plan, formula: &Formula) -> BTreeSet<StepId> {
        let space = &self.case.space;
        let needed = |step: &&StepId| {
            let without = Formula::not(Formula::Taken(**step));
            if possible(space, &without) != Some(true) {
                return false;
            }
            let none = possible(space, &Formula::And(vec![formula.clone(), without]));
            none.map_or_else(|| formula.conjuncts().contains(&Formula::Taken(**step)), |possible| !possible)
        };
        plan.iter().filter(needed).copied().collect()
    }

    /// The two sides where these claims are held; none where the exchange itself is not.
    pub fn sides(&self, plan: &Plan, exchange: &Exchange<'a>, held: &Held) -> Option<Sides> {
        let (counts, claims) = match exchange.from {
            From::Claim(claim, _) => {
                (exchange.supports.iter().any(|support| support.holds(held)), BTreeSet::from([claim]))
            }
            From::Commitment(id) => {
                let speaking = self.speaking(id).iter().copied().filter(|claim| held.claims[*claim]);
                (self.holds(id, held), speaking.collect())
            }
        };
        if !counts {
            return None;
        }
        let mut sides = Sides { asked: exchange.asked.clone(), given: exchange.given.clone(), claims };
        let meant = exchange.commitments.iter().filter(|id| self.holds(**id, held));
        meant.for_each(|id| sides.given.extend(self.in_force(*id)));
        for (claim, object, who) in self.ratify.iter().filter(|(claim, ..)| held.claims[*claim]) {
            let gates: Vec<StepId> = self.gates(who).filter(|gate| plan.contains(gate)).collect();
            if exchange.names.contains(object) && !gates.is_empty() {
                sides.given.extend(gates);
                sides.claims.insert(*claim);
            }
        }
        sides.given.retain(|step| plan.contains(step));
        Some(sides)
    }

    /// The steps that put a commitment in force: from which it counts, after which it binds as a treaty, and what it asks for
    /// where something done sets it off.
    fn in_force(&self, id: CommitmentId) -> impl Iterator<Item = StepId> {
        let until = self.case.commitments[id].anatomy.force.only().and_then(|force| match force.until {
            Until::Step(step) => Some(step),
            Until::Unsaid | Until::Unknown => None,
        });
        let owed = self.response(id).filter(|_| self.condition(id).is_some());
        self.start(id).into_iter().chain(until).chain(owed)
    }

    /// Every step that a commitment of the case is to bring about, in file order of commitments.
    pub fn owed(&self) -> impl Iterator<Item = Owed> {
        let owed = |id: CommitmentId| {
            let conjuncts = self.condition(id).map(Formula::conjuncts).unwrap_or_default();
            let taken = conjuncts.into_iter().filter_map(|part| match part {
                Formula::Taken(step) => Some(step),
                _ => None,
            });
            let first = taken.chain(self.start(id)).collect();
            Some(Owed { commitment: id, then: self.response(id)?, first })
        };
        self.case.commitments.ids().filter_map(owed)
    }

    fn gates(&self, who: &'a [Voice]) -> impl Iterator<Item = StepId> {
        let is = |step: &&(StepId, &zopa_case::Step)| {
            step.1.gate && step.1.by.iter().any(|body| who.contains(&Voice::Party(*body)))
        };
        let steps: Vec<_> = self.case.space.steps.iter().collect();
        steps.iter().filter(is).map(|(id, _)| *id).collect::<Vec<_>>().into_iter()
    }
}

/// The sides that a statement has.
struct Offered<'a> {
    who: &'a [PartyId],
    given: &'a Formula,
    asked: &'a Formula,
    offer: bool,
}

fn sides(act: &Act) -> Option<Offered<'_>> {
    match act {
        Act::Offers { who, offer, terms: Terms::OnlyIf(asked) | Terms::If(asked) } => {
            Some(Offered { who, given: offer, asked, offer: true })
        }
        Act::Accepts { who, accepted, given: Some(asked) } => {
            Some(Offered { who, given: accepted, asked, offer: false })
        }
        _ => None,
    }
}

fn other(topic: &Topic) -> Option<&str> {
    match topic {
        Topic::Other(name) => Some(name),
        Topic::Issue(_) => None,
    }
}

/// What a commitment asks to be done after what.
pub(crate) struct Owed {
    /// The commitment.
    pub commitment: CommitmentId,
    /// What is owed.
    pub then: StepId,
    /// What comes first.
    pub first: BTreeSet<StepId>,
}

/// The parties concerned by a step: who takes it, and the party of a body that does.
pub(crate) fn concerned(case: &Case, step: StepId) -> impl Iterator<Item = PartyId> {
    case.space.steps[step].by.iter().flat_map(|party| std::iter::once(*party).chain(case.parties[*party].of))
}
