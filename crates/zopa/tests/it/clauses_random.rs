//! The rules that work something out, against a slow reading of what they say, on random cases.
//!
//! `ZOPA_RANDOM` says how many cases of each kind.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeSet;
use std::fmt::Write;
use zopa::finding::{ClauseRule, Note};
use zopa::report::terminal::{Style, clauses};
use zopa::{Texts, read};

fn cases() -> u32 {
    std::env::var("ZOPA_RANDOM").ok().and_then(|count| count.parse().ok()).unwrap_or(500)
}

fn each<S: Strategy>(strategy: S, check: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let mut runner = TestRunner::new(Config { cases: cases(), failure_persistence: None, ..Config::default() });
    runner.run(&strategy, check).unwrap();
}

fn notes(case: &str) -> Vec<Note> {
    let read = read(&Texts::of_case("case", case));
    assert_eq!(read.errors(), 0, "{case}\n{:?}", read.diagnostics);
    read.notes().into_iter().map(|noted| noted.note).collect()
}

fn of(notes: &[Note], rule: ClauseRule) -> Vec<&Note> {
    notes.iter().filter(|note| note.rule == rule).collect()
}

const PARTIES: [&str; 4] = ["pa", "pb", "pc", "pd"];

// ---------------------------------------------------------------- events within events, and who decides

/// An event: whose act it is, if that is known, and the earlier event that it lies within.
type Happening = (Option<usize>, Option<prop::sample::Index>);

#[derive(Clone, Debug)]
struct Deciding {
    events: Vec<Happening>,
    trigger: prop::sample::Index,
    quorum: &'static str,
    who: BTreeSet<usize>,
}

fn deciding() -> impl Strategy<Value = Deciding> {
    let event = (prop::option::of(0..PARTIES.len()), prop::option::of(any::<prop::sample::Index>()));
    let events = prop::collection::vec(event, 1..6);
    let quorum = prop::sample::select(vec!["", "any of ", "all of "]);
    let who = prop::collection::btree_set(0..PARTIES.len(), 1..4);
    (events, any::<prop::sample::Index>(), quorum, who).prop_map(|(events, trigger, quorum, who)| Deciding {
        events,
        trigger,
        quorum,
        who,
    })
}

impl Deciding {
    fn wider(&self, event: usize) -> Option<usize> {
        self.events[event].1.filter(|_| event > 0).map(|within| within.index(event))
    }

    fn case(&self) -> String {
        let mut case = "case \"x\"\n".to_owned();
        PARTIES.iter().for_each(|party| writeln!(case, "party {party} \"{party}\"").unwrap());
        for (at, (by, _)) in self.events.iter().enumerate() {
            let by = by.map_or("?", |party| PARTIES[party]);
            let within = self.wider(at).map_or_else(String::new, |wider| format!(" within e{wider}"));
            writeln!(case, "event e{at} \"Event {at}\" by {by}{within}").unwrap();
        }
        let who: Vec<&str> = self.who.iter().map(|party| PARTIES[*party]).collect();
        let trigger = self.trigger.index(self.events.len());
        writeln!(
            case,
            "commitment c \"C\"\n  by pa to pb\n  when e{trigger}\n  decided by {}{}",
            self.quorum,
            who.join(", ")
        )
        .unwrap();
        case
    }

    /// Whose act is it? Asked of every set of parties: the set that the event, or the nearest wider one with a set, has.
    fn actor(&self) -> Option<usize> {
        let mut at = Some(self.trigger.index(self.events.len()));
        while let Some(event) = at {
            if let Some(by) = self.events[event].0 {
                return Some(by);
            }
            at = self.wider(event);
        }
        None
    }

    /// Is it decided, if these vote for it?
    fn passes(&self, votes: &BTreeSet<usize>) -> bool {
        match self.quorum {
            "all of " => self.who.is_subset(votes),
            _ => self.who.iter().any(|party| votes.contains(party)),
        }
    }

    /// Every way to vote.
    fn votes(&self) -> impl Iterator<Item = BTreeSet<usize>> {
        let all =
            (0..1_usize << PARTIES.len()).map(|bits| (0..PARTIES.len()).filter(|at| bits >> at & 1 == 1).collect());
        all.collect::<Vec<BTreeSet<usize>>>().into_iter()
    }
}

#[test]
fn a_unanimity_with_the_actor_is_one_that_every_no_of_the_actor_stops() {
    each(deciding(), |case| {
        let text = case.case();
        let notes = notes(&text);
        let actor = case.actor();
        prop_assert_eq!(of(&notes, ClauseRule::ActorUnknown).len(), usize::from(actor.is_none()), "{}", &text);
        let blocks = |actor: usize| case.votes().all(|votes| votes.contains(&actor) || !case.passes(&votes));
        let others_matter = case.who.len() > 1;
        let unanimous = case.quorum == "all of " && others_matter && actor.is_some_and(blocks);
        prop_assert_eq!(of(&notes, ClauseRule::UnanimityWithActor).len(), usize::from(unanimous), "{}", &text);
        let alone = |actor: usize| case.passes(&BTreeSet::from([actor]));
        let judges = !unanimous && actor.is_some_and(alone);
        prop_assert_eq!(of(&notes, ClauseRule::DeciderIsActor).len(), usize::from(judges), "{}", &text);
        Ok(())
    });
}

#[test]
fn what_lies_below_a_trigger_is_what_the_next_wider_event_has_besides() {
    each(deciding(), |case| {
        let text = case.case();
        let notes = notes(&text);
        let below = of(&notes, ClauseRule::BelowTrigger);
        let wider = case.wider(case.trigger.index(case.events.len()));
        prop_assert_eq!(below.len(), usize::from(wider.is_some()), "{}", &text);
        for (note, wider) in below.iter().zip(wider) {
            prop_assert_eq!(&note.things[1].name, &format!("e{wider}"));
        }
        Ok(())
    });
}

// ---------------------------------------------------------------- steps that wait

const STEPS: usize = 4;

#[derive(Clone, Debug)]
struct Waiting {
    /// A step that a commitment brings about, and the steps that set it off.
    commitments: Vec<(usize, BTreeSet<usize>)>,
    /// The first only after the second.
    rules: Vec<(usize, usize)>,
}

fn waiting() -> impl Strategy<Value = Waiting> {
    let commitment = (0..STEPS, prop::collection::btree_set(0..STEPS, 1..3));
    let rule = (0..STEPS, 0..STEPS).prop_filter("two steps", |(step, first)| step != first);
    (prop::collection::vec(commitment, 1..5), prop::collection::vec(rule, 0..3))
        .prop_map(|(commitments, rules)| Waiting { commitments, rules })
}

impl Waiting {
    fn case(&self) -> String {
        let mut case = "case \"x\"\nparty pa \"A\"\nparty pb \"B\"\n".to_owned();
        (0..STEPS).for_each(|at| writeln!(case, "step s{at} \"Step {at}\" by pa optional").unwrap());
        for (step, first) in &self.rules {
            writeln!(case, "rule s{step} only after s{first}\n  because > x").unwrap();
        }
        for (at, (step, first)) in self.commitments.iter().enumerate() {
            let when: Vec<String> = first.iter().map(|step| format!("s{step}")).collect();
            let when = when.join(" and ");
            writeln!(case, "commitment c{at} \"C\"\n  by pa to pb\n  when {when}\n  does s{step}").unwrap();
        }
        case
    }

    /// May the step come next, after these?
    fn may(&self, step: usize, taken: &[usize], with_rules: bool, with_commitments: bool) -> bool {
        let word = self.rules.iter().filter(|rule| with_rules && rule.0 == step).all(|rule| taken.contains(&rule.1));
        let mut ways = self.commitments.iter().filter(|row| with_commitments && row.0 == step).peekable();
        let promised = ways.peek().is_none() || ways.any(|row| row.1.iter().all(|first| taken.contains(first)));
        word && promised
    }

    /// The steps that come in no order of any steps, found by trying every order.
    fn never(&self, with_rules: bool, with_commitments: bool) -> BTreeSet<usize> {
        let mut ever = BTreeSet::new();
        let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
        while let Some(order) = orders.pop() {
            for step in (0..STEPS).filter(|step| !order.contains(step)) {
                if self.may(step, &order, with_rules, with_commitments) {
                    ever.insert(step);
                    orders.push([order.as_slice(), &[step]].concat());
                }
            }
        }
        (0..STEPS).filter(|step| !ever.contains(step)).collect()
    }
}

fn steps(note: &Note) -> BTreeSet<usize> {
    note.things.iter().map(|step| step.name[1..].parse().unwrap()).collect()
}

#[test]
fn commitments_that_wait_for_each_other_are_those_that_stop_every_order() {
    each(waiting(), |case| {
        let text = case.case();
        let notes = notes(&text);
        let circles = of(&notes, ClauseRule::CircularTriggers);
        let never = case.never(false, true);
        prop_assert_eq!(circles.is_empty(), never.is_empty(), "{}", &text);
        for circle in circles {
            prop_assert!(steps(circle).is_subset(&never), "{}", &text);
        }
        Ok(())
    });
}

#[test]
fn an_order_that_cannot_be_is_one_that_only_both_together_stop() {
    each(waiting(), |case| {
        let text = case.case();
        let notes = notes(&text);
        let knots = of(&notes, ClauseRule::OrderCannotBe);
        let never = case.never(true, true);
        for knot in &knots {
            prop_assert!(steps(knot).is_subset(&never), "{}", &text);
        }
        // Where neither alone stops anything and both together do, it is told.
        let alone = case.never(true, false).is_empty() && case.never(false, true).is_empty();
        prop_assert!(!alone || knots.is_empty() == never.is_empty(), "{}", &text);
        Ok(())
    });
}

// ---------------------------------------------------------------- parties exchanged

const LINES: [&[&str]; 11] = [
    &["kind defence", "kind neutrality", "kind ?"],
    &["by ONE to TWO", "by TWO to ONE", "by ONE, TWO to pc", "by ? to TWO"],
    &["when of-one", "when of-two", "when wide", "when pay", "when ?"],
    &["does pay", "does not pay", "does \"help\"", "does ?"],
    &["discretion must", "discretion may", "discretion ?"],
    &[
        "decided by all of ONE, TWO",
        "decided by TWO, pc",
        "decided by ONE",
        "decided by any of pc, TWO",
        "decided by ?",
    ],
    &["within 3 days", "within 2 years", "within ?"],
    &["force political", "force treaty", "force political until ? then treaty", "force ?"],
    &["from pay", "from ?"],
    &["lasts 1 year", "lasts forever", "lasts limited ?", "lasts ?"],
    &["posted with ONE", "posted with ?", "if broken c0", "if broken c1", "if broken ?"],
];

const HEAD: &str = "\
case \"x\"
party ONE \"Tone\"
party TWO \"Ttwo\"
party pc \"The Third\"
step pay \"Payment\" by ONE optional
event wide \"Something\" by ?
event of-one \"Of the first\" by ONE within wide
event of-two \"Of the second\" by TWO
claim told \"Told\"
  about c0, c1
  said by ONE
claim ends \"Ends\"
  TWO may terminate c0
  ? may suspend c1
claim stays \"Stays\"
  ONE rejects pay
";

fn written(choices: &[Vec<Option<prop::sample::Index>>]) -> String {
    let mut case = HEAD.to_owned();
    for (at, lines) in choices.iter().enumerate() {
        writeln!(case, "commitment c{at} \"Promise {at}\"").unwrap();
        for (line, forms) in lines.iter().zip(LINES) {
            line.iter().for_each(|line| writeln!(case, "  {}", forms[line.index(forms.len())]).unwrap());
        }
    }
    case
}

fn named(case: &str, one: (&str, &str), two: (&str, &str)) -> String {
    case.replace("ONE", one.0).replace("TWO", two.0).replace("Tone", one.1).replace("Ttwo", two.1)
}

fn told(case: &str) -> String {
    let read = read(&Texts::of_case("case", case));
    assert_eq!(read.errors(), 0, "{case}\n{:?}", read.diagnostics);
    clauses(&read.notes_placed(), Style::default())
}

#[test]
fn two_parties_exchanged_exchange_what_is_left_open() {
    let line = prop::option::weighted(0.85, any::<prop::sample::Index>());
    let commitment = prop::collection::vec(line, LINES.len());
    each(prop::collection::vec(commitment, 2), |choices| {
        let case = written(&choices);
        let (one, two) = (("pone", "Onelandia"), ("ptwo", "Twolandia"));
        let before = told(&named(&case, one, two));
        let after = told(&named(&case, two, one));
        let back = after.replace("Onelandia", "\u{1}").replace("Twolandia", "Onelandia").replace('\u{1}', "Twolandia");
        prop_assert_eq!(before, back, "{}", &case);
        Ok(())
    });
}
