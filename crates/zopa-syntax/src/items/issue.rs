//! What is negotiated: issues with their options, definitions, rules.

use super::{head, named, rest, title};
use crate::ast::{IssueOption, ItemKind, Name};
use crate::cond::cond;
use crate::cursor::{Cursor, Read};
use crate::diagnostic::Diagnostic;
use crate::keywords::LineWord;
use crate::parse::{Reader, whole_cond};

pub(super) fn issue<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let name = named(reader, at, cursor, "an issue");
    let title = name.as_ref().and_then(|_| rest(reader, at, cursor, title));
    let mut options = Vec::new();
    let mut open = false;
    for line in reader.below(at, LineWord::Option) {
        match option(reader, line, name.as_ref()) {
            Some(Some(option)) => options.push(option),
            Some(None) => open = true,
            None => {}
        }
    }
    Some(ItemKind::Issue { name: name?, title: title?, options, open })
}

/// One option; `Some(None)` is `option ?`.
fn option(reader: &mut Reader, at: usize, issue: Option<&Name>) -> Option<Option<IssueOption>> {
    let mut declared = None;
    let read = reader.read(at, LineWord::Option, |cursor| option_head(cursor, &mut declared));
    if let Some(name) = &declared {
        reader.declare(name, issue);
    }
    let quotes = reader.quotes(at);
    let private = reader.mark(at, LineWord::Private);
    let title = read?;
    Some(declared.map(|name| IssueOption { name, title: title.flatten(), quotes, private }))
}

/// `NAME [ TEXT ]`, or `?`, which is `None`.
fn option_head(cursor: &mut Cursor, declared: &mut Option<Name>) -> Read<Option<Option<crate::ast::Words>>> {
    if cursor.take_sign('?') {
        cursor.end()?;
        return Ok(None);
    }
    let doubled = cursor.doubled_opening();
    if doubled.is_some() {
        cursor.skip();
    }
    *declared = Some(cursor.name("an option")?);
    doubled.map_or(Ok(()), Err)?;
    let title = cursor.maybe_text();
    cursor.end()?;
    Ok(Some(title))
}

pub(super) fn define<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let (name, (title, cond)) = head(reader, at, cursor, "a definition", |cursor| {
        let title = cursor.maybe_text();
        cursor.expect("as")?;
        Ok((title, cond(cursor)?))
    })?;
    Some(ItemKind::Define { name, title, cond })
}

pub(super) fn rule<'a>(reader: &mut Reader<'a>, at: usize, cursor: &mut Cursor<'a>) -> Option<ItemKind> {
    let read = whole_cond(cursor);
    let cond = reader.keep(at, read);
    let lines = reader.below(at, LineWord::Because);
    let because = reader.because(at);
    if lines.is_empty() {
        let span = reader.span(at);
        let message = format!("{} gives no reason", cursor.shown(span));
        let help = "add a deeper line `because > words`: a rule of the analyst says why it holds";
        reader.keep::<()>(at, Err(Box::new(Diagnostic::error("missing-reason", span, message, help))));
    }
    Some(ItemKind::Rule { cond: cond?, text: reader.folded(at), because })
}
