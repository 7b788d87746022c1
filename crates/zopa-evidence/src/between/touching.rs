//! Which attributions have something of theirs in a span?
//!
//! Every finding about denials asks this of sentence after sentence, so a document answers it without going through all of its
//! attributions: the text is cut where its sentences begin, and each stretch lists the attributions that reach into it.

use super::Report;
use crate::span::Span;
use std::ops::RangeInclusive;
use zopa_finding::Attribution;

/// The attributions of one document, by the stretches of its text.
pub(crate) struct Touching {
    /// Where the stretches after the first begin: at the sentences but the first.
    starts: Vec<usize>,
    /// By stretch, the numbers of the attributions in it, ascending.
    of_stretch: Vec<Vec<u32>>,
}

impl Touching {
    pub(crate) fn of(report: &Report) -> Touching {
        let starts: Vec<usize> = report.sentences.iter().skip(1).map(|span| span.start).collect();
        let mut touching = Touching { of_stretch: vec![Vec::new(); starts.len() + 1], starts };
        for (one, number) in report.attributions.iter().zip(0_u32..) {
            for place in places(one) {
                let stretches = touching.stretches(place);
                for list in touching.of_stretch.get_mut(stretches).into_iter().flatten() {
                    if list.last() != Some(&number) {
                        list.push(number);
                    }
                }
            }
        }
        touching
    }

    /// The numbers of the attributions that touch a span, ascending.
    ///
    /// Costs what the stretches of the span list, whatever else the document has.
    pub(crate) fn in_span(&self, report: &Report, span: Span) -> Vec<u32> {
        let listed = self.of_stretch.get(self.stretches(span)).into_iter().flatten().flatten();
        let touches = |number: &u32| {
            let one = report.attributions.get(*number as usize);
            one.is_some_and(|one| places(one).any(|place| place.overlaps(span)))
        };
        let mut found: Vec<u32> = listed.copied().filter(touches).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The stretches that a span reaches into.
    fn stretches(&self, span: Span) -> RangeInclusive<usize> {
        let first = self.starts.partition_point(|start| *start <= span.start);
        first..=self.starts.partition_point(|start| *start < span.end).max(first)
    }
}

fn places(one: &Attribution) -> impl Iterator<Item = Span> {
    one.content.iter().chain(&one.source).chain(&one.cue).map(|place| Span::new(place.start, place.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use zopa_finding::{Act, AttributionKind, Place};

    fn told(spans: &[(usize, usize)]) -> Attribution {
        let place =
            |(start, length): &(usize, usize)| Place { start: *start, end: start + length, exact: String::new() };
        Attribution {
            sentence: 0,
            source: spans.get(2).map(place),
            cue: spans.iter().skip(1).take(1).map(place).collect(),
            content: spans.iter().take(1).map(place).collect(),
            kind: AttributionKind::Indirect,
            act: Act::Report,
            addressee: None,
            chain: Vec::new(),
            relayed: false,
            within: None,
        }
    }

    proptest! {
        #[test]
        fn as_asking_every_attribution(
            starts in prop::collection::btree_set(0_usize..60, 0..6),
            told_spans in prop::collection::vec(prop::collection::vec((0_usize..60, 0_usize..20), 1..4), 0..12),
            asked in (0_usize..70, 0_usize..30),
        ) {
            let report = Report {
                name: "",
                text: "",
                sentences: starts.iter().map(|start| Span::new(*start, start + 5)).collect(),
                attributions: told_spans.iter().map(|spans| told(spans)).collect(),
                outlet: None,
                published: None,
            };
            let span = Span::new(asked.0, asked.0 + asked.1);
            let touches = |one: &Attribution| places(one).any(|place| place.overlaps(span));
            let every: Vec<u32> =
                report.attributions.iter().zip(0_u32..).filter(|(one, _)| touches(one)).map(|(_, at)| at).collect();
            prop_assert_eq!(Touching::of(&report).in_span(&report, span), every);
        }
    }
}
