//! Who is in it? Parties side by side, one narrow column each, a mark for each that takes part, a line between
//! the marks.
//!
//! The heads stand on lines of their own, each with a line down to its column: no column's width depends on a title.

use super::Style;
use super::lay::{fit, measure, pad};
use crate::words::screen;
use zopa_finding::{Party, Presence};

/// From one party's mark to the next, in columns.
const STEP: usize = 4;

/// A text right of the marks with less room than this, in columns, is left out.
const LEAST: usize = 8;

pub(super) struct Grid<'a> {
    columns: Vec<&'a Party>,
    style: Style,
}

impl<'a> Grid<'a> {
    pub fn new(columns: Vec<&'a Party>, style: Style) -> Self {
        Grid { columns, style }
    }

    /// Columns left of the marks: the rest is shared by the label and what stands right of the marks.
    fn left(&self) -> usize {
        let rest = self.style.width.saturating_sub(self.marks_width() + 4);
        (rest / 2).clamp(16, 44)
    }

    fn marks_width(&self) -> usize {
        self.columns.len() * self.step()
    }

    /// Many parties stand closer together, all of them alike.
    fn step(&self) -> usize {
        if self.columns.len() * STEP * 2 > self.style.width { STEP / 2 } else { STEP }
    }

    /// The heads, a line each, with `beside` in the lines left of them.
    pub fn head(&self, beside: &[String]) -> Vec<String> {
        let height = self.columns.len().max(beside.len());
        (0..height).map(|at| self.head_line(at, beside.get(at).map_or("", String::as_str))).collect()
    }

    fn head_line(&self, at: usize, beside: &str) -> String {
        let cut = fit(beside, self.left() + 1);
        let shown = if at == 0 { self.style.bold(&cut) } else { self.style.dim(&cut) };
        let spaces = (self.left() + 2).saturating_sub(measure(&cut));
        let above = self.columns.iter().take(at).map(|_| pad("│", self.step())).collect::<String>();
        let title = self.columns.get(at).map(|party| {
            let room = self.style.width.saturating_sub(self.left() + 2 + at * self.step() + 2);
            format!("┌ {}", fit(&party.title, room))
        });
        format!("{shown}{}{above}{}", " ".repeat(spaces), title.unwrap_or_default())
    }

    /// One row: a label, the marks of those named, a text.
    pub fn row(&self, knot: &str, label: &str, holders: &[String], presence: &Presence, text: &str) -> String {
        let mark = if *presence == Presence::Every { screen::MARK_EVERY } else { screen::MARK_SOME };
        let label = pad(&fit(label, self.left().saturating_sub(3)), self.left().saturating_sub(2));
        let room = self.style.width.saturating_sub(self.left() + 2 + self.marks_width());
        let text = if room < LEAST { String::new() } else { self.style.dim(&fit(text, room)) };
        format!("{}{label}  {}{text}", pad(knot, 2), self.marks(holders, mark))
    }

    fn marks(&self, holders: &[String], mark: char) -> String {
        let held = self.columns.iter().map(|party| holders.contains(&party.name)).collect::<Vec<_>>();
        let first = held.iter().position(|held| *held).unwrap_or(usize::MAX);
        let last = held.iter().rposition(|held| *held).unwrap_or(0);
        let cells = held.iter().enumerate().map(|(at, held)| {
            let inside = at >= first && at < last;
            let sign = if *held {
                mark
            } else if inside {
                '─'
            } else {
                '·'
            };
            let between = if inside { "─" } else { " " };
            format!("{sign}{}", between.repeat(self.step().saturating_sub(1)))
        });
        cells.collect()
    }
}
