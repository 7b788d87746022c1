//! Has it been decided that what sets a commitment off has happened, by those whose decision it is?

use super::files::{Files, hole};
use super::known::{Known, Why};
use super::ledger::Rows;
use super::occasions::{By, Occasion};
use super::term::Rests;
use crate::events::chain;
use zopa_case::{CommitmentId, Deed, Over, PowerKind, Quorum, Stretch, Told, Voice};
use zopa_finding::track::{Cause, WhyOpen};

/// What one of those who decide has said.
struct Vote {
    /// Has that one decided that it has happened?
    known: Known,
    /// When, if so.
    time: Option<Stretch>,
    /// The rows that say so, and are not denied.
    rows: Vec<usize>,
}

/// Is it decided by then, and when has the commitment been set off: with the later of what happened and the decision? Never, as
/// long as it is certainly not decided.
pub(crate) fn decided(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    then: Stretch,
    rests: &mut Rests,
) -> (Known, Option<Stretch>) {
    if matches!(occasion.cause, Cause::Standing | Cause::Report) {
        return (Known::Yes, Some(occasion.time));
    }
    let (who, quorum) = match who_decides(files, id, rests) {
        Ok(found) => found,
        Err(why) => return (Known::Open(why), Some(occasion.time)),
    };
    let votes: Vec<Vote> = who.iter().map(|voice| vote(files, id, occasion, *voice, then)).collect();
    votes.iter().flat_map(|vote| &vote.rows).for_each(|row| {
        rests.on(*row, Known::Yes);
    });
    let known = counted(&votes, quorum, &who);
    let clock = decision(&votes, quorum).filter(|_| !known.is_no()).map(|time| occasion.time.later(time));
    (known, clock)
}

/// When was it decided, if it was: with the last of those who all have to, with the first of those of whom one is enough;
/// where it is not told how many it takes, somewhere from the first to the last.
fn decision(votes: &[Vote], quorum: Quorum) -> Option<Stretch> {
    let mut all = votes.iter().filter_map(|vote| vote.time);
    let sure = votes.iter().filter(|vote| vote.known.is_yes()).filter_map(|vote| vote.time);
    let first = all.next()?;
    let last = || all.clone().fold(first, Stretch::later);
    let earliest = || all.clone().fold(first, Stretch::earlier);
    match quorum {
        Quorum::All => Some(last()),
        // One of which it is not known whether it counts may have been the first.
        Quorum::Any => {
            let to = sure.reduce(Stretch::earlier).map_or(earliest().to, |sure| sure.to);
            Some(Stretch { from: earliest().from, to })
        }
        Quorum::Unsaid => Some(Stretch { from: earliest().from, to: last().to }),
    }
}

fn counted(votes: &[Vote], quorum: Quorum, who: &[Voice]) -> Known {
    let yes = |vote: &Vote| vote.known.clone();
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

/// A line that answers an occasion, if it is so that it counts.
struct Answering {
    row: usize,
    known: Known,
    against: bool,
}

/// What one of them has decided: by the first line that counts. Lines before the first that certainly does may be the first.
fn vote(files: &Files<'_>, id: CommitmentId, occasion: &Occasion, voice: Voice, then: Stretch) -> Vote {
    let lines = first_lines(files, id, occasion, voice, then);
    let time = |line: &Answering| files.ledger.time(line.row);
    let told = lines.iter().filter(|line| !line.against).map(time);
    let time = told.reduce(|all, next| Stretch { to: next.to, ..all.earlier(next) });
    let rows: Vec<usize> = lines.iter().filter(|line| line.known.is_yes()).map(|line| line.row).collect();
    let open = lines.iter().find(|line| !line.known.is_yes()).map(|line| line.known.clone());
    let known = match (time, rows.is_empty() || lines.iter().any(|line| line.against)) {
        (None, _) => Known::No,
        (Some(_), false) => Known::Yes,
        (Some(_), true) => open.unwrap_or(Known::Yes),
    };
    Vote { known, time, rows }
}

/// Those of one of them, in order, up to the first that certainly counts.
fn first_lines(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    voice: Voice,
    then: Stretch,
) -> Vec<Answering> {
    let mut lines: Vec<Answering> = Vec::new();
    let mut sure: Option<usize> = None;
    for list in about(files, id, occasion).into_iter().flat_map(|over| lists(files, over, voice)) {
        for row in files.ledger.between(list, occasion.time, then) {
            if sure.is_some_and(|sure| files.ledger.far_beyond(row, sure)) {
                break;
            }
            let (known, against) = answers(files, occasion, row, then);
            if known.is_yes() {
                sure = sure.or(Some(row));
            }
            if !known.is_no() {
                lines.push(Answering { row, known, against });
            }
        }
    }
    lines.sort_by_key(|line| (files.ledger.time(line.row).listed(), line.row));
    let end = lines.iter().position(|line| line.known.is_yes()).map_or(lines.len(), |at| at + 1);
    lines.truncate(end);
    lines
}

/// What they have decided, and what nobody who is named has.
fn lists<'a>(files: &'a Files<'_>, over: Over, voice: Voice) -> [&'a Rows; 2] {
    [Some(voice), None].map(|who| files.ledger.decided(over, who))
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

/// What a decision can be about that answers this occasion: the commitment, its event and all wider ones, or a step that alone
/// would meet its condition.
fn about(files: &Files<'_>, id: CommitmentId, occasion: &Occasion) -> Vec<Over> {
    let mut over = vec![Over::Commitment(id)];
    over.extend(occasion.steps.iter().copied().map(Over::Step));
    let own = occasion.rows.first().filter(|_| (occasion.cause, occasion.by) == (Cause::Trigger, By::Line));
    if let Some(Deed::Event(event)) = own.and_then(|at| files.ledger.row(*at)).map(|row| row.deed) {
        over.extend(chain(files.case, event).into_iter().map(Over::Event));
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
