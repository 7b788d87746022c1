//! What does the program say under a setting? The fields that a page shows, in the words of its `data-` attributes.

use super::settings::{Question, Setting};
use crate::tools::Tools;
use serde_json::{Value, json};
use std::path::Path;

/// The questions that are switches, the sources, and the limits.
type Parts = (Vec<Question>, Vec<String>, Vec<String>);

/// What a case has to set and to name.
pub(super) fn switches(tools: &Tools, dossier: &Path) -> Result<Parts, String> {
    let brief = asked(tools, "brief", dossier, &Setting::default())?;
    let switch = |question: &&Value| question.get("switch") == Some(&Value::Bool(true));
    let question = |value: &Value| Question { name: text(value, "name"), answers: names(value, "answers", "name") };
    let questions = list(&brief, "questions").iter().filter(switch).map(question).collect();
    Ok((questions, names(&brief, "sources", "name"), names(&brief, "limits", "name")))
}

/// What `why`, `openings` and `hinges` say.
pub(super) fn answers(tools: &Tools, dossier: &Path, setting: &Setting, limits: &[String]) -> Result<Value, String> {
    // With a report set aside the page tells no further report or origin against it.
    let counted = setting.without.is_empty();
    let [why, openings, hinges] = ["why", "openings", "hinges"].map(|command| asked(tools, command, dossier, setting));
    let (why, openings, hinges) = (answer(why?), answer(openings?), answer(hinges?));
    Ok(json!({
        "verdict": why.pointer("/verdict/verdict"),
        "clashes": present(list(&why, "clashes"), |clash| text(clash, "id")),
        "enough": present(list(&openings, "enough"), |set| strings(set, "parties").join(",")),
        "knots": list(&openings, "knots").iter().map(|knot| told(knot, limits)).collect::<Vec<_>>(),
        "shut": list(&openings, "shut_out").iter().filter(|offer| held(offer)).map(|o| shut(o, limits)).collect::<Vec<_>>(),
        "hinges": list(&hinges, "hinges").iter().filter(|h| counted || text(h, "kind") == "question").map(hinge).collect::<Vec<_>>(),
    }))
}

fn asked(tools: &Tools, command: &str, dossier: &Path, setting: &Setting) -> Result<Value, String> {
    let dossier = dossier.display().to_string();
    let words = [&[command.to_owned(), dossier, "--format".to_owned(), "json".to_owned()][..], &setting.flags()];
    serde_json::from_slice(&tools.zopa(&words.concat())?).map_err(|error| format!("zopa {command}: {error}"))
}

fn answer(mut view: Value) -> Value {
    view.get_mut("answer").map(Value::take).unwrap_or_default()
}

/// Those that are there in every reading or in some, with which of the two.
fn present(values: &[Value], key: impl Fn(&Value) -> String) -> Vec<Value> {
    let presence = |value: &Value| value.pointer("/presence/in").cloned().unwrap_or_default();
    let each = values.iter().map(|value| (key(value), presence(value)));
    each.filter(|(_, presence)| presence != "never").map(|(key, presence)| json!([key, presence])).collect()
}

fn told(knot: &Value, limits: &[String]) -> Value {
    let openings: Vec<String> = list(knot, "openings").iter().map(|opening| numbers(opening, limits)).collect();
    json!({ "clashes": joined(knot, "clashes"), "openings": openings })
}

fn held(offer: &Value) -> bool {
    offer.pointer("/held/in").is_some_and(|presence| presence != "never")
}

fn shut(offer: &Value, limits: &[String]) -> Value {
    json!({ "claim": text(offer, "claim"), "sets": present(list(offer, "sets"), |set| numbers(set, limits)) })
}

/// Limits go by their places among all of the brief.
fn numbers(value: &Value, limits: &[String]) -> String {
    let places = strings(value, "limits").into_iter().filter_map(|name| limits.iter().position(|limit| *limit == name));
    places.map(|place| place.to_string()).collect::<Vec<_>>().join(" ")
}

fn hinge(hinge: &Value) -> Value {
    json!([format!("{} {}", text(hinge, "kind"), text(hinge, "name")), joined(hinge, "changes")])
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text(value: &Value, field: &str) -> String {
    value.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn strings(value: &Value, field: &str) -> Vec<String> {
    list(value, field).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn names(value: &Value, field: &str, name: &str) -> Vec<String> {
    list(value, field).iter().map(|each| text(each, name)).collect()
}

fn joined(value: &Value, field: &str) -> String {
    strings(value, field).join(" ")
}
