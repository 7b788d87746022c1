//! From documents to what they say: every text taken, cut and compared, before anybody has coded a claim.

mod first;
mod heard;

use crate::{Problem, Read, Request, Texts};
use std::collections::BTreeSet;
use zopa_analysis::date_written;
use zopa_case::{Aside, Case, SourceId};
use zopa_evidence::between::{Between, Report, article, between, descents};
use zopa_evidence::{Language, Prose, of_prose};
use zopa_finding::{
    AroundArticle, Attribution, CaseHead, PrivateState, SOURCES_FORMAT, SourceDocument, Sources as Finding,
};
use zopa_syntax::Part;
use zopa_text::{Kept, Text};

/// What the analyst writes for an outlet that is not known.
const NOT_GIVEN: &str = "?";

/// A document with its text, on its way to a finding.
struct Taken {
    id: SourceId,
    told: SourceDocument,
    sentences: Vec<zopa_evidence::Span>,
}

impl Read {
    /// What the documents in hand say: who said what in each, and what stands between them. Of the request, `without` and
    /// `private` count; whoever was made from a source set aside, as the case says or as is found, goes with it.
    ///
    /// `progress` is told the number of documents done, and how many there are.
    ///
    /// # Errors
    /// A source set aside that the case does not have.
    pub fn sources(
        &self,
        texts: &Texts,
        request: &Request,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Finding, Vec<Problem>> {
        let read = self.asked(request);
        let asides = read.resolved(&Request { without: request.without.clone(), ..Request::default() })?.without;
        let mut taken = taken(&read.case, texts, progress);
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
    let voices = heard::voices(&documents, &found);
    let as_of = read.case.as_of.as_ref().filter(|date| date.day.is_some()).map(date_written);
    Finding {
        format: SOURCES_FORMAT.to_owned(),
        case: CaseHead { name: read.name.clone(), title: read.case.title.clone(), as_of },
        private,
        without,
        documents,
        descents: found.descents,
        disputes: found.disputes,
        utterances: found.utterances,
        origins: found.origins,
        said,
        voices,
    }
}

/// Sources that are not counted: those named, with those that the case says copy them, and those found to be made from
/// them, in the order of the sources.
fn set_aside(taken: &[Taken], asides: &[(String, Aside)]) -> Vec<SourceId> {
    let mut gone: BTreeSet<SourceId> = asides.iter().flat_map(|(_, aside)| aside.sources.iter().copied()).collect();
    if gone.is_empty() {
        return Vec::new();
    }
    let found = descents(&reports(taken));
    let id = |name: &str| taken.iter().find(|document| document.told.source == name).map(|document| document.id);
    // Whoever was made from what is gone goes too, until nobody more does.
    loop {
        let more = found.iter().filter(|edge| id(&edge.source).is_some_and(|source| gone.contains(&source)));
        let more: Vec<SourceId> = more.filter_map(|edge| id(&edge.derived)).filter(|id| !gone.contains(id)).collect();
        if more.is_empty() {
            return gone.into_iter().collect();
        }
        gone.extend(more);
    }
}

/// The documents in hand, in the order of their sources.
fn taken(case: &Case, texts: &Texts, progress: &mut dyn FnMut(usize, usize)) -> Vec<Taken> {
    let in_hand = case.sources.iter().filter_map(|(id, source)| {
        let (path, _) = source.document.as_ref()?;
        let (_, bytes) = texts.documents.iter().find(|(known, _)| known == path)?;
        Some((id, source, path, bytes))
    });
    let in_hand: Vec<_> = in_hand.collect();
    let all = in_hand.len();
    let one = |(done, (id, source, path, bytes)): (usize, (SourceId, &zopa_case::Source, &String, &Vec<u8>))| {
        progress(done, all);
        document(id, source, path, (bytes, &texts.kept))
    };
    let documents = in_hand.into_iter().enumerate().map(one).collect();
    progress(all, all);
    documents
}

fn document(id: SourceId, source: &zopa_case::Source, path: &str, (bytes, kept): (&[u8], &Kept)) -> Taken {
    let known = |words: &str| (words != NOT_GIVEN).then(|| words.to_owned());
    let mut told = SourceDocument {
        source: source.name.clone(),
        number: 0,
        outlet: known(&source.title),
        published: source.published.as_ref().map(date_written).as_deref().and_then(known),
        path: path.to_owned(),
        text: String::new(),
        mark: 0,
        unread: None,
        sentences: 0,
        attributions: Vec::new(),
        left_out: Vec::new(),
    };
    let sentences = match kept.text(path, bytes) {
        Ok(text) => read_into(&mut told, &text),
        Err(unread) => {
            told.unread = Some(unread.to_string());
            Vec::new()
        }
    };
    Taken { id, told, sentences }
}

/// The text, its sentences and who says what in them. What stands around the article says nothing.
fn read_into(told: &mut SourceDocument, text: &Text) -> Vec<zopa_evidence::Span> {
    told.text = text.as_str().to_owned();
    told.mark = text.mark();
    let around =
        |left: &zopa_text::LeftOut| AroundArticle { kind: left.kind.word().to_owned(), words: left.words.clone() };
    told.left_out = text.left_out().iter().map(around).collect();
    let outside: Vec<(usize, usize)> = (text.blocks().iter().filter(|block| !block.kind.is_article()))
        .map(|block| (block.start - text.mark(), block.end - text.mark()))
        .collect();
    let inside = |at: usize| !outside.iter().any(|(start, end)| *start <= at && at < *end);
    let prose = Prose::new(&told.text, Language::english());
    let attributions: Vec<Attribution> = of_prose(&prose);
    let begins = |said: &Attribution| said.content.first().is_some_and(|place| inside(place.start));
    let sentences: Vec<_> = article(&prose).into_iter().filter(|span| inside(span.start)).collect();
    told.sentences = u32::try_from(sentences.len()).unwrap_or(u32::MAX);
    told.attributions = attributions.into_iter().filter(begins).collect();
    sentences
}

fn reports(taken: &[Taken]) -> Vec<Report<'_>> {
    taken.iter().map(report).collect()
}

fn report(taken: &Taken) -> Report<'_> {
    let told = &taken.told;
    Report {
        name: &told.source,
        text: &told.text,
        sentences: taken.sentences.clone(),
        attributions: told.attributions.clone(),
        outlet: told.outlet.as_deref(),
        published: told.published.as_deref(),
    }
}
