//! By how much does this file indent, and does it do so evenly?

use std::collections::BTreeMap;

/// The habit of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Steps {
    /// The usual step from a line to the lines under it, in columns.
    pub unit: u32,
    /// At most one line in twenty (or one line in a short file) steps otherwise.
    pub even: bool,
    /// Where the line stands that is indented least: 0, unless the file is indented as a whole.
    pub margin: u32,
}

impl Steps {
    /// The habit shown by the indentations of the lines, from top to bottom.
    pub fn of(indents: impl Iterator<Item = u32>) -> Steps {
        let mut open: Vec<u32> = Vec::new();
        let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
        let mut margin = None;
        for indent in indents {
            margin = Some(margin.map_or(indent, |least: u32| least.min(indent)));
            while open.last().is_some_and(|&above| above >= indent) {
                open.pop();
            }
            if let Some(above) = open.last() {
                *seen.entry(indent - above).or_default() += 1;
            }
            open.push(indent);
        }
        let all: usize = seen.values().sum();
        let (unit, usual) = seen.iter().fold((2, 0), |best, (&step, &n)| if n > best.1 { (step, n) } else { best });
        let odd = all - usual;
        Steps { unit, even: odd <= (all / 20).max(1) && usual >= 4, margin: margin.unwrap_or_default() }
    }

    /// Whether such a step stands out.
    pub fn is_odd(&self, step: u32) -> bool {
        self.even && step != self.unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_step_is_found_and_strangers_stand_out() {
        let steps = Steps::of([0, 2, 4, 2, 0, 2, 2, 3].into_iter());
        assert_eq!(steps.unit, 2);
        assert!(steps.is_odd(3) && !steps.is_odd(2));
        let uneven = Steps::of([0, 2, 0, 4, 0, 3, 0, 2, 0, 2].into_iter());
        assert!(!uneven.is_odd(3));
    }
}
