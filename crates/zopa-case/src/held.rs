//! Which claims are held, and so which limits and rules are active? Readings, sources set aside, suppositions.
//!
//! A *reading* gives one answer to every question. A claim named by answers is held only under answers
//! that name it; any other claim always. Setting a source (with those that copy it) or an origin aside asks
//! another case, in which the claims that nothing else carries do not exist.

use crate::ids::Id;
use crate::*;

/// One answer to every question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    answers: Vec<AnswerId>,
}

/// Sources and origins set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aside {
    /// Sources, those that copy them included.
    pub sources: Vec<SourceId>,
    /// Origins.
    pub origins: Vec<OriginId>,
}

/// Where one stands: a reading, with what is set aside and what is supposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The reading.
    pub reading: Reading,
    /// What is set aside.
    pub aside: Aside,
    /// Suppositions added.
    pub supposed: Vec<ClaimId>,
}

/// The claims held, and whether wishes are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// For each claim, whether it is held.
    pub claims: Table<ClaimId, bool>,
    /// Wishes are limits.
    pub wishes: bool,
}

impl Reading {
    /// The first reading: the first answer to every question.
    pub fn first(case: &Case) -> Reading {
        Reading { answers: case.questions.ids().map(|_| AnswerId::from_row(0)).collect() }
    }

    /// The answer given to a question.
    pub fn answer(&self, question: QuestionId) -> AnswerId {
        self.answers.get(question.row()).copied().unwrap_or(AnswerId::from_row(0))
    }

    /// The same reading with one question answered so.
    pub fn with(&self, question: QuestionId, answer: AnswerId) -> Reading {
        let mut answers = self.answers.clone();
        if let Some(place) = answers.get_mut(question.row()) {
            *place = answer;
        }
        Reading { answers }
    }
}

impl Aside {
    /// A source with all that copy it, directly or through others.
    pub fn source(case: &Case, source: SourceId) -> Aside {
        let mut sources = vec![source];
        let mut next = 0;
        while let Some(copied) = sources.get(next).copied() {
            let copies = case.sources.iter().filter(|(_, s)| s.copies == Some(copied)).map(|(id, _)| id);
            let new: Vec<SourceId> = copies.filter(|id| !sources.contains(id)).collect();
            sources.extend(new);
            next += 1;
        }
        Aside { sources, origins: Vec::new() }
    }

    /// One origin.
    pub fn origin(origin: OriginId) -> Aside {
        Aside { sources: Vec::new(), origins: vec![origin] }
    }

    /// Both together.
    pub fn and(mut self, other: &Aside) -> Aside {
        self.sources.extend(other.sources.iter().copied().filter(|s| !self.sources.contains(s)).collect::<Vec<_>>());
        self.origins.extend(other.origins.iter().copied().filter(|o| !self.origins.contains(o)).collect::<Vec<_>>());
        self
    }
}

impl Case {
    /// The sources that a source copies, directly or through others: the nearest first.
    pub fn copied(&self, source: SourceId) -> Vec<SourceId> {
        let next = |at: &SourceId| self.sources[*at].copies;
        // No way is longer than there are sources: what copies itself is a mistake, and cut where the case is read.
        std::iter::successors(next(&source), next).take(self.sources.len()).collect()
    }

    /// Does anything but what is set aside still carry the claim? One without any quote or saying rests on no
    /// source, and stays.
    pub fn carried(&self, claim: ClaimId, aside: &Aside) -> bool {
        let claim = &self.claims[claim];
        let own = claim.quotes.iter().zip(&claim.quote_origins);
        let own_left = own.clone().filter(|(q, o)| !self.quote_aside(**q, aside) && !aside.origins.contains(o)).count();
        let left = claim.sayings.iter().filter(|saying| self.saying_left(saying, aside)).count();
        own_left + left > 0 || (claim.quotes.is_empty() && claim.sayings.is_empty())
    }

    fn quote_aside(&self, quote: QuoteId, aside: &Aside) -> bool {
        aside.sources.contains(&self.quotes[quote].source)
    }

    /// A telling is left while one of its words' sources and one of its origins are; an unnamed group that
    /// told an outlet goes with that outlet.
    fn saying_left(&self, saying: &Saying, aside: &Aside) -> bool {
        let words = saying.quotes.is_empty() || saying.quotes.iter().any(|q| !self.quote_aside(*q, aside));
        words && saying.origins.iter().any(|origin| self.origin_left(*origin, aside))
    }

    fn origin_left(&self, origin: OriginId, aside: &Aside) -> bool {
        let through = match self.origins[origin].voice {
            origin::Voice::Speaker(speaker) => self.speakers[speaker].told,
            origin::Voice::Source(source) => Some(source),
            origin::Voice::Party(_) => None,
        };
        !aside.origins.contains(&origin) && through.is_none_or(|source| !aside.sources.contains(&source))
    }

    /// The claims held where one stands.
    pub fn held(&self, stand: &Stand) -> Held {
        self.under(&stand.aside, &stand.supposed).held(&stand.reading)
    }

    /// What is the same for every reading: what is carried with something set aside, and which claims
    /// questions and later claims can take away.
    pub fn under(&self, aside: &Aside, supposed: &[ClaimId]) -> Under<'_> {
        let carried = Table::for_each_of(&self.claims, |id, claim| {
            (!claim.suppose || supposed.contains(&id)) && self.carried(id, aside)
        });
        let live = |question: &&(QuestionId, &Question)| match &question.1.kind {
            // A denial that nothing carries any more denies nothing.
            QuestionKind::Denial(denials) => denials.iter().any(|denial| carried[*denial]),
            QuestionKind::Stated | QuestionKind::Wishes => true,
        };
        let questions: Vec<(QuestionId, &Question)> = self.questions.iter().collect();
        let named = questions.iter().filter(live).flat_map(|(id, question)| {
            let mut claims: Vec<ClaimId> = question.answers.values().flat_map(|a| a.holds.iter().copied()).collect();
            claims.sort();
            claims.dedup();
            claims.into_iter().map(|claim| (claim, *id)).collect::<Vec<_>>()
        });
        Under { case: self, named: named.collect(), supersedes: self.supersedes(), carried }
    }

    /// Pairs of a claim and one that it says it supersedes.
    fn supersedes(&self) -> Vec<(ClaimId, ClaimId)> {
        let mut pairs = Vec::new();
        for (later, claim) in self.claims.iter() {
            for statement in &claim.statements {
                if let Act::Supersedes(old) = &statement.act {
                    pairs.extend(old.iter().map(|old| (later, *old)));
                }
            }
        }
        pairs
    }
}

/// A case with something set aside and something supposed: what is the same for every reading.
#[derive(Clone, Debug)]
pub struct Under<'a> {
    case: &'a Case,
    carried: Table<ClaimId, bool>,
    /// Claims with a question whose answers name them.
    named: Vec<(ClaimId, QuestionId)>,
    supersedes: Vec<(ClaimId, ClaimId)>,
}

impl Under<'_> {
    /// The claims held in a reading.
    pub fn held(&self, reading: &Reading) -> Held {
        self.held_by(reading, |_| true)
    }

    /// The claims held in a reading if questions that are no switch take nothing away: what they
    /// dispute is shown as disputed, and no answer sides with one of their answers.
    pub fn held_disputed(&self, reading: &Reading) -> Held {
        self.held_by(reading, |question| question.switch)
    }

    fn held_by(&self, reading: &Reading, counts: impl Fn(&Question) -> bool) -> Held {
        let mut answered = self.carried.clone();
        for (claim, id) in &self.named {
            let question = &self.case.questions[*id];
            if counts(question) && !question.answers[reading.answer(*id)].holds.contains(claim) {
                answered[*claim] = false;
            }
        }
        // What was superseded stays so, even where the claim that superseded it was itself superseded later: so
        // this looks at answers, not at what is held in the end.
        let mut claims = answered.clone();
        for (later, old) in &self.supersedes {
            if answered[*later] {
                claims[*old] = false;
            }
        }
        let wishes = self.case.questions.iter().any(|(id, question)| question.answers[reading.answer(id)].wishes);
        Held { claims, wishes }
    }
}

impl Support {
    /// Does it hold?
    pub fn holds(&self, held: &Held) -> bool {
        held.claims[self.claim]
            && (!self.wish || held.wishes)
            && self.with.iter().all(|claim| held.claims[*claim])
            && !self.without.iter().any(|claim| held.claims[*claim])
    }
}

impl Held {
    /// Is something with these supports active?
    pub fn active(&self, supports: &[Support]) -> bool {
        supports.iter().any(|support| support.holds(self))
    }
}
