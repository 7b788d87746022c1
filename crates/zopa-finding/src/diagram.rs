//! How is a table with a row for every setting kept small?
//!
//! A column gives a number for every setting of the switches. Most depend on a few switches only, so a column is kept
//! as an ordered decision diagram (R. Bryant, *Graph-based algorithms for Boolean function manipulation*, IEEE
//! Transactions on Computers C-35, 1986), with more than two values at a place and with numbers for leaves. Equal parts
//! are kept once, for all columns together.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A column of the table: where looking up begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Cell(
    /// A node by its position; a negative number `n` is the value `-1 - n`.
    pub i32,
);

/// One place looked at, with what follows for each of its values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Node {
    /// The place of the setting.
    pub place: u32,
    /// Where to go on, by the value at that place.
    pub next: Vec<Cell>,
}

/// Columns over the settings of several places, equal parts kept once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Diagram {
    /// Every node stands after those it leads to.
    pub nodes: Vec<Node>,
}

impl Cell {
    /// The same value at every setting.
    pub fn value(value: u32) -> Cell {
        Cell(-1 - i32::try_from(value).unwrap_or(i32::MAX - 1))
    }
}

impl Diagram {
    /// The node that a cell stands for; none where it is a value.
    pub fn node(&self, cell: Cell) -> Option<&Node> {
        usize::try_from(cell.0).ok().and_then(|at| self.nodes.get(at))
    }

    /// The value of a column at a setting; a place that the setting has not counts as its first value.
    ///
    /// A column that leads nowhere, as only a damaged file holds, gives 0.
    pub fn at(&self, mut cell: Cell, setting: &[u32]) -> u32 {
        // Every node leads to earlier ones; a damaged file may not, so the steps are counted.
        for _ in 0..=self.nodes.len() {
            let Ok(node) = usize::try_from(cell.0) else {
                return u32::try_from(-1 - i64::from(cell.0)).unwrap_or(0);
            };
            let next = self.nodes.get(node).and_then(|node| {
                let value = setting.get(node.place as usize).copied().unwrap_or(0);
                node.next.get(value as usize)
            });
            match next {
                Some(next) => cell = *next,
                None => return 0,
            }
        }
        0
    }
}

/// Builds a diagram column by column.
#[derive(Debug, Default)]
pub struct Columns {
    diagram: Diagram,
    known: BTreeMap<Node, Cell>,
}

impl Columns {
    /// Goes on from a diagram.
    pub fn after(diagram: &Diagram) -> Columns {
        let known = diagram.nodes.iter().zip(0..).map(|(node, at)| (node.clone(), Cell(at))).collect();
        Columns { diagram: diagram.clone(), known }
    }

    /// What was built.
    pub fn diagram(self) -> Diagram {
        self.diagram
    }

    /// What was built so far.
    pub fn so_far(&self) -> &Diagram {
        &self.diagram
    }

    /// A choice at one place. Where every value leads to the same, there is no choice.
    pub fn choice(&mut self, place: u32, next: Vec<Cell>) -> Cell {
        match next.split_first() {
            None => return Cell::value(0),
            Some((first, rest)) if rest.iter().all(|other| other == first) => return *first,
            Some(_) => {}
        }
        let node = Node { place, next };
        if let Some(known) = self.known.get(&node) {
            return *known;
        }
        let cell = Cell(i32::try_from(self.diagram.nodes.len()).unwrap_or(i32::MAX));
        self.diagram.nodes.push(node.clone());
        self.known.insert(node, cell);
        cell
    }

    /// A column over the places from `first` on, of these sizes, the first varying slowest: one value a setting.
    pub fn column(&mut self, first: u32, sizes: &[u32], values: &[u32]) -> Cell {
        let Some((size, rest)) = sizes.split_first() else {
            return Cell::value(values.first().copied().unwrap_or(0));
        };
        let part = (values.len() / (*size).max(1) as usize).max(1);
        let next = values.chunks(part).map(|values| self.column(first + 1, rest, values)).collect();
        self.choice(first, next)
    }
}

/// A column as it is read: with one place held at a value, or as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The column.
    pub cell: Cell,
    /// A place and the value that it is held at.
    pub held: Option<(u32, u32)>,
}

impl Diagram {
    /// Every value that a column has, each once.
    pub fn values(&self, cell: Cell) -> Vec<u32> {
        let mut seen = std::collections::BTreeSet::new();
        let mut left = vec![cell];
        while let Some(cell) = left.pop() {
            if seen.insert(cell) {
                let node = usize::try_from(cell.0).ok().and_then(|at| self.nodes.get(at));
                left.extend(node.iter().flat_map(|node| node.next.iter().copied()));
            }
        }
        seen.iter().filter(|cell| cell.0 < 0).map(|cell| self.at(*cell, &[])).collect()
    }

    /// Does the column differ for different values at a place?
    pub fn depends(&self, cell: Cell, place: u32) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut left = vec![cell];
        while let Some(node) = left.pop().and_then(|cell| usize::try_from(cell.0).ok()) {
            let Some(node) = self.nodes.get(node).filter(|_| seen.insert(node)) else { continue };
            if node.place == place {
                return true;
            }
            left.extend(node.next.iter().filter(|next| next.0 >= 0));
        }
        false
    }

    /// Past the place that is held. Equal columns have equal cells.
    pub fn read(&self, Reader { mut cell, held }: Reader) -> Cell {
        let Some((place, value)) = held else { return cell };
        while let Some(node) = usize::try_from(cell.0).ok().and_then(|at| self.nodes.get(at)) {
            match node.next.get(value as usize) {
                Some(next) if node.place == place => cell = *next,
                _ => break,
            }
        }
        cell
    }
}

impl Columns {
    /// A new column from several of another table: `leaf` is given their values, and a setting at which they have them, once
    /// for each combination that there is.
    pub fn combine(&mut self, from: &Diagram, readers: &[Reader], leaf: &mut dyn FnMut(&[u32], &[u32]) -> u32) -> Cell {
        let places = from.nodes.iter().map(|node| node.place + 1).max().unwrap_or(0);
        let mut known = BTreeMap::new();
        self.combined(from, readers, &mut vec![0; places as usize], &mut known, leaf)
    }

    fn combined(
        &mut self,
        from: &Diagram,
        readers: &[Reader],
        setting: &mut Vec<u32>,
        known: &mut BTreeMap<Vec<Cell>, Cell>,
        leaf: &mut dyn FnMut(&[u32], &[u32]) -> u32,
    ) -> Cell {
        let cells: Vec<Cell> = readers.iter().map(|reader| from.read(*reader)).collect();
        if let Some(cell) = known.get(&cells) {
            return *cell;
        }
        let node = |cell: &Cell| usize::try_from(cell.0).ok().and_then(|at| from.nodes.get(at));
        let first = cells.iter().filter_map(node).min_by_key(|node| node.place);
        let cell = match first {
            None => {
                let values: Vec<u32> = cells.iter().map(|cell| from.at(*cell, &[])).collect();
                Cell::value(leaf(&values, setting))
            }
            Some(first) => {
                let next = (0..first.next.len() as u32).map(|value| {
                    let step = |(reader, cell): (&Reader, &Cell)| match node(cell).filter(|n| n.place == first.place) {
                        Some(node) => Reader { cell: *node.next.get(value as usize).unwrap_or(cell), ..*reader },
                        None => Reader { cell: *cell, ..*reader },
                    };
                    let further: Vec<Reader> = readers.iter().zip(&cells).map(step).collect();
                    set(setting, first.place, value);
                    self.combined(from, &further, setting, known, leaf)
                });
                let next: Vec<Cell> = next.collect();
                set(setting, first.place, 0);
                self.choice(first.place, next)
            }
        };
        known.insert(cells, cell);
        cell
    }
}

fn set(setting: &mut [u32], place: u32, value: u32) {
    if let Some(at) = setting.get_mut(place as usize) {
        *at = value;
    }
}
