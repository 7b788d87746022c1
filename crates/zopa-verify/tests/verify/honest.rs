//! A right answer for a small case, straight from the definitions: what `verify` must confirm.

use crate::naive::{Naive, knots, met, naive, subsets, worlds};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::*;
use zopa_finding as finding;
use zopa_finding::{Basis, Completeness, Effect, Enough, Hinge, HingeKind, Level, Presence, Setting, Verdict};
use zopa_verify::{Active, Aside, Reading, active, readings};

type Set = BTreeSet<LimitId>;

type Asked = (Set, BTreeSet<ReportedRuleId>, Option<usize>);

/// One reading with everything that is so in it.
struct Here {
    reading: Reading,
    active: Active,
    facts: Naive,
    /// The sets that shut out each offer held.
    shut: BTreeMap<usize, BTreeSet<Set>>,
}

struct Honest<'a> {
    case: &'a Case,
    fixed: Reading,
    /// Asked before: limits, rules, what is offered.
    facts: RefCell<BTreeMap<Asked, Naive>>,
    /// The limits met in each world that meets the rules.
    met: RefCell<BTreeMap<BTreeSet<ReportedRuleId>, BTreeSet<Set>>>,
}

/// A whole brief: only its answer and the choices matter here.
pub fn brief(case: &Case) -> finding::Brief {
    brief_with(case, &[])
}

/// The same with questions assumed.
pub fn brief_with(case: &Case, assume: &[(&str, &str)]) -> finding::Brief {
    let setting =
        |(question, answer): &(&str, &str)| Setting { question: question.to_string(), answer: answer.to_string() };
    let assume: Vec<Setting> = assume.iter().map(setting).collect();
    let fixed = assume.iter().map(|setting| {
        let (id, row) = case.questions.iter().find(|(_, row)| row.name == setting.question).unwrap();
        (id, row.answers.iter().find(|(_, row)| row.name == setting.answer).unwrap().0)
    });
    let answer = Honest { case, fixed: fixed.collect(), facts: RefCell::default(), met: RefCell::default() }.answer();
    let mut brief = around(answer);
    brief.chosen.assume = assume;
    brief
}

/// A brief that tells nothing but these answers.
pub fn around(answer: finding::Answer) -> finding::Brief {
    finding::Brief {
        format: finding::FORMAT.into(),
        case: finding::CaseHead { name: "case".into(), title: "Case".into(), as_of: None },
        chosen: finding::Chosen::default(),
        private: finding::PrivateState::Unsaid,
        unconfirmed: false,
        found_copies: finding::FoundCopies::default(),
        found_origins: finding::FoundOrigins::default(),
        orphaned: Vec::new(),
        answer,
        parties: vec![],
        speakers: vec![],
        sources: vec![],
        tracks: vec![],
        rounds: vec![],
        issues: vec![],
        claims: vec![],
        quotes: vec![],
        questions: vec![],
        limits: vec![],
        rules: vec![],
        positions: vec![],
        timeline: vec![],
        steps: vec![],
        commitments: vec![],
        notes: vec![],
        binding: None,
        holds: None,
        ask: vec![],
        sheet: None,
        heard: vec![],
        origins: vec![],
        way: None,
        drift: vec![],
        assumptions: vec![],
        since: None,
        switches: None,
    }
}

fn ordered(sets: impl IntoIterator<Item = Set>) -> Vec<Set> {
    let mut sets: Vec<Set> = sets.into_iter().collect();
    sets.sort_by_key(|set| (set.len(), set.iter().copied().collect::<Vec<_>>()));
    sets.dedup();
    sets
}

fn minimal<T: Ord + Clone>(sets: impl IntoIterator<Item = BTreeSet<T>>) -> BTreeSet<BTreeSet<T>> {
    let sets: BTreeSet<BTreeSet<T>> = sets.into_iter().collect();
    sets.iter().filter(|set| !sets.iter().any(|other| other != *set && other.is_subset(set))).cloned().collect()
}

fn meets<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> bool {
    !a.is_disjoint(b)
}

impl Honest<'_> {
    fn here(&self, reading: &Reading, aside: &Aside) -> Here {
        let active = active(self.case, reading, aside);
        let facts = self.naive(&active, None);
        let shut = active.asks.iter().map(|place| (*place, self.shut(&active, &facts, *place))).collect();
        Here { reading: reading.clone(), active, facts, shut }
    }

    fn shut(&self, active: &Active, facts: &Naive, place: usize) -> BTreeSet<Set> {
        let with = self.naive(active, Some(place));
        if facts.rules_fail {
            return BTreeSet::new();
        }
        if with.rules_fail {
            return [Set::new()].into();
        }
        with.clashes.into_iter().filter(|set| !facts.clashes.contains(set)).collect()
    }

    fn naive(&self, active: &Active, place: Option<usize>) -> Naive {
        let asked: Vec<Formula> = place.iter().map(|place| self.case.asks[*place].formula.clone()).collect();
        let key = (active.limits.clone(), active.rules.clone(), place);
        let new = || naive(self.case, &active.limits, &active.rules, &asked);
        self.facts.borrow_mut().entry(key).or_insert_with(new).clone()
    }

    fn all(&self, aside: &Aside) -> Vec<Here> {
        readings(self.case, &self.fixed, 1 << 12).unwrap().iter().map(|reading| self.here(reading, aside)).collect()
    }

    fn presence(&self, heres: &[Here], so: impl Fn(&Here) -> bool) -> Presence {
        let yes: Vec<&Here> = heres.iter().filter(|here| so(here)).collect();
        match yes.len() {
            0 => Presence::Never,
            n if n == heres.len() => Presence::Every,
            _ => Presence::Some { when: yes.iter().map(|here| self.settings(&here.reading)).collect() },
        }
    }

    fn settings(&self, reading: &Reading) -> Vec<Setting> {
        let setting = |(question, answer): (&QuestionId, &AnswerId)| {
            let row = &self.case.questions[*question];
            Setting { question: row.name.clone(), answer: row.answers[*answer].name.clone() }
        };
        reading.iter().map(setting).collect()
    }

    fn names(&self, set: &Set) -> Vec<String> {
        set.iter().map(|id| self.case.limits[*id].name.clone()).collect()
    }

    fn holders(&self, set: &Set) -> BTreeSet<PartyId> {
        set.iter().map(|id| self.case.limits[*id].holder).collect()
    }

    fn parties(&self, set: &BTreeSet<PartyId>) -> Vec<String> {
        set.iter().map(|id| self.case.parties[*id].name.clone()).collect()
    }

    fn issues(&self, set: &Set) -> Vec<String> {
        let all: BTreeSet<IssueId> =
            set.iter().flat_map(|id| self.case.limits[*id].formula.issues(&self.case.space)).collect();
        all.into_iter().map(|id| self.case.space.issues[id].name.clone()).collect()
    }

    fn basis(&self, set: &Set) -> Basis {
        let claims: BTreeSet<ClaimId> =
            set.iter().flat_map(|id| self.case.limits[*id].supports.iter().map(|support| support.claim)).collect();
        Basis(claims.into_iter().map(|id| self.case.claims[id].name.clone()).collect())
    }

    fn id(&self, set: &Set) -> String {
        self.names(set).join("+")
    }

    fn verdict(&self, heres: &[Here]) -> Verdict {
        if heres.iter().all(|here| here.facts.rules_fail) {
            let margin = self.case.rules.iter().map(|rule| rule.text.clone());
            let reported = self.case.reported_rules.values().map(|rule| rule.text.clone());
            return Verdict::RulesContradict { rules: margin.chain(reported).collect() };
        }
        match self.presence(heres, |here| here.facts.consistent) {
            Presence::Every => Verdict::Fits,
            Presence::Never => Verdict::NothingFits,
            fits => Verdict::Depends { fits },
        }
    }

    fn answer(&self) -> finding::Answer {
        let heres = self.all(&Aside::default());
        let clashes = ordered(heres.iter().flat_map(|here| here.facts.clashes.iter().cloned()));
        let family: BTreeSet<Set> = clashes.iter().cloned().collect();
        let knots: Vec<Set> = ordered(knots(&family));
        finding::Answer {
            readings: heres.len() as u64,
            verdict: self.verdict(&heres),
            witness: self.witness(&heres),
            impossible: clashes.iter().filter(|set| set.len() == 1).flat_map(|set| self.names(set)).collect(),
            clashes: clashes.iter().map(|set| self.clash(&heres, set)).collect(),
            complete: Completeness::Complete,
            knots: knots.iter().map(|knot| self.knot(&heres, &clashes, knot)).collect(),
            enough: self.enough(&heres, &|here| here.facts.enough.clone(), &|here, some| self.is_enough(here, some)),
            shut_out: (0..self.case.asks.len()).map(|place| self.shut_out(&heres, place)).collect(),
            hinges: self.hinges(&heres, &clashes),
        }
    }

    fn witness(&self, heres: &[Here]) -> Option<finding::World> {
        let here = heres.iter().find(|here| here.facts.consistent)?;
        let wanted: Vec<Formula> = here.active.limits.iter().map(|id| self.case.limits[*id].formula.clone()).collect();
        self.world(&here.active.rules, &wanted)
    }

    fn world(&self, rules: &BTreeSet<ReportedRuleId>, wanted: &[Formula]) -> Option<finding::World> {
        let reported = rules.iter().map(|id| &self.case.reported_rules[*id].formula);
        let all: Vec<&Formula> =
            self.case.rules.iter().map(|rule| &rule.formula).chain(reported).chain(wanted).collect();
        let world = worlds(self.case).into_iter().find(|world| all.iter().all(|f| world.holds(f)))?;
        let package = world.package.iter().map(|(issue, option)| {
            let row = &self.case.space.issues[*issue];
            (row.name.clone(), row.options[*option].name.clone())
        });
        let steps = world.order.iter().map(|step| self.case.space.steps[*step].name.clone());
        Some(finding::World { package: package.collect(), steps: steps.collect() })
    }

    fn clash(&self, heres: &[Here], set: &Set) -> finding::Clash {
        let rests_on = self.case.sources.iter().filter(|(id, _)| {
            let aside = Aside { sources: [*id].into(), ..Default::default() };
            self.all(&aside).iter().all(|here| !here.facts.clashes.contains(set))
        });
        finding::Clash {
            id: self.id(set),
            limits: self.names(set),
            holders: self.parties(&self.holders(set)),
            issues: self.issues(set),
            presence: self.presence(heres, |here| here.facts.clashes.contains(set)),
            rests_on: rests_on.map(|(_, row)| row.name.clone()).collect(),
            basis: self.basis(set),
        }
    }

    fn knot(&self, heres: &[Here], clashes: &[Set], knot: &Set) -> finding::Knot {
        let somewhere: Set = heres.iter().flat_map(|here| here.active.limits.iter().copied()).collect();
        let free: Set = somewhere.into_iter().filter(|id| !clashes.iter().any(|clash| clash.contains(id))).collect();
        let own: BTreeSet<Set> = clashes.iter().filter(|set| set.is_subset(knot)).cloned().collect();
        let present = |here: &Here| here.facts.clashes.intersection(&own).cloned().collect::<BTreeSet<Set>>();
        let rules: BTreeSet<ReportedRuleId> = heres.iter().flat_map(|here| here.active.rules.iter().copied()).collect();
        let opens = |set: &Set| own.iter().all(|clash| meets(clash, set));
        let openings = minimal(subsets(knot).into_iter().filter(opens));
        let opening = |set: &Set| {
            let kept = knot.difference(set).chain(&free).map(|id| self.case.limits[*id].formula.clone());
            let broken = set.iter().map(|id| Formula::Not(Box::new(self.case.limits[*id].formula.clone())));
            finding::Opening {
                limits: self.names(set),
                holders: self.parties(&self.holders(set)),
                world: self.world(&rules, &kept.chain(broken).collect::<Vec<_>>()),
                basis: self.basis(set),
            }
        };
        let hit =
            |here: &Here, some: &BTreeSet<PartyId>| present(here).iter().all(|clash| meets(&self.holders(clash), some));
        let parties = self.holders(knot);
        let least = |here: &Here| match present(here).is_empty() {
            true => BTreeSet::new(),
            false => minimal(subsets(&parties).into_iter().filter(|some| hit(here, some))),
        };
        finding::Knot {
            id: self.id(knot),
            clashes: own.iter().map(|set| self.id(set)).collect(),
            issues: self.issues(knot),
            holders: self.parties(&parties),
            joined: self.joined(heres, &own),
            openings: ordered(openings).iter().map(opening).collect(),
            complete: Completeness::Complete,
            enough: self.enough(heres, &least, &hit),
        }
    }

    fn joined(&self, heres: &[Here], own: &BTreeSet<Set>) -> Presence {
        let pairs = || own.iter().flat_map(|a| own.iter().map(move |b| (a, b)));
        let both = |here: &Here, a: &Set, b: &Set| here.facts.clashes.contains(a) && here.facts.clashes.contains(b);
        // Of all clashes of the reading, whoever's they are.
        let one = |here: &Here, a: &Set, b: &Set| {
            knots(&here.facts.clashes).iter().any(|knot| a.is_subset(knot) && b.is_subset(knot))
        };
        let apart = |(a, b): &(&Set, &Set)| heres.iter().any(|here| both(here, a, b) && !one(here, a, b));
        let apart: Vec<(&Set, &Set)> = pairs().filter(apart).collect();
        if apart.is_empty() {
            return Presence::Every;
        }
        self.presence(heres, |here| apart.iter().any(|(a, b)| both(here, a, b) && one(here, a, b)))
    }

    fn is_enough(&self, here: &Here, some: &BTreeSet<PartyId>) -> bool {
        let left: Set =
            here.active.limits.iter().copied().filter(|id| !some.contains(&self.case.limits[*id].holder)).collect();
        let rules = &here.active.rules;
        let new = || met(self.case, &self.case.limits.ids().collect(), rules, &[]);
        self.met.borrow_mut().entry(rules.clone()).or_insert_with(new).iter().any(|met| left.is_subset(met))
    }

    fn enough(
        &self,
        heres: &[Here],
        least: &dyn Fn(&Here) -> BTreeSet<BTreeSet<PartyId>>,
        is_enough: &dyn Fn(&Here, &BTreeSet<PartyId>) -> bool,
    ) -> Vec<Enough> {
        let all: BTreeSet<BTreeSet<PartyId>> = heres.iter().flat_map(least).collect();
        let row = |set: &BTreeSet<PartyId>| Enough {
            parties: self.parties(set),
            presence: self.presence(heres, |here| is_enough(here, set)),
        };
        all.iter().map(row).collect()
    }

    fn shut_out(&self, heres: &[Here], place: usize) -> finding::ShutOut {
        let ask = &self.case.asks[place];
        let sets = ordered(heres.iter().filter_map(|here| here.shut.get(&place)).flatten().cloned());
        let set = |set: &Set| finding::ShutOutSet {
            limits: self.names(set),
            holders: self.parties(&self.holders(set)),
            presence: self.presence(heres, |here| here.shut.get(&place).is_some_and(|sets| sets.contains(set))),
            basis: self.basis(set),
        };
        finding::ShutOut {
            claim: self.case.claims[ask.claim].name.clone(),
            holders: self.parties(&ask.holders.iter().copied().collect()),
            offer: ask.offer,
            asked: ask.text.clone(),
            basis: Basis(vec![self.case.claims[ask.claim].name.clone()]),
            held: self.presence(heres, |here| here.active.asks.contains(&place)),
            sets: sets.iter().map(set).collect(),
            complete: Completeness::Complete,
        }
    }

    fn hinges(&self, open: &[Here], clashes: &[Set]) -> Vec<Hinge> {
        let mut hinges = Vec::new();
        for (id, row) in self.case.questions.iter().filter(|(id, row)| row.switch && !self.fixed.contains_key(id)) {
            let under = |answer| {
                let under = open.iter().filter(|here| here.reading[&id] == answer);
                under.map(|here| self.here(&here.reading, &Aside::default())).collect::<Vec<_>>()
            };
            let sides = row.answers.iter().map(|(answer, row)| (row.name.clone(), under(answer))).collect();
            hinges.extend(self.hinge(HingeKind::Question, &row.name, sides, clashes));
        }
        for (id, row) in self.case.sources.iter() {
            let aside = Aside { sources: [id].into(), ..Default::default() };
            let sides =
                vec![("counted".to_owned(), self.all(&Aside::default())), ("set-aside".to_owned(), self.all(&aside))];
            hinges.extend(self.hinge(HingeKind::Source, &row.name, sides, clashes));
        }
        for (id, origin) in self.case.origins.iter() {
            let Voice::Speaker(speaker) = origin.voice else { continue };
            let aside = Aside { origins: [id].into(), ..Default::default() };
            let sides =
                vec![("counted".to_owned(), self.all(&Aside::default())), ("set-aside".to_owned(), self.all(&aside))];
            hinges.extend(self.hinge(HingeKind::Origin, &self.case.speakers[speaker].name, sides, clashes));
        }
        hinges.sort_by_key(|hinge| hinge.first);
        hinges
    }

    fn hinge(&self, kind: HingeKind, name: &str, sides: Vec<(String, Vec<Here>)>, clashes: &[Set]) -> Option<Hinge> {
        let mut changes = BTreeSet::new();
        for (at, (_, one)) in sides.iter().enumerate() {
            for (_, other) in sides.iter().skip(at + 1) {
                one.iter().zip(other).for_each(|(a, b)| changes.extend(differ(a, b)));
            }
        }
        let first = *changes.first()?;
        let effects = sides.iter().map(|(answer, heres)| self.effect(answer, heres, clashes)).collect();
        let changes = changes.into_iter().collect();
        Some(Hinge { kind, name: name.into(), first, changes, effects, basis: Basis::default() })
    }

    fn effect(&self, answer: &str, heres: &[Here], clashes: &[Set]) -> Effect {
        let count = |set: &Set| heres.iter().filter(|here| here.facts.clashes.contains(set)).count();
        let ids =
            |so: &dyn Fn(usize) -> bool| clashes.iter().filter(|set| so(count(set))).map(|set| self.id(set)).collect();
        let present: BTreeSet<Set> = heres.iter().flat_map(|here| here.facts.clashes.iter().cloned()).collect();
        let new = ordered(present.iter().filter(|set| !clashes.contains(set)).cloned());
        let parties: BTreeSet<PartyId> = self.case.parties.ids().collect();
        let every = |some: &BTreeSet<PartyId>| heres.iter().all(|here| self.is_enough(here, some));
        let enough = minimal(subsets(&parties).into_iter().filter(every));
        let shut = heres
            .iter()
            .flat_map(|here| here.shut.iter().filter(|(_, sets)| !sets.is_empty()).map(|(place, _)| *place));
        let shut: BTreeSet<usize> = shut.collect();
        Effect {
            answer: answer.into(),
            verdict: self.verdict(heres),
            every: ids(&|n| n == heres.len()),
            some: ids(&|n| n > 0 && n < heres.len()),
            gone: ids(&|n| n == 0),
            new: new.iter().map(|set| self.names(set)).collect(),
            enough: enough.iter().map(|set| self.parties(set)).collect(),
            knots: knots(&present).iter().map(|knot| self.issues(knot)).collect(),
            shut_out: shut.iter().map(|place| self.case.claims[self.case.asks[*place].claim].name.clone()).collect(),
        }
    }
}

fn differ(a: &Here, b: &Here) -> Vec<Level> {
    let levels = [
        (Level::Fits, a.facts.consistent != b.facts.consistent),
        (Level::Enough, a.facts.enough != b.facts.enough),
        (Level::Knots, knots(&a.facts.clashes) != knots(&b.facts.clashes)),
        (Level::Clashes, (a.facts.rules_fail, &a.facts.clashes) != (b.facts.rules_fail, &b.facts.clashes)),
        (Level::ShutOut, a.shut != b.shut),
    ];
    levels.into_iter().filter(|(_, changed)| *changed).map(|(level, _)| level).collect()
}
