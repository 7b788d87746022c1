//! What can the program say? Every sentence and label stands here and nowhere else.
//!
//! Neutral throughout: no word judges a party, gives advice or tells the future. Names are never inflected and
//! never followed by a verb that would have to agree with them, so that two parties can be exchanged in any
//! sentence. A function that takes a number is grammatical for none, one, two and many.

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
pub const ORDER_INTRO: &str = "An arrow runs from a step to what waits for it. A circle is a step, a diamond is a gate \
     (the approval of a body), a square is hard to undo. A bar joins the marks of a step that several take. \
     A dashed line is contested.";
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
pub const COMMITMENTS_INTRO: &str =
    "What each commitment holds, field by field. A marked field is one that a commitment can have and no report gives.";
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

// ==== terminal and diagnostics: begin ====

/// What only the terminal views and the list of messages say, beside the words above.
pub mod screen {
    /// "1 error", "3 errors": messages and checks give figures.
    fn figure(n: usize, one: &str, many: &str) -> String {
        format!("{n} {}", if n == 1 { one } else { many })
    }

    // ---- messages about a case file ----

    /// The last line under a list of messages.
    pub fn message_count(errors: usize, warnings: usize) -> String {
        let errors_said = figure(errors, "error", "errors");
        let warnings_said = figure(warnings, "warning", "warnings");
        match (errors, warnings) {
            (_, 0) => errors_said,
            (0, _) => warnings_said,
            _ => format!("{errors_said}, {warnings_said}"),
        }
    }

    // ---- lists and grids ----

    /// A heading over a list of which not all is shown; the command `view` shows the rest.
    pub fn shown(heading: &str, shown: usize, all: usize, view: &str) -> String {
        if shown == all { heading.to_owned() } else { format!("{heading} ({shown} of {all}; zopa {view} has all)") }
    }
    /// A party in a clash of every reading.
    pub const MARK_EVERY: char = '●';
    /// A party in a clash of some readings.
    pub const MARK_SOME: char = '○';
    /// Beside clashes that are one question in some reading: the first of them, the others, the last.
    pub const MARKS_KNOT: [&str; 3] = ["╭", "┆", "╰"];
    /// The marks explained.
    pub fn legend() -> String {
        format!("{MARK_EVERY} {} · {MARK_SOME} {}", super::KEY_EVERY, super::KEY_SOME)
    }
    /// The mark of a knot explained.
    pub fn legend_knot() -> String {
        format!("{} {}", MARKS_KNOT.concat(), super::KEY_KNOT)
    }
    /// A point by its number on the screen.
    pub fn numbered(number: usize, title: &str) -> String {
        format!("[{number}] {title}")
    }
    /// The number of an item that is broken beside it.
    pub fn item_number(number: usize) -> String {
        format!("{number}.")
    }
    /// An item of a list by its number.
    pub fn item(number: usize, title: &str) -> String {
        format!("{number}. {title}")
    }
    /// A label and what it stands before.
    pub fn labelled(label: &str, text: &str) -> String {
        format!("{label}: {text}")
    }
    /// Words that have quotation marks inside.
    pub fn quoted_single(words: &str) -> String {
        format!("‘{words}’")
    }
    /// The limits that shut an offer out.
    pub fn by(limits: &str) -> String {
        format!("{} {limits}", super::BY_LIMITS)
    }
    /// The first of several titles, the others counted.
    pub fn first_of(titles: &[String], named: usize) -> String {
        let shown: Vec<String> = titles.iter().take(named).cloned().collect();
        first_and(&shown, titles.len().saturating_sub(named))
    }
    /// Titles, and how many more there are.
    pub fn first_and(titles: &[String], rest: usize) -> String {
        let rest = if rest == 0 { String::new() } else { format!(" {}", super::and_more(rest)) };
        format!("{}{rest}", super::list(titles))
    }
    /// An answer and what is so under it.
    pub fn under(answer: &str, what: &str) -> String {
        format!("{answer} → {what}")
    }
    /// In which readings, where no mark says that it is in some only.
    pub fn in_some(with: &str) -> String {
        format!("{}, {with}", super::KEY_SOME)
    }
    /// A remark behind something.
    pub fn remark(text: &str, remark: &str) -> String {
        format!("{text} ({remark})")
    }
    /// A knot's heading.
    pub fn question(number: usize, issues: &str) -> String {
        format!("Question {number}: {issues}")
    }
    /// Several ways, each enough.
    pub fn ways(ways: &[String]) -> String {
        ways.join("; or ")
    }

    // ---- what it turns on ----

    /// The first answer that changes, and those that change with it.
    pub fn changes(first: &str, then: &[String]) -> String {
        if then.is_empty() {
            format!("decides {first}")
        } else {
            format!("decides {first}; also {}", super::list(then))
        }
    }
    /// Before the answers of what an answer turns on.
    pub const WHAT_DIFFERS: &str =
        "Under each answer stands what differs between them; what is not named is the same under all.";
    /// Issues that are one question under an answer.
    pub fn one_question(issues: &[String]) -> String {
        format!("{} as one question", super::and(issues))
    }
    /// The kinds of what an answer turns on.
    pub const POINT: &str = "contested point";
    /// The kinds of what an answer turns on.
    pub const REPORT: &str = "report";
    /// The kinds of what an answer turns on.
    pub const ORIGIN: &str = "origin";
    /// Before sets of parties, where little room is left.
    pub const ENOUGH_SHORT: &str = "enough";
    /// Before offers, where little room is left.
    pub const SHUT_OUT_SHORT: &str = "shut out";
    /// The user has answered it.
    pub fn chosen(answer: &str) -> String {
        format!("chosen: {answer}")
    }

    // ---- why nothing fits ----

    /// In which readings something fits.
    pub fn something_fits(presence: &str) -> String {
        format!("Something fits {presence}.")
    }
    /// A limit, beside its firmness.
    pub const STATED_LIMIT: &str = "stated limit";
    /// A limit all of whose supports are wishes.
    pub const WISH_COUNTED: &str = "a wish, counted as a limit";
    /// Limits that nothing can meet.
    pub const NOT_OF_PARTIES: &str = "no clash between parties: no package meets it by itself";
    /// Where every clash is listed.
    pub const ALL_CLASHES: &str = "Every clash is listed, and the list is proved complete.";
    /// Where the rules alone fail.
    pub const NOBODYS: &str = "These rules are nobody\u{2019}s; no stated limit is needed for the contradiction:";

    // ---- what would have to change ----

    /// Every way is listed.
    pub const PROVED: &str = "the list is proved complete";
    /// Whose changes would be enough for one question.
    pub const ENOUGH_HERE: &str = "Whose changes, together, would be enough for this question alone";
    /// Whose changes would be enough for all questions at once.
    pub const ENOUGH_ALL: &str = "Whose changes, together, would be enough for all of it";
    /// The steps of a package.
    pub fn steps(steps: &[String]) -> String {
        format!("steps, first to last: {}", steps.join(", "))
    }
    /// No offer is reported.
    pub const NO_OFFER: &str = "No offer or acceptance is reported.";

    // ---- what to ask ----

    /// A question to a party and what its answer would settle.
    pub fn settles(question: &str, decides: &str) -> String {
        format!("{question} (decides {decides})")
    }
    /// A denied claim; what is asked comes first, so that a narrow screen cuts the title.
    pub fn ask_as_reported(claim: &str) -> String {
        format!("As reported, or as denied? {}", super::quoted(claim))
    }
    /// A wish.
    pub fn ask_required(claim: &str) -> String {
        format!("A condition for any agreement, or a wish? {}", super::quoted(claim))
    }
    /// A statement told once, or not repeated.
    pub fn ask_still_stands(claim: &str) -> String {
        format!("Does this still stand? {}", super::quoted(claim))
    }
    /// Where there is no room for a line to each.
    pub fn ask_on_page(parties: usize) -> String {
        format!("{}, one for each party, on the page", figure(parties, "question", "questions"))
    }

    // ---- the check of a case ----

    /// How many claims there are, from what.
    pub fn claims_from(claims: usize, reports: usize, origins: usize) -> String {
        let reports = figure(reports, "report", "reports");
        let origins = figure(origins, "origin", "origins");
        format!("{} from {reports}, {origins}", figure(claims, "claim", "claims"))
    }
    /// How the quotes stand.
    pub fn quotes(all: usize, verified: usize, away: usize, orphaned: usize) -> String {
        let all = figure(all, "quote", "quotes");
        format!("{all}: {verified} verified, {away} not in hand, {orphaned} orphaned")
    }
    /// A quote whose words are not in its document.
    pub const ORPHANED: &str = "orphaned";
    /// A document that is not there, with the quotes that wait for it.
    pub const NOT_IN_HAND: &str = "not in hand";
    /// The quotes of a document.
    pub fn quotes_of(path: &str, quotes: usize) -> String {
        format!("{path}, {}", figure(quotes, "quote", "quotes"))
    }
    /// The passage most like an orphaned quote.
    pub const NEAREST: &str = "nearest passage";
    /// No passage is like it.
    pub const NO_NEAREST: &str = "no passage of the document is like it";
    /// How many readings there are, and from how many questions.
    pub fn readings(readings: u64, switches: usize) -> String {
        let noun = if readings == 1 { "reading" } else { "readings" };
        match switches {
            0 => format!("{readings} {noun}: no question is open that changes a limit, softening or rule"),
            n => format!("{readings} {noun}, from {} left open", figure(n, "question", "questions")),
        }
    }
}

// ==== terminal and diagnostics: end ====

// ---------------------------------------------------------------------------------------------- the command line

/// What the command line says of folders, files and choices.
pub mod cli {
    /// A number of bytes in the unit in which limits are stated.
    fn mebibytes(bytes: u64) -> String {
        format!("{} MiB", bytes >> 20)
    }

    // ---- the folder of a case ----

    /// Nothing is at a path.
    pub fn absent(path: &str) -> String {
        format!("there is nothing at `{path}`")
    }
    /// A path leads to something else.
    pub fn not_a_dossier(path: &str) -> String {
        format!("`{path}` is neither a folder nor a case file")
    }
    /// The way out of both.
    pub const NAME_A_DOSSIER: &str = "name a folder that holds a `.zopa` file, or such a file";
    /// A folder without a case.
    pub fn no_case(path: &str) -> String {
        format!("`{path}` holds no case file")
    }
    /// The way out of it.
    pub const WRITE_A_CASE: &str = "write one: a file whose name ends in `.zopa`, with a line `case \"title\"`";
    /// A case file that is too large.
    pub fn case_too_large(path: &str) -> String {
        format!("`{path}` is too large for a case file")
    }
    /// How large one may be.
    pub fn case_most(bytes: u64) -> String {
        format!("a case file has up to {}; reports belong into `documents/`", mebibytes(bytes))
    }
    /// A file that cannot be read.
    pub fn unreadable(path: &str, reason: &str) -> String {
        format!("`{path}` cannot be read: {reason}")
    }
    /// The way out of it.
    pub const LET_READ: &str = "let the file and its folder be read by you, and try again";
    /// A file that cannot be written.
    pub fn unwritable(path: &str, reason: &str) -> String {
        format!("`{path}` cannot be written: {reason}; nothing there was changed")
    }
    /// A file that would take the place of one of the case.
    pub fn protected(path: &str) -> String {
        format!("`{path}` belongs to the case and is not written over")
    }
    /// The way out of both.
    pub const WRITE_ELSEWHERE: &str = "name another file with `-o FILE`";
    /// Reasons of the system.
    pub const NOT_PERMITTED: &str = "you are not permitted to";
    /// Reasons of the system.
    pub const NO_SUCH_PLACE: &str = "there is no such folder";
    /// Reasons of the system.
    pub const A_FOLDER: &str = "it is a folder";
    /// Reasons of the system.
    pub const NOT_A_FOLDER: &str = "a part of the path is no folder";
    /// Reasons of the system.
    pub const READ_ONLY: &str = "the disk can only be read";
    /// Reasons of the system.
    pub const NO_ROOM: &str = "the disk is full";

    // ---- what of a folder is not read ----

    /// A link that is not followed.
    pub fn left_out_link(path: &str) -> String {
        format!("`{path}` is a link to nothing, to a folder, or out of the dossier, and is not read")
    }
    /// A document for which there is no room.
    pub fn left_out_large(path: &str, most: u64) -> String {
        format!("`{path}` is not read: with it, the documents would be more than {}", mebibytes(most))
    }
    /// A document that the system does not give.
    pub fn left_out_unreadable(path: &str) -> String {
        format!("`{path}` cannot be read and counts as not in hand")
    }
    /// A document that no case can name.
    pub fn left_out_name(path: &str) -> String {
        format!("`{path}` is not read: its name is not UTF-8, so that no case can name it")
    }

    // ---- messages without a place in a file ----

    /// A message and its way out.
    pub fn problem(code: &str, message: &str, help: &str) -> String {
        format!("error[{code}]: {message}\n  = help: {help}\n")
    }
    /// Something worth knowing.
    pub fn note(text: &str) -> String {
        format!("note: {text}")
    }

    // ---- answers ----

    /// Standard output is closed to us.
    pub fn no_output(reason: &str) -> String {
        format!("the answer cannot be written: {reason}")
    }
    /// The way out of it.
    pub const LET_OUTPUT: &str = "see where standard output leads";

    /// Warnings that an answer does not repeat.
    pub fn warnings(warnings: usize) -> String {
        match warnings {
            1 => "1 warning; zopa check shows it".to_owned(),
            n => format!("{n} warnings; zopa check shows them"),
        }
    }
    /// Where the page is.
    pub fn page(path: &str) -> String {
        format!("page: {path}")
    }

    // ---- finding a passage ----

    /// No document can be searched.
    pub const NO_DOCUMENT: &str = "no document of the case is in hand";
    /// The way out of it: documents that the case names.
    pub fn put_documents(paths: &[&str]) -> String {
        format!("put them where the case names them: {}", paths.join(", "))
    }
    /// The way out of it: a document that no source names.
    pub fn name_document(path: &str) -> String {
        format!("name them under a source, each with a line such as `document {path}`")
    }
    /// The way out of it: neither named nor there.
    pub const NAME_DOCUMENTS: &str =
        "put a report into `documents/`, and name it under a source: `document documents/NAME`";
    /// No passage has the words.
    pub fn no_passage(words: &str) -> String {
        format!("no document in hand has all these words near each other: `{words}`")
    }
    /// The passage most like them.
    pub fn nearest(source: &str, at: usize, passage: &str) -> String {
        format!("the nearest passage is in `{source}` at byte {at}: {passage}")
    }
    /// Where none is.
    pub const FEWER_WORDS: &str = "try fewer words, or words of the document itself";
    /// The sentence around a passage.
    pub fn around(path: &str, sentence: &str) -> String {
        format!("{path}: {sentence}")
    }
    /// A passage longer than a quote should be.
    pub fn too_long(words: usize, most: usize) -> String {
        format!("{words} words; keep to the phrase that carries the claim, {most} words at most")
    }
    /// Help, and documents that could not be looked through.
    pub fn also_away(help: &str, paths: &[&str]) -> String {
        if paths.is_empty() { help.to_owned() } else { format!("{help}; not in hand: {}", paths.join(", ")) }
    }

    // ---- what nobody can meet ----

    /// A limit that no package meets.
    pub fn limit_impossible(claim: &str) -> String {
        format!("no package can meet the limit in `{claim}`, whatever the others say")
    }
    /// The way out of it.
    pub const READ_AGAIN: &str =
        "read the claim against its quote again; if it stands, an option is missing, or the limit is as reported";
    /// Rules that cannot all hold.
    pub const RULES_CONTRADICT: &str = "these rules contradict each other, whatever anybody has said";
    /// The way out of it.
    pub const TAKE_A_RULE_OUT: &str = "take one of them out, or write when it does not apply";
}
