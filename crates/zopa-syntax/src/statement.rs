//! What does a statement line of a claim say?

use crate::ast::{Name, StatementKind, Terms, Words};
use crate::cond::cond;
use crate::cursor::{Cursor, Read};
use crate::date::date;
use crate::diagnostic::Diagnostic;
use crate::keywords::{VERBS, Verb, VerbForm, verb_after, verb_opening};
use crate::shape::Head;
use crate::tree::list;

/// Reads a statement up to the end of its line.
pub(crate) fn statement(cursor: &mut Cursor, head: Head) -> Read<StatementKind> {
    let said = match opening(cursor, head) {
        Some(form) => {
            cursor.form = form.form;
            cursor.skip();
            without_party(cursor, form.verb)?
        }
        None => with_party(cursor, head)?,
    };
    cursor.end()?;
    Ok(said)
}

/// A verb at the start, unless the word is a party's name here, as in `test rejects x`.
fn opening(cursor: &Cursor, head: Head) -> Option<&'static VerbForm> {
    let form = verb_opening(cursor.word()?)?;
    let party = head.word_after_names().is_some_and(|word| verb_after(word).is_some());
    let reserved = crate::keywords::is_reserved(form.one) && cursor.word() == Some(form.one);
    (reserved || !party).then_some(form)
}

fn without_party(cursor: &mut Cursor, verb: Verb) -> Read<StatementKind> {
    match verb {
        Verb::Denies => Ok(StatementKind::Denies(cursor.names("a claim")?)),
        Verb::Tests => Ok(StatementKind::Tests(cursor.names("a claim")?)),
        Verb::Supersedes => Ok(StatementKind::Supersedes(cursor.names("a claim")?)),
        Verb::Softens => softens(cursor),
        _ => Ok(StatementKind::Rule(cond(cursor)?)),
    }
}

fn softens(cursor: &mut Cursor) -> Read<StatementKind> {
    let claims = cursor.names("a claim")?;
    let to = if cursor.take("to") { Some(cond(cursor)?) } else { None };
    Ok(StatementKind::Softens { claims, to })
}

fn with_party(cursor: &mut Cursor, head: Head) -> Read<StatementKind> {
    if head.nobody_may() {
        cursor.form = verb_after("may").map_or(cursor.form, |form| form.form);
        cursor.skip();
        cursor.skip();
        return may(cursor, None);
    }
    let verb_first = cursor.word().and_then(verb_after);
    if let Some(form) = verb_first.filter(|_| head.word_after_names().and_then(verb_after).is_none()) {
        cursor.form = form.form;
        return Err(cursor.missing("missing-name", "the name of a party", cursor.form_help()));
    }
    let who = cursor.names("a party")?;
    let Some(form) = cursor.word().and_then(verb_after) else {
        return Err(no_verb(cursor, head));
    };
    cursor.form = form.form;
    cursor.skip();
    match form.verb {
        Verb::Requires | Verb::Rejects => limit(cursor, who, form.verb),
        Verb::Seeks => Ok(StatementKind::Seeks { who, cond: cond(cursor)? }),
        Verb::Offers => offers(cursor, who),
        Verb::Accepts => accepts(cursor, who),
        Verb::Prefers => prefers(cursor, who),
        Verb::Puts => puts(cursor, who),
        Verb::Is => is(cursor, who),
        Verb::LedBy => led_by(cursor, who),
        Verb::Expires => Ok(StatementKind::Expires { claims: who, date: date(cursor)? }),
        _ => may(cursor, Some(who)),
    }
}

fn no_verb(cursor: &Cursor, head: Head) -> Box<Diagnostic> {
    let help = match head.near_verb() {
        Some(near) => format!("did you mean `{}`? the form is `{}`", near.one, near.form),
        None => {
            format!("the verbs: {}", list(VERBS.iter().map(|form| if form.one == "led" { "led by" } else { form.one })))
        }
    };
    if cursor.peek().is_none() {
        return cursor.missing("unknown-verb", "the verb", help);
    }
    let message = format!("{} is no verb of the language", cursor.shown_next());
    cursor.error("unknown-verb", cursor.next_span(), message, help)
}

fn limit(cursor: &mut Cursor, who: Vec<Name>, verb: Verb) -> Read<StatementKind> {
    let cond_read = cond(cursor)?;
    let unless = if cursor.take("unless") { Some(cond(cursor)?) } else { None };
    Ok(match verb {
        Verb::Requires => StatementKind::Requires { who, cond: cond_read, unless },
        _ => StatementKind::Rejects { who, cond: cond_read, unless },
    })
}

fn offers(cursor: &mut Cursor, who: Vec<Name>) -> Read<StatementKind> {
    let offered = cond(cursor)?;
    let terms = if cursor.take_two("only", "if") {
        Terms::OnlyIf(cond(cursor)?)
    } else if cursor.take("if") {
        Terms::If(cond(cursor)?)
    } else {
        Terms::Free
    };
    Ok(StatementKind::Offers { who, cond: offered, terms })
}

fn accepts(cursor: &mut Cursor, who: Vec<Name>) -> Read<StatementKind> {
    let accepted = cond(cursor)?;
    let given = if cursor.take("if") { Some(cond(cursor)?) } else { None };
    Ok(StatementKind::Accepts { who, cond: accepted, given })
}

fn prefers(cursor: &mut Cursor, who: Vec<Name>) -> Read<StatementKind> {
    let mut conds = vec![cond(cursor)?];
    cursor.expect("over")?;
    conds.push(cond(cursor)?);
    while cursor.take("over") {
        conds.push(cond(cursor)?);
    }
    Ok(StatementKind::Prefers { who, conds })
}

fn puts(cursor: &mut Cursor, who: Vec<Name>) -> Read<StatementKind> {
    let name = cursor.name("an issue")?;
    cursor.expect("over")?;
    let over = cursor.name("an issue")?;
    Ok(StatementKind::Puts { who, name, over })
}

fn is(cursor: &mut Cursor, who: Vec<Name>) -> Read<StatementKind> {
    let roles = cursor.names("a role")?;
    let only = cursor.take("only");
    Ok(StatementKind::Is { who, roles, only })
}

fn led_by(cursor: &mut Cursor, who: Vec<Name>) -> Read<StatementKind> {
    cursor.expect("by")?;
    let mut leaders = vec![leader(cursor)?];
    while cursor.take_sign(',') {
        leaders.push(leader(cursor)?);
    }
    Ok(StatementKind::LedBy { who, leaders })
}

fn leader(cursor: &mut Cursor) -> Read<(Name, Option<Words>)> {
    Ok((cursor.name("a person")?, cursor.maybe_text()))
}

fn may(cursor: &mut Cursor, who: Option<Vec<Name>>) -> Read<StatementKind> {
    let act = cursor.name("an act")?;
    let object = cursor.name("its object")?;
    Ok(StatementKind::May { who, act, object })
}
