//! What does every form of a brief say of what it counts beyond what is public, confirmed, and said in the case?

use crate::words;
use zopa_finding::{Brief, PrivateState};

/// What has to stand above the answer, and wherever it could be read without its head: nothing where nothing of the
/// kind is counted.
pub(crate) fn banners(brief: &Brief) -> Vec<&'static str> {
    counted(brief.private, brief.unconfirmed, brief.found_copies.counted)
}

/// The same, of what is counted.
pub(crate) fn counted(private: PrivateState, unconfirmed: bool, found_copies: bool) -> Vec<&'static str> {
    let private = (private == PrivateState::Counted).then_some(words::private::BANNER);
    let unconfirmed = unconfirmed.then_some(words::unconfirmed::BANNER);
    let found_copies = found_copies.then_some(words::made_from::BANNER);
    private.into_iter().chain(unconfirmed).chain(found_copies).collect()
}

/// The one sentence of an answer that counts nothing private and was asked to say that there is some.
pub(crate) fn mention(private: PrivateState) -> Option<&'static str> {
    (private == PrivateState::Mentioned).then_some(words::private::MENTION)
}
