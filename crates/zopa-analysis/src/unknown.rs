//! What does no report say of a party? Issues, open questions, silence since, dates and fields.

use crate::sheet::Desk;
use std::collections::BTreeSet;
use zopa_case::{Case, ClaimId};
use zopa_finding::{Brief, Commitment, CommitmentField, MissingFields, OnIssue, OpenQuestion, Saying, Unknown};

/// What is unknown of a party, `own` and `told` being what is known.
pub(crate) fn unknown(desk: &Desk<'_>, own: &[OnIssue], told: &[OnIssue]) -> Unknown {
    let tellings: Vec<&Saying> =
        own.iter().chain(told).flat_map(|on| &on.claims).flat_map(|told| &told.tellings).collect();
    Unknown {
        issues: silent(desk),
        questions: questions(desk, own),
        not_repeated: not_repeated(desk),
        rounds: rounds(desk, &tellings),
        expiries: expiries(desk),
        reports: reports(desk.brief, &tellings),
        fields: fields(desk),
    }
}

/// Issues on which nothing of its own or of its bodies is reported.
fn silent(desk: &Desk<'_>) -> Vec<String> {
    let spoken = |issue: &str| desk.brief.positions.iter().any(|p| p.issue == issue && desk.is(&p.party));
    desk.brief.issues.iter().map(|issue| issue.name.clone()).filter(|issue| !spoken(issue)).collect()
}

/// Questions left open with an answer that holds a statement of it, or something it said itself.
fn questions(desk: &Desk<'_>, own: &[OnIssue]) -> Vec<OpenQuestion> {
    let said: BTreeSet<&str> = own.iter().flat_map(|on| &on.claims).map(|told| told.claim.as_str()).collect();
    let concerned =
        |name: &str| said.contains(name) || claim(desk.case, name).is_some_and(|id| desk.states(&desk.case.claims[id]));
    let open = desk.brief.questions.iter().filter(|question| question.chosen.is_none());
    let rows = open.map(|question| {
        let mut seen = BTreeSet::new();
        let held = question.answers.iter().flat_map(|answer| &answer.holds);
        let claims = held.filter(|name| seen.insert(name.as_str()) && concerned(name)).cloned().collect();
        OpenQuestion { question: question.name.clone(), claims }
    });
    rows.filter(|row| !row.claims.is_empty()).collect()
}

fn claim(case: &Case, name: &str) -> Option<ClaimId> {
    case.claims.iter().find(|(_, claim)| claim.name == name).map(|(id, _)| id)
}

fn not_repeated(desk: &Desk<'_>) -> Vec<(String, String)> {
    let own = desk.brief.positions.iter().filter(|position| desk.is(&position.party));
    let mut rows: Vec<(String, String)> = Vec::new();
    for row in own.filter_map(|p| Some((p.claim.clone(), p.not_repeated_since.clone()?))) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

fn undated(date: Option<&String>) -> bool {
    date.is_none_or(|date| date == "?")
}

fn rounds(desk: &Desk<'_>, tellings: &[&Saying]) -> Vec<String> {
    let takes_part = |track: &String| {
        desk.brief.tracks.iter().any(|row| row.name == *track && row.with.iter().any(|name| desk.is(name)))
    };
    let concerns = |round: &zopa_finding::Round| {
        tellings.iter().any(|saying| saying.round.as_ref() == Some(&round.name))
            || round.track.as_ref().is_some_and(takes_part)
    };
    let rows = desk.brief.rounds.iter().filter(|round| undated(round.on.as_ref()) && concerns(round));
    rows.map(|round| round.name.clone()).collect()
}

fn expiries(desk: &Desk<'_>) -> Vec<String> {
    let ends = desk.brief.timeline.iter().flat_map(|entry| &entry.expiries).filter(|(_, date)| date == "?");
    let own = |name: &str| claim(desk.case, name).is_some_and(|id| desk.states(&desk.case.claims[id]));
    let mut seen = BTreeSet::new();
    ends.filter(|(name, _)| own(name) && seen.insert(name.as_str())).map(|(name, _)| name.clone()).collect()
}

fn reports(brief: &Brief, tellings: &[&Saying]) -> Vec<String> {
    let quotes: BTreeSet<u32> = tellings.iter().flat_map(|saying| saying.quotes.iter().copied()).collect();
    let carries = |source: &str| brief.quotes.iter().any(|q| q.source == source && quotes.contains(&q.number));
    let undated = brief.sources.iter().filter(|s| s.document.is_some() && undated(s.published.as_ref()));
    undated.filter(|source| carries(&source.name)).map(|source| source.name.clone()).collect()
}

/// The commitments by it or to it. Their fields hold titles.
fn fields(desk: &Desk<'_>) -> Vec<MissingFields> {
    let titles: Vec<&String> = desk.ids.iter().map(|id| &desk.case.parties[*id].title).collect();
    let concerns = |commitment: &&Commitment| {
        let parties = commitment.fields.iter().filter(|field| field.field == "by" || field.field == "to");
        parties.flat_map(|field| &field.values).any(|value| titles.contains(&value))
    };
    let row = |commitment: &Commitment| MissingFields {
        commitment: commitment.name.clone(),
        fields: commitment.fields.iter().filter(|field| missing(field)).map(|field| field.field.clone()).collect(),
    };
    let rows = desk.brief.commitments.iter().filter(concerns).map(row);
    rows.filter(|row| !row.fields.is_empty()).collect()
}

/// No value, or not all of it; what lies below the trigger names events of which no report says whether they count.
fn missing(field: &CommitmentField) -> bool {
    field.values.is_empty() || field.values.iter().any(|value| value == "?") || field.field == "below"
}
