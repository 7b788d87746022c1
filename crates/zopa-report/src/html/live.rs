//! What of the page changes with the switches?
//!
//! Whatever changes is a slot. Each slot is told once for every state that it can have, by the same functions that tell
//! it where all is open; the page carries the states, and for each slot a column of the table that says which of them
//! belongs to a setting. The script only looks up.

use super::tokens::Tokens;
use crate::index::Index;
use maud::{Markup, PreEscaped};
use std::cell::RefCell;
use zopa_finding::{
    Answer, Cell, Columns, Diagram, Hinge, HingeColumn, HingeKind, Knot, Level, Node, Presence, Reader, ShutOut,
    Switch, Switches, Together, Verdict, knot_called,
};

/// States that a slot shows by its marks alone, by number.
pub(super) const MARKS: [&str; 7] = ["", "every", "some", "fits", "nothing-fits", "depends", "rules-contradict"];

/// The brief with every state of its slots.
pub(super) struct Live<'i, 'a> {
    /// Names, and the answer with all open.
    pub index: &'i Index<'a>,
    /// The table.
    pub table: &'i Switches,
    /// The table's columns, and how much is left open: 0 where nothing is set, else one more than the points open.
    source: Diagram,
    left: Cell,
    /// What the knots of each family are about, at any setting.
    about: Vec<(Cell, Vec<String>)>,
    store: RefCell<Store>,
}

#[derive(Default)]
struct Store {
    columns: Columns,
    tokens: Tokens,
    slots: Vec<Cell>,
}

/// A slot with what it says where all is open; without a number where nothing can be set.
pub(super) struct Slot<T> {
    /// Its number.
    pub number: Option<usize>,
    /// As the page is opened.
    pub open: T,
}

impl<'i, 'a> Live<'i, 'a> {
    pub fn new(index: &'i Index<'a>, table: &'i Switches) -> Live<'i, 'a> {
        let mut columns = Columns::after(&table.diagram);
        let left = left(table, &mut columns);
        let about = table.knots.iter().map(|family| (*family, about(table, *family))).collect();
        Live { index, table, source: columns.diagram(), left, about, store: RefCell::default() }
    }

    /// Can anything be set?
    pub fn any(&self) -> bool {
        !self.table.switches.is_empty()
    }

    /// The switch of a question, source or origin.
    pub fn switch(&self, kind: HingeKind, name: &str) -> Option<&'i Switch> {
        self.table.switch(kind, name)
    }

    /// How many points are open where something is set; `None` where nothing is.
    pub fn open_beside(&self, setting: &[u32]) -> Option<usize> {
        self.source.at(self.left, setting).checked_sub(1).map(|open| open as usize)
    }

    /// How many points are open.
    pub fn open_points(&self, setting: &[u32]) -> usize {
        let questions = self.table.switches.iter().filter(|switch| switch.kind == HingeKind::Question).count();
        self.open_beside(setting).unwrap_or(questions)
    }

    /// What is left open, as a column.
    pub fn left(&self) -> Reader {
        plain(self.left)
    }

    /// Text that changes with some columns: told from a setting at which they have their values.
    pub fn text(&self, readers: &[Reader], tell: &dyn Fn(&[u32]) -> Markup) -> Slot<Markup> {
        let number = self.slot(readers, &mut |store, setting| store.tokens.put(&tell(setting).into_string()));
        Slot { number, open: tell(&self.table.open()) }
    }

    /// A mark that changes with some columns.
    pub fn mark(&self, readers: &[Reader], tell: &dyn Fn(&[u32]) -> usize) -> Slot<usize> {
        let number = self.slot(readers, &mut |_, setting| tell(setting) as u32);
        Slot { number, open: tell(&self.table.open()) }
    }

    fn slot(&self, readers: &[Reader], leaf: &mut dyn FnMut(&mut Store, &[u32]) -> u32) -> Option<usize> {
        if !self.any() {
            return None;
        }
        let places = self.table.places.len();
        let store = &mut *self.store.borrow_mut();
        let mut columns = std::mem::take(&mut store.columns);
        let cell = columns.combine(&self.source, readers, &mut |_, setting| {
            let mut setting = setting.to_vec();
            setting.resize(places, 0);
            leaf(store, &setting)
        });
        store.columns = columns;
        store.slots.push(cell);
        Some(store.slots.len() - 1)
    }

    /// The columns that say in which readings the clashes are.
    pub fn clashes(&self) -> Vec<Reader> {
        self.table.clashes.iter().map(|column| plain(column.state)).collect()
    }

    /// The knots of a family of clashes at a setting without their openings, each with the number that it has in the table.
    pub fn family(&self, family: Cell, setting: &[u32]) -> Vec<(u32, Knot)> {
        let states = self.table.family_states(self.table.diagram.at(family, setting));
        states.iter().map(|(number, _)| *number).zip(self.family_heads(family, setting)).collect()
    }

    /// The same, each by a name that no other knot of the page has.
    pub fn family_heads(&self, family: Cell, setting: &[u32]) -> Vec<Knot> {
        self.named(family, self.table.family_heads(self.table.diagram.at(family, setting)))
    }

    fn named(&self, family: Cell, mut knots: Vec<Knot>) -> Vec<Knot> {
        let before = self.about.iter().take_while(|(other, _)| *other != family);
        let mut taken: Vec<&str> = before.flat_map(|(_, ids)| ids.iter().map(String::as_str)).collect();
        let bases: Vec<String> = knots.iter().map(|knot| knot_called(&knot.issues)).collect();
        for (knot, base) in knots.iter_mut().zip(&bases) {
            let same = taken.iter().filter(|other| *other == base).count();
            knot.id = if same > 0 { format!("{base}/{}", same + 1) } else { base.clone() };
            taken.push(base);
        }
        knots
    }

    /// The clashes that a family has at some setting, by id.
    pub fn family_clashes(&self, family: Cell) -> Vec<&'i str> {
        let lists = self.table.diagram.values(family);
        let lists = lists.iter().filter_map(|list| self.table.knot_lists.get(*list as usize)).flatten();
        let states = lists.filter_map(|at| self.table.knot_states.get(*at as usize));
        let mut ids: Vec<&str> = states.flat_map(|knot| knot.clashes.iter().map(String::as_str)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The answer at a setting, its clashes alone.
    pub fn outline(&self, setting: &[u32]) -> Answer {
        self.table.outline(self.index.answer, setting)
    }

    fn column(&self, hinge: &Hinge) -> Option<&'i HingeColumn> {
        self.table.column(hinge.kind, &hinge.name)
    }

    /// The columns of what a hinge decides, its own switch left open.
    pub fn levels(&self, hinge: &Hinge) -> Vec<Reader> {
        let place = self.switch(hinge.kind, &hinge.name).map(|switch| switch.place);
        self.column(hinge).map(|c| Reader { cell: c.levels, held: place.map(|place| (place, 0)) }).into_iter().collect()
    }

    /// What a hinge decides at a setting, its own switch left open; where nothing can be set, what it decides.
    pub fn changes(&self, hinge: &Hinge, setting: &[u32]) -> Vec<Level> {
        let (Some(column), Some(switch)) = (self.column(hinge), self.switch(hinge.kind, &hinge.name)) else {
            return hinge.changes.clone();
        };
        self.table.levels_at(column, &self.table.with(setting, switch, None))
    }

    /// The columns of all that differs between the answers of a hinge, at each of them and with it left open.
    pub fn turning_on(&self, hinge: &Hinge) -> Vec<Reader> {
        let Some(switch) = self.switch(hinge.kind, &hinge.name) else { return Vec::new() };
        let table = self.table;
        let asked = table.shut_out.iter().flat_map(|column| column.sets.iter().chain([&column.held]));
        let clashes = table.clashes.iter().map(|column| &column.state);
        let cells = clashes.chain(&table.knots).chain(asked).chain([&table.verdict, &table.enough]);
        let turning = cells.filter(|cell| table.diagram.depends(**cell, switch.place));
        let values = || std::iter::once(0).chain((0..switch.answers.len() as u32).map(|answer| switch.first + answer));
        let held =
            turning.flat_map(|cell| values().map(|value| Reader { cell: *cell, held: Some((switch.place, value)) }));
        held.chain(self.levels(hinge)).collect()
    }

    /// A hinge with its effects at a setting, its own switch left open, and what shuts the offers out there that differ
    /// between them.
    pub fn hinge(&self, hinge: &Hinge, setting: &[u32]) -> Option<(Vec<ShutOut>, Hinge)> {
        let (Some(column), Some(switch)) = (self.column(hinge), self.switch(hinge.kind, &hinge.name)) else {
            return Some((self.index.answer.shut_out.clone(), hinge.clone()));
        };
        let setting = self.table.with(setting, switch, None);
        let hinge = self.table.hinge(self.index.answer, column, &setting)?;
        let told = hinge.changes.contains(&Level::ShutOut);
        Some((if told { self.table.shut_out_at(&setting) } else { Vec::new() }, hinge))
    }

    /// What the script looks up, as JSON: places, nodes, tokens, slots, whether a source excludes questions.
    pub fn data(&self) -> Option<String> {
        let store = self.store.take();
        let places = list(self.table.places.iter());
        let diagram = store.columns.diagram();
        let nodes: Vec<String> = diagram.nodes.iter().map(written).collect();
        let slots = list(store.slots.iter().map(|cell| cell.0));
        let apart = u8::from(self.table.together == Together::Questions);
        let tokens = store.tokens.json();
        let marks: Vec<String> = MARKS.iter().map(|mark| format!("\"{mark}\"")).collect();
        self.any().then(|| {
            format!(
                "{{\"p\":{places},\"x\":{apart},\"m\":{},\"s\":{slots},\"n\":{},{tokens}}}",
                list(marks.iter()),
                list(nodes.iter())
            )
        })
    }
}

/// A node: its place, and where to go on by each value; or, where that is shorter, `-1 -` its place, where to go on in most cases, and each
/// value with which it is otherwise.
fn written(node: &Node) -> String {
    let next = || node.next.iter().map(|cell| i64::from(cell.0));
    let full = list(std::iter::once(i64::from(node.place)).chain(next()));
    let most = next().max_by_key(|cell| (next().filter(|other| other == cell).count(), *cell)).unwrap_or_default();
    let others = (0i64..).zip(next()).filter(|(_, cell)| *cell != most).flat_map(|(value, cell)| [value, cell]);
    let short = list([-1 - i64::from(node.place), most].into_iter().chain(others));
    if short.len() < full.len() { short } else { full }
}

impl Slot<Markup> {
    /// What it says as the page is opened.
    pub fn markup(&self) -> Markup {
        PreEscaped(self.open.0.clone())
    }
}

impl Slot<usize> {
    /// Its mark as the page is opened.
    pub fn mark(&self) -> &'static str {
        MARKS.get(self.open).copied().unwrap_or_default()
    }
}

/// What the knots of a family are about at any setting, each once.
fn about(table: &Switches, family: Cell) -> Vec<String> {
    let lists = table.diagram.values(family);
    let states = lists.iter().filter_map(|list| table.knot_lists.get(*list as usize)).flatten();
    let knots = states.filter_map(|at| table.knot_states.get(*at as usize));
    let mut all: Vec<String> = knots.map(|knot| knot_called(&knot.issues)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A column as it stands.
pub(super) fn plain(cell: Cell) -> Reader {
    Reader { cell, held: None }
}

/// The mark of a presence.
pub(super) fn mark_of(presence: &Presence) -> usize {
    match presence {
        Presence::Never => 0,
        Presence::Every => 1,
        Presence::Some { .. } => 2,
    }
}

/// The mark of a verdict.
pub(super) fn mark_of_verdict(verdict: &Verdict) -> usize {
    match verdict {
        Verdict::Fits => 3,
        Verdict::NothingFits => 4,
        Verdict::Depends { .. } => 5,
        Verdict::RulesContradict { .. } => 6,
    }
}

/// How much is left open, by setting.
fn left(table: &Switches, columns: &mut Columns) -> Cell {
    let questions = table.switches.iter().filter(|switch| switch.kind == HingeKind::Question).count() as u32;
    if table.together == Together::One {
        let question = |value: u32| {
            let own = |s: &&Switch| {
                s.kind == HingeKind::Question && (s.first..s.first + s.answers.len() as u32).contains(&value)
            };
            table.switches.iter().any(|s| own(&s))
        };
        let values = table.places.first().copied().unwrap_or(1);
        let column: Vec<u32> =
            (0..values).map(|v| if v == 0 { 0 } else { questions + 1 - u32::from(question(v)) }).collect();
        return columns.column(0, &[values], &column);
    }
    left_from(table, columns, 0, questions, false)
}

fn left_from(table: &Switches, columns: &mut Columns, place: u32, open: u32, any: bool) -> Cell {
    let Some(values) = table.places.get(place as usize) else {
        return Cell::value(if any { open + 1 } else { 0 });
    };
    let unset = left_from(table, columns, place + 1, open, any);
    let fewer = if place == 0 { open } else { open.saturating_sub(1) };
    let set = left_from(table, columns, place + 1, fewer, true);
    let next = (0..*values).map(|value| if value == 0 { unset } else { set }).collect();
    columns.choice(place, next)
}

fn list<T: std::fmt::Display>(items: impl Iterator<Item = T>) -> String {
    let items: Vec<String> = items.map(|item| item.to_string()).collect();
    format!("[{}]", items.join(","))
}
