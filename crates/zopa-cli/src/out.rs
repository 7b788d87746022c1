//! Where does a line go, how wide is it, and how does the program end?

use std::io::{self, ErrorKind, IsTerminal, Write};
use zopa::Problem;
use zopa::report::cli as words;
use zopa::report::terminal::Style;

/// The narrowest and the widest screen that is written for.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=400;

/// How a run ended, as the exit code tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The answer was given.
    Fine = 0,
    /// The case has errors, or a check failed.
    Failed = 1,
    /// What was asked for cannot be asked.
    Usage = 2,
}

/// Why a command stops before its answer.
#[derive(Debug)]
pub struct Stop {
    end: End,
    told: String,
}

impl Stop {
    /// Stops for these problems.
    pub fn for_problems(end: End, problems: &[Problem]) -> Stop {
        let told = problems.iter().map(|p| words::problem(p.code, &p.message, &p.help)).collect::<Vec<_>>().join("\n");
        Stop { end, told }
    }

    /// Stops after this text.
    pub fn after(end: End, told: String) -> Stop {
        Stop { end, told }
    }

    /// Says why, and how it ends.
    pub fn tell(self) -> End {
        message(&self.told);
        self.end
    }
}

/// The screen of standard output.
pub fn style() -> Style {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse::<usize>().ok());
    let default = Style::default();
    let width = columns.map_or(default.width, |columns| columns.clamp(*WIDTHS.start(), *WIDTHS.end()));
    Style { width, colour: may_colour(io::stdout().is_terminal()) }
}

/// May messages be coloured?
pub fn colour_of_messages() -> bool {
    may_colour(io::stderr().is_terminal())
}

/// `NO_COLOR` counts when it is set to anything (no-color.org).
fn may_colour(terminal: bool) -> bool {
    terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Text to standard output. A reader who has gone away ends the program quietly.
pub fn answer(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Stop::after(End::Fine, String::new())),
        Err(error) => {
            let message = words::no_output(&zopa_dossier::reason(&error));
            let problem = Problem { code: "no-output", message, help: words::LET_OUTPUT.to_owned() };
            Err(Stop::for_problems(End::Failed, &[problem]))
        }
    }
}

/// Text to standard error, as far as anybody reads it.
pub fn message(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// One line on the screen that says how far a long work has come; nothing where nobody watches.
#[derive(Default)]
pub struct Progress {
    told: bool,
}

impl Progress {
    /// How far it is now. The line goes when it is done.
    pub fn tell(&mut self, how_far: impl FnOnce() -> String, done: bool) {
        if !io::stderr().is_terminal() || (done && !self.told) {
            return;
        }
        self.told = true;
        let line = if done { String::new() } else { how_far() };
        message(&format!("\r\u{1b}[K{line}"));
    }
}
