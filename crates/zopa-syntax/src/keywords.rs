//! Which words does the language have, what may stand under what, and how is each line written?
//!
//! One table. The reader dispatches on it, every help text is made from it, and so is the language reference.

/// The words that open an item at the margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum ItemWord {
    Case,
    Party,
    Body,
    Person,
    Anonymous,
    Source,
    Track,
    Round,
    Issue,
    Define,
    Rule,
    Step,
    Gate,
    Claim,
    Suppose,
    Question,
    Event,
    Commitment,
}

/// The lines that stand under an item or under another line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum LineWord {
    Quote,
    AsOf,
    Document,
    RestsOn,
    Copies,
    Omit,
    Keep,
    Option,
    Because,
    Irreversible,
    Statement,
    SaidBy,
    About,
    Round,
    CodedBy,
    CheckedBy,
    Answer,
    Kind,
    By,
    When,
    Does,
    Discretion,
    DecidedBy,
    Within,
    Force,
    From,
    Lasts,
    PostedWith,
    IfBroken,
    Honour,
    Private,
    Unconfirmed,
    Rejected,
}

/// The verbs of statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Verb {
    Requires,
    Rejects,
    Seeks,
    Offers,
    Accepts,
    Prefers,
    Puts,
    Is,
    LedBy,
    May,
    Expires,
    Rule,
    Denies,
    Softens,
    Tests,
    Supersedes,
}

/// An item: its word, how its head line is written, what it is for, and which lines it may own.
#[derive(Clone, Copy, Debug)]
pub struct ItemForm {
    /// Which item.
    pub item: ItemWord,
    /// The word at the margin.
    pub word: &'static str,
    /// How the head line is written; square brackets hold what may be left out.
    pub form: &'static str,
    /// What it is for, in one line.
    pub says: &'static str,
    /// The lines it may own, besides `quote`, which may stand under every item, and `private`, which may stand under
    /// every item but `case`.
    pub lines: &'static [LineWord],
}

/// A line under an item: its words, how it is written, what it is for, and which lines it may own.
#[derive(Clone, Copy, Debug)]
pub struct LineForm {
    /// Which line.
    pub line: LineWord,
    /// Its opening words, such as `said by`. Empty for a statement, which opens with a party or a verb.
    pub words: &'static str,
    /// How it is written.
    pub form: &'static str,
    /// What it is for, in one line.
    pub says: &'static str,
    /// The lines it may own.
    pub lines: &'static [LineWord],
}

/// A verb: its two spellings and how its statement is written.
#[derive(Clone, Copy, Debug)]
pub struct VerbForm {
    /// Which verb.
    pub verb: Verb,
    /// As written of one: `requires`.
    pub one: &'static str,
    /// As written of several: `require`.
    pub several: &'static str,
    /// Whether it opens its line, without a party before it.
    pub opens: bool,
    /// How the statement is written.
    pub form: &'static str,
    /// What it is for, in one line.
    pub says: &'static str,
}

/// The words that are no names, because a line could then be read in two ways.
pub const RESERVED: &[&str] = &[
    "and",
    "or",
    "not",
    "implies",
    "in",
    "before",
    "only",
    "after",
    "if",
    "unless",
    "over",
    "on",
    "rule",
    "denies",
    "softens",
    "tests",
    "supersedes",
    "said",
    "quote",
];

use LineWord as L;

const COMMITMENT: &[LineWord] = &[
    L::Kind,
    L::By,
    L::When,
    L::Does,
    L::Discretion,
    L::DecidedBy,
    L::Within,
    L::Force,
    L::From,
    L::Lasts,
    L::PostedWith,
    L::IfBroken,
    L::Honour,
];
const CLAIM: &[LineWord] =
    &[L::Statement, L::SaidBy, L::About, L::Round, L::CodedBy, L::CheckedBy, L::Unconfirmed, L::Rejected];
const SUPPOSE: &[LineWord] = &[L::Statement, L::SaidBy, L::About, L::Round, L::CodedBy, L::CheckedBy];
const SOURCE: &[LineWord] = &[L::Document, L::RestsOn, L::Copies, L::Omit, L::Keep, L::Unconfirmed];
const SPEAKER: &[LineWord] = &[L::Unconfirmed];

const fn item(
    item: ItemWord,
    word: &'static str,
    form: &'static str,
    says: &'static str,
    lines: &'static [LineWord],
) -> ItemForm {
    ItemForm { item, word, form, says, lines }
}

/// The items, in the order in which a case usually tells them.
pub const ITEMS: &[ItemForm] = &[
    item(ItemWord::Case, "case", "case \"title\"", "the name of the case", &[L::AsOf]),
    item(ItemWord::Party, "party", "party NAME \"title\" [also \"other name\", ...]", "a party to the talks", &[]),
    item(ItemWord::Body, "body", "body NAME \"title\" of PARTY", "a body of a party: voters, a parliament", &[]),
    item(
        ItemWord::Person,
        "person",
        "person NAME \"title\" [also \"other name\", ...] of PARTY [as \"office\"]",
        "an office-holder who speaks for a party",
        SPEAKER,
    ),
    item(
        ItemWord::Anonymous,
        "anonymous",
        "anonymous NAME \"title\" [of PARTY, ...] [told SOURCE]",
        "unnamed sources, as a report describes them",
        SPEAKER,
    ),
    item(
        ItemWord::Source,
        "source",
        "source NAME \"outlet\" [unseen] [published DATE]",
        "a report, with its document",
        SOURCE,
    ),
    item(ItemWord::Track, "track", "track NAME \"title\" with PARTY, ...", "a separate series of talks", &[]),
    item(
        ItemWord::Round,
        "round",
        "round NAME \"title\" [in TRACK] [on DATE [to DATE]] [after ROUND [outside]] [expected]",
        "a round of talks",
        &[],
    ),
    item(ItemWord::Issue, "issue", "issue NAME \"title\"", "what is negotiated, with its options", &[L::Option]),
    item(ItemWord::Define, "define", "define NAME [\"title\"] as CONDITION", "a short name for a condition", &[]),
    item(ItemWord::Rule, "rule", "rule CONDITION", "what holds in every package, with its reason", &[L::Because]),
    item(
        ItemWord::Step,
        "step",
        "step NAME [\"title\"] by PARTY, ... (always | when CONDITION | optional)",
        "something that is done, at some time",
        &[L::Irreversible],
    ),
    item(ItemWord::Gate, "gate", "gate NAME [\"title\"] by BODY", "a consent that must be given", &[]),
    item(ItemWord::Claim, "claim", "claim NAME \"title\"", "what somebody said, as a report has it", CLAIM),
    item(ItemWord::Suppose, "suppose", "suppose NAME \"title\"", "a supposition of the analyst", SUPPOSE),
    item(ItemWord::Question, "question", "question NAME \"title\"", "what is told two ways", &[L::Answer]),
    item(
        ItemWord::Event,
        "event",
        "event NAME \"title\" [by PARTY, ... | by ?] [within EVENT]",
        "something that may happen after a deal",
        &[],
    ),
    item(ItemWord::Commitment, "commitment", "commitment NAME \"title\"", "what a deal would bind to", COMMITMENT),
];

const QUOTED: &[LineWord] = &[L::Quote];
const PRIVATE: &[LineWord] = &[L::Private];

const fn line(
    line: LineWord,
    words: &'static str,
    form: &'static str,
    says: &'static str,
    lines: &'static [LineWord],
) -> LineForm {
    LineForm { line, words, form, says, lines }
}

/// The lines under items.
pub const LINES: &[LineForm] = &[
    line(L::Quote, "quote", "quote SOURCE [at NUMBER] > words", "the words it rests on, as they stand", &[]),
    line(L::AsOf, "as of", "as of DATE", "the day the case is told for", &[]),
    line(L::Document, "document", "document PATH [sha256 HEX]", "the report as received", &[]),
    line(L::RestsOn, "rests on", "rests on SOURCE, ...", "whose report it retells", &[]),
    line(L::Copies, "copies", "copies SOURCE", "whose text it rewrites", &[]),
    line(L::Omit, "omit", "omit \"what\" > words", "what is left out of its text", &[]),
    line(
        L::Keep,
        "keep",
        "keep [NUMBER] > words",
        "a piece that was left out of its document and is put back: the words it begins with; the number says which of several",
        &[],
    ),
    line(
        L::Option,
        "option",
        "option NAME [\"title\"]",
        "an option of the issue; `option ?` if none is reported",
        &[L::Quote, L::Private],
    ),
    line(L::Because, "because", "because > words", "the reason for reading it so", &[]),
    line(L::Irreversible, "irreversible", "irreversible", "it cannot be taken back", &[]),
    line(L::Statement, "", "PARTY VERB ...", "what the claim carries", &[L::Because]),
    line(
        L::SaidBy,
        "said by",
        "said by NAME, ... [relaying NAME] [to NAME, ...]",
        "who said it",
        &[L::Quote, L::Round, L::Private],
    ),
    line(L::About, "about", "about NAME, ...", "where it is shown", &[]),
    line(L::Round, "round", "round NAME", "the round it was said in", &[]),
    line(L::CodedBy, "coded by", "coded by \"who\"", "who wrote it down", &[]),
    line(L::CheckedBy, "checked by", "checked by \"who\"", "who read it again", &[]),
    line(
        L::Answer,
        "answer",
        "answer NAME [\"title\"] [holds CLAIM, ...]",
        "one answer, and the claims it holds",
        PRIVATE,
    ),
    line(L::Kind, "kind", "kind (NAME | ?)", "the kind of commitment", QUOTED),
    line(L::By, "by", "by (NAME, ... | ?) to (NAME, ... | ?)", "who owes it, and to whom", QUOTED),
    line(L::When, "when", "when (EVENT | CONDITION | ?)", "what brings it about", QUOTED),
    line(L::Does, "does", "does (\"what\" | [not] STEP [\"what\"] | ?)", "what is then done", QUOTED),
    line(L::Discretion, "discretion", "discretion (must | may | ?)", "whether it must be done", QUOTED),
    line(
        L::DecidedBy,
        "decided by",
        "decided by ([all of | any of] NAME, ... | ?)",
        "who says that the time has come, and how many of them it takes",
        QUOTED,
    ),
    line(
        L::Within,
        "within",
        "within (NUMBER UNIT | ?) [after STEP | after EVENT] [\"of what\"]",
        "the deadline; without `after` it runs from the trigger",
        QUOTED,
    ),
    line(
        L::Force,
        "force",
        "force (political | treaty | ?) [until (GATE | ?) then treaty]",
        "how firmly it binds",
        QUOTED,
    ),
    line(L::From, "from", "from (STEP | ?)", "when it begins", QUOTED),
    line(L::Lasts, "lasts", "lasts (NUMBER UNIT | forever | limited ? | ?)", "how long it lasts", QUOTED),
    line(L::PostedWith, "posted with", "posted with (NAME, ... | ?)", "with whom a pledge lies", QUOTED),
    line(L::IfBroken, "if broken", "if broken (COMMITMENT, ... | ?)", "what follows a breach", QUOTED),
    line(L::Honour, "honour", "honour INTERVAL", "how surely it is kept, as the analyst takes it", QUOTED),
    line(L::Private, "private", "private", "it stays at the desk: no answer to others counts it", &[]),
    line(
        L::Unconfirmed,
        "unconfirmed",
        "unconfirmed",
        "nobody has accepted it yet: no answer counts it unless asked to",
        &[],
    ),
    line(L::Rejected, "rejected", "rejected > words", "the reason for not taking it: no answer ever counts it", &[]),
];

const fn verb(
    verb: Verb,
    one: &'static str,
    several: &'static str,
    form: &'static str,
    says: &'static str,
) -> VerbForm {
    VerbForm { verb, one, several, opens: false, form, says }
}

const fn opening(
    verb: Verb,
    one: &'static str,
    several: &'static str,
    form: &'static str,
    says: &'static str,
) -> VerbForm {
    VerbForm { verb, one, several, opens: true, form, says }
}

/// The verbs of statements, with and without s.
pub const VERBS: &[VerbForm] = &[
    verb(Verb::Requires, "requires", "require", "PARTY requires CONDITION [unless CONDITION]", "no deal without it"),
    verb(Verb::Rejects, "rejects", "reject", "PARTY rejects CONDITION [unless CONDITION]", "no deal with it"),
    verb(Verb::Seeks, "seeks", "seek", "PARTY seeks CONDITION", "a wish"),
    verb(Verb::Offers, "offers", "offer", "PARTY offers CONDITION [only if CONDITION | if CONDITION]", "an offer"),
    verb(Verb::Accepts, "accepts", "accept", "PARTY accepts CONDITION [if CONDITION]", "a willingness"),
    verb(Verb::Prefers, "prefers", "prefer", "PARTY prefers CONDITION over CONDITION [over ...]", "an order of wishes"),
    verb(Verb::Puts, "puts", "put", "PARTY puts ISSUE over ISSUE", "which issue weighs more"),
    verb(Verb::Is, "is", "are", "PARTY is ROLE, ... [only]", "a role"),
    verb(Verb::LedBy, "led", "led", "PARTY led by NAME [\"rank\"], ...", "who leads the delegation"),
    verb(Verb::May, "may", "may", "(PARTY | ?) may DO THING", "a power"),
    verb(Verb::Expires, "expires", "expire", "CLAIM, ... expires DATE", "until when it stands"),
    opening(Verb::Rule, "rule", "rule", "rule CONDITION", "a rule while the claim is held"),
    opening(Verb::Denies, "denies", "deny", "denies CLAIM, ...", "a denial"),
    opening(Verb::Softens, "softens", "soften", "softens CLAIM, ... [to CONDITION]", "a softer wording of it"),
    opening(Verb::Tests, "tests", "test", "tests CLAIM, ...", "a probe of how firm it is"),
    opening(Verb::Supersedes, "supersedes", "supersede", "supersedes CLAIM, ...", "it takes the place of it"),
];

/// Words of reports that are no verbs of the language, and the verb that is meant by them, as one and as several.
pub const OTHER_VERBS: &[(&str, &str)] = &[
    ("demands", "requires"),
    ("insists", "requires"),
    ("needs", "requires"),
    ("conditions", "requires"),
    ("refuses", "rejects"),
    ("opposes", "rejects"),
    ("excludes", "rejects"),
    ("forbids", "rejects"),
    ("wants", "seeks"),
    ("urges", "seeks"),
    ("wishes", "seeks"),
    ("asks", "seeks"),
    ("proposes", "offers"),
    ("floats", "offers"),
    ("promises", "offers"),
    ("pledges", "offers"),
    ("gives", "offers"),
    ("welcomes", "accepts"),
    ("allows", "accepts"),
    ("agrees", "accepts"),
    ("favours", "prefers"),
    ("favors", "prefers"),
];

/// The verb of the language for a verb of the reports.
pub fn verb_for(word: &str) -> Option<&'static VerbForm> {
    let right = |other: &str| other == word || other.strip_suffix('s') == Some(word);
    let (_, verb) = OTHER_VERBS.iter().find(|(other, _)| right(other))?;
    verb_after(verb)
}

/// The item that a word opens.
pub fn item_of(word: &str) -> Option<&'static ItemForm> {
    ITEMS.iter().find(|form| form.word == word)
}

/// How an item is written.
pub fn item_form(item: ItemWord) -> &'static ItemForm {
    ITEMS.iter().find(|form| form.item == item).unwrap_or(&NO_ITEM)
}

/// How a line is written.
pub fn line_form(line: LineWord) -> &'static LineForm {
    LINES.iter().find(|form| form.line == line).unwrap_or(&NO_LINE)
}

/// How a statement with this verb is written.
pub fn verb_form(verb: Verb) -> &'static VerbForm {
    VERBS.iter().find(|form| form.verb == verb).unwrap_or(&NO_VERB)
}

// The tables are complete (a test counts them); these stand in so that looking up cannot fail.
static NO_ITEM: ItemForm = item(ItemWord::Case, "", "", "", &[]);
static NO_LINE: LineForm = line(LineWord::Quote, "", "", "", &[]);
static NO_VERB: VerbForm = verb(Verb::Is, "", "", "", "");

/// The verb that stands after a party: `requires`, `require`, ...
pub fn verb_after(word: &str) -> Option<&'static VerbForm> {
    VERBS.iter().find(|form| !form.opens && (form.one == word || form.several == word))
}

/// The verb that opens a line: `denies`, `deny`, ...
pub fn verb_opening(word: &str) -> Option<&'static VerbForm> {
    VERBS.iter().find(|form| form.opens && (form.one == word || form.several == word))
}

/// Whether a word cannot be a name.
pub fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}

impl LineForm {
    /// The first of the opening words: `said` of `said by`.
    pub fn first(&self) -> &'static str {
        self.words.split(' ').next().unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_word_stands_once_and_every_line_has_an_owner() {
        assert_eq!(RESERVED.len(), 19);
        let items: BTreeSet<_> = ITEMS.iter().map(|form| form.word).collect();
        let lines: BTreeSet<_> = LINES.iter().map(|form| form.words).collect();
        let verbs: BTreeSet<_> = VERBS.iter().map(|form| form.one).collect();
        assert_eq!((items.len(), lines.len(), verbs.len()), (ITEMS.len(), LINES.len(), VERBS.len()));
        for form in LINES {
            let owned = ITEMS.iter().any(|item| item.lines.contains(&form.line))
                || LINES.iter().any(|line| line.lines.contains(&form.line));
            assert!(owned, "{}", form.words);
        }
    }

    #[test]
    fn every_entry_finds_itself() {
        assert!(ITEMS.iter().all(|form| item_form(form.item).word == form.word && item_of(form.word).is_some()));
        assert!(LINES.iter().all(|form| line_form(form.line).words == form.words));
        assert!(VERBS.iter().all(|form| verb_form(form.verb).one == form.one));
        assert!(OTHER_VERBS.iter().all(|(other, _)| verb_for(other).is_some() && verb_after(other).is_none()));
    }
}
