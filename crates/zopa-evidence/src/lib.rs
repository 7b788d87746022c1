//! Who said what, via whom, and which report has it from which?

#![forbid(unsafe_code)]

pub mod between;
mod span;

pub use span::Span;
