//! How does something owed stand?

use super::Twin;
use super::answer::Answer;
use super::kleene::{K, and, not, or};
use super::length::end;
use super::lines::{Line, not_after};
use super::occasions::Occasion;
use zopa_case::{CommitmentId, Deadline, Discretion, PowerKind, StepId, Stretch, Verb, Voice};
use zopa_finding::track::{Cause, State, Test};

impl<'a> Twin<'a> {
    /// The second table.
    pub(super) fn owed(&self, id: CommitmentId, one: &Occasion) -> Answer {
        let goes_on = self.forbidden(id).is_some() || matches!(one.cause, Cause::Standing | Cause::Report);
        let when = if goes_on { self.now } else { one.time };
        let only = |so: bool, answer: K| if so { answer } else { Some(false) };
        let broken = self.broken(id, one);
        let asked = [
            (not(one.happened), Test::NotHappened, State::Conditional),
            (not(one.sets_off), Test::NotSetOff, State::Conditional),
            (not(self.started_when(id, when, one)), Test::NotCounted, State::NotInForce),
            (only(goes_on, broken), Test::Broken, State::Breached),
            (self.ended(id, when), Test::Ended, State::Terminated),
            (self.over(id, when), Test::Over, State::Expired),
            (only(!goes_on, self.suspended(id, when)), Test::Suspended, State::Suspended),
            (not(self.decided(id, one)), Test::NotDecided, State::Conditional),
            (self.done(id, one, true), Test::DoneInTime, State::Fulfilled),
            (self.done(id, one, false), Test::DoneLate, State::FulfilledLate),
            (self.may_follow(id), Test::May, State::MayFollow),
            (self.excused(id, one), Test::Excused, State::Excused),
            (only(!goes_on, broken), Test::Broken, State::Breached),
            (self.suspended(id, self.now), Test::Suspended, State::Suspended),
            (only(!goes_on, self.past(id, one)), Test::PastDeadline, State::Late),
        ];
        Answer::of(&asked, State::Due)
    }

    /// The step that is not to be taken.
    fn forbidden(&self, id: CommitmentId) -> Option<StepId> {
        self.row(id)?.anatomy.response.only().filter(|response| response.not)?.step
    }

    fn deadline(&self, id: CommitmentId) -> Option<&'a Deadline> {
        self.row(id)?.anatomy.deadline.only()
    }

    pub(super) fn due(&self, id: CommitmentId, one: &Occasion) -> Option<Stretch> {
        let deadline = self.deadline(id)?;
        let start = match deadline.after {
            None => self.clock(id, one)?,
            Some(point) => match one.line.filter(|line| self.list.is_about(line.row, point)) {
                Some(line) => line.time,
                None => self.list.first(&self.list.about(point))?.time,
            },
        };
        end(start, &deadline.time)
    }

    /// No clock runs before what starts it.
    fn past(&self, id: CommitmentId, one: &Occasion) -> K {
        let deadline = self.deadline(id)?;
        let Some(due) = self.due(id, one) else { return Some(false) };
        let after = not(not_after(self.now, due));
        let begun = match deadline.after {
            Some(point) if one.line.is_none_or(|line| !self.list.is_about(line.row, point)) => {
                let first = self.list.first(&self.list.about(point));
                first.map_or(Some(false), |line| self.list.denials(&line).is_empty().then_some(true))
            }
            _ => Some(true),
        };
        and([after, begun])
    }

    /// Those who owe it; `None`: not told.
    pub(super) fn debtors(&self, id: CommitmentId) -> Vec<Voice> {
        self.row(id).map(|row| row.anatomy.debtors.all().copied().collect()).unwrap_or_default()
    }

    fn done(&self, id: CommitmentId, one: &Occasion, in_time: bool) -> K {
        let due = self.due(id, one).filter(|_| in_time);
        let debtors = self.debtors(id);
        if debtors.is_empty() {
            let any = or(self.doings(id, one, None).iter().map(|(line, so)| self.did(line, *so, due)));
            return if any == Some(false) { any } else { None };
        }
        and(debtors.iter().map(|debtor| self.done_by(id, one, *debtor, due)))
    }

    pub(super) fn done_by(&self, id: CommitmentId, one: &Occasion, debtor: Voice, due: Option<Stretch>) -> K {
        or(self.doings(id, one, Some(debtor)).iter().map(|(line, so)| self.did(line, *so, due)))
    }

    fn did(&self, line: &Line, so: K, due: Option<Stretch>) -> K {
        and([so, self.list.happened(line, self.now), due.map_or(Some(true), |due| not_after(line.time, due))])
    }

    /// The lines by which it can be done, and whether each counts. `None`: by anybody.
    fn doings(&self, id: CommitmentId, one: &Occasion, debtor: Option<Voice>) -> Vec<(Line<'a>, K)> {
        let theirs =
            |line: &Line| line.row.by.is_empty() || debtor.is_none_or(|debtor| self.list.is_of(line.row, debtor));
        let performed = self.list.acts(Verb::Performed, id).into_iter();
        let performed = performed.filter(|line| not_after(one.time, line.time) != Some(false));
        let step = self.row(id).and_then(|row| row.anatomy.response.only()).filter(|response| !response.not);
        let taken = step.and_then(|response| response.step).map(|step| self.list.taken(step)).unwrap_or_default();
        let performed = performed.map(|line| (line, Some(true)));
        let taken = taken.into_iter().map(|line| (line, not_after(one.time, line.time)));
        performed.chain(taken).filter(|(line, _)| theirs(line)).collect()
    }

    fn broken(&self, id: CommitmentId, one: &Occasion) -> K {
        let breach = self.breach_lines(id, one);
        let breach = breach.iter().map(|line| self.list.happened(line, self.now));
        let taken = self.forbidden(id).map(|step| self.list.taken(step)).unwrap_or_default();
        let after = |line: &Line| and([not_after(one.time, line.time), self.list.happened(line, self.now)]);
        or(breach.chain(taken.iter().map(after)))
    }

    fn excused(&self, id: CommitmentId, one: &Occasion) -> K {
        let by = |verb, kind: PowerKind| {
            let mut lines = self.list.acts(verb, id);
            lines.retain(|line| not_after(one.time, line.time) != Some(false));
            or(lines.iter().map(|line| self.used(id, line, &kind, self.now)))
        };
        or([by(Verb::Waived, PowerKind::Waive), by(Verb::Vetoed, PowerKind::Veto)])
    }

    fn may_follow(&self, id: CommitmentId) -> K {
        let told = self.row(id)?.anatomy.discretion.only()?;
        Some(matches!(told, Discretion::May))
    }
}
