//! What does a note on a commitment say?

use crate::phrase::{bare, isolate};
use crate::words::{self, clauses as say};
use zopa_finding::{ClauseRule, Named, Note};

pub use crate::words::clause_cards::{Words, words as card};

/// The note as a sentence, for programs.
pub fn told(note: &Note) -> String {
    bare(&sentence(note))
}

/// The note as a sentence, with its data between isolating marks.
pub(crate) fn sentence(note: &Note) -> String {
    let told = Told(note);
    match note.rule {
        ClauseRule::NoDebtor => told.hole(say::WHO_OWES),
        ClauseRule::NoCreditor => told.hole(say::TO_WHOM),
        ClauseRule::DebtorNeverSaid => say::never_said(&told.who()),
        ClauseRule::DebtorSetsItOff => say::sets_it_off(&told.thing(0), &told.who()),
        ClauseRule::NoTrigger => told.hole(say::WHAT_SETS_OFF),
        ClauseRule::ActorUnknown => say::actor_unknown(&told.thing(0)),
        ClauseRule::BelowTrigger => told.below(),
        ClauseRule::TriggerCannotBe => say::trigger_cannot_be(&told.value(0)),
        ClauseRule::TriggersOverlap => told.overlap(),
        ClauseRule::NoDecider => told.no_decider(),
        ClauseRule::DeciderIsActor => say::decider_is_actor(&told.thing(0), &told.who()),
        ClauseRule::UnanimityWithActor => say::unanimity(&told.thing(0), &told.who()),
        ClauseRule::DecisionRuleMissing => say::rule_missing(&told.who()),
        ClauseRule::DecidedByOneSide => say::one_side(told.says("by"), &told.who()),
        ClauseRule::NoResponse => told.hole(say::WHAT_FOLLOWS),
        ClauseRule::NoDiscretion => told.hole(say::OWED_OR_MAY),
        ClauseRule::DiscretionMay => say::MAY.to_owned(),
        ClauseRule::ResponseRuledOut if told.says("not") => say::ruled_out_not(&told.thing(0), &told.who()),
        ClauseRule::ResponseRuledOut => say::ruled_out(&told.thing(0), &told.who()),
        ClauseRule::NoDeadline => told.hole(say::BY_WHEN),
        ClauseRule::DeadlineBeforeTrigger => say::before_trigger(&told.value(0), &told.thing(0), &told.thing(1)),
        ClauseRule::LastsShorterThanDeadline => say::shorter(&told.value(0), &told.value(1)),
        ClauseRule::NoStart => told.hole(say::FROM_WHEN),
        ClauseRule::StartsNever => say::starts_never(&told.thing(0)),
        ClauseRule::NoEnd => told.hole(say::HOW_LONG),
        _ => rest(&told),
    }
}

/// From how it ends on.
fn rest(told: &Told<'_>) -> String {
    match told.0.rule {
        ClauseRule::EndWithoutDate => say::WITHOUT_DATE.to_owned(),
        ClauseRule::NeverEnds => say::NEVER_ENDS.to_owned(),
        ClauseRule::NoForce => told.hole(say::HOW_FIRMLY),
        ClauseRule::PoliticalOnly => say::POLITICAL.to_owned(),
        ClauseRule::RatificationMissing => say::UNRATIFIED.to_owned(),
        ClauseRule::GateUnknown => say::GATE_UNKNOWN.to_owned(),
        ClauseRule::RatificationTwoWays => say::two_ways(&told.who()),
        ClauseRule::NoRemedy => told.hole(say::IF_BROKEN),
        ClauseRule::RemedyOpen => say::remedy_open(&told.others(), &told.parts(say::part)),
        ClauseRule::RemedyCircle if told.0.commitments.len() < 2 => say::REMEDY_ITSELF.to_owned(),
        ClauseRule::RemedyCircle => say::remedy_circle(&told.others()),
        ClauseRule::RemedyByBreacher => say::by_breacher(&told.others(), &told.who()),
        ClauseRule::PostedWithNobody => say::WITH_NOBODY.to_owned(),
        ClauseRule::PostedWithDebtor => say::with_debtor(&told.who()),
        ClauseRule::EscrowCanFreeze if told.0.who.is_empty() => say::FREEZE.to_owned(),
        ClauseRule::EscrowCanFreeze => say::freeze(&told.who()),
        ClauseRule::PowerWithoutHolder => say::without_holder(&told.value(0)),
        ClauseRule::EndsAtWill => say::at_will(&told.value(0), &told.who()),
        ClauseRule::ToldTwice => say::told_twice(&told.parts(say::part)),
        ClauseRule::DutiesConflict if told.0.things.is_empty() => say::conflict_kinds(&told.others(), &told.who()),
        ClauseRule::DutiesConflict => say::conflict_step(&told.thing(0), &told.others()),
        ClauseRule::CircularTriggers if told.0.commitments.len() < 2 => say::circular_alone(&told.things()),
        ClauseRule::CircularTriggers => say::circular(&told.others(), &told.things()),
        _ => say::order(&told.things()),
    }
}

/// The notes that stand under a commitment, without those on parts that are not there: the anatomy shows these as holes.
pub(crate) fn beyond_holes<'a>(notes: &'a [Note], commitment: &'a str) -> impl Iterator<Item = &'a Note> {
    let under = move |note: &&Note| note.commitments.first().is_some_and(|first| first.name == commitment);
    notes.iter().filter(under).filter(|note| note.hole.is_none())
}

struct Told<'a>(&'a Note);

impl Told<'_> {
    fn hole(&self, what: &str) -> String {
        say::hole(self.0.hole, !self.0.quotes.is_empty(), what)
    }

    fn no_decider(&self) -> String {
        match self.0.things.first() {
            Some(event) => self.hole(&say::who_decides(&titled(event))),
            None => self.hole(say::WHO_DECIDES),
        }
    }

    fn below(&self) -> String {
        let said = say::below(&self.thing(0), &self.thing(1));
        if self.0.commitments.len() < 2 { said } else { say::one_text(&[said, say::reached(&self.others())]) }
    }

    fn overlap(&self) -> String {
        let (others, parts) = (self.others(), self.parts(say::part));
        match self.0.things.len() {
            0 | 1 => say::overlap(&self.thing(0), &others, &parts),
            _ => say::overlap_wider(&self.thing(0), &self.thing(1), &others, &parts),
        }
    }

    fn who(&self) -> String {
        let names: Vec<String> = self.0.who.iter().map(|named| isolate(&named.title)).collect();
        say::titles(&names)
    }

    /// An event or a step by its title.
    fn thing(&self, at: usize) -> String {
        self.0.things.get(at).map(titled).unwrap_or_default()
    }

    fn things(&self) -> String {
        let all: Vec<String> = self.0.things.iter().map(titled).collect();
        say::titles(&all)
    }

    /// The commitments beside the one that it stands under.
    fn others(&self) -> String {
        let others: Vec<String> = self.0.commitments.iter().skip(1).map(titled).collect();
        say::titles(&others)
    }

    fn value(&self, at: usize) -> String {
        self.0.values.get(at).map(|value| isolate(value)).unwrap_or_default()
    }

    fn parts(&self, called: fn(&str) -> &str) -> String {
        let parts: Vec<String> = self.0.values.iter().map(|part| called(part).to_owned()).collect();
        words::list(&parts)
    }

    fn says(&self, word: &str) -> bool {
        self.0.values.iter().any(|value| value == word)
    }
}

fn titled(named: &Named) -> String {
    say::titled(&isolate(&named.title))
}
