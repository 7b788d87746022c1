//! What is wrong with a file, where, and what is the way out? Errors as data; telling them is `zopa-report`'s.

use crate::span::Span;

/// How bad it is. An error keeps its item out of the case; a warning changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The case cannot be answered from until it is mended.
    Error,
    /// Worth a look.
    Warning,
}

/// A stable name for one kind of mistake, such as `unknown-option`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(pub &'static str);

/// A second place that belongs to a message, with a word about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What it is: "first defined here".
    pub text: String,
}

/// One message: what is wrong in the user's own words, the place, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// The kind of mistake.
    pub code: Code,
    /// One sentence, the user's own words in backticks.
    pub message: String,
    /// The place, with a short word beside the underline (may be empty).
    pub primary: Label,
    /// Other places that matter.
    pub others: Vec<Label>,
    /// The way out. Never empty for an error.
    pub help: String,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, span, message.into(), help.into())
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, span, message.into(), help.into())
    }

    fn new(severity: Severity, code: &'static str, span: Span, message: String, help: String) -> Self {
        let primary = Label { span, text: String::new() };
        Diagnostic { severity, code: Code(code), message, primary, others: Vec::new(), help }
    }

    /// The same, with a word beside the underline.
    pub fn labelled(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// The same, with a second place.
    pub fn and(mut self, span: Span, text: impl Into<String>) -> Self {
        self.others.push(Label { span, text: text.into() });
        self
    }
}
