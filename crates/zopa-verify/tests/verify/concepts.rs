//! One test a concept.
