//! How is it told what is owed after a list of events? As sections of entries with lines, which every form lays out.

use crate::phrase::isolate;
use crate::words::{self, track as say};
use zopa_finding::Named;
use zopa_finding::track::{Branch, ClausePart, Duty, Finding, Standing, State, Track, TrackedEvent, Turn, When};

/// Something told of: what it is, and lines about it.
pub(crate) struct Entry {
    pub head: String,
    pub lines: Vec<String>,
}

/// A heading and what stands under it.
pub(crate) struct Section {
    pub heading: &'static str,
    pub entries: Vec<Entry>,
    /// What is said where there is nothing.
    pub none: Option<&'static str>,
}

/// A track, to be told.
pub(crate) struct Told<'a>(pub &'a Track);

/// Titles between isolating marks, with commas.
fn titles(named: &[Named]) -> String {
    say::pieces(&named.iter().map(|one| isolate(&one.title)).collect::<Vec<_>>())
}

fn date(when: &When) -> String {
    say::when(when.from.as_deref(), when.to.as_deref())
}

/// By when: the first and the last day it can be.
fn due(when: Option<&When>) -> Option<String> {
    when.filter(|when| when.from.is_some() || when.to.is_some()).map(|when| {
        let end = |written: &Option<String>| written.clone().unwrap_or_default();
        if end(&when.from) == end(&when.to) { end(&when.to) } else { date(when) }
    })
}

/// What somebody owes, or may: its row in a table.
pub(crate) struct Residual<'a> {
    pub commitment: &'a Named,
    pub by: String,
    pub to: String,
    pub stands: Vec<String>,
    /// What set it off, and by which clause.
    pub why: Vec<String>,
}

/// What is binding today by a commitment: its row in a table.
pub(crate) struct Bound<'a> {
    pub commitment: &'a Named,
    pub by: String,
    pub to: String,
    /// How it stands, since when, and what would make a treaty of it.
    pub stands: Vec<String>,
    /// What is owed by it, or may be, without anything that sets it off.
    pub owed: Vec<String>,
}

/// What is binding on whom, commitment by commitment.
pub(crate) fn bound<'a>(standing: &'a [Standing], duties: &'a [Duty]) -> impl Iterator<Item = Bound<'a>> {
    standing.iter().map(|one| {
        let owed = duties.iter().filter(|duty| duty.commitment.name == one.commitment.name);
        let owed = owed.flat_map(|duty| outcome(&duty.finding, &|state, last| state_of(duty, state, last))).collect();
        Bound { commitment: &one.commitment, by: titles(&one.by), to: titles(&one.to), stands: stands(one), owed }
    })
}

/// How a commitment stands, since when and until when, and what would make a treaty of it.
fn stands(one: &Standing) -> Vec<String> {
    let mut lines = outcome(&one.finding, &|state, _| say::state(state).to_owned());
    let (since, until) = (one.since.as_ref().map(date), one.until.as_ref().map(date));
    let term = say::term(since.as_deref(), until.as_deref(), one.forever);
    let counts = !matches!(one.finding.state, State::NotInForce);
    lines.extend(Some(words::capital(&term)).filter(|_| !term.is_empty() && counts));
    let treaty = matches!(one.finding.state, State::Treaty) || one.treaty_after.is_empty();
    lines.extend((!treaty).then(|| say::treaty_after(&titles(&one.treaty_after))));
    lines
}

/// The state, or its branches and what is so otherwise.
fn outcome(finding: &Finding, state: &dyn Fn(State, bool) -> String) -> Vec<String> {
    if finding.open.is_empty() {
        return vec![words::capital(&state(finding.state, true))];
    }
    let branch = |branch: &Branch| say::branch(branch.test, &why(branch), &state(branch.state, false));
    let mut lines: Vec<String> = finding.open.iter().map(branch).collect();
    lines.push(say::otherwise(&state(finding.state, true)));
    lines
}

impl<'a> Told<'a> {
    pub fn heading(&self) -> String {
        say::heading(&isolate(&self.0.case.title))
    }

    pub fn as_of(&self) -> String {
        match (self.0.events.len(), self.0.as_of.as_deref()) {
            (0, None) => say::BY_CASE.to_owned(),
            (lines, date) => say::as_of(date, lines),
        }
    }

    /// What counts, what is owed, what is not decided, what is over.
    pub fn sections(&self) -> Vec<Section> {
        let entries =
            |of: fn(&Duty) -> bool| self.0.duties.iter().filter(move |duty| of(duty)).map(|duty| self.duty(duty));
        let counts = self.0.standing.iter().map(|one| self.standing(one)).collect();
        let first = [
            Section { heading: say::COUNTS, entries: counts, none: None },
            Section { heading: say::OWED, entries: entries(is_owed).collect(), none: Some(say::OWED_NONE) },
            Section { heading: say::OPEN, entries: entries(is_open).collect(), none: None },
        ];
        let all = first.into_iter().chain(self.past());
        all.filter(|section| !section.entries.is_empty() || section.none.is_some()).collect()
    }

    /// What is over, and how it came to that.
    pub fn past(&self) -> [Section; 2] {
        let over = self.0.duties.iter().filter(|duty| is_over(duty)).map(|duty| self.over(duty)).collect();
        [
            Section { heading: say::OVER, entries: over, none: None },
            Section { heading: say::COURSE, entries: self.course(), none: None },
        ]
    }

    fn standing(&self, one: &Standing) -> Entry {
        let mut lines = stands(one);
        lines.push(say::owed(&titles(&one.by), &titles(&one.to)));
        let waits: Vec<String> = one.set_off_by.iter().map(|what| isolate(what)).collect();
        lines.extend((!waits.is_empty()).then(|| say::waits_for(&say::pieces(&waits))));
        lines.extend(self.basis(&one.finding));
        Entry { head: commitment(&one.commitment), lines }
    }

    fn basis(&self, finding: &Finding) -> Vec<String> {
        let cited: Vec<String> = finding.events.iter().filter_map(|number| self.cited(*number)).collect();
        let claims: Vec<String> = finding.claims.iter().map(|claim| format!("`{claim}`")).collect();
        let cited = (!cited.is_empty()).then(|| say::rests(&say::parts(&cited)));
        cited.into_iter().chain((!claims.is_empty()).then(|| say::by_claims(&say::pieces(&claims)))).collect()
    }

    fn duty(&self, duty: &Duty) -> Entry {
        let mut lines = outcome(&duty.finding, &|state, last| state_of(duty, state, last));
        lines.push(say::owed(&titles(&duty.by), &titles(&duty.to)));
        lines.extend(self.why(duty));
        Entry { head: commitment(&duty.commitment), lines }
    }

    /// What has been set off and is not over: a row for each.
    pub fn residual(&self) -> impl Iterator<Item = Residual<'a>> {
        let left = self.0.duties.iter().filter(|duty| !is_over(duty));
        left.map(|duty| Residual {
            commitment: &duty.commitment,
            by: titles(&duty.by),
            to: titles(&duty.to),
            stands: outcome(&duty.finding, &|state, last| state_of(duty, state, last)),
            why: self.why(duty),
        })
    }

    /// What set it off, what else it rests on, and which parts of the clause.
    fn why(&self, duty: &Duty) -> Vec<String> {
        let mut lines = vec![self.set_off(duty)];
        let others: Vec<u32> =
            duty.finding.events.iter().copied().filter(|number| !duty.set_off.contains(number)).collect();
        let cited: Vec<String> = others.iter().filter_map(|number| self.cited(*number)).collect();
        lines.extend((!cited.is_empty()).then(|| say::rests(&say::parts(&cited))));
        let claims: Vec<String> = duty.finding.claims.iter().map(|claim| format!("`{claim}`")).collect();
        lines.extend((!claims.is_empty()).then(|| say::by_claims(&say::pieces(&claims))));
        lines.push(say::clause(&say::parts(&duty.clause.iter().map(part).collect::<Vec<_>>())));
        lines
    }

    /// One line of what is over.
    fn over(&self, duty: &Duty) -> Entry {
        let cited: Vec<String> = duty.finding.events.iter().filter_map(|number| self.cited(*number)).collect();
        let told = say::what(&words::capital(&state_of(duty, duty.finding.state, true)), "");
        let rests = (!cited.is_empty()).then(|| say::rests(&say::parts(&cited)));
        Entry { head: commitment(&duty.commitment), lines: std::iter::once(told).chain(rests).collect() }
    }

    fn set_off(&self, duty: &Duty) -> String {
        let cited: Vec<String> = duty.set_off.iter().filter_map(|number| self.cited(*number)).collect();
        let broken = duty.broken.iter().map(commitment);
        let things: Vec<String> = broken.chain(cited).collect();
        say::set_off(duty.cause, &say::parts(&things), &date(&duty.when))
    }

    /// A line of the list in another.
    fn cited(&self, number: u32) -> Option<String> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        let event = self.0.events.get(at)?;
        let denied = (!event.denied_by.is_empty()).then(|| say::denied(&say::numbers(&event.denied_by)));
        let told = say::cited(event.number, &deed(event), &date(&event.when), &titles(&event.reported_by));
        Some(say::pieces(&std::iter::once(told).chain(denied).collect::<Vec<_>>()))
    }

    fn course(&self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for turn in &self.0.course {
            let at = date(&turn.at);
            let line = self.turn(turn);
            match entries.last_mut().filter(|entry| entry.head == at) {
                Some(entry) => entry.lines.push(line),
                None => entries.push(Entry { head: at, lines: vec![line] }),
            }
        }
        entries
    }

    fn turn(&self, turn: &Turn) -> String {
        let state = |state: State| match (state, due(turn.due.as_ref())) {
            (State::Due, Some(date)) => say::due_by(&date),
            (state, _) if turn.standing => say::state(state).to_owned(),
            (state, _) => say::duty(state).to_owned(),
        };
        let told = match turn.finding.open.as_slice() {
            [] => state(turn.finding.state),
            open => {
                let mut states: Vec<String> = Vec::new();
                for one in open.iter().map(|branch| branch.state).chain([turn.finding.state]).map(state) {
                    if !states.contains(&one) {
                        states.push(one);
                    }
                }
                say::not_decided(&say::either(&states))
            }
        };
        say::turn(&isolate(&turn.commitment.title), &say::numbers(&turn.set_off), &told)
    }

    /// The list: number, when, what, on whose report.
    pub fn list(&self) -> Vec<[String; 4]> {
        let row = |event: &TrackedEvent| {
            let denied = (!event.denied_by.is_empty()).then(|| say::denied(&say::numbers(&event.denied_by)));
            let what = say::parts(&std::iter::once(deed(event)).chain(denied).collect::<Vec<_>>());
            [say::numbers(&[event.number]), date(&event.when), what, titles(&event.reported_by)]
        };
        self.0.events.iter().map(row).collect()
    }
}

fn commitment(named: &Named) -> String {
    say::commitment(&isolate(&named.title), &named.name)
}

fn deed(event: &TrackedEvent) -> String {
    let option = event.option.as_ref().map(|option| isolate(&option.title)).unwrap_or_default();
    say::deed(event.deed, &isolate(&event.thing.title), &option, &titles(&event.by), event.not)
}

fn why(branch: &Branch) -> String {
    let field = branch.part.as_deref().unwrap_or_default();
    say::why(branch.why, field, &say::numbers(&branch.events), &titles(&branch.who))
}

fn part(part: &ClausePart) -> String {
    let values: Vec<String> = part.values.iter().map(|value| isolate(value)).collect();
    let leads = part.values.first().is_some_and(|first| say::LEADING.contains(&first.as_str()));
    match values.split_first() {
        Some((first, rest)) if leads => say::clause_part(&part.part, &say::led(first, &say::pieces(rest))),
        _ => say::clause_part(&part.part, &say::pieces(&values)),
    }
}

/// How something owed stands, with what is owed and by when. What waits at last, when nothing else is asked, waits for a
/// decision.
fn state_of(duty: &Duty, state: State, last: bool) -> String {
    let does: Vec<String> = duty.does.iter().map(|what| isolate(what)).collect();
    let does = say::pieces(&does);
    let does = if duty.not { say::not_taken(&does) } else { does };
    let told = match (state, due(duty.due.as_ref())) {
        (State::Due, Some(date)) => say::due_by(&date),
        (State::Late, Some(date)) => say::late_since(&date),
        (State::Late, None) => say::LATE.to_owned(),
        (State::Conditional, _) if last => say::WAITS.to_owned(),
        (state, _) => say::duty(state).to_owned(),
    };
    let with = matches!(state, State::Due | State::Late | State::MayFollow | State::Breached | State::Suspended);
    say::what(&told, if with { &does } else { "" })
}

fn is_open(duty: &Duty) -> bool {
    !duty.finding.open.is_empty()
}

fn is_owed(duty: &Duty) -> bool {
    let owed = matches!(
        duty.finding.state,
        State::Due | State::Late | State::Breached | State::MayFollow | State::Suspended | State::Conditional
    );
    !is_open(duty) && owed
}

fn is_over(duty: &Duty) -> bool {
    !is_open(duty) && !is_owed(duty)
}
