//! What does the program find in these texts, in the formats of the yardstick's scorer?
//!
//! `cargo xtask yardstick-evidence --kind KIND FILE...` prints one line of JSON for each document (or pair). A document is
//! called by the part of its file name before `_` if that is a number, else by the whole stem. Offsets are counted in
//! code points of the file.

mod boiler;

use crate::yardstick_between;
use serde_json::{Value, json};
use zopa_evidence::Language;
use zopa_finding::{Attribution, Place};

const USAGE: &str =
    "cargo xtask yardstick-evidence --kind quotes|chains|boiler|pairs|lineage|contra|drift|between FILE...";

/// Prints what was found.
pub fn run(words: &[String]) -> Result<bool, String> {
    let ("--kind", Some(kind), files) =
        (words.first().map_or("", String::as_str), words.get(1), words.get(2..).unwrap_or_default())
    else {
        return Err(USAGE.to_owned());
    };
    match kind.as_str() {
        "quotes" | "chains" => each(files, quotes),
        "boiler" => boiler::run(files),
        "pairs" | "lineage" | "contra" | "drift" | "between" => yardstick_between::run(kind, files),
        other => Err(format!("no kind `{other}`: {USAGE}")),
    }
}

fn each(files: &[String], tell: fn(&str, &str) -> Value) -> Result<bool, String> {
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        println!("{}", tell(&name(file), &String::from_utf8_lossy(&bytes)));
    }
    Ok(true)
}

pub fn name(file: &str) -> String {
    let stem =
        std::path::Path::new(file).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    match stem.split_once('_') {
        Some((number, _)) if number.chars().all(|c| c.is_ascii_digit()) => number.to_owned(),
        _ => stem,
    }
}

fn quotes(name: &str, text: &str) -> Value {
    let points = Points::new(text);
    let told: Vec<Value> =
        zopa_evidence::attributions(text, Language::english()).iter().map(|one| attribution(one, &points)).collect();
    json!({ "doc": name, "attributions": told })
}

fn attribution(one: &Attribution, points: &Points) -> Value {
    let chain: Vec<&str> = one.chain.iter().map(|holder| holder.name.as_str()).collect();
    json!({
        "content": points.spans(&one.content),
        "source": one.source.as_ref().map(|source| points.spans(std::slice::from_ref(source))),
        "cue": (!one.cue.is_empty()).then(|| points.spans(&one.cue)),
        "speaker": one.speaker().map(|speaker| speaker.name.as_str()),
        "chain": chain,
        "act": one.act,
        "kind": one.kind,
    })
}

/// From bytes to code points.
struct Points {
    /// The byte offset of every 64th code point would do; texts here are small: the count at every byte.
    before: Vec<u32>,
}

impl Points {
    fn new(text: &str) -> Self {
        let mut before = Vec::with_capacity(text.len() + 1);
        let mut count = 0;
        for byte in text.bytes() {
            count += u32::from(byte & 0xc0 != 0x80);
            before.push(count - 1);
        }
        before.push(count);
        Self { before }
    }

    fn at(&self, byte: usize) -> u32 {
        self.before.get(byte).copied().unwrap_or(0)
    }

    fn spans(&self, places: &[Place]) -> Vec<[u32; 2]> {
        places.iter().map(|place| [self.at(place.start), self.at(place.end)]).collect()
    }
}
