//! In what order? Steps and gates by who takes them, an arrow from each to what waits for it.
//!
//! A step stands one column after the last of those it waits for. A step that several take has a mark in the row of
//! each, joined by a bar, and its title at the first. All measures are in pixels of the drawing; text wraps inside
//! boxes of a fixed size and is cut there, since the table beside the picture holds it in full.

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
/// From one bar of a column to the next, so that none lies over another or over a step of one party.
const ASIDE: usize = 24;

/// A step with its place, and the heights of its marks from the top one down: one in the row of each who takes it.
struct Placed<'a> {
    step: &'a StepEntry,
    x: usize,
    marks: Vec<usize>,
}

/// One band of the drawing: who takes the steps in it.
struct Row<'a> {
    by: Option<&'a str>,
    top: usize,
    slots: usize,
}

/// The columns, and how wide one is.
struct Columns {
    of: Vec<usize>,
    wide: usize,
}

pub(crate) fn steps(index: &Index<'_>) -> Markup {
    let steps = &index.brief.steps;
    let of = columns(steps);
    let count = of.iter().max().map_or(1, |last| last + 1);
    let columns = Columns { of, wide: (SHARED / count).clamp(NARROW, WIDE) };
    let rows = rows(index, steps, &columns.of);
    let placed = place(steps, &columns, &rows);
    let width = LABELS + columns.wide * count;
    let height = rows.iter().map(|r| r.top + r.slots * SLOT).max().unwrap_or(0);
    html! {
        svg.steps viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height) role="img" aria-label=(words::ORDER_PICTURE) {
            defs { marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto" { path d="M0 0L8 4L0 8Z" fill="#45423d" {} } }
            @for row in &rows { (band(index, row, width)) }
            @for node in &placed { (bar(node)) }
            @for to in &placed { (arrows(&placed, to, columns.wide)) }
            @for node in &placed { (draw(node, columns.wide)) }
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

/// Has a step a mark in the row of this party, or in that of nobody named?
fn takes(step: &StepEntry, by: Option<&str>) -> bool {
    by.map_or(step.by.is_empty(), |name| step.by.iter().any(|b| b == name))
}

/// Rows in file order of those who act; steps of nobody named come last.
fn rows<'a>(index: &Index<'a>, steps: &'a [StepEntry], columns: &[usize]) -> Vec<Row<'a>> {
    let parties = index.brief.parties.iter().map(|p| Some(p.name.as_str()));
    let owners: Vec<Option<&'a str>> = parties.chain([None]).filter(|by| steps.iter().any(|s| takes(s, *by))).collect();
    let mut top = 0;
    let mut rows: Vec<Row<'a>> = Vec::new();
    for by in owners {
        let above: Vec<Option<&str>> = rows.iter().map(|r| r.by).collect();
        let first = |step: &StepEntry| takes(step, by) && !above.iter().any(|other| takes(step, *other));
        let own: Vec<usize> = steps.iter().zip(columns).filter(|(s, _)| first(s)).map(|(_, c)| *c).collect();
        let slots = own.iter().map(|c| own.iter().filter(|o| *o == c).count()).max().unwrap_or(1);
        rows.push(Row { by, top, slots });
        top += slots * SLOT;
    }
    rows
}

fn place<'a>(steps: &'a [StepEntry], columns: &Columns, rows: &[Row<'_>]) -> Vec<Placed<'a>> {
    let mut placed: Vec<(usize, Placed<'a>)> = Vec::new();
    let single = |column: usize| steps.iter().zip(&columns.of).any(|(s, c)| *c == column && s.by.len() < 2);
    for (step, column) in steps.iter().zip(&columns.of) {
        let tops: Vec<usize> = rows.iter().filter(|r| takes(step, r.by)).map(|r| r.top).collect();
        let first = tops.first().copied().unwrap_or(0);
        let there = || placed.iter().filter(|(c, _)| c == column).map(|(_, p)| p);
        let bars = there().filter(|p| p.step.by.len() > 1).count() + usize::from(single(*column));
        let aside = if step.by.len() > 1 { bars * ASIDE } else { 0 };
        let within =
            |p: &&Placed<'_>| p.marks.first().is_some_and(|y| (first..first + height(rows, first)).contains(y));
        let above = there().filter(within).count();
        let lower = tops.iter().skip(1).map(|top| top + NODE + 6);
        let marks = [first + above * SLOT + NODE + 6].into_iter().chain(lower).collect();
        placed.push((*column, Placed { step, x: LABELS + column * columns.wide + NODE + aside, marks }));
    }
    placed.into_iter().map(|(_, p)| p).collect()
}

/// The height of the row that begins here.
fn height(rows: &[Row<'_>], top: usize) -> usize {
    rows.iter().find(|r| r.top == top).map_or(SLOT, |r| r.slots * SLOT)
}

fn band(index: &Index<'_>, row: &Row<'_>, width: usize) -> Markup {
    let who = row.by.map_or(words::BY_NOBODY, |name| index.title(name));
    html! {
        @if row.top > 0 { path.row d={ "M0 " (row.top) "H" (width) } {} }
        foreignObject x="0" y=(row.top + 8) width=(LABELS - 20) height=(SLOT - 16) { div.who dir="auto" { (who) } }
    }
}

/// The bar that joins the marks of a step that several take.
fn bar(node: &Placed<'_>) -> Markup {
    html! {
        @if let [first, .., last] = node.marks.as_slice() { path.j d={ "M" (node.x) " " (first) "V" (last) } {} }
    }
}

fn arrows(placed: &[Placed<'_>], to: &Placed<'_>, column: usize) -> Markup {
    html! {
        @for wait in &to.step.waits {
            @if let Some(from) = placed.iter().find(|p| p.step.name == wait.for_step) {
                path class=(if wait.contested { "a c" } else { "a" }) d=(curve(placed, from, to, column)) marker-end="url(#arrow)" {}
            }
        }
    }
}

/// The marks of two steps that are nearest to each other, the upper ones first; those with marks of other steps in
/// their way come last.
fn nearest(placed: &[Placed<'_>], from: &Placed<'_>, to: &Placed<'_>) -> (usize, usize) {
    let between = |p: &&Placed<'_>| p.x > from.x && p.x < to.x;
    let in_the_way: Vec<usize> = placed.iter().filter(between).flat_map(|p| p.marks.iter().copied()).collect();
    let hits = |y: usize| in_the_way.iter().filter(|other| **other == y).count();
    let pairs = from.marks.iter().flat_map(|y1| to.marks.iter().map(move |y2| (*y1, *y2)));
    pairs.min_by_key(|(y1, y2)| (hits(*y1) + hits(*y2), y1.abs_diff(*y2))).unwrap_or((0, 0))
}

/// From the right of one mark to the left of the other; a bow over what lies between in the same row.
fn curve(placed: &[Placed<'_>], from: &Placed<'_>, to: &Placed<'_>, column: usize) -> String {
    let (y1, y2) = nearest(placed, from, to);
    let (x1, x2) = (from.x + 10, to.x.saturating_sub(12));
    let bow = if y1 == y2 && to.x > from.x + column { 16 } else { 0 };
    let (c1, c2) = (x1 + 90, x2.saturating_sub(90));
    format!("M{x1} {y1}C{c1} {} {c2} {} {x2} {y2}", y1.saturating_sub(bow), y2.saturating_sub(bow))
}

fn draw(node: &Placed<'_>, column: usize) -> Markup {
    // A bar runs down from the mark: the title stands beside it.
    let aside = node.marks.len() > 1;
    let x = if aside { node.x + 7 } else { node.x - 10 };
    html! {
        @for y in &node.marks { (mark(node.step, node.x, *y)) }
        @if let Some(y) = node.marks.first() {
            foreignObject x=(x) y=(y + 12 - usize::from(aside) * 2) width=(column.saturating_sub(if aside { 74 } else { 24 })) height=(SLOT - 32) {
                div.tx { bdi { (node.step.title) } " " em { (note(node.step)) } }
            }
        }
    }
}

fn mark(step: &StepEntry, x: usize, y: usize) -> Markup {
    html! {
        @if step.gate { path.h d={ "M" (x) " " (y - 9) "L" (x + 9) " " (y) "L" (x) " " (y + 9) "L" (x - 9) " " (y) "Z" } {} }
        @else if step.irreversible { rect.x x=(x - 7) y=(y - 7) width="14" height="14" {} }
        @else { circle.n cx=(x) cy=(y) r="7" {} }
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
