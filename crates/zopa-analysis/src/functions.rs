//! What is left of a function of the readings when some questions are answered?
//!
//! Whatever is so of a reading is a label, a number. A function gives each reading its label, and is kept as a diagram over
//! the questions left open, so that what does not depend on a question does not grow with it. Two things are done with a
//! function when one comes to a setting of the switches: a question is answered, which leaves the function of the others;
//! or it stays open, and then either nothing is done (what is told depends on where a label is had), or the labels under
//! its answers are joined (what is told depends on them all together).
//!
//! A column of the table is worked out so, question by question, equal remainders once: as often as there are remainders
//! that differ, and not once for each setting.

use crate::set::Set;
use std::collections::BTreeMap;
use zopa_finding::{Cell, Columns};

/// Functions of the readings of some questions.
pub(crate) struct Functions {
    /// How many answers each question has.
    sizes: Vec<u32>,
    columns: Columns,
    answered: BTreeMap<(Cell, u32, u32), Cell>,
}

impl Functions {
    /// None, over questions with so many answers each.
    pub fn over(sizes: &[usize]) -> Functions {
        let sizes = sizes.iter().map(|size| *size as u32).collect();
        Functions { sizes, columns: Columns::default(), answered: BTreeMap::new() }
    }

    /// How many answers the questions have.
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// How many questions there are.
    pub fn places(&self) -> u32 {
        self.sizes.len() as u32
    }

    /// How many answers a question has.
    pub fn answers(&self, place: u32) -> u32 {
        self.sizes.get(place as usize).copied().unwrap_or(1)
    }

    /// The function with these labels, the first question varying slowest.
    pub fn of(&mut self, labels: &[u32]) -> Cell {
        match labels.split_first() {
            Some((first, rest)) if rest.iter().any(|label| label != first) => {
                self.columns.column(0, &self.sizes, labels)
            }
            first => Cell::value(first.map_or(0, |(first, _)| *first)),
        }
    }

    /// What is left with a question answered.
    pub fn answered(&mut self, function: Cell, place: u32, answer: u32) -> Cell {
        let Some(node) = self.columns.so_far().node(function).filter(|node| node.place <= place) else {
            return function;
        };
        if node.place == place {
            return node.next.get(answer as usize).copied().unwrap_or(function);
        }
        let key = (function, place, answer);
        if let Some(known) = self.answered.get(&key) {
            return *known;
        }
        let (at, next) = (node.place, node.next.clone());
        let next = next.into_iter().map(|next| self.answered(next, place, answer)).collect();
        let left = self.columns.choice(at, next);
        self.answered.insert(key, left);
        left
    }

    /// The labels that a function gives, each once, the least first.
    pub fn labels(&self, function: Cell) -> Vec<u32> {
        let mut labels = self.columns.so_far().values(function);
        labels.sort_unstable();
        labels
    }

    /// The same function with other labels.
    pub fn told(&mut self, function: Cell, tell: &dyn Fn(u32) -> u32) -> Cell {
        self.told_from(function, tell, &mut BTreeMap::new())
    }

    fn told_from(&mut self, function: Cell, tell: &dyn Fn(u32) -> u32, known: &mut BTreeMap<Cell, Cell>) -> Cell {
        if let Some(known) = known.get(&function) {
            return *known;
        }
        let told = match self.columns.so_far().node(function) {
            None => Cell::value(tell(self.columns.so_far().at(function, &[]))),
            Some(node) => {
                let (place, next) = (node.place, node.next.clone());
                let next = next.into_iter().map(|next| self.told_from(next, tell, known)).collect();
                self.columns.choice(place, next)
            }
        };
        known.insert(function, told);
        told
    }

    /// The readings, by position, that have a label other than 0.
    pub fn so(&self, function: Cell) -> Set {
        let readings = self.sizes.iter().map(|size| *size as usize).product();
        let mut so = Set::with_capacity(readings);
        let mut setting = vec![0; self.sizes.len()];
        for at in 0..readings {
            if self.columns.so_far().at(function, &setting) > 0 {
                so.insert(at);
            }
            self.next(&mut setting);
        }
        so
    }

    fn next(&self, setting: &mut [u32]) {
        for (value, size) in setting.iter_mut().zip(&self.sizes).rev() {
            *value += 1;
            if *value < *size {
                return;
            }
            *value = 0;
        }
    }
}

/// How labels are joined.
pub(crate) struct Join<'j> {
    pub of: &'j mut dyn FnMut(u32, u32) -> u32,
    pub known: BTreeMap<(Cell, Cell), Cell>,
}

impl Join<'_> {
    /// A function with the labels under all answers of its first question joined.
    fn over(&mut self, functions: &mut Functions, function: Cell, place: u32) -> Cell {
        let answers = functions.answers(place);
        let first = functions.answered(function, place, 0);
        (1..answers).fold(first, |joined, answer| {
            let other = functions.answered(function, place, answer);
            self.both(functions, joined, other)
        })
    }

    fn both(&mut self, functions: &mut Functions, a: Cell, b: Cell) -> Cell {
        if let Some(known) = self.known.get(&(a, b)) {
            return *known;
        }
        let diagram = functions.columns.so_far();
        let place = [a, b].iter().filter_map(|cell| diagram.node(*cell)).map(|node| node.place).min();
        let joined = match place {
            None => Cell::value((self.of)(diagram.at(a, &[]), diagram.at(b, &[]))),
            Some(place) => {
                let next = (0..functions.answers(place)).map(|answer| {
                    let (a, b) = (functions.answered(a, place, answer), functions.answered(b, place, answer));
                    self.both(functions, a, b)
                });
                let next = next.collect();
                functions.columns.choice(place, next)
            }
        };
        self.known.insert((a, b), joined);
        joined
    }
}

/// What a column is worked out from: a function that is left as it is where a question stays open, and one whose labels are
/// joined there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Basis {
    pub kept: Cell,
    pub joined: Cell,
}

/// Works a column out.
pub(crate) struct Walk<'w> {
    pub functions: &'w mut Functions,
    pub join: Join<'w>,
    /// The value of the column, from what is left when every question is open or answered.
    pub tell: &'w mut dyn FnMut(&mut Functions, Basis) -> u32,
    known: BTreeMap<(u32, Basis), Cell>,
}

impl<'w> Walk<'w> {
    pub fn new(
        functions: &'w mut Functions,
        join: &'w mut dyn FnMut(u32, u32) -> u32,
        tell: &'w mut dyn FnMut(&mut Functions, Basis) -> u32,
    ) -> Walk<'w> {
        let join = Join { of: join, known: BTreeMap::new() };
        Walk { functions, join, tell, known: BTreeMap::new() }
    }

    /// The value with these questions answered, the others open.
    pub fn value(&mut self, basis: Basis, fixed: &[Option<usize>]) -> u32 {
        let places = 0..self.functions.places();
        let left =
            places.zip(fixed.iter().chain(std::iter::repeat(&None))).fold(
                basis,
                |left, (place, answer)| match answer {
                    Some(answer) => self.answered(left, place, *answer as u32),
                    None => self.open(left, place),
                },
            );
        (self.tell)(self.functions, left)
    }

    /// The column over all settings from a question on. The question at place n stands at place n + 1 of the table.
    pub fn column(&mut self, columns: &mut Columns, basis: Basis, place: u32) -> Cell {
        if let Some(known) = self.known.get(&(place, basis)) {
            return *known;
        }
        let cell = if place >= self.functions.places() {
            Cell::value((self.tell)(self.functions, basis))
        } else {
            let open = self.open(basis, place);
            let answers = 0..self.functions.answers(place);
            let answered = answers.map(|answer| self.answered(basis, place, answer));
            let next: Vec<Basis> = std::iter::once(open).chain(answered.collect::<Vec<_>>()).collect();
            let next = next.into_iter().map(|left| self.column(columns, left, place + 1)).collect();
            columns.choice(place + 1, next)
        };
        self.known.insert((place, basis), cell);
        cell
    }

    fn answered(&mut self, left: Basis, place: u32, answer: u32) -> Basis {
        Basis {
            kept: self.functions.answered(left.kept, place, answer),
            joined: self.functions.answered(left.joined, place, answer),
        }
    }

    fn open(&mut self, left: Basis, place: u32) -> Basis {
        Basis { kept: left.kept, joined: self.join.over(self.functions, left.joined, place) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIZES: [usize; 3] = [2, 3, 2];
    const READINGS: usize = 12;

    /// Every setting: 0 for open, else an answer and one.
    fn settings() -> Vec<Vec<u32>> {
        let mut all = vec![vec![0]];
        for size in SIZES {
            let values = 0..=size as u32;
            all =
                all.iter().flat_map(|part| values.clone().map(|value| [part.as_slice(), &[value]].concat())).collect();
        }
        all
    }

    fn answer(reading: usize, place: usize) -> u32 {
        let inner: usize = SIZES.iter().skip(place + 1).product();
        (reading / inner % SIZES[place]) as u32
    }

    fn within(setting: &[u32], reading: usize) -> bool {
        (0..SIZES.len()).all(|place| [0, answer(reading, place) + 1].contains(&setting[place + 1]))
    }

    proptest! {
        #[test]
        fn a_column_is_what_each_setting_gives(
            kept in proptest::collection::vec(0u32..3, READINGS),
            joined in proptest::collection::vec(0u32..16, READINGS),
        ) {
            let mut functions = Functions::over(&SIZES);
            let basis = Basis { kept: functions.of(&kept), joined: functions.of(&joined) };
            // The labels that are left as bits, and those joined as others.
            let told = |kept: u32, joined: u32| 16 * kept + joined;
            let bits = |labels: Vec<u32>| labels.iter().fold(0, |bits, label| bits | 1 << label);
            let mut columns = Columns::default();
            let mut tell = |functions: &mut Functions, left: Basis| {
                told(bits(functions.labels(left.kept)), functions.labels(left.joined)[0])
            };
            let mut join = |a, b| a | b;
            let mut walk = Walk::new(&mut functions, &mut join, &mut tell);
            let cell = walk.column(&mut columns, basis, 0);
            for setting in settings() {
                let here: Vec<usize> = (0..READINGS).filter(|at| within(&setting, *at)).collect();
                let expected = told(
                    bits(here.iter().map(|at| kept[*at]).collect()),
                    here.iter().fold(0, |all, at| all | joined[*at]),
                );
                prop_assert_eq!(columns.so_far().at(cell, &setting), expected, "{:?}", &setting);
                let fixed: Vec<Option<usize>> = setting[1..].iter().map(|v| v.checked_sub(1).map(|a| a as usize)).collect();
                prop_assert_eq!(walk.value(basis, &fixed), expected, "{:?}", &setting);
            }
        }

        #[test]
        fn what_is_so_is_told_by_reading(labels in proptest::collection::vec(0u32..3, READINGS)) {
            let mut functions = Functions::over(&SIZES);
            let function = functions.of(&labels);
            let told = functions.told(function, &|label| u32::from(label == 2));
            let so: Vec<usize> = functions.so(told).ones().collect();
            let expected: Vec<usize> = (0..READINGS).filter(|at| labels[*at] == 2).collect();
            prop_assert_eq!(so, expected);
        }
    }
}
