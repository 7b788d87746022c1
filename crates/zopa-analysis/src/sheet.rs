//! What is there for a call with one party? Its own words, what others say of it, what is unknown, what to ask.
//!
//! Its own is what it, its bodies and named persons in their offices said. An unnamed source is told among the others,
//! even where a report places it with the party: nobody stands behind those words by name. Everything else is told by
//! others, if it carries the party's position, passes it on, is about the party, or is said of one of its statements.

use crate::ask::every;
use crate::record::{formulas, holders};
use crate::rounds::{in_order, place};
use crate::unknown::unknown;
use std::collections::BTreeSet;
use zopa_case::{Act, Case, Claim, ClaimId, IssueId, PartyId, RoundId, Statement, Topic, Voice};
use zopa_finding::{Brief, Denial, OnIssue, Saying, Sheet, SpeakerKind, Told};

/// The sheet for a call with one party or body, from the brief of its case: tellings set aside there are not on it.
pub fn sheet(case: &Case, brief: &Brief, party: PartyId) -> Sheet {
    let desk = Desk::new(case, brief, party);
    let own = desk.section(|claim, saying| !claim.suppose && desk.is_own(saying));
    let told = desk.section(|claim, saying| !claim.suppose && !desk.is_own(saying) && desk.concerns(claim, saying));
    let unknown = unknown(&desk, &own, &told);
    let mut ask = every(case, &brief.answer, &brief.positions, party);
    // A body that has spoken on an issue leaves nothing to ask its party there.
    ask.retain(|ask| match &ask.inquiry {
        zopa_finding::Inquiry::Position { issue } => unknown.issues.contains(issue),
        _ => true,
    });
    Sheet { party: case.parties[party].name.clone(), bodies: desk.bodies(), own, told, unknown, ask }
}

/// One party with its bodies, and the case that they are in.
pub(crate) struct Desk<'a> {
    pub case: &'a Case,
    pub brief: &'a Brief,
    /// The party first, then its bodies, in file order.
    pub ids: Vec<PartyId>,
    order: Vec<RoundId>,
}

impl<'a> Desk<'a> {
    fn new(case: &'a Case, brief: &'a Brief, party: PartyId) -> Desk<'a> {
        let bodies = case.parties.iter().filter(|(_, row)| row.of == Some(party)).map(|(id, _)| id);
        Desk { case, brief, ids: std::iter::once(party).chain(bodies).collect(), order: in_order(case) }
    }

    fn bodies(&self) -> Vec<String> {
        self.ids.iter().skip(1).map(|id| self.case.parties[*id].name.clone()).collect()
    }

    /// Is it the party, or a body of it, by name?
    pub fn is(&self, name: &str) -> bool {
        self.ids.iter().any(|id| self.case.parties[*id].name == name)
    }

    /// A person or unnamed source that a report places with it.
    fn places(&self, name: &str, kind: SpeakerKind) -> bool {
        let speaker = self.brief.speakers.iter().find(|speaker| speaker.name == name && speaker.kind == kind);
        speaker.is_some_and(|speaker| speaker.of.iter().any(|of| self.is(of)))
    }

    fn is_own(&self, saying: &Saying) -> bool {
        saying.by.iter().any(|name| self.is(name) || self.places(name, SpeakerKind::Person))
    }

    /// Does the claim carry a statement of it?
    pub fn states(&self, claim: &Claim) -> bool {
        claim.statements.iter().any(|said| holders(&said.act).iter().any(|party| self.ids.contains(party)))
    }

    /// Is what others tell here about it?
    fn concerns(&self, claim: &Claim, saying: &Saying) -> bool {
        let passed_on = |name: &String| self.is(name) || self.places(name, SpeakerKind::Person);
        let about = |topic: &Topic| matches!(topic, Topic::Other(name) if self.is(name));
        let of_its = |named: ClaimId| self.states(&self.case.claims[named]);
        self.states(claim)
            || saying.relaying.iter().any(passed_on)
            || saying.by.iter().any(|name| self.places(name, SpeakerKind::Anonymous))
            || claim.about.iter().any(about)
            || claim.statements.iter().any(|said| self.role(&said.act))
            || claim.statements.iter().flat_map(named).any(of_its)
    }

    /// Does it say what somebody in its offices is, or may do?
    fn role(&self, act: &Act) -> bool {
        let placed = |voice: &Voice| match voice {
            Voice::Speaker(id) => self.case.speakers[*id].of.iter().any(|of| self.ids.contains(of)),
            Voice::Party(_) | Voice::Source(_) => false,
        };
        match act {
            Act::Is { who, .. } | Act::May { who, .. } => who.iter().any(placed),
            _ => false,
        }
    }

    /// Tellings of this kind, by issue and claim.
    fn section(&self, wanted: impl Fn(&Claim, &Saying) -> bool) -> Vec<OnIssue> {
        let mut told: Vec<(ClaimId, Told)> = Vec::new();
        for ((id, claim), row) in self.case.claims.iter().zip(&self.brief.claims) {
            let mut tellings: Vec<Saying> =
                row.sayings.iter().filter(|saying| wanted(claim, saying)).cloned().collect();
            tellings.sort_by_key(|saying| self.round(saying));
            if !tellings.is_empty() {
                told.push((id, Told { claim: row.name.clone(), denied_by: self.denials(&row.denied_by), tellings }));
            }
        }
        told.sort_by_key(|(_, told)| told.tellings.first().and_then(|first| self.round(first)));
        let issues = self.case.space.issues.ids().map(Some).chain([None]);
        issues.map(|issue| self.on_issue(issue, &told)).filter(|on| !on.claims.is_empty()).collect()
    }

    fn on_issue(&self, issue: Option<IssueId>, told: &[(ClaimId, Told)]) -> OnIssue {
        let is_about = |claim: ClaimId| {
            let issues = issues(self.case, claim);
            issue.map_or(issues.is_empty(), |issue| issues.contains(&issue))
        };
        OnIssue {
            issue: issue.map(|issue| self.case.space.issues[issue].name.clone()),
            claims: told.iter().filter(|(claim, _)| is_about(*claim)).map(|(_, told)| told.clone()).collect(),
        }
    }

    /// The place of its round in their order; none first.
    fn round(&self, saying: &Saying) -> Option<usize> {
        let name = saying.round.as_ref()?;
        let (id, _) = self.case.rounds.iter().find(|(_, round)| round.name == *name)?;
        Some(place(&self.order, id))
    }

    /// Who denies, as far as it is told and not set aside.
    fn denials(&self, names: &[String]) -> Vec<Denial> {
        let rows = self.brief.claims.iter().filter(|claim| names.contains(&claim.name) && !claim.sayings.is_empty());
        let by = |claim: &zopa_finding::Claim| -> Vec<String> {
            let mut seen = BTreeSet::new();
            let all = claim.sayings.iter().flat_map(|saying| &saying.by);
            all.filter(|name| seen.insert(name.as_str())).cloned().collect()
        };
        rows.map(|claim| Denial { claim: claim.name.clone(), by: by(claim) }).collect()
    }
}

/// The claims that a statement is about: denied, softened, tested, replaced, or said to expire.
fn named(statement: &Statement) -> Vec<ClaimId> {
    match &statement.act {
        Act::Denies(claims) | Act::Tests(claims) | Act::Supersedes(claims) => claims.clone(),
        Act::Softens { claims, .. } | Act::Expires { claims, .. } => claims.clone(),
        _ => Vec::new(),
    }
}

/// The issues that a claim speaks of; where it speaks of none, those of the claims that it is about.
fn issues(case: &Case, claim: ClaimId) -> Vec<IssueId> {
    let own = own_issues(case, claim);
    if !own.is_empty() {
        return own;
    }
    let about = case.claims[claim].statements.iter().flat_map(named);
    about.flat_map(|named| own_issues(case, named)).collect()
}

fn own_issues(case: &Case, claim: ClaimId) -> Vec<IssueId> {
    let row = &case.claims[claim];
    let spoken = row.statements.iter().flat_map(|said| formulas(&said.act)).flat_map(|f| f.issues(&case.space));
    let about = row.about.iter().filter_map(|t| if let Topic::Issue(issue) = t { Some(*issue) } else { None });
    spoken.chain(about).collect()
}
