//! Every answer at every setting of the switches, as one table.
//!
//! Nothing is enumerated again: the readings of a setting are some of the readings of the open view, and each answer is
//! worked out from their lists as it is for the open view (the projection of the definition of consistency). What
//! columns point at is kept once.

mod columns;
mod knots;
mod pool;

use crate::clash::{clash, id};
use crate::contradiction::contradicting;
use crate::hinge::{gone, question_basis};
use crate::knot::enough_in;
use crate::local::{Local, held_by};
use crate::opening::witness as told_world;
use crate::set::{Set, classes, sorted};
use crate::settings::{Settings, Side};
use crate::shut_out::entry;
use crate::view::{SetAside, Single, View, pick};
use columns::{Maker, Presences};
use pool::Pool;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_finding::{
    Cell, Clash, ClashColumn, ClashState, EnoughState, HingeColumn, Level, ShutColumn, ShutOut, Switch, Switches,
    Verdict,
};

/// The table of a view; `None` where nothing is left to set.
pub(crate) fn switches(view: &View<'_>) -> Option<Switches> {
    let settings = Settings::of(view);
    if settings.switches.is_empty() {
        return None;
    }
    let things = Things::of(view);
    let mut table = Table { view, maker: Maker::of(view, &settings), pools: Pools::of(view) };
    let (verdict, witness) = (table.verdict(), table.witness());
    let clashes = things.clashes.iter().map(|set| ClashColumn { id: id(view.case, set), state: table.clash(set) });
    let clashes = clashes.collect();
    let knots = things.families.iter().map(|family| knots::column(&mut table.maker, &mut table.pools, view, family));
    let knots = knots.collect();
    let enough = table.enough();
    let shut_out = things.shut.iter().enumerate().filter_map(|(ask, sets)| table.shut(ask, sets)).collect();
    let hinges = table.hinges(&settings);
    let (maker, pools) = (table.maker, table.pools);
    Some(Switches {
        together: settings.together,
        places: settings.places,
        switches: settings.switches,
        diagram: maker.columns.diagram(),
        verdict,
        witness,
        clashes,
        more: more(view, &things),
        knots,
        enough,
        shut_out,
        hinges,
        presences: view.readings.presences(),
        verdicts: pools.verdicts.items,
        worlds: view.engine.worlds().iter().map(|world| told_world(view.case, world)).collect(),
        states: pools.states.items,
        openings: pools.told.openings,
        knot_states: pools.told.knots,
        knot_lists: pools.told.knot_lists.items,
        enough_lists: pools.enough_lists.items,
        levels: pools.levels.items,
    })
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
        let shut =
            |at: usize| sorted(locals().filter_map(|l| l.answers.shut.get(at)?.as_ref()).flatten().cloned().collect());
        let clashes = view.engine.clashes(locals().map(Rc::as_ref));
        Things {
            families: classes(&clashes).iter().map(|class| pick(&clashes, class)).collect(),
            clashes,
            shut: (0..view.case.asks.len()).map(shut).collect(),
        }
    }
}

/// What columns point at.
struct Pools<'v, 'a> {
    presences: Presences<'v, 'a>,
    verdicts: Pool<Verdict>,
    states: Pool<ClashState>,
    told: knots::Told,
    enough_lists: Pool<Vec<EnoughState>>,
    levels: Pool<Vec<Level>>,
}

impl<'v, 'a> Pools<'v, 'a> {
    fn of(view: &'v View<'a>) -> Pools<'v, 'a> {
        Pools {
            presences: Presences::of(view),
            verdicts: Pool::default(),
            states: Pool::default(),
            told: knots::Told::default(),
            enough_lists: Pool::default(),
            levels: Pool::default(),
        }
    }
}

struct Table<'v, 'a> {
    view: &'v View<'a>,
    maker: Maker<'v>,
    pools: Pools<'v, 'a>,
}

/// The labels of readings by verdict.
const NOTHING_FITS: u32 = 0;
const FITS: u32 = 1;
const RULES_FAIL: u32 = 2;

impl<'v> Table<'v, '_> {
    fn verdict(&mut self) -> Cell {
        let (view, pools) = (self.view, &mut self.pools);
        let label = |local: &Local| match local.answers.fits() {
            true => FITS,
            false if local.answers.rules_fail => RULES_FAIL,
            false => NOTHING_FITS,
        };
        self.maker.kept(&mut |_, _, local| label(local), &mut |functions, kept| {
            let verdict = match functions.labels(kept).as_slice() {
                [FITS] => Verdict::Fits,
                [RULES_FAIL] => Verdict::RulesContradict { rules: contradicting(view.case, &view.choices.conditions) },
                labels if !labels.contains(&FITS) => Verdict::NothingFits,
                _ => {
                    let fits = pools.presences.number(functions, kept, &|label| label == FITS);
                    Verdict::Depends { fits: view.readings.told(fits as usize) }
                }
            };
            pools.verdicts.put(verdict)
        })
    }

    /// A world that fits in the first reading in which one does.
    fn witness(&mut self) -> Cell {
        let engine = &self.view.engine;
        let fitting: RefCell<Pool<Set>> = RefCell::default();
        let label = |local: &Rc<Local>| match local.answers.fits() {
            true => fitting.borrow_mut().put(local.active.clone()) + 1,
            false => 0,
        };
        let world = |label: u32| {
            let fitting = fitting.borrow();
            let active = label.checked_sub(1).and_then(|number| fitting.get(number))?;
            engine.first_world(active).map(|world| world as u32 + 1)
        };
        self.maker.joined(
            &mut |side, at| side.locals.get(at).map_or(0, label),
            &mut |first, other| if first > 0 { first } else { other },
            &mut |label| world(label).unwrap_or(0),
            None,
        )
    }

    /// Where a clash is one, and the sources that take it away everywhere when they are set aside.
    fn clash(&mut self, set: &Set) -> Cell {
        let (view, pools) = (self.view, &mut self.pools);
        let sources = view.asides.iter().filter(|aside| matches!(aside.single, Single::Source(_)));
        let sources: Vec<&SetAside> = sources.collect();
        let stays = |aside: &SetAside, at: usize| aside.locals.get(at).is_some_and(|l| set.is_subset(&l.active));
        // Where it is one the sources without which it stays, by position; where something is set aside, that is not told.
        let labels: RefCell<Pool<Vec<usize>>> = RefCell::default();
        let without = |counted: bool, at: usize| {
            let all = sources.iter().enumerate();
            all.filter(|(_, aside)| !counted || stays(aside, at)).map(|(n, _)| n).collect()
        };
        self.maker.kept(
            &mut |side, at, local| match view.engine.has(set, local) {
                true => labels.borrow_mut().put(without(side.counted, at)) + 1,
                false => 0,
            },
            &mut |functions, kept| {
                let presence = pools.presences.number(functions, kept, &|label| label > 0);
                let (labels, here) = (labels.borrow(), functions.labels(kept));
                let had: Vec<&Vec<usize>> = here.iter().filter_map(|n| labels.get(n.checked_sub(1)?)).collect();
                let rests = |n: &usize| !had.is_empty() && !had.iter().any(|stays| stays.contains(n));
                let rests_on = sources.iter().enumerate().filter(|(n, _)| rests(n));
                let rests_on = rests_on.map(|(_, aside)| aside.name(view.case).1).collect();
                pools.states.put(ClashState { presence, rests_on })
            },
        )
    }

    /// Whose changes would be enough for all of it.
    fn enough(&mut self) -> Cell {
        let (view, pools) = (self.view, &mut self.pools);
        let families: RefCell<Pool<(bool, Vec<Set>)>> = RefCell::default();
        let mut by_answers: BTreeMap<usize, u32> = BTreeMap::new();
        let family = |local: &Local| {
            let held = held_by(view.case, local.answers.clashes.iter());
            families.borrow_mut().put((local.answers.rules_fail, held))
        };
        self.maker.kept(
            &mut |_, _, local| *by_answers.entry(local.answers.number).or_insert_with(|| family(local)),
            &mut |functions, kept| {
                let families = families.borrow();
                let labels = functions.labels(kept);
                let here = labels.iter().filter_map(|label| families.get(*label));
                let held: BTreeSet<&[Set]> = here.map(|(_, family)| family.as_slice()).collect();
                let each = enough_in(view, &held).into_iter().map(|set| {
                    // Where the rules fail alone, nobody's changes are enough for all of it.
                    let meets = |(rules_fail, family): &(bool, Vec<Set>)| {
                        !rules_fail && family.iter().all(|holders| !holders.is_disjoint(&set))
                    };
                    let so = |label: u32| families.get(label).is_some_and(meets);
                    let presence = pools.presences.number(functions, kept, &so);
                    EnoughState { parties: view.party_names(&set), presence }
                });
                let list = each.collect();
                pools.enough_lists.put(list)
            },
        )
    }

    /// An offer with every set that shuts it out somewhere, and where it does.
    fn shut(&mut self, ask: usize, sets: &[Set]) -> Option<ShutColumn> {
        let entry: ShutOut = entry(self.view, ask, sets.to_vec())?;
        let held = self.so(&|local| local.answers.shut.get(ask).is_some_and(Option::is_some));
        let shuts = |local: &Local, set: &Set| matches!(local.answers.shut.get(ask), Some(Some(s)) if s.contains(set));
        let sets = sets.iter().map(|set| self.so(&|local| shuts(local, set))).collect();
        Some(ShutColumn { entry, held, sets })
    }

    /// Where something is so.
    fn so(&mut self, so: &dyn Fn(&Local) -> bool) -> Cell {
        let presences = &mut self.pools.presences;
        self.maker.kept(&mut |_, _, local| u32::from(so(local)), &mut |functions, kept| {
            presences.number(functions, kept, &|label| label > 0)
        })
    }

    /// What turns on each question left open, then on each source and origin where every one is counted.
    fn hinges(&mut self, settings: &Settings<'_, '_>) -> Vec<HingeColumn> {
        let view = self.view;
        let questions = view.readings.open.iter().map(|id| question_basis(view.case, *id));
        let asides = view.asides.iter().map(|aside| gone(view, &aside.aside));
        let bases: Vec<_> = questions.chain(asides).collect();
        let questions = (0..view.readings.open.len()).map(|place| self.question(place)).collect::<Vec<Cell>>();
        let asides = view.asides.iter().map(|aside| self.aside(aside));
        let levels: Vec<Cell> = questions.into_iter().chain(asides).collect();
        let named = settings.switches.iter().zip(bases).zip(levels);
        let column = |((switch, basis), levels): ((&Switch, _), Cell)| HingeColumn {
            kind: switch.kind,
            name: switch.name.clone(),
            levels,
            basis,
        };
        named.map(column).collect()
    }

    /// The answers that change where two readings differ in one question alone, while it is open.
    fn question(&mut self, place: usize) -> Cell {
        let readings = &self.view.readings;
        let engine = &self.view.engine;
        let answers = readings.sizes().get(place).copied().unwrap_or(1);
        let nothing = Cell::value(self.pools.levels.put(Vec::new()));
        self.levels(Some((place, nothing)), &mut |side, at| {
            let each = (0..answers).filter_map(|answer| side.locals.get(readings.changed(at, place, answer)));
            let each: Vec<&Rc<Local>> = each.collect();
            let pairs = each.iter().enumerate().flat_map(|(n, a)| each.iter().skip(n + 1).map(move |b| (a, b)));
            pairs.flat_map(|(a, b)| engine.differences(a, b)).collect()
        })
    }

    /// The answers that change with a source or an origin set aside.
    fn aside(&mut self, aside: &SetAside) -> Cell {
        let engine = &self.view.engine;
        self.levels(None, &mut |side, at| {
            let both = side.locals.get(at).zip(aside.locals.get(at)).filter(|_| side.counted);
            both.map(|(local, without)| engine.differences(local, without)).unwrap_or_default()
        })
    }

    /// All answers that change in some reading.
    fn levels(
        &mut self,
        open: Option<(usize, Cell)>,
        changing: &mut dyn FnMut(&Side<'v>, usize) -> Vec<Level>,
    ) -> Cell {
        let bit = |level: &Level| LEVELS.iter().position(|other| other == level).map_or(0, |at| 1 << at);
        let levels = &mut self.pools.levels;
        self.maker.joined(
            &mut |side, at| changing(side, at).iter().fold(0, |mask, level| mask | bit(level)),
            &mut |a, b| a | b,
            &mut |mask| levels.put(LEVELS.into_iter().filter(|level| mask & bit(level) > 0).collect()),
            open,
        )
    }
}

/// In their order.
const LEVELS: [Level; 5] = [Level::Fits, Level::Enough, Level::Knots, Level::Clashes, Level::ShutOut];

/// Clashes that no reading of the open view has.
fn more(view: &View<'_>, things: &Things) -> Vec<Clash> {
    things.clashes.iter().filter(|set| !view.clashes.contains(set)).map(|set| clash(view, set)).collect()
}
