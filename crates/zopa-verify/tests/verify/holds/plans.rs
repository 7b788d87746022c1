//! Two steps that exclude each other: two plans, in one of which a third step waits for what is left out.

use super::said::*;
use super::{caught, faults};
use crate::build::{Build, any, by};
use zopa_case::{Act, Case, Formula, Taken, Terms, Topic, Voice};
use zopa_finding::{Basis, Completeness, Conditional, GatePlace, Holds, Plan, Presence, WindowLevel};

fn case() -> Case {
    let mut b = Build::new();
    let (north, south) = (b.party("north"), b.party("south"));
    let house = b.body("house", north);
    let zone = b.issue("zone", &["open", "closed"]);
    let open = b.step("open-up", Taken::When(b.is(zone, 0)));
    let close = b.step("close-off", Taken::When(b.is(zone, 1)));
    let pay = b.step("pay", Taken::Always);
    b.gate("vote", house);
    b.taken_by(open, north, true);
    b.taken_by(close, north, false);
    b.taken_by(pay, south, false);
    b.rule("pay only after open-up", Formula::OnlyAfter(pay, open));
    let loose = b.claim("loose");
    let either = any([Formula::Before(open, pay), b.is(zone, 1)]);
    b.limit_by(south, "loose", either, vec![by(loose)]);
    // The one who offers an open zone wants nothing that a step puts in force; the house may ratify the zone.
    let offer = b.claim("offer");
    let (opened, shut) = (b.is(zone, 0), Formula::Taken(pay));
    b.says(offer, Act::Offers { who: vec![south], offer: shut, terms: Terms::If(opened) });
    b.case.claims[offer].about.push(Topic::Other("nothing".into()));
    let power = b.claim("power");
    let (who, act) = (vec![Voice::Party(house)], "ratify".to_owned());
    b.says(power, Act::May { who, act, object: "zone".into() });
    b.case
}

fn right() -> Holds {
    let gate = || GatePlace { gate: "vote".into(), before: vec![], after: vec![], closes: vec![] };
    let mut opened = window("open-up", "north", &[], offered("offer", ""));
    opened.states = vec![stands(WindowLevel::Unending, Presence::Every)];
    let loose = Conditional {
        text: "open-up before pay or zone = closed".into(),
        said: claims(&["loose"]),
        presence: Presence::Every,
    };
    let with_open = Plan {
        steps: names(&["open-up", "pay", "vote"]),
        left_out: names(&["close-off"]),
        precedences: vec![before("open-up", "pay", rules(&["pay only after open-up"]), Presence::Every)],
        conditional: vec![loose],
        blocked: vec![],
        orders: vec![orders(3, &["open-up", "pay", "vote"], Presence::Every)],
        circles: vec![],
        windows: vec![opened],
        gates: vec![gate()],
    };
    let without = Plan {
        steps: names(&["close-off", "pay", "vote"]),
        left_out: names(&["open-up"]),
        precedences: vec![],
        conditional: vec![],
        blocked: vec![before("open-up", "pay", rules(&["pay only after open-up"]), Presence::Every)],
        orders: vec![orders(6, &["close-off", "pay", "vote"], Presence::Every)],
        circles: vec![],
        windows: vec![],
        gates: vec![gate()],
    };
    Holds { plans: vec![with_open, without], complete: Completeness::Complete }
}

#[test]
fn the_right_finding_stands() {
    assert_eq!(faults(&case(), &[], &right()), [""; 0]);
}

#[test]
fn a_condition_added_is_followed() {
    let case = case();
    let zone = case.space.issues.ids().next().unwrap();
    let closed = Formula::Is(zone, case.space.issues[zone].options.ids().nth(1).unwrap());
    let added = [("zone = closed".to_owned(), closed)];
    let mut holds = right();
    assert_eq!(faults(&case, &added, &holds).len(), 1);
    holds.plans.remove(0);
    assert_eq!(faults(&case, &added, &holds), [""; 0]);
}

#[test]
fn one_thing_wrong_is_caught() {
    caught(
        &case(),
        &right(),
        &[
            ("[\"close-off\", \"pay\", \"vote\"] is missing", |holds| drop(holds.plans.pop())),
            ("are not by number of steps", |holds| holds.plans.swap(0, 1)),
            ("there are 2, against AtLeast", |holds| holds.complete = Completeness::AtLeast),
            ("leaves out [\"close-off\"]", |holds| holds.plans[0].left_out.clear()),
            ("is none: it cannot be", |holds| {
                holds.plans[1].steps = names(&["open-up", "close-off", "pay", "vote"]);
            }),
            ("open-up before pay is missing", |holds| holds.plans[1].blocked.clear()),
            ("blocked: open-up before pay: is listed, and is so in no reading", |holds| {
                let blocked = holds.plans[1].blocked.clone();
                holds.plans[0].blocked = blocked;
            }),
            ("conditional: open-up before pay or zone = closed is missing", |holds| holds.plans[0].conditional.clear()),
            ("leaves out [\"loose\"]", |holds| holds.plans[0].conditional[0].said = claims(&[])),
            ("window open-up: it stands Unending", |holds| {
                holds.plans[0].windows[0].states[0].level = WindowLevel::Never;
            }),
            ("does not stand behind", |holds| holds.plans[0].windows[0].promises[0].text = "another".into()),
            ("which do not say so", |holds| {
                holds.plans[0].windows[0].promises[0].basis = Basis(names(&["loose", "offer"]));
            }),
            ("is none: it cannot be, or something can be added", |holds| {
                holds.plans[1].steps.pop();
                holds.plans[1].left_out.push("vote".into());
            }),
        ],
    );
}
