//! How is it known? Origins by reports, the way of one claim, words that changed between tellings, who is heard.

use crate::record::quote_number;
use std::collections::BTreeSet;
use zopa_case::{Case, Claim, ClaimId, OriginId, PartyId, QuoteId, Saying, SourceId, Voice};
use zopa_finding::{ChainLink, Drift, Heard, Hinge, HingeKind, Origin, Spoken, Telling, TellingKind, Wording};

/// The name of an origin: the speaker's, with `@round` where one speaker spoke on several occasions.
pub fn origin_name(case: &Case, origin: OriginId) -> String {
    let row = &case.origins[origin];
    let name = voice_name(case, row.voice);
    let several = case.origins.values().filter(|other| other.voice == row.voice).count() > 1;
    match row.round {
        Some(round) if several => format!("{name}@{}", case.rounds[round].name),
        _ => name,
    }
}

/// The name of whoever speaks.
pub(crate) fn voice_name(case: &Case, voice: Voice) -> String {
    match voice {
        Voice::Speaker(id) => case.speakers[id].name.clone(),
        Voice::Party(id) => case.parties[id].name.clone(),
        Voice::Source(id) => case.sources[id].name.clone(),
    }
}

/// Quotes of claims with their origins: those of sayings, and those in an outlet's own voice.
fn tellings(claim: &Claim) -> Vec<(Option<&Saying>, OriginId, QuoteId)> {
    let own = claim.quotes.iter().zip(&claim.quote_origins).map(|(quote, origin)| (None, *origin, *quote));
    let said = claim.sayings.iter().flat_map(|saying| {
        saying
            .origins
            .iter()
            .flat_map(move |origin| saying.quotes.iter().map(move |quote| (Some(saying), *origin, *quote)))
    });
    said.chain(own).collect()
}

/// The origins, each with the reports that carry it.
pub(crate) fn origins(case: &Case) -> Vec<Origin> {
    case.origins.ids().map(|id| origin(case, id)).collect()
}

fn origin(case: &Case, id: OriginId) -> Origin {
    let row = &case.origins[id];
    let (title, anonymous, of, told) = match row.voice {
        Voice::Speaker(speaker) => {
            let speaker = &case.speakers[speaker];
            let told = speaker.told.map(|source| case.sources[source].name.clone());
            (speaker.title.clone(), speaker.anonymous, speaker.of.clone(), told)
        }
        Voice::Party(party) => (case.parties[party].title.clone(), false, vec![party], None),
        Voice::Source(source) => (case.sources[source].title.clone(), false, Vec::new(), None),
    };
    let carried = |claim: &Claim| {
        claim.quote_origins.contains(&id) || claim.sayings.iter().any(|saying| saying.origins.contains(&id))
    };
    Origin {
        name: origin_name(case, id),
        title,
        anonymous,
        own_voice: matches!(row.voice, Voice::Source(_)),
        of: of.into_iter().map(|party| case.parties[party].name.clone()).collect(),
        told,
        tellings: case.sources.ids().filter_map(|source| telling(case, id, source)).collect(),
        claims: case.claims.values().filter(|claim| carried(claim)).map(|claim| claim.name.clone()).collect(),
    }
}

fn telling(case: &Case, origin: OriginId, source: SourceId) -> Option<Telling> {
    let here = |(_, o, q): &(Option<&Saying>, OriginId, QuoteId)| *o == origin && case.quotes[*q].source == source;
    let mut claims = Vec::new();
    let mut kinds = Vec::new();
    for claim in case.claims.values() {
        let found: Vec<_> = tellings(claim).into_iter().filter(here).collect();
        if !found.is_empty() {
            claims.push(claim.name.clone());
        }
        kinds.extend(found.iter().map(|(saying, ..)| kind(case, *saying, origin, source)));
    }
    // First-hand in one place is first-hand: the kinds are ordered so.
    let kind = kinds.into_iter().min()?;
    Some(Telling { source: case.sources[source].name.clone(), kind, claims })
}

fn kind(case: &Case, saying: Option<&Saying>, origin: OriginId, source: SourceId) -> TellingKind {
    let row = &case.sources[source];
    let Some(saying) = saying else {
        return if row.copies.is_some() { TellingKind::Copied } else { TellingKind::FirstHand };
    };
    let to_it = saying.to.contains(&Voice::Source(source));
    let told_it = matches!(case.origins[origin].voice, Voice::Speaker(s) if case.speakers[s].told == Some(source));
    if to_it || told_it || case.origins[origin].voice == Voice::Source(source) {
        TellingKind::FirstHand
    } else if row.copies.is_some_and(|copied| case.claims.values().any(|c| has(case, c, origin, copied))) {
        TellingKind::Copied
    } else {
        TellingKind::Retold
    }
}

fn has(case: &Case, claim: &Claim, origin: OriginId, source: SourceId) -> bool {
    tellings(claim).iter().any(|(_, o, q)| *o == origin && case.quotes[*q].source == source)
}

/// The way of the claim on which most turns: the first denied one among the hinges, else the first with several
/// reports, from whose position it is said to be to the reports that carry it.
pub(crate) fn way(case: &Case, hinges: &[Hinge]) -> Option<(String, Vec<ChainLink>)> {
    let claim = chosen(case, hinges)?;
    let row = &case.claims[claim];
    let saying =
        row.sayings.iter().max_by_key(|saying| (saying.quotes.len(), std::cmp::Reverse(place(row, saying))))?;
    let mut links = Vec::new();
    links.extend(saying.relaying.map(|voice| ChainLink::Relayed { party: voice_name(case, voice) }));
    links.extend(saying.by.iter().map(|voice| ChainLink::Speaker { speaker: voice_name(case, *voice) }));
    let told: BTreeSet<SourceId> = saying.by.iter().filter_map(|voice| told(case, *voice)).collect();
    links.extend(told.into_iter().map(|source| ChainLink::Unseen { source: case.sources[source].name.clone() }));
    links.extend(case.sources.ids().filter_map(|source| report(case, row, source)));
    Some((row.name.clone(), links))
}

fn place(claim: &Claim, saying: &Saying) -> usize {
    claim.sayings.iter().position(|other| std::ptr::eq(other, saying)).unwrap_or(0)
}

fn chosen(case: &Case, hinges: &[Hinge]) -> Option<ClaimId> {
    let named = |name: &str| case.claims.iter().find(|(_, claim)| claim.name == name).map(|(id, _)| id);
    let told = |id: &ClaimId| !case.claims[*id].sayings.is_empty();
    let questions = hinges.iter().filter(|hinge| hinge.kind == HingeKind::Question);
    let hinge = questions.filter_map(|hinge| named(&hinge.name)).find(told);
    hinge.or_else(|| case.claims.ids().filter(told).find(|id| reports(case, &case.claims[*id]).len() > 1))
}

fn told(case: &Case, voice: Voice) -> Option<SourceId> {
    match voice {
        Voice::Speaker(speaker) => case.speakers[speaker].told,
        Voice::Party(_) | Voice::Source(_) => None,
    }
}

fn report(case: &Case, claim: &Claim, source: SourceId) -> Option<ChainLink> {
    let mut quotes: Vec<QuoteId> = tellings(claim).into_iter().map(|(_, _, quote)| quote).collect();
    quotes.retain(|quote| case.quotes[*quote].source == source);
    quotes.dedup();
    let row = &case.sources[source];
    (!quotes.is_empty()).then(|| ChainLink::Report {
        source: row.name.clone(),
        copies: row.copies.map(|copied| case.sources[copied].name.clone()),
        quotes: quotes.into_iter().map(quote_number).collect(),
    })
}

/// The sources whose words carry a claim, in file order.
pub(crate) fn reports(case: &Case, claim: &Claim) -> Vec<SourceId> {
    let sources: BTreeSet<SourceId> = tellings(claim).iter().map(|(_, _, quote)| case.quotes[*quote].source).collect();
    sources.into_iter().collect()
}

/// One utterance in several wordings: a claim of one origin with different words in different reports, or in a
/// report and its copy.
pub(crate) fn drift(case: &Case) -> Vec<Drift> {
    let mut drifts = Vec::new();
    for claim in case.claims.values() {
        let told = tellings(claim);
        let origins: BTreeSet<OriginId> = told.iter().map(|(_, origin, _)| *origin).collect();
        for origin in origins {
            drifts.extend(wordings(case, claim, &told, origin));
        }
    }
    drifts
}

fn wordings(
    case: &Case,
    claim: &Claim,
    told: &[(Option<&Saying>, OriginId, QuoteId)],
    origin: OriginId,
) -> Option<Drift> {
    let mut quotes: Vec<QuoteId> = told.iter().filter(|(_, o, _)| *o == origin).map(|(_, _, quote)| *quote).collect();
    // A report that says in its own voice what the report it copies attributes.
    let source_dropped = told.iter().any(|(saying, o, quote)| {
        let copies = case.sources[case.quotes[*quote].source].copies;
        let attributed = |(other, _, q): &(Option<&Saying>, OriginId, QuoteId)| {
            other.is_some() && Some(case.quotes[*q].source) == copies
        };
        *o == origin && saying.is_none() && told.iter().any(attributed)
    });
    quotes.sort_by_key(|quote| (case.quotes[*quote].source, *quote));
    quotes.dedup();
    let sources: BTreeSet<SourceId> = quotes.iter().map(|quote| case.quotes[*quote].source).collect();
    let texts: BTreeSet<String> = quotes.iter().map(|quote| plain(&case.quotes[*quote].words)).collect();
    (sources.len() > 1 && texts.len() > 1).then(|| Drift {
        claim: claim.name.clone(),
        origin: Some(origin_name(case, origin)),
        differing: differing(case, &quotes),
        wordings: quotes.iter().map(|quote| wording(case, *quote)).collect(),
        source_dropped,
    })
}

fn wording(case: &Case, quote: QuoteId) -> Wording {
    Wording { source: case.sources[case.quotes[quote].source].name.clone(), quote: quote_number(quote) }
}

/// The words without the marks around them.
fn plain(words: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || c.is_whitespace() || c == '\'' || c == '’' || c == '%';
    words.chars().filter(|c| kept(*c)).collect::<String>().to_lowercase()
}

/// Words that one wording has and another has not, in order of appearance.
fn differing(case: &Case, quotes: &[QuoteId]) -> Vec<String> {
    let texts: Vec<String> = quotes.iter().map(|quote| plain(&case.quotes[*quote].words)).collect();
    let mut found: Vec<String> = Vec::new();
    for word in texts.iter().flat_map(|text| text.split_whitespace()) {
        let everywhere = texts.iter().all(|text| text.split_whitespace().any(|other| other == word));
        if !everywhere && !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    }
    found
}

/// Words inside quotation marks, by the party whose speakers they are; each passage of a document counts once.
pub(crate) fn heard(case: &Case) -> Vec<Heard> {
    let parties = case.parties.iter().filter(|(_, party)| party.of.is_none()).map(|(id, _)| Some(id));
    parties
        .chain([None])
        .map(|party| by_party(case, party))
        .filter(|row| row.party.is_some() || row.words > 0)
        .collect()
}

fn by_party(case: &Case, party: Option<PartyId>) -> Heard {
    let mut counted: BTreeSet<(String, SourceId)> = BTreeSet::new();
    let mut voices: Vec<Spoken> = Vec::new();
    for claim in case.claims.values().filter(|claim| !claim.suppose) {
        for saying in claim.sayings.iter().filter(|saying| speaks_for(case, saying, party)) {
            for quote in saying.quotes.iter().map(|quote| &case.quotes[*quote]) {
                let count = zopa_case::directly_quoted_words(&quote.words);
                if count > 0 && counted.insert((plain(&quote.words), quote.source)) {
                    spoken(&mut voices, saying.by.iter().map(|voice| voice_name(case, *voice)).collect(), count as u32);
                }
            }
        }
    }
    let mut seen = BTreeSet::new();
    let named = voices.iter().flat_map(|voice| &voice.by).filter(|speaker| seen.insert(speaker.as_str()));
    let speakers = named.cloned().collect();
    let words = voices.iter().map(|voice| voice.words).sum();
    Heard { party: party.map(|party| case.parties[party].name.clone()), words, speakers, voices }
}

/// Counts words for whoever speaks them.
fn spoken(voices: &mut Vec<Spoken>, by: Vec<String>, words: u32) {
    match voices.iter_mut().find(|voice| voice.by == by) {
        Some(voice) => voice.words += words,
        None => voices.push(Spoken { by, words }),
    }
}

fn speaks_for(case: &Case, saying: &Saying, party: Option<PartyId>) -> bool {
    let top = |party: PartyId| case.parties[party].of.unwrap_or(party);
    let mut of = saying.by.iter().flat_map(|voice| match voice {
        Voice::Speaker(speaker) => case.speakers[*speaker].of.clone(),
        Voice::Party(party) => vec![*party],
        Voice::Source(_) => Vec::new(),
    });
    match party {
        Some(party) => of.any(|id| top(id) == party),
        None => of.next().is_none(),
    }
}
