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
    pub heading: String,
    pub intro: Vec<String>,
    pub entries: Vec<Entry>,
}

/// Something told, with what is told of it.
#[derive(Default)]
pub(crate) struct Entry {
    pub head: String,
    pub lines: Vec<Line>,
}

/// A line, with the claims that it names.
pub(crate) struct Line {
    /// How far it stands under the head: 1, or 2 under a line.
    pub depth: usize,
    pub text: String,
    pub claims: Vec<String>,
}

impl Line {
    fn new(depth: usize, text: String) -> Line {
        Line { depth, text, claims: Vec::new() }
    }

    fn of(depth: usize, text: String, claims: &[String]) -> Line {
        Line { depth, text, claims: claims.to_vec() }
    }
}

/// Everything that is told of order; nothing where it was not asked for.
pub(crate) fn sections<'a>(names: &Names<'a>) -> Vec<Section> {
    let Some(holds) = &names.brief().holds else { return Vec::new() };
    let several = holds.plans.len() > 1;
    let plans = holds.plans.iter().enumerate();
    plans.flat_map(|(at, plan)| Teller { names, holds, plan }.sections(several.then_some(at + 1))).collect()
}

struct Teller<'n, 'a> {
    names: &'n Names<'a>,
    holds: &'a Holds,
    plan: &'a Plan,
}

impl<'a> Teller<'_, 'a> {
    fn sections(&self, number: Option<usize>) -> Vec<Section> {
        let mut orders = self.orders();
        if let Some(number) = number {
            let complete = self.holds.complete == Completeness::Complete;
            orders.heading = screen::labelled(&said::plan(number, self.holds.plans.len(), complete), said::ORDERS);
        }
        if !self.plan.left_out.is_empty() {
            orders.intro.push(said::left_out(&self.index().names(&self.plan.left_out)));
        }
        vec![orders, self.exposure(), self.gates()]
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

    fn present(&self, text: &str, presence: &'a Presence) -> String {
        match presence {
            Presence::Every => text.to_owned(),
            Presence::Some { .. } | Presence::Never => said::with_presence(text, &self.names.presence(presence)),
        }
    }

    fn said(&self, said: &'a OrderSaid) -> String {
        let titles = |names: &'a [String]| names.iter().map(|name| self.step(name)).collect::<Vec<_>>();
        said::said_by(&titles(&said.basis.0), &titles(&said.commitments), &said.rules)
    }

    fn orders(&self) -> Section {
        let plan = self.plan;
        let heading = said::ORDERS.to_owned();
        if plan.steps.is_empty() {
            let none = Entry { head: said::NO_STEPS.to_owned(), lines: Vec::new() };
            return Section { heading, intro: Vec::new(), entries: vec![none] };
        }
        let mut entries: Vec<Entry> = plan.circles.iter().map(|circle| self.circle(circle)).collect();
        entries.push(Entry { head: said::SAID_OF_ORDER.to_owned(), lines: self.said_of_order() });
        entries.extend(plan.orders.iter().map(|row| self.count(row)));
        if let (Some(first), Some(entry)) = (plan.orders.iter().find(|row| row.count > 0), entries.last_mut()) {
            entry.lines.push(Line::new(1, said::first_order(&self.index().names(&first.first))));
        }
        let open = (self.names.open_points() > 0).then(|| said::EVERY_UNLESS.to_owned());
        Section { heading, intro: std::iter::once(said::MEANS.to_owned()).chain(open).collect(), entries }
    }

    fn count(&self, row: &'a Orders) -> Entry {
        let head = said::orders(row.count, row.complete == Completeness::Complete, self.plan.steps.len());
        Entry { head: self.present(&head, &row.presence), lines: Vec::new() }
    }

    fn said_of_order(&self) -> Vec<Line> {
        let plan = self.plan;
        let mut lines: Vec<Line> = plan.precedences.iter().map(|row| self.precedence(row, said::then)).collect();
        lines.extend(plan.blocked.iter().map(|row| self.precedence(row, said::blocked)));
        lines.extend(plan.conditional.iter().map(|row| {
            let text = said::with_said(&said::conditional(&row.text), &self.said(&row.said));
            Line::of(1, self.present(&text, &row.presence), &row.said.basis.0)
        }));
        if lines.is_empty() {
            lines.push(Line::new(1, said::NOTHING_SAID.to_owned()));
        }
        lines
    }

    fn precedence(&self, row: &'a Precedence, told: fn(&str, &str) -> String) -> Line {
        let text = told(&self.step(&row.first), &self.step(&row.then));
        let text = said::with_said(&text, &self.said(&row.said));
        Line::of(1, self.present(&text, &row.presence), &row.said.basis.0)
    }

    fn circle(&self, circle: &'a Circle) -> Entry {
        let round = circle.steps.iter().chain(circle.steps.first());
        let round: Vec<String> = round.map(|name| self.step(name)).collect();
        let mut lines = vec![Line::of(1, self.said(&circle.said), &circle.said.basis.0)];
        if circle.at_one_moment {
            lines.push(Line::new(1, said::AT_ONE_MOMENT.to_owned()));
        }
        Entry { head: self.present(&said::circle(&round), &circle.presence), lines }
    }

    fn exposure(&self) -> Section {
        let windows = self.plan.windows.iter().enumerate();
        let mut entries: Vec<Entry> = windows.map(|(at, window)| self.window(at + 1, window)).collect();
        if entries.is_empty() {
            entries.push(Entry { head: said::NO_WINDOW.to_owned(), lines: Vec::new() });
        }
        Section { heading: said::EXPOSURE.to_owned(), intro: Vec::new(), entries }
    }

    fn window(&self, number: usize, window: &'a Window) -> Entry {
        let who = words::and(&self.index().names(&window.exposed));
        let head = said::window(&who, &self.step(&window.step), &self.steps(&window.until));
        let mut lines: Vec<Line> = window.promises.iter().map(|promise| self.promise(promise)).collect();
        lines.extend(window.states.iter().map(|state| self.state(state)));
        if !window.closings.is_empty() {
            lines.push(Line::new(1, said::WOULD_CLOSE.to_owned()));
            lines.extend(window.closings.iter().map(|closing| self.closing(window, closing)));
        } else if window.states.iter().any(|state| is_open(&state.level)) {
            lines.push(Line::new(1, said::NOTHING_CLOSES.to_owned()));
        }
        Entry { head: screen::item(number, &head), lines }
    }

    fn promise(&self, promise: &'a Promise) -> Line {
        let text = match (&promise.claim, &promise.commitment) {
            (Some(claim), _) => said::promised(&promise.text, &self.step(claim)),
            (_, Some(name)) => said::promised_by_terms(&self.step(name)),
            _ => promise.text.clone(),
        };
        Line::of(1, text, &promise.basis.0)
    }

    fn state(&self, state: &'a WindowState) -> Line {
        let (text, claims): (String, &[String]) = match &state.level {
            WindowLevel::Always { said } => (said::with_said(said::OPEN_ALWAYS, &self.said(said)), &said.basis.0),
            WindowLevel::Some { fewest, most, complete } => {
                (said::open_some((*complete == Completeness::Complete).then_some((*fewest, *most))), &[])
            }
            WindowLevel::Never => (said::OPEN_NEVER.to_owned(), &[]),
            WindowLevel::Unending => (said::UNENDING.to_owned(), &[]),
            WindowLevel::NoOrder => (said::NO_ORDER.to_owned(), &[]),
        };
        Line::of(1, self.present(&text, &state.presence), claims)
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
        let text = words::list(&parts);
        Line::new(2, self.present(&text, &closing.presence))
    }

    /// Windows by their numbers.
    fn numbers(&self, ids: &[String]) -> Vec<String> {
        let place = |id: &String| self.plan.windows.iter().position(|window| window.id == *id);
        ids.iter().filter_map(place).map(|at| said::window_number(at + 1)).collect()
    }

    fn gates(&self) -> Section {
        let mut entries: Vec<Entry> = self.plan.gates.iter().map(|gate| self.gate(gate)).collect();
        if entries.is_empty() {
            entries.push(Entry { head: said::NO_GATE.to_owned(), lines: Vec::new() });
        }
        Section { heading: said::GATES.to_owned(), intro: Vec::new(), entries }
    }

    fn gate(&self, gate: &'a GatePlace) -> Entry {
        let placed = |rows: &'a [PlacedStep]| -> Vec<String> {
            rows.iter().map(|row| self.present(&self.step(&row.step), &row.presence)).collect()
        };
        let mut lines = Vec::new();
        if gate.before.is_empty() && gate.after.is_empty() {
            lines.push(Line::new(1, said::STANDS_ANYWHERE.to_owned()));
        }
        if !gate.before.is_empty() {
            lines.push(Line::new(1, said::comes_before(&placed(&gate.before))));
        }
        if !gate.after.is_empty() {
            lines.push(Line::new(1, said::comes_after(&placed(&gate.after))));
        }
        if !gate.closes.is_empty() {
            lines.push(Line::new(1, said::windows_end(&self.numbers(&gate.closes))));
        }
        let by = self.brief().steps.iter().find(|step| step.name == gate.gate).map(|step| self.index().names(&step.by));
        let head = screen::remark(&self.step(&gate.gate), &words::and(&by.unwrap_or_default()));
        Entry { head, lines }
    }
}

fn is_open(level: &WindowLevel) -> bool {
    matches!(level, WindowLevel::Always { .. } | WindowLevel::Some { .. })
}
