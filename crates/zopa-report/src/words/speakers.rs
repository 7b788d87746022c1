//! What is said of those who speak in the documents and are nobody of the case yet?

// ---- what stands in the way, and the way out ----

/// Nothing was chosen.
pub const NOBODY_PLACED: &str = "nobody was placed";
/// The way out.
pub const PLACE_SOMEBODY: &str = "say of one name at least what it stands for, or for whom it speaks";
/// A name that is not among those that are left.
pub fn not_left(who: &str) -> String {
    format!("`{who}` is placed already, or is named nowhere")
}
/// The way out.
pub const LOAD_AGAIN: &str = "load the page again: it lists those who are left";
/// Another name of nobody.
pub fn nobody(who: &str, of: &str) -> String {
    match of {
        "" => format!("`{who}` is to be another name, and nobody is named beside it"),
        of => format!("`{who}` is to be another name of `{of}`, and the case has no such party and no such person"),
    }
}
/// The way out.
pub const NAME_SOMEBODY: &str = "name a party or a person of the case, or one that is placed along with it";
/// Somebody of nobody.
pub fn of_nobody(who: &str) -> String {
    format!("`{who}` speaks for a party, and none is named")
}
/// The way out.
pub const NAME_PARTY: &str = "name a party of the case, or a new one; or choose what else it is";
/// What the change was, for the one who takes it back.
pub fn placing(names: &[String]) -> String {
    format!("place {}", super::list(names))
}

// ---- the screen ----

/// Its name.
pub const SPEAKERS: &str = "Speakers";
/// Its heading.
pub const HEADING: &str = "Who speaks, and is not placed yet";
/// Why.
pub const INTRO: &str = "The documents name them; nobody guesses for whom they speak. What they say is suggested as soon as \
    you have said who they are. Leave open what you do not know.";
/// How many passages wait for that.
pub fn passages(count: usize) -> String {
    if count == 1 { "1 passage".to_owned() } else { format!("{count} passages") }
}
/// Columns.
pub const HEADS: [&str; 3] = ["Named", "Is", "Of"];
/// What somebody can be; nothing yet.
pub fn is(place: &str) -> &'static str {
    match place {
        "party" => "a party",
        "person" => "a person, who speaks for",
        "body" => "a body of",
        "same" => "another name of",
        "unnamed" => "an unnamed group (of)",
        "outlet" => "an outlet",
        _ => "–",
    }
}
/// Of whom.
pub fn of(who: &str) -> String {
    format!("of whom {who} is")
}
/// What it is.
pub fn what(who: &str) -> String {
    format!("what {who} is")
}
/// The button.
pub const PLACE: &str = "Place them, and suggest what they say";
/// Nobody is left.
pub const NONE_LEFT: &str = "Everybody who speaks in the documents is placed";
/// The way on.
pub fn to_review(waiting: usize) -> String {
    if waiting == 1 { "Review the suggestion".to_owned() } else { format!("Review the {waiting} suggestions") }
}
/// How one party is typed for several.
pub const HOW: &str = "A party that is new is declared with its first name here. Where only the last field is filled, it is a person \
    who speaks for that party.";
/// Passages in which nobody is named who could be placed.
pub fn nobodys(count: usize) -> String {
    let passages = passages(count);
    format!("{passages} of which the documents do not say who speaks: a pronoun or a thing stands there")
}
