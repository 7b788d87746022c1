//! What changed since an earlier state of the case?
//!
//! Two states of one case are compared: as of two rounds, or as a saved brief has it and as it is now. Nothing here
//! needs the tables of either: a state may hold limits, claims and names that the other lacks.

use crate::{Basis, Brief, Chosen, Enough, Presence, PrivateState, Verdict};
use serde::{Deserialize, Serialize};

/// Which state of the case?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum CaseState {
    /// As of a round: what was said up to it, and what has no round.
    Round {
        /// The round, by name.
        round: String,
    },
    /// As a brief that was saved has it.
    Saved {
        /// The date of the case then, as written.
        as_of: Option<String>,
        /// The choices it was made under.
        chosen: Chosen,
        /// Did it count private material, or speak of it?
        #[serde(default, skip_serializing_if = "PrivateState::is_unsaid")]
        private: PrivateState,
        /// Did it count unconfirmed claims?
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        unconfirmed: bool,
        /// Did reports that were found to be made from another count as copies in it?
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        found_copies: bool,
        /// Did origins that were found count in it?
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        found_origins: bool,
    },
    /// As it is now.
    Present,
}

/// How did one position change?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Shift {
    /// The earlier limit implies the later one, rules of the case taken as given.
    Softened,
    /// The later limit implies the earlier one.
    Hardened,
    /// Neither, over the same issues; or the two cannot be compared, since names that the earlier one uses are gone.
    Changed,
    /// A limit or an offer that a later claim supersedes or lets expire, and nothing of the same holder over the same
    /// issues is said in its place.
    Withdrawn,
    /// A later claim says that it takes the place of this one, and neither a comparison of limits nor a withdrawal
    /// tells it.
    Superseded,
    /// Nobody denied it; somebody does.
    NewlyDenied,
    /// Said again, in the same words or in others: each of the two limits implies the other.
    Restated,
    /// A later round has been held, and it was not said again.
    NotRepeated,
}

/// Something said, told without any table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Worded {
    /// In the words of the case: the title of the claim that first carries it.
    pub title: String,
    /// The condition, in the language of the case; empty for what is no limit.
    pub condition: String,
    /// The claims that carry it, by name.
    pub claims: Vec<String>,
}

/// One change of one position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PositionShift {
    /// The party or body, by name; none where the claim carries no statement of any.
    pub party: Option<String>,
    /// How it changed.
    pub shift: Shift,
    /// The issues it speaks of, by name.
    pub issues: Vec<String>,
    /// What was said before.
    pub before: Option<Worded>,
    /// What is said in its place; for what is denied, superseded or not repeated, nothing.
    pub after: Option<Worded>,
    /// The later claims that deny it, supersede it or let it expire, by name.
    pub by: Vec<String>,
    /// For what is not repeated: the last round in which it was said, by name.
    pub round: Option<String>,
    /// Names in the earlier condition that the case no longer has, where that is why the two are not compared.
    pub unknown: Vec<String>,
    /// The claims it rests on.
    pub basis: Basis,
}

/// A limit of a clash, told without any table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeldLimit {
    /// Who holds it, by name.
    pub holder: String,
    /// What it is.
    pub limit: Worded,
}

/// A clash that is in one of the two states and not in the other, or in every reading of one and only in some of the
/// other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClashShift {
    /// Its limits.
    pub limits: Vec<HeldLimit>,
    /// Parties and bodies that hold them, by name.
    pub holders: Vec<String>,
    /// Issues its limits speak of, by name.
    pub issues: Vec<String>,
    /// In which readings it was a clash before; none: it was not.
    pub before: Option<Presence>,
    /// In which readings it is one after; none: it is not.
    pub after: Option<Presence>,
    /// The claims it rests on.
    pub basis: Basis,
}

/// Is an offer or acceptance shut out?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OfferState {
    /// It is not made in any reading.
    NotMade,
    /// Nothing shuts it out, in any reading.
    NotShutOut,
    /// Stated limits or the rules shut it out in some reading.
    ShutOut,
}

/// An offer or acceptance that is newly made, or no longer or newly shut out. One that is no longer made is among the
/// positions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfferShift {
    /// The claim that first carries it.
    pub claim: Worded,
    /// Who offers or accepts, by name.
    pub holders: Vec<String>,
    /// `true` for an offer, `false` for an acceptance.
    pub offer: bool,
    /// How it stood before.
    pub before: OfferState,
    /// How it stands after.
    pub after: OfferState,
    /// The claims it rests on, those of the limits that shut it out included.
    pub basis: Basis,
}

/// A claim that is no longer in the case: only a saved brief still has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GoneClaim {
    /// Its name.
    pub name: String,
    /// What it said, in the words of the case.
    pub title: String,
}

/// What changed between two states of a case, under the same choices where both have the questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Since {
    /// The earlier state.
    pub from: CaseState,
    /// The later state.
    pub to: CaseState,
    /// Changes of positions: by party in file order, then by kind, then in file order; what is no party's at the end.
    pub positions: Vec<PositionShift>,
    /// Claims of the later state that the earlier one has not, by name.
    pub new_claims: Vec<String>,
    /// Claims of the earlier state that the case no longer has.
    pub gone_claims: Vec<GoneClaim>,
    /// Did anything fit before?
    pub verdict_before: Verdict,
    /// Does anything fit after?
    pub verdict_after: Verdict,
    /// Clashes that came, went, or are now in some readings only or in every one: those gone first.
    pub clashes: Vec<ClashShift>,
    /// Offers and acceptances that are newly made, or no longer or newly shut out.
    pub offers: Vec<OfferShift>,
    /// Whose changes, together, would have been enough before.
    pub enough_before: Vec<Enough>,
    /// Whose changes, together, would be enough after.
    pub enough_after: Vec<Enough>,
}

impl Brief {
    /// The same brief with what changed since an earlier state. If that one was saved with private material counted, all
    /// of it is for the desk alone, whether the case still has any or not; and likewise with unconfirmed claims and
    /// with copies and origins that were found.
    #[must_use]
    pub fn compared(self, since: Since) -> Brief {
        let counted = matches!(since.from, CaseState::Saved { private: PrivateState::Counted, .. });
        let private = if counted { PrivateState::Counted } else { self.private };
        let unconfirmed = self.unconfirmed || matches!(since.from, CaseState::Saved { unconfirmed: true, .. });
        let mut found_copies = self.found_copies;
        found_copies.counted |= matches!(since.from, CaseState::Saved { found_copies: true, .. });
        let mut found_origins = self.found_origins;
        found_origins.counted |= matches!(since.from, CaseState::Saved { found_origins: true, .. });
        Brief { since: Some(since), private, unconfirmed, found_copies, found_origins, ..self }
    }
}
