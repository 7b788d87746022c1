//! Cases built by hand, as short as a test can read.

use zopa_case::*;

/// A case under construction.
#[derive(Clone, Default)]
pub struct Build {
    pub case: Case,
}

pub fn not(f: Formula) -> Formula {
    Formula::Not(Box::new(f))
}

pub fn any(parts: impl IntoIterator<Item = Formula>) -> Formula {
    Formula::Or(parts.into_iter().collect())
}

pub fn all(parts: impl IntoIterator<Item = Formula>) -> Formula {
    Formula::And(parts.into_iter().collect())
}

/// Held while the claim is.
pub fn by(claim: ClaimId) -> Support {
    Support { claim, with: [].into(), without: [].into(), wish: false }
}

/// A part of a commitment, with one line for each of these.
fn told<T>(lines: impl IntoIterator<Item = T>) -> Clause<T> {
    let line = |value| Telling { value: Some(value), span: Default::default(), quotes: vec![] };
    Clause(lines.into_iter().map(line).collect())
}

impl Build {
    pub fn new() -> Build {
        Build::default()
    }

    pub fn party(&mut self, name: &str) -> PartyId {
        let party = Party { name: name.into(), title: name.into(), also: vec![], of: None, span: Default::default() };
        self.case.parties.push(party)
    }

    pub fn issue(&mut self, name: &str, options: &[&str]) -> IssueId {
        let option = |name: &&str| IssueOption { name: name.to_string(), title: name.to_string() };
        let options = options.iter().map(option).collect();
        self.case.space.issues.push(Issue { name: name.into(), title: name.into(), options })
    }

    /// The package gives the issue its option with this number.
    pub fn is(&self, issue: IssueId, option: usize) -> Formula {
        Formula::Is(issue, self.case.space.issues[issue].options.ids().nth(option).unwrap())
    }

    pub fn step(&mut self, name: &str, taken: Taken) -> StepId {
        let (name, gate) = (name.to_owned(), false);
        let title = name.clone();
        self.case.space.steps.push(Step {
            name,
            title,
            by: vec![],
            taken,
            text: String::new(),
            irreversible: false,
            gate,
        })
    }

    /// A body of a party.
    pub fn body(&mut self, name: &str, of: PartyId) -> PartyId {
        let body = self.party(name);
        self.case.parties[body].of = Some(of);
        body
    }

    pub fn gate(&mut self, name: &str, body: PartyId) -> StepId {
        let gate = self.step(name, Taken::Optional);
        self.taken_by(gate, body, false);
        self.case.space.steps[gate].gate = true;
        gate
    }

    pub fn taken_by(&mut self, step: StepId, party: PartyId, irreversible: bool) {
        let row = &mut self.case.space.steps[step];
        row.by.push(party);
        row.irreversible = irreversible;
    }

    /// Once the condition is met, the party takes the step; it counts from the point.
    pub fn commitment(&mut self, name: &str, debtor: PartyId, when: Formula, step: StepId, from: Option<Point>) {
        let trigger = Trigger::Condition { formula: when, text: String::new() };
        let response = Response { not: false, step: Some(step), words: None };
        let anatomy = Anatomy {
            span: Default::default(),
            kind: Clause::default(),
            debtors: told([vec![Voice::Party(debtor)]]),
            creditors: Clause::default(),
            trigger: told([trigger]),
            response: told([response]),
            discretion: Clause::default(),
            deciders: Clause::default(),
            deadline: Clause::default(),
            force: Clause::default(),
            from: told(from),
            lasts: Clause::default(),
            posted: Clause::default(),
            remedies: Clause::default(),
        };
        let (name, title, fields, quotes) = (name.to_owned(), name.to_owned(), vec![], vec![]);
        self.case.commitments.push(Commitment { name, title, fields, anatomy, quotes });
    }

    pub fn claim(&mut self, name: &str) -> ClaimId {
        self.case.claims.push(Claim {
            name: name.into(),
            title: name.into(),
            suppose: false,
            unconfirmed: false,
            statements: vec![],
            sayings: vec![],
            quotes: vec![],
            quote_origins: vec![],
            about: vec![],
            round: None,
            coded_by: None,
            checked_by: None,
            span: Default::default(),
        })
    }

    pub fn says(&mut self, claim: ClaimId, act: Act) {
        let statement = Statement { act, text: String::new(), because: None, span: Default::default() };
        self.case.claims[claim].statements.push(statement);
    }

    /// A limit with a claim of its own, always held.
    pub fn limit(&mut self, holder: PartyId, name: &str, formula: Formula) -> LimitId {
        let claim = self.claim(name);
        self.limit_by(holder, name, formula, vec![by(claim)])
    }

    pub fn limit_by(&mut self, holder: PartyId, name: &str, formula: Formula, supports: Vec<Support>) -> LimitId {
        self.case.limits.push(Limit { name: name.into(), holder, formula, supports, text: name.into() })
    }

    pub fn rule(&mut self, text: &str, formula: Formula) {
        self.case.rules.push(Rule { formula, text: text.into(), because: None });
    }

    pub fn reported_rule(&mut self, formula: Formula, supports: Vec<Support>) -> ReportedRuleId {
        self.case.reported_rules.push(ReportedRule { formula, text: "reported".into(), supports })
    }

    pub fn ask(&mut self, holder: PartyId, formula: Formula, claim: ClaimId) -> usize {
        let text = self.case.claims[claim].name.clone();
        let supports = vec![by(claim)];
        self.case.asks.push(Ask { claim, holders: vec![holder], offer: true, formula, text, supports });
        self.case.asks.len() - 1
    }

    pub fn question(&mut self, name: &str, answers: &[(&str, &[ClaimId])]) -> QuestionId {
        self.any_question(name, QuestionKind::Stated, answers, true)
    }

    pub fn denial(&mut self, claim: ClaimId, denials: &[ClaimId], switch: bool) -> QuestionId {
        let name = self.case.claims[claim].name.clone();
        let answers: [(&str, &[ClaimId]); 2] = [("as-reported", &[claim]), ("as-denied", &[])];
        self.any_question(&name, QuestionKind::Denial(denials.to_vec()), &answers, switch)
    }

    pub fn wishes(&mut self) -> QuestionId {
        let question =
            self.any_question("wishes", QuestionKind::Wishes, &[("not-counted", &[]), ("counted", &[])], true);
        let counted = self.case.questions[question].answers.ids().nth(1).unwrap();
        self.case.questions[question].answers[counted].wishes = true;
        question
    }

    fn any_question(
        &mut self,
        name: &str,
        kind: QuestionKind,
        answers: &[(&str, &[ClaimId])],
        switch: bool,
    ) -> QuestionId {
        let answer = |(name, holds): &(&str, &[ClaimId])| Answer {
            name: name.to_string(),
            title: name.to_string(),
            holds: holds.to_vec(),
            wishes: false,
        };
        let answers = answers.iter().map(answer).collect();
        self.case.questions.push(Question { name: name.into(), title: name.into(), kind, answers, switch })
    }

    pub fn source(&mut self, name: &str, copies: Option<SourceId>) -> SourceId {
        self.case.sources.push(Source {
            name: name.into(),
            title: name.into(),
            unseen: false,
            published: None,
            document: None,
            state: Default::default(),
            rests_on: vec![],
            copies,
            omits: vec![],
            keeps: vec![],
        })
    }

    /// A person, with the one origin that their words have.
    pub fn speaker(&mut self, name: &str) -> OriginId {
        let speaker = self.case.speakers.push(Speaker {
            name: name.into(),
            title: name.into(),
            also: vec![],
            anonymous: false,
            of: vec![],
            office: None,
            told: None,
        });
        self.case.origins.push(Origin { voice: Voice::Speaker(speaker), round: None })
    }

    /// A telling of the claim, with words in a source.
    pub fn told(&mut self, claim: ClaimId, origin: OriginId, source: SourceId) {
        let state = QuoteState::NotInHand;
        let quote = Quote { source, at: None, words: String::new(), state, span: Default::default() };
        let quote = self.case.quotes.push(quote);
        let saying =
            Saying { by: vec![], relaying: None, to: vec![], round: None, origins: vec![origin], quotes: vec![quote] };
        self.case.claims[claim].sayings.push(saying);
    }
}
