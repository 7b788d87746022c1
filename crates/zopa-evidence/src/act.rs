//! What is done by saying it?
//!
//! The cue says it where it can (*denied*, *vowed*); where it only says that something was said, the words of the content
//! do: *if* and *only*, *will not*, *must*, *false*.

use zopa_finding::Act;

use crate::classes::Class;
use crate::cue::Found;
use crate::reader::Reader;
use crate::tag::Tag;

/// The act of an attribution.
pub(crate) fn act(reader: &Reader<'_, '_>, found: &Found) -> Act {
    let content = Content::of(reader, found);
    match turned(named(&found.act), is_negated(reader, found)) {
        Act::Offer if content.condition => Act::ConditionalOffer,
        Act::Rejection if content.condition => Act::ConditionalRejection,
        // What stands between quotation marks is there for how it was put, and mostly a judgement.
        Act::Report if found.act.is_empty() => match content.act() {
            Act::Report if content.quoted && !content.not_so => Act::Assessment,
            act => act,
        },
        act => act,
    }
}

/// *Will not accept*, *has not ruled out*: a word of refusal among those of the cue, or right before its verb.
fn is_negated(reader: &Reader<'_, '_>, found: &Found) -> bool {
    let cue = found.cue.iter().cloned().flatten().chain(found.head.saturating_sub(2)..found.head);
    let mut before = cue.filter(|at| *at < found.head);
    before.any(|at| reader.classes(at).has(Class::Not))
}

/// What an act is where it is said not to be done: not to accept is to reject; not to reject, deny or demand says nothing
/// of the kind.
fn turned(act: Act, negated: bool) -> Act {
    match act {
        _ if !negated => act,
        Act::Acceptance | Act::Offer => Act::Rejection,
        Act::Rejection | Act::Denial | Act::Demand => Act::Report,
        act => act,
    }
}

/// The act of a name in the data files.
fn named(name: &str) -> Act {
    match name {
        "demand" => Act::Demand,
        "offer" => Act::Offer,
        "rejection" => Act::Rejection,
        "denial" => Act::Denial,
        "acceptance" => Act::Acceptance,
        "threat" => Act::Threat,
        "warning" => Act::Warning,
        "accusation" => Act::Accusation,
        "criticism" => Act::Criticism,
        "doubt" => Act::Doubt,
        "question" => Act::Question,
        "assessment" => Act::Assessment,
        "forecast" => Act::Forecast,
        _ => Act::Report,
    }
}

/// Which telling words a content has.
#[derive(Clone, Copy, Debug, Default)]
struct Content {
    condition: bool,
    will: bool,
    not: bool,
    must: bool,
    may: bool,
    false_: bool,
    grants: bool,
    quoted: bool,
    /// *We have made no conditions*: what has been is told.
    not_so: bool,
}

impl Content {
    fn of(reader: &Reader<'_, '_>, found: &Found) -> Self {
        let mut content = Self::default();
        let (mut none, mut been) = (false, false);
        for at in found.content.iter().flat_map(Clone::clone) {
            let known = reader.classes(at);
            content.condition |= known.has(Class::Condition);
            content.will |= known.has(Class::Will);
            content.not |= known.has(Class::Not);
            content.must |= known.has(Class::Must);
            content.may |= known.has(Class::May);
            content.false_ |= known.has(Class::False);
            content.grants |= known.has(Class::Grant);
            content.quoted |= reader.opens_quote(at).is_some();
            none |= known.has(Class::Not) || reader.has(at, Class::Nobody);
            been |= matches!(reader.tag(at), Tag::Have | Tag::Do);
        }
        content.not_so = none && been;
        content
    }

    fn act(self) -> Act {
        if self.false_ {
            return Act::Denial;
        }
        if self.will && self.not {
            return if self.condition { Act::ConditionalRejection } else { Act::Rejection };
        }
        // *Is prepared to reopen the strait, but only if …*
        if self.condition && (self.will || self.may) && !self.not {
            return Act::ConditionalOffer;
        }
        if self.grants && (self.will || self.condition) {
            return if self.condition { Act::ConditionalOffer } else { Act::Offer };
        }
        if self.must {
            return Act::Demand;
        }
        Act::Report
    }
}
