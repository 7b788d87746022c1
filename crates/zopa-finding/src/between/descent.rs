//! Which document was made from which, and what did that change?

use super::Passage;
use serde::{Deserialize, Serialize};

/// A sentence of a derived document with the sentence it was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentencePair {
    /// In the derived document.
    pub derived: Passage,
    /// In the source.
    pub source: Passage,
    /// How alike, in thousandths: the weight of the rare words they share.
    pub alike: u32,
    /// It stands in the order of the source.
    pub in_order: bool,
}

/// Why one document is held to be made from the other, and not the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DescentSign {
    /// Both dates are known, and the source's is earlier.
    Earlier,
    /// The derived document names the outlet of the source as where it has it from.
    Credited,
    /// The source has the longer quote; the derived document a part of it.
    LongerQuote,
    /// The source says to which outlet it was said; the derived document does not.
    FirstHand,
    /// What stands between quotation marks in the source stands without them in the derived document.
    QuoteMarks,
    /// The source has dates, names or numbers that the derived document leaves out.
    Details,
}

/// A sign with the words it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignFound {
    /// Which sign.
    pub sign: DescentSign,
    /// In the source.
    pub source: Passage,
    /// In the derived document; none where it is the absence of something.
    pub derived: Option<Passage>,
}

/// One document was made from another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Descent {
    /// The document that was made, by name.
    pub derived: String,
    /// The document it was made from, by name.
    pub source: String,
    /// Whether it is shown which was made from which; if not, the two stand in the order of the documents.
    pub direction_shown: bool,
    /// Sentences of the derived document that have a counterpart in the source.
    pub sentences_matched: u32,
    /// Sentences of the derived document.
    pub sentences: u32,
    /// Sentences of the source that have a counterpart in the derived document.
    pub source_matched: u32,
    /// Sentences of the source.
    pub source_sentences: u32,
    /// Of the sentences matched, those that stand in the order of the source.
    pub in_order: u32,
    /// Why this direction.
    pub signs: Vec<SignFound>,
    /// Sentence by sentence, in the order of the derived document.
    pub pairs: Vec<SentencePair>,
    /// What the rewrite changed, in the order of the derived document; what was dropped stands where it was.
    pub changes: Vec<Rewritten>,
}

/// What a rewrite did to a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RewriteEffect {
    /// Somebody was named as the source; now the document says it in its own voice.
    SourceDropped,
    /// The source is told less exactly.
    AttributionWeakened,
    /// The source is told in another way, no less exactly.
    AttributionChanged,
    /// The outlet to which it was said is left out.
    OutletDropped,
    /// To whom it was said is left out.
    AddresseeDropped,
    /// Another is said to have said it.
    SpeakerChanged,
    /// Of a quote, a part is left.
    QuoteTruncated,
    /// Words that were quoted stand there without quotation marks, or in other words.
    QuoteIndirect,
    /// Words between quotation marks are others than the source has between them.
    QuoteReworded,
    /// A word such as "reportedly" or "may" was added.
    HedgeAdded,
    /// Such a word was left out.
    HedgeRemoved,
    /// "Only" became "primarily", "all" became "some".
    QuantityChanged,
    /// A word such as "only" or "entire" was left out.
    QuantityDropped,
    /// What a word such as "any" bears on was made wider or narrower.
    ScopeChanged,
    /// What was said with a condition stands there without one.
    ConditionDropped,
    /// "Only if" became "if", "provided that" became "ideally".
    ConditionSoftened,
    /// "Will" became "may", "must" became "should".
    ModalityShifted,
    /// A word such as "ruled out" became a weaker one of its kind, such as "expressed reservations".
    Weakened,
    /// A word such as "played down" became a stronger one of its kind, such as "dismissed".
    Strengthened,
    /// Another number stands there.
    NumberChanged,
    /// A number was left out.
    NumberDropped,
    /// A name was left out.
    NameDropped,
    /// A date or a weekday became a vaguer one.
    DateBlurred,
    /// A date or a weekday was left out.
    DateDropped,
    /// A word of judgement was added.
    JudgementAdded,
    /// A word of judgement was left out, or became a weaker one.
    JudgementDropped,
    /// A sentence was added that nothing in the source carries.
    SentenceAdded,
    /// A sentence of the source was left out.
    SentenceDropped,
    /// Somebody's denial was left out.
    DenialDropped,
    /// A sentence was moved.
    OrderChanged,
}

/// One thing that a rewrite changed, both passages side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rewritten {
    /// What was done.
    pub effect: RewriteEffect,
    /// As the source has it; none where something was added.
    pub before: Option<Passage>,
    /// As the derived document has it; none where something was left out.
    pub after: Option<Passage>,
}
