//! Has it been decided that what sets a commitment off has happened, by those whose decision it is?

use super::files::{Files, hole};
use super::known::{Known, Why};
use super::occasions::Occasion;
use super::term::Rests;
use crate::events::chain;
use zopa_case::{CommitmentId, Deed, Over, PowerKind, Quorum, Stretch, Told, Voice};
use zopa_finding::track::{Cause, WhyOpen};

/// What one of those who decide has said.
enum Vote {
    Nothing,
    /// It has happened, or not (`true`), by this row.
    Sure(bool, usize),
    Open(Why),
}

/// Is it decided by then, and when has the commitment been set off: with the later of what happened and the decision?
pub(crate) fn decided(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    then: Stretch,
    rests: &mut Rests,
) -> (Known, Stretch) {
    if matches!(occasion.cause, Cause::Standing | Cause::Report) {
        return (Known::Yes, occasion.time);
    }
    let (who, quorum) = match who_decides(files, id, rests) {
        Ok(found) => found,
        Err(why) => return (Known::Open(why), occasion.time),
    };
    let votes: Vec<Vote> = who.iter().map(|voice| vote(files, id, occasion, *voice, then)).collect();
    let mut agreeing: Vec<usize> = Vec::new();
    for vote in &votes {
        if let Vote::Sure(against, row) = vote {
            rests.on(*row, Known::Yes);
            agreeing.extend(Some(*row).filter(|_| !against));
        }
    }
    agreeing.sort_by_key(|row| files.ledger.time(*row).listed());
    let known = counted(&votes, quorum, &who);
    let turning = if takes_all(quorum, who.len()) { agreeing.last() } else { agreeing.first() };
    let time = turning.map_or(occasion.time, |row| occasion.time.later(files.ledger.time(*row)));
    (known, time)
}

fn takes_all(quorum: Quorum, who: usize) -> bool {
    quorum == Quorum::All || (quorum == Quorum::Unsaid && who > 1)
}

fn counted(votes: &[Vote], quorum: Quorum, who: &[Voice]) -> Known {
    let yes = |vote: &Vote| match vote {
        Vote::Nothing | Vote::Sure(true, _) => Known::No,
        Vote::Sure(false, _) => Known::Yes,
        Vote::Open(why) => Known::Open(why.clone()),
    };
    let all = votes.iter().fold(Known::Yes, |known, vote| known.and(|| yes(vote)));
    let any = votes.iter().fold(Known::No, |known, vote| known.or(|| yes(vote)));
    match quorum {
        Quorum::All => all,
        Quorum::Any => any,
        // However many it takes, all are enough, and none is not.
        Quorum::Unsaid if who.len() < 2 || all.is_yes() || any.is_no() => all,
        Quorum::Unsaid => Known::Open(Why::part(WhyOpen::Quorum, "decided-by").about(who.to_vec())),
    }
}

/// Those whom the clause names; else those who have the power by what claims report.
fn who_decides(files: &Files<'_>, id: CommitmentId, rests: &mut Rests) -> Result<(Vec<Voice>, Quorum), Why> {
    let clause = &files.anatomy(id).deciders;
    if clause.told() == Told::Known {
        let one = clause.only().ok_or(Why::part(WhyOpen::TwoWays, "decided-by"))?;
        return Ok((one.who.clone(), one.quorum));
    }
    let mut who: Vec<Voice> = Vec::new();
    for (holder, claim) in files.holders(id, &PowerKind::Determine) {
        rests.claims.push(claim);
        who.extend(Some(holder).filter(|holder| !who.contains(holder)));
    }
    if who.is_empty() {
        return Err(hole(clause, "decided-by").unwrap_or(Why::part(WhyOpen::Unknown, "decided-by")));
    }
    Ok((who, Quorum::Unsaid))
}

/// The first decision of one of them that answers this occasion.
fn vote(files: &Files<'_>, id: CommitmentId, occasion: &Occasion, voice: Voice, then: Stretch) -> Vote {
    let mut first: Option<(usize, bool)> = None;
    let mut open: Option<Why> = None;
    let about = about(files, id, occasion).into_iter();
    for list in about.flat_map(|over| [Some(voice), None].map(|who| files.ledger.decided(over, who))) {
        for row in files.ledger.between(list, occasion.time, then) {
            if first.is_some_and(|(first, _)| files.ledger.far_beyond(row, first)) {
                break;
            }
            let (known, against) = answers(files, occasion, row, then);
            let earlier = |first: usize| files.ledger.time(row).listed() < files.ledger.time(first).listed();
            match known {
                Known::Yes if first.is_none_or(|(first, _)| earlier(first)) => first = Some((row, against)),
                Known::Open(why) => open = open.or(Some(why)),
                _ => {}
            }
        }
    }
    match (first, open) {
        (Some((row, against)), _) => Vote::Sure(against, row),
        (None, Some(why)) => Vote::Open(why),
        (None, None) => Vote::Nothing,
    }
}

/// Rows that may be decisions on it, for the course: the first two of each who decides, and of nobody who is named.
pub(crate) fn turning(files: &Files<'_>, id: CommitmentId, occasion: &Occasion) -> Vec<usize> {
    const FIRST: usize = 2;
    let end = files.ledger.end().map(Stretch::moment).unwrap_or_default();
    let who = who_decides(files, id, &mut Rests::default()).map(|(who, _)| who).unwrap_or_default();
    let whose: Vec<Option<Voice>> = who.into_iter().map(Some).chain([None]).collect();
    let lists = about(files, id, occasion).into_iter().flat_map(|over| whose.iter().map(move |who| (over, *who)));
    let after = |row: &usize| occasion.time.not_after(files.ledger.time(*row)) != Some(false);
    let rows = lists.flat_map(|(over, who)| {
        files.ledger.between(files.ledger.decided(over, who), occasion.time, end).filter(after).take(FIRST)
    });
    rows.collect()
}

/// What a decision can be about that answers this occasion.
fn about(files: &Files<'_>, id: CommitmentId, occasion: &Occasion) -> Vec<Over> {
    let mut over = vec![Over::Commitment(id)];
    for row in occasion.rows.iter().filter_map(|at| files.ledger.row(*at)) {
        match row.deed {
            Deed::Event(event) => over.extend(chain(files.case, event).into_iter().map(Over::Event)),
            Deed::Step(step) => over.push(Over::Step(step)),
            _ => {}
        }
    }
    over
}

/// Does this row answer it by then; and does it say that it has not happened? Where dates leave open which came first, a
/// decision follows what it is about.
fn answers(files: &Files<'_>, occasion: &Occasion, at: usize, then: Stretch) -> (Known, bool) {
    let Some(row) = files.ledger.row(at) else { return (Known::No, false) };
    let against = matches!(row.deed, Deed::Decided(_, true));
    let after = Known::of(occasion.time.not_after(row.time) != Some(false));
    let unsigned = || match row.by.as_slice() {
        [] => Known::Open(Why::rows(WhyOpen::ActorUnsaid, vec![at])),
        _ => Known::Yes,
    };
    (after.and(unsigned).and(|| files.ledger.happened_by(at, then)), against)
}
