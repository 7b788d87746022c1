//! How firm is it, told in two ways?
//!
//! Refused altogether, or unless something is done; refused, or taken after all; agreed, or no more than offered.

use super::{COMMON, Difference, comparable, facts};
use crate::between::article::is_prose;
use crate::between::facts::FactKind;
use crate::between::lists::FIRMNESS;
use crate::between::scene::{At, Scene};
use zopa_finding::between::DisputeKind;

/// So alike must two refusals be, in thousandths.
const REFUSED: u32 = 150;
/// So alike must a refusal and an assent be, or what is settled and what is open.
const ASSENTED: u32 = 250;

/// So alike must two be of which one is bound and the other is not.
const ORDERED: u32 = 200;

/// So much of the shorter of two stands in the other, in thousandths, if they tell of one thing.
const OF_ONE: u32 = 500;

fn has(scene: &Scene, at: At, kind: &str) -> bool {
    scene.side(at.0).is_some_and(|side| FIRMNESS.find(kind, side.sentence(at.1)).is_some())
}

pub(super) fn firmness(scene: &Scene) -> Vec<Difference> {
    let mut found = refusals(scene);
    found.extend(settled(scene));
    found.extend(ordered(scene));
    found
}

/// "Only once the brigade has left", "could live with leaving together": of one who is named in both, or told so alike.
fn ordered(scene: &Scene) -> Vec<Difference> {
    let of = |these: &str, others: &str| -> Vec<At> {
        let prose = |at: &At| is_prose(scene.span(*at).of(scene.text(at.0)));
        let own = scene.sentences().filter(|at| !scene.is_derived(at.0)).filter(prose);
        own.filter(|at| has(scene, *at, these) && !has(scene, *at, others)).collect()
    };
    against(scene, &of("strict", "loose"), &of("loose", "strict"), ORDERED)
}

fn refusals(scene: &Scene) -> Vec<Difference> {
    let refused: Vec<At> = scene.sentences().filter(|at| has(scene, *at, "refusal")).collect();
    let (bound, free): (Vec<At>, Vec<At>) = refused.into_iter().partition(|at| has(scene, *at, "condition"));
    let free: Vec<At> = free.into_iter().filter(|at| has(scene, *at, "absolute")).collect();
    let willing: Vec<At> =
        scene.sentences().filter(|at| has(scene, *at, "assent") && !has(scene, *at, "refusal")).collect();
    let mut found = against(scene, &free, &willing, ASSENTED);
    found.extend(against(scene, &free, &bound, REFUSED));
    found
}

/// "Has agreed to hand over", "is ready to release, but only if".
fn settled(scene: &Scene) -> Vec<Difference> {
    let of = |these: &str, others: &str| -> Vec<At> {
        scene.sentences().filter(|at| has(scene, *at, these) && !has(scene, *at, others)).collect()
    };
    let mut found = against(scene, &of("settled", "open"), &of("open", "settled"), ASSENTED);
    found.retain(
        // Where one names nobody, both have to tell of one thing.
        |(_, one, other)| match (first_name(scene, *one), first_name(scene, *other)) {
            (Some(a), Some(b)) => a == b,
            _ => scene.contained(*one, *other) >= OF_ONE,
        },
    );
    found
}

/// The beginning of the first name of a sentence, the place at the head of an agency's report left out: who it is about.
fn first_name(scene: &Scene, at: At) -> Option<String> {
    let sentence = scene.span(at).of(scene.text(at.0));
    let dash = [" - ", " – ", " — "].iter().filter_map(|dash| sentence.find(dash)).min().filter(|at| *at < DATELINE);
    let from = scene.span(at).start + dash.unwrap_or_default();
    let name = facts(scene, at, FactKind::Name).into_iter().find(|name| name.span.start >= from)?;
    Some(name.key.first()?.chars().take(5).collect())
}

/// So many bytes may a place and a day take up at the head of a report.
const DATELINE: usize = 60;

/// Sentences of two documents that are so alike; lists too long set nothing against anything.
fn against(scene: &Scene, some: &[At], others: &[At], alike: u32) -> Vec<Difference> {
    if some.len().saturating_mul(others.len()) > COMMON * COMMON {
        return Vec::new();
    }
    let mut found = Vec::new();
    for one in some {
        let fits = others.iter().filter(|other| {
            one.0 != other.0 && scene.alike(*one, **other) >= alike && comparable(scene, *one, **other)
        });
        found.extend(fits.map(|other| (DisputeKind::Firmness, *one.min(other), *one.max(other))));
    }
    found
}
