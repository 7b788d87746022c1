//! Which sentences of a report are judged to be no article text?
//!
//! The scorer numbers sentences as its gold does, so that only their places are taken from there: from the folder
//! `ZOPA_YARDSTICKS`, or the one beside the repository.

use serde_json::{Value, json};
use std::path::PathBuf;
use zopa_text::Text;

/// Prints, for each file, the numbers of the sentences that lie in a block outside the article.
pub(super) fn run(files: &[String]) -> Result<bool, String> {
    let gold = gold()?;
    for file in files {
        let name = super::name(file);
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        let text = Text::of_document(file, &bytes).map_err(|error| format!("{file}: {error}"))?;
        let documents = gold["documents"].as_array().map(Vec::as_slice).unwrap_or_default();
        let document = documents.iter().find(|document| document["id"] == name.as_str());
        let sentences =
            document.and_then(|document| document["sentences"].as_array()).map(Vec::as_slice).unwrap_or_default();
        let numbers: Vec<&Value> =
            sentences.iter().filter(|sentence| is_outside(&text, sentence)).map(|sentence| &sentence["id"]).collect();
        println!("{}", json!({ "doc": name, "sentences": numbers }));
    }
    Ok(true)
}

fn gold() -> Result<Value, String> {
    let folder =
        std::env::var_os("ZOPA_YARDSTICKS").map_or_else(|| PathBuf::from("../shared/yardsticks"), PathBuf::from);
    let path = folder.join("evidence/seeds-gold.json");
    let gold = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_slice(&gold).map_err(|error| format!("{}: {error}", path.display()))
}

/// Does the sentence begin in a block that is no part of the article?
fn is_outside(text: &Text, sentence: &Value) -> bool {
    let start = sentence["start"].as_u64().and_then(|start| usize::try_from(start).ok());
    let at = start.and_then(|start| text.as_str().char_indices().nth(start)).map(|(at, _)| at);
    let block = text.blocks().iter().find(|block| at.is_some_and(|at| block.start <= at && at < block.end));
    block.is_some_and(|block| !block.kind.is_article())
}
