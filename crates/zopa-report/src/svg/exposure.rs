//! From which step until which is somebody exposed? A row for each window, over the columns of the picture of steps.
//!
//! A square is the step that is hard to undo; each tick a step that has to be done, the bar ends with the last. Where a step stands
//! left of the square by its column and nothing puts it before, its tick stands there, on a dashed part: it may come later all the same.

use super::places::{LABELS, layout};
use crate::{index::Index, words::holding as words};
use maud::{Markup, html};
use zopa_finding::{Plan, Window};

const ROW: usize = 26;
const AFTER: usize = 90;

/// The picture; nothing where there is no window that ends.
pub(crate) fn windows(index: &Index<'_>, plan: &Plan) -> Markup {
    let layout = layout(index);
    let place = |name: &str| layout.nodes.iter().find(|node| node.step.name == name).map(|node| node.x);
    let rows: Vec<(usize, &Window, usize, Vec<usize>)> = plan
        .windows
        .iter()
        .zip(1..)
        .filter_map(|(window, number)| {
            let from = place(&window.step)?;
            // What was said to come after the step stands right of it, also where the columns do not know it.
            let after = |name: &str| plan.precedences.iter().any(|row| row.first == window.step && row.then == name);
            let tick = |name: &String| Some(if after(name) { place(name)?.max(from + AFTER) } else { place(name)? });
            let until: Vec<usize> = window.until.iter().filter_map(tick).collect();
            (!until.is_empty()).then_some((number, window, from, until))
        })
        .collect();
    let (width, height) = (layout.width, rows.len() * ROW + 8);
    html! {
        @if !rows.is_empty() {
            div.scroll tabindex="0" role="region" aria-label=(words::PICTURE) {
                svg.pic.open viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height) role="img" aria-label=(words::PICTURE) {
                    @for ((number, window, from, until), at) in rows.iter().zip(0..) {
                        (row(index, *number, window, *from, until, at * ROW + ROW / 2 + 4))
                    }
                }
            }
        }
    }
}

fn row(index: &Index<'_>, number: usize, window: &Window, from: usize, until: &[usize], y: usize) -> Markup {
    let who = window.exposed.iter().map(|name| index.title(name)).collect::<Vec<_>>().join(", ");
    let last = until.iter().copied().max().unwrap_or(from).max(from);
    let first = until.iter().copied().min().unwrap_or(from).min(from);
    html! {
        foreignObject x="0" y=(y - 10) width=(LABELS - 14) height="20" { div.who dir="auto" { (number) ". " (who) } }
        @if first < from { path.j.c d={ "M" (first) " " (y) "H" (from) } {} }
        path.j d={ "M" (from) " " (y) "H" (last) } {}
        @for x in until { path.j d={ "M" (x) " " (y - 6) "V" (y + 6) } {} }
        rect.n x=(from - 6) y=(y - 6) width="12" height="12" {}
    }
}
