//! How do the quotes stand against the documents in hand?

/// The state of a source's document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DocumentState {
    /// The case names no document.
    #[default]
    None,
    /// It is named and not in hand.
    NotInHand,
    /// It is in hand, as recorded.
    InHand,
    /// It is in hand and its bytes are not those that the case recorded.
    Changed,
    /// It is in hand and cannot be read as text.
    NotText,
}

/// The state of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteState {
    /// Found, byte for byte, at this byte offset.
    Verified(usize),
    /// Its document is not in hand.
    NotInHand,
    /// Its words are not there; the passage most like it.
    Orphaned(Option<String>),
}
