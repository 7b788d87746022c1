//! Which readings are there, and what is active in one?
//!
//! A reading gives one answer to every question. A claim that some answer names is held only under answers
//! that name it; any other claim always. A supposition is held only where it is named. A source (with those
//! that copy it) or an origin set aside takes away what nothing else carries. What a claim held supersedes
//! is not held. Limits and contested rules are active while one of their supports holds.

use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{
    AnswerId, Ask, Case, Claim, ClaimId, LimitId, OriginId, QuestionId, QuestionKind, ReportedRuleId, Saying, SourceId,
    Statement, Support, Voice,
};

/// One answer to every question that has any.
pub type Reading = BTreeMap<QuestionId, AnswerId>;

/// What is set aside, and what is supposed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aside {
    /// Sources, named one by one: those that copy them are found here.
    pub sources: BTreeSet<SourceId>,
    /// Origins.
    pub origins: BTreeSet<OriginId>,
    /// Suppositions added.
    pub supposed: BTreeSet<ClaimId>,
}

/// What is active where one stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Active {
    /// Limits.
    pub limits: BTreeSet<LimitId>,
    /// Contested rules.
    pub rules: BTreeSet<ReportedRuleId>,
    /// Offers and acceptances held, by place in the case's list. One that a question disputes which is no switch
    /// is among them: it is told, as disputed.
    pub asks: BTreeSet<usize>,
}

/// Every reading of the switches in which the questions in `fixed` have these answers, the first question
/// slowest; questions that are no switch keep their first answer. `None` if there are more than `most`.
pub fn readings(case: &Case, fixed: &Reading, most: usize) -> Option<Vec<Reading>> {
    let mut all = vec![Reading::new()];
    for (id, question) in case.questions.iter() {
        let answers: Vec<AnswerId> = match fixed.get(&id) {
            Some(answer) => vec![*answer],
            None if question.switch => question.answers.ids().collect(),
            None => question.answers.ids().take(1).collect(),
        };
        if !answers.is_empty() {
            all = all.iter().flat_map(|reading| with_each(reading, id, &answers)).collect();
        }
        if all.len() > most {
            return None;
        }
    }
    Some(all)
}

/// The reading with the question answered in each of these ways.
pub(crate) fn with_each(reading: &Reading, question: QuestionId, answers: &[AnswerId]) -> Vec<Reading> {
    let with = |answer: &AnswerId| {
        let mut reading = reading.clone();
        reading.insert(question, *answer);
        reading
    };
    answers.iter().map(with).collect()
}

/// What is active in a reading.
pub fn active(case: &Case, reading: &Reading, aside: &Aside) -> Active {
    Carried::of(case, aside).active(case, reading)
}

/// The case that is left when something is set aside: which claims exist in it at all, before any question.
pub(crate) struct Carried {
    claims: BTreeSet<ClaimId>,
    /// For each claim that an answer names: the questions, each with the answers that name it.
    named: BTreeMap<ClaimId, Vec<(QuestionId, BTreeSet<AnswerId>)>>,
    /// Who supersedes whom: later, earlier.
    superseding: Vec<(ClaimId, ClaimId)>,
}

impl Carried {
    /// The claims that exist in this case.
    pub(crate) fn of(case: &Case, aside: &Aside) -> Carried {
        let sources = with_copies(case, &aside.sources);
        let exists = |(id, claim): &(ClaimId, &Claim)| {
            (!claim.suppose || aside.supposed.contains(id)) && is_carried(case, claim, &sources, &aside.origins)
        };
        let claims: BTreeSet<ClaimId> = case.claims.iter().filter(exists).map(|(id, _)| id).collect();
        let mut named: BTreeMap<ClaimId, Vec<(QuestionId, BTreeSet<AnswerId>)>> = BTreeMap::new();
        for (question, row) in case.questions.iter() {
            // A denial that nothing carries any more denies nothing.
            let asked = match &row.kind {
                QuestionKind::Denial(denials) => denials.iter().any(|denial| claims.contains(denial)),
                QuestionKind::Stated | QuestionKind::Wishes => true,
            };
            let all: BTreeSet<ClaimId> = row.answers.values().flat_map(|answer| answer.holds.iter().copied()).collect();
            for claim in all.into_iter().filter(|_| asked) {
                let naming = row.answers.iter().filter(|(_, answer)| answer.holds.contains(&claim)).map(|(id, _)| id);
                named.entry(claim).or_default().push((question, naming.collect()));
            }
        }
        let superseding = case.claims.iter().flat_map(|(id, claim)| superseded(claim).map(move |old| (id, old)));
        Carried { claims, named, superseding: superseding.collect() }
    }

    /// The claims that exist at all.
    pub(crate) fn claims(&self) -> &BTreeSet<ClaimId> {
        &self.claims
    }

    /// The claims held in a reading.
    pub(crate) fn held(&self, reading: &Reading) -> BTreeSet<ClaimId> {
        self.held_if(reading, |_| true)
    }

    /// The claims held in a reading, where questions that are no switch take nothing away: what they dispute is
    /// shown as disputed, and taken as neither so nor not so.
    fn held_disputed(&self, case: &Case, reading: &Reading) -> BTreeSet<ClaimId> {
        self.held_if(reading, |question| case.questions.row(question).is_some_and(|question| question.switch))
    }

    /// The claims held, if only these questions count. What was superseded stays so, even where the later claim
    /// was itself superseded: both are told, the last one counts.
    fn held_if(&self, reading: &Reading, counts: impl Fn(QuestionId) -> bool) -> BTreeSet<ClaimId> {
        let under = |(question, naming): &(QuestionId, BTreeSet<AnswerId>)| {
            !counts(*question) || reading.get(question).is_some_and(|answer| naming.contains(answer))
        };
        let answered = |claim: &&ClaimId| self.named.get(claim).is_none_or(|questions| questions.iter().all(under));
        let told: BTreeSet<ClaimId> = self.claims.iter().filter(answered).copied().collect();
        let gone: BTreeSet<ClaimId> =
            self.superseding.iter().filter(|(later, _)| told.contains(later)).map(|(_, earlier)| *earlier).collect();
        told.difference(&gone).copied().collect()
    }

    /// What is active in a reading.
    pub(crate) fn active(&self, case: &Case, reading: &Reading) -> Active {
        let held = self.held(reading);
        let wishes = wishes(case, reading);
        let disputed = self.held_disputed(case, reading);
        let on = |supports: &[Support]| supports.iter().any(|support| holds(support, &held, wishes));
        let told = |supports: &[Support]| supports.iter().any(|support| holds(support, &disputed, wishes));
        Active {
            limits: case.limits.iter().filter(|(_, limit)| on(&limit.supports)).map(|(id, _)| id).collect(),
            rules: case.reported_rules.iter().filter(|(_, rule)| on(&rule.supports)).map(|(id, _)| id).collect(),
            asks: case.asks.iter().enumerate().filter(|(_, ask)| told(&ask.supports)).map(|(place, _)| place).collect(),
        }
    }

    /// The offers and acceptances held where every question counts.
    pub(crate) fn undisputed(&self, case: &Case, reading: &Reading) -> BTreeSet<usize> {
        let (held, wishes) = (self.held(reading), wishes(case, reading));
        let on = |ask: &Ask| ask.supports.iter().any(|support| holds(support, &held, wishes));
        case.asks.iter().enumerate().filter(|(_, ask)| on(ask)).map(|(place, _)| place).collect()
    }
}

/// Are wishes counted in the reading?
pub(crate) fn wishes(case: &Case, reading: &Reading) -> bool {
    let counted = |(question, answer): (&QuestionId, &AnswerId)| {
        case.questions.row(*question).and_then(|row| row.answers.row(*answer)).is_some_and(|row| row.wishes)
    };
    reading.iter().any(counted)
}

/// Does the support hold where these claims are held?
pub(crate) fn holds(support: &Support, held: &BTreeSet<ClaimId>, wishes: bool) -> bool {
    held.contains(&support.claim)
        && (wishes || !support.wish)
        && support.with.iter().all(|claim| held.contains(claim))
        && support.without.iter().all(|claim| !held.contains(claim))
}

/// The claims that this one says it supersedes.
pub(crate) fn superseded(claim: &Claim) -> impl Iterator<Item = ClaimId> + '_ {
    let says = |statement: &Statement| match &statement.act {
        zopa_case::Act::Supersedes(old) => old.clone(),
        _ => Vec::new(),
    };
    claim.statements.iter().flat_map(says)
}

/// The sources with those that copy them, directly or through others.
fn with_copies(case: &Case, sources: &BTreeSet<SourceId>) -> BTreeSet<SourceId> {
    let mut all = sources.clone();
    loop {
        let copies = |source: &zopa_case::Source| source.copies.is_some_and(|copied| all.contains(&copied));
        let more: Vec<SourceId> =
            case.sources.iter().filter(|(id, source)| !all.contains(id) && copies(source)).map(|(id, _)| id).collect();
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}

/// Is the claim still told by anything? One that nobody tells rests on no source, and stays.
fn is_carried(case: &Case, claim: &Claim, sources: &BTreeSet<SourceId>, origins: &BTreeSet<OriginId>) -> bool {
    if claim.quotes.is_empty() && claim.sayings.is_empty() {
        return true;
    }
    let quoted = |quote| case.quotes.row(quote).is_some_and(|quote| !sources.contains(&quote.source));
    let own = claim
        .quotes
        .iter()
        .zip(&claim.quote_origins)
        .any(|(quote, origin)| quoted(*quote) && !origins.contains(origin));
    let told = |saying: &Saying| {
        (saying.quotes.is_empty() || saying.quotes.iter().any(|quote| quoted(*quote)))
            && saying.origins.iter().any(|origin| !origins.contains(origin) && heard(case, *origin, sources))
    };
    own || claim.sayings.iter().any(told)
}

/// An unnamed group that told an outlet goes with that outlet, and an outlet's own voice with itself.
fn heard(case: &Case, origin: OriginId, sources: &BTreeSet<SourceId>) -> bool {
    let through = match case.origins.row(origin).map(|origin| origin.voice) {
        Some(Voice::Speaker(speaker)) => case.speakers.row(speaker).and_then(|speaker| speaker.told),
        Some(Voice::Source(source)) => Some(source),
        Some(Voice::Party(_)) | None => None,
    };
    through.is_none_or(|source| !sources.contains(&source))
}

/// The name of an origin: that of its voice, with the round where the same voice spoke on several occasions.
pub(crate) fn origin_name(case: &Case, id: OriginId) -> String {
    let Some(origin) = case.origins.row(id) else { return String::new() };
    let name = match origin.voice {
        Voice::Speaker(speaker) => case.speakers.row(speaker).map(|row| row.name.clone()),
        Voice::Party(party) => case.parties.row(party).map(|row| row.name.clone()),
        Voice::Source(source) => case.sources.row(source).map(|row| row.name.clone()),
    };
    let several = case.origins.values().filter(|other| other.voice == origin.voice).count() > 1;
    let round = origin.round.filter(|_| several).and_then(|round| case.rounds.row(round));
    format!("{}{}", name.unwrap_or_default(), round.map(|round| format!("@{}", round.name)).unwrap_or_default())
}
