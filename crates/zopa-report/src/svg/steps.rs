//! In what order? Steps and gates by who takes them, an arrow from each to what waits for it.
//!
//! A step stands one column after the last of those it waits for. All measures are in pixels of the drawing; text
//! wraps inside boxes of a fixed size and is cut there, since the table beside the picture holds it in full.

use crate::{index::Index, phrase::CLOSE, phrase::OPEN, words};
use maud::{Markup, html};
use zopa_finding::{StepEntry, StepTaken};

const LABELS: usize = 150;
/// The width that the columns share, and the bounds of one.
const SHARED: usize = 1120;
const NARROW: usize = 190;
const WIDE: usize = 370;
const SLOT: usize = 78;
const NODE: usize = 16;

/// A step with its place.
struct Placed<'a> {
    step: &'a StepEntry,
    x: usize,
    y: usize,
}

/// One band of the drawing: who takes the steps in it.
struct Row<'a> {
    by: Option<&'a str>,
    top: usize,
    slots: usize,
}

pub(crate) fn steps(index: &Index<'_>) -> Markup {
    let steps = &index.brief.steps;
    let columns = columns(steps);
    let rows = rows(index, steps, &columns);
    let count = columns.iter().max().map_or(1, |last| last + 1);
    let column = (SHARED / count).clamp(NARROW, WIDE);
    let placed = place(steps, &columns, &rows, column);
    let width = LABELS + column * count;
    let height = rows.iter().map(|r| r.top + r.slots * SLOT).max().unwrap_or(0);
    html! {
        svg.steps viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height) role="img" aria-label=(words::ORDER_PICTURE) {
            defs { marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto" { path d="M0 0L8 4L0 8Z" fill="#45423d" {} } }
            @for row in &rows { (band(index, row, width)) }
            @for to in &placed { (arrows(&placed, to, column)) }
            @for node in &placed { (draw(node, column)) }
        }
    }
}

/// The column of each step: one after the last it waits for. As many rounds as steps settle every chain; a circle
/// of contested orders ends there too.
fn columns(steps: &[StepEntry]) -> Vec<usize> {
    let mut columns = vec![0_usize; steps.len()];
    for _ in 1..steps.len() {
        for (n, step) in steps.iter().enumerate() {
            let before =
                step.waits.iter().filter_map(|w| position(steps, &w.for_step)).filter_map(|at| columns.get(at));
            let wanted = before.max().map_or(0, |c| c + 1).min(steps.len().saturating_sub(1));
            if let Some(column) = columns.get_mut(n) {
                *column = wanted.max(*column);
            }
        }
    }
    columns
}

fn position(steps: &[StepEntry], name: &str) -> Option<usize> {
    steps.iter().position(|s| s.name == name)
}

fn owner(step: &StepEntry) -> Option<&str> {
    step.by.first().map(String::as_str)
}

/// Rows in file order of those who act; steps of nobody named come last.
fn rows<'a>(index: &Index<'a>, steps: &'a [StepEntry], columns: &[usize]) -> Vec<Row<'a>> {
    let acting = |name: Option<&str>| steps.iter().any(|s| owner(s) == name);
    let mut owners: Vec<Option<&'a str>> =
        index.brief.parties.iter().map(|p| Some(p.name.as_str())).filter(|n| acting(*n)).collect();
    let stray = steps.iter().map(owner).filter(|o| !owners.contains(o)).collect::<Vec<_>>();
    for other in stray {
        if !owners.contains(&other) {
            owners.push(other);
        }
    }
    let mut top = 0;
    let row = |by: Option<&'a str>| {
        let slots = slots(steps, columns, by);
        top += slots * SLOT;
        Row { by, top: top - slots * SLOT, slots }
    };
    owners.into_iter().map(row).collect()
}

/// How many steps of one row stand in one column at most.
fn slots(steps: &[StepEntry], columns: &[usize], by: Option<&str>) -> usize {
    let own: Vec<usize> = steps.iter().zip(columns).filter(|(s, _)| owner(s) == by).map(|(_, c)| *c).collect();
    own.iter().map(|c| own.iter().filter(|o| *o == c).count()).max().unwrap_or(1)
}

fn place<'a>(steps: &'a [StepEntry], columns: &[usize], rows: &[Row<'_>], wide: usize) -> Vec<Placed<'a>> {
    let mut placed: Vec<Placed<'a>> = Vec::new();
    for (step, column) in steps.iter().zip(columns) {
        let top = rows.iter().find(|r| r.by == owner(step)).map_or(0, |r| r.top);
        let x = LABELS + column * wide + NODE;
        let above = placed.iter().filter(|p| p.x == x && owner(p.step) == owner(step)).count();
        placed.push(Placed { step, x, y: top + above * SLOT + NODE + 6 });
    }
    placed
}

fn band(index: &Index<'_>, row: &Row<'_>, width: usize) -> Markup {
    let who = row.by.map_or(words::BY_NOBODY, |name| index.title(name));
    html! {
        @if row.top > 0 { path.row d={ "M0 " (row.top) "H" (width) } {} }
        foreignObject x="0" y=(row.top + 8) width=(LABELS - 20) height=(SLOT - 16) { div.who dir="auto" { (who) } }
    }
}

fn arrows(placed: &[Placed<'_>], to: &Placed<'_>, column: usize) -> Markup {
    html! {
        @for wait in &to.step.waits {
            @if let Some(from) = placed.iter().find(|p| p.step.name == wait.for_step) {
                path class=(if wait.contested { "a c" } else { "a" }) d=(curve(from, to, column)) marker-end="url(#arrow)" {}
            }
        }
    }
}

/// From the right of one node to the left of the other; a bow over what lies between in the same row.
fn curve(from: &Placed<'_>, to: &Placed<'_>, column: usize) -> String {
    let (x1, y1, x2, y2) = (from.x + 10, from.y, to.x.saturating_sub(12), to.y);
    let bow = if y1 == y2 && to.x > from.x + column { 16 } else { 0 };
    let (c1, c2) = (x1 + 90, x2.saturating_sub(90));
    format!("M{x1} {y1}C{c1} {} {c2} {} {x2} {y2}", y1.saturating_sub(bow), y2.saturating_sub(bow))
}

fn draw(node: &Placed<'_>, column: usize) -> Markup {
    let (x, y) = (node.x, node.y);
    html! {
        @if node.step.gate { path.h d={ "M" (x) " " (y - 9) "L" (x + 9) " " (y) "L" (x) " " (y + 9) "L" (x - 9) " " (y) "Z" } {} }
        @else if node.step.irreversible { rect.x x=(x - 7) y=(y - 7) width="14" height="14" {} }
        @else { circle.n cx=(x) cy=(y) r="7" {} }
        foreignObject x=(x - 10) y=(y + 12) width=(column.saturating_sub(24)) height=(SLOT - 32) {
            div.tx { bdi { (node.step.title) } " " em { (note(node.step)) } }
        }
    }
}

/// What the shape says, in words.
fn note(step: &StepEntry) -> String {
    let mut parts = Vec::new();
    if step.gate {
        parts.push(words::GATE);
    } else if step.taken == StepTaken::Optional {
        parts.push(words::OPTIONAL);
    }
    if step.irreversible {
        parts.push(words::IRREVERSIBLE);
    }
    parts.join(", ").replace([OPEN, CLOSE], "")
}
