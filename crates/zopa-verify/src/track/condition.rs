//! Between which moments does a condition come to be met?

use super::Twin;
use super::kleene::{K, and, not, or};
use super::lines::{Line, not_after};
use zopa_case::{Deed, Formula, IssueId, Moment, OptionId, Stretch};

/// When a condition comes to be met.
#[derive(Clone, Copy, Debug)]
pub(super) enum Met {
    /// Before anything has happened.
    Ever,
    /// From the first moment at which it may be to the first at which it certainly is, where there is one.
    Between(Stretch),
    /// At no moment that the list tells.
    Never,
}

impl Twin<'_> {
    pub(super) fn met(&self, formula: &Formula) -> Met {
        if self.holds(formula, None) == Some(true) {
            return Met::Ever;
        }
        let lines = self.list.all(|row| names(formula, row.deed));
        let mut moments: Vec<Moment> = lines.iter().flat_map(|line| [line.time.from, line.time.to]).flatten().collect();
        moments.sort_by_key(|moment| moment.listed());
        let at = |moment: Moment| self.holds(formula, Some(Stretch::moment(moment)));
        // What has no beginning may have happened before any moment that is told; and with no moment told, at any.
        let unbegun = lines.iter().any(|line| line.time.from.is_none());
        let before = moments
            .first()
            .map_or_else(|| self.holds(formula, Some(Stretch::default())), |at_first| at(at_first.plus(-1)));
        let to = moments.iter().find(|moment| at(**moment) == Some(true)).copied();
        let may = moments.iter().find(|moment| at(**moment) != Some(false)).copied();
        match (unbegun && before != Some(false), may) {
            (true, _) => Met::Between(Stretch { from: None, to }),
            (false, Some(from)) => Met::Between(Stretch { from: Some(from), to }),
            (false, None) => Met::Never,
        }
    }

    /// Is it met by what has happened by then? `None`: before anything has.
    fn holds(&self, formula: &Formula, by: Option<Stretch>) -> K {
        let so = |line: &Line| match by {
            Some(by) => self.list.happened(line, by),
            None => Some(false),
        };
        match formula {
            Formula::Const(value) => Some(*value),
            Formula::Taken(step) => or(self.list.taken(*step).iter().map(so)),
            Formula::Is(issue, option) => self.agreed(*issue, *option, &so),
            Formula::Not(inner) => not(self.holds(inner, by)),
            Formula::And(parts) => and(parts.iter().map(|part| self.holds(part, by))),
            Formula::Or(parts) => or(parts.iter().map(|part| self.holds(part, by))),
            Formula::Before(..) | Formula::OnlyAfter(..) => None,
        }
    }

    /// It was agreed, and no other after it.
    fn agreed(&self, issue: IssueId, option: OptionId, so: &dyn Fn(&Line) -> K) -> K {
        let on = |other: bool| {
            self.list.all(|row| matches!(row.deed, Deed::Agreed(of, what) if of == issue && (what != option) == other))
        };
        let others = on(true);
        let replaced =
            |line: &Line| or(others.iter().map(|other| and([so(other), not(not_after(other.time, line.time))])));
        or(on(false).iter().map(|line| and([so(line), not(replaced(line))])))
    }

    /// Is it met by the moment asked about? Between the two it may have been.
    pub(super) fn met_by_now(&self, met: Stretch) -> K {
        match met.to {
            Some(_) => not_after(met, self.now),
            None => match met.from.zip(self.now.to).and_then(|(from, now)| from.not_after(now)) {
                Some(false) => Some(false),
                _ => None,
            },
        }
    }
}

/// Does a condition name it?
fn names(formula: &Formula, deed: Deed) -> bool {
    match (formula, deed) {
        (Formula::Taken(step), Deed::Step(taken)) => *step == taken,
        (Formula::Is(issue, _), Deed::Agreed(on, _)) => *issue == on,
        (Formula::Not(inner), _) => names(inner, deed),
        (Formula::And(parts) | Formula::Or(parts), _) => parts.iter().any(|part| names(part, deed)),
        _ => false,
    }
}
