//! How are the outlet, the date and the handling of a report given or mended afterwards?

use crate::decide::claim_of;
use crate::edited::{Edited, row, settled};
use crate::{Problem, Read, Texts};
use zopa_report::{adding, desk as words, suggest};
use zopa_syntax::ast::{Item, ItemKind, Source};
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::nearest;
use zopa_syntax::write::{Row, text};
use zopa_syntax::{Part, Why};

/// What is known of a report. What is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Labelling<'a> {
    /// The source, by its name.
    pub source: &'a str,
    /// The outlet.
    pub outlet: Option<&'a str>,
    /// When it was published, as the language writes a date.
    pub published: Option<&'a str>,
    /// Does it stay at the desk?
    pub private: Option<bool>,
}

/// Is this a date as a case file has it, or `?`, and nothing beside it?
pub fn is_date(written: &str) -> bool {
    let plain = written == "?" || written.chars().all(|c| c.is_ascii_digit() || c == '-');
    let case = format!("source it \"it\" published {written}\n");
    plain && crate::read(&Texts::of_case("it", &case)).tree.diagnostics.is_empty()
}

/// Writes it down.
///
/// # Errors
/// A name of no source, what is no date, a report that lies where all is private and is to be for everybody, nothing that is
/// new; or what the case would break by: then nothing is changed.
pub fn label(texts: &Texts, read: &Read, labelling: &Labelling<'_>) -> Result<Edited, Vec<Problem>> {
    let problem = |code, (message, help): (String, String)| vec![Problem::new(code, message, help)];
    let found = read.tree.items.iter().find_map(|item| match &item.kind {
        ItemKind::Source(source) if source.name.text == labelling.source => Some((item, source)),
        _ => None,
    });
    let (item, source) = found.ok_or_else(|| {
        let near = nearest(labelling.source, read.case.sources.values().map(|source| source.name.as_str()));
        problem("unknown-source", words::no_source(labelling.source, near))
    })?;
    if let Some(date) = labelling.published.filter(|date| !is_date(date)) {
        let (message, help) = adding::no_date(date);
        return Err(problem("bad-date", (message, help.to_owned())));
    }
    let placed = matches!(read.tree.why(Part::Private, item.span), Some(Why::File | Why::Document | Why::Words));
    if placed && labelling.private == Some(false) {
        return Err(problem("private-place", words::lies_private(labelling.source)));
    }
    let edits: Vec<Edit> = [
        outlet(source, labelling.outlet),
        published(item, source, labelling.published),
        handling(read, item, labelling.private.filter(|_| !placed)),
    ]
    .into_iter()
    .flatten()
    .chain(labelling.outlet.into_iter().flat_map(|outlet| retitled(read, source, outlet)))
    .collect();
    if edits.is_empty() {
        return Err(problem("nothing-new", words::nothing_new(labelling.source)));
    }
    settled(texts, read, edits, &[labelling.source])
}

fn outlet(source: &Source, outlet: Option<&str>) -> Option<Edit> {
    let written = text(outlet?);
    (written != text(&source.title.text)).then(|| Edit::replace(source.title.span, written))
}

/// Titles of claims that wait, in which the source stands under its name or its outlet before: what the outlet says in its
/// own voice. The title of a claim that somebody has accepted is theirs.
fn retitled(read: &Read, source: &Source, outlet: &str) -> Vec<Edit> {
    let before = [source.title.text.as_str(), source.name.text.as_str()];
    let waits = read.tree.items.iter().filter(|item| item.unconfirmed.is_some());
    let own = waits.filter(|item| item.quotes.iter().any(|quote| quote.source.text == source.name.text));
    let renamed = own.filter_map(|item| {
        let title = &claim_of(item).filter(|claim| claim.sayings.is_empty())?.title;
        let rest = before.iter().find_map(|who| suggest::of_voice(&title.text, who))?;
        let now = text(&format!("{outlet}{rest}"));
        (now != text(&title.text)).then(|| Edit::replace(title.span, now))
    });
    renamed.collect()
}

fn published(item: &Item, source: &Source, published: Option<&str>) -> Option<Edit> {
    let date = published?;
    match &source.published {
        Some(known) => (zopa_analysis::date_written(known) != date).then(|| Edit::replace(known.span, date)),
        None => Some(Edit::insert(item.span.file, item.span.end, format!(" published {date}"))),
    }
}

/// The mark under it, put there or taken away.
fn handling(read: &Read, item: &Item, private: Option<bool>) -> Option<Edit> {
    match (private?, item.private) {
        (true, None) => {
            let text = &read.files.get(item.span.file.0 as usize)?.text;
            Editor::of(text, item.span.file).line_under(item.span, &Row::new("private"))
        }
        (false, Some(mark)) => Some(Edit::delete(row(read, mark)?)),
        _ => None,
    }
}
