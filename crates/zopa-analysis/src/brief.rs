//! All of it: the answers, and the tables of the case that they speak of.

use crate::answer::answer;
use crate::ask::ask;
use crate::evidence::{drift, heard, origins, way};
use crate::firmness::firmness;
use crate::matrix::positions;
use crate::orphaned::orphaned;
use crate::record;
use crate::rounds::{timeline, written};
use crate::steps::{commitments, steps};
use crate::table::switches;
use crate::view::View;
use crate::{Choices, Refusal};
use zopa_case::Case;
use zopa_finding::{Brief, CaseHead, Chosen, FORMAT, FoundCopies, FoundOrigins, PrivateState, Setting};

/// The brief of a case under these choices. `name` is a short name for files and links.
///
/// # Errors
/// [`Refusal`], where the questions left open have too many readings.
pub fn brief(case: &Case, name: &str, choices: &Choices) -> Result<Brief, Refusal> {
    let view = View::of(case, choices)?;
    let answer = answer(&view);
    let firmness = firmness(case);
    let positions = positions(case, &firmness);
    Ok(Brief {
        format: FORMAT.to_owned(),
        case: CaseHead {
            name: name.to_owned(),
            title: case.title.clone(),
            as_of: case.as_of.as_ref().filter(|date| date.day.is_some()).map(written),
        },
        chosen: chosen(case, choices),
        private: PrivateState::Unsaid,
        unconfirmed: false,
        found_copies: FoundCopies::default(),
        found_origins: FoundOrigins::default(),
        parties: record::parties(case),
        speakers: record::speakers(case),
        sources: record::sources(case),
        tracks: record::tracks(case),
        rounds: record::rounds(case),
        issues: record::issues(case),
        claims: record::claims(case, &view.aside),
        quotes: record::quotes(case),
        questions: record::questions(case, &choices.assume),
        limits: record::limits(case, &firmness, &view.in_no_reading()),
        rules: record::rules(case),
        timeline: timeline(case),
        steps: steps(case),
        commitments: commitments(case),
        notes: Vec::new(),
        binding: None,
        holds: None,
        ask: ask(case, &answer, &positions),
        orphaned: orphaned(case, &answer),
        sheet: None,
        positions,
        heard: heard(case),
        origins: origins(case),
        way: way(case, &answer.hinges),
        drift: drift(case),
        assumptions: record::assumptions(case),
        switches: if choices.switches { switches(&view) } else { None },
        answer,
        since: None,
    })
}

fn chosen(case: &Case, choices: &Choices) -> Chosen {
    let setting = |(question, answer): &(zopa_case::QuestionId, zopa_case::AnswerId)| {
        let question = &case.questions[*question];
        Setting { question: question.name.clone(), answer: question.answers[*answer].name.clone() }
    };
    let supposed = choices.supposed.iter().map(|claim| case.claims[*claim].name.clone());
    Chosen {
        assume: choices.assume.iter().map(setting).collect(),
        without: choices.without.iter().map(|(name, _)| name.clone()).collect(),
        with: choices.conditions.iter().map(|(text, _)| text.clone()).chain(supposed).collect(),
    }
}
