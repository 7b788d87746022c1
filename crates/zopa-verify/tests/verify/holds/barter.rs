//! North cedes only if South arms it; that arming comes after ceding is told in one of two readings.

use super::said::*;
use super::{caught, faults};
use crate::build::{Build, by, not};
use zopa_case::{Act, Case, Date, Day, Formula, Taken, Terms};
use zopa_finding::{Completeness, Holds, Plan, Presence, WindowLevel};

fn case() -> Case {
    let mut b = Build::new();
    let (north, south, _) = (b.party("north"), b.party("south"), b.party("third"));
    let (cede, arm) = (b.step("cede", Taken::Optional), b.step("arm", Taken::Optional));
    b.step("survey", Taken::Always);
    b.taken_by(cede, north, true);
    b.taken_by(arm, south, true);
    let swap = b.claim("swap");
    let terms = Terms::OnlyIf(Formula::Taken(arm));
    b.says(swap, Act::Offers { who: vec![north], offer: Formula::Taken(cede), terms });
    b.limit_by(north, "swap", Formula::Or(vec![not(Formula::Taken(cede)), Formula::Taken(arm)]), vec![by(swap)]);
    let (first, silent) = (b.claim("first"), b.claim("silent"));
    b.limit_by(south, "first", Formula::OnlyAfter(arm, cede), vec![by(first)]);
    b.question("when", &[("after", &[first]), ("open", &[silent])]);
    b.case
}

fn right() -> Holds {
    let (after, open) = (|| where_answered("when", "after"), || where_answered("when", "open"));
    let mut ceded = window("cede/arm", "north", &["arm"], offered("swap", ""));
    ceded.states = vec![stands(WindowLevel::Always { said: claims(&["first"]) }, after()), stands(some(3), open())];
    ceded.closings = vec![
        closing(order(&[("arm", "cede")]), open(), &["cede/arm"], &["arm/cede"]),
        closing(at_one_moment("cede", "arm"), open(), &["cede/arm", "arm/cede"], &[]),
        closing(parts("cede", "arm"), open(), &["cede/arm", "arm/cede"], &[]),
        closing(escrow("cede", &["third"]), Presence::Every, &["cede/arm"], &[]),
    ];
    let mut armed = window("arm/cede", "south", &["cede"], offered("swap", ""));
    armed.states = vec![stands(WindowLevel::Never, after()), stands(some(3), open())];
    armed.closings = vec![
        closing(order(&[("cede", "arm")]), open(), &["arm/cede"], &["cede/arm"]),
        closing(at_one_moment("arm", "cede"), open(), &["cede/arm", "arm/cede"], &[]),
        closing(parts("arm", "cede"), open(), &["cede/arm", "arm/cede"], &[]),
        closing(escrow("arm", &["third"]), open(), &["arm/cede"], &[]),
    ];
    let plan = Plan {
        steps: names(&["cede", "arm", "survey"]),
        left_out: vec![],
        precedences: vec![before("cede", "arm", claims(&["first"]), after())],
        conditional: vec![],
        blocked: vec![],
        orders: vec![orders(3, &["cede", "arm", "survey"], after()), orders(6, &["cede", "arm", "survey"], open())],
        circles: vec![],
        windows: vec![ceded, armed],
        gates: vec![],
    };
    Holds { plans: vec![plan], complete: Completeness::Complete }
}

#[test]
fn the_right_finding_stands() {
    assert_eq!(faults(&case(), &[], &right()), [""; 0]);
}

#[test]
fn an_offer_that_has_expired_promises_nothing() {
    let date =
        |month| Date { day: Some(Day { year: 2026, month, day: None }), outside: false, span: Default::default() };
    let mut b = Build { case: case() };
    b.case.as_of = Some(date(Some(9)));
    let swap = b.case.claims.ids().next().unwrap();
    let late = b.claim("late");
    b.says(late, Act::Expires { claims: vec![swap], date: date(None) });
    assert_eq!(faults(&b.case, &[], &right()), [""; 0]);
    b.says(late, Act::Expires { claims: vec![swap], date: date(Some(8)) });
    let mut expired = right();
    expired.plans[0].windows.clear();
    assert_eq!(faults(&b.case, &[], &expired), [""; 0]);
}

#[test]
fn one_thing_wrong_is_caught() {
    caught(
        &case(),
        &right(),
        &[
            ("is not so in the reading when=open", |holds| holds.plans[0].precedences[0].presence = Presence::Every),
            ("is so in the reading when=after", |holds| {
                holds.plans[0].precedences[0].presence = where_answered("when", "open");
            }),
            ("cede before arm is missing", |holds| holds.plans[0].precedences.clear()),
            ("leaves out [\"first\"]", |holds| holds.plans[0].precedences[0].said = claims(&[])),
            ("names [\"swap\"]", |holds| holds.plans[0].precedences[0].said = claims(&["swap", "first"])),
            ("orders: is listed, and is so in no reading", |holds| holds.plans[0].orders[0].count = 4),
            ("orders: there are", |holds| holds.plans[0].orders[1].first.swap(0, 1)),
            ("orders: 0 entries hold in the reading when=open", |holds| drop(holds.plans[0].orders.pop())),
            ("window cede/arm: it stands Always", |holds| {
                holds.plans[0].windows[0].states[0].level = WindowLevel::Never;
            }),
            ("window cede/arm: 2 orders, against Some(3)", |holds| {
                holds.plans[0].windows[0].states[1].level = some(2);
            }),
            ("window cede/arm: it stands", |holds| {
                holds.plans[0].windows[0].states[0].level = WindowLevel::Always { said: claims(&["swap"]) };
            }),
            ("window cede/arm: arm before cede: is missing", |holds| {
                drop(holds.plans[0].windows[0].closings.remove(0))
            }),
            ("it opens [arm until {cede}]", |holds| holds.plans[0].windows[0].closings[0].opens.clear()),
            ("it opens []", |holds| holds.plans[0].windows[0].closings[1].opens = names(&["arm/cede"])),
            ("it closes [cede until {arm}; arm until {cede}]", |holds| {
                drop(holds.plans[0].windows[0].closings[1].closes.pop());
            }),
            ("window arm/cede: arm held by one of [\"third\"]: is not so in", |holds| {
                let presence = where_answered("when", "after");
                holds.plans[0].windows[1].closings[3].presence = presence;
            }),
            ("would not close it", |holds| {
                let with = escrow("cede", &["south", "third"]);
                holds.plans[0].windows[0].closings[3].means = with;
            }),
            ("would not close it", |holds| {
                let stronger = closing(order(&[("survey", "cede")]), Presence::Every, &["cede/arm"], &[]);
                holds.plans[0].windows[0].closings.push(stronger);
            }),
            ("{\"north\"} take its step", |holds| holds.plans[0].windows[0].exposed = names(&["third"])),
            ("leaves out the promise", |holds| holds.plans[0].windows[0].promises.clear()),
            ("arm until {cede} is missing", |holds| drop(holds.plans[0].windows.pop())),
        ],
    );
}
