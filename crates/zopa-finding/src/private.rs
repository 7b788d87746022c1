//! What stays at the desk: does a brief count private material, and what would a reader of the public one not see?

use crate::{CaseHead, Chosen, Firmness, HingeKind, Level, Presence, Quote, Verdict};
use serde::{Deserialize, Serialize};

/// What a brief has to do with private material.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PrivateState {
    /// None is counted, and nothing is said of any: there is none, or nobody asked.
    #[default]
    Unsaid,
    /// None is counted, and the brief says that there is some.
    Mentioned,
    /// It is counted: the brief is for the desk alone.
    Counted,
}

impl PrivateState {
    /// Is it the state of a brief that knows nothing of private material?
    pub fn is_unsaid(&self) -> bool {
        *self == PrivateState::Unsaid
    }
}

/// The version of this format.
pub const LEAKS_FORMAT: &str = "zopa-leaks/1";

/// A limit by what it says: its name may differ between two briefs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LimitTold {
    /// Its holder, by name.
    pub holder: String,
    /// The condition, in the language of the case.
    pub condition: String,
}

/// What two briefs say of one thing; `None`: that brief has it not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sides<T> {
    /// In the public brief.
    pub public: Option<T>,
    /// In the private one.
    pub private: Option<T>,
}

/// One thing on which two briefs differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leak<W, T> {
    /// What it is.
    pub what: W,
    /// What each says of it.
    pub told: Sides<T>,
}

/// Something that the private brief has and the public one has not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// Which list it belongs to.
    pub list: AbsentList,
    /// Its name; of an option, `ISSUE = OPTION`.
    pub name: String,
    /// Its title.
    pub title: String,
}

/// A list of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AbsentList {
    /// Claims and suppositions.
    Claim,
    /// Sources.
    Source,
    /// Questions, stated and implied.
    Question,
    /// Parties and bodies.
    Party,
    /// Persons and unnamed groups.
    Speaker,
    /// Issues.
    Issue,
    /// Options of an issue that the public brief has.
    Option,
    /// Rounds.
    Round,
    /// Tracks.
    Track,
    /// Rules, at the margin or reported.
    Rule,
    /// Steps and gates.
    Step,
    /// Commitments.
    Commitment,
}

/// In what a public brief and the private one differ, under the same choices. For the desk alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaks {
    /// [`LEAKS_FORMAT`].
    pub format: String,
    /// Always [`PrivateState::Counted`].
    pub private: PrivateState,
    /// Are unconfirmed claims counted in both?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
    /// Do reports that were found to be made from another count as copies in both?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub found_copies: bool,
    /// Do origins that were found count in both?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub found_origins: bool,
    /// The case.
    pub case: CaseHead,
    /// The user's choices.
    pub chosen: Chosen,
    /// Does anything fit? Both, alike or not.
    pub verdict: Sides<Verdict>,
    /// How many readings; both, alike or not.
    pub readings: Sides<u64>,
    /// Clashes, by their limits, that are in one alone or not in the same readings.
    pub clashes: Vec<Leak<Vec<LimitTold>, Presence>>,
    /// Knots, by their issues, that hold other clashes in each: how many.
    pub knots: Vec<Leak<Vec<String>, u32>>,
    /// Whose changes, together, would be enough: parties by name, in one alone or not in the same readings.
    pub enough: Vec<Leak<Vec<String>, Presence>>,
    /// What shuts an offer or acceptance out: the claim by name, and the limits.
    pub shut_out: Vec<Leak<(String, Vec<LimitTold>), Presence>>,
    /// What the answers turn on, where other answers change.
    pub hinges: Vec<Leak<(HingeKind, String), Vec<Level>>>,
    /// Limits in one alone, or of other firmness.
    pub limits: Vec<Leak<LimitTold, Vec<Firmness>>>,
    /// Claims of both that do not rest on the same number of origins: how many.
    pub origins: Vec<Leak<String, u32>>,
    /// What the public brief has not, list by list.
    pub absent: Vec<Absent>,
    /// Words that the public brief has not, by their numbers in the private one.
    pub quotes: Vec<Quote>,
}
