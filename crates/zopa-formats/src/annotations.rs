//! Claims as Web Annotations, in JSON-LD.
//!
//! The [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/) of the W3C: a collection of annotations, one
//! for each claim. Its targets are the passages of documents that carry the claim, each by the words with a little around
//! them (TextQuoteSelector) and by their place in code points (TextPositionSelector). Its bodies are the claim in plain
//! words and, beside it, the claim as the case file has it, so that nothing is lost on the way back.

use serde_json::{Map, Value, json};

/// The context of the model.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The media type of a claim as a case file has it.
pub const CLAIM_TYPE: &str = "text/vnd.zopa";

/// The names by which claims are known everywhere begin so.
const NAMESPACE: &str = "urn:zopa:";

/// One annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    /// The claim's name in the case; empty for what is none of ours.
    pub claim: String,
    /// The claim in plain words.
    pub words: String,
    /// The claim as the case file has it; `None` for what is none of ours.
    pub lines: Option<String>,
    /// What it is about.
    pub targets: Vec<Target>,
}

/// A passage of a document, or all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The document: its path inside the dossier, or whatever address stands there.
    pub source: String,
    /// The words; `None`: the document as a whole.
    pub exact: Option<String>,
    /// What stands before them.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
    /// From where to where, if that is known.
    pub position: Option<Position>,
}

/// Code points of the text of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The first.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
}

/// Why a text is no collection of annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAnnotations {
    /// It is not JSON.
    NotJson,
    /// It holds no annotation.
    None,
}

/// The collection of a case. `case` is its short name, `label` its title.
pub fn write(case: &str, label: &str, annotations: &[Annotation]) -> String {
    let id = format!("{NAMESPACE}{}", iri(case));
    let items: Vec<Value> = annotations.iter().map(|annotation| one(&id, annotation)).collect();
    let page = json!({ "id": format!("{id}:page"), "type": "AnnotationPage", "startIndex": 0, "items": items });
    let collection = json!({
        "@context": CONTEXT,
        "id": format!("{id}:claims"),
        "type": "AnnotationCollection",
        "label": label,
        "total": annotations.len(),
        "first": page,
    });
    let written = serde_json::to_string_pretty(&collection);
    written.map_or_else(|_| String::new(), |text| text + "\n")
}

fn one(id: &str, annotation: &Annotation) -> Value {
    let lines = annotation
        .lines
        .iter()
        .map(|lines| json!({ "type": "TextualBody", "value": lines, "format": CLAIM_TYPE, "purpose": "identifying" }));
    let words =
        json!({ "type": "TextualBody", "value": annotation.words, "format": "text/plain", "purpose": "describing" });
    let bodies: Vec<Value> = std::iter::once(words).chain(lines).collect();
    let mut targets: Vec<Value> = annotation.targets.iter().map(target).collect();
    if targets.is_empty() {
        // Every annotation has a target; what no passage carries is about the case.
        targets.push(Value::String(id.to_owned()));
    }
    json!({
        "id": format!("{id}:claim:{}", iri(&annotation.claim)),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": targets,
    })
}

fn target(target: &Target) -> Value {
    let source = iri_of_path(&target.source);
    let Some(exact) = &target.exact else { return Value::String(source) };
    let mut quote = Map::new();
    quote.insert("type".to_owned(), json!("TextQuoteSelector"));
    quote.insert("exact".to_owned(), json!(exact));
    for (key, words) in [("prefix", &target.prefix), ("suffix", &target.suffix)] {
        if !words.is_empty() {
            quote.insert(key.to_owned(), json!(words));
        }
    }
    let place =
        target.position.map(|place| json!({ "type": "TextPositionSelector", "start": place.start, "end": place.end }));
    let selectors: Vec<Value> = std::iter::once(Value::Object(quote)).chain(place).collect();
    json!({ "source": source, "selector": selectors })
}

/// The annotations of a text: a collection, a page, a list, or one alone. What is none is passed over.
///
/// # Errors
/// It is not JSON, or holds no annotation.
pub fn read(text: &str) -> Result<Vec<Annotation>, NotAnnotations> {
    let value: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| NotAnnotations::NotJson)?;
    let mut found = Vec::new();
    collect(&value, 0, &mut found);
    if found.is_empty() { Err(NotAnnotations::None) } else { Ok(found) }
}

/// How deep annotations may lie in pages and lists.
const DEEPEST: usize = 8;

fn collect(value: &Value, depth: usize, found: &mut Vec<Annotation>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(all) => all.iter().for_each(|one| collect(one, depth + 1, found)),
        Value::Object(_) if is(value, "Annotation") => found.push(annotation(value)),
        Value::Object(_) => {
            for key in ["first", "items", "next"] {
                value.get(key).into_iter().for_each(|inner| collect(inner, depth + 1, found));
            }
        }
        _ => {}
    }
}

fn is(value: &Value, wanted: &str) -> bool {
    let kinds = value.get("type").or_else(|| value.get("@type"));
    list(kinds).iter().any(|kind| kind.as_str() == Some(wanted))
}

fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(all)) => all.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn annotation(value: &Value) -> Annotation {
    let bodies = list(value.get("body"));
    let is_claim = |body: &&&Value| text(body, "format").as_deref() == Some(CLAIM_TYPE);
    let lines = bodies.iter().find(is_claim).and_then(|body| text(body, "value"));
    let words = bodies
        .iter()
        .filter(|body| !is_claim(body))
        .find_map(|body| text(body, "value").or_else(|| body.as_str().map(str::to_owned)));
    let words = words.or_else(|| text(value, "bodyValue")).unwrap_or_default();
    let id = text(value, "id").unwrap_or_default();
    let claim = id.strip_prefix(NAMESPACE).and_then(|rest| rest.rsplit_once(":claim:")).map(|(_, name)| plain(name));
    let targets = list(value.get("target")).into_iter().map(read_target);
    let ours = |target: &Target| !target.source.starts_with(NAMESPACE);
    Annotation { claim: claim.unwrap_or_default(), words, lines, targets: targets.filter(ours).collect() }
}

fn read_target(value: &Value) -> Target {
    if let Some(source) = value.as_str() {
        return Target { source: plain(source), ..Target::default() };
    }
    let source = value.get("source").or_else(|| value.get("id"));
    let source = source.and_then(|source| source.as_str().map(str::to_owned).or_else(|| text(source, "id")));
    let selectors = list(value.get("selector"));
    let find = |wanted: &str| selectors.iter().find(|selector| is(selector, wanted));
    let (quote, place) = (find("TextQuoteSelector"), find("TextPositionSelector"));
    let words = |key: &str| quote.and_then(|quote| text(quote, key));
    let number = |key: &str| {
        place.and_then(|place| place.get(key)).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok())
    };
    Target {
        source: plain(&source.unwrap_or_default()),
        exact: words("exact"),
        prefix: words("prefix").unwrap_or_default(),
        suffix: words("suffix").unwrap_or_default(),
        position: number("start").zip(number("end")).map(|(start, end)| Position { start, end }),
    }
}

/// A name as a part of an address: what is not plain goes by its bytes.
fn iri(name: &str) -> String {
    escaped(name, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// A path as an address relative to the folder of the case.
fn iri_of_path(path: &str) -> String {
    escaped(path, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'))
}

fn escaped(text: &str, plain: impl Fn(char) -> bool) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if plain(c) {
            out.push(c);
        } else {
            c.to_string().bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

/// The text that an address stands for.
fn plain(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address;
    while let Some(c) = rest.chars().next() {
        let byte =
            rest.strip_prefix('%').and_then(|after| after.get(..2)).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match byte {
            Some(byte) => {
                bytes.push(byte);
                rest = rest.get(3..).unwrap_or_default();
            }
            None => {
                bytes.extend(c.to_string().bytes());
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}
