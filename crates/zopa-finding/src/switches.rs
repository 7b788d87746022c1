//! What would the answer be with the switches set otherwise? Every answer at every setting, to be looked up.
//!
//! The page that changes in place and the command line that is asked with `--assume` tell the same: [`Switches::answer`]
//! puts together, for a setting, the very answer that is given under it.

use crate::{
    Answer, Basis, Cell, Clash, Completeness, Diagram, Enough, HingeKind, Level, Opening, Presence, ShutOut, Verdict,
    World,
};
use serde::{Deserialize, Serialize};

/// Which switches can be set together?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Together {
    /// Every question, and with them one source or origin set aside.
    All,
    /// Every question; a source is set aside with every question open.
    Questions,
    /// One switch at a time: there are too many readings.
    One,
}

/// A switch: a question left open, or a source that alone carries something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Switch {
    /// A question or a source; an origin has a place in the table and no switch of its own.
    pub kind: HingeKind,
    /// Its name.
    pub name: String,
    /// The names of its answers; for a source or origin the one answer `set-aside`. Beside them a switch stands open, or
    /// counted.
    pub answers: Vec<String>,
    /// Its place in a setting.
    pub place: u32,
    /// The value of its first answer at that place, those of the others following. Open, or counted: 0.
    pub first: u32,
}

/// A clash at one setting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClashState {
    /// In which readings: a position in [`Switches::presences`].
    pub presence: u32,
    /// As in [`Clash::rests_on`]; not told where a source is set aside.
    pub rests_on: Vec<String>,
}

/// An opening at one setting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpeningState {
    /// Its limits.
    pub limits: Vec<String>,
    /// Who holds them.
    pub holders: Vec<String>,
    /// Its world: a position in [`Switches::worlds`].
    pub world: Option<u32>,
    /// The claims it rests on.
    pub basis: Basis,
}

/// A set of parties that would be enough, at one setting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EnoughState {
    /// By name.
    pub parties: Vec<String>,
    /// In which readings: a position in [`Switches::presences`].
    pub presence: u32,
}

/// A knot at one setting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnotState {
    /// Its clashes.
    pub clashes: Vec<String>,
    /// What it is about.
    pub issues: Vec<String>,
    /// Who is in it.
    pub holders: Vec<String>,
    /// Where its clashes are joined: a position in [`Switches::presences`].
    pub joined: u32,
    /// Its openings: positions in [`Switches::openings`]. With an origin set aside they are not listed.
    pub openings: Vec<u32>,
    /// Are all of them listed?
    pub complete: bool,
    /// Whose changes would be enough for it.
    pub enough: Vec<EnoughState>,
}

/// A clash, and where to look up what is so of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClashColumn {
    /// The clash.
    pub id: String,
    /// Its state: a position in [`Switches::states`].
    pub state: Cell,
}

/// An offer or acceptance, and where to look up what shuts it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShutColumn {
    /// The offer, and every set that shuts it out at some setting; the presences in it count for nothing.
    pub entry: ShutOut,
    /// Where it is held: a position in [`Switches::presences`].
    pub held: Cell,
    /// For each set of the entry where it shuts the offer out.
    pub sets: Vec<Cell>,
}

/// A question, source or origin, and where to look up what turns on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HingeColumn {
    /// Its kind.
    pub kind: HingeKind,
    /// Its name.
    pub name: String,
    /// The answers that change: a position in [`Switches::levels`].
    pub levels: Cell,
    /// The claims that go or come with it.
    pub basis: Basis,
}

/// Every answer at every setting. A setting has a number for each place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Switches {
    /// Which switches can be set together.
    pub together: Together,
    /// How many values each place has.
    pub places: Vec<u32>,
    /// The questions left open in file order, the sources, then the origins that alone carry something.
    pub switches: Vec<Switch>,
    /// The table.
    pub diagram: Diagram,
    /// Whether anything fits: a position in `verdicts`.
    pub verdict: Cell,
    /// A world that fits: 0 for none, else a position in `worlds` and one.
    pub witness: Cell,
    /// The clashes of all settings, by size, then file order.
    pub clashes: Vec<ClashColumn>,
    /// Those of them that arise only with something set aside.
    pub more: Vec<Clash>,
    /// The knots: for each family of clashes that hang together at any setting a position in `knot_lists`. In one
    /// setting a family may be several knots, or none.
    pub knots: Vec<Cell>,
    /// Whose changes would be enough: a position in `enough_lists`.
    pub enough: Cell,
    /// The offers and acceptances.
    pub shut_out: Vec<ShutColumn>,
    /// What answers turn on.
    pub hinges: Vec<HingeColumn>,
    /// What the columns point at.
    pub presences: Vec<Presence>,
    /// Of verdicts.
    pub verdicts: Vec<Verdict>,
    /// Of worlds.
    pub worlds: Vec<World>,
    /// Of clashes.
    pub states: Vec<ClashState>,
    /// Of openings.
    pub openings: Vec<OpeningState>,
    /// Of knots.
    pub knot_states: Vec<KnotState>,
    /// Of the knots of a family at a setting: positions in `knot_states`.
    pub knot_lists: Vec<Vec<u32>>,
    /// Of all sets that would be enough at a setting.
    pub enough_lists: Vec<Vec<EnoughState>>,
    /// Of the answers that change.
    pub levels: Vec<Vec<Level>>,
}

impl Switches {
    /// The table of an answer with nothing left to set.
    pub fn fixed(answer: &Answer) -> Switches {
        let mut presences = vec![Presence::Never];
        let mut presence = |found: &Presence| {
            let known = presences.iter().position(|other| other == found);
            known.unwrap_or_else(|| {
                presences.push(found.clone());
                presences.len() - 1
            }) as u32
        };
        let mut enough = |list: &[Enough]| -> Vec<EnoughState> {
            let one = |e: &Enough| EnoughState { parties: e.parties.clone(), presence: presence(&e.presence) };
            list.iter().map(one).collect()
        };
        let enough_lists = vec![enough(&answer.enough)];
        let knot_enough: Vec<Vec<EnoughState>> = answer.knots.iter().map(|knot| enough(&knot.enough)).collect();
        let states =
            answer.clashes.iter().map(|c| ClashState { presence: presence(&c.presence), rests_on: c.rests_on.clone() });
        let states: Vec<ClashState> = states.collect();
        let (mut openings, mut worlds) = (Vec::new(), Vec::new());
        let mut opening = |opening: &Opening| {
            let world = opening.world.clone().map(|world| {
                worlds.push(world);
                worlds.len() as u32 - 1
            });
            let (limits, holders, basis) = (opening.limits.clone(), opening.holders.clone(), opening.basis.clone());
            openings.push(OpeningState { limits, holders, world, basis });
            openings.len() as u32 - 1
        };
        let knot_states = answer.knots.iter().zip(knot_enough).map(|(knot, enough)| KnotState {
            clashes: knot.clashes.clone(),
            issues: knot.issues.clone(),
            holders: knot.holders.clone(),
            joined: presence(&knot.joined),
            openings: knot.openings.iter().map(&mut opening).collect(),
            complete: knot.complete == Completeness::Complete,
            enough,
        });
        let knot_states: Vec<KnotState> = knot_states.collect();
        let shut_out = answer.shut_out.iter().map(|entry| ShutColumn {
            entry: entry.clone(),
            held: Cell::value(presence(&entry.held)),
            sets: entry.sets.iter().map(|set| Cell::value(presence(&set.presence))).collect(),
        });
        let shut_out: Vec<ShutColumn> = shut_out.collect();
        let witness = answer.witness.clone().map_or(0, |world| {
            worlds.push(world);
            worlds.len() as u32
        });
        let nth = |n: usize| Cell::value(n as u32);
        let clashes = answer.clashes.iter().enumerate();
        Switches {
            together: Together::All,
            places: vec![1],
            switches: Vec::new(),
            diagram: Diagram::default(),
            verdict: nth(0),
            witness: Cell::value(witness),
            clashes: clashes.map(|(n, clash)| ClashColumn { id: clash.id.clone(), state: nth(n) }).collect(),
            more: Vec::new(),
            knots: (0..knot_states.len()).map(nth).collect(),
            enough: nth(0),
            shut_out,
            hinges: Vec::new(),
            verdicts: vec![answer.verdict.clone()],
            knot_lists: (0..knot_states.len() as u32).map(|n| vec![n]).collect(),
            presences,
            worlds,
            states,
            openings,
            knot_states,
            enough_lists,
            levels: vec![Vec::new()],
        }
    }
}
