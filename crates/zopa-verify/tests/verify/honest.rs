//! Right answers.
