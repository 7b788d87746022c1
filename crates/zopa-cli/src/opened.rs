//! From a folder to a brief: what every command does first.

use crate::args::Where;
use crate::json;
use crate::out::{self, End, Stop};
use std::path::Path;
use zopa::finding::{Brief, FORMAT};
use zopa::report::{self, cli as words, since};
use zopa::{Problem, Read, Request};
use zopa_dossier::{Dossier, DossierError, LeftOut, Reason};

/// A dossier that has been opened and read.
pub struct Opened {
    /// The folder.
    pub dossier: Dossier,
    /// What it says.
    pub read: Read,
}

impl Opened {
    /// Opens and reads a dossier, and says what of it was not read; of its private folder only at the desk.
    pub fn open(place: &Where, desk: bool) -> Result<Opened, Stop> {
        let dossier = Dossier::open(&place.dir).map_err(|error| stop(&error))?;
        let told = dossier.left_out.iter().filter(|left_out| desk || is_public(left_out));
        told.for_each(|left_out| out::message(&format!("{}\n", words::note(&why(left_out)))));
        let read = zopa::read(&dossier.texts);
        Ok(Opened { dossier, read })
    }

    /// Looks into the documents for reports made from another, and for whose words they give, so that answers tell of them.
    pub fn look_around(&mut self, request: &Request) {
        self.read.look_for_copies(&self.dossier.texts, request);
        self.read.look_for_origins(&self.dossier.texts, request);
    }

    /// The brief that an answer is taken from. A case with errors gives its messages and no answer.
    pub fn brief(&self, request: &Request) -> Result<Brief, Stop> {
        self.answer(request, Read::brief)
    }

    /// The same, asked for the orders of steps.
    pub fn holds(&self, request: &Request) -> Result<Brief, Stop> {
        self.answer(request, Read::holds)
    }

    fn answer(
        &self,
        request: &Request,
        made: fn(&Read, &Request) -> Result<Brief, Vec<Problem>>,
    ) -> Result<Brief, Stop> {
        if self.read.errors_without(&request.left_out()) > 0 {
            return Err(Stop::after(End::Failed, self.messages()));
        }
        let brief = made(&self.read, request).map_err(|problems| refused(&problems))?;
        // Only those of what the answer is made from.
        let warnings = self.read.asked(request).diagnostics.len();
        if warnings > 0 {
            out::message(&format!("{}\n", words::warnings(warnings)));
        }
        Ok(brief)
    }

    /// The same, with what changed since an earlier state: a round, or a saved brief in a file.
    pub fn brief_since(&self, request: &Request, from: &str, to: Option<&str>) -> Result<Brief, Stop> {
        let brief = self.brief(request)?;
        let since = match self.read.has_round(request, from) || to.is_some() {
            true => self.read.since_round(request, from, to),
            false => self.read.since_saved(request, &self.saved(request, from)?),
        };
        Ok(brief.compared(since.map_err(|problems| refused(&problems))?))
    }

    /// A brief that was saved into a file. What is no file is taken for a round that the case has not.
    fn saved(&self, request: &Request, path: &str) -> Result<Brief, Stop> {
        let Some(text) = zopa_dossier::read_text(Path::new(path)).map_err(|error| stop(&error))? else {
            let problems = self.read.since_round(request, path, None).err().unwrap_or_default();
            let rounds = problems.first().map(|problem| problem.help.clone()).unwrap_or_default();
            let (message, help) = (since::no_such_state(path), since::rounds_or_file(&rounds));
            return Err(Stop::for_problems(End::Usage, &[Problem { code: "no-such-state", message, help }]));
        };
        json::saved(&text).map_err(|format| {
            let problem = match format {
                Some(format) => ("saved-format", since::other_format(&format, FORMAT)),
                None => ("not-a-saved-brief", since::not_a_brief(path)),
            };
            let help = since::SAVE_AGAIN.to_owned();
            Stop::for_problems(End::Usage, &[Problem { code: problem.0, message: problem.1, help }])
        })
    }

    /// The brief under these choices, as far as the case could be read; or what is wrong with the choices.
    pub fn answered(&self, request: &Request) -> Result<Brief, Vec<Problem>> {
        self.read.brief(request)
    }

    /// Every message about the case files.
    pub fn messages(&self) -> String {
        let files: Vec<_> = self.read.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
        report::diagnostics::diagnostics(&self.read.diagnostics, &files, out::colour_of_messages())
    }
}

/// Problems of the case, whatever is chosen.
const OF_THE_CASE: [&str; 3] = ["too-many-readings", "errors-beside-private", "all-private"];

/// May anybody know of it?
fn is_public(left_out: &LeftOut) -> bool {
    left_out.reason != Reason::IntoPrivate && !zopa::is_private_path(&left_out.path)
}

/// Choices that cannot be answered. Too many readings are a matter of the case; anything else was asked for wrongly.
pub fn refused(problems: &[Problem]) -> Stop {
    let of_case = problems.iter().all(|problem| OF_THE_CASE.contains(&problem.code));
    Stop::for_problems(if of_case { End::Failed } else { End::Usage }, problems)
}

/// What is wrong with the folder or a file, told.
pub fn stop(error: &DossierError) -> Stop {
    let end = if error.is_wrong_usage() { End::Usage } else { End::Failed };
    Stop::for_problems(end, &[error.problem()])
}

fn why(left_out: &LeftOut) -> String {
    match left_out.reason {
        Reason::IntoPrivate => words::left_out_into_private(&left_out.path),
        Reason::Link => words::left_out_link(&left_out.path),
        Reason::TooLarge => words::left_out_large(&left_out.path, zopa_dossier::DOCUMENTS_MOST),
        Reason::Unreadable => words::left_out_unreadable(&left_out.path),
        Reason::Name => words::left_out_name(&left_out.path),
    }
}
