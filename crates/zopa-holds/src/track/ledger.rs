//! Which lines of the list are about what? Worked out once.
//!
//! A line about an event is also one about every wider event that it lies within. A denial, that something had not happened
//! by then, makes every line that it contradicts open: it takes neither side.

use super::known::{Known, Why};
use crate::events::chain;
use std::collections::BTreeMap;
use zopa_case::{Case, CommitmentId, Deed, EventId, Happened, IssueId, Moment, Over, StepId, Stretch, Verb, Voice};
use zopa_finding::track::WhyOpen;

/// A stretch that is no longer than this, in minutes, is looked up by where it begins.
const NARROW: i64 = 2 * 24 * 60;
/// How far clocks that nobody names can be apart from others.
const APART: i64 = 26 * 60;

/// Rows about one thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    /// Those with a long stretch, or none.
    wide: Vec<usize>,
    /// The others, by where they begin, in front of each.
    narrow: Vec<(i64, usize)>,
    /// The first of all: whose stretch ends first, then begins first, then stands first.
    first: Option<usize>,
}

/// The list, by what its lines are about.
pub(crate) struct Ledger<'a> {
    rows: &'a [Happened],
    /// When each was, which has an end.
    times: Vec<Stretch>,
    events: BTreeMap<EventId, Rows>,
    steps: BTreeMap<StepId, Rows>,
    agreed: BTreeMap<IssueId, Rows>,
    /// By whose decision it is; `None` where the line does not say.
    decided: BTreeMap<(Over, Option<Voice>), Rows>,
    /// For each commitment, one for each verb.
    acts: Vec<Rows>,
    /// What was performed, by whose act it is; `None` where the line does not say.
    performed: BTreeMap<(CommitmentId, Option<Voice>), Rows>,
    denials: BTreeMap<usize, Vec<usize>>,
    none: Rows,
    end: Option<Moment>,
    /// No line tells a date, and none is asked about.
    dateless: bool,
    /// How far clocks can be apart from others: not at all where all that are told have an offset, or none.
    apart: i64,
    /// The widest of the stretches that are looked up by where they begin.
    widest: i64,
}

impl<'a> Ledger<'a> {
    /// What has no last moment had happened by the last minute that any line tells. A list without a date ends all the same,
    /// unless another moment is asked about.
    pub fn of(case: &Case, rows: &'a [Happened], as_of: Option<Moment>) -> Ledger<'a> {
        let told = rows.iter().flat_map(|row| row.time.from.into_iter().chain(row.time.to));
        let last = told.max_by_key(|moment| moment.listed());
        let dateless = last.is_none() && as_of.is_none();
        let end = last.or(dateless.then_some(Moment::at(0, 0, None)));
        let ended = |row: &Happened| Stretch { to: row.time.to.or(end), ..row.time };
        let mut ledger = Ledger {
            rows,
            times: rows.iter().map(ended).collect(),
            events: BTreeMap::new(),
            steps: BTreeMap::new(),
            agreed: BTreeMap::new(),
            decided: BTreeMap::new(),
            acts: vec![Rows::default(); case.commitments.len() * Verb::ALL.len()],
            performed: BTreeMap::new(),
            denials: BTreeMap::new(),
            none: Rows::default(),
            end,
            dateless,
            apart: 0,
            widest: 0,
        };
        ledger.measure(as_of);
        ledger.file(case);
        ledger.deny(case);
        ledger
    }

    fn measure(&mut self, as_of: Option<Moment>) {
        let told = |time: Stretch| time.from.into_iter().chain(time.to);
        let mut placed = self.times.iter().flat_map(|time| told(*time)).chain(as_of).map(Moment::is_placed);
        let first = placed.next();
        self.apart = if placed.all(|placed| Some(placed) == first) { 0 } else { APART };
        self.widest = self.times.iter().filter_map(|time| width(*time)).max().unwrap_or(0);
    }

    fn file(&mut self, case: &Case) {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by_key(|at| self.time(*at).from.map(Moment::listed));
        let (rows, times) = (self.rows, std::mem::take(&mut self.times));
        let told = |at: usize| Some((at, rows.get(at)?, *times.get(at)?));
        for (at, row, time) in order.into_iter().filter_map(told).filter(|(_, row, _)| !row.not) {
            let narrow = width(time).and(time.from).map(Moment::listed);
            let earlier =
                |first: usize| times.get(first).is_none_or(|before| (time.listed(), at) < (before.listed(), first));
            let push = |list: &mut Rows| {
                match narrow {
                    Some(from) => list.narrow.push((from, at)),
                    None => list.wide.push(at),
                }
                list.first = list.first.filter(|first| !earlier(*first)).or(Some(at));
            };
            match row.deed {
                Deed::Event(event) => {
                    chain(case, event).into_iter().for_each(|wider| push(self.events.entry(wider).or_default()));
                }
                Deed::Step(step) => push(self.steps.entry(step).or_default()),
                Deed::Agreed(issue, _) => push(self.agreed.entry(issue).or_default()),
                Deed::Decided(over, _) => {
                    voices(case, &row.by)
                        .into_iter()
                        .for_each(|who| push(self.decided.entry((over, who)).or_default()));
                }
                Deed::Act(verb, id) => {
                    self.acts.get_mut(act(verb, id)).into_iter().for_each(push);
                    if verb == Verb::Performed {
                        let whose = voices(case, &row.by);
                        whose.into_iter().for_each(|who| push(self.performed.entry((id, who)).or_default()));
                    }
                }
                Deed::Refused(_) => {}
            }
        }
        self.times = times;
    }

    fn deny(&mut self, case: &Case) {
        let denials: Vec<usize> = self.all().filter(|(_, row)| row.not).map(|(at, _)| at).collect();
        let mut denied: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for denial in denials {
            let Some(no) = self.row(denial) else { continue };
            let same = |deed: Deed| match (deed, no.deed) {
                (Deed::Event(event), Deed::Event(wider)) => chain(case, event).contains(&wider),
                (deed, other) => deed == other,
            };
            // It had not happened by then: what came after that is not denied.
            let to = self.time(denial).to;
            let reaches = |at| self.time(at).from.zip(to).is_none_or(|(from, to)| from.not_after(to) != Some(false));
            let hit = self.all().filter(|(at, row)| !row.not && same(row.deed) && reaches(*at)).map(|(at, _)| at);
            hit.for_each(|at| denied.entry(at).or_default().push(denial));
        }
        self.denials = denied;
    }

    /// The rows in file order.
    pub fn all(&self) -> impl Iterator<Item = (usize, &Happened)> {
        self.rows.iter().enumerate()
    }

    pub fn row(&self, at: usize) -> Option<&'a Happened> {
        self.rows.get(at)
    }

    /// Does no line tell a date, and is none asked about?
    pub fn is_dateless(&self) -> bool {
        self.dateless
    }

    /// The last moment that the list tells of.
    pub fn end(&self) -> Option<Moment> {
        self.end
    }

    /// The moment at which all of it has happened.
    pub fn whole(&self) -> Stretch {
        self.end.map(Stretch::moment).unwrap_or_default()
    }

    pub fn denials(&self, at: usize) -> &[usize] {
        self.denials.get(&at).map_or(&[], Vec::as_slice)
    }

    pub fn event(&self, event: EventId) -> &Rows {
        self.events.get(&event).unwrap_or(&self.none)
    }

    pub fn step(&self, step: StepId) -> &Rows {
        self.steps.get(&step).unwrap_or(&self.none)
    }

    pub fn agreed(&self, issue: IssueId) -> &Rows {
        self.agreed.get(&issue).unwrap_or(&self.none)
    }

    /// Decisions of somebody; `None`: of nobody who is named.
    pub fn decided(&self, over: Over, who: Option<Voice>) -> &Rows {
        self.decided.get(&(over, who)).unwrap_or(&self.none)
    }

    /// What was performed by somebody; `None`: by nobody who is named.
    pub fn performed(&self, id: CommitmentId, who: Option<Voice>) -> &Rows {
        self.performed.get(&(id, who)).unwrap_or(&self.none)
    }

    pub fn acts(&self, verb: Verb, commitment: CommitmentId) -> &Rows {
        self.acts.get(act(verb, commitment)).unwrap_or(&self.none)
    }

    /// The stretch of a row.
    pub fn time(&self, at: usize) -> Stretch {
        self.times.get(at).copied().unwrap_or_default()
    }

    pub fn by(&self, at: usize) -> &[Voice] {
        self.row(at).map_or(&[], |row| row.by.as_slice())
    }

    /// Had it happened no later than this?
    pub fn happened_by(&self, at: usize, then: Stretch) -> Known {
        let time = self.time(at);
        let known = Known::told(time.not_after(then), || self.order(vec![at]));
        known.and(|| self.undenied(at))
    }

    /// Is it reported, and not denied?
    pub fn undenied(&self, at: usize) -> Known {
        match self.denials(at) {
            [] => Known::Yes,
            denials => Known::Open(Why::rows(WhyOpen::Denied, [&[at], denials].concat())),
        }
    }

    /// Dates leave it open: one that is not told, or two that overlap.
    pub fn order(&self, rows: Vec<usize>) -> Why {
        let untold = |at: &usize| self.time(*at).from.is_none();
        let kind = if rows.iter().any(untold) { WhyOpen::Undated } else { WhyOpen::Order };
        Why::rows(kind, rows)
    }

    /// Those rows that may lie after the beginning of one stretch and before the end of another, and perhaps some that do not;
    /// those with a long stretch first, then by where they begin.
    pub fn between<'r>(&self, rows: &'r Rows, since: Stretch, by: Stretch) -> impl Iterator<Item = usize> + use<'r> {
        let begin = since.from.map_or(i64::MIN, |from| from.listed() - self.widest - self.apart);
        let end = by.to.map_or(i64::MAX, |to| to.listed().saturating_add(self.apart));
        let first = rows.narrow.partition_point(|(from, _)| *from < begin);
        let narrow = rows.narrow.get(first..).unwrap_or(&[]).iter().take_while(move |(from, _)| *from <= end);
        rows.wide.iter().copied().chain(narrow.map(|(_, at)| *at))
    }

    /// All of them, those that were last first.
    pub fn backwards<'r>(&self, rows: &'r Rows, then: Stretch) -> impl Iterator<Item = usize> + use<'r> {
        let end = then.to.map_or(i64::MAX, |to| to.listed().saturating_add(self.apart));
        let last = rows.narrow.partition_point(|(from, _)| *from <= end);
        rows.wide.iter().copied().chain(rows.narrow.get(..last).unwrap_or(&[]).iter().rev().map(|(_, at)| *at))
    }

    /// Does this row begin so late that it and all after it in its list come after that one? Never so of a long stretch, which
    /// stands in no order.
    pub fn far_beyond(&self, at: usize, that: usize) -> bool {
        let time = self.time(at);
        let from = time.from.map_or(i64::MIN, Moment::listed);
        width(time).is_some() && self.time(that).to.is_some_and(|to| from > to.listed().saturating_add(2 * self.apart))
    }
}

/// The place of what happened to a commitment.
fn act(verb: Verb, id: CommitmentId) -> usize {
    id.row() * Verb::ALL.len() + verb as usize
}

/// How wide a stretch is that is looked up by where it begins; a longer one, or one without both ends, is none.
fn width(time: Stretch) -> Option<i64> {
    let (from, to) = time.from.zip(time.to)?;
    Some(to.listed() - from.listed()).filter(|width| *width <= NARROW)
}

/// For whom those speak whose act it is: for themselves, and for the parties and bodies that they are of.
fn voices(case: &Case, by: &[Voice]) -> Vec<Option<Voice>> {
    let mut found: Vec<Option<Voice>> = if by.is_empty() { vec![None] } else { Vec::new() };
    for voice in by {
        let parties = case.parties_of(*voice).into_iter().map(Voice::Party);
        for one in std::iter::once(*voice).chain(parties).map(Some) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    found
}

impl Rows {
    /// The first of them: whose stretch ends first, then begins first, then stands first.
    pub fn first(&self) -> Option<usize> {
        self.first
    }

    pub fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.wide.iter().copied().chain(self.narrow.iter().map(|(_, at)| *at))
    }
}
