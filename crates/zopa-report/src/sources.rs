//! What is told of documents, section by section, whatever it is told in? Screen, Markdown and page lay out the same lines.

use crate::words::{self, sources as said};
use std::cmp::Reverse;
use zopa_finding::between::{
    Descent, Dispute, DisputeKind, FoundOrigin, OriginKind, Passage, RewriteEffect, Utterance,
};
use zopa_finding::{Attribution, Said, SourceDocument, Sources};

/// How many passages of one side of a dispute are shown.
const TOLD_MOST: usize = 3;

/// Words of a document, and where.
#[derive(Clone, Debug)]
pub(crate) struct Cited<'a> {
    pub document: &'a SourceDocument,
    /// The first byte in the text.
    pub start: usize,
    pub words: &'a str,
}

/// One line under an entry: a label and words of a document, or a sentence of ours.
#[derive(Clone, Debug)]
pub(crate) enum Line<'a> {
    Cited(String, Cited<'a>),
    Said(String),
}

/// One entry of a section.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    pub head: String,
    /// Said of it, in small.
    pub marks: Vec<String>,
    pub lines: Vec<Line<'a>>,
}

/// One change of a rewrite.
pub(crate) struct Changed<'a> {
    pub effect: &'static str,
    pub before: Option<Cited<'a>>,
    pub after: Option<Cited<'a>>,
}

/// The finding, with its documents by name.
pub(crate) struct Telling<'a> {
    pub found: &'a Sources,
}

impl<'a> Telling<'a> {
    pub fn new(found: &'a Sources) -> Self {
        Telling { found }
    }

    /// What the case is called.
    pub fn title(&self) -> &'a str {
        if self.found.case.title.is_empty() { said::UNTITLED } else { &self.found.case.title }
    }

    pub fn heading(&self) -> String {
        let origins = self.found.origins.iter().filter(|origin| origin.kind != OriginKind::OwnVoice).count();
        said::heading(self.found.documents.len(), origins)
    }

    /// A report by number and outlet.
    pub fn report(&self, document: &SourceDocument) -> String {
        said::report(document.number, document.outlet.as_deref().unwrap_or(&document.source))
    }

    pub fn report_named(&self, name: &str) -> String {
        self.found.document(name).map_or_else(|| name.to_owned(), |document| self.report(document))
    }

    pub fn cited(&self, passage: &'a Passage) -> Option<Cited<'a>> {
        let document = self.found.document(&passage.document)?;
        Some(Cited { document, start: passage.start, words: &passage.exact })
    }

    fn line(&self, label: String, passage: &'a Passage) -> Option<Line<'a>> {
        self.cited(passage).map(|cited| Line::Cited(label, cited))
    }

    /// Which was made from which.
    pub fn lineage(&self) -> Vec<Entry<'a>> {
        self.found.descents.iter().map(|edge| self.descent(edge)).collect()
    }

    fn descent(&self, edge: &'a Descent) -> Entry<'a> {
        let (derived, source) = (self.report_named(&edge.derived), self.report_named(&edge.source));
        let mut lines = vec![Line::Said(said::matched(edge.sentences_matched, edge.sentences, edge.in_order))];
        // The first of each kind: one is enough to look at.
        let mut seen = Vec::new();
        for sign in &edge.signs {
            if !seen.contains(&sign.sign) {
                seen.push(sign.sign);
                let label = said::sign(sign.sign).to_owned();
                // A date stands in the case, not in the text.
                let told = (!sign.source.exact.is_empty()).then(|| self.line(label.clone(), &sign.source)).flatten();
                lines.push(told.unwrap_or(Line::Said(label)));
            }
        }
        let stated = self.found.copying(edge);
        let same = stated == Some((edge.derived.as_str(), edge.source.as_str()));
        if edge.direction_shown && !same {
            lines.push(Line::Said(match stated {
                Some((copy, copied)) => said::case_has_it(copy, copied),
                None => said::write_copies(&edge.derived, &edge.source),
            }));
        }
        let head = if edge.direction_shown { said::made_from } else { said::made_of_each_other };
        Entry { head: head(&derived, &source), marks: Vec::new(), lines }
    }

    /// What is denied, or told in two ways.
    pub fn disputes(&self) -> Vec<Entry<'a>> {
        let unasked = Some(self.found.unasked_denials).filter(|count| *count > 0);
        let unasked = unasked.map(|count| Entry { head: said::unasked(count), marks: Vec::new(), lines: Vec::new() });
        self.found.disputes.iter().map(|dispute| self.dispute(dispute)).chain(unasked).collect()
    }

    fn dispute(&self, dispute: &'a Dispute) -> Entry<'a> {
        let denial = dispute.kind == DisputeKind::Denial;
        let label = |number: usize| match said::DENIAL_SIDES.get(number) {
            Some(side) if denial => (*side).to_owned(),
            _ => said::side(number + 1),
        };
        let mut lines = Vec::new();
        for (number, side) in dispute.sides.iter().enumerate() {
            let origins = side.origins.map(said::from_origins);
            let label = [Some(label(number)), origins].into_iter().flatten().collect::<Vec<_>>().join(", ");
            lines.push(Line::Said(label));
            let told = self.first_told(&side.told);
            lines.extend(told.iter().take(TOLD_MOST).filter_map(|passage| self.line(String::new(), passage)));
            let rest = side.told.len().saturating_sub(told.len().min(TOLD_MOST));
            lines.extend((rest > 0).then(|| Line::Said(said::told_again(rest))));
        }
        let marks = dispute.whole_report.then(|| said::WHOLE_REPORT.to_owned()).into_iter().collect();
        Entry { head: said::dispute(dispute.kind).to_owned(), marks, lines }
    }

    /// Passages that stand in a document which was made from no other of these.
    fn first_told(&self, told: &'a [Passage]) -> Vec<&'a Passage> {
        let among = |name: &str| told.iter().any(|passage| passage.document == name);
        let copied = |passage: &&Passage| {
            let mut made = self.found.descents.iter().filter(|edge| edge.derived == passage.document);
            made.any(|edge| edge.direction_shown && among(&edge.source))
        };
        told.iter().filter(|passage| !copied(passage)).collect()
    }

    /// What a rewrite did to words, without sentences added, left out and moved, which are counted.
    pub fn changes(&self, edge: &'a Descent) -> (Vec<Changed<'a>>, String) {
        let whole = |effect: RewriteEffect| {
            matches!(
                effect,
                RewriteEffect::SentenceAdded | RewriteEffect::SentenceDropped | RewriteEffect::OrderChanged
            )
        };
        let count = |wanted: RewriteEffect| edge.changes.iter().filter(|change| change.effect == wanted).count();
        let words = edge.changes.iter().filter(|change| !whole(change.effect)).map(|change| Changed {
            effect: said::effect(change.effect),
            before: change.before.as_ref().and_then(|passage| self.cited(passage)),
            after: change.after.as_ref().and_then(|passage| self.cited(passage)),
        });
        let counts = said::sentences(
            count(RewriteEffect::SentenceAdded),
            count(RewriteEffect::SentenceDropped),
            count(RewriteEffect::OrderChanged),
        );
        (words.collect(), counts)
    }

    /// Wordings of one utterance.
    pub fn wordings(&self) -> Vec<Entry<'a>> {
        self.found.utterances.iter().map(|utterance| self.utterance(utterance)).collect()
    }

    fn utterance(&self, utterance: &'a Utterance) -> Entry<'a> {
        let mut lines: Vec<Line> = self.line(String::new(), &utterance.fullest).into_iter().collect();
        let others = utterance.pairs.iter().filter(|pair| pair.fuller == utterance.fullest);
        lines.extend(others.filter_map(|pair| self.line(said::wording(pair.kind).to_owned(), &pair.other)));
        let head = utterance.speaker.clone().unwrap_or_else(|| said::NOT_NAMED.to_owned());
        Entry { head, marks: Vec::new(), lines }
    }

    /// Who says what, in the order of reading.
    pub fn said(&self) -> Vec<Entry<'a>> {
        self.found.said.iter().filter_map(|said| self.one_said(said)).collect()
    }

    fn one_said(&self, entry: &Said) -> Option<Entry<'a>> {
        let document = self.found.document(&entry.document)?;
        let attribution = document.attributions.get(entry.attribution)?;
        let also: Vec<String> = entry.also.iter().map(|name| self.report_named(name)).collect();
        let mut marks = vec![said::act(attribution.act).to_owned(), said::kind(attribution.kind).to_owned()];
        marks.extend(attribution.relayed.then(|| said::RELAYED.to_owned()));
        marks.extend((!entry.disputes.is_empty()).then(|| said::IS_DISPUTED.to_owned()));
        marks.extend((!also.is_empty()).then(|| said::also(&also)));
        let lines = attribution
            .content
            .iter()
            .map(|place| Line::Cited(String::new(), Cited { document, start: place.start, words: &place.exact }));
        Some(Entry { head: chain(attribution), marks, lines: lines.collect() })
    }

    /// Where the telling ends, those first that most documents carry; with how often and how many words are quoted.
    pub fn origins(&self) -> Vec<(&'a FoundOrigin, u32, u32)> {
        let told = self.found.origins.iter().enumerate().filter(|(_, origin)| origin.kind != OriginKind::OwnVoice);
        let voice = |number: usize| self.found.voices.iter().find(|voice| voice.origin == number);
        let mut told: Vec<_> = told
            .map(|(number, origin)| {
                voice(number).map_or((origin, 0, 0), |voice| (origin, voice.times, voice.quoted_words))
            })
            .collect();
        told.sort_by_key(|(origin, times, _)| (Reverse(origin.documents.len()), Reverse(*times)));
        told
    }

    /// An origin by what the documents call it.
    pub fn origin(&self, origin: &FoundOrigin) -> String {
        match &origin.report {
            Some(report) => said::told_to(&origin.name, report),
            None => origin.name.clone(),
        }
    }

    pub fn carried_by(&self, origin: &FoundOrigin) -> String {
        let reports: Vec<String> = origin.documents.iter().map(|name| self.report_named(name)).collect();
        words::list(&reports)
    }

    /// How many attributions there are, each once.
    pub fn attributions(&self) -> usize {
        self.found.said.len()
    }
}

/// Who told whom, outermost first, with offices.
fn chain(attribution: &Attribution) -> String {
    let called = |holder: &zopa_finding::Holder| match &holder.office {
        Some(office) if !holder.name.contains(office.as_str()) => format!("{}, {office}", holder.name),
        _ => holder.name.clone(),
    };
    let names: Vec<String> = attribution.chain.iter().map(called).collect();
    if names.is_empty() { said::NOBODY.to_owned() } else { names.join(" ← ") }
}
