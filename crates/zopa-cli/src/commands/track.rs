//! `zopa track`: what is owed, by whom and by when, after a list of events?

use crate::args::{self, Where};
use crate::json;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use crate::put::{may_hold, put};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use zopa::finding::track::Track as Tracked;
use zopa::report::terminal::{self, Style};
use zopa::report::{self, diagnostics, markdown, tracking as words};
use zopa::{Problem, Request, Untracked};

/// Tell what is owed after a list of events: who owes what to whom by when, what is late, and what is not decided
#[derive(Args)]
pub struct Track {
    #[command(flatten)]
    place: Where,
    /// The list of events, one a line: `2026-02-01T09:00+02:00 NAME by NAME reported by NAME`
    ///
    /// Without it: what is binding on whom by the case alone
    #[arg(value_name = "EVENTS")]
    events: Option<PathBuf>,
    /// As of the end of this date, instead of the last of the list
    #[arg(long, value_name = "DATE", requires = "events")]
    as_of: Option<String>,
    /// Count private material too: the answer is for the desk, and says so
    #[arg(long)]
    private: bool,
    /// Count no private material, and say that there is some
    #[arg(long, conflicts_with = "private")]
    mention_private: bool,
    /// Count claims too that nobody has accepted yet: the answer says so
    #[arg(long)]
    unconfirmed: bool,
    /// Write the answer to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How it is written.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, on a screen
    #[default]
    Text,
    /// For programs
    Json,
    /// A page: who owes what to whom as a table, each line of the list linked
    Html,
    /// With headings and tables, for a text processor or a code host
    Markdown,
}

impl Track {
    /// Answers. A list with a line that cannot be read gives its messages and no answer.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place, self.private)?;
        let output = self.output.as_deref();
        output.map_or(Ok(()), |path| may_hold(&opened, path))?;
        let private = args::private(self.private, self.mention_private);
        let request = Request { private, unconfirmed: self.unconfirmed, ..Request::default() };
        if opened.read.errors_without(&request.left_out()) > 0 {
            return Err(Stop::after(End::Failed, opened.messages()));
        }
        let track = self.tracked(&opened, &request)?;
        let text = match self.format {
            Format::Text => terminal::track(&track, output.map_or_else(out::style, |_| Style::default())),
            Format::Json => json::track(&track),
            Format::Html => report::html_track(&track),
            Format::Markdown => markdown::track(&track),
        };
        put(output, &text)?;
        Ok(End::Fine)
    }

    fn tracked(&self, opened: &Opened, request: &Request) -> Result<Tracked, Stop> {
        let path = self.events.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        let text = self.list(&path)?;
        opened.read.track(request, &text, self.as_of.as_deref()).map_err(|untracked| match untracked {
            Untracked::Asked(problems) => opened::refused(&problems),
            Untracked::List(found) => {
                let files = [(path, text.clone())];
                Stop::after(End::Failed, diagnostics::diagnostics(&found, &files, out::colour_of_messages()))
            }
        })
    }

    /// The list; an empty one where none is named.
    fn list(&self, path: &str) -> Result<String, Stop> {
        let Some(events) = &self.events else { return Ok(String::new()) };
        let text = zopa_dossier::read_text(events).map_err(|error| opened::stop(&error))?;
        text.ok_or_else(|| {
            let problem = Problem { code: "no-list", message: words::no_list(path), help: words::LIST_FORM.to_owned() };
            Stop::for_problems(End::Usage, &[problem])
        })
    }
}
