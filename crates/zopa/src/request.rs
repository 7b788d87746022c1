//! What does the user ask? Choices as typed, turned into choices about this case.

use crate::Read;
use zopa_analysis::{Choices, Refusal};
use zopa_case::{AnswerId, Aside, ClaimId, PartyId, QuestionId};
use zopa_finding::{Brief, Holds, PrivateState};
use zopa_syntax::{Part, SourceFile, nearest};

/// Choices as typed. The default leaves every question open and counts every source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// `QUESTION=ANSWER`
    pub assume: Vec<String>,
    /// A source, or an origin: a speaker, `SPEAKER@ROUND`.
    pub without: Vec<String>,
    /// A condition in the language of the case, or the name of a `suppose`.
    pub with: Vec<String>,
    /// Is the brief to hold every answer at every setting of its switches? The page that changes in place needs them.
    pub switches: bool,
    /// The party or body whose sheet for a call the brief is to hold.
    pub party: Option<String>,
    /// Is private material counted, or at least spoken of? The default answers for everybody: as if there were none.
    pub private: PrivateState,
    /// Are claims counted that nobody has accepted yet?
    pub unconfirmed: bool,
    /// Do reports count as copies that were found to be made from another ([`Read::look_for_copies`])?
    pub found_copies: bool,
    /// Do words count as somebody's that the case has in an outlet's own voice and the document gives to somebody
    /// ([`Read::look_for_origins`])?
    pub found_origins: bool,
}

impl Request {
    /// The parts that are not counted.
    pub fn left_out(&self) -> Vec<Part> {
        let private = (self.private != PrivateState::Counted).then_some(Part::Private);
        private.into_iter().chain((!self.unconfirmed).then_some(Part::Unconfirmed)).collect()
    }
}

/// Something asked for that cannot be done, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A stable code, such as `unknown-question`.
    pub code: &'static str,
    /// What is wrong, the user's own words in backticks.
    pub message: String,
    /// The way out.
    pub help: String,
}

impl Problem {
    pub(crate) fn new(code: &'static str, message: String, help: String) -> Problem {
        Problem { code, message, help }
    }
}

/// Questions that a refusal names one by one, at most.
const NAMED: usize = 50;

impl Read {
    /// The brief of this case under these choices.
    ///
    /// # Errors
    /// Every problem with the choices, or that the readings left open are too many. A case with errors is answered as
    /// far as it could be read: ask [`Read::errors`] first. One of which something is private is not: with errors it
    /// gives no public answer.
    pub fn brief(&self, request: &Request) -> Result<Brief, Vec<Problem>> {
        let read = self.answering(request)?;
        let (choices, party) = match (read.resolved(request), read.party(request)) {
            (Ok(choices), Ok(party)) => (choices, party),
            (choices, party) => return Err(choices.err().into_iter().flatten().chain(party.err()).collect()),
        };
        let made = zopa_analysis::brief(&read.case, &read.name, &choices);
        let mut brief = made.map_err(|refusal| vec![read.refused(&refusal)])?;
        brief.notes = zopa_holds::lint(&read.case);
        brief.binding = zopa_holds::binding(&read.case);
        brief.holds = read.orders(&choices).unwrap_or_default();
        brief.sheet = party.map(|party| zopa_analysis::sheet(&read.case, &brief, party));
        if self.has(Part::Private) {
            brief.private = request.private;
        }
        brief.unconfirmed = request.unconfirmed && read.tree.has(Part::Unconfirmed);
        brief.found_copies = read.told_copies(&choices, self);
        brief.found_origins = read.told_origins(self);
        Ok(brief)
    }

    /// The same, asked for the orders of steps: where these would have to be looked for in too many readings, the brief is given
    /// without them, and this is not.
    ///
    /// # Errors
    /// As [`Read::brief`]; and that the readings of the questions on which the orders depend are too many.
    pub fn holds(&self, request: &Request) -> Result<Brief, Vec<Problem>> {
        let brief = self.brief(request)?;
        if brief.holds.is_none() {
            let read = self.answering(request)?;
            read.orders(&read.resolved(request)?).map_err(|refusal| vec![read.refused(&refusal)])?;
        }
        Ok(brief)
    }

    /// The orders of steps, who is exposed meanwhile, and what would close that; none where the case has no step.
    fn orders(&self, choices: &Choices) -> Result<Option<Holds>, Refusal> {
        let steps = !self.case.space.steps.is_empty();
        steps.then(|| zopa_holds::holds(&self.case, choices)).transpose()
    }

    /// The party that a sheet is asked for, by its name; its title or another spelling leads to the name.
    fn party(&self, request: &Request) -> Result<Option<PartyId>, Problem> {
        let Some(words) = request.party.as_deref().map(str::trim) else {
            return Ok(None);
        };
        if let Some((id, _)) = self.case.parties.iter().find(|(_, party)| party.name == words) {
            return Ok(Some(id));
        }
        let names: Vec<&str> = self.case.parties.values().map(|party| party.name.as_str()).collect();
        let spelled = |party: &&zopa_case::Party| party.title == words || party.also.iter().any(|also| also == words);
        let meant = self.case.parties.values().find(spelled).map(|party| party.name.as_str());
        let near = meant.or_else(|| nearest(words, names.iter().copied()));
        let message = format!("the case has no party and no body `{words}`");
        Err(Problem::new("unknown-party", message, did_you_mean(near, "parties and bodies", &names)))
    }

    /// What such a request is answered from: the dossier without the parts that are not counted.
    pub fn asked(&self, request: &Request) -> &Read {
        self.less(request.left_out())
    }

    /// The same, if it can give an answer.
    pub(crate) fn answering(&self, request: &Request) -> Result<&Read, Vec<Problem>> {
        let read = self.asked(request);
        if self.has(Part::Private)
            && request.private != PrivateState::Counted
            && self.errors_without(&request.left_out()) + read.errors() > 0
        {
            return Err(vec![if read.files.is_empty() { all_private() } else { not_public() }]);
        }
        Ok(read)
    }

    /// The choices, resolved against the case that they are about.
    ///
    /// # Errors
    /// One problem for each choice that does not fit the case.
    pub fn choices(&self, request: &Request) -> Result<Choices, Vec<Problem>> {
        self.asked(request).resolved(request)
    }

    pub(crate) fn resolved(&self, request: &Request) -> Result<Choices, Vec<Problem>> {
        let mut choices = Choices { switches: request.switches, ..Choices::default() };
        let mut problems = Vec::new();
        for words in &request.assume {
            match self.assumed(words) {
                Ok(setting) => choices.assume.push(setting),
                Err(problem) => problems.push(problem),
            }
        }
        for name in &request.without {
            match self.aside(name) {
                Ok(aside) => choices.without.push((name.clone(), aside)),
                Err(problem) => problems.push(problem),
            }
        }
        for words in &request.with {
            match self.supposed(words) {
                Some(claim) => choices.supposed.push(claim),
                None => self.condition(words, &mut choices, &mut problems),
            }
        }
        if problems.is_empty() { Ok(choices) } else { Err(problems) }
    }

    fn assumed(&self, words: &str) -> Result<(QuestionId, AnswerId), Problem> {
        let (name, answer) = words.split_once('=').ok_or_else(|| {
            let help = "write QUESTION=ANSWER; `zopa hinges` lists questions with their answers".to_owned();
            Problem::new("assume-shape", format!("`{words}` does not say which answer"), help)
        })?;
        let (name, answer) = (name.trim(), answer.trim());
        let question = self.case.question(name).map_err(|near| {
            let names: Vec<&str> = self.case.questions.values().map(|q| q.name.as_str()).collect();
            Problem::new(
                "unknown-question",
                format!("the case has no question `{name}`"),
                did_you_mean(near, "questions", &names),
            )
        })?;
        let answers = &self.case.questions[question].answers;
        let found = answers.iter().find(|(_, row)| row.name == answer).map(|(id, _)| id);
        let id = found.ok_or_else(|| {
            let names: Vec<&str> = answers.values().map(|row| row.name.as_str()).collect();
            let message = format!("`{answer}` is not an answer of question `{name}`");
            Problem::new(
                "unknown-answer",
                message,
                did_you_mean(nearest(answer, names.iter().copied()), "answers", &names),
            )
        })?;
        Ok((question, id))
    }

    /// A source by its name, or every origin of that name.
    fn aside(&self, name: &str) -> Result<Aside, Problem> {
        if let Some((source, _)) = self.case.sources.iter().find(|(_, source)| source.name == name) {
            return Ok(Aside::source(&self.case, source));
        }
        let origins: Vec<_> =
            self.case.origins.ids().map(|id| (id, zopa_analysis::origin_name(&self.case, id))).collect();
        let is = |known: &str| known == name || known.split_once('@').is_some_and(|(speaker, _)| speaker == name);
        let found: Vec<_> = origins.iter().filter(|(_, known)| is(known)).map(|(id, _)| *id).collect();
        if !found.is_empty() {
            return Ok(Aside { sources: Vec::new(), origins: found });
        }
        let sources = self.case.sources.values().map(|source| source.name.as_str());
        let mut names: Vec<&str> = Vec::new();
        for name in sources.chain(origins.iter().map(|(_, name)| name.as_str())) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let near = nearest(name, names.iter().copied());
        let message = format!("the case has no source and no origin `{name}`");
        Err(Problem::new("unknown-source", message, did_you_mean(near, "sources and origins", &names)))
    }

    fn supposed(&self, words: &str) -> Option<ClaimId> {
        self.case.claims.iter().find(|(_, claim)| claim.suppose && claim.name == words.trim()).map(|(id, _)| id)
    }

    fn condition(&self, words: &str, choices: &mut Choices, problems: &mut Vec<Problem>) {
        let line =
            SourceFile { path: "--with".to_owned(), text: format!("rule {}\n  because > asked\n", words.trim()) };
        let tree = zopa_syntax::parse(&[line]);
        let (formulas, diagnostics) = zopa_case::read_condition(&self.tree, &tree);
        let all = tree.diagnostics.iter().chain(&diagnostics);
        let found: Vec<Problem> = all
            .map(|d| Problem::new("with-condition", format!("in `{words}`: {}", d.message), d.help.clone()))
            .collect();
        if found.is_empty() && formulas.is_empty() {
            let help = "write a condition such as `zone = open`, or the name of a `suppose`".to_owned();
            problems.push(Problem::new("with-condition", format!("`{words}` says nothing"), help));
        }
        problems.extend(found);
        choices.conditions.extend(formulas.into_iter().map(|formula| (words.trim().to_owned(), formula)));
    }

    pub(crate) fn refused(&self, refusal: &Refusal) -> Problem {
        let Refusal::TooManyReadings { count, most } = refusal;
        let open: Vec<&str> = self.case.questions.values().filter(|q| q.switch).map(|q| q.name.as_str()).collect();
        let message = format!("the questions left open have {count} readings; up to {most} are looked through");
        let more = open.len().saturating_sub(NAMED);
        let named = open.get(..NAMED).unwrap_or(&open).join(", ");
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let help = format!("settle some of them with `--assume QUESTION=ANSWER`: {named}{more}");
        Problem::new("too-many-readings", message, help)
    }
}

/// No public answer comes of a case of which it is not sure what is private.
fn not_public() -> Problem {
    let message = "the case has errors, and some of it is private: it has no public answer".to_owned();
    Problem::new("errors-beside-private", message, "`zopa check` shows the errors".to_owned())
}

fn all_private() -> Problem {
    let message = "every case file lies in `private/`: there is no public answer".to_owned();
    Problem::new("all-private", message, "count private material with `--private`".to_owned())
}

pub(crate) fn did_you_mean(near: Option<&str>, what: &str, names: &[&str]) -> String {
    match (near, names.is_empty()) {
        (Some(near), _) => format!("did you mean `{near}`? {what}: {}", names.join(", ")),
        (None, false) => format!("{what}: {}", names.join(", ")),
        (None, true) => format!("the case has no {what}"),
    }
}
