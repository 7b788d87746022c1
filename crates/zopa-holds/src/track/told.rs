//! How does what was worked out become an answer that names nothing of this room?

use super::answers::Owed;
use super::course::Turned;
use super::doing::left;
use super::files::Files;
use super::known::Why;
use super::occasions::Occasion;
use super::stand::{Stood, Verdict, commitment};
use super::term::{Start, Term, not_yet};
use zopa_case::{CommitmentField, CommitmentId, Deed, Happened, Moment, Over, QuoteId, StepId, Stretch, Verb, Voice};
use zopa_finding::Named;
use zopa_finding::track::{
    Branch, Cause, ClausePart, DeedKind, Duty, Finding, Standing, State, TrackedEvent, Turn, When,
};

/// A stretch by its dates; none where the list tells none.
fn when(files: &Files<'_>, time: Stretch) -> When {
    if files.ledger.is_dateless() {
        return When::default();
    }
    if let Some(moment) = time.from.filter(|from| time.to == Some(*from)) {
        let exact = moment.exact();
        return When { from: Some(exact.clone()), to: Some(exact) };
    }
    When { from: time.from.map(|from| from.written(false)), to: time.to.map(|to| to.written(true)) }
}

/// A stretch in which something ends: a day, by its end.
fn end(files: &Files<'_>, time: Stretch) -> When {
    if files.ledger.is_dateless() {
        return When::default();
    }
    let to = time.to.map(|to| to.written(true));
    let from = if time.from == time.to { to.clone() } else { time.from.map(|from| from.written(true)) };
    When { from, to }
}

/// The number of a row.
fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX).saturating_add(1)
}

fn numbers(rows: &[usize]) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::with_capacity(rows.len());
    for row in rows.iter().map(|row| number(*row)) {
        if !found.contains(&row) {
            found.push(row);
        }
    }
    found
}

fn named(name: &str, title: &str) -> Named {
    Named { name: name.to_owned(), title: title.to_owned() }
}

fn voice(files: &Files<'_>, voice: Voice) -> Named {
    let case = files.case;
    match voice {
        Voice::Party(id) => named(&case.parties[id].name, &case.parties[id].title),
        Voice::Speaker(id) => named(&case.speakers[id].name, &case.speakers[id].title),
        Voice::Source(id) => named(&case.sources[id].name, &case.sources[id].title),
    }
}

fn voices<'a>(files: &Files<'_>, who: impl IntoIterator<Item = &'a Voice>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for one in who {
        let one = voice(files, *one);
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

fn step(files: &Files<'_>, id: StepId) -> Named {
    let row = &files.case.space.steps[id];
    named(&row.name, &row.title)
}

pub(crate) fn commitment_named(files: &Files<'_>, id: CommitmentId) -> Named {
    let row = &files.case.commitments[id];
    named(&row.name, &row.title)
}

/// A line of the list.
pub(crate) fn event(files: &Files<'_>, at: usize, row: &Happened) -> TrackedEvent {
    let case = files.case;
    let (deed, thing, option) = match row.deed {
        Deed::Event(id) => (DeedKind::Happened, named(&case.events[id].name, &case.events[id].title), None),
        Deed::Step(id) => (DeedKind::Happened, step(files, id), None),
        Deed::Refused(id) => (DeedKind::Refused, step(files, id), None),
        Deed::Agreed(issue, option) => {
            let issue = &case.space.issues[issue];
            let option = &issue.options[option];
            (DeedKind::Agreed, named(&issue.name, &issue.title), Some(named(&option.name, &option.title)))
        }
        Deed::Decided(over, against) => {
            let (thing, on) = match over {
                Over::Event(id) => (named(&case.events[id].name, &case.events[id].title), false),
                Over::Step(id) => (step(files, id), false),
                Over::Commitment(id) => (commitment_named(files, id), true),
            };
            let deed = match (on, against) {
                (false, false) => DeedKind::Decided,
                (false, true) => DeedKind::DecidedNot,
                (true, false) => DeedKind::DecidedOn,
                (true, true) => DeedKind::DecidedNotOn,
            };
            (deed, thing, None)
        }
        Deed::Act(verb, id) => (act(verb), commitment_named(files, id), None),
    };
    TrackedEvent {
        number: number(at),
        line: row.line,
        when: when(files, row.time),
        not: row.not,
        deed,
        thing,
        option,
        by: voices(files, &row.by),
        reported_by: voices(files, &row.reported),
        denied_by: numbers(files.ledger.denials(at)),
    }
}

fn act(verb: Verb) -> DeedKind {
    match verb {
        Verb::Agreed => DeedKind::Agreed,
        Verb::Refused => DeedKind::Refused,
        Verb::Decided => DeedKind::Decided,
        Verb::Performed => DeedKind::Performed,
        Verb::Breach => DeedKind::Breach,
        Verb::Ratified => DeedKind::Ratified,
        Verb::Began => DeedKind::Began,
        Verb::Ended => DeedKind::Ended,
        Verb::Suspended => DeedKind::Suspended,
        Verb::Resumed => DeedKind::Resumed,
        Verb::Terminated => DeedKind::Terminated,
        Verb::Waived => DeedKind::Waived,
        Verb::Vetoed => DeedKind::Vetoed,
    }
}

fn branch(files: &Files<'_>, (test, state, why): &(zopa_finding::track::Test, State, Why)) -> Branch {
    Branch {
        test: *test,
        state: *state,
        why: why.kind,
        part: why.part.map(str::to_owned),
        events: numbers(&why.rows),
        who: voices(files, &why.who),
    }
}

pub(crate) fn finding(files: &Files<'_>, verdict: &Verdict) -> Finding {
    let mut claims: Vec<String> = Vec::new();
    for claim in &verdict.rests.claims {
        let name = &files.case.claims[*claim].name;
        if !claims.contains(name) {
            claims.push(name.clone());
        }
    }
    let mut events = numbers(&verdict.rests.rows);
    events.sort_unstable();
    Finding { open: verdict.open.iter().map(|one| branch(files, one)).collect(), state: verdict.state, events, claims }
}

/// Who owes it, and to whom.
fn parties<'a>(
    files: &Files<'a>,
    id: CommitmentId,
) -> (impl Iterator<Item = &'a Voice>, impl Iterator<Item = &'a Voice>) {
    let anatomy = files.anatomy(id);
    (anatomy.debtors.all(), anatomy.creditors.all())
}

/// How a commitment stands.
pub(crate) fn standing(files: &Files<'_>, id: CommitmentId, term: &Term, at: Moment) -> Standing {
    let verdict = commitment(files, term, id, at);
    let (debtors, creditors) = parties(files, id);
    let (gates, bodies) = not_yet(files, id, Stretch::moment(at));
    let treaty_after = gates.into_iter().map(|gate| step(files, gate)).chain(voices(files, &bodies)).collect();
    Standing {
        commitment: commitment_named(files, id),
        by: voices(files, debtors),
        to: voices(files, creditors),
        since: if let Start::With(_, time) = &term.start { Some(when(files, *time)) } else { None },
        until: term.over.map(|over| end(files, over)),
        forever: term.forever,
        set_off_by: field(files, id, "when").map(|field| field.values.clone()).unwrap_or_default(),
        treaty_after,
        finding: finding(files, &verdict),
    }
}

fn field<'a>(files: &Files<'a>, id: CommitmentId, name: &str) -> Option<&'a CommitmentField> {
    let case: &'a zopa_case::Case = files.case;
    case.commitments[id].fields.iter().find(|field| field.field == name)
}

/// Something owed on one occasion.
pub(crate) fn duty(files: &Files<'_>, owed: &Owed, stood: &Stood) -> Duty {
    let (id, one) = (owed.id, &owed.occasion);
    let over = matches!(stood.verdict.state, State::Fulfilled | State::FulfilledLate) && stood.verdict.open.is_empty();
    let left = if over { Vec::new() } else { left(files, owed, Stretch::moment(stood.at)) };
    let (debtors, creditors) = parties(files, id);
    let by = if left.is_empty() { voices(files, debtors) } else { voices(files, &left) };
    let does = field(files, id, "does").map(|field| field.values.clone()).unwrap_or_default();
    let not = owed.owing(files).not;
    let does = if not { does.into_iter().skip(1).collect() } else { does };
    Duty {
        commitment: commitment_named(files, id),
        by,
        to: voices(files, creditors),
        does,
        not,
        cause: one.cause,
        set_off: numbers(&one.rows),
        broken: one.broken.as_ref().map(|broken| commitment_named(files, broken.id)),
        when: when(files, one.time),
        decided: numbers(stood.decided(owed)),
        due: stood.due.map(|due| end(files, due)),
        finding: finding(files, &stood.verdict),
        clause: clause(files, id, one, &stood.verdict),
    }
}

/// The parts of the clause that an answer rests on: what sets it off, what follows, by when; and those that leave it open.
fn clause(files: &Files<'_>, id: CommitmentId, one: &Occasion, verdict: &Verdict) -> Vec<ClausePart> {
    let open = |part: &str| verdict.open.iter().any(|(_, _, why)| why.part == Some(part));
    let rests = |part: &str| match part {
        "when" => one.cause == Cause::Trigger,
        "does" => true,
        "within" => matches!(verdict.state, State::Due | State::Late | State::Fulfilled | State::FulfilledLate),
        "discretion" => verdict.state == State::MayFollow,
        "decided-by" => verdict.state == State::Conditional,
        "lasts" => verdict.state == State::Expired,
        "from" => verdict.state == State::NotInForce,
        _ => false,
    };
    let fields = files.case.commitments[id].fields.iter();
    let part = |field: &CommitmentField| ClausePart {
        part: field.field.to_owned(),
        values: field.values.clone(),
        quotes: field.quotes.iter().map(quote).collect(),
    };
    fields.filter(|field| rests(field.field) || open(field.field)).map(part).collect()
}

/// A quote as a saved brief numbers it.
fn quote(id: &QuoteId) -> u32 {
    number(id.row())
}

/// How something stood from a moment on.
pub(crate) fn turn(files: &Files<'_>, id: CommitmentId, one: Option<&Occasion>, turned: &Turned) -> Turn {
    Turn {
        at: when(files, turned.told),
        commitment: commitment_named(files, id),
        set_off: one.map(|one| numbers(&one.rows)).unwrap_or_default(),
        standing: one.is_none(),
        finding: finding(files, &turned.verdict),
        due: turned.due.filter(|_| turned.verdict.state == State::Due).map(|due| end(files, due)),
    }
}
