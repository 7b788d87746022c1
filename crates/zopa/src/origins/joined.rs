//! Who of the case is somebody to whom documents give words, and which of its unnamed groups are one?

use super::cited::{Cited, cited};
use crate::reports::is_given;
use crate::suggest::plain;
use crate::{Read, Texts};
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Case, ClaimId, PartyId, QuoteId, SourceId, Speaker, SpeakerId, Voice};
use zopa_evidence::between::Teller;
use zopa_finding::between::OriginKind;
use zopa_report::told_by as words;
use zopa_syntax::write;

/// Words of one that the case has in an outlet's own voice.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub who: Who,
    pub said: Vec<Said>,
    pub sources: BTreeSet<SourceId>,
}

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Of the case.
    Known(Voice),
    /// Whom the case does not have.
    New(Speaker),
}

/// The words of a claim.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub claim: ClaimId,
    pub quotes: Vec<QuoteId>,
}

/// Whose words are which, and groups that are one: the later first. Of several that are one, all are the first.
pub(super) fn joined(read: &Read, texts: &Texts) -> (Vec<Told>, Vec<(SpeakerId, SpeakerId)>) {
    let case = &read.case;
    let (cited, tellers) = cited(case, texts);
    let said: Vec<BTreeSet<Voice>> = (0..tellers.len()).map(|teller| said_by(&cited, teller)).collect();
    let mut groups = Groups { case, of: BTreeMap::new() };
    for (number, (teller, voices)) in tellers.iter().zip(&said).enumerate() {
        let together = cited.iter().any(|one| one.teller == number && one.by.len() > 1);
        if teller.kind == OriginKind::Unnamed && !together {
            groups.join(voices);
        }
    }
    let mut taken: BTreeSet<String> = read.tree.declared.iter().map(|declared| declared.name.text.clone()).collect();
    let mut known: BTreeMap<usize, Option<Who>> = BTreeMap::new();
    let mut told: Vec<Told> = Vec::new();
    for one in cited.iter().filter(|one| one.by.is_empty()) {
        let (Some(teller), Some(voices)) = (tellers.get(one.teller), said.get(one.teller)) else { continue };
        let who = known.entry(one.teller).or_insert_with(|| {
            let found = groups.who(teller, voices);
            found.unwrap_or_else(|| made(read, teller, one.source, &mut taken))
        });
        if let Some(who) = who.as_ref().filter(|who| !is_own(case, who, one.source)) {
            add(&mut told, who, one);
        }
    }
    (told, groups.pairs())
}

/// Who says in the case what documents give to this one.
fn said_by(cited: &[Cited], teller: usize) -> BTreeSet<Voice> {
    cited.iter().filter(|one| one.teller == teller).flat_map(|one| one.by.iter().copied()).collect()
}

fn add(told: &mut Vec<Told>, who: &Who, one: &Cited) {
    let at = told.iter().position(|known| known.who == *who).unwrap_or_else(|| {
        told.push(Told { who: who.clone(), said: Vec::new(), sources: BTreeSet::new() });
        told.len() - 1
    });
    let Some(known) = told.get_mut(at) else { return };
    known.sources.insert(one.source);
    match known.said.iter_mut().find(|said| said.claim == one.claim) {
        Some(said) => said.quotes.push(one.quote),
        None => known.said.push(Said { claim: one.claim, quotes: vec![one.quote] }),
    }
}

/// Is it the outlet itself, or the one that it copies?
fn is_own(case: &Case, who: &Who, source: SourceId) -> bool {
    matches!(who, Who::Known(Voice::Source(voice)) if *voice == source || case.copied(source).contains(voice))
}

/// Unnamed groups, each with the first of those that it is one with.
struct Groups<'a> {
    case: &'a Case,
    of: BTreeMap<SpeakerId, SpeakerId>,
}

impl Groups<'_> {
    fn first(&self, group: SpeakerId) -> SpeakerId {
        self.of.get(&group).copied().unwrap_or(group)
    }

    /// Those who say what documents give to somebody unnamed are one, if all of them are unnamed groups, the case does not say
    /// that they are of different parties, and no two of them say it together.
    fn join(&mut self, voices: &BTreeSet<Voice>) {
        let unnamed = |voice: &Voice| match voice {
            Voice::Speaker(id) if self.case.speakers[*id].anonymous => Some(self.first(*id)),
            _ => None,
        };
        let groups: Option<BTreeSet<SpeakerId>> = voices.iter().map(unnamed).collect();
        let Some(groups) = groups.filter(|groups| groups.len() > 1) else { return };
        let all: Vec<SpeakerId> = self.case.speakers.ids().filter(|id| groups.contains(&self.first(*id))).collect();
        let of: BTreeSet<&[PartyId]> = all.iter().map(|id| self.case.speakers[*id].of.as_slice()).collect();
        let (Some(first), true) = (all.first(), of.iter().filter(|of| !of.is_empty()).count() < 2) else { return };
        self.of.extend(all.iter().skip(1).map(|id| (*id, *first)));
    }

    fn pairs(self) -> Vec<(SpeakerId, SpeakerId)> {
        self.of.into_iter().collect()
    }

    /// The one of the case, by what it says of the same origin's words, else by how it is called; `Some(None)` where it says
    /// different things of them, or where somebody unnamed would be given a name. `None`: the case does not have it.
    fn who(&self, teller: &Teller, voices: &BTreeSet<Voice>) -> Option<Option<Who>> {
        let first = |voice: &Voice| match voice {
            Voice::Speaker(id) => Voice::Speaker(self.first(*id)),
            _ => *voice,
        };
        let said: Vec<Voice> = voices.iter().map(first).collect::<BTreeSet<_>>().into_iter().collect();
        match said.as_slice() {
            [] => self.called(teller).map(|voice| Some(Who::Known(first(&voice)))),
            [one] => {
                let fits = fits(self.case, teller.kind, *one) && !self.is_person_for_party(teller, *one);
                Some(Some(Who::Known(*one)).filter(|_| fits))
            }
            _ => Some(None),
        }
    }

    /// Is it a person of the case, where the document gives the words to a party? The two may speak together in a claim; that
    /// makes nothing else the party says the person's.
    fn is_person_for_party(&self, teller: &Teller, voice: Voice) -> bool {
        let wanted = plain(&teller.name);
        let called = |known: &String| plain(known) == wanted;
        let mut parties = self.case.parties.values();
        let party = parties.any(|party| called(&party.title) || party.also.iter().any(called));
        party && matches!(voice, Voice::Speaker(_))
    }

    /// Who of the case goes by this name, or is described so.
    fn called(&self, teller: &Teller) -> Option<Voice> {
        let wanted = plain(&teller.name);
        let is = |known: &String| plain(known) == wanted;
        // Its reeve, Hanna Voss.
        let is_last = |known: &String| known.contains(' ') && wanted.ends_with(&format!(" {}", plain(known)));
        let speakers = self.case.speakers.iter().filter(|(_, speaker)| match speaker.anonymous {
            true => is(&speaker.title) && speaker.told.is_some() && speaker.told == report(self.case, teller),
            false => std::iter::once(&speaker.title).chain(&speaker.also).any(|known| is(known) || is_last(known)),
        });
        let sources = self.case.sources.iter().filter(|(_, source)| is(&source.title));
        let all = speakers.map(|(id, _)| Voice::Speaker(id)).chain(sources.map(|(id, _)| Voice::Source(id)));
        let mut fitting = all.filter(|voice| fits(self.case, teller.kind, *voice));
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

/// Can it be one of this sort? Somebody unnamed is an unnamed group and never anybody else.
fn fits(case: &Case, kind: OriginKind, voice: Voice) -> bool {
    match (kind, voice) {
        (OriginKind::Unnamed, Voice::Speaker(id)) => case.speakers[id].anonymous,
        (OriginKind::Speaker, Voice::Speaker(id)) => !case.speakers[id].anonymous,
        (OriginKind::Speaker, Voice::Party(_)) | (OriginKind::Report, Voice::Source(_)) => true,
        _ => false,
    }
}

/// The source whose report somebody unnamed belongs to.
fn report(case: &Case, teller: &Teller) -> Option<SourceId> {
    let wanted = plain(teller.report.as_deref()?);
    let outlet =
        |source: &zopa_case::Source| if is_given(&source.title) { plain(&source.title) } else { source.name.clone() };
    let mut sources = case.sources.iter().filter(|(_, source)| plain(&outlet(source)) == wanted);
    sources.next().filter(|_| sources.next().is_none()).map(|(id, _)| id)
}

/// Somebody new and unnamed, called after the report and the words in it. Who persons, parties and outlets are is for the case
/// to say: what a report tells of a party that nobody of the case speaks for stays the report's.
fn made(read: &Read, teller: &Teller, quoted: SourceId, taken: &mut BTreeSet<String>) -> Option<Who> {
    if teller.kind != OriginKind::Unnamed {
        return None;
    }
    let told = report(&read.case, teller);
    let source = &read.case.sources[told.unwrap_or(quoted)];
    let described = teller.name.split_whitespace().collect::<Vec<_>>().join(" ");
    // As a line of the case would have it.
    let title = write::text(&words::title(&described, read.called(source))).trim_matches('"').to_owned();
    let name = write::name(&format!("{} {described}", source.name), "unnamed", |name| taken.contains(name));
    taken.insert(name.clone());
    Some(Who::New(Speaker { name, title, also: Vec::new(), anonymous: true, of: Vec::new(), office: None, told }))
}
