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
        let answered = Table::for_each_of(&self.claims, |id, claim| {
            (!claim.suppose || stand.supposed.contains(&id)) && self.carried(id, &stand.aside)
        });
        let answered = Table::for_each_of(&self.claims, |id, _| {
            answered[id] && self.questions.iter().all(|(q, _)| self.answer_holds(q, id, stand, &answered))
        });
        let claims = Table::for_each_of(&self.claims, |id, _| {
            answered[id] && !self.superseders(id).any(|later| answered[later])
        });
        let wishes = self.questions.iter().any(|(q, question)| question.answers[stand.reading.answer(q)].wishes);
        Held { claims, wishes }
    }

    /// A claim that no answer of the question names is none of its business; a denial that nothing carries
    /// any more denies nothing.
    fn answer_holds(&self, q: QuestionId, claim: ClaimId, stand: &Stand, carried: &Table<ClaimId, bool>) -> bool {
        let question = &self.questions[q];
        if let QuestionKind::Denial(denials) = &question.kind {
            if !denials.iter().any(|denial| carried[*denial]) {
                return true;
            }
        }
        let named = question.answers.values().any(|answer| answer.holds.contains(&claim));
        !named || question.answers[stand.reading.answer(q)].holds.contains(&claim)
    }

    /// Claims that say that they supersede this one. What was superseded stays so, even where the claim that
    /// superseded it was itself superseded later: so this looks at answers, not at what is held in the end.
    fn superseders(&self, claim: ClaimId) -> impl Iterator<Item = ClaimId> {
        let says = move |statement: &Statement| matches!(&statement.act, Act::Supersedes(old) if old.contains(&claim));
        self.claims.iter().filter(move |(_, later)| later.statements.iter().any(says)).map(|(id, _)| id)
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
