//! Has it been decided that something happened, and when does the clock start?

use super::Twin;
use super::kleene::{K, and, or};
use super::lines::{Line, not_after, order};
use super::occasions::Occasion;
use super::spans::{earlier, later, whole};
use zopa_case::{CommitmentId, Deed, Formula, Over, PowerKind, Quorum, StepId, Stretch, Trigger, Voice};

/// What one of those who decide has decided.
#[derive(Clone, Copy)]
struct Vote {
    so: K,
    /// When, if it was so decided.
    time: Option<Stretch>,
}

impl<'a> Twin<'a> {
    /// Who decides, and how many it takes. `None`: open.
    fn deciders(&self, id: CommitmentId) -> Option<(Quorum, Vec<Voice>)> {
        let told = &self.row(id)?.anatomy.deciders;
        if told.known().next().is_some() {
            return told.only().map(|told| (told.quorum, told.who.clone()));
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

    pub(super) fn decided(&self, id: CommitmentId, occasion: &Occasion) -> K {
        if occasion.nothing_told() {
            return Some(true);
        }
        let (quorum, who) = self.deciders(id)?;
        let votes: Vec<K> = who.iter().map(|one| self.vote(id, *one, occasion).so).collect();
        let (all, one) = (and(votes.iter().copied()), or(votes.iter().copied()));
        match quorum {
            Quorum::All => all,
            Quorum::Any => one,
            Quorum::Unsaid if all == Some(true) || one == Some(false) => all,
            Quorum::Unsaid => None,
        }
    }

    /// By the first line of his that counts: of those that may, up to the first that certainly does.
    fn vote(&self, id: CommitmentId, one: Voice, occasion: &Occasion) -> Vote {
        let mut lines = self.votes(id, one, occasion);
        lines.sort_by_key(|(line, _)| (order(line.time), line.number));
        let certain = lines.iter().position(|(_, counts)| *counts == Some(true));
        lines.truncate(certain.map_or(lines.len(), |place| place + 1));
        let so = |line: &Line| matches!(line.row.deed, Deed::Decided(_, false));
        let times: Vec<Stretch> = lines.iter().filter(|(line, _)| so(line)).map(|(line, _)| line.time).collect();
        let vote = match (times.is_empty(), times.len() == lines.len() && certain.is_some()) {
            (true, _) => Some(false),
            (false, all) => all.then_some(true),
        };
        Vote { so: vote, time: whole(&times) }
    }

    /// The lines that may count as his, and whether each does.
    fn votes(&self, id: CommitmentId, one: Voice, occasion: &Occasion) -> Vec<(Line<'a>, K)> {
        let mut lines =
            self.list.all(|row| matches!(row.deed, Deed::Decided(over, _) if self.is_over(id, over, occasion)));
        lines.retain(|line| not_after(occasion.time, line.time) != Some(false));
        let his = |line: &Line| match line.row.by.is_empty() {
            true => None,
            false => Some(self.list.is_of(line.row, one)),
        };
        let counts = |line: Line<'a>| (line, and([his(&line), self.list.happened(&line, self.now)]));
        lines.into_iter().map(counts).filter(|(_, counts)| *counts != Some(false)).collect()
    }

    fn is_over(&self, id: CommitmentId, over: Over, occasion: &Occasion) -> bool {
        match (over, occasion.of) {
            (Over::Commitment(other), _) => other == id,
            (Over::Event(wide), Some(Trigger::Event(_))) => match occasion.line.map(|line| line.row.deed) {
                Some(Deed::Event(event)) => self.list.lies_within(event, wide),
                _ => false,
            },
            (Over::Step(step), Some(Trigger::Condition { formula, .. })) => is_or_part(formula, step),
            _ => false,
        }
    }

    /// The later of the occasion and the decision; with the occasion where none is needed, or it is open who decides. `None`:
    /// it is certainly not decided.
    pub(super) fn clock(&self, id: CommitmentId, occasion: &Occasion) -> Option<Stretch> {
        let needed = self.deciders(id).filter(|_| !occasion.nothing_told());
        let Some((quorum, who)) = needed else { return Some(occasion.time) };
        if self.decided(id, occasion) == Some(false) {
            return None;
        }
        let votes: Vec<Vote> = who.iter().map(|one| self.vote(id, *one, occasion)).collect();
        decision(quorum, &votes).map(|decision| later(occasion.time, decision))
    }
}

/// When it was decided.
fn decision(quorum: Quorum, votes: &[Vote]) -> Option<Stretch> {
    let times = || votes.iter().filter_map(|vote| vote.time);
    match quorum {
        Quorum::All => times().reduce(later),
        Quorum::Any => {
            let certain =
                votes.iter().filter(|vote| vote.so == Some(true)).filter_map(|vote| vote.time).reduce(earlier);
            let all = times().reduce(earlier)?;
            Some(Stretch { from: all.from, to: certain.unwrap_or(all).to })
        }
        Quorum::Unsaid => whole(&times().collect::<Vec<_>>()),
    }
}

/// Is the step the condition, or one of its parts joined by `or`?
fn is_or_part(formula: &Formula, step: StepId) -> bool {
    match formula {
        Formula::Taken(taken) => *taken == step,
        Formula::Or(parts) => parts.iter().any(|part| is_or_part(part, step)),
        _ => false,
    }
}
