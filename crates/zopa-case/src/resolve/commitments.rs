//! What would be promised? The fields of a commitment, by title where the case has one.

use super::Resolver;
use super::cond::Place;
use super::names::Meaning;
use crate::*;
use zopa_syntax::ast::{self, CondKind, FieldKind, Item, ItemKind, Lasts, Name};

type Fields = Vec<(&'static str, Vec<String>)>;

impl<'a> Resolver<'a> {
    pub(crate) fn commitments(&mut self, items: &[Item]) {
        for item in items {
            if let ItemKind::Commitment { name, title, fields } = &item.kind {
                let mut anatomy = Anatomy::at(name.span);
                let fields = fields.iter().flat_map(|field| self.field(field, &mut anatomy)).collect();
                let quotes = self.quotes(&item.quotes);
                let (name, title) = (name.text.clone(), title.text.clone());
                self.case.commitments.push(Commitment { name, title, fields, anatomy, quotes });
            }
        }
    }

    /// One line may fill several fields; its quotes stand under the first.
    fn field(&mut self, field: &ast::Field, anatomy: &mut Anatomy) -> Vec<CommitmentField> {
        let quotes = self.quotes(&field.quotes);
        self.term(anatomy, field, &quotes);
        let fields = self.values(field);
        let mut first = Some(quotes);
        let row = |(field, values)| CommitmentField { field, values, quotes: first.take().unwrap_or_default() };
        fields.into_iter().map(row).collect()
    }

    fn values(&mut self, field: &ast::Field) -> Fields {
        match &field.kind {
            FieldKind::Kind(name) => {
                self.unread(name);
                vec![("kind", name.iter().map(|name| name.text.clone()).collect())]
            }
            FieldKind::By { by, to } => vec![("by", self.told(by.as_deref())), ("to", self.told(to.as_deref()))],
            FieldKind::When(cond) => match cond {
                Some(cond) => self.trigger(cond, field),
                None => vec![("when", Vec::new())],
            },
            FieldKind::Does(done) => vec![("does", done.iter().flat_map(|done| self.done(done)).collect())],
            FieldKind::Discretion(must) => {
                let word = must.map(|must| if must { "must" } else { "may" }.to_owned());
                vec![("discretion", word.into_iter().collect())]
            }
            FieldKind::DecidedBy(deciders) => {
                vec![("decided-by", deciders.iter().flat_map(|deciders| self.deciders(deciders)).collect())]
            }
            FieldKind::Within { time, after, of } => {
                vec![("within", self.deadline(time.as_ref(), after.as_ref(), of.as_ref()))]
            }
            FieldKind::Force { treaty, until } => vec![("force", self.force(*treaty, until.as_ref()))],
            FieldKind::From(name) => {
                vec![("from", name.iter().flat_map(|name| self.titles(std::slice::from_ref(name))).collect())]
            }
            FieldKind::Lasts(lasts) => vec![("lasts", lasting(lasts))],
            FieldKind::PostedWith(names) => vec![("posted-with", self.told(names.as_deref()))],
            FieldKind::IfBroken(names) => vec![("if-broken", self.told(names.as_deref()))],
            FieldKind::Honour(text) => vec![("honour", vec![text.clone()])],
        }
    }

    /// What sets it off: an event, with the wider event it lies within (what lies below the trigger), or a condition.
    fn trigger(&mut self, cond: &ast::Cond, field: &ast::Field) -> Fields {
        if let CondKind::Name(name) = &cond.kind
            && let Some((Meaning::Event(event), declared)) = self.names.get(&name.text)
        {
            self.names_apart(name, declared);
            let event = &self.case.events[event];
            let below = event.within.map(|wider| self.case.events[wider].title.clone());
            return vec![("when", vec![event.title.clone()]), ("below", below.into_iter().collect())];
        }
        let known = self.cond(cond, Place::Free).is_some();
        let text = field.text.strip_prefix("when ").unwrap_or(&field.text);
        vec![("when", if known { vec![text.to_owned()] } else { Vec::new() })]
    }

    fn force(&mut self, treaty: Option<bool>, until: Option<&Option<Name>>) -> Vec<String> {
        let mut values: Vec<String> =
            treaty.map(|treaty| if treaty { "treaty" } else { "political" }.to_owned()).into_iter().collect();
        if let Some(until) = until {
            let after =
                until.as_ref().map_or_else(|| vec!["?".to_owned()], |gate| self.titles(std::slice::from_ref(gate)));
            values.extend(after.into_iter().map(|title| format!("treaty after {title}")));
        }
        values
    }

    /// A step that is taken or not, and the words for it.
    fn done(&mut self, done: &ast::Done) -> Vec<String> {
        let not = done.not.then(|| "not".to_owned());
        let step: Vec<String> = done.step.iter().flat_map(|step| self.titles(std::slice::from_ref(step))).collect();
        not.into_iter().chain(step).chain(done.words.iter().map(|words| words.text.clone())).collect()
    }

    fn deciders(&mut self, deciders: &ast::Deciders) -> Vec<String> {
        let how = match deciders.quorum {
            Quorum::Unsaid => None,
            Quorum::Any => Some("any of"),
            Quorum::All => Some("all of"),
        };
        how.map(str::to_owned).into_iter().chain(self.titles(&deciders.names)).collect()
    }

    fn deadline(
        &mut self,
        length: Option<&ast::Duration>,
        after: Option<&Name>,
        of: Option<&ast::Words>,
    ) -> Vec<String> {
        let after: Vec<String> = after.iter().flat_map(|name| self.titles(std::slice::from_ref(*name))).collect();
        let after = after.into_iter().map(|title| format!("after {title}"));
        length.map(duration).into_iter().chain(after).chain(of.map(|words| words.text.clone())).collect()
    }

    /// Titles; nothing for `?`.
    fn told(&mut self, names: Option<&[Name]>) -> Vec<String> {
        names.map(|names| self.titles(names)).unwrap_or_default()
    }

    /// What names are called: their titles, or the names themselves.
    fn titles(&mut self, names: &[Name]) -> Vec<String> {
        names.iter().filter_map(|name| self.any(name).map(|meaning| self.title(meaning, name))).collect()
    }

    fn title(&self, meaning: Meaning<'_>, name: &Name) -> String {
        let case = &self.case;
        match meaning {
            Meaning::Party(id) => case.parties[id].title.clone(),
            Meaning::Speaker(id) => case.speakers[id].title.clone(),
            Meaning::Source(id) => case.sources[id].title.clone(),
            Meaning::Step(id) => case.space.steps[id].title.clone(),
            Meaning::Issue(id) => case.space.issues[id].title.clone(),
            Meaning::Event(id) => case.events[id].title.clone(),
            _ => name.text.clone(),
        }
    }
}

fn duration(length: &ast::Duration) -> String {
    format!("{} {}", length.number, length.unit)
}

fn lasting(lasts: &Lasts) -> Vec<String> {
    match lasts {
        Lasts::Unknown => Vec::new(),
        Lasts::Limited => vec!["limited".to_owned(), "?".to_owned()],
        Lasts::Forever => vec!["forever".to_owned()],
        Lasts::For(length) => vec![duration(length)],
    }
}
