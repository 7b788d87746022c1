//! Which openings are there, the smallest first?
//!
//! The proof says how few can be given up; each opening of that size is told to the solver, so that the next world gives
//! up another. When there is no other, one more has to be given up. Listed so, each is minimal: what lies within it
//! would be smaller, and was listed before, or leaves no world.

use super::{BASE, Query, Search};
use crate::oracle::Oracle;
use crate::set::{Set, set_of, sorted};

/// Openings, by size, then file order.
pub(crate) struct Openings {
    /// Minimal sets of soft elements whose giving up leaves a world.
    pub found: Vec<Set>,
    /// There is no other.
    pub complete: bool,
}

impl Search {
    /// The openings of a query, up to so many of them and so many questions to the solver; of the largest size listed
    /// there may be others then.
    pub fn openings(&mut self, oracle: &mut Oracle, query: &Query, most: usize, calls: u64) -> Openings {
        let mut proof = self.begin(oracle, query, BASE);
        let gate = oracle.gate();
        let until = oracle.calls() + calls;
        let mut found: Vec<Set> = Vec::new();
        let complete = loop {
            if found.len() >= most || oracle.calls() >= until {
                break false;
            }
            match oracle.beyond(&proof.on(query), &proof.bounds(), gate) {
                Ok(met) => {
                    let opening = set_of(query.soft.len(), query.soft.difference(&met));
                    self.known.put_world(met);
                    oracle.pass(gate, &opening);
                    let nothing_to_open = opening.is_clear();
                    found.push(opening);
                    if nothing_to_open {
                        break true;
                    }
                }
                Err(core) => {
                    if !proof.learn(oracle, query, core) {
                        break true;
                    }
                }
            }
        };
        oracle.close(gate);
        Openings { found: sorted(found), complete }
    }
}
