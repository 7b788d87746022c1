//! Every answer at every setting of the switches, as one table.
//!
//! Nothing is enumerated again: the readings of a setting are some of the readings of the open view, and each answer is
//! worked out from their lists as it is for the open view (the projection of the definition of consistency). What
//! columns point at is kept once.

use crate::answer::{fitting, verdict};
use crate::clash::{basis, clash, id, issues, names, readings, rests_on};
use crate::hinge::{aside_levels, gone, question_basis, question_levels};
use crate::knot::{Tied, Together, tied, together};
use crate::local::holders;
use crate::opening::witness as told_world;
use crate::set::{Set, classes, sorted, union};
use crate::settings::Settings;
use crate::shut_out::{self, entry};
use crate::view::{Signature, View, pick};
use std::collections::BTreeMap;
use std::rc::Rc;
use zopa_finding::{
    Cell, Clash, ClashColumn, ClashState, Columns, EnoughState, HingeColumn, KnotState, Level, OpeningState,
    ShutColumn, ShutOut, Switches, Verdict,
};

/// The table of a view; `None` where nothing is left to set.
pub(crate) fn switches(view: &View<'_>) -> Option<Switches> {
    let settings = Settings::of(view);
    if settings.switches.is_empty() {
        return None;
    }
    let things = Things::of(view);
    let mut pools = Pools::default();
    let values = settings.places.first().copied().unwrap_or(1);
    let mut rows: Vec<Vec<Rc<Row>>> = Vec::new();
    for value in 0..values {
        let known = rows.get(settings.alike(value) as usize).cloned();
        rows.push(known.unwrap_or_else(|| pools.rows(&settings.views(value), view, &things)));
    }
    Some(table(view, settings, &things, pools, &rows))
}

/// What is so at one setting, as positions in the pools.
struct Row {
    here: Rc<Here>,
    clashes: Vec<u32>,
    hinges: Vec<u32>,
}

/// What is so at one setting by itself, whatever would be so with something further set aside.
struct Here {
    verdict: u32,
    witness: u32,
    clashes: Vec<u32>,
    knots: Vec<u32>,
    enough: u32,
    held: Vec<u32>,
    shut: Vec<Vec<u32>>,
}

/// What columns are about: everything that some setting has.
struct Things {
    clashes: Vec<Set>,
    /// The clashes by family: those that hang together at any setting.
    families: Vec<Vec<Set>>,
    /// For each offer or acceptance what shuts it out at some setting.
    shut: Vec<Vec<Set>>,
}

impl Things {
    fn of(view: &View<'_>) -> Things {
        let locals = || view.locals.iter().chain(view.asides.iter().flat_map(|aside| &aside.locals));
        let shut = |at: usize| sorted(locals().filter_map(|l| l.shut.get(at)?.as_ref()).flatten().cloned().collect());
        let clashes = view.engine.clashes(locals().map(Rc::as_ref));
        Things {
            families: classes(&clashes).iter().map(|class| pick(&clashes, class)).collect(),
            clashes,
            shut: (0..view.case.asks.len()).map(shut).collect(),
        }
    }
}

/// Things kept once, in the order in which they were met.
struct Pool<T> {
    items: Vec<T>,
    known: BTreeMap<T, u32>,
}

impl<T> Default for Pool<T> {
    fn default() -> Pool<T> {
        Pool { items: Vec::new(), known: BTreeMap::new() }
    }
}

impl<T: Ord + Clone> Pool<T> {
    fn put(&mut self, item: T) -> u32 {
        let next = self.items.len() as u32;
        let items = &mut self.items;
        *self.known.entry(item).or_insert_with_key(|item| {
            items.push(item.clone());
            next
        })
    }
}

#[derive(Default)]
struct Pools {
    verdicts: Pool<Verdict>,
    states: Pool<ClashState>,
    openings: Vec<OpeningState>,
    known_openings: BTreeMap<(Set, Option<usize>), u32>,
    knot_states: Pool<KnotState>,
    knot_lists: Pool<Vec<u32>>,
    enough_lists: Pool<Vec<EnoughState>>,
    levels: Pool<Vec<Level>>,
    heres: BTreeMap<Signature, Rc<Here>>,
}

impl Pools {
    /// Settings in which more is answered ask less of a world, so that the worlds found for them serve the others too:
    /// they come last in the order of settings, and are worked out first.
    fn rows(&mut self, views: &[View<'_>], open: &View<'_>, things: &Things) -> Vec<Rc<Row>> {
        let mut rows: Vec<Rc<Row>> = views.iter().rev().map(|at| Rc::new(self.row(at, open, things))).collect();
        rows.reverse();
        rows
    }

    fn row(&mut self, at: &View<'_>, open: &View<'_>, things: &Things) -> Row {
        let here = self.here(at, things);
        let states = things.clashes.iter().zip(&here.clashes).map(|(set, presence)| self.state(at, set, *presence));
        Row { clashes: states.collect(), hinges: self.hinges(at, open), here }
    }

    /// Where one stands is told by what the readings are, as far as they differ: a question on which nothing turns
    /// there is as good as answered.
    fn here(&mut self, at: &View<'_>, things: &Things) -> Rc<Here> {
        let key = at.signature();
        if let Some(known) = self.heres.get(&key) {
            return Rc::clone(known);
        }
        let here = Rc::new(self.work_out(at, things));
        self.heres.insert(key, Rc::clone(&here));
        here
    }

    fn work_out(&mut self, at: &View<'_>, things: &Things) -> Here {
        let locals: Vec<_> = at.locals.iter().map(|local| Some(Rc::clone(local))).collect();
        let knots: Vec<(Tied, u32)> = tied(at).into_iter().map(|knot| self.put(at, knot)).collect();
        let families = things.families.iter().map(|family| {
            let of = knots.iter().filter(|(knot, _)| knot.clashes.first().is_some_and(|clash| family.contains(clash)));
            self.knot_lists.put(of.map(|(_, number)| *number).collect())
        });
        let knots = families.collect();
        let enough = self.enough(at, &together(at, None));
        Here {
            verdict: self.verdicts.put(verdict(at, &locals)),
            witness: fitting(at).map_or(0, |world| world as u32 + 1),
            clashes: things.clashes.iter().map(|set| self.presence(at, &readings(at, set))).collect(),
            knots,
            enough: self.enough_lists.put(enough),
            held: (0..things.shut.len()).map(|ask| self.presence(at, &shut_out::held(at, ask))).collect(),
            shut: things.shut.iter().enumerate().map(|(ask, sets)| self.shut(at, ask, sets)).collect(),
        }
    }

    fn presence(&self, at: &View<'_>, so: &Set) -> u32 {
        at.readings.presence_number(at.case, so) as u32
    }

    fn state(&mut self, at: &View<'_>, set: &Set, presence: u32) -> u32 {
        let rests_on = if presence == 0 { Vec::new() } else { rests_on(at, set) };
        self.states.put(ClashState { presence, rests_on })
    }

    fn shut(&self, at: &View<'_>, ask: usize, sets: &[Set]) -> Vec<u32> {
        sets.iter().map(|set| self.presence(at, &shut_out::shut_by(at, ask, set))).collect()
    }

    fn enough(&self, at: &View<'_>, list: &[Together]) -> Vec<EnoughState> {
        let one = |(parties, so): &Together| EnoughState {
            parties: at.party_names(parties),
            presence: self.presence(at, so),
        };
        list.iter().map(one).collect()
    }

    fn put(&mut self, at: &View<'_>, knot: Tied) -> (Tied, u32) {
        let number = self.knot(at, &knot);
        (knot, number)
    }

    fn knot(&mut self, at: &View<'_>, knot: &Tied) -> u32 {
        let openings: Vec<u32> = knot.openings.iter().map(|(set, world)| self.opening(at, set, *world)).collect();
        let all = union(&knot.clashes, at.engine.size);
        self.knot_states.put(KnotState {
            clashes: knot.clashes.iter().map(|clash| id(at.case, clash)).collect(),
            issues: issues(at.case, &all),
            holders: at.party_names(&holders(at.case, &all)),
            joined: self.presence(at, &knot.joined),
            openings,
            complete: knot.complete,
            enough: self.enough(at, &knot.enough),
        })
    }

    /// An opening is told once, however many settings have it.
    fn opening(&mut self, at: &View<'_>, set: &Set, world: Option<usize>) -> u32 {
        let next = self.openings.len() as u32;
        let openings = &mut self.openings;
        *self.known_openings.entry((set.clone(), world)).or_insert_with(|| {
            openings.push(OpeningState {
                limits: names(at.case, set),
                holders: at.party_names(&holders(at.case, set)),
                world: world.map(|world| world as u32),
                basis: basis(at.case, set),
            });
            next
        })
    }

    /// What turns on each question left open here, then on each source and origin; nothing on the others.
    fn hinges(&mut self, at: &View<'_>, open: &View<'_>) -> Vec<u32> {
        let place = |id: &zopa_case::QuestionId| at.readings.open.iter().position(|other| other == id);
        let questions = open.readings.open.iter().map(|id| place(id).map(|place| question_levels(at, place)));
        let asides = (0..open.asides.len()).map(|n| at.asides.get(n).map(|aside| aside_levels(at, aside)));
        let levels: Vec<Vec<Level>> = questions.chain(asides).map(Option::unwrap_or_default).collect();
        levels.into_iter().map(|levels| self.levels.put(levels)).collect()
    }
}

fn table(
    view: &View<'_>,
    settings: Settings<'_, '_>,
    things: &Things,
    pools: Pools,
    rows: &[Vec<Rc<Row>>],
) -> Switches {
    let mut columns = Columns::default();
    let sizes = settings.places.get(1..).unwrap_or_default();
    let mut column = |value: &dyn Fn(&Row) -> u32| -> Cell {
        let parts = rows.iter().map(|rows| {
            let values: Vec<u32> = rows.iter().map(|row| value(row)).collect();
            match values.as_slice() {
                [one] => Cell::value(*one),
                values => columns.column(1, sizes, values),
            }
        });
        let parts: Vec<Cell> = parts.collect();
        columns.choice(0, parts)
    };
    let nth = |list: &[u32], at: usize| list.get(at).copied().unwrap_or(0);
    let verdict = column(&|row| row.here.verdict);
    let witness = column(&|row| row.here.witness);
    let knots = (0..things.families.len()).map(|n| column(&|row| nth(&row.here.knots, n))).collect();
    let enough = column(&|row| row.here.enough);
    let each = things.clashes.iter().enumerate();
    let clashes: Vec<ClashColumn> = each
        .map(|(n, set)| ClashColumn { id: id(view.case, set), state: column(&|row| nth(&row.clashes, n)) })
        .collect();
    let asks = things.shut.iter().enumerate();
    let shut_out = asks.filter_map(|(ask, sets)| {
        let held = column(&|row| nth(&row.here.held, ask));
        let cells =
            (0..sets.len()).map(|n| column(&|row| row.here.shut.get(ask).map_or(0, |shut| nth(shut, n)))).collect();
        Some(ShutColumn { entry: told(view, ask, sets)?, held, sets: cells })
    });
    let shut_out: Vec<ShutColumn> = shut_out.collect();
    let hinges: Vec<HingeColumn> = hinges(view, &settings, &mut |n| column(&|row| nth(&row.hinges, n)));
    Switches {
        together: settings.together,
        places: settings.places,
        switches: settings.switches,
        diagram: columns.diagram(),
        verdict,
        witness,
        clashes,
        more: more(view, things),
        knots,
        enough,
        shut_out,
        hinges,
        presences: view.readings.presences(),
        verdicts: pools.verdicts.items,
        worlds: view.engine.worlds().iter().map(|world| told_world(view.case, world)).collect(),
        states: pools.states.items,
        openings: pools.openings,
        knot_states: pools.knot_states.items,
        knot_lists: pools.knot_lists.items,
        enough_lists: pools.enough_lists.items,
        levels: pools.levels.items,
    }
}

/// Clashes that no reading of the open view has.
fn more(view: &View<'_>, things: &Things) -> Vec<Clash> {
    things.clashes.iter().filter(|set| !view.clashes.contains(set)).map(|set| clash(view, set)).collect()
}

/// An offer with every set that shuts it out somewhere.
fn told(view: &View<'_>, ask: usize, sets: &[Set]) -> Option<ShutOut> {
    entry(view, ask, sets.to_vec())
}

fn hinges(view: &View<'_>, settings: &Settings<'_, '_>, levels: &mut dyn FnMut(usize) -> Cell) -> Vec<HingeColumn> {
    let questions = view.readings.open.iter().map(|id| question_basis(view.case, *id));
    let asides = view.asides.iter().map(|aside| gone(view, &aside.aside));
    let named = settings.switches.iter().zip(questions.chain(asides)).enumerate();
    named
        .map(|(n, (switch, basis))| HingeColumn {
            kind: switch.kind,
            name: switch.name.clone(),
            levels: levels(n),
            basis,
        })
        .collect()
}
