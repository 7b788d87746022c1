//! What does the program find in the articles? Its own findings, as the plain data that the scorer takes.

use super::gold::Family;
use super::score::Found;
use zopa_text::Text;

/// All that is found in a family.
pub fn found(family: &Family) -> Found {
    let mut found = Found::default();
    for (number, document) in family.documents.iter().enumerate() {
        let text = Text::of_document(&document.file, document.text.as_bytes()).unwrap();
        left_out(number, &text, &mut found);
    }
    found
}

/// What stands around the article.
fn left_out(number: usize, text: &Text, found: &mut Found) {
    let around = text.blocks().iter().filter(|block| !block.kind.is_article());
    found.left_out.extend(around.map(|block| (number, block.start..block.end)));
}
