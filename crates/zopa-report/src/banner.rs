//! What does every form of a brief say of what it counts beyond what is public, confirmed, and said in the case?

use crate::words;
use zopa_finding::{Brief, PrivateState};

/// What has to stand above the answer, and wherever it could be read without its head: nothing where nothing of the
/// kind is counted.
pub(crate) fn banners(brief: &Brief) -> Vec<&'static str> {
    let found = Found { copies: brief.found_copies.counted, origins: brief.found_origins.counted };
    counted(brief.private, brief.unconfirmed, found)
}

/// What is counted that the documents alone say.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Found {
    /// Reports made from another, as copies.
    pub copies: bool,
    /// Words as those of whoever a report gives them to.
    pub origins: bool,
}

/// The same, of what is counted.
pub(crate) fn counted(private: PrivateState, unconfirmed: bool, found: Found) -> Vec<&'static str> {
    let private = (private == PrivateState::Counted).then_some(words::private::BANNER);
    let unconfirmed = unconfirmed.then_some(words::unconfirmed::BANNER);
    let copies = found.copies.then_some(words::made_from::BANNER);
    let origins = found.origins.then_some(words::told_by::BANNER);
    private.into_iter().chain(unconfirmed).chain(copies).chain(origins).collect()
}

/// The one sentence of an answer that counts nothing private and was asked to say that there is some.
pub(crate) fn mention(private: PrivateState) -> Option<&'static str> {
    (private == PrivateState::Mentioned).then_some(words::private::MENTION)
}
