//! One test a concept: what each definition says, and the nearest wrong one does not.

use crate::build::{Build, any, by, not};
use std::collections::BTreeSet;
use zopa_case::*;
use zopa_verify::{Active, Aside, Lists, Reading, active, readings, solve};

fn open(case: &Case) -> Vec<(Reading, Active)> {
    let all = readings(case, &Reading::new(), 999).unwrap();
    all.into_iter().map(|reading| (reading.clone(), active(case, &reading, &Aside::default()))).collect()
}

fn lists(case: &Case, active: &Active) -> Lists {
    solve(case, &active.limits, &active.rules, &[])
}

/// The lists of the only reading.
fn only(case: &Case) -> Lists {
    let open = open(case);
    assert_eq!(open.len(), 1);
    lists(case, &open[0].1)
}

fn sizes<T>(sets: &[BTreeSet<T>]) -> Vec<usize> {
    sets.iter().map(BTreeSet::len).collect()
}

#[test]
fn order_is_total_so_it_cannot_go_in_a_circle() {
    let mut b = Build::new();
    let p = b.party("p");
    let [x, y, z] = ["x", "y", "z"].map(|name| b.step(name, Taken::Always));
    for (name, f) in [("xy", (x, y)), ("yz", (y, z)), ("zx", (z, x))] {
        b.limit(p, name, Formula::Before(f.0, f.1));
    }
    let lists = only(&b.case);
    assert_eq!(sizes(&lists.clashes), [3]);
    assert_eq!(sizes(&lists.openings), [1, 1, 1]);
}

#[test]
fn of_two_steps_taken_one_comes_first() {
    let mut b = Build::new();
    let p = b.party("p");
    let [x, y] = ["x", "y"].map(|name| b.step(name, Taken::Always));
    b.limit(p, "neither", not(Formula::Before(x, y)));
    b.limit(p, "nor", not(Formula::Before(y, x)));
    assert_eq!(sizes(&only(&b.case).clashes), [2]);
}

#[test]
fn before_holds_where_one_is_not_taken() {
    let mut b = Build::new();
    let p = b.party("p");
    let (x, y) = (b.step("x", Taken::Always), b.step("y", Taken::Optional));
    b.limit(p, "order", Formula::Before(x, y));
    b.limit(p, "never", not(Formula::Taken(y)));
    assert!(only(&b.case).consistent);
}

#[test]
fn only_after_fails_where_the_other_never_happens() {
    let mut b = Build::new();
    let p = b.party("p");
    let (x, y) = (b.step("x", Taken::Optional), b.step("y", Taken::Optional));
    b.limit(p, "order", Formula::OnlyAfter(x, y));
    b.limit(p, "x", Formula::Taken(x));
    b.limit(p, "never-y", not(Formula::Taken(y)));
    assert_eq!(sizes(&only(&b.case).clashes), [3]);
    // With the first not taken nothing is asked of the second.
    b.rule("no x", not(Formula::Taken(x)));
    let alone = b.case.limits.ids().next().unwrap();
    assert!(solve(&b.case, &[alone].into(), &BTreeSet::new(), &[]).consistent);
}

#[test]
fn a_step_with_a_condition_is_taken_exactly_where_it_holds() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["stay", "leave"]);
    let march = b.step("march", Taken::When(b.is(land, 1)));
    let report = b.step("report", Taken::When(Formula::Taken(march)));
    let stay = b.is(land, 0);
    b.limit(p, "stay", stay);
    b.limit(p, "report", Formula::Taken(report));
    assert_eq!(sizes(&only(&b.case).clashes), [2]);
}

#[test]
fn a_body_binds_where_its_gate_is_taken() {
    let mut b = Build::new();
    let (p, voters) = (b.party("p"), b.party("voters"));
    let land = b.issue("land", &["keep", "cede"]);
    let vote = b.step("vote", Taken::Optional);
    let cede = b.is(land, 1);
    b.limit(p, "cede", cede.clone());
    b.limit(voters, "keep", any([not(Formula::Taken(vote)), not(cede)]));
    assert!(only(&b.case).consistent, "without a vote nobody asks the voters");
    b.limit(p, "vote", Formula::Taken(vote));
    let lists = only(&b.case);
    assert_eq!(sizes(&lists.clashes), [3]);
    assert_eq!(lists.enough, [[p].into(), [voters].into()]);
}

#[test]
fn a_retold_limit_is_one_limit_while_one_telling_is_held() {
    let mut b = Build::new();
    let (p, q) = (b.party("p"), b.party("q"));
    let land = b.issue("land", &["x", "y"]);
    let (told, retold) = (b.claim("told"), b.claim("retold"));
    let x = b.is(land, 0);
    b.limit_by(p, "x", x.clone(), vec![by(told), by(retold)]);
    b.limit(q, "not-x", not(x));
    b.denial(retold, &[], true);
    let denial = b.claim("denial");
    let question = b.case.questions.ids().next().unwrap();
    b.case.questions[question].kind = QuestionKind::Denial(vec![denial]);
    for (_, active) in open(&b.case) {
        assert_eq!(sizes(&lists(&b.case, &active).clashes), [2]);
    }
}

#[test]
fn no_answer_of_a_question_is_the_default() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let (one, two) = (b.claim("one"), b.claim("two"));
    let (x, y) = (b.is(land, 0), b.is(land, 1));
    let first = b.limit_by(p, "x", x, vec![by(one)]);
    let second = b.limit_by(p, "y", y, vec![by(two)]);
    b.question("which", &[("one", &[one]), ("two", &[two])]);
    let active: Vec<BTreeSet<LimitId>> = open(&b.case).into_iter().map(|(_, active)| active.limits).collect();
    assert_eq!(active, [[first].into(), [second].into()]);
}

#[test]
fn an_origin_told_in_two_documents_is_one_origin() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let claim = b.claim("claim");
    let (here, there) = (b.source("here", None), b.source("there", None));
    let copy = b.source("copy", Some(here));
    let one = b.speaker("one");
    b.told(claim, one, here);
    b.told(claim, one, there);
    b.told(claim, one, copy);
    let x = b.is(land, 0);
    b.limit_by(p, "x", x, vec![by(claim)]);
    let left = |aside: Aside| !active(&b.case, &Reading::new(), &aside).limits.is_empty();
    let sources = |list: &[SourceId]| Aside { sources: list.iter().copied().collect(), ..Aside::default() };
    assert!(left(Aside::default()));
    assert!(left(sources(&[here])));
    assert!(left(sources(&[there])));
    assert!(!left(sources(&[here, there])), "what copies a source goes with it");
    assert!(!left(Aside { origins: [one].into(), ..Aside::default() }));
}

#[test]
fn a_contested_rule_is_on_or_off_and_never_given_up() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let (report, denial) = (b.claim("report"), b.claim("denial"));
    let x = b.is(land, 0);
    b.reported_rule(not(x.clone()), vec![by(report)]);
    let limit = b.limit(p, "x", x);
    b.denial(report, &[denial], true);
    let open = open(&b.case);
    let reported = lists(&b.case, &open[0].1);
    assert_eq!(reported.clashes, [[limit].into()]);
    assert_eq!(reported.openings, [[limit].into()]);
    assert!(lists(&b.case, &open[1].1).consistent);
}

#[test]
fn rules_that_fail_alone_are_nobodys_fault() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let x = b.is(land, 0);
    b.limit(p, "x", x.clone());
    b.rule("x", x.clone());
    b.rule("not x", not(x));
    let lists = only(&b.case);
    assert!(lists.rules_alone_fail && !lists.consistent);
    assert!(lists.clashes.is_empty() && lists.openings.is_empty() && lists.enough.is_empty());
}

#[test]
fn a_superseded_claim_is_not_held_nor_revived() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let [old, new, newest] = ["old", "new", "newest"].map(|name| b.claim(name));
    b.says(new, Act::Supersedes(vec![old]));
    b.says(newest, Act::Supersedes(vec![new]));
    let limits = [old, new, newest].map(|claim| {
        let x = b.is(land, 0);
        b.limit_by(p, "l", x, vec![by(claim)])
    });
    let now = active(&b.case, &Reading::new(), &Aside::default());
    assert_eq!(now.limits, [limits[2]].into());
}

#[test]
fn a_superseding_claim_that_is_not_held_supersedes_nothing() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let (old, new, denial) = (b.claim("old"), b.claim("new"), b.claim("denial"));
    b.says(new, Act::Supersedes(vec![old]));
    let (x, y) = (b.is(land, 0), b.is(land, 1));
    let first = b.limit_by(p, "old", x, vec![by(old)]);
    let second = b.limit_by(p, "new", y, vec![by(new)]);
    b.denial(new, &[denial], true);
    let active: Vec<BTreeSet<LimitId>> = open(&b.case).into_iter().map(|(_, active)| active.limits).collect();
    assert_eq!(active, [[second].into(), [first].into()]);
}

#[test]
fn a_wish_is_a_limit_only_while_wishes_are_counted() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let (claim, x) = (b.claim("wish"), b.is(land, 0));
    b.limit_by(p, "x", x, vec![Support { wish: true, ..by(claim) }]);
    b.wishes();
    let active: Vec<usize> = open(&b.case).into_iter().map(|(_, active)| active.limits.len()).collect();
    assert_eq!(active, [0, 1]);
}

#[test]
fn a_softened_limit_and_its_softer_form_are_never_both_active() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y", "z"]);
    let (hard, softer, denial) = (b.claim("hard"), b.claim("softer"), b.claim("denial"));
    let (x, y) = (b.is(land, 0), b.is(land, 1));
    b.limit_by(p, "hard", x.clone(), vec![Support { without: [softer].into(), ..by(hard) }]);
    b.limit_by(p, "soft", any([x, y]), vec![Support { with: [softer].into(), ..by(hard) }]);
    b.denial(softer, &[denial], true);
    for (_, active) in open(&b.case) {
        assert_eq!(active.limits.len(), 1);
    }
}

#[test]
fn a_supposition_is_in_no_reading_unless_named() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let (claim, x) = (b.claim("suppose"), b.is(land, 0));
    b.case.claims[claim].suppose = true;
    b.limit_by(p, "x", x, vec![by(claim)]);
    assert!(active(&b.case, &Reading::new(), &Aside::default()).limits.is_empty());
    let named = Aside { supposed: [claim].into(), ..Aside::default() };
    assert_eq!(active(&b.case, &Reading::new(), &named).limits.len(), 1);
}

#[test]
fn a_denial_that_nothing_carries_any_more_denies_nothing() {
    let mut b = Build::new();
    let p = b.party("p");
    let land = b.issue("land", &["x", "y"]);
    let (claim, denial, x) = (b.claim("claim"), b.claim("denial"), b.is(land, 0));
    let (source, one) = (b.source("source", None), b.speaker("one"));
    b.told(denial, one, source);
    b.limit_by(p, "x", x, vec![by(claim)]);
    b.denial(claim, &[denial], true);
    let denied = readings(&b.case, &Reading::new(), 9).unwrap().pop().unwrap();
    assert!(active(&b.case, &denied, &Aside::default()).limits.is_empty());
    let without = Aside { sources: [source].into(), ..Aside::default() };
    assert_eq!(active(&b.case, &denied, &without).limits.len(), 1);
}

#[test]
fn who_is_enough_is_not_read_off_the_smallest_opening() {
    let mut b = Build::new();
    let (p, q) = (b.party("p"), b.party("q"));
    let land = b.issue("land", &["x", "y"]);
    let sea = b.issue("sea", &["x", "y"]);
    let both = any([b.is(land, 1), b.is(sea, 1)]);
    let (no_land, no_sea) = (b.is(land, 0), b.is(sea, 0));
    b.limit(p, "some", both);
    // q, with two limits on the way, is no less able to open than p with one.
    b.rule("together", any([not(b.is(land, 1)), b.is(sea, 1)]));
    b.rule("and back", any([not(b.is(sea, 1)), b.is(land, 1)]));
    b.limit(q, "land", no_land);
    b.limit(q, "sea", no_sea);
    let lists = only(&b.case);
    assert_eq!(sizes(&lists.openings), [1, 2]);
    assert_eq!(lists.enough, [[p].into(), [q].into()]);
}

#[test]
fn knots_share_a_limit_directly_or_through_others() {
    let mut b = Build::new();
    let (p, q) = (b.party("p"), b.party("q"));
    let issues = ["land", "sea", "air"].map(|name| b.issue(name, &["x", "y"]));
    for issue in issues {
        let x = b.is(issue, 0);
        let name = b.case.space.issues[issue].name.clone();
        b.limit(p, &format!("{name}-x"), x.clone());
        b.limit(q, &format!("{name}-y"), not(x));
    }
    assert_eq!(sizes(&only(&b.case).knots), [2, 2, 2]);
    assert_eq!(only(&b.case).openings.len(), 8);
    let link = any([not(b.is(issues[0], 0)), b.is(issues[1], 1)]);
    b.limit(p, "link", link);
    assert_eq!(sizes(&only(&b.case).knots), [2, 5]);
}
