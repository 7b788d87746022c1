//! Answers with one thing wrong: each is refuted, and the right one is not.

use crate::build::{Build, all, any, by, not};
use crate::honest::{brief, brief_with};
use zopa_case::{Case, Formula, Taken};
use zopa_finding::{Answer, Brief, Completeness, Level, Presence, Setting, Verdict};
use zopa_verify::{Budget, Standing, verify, verify_within};

/// Two questions between three parties: land (with a contested link and two tellings of one line), and an army.
fn case() -> Case {
    let mut b = Build::new();
    let (north, south, east) = (b.party("north"), b.party("south"), b.party("east"));
    let land = b.issue("land", &["line", "zone", "all"]);
    let pledge = b.issue("pledge", &["none", "binding"]);
    let army = b.issue("army", &["free", "small", "tiny"]);
    let leave = b.step("leave", Taken::When(b.is(land, 2)));
    let sign = b.step("sign", Taken::When(b.is(pledge, 1)));
    let (first, second) = (b.source("first", None), b.source("second", None));
    let (one, two) = (b.speaker("one"), b.speaker("two"));
    let link = b.claim("link");
    b.told(link, one, first);
    let denial = b.claim("denial");
    b.told(denial, two, second);
    let absolute = b.claim("absolute");
    b.told(absolute, two, first);
    let ordered = b.claim("ordered");
    b.told(ordered, two, second);
    let tied = any([not(b.is(pledge, 1)), b.is(land, 2)]);
    b.limit_by(east, "east-link", tied, vec![by(link)]);
    b.limit_by(north, "north-land", not(b.is(land, 2)), vec![by(absolute)]);
    let north_pledge = b.is(pledge, 1);
    b.limit(north, "north-pledge", north_pledge);
    b.limit_by(north, "north-order", Formula::OnlyAfter(leave, sign), vec![by(ordered)]);
    let south_land = b.is(land, 2);
    b.limit(south, "south-land", south_land);
    b.limit(south, "south-order", Formula::Before(leave, sign));
    let south_pledge = not(b.is(pledge, 1));
    b.limit(south, "south-pledge", south_pledge);
    let (free, small) = (b.is(army, 0), b.is(army, 1));
    b.limit(north, "north-army", free.clone());
    b.limit(south, "south-army", not(free));
    b.limit(east, "east-army", not(small.clone()));
    let offer = b.claim("offer");
    let offered = all([b.is(land, 1), small]);
    b.ask(east, offered, offer);
    b.question("which", &[("absolute", &[absolute]), ("ordered", &[ordered])]);
    b.denial(link, &[denial], true);
    b.case
}

fn refuted(case: &Case, brief: &Brief) -> Vec<String> {
    let found = verify(case, brief);
    found.iter().filter(|r| r.standing == Standing::Refuted).map(ToString::to_string).collect()
}

#[test]
fn the_right_answer_stands_open_and_assumed() {
    let case = case();
    for assume in [&[][..], &[("which", "ordered")], &[("which", "absolute"), ("link", "as-denied")]] {
        let found = verify(&case, &brief_with(&case, assume));
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn the_case_has_what_the_mistakes_need() {
    let answer = brief(&case()).answer;
    assert_eq!(answer.readings, 4);
    assert!(answer.knots.len() == 2 && answer.hinges.len() > 2, "{answer:#?}");
    assert!(answer.knots.iter().any(|knot| matches!(knot.joined, Presence::Some { .. })), "{answer:#?}");
    assert!(answer.clashes.iter().any(|clash| matches!(clash.presence, Presence::Some { .. })));
    assert!(answer.enough.len() > 1 && !answer.shut_out[0].sets.is_empty());
}

type Mistake = (&'static str, fn(&mut Answer));

const MISTAKES: &[Mistake] = &[
    ("count of readings", |a| a.readings += 1),
    ("verdict", |a| a.verdict = Verdict::Fits),
    ("verdict that depends", |a| a.verdict = Verdict::Depends { fits: Presence::Some { when: vec![] } }),
    ("rules at fault", |a| a.verdict = Verdict::RulesContradict { rules: vec![] }),
    ("a witness where nothing fits", |a| a.witness = a.knots[0].openings[0].world.clone()),
    ("impossible limit", |a| a.impossible.push("north-army".into())),
    ("clash left out", |a| drop(a.clashes.pop())),
    ("clash not minimal", |a| {
        let spare = a.clashes.iter().find(|c| !c.limits.contains(&"east-army".into())).unwrap().id.clone();
        a.clashes.iter_mut().find(|c| c.id == spare).unwrap().limits.push("east-army".into());
    }),
    ("clash that is consistent", |a| drop(a.clashes[0].limits.pop())),
    ("clash of an unknown limit", |a| a.clashes[0].limits.push("nobody".into())),
    ("clash everywhere", |a| some_clash(a).presence = Presence::Every),
    ("clash never", |a| some_clash(a).presence = Presence::Never),
    ("clash in the other readings", |a| {
        some_clash(a).presence =
            Presence::Some { when: vec![vec![setting("which", "ordered"), setting("link", "as-denied")]] }
    }),
    ("one answer taken as default", |a| {
        // As if the first answer of every question were so: what needs the second is gone.
        a.clashes.retain(|c| !c.limits.contains(&"north-order".into()));
    }),
    ("presence of an unknown question", |a| {
        some_clash(a).presence = Presence::Some { when: vec![vec![setting("weather", "fine")]] }
    }),
    ("clash with other holders", |a| a.clashes[0].holders = vec!["east".into()]),
    ("clash with other issues", |a| a.clashes[0].issues = vec!["pledge".into()]),
    ("clash without basis", |a| a.clashes[0].basis.0.clear()),
    ("clash on a foreign basis", |a| a.clashes[0].basis.0 = vec!["denial".into()]),
    ("clash that rests on nothing", |a| a.clashes.iter_mut().for_each(|c| c.rests_on.clear())),
    ("clash that rests on all", |a| a.clashes[0].rests_on = vec!["first".into(), "second".into()]),
    ("clashes out of order", |a| a.clashes.reverse()),
    ("knots joined", |a| {
        let other = a.knots.pop().unwrap();
        a.knots[0].clashes.extend(other.clashes);
    }),
    ("knot left out", |a| drop(a.knots.pop())),
    ("knot joined everywhere", |a| joined(a, Presence::Every)),
    ("knot joined nowhere", |a| joined(a, Presence::Never)),
    ("knot never apart joined in some", |a| {
        let knot = a.knots.iter_mut().find(|knot| knot.joined == Presence::Every).unwrap();
        knot.joined = Presence::Some { when: vec![vec![setting("which", "ordered")]] };
    }),
    ("opening left out", |a| drop(a.knots[0].openings.pop())),
    ("opening not minimal", |a| {
        let other = a.knots[0].openings[1].limits.clone();
        a.knots[0].openings[0].limits.extend(other);
    }),
    ("opening that opens nothing", |a| a.knots[0].openings[0].limits = vec!["north-order".into()]),
    ("opening with another world", |a| a.knots[0].openings[0].world = a.knots[0].openings[1].world.clone()),
    ("opening without its world", |a| {
        a.knots.iter_mut().flat_map(|k| &mut k.openings).find(|o| o.world.is_some()).unwrap().world = None;
    }),
    ("world later in file order", |a| {
        // The army is nothing to the land, so any option breaks exactly the same.
        let knot = a.knots.iter_mut().find(|k| k.issues.contains(&"land".into())).unwrap();
        knot.openings.iter_mut().find_map(|o| o.world.as_mut()).unwrap().package[2].1 = "small".into();
    }),
    ("world of half a package", |a| drop(world(a).package.pop())),
    ("world with a step that it does not take", |a| {
        let world = world(a);
        world.steps = if world.steps.is_empty() { vec!["leave".into()] } else { vec![] };
    }),
    ("enough left out", |a| drop(a.enough.pop())),
    ("enough with one to spare", |a| a.enough[0].parties = vec!["north".into(), "south".into(), "east".into()]),
    ("enough that is not", |a| a.enough[0].parties = vec![]),
    ("enough nowhere", |a| a.enough[0].presence = Presence::Never),
    ("enough of a knot left out", |a| drop(a.knots[0].enough.pop())),
    ("enough of a knot everywhere or not", |a| {
        let enough = &mut a.knots[0].enough[0];
        enough.presence = if enough.presence == Presence::Every { Presence::Never } else { Presence::Every };
    }),
    ("offer not told", |a| a.shut_out.clear()),
    ("offer not held", |a| a.shut_out[0].held = Presence::Never),
    ("offer in other words", |a| a.shut_out[0].asked = "something else".into()),
    ("offer on a foreign claim", |a| a.shut_out[0].basis.0 = vec!["link".into()]),
    ("shut out by nothing", |a| a.shut_out[0].sets.clear()),
    ("shut out by a clash of its own", |a| {
        let clash = a.clashes[0].clone();
        a.shut_out[0].sets[0].limits = clash.limits;
        a.shut_out[0].sets[0].holders = clash.holders;
        a.shut_out[0].sets[0].basis = clash.basis;
    }),
    ("shut out by another set", |a| a.shut_out[0].sets[0].limits = vec!["north-pledge".into()]),
    ("hinge left out", |a| drop(a.hinges.remove(0))),
    ("hinge that decides nothing", |a| {
        a.hinges[0].changes.insert(0, Level::Fits);
        a.hinges[0].first = Level::Fits;
    }),
    ("hinge with another first change", |a| a.hinges[0].first = Level::Fits),
    ("hinge without a change", |a| a.hinges.iter_mut().for_each(|h| h.changes.truncate(1))),
    ("hinges out of order", |a| a.hinges.reverse()),
    ("effect with another verdict", |a| a.hinges[0].effects[0].verdict = Verdict::Fits),
    ("effect with clashes gone", |a| {
        let effect = &mut a.hinges[0].effects[0];
        let all = effect.every.drain(..).collect::<Vec<_>>();
        effect.gone.extend(all);
    }),
    ("effect with other parties", |a| a.hinges[0].effects[0].enough = vec![vec!["east".into()]]),
    ("effect with other knots", |a| a.hinges[0].effects[0].knots = vec![vec!["pledge".into()]]),
    ("effect with nothing shut out", |a| a.hinges[0].effects[0].shut_out = vec!["link".into()]),
    ("effect with a clash that does not arise", |a| a.hinges[0].effects[0].new = vec![vec!["north-order".into()]]),
    ("effects of one answer alone", |a| drop(a.hinges[0].effects.pop())),
];

fn setting(question: &str, answer: &str) -> Setting {
    Setting { question: question.into(), answer: answer.into() }
}

fn some_clash(answer: &mut Answer) -> &mut zopa_finding::Clash {
    answer.clashes.iter_mut().find(|clash| matches!(clash.presence, Presence::Some { .. })).unwrap()
}

fn joined(answer: &mut Answer, presence: Presence) {
    answer.knots.iter_mut().find(|knot| matches!(knot.joined, Presence::Some { .. })).unwrap().joined = presence;
}

fn world(answer: &mut Answer) -> &mut zopa_finding::World {
    answer.knots.iter_mut().flat_map(|knot| &mut knot.openings).find_map(|opening| opening.world.as_mut()).unwrap()
}

#[test]
fn every_mistake_is_refuted() {
    let case = case();
    let right = brief(&case);
    let missed = MISTAKES.iter().filter(|(_, mistake)| {
        let mut wrong = right.clone();
        mistake(&mut wrong.answer);
        assert_ne!(wrong, right);
        refuted(&case, &wrong).is_empty()
    });
    let missed: Vec<&str> = missed.map(|(name, _)| *name).collect();
    assert!(missed.is_empty(), "not refuted: {missed:#?}");
}

/// Two clashes that one more limit joins under `linked`; under `half` one is there, under `neither` none.
fn joined_case(answered: &[&str]) -> Case {
    let mut b = Build::new();
    let (north, south) = (b.party("north"), b.party("south"));
    let (land, army) = (b.issue("land", &["x", "y"]), b.issue("army", &["x", "y"]));
    let [linked, apart, half, neither] = ["linked", "apart", "half", "neither"].map(|name| b.claim(name));
    let (land_x, army_x) = (b.is(land, 0), b.is(army, 0));
    let under = |claims: &[zopa_case::ClaimId]| claims.iter().map(|claim| by(*claim)).collect::<Vec<_>>();
    b.limit_by(north, "land", land_x.clone(), under(&[linked, apart, half]));
    b.limit_by(north, "army", army_x.clone(), under(&[linked, apart]));
    b.limit_by(south, "no-land", not(land_x.clone()), under(&[linked, apart, half]));
    b.limit_by(south, "no-army", not(army_x.clone()), under(&[linked, apart]));
    let link = any([all([land_x.clone(), not(army_x.clone())]), all([not(land_x), army_x])]);
    b.limit_by(south, "link", link, under(&[linked]));
    let answers: [(&str, &[zopa_case::ClaimId]); 4] =
        [("linked", &[linked]), ("apart", &[apart]), ("half", &[half]), ("neither", &[neither])];
    let answers: Vec<_> = answers.into_iter().filter(|(name, _)| answered.contains(name)).collect();
    // A claim that no answer names would be held always.
    let unnamed = |claim: &zopa_case::ClaimId| !answers.iter().any(|(_, claims)| claims.contains(claim));
    let unnamed: Vec<_> = [linked, apart, half, neither].into_iter().filter(unnamed).collect();
    for limit in b.case.limits.ids().collect::<Vec<_>>() {
        b.case.limits[limit].supports.retain(|support| !unnamed.contains(&support.claim));
    }
    b.question("which", &answers);
    b.case
}

#[test]
fn joined_is_exact_where_one_clash_or_none_is_there() {
    let case = joined_case(&["linked", "apart", "half", "neither"]);
    let right = brief(&case);
    assert_eq!(right.answer.knots.len(), 1);
    let said = |answers: &[&str]| {
        let mut brief = right.clone();
        let when = answers.iter().map(|answer| vec![setting("which", answer)]).collect();
        brief.answer.knots[0].joined = Presence::Some { when };
        refuted(&case, &brief)
    };
    assert!(said(&["linked"]).is_empty());
    for wrong in [&["linked", "half"][..], &["linked", "neither"], &["linked", "apart"], &["half"]] {
        let told = said(wrong);
        assert!(told.len() == 1 && told[0].contains("joined"), "{wrong:?}: {told:#?}");
    }
}

#[test]
fn a_knot_never_apart_is_joined_even_where_no_clash_is_there() {
    let case = joined_case(&["linked", "half", "neither"]);
    let mut brief = brief(&case);
    assert_eq!(brief.answer.knots[0].joined, Presence::Every);
    assert!(refuted(&case, &brief).is_empty());
    for wrong in [Presence::Never, Presence::Some { when: vec![vec![setting("which", "linked")]] }] {
        brief.answer.knots[0].joined = wrong;
        let told = refuted(&case, &brief);
        assert!(told.len() == 1 && told[0].contains("joined"), "{told:#?}");
    }
}

#[test]
fn a_list_that_says_at_least_may_be_short_but_not_wrong() {
    let case = case();
    let mut brief = brief(&case);
    let answer = &mut brief.answer;
    answer.complete = Completeness::AtLeast;
    answer.knots[0].complete = Completeness::AtLeast;
    answer.knots[0].openings.pop();
    assert!(verify(&case, &brief).is_empty());
    brief.answer.knots[0].openings[0].limits.pop();
    assert!(!refuted(&case, &brief).is_empty());
}

#[test]
fn a_small_budget_is_told_as_unproved_and_refutes_nothing_right() {
    let case = case();
    let brief = brief(&case);
    for nodes in [0, 1, 5, 20, 100] {
        let found = verify_within(&case, &brief, Budget { all_nodes: nodes, ..Budget::default() });
        assert!(found.iter().all(|r| r.standing == Standing::Unproved), "{nodes}: {found:#?}");
        assert!(nodes > 20 || !found.is_empty());
    }
    let found = verify_within(&case, &brief, Budget { readings: 3, ..Budget::default() });
    assert_eq!(found[0].standing, Standing::Unproved);
    let found = verify_within(&case, &brief, Budget { sets: 1, ..Budget::default() });
    assert!(!found.is_empty() && found.iter().all(|r| r.standing == Standing::Unproved), "{found:#?}");
}

#[test]
fn choices_that_cannot_be_followed_are_told() {
    let case = case();
    let mut with = brief(&case);
    with.chosen.with = vec!["land = zone".into()];
    assert_eq!(verify(&case, &with)[0].standing, Standing::Skipped);
    let mut assume = brief(&case);
    assume.chosen.assume = vec![setting("which", "neither")];
    assert_eq!(verify(&case, &assume)[0].standing, Standing::Refuted);
    let mut without = brief(&case);
    without.chosen.without = vec!["nobody".into()];
    assert_eq!(verify(&case, &without)[0].standing, Standing::Refuted);
}
