//! How does a window stand, and what would close it? Over the orders of one reading, steps by their places.

use super::facts::{Facts, Window};
use crate::order::{Count, Order};
use std::collections::BTreeSet;

/// In which orders is a window open?
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// In all: along this way.
    Always(Vec<usize>),
    /// In so many.
    Some(Count),
    /// In none.
    Never,
    /// Nothing of the plan ends it.
    Unending,
    /// There is no order.
    NoOrder,
}

impl Level {
    /// Is it open in some orders, and could be closed?
    pub fn is_open(&self) -> bool {
        matches!(self, Level::Always(_) | Level::Some(_))
    }
}

/// What would close a window.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Means {
    /// The first of each pair before the second.
    Order(Vec<(usize, usize)>),
    /// The step with this one.
    AtOneMoment(usize),
    /// In parts with this one.
    Parts(usize),
    /// Held by a third.
    Escrow,
}

/// A suggestion with all that it does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Suggestion {
    pub means: Means,
    pub closes: BTreeSet<Window>,
    pub opens: BTreeSet<Window>,
}

/// The orders of one reading, its windows and what would close them.
pub(crate) struct Outcome {
    pub order: Order,
    pub count: Count,
    /// The windows with their levels.
    pub levels: Vec<(Window, Level)>,
}

impl Outcome {
    pub fn of(size: usize, facts: &Facts) -> Outcome {
        let order = Order::new(size, facts.pairs.iter().copied());
        let count = order.count();
        let level = |window: &Window| (window.clone(), level(&order, count, window));
        Outcome { levels: facts.windows.iter().map(level).collect(), count, order }
    }

    /// What would close a window.
    pub fn closings(&self, window: &Window) -> Vec<Suggestion> {
        let level = self.levels.iter().find(|(known, _)| known == window).map(|(_, level)| level);
        if !level.is_some_and(Level::is_open) {
            return Vec::new();
        }
        let orders = self.orders(window).into_iter().map(|pairs| self.by_order(pairs));
        let moments = window.until.iter().filter(|other| self.can_be_one(window, **other));
        let moments = moments.flat_map(|other| self.at_one_moment(window, *other));
        orders.chain(moments).chain(self.escrow(window)).collect()
    }

    /// The steps that may still come after the window's own.
    fn loose<'w>(&self, window: &'w Window) -> impl Iterator<Item = usize> + use<'w, '_> {
        window.until.iter().copied().filter(|step| !self.order.before(*step, window.step))
    }

    /// The weakest single commitments on order; where there is none, all that are needed.
    ///
    /// A pair closes the window if its first step is, or comes after, every step that is loose, and its second is the window's own or
    /// before it. The weakest have the window's own step second, and the earliest such first.
    fn orders(&self, window: &Window) -> Vec<Vec<(usize, usize)>> {
        let loose: Vec<usize> = self.loose(window).collect();
        let above = |step: &usize| {
            *step != window.step
                && !self.order.before(window.step, *step)
                && loose.iter().all(|loose| self.order.up_to(*loose, *step))
        };
        let all: Vec<usize> = (0..self.order.size()).filter(above).collect();
        let first = |step: &&usize| !all.iter().any(|other| self.order.before(*other, **step));
        let single: Vec<Vec<(usize, usize)>> =
            all.iter().filter(first).map(|step| vec![(*step, window.step)]).collect();
        if !single.is_empty() || loose.iter().any(|step| self.order.before(window.step, *step)) {
            return single;
        }
        let last = |step: &&usize| !loose.iter().any(|other| self.order.before(**step, *other));
        vec![loose.iter().filter(last).map(|step| (*step, window.step)).collect()]
    }

    fn by_order(&self, pairs: Vec<(usize, usize)>) -> Suggestion {
        let then = self.order.with(pairs.iter().copied());
        let (closes, opens) = self.changes(|a, b| then.before(a, b), |a, b| then.before(a, b));
        Suggestion { means: Means::Order(pairs), closes, opens }
    }

    /// Can the step and this one be done at one moment, all the others before?
    fn can_be_one(&self, window: &Window, other: usize) -> bool {
        let apart = !self.order.before(window.step, other) && !self.order.before(other, window.step);
        let done =
            |step: &usize| *step == other || self.order.before(*step, window.step) || self.order.before(*step, other);
        apart && window.until.iter().all(done)
    }

    fn at_one_moment(&self, window: &Window, other: usize) -> [Suggestion; 2] {
        let moment = self.order.at_one_moment(&[window.step, other]);
        let (closes, opens) = self.changes(|a, b| moment.before(a, b), |a, b| moment.up_to(a, b));
        let parts = Suggestion { means: Means::Parts(other), closes: closes.clone(), opens: opens.clone() };
        [Suggestion { means: Means::AtOneMoment(other), closes, opens }, parts]
    }

    /// The windows that would be open no more, and those that would be open always and are not.
    fn changes(
        &self,
        before: impl Fn(usize, usize) -> bool,
        not_after: impl Fn(usize, usize) -> bool,
    ) -> (BTreeSet<Window>, BTreeSet<Window>) {
        let known = self.levels.iter().filter(|(window, _)| !window.until.is_empty());
        let (mut closes, mut opens) = (BTreeSet::new(), BTreeSet::new());
        for (window, level) in known {
            let never = window.until.iter().all(|step| not_after(*step, window.step));
            let always = window.until.iter().any(|step| before(window.step, *step));
            if level.is_open() && never {
                closes.insert(window.clone());
            }
            if !matches!(level, Level::Always(_)) && always {
                opens.insert(window.clone());
            }
        }
        (closes, opens)
    }

    /// The step made two, a deposit and a release: the deposit takes the number of the step, the release a new one.
    fn escrow(&self, window: &Window) -> Option<Suggestion> {
        let (deposit, release) = (window.step, self.order.size());
        let moved = |(first, then): (usize, usize)| {
            let released = first == deposit && !window.until.contains(&then);
            (if released { release } else { first }, then)
        };
        let until = window.until.iter().map(|step| (*step, release));
        // Chains count too: what comes after the step only over others keeps its place by the pairs of the chain.
        let pairs = self.order.pairs().map(moved).chain(until).chain([(deposit, release)]);
        if Order::new(self.order.size() + 1, pairs).has_circle() {
            return None;
        }
        let within = |other: &Window| other.step == window.step && other.until.iter().all(|u| window.until.contains(u));
        let open = self.levels.iter().filter(|(other, level)| level.is_open() && within(other));
        let closes = open.map(|(other, _)| other.clone()).collect();
        Some(Suggestion { means: Means::Escrow, closes, opens: BTreeSet::new() })
    }
}

fn level(order: &Order, count: Count, window: &Window) -> Level {
    if window.until.is_empty() {
        return Level::Unending;
    }
    if count.number == 0 {
        return Level::NoOrder;
    }
    let after = window.until.iter().copied().filter(|step| order.before(window.step, *step));
    let ways = after.filter_map(|step| order.way(window.step, step));
    if let Some(way) = ways.min_by_key(|way| (way.len(), way.last().copied(), way.clone())) {
        return Level::Always(way);
    }
    if window.until.iter().all(|step| order.before(*step, window.step)) {
        return Level::Never;
    }
    // Where all orders are too many to count, so are those in which it is closed, and to begin on them would be work for nothing.
    if !count.exact {
        return Level::Some(count.less(count));
    }
    let closed = order.with(window.until.iter().map(|step| (*step, window.step))).count();
    Level::Some(count.less(closed))
}
