//! Which settings of the switches are there, and how does one stand at each of them?

use crate::local::Local;
use crate::view::{SetAside, Single, View};
use std::rc::Rc;
use zopa_finding::{HingeKind, Switch, Together};

/// Readings up to which the switches can all be set together.
pub const TOGETHER: usize = 1024;

/// Settings up to which a source can be set aside whatever the questions are set to.
const SETTINGS: usize = 20_000;

/// The settings, with the switches that make them.
pub(crate) struct Settings<'v, 'a> {
    view: &'v View<'a>,
    /// Which switches can be set together.
    pub together: Together,
    /// The switches.
    pub switches: Vec<Switch>,
    /// How many values each place has.
    pub places: Vec<u32>,
}

/// The settings that have one value at the first place.
pub(crate) struct Side<'v> {
    /// Every reading.
    pub locals: &'v [Rc<Local>],
    /// Is every source counted? What further goes with a source or origin is told only then.
    pub counted: bool,
    /// Are openings listed? Where an origin is set aside only to tell what turns on it, they are not.
    pub opened: bool,
    /// The answers of the questions (`None`: open) where there is but one such setting; else they can be set.
    pub fixed: Option<Vec<Option<usize>>>,
}

impl<'v, 'a> Settings<'v, 'a> {
    /// The settings of what a view leaves open.
    pub fn of(view: &'v View<'a>) -> Settings<'v, 'a> {
        let sizes = view.readings.sizes();
        let questions = sizes.iter().fold(1usize, |product, size| product.saturating_mul(size + 1));
        let together = if view.readings.len() > TOGETHER {
            Together::One
        } else if questions.saturating_mul(view.asides.len() + 1) > SETTINGS {
            Together::Questions
        } else {
            Together::All
        };
        let mut settings = Settings { view, together, switches: switches(view), places: Vec::new() };
        settings.place();
        settings
    }

    /// The place of each switch: sources and origins share the first, since one is set aside at a time; where only one
    /// switch can be set, all share it.
    fn place(&mut self) {
        let mut shared = 1;
        let mut next = 1;
        self.places = vec![1];
        for switch in &mut self.switches {
            let answers = switch.answers.len() as u32;
            if switch.kind == HingeKind::Question && self.together != Together::One {
                (switch.place, switch.first) = (next, 1);
                self.places.push(answers + 1);
                next += 1;
            } else {
                (switch.place, switch.first) = (0, shared);
                shared += answers;
            }
        }
        if let Some(first) = self.places.first_mut() {
            *first = shared;
        }
    }

    /// How one stands at the settings in which the first place has this value.
    pub fn side(&self, value: u32) -> Side<'v> {
        let aside = self.aside(value);
        Side {
            locals: aside.map_or(&self.view.locals, |aside| &aside.locals),
            counted: aside.is_none(),
            opened: !aside.is_some_and(|aside| matches!(aside.single, Single::Origin(_))),
            fixed: match self.together {
                Together::One => Some(self.answered(value)),
                Together::Questions if value > 0 => Some(Vec::new()),
                Together::All | Together::Questions => None,
            },
        }
    }

    /// The first value of the first place at which one stands as at this one. Many origins carry what a source carries,
    /// or nothing on which an answer turns.
    pub fn alike(&self, value: u32) -> u32 {
        let numbers = |aside: &SetAside| -> Vec<usize> { aside.locals.iter().map(|local| local.number).collect() };
        let Some(here) = self.aside(value).map(numbers) else { return value };
        (0..value).find(|other| self.aside(*other).map(numbers).as_ref() == Some(&here)).unwrap_or(value)
    }

    /// What is set aside at a value of the first place.
    fn aside(&self, value: u32) -> Option<&'v SetAside> {
        let asides = self.switches.iter().filter(|switch| switch.kind != HingeKind::Question);
        asides.zip(&self.view.asides).find(|(switch, _)| switch.place == 0 && switch.first == value).map(|(_, a)| a)
    }

    /// What is answered at a value of the one place that all switches share.
    fn answered(&self, value: u32) -> Vec<Option<usize>> {
        let questions = self.switches.iter().filter(|switch| switch.kind == HingeKind::Question);
        let answer = |s: &Switch| value.checked_sub(s.first).map(|a| a as usize).filter(|a| *a < s.answers.len());
        questions.map(answer).collect()
    }
}

/// Questions left open, then sources, then origins, each in file order.
fn switches(view: &View<'_>) -> Vec<Switch> {
    let switch = |kind, name, answers| Switch { kind, name, answers, place: 0, first: 1 };
    let questions = view.readings.open.iter().map(|id| {
        let question = &view.case.questions[*id];
        let answers = question.answers.values().map(|answer| answer.name.clone()).collect();
        switch(HingeKind::Question, question.name.clone(), answers)
    });
    let asides = view.asides.iter().map(|aside| {
        let (kind, name) = aside.name(view.case);
        switch(kind, name, vec!["set-aside".to_owned()])
    });
    questions.chain(asides).collect()
}
