//! How is a change since an earlier state named in a sentence? The states, the kinds of change, who changed.

use crate::{
    index::Index,
    phrase::{isolate, outcome},
    words::{self, screen, since as said},
};
use zopa_finding::{
    CaseState, ClashShift, Enough, OfferShift, OfferState, PositionShift, Presence, Shift, Since, Verdict,
};

/// Kinds of clashes that differ between two states, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Differs {
    /// In the earlier state alone.
    Gone,
    /// In the later state alone.
    New,
    /// In every reading of the earlier state, in some of the later.
    NowSome,
    /// In some readings of the earlier state, in every one of the later.
    NowEvery,
}

/// All of them.
pub(crate) const DIFFERS: [Differs; 4] = [Differs::Gone, Differs::New, Differs::NowSome, Differs::NowEvery];

impl Differs {
    pub fn of(clash: &ClashShift) -> Differs {
        match (&clash.before, &clash.after) {
            (_, None) => Differs::Gone,
            (None, Some(_)) => Differs::New,
            (Some(_), Some(Presence::Every)) => Differs::NowEvery,
            (Some(_), Some(_)) => Differs::NowSome,
        }
    }

    pub fn heading(self) -> &'static str {
        match self {
            Differs::Gone => said::CLASHES_GONE,
            Differs::New => said::CLASHES_NEW,
            Differs::NowSome => said::CLASHES_NOW_SOME,
            Differs::NowEvery => said::CLASHES_NOW_EVERY,
        }
    }
}

impl<'a> Index<'a> {
    /// "Since Berlin".
    pub fn since_heading(&self, since: &'a Since) -> String {
        match (&since.from, &since.to) {
            (CaseState::Round { round: from }, CaseState::Round { round: to }) => {
                said::from_to(&self.name(from), &self.name(to))
            }
            (CaseState::Round { round }, _) => said::since_round(&self.name(round)),
            (CaseState::Saved { as_of, .. }, _) => said::since_saved(as_of.as_deref().map(isolate).as_deref()),
            (CaseState::Present, _) => said::NOW.to_owned(),
        }
    }

    /// What is compared, and under which other choices a saved brief was made.
    pub fn since_compared(&self, since: &'a Since) -> String {
        match (&since.from, &since.to) {
            (CaseState::Round { round: from }, CaseState::Round { round: to }) => {
                said::compared_round(&self.name(from), Some(&self.name(to)))
            }
            (CaseState::Round { round }, _) => said::compared_round(&self.name(round), None),
            (CaseState::Saved { chosen, .. }, _) if *chosen != self.brief.chosen => {
                let settings: Vec<String> = chosen.assume.iter().map(|setting| self.setting(setting)).collect();
                let without: Vec<String> = chosen.without.iter().map(|name| self.report(name)).collect();
                let with: Vec<String> = chosen.with.iter().map(|with| isolate(with)).collect();
                let choices = words::chosen(&settings, &without, &with);
                let choices = if choices.is_empty() { words::ALL_OPEN.to_owned() } else { choices };
                format!("{} {}", said::COMPARED_SAVED, said::other_choices(&choices))
            }
            _ => said::COMPARED_SAVED.to_owned(),
        }
    }

    /// Did anything fit, does anything?
    pub fn since_verdict(&self, since: &'a Since) -> String {
        let before = (self.state(&since.from), fits(&since.verdict_before));
        let after = (self.state(&since.to), fits(&since.verdict_after));
        said::verdicts((&before.0, before.1), (&after.0, after.1))
    }

    /// Whose changes would be enough in one of the two states alone; nothing where nothing clashes in either.
    pub fn since_enough(&self, since: &'a Since) -> Vec<String> {
        let (before, after) = (&since.enough_before, &since.enough_after);
        let told = |here: &CaseState, elsewhere: &CaseState, ways: Vec<String>| {
            let ways = (!ways.is_empty()).then(|| words::screen::ways(&ways));
            ways.map(|ways| said::enough(&self.state(here), &self.state(elsewhere), &ways))
        };
        let gone = told(&since.from, &since.to, self.not_among(before, after));
        let came = told(&since.to, &since.from, self.not_among(after, before));
        let same = gone.is_none() && came.is_none() && !before.is_empty();
        gone.into_iter().chain(came).chain(same.then(|| said::ENOUGH_SAME.to_owned())).collect()
    }

    /// Sets of parties of one state that are none in the other, or in every reading of the one alone.
    fn not_among(&self, ways: &'a [Enough], others: &[Enough]) -> Vec<String> {
        let every = |way: &Enough| way.presence == Presence::Every;
        let known = |way: &&Enough| others.iter().any(|o| o.parties == way.parties && every(o) == every(way));
        let told = |way: &'a Enough| match every(way) {
            true => self.together(&way.parties),
            false => said::in_some(&self.together(&way.parties)),
        };
        ways.iter().filter(|way| !known(way)).map(told).collect()
    }

    fn state(&self, state: &CaseState) -> String {
        match state {
            CaseState::Round { round } => {
                said::as_of_round(&self.round(round).map_or_else(|| isolate(round), |row| isolate(&row.title)))
            }
            CaseState::Saved { .. } => said::IN_SAVED.to_owned(),
            CaseState::Present => said::NOW.to_owned(),
        }
    }

    /// The kind of a change.
    pub fn shift(&self, shift: &'a PositionShift) -> String {
        match shift.shift {
            Shift::Softened => words::SOFTENED.to_owned(),
            Shift::Hardened => words::HARDENED.to_owned(),
            Shift::Changed => words::CHANGED_OTHERWISE.to_owned(),
            Shift::Restated => words::RESTATED.to_owned(),
            Shift::Withdrawn => said::WITHDRAWN.to_owned(),
            Shift::Superseded => said::SUPERSEDED.to_owned(),
            Shift::NewlyDenied => said::NEWLY_DENIED.to_owned(),
            Shift::NotRepeated => match &shift.round {
                Some(round) => said::not_repeated(&self.name(round)),
                None => said::NOT_REPEATED.to_owned(),
            },
        }
    }

    /// "softened, Harbour fee: the new words (before: the old words)".
    pub fn shift_line(&self, shift: &'a PositionShift) -> String {
        let kind = self.shift(shift);
        let head = match self.issue_titles(&shift.issues) {
            issues if issues.is_empty() => kind,
            issues => [kind, issues].join(", "),
        };
        let told = shift.after.as_ref().or(shift.before.as_ref()).map(|told| told.title.clone()).unwrap_or_default();
        let before = shift.after.as_ref().and(shift.before.as_ref());
        let mut behind: Vec<String> =
            before.iter().map(|told| screen::labelled(words::BEFORE_THAT, &told.title)).collect();
        behind.extend(self.shifted_by(shift));
        if shift.before.is_some() && !shift.unknown.is_empty() {
            behind.push(said::not_compared(&shift.unknown));
        }
        let said = screen::labelled(&head, &told);
        if behind.is_empty() { said } else { screen::remark(&said, &words::list(&behind)) }
    }

    /// The claims that end or deny it; for one that is compared, only that it is superseded.
    fn shifted_by(&self, shift: &'a PositionShift) -> Option<String> {
        if shift.by.is_empty() {
            return None;
        }
        if shift.after.is_some() {
            return Some(said::EARLIER_SUPERSEDED.to_owned());
        }
        let label = if shift.shift == Shift::Superseded { said::IN_ITS_PLACE } else { said::BY };
        Some(screen::labelled(label, &words::list(&self.names(&shift.by))))
    }

    /// "newly made, and not shut out, offer of A: the words".
    pub fn offer_line(&self, shift: &'a OfferShift) -> String {
        let verb = if shift.offer { words::OFFER_OF } else { words::ACCEPTANCE_OF };
        let who = format!("{verb} {}", words::and(&self.names(&shift.holders)));
        let state = offer_state(shift.before, shift.after);
        screen::labelled(&[state.to_owned(), who].join(", "), &shift.claim.title)
    }

    /// The parties and bodies with a change, in file order, each with its changes; what is nobody's at the end.
    pub fn shifts_by_party(&self, since: &'a Since) -> Vec<(Option<String>, Vec<&'a PositionShift>)> {
        let mut columns: Vec<(Option<&str>, Vec<&'a PositionShift>)> = Vec::new();
        for shift in &since.positions {
            match columns.iter_mut().find(|(party, _)| *party == shift.party.as_deref()) {
                Some((_, shifts)) => shifts.push(shift),
                None => columns.push((shift.party.as_deref(), vec![shift])),
            }
        }
        columns.into_iter().map(|(party, shifts)| (party.map(|name| self.name(name)), shifts)).collect()
    }

    /// Parties, bodies left out, of which no change is told.
    pub fn unchanged(&self, since: &'a Since) -> Vec<String> {
        let told = |name: &String| since.positions.iter().any(|shift| shift.party.as_ref() == Some(name));
        let parties = self.brief.parties.iter().filter(|party| party.of.is_none() && !told(&party.name));
        parties.map(|party| self.name(&party.name)).collect()
    }

    /// A clash by its issues and holders, and whether it is one in some readings only: its limits need not be in the tables of the brief.
    pub fn clash_shift(&self, clash: &'a ClashShift) -> String {
        let holders = words::and(&self.names(&clash.holders));
        let title =
            if clash.issues.is_empty() { holders } else { words::between(&self.issue_titles(&clash.issues), &holders) };
        match clash.after.as_ref().or(clash.before.as_ref()) {
            Some(Presence::Some { .. }) if Differs::of(clash) != Differs::NowSome => said::in_some(&title),
            _ => title,
        }
    }

    /// The changes counted, for one line.
    pub fn since_in_short(&self, since: &'a Since) -> String {
        let mut kinds: Vec<(Shift, usize)> = Vec::new();
        for shift in &since.positions {
            match kinds.iter_mut().find(|(kind, _)| *kind == shift.shift) {
                Some((_, n)) => *n += 1,
                None => kinds.push((shift.shift, 1)),
            }
        }
        kinds.sort();
        let mut parts: Vec<String> = kinds.into_iter().map(|(kind, n)| said::counted(n, plain(kind))).collect();
        let clashes = |differs| since.clashes.iter().filter(|clash| Differs::of(clash) == differs).count();
        let (gone, new) = (clashes(Differs::Gone), clashes(Differs::New));
        parts.extend((gone > 0).then(|| said::clashes_gone(gone)));
        parts.extend((new > 0).then(|| said::clashes_new(new)));
        parts.extend(parts.is_empty().then(|| said::NO_DIFFERENCE.to_owned()));
        said::in_short(&self.since_heading(since), &parts)
    }
}

fn plain(kind: Shift) -> &'static str {
    match kind {
        Shift::Softened => words::SOFTENED,
        Shift::Hardened => words::HARDENED,
        Shift::Changed => words::CHANGED_OTHERWISE,
        Shift::Restated => words::RESTATED,
        Shift::Withdrawn => said::WITHDRAWN,
        Shift::Superseded => said::SUPERSEDED,
        Shift::NewlyDenied => said::NEWLY_DENIED,
        Shift::NotRepeated => said::NOT_REPEATED,
    }
}

fn fits(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Depends { .. } => said::FITS_IN_SOME,
        other => words::fits(outcome(other)),
    }
}

/// What is newly so of an offer.
pub(crate) fn offer_state(before: OfferState, after: OfferState) -> &'static str {
    match (before, after) {
        (OfferState::NotMade, OfferState::ShutOut) => said::NEWLY_MADE_SHUT,
        (OfferState::NotMade, _) => said::NEWLY_MADE,
        (_, OfferState::ShutOut) => said::NEWLY_SHUT,
        _ => said::NO_LONGER_SHUT,
    }
}

/// Was it only said again, or not said again?
pub(crate) fn repeats(shift: &PositionShift) -> bool {
    matches!(shift.shift, Shift::Restated | Shift::NotRepeated)
}

/// Does nothing differ but which claims there are?
pub(crate) fn same(since: &Since) -> bool {
    since.positions.is_empty() && since.clashes.is_empty() && since.offers.is_empty()
}
