//! What is said of a clause that a commitment leaves open? One sentence a rule; a hole is named as a hole.

use zopa_finding::Hole;

/// Over the notes in a check.
pub fn notes(n: usize) -> String {
    format!("What the commitments leave open: {}, no warnings", super::screen::figure(n, "note", "notes"))
}
/// Over what would answer the notes, by rule.
pub const MEND: &str = "What would answer them, by rule";
/// Over the notes beside a commitment.
pub const BESIDE: &str = "Beside the parts that are not reported";

/// A commitment by its title and its name.
pub fn commitment(title: &str, name: &str) -> String {
    format!("{title} (`{name}`)")
}
/// A sentence and where it stands.
pub fn placed(sentence: &str, place: &str) -> String {
    format!("{sentence} [{place}]")
}

/// Sentences, one after the other.
pub fn one_text(sentences: &[String]) -> String {
    sentences.join(" ")
}

/// A thing in quotation marks.
pub fn titled(title: &str) -> String {
    format!("“{title}”")
}
pub fn titles(items: &[String]) -> String {
    items.join(", ")
}

/// A part that is not there.
pub fn hole(hole: Option<Hole>, quoted: bool, what: &str) -> String {
    match hole {
        Some(Hole::Unsaid) => format!("The case has no line on {what}."),
        _ if quoted => format!("Beyond the words quoted, no report says {what}."),
        _ => format!("No report says {what}."),
    }
}

pub const WHO_OWES: &str = "who owes it";
pub const TO_WHOM: &str = "to whom it is owed";
pub const WHAT_SETS_OFF: &str = "what sets it off";
pub const WHO_DECIDES: &str = "who decides that it has been set off";
pub fn who_decides(event: &str) -> String {
    format!("who decides that {event} has happened")
}
pub const WHAT_FOLLOWS: &str = "what follows";
pub const OWED_OR_MAY: &str = "whether it is owed or may follow";
pub const BY_WHEN: &str = "by when";
pub const FROM_WHEN: &str = "from when it counts";
pub const HOW_LONG: &str = "how long it lasts";
pub const HOW_FIRMLY: &str = "how firmly it binds";
pub const IF_BROKEN: &str = "what follows if it is broken";

/// A part of a remedy, by the name of its field.
pub fn part(field: &str) -> &str {
    match field {
        "by" => WHO_OWES,
        "to" => TO_WHOM,
        "when" => WHAT_SETS_OFF,
        "does" => WHAT_FOLLOWS,
        "discretion" => OWED_OR_MAY,
        "decided-by" => "who decides",
        "within" => BY_WHEN,
        "force" => HOW_FIRMLY,
        "from" => FROM_WHEN,
        "lasts" => HOW_LONG,
        other => other,
    }
}

pub fn never_said(who: &str) -> String {
    format!("No claim about it passes on a word from: {who}.")
}
pub fn sets_it_off(event: &str, who: &str) -> String {
    format!("Among those who owe it, and among those whose act {event} is: {who}.")
}
pub fn actor_unknown(event: &str) -> String {
    format!("No report says whose act {event} would be.")
}
pub fn below(event: &str, wider: &str) -> String {
    format!("{event} sets it off; no report says that other cases of {wider} do.")
}
pub fn reached(others: &str) -> String {
    format!("Those set off: {others}.")
}
pub fn trigger_cannot_be(text: &str) -> String {
    format!("No package and no choice of steps meets what sets it off: {text}.")
}
pub fn overlap(event: &str, other: &str, parts: &str) -> String {
    format!("{event} sets off this and {other}, which are not told alike: {parts}.")
}
pub fn overlap_wider(event: &str, wider: &str, other: &str, parts: &str) -> String {
    format!("{event}, a case of {wider}, sets off this and {other}, which are not told alike: {parts}.")
}
pub fn decider_is_actor(event: &str, who: &str) -> String {
    format!("Among those who decide, and among those whose act {event} is: {who}.")
}
pub fn unanimity(event: &str, who: &str) -> String {
    format!("Nothing is decided without one of those whose act {event} is: {who}.")
}
pub fn rule_missing(who: &str) -> String {
    format!("Several are named who decide, and no report says how many of them it takes: {who}.")
}
pub fn one_side(owing: bool, who: &str) -> String {
    let side = if owing { "that owes it" } else { "to which it is owed" };
    format!("All who decide are of the side {side}: {who}.")
}
pub const MAY: &str = "It may follow, and need not.";
pub fn ruled_out(step: &str, who: &str) -> String {
    format!("It is to bring about {step}, which lies outside the stated limits of: {who}.")
}
pub fn ruled_out_not(step: &str, who: &str) -> String {
    format!("It is to leave out {step}, which is among the stated limits of: {who}.")
}
pub fn before_trigger(time: &str, start: &str, trigger: &str) -> String {
    format!("The time, {time}, counts from {start}; {trigger}, which sets it off, comes only after that.")
}
pub fn shorter(lasts: &str, due: &str) -> String {
    format!("It lasts {lasts}, and what follows is due within {due}.")
}
pub fn starts_never(step: &str) -> String {
    format!("It counts from {step}, which no package brings about.")
}
pub const WITHOUT_DATE: &str = "It is told to end, and no report says when.";
pub const NEVER_ENDS: &str = "It is told to have no end.";
pub const POLITICAL: &str = "It binds politically; no report says that a treaty comes of it.";
pub const UNRATIFIED: &str = "It binds as a treaty, and no report says who signs or ratifies it.";
pub const GATE_UNKNOWN: &str = "It binds as a treaty after an act that no report names.";
pub fn two_ways(who: &str) -> String {
    format!("Who ratifies it is told in more than one way: {who}.")
}
pub fn remedy_open(remedy: &str, parts: &str) -> String {
    format!("If it is broken, {remedy} follows, of which nothing is told on: {parts}.")
}
pub fn remedy_circle(over: &str) -> String {
    format!("What follows if it is broken leads back to it, over: {over}.")
}
pub const REMEDY_ITSELF: &str = "What follows if it is broken is the commitment itself.";
pub fn by_breacher(remedy: &str, who: &str) -> String {
    format!("If it is broken, {remedy} follows, owed by none but those who owe this: {who}.")
}
pub const WITH_NOBODY: &str = "Something is posted, and no report says with whom.";
pub fn with_debtor(who: &str) -> String {
    format!("What is posted is held by one who owes the commitment: {who}.")
}
pub const FREEZE: &str = "What is posted has no end that is told, and nobody is named whose decision releases it.";
pub fn freeze(who: &str) -> String {
    format!("What is posted has no end that is told, and is released only by all of: {who}.")
}
pub fn without_holder(act: &str) -> String {
    format!("A power to {act} it is reported, and nobody who has it.")
}
pub fn at_will(act: &str, who: &str) -> String {
    format!("None but those who owe it may {act} it: {who}.")
}
pub fn told_twice(part: &str) -> String {
    format!("Told in more than one way: {part}.")
}
pub fn conflict_step(step: &str, other: &str) -> String {
    format!("Of this and {other}, owed by the same, one is to bring about {step} and the other is to leave it out.")
}
pub fn conflict_kinds(other: &str, who: &str) -> String {
    format!("Of this and {other}, owed by the same, one keeps peace with and the other gives help against: {who}.")
}
pub fn circular(others: &str, steps: &str) -> String {
    format!("It and {others} wait for each other: {steps}.")
}
pub fn circular_alone(steps: &str) -> String {
    format!("It waits for itself: {steps}.")
}
pub fn order(steps: &str) -> String {
    format!("By this and by what was said of order, these wait for each other: {steps}.")
}
