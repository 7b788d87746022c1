//! Which documents are in hand, and what is their text? With who says what in it, where that is asked for.

use crate::Texts;
use crate::reports::is_given;
use zopa_analysis::date_written;
use zopa_case::{Case, SourceId};
use zopa_evidence::between::{Report, article};
use zopa_evidence::{Language, Prose, of_prose, without_publisher};
use zopa_finding::{AroundArticle, Attribution, SourceDocument};
use zopa_text::{Kept, Text};

/// A document with its text, on its way to a finding.
pub(crate) struct Taken {
    pub id: SourceId,
    pub told: SourceDocument,
    pub sentences: Vec<zopa_evidence::Span>,
}

/// What is looked for in a text, beside its sentences.
pub(crate) type Sought = fn(&Prose<'_>) -> Vec<Attribution>;

/// Who says what in it.
pub(crate) fn attributed(prose: &Prose<'_>) -> Vec<Attribution> {
    of_prose(prose)
}

/// Nothing: which text was made from which shows without it.
pub(crate) fn nothing(_: &Prose<'_>) -> Vec<Attribution> {
    Vec::new()
}

/// The documents in hand, in the order of their sources.
pub(crate) fn in_hand(
    case: &Case,
    texts: &Texts,
    sought: Sought,
    progress: &mut dyn FnMut(usize, usize),
) -> Vec<Taken> {
    let in_hand = case.sources.iter().filter_map(|(id, source)| {
        let (path, _) = source.document.as_ref()?;
        Some((id, source, path, texts.document(path)?))
    });
    let in_hand: Vec<_> = in_hand.collect();
    let all = in_hand.len();
    let one = |(done, (id, source, path, bytes)): (usize, (SourceId, &zopa_case::Source, &String, &[u8]))| {
        progress(done, all);
        document(case, id, source, (path, bytes, &texts.kept), sought)
    };
    let documents = in_hand.into_iter().enumerate().map(one).collect();
    progress(all, all);
    documents
}

fn document(
    case: &Case,
    id: SourceId,
    source: &zopa_case::Source,
    (path, bytes, kept): (&str, &[u8], &Kept),
    sought: Sought,
) -> Taken {
    let known = |words: &str| is_given(words).then(|| words.to_owned());
    let mut told = SourceDocument {
        source: source.name.clone(),
        number: 0,
        outlet: known(&source.title),
        published: source.published.as_ref().map(date_written).as_deref().and_then(known),
        copies: case.copied(id).into_iter().map(|copied| case.sources[copied].name.clone()).collect(),
        path: path.to_owned(),
        text: String::new(),
        mark: 0,
        unread: None,
        sentences: 0,
        attributions: Vec::new(),
        left_out: Vec::new(),
    };
    let sentences = match kept.text(path, bytes, &source.keeps) {
        Ok(text) => read_into(&mut told, &text, sought),
        Err(unread) => {
            told.unread = Some(unread.to_string());
            Vec::new()
        }
    };
    Taken { id, told, sentences }
}

/// The text, its sentences and what is looked for in them. What stands around the article says nothing.
fn read_into(told: &mut SourceDocument, text: &Text, sought: Sought) -> Vec<zopa_evidence::Span> {
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
    let mut attributions = sought(&prose);
    if let Some(outlet) = &told.outlet {
        without_publisher(&mut attributions, outlet);
    }
    let begins = |said: &Attribution| said.content.first().is_some_and(|place| inside(place.start));
    let sentences: Vec<_> = article(&prose).into_iter().filter(|span| inside(span.start)).collect();
    told.sentences = u32::try_from(sentences.len()).unwrap_or(u32::MAX);
    told.attributions = attributions.into_iter().filter(begins).collect();
    sentences
}

/// Which were found to be made from which, the derived one first, as far as that is shown.
pub(crate) fn made_from(taken: &[Taken]) -> Vec<(SourceId, SourceId)> {
    let id = |at: usize| taken.get(at).map(|document| document.id);
    let found = zopa_evidence::between::made_from(&reports(taken)).into_iter();
    found.filter_map(|(derived, source)| Some((id(derived)?, id(source)?))).collect()
}

/// As they are compared.
pub(crate) fn reports(taken: &[Taken]) -> Vec<Report<'_>> {
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
