//! What do the answers speak of? The tables of the case as plain data.

use crate::carried::Carried;
use crate::evidence::{origin_name, reports, voice_name};
use crate::rounds::{claims_of, written};
use crate::set::Set;
use zopa_case::*;
use zopa_finding as f;

/// The number of a quote in the list of quotes, from 1.
pub(crate) fn quote_number(quote: QuoteId) -> u32 {
    quote.row() as u32 + 1
}

fn numbers(quotes: &[QuoteId]) -> Vec<u32> {
    quotes.iter().map(|quote| quote_number(*quote)).collect()
}

/// The quotes under an item that keeps none of its own.
pub(crate) fn item_quotes(case: &Case, name: &str) -> Vec<u32> {
    case.item_quotes.iter().filter(|(item, _)| item == name).map(|(_, quote)| quote_number(*quote)).collect()
}

/// The verb of a statement.
pub(crate) fn verb(act: &Act) -> &'static str {
    match act {
        Act::Requires { .. } => "requires",
        Act::Rejects { .. } => "rejects",
        Act::Seeks { .. } => "seeks",
        Act::Offers { .. } => "offers",
        Act::Accepts { .. } => "accepts",
        Act::Prefers { .. } => "prefers",
        Act::Puts { .. } => "puts",
        Act::Is { .. } => "is",
        Act::LedBy { .. } => "led by",
        Act::May { .. } => "may",
        Act::Rule(_) => "rule",
        Act::Denies(_) => "denies",
        Act::Softens { .. } => "softens",
        Act::Tests(_) => "tests",
        Act::Supersedes(_) => "supersedes",
        Act::Expires { .. } => "expires",
    }
}

/// The parties and bodies whose statement it is.
pub(crate) fn holders(act: &Act) -> Vec<PartyId> {
    match act {
        Act::Requires { who, .. }
        | Act::Rejects { who, .. }
        | Act::Seeks { who, .. }
        | Act::Offers { who, .. }
        | Act::Accepts { who, .. }
        | Act::Prefers { who, .. }
        | Act::Puts { who, .. }
        | Act::LedBy { who, .. } => who.clone(),
        Act::Is { who, .. } | Act::May { who, .. } => {
            who.iter().filter_map(|voice| if let Voice::Party(party) = voice { Some(*party) } else { None }).collect()
        }
        _ => Vec::new(),
    }
}

/// The conditions in a statement.
pub(crate) fn formulas(act: &Act) -> Vec<&Formula> {
    match act {
        Act::Requires { limit, .. } | Act::Rejects { limit, .. } => vec![limit],
        Act::Seeks { wish, .. } => vec![wish],
        Act::Offers { offer, terms, .. } => match terms {
            Terms::Free => vec![offer],
            Terms::OnlyIf(given) | Terms::If(given) => vec![offer, given],
        },
        Act::Accepts { accepted, given, .. } => std::iter::once(accepted).chain(given).collect(),
        Act::Prefers { order, .. } => order.iter().collect(),
        Act::Rule(formula) => vec![formula],
        Act::Softens { to: Some(to), .. } => vec![to],
        _ => Vec::new(),
    }
}

/// Denied by somebody, or named by the answers of a question.
pub(crate) fn contested(case: &Case, claim: ClaimId) -> bool {
    case.questions.values().any(|question| question.answers.values().any(|answer| answer.holds.contains(&claim)))
}

/// Parties and bodies.
pub(crate) fn parties(case: &Case) -> Vec<f::Party> {
    let of = |party: &Party| party.of.map(|of| case.parties[of].name.clone());
    let row = |party: &Party| f::Party { name: party.name.clone(), title: party.title.clone(), of: of(party) };
    case.parties.values().map(row).collect()
}

/// Persons and unnamed groups.
pub(crate) fn speakers(case: &Case) -> Vec<f::Speaker> {
    let row = |speaker: &Speaker| f::Speaker {
        name: speaker.name.clone(),
        title: speaker.title.clone(),
        kind: if speaker.anonymous { f::SpeakerKind::Anonymous } else { f::SpeakerKind::Person },
        of: speaker.of.iter().map(|party| case.parties[*party].name.clone()).collect(),
        office: speaker.office.clone(),
        told: speaker.told.map(|source| case.sources[source].name.clone()),
    };
    case.speakers.values().map(row).collect()
}

/// Sources, those with a document numbered.
pub(crate) fn sources(case: &Case) -> Vec<f::Source> {
    let mut number = 0;
    let mut rows = Vec::new();
    for source in case.sources.values() {
        number += u32::from(source.document.is_some());
        rows.push(f::Source {
            name: source.name.clone(),
            title: source.title.clone(),
            number: source.document.is_some().then_some(number),
            unseen: source.unseen,
            copies: source.copies.map(|copied| case.sources[copied].name.clone()),
            rests_on: source.rests_on.iter().map(|id| case.sources[*id].name.clone()).collect(),
            published: source.published.as_ref().map(written),
            document: source.document.as_ref().map(|(path, sha256)| f::Document {
                path: path.clone(),
                sha256: sha256.clone(),
                in_hand: !matches!(source.state, DocumentState::None | DocumentState::NotInHand),
            }),
            omits: source.omits.iter().map(omission).collect(),
        });
    }
    rows
}

fn omission((what, quote): &(String, QuoteId)) -> f::Omission {
    f::Omission { what: what.clone(), quote: quote_number(*quote) }
}

/// Tracks.
pub(crate) fn tracks(case: &Case) -> Vec<f::Track> {
    let row = |track: &Track| f::Track {
        name: track.name.clone(),
        title: track.title.clone(),
        with: track.with.iter().map(|party| case.parties[*party].name.clone()).collect(),
        quotes: numbers(&track.quotes),
    };
    case.tracks.values().map(row).collect()
}

/// Rounds, in file order.
pub(crate) fn rounds(case: &Case) -> Vec<f::Round> {
    let row = |round: &Round| f::Round {
        name: round.name.clone(),
        title: round.title.clone(),
        track: round.track.map(|track| case.tracks[track].name.clone()),
        on: round.on.as_ref().map(written),
        after: round.after.map(|(before, _)| case.rounds[before].name.clone()),
        after_outside: round.after.is_some_and(|(_, outside)| outside),
        expected: round.expected,
        quotes: numbers(&round.quotes),
    };
    case.rounds.values().map(row).collect()
}

/// Issues.
pub(crate) fn issues(case: &Case) -> Vec<f::Issue> {
    let option = |option: &IssueOption| f::IssueOption { name: option.name.clone(), title: option.title.clone() };
    let row = |issue: &Issue| f::Issue {
        name: issue.name.clone(),
        title: issue.title.clone(),
        options: issue.options.values().map(option).collect(),
    };
    case.space.issues.values().map(row).collect()
}

/// Claims and suppositions, with the tellings that are not set aside.
pub(crate) fn claims(case: &Case, aside: &Aside) -> Vec<f::Claim> {
    let carried = Carried::of(case);
    case.claims.iter().map(|(id, claim)| self::claim(case, &carried, id, &counted(case, claim, aside))).collect()
}

/// The claim as it is told without what is set aside.
fn counted(case: &Case, claim: &Claim, aside: &Aside) -> Claim {
    let stays = |quote: &QuoteId| !aside.sources.contains(&case.quotes[*quote].source);
    let mut claim = claim.clone();
    for saying in &mut claim.sayings {
        let quoted = !saying.quotes.is_empty();
        saying.quotes.retain(stays);
        saying.origins.retain(|origin| !aside.origins.contains(origin) && (!quoted || !saying.quotes.is_empty()));
    }
    claim.sayings.retain(|saying| !saying.origins.is_empty());
    let own = claim.quotes.iter().copied().zip(claim.quote_origins.iter().copied());
    let own = own.filter(|(quote, origin)| stays(quote) && !aside.origins.contains(origin));
    (claim.quotes, claim.quote_origins) = own.unzip();
    claim
}

fn claim(case: &Case, carried: &Carried, id: ClaimId, claim: &Claim) -> f::Claim {
    let mut parties: Vec<PartyId> = claim.statements.iter().flat_map(|statement| holders(&statement.act)).collect();
    parties.sort();
    parties.dedup();
    f::Claim {
        name: claim.name.clone(),
        title: claim.title.clone(),
        suppose: claim.suppose,
        unconfirmed: claim.unconfirmed,
        statements: claim.statements.iter().map(statement).collect(),
        parties: parties.into_iter().map(|party| case.parties[party].name.clone()).collect(),
        about: claim.about.iter().map(|topic| self::topic(case, topic)).collect(),
        round: claim.round.map(|round| case.rounds[round].name.clone()),
        sayings: sayings(case, claim),
        questions: carried.questions[id].iter().map(|question| case.questions[*question].name.clone()).collect(),
        denied_by: carried.denied_by[id].iter().map(|denial| case.claims[*denial].name.clone()).collect(),
        limits: carried.limits[id].iter().map(|limit| case.limits[*limit].name.clone()).collect(),
        reports: reports(case, claim).into_iter().map(|source| case.sources[source].name.clone()).collect(),
        origins: origin_count(claim),
        coded_by: claim.coded_by.clone(),
        checked_by: claim.checked_by.clone(),
    }
}

fn statement(statement: &Statement) -> f::Statement {
    let (text, because) = (statement.text.clone(), statement.because.clone());
    f::Statement { text, verb: verb(&statement.act).to_owned(), because }
}

fn topic(case: &Case, topic: &Topic) -> String {
    match topic {
        Topic::Issue(issue) => case.space.issues[*issue].name.clone(),
        Topic::Other(name) => name.clone(),
    }
}

fn origin_count(claim: &Claim) -> u32 {
    let mut origins: Vec<OriginId> = claim.sayings.iter().flat_map(|saying| saying.origins.clone()).collect();
    origins.extend(&claim.quote_origins);
    origins.sort();
    origins.dedup();
    origins.len() as u32
}

/// The sayings, then the words in an outlet's own voice as sayings of nobody else.
fn sayings(case: &Case, claim: &Claim) -> Vec<f::Saying> {
    let names = |voices: &[Voice]| voices.iter().map(|voice| voice_name(case, *voice)).collect();
    let said = |saying: &Saying| f::Saying {
        by: names(&saying.by),
        relaying: saying.relaying.map(|voice| voice_name(case, voice)),
        to: names(&saying.to),
        round: saying.round.map(|round| case.rounds[round].name.clone()),
        origins: saying.origins.iter().map(|origin| origin_name(case, *origin)).collect(),
        quotes: numbers(&saying.quotes),
    };
    let own = claim.quotes.iter().zip(&claim.quote_origins).map(|(quote, origin)| f::Saying {
        by: Vec::new(),
        relaying: None,
        to: Vec::new(),
        round: claim.round.map(|round| case.rounds[round].name.clone()),
        origins: vec![origin_name(case, *origin)],
        quotes: vec![quote_number(*quote)],
    });
    claim.sayings.iter().map(said).chain(own).collect()
}

/// Every quote, in file order.
pub(crate) fn quotes(case: &Case) -> Vec<f::Quote> {
    let row = |(id, quote): (QuoteId, &Quote)| f::Quote {
        number: quote_number(id),
        source: case.sources[quote.source].name.clone(),
        words: quote.words.clone(),
        at: match quote.state {
            QuoteState::Verified(at) => Some(at as u64),
            _ => quote.at.map(|at| at as u64),
        },
        state: match &quote.state {
            QuoteState::Verified(_) => f::QuoteState::Verified,
            QuoteState::NotInHand => f::QuoteState::NotInHand,
            QuoteState::Orphaned(nearest) => f::QuoteState::Orphaned { nearest: nearest.clone() },
        },
    };
    case.quotes.iter().map(row).collect()
}

/// Questions, with the answers chosen.
pub(crate) fn questions(case: &Case, assumed: &[(QuestionId, AnswerId)]) -> Vec<f::Question> {
    let row = |(id, question): (QuestionId, &Question)| f::Question {
        name: question.name.clone(),
        title: question.title.clone(),
        kind: match question.kind {
            QuestionKind::Stated => f::QuestionKind::Stated,
            QuestionKind::Denial(_) => f::QuestionKind::Denial,
            QuestionKind::Wishes => f::QuestionKind::Wishes,
        },
        answers: question.answers.values().map(|answer| self::answer(case, answer)).collect(),
        switch: question.switch,
        chosen: assumed.iter().find(|(q, _)| *q == id).map(|(_, answer)| question.answers[*answer].name.clone()),
    };
    case.questions.iter().map(row).collect()
}

fn answer(case: &Case, answer: &Answer) -> f::QuestionAnswer {
    f::QuestionAnswer { name: answer.name.clone(), title: answer.title.clone(), holds: holds(case, answer) }
}

fn holds(case: &Case, answer: &Answer) -> Vec<String> {
    let seeks = |claim: &Claim| claim.statements.iter().any(|statement| matches!(statement.act, Act::Seeks { .. }));
    let counted = |(id, claim): &(ClaimId, &Claim)| {
        answer.holds.contains(id) || (answer.wishes && seeks(claim) && !claim.suppose)
    };
    case.claims.iter().filter(counted).map(|(_, claim)| claim.name.clone()).collect()
}

/// Limits, with those that are active in no reading marked.
pub(crate) fn limits(case: &Case, firmness: &Table<LimitId, Vec<f::Firmness>>, inactive: &Set) -> Vec<f::Limit> {
    let row = |(id, row): (LimitId, &Limit)| f::Limit {
        inactive: inactive.contains(id.row()),
        ..limit(case, id, row, firmness[id].clone())
    };
    case.limits.iter().map(row).collect()
}

fn limit(case: &Case, id: LimitId, limit: &Limit, firmness: Vec<f::Firmness>) -> f::Limit {
    let first = limit.supports.first().map(|support| case.claims[support.claim].title.clone());
    f::Limit {
        name: limit.name.clone(),
        holder: case.parties[limit.holder].name.clone(),
        title: first.unwrap_or_default(),
        condition: limit.formula.write(&case.space),
        issues: limit.formula.issues(&case.space).iter().map(|i| case.space.issues[*i].name.clone()).collect(),
        claims: claims_of(case, id).into_iter().map(|claim| case.claims[claim].name.clone()).collect(),
        wish: !limit.supports.is_empty() && limit.supports.iter().all(|support| support.wish),
        firmness,
        inactive: false,
    }
}

/// Rules of the case, then those that claims report.
pub(crate) fn rules(case: &Case) -> Vec<f::Rule> {
    let text = |text: &str| text.strip_prefix("rule ").unwrap_or(text).to_owned();
    let margin = case.rules.iter().map(|r| f::Rule { text: text(&r.text), because: r.because.clone(), claim: None });
    let reported = case.reported_rules.values().map(|rule| f::Rule {
        text: text(&rule.text),
        because: None,
        claim: rule.supports.first().map(|support| case.claims[support.claim].name.clone()),
    });
    margin.chain(reported).collect()
}

/// What no quote carries.
pub(crate) fn assumptions(case: &Case) -> Vec<f::Assumption> {
    let mut rows = Vec::new();
    let mut push = |kind, name: &str, text: &str, because: Option<&String>| {
        rows.push(f::Assumption { kind, name: name.to_owned(), text: text.to_owned(), because: because.cloned() });
    };
    for rule in &case.rules {
        push(f::AssumptionKind::Rule, "", &rule.text, rule.because.as_ref());
    }
    for claim in case.claims.values() {
        let quoted = !claim.quotes.is_empty() || claim.sayings.iter().any(|saying| !saying.quotes.is_empty());
        if claim.suppose {
            push(f::AssumptionKind::Supposition, &claim.name, &claim.title, None);
        } else if !quoted {
            push(f::AssumptionKind::Unquoted, &claim.name, &claim.title, None);
        }
    }
    for round in case.rounds.values() {
        let date_outside = [round.on, round.to].into_iter().flatten().any(|date| date.outside && date.day.is_some());
        let after = round.after.filter(|(_, outside)| *outside);
        let order = after.map(|(before, _)| format!("after {}", case.rounds[before].title));
        let date = round.on.as_ref().filter(|_| date_outside).map(|date| format!("on {}", written(date)));
        let known: Vec<String> = date.into_iter().chain(order).collect();
        if !known.is_empty() {
            push(f::AssumptionKind::Outside, &round.name, &round.title, Some(&known.join(", ")));
        }
    }
    for source in case.sources.values() {
        if source.published.is_some_and(|date| date.outside && date.day.is_some()) {
            push(f::AssumptionKind::Outside, &source.name, &source.title, None);
        }
    }
    for claim in case.claims.values() {
        for statement in claim.statements.iter().filter(|statement| statement.because.is_some()) {
            push(f::AssumptionKind::Reading, &claim.name, &statement.text, statement.because.as_ref());
        }
    }
    rows
}
