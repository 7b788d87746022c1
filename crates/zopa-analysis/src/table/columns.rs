//! How is a column made? From what is so of each reading, for every value of the first place.

use crate::functions::{Basis, Functions, Walk};
use crate::local::Local;
use crate::settings::{Settings, Side};
use crate::view::View;
use std::collections::BTreeMap;
use zopa_finding::{Cell, Columns};

/// Makes columns.
pub(super) struct Maker<'v> {
    pub functions: Functions,
    pub columns: Columns,
    /// By the value of the first place; none where one stands as at an earlier value.
    sides: Vec<Result<Side<'v>, usize>>,
}

impl<'v> Maker<'v> {
    pub fn of(view: &View<'_>, settings: &Settings<'v, '_>) -> Maker<'v> {
        let side = |value: u32| match settings.alike(value) {
            alike if alike < value => Err(alike as usize),
            _ => Ok(settings.side(value)),
        };
        Maker {
            functions: Functions::over(view.readings.sizes()),
            columns: Columns::default(),
            sides: (0..settings.places.first().copied().unwrap_or(1)).map(side).collect(),
        }
    }

    /// A column from what it hangs on at each value of the first place.
    pub fn column(
        &mut self,
        of: &mut dyn FnMut(&Side<'v>, &mut Functions) -> Basis,
        join: &mut dyn FnMut(u32, u32) -> u32,
        tell: &mut dyn FnMut(&mut Functions, Basis) -> u32,
    ) -> Cell {
        self.finished(of, join, tell, &mut |_, _, part| part)
    }

    /// The same, with something done to its part at each value of the first place.
    fn finished(
        &mut self,
        of: &mut dyn FnMut(&Side<'v>, &mut Functions) -> Basis,
        join: &mut dyn FnMut(u32, u32) -> u32,
        tell: &mut dyn FnMut(&mut Functions, Basis) -> u32,
        finish: &mut dyn FnMut(&mut Columns, &Side<'v>, Cell) -> Cell,
    ) -> Cell {
        let functions = &mut self.functions;
        let bases: Vec<Basis> = self.sides.iter().flatten().map(|side| of(side, functions)).collect();
        let mut bases = bases.into_iter();
        let mut walk = Walk::new(functions, join, tell);
        let mut parts: Vec<Cell> = Vec::new();
        for side in &self.sides {
            let earlier = |at: &usize| parts.get(*at).copied().unwrap_or(Cell::value(0));
            let part = match side {
                Err(alike) => earlier(alike),
                Ok(side) => {
                    let part = bases.next().map_or(Cell::value(0), |basis| match &side.fixed {
                        Some(fixed) => Cell::value(walk.value(basis, fixed)),
                        None => walk.column(&mut self.columns, basis, 0),
                    });
                    finish(&mut self.columns, side, part)
                }
            };
            parts.push(part);
        }
        self.columns.choice(0, parts)
    }

    /// A column that hangs on where readings have which label.
    pub fn kept(
        &mut self,
        label: &mut dyn FnMut(&Side<'v>, usize, &Local) -> u32,
        tell: &mut dyn FnMut(&mut Functions, Cell) -> u32,
    ) -> Cell {
        let mut of = |side: &Side<'v>, functions: &mut Functions| Basis {
            kept: function(functions, side, &mut |at, local| label(side, at, local)),
            joined: Cell::value(0),
        };
        self.column(&mut of, &mut |a, _| a, &mut |functions, basis| tell(functions, basis.kept))
    }

    /// A column that hangs on the labels of all readings joined; while the question at a place is open, if one is given:
    /// once it is answered there is nothing to tell.
    pub fn joined(
        &mut self,
        label: &mut dyn FnMut(&Side<'v>, usize) -> u32,
        join: &mut dyn FnMut(u32, u32) -> u32,
        tell: &mut dyn FnMut(u32) -> u32,
        open: Option<(usize, Cell)>,
    ) -> Cell {
        let mut of = |side: &Side<'v>, functions: &mut Functions| Basis {
            kept: Cell::value(0),
            joined: function(functions, side, &mut |at, _| label(side, at)),
        };
        let mut tell = |functions: &mut Functions, basis: Basis| {
            tell(functions.labels(basis.joined).first().copied().unwrap_or_default())
        };
        let sizes = self.functions.sizes().to_vec();
        self.finished(&mut of, join, &mut tell, &mut |columns, side, part| match (open, &side.fixed) {
            (Some((place, nothing)), None) => {
                let values = sizes.get(place).copied().unwrap_or(1) + 1;
                while_open(columns, part, (place as u32 + 1, values), nothing, &mut BTreeMap::new())
            }
            (Some((place, nothing)), Some(fixed)) if fixed.get(place).is_some_and(Option::is_some) => nothing,
            _ => part,
        })
    }
}

/// A column while one place has its first value; at its other values there is nothing.
fn while_open(
    columns: &mut Columns,
    column: Cell,
    (place, values): (u32, u32),
    nothing: Cell,
    known: &mut BTreeMap<Cell, Cell>,
) -> Cell {
    if let Some(known) = known.get(&column) {
        return *known;
    }
    let open = match columns.so_far().node(column).filter(|node| node.place < place).cloned() {
        Some(node) => {
            let next = node.next.into_iter().map(|next| while_open(columns, next, (place, values), nothing, known));
            let next = next.collect();
            columns.choice(node.place, next)
        }
        None => columns.choice(place, (0..values).map(|value| if value == 0 { column } else { nothing }).collect()),
    };
    known.insert(column, open);
    open
}

/// The labels of all readings as a function.
pub(super) fn function(
    functions: &mut Functions,
    side: &Side<'_>,
    label: &mut dyn FnMut(usize, &Local) -> u32,
) -> Cell {
    let labels: Vec<u32> = side.locals.iter().enumerate().map(|(at, local)| label(at, local)).collect();
    functions.of(&labels)
}

/// Where something is so, by number.
pub(super) struct Presences<'v, 'a> {
    view: &'v View<'a>,
    known: BTreeMap<Cell, u32>,
}

impl<'v, 'a> Presences<'v, 'a> {
    pub fn of(view: &'v View<'a>) -> Presences<'v, 'a> {
        Presences { view, known: BTreeMap::new() }
    }

    /// Of those readings whose label says so.
    pub fn number(&mut self, functions: &mut Functions, function: Cell, so: &dyn Fn(u32) -> bool) -> u32 {
        let told = functions.told(function, &|label| u32::from(so(label)));
        let (view, functions) = (self.view, &*functions);
        let number = || view.readings.presence_number(view.case, &functions.so(told)) as u32;
        *self.known.entry(told).or_insert_with(number)
    }
}
