//! What follows if it is broken, and what is posted for it?

use super::deciding::takes_all;
use super::{Card, card};
use crate::events::same_side;
use crate::notes::One;
use std::collections::BTreeSet;
use zopa_case::{CommitmentId, Lasting, PowerKind, Told, Voice};
use zopa_finding::{ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::NoRemedy, no_remedy),
    card(ClauseRule::RemedyOpen, open),
    card(ClauseRule::RemedyCircle, circle),
    card(ClauseRule::RemedyByBreacher, by_breacher),
    card(ClauseRule::PostedWithNobody, with_nobody),
    card(ClauseRule::PostedWithDebtor, with_debtor),
    card(ClauseRule::EscrowCanFreeze, can_freeze),
];

/// A ladder has a last rung: what itself follows a breach needs nothing that follows its own. What is posted is lost by a
/// breach.
fn no_remedy(one: One<'_>) -> Vec<Note> {
    if one.is_remedy() || one.anatomy().posted.told() != Told::Unsaid {
        return Vec::new();
    }
    one.hole(ClauseRule::NoRemedy, "if-broken", &one.anatomy().remedies).into_iter().collect()
}

fn on_remedy(one: One<'_>, rule: ClauseRule) -> Note {
    one.on(rule, "if-broken", &one.anatomy().remedies)
}

fn remedies(one: One<'_>) -> Vec<One<'_>> {
    let ids: BTreeSet<CommitmentId> = one.anatomy().remedies.all().copied().collect();
    ids.into_iter().map(|id| One { id, ..one }).collect()
}

/// A remedy that cannot be carried out from what is told: who owes it, what follows, who decides, or by when is not known.
fn open(one: One<'_>) -> Vec<Note> {
    let note = |remedy: One<'_>| {
        let missing = missing(remedy);
        if missing.is_empty() {
            return None;
        }
        let mut note = on_remedy(one, ClauseRule::RemedyOpen);
        note.commitments.push(remedy.named());
        note.values = missing;
        Some(note)
    };
    remedies(one).into_iter().filter_map(note).collect()
}

fn missing(remedy: One<'_>) -> Vec<String> {
    let parts = remedy.anatomy();
    let told = [
        ("by", parts.debtors.told()),
        ("does", parts.response.told()),
        ("decided-by", parts.deciders.told()),
        ("within", parts.deadline.told()),
    ];
    told.into_iter().filter(|(_, told)| *told != Told::Known).map(|(part, _)| part.to_owned()).collect()
}

/// Following what follows a breach leads back; told once, under the first commitment of the circle.
fn circle(one: One<'_>) -> Vec<Note> {
    let mut path = Vec::new();
    if !leads_back(one, one.id, &mut path) || path.iter().any(|id| *id < one.id) {
        return Vec::new();
    }
    let mut note = on_remedy(one, ClauseRule::RemedyCircle);
    note.commitments.extend(path.iter().filter(|id| **id != one.id).map(|id| One { id: *id, ..one }.named()));
    vec![note]
}

/// Walks from a commitment over remedies to the goal; each is looked at once. The path is that of the walk.
fn leads_back(at: One<'_>, goal: CommitmentId, path: &mut Vec<CommitmentId>) -> bool {
    let mut seen = BTreeSet::new();
    walk(at, goal, path, &mut seen)
}

fn walk(at: One<'_>, goal: CommitmentId, path: &mut Vec<CommitmentId>, seen: &mut BTreeSet<CommitmentId>) -> bool {
    if !seen.insert(at.id) {
        return false;
    }
    path.push(at.id);
    for next in remedies(at) {
        if next.id == goal || walk(next, goal, path, seen) {
            return true;
        }
    }
    path.pop();
    false
}

/// What follows is owed by nobody but those who broke the commitment, and nothing is posted for it.
fn by_breacher(one: One<'_>) -> Vec<Note> {
    let debtors: Vec<Voice> = one.anatomy().debtors.all().copied().collect();
    let note = |remedy: One<'_>| {
        let mut owing = remedy.anatomy().debtors.all().copied().peekable();
        let alone = owing.peek().is_some()
            && owing.all(|voice| debtors.iter().any(|debtor| same_side(one.case, voice, *debtor)));
        if !alone || remedy.anatomy().posted.told() == Told::Known {
            return None;
        }
        let mut note = on_remedy(one, ClauseRule::RemedyByBreacher);
        note.commitments.push(remedy.named());
        note.who = one.voices(remedy.anatomy().debtors.all().copied());
        Some(note)
    };
    remedies(one).into_iter().filter_map(note).collect()
}

fn on_posted(one: One<'_>, rule: ClauseRule) -> Note {
    one.on(rule, "posted-with", &one.anatomy().posted)
}

/// Nothing needs to be posted; but what is, is with somebody.
fn with_nobody(one: One<'_>) -> Vec<Note> {
    let posted = &one.anatomy().posted;
    let nobody = posted.told() == Told::Unknown;
    nobody.then(|| on_posted(one, ClauseRule::PostedWithNobody)).into_iter().collect()
}

fn with_debtor(one: One<'_>) -> Vec<Note> {
    let debtors: Vec<Voice> = one.anatomy().debtors.all().copied().collect();
    let own = |holder: &Voice| debtors.iter().any(|debtor| same_side(one.case, *holder, *debtor));
    let who = one.voices(one.anatomy().posted.all().copied().filter(own));
    (!who.is_empty()).then(|| Note { who, ..on_posted(one, ClauseRule::PostedWithDebtor) }).into_iter().collect()
}

/// Posted, released only by a decision that may never be taken, and with no end of its own: nobody is named who decides, or
/// it takes all of several; it lasts for no length that is told; and nobody may end or waive it.
pub(crate) fn can_freeze(one: One<'_>) -> Vec<Note> {
    let parts = one.anatomy();
    let ends = parts.lasts.known().any(|lasts| matches!(lasts, Lasting::For(_)));
    let may_stall = parts.deciders.told() != Told::Known || parts.deciders.known().any(takes_all);
    let released = one
        .ground
        .powers(one.id)
        .iter()
        .any(|power| matches!(power.kind, PowerKind::Terminate | PowerKind::Waive) && !power.holders.is_empty());
    if parts.posted.told() == Told::Unsaid || ends || !may_stall || released {
        return Vec::new();
    }
    let who = parts.deciders.known().filter(|deciders| takes_all(deciders)).flat_map(|d| d.who.iter().copied());
    vec![Note { who: one.voices(who), ..on_posted(one, ClauseRule::EscrowCanFreeze) }]
}
