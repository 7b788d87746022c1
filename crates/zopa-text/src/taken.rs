//! What has been taken from a document, and how does it become a [`Text`]?

use crate::block::{Block, LeftOut};
use crate::document::Format;
use crate::fold::Folded;
use crate::text::Text;

/// A text with its blocks in order, and what was left out of it. Offsets are those of `source`.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    pub(crate) source: String,
    /// The length of a byte order mark that is no part of the text but counts in its offsets.
    pub(crate) mark: usize,
    pub(crate) blocks: Vec<Block>,
    pub(crate) left_out: Vec<LeftOut>,
}

impl Taken {
    /// The text, and in one list what was left out of it and what stands in it though it is no article text.
    pub(crate) fn into_text(mut self, format: Format) -> Text {
        let standing = self.blocks.iter().filter(|block| !block.kind.is_article()).map(|block| LeftOut {
            kind: block.kind,
            words: self.source.get(block.start..block.end).unwrap_or_default().to_owned(),
            at: block.start,
            in_text: true,
        });
        self.left_out.extend(standing);
        self.left_out.sort_by_key(|left| left.at);
        self.left_out.iter_mut().for_each(|left| left.at += self.mark);
        for block in &mut self.blocks {
            (block.start, block.end) = (block.start + self.mark, block.end + self.mark);
        }
        let folded = Folded::new(&self.source);
        Text {
            source: self.source,
            mark: self.mark,
            folded,
            format,
            blocks: self.blocks,
            left_out: self.left_out,
            keeps: Vec::new(),
            starts: None,
        }
    }
}
