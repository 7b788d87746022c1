//! Has it been decided that what sets a commitment off has happened, by those whose decision it is?

use super::answers::Owed;
use super::files::{Files, hole};
use super::known::{Known, Why};
use super::occasions::{By, Occasion};
use super::term::Rests;
use crate::events::chain;
use zopa_case::{ClaimId, CommitmentId, Deed, Over, PowerKind, Quorum, Stretch, Told, Voice};
use zopa_finding::track::{Cause, WhyOpen};

/// What one of those who decide has said.
struct Vote {
    /// Has that one decided that it has happened?
    known: Known,
    /// When, if so.
    time: Option<Stretch>,
    /// The row that certainly counts.
    row: Option<usize>,
}

/// Is it decided by then, and when has the commitment been set off: with the later of what happened and the decision? Never, as
/// long as it is certainly not decided.
pub(crate) fn decided(files: &Files<'_>, owed: &Owed, then: Stretch, rests: &mut Rests) -> (Known, Option<Stretch>) {
    let occasion = &owed.occasion;
    if matches!(occasion.cause, Cause::Standing | Cause::Report) {
        return (Known::Yes, Some(occasion.time));
    }
    rests.claims.extend(&owed.owing(files).claims);
    let (who, quorum) = match &owed.owing(files).deciders {
        Ok((who, quorum)) => (who, *quorum),
        Err(why) => return (Known::Open(why.clone()), Some(occasion.time)),
    };
    let votes: Vec<Vote> = owed.decisions.iter().map(|lines| vote(files, lines, then)).collect();
    votes.iter().filter_map(|vote| vote.row).for_each(|row| {
        rests.on(row, Known::Yes);
    });
    let known = counted(&votes, quorum, who);
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
pub(crate) fn deciders(
    files: &Files<'_>,
    id: CommitmentId,
    claims: &mut Vec<ClaimId>,
) -> Result<(Vec<Voice>, Quorum), Why> {
    let clause = &files.anatomy(id).deciders;
    if clause.told() == Told::Known {
        let one = clause.only().ok_or(Why::part(WhyOpen::TwoWays, "decided-by"))?;
        return Ok((one.who.clone(), one.quorum));
    }
    let mut who: Vec<Voice> = Vec::new();
    for (holder, claim) in files.holders(id, &PowerKind::Determine) {
        claims.push(claim);
        who.extend(Some(holder).filter(|holder| !who.contains(holder)));
    }
    if who.is_empty() {
        return Err(hole(clause, "decided-by").unwrap_or(Why::part(WhyOpen::Unknown, "decided-by")));
    }
    Ok((who, Quorum::Unsaid))
}

/// A line that may answer an occasion.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    row: usize,
    /// It says that it has not happened.
    against: bool,
    /// It says whose act it was.
    signed: bool,
}

impl Decision {
    fn of(files: &Files<'_>, row: usize) -> Decision {
        let line = files.ledger.row(row);
        let against = line.is_some_and(|line| matches!(line.deed, Deed::Decided(_, true)));
        Decision { row, against, signed: line.is_some_and(|line| !line.by.is_empty()) }
    }

    /// Does it count by then?
    fn counts(&self, files: &Files<'_>, then: Stretch) -> Known {
        let happened = files.ledger.happened_by(self.row, then);
        if self.signed || happened.is_no() {
            return happened;
        }
        Known::Open(Why::rows(WhyOpen::ActorUnsaid, vec![self.row]))
    }
}

/// What one of them has decided: by the first line that counts. Lines before the first that certainly does may be the first.
fn vote(files: &Files<'_>, lines: &[Decision], then: Stretch) -> Vote {
    let (mut told, mut against, mut open, mut row) = (None, false, None, None);
    for line in lines {
        let known = line.counts(files, then);
        if known.is_no() {
            continue;
        }
        let time = files.ledger.time(line.row);
        let all = |all: Stretch| Stretch { to: time.to, ..all.earlier(time) };
        told = if line.against { told } else { Some(told.map_or(time, all)) };
        against |= line.against;
        if known.is_yes() {
            row = Some(line.row);
            break;
        }
        open = open.or(Some(known));
    }
    let known = match (told, row.is_none() || against) {
        (None, _) => Known::No,
        (Some(_), false) => Known::Yes,
        (Some(_), true) => open.unwrap_or(Known::Yes),
    };
    Vote { known, time: told, row }
}

/// The lines of one of those who decide.
#[derive(Clone, Default)]
struct Said {
    lines: Vec<Decision>,
    /// The first row found that certainly counts in the end.
    sure: Option<usize>,
}

impl Said {
    /// Adds a row, unless it begins after that one has ended.
    fn hear(&mut self, files: &Files<'_>, row: usize) -> bool {
        if self.sure.is_some_and(|sure| files.ledger.far_beyond(row, sure)) {
            return false;
        }
        let line = Decision::of(files, row);
        let sure = || line.signed && files.ledger.happened_by(row, files.ledger.whole()).is_yes();
        self.sure = self.sure.or_else(|| Some(row).filter(|_| sure()));
        self.lines.push(line);
        true
    }
}

/// What each of those who decide has said that may answer an occasion, whenever that was, and what nobody who is named has; by
/// the order in which it counts. The first two rows of each list are added to those at which it may turn.
pub(crate) fn decisions(
    files: &Files<'_>,
    id: CommitmentId,
    occasion: &Occasion,
    turning: &mut Vec<usize>,
) -> Vec<Vec<Decision>> {
    const FIRST: usize = 2;
    let ledger = &files.ledger;
    let after = |row: &usize| occasion.time.not_after(ledger.time(*row)) != Some(false);
    let listed = |rows| ledger.between(rows, occasion.time, ledger.whole()).filter(after);
    let who = files.owing(id).deciders.as_ref().map_or(&[][..], |(who, _)| who.as_slice());
    let mut all: Vec<Said> = vec![Said::default(); who.len()];
    for over in about(files, id, occasion) {
        for (said, voice) in all.iter_mut().zip(who) {
            for (nth, row) in listed(ledger.decided(over, Some(*voice))).enumerate() {
                turning.extend(Some(row).filter(|_| nth < FIRST));
                if !said.hear(files, row) && nth + 1 >= FIRST {
                    break;
                }
            }
        }
        let nobodys = ledger.decided(over, None);
        if nobodys.is_empty() {
            continue;
        }
        turning.extend(listed(nobodys).take(FIRST));
        for said in &mut all {
            listed(nobodys).all(|row| said.hear(files, row));
        }
    }
    let counted = |said: Said| {
        let mut lines = said.lines;
        lines.sort_by_key(|line| (ledger.time(line.row).listed(), line.row));
        lines
    };
    all.into_iter().map(counted).collect()
}

/// What a decision can be about that answers this occasion: the commitment, its event and all wider ones, or a step that alone
/// would meet its condition.
fn about(files: &Files<'_>, id: CommitmentId, occasion: &Occasion) -> Vec<Over> {
    let mut over = Vec::with_capacity(4);
    over.extend([Over::Commitment(id)]);
    over.extend(occasion.steps.iter().copied().map(Over::Step));
    let own = occasion.rows.first().filter(|_| (occasion.cause, occasion.by) == (Cause::Trigger, By::Line));
    if let Some(Deed::Event(event)) = own.and_then(|at| files.ledger.row(*at)).map(|row| row.deed) {
        over.extend(chain(files.case, event).into_iter().map(Over::Event));
    }
    over
}
