//! Random small cases.
