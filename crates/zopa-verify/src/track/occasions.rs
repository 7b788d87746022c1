//! What sets a commitment off, and when?

use super::Twin;
use super::condition::Met;
use super::counts::Start;
use super::kleene::{K, and};
use super::lines::{Line, not_after};
use std::collections::BTreeSet;
use zopa_case::{CommitmentId, Point, Stretch, Trigger, Verb};
use zopa_finding::track::{Cause, State};

/// Something that sets a commitment off.
#[derive(Clone, Debug)]
pub(super) struct Occasion<'a> {
    pub(super) cause: Cause,
    pub(super) time: Stretch,
    /// Has it happened, by the moment asked about?
    pub(super) happened: K,
    /// The line, where one is the occasion.
    pub(super) line: Option<Line<'a>>,
    /// What it is a case of: for decisions on it.
    pub(super) of: Option<&'a Trigger>,
    /// It is set off with the start.
    pub(super) with_start: bool,
    /// For a remedy: what was broken.
    pub(super) broken: Option<CommitmentId>,
}

impl Occasion<'_> {
    /// Nothing is told that set it off.
    pub(super) fn nothing_told(&self) -> bool {
        matches!(self.cause, Cause::Standing | Cause::Report)
    }
}

impl<'a> Twin<'a> {
    /// All of them, those that certainly have not happened among them.
    pub(super) fn occasions(&self, id: CommitmentId, seen: &BTreeSet<CommitmentId>) -> Vec<Occasion<'a>> {
        let Some(row) = self.row(id) else { return Vec::new() };
        let mut told: Vec<&'a Trigger> = Vec::new();
        for trigger in row.anatomy.trigger.known() {
            if !told.contains(&trigger) {
                told.push(trigger);
            }
        }
        // Told in several ways, it is open whether it has happened.
        let known = (told.len() < 2).then_some(true);
        let remedied = self.remedied(id);
        let mut all: Vec<Occasion> = match (told.is_empty(), remedied.is_empty()) {
            (false, _) => told.into_iter().flat_map(|trigger| self.triggered(id, trigger, known)).collect(),
            (true, false) => remedied.into_iter().flat_map(|other| self.breaches(other, seen)).collect(),
            (true, true) => vec![Occasion { cause: Cause::Standing, ..self.by_start(id) }],
        };
        let reports = self.list.acts(Verb::Breach, id);
        let alone = |line: &&Line| {
            all.iter().all(|one| one.happened == Some(false) || not_after(one.time, line.time) == Some(false))
        };
        let reported: Vec<Occasion> =
            reports.iter().filter(alone).map(|line| self.by_line(*line, Cause::Report)).collect();
        all.extend(reported);
        all
    }

    fn by_line(&self, line: Line<'a>, cause: Cause) -> Occasion<'a> {
        let happened = self.list.happened(&line, self.now);
        Occasion { cause, time: line.time, happened, line: Some(line), of: None, with_start: false, broken: None }
    }

    /// Where it is open whether the start has come, that is asked with the start and not here.
    fn by_start(&self, id: CommitmentId) -> Occasion<'a> {
        let line = match self.start(id) {
            Start::With(line) => Some(line),
            Start::NotYet | Start::Open => None,
        };
        let time = line.map(|line| line.time).unwrap_or_default();
        let happened = Some(self.started(id, self.now) != Some(false));
        Occasion { cause: Cause::Trigger, time, happened, line, of: None, with_start: true, broken: None }
    }

    fn triggered(&self, id: CommitmentId, trigger: &'a Trigger, known: K) -> Vec<Occasion<'a>> {
        let with = |one: Occasion<'a>| Occasion { of: Some(trigger), happened: and([one.happened, known]), ..one };
        match trigger {
            Trigger::Event(event) => {
                let lines = self.list.about(Point::Event(*event));
                lines.into_iter().map(|line| with(self.by_line(line, Cause::Trigger))).collect()
            }
            Trigger::Condition { formula, .. } => match self.met(formula) {
                Met::Never => Vec::new(),
                Met::Ever => vec![with(self.by_start(id))],
                Met::Between(time) => {
                    let happened = self.met_by_now(time);
                    let time = Stretch { to: time.to.or(self.list.end), ..time };
                    vec![with(Occasion { time, happened, line: None, with_start: false, ..self.by_start(id) })]
                }
            },
        }
    }

    /// Each breach of a commitment, on each of its occasions.
    fn breaches(&self, other: CommitmentId, seen: &BTreeSet<CommitmentId>) -> Vec<Occasion<'a>> {
        let mut seen = seen.clone();
        if !seen.insert(other) {
            return Vec::new();
        }
        let told = self.occasions(other, &seen).into_iter().filter(|one| one.cause != Cause::Report);
        told.filter_map(|one| self.breach(other, &one)).collect()
    }

    /// The first line that may count as the breach, else the first minute after the time by which it is due.
    /// What goes on is broken by a line alone.
    fn breach(&self, other: CommitmentId, occasion: &Occasion<'a>) -> Option<Occasion<'a>> {
        let mut lines: Vec<(Line, K)> = self.breakings(other, occasion);
        lines.retain(|(_, so)| *so != Some(false));
        let line = self.list.first(&lines.into_iter().map(|(line, _)| line).collect::<Vec<_>>());
        if line.is_none() && self.goes_on(other, occasion) {
            return None;
        }
        let late = self
            .due(other, occasion)
            .map(|due| Stretch { from: due.from.map(|end| end.plus(1)), to: due.to.map(|end| end.plus(1)) });
        let states = self.owed(other, occasion).states();
        let broken = |state: &State| matches!(state, State::Breached | State::Late | State::FulfilledLate);
        let happened = match (states.iter().any(broken), states.iter().all(broken)) {
            (false, _) => Some(false),
            (true, all) => all.then_some(true),
        };
        let time = line.map(|line| line.time).or(late).unwrap_or_default();
        let line = line.or(occasion.line);
        Some(Occasion { cause: Cause::Breach, time, happened, line, of: None, with_start: false, broken: Some(other) })
    }
}
