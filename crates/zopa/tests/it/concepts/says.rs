//! Is an `expect` line so? One function a kind of line; what is there instead is the error.

use super::words::{firmness, presence, verdict, word, world};
use std::collections::BTreeSet;
use zopa::finding::{Brief, Change, ClashShift, Knot, OfferShift, Opening, PositionShift, ShutOut, ShutOutSet, Since};
use zopa::{Diagnostic, Severity};

pub type Said = Result<(), String>;

/// How a line of one kind is checked.
pub type Kind = fn(&Brief, &str) -> Said;

/// The kinds of line but those about order, with what checks each.
const KINDS: &[(&str, Kind)] = &[
    ("verdict", |brief, what| equal(what, &verdict(&brief.answer.verdict))),
    ("readings", |brief, what| equal(what, &brief.answer.readings.to_string())),
    ("fits", |brief, what| equal(what, &brief.answer.witness.as_ref().map_or("nothing".to_owned(), world))),
    ("limits", |brief, what| equal(what, &brief.limits.len().to_string())),
    ("limit", limit),
    ("told by", told_by),
    ("impossible", |brief, what| equal(what, &brief.answer.impossible.join(", "))),
    ("clashes", |brief, what| equal(what, &brief.answer.clashes.len().to_string())),
    ("clash", clash),
    ("no clash", no_clash),
    ("rests on", rests_on),
    ("knots", |brief, what| equal(what, &brief.answer.knots.len().to_string())),
    ("knot", knot),
    ("openings", |brief, what| equal(what, &openings(brief).count().to_string())),
    ("opening", opening),
    ("no opening", no_opening),
    ("enough", enough),
    ("enough for", enough_for),
    ("not enough", not_enough),
    ("shut out", shut_out),
    ("not shut out", not_shut_out),
    ("question", question),
    ("switches", switches),
    ("hinges", hinges),
    ("hinge", hinge),
    ("under", under),
    ("firmness", firm),
    ("changes", |brief, what| equal(what, &changes(brief).count().to_string())),
    ("change", change),
    ("not repeated", not_repeated),
    ("expires", expires),
    ("origins", origins),
    ("reports", reports),
    ("origin", origin),
    ("assumed", assumed),
    ("waits", waits),
    ("shifts", |brief, what| equal(what, &since(brief)?.positions.len().to_string())),
    ("shift", shift),
    ("before", |brief, what| equal(what, &verdict(&since(brief)?.verdict_before))),
    ("after", |brief, what| equal(what, &verdict(&since(brief)?.verdict_after))),
    ("clash gone", |brief, what| clash_shift(brief, what, |clash| clash.after.is_none())),
    ("clash new", |brief, what| clash_shift(brief, what, |clash| clash.before.is_none())),
    ("clash turned", |brief, what| clash_shift(brief, what, |clash| clash.before.is_some() && clash.after.is_some())),
    ("offer", offer_shift),
    ("new claims", |brief, what| equal(what, &since(brief)?.new_claims.join(", "))),
    ("refused", |_, _| Err("the choices are answered".to_owned())),
    ("error", |_, _| Err("the case reads".to_owned())),
    ("warning", |_, _| Err("no message".to_owned())),
];

/// Every kind of line, those about order and exposure too.
pub fn kinds() -> impl Iterator<Item = &'static (&'static str, Kind)> {
    KINDS.iter().chain(super::holding::KINDS)
}

pub fn check(brief: &Brief, kind: &str, what: &str) -> Said {
    match kinds().find(|(known, _)| *known == kind) {
        Some((_, check)) => check(brief, what),
        None => {
            Err(format!("no such kind of line; kinds: {}", kinds().map(|(k, _)| *k).collect::<Vec<_>>().join(", ")))
        }
    }
}

pub fn equal(expected: &str, found: &str) -> Said {
    if expected == found { Ok(()) } else { Err(found.to_owned()) }
}

/// `error: code`, among the messages.
pub fn message(diagnostics: &[Diagnostic], kind: &str, code: &str) -> Said {
    let severity = if kind == "error" { Severity::Error } else { Severity::Warning };
    let codes: Vec<&str> = diagnostics.iter().filter(|d| d.severity == severity).map(|d| d.code.0).collect();
    if codes.contains(&code) { Ok(()) } else { Err(format!("expected `{kind}: {code}`, there is: {}", list(&codes))) }
}

fn list<T: AsRef<str>>(items: &[T]) -> String {
    if items.is_empty() {
        "nothing".to_owned()
    } else {
        items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" · ")
    }
}

fn set<'s>(text: &'s str, by: &str) -> BTreeSet<&'s str> {
    text.split(by).map(str::trim).filter(|name| !name.is_empty()).collect()
}

fn is(names: &[String], expected: &BTreeSet<&str>) -> bool {
    names.iter().map(String::as_str).collect::<BTreeSet<_>>() == *expected
}

/// `WHAT | MORE`: the second part only where the line has one.
pub fn parts(line: &str) -> (&str, Option<&str>) {
    match line.split_once(" | ") {
        Some((what, more)) => (what.trim(), Some(more.trim())),
        None => (line, None),
    }
}

pub fn more(expected: Option<&str>, found: &str) -> Said {
    expected.map_or(Ok(()), |expected| equal(expected, found))
}

pub fn found<T>(
    all: impl Iterator<Item = T>,
    wanted: impl Fn(&T) -> bool,
    tell: impl Fn(&T) -> String,
) -> Result<T, String> {
    let mut told = Vec::new();
    for one in all {
        if wanted(&one) {
            return Ok(one);
        }
        told.push(tell(&one));
    }
    Err(list(&told))
}

fn absent<T>(all: impl Iterator<Item = T>, unwanted: impl Fn(&T) -> bool, tell: impl Fn(&T) -> String) -> Said {
    found(all, unwanted, |_| String::new()).map_or(Ok(()), |one| Err(tell(&one)))
}

fn sum(names: &[String]) -> String {
    names.join(" + ")
}

/// `limit: NAME = HOLDER: CONDITION`
fn limit(brief: &Brief, line: &str) -> Said {
    let tell = |l: &&zopa::finding::Limit| format!("{} = {}: {}", l.name, l.holder, l.condition);
    found(brief.limits.iter(), |limit| tell(limit) == line, tell).map(drop)
}

/// `told by: LIMIT = CLAIM, CLAIM`
fn told_by(brief: &Brief, line: &str) -> Said {
    let tell = |l: &&zopa::finding::Limit| format!("{} = {}", l.name, l.claims.join(", "));
    found(brief.limits.iter(), |limit| tell(limit) == line, tell).map(drop)
}

fn clash(brief: &Brief, line: &str) -> Said {
    let (limits, expected) = parts(line);
    let limits = set(limits, " + ");
    let clash = found(brief.answer.clashes.iter(), |clash| is(&clash.limits, &limits), |clash| sum(&clash.limits))?;
    more(expected, &presence(&clash.presence))
}

fn no_clash(brief: &Brief, line: &str) -> Said {
    let limits = set(line, " + ");
    absent(brief.answer.clashes.iter(), |clash| is(&clash.limits, &limits), |clash| presence(&clash.presence))
}

/// `rests on: a + b | source, source`: each alone carries one of its limits.
fn rests_on(brief: &Brief, line: &str) -> Said {
    let (limits, expected) = parts(line);
    let limits = set(limits, " + ");
    let clash = found(brief.answer.clashes.iter(), |clash| is(&clash.limits, &limits), |clash| sum(&clash.limits))?;
    more(expected, &list(&clash.rests_on))
}

/// `knot: fee, patrol | with q=a`: issues; where its clashes are one knot.
fn knot(brief: &Brief, line: &str) -> Said {
    let (issues, expected) = parts(line);
    let knot = knot_of(brief, issues)?;
    more(expected, &presence(&knot.joined))
}

fn knot_of<'b>(brief: &'b Brief, issues: &str) -> Result<&'b Knot, String> {
    let issues = set(issues, ",");
    found(brief.answer.knots.iter(), |knot| is(&knot.issues, &issues), |knot| knot.issues.join(", "))
}

fn openings(brief: &Brief) -> impl Iterator<Item = &Opening> {
    brief.answer.knots.iter().flat_map(|knot| &knot.openings)
}

/// `opening: a, b | fee=low; survey`: limits; the world behind it.
fn opening(brief: &Brief, line: &str) -> Said {
    let (limits, expected) = parts(line);
    let limits = set(limits, ",");
    let opening = found(openings(brief), |opening| is(&opening.limits, &limits), |opening| opening.limits.join(", "))?;
    more(expected, &opening.world.as_ref().map_or("no one world".to_owned(), world))
}

fn no_opening(brief: &Brief, line: &str) -> Said {
    let limits = set(line, ",");
    absent(openings(brief), |opening| is(&opening.limits, &limits), |_| "it is one".to_owned())
}

fn enough(brief: &Brief, line: &str) -> Said {
    let (parties, expected) = parts(line);
    let parties = set(parties, ",");
    let row = found(brief.answer.enough.iter(), |row| is(&row.parties, &parties), |row| row.parties.join(", "))?;
    more(expected, &presence(&row.presence))
}

fn not_enough(brief: &Brief, line: &str) -> Said {
    let parties = set(line, ",");
    absent(brief.answer.enough.iter(), |row| is(&row.parties, &parties), |row| presence(&row.presence))
}

/// `enough for: fee, patrol = UA, RU`: issues of a knot, and parties who are enough for it alone.
fn enough_for(brief: &Brief, line: &str) -> Said {
    let (issues, rest) = line.split_once(" = ").ok_or("write ISSUES = PARTIES")?;
    let (parties, expected) = parts(rest);
    let parties = set(parties, ",");
    let knot = knot_of(brief, issues)?;
    let row = found(knot.enough.iter(), |row| is(&row.parties, &parties), |row| row.parties.join(", "))?;
    more(expected, &presence(&row.presence))
}

/// `shut out: offer by a + b | with q=a`; `by the rules` where no limit is needed.
fn shut_out(brief: &Brief, line: &str) -> Said {
    let (rest, expected) = parts(line);
    let (claim, limits) = rest.split_once(" by ").ok_or("write CLAIM by LIMIT + LIMIT")?;
    let limits = if limits == "the rules" { BTreeSet::new() } else { set(limits, " + ") };
    let tell = |(row, one): &(&ShutOut, &ShutOutSet)| format!("{} by {}", row.claim, sum(&one.limits));
    let sets = brief.answer.shut_out.iter().flat_map(|row| row.sets.iter().map(move |one| (row, one)));
    let (_, one) = found(sets, |(row, one)| row.claim == claim && is(&one.limits, &limits), tell)?;
    more(expected, &presence(&one.presence))
}

/// `not shut out: offer`: held in some reading, and nothing shuts it out. `not shut out: offer by a + b`: not these.
fn not_shut_out(brief: &Brief, line: &str) -> Said {
    let (claim, limits) =
        line.split_once(" by ").map_or((line, None), |(claim, limits)| (claim, Some(set(limits, " + "))));
    let row = found(brief.answer.shut_out.iter(), |row| row.claim == claim, |row| row.claim.clone())?;
    let unwanted = |one: &&ShutOutSet| limits.as_ref().is_none_or(|limits| is(&one.limits, limits));
    absent(row.sets.iter(), unwanted, |one| format!("by {}", sum(&one.limits)))
}

/// `question: NAME = answer, answer`
fn question(brief: &Brief, line: &str) -> Said {
    let answers = |q: &zopa::finding::Question| q.answers.iter().map(|a| a.name.clone()).collect::<Vec<_>>().join(", ");
    let tell = |q: &&zopa::finding::Question| format!("{} = {}", q.name, answers(q));
    found(brief.questions.iter(), |question| tell(question) == line, tell).map(drop)
}

/// `switches: a, b` or `switches: none`: the questions that change a limit, softening or rule.
fn switches(brief: &Brief, line: &str) -> Said {
    let names: Vec<&str> = brief.questions.iter().filter(|q| q.switch).map(|q| q.name.as_str()).collect();
    equal(line, &if names.is_empty() { "none".to_owned() } else { names.join(", ") })
}

/// `hinges: a, b` in their order, or `hinges: none`.
fn hinges(brief: &Brief, line: &str) -> Said {
    let names: Vec<&str> = brief.answer.hinges.iter().map(|hinge| hinge.name.as_str()).collect();
    equal(line, &if names.is_empty() { "none".to_owned() } else { names.join(", ") })
}

/// `hinge: NAME changes fits, enough`: every answer that changes, the first one first.
fn hinge(brief: &Brief, line: &str) -> Said {
    let levels = |hinge: &zopa::finding::Hinge| hinge.changes.iter().map(word).collect::<Vec<_>>().join(", ");
    let tell = |hinge: &&zopa::finding::Hinge| format!("{} changes {}", hinge.name, levels(hinge));
    found(brief.answer.hinges.iter(), |hinge| tell(hinge) == line, tell).map(drop)
}

/// `under: HINGE=ANSWER: VERDICT`
fn under(brief: &Brief, line: &str) -> Said {
    let effects = brief.answer.hinges.iter().flat_map(|hinge| hinge.effects.iter().map(move |effect| (hinge, effect)));
    let tell = |(hinge, effect): &(&zopa::finding::Hinge, &zopa::finding::Effect)| {
        format!("{}={}: {}", hinge.name, effect.answer, verdict(&effect.verdict))
    };
    found(effects, |effect| tell(effect) == line, tell).map(drop)
}

/// `firmness: LIMIT = tested by c`
fn firm(brief: &Brief, line: &str) -> Said {
    let tell = |l: &&zopa::finding::Limit| format!("{} = {}", l.name, firmness(&l.firmness));
    found(brief.limits.iter(), |limit| tell(limit) == line, tell).map(drop)
}

fn changes(brief: &Brief) -> impl Iterator<Item = &Change> {
    brief.timeline.iter().flat_map(|entry| &entry.changes)
}

/// `change: PARTY softened OLD to NEW`, by claims.
fn change(brief: &Brief, line: &str) -> Said {
    let tell = |change: &&Change| format!("{} {} {} to {}", change.party, word(change.kind), change.from, change.to);
    found(changes(brief), |change| tell(change) == line, tell).map(drop)
}

/// `not repeated: CLAIM since ROUND`
fn not_repeated(brief: &Brief, line: &str) -> Said {
    let since = brief.positions.iter().filter_map(|p| Some((p.claim.as_str(), p.not_repeated_since.as_deref()?)));
    let tell = |(claim, round): &(&str, &str)| format!("{claim} since {round}");
    found(since, |one| tell(one) == line, tell).map(drop)
}

/// `expires: CLAIM on DATE`, `?` where no date is reported.
fn expires(brief: &Brief, line: &str) -> Said {
    let tell = |(claim, date): &&(String, String)| format!("{claim} on {date}");
    found(brief.timeline.iter().flat_map(|entry| &entry.expiries), |one| tell(one) == line, tell).map(drop)
}

/// `origins: CLAIM = 2`
fn origins(brief: &Brief, line: &str) -> Said {
    let tell = |claim: &&zopa::finding::Claim| format!("{} = {}", claim.name, claim.origins);
    found(brief.claims.iter(), |claim| tell(claim) == line, tell).map(drop)
}

/// `reports: CLAIM = source, source`: whose words carry it.
fn reports(brief: &Brief, line: &str) -> Said {
    let tell = |claim: &&zopa::finding::Claim| format!("{} = {}", claim.name, claim.reports.join(", "));
    found(brief.claims.iter(), |claim| tell(claim) == line, tell).map(drop)
}

/// `origin: NAME = source first hand, source copied`
fn origin(brief: &Brief, line: &str) -> Said {
    let told = |t: &zopa::finding::Telling| format!("{} {}", t.source, word(t.kind));
    let tell = |origin: &&zopa::finding::Origin| {
        format!("{} = {}", origin.name, origin.tellings.iter().map(told).collect::<Vec<_>>().join(", "))
    };
    found(brief.origins.iter(), |origin| tell(origin) == line, tell).map(drop)
}

/// `assumed: supposition NAME`, `assumed: unquoted NAME`, `assumed: rule TEXT`
fn assumed(brief: &Brief, line: &str) -> Said {
    let tell = |a: &&zopa::finding::Assumption| match a.name.is_empty() {
        true => a.text.clone(),
        false => format!("{} {}", word(a.kind), a.name),
    };
    found(brief.assumptions.iter(), |one| tell(one) == line, tell).map(drop)
}

/// `waits: STEP only after STEP`, `waits: STEP before STEP`
fn waits(brief: &Brief, line: &str) -> Said {
    let waits = brief.steps.iter().flat_map(|step| step.waits.iter().map(move |wait| (step, wait)));
    let tell = |(step, wait): &(&zopa::finding::StepEntry, &zopa::finding::Wait)| match wait.only {
        true => format!("{} only after {}", step.name, wait.for_step),
        false => format!("{} before {}", wait.for_step, step.name),
    };
    found(waits, |one| tell(one) == line, tell).map(drop)
}

fn since(brief: &Brief) -> Result<&Since, String> {
    brief.since.as_ref().ok_or_else(|| "write `since ROUND` before it".to_owned())
}

/// `shift: PARTY softened OLD to NEW`, `shift: PARTY withdrawn CLAIM by CLAIM`, `shift: PARTY not repeated CLAIM since
/// ROUND`; `nobody` for what is no party's.
fn shift(brief: &Brief, line: &str) -> Said {
    let tell = |shift: &&PositionShift| {
        let claims =
            |told: &Option<zopa::finding::Worded>| told.iter().flat_map(|t| t.claims.clone()).collect::<Vec<_>>();
        let mut said = vec![shift.party.clone().unwrap_or("nobody".to_owned()), word(shift.shift)];
        said.push(claims(&shift.before).join(", "));
        said.extend(shift.after.is_some().then(|| format!("to {}", claims(&shift.after).join(", "))));
        said.extend((!shift.by.is_empty()).then(|| format!("by {}", shift.by.join(", "))));
        said.extend(shift.round.as_ref().map(|round| format!("since {round}")));
        said.join(" ")
    };
    found(since(brief)?.positions.iter(), |shift| tell(shift) == line, tell).map(drop)
}

/// `clash new: CLAIM + CLAIM`, by the claims that first carry its limits.
fn clash_shift(brief: &Brief, line: &str, of_kind: impl Fn(&&ClashShift) -> bool) -> Said {
    let tell = |clash: &&ClashShift| {
        let first = |held: &zopa::finding::HeldLimit| held.limit.claims.first().cloned().unwrap_or_default();
        clash.limits.iter().map(first).collect::<Vec<_>>().join(" + ")
    };
    found(since(brief)?.clashes.iter().filter(of_kind), |clash| tell(clash) == line, tell).map(drop)
}

/// `offer: CLAIM was not made, is shut out`
fn offer_shift(brief: &Brief, line: &str) -> Said {
    let tell = |offer: &&OfferShift| {
        format!("{} was {}, is {}", offer.claim.claims.join(", "), word(offer.before), word(offer.after))
    };
    found(since(brief)?.offers.iter(), |offer| tell(offer) == line, tell).map(drop)
}
