//! Which readings are there, and in which of them is something so?

use crate::Refusal;
use crate::set::Set;
use zopa_case::{AnswerId, Case, QuestionId, Reading};
use zopa_finding::{Presence, Setting};

/// More readings than this are refused, with their number.
pub const READINGS: u128 = 1 << 16;

/// More partial settings than this are not looked through for a short description.
const CUBES: usize = 20_000;

/// Every reading of the questions that are switches and left open, the first question varying slowest.
pub(crate) struct Readings {
    /// The switches left open, in file order.
    pub open: Vec<QuestionId>,
    sizes: Vec<usize>,
    /// The readings.
    pub all: Vec<Reading>,
}

impl Readings {
    /// All readings that agree with what is assumed.
    pub fn of(case: &Case, assumed: &[(QuestionId, AnswerId)]) -> Result<Readings, Refusal> {
        let fixed = |id: QuestionId| assumed.iter().any(|(question, _)| *question == id);
        let open: Vec<QuestionId> =
            case.questions.iter().filter(|(id, q)| q.switch && !fixed(*id)).map(|(id, _)| id).collect();
        let sizes: Vec<usize> = open.iter().map(|q| case.questions[*q].answers.len()).collect();
        let count = sizes.iter().fold(1u128, |product, size| product.saturating_mul(*size as u128));
        if count > READINGS {
            return Err(Refusal::TooManyReadings { count, most: READINGS });
        }
        let base = assumed.iter().fold(Reading::first(case), |reading, (q, a)| reading.with(*q, *a));
        let mut all = vec![base];
        for question in &open {
            let answers: Vec<AnswerId> = case.questions[*question].answers.ids().collect();
            all = all.iter().flat_map(|reading| answers.iter().map(|a| reading.with(*question, *a))).collect();
        }
        Ok(Readings { open, sizes, all })
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The readings, by position, for which this is so.
    pub fn where_so(&self, so: impl Fn(usize) -> bool) -> Set {
        let mut set = Set::with_capacity(self.len());
        set.extend((0..self.len()).filter(|at| so(*at)));
        set
    }

    /// The position of an answer of the open question at `place`, in the reading at `at`.
    pub fn answer(&self, at: usize, place: usize) -> usize {
        let inner: usize = self.sizes.iter().skip(place + 1).product();
        at / inner % self.sizes.get(place).copied().unwrap_or(1)
    }

    /// The reading that differs from one in one open question alone.
    pub fn changed(&self, at: usize, place: usize, answer: usize) -> usize {
        let inner: usize = self.sizes.iter().skip(place + 1).product();
        at + answer * inner - self.answer(at, place) * inner
    }

    /// In which of some readings is this so? Described by the shortest lists of settings.
    pub fn presence(&self, case: &Case, so: &Set) -> Presence {
        match so.count_ones(..) {
            0 => Presence::Never,
            count if count == self.len() => Presence::Every,
            _ => Presence::Some { when: self.described(case, so) },
        }
    }

    fn described(&self, case: &Case, so: &Set) -> Vec<Vec<Setting>> {
        let support: Vec<usize> = (0..self.open.len()).filter(|place| self.depends(so, *place)).collect();
        let cubes = support.iter().try_fold(1usize, |product, place| product.checked_mul(self.sizes.get(*place)? + 1));
        if cubes.is_none_or(|cubes| cubes > CUBES) {
            return Vec::new();
        }
        let chosen = cover(&self.implicants(so, &support), so, |cube, at| self.within(cube, at));
        let setting = |(place, answer): &(usize, usize)| self.setting(case, *place, *answer);
        chosen.iter().map(|cube| cube.iter().filter_map(setting).collect()).collect()
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
