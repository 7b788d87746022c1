//! What limits, contested rules and offers do the claims carry?
//!
//! The table of the language: `requires`, `rejects` and `offers ... only if` carry limits, `seeks` one that is
//! active only while wishes are counted. The conjuncts of one claim that speak of the same subjects are one
//! limit; equal limits of one party are one limit with several supports. A limit with softenings appears
//! in each form it can take (as stated, or "as stated, or F"), as does an offer that expires, each with
//! supports that are never active together.

use crate::equal::Keys;
use crate::formula::Subject;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// More softenings of one limit than this are refused: each doubles the forms it can take.
pub(crate) const SOFTENINGS: usize = 6;

/// Part of what one claim says one party requires.
struct Piece {
    formula: Formula,
    support: Support,
    text: String,
}

/// Conjuncts of one claim that speak of the same subjects.
struct Joined {
    support: Support,
    formulas: Vec<Formula>,
    texts: Vec<String>,
}

impl Joined {
    fn add(&mut self, piece: Piece) {
        self.formulas.push(piece.formula);
        // The conjuncts of a statement come one after the other.
        if self.texts.last() != Some(&piece.text) {
            self.texts.push(piece.text);
        }
    }
}

/// What claims say alike of one party: one limit.
struct Stated {
    holder: PartyId,
    /// The number of the condition.
    number: usize,
    formula: Formula,
    /// As first written.
    text: String,
    supports: Vec<Support>,
}

/// Fills in the limits, contested rules and asks of a case whose claims are resolved.
pub(crate) fn extract(case: &mut Case) {
    let later = Later::of(case);
    let mut keys = Keys::default();
    let limits = limits(case, &later, &mut keys);
    let rules = reported_rules(case, &mut keys);
    let asks = asks(case, &later, &mut keys);
    (case.limits, case.reported_rules, case.asks) = (limits, rules, asks);
}

/// A statement that softens, by claim and place in it, with what to.
type Softening<'a> = ((ClaimId, usize), &'a Formula);

/// What later claims do to earlier ones, by the claims that they do it to.
struct Later<'a> {
    /// The claims that say that an offer of a claim has expired by the date of the case.
    expired: BTreeMap<ClaimId, Vec<ClaimId>>,
    /// The statements that soften a claim to something, by claim and place in it, with what.
    softened: BTreeMap<ClaimId, Vec<Softening<'a>>>,
    /// The gates of a body.
    gates: BTreeMap<PartyId, Vec<StepId>>,
}

impl<'a> Later<'a> {
    fn of(case: &'a Case) -> Later<'a> {
        let mut later = Later { expired: BTreeMap::new(), softened: BTreeMap::new(), gates: BTreeMap::new() };
        let today = case.as_of.and_then(|date| date.day).map(first_day);
        for (id, claim) in case.claims.iter() {
            for (place, statement) in claim.statements.iter().enumerate() {
                later.see(id, place, &statement.act, today);
            }
        }
        for (id, step) in case.space.steps.iter().filter(|(_, step)| step.gate) {
            step.by.iter().for_each(|body| later.gates.entry(*body).or_default().push(id));
        }
        later
    }

    fn see(&mut self, id: ClaimId, place: usize, act: &'a Act, today: Option<(u16, u8, u8)>) {
        match act {
            Act::Expires { claims, date }
                if date.day.is_some_and(|day| today.is_some_and(|today| last_day(day) <= today)) =>
            {
                for claim in claims {
                    let expired = self.expired.entry(*claim).or_default();
                    if expired.last() != Some(&id) && expired.len() < SOFTENINGS {
                        expired.push(id);
                    }
                }
            }
            Act::Softens { claims, to: Some(to) } => {
                claims.iter().for_each(|claim| self.softened.entry(*claim).or_default().push(((id, place), to)));
            }
            _ => {}
        }
    }

    /// The claims that say that an offer of this claim has expired; `None` if none does.
    fn expiring(&self, claim: ClaimId) -> Option<Vec<ClaimId>> {
        self.expired.get(&claim).cloned()
    }

    /// The claims that soften one of these to something, with what. Capped; more are refused when the case is read.
    fn softenings(&self, carriers: &BTreeSet<ClaimId>) -> Vec<(ClaimId, Formula)> {
        let found = carriers.iter().filter_map(|claim| self.softened.get(claim)).flatten();
        let found: BTreeMap<(ClaimId, usize), &Formula> = found.map(|(place, to)| (*place, *to)).collect();
        found.into_iter().take(SOFTENINGS).map(|((claim, _), to)| (claim, to.clone())).collect()
    }
}

fn limits(case: &Case, later: &Later<'_>, keys: &mut Keys) -> Table<LimitId, Limit> {
    let mut stated = Vec::new();
    for (claim, row) in case.claims.iter() {
        for holder in holders(row) {
            stated.extend(of_claim(case, later, claim, holder).into_iter().map(|piece| (holder, piece)));
        }
    }
    let stated = stated.into_iter().map(|(holder, Piece { formula, support, text })| {
        let number = keys.number(&case.space, &formula);
        Stated { holder, number, formula, text, supports: vec![support] }
    });
    let base = merged(stated);
    let forms = base.into_iter().flat_map(|stated| softened(case, later, keys, stated));
    named(case, merged(forms))
}

/// The limits that one claim carries for one party, conjuncts of the same subjects joined.
fn of_claim(case: &Case, later: &Later<'_>, claim: ClaimId, holder: PartyId) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for statement in &case.claims[claim].statements {
        for (formula, support) in stated(later, claim, statement, holder) {
            for conjunct in formula.conjuncts() {
                pieces.push(Piece { formula: conjunct, support: support.clone(), text: statement.text.clone() });
            }
        }
    }
    let mut joined: Vec<Joined> = Vec::new();
    let mut places: BTreeMap<(BTreeSet<Subject>, Support), usize> = BTreeMap::new();
    for piece in pieces {
        let of = (piece.formula.subjects(&case.space), piece.support.clone());
        let place = *places.entry(of).or_insert(joined.len());
        match joined.get_mut(place) {
            Some(known) => known.add(piece),
            None => {
                let (formulas, texts) = (vec![piece.formula], vec![piece.text]);
                joined.push(Joined { support: piece.support, formulas, texts });
            }
        }
    }
    let piece = |all: Joined| Piece {
        formula: bound(case, later, holder, Formula::And(all.formulas).normal()),
        support: all.support,
        text: all.texts.join("; "),
    };
    joined.into_iter().map(piece).collect()
}

/// What one statement requires of one party, with when.
fn stated(later: &Later<'_>, claim: ClaimId, statement: &Statement, holder: PartyId) -> Vec<(Formula, Support)> {
    let support = |wish| Support { claim, with: Arc::default(), without: Arc::default(), wish };
    match &statement.act {
        Act::Requires { who, limit } | Act::Rejects { who, limit } if who.contains(&holder) => {
            vec![(limit.clone(), support(false))]
        }
        Act::Seeks { who, wish } if who.contains(&holder) => vec![(wish.clone(), support(true))],
        Act::Offers { who, offer, terms: Terms::OnlyIf(given) } if who.contains(&holder) => {
            let refused = Formula::not(offer.clone());
            let open = Formula::or(refused.clone(), given.clone());
            later.expiring(claim).map_or(vec![(open.clone(), support(false))], |expiries| {
                forms(&expiries)
                    .map(|(with, without)| {
                        let formula = if with.is_empty() { open.clone() } else { refused.clone() };
                        (formula, Support { claim, with: with.into(), without: without.into(), wish: false })
                    })
                    .collect()
            })
        }
        _ => Vec::new(),
    }
}

/// A body's limit binds only where one of its gates is taken.
fn bound(case: &Case, later: &Later<'_>, holder: PartyId, formula: Formula) -> Formula {
    if case.parties[holder].of.is_none() {
        return formula;
    }
    let gates = later.gates.get(&holder).into_iter().flatten();
    let parts: Vec<Formula> = gates.map(|gate| Formula::implies(Formula::Taken(*gate), formula.clone())).collect();
    Formula::And(parts).normal()
}

/// A date given only by its month or year counts as its first day where it is today's...
fn first_day(day: Day) -> (u16, u8, u8) {
    (day.year, day.month.unwrap_or(1), day.day.unwrap_or(1))
}

/// ...and as its last where something expires on it.
fn last_day(day: Day) -> (u16, u8, u8) {
    (day.year, day.month.unwrap_or(12), day.day.unwrap_or(31))
}

/// Every way in which some of these claims are held and the others are not.
fn forms(claims: &[ClaimId]) -> impl Iterator<Item = (Vec<ClaimId>, Vec<ClaimId>)> {
    (0u32..1 << claims.len()).map(|chosen| {
        let (with, without): (Vec<_>, Vec<_>) = claims.iter().enumerate().partition(|(at, _)| chosen >> at & 1 == 1);
        (with.into_iter().map(|(_, c)| *c).collect(), without.into_iter().map(|(_, c)| *c).collect())
    })
}

/// A limit in each form that the softenings of the claims that carry it give: as stated, or "as stated, or F".
/// Softening one telling softens the limit: retelling it in another claim must not undo that.
fn softened(case: &Case, later: &Later<'_>, keys: &mut Keys, stated: Stated) -> Vec<Stated> {
    let softer = later.softenings(&stated.supports.iter().map(|support| support.claim).collect());
    if softer.is_empty() {
        return vec![stated];
    }
    let claims: Vec<ClaimId> = softer.iter().map(|(claim, _)| *claim).collect();
    let form = |(with, without): (Vec<ClaimId>, Vec<ClaimId>)| {
        let (with, without): (Arc<[ClaimId]>, Arc<[ClaimId]>) = (with.into(), without.into());
        let more = softer.iter().filter(|(claim, _)| with.contains(claim)).map(|(_, to)| to.clone());
        let formula = Formula::Or(std::iter::once(stated.formula.clone()).chain(more).collect()).normal();
        let supports = stated.supports.iter().map(|support| Support {
            with: both(&support.with, &with),
            without: both(&support.without, &without),
            ..*support
        });
        let (number, text) = (keys.number(&case.space, &formula), stated.text.clone());
        Stated { holder: stated.holder, number, formula, text, supports: supports.collect() }
    };
    forms(&claims).map(form).collect()
}

/// The claims of both; where the first are none, the second as they are, so that many supports share one list.
fn both(first: &Arc<[ClaimId]>, second: &Arc<[ClaimId]>) -> Arc<[ClaimId]> {
    if first.is_empty() { Arc::clone(second) } else { first.iter().chain(second.iter()).copied().collect() }
}

/// Equal limits of one party become one, in order of first appearance.
fn merged(all: impl Iterator<Item = Stated>) -> Vec<Stated> {
    let mut places: BTreeMap<(PartyId, usize), usize> = BTreeMap::new();
    let mut merged: Vec<Stated> = Vec::new();
    for stated in all {
        let place = *places.entry((stated.holder, stated.number)).or_insert(merged.len());
        match merged.get_mut(place) {
            Some(same) => same.supports.extend(stated.supports),
            None => merged.push(stated),
        }
    }
    merged
}

/// Limits with names: the claim that first carries it, and where that carries several, what it is about.
fn named(case: &Case, merged: Vec<Stated>) -> Table<LimitId, Limit> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut counts: BTreeMap<ClaimId, usize> = BTreeMap::new();
    for support in merged.iter().filter_map(|stated| stated.supports.first()) {
        *counts.entry(support.claim).or_default() += 1;
    }
    let limit = |stated: Stated| {
        let name = stated.supports.first().map(|support| {
            let several = counts.get(&support.claim).is_some_and(|count| *count > 1);
            unique(&mut taken, name(case, stated.holder, &stated.formula, support, several))
        });
        let Stated { holder, formula, text, supports, .. } = stated;
        Limit { name: name.unwrap_or_default(), holder, formula, text, supports: each_once(supports) }
    };
    merged.into_iter().map(limit).collect()
}

fn each_once(mut supports: Vec<Support>) -> Vec<Support> {
    // Mostly they come in order.
    if !supports.is_sorted_by(|a, b| a < b) {
        let mut seen: BTreeSet<Support> = BTreeSet::new();
        supports.retain(|support| seen.insert(support.clone()));
    }
    supports.shrink_to_fit();
    supports
}

fn name(case: &Case, holder: PartyId, formula: &Formula, support: &Support, several: bool) -> String {
    let claim = &case.claims[support.claim];
    let mut name = claim.name.clone();
    if !several {
        return name;
    }
    let subjects: Vec<&str> = formula.subjects(&case.space).into_iter().map(|s| subject_name(case, s)).collect();
    if !support.with.is_empty() {
        let with: Vec<&str> = support.with.iter().map(|c| case.claims[*c].name.as_str()).collect();
        return format!("{name}/with-{}", with.join("-"));
    }
    if support.without.is_empty() {
        name = format!("{name}/{}", subjects.join("-"));
    }
    if holders(claim).len() > 1 {
        name = format!("{name}/{}", case.parties[holder].name);
    }
    name
}

/// The parties and bodies that a claim may carry limits of, in file order.
fn holders(claim: &Claim) -> BTreeSet<PartyId> {
    let mut holders = BTreeSet::new();
    for statement in &claim.statements {
        if let Act::Requires { who, .. } | Act::Rejects { who, .. } | Act::Seeks { who, .. } | Act::Offers { who, .. } =
            &statement.act
        {
            holders.extend(who.iter().copied());
        }
    }
    holders
}

fn subject_name(case: &Case, subject: Subject) -> &str {
    match subject {
        Subject::Issue(issue) => &case.space.issues[issue].name,
        Subject::Step(step) => &case.space.steps[step].name,
    }
}

fn unique(taken: &mut BTreeSet<String>, name: String) -> String {
    let numbered = (2..).map(|n| format!("{name}/{n}"));
    let name = std::iter::once(name.clone()).chain(numbered).find(|n| !taken.contains(n)).unwrap_or(name);
    taken.insert(name.clone());
    name
}

/// The rules that claims report, equal ones joined.
fn reported_rules(case: &Case, keys: &mut Keys) -> Table<ReportedRuleId, ReportedRule> {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    let mut rules: Vec<ReportedRule> = Vec::new();
    for (claim, row) in case.claims.iter() {
        for statement in &row.statements {
            if let Act::Rule(formula) = &statement.act {
                let support = Support { claim, with: Arc::default(), without: Arc::default(), wish: false };
                let place = *places.entry(keys.number(&case.space, formula)).or_insert(rules.len());
                match rules.get_mut(place) {
                    Some(rule) => rule.supports.push(support),
                    None => {
                        let rule = ReportedRule {
                            formula: formula.clone(),
                            text: statement.text.clone(),
                            supports: vec![support],
                        };
                        rules.push(rule);
                    }
                }
            }
        }
    }
    rules.into_iter().collect()
}

/// The offers and acceptances, equal ones of the same parties joined.
fn asks(case: &Case, later: &Later<'_>, keys: &mut Keys) -> Vec<Ask> {
    let mut places: BTreeMap<(usize, Vec<PartyId>, bool), usize> = BTreeMap::new();
    let mut asks: Vec<Ask> = Vec::new();
    for (claim, row) in case.claims.iter() {
        for statement in &row.statements {
            let Some(ask) = ask(later, claim, statement) else { continue };
            let of = (keys.number(&case.space, &ask.formula), ask.holders.clone(), ask.offer);
            let place = *places.entry(of).or_insert(asks.len());
            match asks.get_mut(place) {
                Some(known) => known.supports.extend(ask.supports),
                None => asks.push(ask),
            }
        }
    }
    asks
}

fn ask(later: &Later<'_>, claim: ClaimId, statement: &Statement) -> Option<Ask> {
    let (holders, offer, formula) = match &statement.act {
        Act::Offers { who, offer, terms } => (who, true, given(offer, terms)),
        Act::Accepts { who, accepted, given: Some(given) } => {
            (who, false, Formula::And(vec![accepted.clone(), given.clone()]))
        }
        Act::Accepts { who, accepted, given: None } => (who, false, accepted.clone()),
        _ => return None,
    };
    let expired = if offer { later.expiring(claim).unwrap_or_default() } else { Vec::new() };
    let support = Support { claim, with: Arc::default(), without: expired.into(), wish: false };
    let text = statement.text.clone();
    Some(Ask { claim, holders: holders.clone(), offer, formula, text, supports: vec![support] })
}

fn given(offer: &Formula, terms: &Terms) -> Formula {
    match terms {
        Terms::Free => offer.clone(),
        Terms::OnlyIf(given) | Terms::If(given) => Formula::And(vec![offer.clone(), given.clone()]),
    }
}
