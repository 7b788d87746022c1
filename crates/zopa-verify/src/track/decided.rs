//! Has it been decided that something happened, and when does the clock start?

use super::Twin;
use super::kleene::{K, and, or};
use super::lines::{Line, not_after, order};
use super::occasions::Occasion;
use zopa_case::{CommitmentId, Deed, Happened, Over, PowerKind, Quorum, Stretch, Trigger, Voice};

/// What one of those who decide has decided, and in which line.
type Vote<'a> = (K, Option<Line<'a>>);

impl<'a> Twin<'a> {
    /// Who decides, and how many it takes. `None`: open.
    fn deciders(&self, id: CommitmentId) -> Option<(Quorum, Vec<Voice>)> {
        if let Some(told) = self.row(id)?.anatomy.deciders.only() {
            return Some((told.quorum, told.who.clone()));
        }
        let mut who: Vec<Voice> = Vec::new();
        let powers = self.powers(id).filter(|power| power.kind == PowerKind::Determine);
        for voice in powers.flat_map(|power| &power.holders) {
            if !who.contains(voice) {
                who.push(*voice);
            }
        }
        (!who.is_empty()).then_some((Quorum::Unsaid, who))
    }

    /// What has no trigger, and is nobody's remedy, needs no decision.
    fn needs_none(&self, id: CommitmentId) -> bool {
        self.remedied(id).is_empty() && self.row(id).is_none_or(|row| row.anatomy.trigger.known().next().is_none())
    }

    pub(super) fn decided(&self, id: CommitmentId, occasion: &Occasion) -> K {
        if self.needs_none(id) {
            return Some(true);
        }
        let (quorum, who) = self.deciders(id)?;
        let votes: Vec<K> = who.iter().map(|one| self.vote(id, *one, occasion).0).collect();
        match quorum {
            Quorum::All => and(votes),
            Quorum::Any => or(votes),
            Quorum::Unsaid => {
                let (all, none) = (and(votes.iter().copied()), or(votes.iter().copied()));
                if all == Some(true) {
                    all
                } else if none == Some(false) {
                    none
                } else {
                    None
                }
            }
        }
    }

    /// The first line of theirs, by the moment asked about, that is about it. Where there is none, one that does not say
    /// whose act it was leaves it open.
    fn vote(&self, id: CommitmentId, one: Voice, occasion: &Occasion) -> Vote<'a> {
        let over = |row: &Happened| matches!(row.deed, Deed::Decided(over, _) if self.is_over(id, over, occasion));
        let mut lines = self.list.all(over);
        lines.retain(|line| not_after(occasion.time, line.time) != Some(false));
        lines.retain(|line| not_after(line.time, self.now) != Some(false));
        let mut theirs = lines.clone();
        theirs.retain(|line| self.list.is_of(line.row, one));
        lines.retain(|line| line.row.by.is_empty());
        match (self.list.first(&theirs), self.list.first(&lines)) {
            (Some(line), _) => {
                let so = !matches!(line.row.deed, Deed::Decided(_, true));
                (and([Some(so), self.list.happened(&line, self.now)]), Some(line))
            }
            (None, Some(line)) => (None, Some(line)),
            (None, None) => (Some(false), None),
        }
    }

    fn is_over(&self, id: CommitmentId, over: Over, occasion: &Occasion) -> bool {
        match (over, occasion.of) {
            (Over::Commitment(other), _) => other == id,
            (Over::Event(wide), Some(Trigger::Event(_))) => match occasion.line.map(|line| line.row.deed) {
                Some(Deed::Event(event)) => self.list.lies_within(event, wide),
                _ => false,
            },
            (Over::Step(step), Some(Trigger::Condition { formula, .. })) => formula.steps().contains(&step),
            _ => false,
        }
    }

    /// The later of the occasion and the last decision that it takes; with the occasion where it is open who decides.
    pub(super) fn clock(&self, id: CommitmentId, occasion: &Occasion) -> Option<Stretch> {
        let needed = self.deciders(id).filter(|_| !self.needs_none(id));
        let Some((quorum, who)) = needed else { return Some(occasion.time) };
        if self.decided(id, occasion) == Some(false) {
            return None;
        }
        let for_it = |line: &Line| matches!(line.row.deed, Deed::Decided(_, false));
        let mut lines: Vec<Line> =
            who.iter().filter_map(|one| self.vote(id, *one, occasion).1).filter(for_it).collect();
        lines.sort_by_key(|line| (order(line.time), line.number));
        let last = if quorum == Quorum::Any { lines.first() } else { lines.last() };
        Some(last.map_or(occasion.time, |line| later(occasion.time, line.time)))
    }
}

fn later(a: Stretch, b: Stretch) -> Stretch {
    let from = a.from.into_iter().chain(b.from).max_by_key(|moment| moment.listed());
    let to = a.to.zip(b.to).map(|(a, b)| if a.listed() >= b.listed() { a } else { b });
    Stretch { from, to }
}
