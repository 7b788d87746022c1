//! How does something owed stand?

use super::Twin;
use super::answer::Answer;
use super::kleene::{K, and, not, or};
use super::length::end;
use super::lines::{Line, not_after};
use super::occasions::Occasion;
use zopa_case::{CommitmentId, Deadline, Discretion, PowerKind, StepId, Stretch, Verb, Voice};
use zopa_finding::track::{State, Test};

impl<'a> Twin<'a> {
    /// The second table.
    pub(super) fn owed(&self, id: CommitmentId, one: &Occasion<'a>) -> Answer {
        let goes_on = self.goes_on(id, one);
        let when = if goes_on { self.now } else { one.time };
        let only = |so: bool, answer: K| if so { answer } else { Some(false) };
        let broken = or(self.breakings(id, one).into_iter().map(|(_, so)| so));
        // Whether it takes more than that to set it off, nothing tells.
        let nothing_told = if one.nothing_told() { None } else { Some(false) };
        let later = |line: &Line| goes_on || not_after(line.time, when) != Some(true);
        let asked = [
            (not(one.happened), Test::NotHappened, State::Conditional),
            (not(self.started_when(id, when, one)), Test::NotCounted, State::NotInForce),
            (nothing_told, Test::NotSetOff, State::Conditional),
            (only(goes_on, broken), Test::Broken, State::Breached),
            (self.ended(id, when), Test::Ended, State::Terminated),
            (self.over(id, when), Test::Over, State::Expired),
            (only(!goes_on, self.suspended(id, when)), Test::Suspended, State::SuspendedThen),
            (not(self.decided(id, one)), Test::NotDecided, State::Conditional),
            (self.done(id, one, true), Test::DoneInTime, State::Fulfilled),
            (only(self.due(id, one).is_some(), self.done(id, one, false)), Test::DoneLate, State::FulfilledLate),
            (self.may_follow(id), Test::May, State::MayFollow),
            (self.excused(id, one), Test::Excused, State::Excused),
            (only(!goes_on, broken), Test::Broken, State::Breached),
            (self.suspended_by(id, self.now, &later), Test::Suspended, State::Suspended),
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

    /// What the clause says is not to be done, and what nothing is told to have set off.
    pub(super) fn goes_on(&self, id: CommitmentId, one: &Occasion) -> bool {
        self.forbidden(id).is_some() || one.nothing_told()
    }

    /// Of what goes on nothing is due by a time.
    pub(super) fn due(&self, id: CommitmentId, one: &Occasion<'a>) -> Option<Stretch> {
        let deadline = self.deadline(id).filter(|_| !self.goes_on(id, one))?;
        let start = match self.clock_line(deadline, one) {
            Some(line) => line?.time,
            None => self.clock(id, one)?,
        };
        end(start, &deadline.time)
    }

    /// The line that starts the clock, or none yet; `None` where no line does, but the occasion and its decision.
    fn clock_line(&self, deadline: &Deadline, one: &Occasion<'a>) -> Option<Option<Line<'a>>> {
        let point = deadline.after?;
        let own = one.line.filter(|line| self.list.is_about(line.row, point));
        Some(own.or_else(|| self.list.first(&self.list.about(point))))
    }

    fn past(&self, id: CommitmentId, one: &Occasion<'a>) -> K {
        let deadline = self.deadline(id)?;
        deadline.time.hours()?;
        let Some(due) = self.due(id, one) else { return Some(false) };
        let other = self
            .clock_line(deadline, one)
            .flatten()
            .filter(|line| one.line.is_none_or(|own| own.number != line.number));
        let begun = other.map_or(Some(true), |line| self.list.undenied(&line));
        and([not(not_after(self.now, due)), begun])
    }

    /// All whom its lines name.
    fn debtors(&self, id: CommitmentId) -> Vec<Voice> {
        self.row(id).map(|row| row.anatomy.debtors.all().copied().collect()).unwrap_or_default()
    }

    fn done(&self, id: CommitmentId, one: &Occasion<'a>, in_time: bool) -> K {
        let due = self.due(id, one).filter(|_| in_time);
        let debtors = self.debtors(id);
        if debtors.is_empty() {
            return self.done_by(id, one, None, due);
        }
        and(debtors.iter().map(|debtor| self.done_by(id, one, Some(*debtor), due)))
    }

    /// By him, or by anybody.
    fn done_by(&self, id: CommitmentId, one: &Occasion, debtor: Option<Voice>, due: Option<Stretch>) -> K {
        or(self.doings(id, one, debtor).iter().map(|(line, so)| self.did(line, *so, due)))
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

    /// The lines by which it can be broken on this occasion, and whether each counts.
    pub(super) fn breakings(&self, id: CommitmentId, one: &Occasion) -> Vec<(Line<'a>, K)> {
        let breach = self.list.acts(Verb::Breach, id).into_iter();
        let breach = breach.map(|line| (line, Some(not_after(one.time, line.time) != Some(false))));
        let taken = self.forbidden(id).map(|step| self.list.taken(step)).unwrap_or_default();
        let taken = taken.into_iter().map(|line| (line, not_after(one.time, line.time)));
        breach.chain(taken).map(|(line, so)| (line, and([so, self.list.happened(&line, self.now)]))).collect()
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
