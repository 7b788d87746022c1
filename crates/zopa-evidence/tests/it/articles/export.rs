//! The gold in the schema in which other tools read it: `gold.json` beside `gold.txt`, kept current by a test. Offsets are
//! half-open; `start` and `end` count code points, `bstart` and `bend` bytes.

use super::gold::{At, Contradiction, Document, Family, Said, Span, quoted};
use serde_json::{Map, Value, json};

/// The name of a document outside this family: `weir-1`.
fn id(family: &Family, number: usize) -> String {
    let file = &family.documents[number].file;
    format!("{}-{}", family.name, file.split('-').next().unwrap_or(file))
}

fn place(document: &Document, span: &Span) -> Value {
    let points = |at: usize| document.text[..at].chars().count();
    json!({
        "start": points(span.start), "end": points(span.end), "bstart": span.start, "bend": span.end,
        "text": &document.text[span.clone()],
    })
}

fn at(family: &Family, (number, sentence): At) -> Value {
    let document = &family.documents[number];
    let mut made = place(document, &document.sentences[sentence].span);
    made["doc"] = id(family, number).into();
    made["sentence"] = sentence.into();
    made
}

/// Everything about a family.
pub fn gold(family: &Family) -> Value {
    let numbers = || 0..family.documents.len();
    json!({
        "about": "Made from gold.txt, which people edit; tests/evidence/README.md says how.",
        "documents": numbers().map(|number| document(family, number)).collect::<Vec<_>>(),
        "entities": entities(family),
        "attributions": numbers().flat_map(|number| says(family, number)).collect::<Vec<_>>(),
        "scare_quotes": [],
        "reuse_pairs": pairs(family),
        "quote_drift": drift(family),
        "contradictions": family.contradictions.iter().map(|told| contradiction(family, told)).collect::<Vec<_>>(),
        "lineage": lineage(family),
    })
}

fn document(family: &Family, number: usize) -> Value {
    let document = &family.documents[number];
    let sentence = |(number, sentence): (usize, &super::gold::Sentence)| {
        let mut made = place(document, &sentence.span);
        made["id"] = number.into();
        made["kind"] = sentence.sort.as_str().into();
        made
    };
    json!({
        "id": id(family, number), "file": format!("{}/{}", family.name, document.file),
        "sha256": zopa_text::sha256(document.text.as_bytes()),
        "chars": document.text.chars().count(), "bytes": document.text.len(),
        "outlet": document.outlet, "genre": document.genre,
        "sentences": document.sentences.iter().enumerate().map(sentence).collect::<Vec<_>>(),
    })
}

fn entities(family: &Family) -> Value {
    let one =
        |entity: &super::gold::Entity| json!({"type": entity.sort, "label": entity.label, "aliases": entity.aliases});
    family.entities.iter().map(|(id, entity)| (id.clone(), one(entity))).collect::<Map<_, _>>().into()
}

fn says(family: &Family, number: usize) -> Vec<Value> {
    let document = &family.documents[number];
    document.says.iter().enumerate().map(|(at, said)| attribution(family, number, document, at, said)).collect()
}

fn attribution(family: &Family, number: usize, document: &Document, at: usize, said: &Said) -> Value {
    let speaker = said.chain.last().and_then(|hop| hop.holder.as_deref());
    let label = speaker.and_then(|speaker| family.entities.get(speaker)).map(|entity| entity.label.as_str());
    let mut chain = vec![json!({"holder": document.outlet, "via": "publishes"})];
    chain.extend(said.chain.iter().map(|hop| json!({"holder": hop.holder, "implicit": hop.implicit})));
    let quotes = quotes(document, said);
    json!({
        "id": format!("{}-A{:02}", id(family, number), at + 1), "doc": id(family, number),
        "kind": kind(document, said), "act": said.act,
        "source": said.source.as_ref().map(|span| place(document, span)),
        "cue": said.cue.first().map(|span| place(document, span)),
        "content": said.content.iter().map(|span| place(document, span)).collect::<Vec<_>>(),
        "quoted": quotes.iter().map(|span| place(document, span)).collect::<Vec<_>>(),
        "speaker": speaker, "speaker_label": label,
        "anonymous": speaker.is_some_and(|speaker| speaker.starts_with("anon:")),
        "chain": chain,
    })
}

fn kind(document: &Document, said: &Said) -> &'static str {
    let mask = quoted(&document.text, document.single);
    let mut letters = Vec::new();
    for span in &said.content {
        let signs = document.text[span.clone()].char_indices().filter(|(_, sign)| sign.is_alphanumeric());
        letters.extend(signs.map(|(at, _)| mask[span.start + at]));
    }
    match (letters.contains(&true), letters.contains(&false)) {
        (true, false) => "direct",
        (true, true) => "mixed",
        _ => "indirect",
    }
}

/// What lies between quotation marks within the content.
fn quotes(document: &Document, said: &Said) -> Vec<Span> {
    let mask = quoted(&document.text, document.single);
    let mut runs: Vec<Span> = Vec::new();
    for at in said.content.iter().flat_map(Clone::clone).filter(|at| mask[*at]) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

fn pairs(family: &Family) -> Vec<Value> {
    let change = |change: &super::gold::Change| match change.words.as_str() {
        "" => change.sort.clone(),
        words => format!("{}:{words}", change.sort),
    };
    let one = |pair: &super::gold::Pair| {
        let ops: Vec<String> = pair.changes.iter().map(change).collect();
        json!({"a": at(family, pair.a), "b": at(family, pair.b), "label": pair.label, "ops": ops})
    };
    family.pairs.iter().map(one).collect()
}

fn drift(family: &Family) -> Vec<Value> {
    let wording = |wording: &super::gold::Wording| {
        let mut made = place(&family.documents[wording.at.0], &wording.span);
        made["doc"] = id(family, wording.at.0).into();
        made["sentence"] = wording.at.1.into();
        made["verdict"] = wording.verdict.as_str().into();
        made
    };
    let one = |drift: &super::gold::Drift| {
        let variants: Vec<Value> = drift.wordings.iter().map(wording).collect();
        json!({"id": format!("{}:{}", family.name, drift.name), "speaker": drift.speaker, "variants": variants})
    };
    family.drift.iter().map(one).collect()
}

fn contradiction(family: &Family, told: &Contradiction) -> Value {
    let side = |side: &super::gold::Side| {
        let places: Vec<Value> = side.places.iter().map(|place| at(family, *place)).collect();
        json!({"position": side.position, "origins": side.origins, "where": places})
    };
    json!({
        "id": format!("{}:{}", family.name, told.name), "type": told.sort, "scope": told.scope, "topic": told.topic,
        "sides": told.sides.iter().map(side).collect::<Vec<_>>(),
    })
}

fn lineage(family: &Family) -> Vec<Value> {
    let one = |line: &super::gold::Lineage| {
        let from = line.from.map(|from| id(family, from));
        json!({"doc": id(family, line.document), "derived_from": from, "note": line.note})
    };
    family.lineage.iter().map(one).collect()
}
