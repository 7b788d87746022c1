//! What of a document is no part of the article, and how does it come back?

use crate::desk::Held;
use crate::view::Asked;
use maud::{Markup, html};
use zopa::Piece;
use zopa::report::{desk, keeping as words};

/// The most characters of a piece that its button says to somebody who hears it.
const HEARD_MOST: usize = 60;

/// The pieces of a source, in the order of its document, on the screen `back`. Where one has just been put back or left out,
/// `asked` says which, and the list is open at it.
pub(super) fn pieces(held: &Held, source: &str, back: &str, asked: &Asked) -> Markup {
    let pieces = zopa::pieces(&held.dossier.texts, &held.read, source);
    let at = asked.number("piece").filter(|_| asked.one("source") == Some(source));
    let kept = pieces.iter().filter(|piece| piece.is_kept).count();
    html! { @if !pieces.is_empty() {
        details.pieces-out open[at.is_some()] {
            summary { (desk::left_out(pieces.len() - kept)) @if kept > 0 { ", " (words::kept(kept)) } }
            ul { @for (number, piece) in pieces.iter().enumerate() { li {
                small { (piece.kind) @if let Some(state) = state(piece) { ", " (state) } ": " }
                bdi { (piece.words) } " "
                (button(source, back, number, piece, at == Some(number)))
            } } }
        }
    } }
}

fn state(piece: &Piece) -> Option<&'static str> {
    match (piece.is_kept, piece.in_text) {
        (true, _) => Some(words::KEPT),
        (false, true) => Some(words::IN_TEXT),
        (false, false) => None,
    }
}

fn button(source: &str, back: &str, number: usize, piece: &Piece, here: bool) -> Markup {
    let heard: String = piece.words.chars().take(HEARD_MOST).collect();
    html! { @if let Some(keep) = &piece.keep {
        form.piece method="post" action="/keep" {
            input type="hidden" name="source" value=(source);
            input type="hidden" name="words" value=(keep.words);
            @if let Some(number) = keep.number { input type="hidden" name="number" value=(number); }
            input type="hidden" name="piece" value=(number);
            input type="hidden" name="back" value=(back);
            @if piece.is_kept {
                button name="out" value="yes" data-land[here] aria-label=(words::leave_out(&heard)) { (words::LEAVE_OUT) }
            } @else {
                button data-land[here] aria-label=(words::bring_back(&heard)) { (words::BRING_BACK) }
            }
        }
    } }
}
