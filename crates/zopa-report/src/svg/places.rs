//! Where does each step stand? Rows by who takes it, columns by what it waits for.
//!
//! In each row and column every mark has a slot of its own, and slots of one row are level across all columns. So a
//! level line at the height of a mark meets no other mark of its column, and the strip above a slot (its bands) is free
//! of marks and titles from end to end: arrows that pass over columns run there. A step that several take has a mark in
//! the row of each, joined by a bar; bars stand to the left of the other marks of their column, in lanes, so that none
//! runs over a title.

use super::{
    columns::columns,
    routes::{Order, orders},
};
use crate::index::Index;
use std::{cmp::Reverse, collections::BTreeMap};
use zopa_finding::StepEntry;

/// Room for the names of those who act.
pub(super) const LABELS: usize = 130;
/// The width that the columns share.
const SHARED: usize = 1000;
/// Bounds of the width of a title; below the first, numbers stand for titles.
const NARROW: usize = 130;
const WIDE: usize = 250;
/// Bounds of the width of a number.
const NUMBER: usize = 26;
const ROOMY: usize = 90;
/// Before the first mark of a column, where arrowheads are.
const ENTRY: usize = 26;
/// From one lane of bars to the next, from one upright of arrows to the next, from one band to the next.
const LANE: usize = 22;
pub(super) const UPRIGHT: usize = 10;
pub(super) const BAND: usize = 7;
/// From the top of a slot, bands apart, to its mark; and from there to its end, with and without a title.
const ABOVE: usize = 17;
pub(super) const TITLED: usize = 44;
const NUMBERED: usize = 32;
const BARE: usize = 14;
/// The least height of a row: three lines of a name.
const ROW: usize = 58;

/// A step with its place, and the heights of its marks from the top one down: one in the row of each who takes it.
pub(super) struct Node<'a> {
    pub step: &'a StepEntry,
    pub x: usize,
    /// Where its title begins.
    pub title: usize,
    pub marks: Vec<usize>,
    /// The height of the first band above its first mark.
    pub band: usize,
}

/// One band of the drawing: who takes the steps in it.
pub(super) struct Row<'a> {
    pub by: Option<&'a str>,
    pub top: usize,
    pub height: usize,
}

/// A column: where it begins, and where the uprights of the arrows leaving it begin.
pub(super) struct Column {
    left: usize,
    lanes: usize,
    pub uprights: usize,
}

pub(super) struct Layout<'a> {
    pub rows: Vec<Row<'a>>,
    pub columns: Vec<Column>,
    pub nodes: Vec<Node<'a>>,
    pub orders: Vec<Order>,
    /// The width of a title; `None` where numbers stand for titles.
    pub titles: Option<usize>,
    pub width: usize,
    pub height: usize,
}

/// The row and slot of a mark.
pub(super) type Cell = (usize, usize);

/// What a slot holds: has any of its marks a title, how many bands are above it.
#[derive(Default)]
struct Slot {
    titled: bool,
    bands: usize,
}

pub(super) fn layout<'a>(index: &Index<'a>) -> Layout<'a> {
    let steps = index.brief.steps.as_slice();
    let at = columns(steps);
    let owners = owners(index, steps);
    let cells = cells(steps, &at, &owners);
    let orders = orders(steps, &at, &cells);
    let lanes = lanes(&cells, &at);
    let (columns, titles, width) = widths(&at, &lanes, &orders);
    let slots = slots(&cells, &orders);
    let (rows, tops) = heights(&owners, &slots, titles.is_some());
    let laid = steps.iter().zip(&at).zip(&cells).zip(&lanes);
    let nodes = laid.map(|(((step, column), cells), lane)| node(step, columns.get(*column), cells, *lane, &tops));
    let nodes = nodes.collect();
    let height = rows.last().map_or(0, |row| row.top + row.height);
    Layout { rows, columns, nodes, orders, titles, width, height }
}

/// For each slot the heights of its first band and of its marks.
type Tops = BTreeMap<Cell, (usize, usize)>;

fn node<'a>(
    step: &'a StepEntry,
    column: Option<&Column>,
    cells: &[Cell],
    lane: Option<usize>,
    tops: &Tops,
) -> Node<'a> {
    let (left, lanes) = column.map_or((0, 0), |column| (column.left, column.lanes));
    let heights = |cell: &Cell| tops.get(cell).copied().unwrap_or_default();
    let at = |lane: usize| left + ENTRY + lane * LANE;
    let band = cells.first().map(heights).unwrap_or_default().0;
    let marks = cells.iter().map(|cell| heights(cell).1).collect();
    Node { step, x: at(lane.unwrap_or(lanes)), title: at(lanes), marks, band }
}

/// Who takes steps, in file order; nobody named comes last.
fn owners<'a>(index: &Index<'a>, steps: &[StepEntry]) -> Vec<Option<&'a str>> {
    let known = |name: &String| index.party(name).is_some();
    let takes = |name: &str| steps.iter().any(|step| step.by.iter().any(|by| by == name));
    let named = index.brief.parties.iter().map(|p| p.name.as_str()).filter(|name| takes(name)).map(Some);
    let nobody = steps.iter().any(|step| !step.by.iter().any(known));
    named.chain(nobody.then_some(None)).collect()
}

/// The row and slot of each mark of each step.
fn cells(steps: &[StepEntry], columns: &[usize], owners: &[Option<&str>]) -> Vec<Vec<Cell>> {
    let mut taken: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut next = |row: usize, column: usize| {
        let slot = taken.entry((row, column)).or_default();
        *slot += 1;
        (row, *slot - 1)
    };
    let by = |step: &StepEntry, owner: &Option<&str>| owner.is_some_and(|name| step.by.iter().any(|by| by == name));
    let own = |step: &StepEntry| -> Vec<usize> {
        let rows: Vec<usize> = (0..).zip(owners).filter(|(_, o)| by(step, o)).map(|(row, _)| row).collect();
        if rows.is_empty() { vec![owners.len().saturating_sub(1)] } else { rows }
    };
    steps.iter().zip(columns).map(|(s, column)| own(s).into_iter().map(|row| next(row, *column)).collect()).collect()
}

/// The lane of each bar: the tallest leftmost, two in one lane only where no row has both. `None` for other steps.
fn lanes(cells: &[Vec<Cell>], columns: &[usize]) -> Vec<Option<usize>> {
    let mut lanes: Vec<Option<usize>> = vec![None; cells.len()];
    let mut filled: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    let reach = |marks: &[Cell]| (marks.first().map_or(0, |c| c.0), marks.last().map_or(0, |c| c.0));
    let mut bars: Vec<(usize, &Vec<Cell>)> = (0..).zip(cells).filter(|(_, marks)| marks.len() > 1).collect();
    bars.sort_by_key(|(at, marks)| (Reverse(reach(marks).1 - reach(marks).0), *at));
    for (at, marks) in bars {
        let (column, (from, to)) = (columns.get(at).copied().unwrap_or_default(), reach(marks));
        let free = |lane: &usize| {
            !filled.get(&(column, *lane)).is_some_and(|bars| bars.iter().any(|(a, b)| *a <= to && from <= *b))
        };
        let lane = (0..).find(free).unwrap_or_default();
        filled.entry((column, lane)).or_default().push((from, to));
        lanes.iter_mut().skip(at).take(1).for_each(|place| *place = Some(lane));
    }
    lanes
}

/// The columns from left to right, the width of a title, the width of all.
fn widths(at: &[usize], lanes: &[Option<usize>], orders: &[Order]) -> (Vec<Column>, Option<usize>, usize) {
    let count = at.iter().max().map_or(1, |last| last + 1);
    let lanes_of = |column: usize| {
        at.iter().zip(lanes).filter(|(c, _)| **c == column).filter_map(|(_, lane)| *lane).max().map_or(0, |l| l + 1)
    };
    let uprights_of =
        |column: usize| orders.iter().filter(|o| o.column == column).map(|o| o.upright + 1).max().unwrap_or(0);
    let fixed: Vec<(usize, usize)> = (0..count).map(|column| (lanes_of(column), uprights_of(column))).collect();
    let taken: usize = fixed.iter().map(|(lanes, uprights)| ENTRY + lanes * LANE + (uprights + 1) * UPRIGHT).sum();
    let wide = SHARED.saturating_sub(taken) / count;
    let titles = (wide >= NARROW).then_some(wide.min(WIDE));
    let mut columns = Vec::new();
    let mut left = LABELS;
    for (lanes, uprights) in fixed {
        let end = left + ENTRY + lanes * LANE + titles.unwrap_or(wide.clamp(NUMBER, ROOMY));
        columns.push(Column { left, lanes, uprights: end });
        left = end + (uprights + 1) * UPRIGHT;
    }
    (columns, titles, left)
}

fn slots(cells: &[Vec<Cell>], orders: &[Order]) -> BTreeMap<Cell, Slot> {
    let mut slots: BTreeMap<Cell, Slot> = BTreeMap::new();
    for marks in cells {
        for (n, cell) in marks.iter().enumerate() {
            slots.entry(*cell).or_default().titled |= n == 0;
        }
    }
    for order in orders {
        if let (Some(band), Some(cell)) = (order.band, cells.get(order.to).and_then(|marks| marks.first())) {
            let slot = slots.entry(*cell).or_default();
            slot.bands = slot.bands.max(band + 1);
        }
    }
    slots
}

/// The rows from the top down, and the heights in them.
fn heights<'a>(owners: &[Option<&'a str>], slots: &BTreeMap<Cell, Slot>, titles: bool) -> (Vec<Row<'a>>, Tops) {
    let (mut rows, mut tops, mut top) = (Vec::new(), BTreeMap::new(), 0);
    for (row, by) in owners.iter().enumerate() {
        let mut y = top;
        for (cell, slot) in slots.range((row, 0)..(row + 1, 0)) {
            let mark = y + slot.bands * BAND + ABOVE;
            tops.insert(*cell, (y + BAND, mark));
            y = mark + if !slot.titled { BARE } else { if titles { TITLED } else { NUMBERED } };
        }
        let height = (y - top).max(ROW);
        rows.push(Row { by: *by, top, height });
        top += height;
    }
    (rows, tops)
}
