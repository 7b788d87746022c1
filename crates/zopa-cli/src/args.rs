//! What can be asked of several commands?

use crate::opened::Opened;
use crate::out::{self, End, Stop};
use crate::put::{may_hold, put};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use zopa::Request;
use zopa::finding::{Brief, PrivateState};
use zopa::report::terminal::Style;

// No doc comments on types that are flattened into a command: they would take the place of the command's own.

// The folder of a case, or one case file.
#[derive(Args)]
pub struct Where {
    /// The folder of the case, or one `.zopa` file of it
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

// Choices that an answer is given under. Without any, every question is open and every source is counted.
#[derive(Args)]
pub struct Choices {
    /// Take a question as answered; may be given several times
    #[arg(long, value_name = "QUESTION=ANSWER")]
    assume: Vec<String>,
    /// Set a source or an origin aside; may be given several times
    #[arg(long, value_name = "SOURCE|ORIGIN")]
    without: Vec<String>,
    /// Add a condition such as `zone = open`, or a `suppose` of the case; may be given several times
    #[arg(long, value_name = "CONDITION")]
    with: Vec<String>,
    /// Count private material too: the answer is for the desk, and says so
    #[arg(long)]
    private: bool,
    /// Count no private material, and say that there is some
    #[arg(long, conflicts_with = "private")]
    mention_private: bool,
    /// Count reports that were found to be made from another as copies of it, as if the case said so: the answer says so
    #[arg(long)]
    found_copies: bool,
    /// Count words as those of whoever the report gives them to, where the case has them in the outlet's own voice: the answer says so
    #[arg(long)]
    found_origins: bool,
    /// Count claims too that nobody has accepted yet: the answer says so
    #[arg(long)]
    unconfirmed: bool,
}

/// What an answer has to do with private material, as the flags ask.
pub fn private(counted: bool, mentioned: bool) -> PrivateState {
    match (counted, mentioned) {
        (true, _) => PrivateState::Counted,
        (false, true) => PrivateState::Mentioned,
        (false, false) => PrivateState::Unsaid,
    }
}

impl Choices {
    /// The choices as typed.
    pub fn request(&self) -> Request {
        self.request_for(None)
    }

    /// The same, with the party that a sheet is asked for.
    pub fn request_for(&self, party: Option<&str>) -> Request {
        let private = private(self.private, self.mention_private);
        Request {
            assume: self.assume.clone(),
            without: self.without.clone(),
            with: self.with.clone(),
            party: party.map(str::to_owned),
            private,
            unconfirmed: self.unconfirmed,
            found_copies: self.found_copies,
            found_origins: self.found_origins,
            switches: false,
        }
    }

    /// Is the answer for the desk?
    pub fn private(&self) -> bool {
        self.private
    }

    /// Does the answer count what nobody has accepted yet?
    pub fn unconfirmed(&self) -> bool {
        self.unconfirmed
    }
}

/// How a part of the answer is written.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ViewFormat {
    /// For people, on a screen
    #[default]
    Text,
    /// For programs
    Json,
    /// With headings and tables, for a text processor or a code host
    Markdown,
}

// A part of the answer, under choices, in one of three forms.
#[derive(Args)]
pub struct View {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    choices: Choices,
    /// Write the answer to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    format: ViewFormat,
}

/// How a part of the answer is told, form by form.
pub struct Told {
    /// For people, on a screen.
    pub text: fn(&Brief, Style) -> String,
    /// For programs.
    pub json: fn(&Brief) -> String,
    /// With headings and tables.
    pub markdown: fn(&Brief) -> String,
    /// Does it tell what goes with a report, whatever is asked?
    pub reports: bool,
}

impl View {
    /// Answers on standard output, or into the file that is named.
    pub fn answer(&self, told: &Told) -> Result<End, Stop> {
        self.answer_from(told, Opened::brief)
    }

    /// The same, from a brief that is made in this way.
    pub fn answer_from(
        &self,
        told: &Told,
        made: impl FnOnce(&Opened, &Request) -> Result<Brief, Stop>,
    ) -> Result<End, Stop> {
        let mut opened = Opened::open(&self.place, self.choices.private())?;
        let output = self.output.as_deref();
        output.map_or(Ok(()), |path| may_hold(&opened, path))?;
        let request = self.choices.request();
        if told.reports || request.found_copies || request.found_origins || !request.without.is_empty() {
            opened.look_around(&request);
        }
        let brief = made(&opened, &request)?;
        let text = match self.format {
            ViewFormat::Text => (told.text)(&brief, output.map_or_else(out::style, |_| Style::default())),
            ViewFormat::Json => (told.json)(&brief),
            ViewFormat::Markdown => (told.markdown)(&brief),
        };
        put(output, &text)?;
        Ok(End::Fine)
    }
}
