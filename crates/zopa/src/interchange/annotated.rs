//! What is a claim as a Web Annotation, and what does one that came back change?
//!
//! The passages are what other programs see; beside the words in plain text an annotation carries the claim as the case
//! file has it, and that is what is read back. An annotation of somebody else becomes an unconfirmed claim with the
//! passages that it is about, if they are found in the documents of the case.

use super::rows::{claims, is_public};
use super::{Coming, Returned, What, placed};
use crate::{Problem, Read, Texts};
use std::collections::BTreeMap;
use zopa_formats::annotations::{self as format, NotAnnotations};
use zopa_formats::{Annotation, Position, Target};
use zopa_report::claims as words;
use zopa_syntax::SourceFile;
use zopa_syntax::ast::{Claim, Item, ItemKind, Quote, Source};
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::write::{self, Row};
use zopa_text::{Anchor, Found, Text};

/// The documents of the sources, as text, by the names of the sources; each with its path.
type Documents<'a> = BTreeMap<&'a str, (&'a str, Text)>;

/// The annotations of all claims: of those with private lines only where private ones are asked for. Beside them, how many
/// claims were left out.
pub fn annotations(texts: &Texts, read: &Read, private: bool) -> (String, usize) {
    let (shown, left_out): (Vec<_>, Vec<_>) = claims(read).partition(|(item, _)| private || is_public(read, item));
    let documents = documents(texts, read);
    let all: Vec<Annotation> = shown.into_iter().map(|(item, claim)| out(read, &documents, item, claim)).collect();
    (format::write(&read.name, &read.case.title, &all), left_out.len())
}

fn documents<'a>(texts: &Texts, read: &'a Read) -> Documents<'a> {
    let one = |item: &'a Item| {
        let ItemKind::Source(source @ Source { name, document: Some(document), .. }) = &item.kind else { return None };
        Some((name.text.as_str(), (document.path.as_str(), texts.text_of_item(source)?.ok()?)))
    };
    read.tree.items.iter().filter_map(one).collect()
}

fn out(read: &Read, documents: &Documents<'_>, item: &Item, claim: &Claim) -> Annotation {
    let quotes = item.quotes.iter().chain(claim.sayings.iter().flat_map(|saying| &saying.quotes));
    Annotation {
        claim: claim.name.text.clone(),
        words: claim.title.text.clone(),
        lines: lines(read, item).map(|text| text.trim_end().to_owned()),
        targets: quotes.map(|quote| target(documents, quote)).collect(),
    }
}

/// The rows of an item.
fn lines<'a>(read: &'a Read, item: &Item) -> Option<&'a str> {
    let text = &read.files.get(item.span.file.0 as usize)?.text;
    let rows = Editor::of(text, item.span.file).rows(item.span)?;
    text.get(rows.start as usize..rows.end as usize)
}

fn target(documents: &Documents<'_>, quote: &Quote) -> Target {
    let Some((path, text)) = documents.get(quote.source.text.as_str()) else {
        let source = format!("urn:zopa-source:{}", quote.source.text);
        return Target { source, exact: Some(quote.words.text.clone()), ..Target::default() };
    };
    let anchor = match text.find(&quote.words.text, quote.at) {
        Found::Verified { anchor, .. } | Found::Moved { anchor, .. } => Some(anchor),
        Found::Several(anchors) => anchors.into_iter().next(),
        Found::Orphaned { .. } => None,
    };
    let source = (*path).to_owned();
    match anchor {
        Some(anchor) => {
            let position = anchor.code_points(text).map(|(start, end)| Position { start, end });
            Target { source, exact: Some(anchor.exact), prefix: anchor.prefix, suffix: anchor.suffix, position }
        }
        None => Target { source, exact: Some(quote.words.text.clone()), ..Target::default() },
    }
}

/// Annotations read back.
///
/// # Errors
/// The text holds no annotations. What is wrong with some of them alone is told in [`Returned::unplaced`].
pub fn from_annotations(texts: &Texts, read: &Read, json: &str) -> Result<Returned, Problem> {
    let all = format::read(json).map_err(|not| {
        let message = if not == NotAnnotations::NotJson { words::NOT_JSON } else { words::NO_ANNOTATION };
        Problem::new("no-annotations", message.to_owned(), words::ANNOTATIONS.to_owned())
    })?;
    let documents = documents(texts, read);
    let mut taken: Vec<String> = read.tree.declared.iter().map(|declared| declared.name.text.clone()).collect();
    let (mut coming, mut unplaced) = (Vec::new(), Vec::new());
    for (at, annotation) in all.iter().enumerate() {
        let place = words::annotation(at + 1);
        match back(read, &documents, annotation, &mut taken) {
            Ok((name, what)) => coming.push(Coming { place, name, what }),
            Err(why) => unplaced.push(words::left(&place, &annotation.claim, why)),
        }
    }
    Ok(placed(texts, read, coming, unplaced))
}

fn back(
    read: &Read,
    documents: &Documents<'_>,
    annotation: &Annotation,
    taken: &mut Vec<String>,
) -> Result<(String, What), &'static str> {
    let Some(lines) = &annotation.lines else { return foreign(documents, annotation, taken) };
    let name = claim_named(lines).ok_or(words::NOT_A_CLAIM)?;
    match claims(read).find(|(_, claim)| claim.name.text == name) {
        Some((item, claim)) => Ok((name, What::Edits(changed(read, item, claim, annotation, lines)))),
        None => Ok((name, What::New(waiting(lines).ok_or(words::NOT_A_CLAIM)?))),
    }
}

/// The name of the one claim that these lines are.
fn claim_named(lines: &str) -> Option<String> {
    let file = SourceFile { path: String::new(), text: format!("{}\n", lines.trim_end()) };
    let tree = zopa_syntax::parse(&[file]);
    match tree.items.as_slice() {
        [Item { kind: ItemKind::Claim(claim), .. }] if !claim.suppose => Some(claim.name.text.clone()),
        _ => None,
    }
}

/// The claim as the annotation has it, in the place of the claim as it stands; or its words alone, if only they changed.
fn changed(read: &Read, item: &Item, claim: &Claim, annotation: &Annotation, now: &str) -> Vec<Edit> {
    let file = read.files.get(item.span.file.0 as usize);
    let rows = file.and_then(|file| Editor::of(&file.text, item.span.file).rows(item.span));
    let (Some(was), Some(rows)) = (lines(read, item), rows) else { return Vec::new() };
    if was.trim_end() != now.trim_end() {
        let end = was.get(was.trim_end().len()..).unwrap_or_default();
        return vec![Edit::replace(rows, format!("{}{end}", now.trim_end()))];
    }
    let words = annotation.words.trim();
    if words.is_empty() || words == claim.title.text.trim() {
        return Vec::new();
    }
    vec![Edit::replace(claim.title.span, write::text(words))]
}

/// Lines as a row with what stands under it, and with the mark of what waits, unless they have one.
fn waiting(lines: &str) -> Option<Row> {
    let mut open: Vec<(usize, Row)> = Vec::new();
    let close = |open: &mut Vec<(usize, Row)>, depth: usize| {
        while open.len() > 1 && open.last().is_some_and(|(last, _)| *last >= depth) {
            let (_, row) = open.pop()?;
            let (at, above) = open.pop()?;
            open.push((at, above.under(row)));
        }
        Some(())
    };
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let depth = line.len() - line.trim_start().len();
        close(&mut open, depth)?;
        open.push((depth, Row::new(line)));
        if open.len() == 1 && !is_marked(lines) {
            let (at, head) = open.pop()?;
            open.push((at, head.under(Row::new("unconfirmed"))));
        }
    }
    close(&mut open, 0)?;
    open.pop().map(|(_, row)| row)
}

fn is_marked(lines: &str) -> bool {
    let file = SourceFile { path: String::new(), text: lines.to_owned() };
    let tree = zopa_syntax::parse(&[file]);
    let rejected = |item: &Item| matches!(&item.kind, ItemKind::Claim(claim) if claim.rejected.is_some());
    tree.items.iter().any(|item| item.unconfirmed.is_some() || rejected(item))
}

/// An annotation that is none of ours: what it says is the title, the passages are its words.
fn foreign(
    documents: &Documents<'_>,
    annotation: &Annotation,
    taken: &mut Vec<String>,
) -> Result<(String, What), &'static str> {
    let quotes: Vec<Row> = annotation.targets.iter().filter_map(|target| passage(documents, target)).collect();
    if quotes.is_empty() {
        return Err(words::NO_PASSAGE);
    }
    let exact = annotation.targets.iter().find_map(|target| target.exact.as_deref()).unwrap_or_default();
    let title = if annotation.words.trim().is_empty() { exact } else { annotation.words.as_str() };
    let name = write::name(title, "claim", |name| taken.iter().any(|known| known == name));
    taken.push(name.clone());
    let row = Row::new(format!("claim {name} {}", write::text(title))).under(Row::new("unconfirmed")).with(quotes);
    Ok((name, What::New(row)))
}

fn passage(documents: &Documents<'_>, target: &Target) -> Option<Row> {
    let exact = target.exact.as_deref()?;
    let named = |(_, (path, _)): &(&&str, &(&str, Text))| {
        target.source == *path || target.source.ends_with(&format!("/{path}"))
    };
    let (source, (_, text)) = documents.iter().find(named)?;
    let stated = target.position.and_then(|place| text.as_str().char_indices().nth(place.start)).map(|(at, _)| at);
    let mark = if text.slice(0, 0).is_some() { 0 } else { '\u{feff}'.len_utf8() };
    let around = |anchor: &&Anchor| {
        let short = |text: &str, other: &str| text.ends_with(other) || other.ends_with(text);
        let long = |text: &str, other: &str| text.starts_with(other) || other.starts_with(text);
        short(&anchor.prefix, &target.prefix) && long(&anchor.suffix, &target.suffix)
    };
    let anchor = match text.find(exact, stated.map(|at| at + mark)) {
        Found::Verified { anchor, .. } | Found::Moved { anchor, .. } => anchor,
        Found::Several(all) => match all.iter().filter(around).collect::<Vec<_>>().as_slice() {
            [one] => (*one).clone(),
            _ => return None,
        },
        Found::Orphaned { .. } => return None,
    };
    Row::quote(source, Some(anchor.start), &anchor.exact.split_whitespace().collect::<Vec<_>>().join(" "))
}
