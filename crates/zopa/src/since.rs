//! What changed since? Rounds and saved briefs as asked for, turned into two states of this case.

use crate::Read;
use crate::request::{Problem, Request, did_you_mean};
use std::collections::BTreeMap;
use zopa_analysis::Reread;
use zopa_case::{Formula, RoundId};
use zopa_finding::{Brief, FORMAT, PrivateState, Since};
use zopa_report::since as words;
use zopa_syntax::{SourceFile, nearest};

impl Read {
    /// What changed from one round to another, or to the case as it is now, under these choices. Both states are those of
    /// [`Read::asked`]: where private material is not counted, neither has any.
    ///
    /// # Errors
    /// A round that the case has not; a later round that is not after the earlier; every problem with the choices; too
    /// many readings, in either state. A case with errors of which something is private has no public comparison.
    pub fn since_round(&self, request: &Request, from: &str, to: Option<&str>) -> Result<Since, Vec<Problem>> {
        let read = self.answering(request)?;
        let (from, to) = read.rounds(from, to)?;
        let since = zopa_analysis::between(&read.case, &read.name, &read.resolved(request)?, from, to);
        since.map_err(|refusal| vec![read.refused(&refusal)])
    }

    /// What changed since a brief of this case was saved, under these choices. The case is that of [`Read::asked`].
    ///
    /// # Errors
    /// A brief of another format or another case; one that counts private material, where the answer is not to count
    /// any; every problem with the choices; too many readings. A case with errors of which something is private has no
    /// public comparison.
    pub fn since_saved(&self, request: &Request, saved: &Brief) -> Result<Since, Vec<Problem>> {
        let read = self.answering(request)?;
        read.comparable(request, saved).map_err(|problem| vec![problem])?;
        let choices = read.resolved(request)?;
        let since = zopa_analysis::since_saved(&read.case, &read.name, &choices, saved, &read.reread(saved));
        since.map_err(|refusal| vec![read.refused(&refusal)])
    }

    /// Is there a round of this name, as far as such a request may know?
    pub fn has_round(&self, request: &Request, name: &str) -> bool {
        self.asked(request).case.rounds.values().any(|round| round.name == name)
    }

    fn rounds(&self, from: &str, to: Option<&str>) -> Result<(RoundId, Option<RoundId>), Vec<Problem>> {
        match (self.round(from), to.map(|to| self.round(to)).transpose()) {
            (Ok(from), Ok(Some(to))) if !zopa_analysis::is_before(&self.case, from, to) => {
                Err(vec![self.not_before(from, to)])
            }
            (Ok(from), Ok(to)) => Ok((from, to)),
            (from, to) => Err(from.err().into_iter().chain(to.err()).collect()),
        }
    }

    /// Nothing of what a brief for the desk holds may come into an answer for others.
    fn comparable(&self, request: &Request, saved: &Brief) -> Result<(), Problem> {
        if saved.format != FORMAT {
            let message = words::other_format(&saved.format, FORMAT);
            return Err(Problem::new("saved-format", message, words::SAVE_AGAIN.to_owned()));
        }
        if saved.private == PrivateState::Counted && request.private != PrivateState::Counted {
            let message = words::SAVED_PRIVATE.to_owned();
            return Err(Problem::new("saved-private", message, words::SAVED_PRIVATE_HELP.to_owned()));
        }
        if !self.is_of_this_case(saved) {
            let message = words::other_case(&saved.case.title, &self.case.title);
            return Err(Problem::new("saved-other-case", message, words::SAVED_OF_THIS_CASE.to_owned()));
        }
        Ok(())
    }

    fn round(&self, name: &str) -> Result<RoundId, Problem> {
        let found = self.case.rounds.iter().find(|(_, round)| round.name == name).map(|(id, _)| id);
        found.ok_or_else(|| {
            let names: Vec<&str> = self.case.rounds.values().map(|round| round.name.as_str()).collect();
            let help = did_you_mean(nearest(name, names.iter().copied()), "rounds", &names);
            Problem::new("unknown-round", words::unknown_round(name), help)
        })
    }

    fn not_before(&self, from: RoundId, to: RoundId) -> Problem {
        let (from_name, to_name) = (&self.case.rounds[from].name, &self.case.rounds[to].name);
        let help = if from == to { words::ONE_ROUND.to_owned() } else { words::the_other_way(to_name, from_name) };
        Problem::new("rounds-order", words::not_before(from_name, to_name), help)
    }

    /// The same title; or, where the title was written anew, the same name and parties.
    fn is_of_this_case(&self, saved: &Brief) -> bool {
        let parties = self.case.parties.values().map(|party| &party.name);
        let same_parties = || saved.parties.iter().map(|party| &party.name).eq(parties);
        saved.case.title == self.case.title || (saved.case.name == self.name && same_parties())
    }

    /// The conditions of a saved brief in this case: as one of its limits has them, else as they read here.
    fn reread(&self, saved: &Brief) -> Vec<Reread> {
        let space = &self.case.space;
        let known: BTreeMap<String, &Formula> =
            self.case.limits.values().map(|limit| (limit.formula.write(space), &limit.formula)).collect();
        let one = |condition: &str| match known.get(condition) {
            Some(formula) => Ok((*formula).clone()),
            None => self.condition_of(condition),
        };
        saved.limits.iter().map(|limit| one(&limit.condition)).collect()
    }

    fn condition_of(&self, condition: &str) -> Reread {
        let text = format!("rule {condition}\n  because > saved\n");
        let tree = zopa_syntax::parse(&[SourceFile { path: String::new(), text: text.clone() }]);
        let (formulas, diagnostics) = zopa_case::read_condition(&self.tree, &tree);
        let unknown = diagnostics.iter().filter(|d| d.code.0.starts_with("unknown-"));
        let names = unknown.filter_map(|d| {
            let span = d.primary.span;
            text.get(span.start as usize..span.end as usize).map(str::to_owned)
        });
        let sound = tree.diagnostics.is_empty() && diagnostics.is_empty();
        formulas.into_iter().next().filter(|_| sound).ok_or_else(|| names.collect())
    }
}
