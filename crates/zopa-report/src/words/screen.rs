//! What do only the terminal views and the list of messages say, beside the words of the page?

/// "1 error", "3 errors": messages and checks give figures.
pub(super) fn figure(n: usize, one: &str, many: &str) -> String {
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
/// A remark by itself.
pub fn aside(remark: &str) -> String {
    format!("({remark})")
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
    if then.is_empty() { format!("decides {first}") } else { format!("decides {first}; also {}", super::list(then)) }
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

/// Messages of one kind that are not told one by one.
pub fn more_messages(code: &str, count: usize) -> String {
    format!("and {count} more `{code}`: `zopa check --format json` lists all")
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
/// Orphaned quotes that are not listed.
pub fn more_orphaned(count: usize) -> String {
    format!("and {} more", figure(count, "orphaned quote", "orphaned quotes"))
}
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
