//! What is told of the order of steps, section by section, whatever it is told in? Screen and Markdown lay out the same lines.

use crate::index::Index;
use crate::names::Names;
use crate::words::{self, holding as said, screen};
use zopa_finding::{
    Brief, Circle, Closing, Completeness, GatePlace, Holds, Means, OrderSaid, Orders, PlacedStep, Plan, Precedence,
    Presence, Promise, Window, WindowLevel, WindowState,
};

/// A section of the telling.
pub(crate) struct Section {
    /// Which choice of steps it is about, from 0.
    pub plan: usize,
    kind: Kind,
    pub heading: String,
    pub intro: Vec<String>,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Orders,
    Windows,
    Gates,
}

impl Section {
    /// Is every entry a window?
    pub fn is_of_windows(&self) -> bool {
        self.kind == Kind::Windows && self.entries.iter().any(|entry| !entry.lines.is_empty())
    }
}

/// Something told, with what is told of it.
#[derive(Default)]
pub(crate) struct Entry {
    pub head: String,
    pub lines: Vec<Line>,
    /// What would change it.
    pub closings: Vec<Line>,
}

impl Entry {
    fn said(head: &str) -> Entry {
        Entry { head: head.to_owned(), ..Entry::default() }
    }
}

/// A line: what is said, who or what says so, and in which readings.
#[derive(Default)]
pub(crate) struct Line {
    pub text: String,
    /// The claims that say so, by name.
    pub claims: Vec<String>,
    /// What else does, in words.
    pub others: Vec<String>,
    /// In which readings, where not in every one.
    pub presence: Option<String>,
}

impl Line {
    fn new(text: String) -> Line {
        Line { text, ..Line::default() }
    }

    /// As one text, the claims by their titles.
    pub fn whole(&self, title: impl Fn(&str) -> String) -> String {
        let said: Vec<String> =
            self.claims.iter().map(|claim| title(claim)).chain(self.others.iter().cloned()).collect();
        let text = said::with_said(&self.text, &words::list(&said));
        self.presence.as_ref().map_or_else(|| text.clone(), |presence| said::with_presence(&text, presence))
    }
}

/// Everything that is told of order.
pub(crate) fn sections<'a>(names: &Names<'a>) -> Vec<Section> {
    let Some(holds) = &names.brief().holds else {
        let none = vec![Entry::said(said::NO_STEPS)];
        let heading = said::ORDERS.to_owned();
        return vec![Section { plan: 0, kind: Kind::Orders, heading, intro: Vec::new(), entries: none }];
    };
    let several = holds.plans.len() > 1;
    let plans = holds.plans.iter().enumerate();
    plans.flat_map(|(at, plan)| Teller { names, holds, plan, at }.sections(several)).collect()
}

struct Teller<'n, 'a> {
    names: &'n Names<'a>,
    holds: &'a Holds,
    plan: &'a Plan,
    at: usize,
}

impl<'a> Teller<'_, 'a> {
    fn sections(&self, several: bool) -> Vec<Section> {
        let mut orders = self.orders();
        if several {
            let complete = self.holds.complete == Completeness::Complete;
            orders.heading = screen::labelled(&said::plan(self.at + 1, self.holds.plans.len(), complete), said::ORDERS);
        }
        if !self.plan.left_out.is_empty() {
            orders.intro.push(said::left_out(&self.index().names(&self.plan.left_out)));
        }
        let gates = (!self.plan.gates.is_empty()).then(|| self.gates());
        [orders, self.exposure()].into_iter().chain(gates).collect()
    }

    fn index(&self) -> &Index<'a> {
        &self.names.index
    }

    fn brief(&self) -> &'a Brief {
        self.names.brief()
    }

    fn step(&self, name: &'a str) -> String {
        words::quoted(&self.index().name(name))
    }

    fn steps(&self, names: &'a [String]) -> Vec<String> {
        names.iter().map(|name| self.step(name)).collect()
    }

    /// In which readings, where not in every one.
    fn readings(&self, presence: &'a Presence) -> Option<String> {
        match presence {
            Presence::Every => None,
            Presence::Some { .. } | Presence::Never => Some(self.names.presence(presence)),
        }
    }

    fn present(&self, text: &str, presence: &'a Presence) -> String {
        self.readings(presence).map_or_else(|| text.to_owned(), |said| said::with_presence(text, &said))
    }

    fn line(&self, text: String, said: &'a OrderSaid) -> Line {
        let terms = said.commitments.iter().map(|name| said::terms_of(&self.step(name)));
        let others = terms.chain(said.rules.iter().map(|rule| said::rule(rule))).collect();
        Line { text, claims: said.basis.0.clone(), others, presence: None }
    }

    fn line_in(&self, text: String, said: &'a OrderSaid, presence: &'a Presence) -> Line {
        Line { presence: self.readings(presence), ..self.line(text, said) }
    }

    fn orders(&self) -> Section {
        let plan = self.plan;
        let heading = said::ORDERS.to_owned();
        let mut entries: Vec<Entry> = plan.circles.iter().map(|circle| self.circle(circle)).collect();
        entries.push(Entry { lines: self.said_of_order(), ..Entry::said(said::SAID_OF_ORDER) });
        entries.push(Entry { lines: self.counts(), ..Entry::said(said::HOW_MANY) });
        let open = (self.names.open_points() > 0).then(|| said::EVERY_UNLESS.to_owned());
        let intro = std::iter::once(said::MEANS.to_owned()).chain(open).collect();
        Section { plan: self.at, kind: Kind::Orders, heading, intro, entries }
    }

    fn counts(&self) -> Vec<Line> {
        let count = |row: &'a Orders| {
            let text = said::orders(row.count, row.complete == Completeness::Complete, self.plan.steps.len());
            Line { presence: self.readings(&row.presence), ..Line::new(text) }
        };
        let first = self.plan.orders.iter().find(|row| row.count > 0);
        let first = first.map(|row| Line::new(said::first_order(&self.index().names(&row.first))));
        self.plan.orders.iter().map(count).chain(first).collect()
    }

    fn said_of_order(&self) -> Vec<Line> {
        let plan = self.plan;
        let mut lines: Vec<Line> = plan.precedences.iter().map(|row| self.precedence(row, said::then)).collect();
        lines.extend(plan.blocked.iter().map(|row| self.precedence(row, said::blocked)));
        lines.extend(
            plan.conditional.iter().map(|row| self.line_in(said::conditional(&row.text), &row.said, &row.presence)),
        );
        if lines.is_empty() {
            lines.push(Line::new(said::NOTHING_SAID.to_owned()));
        }
        lines
    }

    fn precedence(&self, row: &'a Precedence, told: fn(&str, &str) -> String) -> Line {
        self.line_in(told(&self.step(&row.first), &self.step(&row.then)), &row.said, &row.presence)
    }

    fn circle(&self, circle: &'a Circle) -> Entry {
        let round = circle.steps.iter().chain(circle.steps.first());
        let round: Vec<String> = round.map(|name| self.step(name)).collect();
        let moment = circle.at_one_moment.then(|| Line::new(said::AT_ONE_MOMENT.to_owned()));
        Entry {
            head: self.present(&said::circle(&round), &circle.presence),
            lines: vec![self.line(said::SAID_SO.to_owned(), &circle.said)],
            closings: moment.into_iter().collect(),
        }
    }

    fn exposure(&self) -> Section {
        let suggested = self.plan.windows.iter().any(|window| !window.closings.is_empty());
        let windows = self.plan.windows.iter().enumerate();
        let mut entries: Vec<Entry> = windows.map(|(at, window)| self.window(at + 1, window)).collect();
        if entries.is_empty() {
            entries.push(Entry::said(said::NO_WINDOW));
        }
        let intro = suggested.then(|| said::SUGGESTED.to_owned()).into_iter().collect();
        Section { plan: self.at, kind: Kind::Windows, heading: said::EXPOSURE.to_owned(), intro, entries }
    }

    fn window(&self, number: usize, window: &'a Window) -> Entry {
        let who = words::and(&self.index().names(&window.exposed));
        let head = said::window(&who, &self.step(&window.step), &self.steps(&window.until));
        let promises = window.promises.iter().map(|promise| self.promise(promise));
        let states = window.states.iter().map(|state| self.state(state));
        let mut closings: Vec<Line> = window.closings.iter().map(|closing| self.closing(window, closing)).collect();
        if closings.is_empty() && window.states.iter().any(|state| is_open(&state.level)) {
            closings.push(Line::new(said::NOTHING_CLOSES.to_owned()));
        }
        Entry { head: screen::item(number, &head), lines: promises.chain(states).collect(), closings }
    }

    fn promise(&self, promise: &'a Promise) -> Line {
        let text = match &promise.commitment {
            Some(name) => said::promised_by_terms(&self.step(name)),
            None => said::promised(&promise.text),
        };
        Line { claims: promise.basis.0.clone(), ..Line::new(text) }
    }

    fn state(&self, state: &'a WindowState) -> Line {
        let line = match &state.level {
            WindowLevel::Always { said } => self.line(said::OPEN_ALWAYS.to_owned(), said),
            WindowLevel::Some { fewest, most, complete } => {
                Line::new(said::open_some((*complete == Completeness::Complete).then_some((*fewest, *most))))
            }
            WindowLevel::Never => Line::new(said::OPEN_NEVER.to_owned()),
            WindowLevel::Unending => Line::new(said::UNENDING.to_owned()),
            WindowLevel::NoOrder => Line::new(said::NO_ORDER.to_owned()),
        };
        Line { presence: self.readings(&state.presence), ..line }
    }

    fn closing(&self, window: &'a Window, closing: &'a Closing) -> Line {
        let pair = |(first, then): &'a (String, String)| said::then(&self.step(first), &self.step(then));
        let text = match &closing.means {
            Means::Order { pairs } => match pairs.as_slice() {
                [one] => said::one_commitment(&pair(one)),
                all => said::commitments(&all.iter().map(pair).collect::<Vec<_>>()),
            },
            Means::AtOneMoment { steps } => said::one_moment(&self.step(&steps.0), &self.step(&steps.1)),
            Means::Parts { steps } => said::parts(&self.step(&steps.0), &self.step(&steps.1)),
            Means::Escrow { step, with } => said::escrow(&self.step(step), &self.index().names(with)),
        };
        let others: Vec<String> = closing.closes.iter().filter(|id| **id != window.id).cloned().collect();
        let mut parts = vec![text];
        if !others.is_empty() {
            parts.push(said::closes_too(&self.numbers(&others)));
        }
        if !closing.opens.is_empty() {
            parts.push(said::opens(&self.numbers(&closing.opens)));
        }
        // Where the window stands in one way alone, its readings are told with that.
        let told = matches!(window.states.as_slice(), [one] if one.presence == closing.presence);
        let presence = if told { None } else { self.readings(&closing.presence) };
        Line { presence, ..Line::new(words::list(&parts)) }
    }

    /// Windows by their numbers.
    fn numbers(&self, ids: &[String]) -> Vec<String> {
        let place = |id: &String| self.plan.windows.iter().position(|window| window.id == *id);
        ids.iter().filter_map(place).map(|at| said::window_number(at + 1)).collect()
    }

    fn gates(&self) -> Section {
        let entries = self.plan.gates.iter().map(|gate| self.gate(gate)).collect();
        Section { plan: self.at, kind: Kind::Gates, heading: said::GATES.to_owned(), intro: Vec::new(), entries }
    }

    fn gate(&self, gate: &'a GatePlace) -> Entry {
        let placed = |rows: &'a [PlacedStep]| -> Vec<String> {
            rows.iter().map(|row| self.present(&self.step(&row.step), &row.presence)).collect()
        };
        let mut lines = Vec::new();
        if gate.before.is_empty() && gate.after.is_empty() {
            lines.push(Line::new(said::STANDS_ANYWHERE.to_owned()));
        }
        if !gate.before.is_empty() {
            lines.push(Line::new(said::comes_before(&placed(&gate.before))));
        }
        if !gate.after.is_empty() {
            lines.push(Line::new(said::comes_after(&placed(&gate.after))));
        }
        if !gate.closes.is_empty() {
            lines.push(Line::new(said::windows_end(&self.numbers(&gate.closes))));
        }
        let by = self.brief().steps.iter().find(|step| step.name == gate.gate).map(|step| self.index().names(&step.by));
        let head = screen::remark(&self.step(&gate.gate), &words::and(&by.unwrap_or_default()));
        Entry { head, lines, closings: Vec::new() }
    }
}

fn is_open(level: &WindowLevel) -> bool {
    matches!(level, WindowLevel::Always { .. } | WindowLevel::Some { .. })
}

/// Who is exposed in some order of some reading, in the order of the file, and in how many windows, of all choices of steps.
pub(crate) fn open_windows(brief: &Brief) -> (Vec<&str>, usize) {
    let plans = brief.holds.iter().flat_map(|holds| &holds.plans);
    let open = |window: &&Window| {
        window.states.iter().any(|state| is_open(&state.level) || state.level == WindowLevel::Unending)
    };
    let windows: Vec<&Window> = plans.flat_map(|plan| plan.windows.iter().filter(open)).collect();
    let exposed = |name: &str| windows.iter().any(|window| window.exposed.iter().any(|other| other == name));
    let who = brief.parties.iter().map(|party| party.name.as_str()).filter(|name| exposed(name));
    (who.collect(), windows.len())
}
