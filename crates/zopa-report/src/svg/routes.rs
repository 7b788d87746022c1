//! Which way does an arrow go? Level from its mark, up or down between two columns, level to the other mark.
//!
//! An arrow to the next column arrives at the height of the mark. One that passes over columns, or goes back in a
//! circle of orders, runs along a band above the slot of the mark and arrives from above. Each step has an upright of
//! its own to the right of its column, and one more for contested arrows, so that only arrows of one beginning or of
//! one end lie over each other.

use super::{
    columns::position,
    places::{BAND, Cell, Layout, Node, UPRIGHT},
};
use std::collections::BTreeMap;
use zopa_finding::StepEntry;

/// From the middle of a mark to where an arrow begins or ends.
const CLEAR: usize = 10;
/// Arrows leave below the middle of a mark and arrive above it, contested ones further off, so that what leaves and what
/// arrives at one height does not run together. Between two marks of one height the middle is theirs alone.
const ASIDE: usize = 3;

/// An arrow: from which step to which, and on which lines between them.
pub(super) struct Order {
    pub from: usize,
    pub to: usize,
    /// The column it leaves.
    pub column: usize,
    pub upright: usize,
    /// The band it runs along; `None` where it goes to the next column.
    pub band: Option<usize>,
    /// Contested by every claim that gives it.
    pub contested: bool,
}

/// Every order that is reported, once for two steps. Numbers of uprights and bands are given out as they are needed.
pub(super) fn orders(steps: &[StepEntry], columns: &[usize], cells: &[Vec<Cell>]) -> Vec<Order> {
    let mut uprights: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    let mut bands: BTreeMap<Cell, Vec<(usize, bool)>> = BTreeMap::new();
    let column = |at: usize| columns.get(at).copied().unwrap_or_default();
    let mut orders = Vec::new();
    for (from, to, contested) in pairs(steps) {
        let upright = number(uprights.entry(column(from)).or_default(), (from, contested));
        let cell = cells.get(to).and_then(|marks| marks.first()).copied().unwrap_or_default();
        let next = column(to) == column(from) + 1;
        let band = (!next).then(|| number(bands.entry(cell).or_default(), (to, contested)));
        orders.push(Order { from, to, column: column(from), upright, band, contested });
    }
    orders
}

/// From which step to which, and whether every claim that says so is contested.
fn pairs(steps: &[StepEntry]) -> Vec<(usize, usize, bool)> {
    let mut pairs: Vec<(usize, usize, bool)> = Vec::new();
    for (to, step) in steps.iter().enumerate() {
        for wait in &step.waits {
            let Some(from) = position(steps, &wait.for_step) else { continue };
            match pairs.iter_mut().find(|pair| (pair.0, pair.1) == (from, to)) {
                Some(pair) => pair.2 &= wait.contested,
                None => pairs.push((from, to, wait.contested)),
            }
        }
    }
    pairs
}

/// The place of a thing in a list, at its end where it is new.
fn number<T: PartialEq>(list: &mut Vec<T>, thing: T) -> usize {
    list.iter().position(|other| *other == thing).unwrap_or_else(|| {
        list.push(thing);
        list.len() - 1
    })
}

/// The line of an arrow.
pub(super) fn route(layout: &Layout<'_>, order: &Order) -> Option<String> {
    let (from, to) = (layout.nodes.get(order.from)?, layout.nodes.get(order.to)?);
    let upright = layout.columns.get(order.column)?.uprights + (order.upright + 1) * UPRIGHT;
    let aside = if order.contested { 2 * ASIDE } else { ASIDE };
    let start = from.x + CLEAR;
    Some(match order.band {
        None => {
            let ((y1, y2), end) = (nearest(from, &to.marks), to.x.saturating_sub(CLEAR));
            if y1 == y2 {
                return Some(format!("M{start} {y1}H{end}"));
            }
            format!("M{start} {}H{upright}V{}H{end}", y1 + aside, y2.saturating_sub(aside))
        }
        Some(band) => {
            let level = to.band + band * BAND;
            let y1 = nearest(from, &[level]).0 + aside;
            let end = to.marks.first()?.saturating_sub(CLEAR);
            format!("M{start} {y1}H{upright}V{level}H{}V{end}", to.x + aside - ASIDE)
        }
    })
}

/// The mark of a step and the height that are nearest to each other, the upper ones first.
fn nearest(from: &Node<'_>, heights: &[usize]) -> (usize, usize) {
    let pairs = from.marks.iter().flat_map(|y1| heights.iter().map(move |y2| (*y1, *y2)));
    pairs.min_by_key(|(y1, y2)| y1.abs_diff(*y2)).unwrap_or_default()
}
