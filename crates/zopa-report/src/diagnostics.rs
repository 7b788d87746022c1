//! How is a mistake in a case file told? Header, place, the line with an underline, the way out.

use crate::plain::isolated;
use crate::words::screen;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};
use std::collections::BTreeMap;
use std::ops::Range;
use zopa_syntax::diagnostic::{Diagnostic, Label, Severity};

/// Longer lines are cut around the underline, in columns.
const WIDTH: usize = 120;

/// Messages of one kind that are told one by one, at most: after that many the way out is known, or the file is none.
const TOLD: usize = 50;

/// Places of one message that lie farther apart than this, in lines, stand in snippets of their own.
const NEAR: usize = 20;

/// All messages in the order given, a blank line between them, and a last line that counts them. Of each kind the first
/// [`TOLD`] are told, and the others counted: a list of more is for programs.
///
/// `files` are `(path, text)` in the order in which the spans number them. A place in a file that is not in the list is left
/// out, and its message still told. Without a message the text is empty. `colour` adds ANSI colours and nothing else.
pub fn diagnostics(diags: &[Diagnostic], files: &[(String, String)], colour: bool) -> String {
    if diags.is_empty() {
        return String::new();
    }
    let renderer = renderer(colour);
    let files: Vec<File<'_>> = files.iter().map(|(path, text)| File::of(path, text)).collect();
    let mut out = String::new();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diags {
        let count = kinds.entry(diagnostic.code.0).or_default();
        *count += 1;
        if *count <= TOLD {
            let told = renderer.render(&[group(diagnostic, &files)]);
            told.trim_end().lines().for_each(|line| out.push_str(&format!("{}\n", isolated(line))));
            out.push('\n');
        }
    }
    for (code, count) in kinds.into_iter().filter(|(_, count)| *count > TOLD) {
        out.push_str(&screen::more_messages(code, count - TOLD));
        out.push_str("\n\n");
    }
    out.push_str(&count(diags));
    out.push('\n');
    out
}

/// A case file, with the places where its lines begin.
struct File<'a> {
    path: &'a str,
    text: &'a str,
    lines: Vec<usize>,
}

impl<'a> File<'a> {
    fn of(path: &'a str, text: &'a str) -> File<'a> {
        let after = text.match_indices('\n').map(|(feed, _)| feed + 1);
        File { path, text, lines: std::iter::once(0).chain(after).collect() }
    }

    /// The line that holds a byte, from 0.
    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// Where a line begins, and where the text of the last line that is wanted ends.
    fn lines(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.lines.get(first).copied().unwrap_or(0);
        let end = self.lines.get(last + 1).map_or(self.text.len(), |next| next - 1);
        start..end.max(start)
    }
}

fn renderer(colour: bool) -> Renderer {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH)
}

fn count(diags: &[Diagnostic]) -> String {
    let errors = diags.iter().filter(|d| d.severity == Severity::Error).count();
    screen::message_count(errors, diags.len().saturating_sub(errors))
}

fn group<'a>(diagnostic: &'a Diagnostic, files: &'a [File<'a>]) -> Group<'a> {
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

/// A place with what it is, in its file.
struct Placed<'a> {
    kind: AnnotationKind,
    text: &'a str,
    range: Range<usize>,
    lines: (usize, usize),
}

/// One snippet for each run of places that stand near each other, that of the primary place first, its file before others.
fn snippets<'a>(diagnostic: &'a Diagnostic, files: &'a [File<'a>]) -> Vec<Snippet<'a, Annotation<'a>>> {
    let primary = std::iter::once((AnnotationKind::Primary, &diagnostic.primary));
    let all = primary.chain(diagnostic.others.iter().map(|label| (AnnotationKind::Context, label)));
    let mut runs: Vec<(&File<'_>, Vec<Placed<'_>>)> = Vec::new();
    for (kind, label) in all {
        let Some(file) = usize::try_from(label.span.file.0).ok().and_then(|at| files.get(at)) else { continue };
        let range = range(label, file.text);
        let lines = (file.line(range.start), file.line(range.end.saturating_sub(1).max(range.start)));
        let placed = Placed { kind, text: &label.text, range, lines };
        let near = |other: &Placed<'_>| {
            placed.lines.0.saturating_sub(other.lines.1).max(other.lines.0.saturating_sub(placed.lines.1)) <= NEAR
        };
        match runs.iter_mut().find(|(known, run)| std::ptr::eq(*known, file) && run.iter().any(near)) {
            Some((_, run)) => run.push(placed),
            None => runs.push((file, vec![placed])),
        }
    }
    runs.into_iter().map(|(file, run)| snippet(file, &run)).collect()
}

/// The lines from the first place to the last: what lies outside is never looked at.
fn snippet<'a>(file: &File<'a>, places: &[Placed<'a>]) -> Snippet<'a, Annotation<'a>> {
    let first = places.iter().map(|placed| placed.lines.0).min().unwrap_or(0);
    let last = places.iter().map(|placed| placed.lines.1).max().unwrap_or(0);
    let shown = file.lines(first, last);
    let source = file.text.get(shown.clone()).unwrap_or_default();
    let annotations = places.iter().map(|placed| {
        let text = Some(placed.text).filter(|text| !text.is_empty());
        placed.kind.span(placed.range.start - shown.start..placed.range.end - shown.start).label(text)
    });
    Snippet::source(source).line_start(first + 1).path(file.path).annotations(annotations.collect::<Vec<_>>())
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
