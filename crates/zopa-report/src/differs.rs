//! What differs between the answers of a hinge? Told alike on the page and on the screen.
//!
//! Each answer is compared with the others and none is the one that the others are told against. What is so under all
//! of them alike is left out.

use crate::{index::Index, words};
use zopa_finding::{Effect, Hinge, HingeKind, Level, Presence, Setting, ShutOut, Verdict};

/// One thing that is so under an answer and not under all the others.
pub(crate) enum Line<'a> {
    /// Whether anything fits, under an answer of this hinge.
    Fits(&'a Verdict, &'a str),
    /// Sets of parties that are enough only here.
    Enough(Vec<&'a [String]>),
    /// Sets of parties that are enough elsewhere and not here.
    NotEnough(Vec<&'a [String]>),
    /// Questions between the parties, as issues.
    Knots(Vec<&'a [String]>),
    /// Clashes that are in no reading here.
    Go(&'a [String]),
    /// Clashes that arise only here, as limits.
    New(&'a [Vec<String>]),
    /// Clashes that are in every reading only here.
    Every(Vec<String>),
    /// Clashes that are in some readings here, and under another answer in all or in none.
    Some(Vec<String>),
    /// Offers and acceptances shut out only here.
    Shut(Vec<Offers<'a>>),
    /// Offers and acceptances made here, and shut out elsewhere alone.
    Open(Vec<Offers<'a>>),
    /// Offers and acceptances shut out elsewhere, and not made here.
    NotMade(Vec<Offers<'a>>),
    /// Offers and acceptances with limits that shut them out only here.
    By(Vec<(&'a str, &'a [String])>),
}

/// The offers and acceptances that one claim makes: how many of them are meant, and how many there are.
pub(crate) struct Offers<'a> {
    pub claim: &'a str,
    pub meant: usize,
    pub all: usize,
}

impl Line<'_> {
    /// The answer that it belongs to.
    pub fn level(&self) -> Level {
        match self {
            Line::Fits(..) => Level::Fits,
            Line::Enough(_) | Line::NotEnough(_) => Level::Enough,
            Line::Knots(_) => Level::Knots,
            Line::Go(_) | Line::New(_) | Line::Every(_) | Line::Some(_) => Level::Clashes,
            Line::Shut(_) | Line::Open(_) | Line::NotMade(_) | Line::By(_) => Level::ShutOut,
        }
    }
}

/// The answers to tell: for a source or origin the brief as read is the one that counts it, and only setting it aside
/// tells something.
pub(crate) fn answers(hinge: &Hinge) -> impl Iterator<Item = &Effect> {
    hinge.effects.iter().filter(|e| hinge.kind == HingeKind::Question || e.answer != "counted")
}

/// What is so under this answer and not under all the others; where nothing is, what is so elsewhere and not here.
pub(crate) fn lines<'a>(index: &Index<'a>, hinge: &'a Hinge, effect: &'a Effect) -> Vec<Line<'a>> {
    let all = Answers { index, hinge, effect };
    let own: Vec<Line<'a>> = hinge.changes.iter().flat_map(|level| all.own(*level)).collect();
    if own.is_empty() { hinge.changes.iter().flat_map(|level| all.lacking(*level)).collect() } else { own }
}

/// Where no answer has a line of its own: in what they differ all the same.
pub(crate) fn but_for(index: &Index<'_>, hinge: &Hinge) -> Option<&'static str> {
    let silent = answers(hinge).all(|effect| lines(index, hinge, effect).is_empty());
    silent.then_some(match hinge.changes.as_slice() {
        [Level::ShutOut] => words::SAME_BUT_LIMITS,
        _ => words::SAME_BUT_READINGS,
    })
}

/// One answer of a hinge among the others.
struct Answers<'i, 'a> {
    index: &'i Index<'a>,
    hinge: &'a Hinge,
    effect: &'a Effect,
}

impl<'a> Answers<'_, 'a> {
    fn others(&self) -> impl Iterator<Item = &'a Effect> {
        let here = self.effect;
        self.hinge.effects.iter().filter(move |e| e.answer != here.answer)
    }

    /// The members of a list that some other answer's list does not have.
    fn beyond<T: PartialEq>(&self, list: fn(&'a Effect) -> &'a Vec<T>) -> Vec<&'a T> {
        list(self.effect).iter().filter(|item| !self.others().all(|o| list(o).contains(item))).collect()
    }

    fn own(&self, level: Level) -> Vec<Line<'a>> {
        match level {
            Level::Fits if self.others().all(|o| o.verdict == self.effect.verdict) => Vec::new(),
            Level::Fits => vec![Line::Fits(&self.effect.verdict, &self.hinge.name)],
            Level::Enough => some(self.beyond(|e| &e.enough), |sets| Line::Enough(slices(sets))),
            Level::Knots => some(self.beyond(|e| &e.knots), |knots| Line::Knots(slices(knots))),
            Level::Clashes => self.clashes(),
            Level::ShutOut => some(self.shut(), Line::Shut),
        }
    }

    fn clashes(&self) -> Vec<Line<'a>> {
        let go = (!self.effect.gone.is_empty()).then_some(Line::Go(&self.effect.gone));
        let new = (!self.effect.new.is_empty()).then_some(Line::New(&self.effect.new));
        let out: Vec<Line<'a>> = go.into_iter().chain(new).collect();
        if !out.is_empty() {
            return out;
        }
        let every = cloned(self.beyond(|e| &e.every));
        // What goes under another answer is named there, and not here again.
        let mut maybe = cloned(self.beyond(|e| &e.some));
        maybe.retain(|id| !self.others().any(|o| o.gone.contains(id)));
        if every.is_empty() { some(maybe, Line::Some) } else { vec![Line::Every(every)] }
    }

    fn lacking(&self, level: Level) -> Vec<Line<'a>> {
        match level {
            Level::Enough => some(self.not_enough(), Line::NotEnough),
            Level::ShutOut => self.not_shut(),
            Level::Fits | Level::Knots | Level::Clashes => Vec::new(),
        }
    }

    fn not_enough(&self) -> Vec<&'a [String]> {
        let mut sets: Vec<&'a [String]> = Vec::new();
        for set in self.others().flat_map(|o| &o.enough).filter(|set| !self.effect.enough.contains(set)) {
            if !sets.contains(&set.as_slice()) {
                sets.push(set);
            }
        }
        sets
    }

    /// Offers of claims of which more are shut out here than under some other answer.
    fn shut(&self) -> Vec<Offers<'a>> {
        let more = |claim: &str| self.others().any(|o| times(o, claim) < times(self.effect, claim));
        let claims = claims([self.effect].into_iter());
        claims
            .into_iter()
            .filter(|claim| more(claim))
            .map(|claim| self.offers(claim, times(self.effect, claim)))
            .collect()
    }

    fn not_shut(&self) -> Vec<Line<'a>> {
        let elsewhere = |claim: &str| self.others().map(|o| times(o, claim)).max().unwrap_or(0);
        let fewer = claims(self.others()).into_iter().filter(|claim| elsewhere(claim) > times(self.effect, claim));
        let (open, gone): (Vec<&str>, Vec<&str>) = fewer.partition(|claim| self.made(claim));
        let told = |list: Vec<&'a str>| -> Vec<Offers<'a>> {
            let meant = |claim| elsewhere(claim) - times(self.effect, claim);
            list.into_iter().map(|claim| self.offers(claim, meant(claim))).collect()
        };
        let mut out = some(told(open), Line::Open);
        out.extend(some(told(gone), Line::NotMade));
        if out.is_empty() { some(self.by(), Line::By) } else { out }
    }

    fn asked(&self, claim: &str) -> impl Iterator<Item = &'a ShutOut> {
        self.index.shut_out.iter().filter(move |s| s.claim == claim)
    }

    fn offers(&self, claim: &'a str, meant: usize) -> Offers<'a> {
        Offers { claim, meant, all: self.asked(claim).count().max(meant) }
    }

    /// Is an offer of this claim made under this answer?
    fn made(&self, claim: &str) -> bool {
        let gone =
            |s: &ShutOut| !s.basis.0.is_empty() && s.basis.0.iter().all(|name| self.hinge.basis.0.contains(name));
        match self.hinge.kind {
            HingeKind::Question => self.asked(claim).any(|s| self.can_be(&s.held)),
            HingeKind::Source | HingeKind::Origin => !self.asked(claim).all(gone),
        }
    }

    /// Can it be so under this answer?
    fn can_be(&self, presence: &Presence) -> bool {
        let other = |s: &Setting| s.question == self.hinge.name && s.answer != self.effect.answer;
        match presence {
            Presence::Every => true,
            Presence::Never => false,
            Presence::Some { when } => when.is_empty() || when.iter().any(|list| !list.iter().any(other)),
        }
    }

    /// What shuts an offer out under this answer of a question and under no other.
    fn by(&self) -> Vec<(&'a str, &'a [String])> {
        let this = |s: &Setting| s.question == self.hinge.name && s.answer == self.effect.answer;
        let only = |presence: &Presence| match presence {
            Presence::Some { when } => !when.is_empty() && when.iter().all(|list| list.iter().any(this)),
            Presence::Every | Presence::Never => false,
        };
        let entries = self.index.shut_out.iter().filter(|_| self.hinge.kind == HingeKind::Question);
        let sets = entries.flat_map(|s| s.sets.iter().map(move |set| (s, set)));
        sets.filter(|(_, set)| only(&set.presence)).map(|(s, set)| (s.claim.as_str(), set.limits.as_slice())).collect()
    }
}

/// A line, unless there is nothing in it.
fn some<'a, T>(items: Vec<T>, line: impl FnOnce(Vec<T>) -> Line<'a>) -> Vec<Line<'a>> {
    if items.is_empty() { Vec::new() } else { vec![line(items)] }
}

fn slices(lists: Vec<&Vec<String>>) -> Vec<&[String]> {
    lists.into_iter().map(Vec::as_slice).collect()
}

fn cloned(names: Vec<&String>) -> Vec<String> {
    names.into_iter().cloned().collect()
}

/// How many of a claim's offers are shut out under an answer.
fn times(effect: &Effect, claim: &str) -> usize {
    effect.shut_out.iter().filter(|name| *name == claim).count()
}

/// Claims with an offer shut out under some of these answers, each once.
fn claims<'a>(effects: impl Iterator<Item = &'a Effect>) -> Vec<&'a str> {
    let mut claims: Vec<&str> = Vec::new();
    for name in effects.flat_map(|e| &e.shut_out) {
        if !claims.contains(&name.as_str()) {
            claims.push(name);
        }
    }
    claims
}
