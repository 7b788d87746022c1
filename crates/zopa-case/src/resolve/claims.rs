//! What is claimed? Statements resolved, sayings with their origins.

use super::Resolver;
use super::cond::Place;
use super::names::Meaning;
use crate::origin::{Origins, Voice};
use crate::*;
use zopa_syntax::ast::{self, Item, ItemKind, Name, StatementKind};

impl<'a> Resolver<'a> {
    pub(crate) fn claims(&mut self, items: &'a [Item]) {
        for item in items {
            if let ItemKind::Claim(claim) = &item.kind
                && claim.rejected.is_none()
            {
                let row = self.claim_row(claim, item);
                self.case.claims.push(row);
            }
        }
    }

    fn claim_row(&mut self, claim: &ast::Claim, item: &Item) -> Claim {
        let round = claim.round.as_ref().and_then(|name| self.round(name));
        let statements = claim.statements.iter().filter_map(|s| self.statement(s)).collect();
        let sayings: Vec<Saying> = claim.sayings.iter().map(|saying| self.saying(saying, round)).collect();
        let quotes = self.quotes(&item.quotes);
        let quote_origins = quotes.iter().map(|quote| self.case.voiced(*quote, &sayings, &mut self.origins)).collect();
        Claim {
            name: claim.name.text.clone(),
            title: claim.title.text.clone(),
            suppose: claim.suppose,
            unconfirmed: item.unconfirmed.is_some(),
            statements,
            sayings,
            quotes,
            quote_origins,
            about: claim.about.iter().filter_map(|name| self.topic(name)).collect(),
            round,
            coded_by: claim.coded_by.as_ref().map(|words| words.text.clone()),
            checked_by: claim.checked_by.as_ref().map(|words| words.text.clone()),
            span: item.span,
        }
    }

    fn topic(&mut self, name: &Name) -> Option<Topic> {
        Some(match self.any(name)? {
            Meaning::Issue(issue) => Topic::Issue(issue),
            _ => Topic::Other(name.text.clone()),
        })
    }

    fn saying(&mut self, saying: &ast::Saying, claim_round: Option<RoundId>) -> Saying {
        let round = saying.round.as_ref().and_then(|name| self.round(name)).or(claim_round);
        let by = self.voices(&saying.by);
        Saying {
            origins: by.iter().map(|voice| self.case.origin(*voice, round, &mut self.origins)).collect(),
            relaying: saying.relaying.as_ref().and_then(|name| self.voice(name)),
            to: self.voices(&saying.to),
            quotes: self.quotes(&saying.quotes),
            by,
            round,
        }
    }

    fn statement(&mut self, statement: &ast::Statement) -> Option<Statement> {
        let act = self.act(&statement.kind)?;
        let because = statement.because.as_ref().map(|words| words.text.clone());
        Some(Statement { act, text: statement.text.clone(), because, span: statement.span })
    }

    fn act(&mut self, kind: &StatementKind) -> Option<Act> {
        Some(match kind {
            StatementKind::Requires { who, cond, unless } => {
                let (who, limit) = (self.parties(who), self.cond(cond, Place::Free));
                Act::Requires { who, limit: self.unless(limit, unless.as_ref())? }
            }
            StatementKind::Rejects { who, cond, unless } => {
                let (who, refused) = (self.parties(who), self.cond(cond, Place::Negated));
                Act::Rejects { who, limit: self.unless(refused.map(Formula::not), unless.as_ref())? }
            }
            StatementKind::Seeks { who, cond } => {
                let who = self.parties(who);
                Act::Seeks { who, wish: self.cond(cond, Place::Free)? }
            }
            StatementKind::Offers { who, cond, terms } => self.offers(who, cond, terms)?,
            StatementKind::Accepts { who, cond, given } => {
                let (who, accepted) = (self.parties(who), self.cond(cond, Place::Free));
                let given = self.optional(given.as_ref())?;
                Act::Accepts { who, accepted: accepted?, given }
            }
            StatementKind::Prefers { who, conds } => {
                let who = self.parties(who);
                let order: Vec<Option<Formula>> = conds.iter().map(|cond| self.cond(cond, Place::Free)).collect();
                Act::Prefers { who, order: order.into_iter().collect::<Option<_>>()? }
            }
            StatementKind::Puts { who, name, over } => {
                let who = self.parties(who);
                let known = (self.any(name), self.any(over));
                known.0.and(known.1)?;
                Act::Puts { who, name: name.text.clone(), over: over.text.clone() }
            }
            StatementKind::Is { who, roles, only } => {
                self.unread(roles);
                Act::Is { who: self.voices(who), roles: roles.iter().map(|r| r.text.clone()).collect(), only: *only }
            }
            StatementKind::LedBy { who, leaders } => self.led_by(who, leaders),
            StatementKind::May { who, act, object } => {
                self.unread([act, object]);
                let who = who.as_deref().map(|who| self.voices(who)).unwrap_or_default();
                Act::May { who, act: act.text.clone(), object: object.text.clone() }
            }
            StatementKind::Rule(cond) => Act::Rule(self.cond(cond, Place::Free)?),
            StatementKind::Denies(claims) => Act::Denies(self.claims_named(claims)),
            StatementKind::Tests(claims) => Act::Tests(self.claims_named(claims)),
            StatementKind::Supersedes(claims) => Act::Supersedes(self.claims_named(claims)),
            StatementKind::Softens { claims, to } => {
                let claims = self.claims_named(claims);
                Act::Softens { claims, to: self.optional(to.as_ref())? }
            }
            StatementKind::Expires { claims, date } => Act::Expires { claims: self.claims_named(claims), date: *date },
        })
    }

    fn unless(&mut self, limit: Option<Formula>, unless: Option<&ast::Cond>) -> Option<Formula> {
        let unless = self.optional(unless)?;
        Some(match unless {
            Some(unless) => Formula::or(limit?, unless),
            None => limit?,
        })
    }

    /// `Some(None)` where nothing was written, `None` where it has a mistake.
    fn optional(&mut self, cond: Option<&ast::Cond>) -> Option<Option<Formula>> {
        match cond {
            Some(cond) => self.cond(cond, Place::Free).map(Some),
            None => Some(None),
        }
    }

    /// `offers F only if G` is refused otherwise, so `F` stands under a negation there.
    fn offers(&mut self, who: &[Name], cond: &ast::Cond, terms: &ast::Terms) -> Option<Act> {
        let who = self.parties(who);
        let place = if matches!(terms, ast::Terms::OnlyIf(_)) { Place::Negated } else { Place::Free };
        let offer = self.cond(cond, place);
        let terms = match terms {
            ast::Terms::Free => Terms::Free,
            ast::Terms::OnlyIf(given) => Terms::OnlyIf(self.cond(given, Place::Free)?),
            ast::Terms::If(given) => Terms::If(self.cond(given, Place::Free)?),
        };
        Some(Act::Offers { who, offer: offer?, terms })
    }

    fn led_by(&mut self, who: &[Name], leaders: &[(Name, Option<ast::Words>)]) -> Act {
        let who = self.parties(who);
        let leader = |(name, rank): &(Name, Option<ast::Words>)| {
            self.speaker(name).map(|speaker| (speaker, rank.as_ref().map(|rank| rank.text.clone())))
        };
        Act::LedBy { who, leaders: leaders.iter().filter_map(leader).collect() }
    }
}

/// Where a chain of telling ends.
impl Case {
    /// The origin of a telling: the unnamed group, as described; else the speaker on that occasion; else the
    /// outlet's own voice.
    pub(crate) fn origin(&mut self, voice: Voice, round: Option<RoundId>, known: &mut Origins) -> OriginId {
        match voice {
            Voice::Source(source) => self.own_voice(source, known),
            Voice::Speaker(speaker) if self.speakers[speaker].anonymous => known.row(self, voice, None),
            _ => known.row(self, voice, round),
        }
    }

    /// Whose voice are words outside a saying? The outlet's own; but where a copy says in its own voice what the
    /// source it copies attributes, the origin is the one attributed: copying adds none.
    pub(crate) fn voiced(&mut self, quote: QuoteId, sayings: &[Saying], known: &mut Origins) -> OriginId {
        let source = self.quotes[quote].source;
        let mut at = source;
        for _ in 0..self.sources.len() {
            let Some(copied) = self.sources[at].copies else { break };
            let attributed = |saying: &&Saying| saying.quotes.iter().any(|q| self.quotes[*q].source == copied);
            if let Some(origin) = sayings.iter().find(attributed).and_then(|saying| saying.origins.first()) {
                return *origin;
            }
            at = copied;
        }
        self.own_voice(source, known)
    }

    /// A copy has no voice of its own: what it says so is the copied source's.
    fn own_voice(&mut self, source: SourceId, known: &mut Origins) -> OriginId {
        let mut first = source;
        for _ in 0..self.sources.len() {
            let Some(copied) = self.sources[first].copies else { break };
            first = copied;
        }
        known.row(self, Voice::Source(first), None)
    }
}
