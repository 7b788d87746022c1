//! How is a mistake in a case file told? Header, place, the line with an underline, the way out.

use crate::words::screen;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};
use std::ops::Range;
use zopa_syntax::diagnostic::{Diagnostic, Label, Severity};

/// Longer lines are cut around the underline, in columns.
const WIDTH: usize = 120;

/// All messages in the order given, a blank line between them, and a last line that counts them.
///
/// `files` are `(path, text)` in the order in which the spans number them. A place in a file that is not in the list is left
/// out, and its message still told. Without a message the text is empty. `colour` adds ANSI colours and nothing else.
pub fn diagnostics(diags: &[Diagnostic], files: &[(String, String)], colour: bool) -> String {
    if diags.is_empty() {
        return String::new();
    }
    let renderer = renderer(colour);
    let mut out = String::new();
    for diagnostic in diags {
        out.push_str(renderer.render(&[group(diagnostic, files)]).trim_end());
        out.push_str("\n\n");
    }
    out.push_str(&count(diags));
    out.push('\n');
    out
}

fn renderer(colour: bool) -> Renderer {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH)
}

fn count(diags: &[Diagnostic]) -> String {
    let errors = diags.iter().filter(|d| d.severity == Severity::Error).count();
    screen::message_count(errors, diags.len().saturating_sub(errors))
}

fn group<'a>(diagnostic: &'a Diagnostic, files: &'a [(String, String)]) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.0);
    let group = Group::with_title(title).elements(snippets(diagnostic, files));
    if diagnostic.help.is_empty() {
        return group;
    }
    group.element(Level::HELP.message(diagnostic.help.as_str()))
}

/// One snippet for each file that has a place in it, the file of the primary place first.
fn snippets<'a>(
    diagnostic: &'a Diagnostic,
    files: &'a [(String, String)],
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut order = vec![diagnostic.primary.span.file];
    for label in &diagnostic.others {
        if !order.contains(&label.span.file) {
            order.push(label.span.file);
        }
    }
    let in_list = order.into_iter().filter_map(|id| {
        let (path, text) = files.get(usize::try_from(id.0).ok()?)?;
        let primary = Some(&diagnostic.primary).filter(|label| label.span.file == id);
        let others = diagnostic.others.iter().filter(|label| label.span.file == id).collect::<Vec<_>>();
        Some(snippet(path, text, primary, &others))
    });
    in_list.collect()
}

/// The lines of one file from the first place to the last: what lies outside is never looked at.
fn snippet<'a>(
    path: &'a str,
    text: &'a str,
    primary: Option<&'a Label>,
    others: &[&'a Label],
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let places = primary.into_iter().chain(others.iter().copied());
    let ranges = places.map(|label| range(label, text)).collect::<Vec<_>>();
    let first = ranges.iter().map(|r| r.start).min().unwrap_or(0);
    let last = ranges.iter().map(|r| r.end).max().unwrap_or(0);
    let start = text.get(..first).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let end = text.get(last..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| last + newline);
    let lines_before = text.get(..start).map_or(0, |before| before.matches('\n').count());
    let source = text.get(start..end).unwrap_or_default();
    let kinds = primary.map(|label| (AnnotationKind::Primary, label)).into_iter();
    let kinds = kinds.chain(others.iter().map(|label| (AnnotationKind::Context, *label)));
    let annotations = kinds.map(|(kind, label)| {
        let range = range(label, text);
        let text = Some(label.text.as_str()).filter(|text| !text.is_empty());
        kind.span(range.start - start..range.end - start).label(text)
    });
    Snippet::source(source).line_start(lines_before + 1).path(path).annotations(annotations)
}

/// A label's place as a range that certainly lies in the text, on character boundaries, whatever the span says.
fn range(label: &Label, text: &str) -> Range<usize> {
    let start = boundary(text, label.span.start);
    let end = boundary(text, label.span.end).max(start);
    start..end
}

fn boundary(text: &str, at: u32) -> usize {
    let mut at = usize::try_from(at).unwrap_or(usize::MAX).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
