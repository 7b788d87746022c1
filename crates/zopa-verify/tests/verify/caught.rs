//! Answers with one thing wrong.
