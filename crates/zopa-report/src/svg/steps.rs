//! In what order? Steps and gates by who takes them, an arrow from each to what waits for it.

use super::{
    places::{LABELS, Layout, Node, Row, TITLED, layout},
    routes::route,
};
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::{StepEntry, StepTaken};

/// Beyond this width a printed page would make it too small to read; the table beneath is printed alone.
const PRINTABLE: usize = 1700;

/// Do numbers stand for the titles of steps?
pub(crate) fn numbered(index: &Index<'_>) -> bool {
    layout(index).titles.is_none()
}

pub(crate) fn steps(index: &Index<'_>) -> Markup {
    let layout = layout(index);
    let (width, height) = (layout.width, layout.height);
    html! {
        svg.pic.steps.broad[width > PRINTABLE] viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height) role="img" aria-label=(words::ORDER_PICTURE) {
            defs { marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto" { path d="M0 0L8 4L0 8Z" {} } }
            @for row in &layout.rows { (band(index, row, width)) }
            @for node in &layout.nodes { (bar(node)) }
            @for order in &layout.orders {
                path class=(if order.contested { "a c" } else { "a" }) d=[route(&layout, order)] marker-end="url(#arrow)" {}
            }
            @for (node, number) in layout.nodes.iter().zip(1..) { (draw(&layout, node, number)) }
        }
    }
}

fn band(index: &Index<'_>, row: &Row<'_>, width: usize) -> Markup {
    let who = row.by.map_or(words::BY_NOBODY, |name| index.title(name));
    html! {
        @if row.top > 0 { path.row d={ "M0 " (row.top) "H" (width) } {} }
        foreignObject x="0" y=(row.top + 7) width=(LABELS - 14) height=(row.height - 8) { div.who dir="auto" { (who) } }
    }
}

/// The bar that joins the marks of a step that several take.
fn bar(node: &Node<'_>) -> Markup {
    html! {
        @if let [first, .., last] = node.marks.as_slice() { path.j d={ "M" (node.x) " " (first) "V" (last) } {} }
    }
}

fn draw(layout: &Layout<'_>, node: &Node<'_>, number: usize) -> Markup {
    html! {
        @for y in &node.marks { (mark(node.step, node.x, *y)) }
        @match (node.marks.first(), layout.titles) {
            (Some(y), Some(width)) => foreignObject x=(node.title - 8) y=(y + 10) width=(width) height=(TITLED - 11) {
                div.tx { bdi { (node.step.title) } " " em { (note(node.step)) } }
            },
            (Some(y), None) => text x=(node.title) y=(y + 25) { (number) },
            (None, _) => {},
        }
    }
}

/// A diamond is a gate, a square is hard to undo, a circle any other step; hollow where not every agreement has it.
fn mark(step: &StepEntry, x: usize, y: usize) -> Markup {
    let class = if step.taken == StepTaken::Optional { "h" } else { "n" };
    html! {
        @if step.gate { path.h d={ "M" (x) " " (y - 9) "L" (x + 9) " " (y) "L" (x) " " (y + 9) "L" (x - 9) " " (y) "Z" } {} }
        @else if step.irreversible { rect class=(class) x=(x - 7) y=(y - 7) width="14" height="14" {} }
        @else { circle class=(class) cx=(x) cy=(y) r="7" {} }
    }
}

/// What the shape says, in words.
fn note(step: &StepEntry) -> String {
    let gate = step.gate.then_some(words::GATE);
    let optional = (!step.gate && step.taken == StepTaken::Optional).then_some(words::OPTIONAL);
    let parts: Vec<&str> =
        gate.or(optional).into_iter().chain(step.irreversible.then_some(words::IRREVERSIBLE)).collect();
    parts.join(", ")
}
