//! What is denied or told in two ways, all sorts together?

use super::denials::denials;
use super::differences::differences;
use super::scene::{At, Scene};
use super::voices::Voices;
use std::collections::BTreeSet;
use zopa_finding::between::{Dispute, DisputeKind, DisputeSide, Utterance, WordingKind};

/// The denials first, then the differences, then the wordings of one utterance that drifted apart.
pub(crate) fn disputes(scene: &Scene, voices: &Voices, utterances: &[Utterance]) -> Vec<Dispute> {
    let denied = denials(scene).into_iter().map(|one| Dispute {
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
        sides: [one, other].map(|at| side(scene, voices, &with_counterparts(scene, at))).into(),
        whole_report: false,
    });
    let worded =
        utterances.iter().flat_map(|utterance| &utterance.pairs).filter(|pair| pair.kind == WordingKind::Drift);
    let worded = worded.map(|pair| Dispute {
        kind: DisputeKind::Wording,
        sides: [&pair.fuller, &pair.other].map(|told| DisputeSide { told: vec![told.clone()], origins: None }).into(),
        whole_report: false,
    });
    denied.chain(differing).chain(worded).collect()
}

/// A sentence, and those that were made from it.
fn with_counterparts(scene: &Scene, at: At) -> BTreeSet<At> {
    let made = scene.links.iter().filter(|link| link.source == at.0);
    let best = made.filter_map(|link| Some((link.derived, link.made_from(at.1).first().copied()?)));
    best.chain([at]).collect()
}

fn side(scene: &Scene, voices: &Voices, told: &BTreeSet<At>) -> DisputeSide {
    DisputeSide {
        told: told.iter().filter_map(|at| scene.passage(*at)).collect(),
        origins: Some(voices.count(told) as u32),
    }
}
