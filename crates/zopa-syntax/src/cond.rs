//! What does a condition say?
//!
//! ```text
//! cond     = junction [ "implies" junction ]
//! junction = unary { "and" unary } | unary { "or" unary }
//! unary    = "not" unary | "(" cond ")" | NAME "=" NAME | NAME "in" "{" names "}"
//!          | NAME "before" NAME | NAME "only after" NAME | NAME
//! ```

use crate::ast::{Cond, CondKind, Name};
use crate::cursor::{Cursor, Read};
use crate::keywords::is_reserved;
use crate::span::Span;
use crate::words::{Kind, Token};

/// Brackets and `not` may lie this deep.
const DEEPEST: u32 = 64;

const FORMS: &str = "a condition is `ISSUE = OPTION`, `ISSUE in {OPTION, ...}`, `STEP before STEP`, \
                     `STEP only after STEP` or a name, joined by `and`, `or`, `implies`, `not` and brackets";

/// Reads a condition; it ends before the first word that cannot belong to it.
pub(crate) fn cond(cursor: &mut Cursor) -> Read<Cond> {
    whole(cursor, 0)
}

fn whole(cursor: &mut Cursor, depth: u32) -> Read<Cond> {
    let from = cursor.place();
    let left = junction(cursor, depth)?;
    if !cursor.take("implies") {
        return Ok(left);
    }
    let right = junction(cursor, depth)?;
    if cursor.word() == Some("implies") {
        let message = "one `implies` follows another: it could be read in two ways";
        let help = "put brackets around one of them: `(a implies b) implies c`";
        return Err(cursor.error("chained-implies", cursor.next_span(), message, help));
    }
    let kind = CondKind::Implies(Box::new(left), Box::new(right));
    Ok(Cond { kind, span: cursor.since(from) })
}

fn junction(cursor: &mut Cursor, depth: u32) -> Read<Cond> {
    let from = cursor.place();
    let first = unary(cursor, depth)?;
    let Some(joined) = cursor.word().filter(|word| matches!(*word, "and" | "or")) else { return Ok(first) };
    let mut parts = vec![first];
    while cursor.take(joined) {
        parts.push(unary(cursor, depth)?);
    }
    if matches!(cursor.word(), Some("and" | "or")) {
        let message = "`and` and `or` stand side by side: it could be read in two ways";
        let help = "put brackets around what belongs together: `a and (b or c)` or `(a and b) or c`";
        return Err(cursor.error("mixed-and-or", cursor.next_span(), message, help));
    }
    let kind = if joined == "and" { CondKind::And(parts) } else { CondKind::Or(parts) };
    Ok(Cond { kind, span: cursor.since(from) })
}

fn unary(cursor: &mut Cursor, depth: u32) -> Read<Cond> {
    if depth >= DEEPEST && (cursor.is_sign('(') || cursor.word() == Some("not")) {
        let message = format!("brackets and `not` lie more than {DEEPEST} deep");
        let help = "give a part of it a name with `define NAME as CONDITION`, and use the name";
        return Err(cursor.error("deep-brackets", cursor.next_span(), message, help));
    }
    let from = cursor.place();
    if cursor.take("not") {
        let kind = CondKind::Not(Box::new(unary(cursor, depth + 1)?));
        return Ok(Cond { kind, span: cursor.since(from) });
    }
    if cursor.is_sign('(') {
        return bracketed(cursor, depth);
    }
    let name = subject(cursor)?;
    let kind = about(cursor, name)?;
    Ok(Cond { kind, span: cursor.since(from) })
}

fn bracketed(cursor: &mut Cursor, depth: u32) -> Read<Cond> {
    let open = cursor.next_span();
    cursor.skip();
    let inside = match whole(cursor, depth + 1) {
        // Nothing follows the bracket's words because it is not closed: that is the one mistake.
        Err(told) if told.code.0 == "missing-condition" && cursor.peek().is_none() => return Err(told),
        other => other?,
    };
    close(cursor, open, ')')?;
    Ok(inside)
}

/// The bracket that closes `open`.
fn close(cursor: &mut Cursor, open: Span, sign: char) -> Read<()> {
    if cursor.take_sign(sign) {
        return Ok(());
    }
    if cursor.has_ahead(sign) {
        return Err(cursor.left_over());
    }
    let bracket = if sign == ')' { '(' } else { '{' };
    let message = format!("this `{bracket}` is never closed");
    Err(cursor.error("unclosed-bracket", open, message, format!("put `{sign}` where it ends")))
}

/// The name that a condition begins with.
fn subject(cursor: &mut Cursor) -> Read<Name> {
    match cursor.peek() {
        Some(Token { kind: Kind::Word, .. }) if !cursor.word().is_some_and(is_reserved) => {
            cursor.name("an issue or a step")
        }
        Some(Token { kind: Kind::Number, .. }) => cursor.name("an issue or a step"),
        _ => Err(cursor.missing("missing-condition", "a condition", FORMS.to_owned())),
    }
}

/// What is said about the name.
fn about(cursor: &mut Cursor, name: Name) -> Read<CondKind> {
    if cursor.take_sign('=') {
        return option(cursor, name);
    }
    if cursor.take("in") {
        return options(cursor, name);
    }
    if cursor.take("before") {
        return Ok(CondKind::Before(name, cursor.name("a step")?));
    }
    if cursor.take_two("only", "after") {
        return Ok(CondKind::OnlyAfter(name, cursor.name("a step")?));
    }
    match cursor.word() {
        Some("after") => Err(after(cursor, &name)),
        Some("is") if !is_end_of_claim(cursor) => Err(is(cursor, &name)),
        _ if cursor.is_sign('!') || cursor.is_sign('≠') => Err(unequal(cursor, &name)),
        _ => Ok(CondKind::Name(name)),
    }
}

fn is_end_of_claim(cursor: &Cursor) -> bool {
    cursor.word_ahead(1).is_none()
}

fn option(cursor: &mut Cursor, issue: Name) -> Read<CondKind> {
    if cursor.is_sign('{') {
        let help = format!("for several options write `{} in {{...}}`", issue.text);
        return Err(cursor.missing("missing-name", "the name of one option", help));
    }
    if cursor.is_sign('=') {
        let help = format!("one `=` is enough: `{} = OPTION`", issue.text);
        return Err(cursor.missing("missing-name", "the name of an option", help));
    }
    Ok(CondKind::Is(issue, cursor.name("an option")?))
}

fn options(cursor: &mut Cursor, issue: Name) -> Read<CondKind> {
    let open = cursor.next_span();
    if !cursor.take_sign('{') {
        let help = format!("write `{} in {{OPTION, OPTION}}`", issue.text);
        return Err(cursor.missing("missing-word", "`{`", help));
    }
    if cursor.peek().is_none() {
        close(cursor, open, '}')?;
    }
    let options = cursor.names("an option")?;
    close(cursor, open, '}')?;
    Ok(CondKind::In(issue, options))
}

fn after(cursor: &Cursor, name: &Name) -> Box<crate::Diagnostic> {
    let message = "`after` needs `only` before it";
    let help = format!("write `{} only after STEP`, or `STEP before {}`", name.text, name.text);
    cursor.error("missing-word", cursor.next_span(), message, help)
}

fn is(cursor: &Cursor, name: &Name) -> Box<crate::Diagnostic> {
    let option = cursor.word_ahead(1).unwrap_or("OPTION");
    let message = "`is` joins no issue to its option";
    cursor.error("left-over", cursor.next_span(), message, format!("write `{} = {option}`", name.text))
}

fn unequal(cursor: &Cursor, name: &Name) -> Box<crate::Diagnostic> {
    let message = "there is no sign for \"is not\"";
    cursor.error("left-over", cursor.next_span(), message, format!("write `not {} = OPTION`", name.text))
}
