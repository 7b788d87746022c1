//! What does a sheet for a call say, line by line? The same on the page, on the screen and in Markdown.

use crate::names::Names;
use crate::phrase::isolate;
use crate::standing::Standing;
use crate::telling::telling;
use crate::words::{self, screen, sheet as said};
use std::collections::BTreeSet;
use zopa_finding::{Denial, Firmness, OnIssue, Position, QuestionKind, Sheet, Told, Unknown};

/// One claim under one issue.
pub(crate) enum Line {
    /// Told here.
    Told {
        /// The claim, by name.
        claim: String,
        /// The claim's title.
        title: String,
        /// How it stands: who denies it, told in versions, a wish, since when it was not repeated.
        marks: Vec<String>,
        /// Who says it, with the numbers of the words.
        tellings: Vec<(String, Vec<u32>)>,
    },
    /// Told further up, under another issue.
    Again {
        /// The claim, by name.
        claim: String,
        /// Its title.
        title: String,
        /// Where.
        above: String,
    },
}

/// A part of the sheet: a heading for each issue, and its lines.
pub(crate) fn lines<'a>(names: &Names<'a>, sheet: &Sheet, part: &'a [OnIssue]) -> Vec<(String, Vec<Line>)> {
    let mut seen: Vec<(&str, String)> = Vec::new();
    let mut out = Vec::new();
    for on in part {
        let heading = on.issue.as_ref().map_or_else(|| said::NO_ISSUE.to_owned(), |issue| names.index.name(issue));
        let mut lines = Vec::new();
        for told in &on.claims {
            let before = seen.iter().find(|(claim, _)| *claim == told.claim).map(|(_, issue)| issue.clone());
            lines.push(match before {
                Some(issue) => Line::Again {
                    claim: told.claim.clone(),
                    title: names.index.name(&told.claim),
                    above: said::above(&issue),
                },
                None => line(names, sheet, told),
            });
            seen.push((&told.claim, heading.clone()));
        }
        out.push((heading, lines));
    }
    out
}

fn line<'a>(names: &Names<'a>, sheet: &Sheet, told: &'a Told) -> Line {
    let mut tellings: Vec<(String, Vec<u32>)> = Vec::new();
    for one in &told.tellings {
        let who = telling(&names.index, one);
        match tellings.last_mut().filter(|(last, _)| *last == who) {
            Some((_, quotes)) => quotes.extend(&one.quotes),
            None => tellings.push((who, one.quotes.clone())),
        }
    }
    Line::Told {
        claim: told.claim.clone(),
        title: names.index.name(&told.claim),
        marks: marks(names, sheet, told),
        tellings,
    }
}

fn marks<'a>(names: &Names<'a>, sheet: &Sheet, told: &'a Told) -> Vec<String> {
    let own = |p: &&Position| p.claim == told.claim && (p.party == sheet.party || sheet.bodies.contains(&p.party));
    let positions: Vec<&'a Position> = names.brief().positions.iter().filter(own).collect();
    let standing = names.index.claim(&told.claim).map(|claim| names.index.claim_standing(claim));
    let mut marks: Vec<String> = told.denied_by.iter().map(|denial| denied(names, denial)).collect();
    marks.extend((standing == Some(Standing::Version)).then(|| words::IN_VERSIONS.to_owned()));
    marks.extend(positions.iter().any(|p| p.verb == "seeks").then(|| words::WISH.to_owned()));
    let firmness = positions.iter().flat_map(|p| &p.firmness).filter(|firmness| **firmness != Firmness::Stated);
    let firmness = firmness.map(|firmness| words::firmness(firmness).to_owned());
    let since = positions.iter().filter_map(|p| p.not_repeated_since.as_ref());
    for mark in firmness.chain(since.map(|round| words::not_repeated_since(&names.index.name(round)))) {
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    marks
}

fn denied<'a>(names: &Names<'a>, denial: &'a Denial) -> String {
    let who: Vec<String> = denial.by.iter().map(|name| names.index.name(name)).collect();
    if who.is_empty() { said::DENIED_IN_OWN_VOICE.to_owned() } else { said::denied_by(&who) }
}

/// What is unknown: a label for each kind of which there is something, and its items.
pub(crate) fn unknown<'a>(names: &Names<'a>, unknown: &'a Unknown) -> Vec<(&'static str, Vec<String>)> {
    let index = &names.index;
    let questions = unknown.questions.iter().map(|open| {
        let Some(question) = index.question(&open.question) else {
            return isolate(&open.question);
        };
        let remark = match question.kind {
            QuestionKind::Denial => words::QUESTION_DENIAL.to_owned(),
            QuestionKind::Stated | QuestionKind::Wishes => said::concerns(&index.names(&open.claims)),
        };
        screen::remark(&index.question_title(question), &remark)
    });
    let since =
        unknown.not_repeated.iter().map(|(claim, round)| screen::remark(&index.name(claim), &index.name(round)));
    let fields = unknown.fields.iter().map(|missing| {
        let labels: Vec<String> = missing.fields.iter().map(|field| words::field(field).to_owned()).collect();
        screen::labelled(&index.name(&missing.commitment), &words::list(&labels))
    });
    let all = [
        (said::NO_POSITION, index.names(&unknown.issues)),
        (said::OPEN, questions.collect()),
        (said::NOT_REPEATED, since.collect()),
        (said::ROUNDS, index.names(&unknown.rounds)),
        (said::EXPIRIES, index.names(&unknown.expiries)),
        (said::REPORTS, unknown.reports.iter().map(|report| index.source_title(report)).collect()),
        (said::FIELDS, fields.collect()),
    ];
    all.into_iter().filter(|(_, items)| !items.is_empty()).collect()
}

/// The quotes that its lines rest on, by number.
pub(crate) fn quotes(sheet: &Sheet) -> BTreeSet<u32> {
    let told = sheet.own.iter().chain(&sheet.told).flat_map(|on| &on.claims);
    told.flat_map(|told| &told.tellings).flat_map(|telling| telling.quotes.iter().copied()).collect()
}
