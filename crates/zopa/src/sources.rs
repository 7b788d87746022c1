//! From documents to what they say: every text taken, cut and compared, before anybody has coded a claim.

mod first;
mod heard;
pub(crate) mod taken;

use crate::{Problem, Read, Request, Texts};
use std::collections::BTreeSet;
use taken::{Taken, attributed, in_hand, reports};
use zopa_analysis::date_written;
use zopa_case::{Aside, SourceId};
use zopa_evidence::between::{Between, between};
use zopa_finding::{CaseHead, PrivateState, SOURCES_FORMAT, SourceDocument, Sources as Finding};
use zopa_syntax::Part;

impl Read {
    /// What the documents in hand say: who said what in each, and what stands between them. Of the request, `without` and
    /// `private` count; whoever was made from a source set aside, as the case says or as is found, goes with it.
    ///
    /// `progress` is told the number of documents done, and how many there are.
    ///
    /// # Errors
    /// A source set aside that the case does not have, or an origin: claims have those of the case, and no claim is asked.
    pub fn sources(
        &self,
        texts: &Texts,
        request: &Request,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Finding, Vec<Problem>> {
        let read = self.asked(request);
        let asides = read.resolved(&Request { without: request.without.clone(), ..Request::default() })?.without;
        let of_claims: Vec<Problem> = asides.iter().filter(is_origin).map(origin_of_claims).collect();
        if !of_claims.is_empty() {
            return Err(of_claims);
        }
        let mut taken = in_hand(&read.case, texts, attributed, progress);
        let gone = set_aside(&taken, &asides);
        taken.retain(|document| !gone.contains(&document.id));
        for (number, document) in (1..).zip(&mut taken) {
            document.told.number = number;
        }
        let found = between(&reports(&taken));
        let private = if self.has(Part::Private) { request.private } else { PrivateState::Unsaid };
        let name = |id: &SourceId| read.case.sources[*id].name.clone();
        Ok(finding(read, taken, found, private, gone.iter().map(name).collect()))
    }
}

fn finding(read: &Read, taken: Vec<Taken>, found: Between, private: PrivateState, without: Vec<String>) -> Finding {
    let documents: Vec<SourceDocument> = taken.into_iter().map(|taken| taken.told).collect();
    let said = first::said(&documents, &found);
    let voices = heard::voices(&documents, &found, &said);
    let as_of = read.case.as_of.as_ref().filter(|date| date.day.is_some()).map(date_written);
    Finding {
        format: SOURCES_FORMAT.to_owned(),
        case: CaseHead { name: read.name.clone(), title: read.case.title.clone(), as_of },
        private,
        without,
        documents,
        descents: found.descents,
        disputes: found.disputes,
        unasked_denials: found.unasked as u32,
        utterances: found.utterances,
        origins: found.origins,
        said,
        voices,
    }
}

/// Is an origin set aside, and no source?
fn is_origin((_, aside): &&(String, Aside)) -> bool {
    !aside.origins.is_empty()
}

fn origin_of_claims((name, _): &(String, Aside)) -> Problem {
    let message = format!("`{name}` is an origin of claims: what the documents say is told before any claim");
    let help = "set a source aside, or ask `why`, `openings`, `hinges` or `brief`, which answer from claims".to_owned();
    Problem::new("origin-of-claims", message, help)
}

/// Sources that are not counted: those named, with those that the case says copy them, and those found to be made from
/// them, in the order of the sources.
fn set_aside(taken: &[Taken], asides: &[(String, Aside)]) -> Vec<SourceId> {
    let mut gone: BTreeSet<SourceId> = asides.iter().flat_map(|(_, aside)| aside.sources.iter().copied()).collect();
    if gone.is_empty() {
        return Vec::new();
    }
    let found = taken::made_from(taken);
    // Whoever was made from what is gone goes too, until nobody more does.
    loop {
        let more = found.iter().filter(|(derived, source)| gone.contains(source) && !gone.contains(derived));
        let more: Vec<SourceId> = more.map(|(derived, _)| *derived).collect();
        if more.is_empty() {
            return gone.into_iter().collect();
        }
        gone.extend(more);
    }
}
