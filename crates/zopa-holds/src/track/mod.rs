//! What is owed after what happened? A list of events against the commitments of a case, as of a moment.
//!
//! What each word means stands in `docs/tracking.md`. Two things hold throughout. What the list does not have counts as not
//! having happened, and a line of it as reported. And what is not known stays so: an event without a date, a part of a clause
//! that no report tells, a power that nobody reports make a branch, and both ways are told.

mod answers;
mod condition;
mod course;
mod deciding;
mod doing;
mod due;
mod files;
mod known;
mod ledger;
mod occasions;
mod owing;
mod span;
mod stand;
mod term;
mod told;

use answers::Owed;
use files::Files;
use occasions::occasions;
use zopa_case::{Case, Date, Happened, Moment};
use zopa_finding::track::{Binding, TRACK_FORMAT, Track, Turn};
use zopa_finding::{CaseHead, PrivateState};

/// How the commitments of a case stand after these events, as of a moment: the last that the list tells of, if none is given.
/// `name` is the short name of the case. Without events: what is binding on whom as the case is.
pub fn track(case: &Case, name: &str, events: &[Happened], as_of: Option<Moment>) -> Track {
    let files = Files::of(case, events, as_of);
    let last = as_of.or(files.ledger.end()).unwrap_or(Moment::at(0, 0, None));
    let at = Some(last).filter(|_| !files.ledger.is_dateless());
    let (mut standing, mut duties, mut course) = (Vec::new(), Vec::new(), Course::default());
    for id in case.commitments.ids() {
        let term = &files.owing(id).term;
        standing.push(told::standing(&files, id, term, last));
        for turned in course::of_commitment(&files, id, term, last) {
            course.push(turned.at, told::turn(&files, id, None, &turned));
        }
        for one in occasions(&files, id, term, last) {
            if !one.is_told(&files, term, last) {
                continue;
            }
            let owed = Owed::of(&files, id, one);
            let stood = stand::owed(&files, &owed, last);
            duties.push(told::duty(&files, &owed, &stood));
            for turned in course::of_owed(&files, &owed, stood.due, last) {
                course.push(turned.at, told::turn(&files, id, Some(&owed.occasion), &turned));
            }
        }
    }
    Track {
        format: TRACK_FORMAT.to_owned(),
        case: CaseHead {
            name: name.to_owned(),
            title: case.title.clone(),
            as_of: case.as_of.as_ref().and_then(written),
        },
        private: PrivateState::Unsaid,
        unconfirmed: false,
        as_of: at.map(|at| at.written(true)),
        events: events.iter().enumerate().map(|(at, row)| told::event(&files, at, row)).collect(),
        standing,
        duties,
        course: course.by_time(),
    }
}

/// Turns, commitment by commitment.
#[derive(Default)]
struct Course {
    /// When each was, and its place among them.
    order: Vec<(i64, usize)>,
    turns: Vec<Option<Turn>>,
}

impl Course {
    fn push(&mut self, at: Moment, turn: Turn) {
        self.order.push((at.listed(), self.turns.len()));
        self.turns.push(Some(turn));
    }

    /// By time, and commitment by commitment. A turn is large, so their places are sorted, and each is moved once.
    fn by_time(mut self) -> Vec<Turn> {
        self.order.sort_unstable();
        self.order.iter().filter_map(|(_, at)| self.turns.get_mut(*at)?.take()).collect()
    }
}

/// What is binding on whom as the case is; nothing where it has no commitment.
pub fn binding(case: &Case) -> Option<Binding> {
    let Track { standing, duties, .. } = track(case, "", &[], None);
    Some(Binding { standing, duties }).filter(|binding| !binding.standing.is_empty())
}

/// The date of the case, as written.
fn written(date: &Date) -> Option<String> {
    date.day.map(|day| match (day.month, day.day) {
        (Some(month), Some(date)) => format!("{:04}-{month:02}-{date:02}", day.year),
        (Some(month), None) => format!("{:04}-{month:02}", day.year),
        _ => format!("{:04}", day.year),
    })
}
