//! Is there what a source puts back into the text of its document?

use super::Resolver;
use zopa_syntax::ast::{self, Source};
use zopa_syntax::{Diagnostic, Span};
use zopa_text::{Keep, KeepFound};

/// How to find out what there is.
const LISTED: &str = "`zopa sources --left-out` lists what was left out, with the line that puts each back";

/// What a source puts back.
pub fn keeps(source: &Source) -> Vec<Keep> {
    source.keeps.iter().map(|keep| Keep { words: keep.words.text.clone(), number: keep.number }).collect()
}

impl Resolver<'_> {
    /// One message for each line that puts nothing back, or does not say what. Where the document has changed, the case can
    /// still be told: the piece is gone with what it was.
    pub(super) fn kept(&mut self, source: &Source, found: &[KeepFound], changed: bool) {
        for (keep, found) in source.keeps.iter().zip(found) {
            let told = told(&source.name.text, keep, *found, changed);
            told.into_iter().for_each(|told| self.report(told));
        }
    }

    /// Of a source without a document nothing was left out.
    pub(super) fn kept_of_nothing(&mut self, source: &Source) {
        if let Some(keep) = source.keeps.first() {
            let message = format!("`{}` has no document of which something was left out", source.name.text);
            let help = "name its document with a line `document`, or take this line out";
            self.report(Diagnostic::error("keep-absent", keep.span, message, help));
        }
    }
}

fn told(source: &str, keep: &ast::Keep, found: KeepFound, changed: bool) -> Option<Diagnostic> {
    let absent = |span: Span, message: String| match changed {
        false => Diagnostic::error("keep-absent", span, message, LISTED),
        true => Diagnostic::warning("keep-gone", span, format!("{message}, which has changed"), LISTED),
    };
    let needless = |message: String| Diagnostic::warning("keep-needless", keep.span, message, "take the line out");
    Some(match found {
        KeepFound::Piece(_) => return None,
        KeepFound::FirstOf(_, count) => {
            let message = format!("{count} pieces that were left out of the document of `{source}` begin so");
            let help = format!("say which: `keep 1 >` to `keep {count} >`; it is the first now");
            Diagnostic::warning("keep-several", keep.span, message, help)
        }
        KeepFound::Only(count) => {
            let begin = if count == 1 { "piece begins" } else { "pieces begin" };
            absent(
                keep.span,
                format!("no more than {count} {begin} so of what was left out of the document of `{source}`"),
            )
        }
        KeepFound::Nothing => {
            absent(keep.words.span, format!("nothing begins so of what was left out of the document of `{source}`"))
        }
        KeepFound::InText => needless(format!("these words stand in the text of `{source}` without being put back")),
        KeepFound::Again => needless(format!("a line above puts the same piece of `{source}` back")),
    })
}
