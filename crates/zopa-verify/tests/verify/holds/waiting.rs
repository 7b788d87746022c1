//! Aid follows a retreat, and counts from a vote; something is done between the two; and a denied claim asks for a
//! retreat only after aid.

use super::said::*;
use super::{caught, faults};
use crate::build::{Build, by};
use zopa_case::{Case, Formula, Point, Taken};
use zopa_finding::{Completeness, GatePlace, Holds, OrderSaid, PlacedStep, Plan, Presence, WindowLevel};

fn case() -> Case {
    let mut b = Build::new();
    let (north, south, _) = (b.party("north"), b.party("south"), b.party("third"));
    let chamber = b.body("chamber", south);
    let retreat = b.step("retreat", Taken::Optional);
    let clear = b.step("clear", Taken::Optional);
    let aid = b.step("aid", Taken::Optional);
    let vote = b.gate("vote", chamber);
    b.taken_by(retreat, north, true);
    b.taken_by(clear, north, false);
    b.taken_by(aid, south, false);
    b.rule("retreat before clear", Formula::Before(retreat, clear));
    b.rule("aid only after clear", Formula::OnlyAfter(aid, clear));
    let (after_aid, denial) = (b.claim("after-aid"), b.claim("denial"));
    b.limit_by(north, "after-aid", Formula::OnlyAfter(retreat, aid), vec![by(after_aid)]);
    b.denial(after_aid, &[denial], true);
    b.commitment("pledge", south, Formula::Taken(retreat), aid, Some(Point::Step(vote)));
    b.case
}

fn right() -> Holds {
    let (told, denied) = (|| where_answered("after-aid", "as-reported"), || where_answered("after-aid", "as-denied"));
    let mut retreated = window("retreat/aid", "north", &["aid", "vote"], committed("pledge"));
    retreated.states = vec![
        stands(WindowLevel::NoOrder, told()),
        stands(WindowLevel::Always { said: commitments(&["pledge"]) }, denied()),
    ];
    let placed = |step: &str, presence| PlacedStep { step: step.into(), presence };
    let gate = GatePlace {
        gate: "vote".into(),
        before: vec![],
        after: vec![placed("retreat", told()), placed("clear", told()), placed("aid", Presence::Every)],
        closes: names(&["retreat/aid"]),
    };
    let said = OrderSaid { commitments: names(&["pledge"]), ..claims(&["after-aid"]) };
    let plan = Plan {
        steps: names(&["retreat", "clear", "aid", "vote"]),
        left_out: vec![],
        precedences: vec![
            before("retreat", "clear", rules(&["retreat before clear"]), Presence::Every),
            before("retreat", "aid", commitments(&["pledge"]), Presence::Every),
            before("clear", "aid", rules(&["aid only after clear"]), Presence::Every),
            before("aid", "retreat", claims(&["after-aid"]), told()),
            before("vote", "aid", commitments(&["pledge"]), Presence::Every),
        ],
        conditional: vec![],
        blocked: vec![],
        orders: vec![orders(0, &[], told()), orders(3, &["retreat", "clear", "vote", "aid"], denied())],
        circles: vec![circle(&["retreat", "aid"], false, said, told())],
        windows: vec![retreated],
        gates: vec![gate],
    };
    Holds { plans: vec![plan], complete: Completeness::Complete }
}

#[test]
fn the_right_finding_stands() {
    assert_eq!(faults(&case(), &[], &right()), [""; 0]);
}

#[test]
fn one_thing_wrong_is_caught() {
    caught(
        &case(),
        &right(),
        &[
            ("[\"retreat\", \"aid\"] is missing", |holds| holds.plans[0].circles.clear()),
            ("at one moment: false", |holds| holds.plans[0].circles[0].at_one_moment = true),
            ("is none, or no shortest", |holds| holds.plans[0].circles[0].steps = names(&["retreat", "clear", "aid"])),
            ("circle [\"retreat\", \"aid\"]: is not so in", |holds| {
                holds.plans[0].circles[0].presence = Presence::Every
            }),
            ("the commitments that say so", |holds| holds.plans[0].circles[0].said.commitments.clear()),
            ("would not close it", |holds| {
                // The clearing would come after the release, the aid after the clearing, the release after the aid.
                let held = closing(
                    escrow("retreat", &["third"]),
                    where_answered("after-aid", "as-denied"),
                    &["retreat/aid"],
                    &[],
                );
                holds.plans[0].windows[0].closings.push(held);
            }),
            ("it stands", |holds| holds.plans[0].windows[0].states[0].level = WindowLevel::Unending),
            ("is none: retreat until [\"aid\"]", |holds| holds.plans[0].windows[0].until = names(&["aid"])),
            ("orders: 0 entries hold", |holds| drop(holds.plans[0].orders.remove(0))),
            ("the rules that say so", |holds| holds.plans[0].precedences[0].said.rules.clear()),
            ("vote before aid is missing", |holds| drop(holds.plans[0].precedences.pop())),
            ("gate vote: after retreat: is not so", |holds| {
                holds.plans[0].gates[0].after[0].presence = Presence::Every;
            }),
            ("gate vote: after: clear is missing", |holds| drop(holds.plans[0].gates[0].after.remove(1))),
            ("the windows that wait for it", |holds| holds.plans[0].gates[0].closes.clear()),
            ("gates: are [\"vote\"]", |holds| holds.plans[0].gates.clear()),
        ],
    );
}
