//! The case as of a round, and what changed since: against the case file with the later claims deleted, against the
//! second opinion, and between a saved brief and the case it was saved from.

use crate::examples::{folder, texts};
use crate::random::{Dice, Maker, count};
use std::collections::{BTreeMap, BTreeSet};
use zopa::finding::{Brief, CaseState, PositionShift, Shift, Since};
use zopa::{Read, Request, Texts};
use zopa_analysis::{Choices, as_of, brief};
use zopa_case::{Case, Formula, LimitId, RoundId};

fn read(text: &str) -> Read {
    let read = zopa::read(&Texts::of_case("random", text));
    assert_eq!(read.errors(), 0, "{:?}\n{text}", read.diagnostics);
    read
}

/// A random case of three rounds, in which tellings of one claim may be of different rounds.
fn told_in_rounds(seed: u64) -> String {
    let mut dice = Dice(seed ^ 0x5eed);
    let mut text = String::new();
    for line in Maker::new(seed).case().lines() {
        text.push_str(&format!("{line}\n"));
        if line == "round two \"Two\" after one" {
            text.push_str("round three \"Three\" after two\n");
        }
        let round = ["one", "two", "three"][dice.roll(3)];
        if line.starts_with("  said by ") && dice.one_in(2) {
            text.push_str(&format!("    round {round}\n"));
        }
        if line.starts_with("  denies ") && dice.one_in(2) {
            text.push_str(&format!("  round {round}\n"));
        }
    }
    text
}

/// An item with its lines, without the tellings that are of a later round; none where none is left of a claim.
fn cut(item: &[&str], later: &[&str]) -> Option<Vec<String>> {
    if !item[0].starts_with("claim ") {
        return Some(item.iter().map(|line| line.to_string()).collect());
    }
    let round_of =
        |line: &str, depth: &str| line.strip_prefix(depth).and_then(|l| l.strip_prefix("round ")).map(str::to_owned);
    let own = item.iter().find_map(|line| round_of(line, "  "));
    let by_then = |round: &Option<String>| round.as_ref().is_none_or(|round| !later.contains(&round.as_str()));
    let (mut kept, mut sayings, mut said, mut quoted) = (vec![item[0].to_owned()], 0, 0, false);
    let mut at = 1;
    while at < item.len() {
        let length = 1 + item[at + 1..].iter().take_while(|line| line.starts_with("    ")).count();
        let block = &item[at..at + length];
        at += length;
        let stays = if block[0].starts_with("  said by") {
            sayings += 1;
            let round = block.iter().find_map(|line| round_of(line, "    ")).or_else(|| own.clone());
            said += usize::from(by_then(&round));
            by_then(&round)
        } else if block[0].starts_with("  quote ") || round_of(block[0], "  ").is_some() {
            quoted |= block[0].starts_with("  quote ");
            by_then(&own)
        } else {
            true
        };
        kept.extend(block.iter().filter(|_| stays).map(|line| line.to_string()));
    }
    let alone = own.is_some() || quoted || sayings == 0;
    (said > 0 || (alone && by_then(&own))).then_some(kept)
}

/// The case file with everything deleted that was said in later rounds, and every line that speaks of a deleted claim.
fn deleted(text: &str, later: &[&str]) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let starts: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].starts_with(' ')).collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let items: Vec<&[&str]> = starts.iter().zip(ends).map(|(start, end)| &lines[*start..end]).collect();
    let name = |item: &[&str]| item[0].split(' ').nth(1).unwrap_or_default().to_owned();
    let gone: BTreeSet<String> =
        items.iter().filter(|item| cut(item, later).is_none()).map(|item| name(item)).collect();
    let names_gone = |line: &str, verb: &str| {
        line.trim_start().strip_prefix(verb).and_then(|rest| rest.split(' ').next()).is_some_and(|c| gone.contains(c))
    };
    let mut out = String::new();
    for line in items.iter().filter_map(|item| cut(item, later)).flatten() {
        if ["supersedes ", "softens ", "denies "].iter().any(|verb| names_gone(&line, verb)) {
            continue;
        }
        let held = line.split_once(" holds ").filter(|(_, claim)| gone.contains(*claim));
        out.push_str(&format!("{}\n", held.map_or(line.as_str(), |(answer, _)| answer)));
    }
    out
}

fn round(case: &Case, name: &str) -> RoundId {
    case.rounds.iter().find(|(_, round)| round.name == name).unwrap().0
}

#[test]
fn as_of_a_round_is_the_case_with_the_later_claims_deleted() {
    let mut differ = 0;
    for seed in 0..count(1000) / 4 {
        let text = told_in_rounds(seed);
        let whole = read(&text);
        let now = whole.brief(&Request::default()).unwrap().answer;
        for (name, later) in [("one", &["two", "three"][..]), ("two", &["three"][..]), ("three", &[][..])] {
            let case = as_of(&whole.case, round(&whole.case, name));
            let then = brief(&case, "random", &Choices::default()).unwrap().answer;
            let cut = deleted(&text, later);
            let alone = read(&cut).brief(&Request::default()).unwrap().answer;
            let json = |answer| serde_json::to_string_pretty(answer).unwrap();
            assert_eq!(json(&then), json(&alone), "seed {seed}, as of {name}\n{text}\n----\n{cut}");
            differ += usize::from(then != now);
        }
    }
    assert!(differ > count(1000) as usize / 8, "only {differ} states differ from the present");
}

#[test]
fn before_no_round_the_case_is_itself() {
    let random = (0..count(1000) / 10).map(|seed| read(&told_in_rounds(seed)));
    let examples = ["strait", "ukraine-2026"].map(|example| zopa::read(&texts(&folder(example))));
    for read in random.chain(examples) {
        assert!(read.case.before(&[]) == read.case, "{}", read.case.title);
    }
}

fn limit(read: &Read, shift: &PositionShift, earlier: bool) -> Option<LimitId> {
    let told = if earlier { shift.before.as_ref() } else { shift.after.as_ref() }?;
    let holder = |id: LimitId| &read.case.parties[read.case.limits[id].holder].name;
    let same = |id: &LimitId| {
        read.case.limits[*id].formula.write(&read.case.space) == told.condition
            && Some(holder(*id)) == shift.party.as_ref()
    };
    read.case.limits.ids().find(same)
}

/// Does one limit imply the other, by the rules of the case? By the second opinion.
fn implies(read: &Read, a: LimitId, b: LimitId) -> bool {
    let not = Formula::not(read.case.limits[b].formula.clone());
    let found = zopa_verify::solve(&read.case, &[a].into(), &BTreeSet::new(), &[not]);
    !found.consistent
}

#[test]
fn comparisons_are_what_the_second_opinion_finds() {
    let mut kinds: BTreeMap<Shift, usize> = BTreeMap::new();
    for seed in 0..count(1000) {
        let text = told_in_rounds(seed);
        let read = read(&text);
        let since = read.since_round(&Request::default(), "one", None).unwrap();
        for shift in &since.positions {
            *kinds.entry(shift.shift).or_default() += 1;
            let Some((old, new)) = limit(&read, shift, true).zip(limit(&read, shift, false)) else { continue };
            let found = match (implies(&read, old, new), implies(&read, new, old)) {
                (true, true) => Shift::Restated,
                (true, false) => Shift::Softened,
                (false, true) => Shift::Hardened,
                (false, false) => Shift::Changed,
            };
            assert_eq!(shift.shift, found, "seed {seed}: {shift:?}\n{text}");
        }
    }
    assert_eq!(kinds.len(), 8, "every kind was seen: {kinds:?}");
}

/// What makes a clash the same: who holds which condition.
type Same = BTreeSet<(String, String)>;

fn clashes(brief: &Brief) -> BTreeSet<Same> {
    let limit = |name: &String| {
        let limit = brief.limits.iter().find(|limit| limit.name == *name).unwrap();
        (limit.holder.clone(), limit.condition.clone())
    };
    brief.answer.clashes.iter().map(|clash| clash.limits.iter().map(limit).collect()).collect()
}

fn told(since: &Since, gone: bool) -> BTreeSet<Same> {
    let chosen = since.clashes.iter().filter(|clash| if gone { clash.after.is_none() } else { clash.before.is_none() });
    let limits = |clash: &zopa::finding::ClashShift| {
        clash.limits.iter().map(|held| (held.holder.clone(), held.limit.condition.clone())).collect()
    };
    chosen.map(limits).collect()
}

/// Compared by what stands written: conditions that are the same in other words are told by neither.
#[test]
fn clashes_that_came_and_went_are_the_difference_of_the_two_states() {
    let mut seen = 0;
    for seed in 0..count(1000) {
        let text = told_in_rounds(seed);
        let read = read(&text);
        let since = read.since_round(&Request::default(), "one", Some("two")).unwrap();
        let state = |name| brief(&as_of(&read.case, round(&read.case, name)), "random", &Choices::default()).unwrap();
        let (before, after) = (clashes(&state("one")), clashes(&state("two")));
        let (gone, new) = (told(&since, true), told(&since, false));
        assert!(gone.is_subset(&before) && new.is_subset(&after), "seed {seed}\n{text}");
        let written = |family: &BTreeSet<Same>| family.len();
        assert_eq!(written(&before) + written(&new), written(&after) + written(&gone), "seed {seed}\n{text}");
        assert!(gone.is_disjoint(&after) && new.is_disjoint(&before), "seed {seed}\n{text}");
        seen += gone.len() + new.len();
    }
    assert!(seen > 100.min(count(1000) as usize / 10), "only {seen} clashes came or went");
}

/// A brief saved as of a round tells what that round tells, but for what only dates can tell.
#[test]
fn a_saved_brief_tells_the_same_clashes_and_offers_as_the_round_it_was_saved_after() {
    for seed in 0..count(1000) / 4 {
        let text = told_in_rounds(seed);
        let whole = read(&text);
        let saved = read(&deleted(&text, &["two", "three"])).brief(&Request::default()).unwrap();
        let saved: Brief = serde_json::from_str(&serde_json::to_string(&saved).unwrap()).unwrap();
        let by_file = whole.since_saved(&Request::default(), &saved).unwrap();
        let by_round = whole.since_round(&Request::default(), "one", None).unwrap();
        assert!(matches!(by_file.from, CaseState::Saved { .. }));
        assert_eq!(by_file.clashes, by_round.clashes, "seed {seed}\n{text}");
        assert_eq!(by_file.offers, by_round.offers, "seed {seed}\n{text}");
        assert_eq!(by_file.new_claims, by_round.new_claims, "seed {seed}\n{text}");
        assert_eq!(by_file.enough_before, by_round.enough_before, "seed {seed}\n{text}");
        assert!(by_file.gone_claims.is_empty());
        // With dates or without: what is withdrawn, superseded or newly denied is told by statements.
        let stated = |since: &Since| -> Vec<PositionShift> {
            let kinds = [Shift::Withdrawn, Shift::NewlyDenied];
            since.positions.iter().filter(|shift| kinds.contains(&shift.shift)).cloned().collect()
        };
        assert_eq!(stated(&by_file).len(), stated(&by_round).len(), "seed {seed}\n{text}");
    }
}

#[test]
fn nothing_differs_from_a_brief_saved_now() {
    for example in ["strait", "ukraine-2026"] {
        let read = zopa::read(&texts(&folder(example)));
        let saved = read.brief(&Request::default()).unwrap();
        let since = read.since_saved(&Request::default(), &saved).unwrap();
        assert_eq!((since.positions, since.clashes, since.offers), (vec![], vec![], vec![]), "{example}");
        assert_eq!((since.new_claims, since.gone_claims), (vec![], vec![]), "{example}");
        assert_eq!(since.verdict_before, since.verdict_after);
    }
}

const FENCE: &str = r#"
case "The fence"
party east "East"
party west "West"
issue fence "Fence"
  option none
  option low
  option high
claim no-high "East rejects the high fence"
  east rejects fence = high
claim some "West requires a fence"
  west requires fence in {low, high}
"#;

fn since_edit(old: &str, new: &str) -> Since {
    let saved = read(FENCE).brief(&Request::default()).unwrap();
    read(&FENCE.replace(old, new)).since_saved(&Request::default(), &saved).unwrap()
}

#[test]
fn a_saved_statement_is_read_in_the_present_case() {
    let kinds = |since: &Since| since.positions.iter().map(|shift| shift.shift).collect::<Vec<_>>();
    assert_eq!(kinds(&since_edit("rejects fence = high", "requires fence = none")), [Shift::Hardened]);
    assert_eq!(
        kinds(&since_edit("fence in {low, high}", "fence in {low, high} unless fence = none")),
        [Shift::Softened]
    );
    assert_eq!(kinds(&since_edit("rejects fence = high", "requires fence = high")), [Shift::Changed]);
    let renamed = FENCE.replace("high", "tall").replace("no-tall", "no-high").replace("the tall", "the high");
    let saved = read(FENCE).brief(&Request::default()).unwrap();
    let since = read(&renamed).since_saved(&Request::default(), &saved).unwrap();
    assert_eq!(kinds(&since), [Shift::Changed, Shift::Changed]);
    assert_eq!(since.positions[0].unknown, ["high"]);
    let removed = since_edit("claim some \"West requires a fence\"\n  west requires fence in {low, high}\n", "");
    assert_eq!(kinds(&removed), [], "nobody withdrew what was taken out of the case");
    assert_eq!(removed.gone_claims[0].name, "some");
}

#[test]
fn a_limit_wrongly_said_to_be_inactive_is_refuted() {
    let read = read(&format!(
        "{FENCE}claim none \"East requires no fence\"\n  east requires fence = none\n  supersedes no-high\n"
    ));
    let brief = read.brief(&Request::default()).unwrap();
    let inactive: Vec<&str> = brief.limits.iter().filter(|limit| limit.inactive).map(|l| l.name.as_str()).collect();
    assert_eq!(inactive, ["no-high"]);
    assert!(zopa_verify::verify(&read.case, &brief).is_empty());
    for at in 0..brief.limits.len() {
        let mut wrong = brief.clone();
        wrong.limits[at].inactive = !wrong.limits[at].inactive;
        assert_eq!(zopa_verify::verify(&read.case, &wrong).len(), 1, "{}", wrong.limits[at].name);
    }
}
