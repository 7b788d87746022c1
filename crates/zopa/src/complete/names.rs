//! What of the case can be named where a form asks for a name?

use crate::Read;
use zopa_syntax::keywords::{LineWord, Verb};

/// Which line a name stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum In {
    /// The head of an item: what it calls `NAME` is new.
    Head,
    Line(LineWord),
    Verb(Verb),
}

/// Names with their titles, for what a form calls `PARTY`, `SOURCE`, `NAME`, ...
pub(super) fn names(read: &Read, kind: &str, line: In) -> Vec<(String, String)> {
    let case = &read.case;
    let pair = |name: &str, title: &str| (name.to_owned(), title.to_owned());
    let parties = || case.parties.values().map(|it| pair(&it.name, &it.title)).collect::<Vec<_>>();
    let steps = |gates: bool| {
        let all = case.space.steps.values().filter(move |step| step.gate || !gates);
        all.map(|it| pair(&it.name, &it.title)).collect::<Vec<_>>()
    };
    let speakers = |unnamed: bool| {
        let all = case.speakers.values().filter(move |speaker| unnamed || !speaker.anonymous);
        all.map(|it| pair(&it.name, &it.title)).collect::<Vec<_>>()
    };
    let sources = || case.sources.values().map(|it| pair(&it.name, &it.title)).collect::<Vec<_>>();
    match (kind, line) {
        ("PARTY", _) => parties(),
        ("BODY", _) => case.parties.values().filter(|it| it.of.is_some()).map(|it| pair(&it.name, &it.title)).collect(),
        ("SOURCE", _) => sources(),
        ("CLAIM", _) => case.claims.values().filter(|it| !it.suppose).map(|it| pair(&it.name, &it.title)).collect(),
        ("ISSUE", _) => case.space.issues.values().map(|it| pair(&it.name, &it.title)).collect(),
        ("ROUND", _) | ("NAME", In::Line(LineWord::Round)) => {
            case.rounds.values().map(|it| pair(&it.name, &it.title)).collect()
        }
        ("TRACK", _) => case.tracks.values().map(|it| pair(&it.name, &it.title)).collect(),
        ("EVENT", _) => case.events.values().map(|it| pair(&it.name, &it.title)).collect(),
        ("STEP", _) => steps(false),
        ("GATE", _) => steps(true),
        ("NAME", In::Verb(Verb::LedBy)) => speakers(false),
        ("NAME", In::Line(LineWord::SaidBy)) => [speakers(true), parties(), sources()].concat(),
        ("NAME", In::Line(LineWord::By | LineWord::DecidedBy | LineWord::PostedWith | LineWord::IfBroken)) => parties(),
        ("NAME", In::Line(LineWord::About)) => {
            let issues = names(read, "ISSUE", line);
            [issues, steps(false), parties(), names(read, "TRACK", line)].concat()
        }
        _ => Vec::new(),
    }
}

/// What a condition can begin with: issues, steps and gates, definitions.
pub(super) fn subjects(read: &Read) -> Vec<(String, String)> {
    let defined = read.tree.items.iter().filter_map(|item| match &item.kind {
        zopa_syntax::ast::ItemKind::Define { name, title, .. } => {
            Some((name.text.clone(), title.as_ref().map_or_else(String::new, |title| title.text.clone())))
        }
        _ => None,
    });
    let line = In::Head;
    [names(read, "ISSUE", line), names(read, "STEP", line)].concat().into_iter().chain(defined).collect()
}

/// The options of an issue, by its name or title.
pub(super) fn options(read: &Read, issue: &str) -> Vec<(String, String)> {
    let wanted = crate::suggest::plain(issue);
    let is = |it: &&zopa_case::Issue| it.name == issue || crate::suggest::plain(&it.title) == wanted;
    let found = read.case.space.issues.values().find(is);
    found.into_iter().flat_map(|it| it.options.values()).map(|it| (it.name.clone(), it.title.clone())).collect()
}
