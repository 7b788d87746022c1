//! What can the program say? Every sentence and label stands here, and in the files under `words/`, and nowhere else.
//!
//! Neutral throughout: no word judges a party, gives advice or tells the future. Names are never inflected and
//! never followed by a verb that would have to agree with them, so that two parties can be exchanged in any
//! sentence. A function that takes a number is grammatical for none, one, two and many.

pub mod adding;
pub mod claims;
pub mod clause_cards;
pub mod clauses;
pub mod cli;
pub mod coders;
pub mod csv;
pub mod decide;
pub mod desk;
pub mod fmt;
pub mod holding;
pub mod keeping;
pub mod made_from;
pub mod markdown;
pub mod orphaned;
pub mod pictures;
pub mod private;
pub mod screen;
pub mod sheet;
pub mod since;
pub mod sources;
pub mod speakers;
pub mod stating;
pub mod suggest;
pub mod switches;
pub mod told_by;
pub mod track;
pub mod tracking;
pub mod unconfirmed;

// ---------------------------------------------------------------------------------------------- numbers, lists

/// A number in words up to twelve, in figures beyond.
pub fn count(n: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(n).map_or_else(|| n.to_string(), |w| (*w).to_owned())
}

/// The same text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().collect::<String>() + chars.as_str())
}

/// "one clash", "two clashes": a number with its noun.
fn of(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}

fn joined(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{}{last}{end}", first.join(", ")),
    }
}

/// "A, B and C".
pub fn and(items: &[String]) -> String {
    joined(items, " and ")
}

/// "A, B or C".
pub fn or(items: &[String]) -> String {
    joined(items, " or ")
}

/// "A; B; C": for items that hold commas themselves.
pub fn list(items: &[String]) -> String {
    items.join("; ")
}

pub fn clashes(n: usize) -> String {
    of(n, "clash", "clashes")
}
pub fn open_points(n: usize) -> String {
    of(n, "open point", "open points")
}
pub fn reports(n: usize) -> String {
    of(n, "report", "reports")
}
pub fn origins(n: usize) -> String {
    of(n, "origin", "origins")
}

// ------------------------------------------------------------------------------------------------ page and case

pub const LANGUAGE: &str = "en";
pub const SKIP: &str = "To the answer";
pub const SECTIONS: &str = "Sections";
pub const UNDATED: &str = "none of them dated";

pub fn page_title(case: &str) -> String {
    format!("{case}: what has been said, and what cannot all stand")
}
/// Under the title of the case: what the page is made from.
pub fn made_from(documents: usize, dated: bool, as_of: Option<&str>) -> String {
    let undated = if dated || documents == 0 { String::new() } else { format!(", {UNDATED}") };
    let day = as_of.map(|d| format!(", as of {d}")).unwrap_or_default();
    format!("A brief from {}{undated}{day}", reports(documents))
}
pub const NAV: [(&str, &str); 8] = [
    ("positions", "Positions"),
    ("clashes", "Clashes"),
    ("changes", "Changes"),
    ("ask", "To ask"),
    ("order", "Order"),
    ("rounds", "Rounds"),
    ("known", "Sources"),
    ("quotes", "Quotes"),
];

// --------------------------------------------------------------------------------------- under which assumptions

pub const READING: &str = "You are reading";
pub const ALL_OPEN: &str = "with every contested point open and every report counted";
pub const NONE_OPEN: &str = "all that was reported; no point is contested";
pub const ANOTHER_CASE: &str = "another case than the one reported";

/// "with “X” as denied, without report 4".
pub fn chosen(settings: &[String], without: &[String], with: &[String]) -> String {
    let mut parts = Vec::new();
    if !settings.is_empty() {
        parts.push(format!("with {}", and(settings)));
    }
    if !without.is_empty() {
        parts.push(format!("without {} ({ANOTHER_CASE})", and(without)));
    }
    if !with.is_empty() {
        parts.push(format!("with the added condition {}", and(with)));
    }
    parts.join(", ")
}
/// What stays open beside the choices made.
pub fn rest_open(n: usize) -> String {
    match n {
        0 => "nothing else is open".to_owned(),
        1 => "one other point is open".to_owned(),
        n => format!("{} other points are open", count(n)),
    }
}

// -------------------------------------------------------------------------------------- the answer in a sentence

/// The verdict without its case: which of the four it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Fits,
    Nothing,
    Depends,
    Rules,
}

/// The headline: a sentence, true whatever is open.
pub fn headline(outcome: Outcome, open: usize) -> String {
    let tail = if open == 0 { "" } else { ", whichever way the open points fall" };
    match outcome {
        Outcome::Fits => format!("At least one agreement is compatible with everything that has been said{tail}"),
        Outcome::Nothing => format!("No agreement is compatible with everything that has been said{tail}"),
        Outcome::Depends => {
            "Whether any agreement is compatible with everything that has been said turns on points still open"
                .to_owned()
        }
        Outcome::Rules => "The rules of this case contradict each other, whatever anybody has said".to_owned(),
    }
}

/// Limits that no package meets by themselves, before the clashes between limits are counted.
pub fn limits_unmet(n: usize) -> String {
    let verb = if n == 1 { "is" } else { "are" };
    format!("{} {verb} met by no package, whatever else is said.", capital(&of(n, "stated limit", "stated limits")))
}
/// No clash is left beside such limits.
pub const REST_STANDS: &str = "All other stated limits can stand together.";
/// How many clashes there are, and where.
pub fn clashes_in_all(every: usize, some: usize, points: usize) -> String {
    let turn = |n: usize| {
        let verb = if n == 1 { "turns" } else { "turn" };
        if points == 0 { String::new() } else { format!(", and {verb} on {}", open_points(points)) }
    };
    match (every, some) {
        (0, 0) => "No clash is reported: all stated limits can stand together.".to_owned(),
        (0, s) => format!("{} there in some readings and not in others{}.", are(s), turn(s)),
        (e, 0) => format!("{} there in every reading.", are(e)),
        (e, s) => {
            let rest = if s == 1 { "one more is".to_owned() } else { format!("{} more are", count(s)) };
            format!("{} there in every reading; {rest} there in some{}.", are(e), turn(s))
        }
    }
}
fn are(n: usize) -> String {
    format!("{} {}", capital(&clashes(n)), if n == 1 { "is" } else { "are" })
}
/// The clashes of every reading by their titles.
pub fn in_every_reading(titles: &[String]) -> String {
    format!("In every reading: {}.", list(titles))
}
/// What the first open point decides and what it leaves.
pub fn first_point(title: &str, decides: &[&str], leaves_fit: bool) -> String {
    let decides: Vec<String> = decides.iter().map(|d| (*d).to_owned()).collect();
    if leaves_fit {
        format!(
            "The point on which most turns, {title}, does not decide whether anything fits. It decides {}.",
            and(&decides)
        )
    } else {
        format!("The point on which most turns, {title}, decides {}.", and(&decides))
    }
}
/// How many clashes go with one report.
pub fn go_without(n: usize, total: usize, report: &str) -> String {
    let verb = if n == 1 { "goes" } else { "go" };
    if n == total && n > 1 {
        format!("Without {report}, all {} {verb}.", clashes(total))
    } else {
        format!("Without {report}, {} of the {} {verb}.", count(n), clashes(total))
    }
}
pub fn rules_concerned(rules: &[String]) -> String {
    format!("They concern no party: {}.", list(rules))
}
pub const WITNESS: &str = "One package that fits";
pub const WITNESS_STEPS: &str = "in this order";
pub const IMPOSSIBLE: &str = "Limits that no package meets by themselves";

// ----------------------------------------------------------------------------------------------------- readings

pub const EVERY: &str = "in every reading";
pub const SOME: &str = "in some readings";
pub const NEVER: &str = "in no reading";
pub const WISHES: &str = "Are wishes counted as conditions?";

pub fn quoted(title: &str) -> String {
    format!("“{title}”")
}
pub fn answer_of(answer: &str, question: &str) -> String {
    format!("“{answer}” ({question})")
}
pub fn as_reported(title: &str) -> String {
    format!("“{title}” as reported")
}
pub fn as_denied(title: &str) -> String {
    format!("“{title}” as denied")
}
pub const WISHES_COUNTED: &str = "wishes counted";
pub const WISHES_NOT_COUNTED: &str = "wishes not counted";
/// "with A, and B or C".
pub fn when(common: &[String], either: &[Vec<String>]) -> String {
    let single = either.iter().all(|e| e.len() == 1);
    let terms: Vec<String> = either.iter().map(|e| and(e)).collect();
    let alternatives = if single { or(&terms) } else { joined(&terms, ", or ") };
    match (common.is_empty(), either.is_empty()) {
        (true, true) => SOME.to_owned(),
        (true, false) => format!("with {alternatives}"),
        (false, true) => format!("with {}", and(common)),
        (false, false) => format!("with {}, and {}{alternatives}", and(common), if single { "" } else { "either " }),
    }
}
/// The label of one answer of a question.
pub const ANSWER_AS_REPORTED: &str = "As reported";
pub const ANSWER_AS_DENIED: &str = "As denied";
pub const ANSWER_COUNTED: &str = "Counted";
pub const ANSWER_NOT_COUNTED: &str = "Not counted";
pub const ANSWER_SET_ASIDE: &str = "Set aside";

// ------------------------------------------------------------------------------------ what the answer turns on

pub const TURNS_ON: &str = "What the answer turns on";
pub const TURNS_ON_NOTHING: &str =
    "No contested point, no report and no origin changes an answer on this page by itself.";
pub const TURNS_ON_SOURCES: &str = "Reports that carry an answer";
pub const TURNS_ON_ORIGINS: &str = "Origins that carry an answer";
pub const ASKS_ANOTHER_CASE: &str =
    "Setting a report or an origin aside asks another case. A report is set aside with those that copy it.";
pub const SAME_AS: &str = "The same goes for the origin";

pub const DECIDES_FITS: &str = "whether anything fits";
pub const DECIDES_ENOUGH: &str = "whose changes would be enough";
pub const DECIDES_KNOTS: &str = "which clashes are one question between the parties and which are several";
pub const DECIDES_CLASHES: &str = "which clashes there are";
pub const DECIDES_SHUT_OUT: &str = "which offers are shut out";
pub fn decides(what: &[&str]) -> String {
    let what: Vec<String> = what.iter().map(|d| (*d).to_owned()).collect();
    format!("Decides {}.", and(&what))
}

pub const SOMETHING_FITS: &str = "something fits";
pub const NOTHING_FITS: &str = "nothing fits";
pub const RULES_FAIL: &str = "the rules of the case contradict each other";
/// The verdict under one answer, short; where it depends, the readings follow.
pub fn fits(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fits | Outcome::Depends => SOMETHING_FITS,
        Outcome::Nothing => NOTHING_FITS,
        Outcome::Rules => RULES_FAIL,
    }
}
/// The same, and the readings in which something fits.
pub fn fits_in(said: &str, readings: &str) -> String {
    format!("{said} {readings}")
}
pub const ENOUGH_HERE: &str = "enough in every reading";
pub const NO_CHANGE: &str = "no change at all";
pub const ALONE: &str = "alone";
pub fn questions_between(n: usize) -> String {
    of(n, "question between them", "questions between them")
}
pub fn clashes_go(n: usize) -> String {
    format!("{} {}", clashes(n), if n == 1 { "goes" } else { "go" })
}
pub fn clashes_here(n: usize) -> String {
    format!("{} in every reading", clashes(n))
}
pub fn clashes_new(n: usize) -> String {
    of(n, "new clash", "new clashes")
}
pub fn clashes_maybe(n: usize) -> String {
    format!("{} in some readings", clashes(n))
}
pub fn shut_out_here(n: usize) -> String {
    format!("{} shut out", of(n, "offer", "offers"))
}
/// Offers and acceptances that are shut out under another answer, and not under this one.
pub const NOT_SHUT_OUT_HERE: &str = "not shut out";
/// Offers and acceptances that are not made at all under this answer.
pub const NOT_MADE_HERE: &str = "then not made";
/// Sets of parties that are enough under another answer, and not under this one.
pub const NOT_ENOUGH_HERE: &str = "not enough in every reading";
/// Before offers that other limits shut out under this answer.
pub const SHUT_OUT_THEN: &str = "shut out";
/// Before the limits that do.
pub const BY_LIMITS: &str = "by";
/// Under an answer with nothing of its own.
pub const NO_DIFFERENCE: &str = "as with this point open, but for what stands under the others";
pub const SAME_BUT_LIMITS: &str =
    "The same offers are shut out either way; what differs is by which limits, or in which readings.";
pub const SAME_BUT_READINGS: &str =
    "The same either way, all readings taken together; what differs is in which of them it is so.";
/// Behind a claim some of whose offers are meant; nothing where all are.
pub fn some_of(n: usize, all: usize) -> String {
    if n == all { String::new() } else { format!(" ({} of {})", count(n), count(all)) }
}
/// "point 3 as reported".
pub fn point_set(number: usize, answer: &str) -> String {
    format!("point {number} {answer}")
}
/// A clash among others over the same issues: in which readings, and the limits that tell it apart.
pub fn told_apart(reading: &str, limits: &str) -> String {
    match (reading.is_empty(), limits.is_empty()) {
        (true, _) => limits.to_owned(),
        (_, true) => reading.to_owned(),
        (false, false) => format!("{reading}: {limits}"),
    }
}
pub const ONLY_SHUT_OUT: &str = "Others change only which offers are shut out";
/// Several clashes over the same issues, told once.
pub fn times(title: &str, n: usize) -> String {
    if n == 1 { title.to_owned() } else { format!("{title} ({})", count(n)) }
}
pub fn claims_go(n: usize) -> String {
    format!("{} with it.", of(n, "claim goes", "claims go"))
}
pub fn in_round(who: &str, round: &str) -> String {
    format!("{who}, {round}")
}
pub fn and_more(n: usize) -> String {
    format!("and {} more", count(n))
}

// ---------------------------------------------------------------------------------- where it clashes, enough

pub const WHERE_IT_CLASHES: &str = "Where it clashes";
pub const GRID: &str = "Clashes by party, and whose changes together would be enough";
pub const CLASH: &str = "Clash";
pub const KEY_EVERY: &str = "in every reading";
pub const KEY_SOME: &str = "in some";
pub const KEY_KNOT: &str = "one question between them";
pub const ONE_QUESTION: &str = "One question between them";
pub const ENOUGH: &str = "Whose changes, together, would be enough";
pub const ENOUGH_MEANS: &str =
    "“Enough” removes the contradictions on paper. It does not say that anybody ought to change, or will.";
pub const ENOUGH_NONE: &str = "No set of parties was found whose changes, together, would be enough.";
pub const ENOUGH_ANYWAY: &str = "No change is needed for all that was said to stand together.";
pub fn in_no_clash(parties: &[String]) -> String {
    format!("In no clash: {}.", and(parties))
}
pub fn at_least(n: usize) -> String {
    format!("At least {}: the count of work set for the list was reached.", clashes(n))
}
/// A clash that shares its issues with another, told apart.
pub fn between(issues: &str, what: &str) -> String {
    format!("{issues} ({what})")
}
pub fn alone(party: &str) -> String {
    format!("{party} {ALONE}")
}

// --------------------------------------------------------------------------------------- who has said what

pub const POSITIONS: &str = "Who has said what";
pub const POSITIONS_INTRO: &str = "Open an entry for the words it rests on and the reading given to them. A body is shown in the column of its party.";
pub const POSITIONS_TABLE: &str = "Positions by issue and party";
pub const ISSUE: &str = "Issue";
pub const NOT_REPORTED: &str = "not reported";
pub const NO_OPTIONS: &str = "discussed; no option is reported";
pub const NO_POSITION: &str = "No position of any party is reported.";
pub const STATED: &str = "stated";
pub const REPORTED_SOFTER: &str = "reported softer";
pub const TESTED: &str = "tested";
pub const DEPARTED: &str = "departed from";
/// A claim that somebody denies.
pub const DENIED: &str = "denied";
/// A claim that is one of several versions of one matter.
pub const IN_VERSIONS: &str = "told in versions";
/// A limit that rests on one of several versions.
pub const ONE_VERSION: &str = "one version";
pub const WISH: &str = "a wish";
/// How firmly a limit stands, in a word.
pub fn firmness(firmness: &zopa_finding::Firmness) -> &'static str {
    use zopa_finding::Firmness::*;
    match firmness {
        Stated => STATED,
        ReportedSofter { .. } => REPORTED_SOFTER,
        Tested { .. } => TESTED,
        DepartedFrom { .. } => DEPARTED,
    }
}
pub fn not_repeated_since(round: &str) -> String {
    format!("not repeated since {round}")
}
pub const BODIES: &str = "Bodies";
/// A body with the party it belongs to.
pub fn body_of(body: &str, party: &str) -> String {
    format!("{body}, of {party}")
}
pub fn firmness_key() -> [(&'static str, &'static str); 7] {
    [
        (STATED, "said, and nothing else is reported"),
        (REPORTED_SOFTER, "a claim softens it, or its holder accepts what it forbids"),
        (TESTED, "a claim says that it is being tested"),
        (DEPARTED, "its holder later offered or accepted what it forbids"),
        (WISH, "said as a wish; counted as a condition or not"),
        (DENIED, "somebody denies it"),
        (IN_VERSIONS, "one of several versions of one matter, none of them the default"),
    ]
}
/// The verb of a statement as the page shows it.
pub fn verb(verb: &str) -> &str {
    match verb {
        "requires" => "requires",
        "rejects" => "rejects",
        "seeks" => "seeks",
        "offers" => "offers",
        "accepts" => "accepts",
        "prefers" => "prefers",
        "puts" => "puts first",
        "is" => "role",
        "led" | "led by" => "led by",
        "may" => "may",
        "rule" => "reported rule",
        "denies" => "denies",
        "softens" => "reported softer",
        "tests" => "tests",
        "supersedes" => "replaces",
        "expires" => "expires",
        other => other,
    }
}

// ------------------------------------------------------------------------------------------- why nothing fits

pub const WHY_NOTHING: &str = "Why nothing fits";
pub const WHY_CLASH: &str = "What cannot all stand";
pub const WHY_INTRO: &str = "Each set of stated limits below cannot all stand. Each is as small as it can be: \
     take one limit away and the rest agree. Open one for its words and their reading.";
pub const WHY_NONE: &str = "No set of stated limits excludes every agreement.";
pub const WHY_TABLE: &str = "Limits of this clash, by party";
pub const BY_ITSELF: &str = "no package meets it by itself";
/// Reports each of which, set aside, takes the clash away.
pub fn goes_without(reports: &[String]) -> String {
    let each: Vec<String> = reports.iter().map(|report| format!("goes without {report}")).collect();
    list(&each)
}
pub const PARTY: &str = "Party";
pub const ALSO_RESTS_ON: &str = "Also rests on";
pub const RESTS_ON_WORDS: &str = "The words it rests on";

// --------------------------------------------------------------------------------- what would have to change

pub const CHANGES: &str = "What would have to change";
pub const CHANGES_INTRO: &str = "Question by question, the smallest sets of stated limits which, given up, \
     leave no contradiction in it. A cell names the limit that would change. Each row is one way, and enough for \
     its question in every reading left open.";
pub const NOT_AN_INTEREST: &str = "A limit is not an interest, limits do move, and a way that leaves a party’s limits \
     as stated may still cost it much.";
pub const CHANGES_NONE: &str = "Nothing has to change for all that was said to stand together.";
pub const CHANGES_TABLE: &str = "Ways for this question, by party";
pub const AS_STATED: &str = "as stated";
pub const COULD_STAND: &str = "What could then stand";
pub const NO_ONE_WORLD: &str = "no single package serves every reading left open";
pub const ENOUGH_FOR_THIS: &str = "Enough for this question alone";
pub fn ways(n: usize, complete: bool) -> String {
    let ways = of(n, "way", "ways");
    if complete { ways } else { format!("at least {ways}") }
}
/// Beyond what a person would read.
pub fn ways_beyond(n: usize) -> String {
    format!("{}: zopa openings --format json lists all", further_ways(n))
}

pub fn further_ways(n: usize) -> String {
    format!("{} further {}", capital(&count(n)), if n == 1 { "way" } else { "ways" })
}

// ------------------------------------------------------------------------------------------------------ shut out

pub const SHUT_OUT: &str = "Offers and acceptances, and what shuts them out";
pub const SHUT_OUT_INTRO: &str = "Beside each offer or reported acceptance stand the stated limits that exclude it, \
     whatever else is agreed; each line is one way in which it is shut out.";
pub const SHUT_OUT_TABLE: &str = "Offers and acceptances, and what shuts them out";
pub const SHUT_OUT_NONE: &str = "No stated limit shuts out an offer or a reported acceptance.";
pub const OFFER_OF: &str = "offer of";
pub const ACCEPTANCE_OF: &str = "acceptance by";
pub const OFFER: &str = "Offer or acceptance";
/// A set of limits that shuts an offer out and has no member.
pub const BY_RULES: &str = "the rules of the case alone";
pub const SHUT_OUT_BY: &str = "Shut out by";
pub const NOT_SHUT_OUT: &str = "Not shut out by any stated limit";
pub const NOT_ALL_SETS: &str = "at least these";
pub const HELD: &str = "made";

// --------------------------------------------------------------------------------------------------- to ask next

pub const ASK: &str = "What to ask next";
pub const ASK_INTRO: &str =
    "Questions to each about what it is reported to have said. None asks for a change of position.";
pub const ASK_NONE: &str = "No answer would settle anything on this page that is not settled.";
pub const SETTLES: &str = "Its answer would settle";
pub const SETTLES_POSITION: &str = "a position that no report gives";
pub fn ask_which(question: &str, answers: &[String]) -> String {
    let asked = question.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?');
    format!("{question}{} {}?", if asked { " Is it" } else { ": is it" }, or(answers))
}
pub fn ask_as_reported(title: &str) -> String {
    format!("“{title}”: this is reported, and denied. Is it as reported or as denied?")
}
pub fn ask_required(title: &str) -> String {
    format!("“{title}”: this is reported as a wish. Is it a condition for any agreement?")
}
pub fn ask_still_stands(title: &str) -> String {
    format!("“{title}”: does this still stand?")
}
pub fn ask_position(issue: &str) -> String {
    format!("What is the position on this: {issue}?")
}

// ------------------------------------------------------------------------------------------------- in what order

pub const ORDER: &str = "In what order";
pub const ORDER_INTRO: &str =
    "An arrow runs from a step to what waits for it. A bar joins the marks of a step that several take.";
pub const ORDER_NONE: &str = "No step and no gate is reported.";
pub const ORDER_PICTURE: &str =
    "Steps and gates by who takes them and what each waits for; the table below holds the same";
pub const ORDER_TABLE: &str = "Steps and gates";
pub const STEP: &str = "Step";
pub const BY: &str = "By";
pub const TAKEN: &str = "Taken";
pub const WAITS_FOR: &str = "Waits for";
pub const ALSO_SAID: &str = "also said of it";
pub const COMPATIBLE: &str = "These statements are compatible: no clash contains them.";
pub const SAID_IN: &str = "Words";
pub const GATE: &str = "gate";
pub const IRREVERSIBLE: &str = "hard to undo";
pub const ALWAYS: &str = "in any agreement";
pub const OPTIONAL: &str = "not in every agreement";
pub const NO_WAIT: &str = "no order is reported";
pub const BY_NOBODY: &str = "by whom: not reported";
pub const RULE_OF_CASE: &str = "rule of the case";
pub const TAKEN_WHERE: &str = "where";
pub fn only_after(step: &str) -> String {
    format!("only after {step}")
}
pub fn after_if_both(step: &str) -> String {
    format!("after {step}, where both are taken")
}

// --------------------------------------------------------------------------------------------------- commitments

pub const COMMITMENTS: &str = "Commitments as reported";
pub const COMMITMENTS_INTRO: &str = "Each commitment as it is laid down, from what sets it off to what follows. A part that a \
    commitment can have and no report gives is marked as a hole.";
pub const COMMITMENTS_NONE: &str = "No commitment is reported.";
/// The label of a field of a commitment.
pub fn field(name: &str) -> &str {
    match name {
        "kind" => "What kind",
        "by" => "Who gives it",
        "to" => "To whom",
        "when" => "What sets it off",
        "below" => "What lies below that",
        "does" => "What follows",
        "discretion" => "How firmly",
        "decided-by" => "Who decides that it is set off",
        "within" => "How fast",
        "force" => "Approval and legal form",
        "from" => "From when",
        "lasts" => "How long",
        "posted-with" => "Held by",
        "if-broken" => "If it is broken",
        "honour" => "How often honoured",
        other => other,
    }
}
pub const LENGTH_NOT_REPORTED: &str = "the length is not reported";
/// A value of a field as the page shows it: fixed words of the language in plain ones, all else as it stands.
pub fn value<'a>(field: &str, value: &'a str) -> &'a str {
    match (field, value) {
        ("decided-by", "all of") => "all of these",
        ("decided-by", "any of") => "any one of these",
        ("does", "not") => "this is left out",
        ("discretion", "may") => "may follow, and need not",
        ("discretion", _) if value != "?" => "is bound to follow",
        ("lasts", "?") => LENGTH_NOT_REPORTED,
        (_, "?") => NOT_REPORTED,
        _ => value,
    }
}
/// Words are reported, and no value that the field could have.
pub const ONLY_WORDS: &str = "beyond these words not reported";
/// An event that the trigger is a part of.
pub fn other_cases(event: &str) -> String {
    format!("Whether other cases of “{event}” count: {NOT_REPORTED}")
}
pub fn fields_missing(missing: usize, all: usize) -> String {
    match missing {
        0 => format!("All {all} fields are reported."),
        1 => format!("One of {all} fields is not reported."),
        n => format!("{} of {all} fields are not reported.", capital(&count(n))),
    }
}

// ----------------------------------------------------------------------------------------------- round by round

pub const ROUNDS: &str = "Round by round";
pub const ROUNDS_INTRO: &str = "What differs between rounds is a change, not a contradiction.";
pub const ROUNDS_NONE: &str = "No round is reported.";
pub const NO_ROUND: &str = "No round given";
pub const NO_DATE: &str = "date not reported";
pub const EXPECTED: &str = "expected";
pub const OUTSIDE: &str = "order known from outside the documents";
pub const SAID: &str = "Said";
pub fn claims_said(n: usize) -> String {
    of(n, "claim", "claims")
}
pub const CHANGED: &str = "Against earlier rounds";
pub const NOT_REPEATED_HERE: &str = "Not repeated here or later";
pub const EXPIRES: &str = "Expires";
pub const EXPIRY_UNKNOWN: &str = "date not reported";
pub const LED_BY: &str = "Delegation led by";
pub const SOFTENED: &str = "softened";
pub const HARDENED: &str = "hardened";
pub const RESTATED: &str = "restated";
pub const CHANGED_OTHERWISE: &str = "changed";
pub const BEFORE_THAT: &str = "before";
pub const TRACKS: &str = "Tracks";
pub const WITH: &str = "with";
pub fn after(round: &str) -> String {
    format!("after {round}")
}
pub fn in_track(track: &str) -> String {
    format!("track: {track}")
}

// ---------------------------------------------------------------------------------------------------- who is heard

pub const HEARD: &str = "Who is heard";
pub const HEARD_INTRO: &str = "Words quoted directly in the reports, each utterance counted once.";
pub const HEARD_TABLE: &str = "Words quoted directly, by party";
pub const HEARD_NONE: &str = "No report quotes anybody directly.";
pub const UNPLACED: &str = "Placed with no party by any report";
pub const SPEAKERS: &str = "Speakers";
pub const WORDS: &str = "Words";

// ------------------------------------------------------------------------------------------------------ how we know

pub const KNOWN: &str = "How we know";
pub const KNOWN_INTRO: &str =
    "An origin is where a chain of telling ends. Origins are counted, not reports: telling a thing twice adds none.";
pub const ORIGINS_TABLE: &str = "Origins by reports";
pub const ORIGIN: &str = "Origin";
pub const FIRST_HAND: &str = "first-hand";
pub const RETOLD: &str = "retold";
pub const COPIED: &str = "copied";
/// How a report carries an origin, in a word.
pub fn telling_kind(kind: zopa_finding::TellingKind) -> &'static str {
    use zopa_finding::TellingKind::*;
    match kind {
        FirstHand => FIRST_HAND,
        Retold => RETOLD,
        Copied => COPIED,
    }
}
pub const ABSENT: &str = "not in this report";
pub const STROKE: &str = "–";
pub const CLAIMS: &str = "Claims";
pub const UNNAMED: &str = "unnamed";
pub const OWN_VOICE: &str = "the report’s own voice";
/// Many tellings, few origins.
pub fn tellings(origins_there: usize, tellings: usize) -> String {
    format!("{}, {}.", capital(&origins(origins_there)), of(tellings, "telling", "tellings"))
}
pub const NO_ORIGINS: &str = "No origin is known.";
pub fn told(outlet: &str) -> String {
    format!("told {outlet}")
}
pub const UNSEEN: &str = "known only through others";
pub fn copies(report: &str) -> String {
    format!("copies {report}")
}
pub fn retells(outlets: &str) -> String {
    format!("rests on {outlets}")
}
pub fn published(date: &str) -> String {
    format!("published {date}")
}
pub const OUTLET_NOT_GIVEN: &str = "outlet not given";
pub const NOT_DATED: &str = "no date carried";
pub const REPORTS: &str = "The reports";
pub const WAY: &str = "The way of one claim";
pub const WAY_RELAYED: &str = "said to be the position of";
pub const WAY_SPEAKER: &str = "said by";
pub const WAY_UNSEEN: &str = "told to, and known only through others";
pub const WAY_REPORT: &str = "in";
pub const WAY_COPY: &str = "copied in";
pub const DRIFT: &str = "Words that changed between tellings";
pub const DRIFT_NONE: &str = "No utterance is told in two wordings.";
pub const WORDING_CHANGED: &str = "wording changed";
pub const SOURCE_DROPPED: &str = "source dropped";
pub fn report(number: u32) -> String {
    format!("report {number}")
}
pub fn report_named(number: u32, outlet: &str) -> String {
    format!("{}, {outlet}", capital(&report(number)))
}
/// An outlet that nobody has named yet.
pub fn outlet_of(number: u32) -> String {
    format!("Outlet of {}", report(number))
}
/// "report 2", "reports 1, 2 and 3".
pub fn report_list(numbers: &[u32]) -> String {
    let shown: Vec<String> = numbers.iter().map(u32::to_string).collect();
    if numbers.len() == 1 { format!("report {}", and(&shown)) } else { format!("reports {}", and(&shown)) }
}

// ------------------------------------------------------------------------------------------- questions, claims

pub const NO_EFFECT: &str = "Open points that change nothing";
pub const NO_EFFECT_INTRO: &str =
    "The reports leave these open. None changes an answer on this page; all others follow below.";
pub const CHANGES_NO_ANSWER: &str =
    "Whichever is so, no answer here changes, until somebody reports a position that depends on it.";
pub const NO_EFFECT_NONE: &str = "Every open point changes some answer.";
pub const QUESTIONS: &str = "Open points that change a limit";
pub const QUESTIONS_NONE: &str = "The reports leave no point open.";
pub const QUESTIONS_NO_SWITCH: &str = "No open point changes a limit.";
pub const QUESTION_STATED: &str = "told in more than one version";
pub const QUESTION_DENIAL: &str = "reported, and denied";
pub const QUESTION_WISHES: &str = "said as a wish; counted as a condition or not";
pub const HOLDS_NOTHING: &str = "holds no claim";
pub const CHOSEN: &str = "chosen";
pub const SWITCH_NO_TURN: &str = "Changes a limit; no answer on this page turns on it alone.";
pub const OTHER_CLAIMS: &str = "What else was said";
pub const OTHER_CLAIMS_INTRO: &str =
    "Claims with no position on an issue: roles, assessments, tracks, preconditions. Rival ones stand side by side.";
pub const ALL_CLAIMS: &str = "Every claim";
pub const ALL_CLAIMS_INTRO: &str = "Each claim with the reading given to it, who said it, and the words. A verified quote adds no rigour to its reading.";
pub const NO_CLAIMS: &str = "The case holds no claim.";
pub const SUPPOSED: &str = "the analyst’s own supposition; in no answer unless added";
pub const READING_GIVEN: &str = "read as";
/// The head of a column of readings.
pub const READING_HEAD: &str = "Read as";
pub const REASON: &str = "the reason";
pub const NO_READING: &str = "No limit, offer or rule is read from it.";
pub const ABOUT: &str = "about";
pub const DENIED_BY: &str = "denied by";
pub const DECIDED_BY: &str = "open point";
pub fn said_by(who: &str) -> String {
    format!("said by {who}")
}
pub fn relaying(party: &str) -> String {
    format!("passing on the position of {party}")
}
pub fn said_to(whom: &str) -> String {
    format!("to {whom}")
}
pub const IN_OWN_VOICE: &str = "in the report’s own voice";
pub const NO_QUOTE: &str = "No quote carries it.";
pub fn coded_by(who: &str) -> String {
    format!("coded by {who}")
}
pub fn checked_by(who: &str) -> String {
    format!("checked by {who}")
}
/// "reports 1, 2 and 3: one origin".
pub fn carried_by(reports: &str, n: usize) -> String {
    format!("{reports}: {}", origins(n))
}
pub const WHOLE_ENTRY: &str = "whole entry";

// ---------------------------------------------------------------------------- assumptions, omissions, quotes

pub const ASSUMES: &str = "What this page assumes and cannot know";
pub const ASSUMES_INTRO: &str = "No quote carries what is listed here.";
pub const ASSUMES_NONE: &str = "Nothing is assumed beyond the readings shown with each claim.";
pub const ASSUMED_RULES: &str = "Rules of the case";
pub const ASSUMED_SUPPOSITIONS: &str = "Suppositions of the analyst";
pub const ASSUMED_UNQUOTED: &str = "Claims without a quote";
pub const ASSUMED_OUTSIDE: &str = "Dates and orders known from outside the documents";
pub const ASSUMED_READINGS: &str = "Readings given to quotes, with the reason";
pub const RULES: &str = "Rules that were applied";
pub const CANNOT: &str = "What this page cannot know";
pub const CANNOT_KNOW: [&str; 5] = [
    "What was said and not reported. An empty place reads “not reported”; it does not read “no”.",
    "Interests. The page knows limits, offers and wishes as they were told.",
    "Whether a statement still stands. Where a later round is silent, the page says since when.",
    "Who an unnamed source is. The page does not guess.",
    "What will happen. The page makes no forecast.",
];
pub const LEFT_OUT: &str = "Left out of the reports";
pub const LEFT_OUT_INTRO: &str = "Parts of the documents that are not reporting, with the reason. The words stay here.";
pub const LEFT_OUT_NONE: &str = "Nothing was left out of the reports.";
pub const QUOTES: &str = "Every quote";
pub const QUOTES_NONE: &str = "The case holds no quote.";
pub const NOT_SHIPPED: &str = "The publishers’ texts are not shipped with this brief.";
pub const VERIFIED: &str = "verified";
pub const NOT_IN_HAND: &str = "document not in hand";
pub const ORPHANED: &str = "not found in the document";
pub const NEAREST: &str = "Nearest passage";
pub fn at_offset(byte: u64) -> String {
    format!("at byte {byte}")
}
/// How many of the quotes stand how.
pub fn quote_states(verified: usize, absent: usize, orphaned: usize) -> String {
    let part =
        |n: usize, one: &str, many: &str| (n > 0).then(|| format!("{} {}", count(n), if n == 1 { one } else { many }));
    let parts: Vec<String> = [
        part(verified, "quote is verified byte for byte", "quotes are verified byte for byte"),
        part(absent, "quote is from a document not in hand", "quotes are from documents not in hand"),
        part(orphaned, "quote is not found in its document", "quotes are not found in their documents"),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("{}.", capital(&list(&parts)))
}
pub const FOOT: &str =
    "No forecast, no probability, no advice. Exchange two parties in the case, and this page is exchanged exactly.";
