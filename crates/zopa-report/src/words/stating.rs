//! What is said where a person writes down what a claim means for the negotiation, and who is meant by a name?

use super::list;

// ---- what stands in the way, and the way out ----

/// No verb that is offered.
pub fn no_verb(word: &str) -> String {
    format!("`{word}` is no verb that can be chosen here")
}
/// The way out.
pub fn verbs(near: Option<&str>, all: &[&str]) -> String {
    let near = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    format!("{near}the verbs: {}", list(&all.iter().map(|verb| (*verb).to_owned()).collect::<Vec<_>>()))
}
/// A verb without anything after it.
pub fn nothing_said(verb: &str) -> String {
    format!("nothing follows `{verb}`")
}
/// The way out.
pub const SAY_WHAT: &str = "write an issue, `=` and an option, such as `Harbour fee = low fee`";
/// Nobody's position.
pub const NOBODY_NAMED: &str = "nobody is named whose position it is";
/// The way out.
pub const NAME_PARTY: &str = "name a party of the case, or a new one in your own words";
/// A step that the case has not.
pub fn new_step(words: &str) -> String {
    format!("the case has no step `{words}` yet")
}
/// The way out.
pub const SAY_WHO_TAKES_IT: &str = "say who takes it, in the field for new steps, or choose a step of the case";
/// A word that is no condition by itself.
pub fn no_condition(words: &str) -> String {
    format!("`{words}` names no step, no gate and no definition of the case")
}
/// The way out.
pub fn with_option(words: &str) -> String {
    format!("for an issue write `{words} = ` and the option; for a new step say who takes it")
}
/// No claim of this name or title.
pub fn no_claim(words: &str) -> String {
    format!("the case has no claim `{words}`")
}
/// The way out.
pub fn choose_claim(near: Option<&str>) -> String {
    near.map_or_else(
        || "choose a claim of the case, by its name or its title".to_owned(),
        |near| format!("did you mean `{near}`?"),
    )
}
/// The claim says so already.
pub fn said_already(line: &str) -> String {
    format!("the claim says `{line}` already")
}
/// The way out.
pub const SAY_ANOTHER: &str = "say something else, or accept the claim as it stands";
/// A second condition that does not go with the verb.
pub fn not_joined(verb: &str, joint: &str) -> String {
    match joint {
        "" => format!("`{verb}` takes no second condition"),
        joint => format!("`{joint}` does not go with `{verb}`"),
    }
}
/// The way out.
pub fn joined_by(verb: &str, joints: &[&str]) -> String {
    match joints {
        [] => "leave the second condition empty, or choose another verb".to_owned(),
        joints => {
            format!("with `{verb}` goes {}", super::and(&joints.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>()))
        }
    }
}
/// What the change was, for the one who takes it back.
pub fn what(claim: &str) -> String {
    format!("say what {claim} means")
}

// ---- the form ----

/// Its heading.
pub const HEADING: &str = "What it means for the negotiation";
/// Fields.
pub const WHO: &str = "Who (s)";
/// Fields.
pub const VERB: &str = "does what";
/// Fields.
pub const WHAT: &str = "with what";
/// An example.
pub const WHAT_EXAMPLE: &str = "issue = option, in your own words";
/// Fields.
pub const TERMS: &str = "on the condition";
/// Fields.
pub const JOINT: &str = "tied by";
/// No choice: what goes with the verb.
pub const NO_JOINT: &str = "as usual";
/// Fields.
pub const MORE: &str = "New steps, the reason, options of the condition";
/// Fields.
pub const OPTIONS: &str = "Other options of the issue, between commas";
/// Fields.
pub const TERM_OPTIONS: &str = "Other options of the issue in the condition";
/// Fields.
pub const BY: &str = "A step that is new is taken by";
/// Fields.
pub const BECAUSE: &str = "Why the words are read so";
/// The button.
pub const WRITE: &str = "Write it down";
/// What the line will be.
pub const WILL_BE: &str = "As it will stand in the case:";
/// What is new.
pub const AND_NEW: &str = "New in the case with it:";
/// What a verb is called in a list.
pub fn verb(word: &str, says: &str) -> String {
    format!("{word} ({says})")
}
/// An issue with one option.
pub fn single(issues: &[String]) -> String {
    let named: Vec<String> = issues.iter().map(|issue| format!("`{issue}`")).collect();
    let has = if named.len() == 1 { "has one option alone" } else { "have one option alone each" };
    format!(
        "{} {has}: with nothing else on the table, no limit on it can clash. Name the other options that are reported.",
        super::and(&named)
    )
}
/// What a claim says by now.
pub const SAYS: &str = "It says";
