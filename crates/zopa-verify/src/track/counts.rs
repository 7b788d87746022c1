//! Does a commitment count: has it started, ended, run out, been suspended?

use super::Twin;
use super::kleene::{K, and, not, or};
use super::length::end;
use super::lines::{Line, not_after};
use super::occasions::Occasion;
use std::collections::BTreeSet;
use zopa_case::{Commitment, CommitmentId, Deed, Lasting, PowerKind, Stretch, Trigger, Verb, Voice};

/// Where a commitment starts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Start<'a> {
    /// With this line.
    With(Line<'a>),
    /// There is no line about it.
    NotYet,
    /// That part is not told.
    Open,
}

impl Start<'_> {
    /// When, where a line tells it.
    pub(super) fn stretch(&self) -> Option<Stretch> {
        match self {
            Start::With(line) => Some(line.time),
            _ => None,
        }
    }
}

impl<'a> Twin<'a> {
    pub(super) fn row(&self, id: CommitmentId) -> Option<&'a Commitment> {
        self.case.commitments.row(id)
    }

    /// The commitments that name it as what follows a breach, in file order.
    pub(super) fn remedied(&self, id: CommitmentId) -> Vec<CommitmentId> {
        let names = |row: &Commitment| row.anatomy.remedies.all().any(|other| *other == id);
        self.case.commitments.iter().filter(|(_, row)| names(row)).map(|(id, _)| id).collect()
    }

    pub(super) fn start(&self, id: CommitmentId) -> Start<'a> {
        self.start_of(id, &mut BTreeSet::new())
    }

    fn start_of(&self, id: CommitmentId, seen: &mut BTreeSet<CommitmentId>) -> Start<'a> {
        let Some(row) = self.row(id).filter(|_| seen.insert(id)) else { return Start::Open };
        if let Some(line) = self.list.first(&self.list.acts(Verb::Began, id)) {
            return Start::With(line);
        }
        if let Some(point) = row.anatomy.from.only() {
            return self.list.first(&self.list.about(*point)).map_or(Start::NotYet, Start::With);
        }
        match self.remedied(id).first() {
            Some(other) if row.anatomy.from.0.is_empty() => self.start_of(*other, seen),
            _ => Start::Open,
        }
    }

    pub(super) fn started(&self, id: CommitmentId, by: Stretch) -> K {
        match self.start(id) {
            Start::With(line) => self.list.happened(&line, by),
            Start::NotYet => Some(false),
            Start::Open => None,
        }
    }

    /// Had it started by the occasion? What is set off with the start asks here whether that has come; and the line that starts
    /// it is not after itself.
    pub(super) fn started_when(&self, id: CommitmentId, when: Stretch, one: &Occasion) -> K {
        match self.start(id) {
            _ if one.with_start => self.started(id, self.now),
            Start::With(line) if when == one.time && self.same(&line, one) => self.list.undenied(&line),
            _ => self.started(id, when),
        }
    }

    /// Is the line the occasion, or does the condition come to be met with it alone?
    fn same(&self, line: &Line, one: &Occasion) -> bool {
        let names = match (one.of, line.row.deed) {
            (Some(Trigger::Condition { formula, .. }), Deed::Step(step)) => formula.steps().contains(&step),
            _ => false,
        };
        line.time == one.time && (names || one.line.is_some_and(|own| own.number == line.number))
    }

    pub(super) fn ended(&self, id: CommitmentId, by: Stretch) -> K {
        let ended = self.list.acts(Verb::Ended, id);
        let ended = ended.iter().map(|line| self.list.happened(line, by));
        let terminated = self.list.acts(Verb::Terminated, id);
        let terminated = terminated.iter().map(|line| self.used(id, line, &PowerKind::Terminate, by));
        or(ended.chain(terminated))
    }

    /// Has somebody who may done so by then?
    pub(super) fn used(&self, id: CommitmentId, line: &Line, kind: &PowerKind, by: Stretch) -> K {
        and([self.list.happened(line, by), self.may(id, line, kind)])
    }

    /// Never no.
    fn may(&self, id: CommitmentId, line: &Line, kind: &PowerKind) -> K {
        let holders = self.powers(id).filter(|power| power.kind == *kind).flat_map(|power| &power.holders);
        let reported = holders.into_iter().any(|holder| self.list.is_of(line.row, *holder));
        let owed: Vec<Voice> =
            self.row(id).map(|row| row.anatomy.creditors.all().copied().collect()).unwrap_or_default();
        let all = !owed.is_empty() && owed.iter().all(|one| self.list.is_of(line.row, *one));
        (reported || (*kind == PowerKind::Waive && all)).then_some(true)
    }

    /// When the length in `lasts` ends.
    pub(super) fn until(&self, id: CommitmentId) -> Option<Stretch> {
        match self.row(id)?.anatomy.lasts.only()? {
            Lasting::For(length) => end(self.start(id).stretch()?, length),
            _ => None,
        }
    }

    pub(super) fn over(&self, id: CommitmentId, by: Stretch) -> K {
        let lasts = self.row(id).and_then(|row| row.anatomy.lasts.only());
        match (lasts, self.start(id)) {
            (Some(Lasting::Forever), _) => Some(false),
            // Whether the line that starts it is denied is asked before.
            (Some(Lasting::For(length)), Start::With(line)) => {
                end(line.time, length).and_then(|end| not(not_after(by, end)))
            }
            (Some(Lasting::For(_)), Start::NotYet) => Some(false),
            _ => None,
        }
    }

    pub(super) fn suspended(&self, id: CommitmentId, by: Stretch) -> K {
        self.suspended_by(id, by, &|_| true)
    }

    /// Is it, by a line of which this is so?
    pub(super) fn suspended_by(&self, id: CommitmentId, by: Stretch, so: &dyn Fn(&Line) -> bool) -> K {
        let resumed = self.list.acts(Verb::Resumed, id);
        let goes_on = |line: &Line| {
            or(resumed.iter().map(|other| and([self.list.happened(other, by), not_after(line.time, other.time)])))
        };
        let suspended = self.list.acts(Verb::Suspended, id);
        let one = |line: &Line| and([self.used(id, line, &PowerKind::Suspend, by), not(goes_on(line))]);
        or(suspended.iter().filter(|line| so(line)).map(one))
    }
}
