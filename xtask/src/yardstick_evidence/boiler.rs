//! Which sentences of a report are judged to be no article text?
//!
//! Sentences are counted from 0, every line that stands by itself among them, as for the other kinds.

use serde_json::json;
use zopa_evidence::{Language, Prose};
use zopa_text::Text;

/// Prints, for each file, the numbers of the sentences that lie in a block outside the article.
pub(super) fn run(files: &[String]) -> Result<bool, String> {
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        let text = Text::of_document(file, &bytes).map_err(|error| format!("{file}: {error}"))?;
        let prose = Prose::new(text.as_str(), Language::english());
        let sentences = prose.sentences.iter().enumerate();
        let outside = sentences.filter(|(_, sentence)| is_outside(&text, sentence.span.start + text.mark()));
        let numbers: Vec<usize> = outside.map(|(number, _)| number).collect();
        println!("{}", json!({ "doc": super::name(file), "sentences": numbers }));
    }
    Ok(true)
}

/// Does the sentence begin in a block that is no part of the article?
fn is_outside(text: &Text, at: usize) -> bool {
    let block = text.blocks().iter().find(|block| block.start <= at && at < block.end);
    block.is_some_and(|block| !block.kind.is_article())
}
