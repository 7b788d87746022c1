//! What does a condition mean here? Names resolved, definitions put in, order kept out from under `not`.

use super::Resolver;
use super::meant;
use super::names::Meaning;
use crate::*;
use zopa_syntax::ast::{Cond, CondKind, Name};
use zopa_syntax::{Diagnostic, Span};

/// Where a condition stands: may it speak of order?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Order may be spoken of, but not under a negation.
    Free,
    /// Under a negation.
    Negated,
    /// Where order has no meaning: when a step is taken.
    Step,
}

impl Place {
    fn turned(self) -> Place {
        match self {
            Place::Free => Place::Negated,
            other => other,
        }
    }
}

/// Parts of one condition at most, with all definitions put in: each that names another twice doubles them.
const PARTS: usize = 10_000;

/// Definitions within definitions at most.
const DEEP: usize = 64;

/// Definitions that are being put in, outermost first, with where each is used.
type Within<'a> = Vec<(&'a str, Span)>;

impl<'a> Resolver<'a> {
    /// The formula of a condition; `None` where a mistake in it was reported.
    pub(crate) fn cond(&mut self, cond: &Cond, place: Place) -> Option<Formula> {
        self.parts = 0;
        self.within(cond, place, &mut Vec::new())
    }

    fn within(&mut self, cond: &Cond, place: Place, within: &mut Within<'a>) -> Option<Formula> {
        self.parts = self.parts.saturating_add(1);
        if self.parts > PARTS || within.len() > DEEP {
            self.too_large(cond, within);
            return None;
        }
        match &cond.kind {
            CondKind::Not(inner) => self.within(inner, place.turned(), within).map(Formula::not),
            CondKind::And(parts) => self.parts(parts, place, within).map(Formula::And),
            CondKind::Or(parts) => self.parts(parts, place, within).map(Formula::Or),
            CondKind::Implies(a, b) => {
                let a = self.within(a, place.turned(), within);
                let b = self.within(b, place, within);
                Some(Formula::implies(a?, b?))
            }
            CondKind::Is(issue, option) => self.options(issue, std::slice::from_ref(option)),
            CondKind::In(issue, options) => self.options(issue, options),
            CondKind::Before(a, b) => self.order(a, b, cond.span, place, within).map(|(a, b)| Formula::Before(a, b)),
            CondKind::OnlyAfter(a, b) => {
                self.order(a, b, cond.span, place, within).map(|(a, b)| Formula::OnlyAfter(a, b))
            }
            CondKind::Name(name) => self.named(name, place, within),
        }
    }

    /// One message for each condition, whatever is left of it.
    fn too_large(&mut self, cond: &Cond, within: &Within<'a>) {
        if std::mem::replace(&mut self.parts, usize::MAX) == usize::MAX {
            return;
        }
        let at = within.first().map_or(cond.span, |(_, used)| *used);
        let (message, help) = match within.first() {
            Some((name, _)) => (
                format!("`{name}` is too large: with all definitions put in, more than {PARTS} parts or {DEEP} levels"),
                "let it name fewer definitions, or say it in several statements",
            ),
            None => (format!("the condition has more than {PARTS} parts"), "say it in several statements"),
        };
        let told = Diagnostic::error("condition-too-large", at, message, help).labelled("used here");
        let declared = within.first().and_then(|(name, _)| self.names.get(name)).map(|(_, declared)| declared);
        self.report(declared.into_iter().fold(told, |told, place| told.and(place, "defined here")));
    }

    fn parts(&mut self, parts: &[Cond], place: Place, within: &mut Within<'a>) -> Option<Vec<Formula>> {
        let resolved: Vec<Option<Formula>> = parts.iter().map(|part| self.within(part, place, within)).collect();
        resolved.into_iter().collect()
    }

    fn options(&mut self, issue: &Name, options: &[Name]) -> Option<Formula> {
        let id = self.find(issue, "an issue", |m| if let Meaning::Issue(id) = m { Some(id) } else { None })?;
        let mut is: Vec<Option<Formula>> = Vec::new();
        for option in options {
            is.push(self.option(issue, id, option).map(|option| Formula::Is(id, option)));
        }
        let mut is: Vec<Formula> = is.into_iter().collect::<Option<_>>()?;
        if is.len() == 1 { is.pop() } else { Some(Formula::Or(is)) }
    }

    fn option(&mut self, issue: &Name, id: IssueId, option: &Name) -> Option<OptionId> {
        let row = self.case.space.issues.row(id)?;
        if let Some((option, _)) = row.options.iter().find(|(_, o)| o.name == option.text) {
            return Some(option);
        }
        if self.names.broken_option(&issue.text, &option.text) {
            return None;
        }
        let names: Vec<&str> = row.options.values().map(|o| o.name.as_str()).collect();
        let list = names.join(", ");
        let known = row.options.values().map(|option| (option.name.as_str(), option.title.as_str()));
        let help = match (meant::among(&option.text, known), names.is_empty()) {
            (_, true) => format!("`{}` has no option reported (`option ?`); add one to speak of it", issue.text),
            (Some(meant), _) => meant.asked_with(&format!("options: {list}")),
            (None, _) => format!("options: {list}"),
        };
        let message = format!("`{}` is not an option of issue `{}`", option.text, issue.text);
        self.report(Diagnostic::error("unknown-option", option.span, message, help).labelled("unknown option"));
        None
    }

    fn order(&mut self, a: &Name, b: &Name, span: Span, place: Place, within: &Within<'a>) -> Option<(StepId, StepId)> {
        let (first, second) = (self.step(a), self.step(b));
        let at = within.first().map_or(span, |(_, used)| *used);
        let diagnostic = match place {
            Place::Free => return Some((first?, second?)),
            Place::Negated => Diagnostic::error(
                "order-negated",
                at,
                format!("the order of `{}` and `{}` cannot stand under a negation", a.text, b.text),
                format!("say which order is required instead, such as `{} before {}`", b.text, a.text),
            ),
            Place::Step => Diagnostic::error(
                "order-in-step",
                at,
                format!("when a step is taken cannot depend on the order of `{}` and `{}`", a.text, b.text),
                "say the order in a `requires` or a `rule`".to_owned(),
            ),
        };
        let diagnostic = if at == span { diagnostic } else { diagnostic.and(span, "the order spoken of") };
        self.report(diagnostic);
        None
    }

    fn named(&mut self, name: &Name, place: Place, within: &mut Within<'a>) -> Option<Formula> {
        let meaning = self.find(name, "a step, a gate or a definition", |m| match m {
            Meaning::Step(_) | Meaning::Define(_) => Some(m),
            _ => None,
        })?;
        match meaning {
            Meaning::Step(step) => Some(Formula::Taken(step)),
            Meaning::Define(cond) => self.defined(name, cond, place, within),
            _ => None,
        }
    }

    fn defined(&mut self, name: &Name, cond: &'a Cond, place: Place, within: &mut Within<'a>) -> Option<Formula> {
        let key = self.names.key(&name.text)?;
        if within.iter().any(|(known, _)| *known == key) {
            let at = within.first().map_or(name.span, |(_, used)| *used);
            let message = format!("the definition of `{}` comes back to itself", name.text);
            self.report(
                Diagnostic::error("definition-circle", at, message, "take one of the names out of the circle")
                    .and(name.span, "here it comes back"),
            );
            return None;
        }
        within.push((key, name.span));
        let formula = self.within(cond, place, within);
        within.pop();
        formula
    }
}
