//! What does each line of a commitment mean? Its names resolved, each to a thing of the kind that belongs there.

use super::Resolver;
use super::cond::Place;
use super::names::Meaning;
use crate::*;
use zopa_syntax::ast::{self, CondKind, FieldKind, Name};

impl Resolver<'_> {
    /// Adds what a line says to the anatomy.
    pub(crate) fn term(&mut self, anatomy: &mut Anatomy, field: &ast::Field, quotes: &[QuoteId]) {
        let span = field.span;
        match &field.kind {
            FieldKind::Kind(name) => anatomy.kind.tell(name.as_ref().map(|name| name.text.clone()), span, quotes),
            FieldKind::By { by, to } => {
                anatomy.debtors.tell(self.voices_or_unknown(by.as_deref()), span, quotes);
                anatomy.creditors.tell(self.voices_or_unknown(to.as_deref()), span, quotes);
            }
            FieldKind::When(cond) => {
                let value = cond.as_ref().and_then(|cond| self.sets_off(cond, field));
                anatomy.trigger.tell(value, span, quotes);
            }
            FieldKind::Does(done) => {
                let value = done.as_ref().map(|done| self.response(done));
                anatomy.response.tell(value, span, quotes);
            }
            FieldKind::Discretion(must) => {
                let value = must.map(|must| if must { Discretion::Must } else { Discretion::May });
                anatomy.discretion.tell(value, span, quotes);
            }
            FieldKind::DecidedBy(deciders) => {
                let value = deciders.as_ref().map(|d| Deciders { quorum: d.quorum, who: self.voices(&d.names) });
                anatomy.deciders.tell(value, span, quotes);
            }
            FieldKind::Within { time, after, .. } => {
                let after = after.as_ref().and_then(|name| self.point(name));
                let value = time.as_ref().map(|time| Deadline { time: length(time), after });
                anatomy.deadline.tell(value, span, quotes);
            }
            FieldKind::Force { treaty, until } => {
                let until = self.until(until.as_ref());
                let said = treaty.is_some() || until != Until::Unsaid;
                anatomy.force.tell(said.then_some(Force { treaty: *treaty, until }), span, quotes);
            }
            FieldKind::From(name) => {
                let value = name.as_ref().and_then(|name| self.point(name));
                anatomy.from.tell(value, span, quotes);
            }
            FieldKind::Lasts(lasts) => anatomy.lasts.tell(lasting(lasts), span, quotes),
            FieldKind::PostedWith(names) => {
                anatomy.posted.tell(self.voices_or_unknown(names.as_deref()), span, quotes);
            }
            FieldKind::IfBroken(names) => {
                let value = names.as_deref().map(|names| names.iter().filter_map(|name| self.promise(name)).collect());
                anatomy.remedies.tell(value, span, quotes);
            }
            FieldKind::Honour(_) => {}
        }
    }

    fn voices_or_unknown(&mut self, names: Option<&[Name]>) -> Option<Vec<Voice>> {
        names.map(|names| self.voices(names))
    }

    fn sets_off(&mut self, cond: &ast::Cond, field: &ast::Field) -> Option<Trigger> {
        if let CondKind::Name(name) = &cond.kind
            && let Some((Meaning::Event(event), _)) = self.names.get(&name.text)
        {
            return Some(Trigger::Event(event));
        }
        let text = field.text.strip_prefix("when ").unwrap_or(&field.text).to_owned();
        self.cond(cond, Place::Free).map(|formula| Trigger::Condition { formula, text })
    }

    fn response(&mut self, done: &ast::Done) -> Response {
        let step = done.step.as_ref().and_then(|name| self.step(name));
        Response { not: done.not, step, words: done.words.as_ref().map(|words| words.text.clone()) }
    }

    fn until(&mut self, until: Option<&Option<Name>>) -> Until {
        match until {
            None => Until::Unsaid,
            Some(None) => Until::Unknown,
            Some(Some(name)) => self.step(name).map_or(Until::Unknown, Until::Step),
        }
    }

    fn point(&mut self, name: &Name) -> Option<Point> {
        self.find(name, "a step, a gate or an event", |meaning| match meaning {
            Meaning::Step(id) => Some(Point::Step(id)),
            Meaning::Event(id) => Some(Point::Event(id)),
            _ => None,
        })
    }

    fn promise(&mut self, name: &Name) -> Option<CommitmentId> {
        self.find(name, "a commitment", |m| if let Meaning::Commitment(id) = m { Some(id) } else { None })
    }
}

fn length(time: &ast::Duration) -> Length {
    Length { number: time.number.clone(), unit: time.unit.clone() }
}

fn lasting(lasts: &ast::Lasts) -> Option<Lasting> {
    match lasts {
        ast::Lasts::Unknown => None,
        ast::Lasts::Limited => Some(Lasting::Limited),
        ast::Lasts::Forever => Some(Lasting::Forever),
        ast::Lasts::For(time) => Some(Lasting::For(length(time))),
    }
}
