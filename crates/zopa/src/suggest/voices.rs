//! Who speaks, in the words of a report, and who of the case is that?
//!
//! A person, a party, a source by its name or another spelling; an unnamed group by the words that describe it, told to
//! one outlet. Whoever is not in the case is proposed with the suggestion, if the report says to whom it belongs. Nobody
//! guesses who an unnamed source is, and none is said to be of a party but where the words say so.

use std::collections::BTreeSet;

use super::matching::{plain, words};
use super::statement::{Matter, party_in, party_named};
use crate::reports::is_given;
use zopa_finding::{Attribution, Holder};
use zopa_syntax::ast::{ItemKind, Name};
use zopa_syntax::write::{Row, name, text};
use zopa_syntax::{Part, Tree};

/// Words for those who are of what they are called after.
const OF: &[&str] = &[
    "official",
    "officials",
    "minister",
    "ministers",
    "diplomat",
    "diplomats",
    "negotiator",
    "negotiators",
    "delegate",
    "delegates",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "aide",
    "aides",
    "envoy",
    "adviser",
    "advisers",
    "member",
    "members",
    "delegation",
    "government",
    "ambassador",
    "president",
    "secretary",
    "director",
    "chair",
];
/// Words that say that somebody is near to something, not of it.
const NEAR: &[&str] = &["close", "familiar", "briefed", "near", "knowledge", "former", "ex", "contact", "talks"];
/// What a publication calls itself or another in passing.
const IN_PASSING: &[&str] = &["report", "newspaper", "paper", "outlet", "article", "agency", "website", "magazine"];

/// Somebody who can speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Voice {
    /// Its name in the case, or the one proposed.
    pub name: String,
    /// What a title calls it.
    pub title: String,
    /// The party or body it speaks for, if it does for one.
    pub party: Option<String>,
    /// An outlet.
    pub outlet: bool,
}

/// A chain as a `said by` line has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    pub by: Voice,
    pub relaying: Option<Voice>,
    pub to: Option<Voice>,
}

impl Chain {
    /// Who is to have said it.
    pub fn speaker(&self) -> &Voice {
        self.relaying.as_ref().unwrap_or(&self.by)
    }

    /// The line.
    pub fn line(&self) -> String {
        let relaying = self.relaying.as_ref().map(|voice| format!(" relaying {}", voice.name)).unwrap_or_default();
        let to = self.to.as_ref().map(|voice| format!(" to {}", voice.name)).unwrap_or_default();
        format!("said by {}{relaying}{to}", self.by.name)
    }
}

/// Somebody whom the case does not know, and of whom a document does not say enough.
pub(super) struct Unknown {
    pub who: String,
    pub office: Option<String>,
    /// Whom they told it.
    pub told: String,
}

/// Those who can speak, and those who are proposed.
pub(super) struct Voices<'a> {
    matter: &'a Matter<'a>,
    /// Spelling and voice; an unnamed group with the source that it told.
    known: Vec<(String, Option<String>, Voice)>,
    /// Every name that is taken.
    pub taken: BTreeSet<String>,
    /// What is proposed: name and row.
    pub proposed: Vec<(String, Row)>,
}

impl<'a> Voices<'a> {
    pub fn of(tree: &'a Tree, matter: &'a Matter<'a>, private: bool) -> Voices<'a> {
        let taken = tree.declared.iter().map(|declared| declared.name.text.clone()).collect();
        let mut voices = Voices { matter, known: Vec::new(), taken, proposed: Vec::new() };
        for item in &tree.items {
            if private || tree.why(Part::Private, item.span).is_none() {
                voices.learn(&item.kind);
            }
        }
        voices
    }

    /// What the outlet of a source is called, where that is known.
    pub fn outlet_of(&self, source: &str) -> Option<&str> {
        let mut outlets = self.known.iter().map(|(_, _, voice)| voice).filter(|voice| voice.outlet);
        outlets.find(|voice| voice.name == source && is_given(&voice.title)).map(|voice| voice.title.as_str())
    }

    fn learn(&mut self, kind: &ItemKind) {
        let voice = |name: &Name, title: &str, party: Option<&Name>| Voice {
            name: name.text.clone(),
            title: title.to_owned(),
            party: party.map(|name| name.text.clone()),
            outlet: false,
        };
        match kind {
            ItemKind::Party { name, title, also } => {
                let party = voice(name, &title.text, Some(name));
                std::iter::once(title).chain(also).for_each(|words| self.add(&words.text, None, &party));
            }
            ItemKind::Body { name, title, .. } => self.add(&title.text, None, &voice(name, &title.text, Some(name))),
            ItemKind::Person { name, title, also, of, .. } => {
                let person = voice(name, &title.text, Some(of));
                std::iter::once(title).chain(also).for_each(|words| self.add(&words.text, None, &person));
            }
            ItemKind::Anonymous { name, title, of, told } => {
                let party = if let [one] = of.as_slice() { Some(one) } else { None };
                let told = told.as_ref().map_or_else(String::new, |name| name.text.clone());
                self.add(&title.text, Some(told), &voice(name, &title.text, party));
            }
            ItemKind::Source(source) => {
                let outlet = Voice { outlet: true, ..voice(&source.name, &source.title.text, None) };
                self.add(&source.title.text, None, &outlet);
            }
            _ => {}
        }
    }

    fn add(&mut self, spelled: &str, told: Option<String>, voice: &Voice) {
        self.known.push((plain(spelled), told, voice.clone()));
    }

    /// The chain of an attribution in the report of a source; `Ok(None)` where the text names nobody.
    ///
    /// # Errors
    /// Who stands in it that the case does not know, and of whom the report does not say enough to be proposed.
    pub fn chain(&mut self, found: &Attribution, source: &str) -> Result<Option<Chain>, Unknown> {
        let mut hops: Vec<Voice> = Vec::new();
        let mut outlet: Option<Voice> = None;
        for holder in &found.chain {
            let told = outlet.as_ref().map_or(source, |voice| &voice.name).to_owned();
            let Some(voice) = self.voice(holder, &told)? else { continue };
            match voice.outlet {
                true => outlet = Some(voice),
                false => hops.push(voice),
            }
        }
        let addressee = found.addressee.as_ref().and_then(|place| self.named(&place.exact));
        let outlet = outlet.filter(|voice| voice.name != source);
        let mut hops = hops.into_iter();
        Ok(match (hops.next(), hops.next_back()) {
            (Some(by), relaying) => {
                let to = addressee.or(outlet).filter(|to| to.name != by.name);
                Some(Chain { by, relaying, to })
            }
            (None, _) => outlet.map(|by| Chain { by, relaying: None, to: None }),
        })
    }

    /// Somebody of the case by a name.
    fn named(&self, name: &str) -> Option<Voice> {
        let wanted = plain(name);
        let named = |(known, told, _): &&(String, Option<String>, Voice)| told.is_none() && *known == wanted;
        let found = self.known.iter().find(named).map(|(_, _, voice)| voice.clone());
        found.or_else(|| self.by_last_word(&wanted))
    }

    /// The one person whose last name it is, or whose full name has it at its end: *Brook*, *Harbour Master Ada Brook*.
    fn by_last_word(&self, wanted: &str) -> Option<Voice> {
        let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
        let is = |(known, told, voice): &&(String, Option<String>, Voice)| {
            let person = told.is_none() && !voice.outlet && voice.party.as_ref() != Some(&voice.name);
            person && (last(known) == wanted || (known.contains(' ') && wanted.ends_with(&format!(" {known}"))))
        };
        let mut found: Vec<&Voice> = self.known.iter().filter(is).map(|(_, _, voice)| voice).collect();
        found.dedup_by_key(|voice| &voice.name);
        if let [one] = found.as_slice() { Some((*one).clone()) } else { None }
    }

    fn voice(&mut self, holder: &Holder, told: &str) -> Result<Option<Voice>, Unknown> {
        let spelled = one_line(&holder.name);
        let wanted = plain(&spelled);
        if wanted.is_empty() || (holder.outlet && IN_PASSING.contains(&wanted.as_str())) {
            return Ok(None);
        }
        // A group that told nobody in particular is one that a person has placed.
        let unnamed = |whom: &str| {
            let mut known = self.known.iter();
            known.find(|(known, of, _)| of.as_deref() == Some(whom) && *known == wanted)
        };
        if let Some((_, _, voice)) = unnamed(told).or_else(|| unnamed("")) {
            return Ok(Some(voice.clone()));
        }
        if !holder.anonymous
            && let Some(voice) = self.named(&spelled)
        {
            return Ok(Some(voice));
        }
        match (holder.anonymous, holder.outlet) {
            (true, _) => Ok(Some(self.unnamed(&spelled, told))),
            (_, true) => Ok(Some(self.outlet(&spelled))),
            _ => self.person(holder, &spelled).map(Some).ok_or_else(|| Unknown {
                who: spelled,
                office: holder.office.as_deref().map(one_line),
                told: told.to_owned(),
            }),
        }
    }

    /// An unnamed group as it is described: of a party only where its description says so.
    fn unnamed(&mut self, described: &str, told: &str) -> Voice {
        let said = words(described).collect::<Vec<_>>();
        let is = |list: &[&str]| said.iter().any(|word| list.contains(&word.as_str()));
        let party = if is(OF) && !is(NEAR) { party_in(self.matter, described) } else { None };
        let name = self.fresh(described, "unnamed");
        let of = party.map(|party| format!(" of {party}")).unwrap_or_default();
        let row = Row::new(format!("anonymous {name} {}{of} told {told}", text(described)));
        let voice = self.propose(name, described, party, row, false);
        self.add(described, Some(told.to_owned()), &voice);
        voice
    }

    /// An outlet that the case knows only through others.
    fn outlet(&mut self, title: &str) -> Voice {
        let name = self.fresh(title, "outlet");
        let row = Row::new(format!("source {name} {} unseen", text(title)));
        let voice = self.propose(name, title, None, row, true);
        self.add(title, None, &voice);
        voice
    }

    /// A person with an office that names a party.
    fn person(&mut self, holder: &Holder, title: &str) -> Option<Voice> {
        let office = holder.office.as_deref().map(one_line)?;
        let party = party_named(self.matter, &office).or_else(|| party_in(self.matter, &office))?;
        let name = self.fresh(words(title).last().as_deref().unwrap_or(title), "person");
        let row = Row::new(format!("person {name} {} of {party} as {}", text(title), text(&office)));
        let voice = self.propose(name, title, Some(party), row, false);
        self.add(title, None, &voice);
        Some(voice)
    }

    fn propose(&mut self, name: String, title: &str, party: Option<&str>, row: Row, outlet: bool) -> Voice {
        self.proposed.push((name.clone(), row.under(Row::new("unconfirmed"))));
        Voice { name, title: title.to_owned(), party: party.map(str::to_owned), outlet }
    }

    /// A name that nothing has.
    pub fn fresh(&mut self, words: &str, fallback: &str) -> String {
        let name = name(words, fallback, |name| self.taken.contains(name));
        self.taken.insert(name.clone());
        name
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
