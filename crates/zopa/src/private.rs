//! What is a dossier without its private part, and what is wrong with it then?
//!
//! The private part is taken out of the texts, before anything of them is worked out: private files, documents in a
//! private folder, and the rows that `zopa_syntax::private` defines. A public answer is an answer of what is left, and so
//! cannot hang on anything else.

use crate::{Read, Texts};
use std::collections::BTreeMap;
use zopa_syntax::{Cut, Diagnostic, Label, Severity, Span, is_private_path, without};

/// The texts of a dossier without its private part. Of a dossier with errors, what could be understood of its marks is
/// gone: ask [`Read::errors`] first. A dossier in which nothing is private stays as it is, byte for byte.
pub fn public_texts(texts: &Texts) -> Texts {
    without_private(texts, &crate::read::read_whole(texts)).map_or_else(|| texts.clone(), |(public, _)| public)
}

/// The same, and where its files were cut; `None` where nothing is private.
pub(crate) fn without_private(texts: &Texts, read: &Read) -> Option<(Texts, Vec<Cut>)> {
    let kept = |(path, _): &&(String, Vec<u8>)| !is_private_path(path);
    let documents: Vec<_> = texts.documents.iter().filter(kept).cloned().collect();
    let cuts = without(&read.files, &read.tree.private);
    let all_is_public = texts.private_files.is_empty() && documents.len() == texts.documents.len();
    if all_is_public && !cuts.iter().any(Cut::is_shorter) {
        return None;
    }
    let case_files = texts.case_files.iter().zip(&cuts).map(|((path, bytes), cut)| {
        let bytes = if cut.is_shorter() { cut.text.clone().into_bytes() } else { bytes.clone() };
        (path.clone(), bytes)
    });
    let case_files = case_files.collect();
    Some((Texts { name: texts.name.clone(), case_files, private_files: Vec::new(), documents }, cuts))
}

/// Messages that the public case has and the whole one has not, at their places in the files as they are.
pub(crate) fn only_in_public(whole: &Read, public: &Read, cuts: &[Cut]) -> Vec<Diagnostic> {
    let placed = public.diagnostics.iter().map(|told| placed(told, cuts));
    let mut at: BTreeMap<Span, Vec<&Diagnostic>> = BTreeMap::new();
    whole.diagnostics.iter().for_each(|told| at.entry(told.primary.span).or_default().push(told));
    let known = |told: &Diagnostic| {
        // Where an error of the whole case stands already, one message is enough.
        let covers = |known: &&Diagnostic| known.severity == Severity::Error || known.code == told.code;
        at.get(&told.primary.span).is_some_and(|known| known.iter().any(covers))
    };
    placed.filter(|told| !known(told)).map(apart).collect()
}

/// The same message about the file as it was.
fn placed(told: &Diagnostic, cuts: &[Cut]) -> Diagnostic {
    let before = |span: Span| match cuts.get(span.file.0 as usize) {
        Some(cut) => Span { file: span.file, start: cut.before(span.start), end: cut.before(span.end) },
        None => span,
    };
    let label = |label: &Label| Label { span: before(label.span), text: label.text.clone() };
    let others = told.others.iter().map(label).collect();
    Diagnostic { primary: label(&told.primary), others, ..told.clone() }
}

fn apart(mut told: Diagnostic) -> Diagnostic {
    if told.severity == Severity::Error {
        told.help = format!("{}; or mark what stands here `private` too", told.help);
    }
    told.message = format!("without what is private, {}", told.message);
    told
}
