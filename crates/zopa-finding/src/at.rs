//! What is the answer at one setting of the switches? Put together from the table, nothing worked out.

use crate::switches::{ClashColumn, EnoughState, HingeColumn, KnotState, ShutColumn, Switch, Switches, Together};
use crate::{
    Answer, Cell, Clash, Completeness, Effect, Enough, Hinge, HingeKind, Knot, Opening, Presence, Reader, Setting,
    ShutOut, Verdict, World,
};
use std::collections::BTreeMap;

/// A value for each place of the table.
type Values = [u32];

impl Switches {
    /// Every switch as it is when the page is opened: questions open, sources counted.
    pub fn open(&self) -> Vec<u32> {
        vec![0; self.places.len()]
    }

    /// The setting with one switch changed: to one of its answers by position, or open.
    pub fn with(&self, setting: &Values, switch: &Switch, answer: Option<usize>) -> Vec<u32> {
        let mut changed = setting.to_vec();
        if let Some(value) = changed.get_mut(switch.place as usize) {
            *value = answer.map_or(0, |answer| switch.first + answer as u32);
        }
        changed
    }

    /// The answer that a switch is set to, by position; `None`: open, or counted.
    pub fn set_to(&self, setting: &Values, switch: &Switch) -> Option<usize> {
        let value = setting.get(switch.place as usize)?.checked_sub(switch.first)? as usize;
        (value < switch.answers.len()).then_some(value)
    }

    /// Can the switches be set so together?
    pub fn allows(&self, setting: &Values) -> bool {
        let aside = setting.first().is_some_and(|value| *value > 0);
        self.together != Together::Questions || !aside || setting.iter().skip(1).all(|value| *value == 0)
    }

    /// The answer at a setting: what is told when it is asked for with `--assume` and `--without`.
    ///
    /// `open` is the answer with every switch open. What turns on a report or an origin is told where every report is
    /// counted, and where the setting can be changed by it.
    pub fn answer(&self, open: &Answer, setting: &Values) -> Answer {
        let outline = self.outline(open, setting);
        Answer {
            knots: self.knots_at(&outline.clashes, setting),
            enough: self.enough_at(setting),
            shut_out: self.shut_out_at(setting),
            hinges: self.hinges_at(open, setting),
            ..outline
        }
    }

    /// The same without its knots, what would be enough, what is shut out, and what it turns on.
    pub fn outline(&self, open: &Answer, setting: &Values) -> Answer {
        let clashes = self.clashes_at(open, setting);
        let single = clashes.iter().filter(|clash| clash.limits.len() == 1);
        Answer {
            readings: self.readings(setting),
            verdict: self.verdict(setting),
            witness: self.look(self.witness, setting).checked_sub(1).and_then(|at| self.world(at)),
            impossible: single.flat_map(|clash| clash.limits.clone()).collect(),
            complete: open.complete,
            knots: Vec::new(),
            enough: Vec::new(),
            shut_out: Vec::new(),
            hinges: Vec::new(),
            clashes,
        }
    }

    /// Whose changes would be enough.
    pub fn enough_at(&self, setting: &Values) -> Vec<Enough> {
        row(&self.enough_lists, self.look(self.enough, setting)).iter().flat_map(|l| self.enough(l)).collect()
    }

    /// What shuts the offers and acceptances out.
    pub fn shut_out_at(&self, setting: &Values) -> Vec<ShutOut> {
        self.shut_out.iter().filter_map(|column| self.shut_out(column, setting)).collect()
    }

    /// Which answers turn on the questions left open, without what is so under their answers.
    pub fn turning(&self, setting: &Values) -> Vec<Hinge> {
        let head = |column: &HingeColumn| {
            let changes = row(&self.levels, self.look(column.levels, setting))?.clone();
            let (kind, name, basis) = (column.kind, column.name.clone(), column.basis.clone());
            Some(Hinge { first: changes.first().copied()?, kind, name, changes, effects: Vec::new(), basis })
        };
        let mut hinges: Vec<Hinge> = self.hinges.iter().filter_map(head).collect();
        hinges.sort_by_key(|hinge| hinge.first);
        hinges
    }

    fn look(&self, cell: Cell, setting: &Values) -> u32 {
        self.diagram.at(cell, setting)
    }

    /// Where something is so, by its column.
    pub fn presence(&self, cell: Cell, setting: &Values) -> Presence {
        self.presence_of(self.look(cell, setting))
    }

    fn presence_of(&self, at: u32) -> Presence {
        row(&self.presences, at).cloned().unwrap_or(Presence::Never)
    }

    /// Does anything fit?
    pub fn verdict(&self, setting: &Values) -> Verdict {
        row(&self.verdicts, self.look(self.verdict, setting)).cloned().unwrap_or(Verdict::NothingFits)
    }

    fn world(&self, at: u32) -> Option<World> {
        row(&self.worlds, at).cloned()
    }

    /// Every answer of every question left open, all together.
    fn readings(&self, setting: &Values) -> u64 {
        let open = |s: &&Switch| s.kind == HingeKind::Question && self.set_to(setting, s).is_none();
        self.switches.iter().filter(open).map(|s| s.answers.len() as u64).fold(1, u64::saturating_mul)
    }

    /// The clashes of a setting, each with the readings in which it is one.
    fn clashes_at(&self, open: &Answer, setting: &Values) -> Vec<Clash> {
        let all: BTreeMap<&str, &Clash> =
            open.clashes.iter().chain(&self.more).map(|clash| (clash.id.as_str(), clash)).collect();
        let clash = |column: &ClashColumn| self.here(all.get(column.id.as_str())?, column, setting);
        self.clashes.iter().filter_map(clash).collect()
    }

    /// One clash at a setting, where it is one.
    pub fn clash(&self, open: &Answer, column: &ClashColumn, setting: &Values) -> Option<Clash> {
        let clash = open.clashes.iter().chain(&self.more).find(|clash| clash.id == column.id)?;
        self.here(clash, column, setting)
    }

    fn here(&self, clash: &Clash, column: &ClashColumn, setting: &Values) -> Option<Clash> {
        let state = row(&self.states, self.look(column.state, setting))?;
        let presence = self.presence_of(state.presence);
        (presence != Presence::Never).then(|| Clash { presence, rests_on: state.rests_on.clone(), ..clash.clone() })
    }

    /// The switch of a question, source or origin.
    pub fn switch(&self, kind: HingeKind, name: &str) -> Option<&Switch> {
        self.switches.iter().find(|switch| switch.kind == kind && switch.name == name)
    }

    /// The columns of what turns on it.
    pub fn column(&self, kind: HingeKind, name: &str) -> Option<&HingeColumn> {
        self.hinges.iter().find(|column| column.kind == kind && column.name == name)
    }

    /// The knots of a setting: first those whose clashes are all so in every reading, then in the order of clashes.
    fn knots_at(&self, clashes: &[Clash], setting: &Values) -> Vec<Knot> {
        let families = self.knots.iter().flat_map(|cell| self.family(self.look(*cell, setting)));
        let mut knots: Vec<Knot> = families.collect();
        let first = |knot: &Knot| clashes.iter().position(|clash| knot.clashes.contains(&clash.id));
        let always = |id: &String| clashes.iter().any(|c| c.id == *id && c.presence == Presence::Every);
        knots.sort_by_key(|knot| (!knot.clashes.iter().all(always), first(knot)));
        name(&mut knots);
        knots
    }

    /// The knots of one family, by the value of its column. Each goes by the issues that it is about.
    pub fn family(&self, value: u32) -> Vec<Knot> {
        let list = row(&self.knot_lists, value).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(|at| row(&self.knot_states, *at)).map(|state| self.knot(state)).collect()
    }

    /// The same without their openings.
    pub fn family_heads(&self, value: u32) -> Vec<Knot> {
        self.family_states(value).into_iter().map(|(_, state)| self.head(state)).collect()
    }

    /// The knots of one family as they are kept, each with its number.
    pub fn family_states(&self, value: u32) -> Vec<(u32, &KnotState)> {
        let list = row(&self.knot_lists, value).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(|at| Some((*at, row(&self.knot_states, *at)?))).collect()
    }

    fn knot(&self, state: &KnotState) -> Knot {
        let openings = state.openings.iter().filter_map(|at| self.opening(*at));
        Knot { openings: openings.collect(), ..self.head(state) }
    }

    fn head(&self, state: &KnotState) -> Knot {
        Knot {
            id: called(&state.issues),
            clashes: state.clashes.clone(),
            issues: state.issues.clone(),
            holders: state.holders.clone(),
            joined: self.presence_of(state.joined),
            openings: Vec::new(),
            complete: if state.complete { Completeness::Complete } else { Completeness::AtLeast },
            enough: self.enough(&state.enough),
        }
    }

    /// An opening by its number.
    pub fn opening(&self, number: u32) -> Option<Opening> {
        let state = row(&self.openings, number)?;
        Some(Opening {
            limits: state.limits.clone(),
            holders: state.holders.clone(),
            world: state.world.and_then(|at| self.world(at)),
            basis: state.basis.clone(),
        })
    }

    /// Sets that would be enough, as findings.
    pub fn enough(&self, list: &[EnoughState]) -> Vec<Enough> {
        let one =
            |state: &EnoughState| Enough { parties: state.parties.clone(), presence: self.presence_of(state.presence) };
        list.iter().map(one).collect()
    }

    /// One offer or acceptance at a setting, where it is held.
    pub fn shut_out(&self, column: &ShutColumn, setting: &Values) -> Option<ShutOut> {
        let held = self.presence(column.held, setting);
        if held == Presence::Never {
            return None;
        }
        let sets = column.entry.sets.iter().zip(&column.sets).filter_map(|(set, cell)| {
            let presence = self.presence(*cell, setting);
            (presence != Presence::Never).then(|| crate::ShutOutSet { presence, ..set.clone() })
        });
        Some(ShutOut { held, sets: sets.collect(), ..column.entry.clone() })
    }

    fn hinges_at(&self, open: &Answer, setting: &Values) -> Vec<Hinge> {
        let mut hinges: Vec<Hinge> = self.hinges.iter().filter_map(|h| self.hinge(open, h, setting)).collect();
        hinges.sort_by_key(|hinge| hinge.first);
        hinges
    }

    /// Does setting one switch change every answer at every setting as setting the other does? Each has one answer.
    pub fn alike(&self, one: &Switch, other: &Switch) -> bool {
        let held = |switch: &Switch, value: u32| Some((switch.place, value));
        let same = |a: Reader, b: Reader| self.diagram.read(a) == self.diagram.read(b);
        let sets = self.shut_out.iter().flat_map(|column| column.sets.iter().chain([&column.held]));
        let clashes = self.clashes.iter().map(|column| &column.state);
        let mut cells = clashes.chain(sets).chain([&self.verdict, &self.enough]);
        let levels = |switch: &Switch| {
            self.column(switch.kind, &switch.name).map(|column| Reader { cell: column.levels, held: held(switch, 0) })
        };
        let alike = |cell: &Cell| {
            let at = |switch: &Switch| Reader { cell: *cell, held: held(switch, switch.first) };
            same(at(one), at(other))
        };
        cells.all(alike) && levels(one).zip(levels(other)).is_some_and(|(a, b)| same(a, b))
    }

    /// The answers that change with a hinge.
    pub fn levels_at(&self, column: &HingeColumn, setting: &Values) -> Vec<crate::Level> {
        row(&self.levels, self.look(column.levels, setting)).cloned().unwrap_or_default()
    }

    /// What turns on a question left open, or on a source or origin that is counted.
    pub fn hinge(&self, open: &Answer, column: &HingeColumn, setting: &Values) -> Option<Hinge> {
        let switch = self.switch(column.kind, &column.name)?;
        let changes = row(&self.levels, self.look(column.levels, setting))?.clone();
        let first = changes.first().copied()?;
        if setting.get(switch.place as usize).is_some_and(|value| *value > 0) {
            return None;
        }
        let answers = (0..switch.answers.len()).map(|answer| self.with(setting, switch, Some(answer)));
        let answers: Vec<Vec<u32>> = answers.filter(|changed| self.allows(changed)).collect();
        if answers.len() < switch.answers.len() {
            return None;
        }
        let mut effects: Vec<Effect> = Vec::new();
        if switch.kind != HingeKind::Question {
            effects.push(self.effect(open, setting, setting, "counted".to_owned()));
        }
        let told = switch.answers.iter().zip(&answers);
        effects.extend(told.map(|(name, changed)| self.effect(open, setting, changed, name.clone())));
        if switch.kind == HingeKind::Question {
            effects.iter_mut().for_each(|effect| self.also(switch, effect));
        }
        Some(Hinge {
            kind: column.kind,
            name: column.name.clone(),
            first,
            changes,
            effects,
            basis: column.basis.clone(),
        })
    }

    /// The clashes of a setting by id, with where they are.
    fn standing(&self, setting: &Values) -> Vec<(&str, &Presence)> {
        let at = |column: &ClashColumn| {
            let state = row(&self.states, self.look(column.state, setting))?;
            row(&self.presences, state.presence).filter(|presence| **presence != Presence::Never)
        };
        self.clashes.iter().filter_map(|column| Some((column.id.as_str(), at(column)?))).collect()
    }

    /// Is the offer or acceptance of a column shut out at a setting?
    fn is_shut(&self, column: &ShutColumn, setting: &Values) -> bool {
        let is = |cell: &Cell| row(&self.presences, self.look(*cell, setting)).is_some_and(|p| *p != Presence::Never);
        is(&column.held) && column.sets.iter().any(is)
    }

    /// What the knots of a setting are about, in the order of their first clashes.
    fn about(&self, standing: &[(&str, &Presence)], setting: &Values) -> Vec<Vec<String>> {
        let lists = self.knots.iter().filter_map(|cell| row(&self.knot_lists, self.look(*cell, setting)));
        let mut knots: Vec<&KnotState> = lists.flatten().filter_map(|at| row(&self.knot_states, *at)).collect();
        knots.sort_by_key(|knot| standing.iter().position(|(id, _)| knot.clashes.iter().any(|clash| clash == id)));
        knots.into_iter().map(|knot| knot.issues.clone()).collect()
    }

    /// What is so at a changed setting, told against the one it was changed from.
    fn effect(&self, open: &Answer, from: &Values, to: &Values, answer: String) -> Effect {
        let (before, after) = (self.standing(from), self.standing(to));
        let state = |id: &str| after.iter().find(|(other, _)| *other == id).map(|(_, presence)| *presence);
        let those = |so: &dyn Fn(Option<&Presence>) -> bool| -> Vec<String> {
            before.iter().filter(|(id, _)| so(state(id))).map(|(id, _)| (*id).to_owned()).collect()
        };
        let new = after.iter().filter(|(id, _)| !before.iter().any(|(other, _)| other == id));
        let limits = |id: &str| open.clashes.iter().chain(&self.more).find(|clash| clash.id == id);
        let enough = row(&self.enough_lists, self.look(self.enough, to)).into_iter().flatten();
        let enough = enough.filter(|e| row(&self.presences, e.presence) == Some(&Presence::Every));
        let shut = self.shut_out.iter().filter(|column| self.is_shut(column, to));
        Effect {
            answer,
            verdict: self.verdict(to),
            every: those(&|presence| presence == Some(&Presence::Every)),
            some: those(&|presence| presence.is_some_and(|presence| *presence != Presence::Every)),
            gone: those(&|presence| presence.is_none()),
            new: new.filter_map(|(id, _)| limits(id)).map(|clash| clash.limits.clone()).collect(),
            enough: enough.map(|e| e.parties.clone()).collect(),
            knots: self.about(&after, to),
            shut_out: shut.map(|column| column.entry.claim.clone()).collect(),
        }
    }

    /// Where a verdict under an answer depends on other points, the answer itself belongs to what it depends on.
    fn also(&self, switch: &Switch, effect: &mut Effect) {
        let setting = Setting { question: switch.name.clone(), answer: effect.answer.clone() };
        let place = |setting: &Setting| self.switches.iter().position(|s| s.name == setting.question);
        if let Verdict::Depends { fits: Presence::Some { when } } = &mut effect.verdict {
            for list in when {
                list.push(setting.clone());
                list.sort_by_key(place);
            }
        }
    }
}

/// What a knot is called by; one of steps alone is about no issue.
pub fn called(issues: &[String]) -> String {
    if issues.is_empty() { "steps".to_owned() } else { issues.join("+") }
}

/// Two knots may be about the same issues: the later ones are numbered.
pub fn name(knots: &mut [Knot]) {
    let mut taken: Vec<String> = Vec::new();
    for knot in knots {
        let id = called(&knot.issues);
        let numbered = (2..).map(|n| format!("{id}/{n}"));
        let free = std::iter::once(id.clone()).chain(numbered).find(|id| !taken.contains(id));
        knot.id = free.unwrap_or(id);
        taken.push(knot.id.clone());
    }
}

/// A row of a pool.
fn row<T>(pool: &[T], at: u32) -> Option<&T> {
    pool.get(at as usize)
}
