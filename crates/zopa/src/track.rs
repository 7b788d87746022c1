//! What is owed after a list of events?

use crate::{Problem, Read, Request};
use zopa_case::Moment;
use zopa_finding::PrivateState;
use zopa_finding::track::Track;
use zopa_syntax::{Diagnostic, events};

/// Why nothing is told of a list of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untracked {
    /// Lines of the list cannot be read, or name what the case has not: by place in the list.
    List(Vec<Diagnostic>),
    /// What was asked for cannot be asked.
    Asked(Vec<Problem>),
}

impl Read {
    /// How the commitments stand after the events of this list, as of a date: the last that the list tells of, if none is
    /// given. The case has to be free of errors, as far as it is counted.
    pub fn track(&self, request: &Request, list: &str, as_of: Option<&str>) -> Result<Track, Untracked> {
        let read = self.answering(request).map_err(Untracked::Asked)?;
        let found = events::events(list);
        let as_of = as_of.map(|date| moment(&found, date)).transpose().map_err(|one| Untracked::Asked(vec![one]))?;
        let (rows, meaning) = zopa_case::happened(&read.case, &found);
        let mut diagnostics = [found.diagnostics, meaning].concat();
        diagnostics.sort_by_key(|told| told.primary.span.start);
        if !diagnostics.is_empty() {
            return Err(Untracked::List(diagnostics));
        }
        let track = zopa_holds::track(&read.case, &self.name, &rows, as_of.flatten());
        Ok(self.counting(request, track))
    }

    fn counting(&self, request: &Request, track: Track) -> Track {
        let private = if self.has(zopa_syntax::Part::Private) { request.private } else { PrivateState::Unsaid };
        let unconfirmed = request.unconfirmed && self.has(zopa_syntax::Part::Unconfirmed);
        Track { private, unconfirmed, ..track }
    }
}

/// The last moment of a date.
fn moment(found: &events::Events, written: &str) -> Result<Option<Moment>, Problem> {
    use zopa_report::tracking as say;
    let read = found.date(written).map(|date| date.to);
    read.ok_or_else(|| Problem { code: "bad-time", message: say::no_date(written), help: say::DATE_FORMS.to_owned() })
}
