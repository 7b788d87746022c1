//! In what do the public answer and the private one differ?
//!
//! Two finished briefs of one case are compared: one made without the private part, one with it. What stands in both is
//! known by what it says, since a name may change with what is left out: a limit by its holder and condition, a clash
//! by its limits, a knot by its issues.

use zopa_finding::{
    Absent, AbsentList, Brief, Firmness, HingeKind, LEAKS_FORMAT, Leak, Leaks, Level, LimitTold, Presence,
    PrivateState, Quote, Sides,
};

/// Everything on which the public brief and the private one of a case differ.
pub fn leaks(public: &Brief, private: &Brief) -> Leaks {
    Leaks {
        format: LEAKS_FORMAT.to_owned(),
        private: PrivateState::Counted,
        unconfirmed: private.unconfirmed,
        found_copies: public.found_copies.counted || private.found_copies.counted,
        found_origins: public.found_origins.counted || private.found_origins.counted,
        case: private.case.clone(),
        chosen: private.chosen.clone(),
        verdict: both(&public.answer.verdict, &private.answer.verdict),
        readings: both(&public.answer.readings, &private.answer.readings),
        clashes: differing(&clashes(public), &clashes(private)),
        knots: differing(&knots(public), &knots(private)).into_iter().map(counted).collect(),
        enough: differing(&enough(public), &enough(private)),
        shut_out: differing(&shut_out(public), &shut_out(private)),
        hinges: differing(&hinges(public), &hinges(private)),
        limits: differing(&limits(public), &limits(private)),
        origins: differing(&origins(public), &origins(private)).into_iter().filter(in_both).collect(),
        absent: absent(public, private),
        quotes: quotes(public, private),
    }
}

fn both<T: Clone>(public: &T, private: &T) -> Sides<T> {
    Sides { public: Some(public.clone()), private: Some(private.clone()) }
}

/// What only one list has, or both have not alike: in the order of the private list, then of the public one.
fn differing<W: Clone + PartialEq, T: Clone + PartialEq>(public: &[(W, T)], private: &[(W, T)]) -> Vec<Leak<W, T>> {
    let told = |list: &[(W, T)], what: &W| list.iter().find(|(known, _)| known == what).map(|(_, told)| told.clone());
    let only_public = public.iter().filter(|(what, _)| told(private, what).is_none());
    let all = private.iter().chain(only_public).map(|(what, _)| what);
    let leak = |what: &W| Leak {
        what: what.clone(),
        told: Sides { public: told(public, what), private: told(private, what) },
    };
    all.map(leak).filter(|leak| leak.told.public != leak.told.private).collect()
}

/// Limits by what they say, in the order of what they say.
fn told(brief: &Brief, names: &[String]) -> Vec<LimitTold> {
    let limits = names.iter().filter_map(|name| brief.limits.iter().find(|limit| limit.name == *name));
    let mut told: Vec<LimitTold> =
        limits.map(|limit| LimitTold { holder: limit.holder.clone(), condition: limit.condition.clone() }).collect();
    told.sort();
    told
}

type Clashes = Vec<(Vec<LimitTold>, Presence)>;

fn clashes(brief: &Brief) -> Clashes {
    brief.answer.clashes.iter().map(|clash| (told(brief, &clash.limits), clash.presence.clone())).collect()
}

/// The clashes that a knot joins, by their limits.
type Joined = Vec<Vec<LimitTold>>;

fn knots(brief: &Brief) -> Vec<(Vec<String>, Joined)> {
    let clash = |id: &String| brief.answer.clashes.iter().find(|clash| clash.id == *id);
    let joined = |ids: &[String]| {
        let mut joined: Joined = ids.iter().filter_map(clash).map(|clash| told(brief, &clash.limits)).collect();
        joined.sort();
        joined
    };
    brief.answer.knots.iter().map(|knot| (knot.issues.clone(), joined(&knot.clashes))).collect()
}

fn counted(leak: Leak<Vec<String>, Joined>) -> Leak<Vec<String>, u32> {
    let count = |joined: Joined| u32::try_from(joined.len()).unwrap_or(u32::MAX);
    let Sides { public, private } = leak.told;
    Leak { what: leak.what, told: Sides { public: public.map(count), private: private.map(count) } }
}

fn enough(brief: &Brief) -> Vec<(Vec<String>, Presence)> {
    brief.answer.enough.iter().map(|enough| (enough.parties.clone(), enough.presence.clone())).collect()
}

fn shut_out(brief: &Brief) -> Vec<((String, Vec<LimitTold>), Presence)> {
    let offers = brief.answer.shut_out.iter();
    let sets = offers.flat_map(|shut| shut.sets.iter().map(|set| (shut.claim.clone(), set)));
    sets.map(|(claim, set)| ((claim, told(brief, &set.limits)), set.presence.clone())).collect()
}

fn hinges(brief: &Brief) -> Vec<((HingeKind, String), Vec<Level>)> {
    brief.answer.hinges.iter().map(|hinge| ((hinge.kind, hinge.name.clone()), hinge.changes.clone())).collect()
}

fn limits(brief: &Brief) -> Vec<(LimitTold, Vec<Firmness>)> {
    let told =
        |limit: &zopa_finding::Limit| LimitTold { holder: limit.holder.clone(), condition: limit.condition.clone() };
    brief.limits.iter().map(|limit| (told(limit), limit.firmness.clone())).collect()
}

fn in_both<W, T>(leak: &Leak<W, T>) -> bool {
    leak.told.public.is_some() && leak.told.private.is_some()
}

/// Claims, with the number of their origins.
fn origins(brief: &Brief) -> Vec<(String, u32)> {
    brief.claims.iter().map(|claim| (claim.name.clone(), claim.origins)).collect()
}

/// Words by source, words and place: a quote's number changes with what is left out.
fn quotes(public: &Brief, private: &Brief) -> Vec<Quote> {
    let mut there: Vec<_> = public.quotes.iter().map(|quote| (&quote.source, &quote.words, quote.at)).collect();
    let mut absent = Vec::new();
    for quote in &private.quotes {
        match there.iter().position(|known| *known == (&quote.source, &quote.words, quote.at)) {
            Some(at) => drop(there.swap_remove(at)),
            None => absent.push(quote.clone()),
        }
    }
    absent
}

fn absent(public: &Brief, private: &Brief) -> Vec<Absent> {
    let there: Vec<_> = named(public).into_iter().map(|row| (row.list, row.name)).collect();
    let mut rows = named(private);
    rows.retain(|row| !there.iter().any(|(list, name)| *list == row.list && *name == row.name));
    // The options of an issue that is absent itself go without saying.
    let issues: Vec<String> =
        rows.iter().filter(|row| row.list == AbsentList::Issue).map(|row| format!("{} = ", row.name)).collect();
    rows.retain(|row| row.list != AbsentList::Option || !issues.iter().any(|issue| row.name.starts_with(issue)));
    rows
}

/// Everything of a brief that has a name, list by list.
fn named(brief: &Brief) -> Vec<Absent> {
    let mut rows = Vec::new();
    let mut add = |list, name: &str, title: &str| {
        rows.push(Absent { list, name: name.to_owned(), title: title.to_owned() });
    };
    brief.claims.iter().for_each(|row| add(AbsentList::Claim, &row.name, &row.title));
    brief.sources.iter().for_each(|row| add(AbsentList::Source, &row.name, &row.title));
    brief.questions.iter().for_each(|row| add(AbsentList::Question, &row.name, &row.title));
    brief.parties.iter().for_each(|row| add(AbsentList::Party, &row.name, &row.title));
    brief.speakers.iter().for_each(|row| add(AbsentList::Speaker, &row.name, &row.title));
    for issue in &brief.issues {
        add(AbsentList::Issue, &issue.name, &issue.title);
        let options = issue.options.iter();
        options.for_each(|row| add(AbsentList::Option, &format!("{} = {}", issue.name, row.name), &row.title));
    }
    brief.rounds.iter().for_each(|row| add(AbsentList::Round, &row.name, &row.title));
    brief.tracks.iter().for_each(|row| add(AbsentList::Track, &row.name, &row.title));
    brief.rules.iter().for_each(|row| add(AbsentList::Rule, &row.text, row.because.as_deref().unwrap_or_default()));
    brief.steps.iter().for_each(|row| add(AbsentList::Step, &row.name, &row.title));
    brief.commitments.iter().for_each(|row| add(AbsentList::Commitment, &row.name, &row.title));
    rows
}
