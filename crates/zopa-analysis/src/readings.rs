//! Which readings are there, and in which of them is something so?

use crate::Refusal;
use crate::set::Set;
use std::cell::RefCell;
use std::collections::BTreeMap;
use zopa_case::{AnswerId, Case, QuestionId, Reading};
use zopa_finding::{Presence, Setting};

/// More readings than this are refused, with their number.
pub const READINGS: u128 = 1 << 16;

/// More partial settings than this are not looked through for a short description.
const CUBES: usize = 20_000;

/// Every reading of the questions that are looked at and left open, the first question varying slowest.
pub struct Readings {
    /// The questions left open, in file order.
    pub(crate) open: Vec<QuestionId>,
    sizes: Vec<usize>,
    /// The readings.
    pub(crate) all: Vec<Reading>,
    described: RefCell<Known>,
}

/// Descriptions found so far, by the questions that something depends on and where it is so among their answers.
#[derive(Default)]
struct Known {
    numbers: BTreeMap<(Vec<QuestionId>, Vec<bool>), usize>,
    told: Vec<Presence>,
}

/// Positions of [`Presence::Never`] and [`Presence::Every`] among all descriptions.
const NEVER: usize = 0;
const EVERY: usize = 1;

/// The questions that are switches and not assumed, in file order.
pub(crate) fn open(case: &Case, assumed: &[(QuestionId, AnswerId)]) -> Vec<QuestionId> {
    let fixed = |id: QuestionId| assumed.iter().any(|(question, _)| *question == id);
    case.questions.iter().filter(|(id, q)| q.switch && !fixed(*id)).map(|(id, _)| id).collect()
}

/// How many readings questions of these sizes have; more than [`READINGS`] are refused.
pub(crate) fn count(sizes: &[usize]) -> Result<u64, Refusal> {
    let count = sizes.iter().fold(1u128, |product, size| product.saturating_mul(*size as u128));
    if count > READINGS { Err(Refusal::TooManyReadings { count, most: READINGS }) } else { Ok(count as u64) }
}

impl Readings {
    /// All readings of the switches that agree with what is assumed.
    pub(crate) fn of(case: &Case, assumed: &[(QuestionId, AnswerId)]) -> Result<Readings, Refusal> {
        Readings::over(case, open(case, assumed), assumed)
    }

    /// All readings of these questions that agree with what is assumed; any other question has its first answer.
    ///
    /// # Errors
    /// More than [`READINGS`] are refused.
    pub fn over(
        case: &Case,
        questions: Vec<QuestionId>,
        assumed: &[(QuestionId, AnswerId)],
    ) -> Result<Readings, Refusal> {
        let fixed = |id: &QuestionId| assumed.iter().any(|(question, _)| question == id);
        let open: Vec<QuestionId> = questions.into_iter().filter(|id| !fixed(id)).collect();
        let sizes: Vec<usize> = open.iter().map(|q| case.questions[*q].answers.len()).collect();
        count(&sizes)?;
        let base = assumed.iter().fold(Reading::first(case), |reading, (q, a)| reading.with(*q, *a));
        let mut all = vec![base];
        for question in &open {
            let answers: Vec<AnswerId> = case.questions[*question].answers.ids().collect();
            all = all.iter().flat_map(|reading| answers.iter().map(|a| reading.with(*question, *a))).collect();
        }
        let known = Known { told: vec![Presence::Never, Presence::Every], ..Known::default() };
        Ok(Readings { open, sizes, all, described: RefCell::new(known) })
    }

    /// The readings.
    pub fn all(&self) -> &[Reading] {
        &self.all
    }

    /// In which readings is something that is so at these positions of [`Readings::all`]?
    pub fn presence_at(&self, case: &Case, positions: impl IntoIterator<Item = usize>) -> Presence {
        let mut so = Set::with_capacity(self.len());
        so.extend(positions);
        self.presence(case, &so)
    }

    /// How many answers the open questions have.
    pub(crate) fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// How many.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The readings, by position, for which this is so.
    pub(crate) fn where_so(&self, so: impl Fn(usize) -> bool) -> Set {
        let mut set = Set::with_capacity(self.len());
        set.extend((0..self.len()).filter(|at| so(*at)));
        set
    }

    /// The position of an answer of the open question at `place`, in the reading at `at`.
    pub(crate) fn answer(&self, at: usize, place: usize) -> usize {
        let inner: usize = self.sizes.iter().skip(place + 1).product();
        at / inner % self.sizes.get(place).copied().unwrap_or(1)
    }

    /// The reading that differs from one in one open question alone.
    pub(crate) fn changed(&self, at: usize, place: usize, answer: usize) -> usize {
        let inner: usize = self.sizes.iter().skip(place + 1).product();
        at + answer * inner - self.answer(at, place) * inner
    }

    /// In which of some readings is this so? Described by the shortest lists of settings.
    pub(crate) fn presence(&self, case: &Case, so: &Set) -> Presence {
        self.told(self.presence_number(case, so))
    }

    /// The description at a position among [`Readings::presences`].
    pub(crate) fn told(&self, number: usize) -> Presence {
        self.described.borrow().told.get(number).cloned().unwrap_or(Presence::Never)
    }

    /// The same by its position among [`Readings::presences`]: equal numbers are the same description.
    pub(crate) fn presence_number(&self, case: &Case, so: &Set) -> usize {
        match so.count_ones(..) {
            0 => NEVER,
            count if count == self.len() => EVERY,
            _ => self.described(case, so),
        }
    }

    /// Every description there was so far.
    pub(crate) fn presences(&self) -> Vec<Presence> {
        self.described.borrow().told.clone()
    }

    fn described(&self, case: &Case, so: &Set) -> usize {
        let support: Vec<usize> = (0..self.open.len()).filter(|place| self.depends(so, *place)).collect();
        let key = self.key(so, &support);
        if let Some(known) = self.described.borrow().numbers.get(&key) {
            return *known;
        }
        let told = Presence::Some { when: self.settings(case, so, &support) };
        let known = &mut *self.described.borrow_mut();
        known.numbers.insert(key, known.told.len());
        known.told.push(told);
        known.told.len() - 1
    }

    /// The shortest lists of settings; none where there are too many to look through.
    fn settings(&self, case: &Case, so: &Set, support: &[usize]) -> Vec<Vec<Setting>> {
        let cubes = support.iter().try_fold(1usize, |product, place| product.checked_mul(self.sizes.get(*place)? + 1));
        if cubes.is_none_or(|cubes| cubes > CUBES) {
            return Vec::new();
        }
        let chosen = cover(&self.implicants(so, support), so, |cube, at| self.within(cube, at));
        let setting = |(place, answer): &(usize, usize)| self.setting(case, *place, *answer);
        chosen.iter().map(|cube| cube.iter().filter_map(setting).collect()).collect()
    }

    /// The questions of the support, and for each of their answers together whether it is so, the rest being
    /// indifferent: two views that leave different questions open describe the same thing alike.
    fn key(&self, so: &Set, support: &[usize]) -> (Vec<QuestionId>, Vec<bool>) {
        let first =
            |at: &usize| (0..self.open.len()).all(|place| support.contains(&place) || self.answer(*at, place) == 0);
        let told = (0..self.len()).filter(first).map(|at| so.contains(at)).collect();
        (support.iter().filter_map(|place| self.open.get(*place).copied()).collect(), told)
    }

    fn depends(&self, so: &Set, place: usize) -> bool {
        (0..self.len()).any(|at| so.contains(at) != so.contains(self.changed(at, place, 0)))
    }

    fn within(&self, cube: &[(usize, usize)], at: usize) -> bool {
        cube.iter().all(|(place, answer)| self.answer(at, *place) == *answer)
    }

    /// The partial settings under which it is so whatever the others are, none within another, fewest settings
    /// first, then file order.
    fn implicants(&self, so: &Set, support: &[usize]) -> Vec<Cube> {
        let mut cubes: Vec<Cube> = vec![Vec::new()];
        for place in support {
            let answers = self.sizes.get(*place).copied().unwrap_or(1);
            let more = cubes.iter().flat_map(|cube| {
                (0..answers).map(move |answer| cube.iter().copied().chain([(*place, answer)]).collect())
            });
            let more: Vec<Cube> = more.collect();
            cubes.extend(more);
        }
        cubes.sort_by_key(|cube| (cube.len(), cube.clone()));
        let mut primes: Vec<Cube> = Vec::new();
        for cube in cubes {
            let implied = |prime: &Cube| prime.iter().all(|setting| cube.contains(setting));
            let always = || (0..self.len()).filter(|at| self.within(&cube, *at)).all(|at| so.contains(at));
            if !primes.iter().any(implied) && always() {
                primes.push(cube);
            }
        }
        primes
    }

    fn setting(&self, case: &Case, place: usize, answer: usize) -> Option<Setting> {
        let question = &case.questions[*self.open.get(place)?];
        let answer = question.answers.values().nth(answer)?.name.clone();
        Some(Setting { question: question.name.clone(), answer })
    }
}

/// A partial setting: open questions, by place, with the positions of their answers.
type Cube = Vec<(usize, usize)>;

/// A cover of the readings by as few partial settings as a greedy choice finds: the one that covers most of
/// what is left, the first among equals; then without those that the others make needless.
fn cover(cubes: &[Cube], so: &Set, within: impl Fn(&Cube, usize) -> bool) -> Vec<Cube> {
    let mut left: Vec<usize> = so.ones().collect();
    let mut chosen: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let gain = |cube: &Cube| left.iter().filter(|at| within(cube, **at)).count();
        let mut best: Option<(usize, usize)> = None;
        for (at, cube) in cubes.iter().enumerate() {
            let gain = gain(cube);
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((at, gain));
            }
        }
        let Some((at, 1..)) = best else { break };
        chosen.push(at);
        left.retain(|reading| !cubes.get(at).is_some_and(|cube| within(cube, *reading)));
    }
    chosen.sort_unstable();
    let covered =
        |chosen: &[usize], reading| chosen.iter().any(|at| cubes.get(*at).is_some_and(|c| within(c, reading)));
    for at in chosen.clone() {
        let without: Vec<usize> = chosen.iter().copied().filter(|other| *other != at).collect();
        if so.ones().all(|reading| covered(&without, reading)) {
            chosen = without;
        }
    }
    chosen.iter().filter_map(|at| cubes.get(*at).cloned()).collect()
}
