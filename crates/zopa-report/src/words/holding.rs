//! What is said of the order of steps, of who is exposed meanwhile, and of what would close that?

pub const ORDERS: &str = "In what order the steps can be taken";
pub const EXPOSURE: &str = "Who is exposed meanwhile";
pub const WINDOW: &str = "Who, from which step, until which";
pub const STANDS: &str = "In exchange for what, and how it stands";
/// Over a picture of windows.
pub const PICTURE: &str = "From which step until which each is exposed";
pub const GATES: &str = "What stands before which gate";
/// What all of it rests on.
pub const MEANS: &str = "This follows from what was said of order and of exchange, and from nothing else: it tells what each order leaves open.";
/// Where points are open.
pub const EVERY_UNLESS: &str = "What names no readings is so in every one.";
/// Under a heading, where a case has no step.
pub const NO_STEPS: &str = "The case has no step and no gate.";
pub const NO_WINDOW: &str = "No step that is hard to undo is one side of an exchange.";

/// A choice of steps, where there are several.
pub fn plan(number: usize, all: usize, complete: bool) -> String {
    let all = if complete { all.to_string() } else { format!("at least {all}") };
    format!("Choice of steps {number} of {all}")
}
pub fn left_out(steps: &[String]) -> String {
    format!("Not taken beside the others: {}", steps.join(", "))
}

pub fn orders(count: u64, exact: bool, steps: usize) -> String {
    let steps = super::screen::figure(steps, "step", "steps");
    match (count, exact) {
        (0, _) => format!("No order of {steps} keeps all that was said of order"),
        (1, true) => format!("One order of {steps} keeps all that was said of order"),
        (count, true) => format!("{} orders of {steps} keep all that was said of order", grouped(count)),
        (count, false) => format!("At least {} orders of {steps} keep all that was said of order", grouped(count)),
    }
}
pub fn first_order(steps: &[String]) -> String {
    format!("The first order in the order of the file: {}", steps.join(" · "))
}
/// A number in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let lead = digits.len() % 3;
    let place = |at: usize| at > 0 && at % 3 == lead;
    digits.char_indices().flat_map(|(at, digit)| place(at).then_some(',').into_iter().chain([digit])).collect()
}

pub const HOW_MANY: &str = "How many orders are left";
pub const SAID_OF_ORDER: &str = "What was said of order";
pub const NOTHING_SAID: &str = "Nothing was said of order: each can come first";
pub fn then(first: &str, then: &str) -> String {
    format!("{first}, then {then}")
}
pub fn blocked(first: &str, then: &str) -> String {
    format!("{then} waits for {first}, which is not taken")
}
pub fn conditional(text: &str) -> String {
    format!("Only where more than order is so, and in no count: {text}")
}
pub fn circle(steps: &[String]) -> String {
    format!("None of these can come first: {}", steps.join(", then "))
}
pub const AT_ONE_MOMENT: &str =
    "All of them at one moment, with “after” read as “not before” among them, would leave an order as far as they go";

pub const SAID_SO: &str = "As said";
/// A commitment that says so by its own clauses.
pub fn terms_of(title: &str) -> String {
    format!("the terms of {title}")
}
pub fn rule(text: &str) -> String {
    format!("`{text}`")
}
pub fn with_presence(text: &str, presence: &str) -> String {
    format!("{text}: {presence}")
}
pub fn with_said(text: &str, said: &str) -> String {
    if said.is_empty() { text.to_owned() } else { format!("{text} ({said})") }
}

/// A window: who, from which step, until which are done.
pub fn window(who: &str, step: &str, until: &[String]) -> String {
    match until {
        [] => format!("{who}: from {step} on; no step puts in force what was promised for it"),
        [one] => format!("{who}: from {step} until {one}"),
        all => format!("{who}: from {step} until the last of {}", super::and(all)),
    }
}
/// On one line: who, in how many windows.
pub fn in_short(who: &[String], windows: usize) -> String {
    let windows = super::screen::figure(windows, "window", "windows");
    format!("{}: {windows} that stay open in some order or other (zopa holds)", super::and(who))
}
pub fn promised(text: &str) -> String {
    format!("In exchange: `{text}`")
}
pub fn promised_by_terms(title: &str) -> String {
    format!("In exchange: the terms of {title}")
}
pub const OPEN_ALWAYS: &str = "Open in every order";
/// In so many orders, where they are counted.
pub fn open_some(counted: Option<(u64, u64)>) -> String {
    match counted {
        Some((fewest, most)) if fewest == most => format!("Open in some orders ({})", grouped(most)),
        Some((fewest, most)) => format!("Open in some orders ({} to {}, by reading)", grouped(fewest), grouped(most)),
        None => "Open in some orders".to_owned(),
    }
}
pub const OPEN_NEVER: &str = "Closed in every order: all of that comes first";
pub const UNENDING: &str = "Open from then on";
pub const NO_ORDER: &str = "No order is left";

/// Over suggestions.
pub const WOULD_CLOSE: &str = "What would close it";
pub const SUGGESTED: &str =
    "What would close a window, as far as order goes, are zopa’s own suggestions: nobody has said them.";
pub const NOTHING_CLOSES: &str =
    "Neither one more commitment on order, nor one moment, nor a third who holds, would close it";
pub fn one_commitment(pair: &str) -> String {
    format!("One more commitment on order: {pair}")
}
pub fn commitments(pairs: &[String]) -> String {
    format!("Commitments on order, all of them: {}", pairs.join("; "))
}
pub fn one_moment(step: &str, other: &str) -> String {
    format!("At one moment: {step} with {other}")
}
pub fn parts(step: &str, other: &str) -> String {
    format!("In parts, turn by turn: {step} and {other}; no more than one part is outstanding at a time")
}
pub fn escrow(step: &str, with: &[String]) -> String {
    let third = match with {
        [] => "the case names nobody who is on neither side".to_owned(),
        with => format!("on neither side: {}", with.join(", ")),
    };
    format!("Held by a third until all of that is done: {step} ({third})")
}
pub fn closes_too(windows: &[String]) -> String {
    format!("closes too: {}", windows.join(", "))
}
pub fn opens(windows: &[String]) -> String {
    format!("leaves open in every order: {}", windows.join(", "))
}
pub fn window_number(number: usize) -> String {
    format!("window {number}")
}

pub fn comes_before(steps: &[String]) -> String {
    format!("Before it: {}", steps.join("; "))
}
pub fn comes_after(steps: &[String]) -> String {
    format!("After it: {}", steps.join("; "))
}
pub const STANDS_ANYWHERE: &str = "Nothing was said that puts it before or after a step";
pub fn windows_end(windows: &[String]) -> String {
    format!("No earlier than it ends: {}", windows.join(", "))
}
