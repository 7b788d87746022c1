//! What is said of documents before anybody has coded a claim: who says what, who has it from whom, what a rewrite changed?

use zopa_finding::between::{DescentSign, DisputeKind, OriginKind, RewriteEffect, WordingKind};
use zopa_finding::{Act, AttributionKind};

/// Above everything, where the case has no claim.
pub const NO_CLAIM: &str = "No claim has been coded yet. This tells what the reports say and where they have it from; \
     whether any agreement is compatible with it cannot be told from reports alone.";
/// Above the list, however many claims there are.
pub const BY_RULES: &str = "Found in the texts by rules and read by nobody yet: every line shows its words. Of a hundred \
     passages found so in news text, about twenty-five begin or end elsewhere than a reader would have them, or are none.";

/// The heading of the whole.
pub fn heading(documents: usize, origins: usize) -> String {
    let reports = if documents == 1 { "1 report".to_owned() } else { format!("{documents} reports") };
    let origins = if origins == 1 { "1 origin".to_owned() } else { format!("{origins} origins") };
    format!("{reports}, {origins}: who says what, and from whom they have it")
}
/// The title of the page.
pub fn page_title(case: &str) -> String {
    format!("{case}: what the reports say")
}
/// A case without a title.
pub const UNTITLED: &str = "Documents without a case";
/// Sources set aside.
pub fn set_aside(names: &[String]) -> String {
    format!("Set aside, with what was made from them: {}", super::list(names))
}
/// Nothing to read.
pub const NOTHING: &str = "No document is in hand. `zopa add DIR FILE` brings one in.";

// ---- sections: ids, titles, what they hold ----

/// A section of its own: id, title, and what it holds.
pub type Section = (&'static str, &'static str, &'static str);

/// Which was made from which.
pub const LINEAGE: Section = (
    "lineage",
    "Who has it from whom",
    "A report that was made from another adds no origin: what both say counts once. Reports that retell one third report \
     are not made from each other.",
);
/// Disputes.
pub const DISPUTED: Section = (
    "disputed",
    "Denied, or told in two ways",
    "About one occasion: where a round or a date lies between two tellings, they do not contradict each other. Neither \
     side is preferred.",
);
/// Denials that were not asked.
pub fn unasked(count: u32) -> String {
    let (denials, they) = if count == 1 { ("denial was", "it denies") } else { ("denials were", "they deny") };
    format!(
        "{count} more {denials} not asked what {they}: there are too many sentences to look at. Compare fewer texts at a time"
    )
}
/// Changes.
pub const CHANGED: Section =
    ("changed", "What a rewrite changed", "The words of the report it was made from, and the words that came of them.");
/// Wordings.
pub const WORDINGS: Section = ("wordings", "Wordings of one utterance", "Side by side, the fullest first.");
/// What is said.
pub const SAID: Section = (
    "said",
    "Who says what",
    "In an order of reading: what is disputed first, then conditions and refusals, offers, denials, and last opinions. \
     What a report has from another is told once.",
);
/// Origins.
pub const ORIGINS: Section = (
    "origins",
    "Where the telling ends",
    "Origins, those first that most reports carry. However many carry it, it is one. How often a thing is told says \
     nothing about whether it is so.",
);
/// Documents.
pub const DOCUMENTS: Section =
    ("documents", "The reports", "As they were received, with what stands around the article.");
/// What to do next.
pub const NEXT: Section = ("next", "What the next step would add", "");

/// There is nothing of the kind.
pub const NONE: &str = "Nothing of the kind was found.";
/// How many more there are.
pub fn more(count: usize) -> String {
    format!("and {count} more: `--format html` has all")
}

// ---- which was made from which ----

/// One was made from the other.
pub fn made_from(derived: &str, source: &str) -> String {
    format!("{derived} was made from {source}")
}
/// One of the two was, and it is not shown which.
pub fn made_of_each_other(one: &str, other: &str) -> String {
    format!("Of {one} and {other}, one was made from the other; which, is not shown")
}
/// How much of it has a counterpart.
pub fn matched(matched: u32, all: u32, in_order: u32) -> String {
    format!("{matched} of its {all} sentences have a counterpart there, {in_order} of them in the same order")
}
/// A sign of direction.
pub fn sign(sign: DescentSign) -> &'static str {
    match sign {
        DescentSign::Earlier => "published before",
        DescentSign::Credited => "named as where it has it from",
        DescentSign::LongerQuote => "has the longer quote",
        DescentSign::FirstHand => "says to whom it was said",
        DescentSign::QuoteMarks => "quotes what the other paraphrases",
        DescentSign::Details => "has details that the other leaves out",
    }
}
/// How to have the two counted as one.
pub fn write_copies(derived: &str, source: &str) -> String {
    format!("to count them as one report, write `copies {source}` under source `{derived}`")
}
/// What the case says instead, where that leaves no room for the line.
pub fn case_has_it(copy: &str, copied: &str) -> String {
    format!("in the case, `{copy}` copies `{copied}`")
}

// ---- disputes ----

/// What a dispute is about.
pub fn dispute(kind: DisputeKind) -> &'static str {
    match kind {
        DisputeKind::Denial => "Denied",
        DisputeKind::Number => "Two numbers",
        DisputeKind::Leader => "Who leads, told in two ways",
        DisputeKind::Rank => "Two ranks of one person",
        DisputeKind::Ratification => "Who has to agree, told in two ways",
        DisputeKind::Day => "Two days",
        DisputeKind::Firmness => "How firm it is, told in two ways",
        DisputeKind::Wording => "Two wordings between quotation marks",
    }
}
/// A denial of a report as a whole.
pub const WHOLE_REPORT: &str = "a report as a whole is denied; which of its points, is not said";
/// The two sides of a denial.
pub const DENIAL_SIDES: [&str; 2] = ["as reported", "as denied"];
/// A side of something told in two ways.
pub fn side(number: usize) -> String {
    format!("one telling ({number})")
}
/// How many origins stand behind a side.
pub fn from_origins(count: u32) -> String {
    if count == 1 { "from 1 origin".to_owned() } else { format!("from {count} origins") }
}

// ---- what a rewrite changed ----

/// What was done to the words.
pub fn effect(effect: RewriteEffect) -> &'static str {
    match effect {
        RewriteEffect::SourceDropped => "source dropped: said in the report’s own voice",
        RewriteEffect::AttributionWeakened => "source told less exactly",
        RewriteEffect::AttributionChanged => "source told in another way",
        RewriteEffect::OutletDropped => "outlet left out",
        RewriteEffect::AddresseeDropped => "to whom it was said, left out",
        RewriteEffect::SpeakerChanged => "another speaker",
        RewriteEffect::QuoteTruncated => "quote shortened",
        RewriteEffect::QuoteIndirect => "quote turned into the report’s words",
        RewriteEffect::QuoteReworded => "other words between quotation marks",
        RewriteEffect::HedgeAdded => "hedge added",
        RewriteEffect::HedgeRemoved => "hedge left out",
        RewriteEffect::QuantityChanged => "how much, changed",
        RewriteEffect::QuantityDropped => "how much, left out",
        RewriteEffect::ScopeChanged => "scope changed",
        RewriteEffect::ConditionDropped => "condition left out",
        RewriteEffect::ConditionSoftened => "condition made weaker",
        RewriteEffect::Weakened => "said more weakly",
        RewriteEffect::Strengthened => "said more strongly",
        RewriteEffect::ModalityShifted => "“will”, “may” or the like, changed",
        RewriteEffect::NumberChanged => "number changed",
        RewriteEffect::NumberDropped => "number left out",
        RewriteEffect::NameDropped => "name left out",
        RewriteEffect::DateBlurred => "date made vaguer",
        RewriteEffect::DateDropped => "date left out",
        RewriteEffect::JudgementAdded => "word of judgement added",
        RewriteEffect::JudgementDropped => "word of judgement left out",
        RewriteEffect::SentenceAdded => "sentence added",
        RewriteEffect::SentenceDropped => "sentence left out",
        RewriteEffect::DenialDropped => "denial left out",
        RewriteEffect::OrderChanged => "sentence moved",
    }
}
/// Column heads of the changes.
pub const CHANGE_HEADS: [&str; 3] = ["What changed", "Made from", "Became"];
/// Nothing stands there.
pub const ABSENT: &str = "–";
/// Sentences added, left out and moved, counted.
pub fn sentences(added: usize, dropped: usize, moved: usize) -> String {
    format!("Sentences added: {added}; left out: {dropped}; moved: {moved}")
}

// ---- wordings ----

/// What one wording is to the fuller one.
pub fn wording(kind: WordingKind) -> &'static str {
    match kind {
        WordingKind::Identical => "the same words",
        WordingKind::Truncated => "a part of the words",
        WordingKind::Drift => "other words",
        WordingKind::Paraphrase => "without quotation marks",
        WordingKind::SourceDropped => "in the report’s own voice",
    }
}
/// A speaker that no wording names.
pub const NOT_NAMED: &str = "speaker not named";

// ---- who says what ----

/// What is done by saying it.
pub fn act(act: Act) -> &'static str {
    match act {
        Act::Demand => "demand",
        Act::Offer => "offer",
        Act::ConditionalOffer => "offer on a condition",
        Act::Rejection => "rejection",
        Act::ConditionalRejection => "rejection unless",
        Act::Denial => "denial",
        Act::Acceptance => "acceptance",
        Act::Threat => "threat",
        Act::Warning => "warning",
        Act::Accusation => "accusation",
        Act::Criticism => "criticism",
        Act::Doubt => "doubt",
        Act::Question => "question",
        Act::Assessment => "assessment",
        Act::Forecast => "forecast",
        Act::Report => "statement",
    }
}
/// How it is told.
pub fn kind(kind: AttributionKind) -> &'static str {
    match kind {
        AttributionKind::Direct => "in quotation marks",
        AttributionKind::Mixed => "partly in quotation marks",
        AttributionKind::Indirect => "in the report’s words",
    }
}
/// The report names nobody.
pub const NOBODY: &str = "nobody is named";
/// Passed on by somebody.
pub const RELAYED: &str = "passed on";
/// Other reports that have it from that one.
pub fn also(reports: &[String]) -> String {
    format!("also in {}", super::and(reports))
}
/// It is disputed.
pub const IS_DISPUTED: &str = "disputed";

// ---- origins ----

/// What sort of origin.
pub fn origin(kind: OriginKind) -> &'static str {
    match kind {
        OriginKind::Speaker => "named",
        OriginKind::Unnamed => "not named",
        OriginKind::Report => "a report that names no source",
        OriginKind::OwnVoice => "own voice",
    }
}
/// Column heads of the origins.
pub const ORIGIN_HEADS: [&str; 4] = ["Origin", "Carried by", "Times", "Words quoted"];
/// An origin that is told by another report.
pub fn told_to(name: &str, report: &str) -> String {
    format!("{name}, of {report}")
}

// ---- documents ----

/// A report with its outlet; one whose outlet was not given goes by its name.
pub fn report(number: u32, called: &str) -> String {
    format!("[{number}] {called}")
}
/// Its date.
pub fn published(date: Option<&str>) -> String {
    date.map_or_else(|| "date not given".to_owned(), |date| format!("published {date}"))
}
/// What it holds.
pub fn holds(sentences: u32, said: usize, around: usize) -> String {
    format!("{sentences} sentences, {said} attributions, {around} passages around the article")
}
/// No text could be taken.
pub fn unread(why: &str) -> String {
    format!("no text was taken: {why}")
}
/// What was left out.
pub const AROUND: &str = "Around the article";
/// Documents side by side.
pub const SIDE_BY_SIDE: &str = "Side by side";
/// What marks on the page mean.
pub const MARKS: &str = "Marked: who says it, the word that tells so, and what is said.";

// ---- next ----

/// What can be done with what was found.
pub fn next(dir: &str, attributions: usize) -> [String; 3] {
    [
        format!(
            "`zopa sources {dir} --suggest` writes {attributions} attributions down as claims that wait for a yes or no"
        ),
        format!("`zopa accept {dir} NAME` takes one into the case; its statement says what follows from it"),
        format!(
            "from the statements, `zopa brief {dir}` tells why nothing fits, what that turns on, and what would open it"
        ),
    ]
}
/// An entry with what is said of it in small.
pub fn remarks(head: &str, marks: &[String]) -> String {
    if marks.is_empty() { head.to_owned() } else { format!("{head} ({})", marks.join("; ")) }
}
/// Where words can be quoted.
pub fn place(source: &str, at: usize) -> String {
    format!("{source} at {at}")
}
/// The same, by the number of the report.
pub fn place_in(number: u32, at: usize) -> String {
    format!("[{number}] at {at}")
}
/// Further passages that tell it so.
pub fn told_again(count: usize) -> String {
    if count == 1 { "and 1 more passage".to_owned() } else { format!("and {count} more passages") }
}
/// How often an origin is heard, and with how many words of its own.
pub fn counts(times: u32, quoted_words: u32) -> String {
    let times = if times == 1 { "once".to_owned() } else { format!("{times} times") };
    if quoted_words == 0 { times } else { format!("{times}, {quoted_words} words quoted") }
}
/// The sections of the page, for its head.
pub const NAV: [Section; 7] = [LINEAGE, DISPUTED, CHANGED, SAID, WORDINGS, ORIGINS, DOCUMENTS];

/// Progress, on a long way.
pub fn progress(done: usize, all: usize) -> String {
    format!("reading document {done} of {all}")
}
