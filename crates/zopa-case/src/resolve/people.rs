//! Who is there, and who told? Parties, bodies, persons, unnamed groups, sources, tracks and rounds.

use super::Resolver;
use super::names::Meaning;
use crate::*;
use std::collections::BTreeMap;
use zopa_syntax::Diagnostic;
use zopa_syntax::ast::{self, Item, ItemKind, Name, Words};

impl<'a> Resolver<'a> {
    pub(crate) fn people(&mut self, items: &'a [Item]) {
        for item in items {
            self.party_row(item);
        }
        let bodies = self.bodies(items);
        for item in items {
            self.body_of(item, &bodies);
        }
        self.source_rows(items);
        for item in items {
            self.speaker_row(item);
        }
        self.source_links(items);
        self.track_rows(items);
        self.round_rows(items);
    }

    fn party_row(&mut self, item: &Item) {
        let (name, title, also) = match &item.kind {
            ItemKind::Party { name, title, also } => (name, title, also.as_slice()),
            ItemKind::Body { name, title, .. } => (name, title, [].as_slice()),
            _ => return,
        };
        self.case.parties.push(Party {
            name: name.text.clone(),
            title: title.text.clone(),
            also: texts(also),
            of: None,
            span: item.span,
        });
    }

    /// The bodies, each with the name of what it belongs to.
    fn bodies(&self, items: &'a [Item]) -> BTreeMap<PartyId, &'a Name> {
        let body = |item: &'a Item| match &item.kind {
            ItemKind::Body { name, of, .. } => match self.names.get(&name.text) {
                Some((Meaning::Party(body), declared)) if declared == name.span => Some((body, of)),
                _ => None,
            },
            _ => None,
        };
        items.iter().filter_map(body).collect()
    }

    fn body_of(&mut self, item: &Item, bodies: &BTreeMap<PartyId, &Name>) {
        let ItemKind::Body { name, of, .. } = &item.kind else { return };
        let Some(party) = self.party(of) else { return };
        let Some(body) = self.own_party(name) else { return };
        if let Some(owner) = bodies.get(&party) {
            let message = format!("`{}` is a body itself, and `{}` can be a body of a party alone", of.text, name.text);
            let help = match owner.text == of.text || party == body {
                true => "name the party that the body belongs to".to_owned(),
                false => format!("name the party: `of {}`", owner.text),
            };
            let told = Diagnostic::error("body-of-body", of.span, message, help).labelled("a body, not a party");
            let declared = self.names.get(&of.text).map(|(_, declared)| declared).filter(|_| party != body);
            self.report(declared.into_iter().fold(told, |told, place| told.and(place, "declared as a body here")));
            return;
        }
        self.case.parties[body].of = Some(party);
    }

    fn own_party(&mut self, name: &Name) -> Option<PartyId> {
        if self.means(name) { self.party(name) } else { None }
    }

    fn speaker_row(&mut self, item: &Item) {
        let speaker = match &item.kind {
            ItemKind::Person { name, title, also, of, office } => Speaker {
                name: name.text.clone(),
                title: title.text.clone(),
                also: texts(also),
                anonymous: false,
                of: self.parties(std::slice::from_ref(of)),
                office: office.as_ref().map(|office| office.text.clone()),
                told: None,
            },
            ItemKind::Anonymous { name, title, of, told } => Speaker {
                name: name.text.clone(),
                title: title.text.clone(),
                also: Vec::new(),
                anonymous: true,
                of: self.parties(of),
                office: None,
                told: told.as_ref().and_then(|told| self.source(told)),
            },
            _ => return,
        };
        self.case.speakers.push(speaker);
    }

    fn source_rows(&mut self, items: &[Item]) {
        for source in sources(items) {
            let keeps = super::keeps::keeps(source);
            let id = self.case.sources.push(Source {
                name: source.name.text.clone(),
                title: source.title.text.clone(),
                unseen: source.unseen,
                published: source.published,
                document: source.document.as_ref().map(|d| (d.path.clone(), d.sha256.clone())),
                state: DocumentState::None,
                rests_on: Vec::new(),
                copies: None,
                omits: Vec::new(),
                keeps,
            });
            self.case.sources[id].state = self.document(source, id);
        }
    }

    fn source_links(&mut self, items: &[Item]) {
        let ids: Vec<SourceId> = self.case.sources.ids().collect();
        for (source, id) in sources(items).zip(ids) {
            let rests_on = source.rests_on.iter().filter_map(|name| self.source(name)).collect();
            let copies = source.copies.as_ref().and_then(|name| self.source(name));
            let omits = source.omits.iter();
            let omits = omits.map(|(what, words)| (what.text.clone(), self.omission(id, words, words.span))).collect();
            let row = &mut self.case.sources[id];
            (row.rests_on, row.copies, row.omits) = (rests_on, copies, omits);
        }
        self.check_copies(&sources(items).collect::<Vec<_>>());
    }

    fn track_rows(&mut self, items: &[Item]) {
        for item in items {
            if let ItemKind::Track { name, title, with } = &item.kind {
                let track = Track {
                    name: name.text.clone(),
                    title: title.text.clone(),
                    with: self.parties(with),
                    quotes: self.quotes(&item.quotes),
                };
                self.case.tracks.push(track);
            }
        }
    }

    fn round_rows(&mut self, items: &[Item]) {
        for item in items {
            if let ItemKind::Round(round) = &item.kind {
                let row = self.round_row(round, &item.quotes);
                self.case.rounds.push(row);
            }
        }
    }

    fn round_row(&mut self, round: &ast::Round, quotes: &[ast::Quote]) -> Round {
        Round {
            name: round.name.text.clone(),
            title: round.title.text.clone(),
            track: round.track.as_ref().and_then(|track| self.track(track)),
            on: round.on,
            to: round.to,
            after: round.after.as_ref().and_then(|(name, outside)| self.round(name).map(|id| (id, *outside))),
            expected: round.expected,
            quotes: self.quotes(quotes),
        }
    }
}

fn sources(items: &[Item]) -> impl Iterator<Item = &ast::Source> {
    items.iter().filter_map(|item| match &item.kind {
        ItemKind::Source(source) => Some(source),
        _ => None,
    })
}

fn texts(words: &[Words]) -> Vec<String> {
    words.iter().map(|words| words.text.clone()).collect()
}
