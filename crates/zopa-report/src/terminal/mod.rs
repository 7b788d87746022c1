//! How is a brief told on a plain screen?
//!
//! One file a view. Shapes and words carry everything; colour only repeats it. All lists keep the order of the
//! case file, and parties stand in columns of one width, so that two parties exchanged change places and nothing else.

mod brief;
mod check;
mod grid;
mod hinges;
mod lay;
mod names;
mod openings;
mod since;
mod why;

pub use brief::brief;
pub use check::check;
pub use hinges::hinges;
pub use openings::openings;
pub use since::since;
pub use why::why;

/// The screen that is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Width in columns; lines are cut or broken at words. Sensible from 60; below that some lines are wider.
    pub width: usize,
    /// May ANSI codes for bold and dim be used?
    pub colour: bool,
}

impl Default for Style {
    /// A hundred columns, no codes.
    fn default() -> Self {
        Style { width: 100, colour: false }
    }
}

impl Style {
    fn bold(self, text: &str) -> String {
        self.coded("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.coded("2", text)
    }

    fn coded(self, code: &str, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_string() }
    }
}
