//! What is known of the elements? Worlds by what they meet, and what fails together.

use super::Query;
use crate::oracle::{Bound, Fails};
use crate::set::Set;
use std::collections::BTreeSet;

/// Facts about the elements of one oracle, in the order in which they were found.
#[derive(Default)]
pub(super) struct Known {
    worlds: Vec<Set>,
    seen: BTreeSet<Set>,
    cores: Vec<Fails>,
}

impl Known {
    /// A world by what it meets.
    pub fn put_world(&mut self, met: Set) {
        if self.seen.insert(met.clone()) {
            self.worlds.push(met);
        }
    }

    /// All worlds, by what they meet.
    pub fn worlds(&self) -> impl Iterator<Item = &Set> {
        self.worlds.iter()
    }

    /// What fails together.
    pub fn put_core(&mut self, core: Fails) {
        self.cores.push(core);
    }

    /// A world that leaves the hard elements as they are and gives up so many of the soft at most.
    pub fn world(&self, query: &Query, most: usize) -> Option<&Set> {
        let serves = |met: &&Set| query.hard.is_subset(met) && query.soft.difference_count(met) <= most;
        self.worlds.iter().find(serves)
    }

    /// A world that meets all of these.
    pub fn meeting(&self, on: &Set) -> Option<&Set> {
        self.worlds.iter().find(|met| on.is_subset(met))
    }

    /// What is known to fail among these elements with these bounds, the bounds named as they are asked here: that with
    /// the fewest members that are not hard.
    pub fn core(&self, on: &Set, bounds: &[Bound], hard: &Set) -> Option<Fails> {
        let applies =
            |core: &&Fails| core.elements.is_subset(on) && core.bounds.iter().all(|b| at(bounds, b).is_some());
        let best = self.cores.iter().filter(applies);
        let best = best.min_by_key(|core| core.elements.difference_count(hard) + core.bounds.len())?;
        let bounds = best.bounds.iter().filter_map(|bound| at(bounds, bound)).collect();
        Some(Fails { elements: best.elements.clone(), bounds })
    }

    /// Elements that fail by themselves, among these.
    pub fn clashes<'s>(&'s self, on: &'s Set) -> impl Iterator<Item = &'s Set> {
        let alone = self.cores.iter().filter(|core| core.bounds.is_empty());
        alone.map(|core| &core.elements).filter(|elements| elements.is_subset(on))
    }
}

/// The bound among these that is at least as strict as this one.
fn at(bounds: &[Bound], bound: &Bound) -> Option<Bound> {
    bounds.iter().copied().find(|other| other.count == bound.count && other.below <= bound.below)
}
