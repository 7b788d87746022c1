//! `zopa track`: what is owed, by whom and by when, after a list of events?

use crate::args::{self, ViewFormat, Where};
use crate::json;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use crate::put::{may_hold, put};
use clap::Args;
use std::path::PathBuf;
use zopa::finding::track::Track as Tracked;
use zopa::report::terminal::{self, Style};
use zopa::report::{diagnostics, markdown, tracking as words};
use zopa::{Problem, Request, Untracked};

/// Tell what is owed after a list of events: who owes what to whom by when, what is late, and what is not decided
#[derive(Args)]
pub struct Track {
    #[command(flatten)]
    place: Where,
    /// The list of events, one a line: `2026-02-01T09:00+02:00 NAME by NAME reported by NAME`
    #[arg(value_name = "EVENTS")]
    events: PathBuf,
    /// As of the end of this date, instead of the last of the list
    #[arg(long, value_name = "DATE")]
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
    format: ViewFormat,
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
            ViewFormat::Text => terminal::track(&track, output.map_or_else(out::style, |_| Style::default())),
            ViewFormat::Json => json::track(&track),
            ViewFormat::Markdown => markdown::track(&track),
        };
        put(output, &text)?;
        Ok(End::Fine)
    }

    fn tracked(&self, opened: &Opened, request: &Request) -> Result<Tracked, Stop> {
        let path = self.events.display().to_string();
        let text = zopa_dossier::read_text(&self.events).map_err(|error| opened::stop(&error))?;
        let Some(text) = text else {
            let problem =
                Problem { code: "no-list", message: words::no_list(&path), help: words::LIST_FORM.to_owned() };
            return Err(Stop::for_problems(End::Usage, &[problem]));
        };
        opened.read.track(request, &text, self.as_of.as_deref()).map_err(|untracked| match untracked {
            Untracked::Asked(problems) => opened::refused(&problems),
            Untracked::List(found) => {
                let files = [(path, text.clone())];
                Stop::after(End::Failed, diagnostics::diagnostics(&found, &files, out::colour_of_messages()))
            }
        })
    }
}
