//! What is denied or told in two ways, all sorts together?

use super::denials::{Denials, denials};
use super::differences::{differences, still_tells};
use super::scene::{At, Scene};
use super::voices::Voices;
use std::collections::BTreeSet;
use zopa_finding::between::{Dispute, DisputeKind, DisputeSide, Utterance, WordingKind};

/// The denials first, then the differences, then the wordings of one utterance that drifted apart; and how many denials were
/// not asked what they deny.
pub(crate) fn disputes(scene: &Scene, voices: &Voices, utterances: &[Utterance]) -> (Vec<Dispute>, usize) {
    let Denials { found, unasked } = denials(scene);
    let denied = found.into_iter().map(|one| Dispute {
        kind: DisputeKind::Denial,
        sides: vec![
            DisputeSide {
                origins: Some(if one.whole_report {
                    voices.reports(scene, &one.reported)
                } else {
                    voices.count(&one.reported)
                } as u32),
                ..side(scene, voices, &one.reported)
            },
            side(scene, voices, &one.denied),
        ],
        whole_report: one.whole_report,
    });
    let differing = differences(scene).into_iter().map(|(kind, one, other)| Dispute {
        kind,
        sides: [one, other].map(|at| side(scene, voices, &with_counterparts(scene, kind, at))).into(),
        whole_report: false,
    });
    let worded =
        utterances.iter().flat_map(|utterance| &utterance.pairs).filter(|pair| pair.kind == WordingKind::Drift);
    let worded = worded.map(|pair| Dispute {
        kind: DisputeKind::Wording,
        sides: [&pair.fuller, &pair.other].map(|told| DisputeSide { told: vec![told.clone()], origins: None }).into(),
        whole_report: false,
    });
    (without_parts(denied.chain(differing).chain(worded).collect()), unasked)
}

/// Without those that are part of another: what two documents tell is told of three.
fn without_parts(all: Vec<Dispute>) -> Vec<Dispute> {
    let part = |at: usize, one: &Dispute| {
        all.iter()
            .enumerate()
            .any(|(other, whole)| other != at && is_within(one, whole) && (other < at || !is_within(whole, one)))
    };
    all.iter().enumerate().filter(|(at, one)| !part(*at, one)).map(|(_, one)| one.clone()).collect()
}

/// Does the other tell all of it, side for side, in either order?
fn is_within(one: &Dispute, whole: &Dispute) -> bool {
    let within = |a: &DisputeSide, b: &DisputeSide| a.told.iter().all(|passage| b.told.contains(passage));
    let (sides, wholes) = (&one.sides, &whole.sides);
    let alike = one.kind == whole.kind && sides.len() == wholes.len();
    let straight = sides.iter().zip(wholes).all(|(a, b)| within(a, b));
    alike && (straight || sides.iter().zip(wholes.iter().rev()).all(|(a, b)| within(a, b)))
}

/// A sentence, and those that were made from it and tell the same.
fn with_counterparts(scene: &Scene, kind: DisputeKind, at: At) -> BTreeSet<At> {
    let made = scene.links.iter().filter(|link| link.source == at.0);
    let best = made.filter_map(|link| Some((link.derived, link.made_from(at.1).first().copied()?)));
    best.filter(|made| still_tells(scene, kind, at, *made)).chain([at]).collect()
}

fn side(scene: &Scene, voices: &Voices, told: &BTreeSet<At>) -> DisputeSide {
    DisputeSide {
        told: told.iter().filter_map(|at| scene.passage(*at)).collect(),
        origins: Some(voices.count(told) as u32),
    }
}
