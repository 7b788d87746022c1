//! What is called how, and what is said of a finding that is not confirmed?

use super::Twin;
use super::exchanges::Window;
use super::net::Pair;
use crate::{Refutation, Standing};
use std::collections::BTreeSet;

impl Twin<'_> {
    /// The row of the step of this name.
    pub(super) fn row(&self, name: &str) -> Option<usize> {
        self.case.space.steps.values().position(|step| step.name == name)
    }

    /// The rows of all of them.
    pub(super) fn rows(&self, names: &[String]) -> Option<Vec<usize>> {
        names.iter().map(|name| self.row(name)).collect()
    }

    pub(super) fn name(&self, row: usize) -> String {
        self.case.space.steps.values().nth(row).map(|step| step.name.clone()).unwrap_or_default()
    }

    pub(super) fn names(&self, rows: impl IntoIterator<Item = usize>) -> Vec<String> {
        rows.into_iter().map(|row| self.name(row)).collect()
    }

    pub(super) fn pair(&self, (a, b): Pair) -> String {
        format!("{} before {}", self.name(a), self.name(b))
    }

    pub(super) fn window(&self, (step, until): &Window) -> String {
        format!("{} until {{{}}}", self.name(*step), self.names(until.iter().copied()).join(", "))
    }

    pub(super) fn window_names(&self, windows: &BTreeSet<Window>) -> String {
        format!("[{}]", windows.iter().map(|window| self.window(window)).collect::<Vec<_>>().join("; "))
    }

    pub(super) fn refute(&mut self, finding: &str, what: impl Into<String>) {
        self.tell(Standing::Refuted, finding, what.into());
    }

    pub(super) fn unproved(&mut self, finding: &str, what: impl Into<String>) {
        self.tell(Standing::Unproved, finding, what.into());
    }

    /// Refutes unless it is so.
    pub(super) fn require(&mut self, so: bool, finding: &str, what: impl FnOnce() -> String) {
        if !so {
            self.refute(finding, what());
        }
    }

    fn tell(&mut self, standing: Standing, finding: &str, what: String) {
        let told = Refutation { standing, finding: finding.to_owned(), what };
        if !self.out.contains(&told) {
            self.out.push(told);
        }
    }
}
