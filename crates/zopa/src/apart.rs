//! What is a dossier without some of its parts, and what is wrong with it then?
//!
//! A part is taken out of the texts, before anything of them is worked out: the rows that `zopa_syntax` defines, and with
//! what is private the files and documents of a private folder. An answer without it is an answer of what is left, and
//! so cannot hang on anything else.

use crate::{Read, Texts};
use std::collections::BTreeMap;
use zopa_syntax::{Cut, Diagnostic, Label, Part, Severity, Span, is_private_path};

/// The texts of a dossier without its private part. Of a dossier with errors, what could be understood of its marks is
/// gone: ask [`Read::errors`] first. A dossier in which nothing is private stays as it is, byte for byte.
pub fn public_texts(texts: &Texts) -> Texts {
    without(texts, &crate::read::read_whole(texts), &[Part::Private]).0
}

/// Every choice of parts that the dossier has, none left out.
pub(crate) fn choices(texts: &Texts, read: &Read) -> Vec<Vec<Part>> {
    let private = read.tree.has(Part::Private) || texts.documents.iter().any(|(path, _)| is_private_path(path));
    match (private, read.tree.has(Part::Unconfirmed)) {
        (true, true) => vec![vec![Part::Private], vec![Part::Unconfirmed], vec![Part::Private, Part::Unconfirmed]],
        (true, false) => vec![vec![Part::Private]],
        (false, true) => vec![vec![Part::Unconfirmed]],
        (false, false) => Vec::new(),
    }
}

/// The texts without these parts, and where the case files were cut.
pub(crate) fn without(texts: &Texts, read: &Read, parts: &[Part]) -> (Texts, Vec<Cut>) {
    let cuts = zopa_syntax::without(&read.files, &read.tree, parts);
    let cut = |((path, bytes), cut): (&(String, Vec<u8>), &Cut)| {
        let bytes = if cut.is_shorter() { cut.text.clone().into_bytes() } else { bytes.clone() };
        (path.clone(), bytes)
    };
    let mut all = texts.case_files.iter().chain(&texts.private_files).zip(&cuts).map(cut);
    let case_files = all.by_ref().take(texts.case_files.len()).collect();
    let mut left = Texts {
        name: texts.name.clone(),
        case_files,
        private_files: all.collect(),
        documents: texts.documents.clone(),
        kept: texts.kept.clone(),
    };
    if parts.contains(&Part::Private) {
        left.private_files.clear();
        left.documents.retain(|(path, _)| !is_private_path(path));
    }
    (left, cuts)
}

/// Messages that the case has without these parts and not with them, at their places in the files as they are.
pub(crate) fn only_without(whole: &Read, less: &Read, parts: &[Part], cuts: &[Cut]) -> Vec<Diagnostic> {
    let placed = less.diagnostics.iter().map(|told| placed(told, cuts));
    let mut at: BTreeMap<Span, Vec<&Diagnostic>> = BTreeMap::new();
    whole.diagnostics.iter().for_each(|told| at.entry(told.primary.span).or_default().push(told));
    let known = |told: &Diagnostic| {
        // Where an error of the whole case stands already, one message is enough.
        let covers = |known: &&Diagnostic| known.severity == Severity::Error || known.code == told.code;
        at.get(&told.primary.span).is_some_and(|known| known.iter().any(covers))
    };
    // A case is not blamed for what it does not say as long as nobody has accepted that it is said.
    let matters = |told: &Diagnostic| told.severity == Severity::Error || !parts.contains(&Part::Unconfirmed);
    placed.filter(|told| matters(told) && !known(told)).map(|told| apart(told, parts)).collect()
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

fn apart(mut told: Diagnostic, parts: &[Part]) -> Diagnostic {
    let parts: Vec<&str> = parts.iter().map(|part| part.word()).collect();
    let parts = parts.join(" or ");
    if told.severity == Severity::Error {
        told.help = format!("{}; or mark what stands here `{parts}` too", told.help);
    }
    told.message = format!("without what is {parts}, {}", told.message);
    told
}
