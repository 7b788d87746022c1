//! Is each commitment told as it stands?

use super::Twin;
use super::answer::Answer;
use super::kleene::not;
use super::lines::Line;
use std::collections::BTreeSet;
use zopa_case::{CommitmentId, Lasting, Moment, Stretch, Voice};
use zopa_finding::Named;
use zopa_finding::track::{Duty, Standing, State, Test, Track, When};

impl Twin<'_> {
    pub(super) fn all(&mut self, track: &Track) {
        let as_of = self.list.now.filter(|_| !self.list.dateless);
        let right = match (&track.as_of, as_of) {
            (Some(said), Some(now)) => *said == now.written(true) || *said == now.exact(),
            (said, now) => said.is_none() && now.is_none(),
        };
        self.require(right, "as of", || format!("{:?}, against {:?}", as_of.map(Moment::exact), track.as_of));
        self.events(track);
        self.told(&track.standing, &track.duties);
    }

    /// How each commitment stands, and all that is owed.
    pub(super) fn told(&mut self, standing: &[Standing], duties: &[Duty]) {
        let ids: Vec<CommitmentId> = self.case.commitments.ids().collect();
        self.require(ids.len() == standing.len(), "standing", || format!("{} commitments", ids.len()));
        for (id, said) in ids.into_iter().zip(standing) {
            self.standing(id, said);
        }
        self.duties(duties);
    }

    fn events(&mut self, track: &Track) {
        let lines: Vec<(u32, Vec<u32>, bool)> =
            self.list.lines.iter().map(|line: &Line| (line.number, self.list.denials(line), line.row.not)).collect();
        let said: Vec<(u32, Vec<u32>, bool)> =
            track.events.iter().map(|line| (line.number, line.denied_by.clone(), line.not)).collect();
        self.require(lines == said, "events", || format!("number, denied by, not: {lines:?}, against {said:?}"));
    }

    /// The first table.
    pub(super) fn stands(&self, id: CommitmentId) -> Answer {
        let now = self.now;
        let asked = [
            (self.ended(id, now), Test::Ended, State::Terminated),
            (not(self.started(id, now)), Test::NotCounted, State::NotInForce),
            (self.over(id, now), Test::Over, State::Expired),
            (self.suspended(id, now), Test::Suspended, State::Suspended),
            (self.treaty(id, now), Test::Treaty, State::Treaty),
        ];
        Answer::of(&asked, State::Political)
    }

    fn standing(&mut self, id: CommitmentId, said: &Standing) {
        let Some(row) = self.row(id) else { return };
        let finding = format!("standing of {}", row.name);
        self.require(said.commitment.name == row.name, &finding, || format!("is told of {}", said.commitment.name));
        let (right, told) = (self.stands(id), Answer::said(&said.finding));
        self.require(right == told, &finding, || format!("stands `{right}`, against `{told}`"));
        let since = self.start(id).stretch();
        self.dated(&finding, "counts since", since, said.since.as_ref(), false);
        self.dated(&finding, "counts until", self.until(id), said.until.as_ref(), true);
        let forever = row.anatomy.lasts.only() == Some(&Lasting::Forever);
        self.require(forever == said.forever, &finding, || format!("forever is {forever}"));
        let (by, to) = (self.names(row.anatomy.debtors.all()), self.names(row.anatomy.creditors.all()));
        self.require(by == names(&said.by), &finding, || format!("by {by:?}, against {:?}", names(&said.by)));
        self.require(to == names(&said.to), &finding, || format!("to {to:?}, against {:?}", names(&said.to)));
    }

    pub(super) fn names<'b>(&self, voices: impl IntoIterator<Item = &'b Voice>) -> BTreeSet<String> {
        voices.into_iter().filter_map(|voice| self.name(*voice)).collect()
    }

    fn name(&self, voice: Voice) -> Option<String> {
        match voice {
            Voice::Party(id) => self.case.parties.row(id).map(|row| row.name.clone()),
            Voice::Speaker(id) => self.case.speakers.row(id).map(|row| row.name.clone()),
            Voice::Source(id) => self.case.sources.row(id).map(|row| row.name.clone()),
        }
    }

    /// A date as told: a day for its first minute where something begins, for its last where it ends.
    pub(super) fn dated(&mut self, finding: &str, what: &str, right: Option<Stretch>, said: Option<&When>, end: bool) {
        let untold = Stretch::default();
        let right = match self.list.dateless {
            true => right.map(|_| untold),
            false => right,
        };
        let same = match (right, said) {
            (Some(right), Some(said)) => written(right.from, &said.from, end) && written(right.to, &said.to, true),
            // Where no date is told, there may be none.
            (Some(right), None) => right == untold,
            (None, Some(said)) => *said == When::default(),
            (None, None) => true,
        };
        let told = right.map(|right| (right.from.map(Moment::exact), right.to.map(Moment::exact)));
        self.require(same, finding, || format!("{what} {told:?}, against {said:?}"));
    }
}

pub(super) fn names(named: &[Named]) -> BTreeSet<String> {
    named.iter().map(|one| one.name.clone()).collect()
}

fn written(right: Option<Moment>, said: &Option<String>, end: bool) -> bool {
    match (right, said) {
        (Some(right), Some(said)) => *said == right.written(end) || *said == right.exact(),
        (right, said) => right.is_none() && said.is_none(),
    }
}
