//! Why does nothing fit, what would have to change, whose changes would be enough, what does it turn on?

use crate::Basis;
use serde::{Deserialize, Serialize};

/// How many openings of a knot come with a world: a person reads a few, and a list may hold thousands.
pub const WORLDS: usize = 100;

/// One question set to one answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Setting {
    /// The question's name.
    pub question: String,
    /// The answer's name.
    pub answer: String,
}

/// In which readings is something so?
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "in")]
pub enum Presence {
    /// In every reading asked about.
    Every,
    /// In some: in those where one of these lists of settings holds (all settings of a list together).
    /// Empty where no short description was found.
    Some {
        /// The shortest descriptions found, in file order.
        when: Vec<Vec<Setting>>,
    },
    /// In none.
    Never,
}

/// Does anything fit all that was said?
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "verdict")]
pub enum Verdict {
    /// Some package fits, in every reading.
    Fits,
    /// None fits, in any reading.
    NothingFits,
    /// It depends on the reading: something fits where `fits` says.
    Depends {
        /// Where something fits.
        fits: Presence,
    },
    /// The rules of the case alone cannot all hold; nobody's statement is at fault.
    RulesContradict {
        /// The rules concerned, as written.
        rules: Vec<String>,
    },
}

/// A witness: one option for each issue, the steps taken, in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct World {
    /// `(issue, option)` for each issue with options, in file order.
    pub package: Vec<(String, String)>,
    /// The optional steps and gates taken and the others, first to last.
    pub steps: Vec<String>,
}

/// Is a list all there is?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "list")]
pub enum Completeness {
    /// Every member is listed, and the list is proved complete.
    Complete,
    /// A count of work was reached: at least these.
    AtLeast,
}

/// A minimal set of stated limits that cannot all stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clash {
    /// From the names of its limits; stable while they are.
    pub id: String,
    /// Its limits, by name.
    pub limits: Vec<String>,
    /// Parties and bodies that hold them, by name.
    pub holders: Vec<String>,
    /// Issues its limits speak of, by name.
    pub issues: Vec<String>,
    /// In which readings it is a clash.
    pub presence: Presence,
    /// Sources each of which alone carries one of its limits: set aside, the clash goes.
    pub rests_on: Vec<String>,
    /// The claims it rests on.
    pub basis: Basis,
}

/// A minimal set of stated limits of one knot, which, given up, leave no contradiction in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opening {
    /// Its limits, by name.
    pub limits: Vec<String>,
    /// Parties and bodies that hold them, by name.
    pub holders: Vec<String>,
    /// The first world in file order that breaks exactly these limits of the knot, and meets every limit that is in
    /// no clash. Absent where no one world serves every reading left open, and beyond the first [`WORLDS`] openings of
    /// a knot.
    pub world: Option<World>,
    /// The claims it rests on.
    pub basis: Basis,
}

/// Parties and bodies whose changes, together, would be enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Enough {
    /// By name, in file order.
    pub parties: Vec<String>,
    /// In which readings they are enough.
    pub presence: Presence,
}

/// Clashes that share a limit, directly or through others: on the page, a question between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Knot {
    /// From the names of the issues it is about, numbered where several are about the same; `steps` where none is.
    pub id: String,
    /// Its clashes, by id.
    pub clashes: Vec<String>,
    /// Issues its clashes speak of, by name.
    pub issues: Vec<String>,
    /// Parties and bodies in it, by name.
    pub holders: Vec<String>,
    /// In which readings two of its clashes that are apart in some reading (both there, in two knots) are together in
    /// one. `Every` where no two of them are ever apart.
    pub joined: Presence,
    /// Enough in every reading left open: one row is one way. By size, then file order.
    pub openings: Vec<Opening>,
    /// Are all openings listed?
    pub complete: Completeness,
    /// Whose changes would be enough for this knot alone.
    pub enough: Vec<Enough>,
}

/// What shuts an offer or a reported acceptance out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShutOut {
    /// The claim that carries the offer or acceptance, by name.
    pub claim: String,
    /// Who offers or accepts, by name.
    pub holders: Vec<String>,
    /// `true` for an offer, `false` for an acceptance.
    pub offer: bool,
    /// The statement that offers or accepts it, as written.
    pub asked: String,
    /// Every claim that carries this offer or acceptance.
    pub basis: Basis,
    /// In which readings the offer or acceptance is held at all.
    pub held: Presence,
    /// The minimal sets of limits that no world with it meets. Empty: nothing shuts it out.
    pub sets: Vec<ShutOutSet>,
    /// Are all sets listed?
    pub complete: Completeness,
}

/// One minimal set of limits that shuts an offer out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShutOutSet {
    /// Its limits, by name.
    pub limits: Vec<String>,
    /// Parties and bodies that hold them, by name.
    pub holders: Vec<String>,
    /// In which readings.
    pub presence: Presence,
    /// The claims it rests on.
    pub basis: Basis,
}

/// What kind of thing decides?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum HingeKind {
    /// A contested point.
    Question,
    /// A source, with those that copy it.
    Source,
    /// An origin: where a chain of telling ends.
    Origin,
}

/// Which answer changes first, in the order in which answers matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Whether anything fits.
    Fits,
    /// Whose changes would be enough.
    Enough,
    /// Which knots are joined or separated.
    Knots,
    /// Which clashes there are.
    Clashes,
    /// What is shut out.
    ShutOut,
}

/// A question, source or origin on which an answer turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hinge {
    /// Its kind.
    pub kind: HingeKind,
    /// The name of the question, source or origin.
    pub name: String,
    /// The first answer that changes.
    pub first: Level,
    /// Every answer that changes.
    pub changes: Vec<Level>,
    /// What is so under each answer; for a source or origin: counted, then set aside.
    pub effects: Vec<Effect>,
    /// The claims that go or come with it.
    pub basis: Basis,
}

/// What is so under one answer of a hinge, the other questions left as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Effect {
    /// The answer's name; `counted` or `set-aside` for a source or origin.
    pub answer: String,
    /// Does anything fit under it?
    pub verdict: Verdict,
    /// Clashes so in every reading under it, by id.
    pub every: Vec<String>,
    /// Clashes so in some, not all, readings under it, by id.
    pub some: Vec<String>,
    /// Clashes of the open view that are in no reading under it, by id.
    pub gone: Vec<String>,
    /// Clashes that arise only so and are in no reading of the open view, as their limits.
    pub new: Vec<Vec<String>>,
    /// Minimal sets of parties that are enough in every reading under it.
    pub enough: Vec<Vec<String>>,
    /// The knots, as lists of issues, that the clashes present in some reading under it make.
    pub knots: Vec<Vec<String>>,
    /// Claims whose offers or acceptances are shut out in some reading under it.
    pub shut_out: Vec<String>,
}

/// All answers that depend on claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    /// How many readings there are, all switches together.
    pub readings: u64,
    /// Does anything fit?
    pub verdict: Verdict,
    /// A world that fits, in the first reading in file order in which one does.
    pub witness: Option<World>,
    /// Limits that no package can meet by themselves, by name: clashes of one member, told apart.
    pub impossible: Vec<String>,
    /// Every clash of some reading: by size, then file order.
    pub clashes: Vec<Clash>,
    /// Are all clashes listed?
    pub complete: Completeness,
    /// The clashes by knot.
    pub knots: Vec<Knot>,
    /// Whose changes, together, would be enough for all of it.
    pub enough: Vec<Enough>,
    /// What shuts the offers and acceptances out.
    pub shut_out: Vec<ShutOut>,
    /// What the answers turn on, most consequential first.
    pub hinges: Vec<Hinge>,
}
