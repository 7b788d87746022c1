//! Which sentence does a denial deny, by what it says is not so?
//!
//! The one that shares most of its rare words; where these are few, what another told just before.

use super::negations::says_not;
use super::signs::{is_short_no, judging};
use super::{FEW, REACH, in_one_paragraph, in_prose, is_statement, same_speaker};
use crate::between::carried::from_report;
use crate::between::differences::leads;
use crate::between::effects::{Word, find_row};
use crate::between::facts::{Fact, FactKind};
use crate::between::lists::REPORTS_NAMED;
use crate::between::scene::{At, Scene};
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::{Act, Place};

/// Thousandths of the weight of a denial that the sentence it denies shares.
const SHARED: u64 = 300;
/// The same, where the sentence has nobody who says it, or the one who denies it.
const SHARED_BY_ONE: u64 = 450;
/// So many sentences back may a denial point.
const BACK: usize = 4;

/// The terms of what is denied: of its content where somebody is said to deny it, else of the sentence.
fn denied_terms(scene: &Scene, denial: At) -> BTreeSet<String> {
    let text = scene.text(denial.0);
    let mut spans = denied_spans(scene, denial);
    let of = |span: Span| scene.lists.lexicon.terms(span.of(text)).into_iter().map(|(term, _)| term);
    let mut terms: BTreeSet<String> = spans.iter().flat_map(|span| of(*span)).collect();
    // "Confirmed that stages had been drawn up, but denied that they had agreed to any": what is meant stands before.
    if terms.len() < FEW {
        let all = scene.saying(denial.0, scene.span(denial)).flat_map(|one| &one.content);
        spans.extend(all.map(|place| Span::new(place.start, place.end)));
        terms.extend(spans.iter().flat_map(|span| of(*span)));
    }
    // "Denied that she had ever led it": she is named before.
    let within = |word: &&Word| spans.iter().any(|span| span.contains(word.span));
    let pronoun = |word: &Word| matches!(word.word.as_str(), "he" | "she" | "they");
    if scene.side(denial.0).is_some_and(|side| side.sentence(denial.1).iter().filter(within).any(pronoun)) {
        let names = scene.lists.facts.of(text, scene.span(denial)).into_iter();
        terms.extend(names.filter(|name| name.kind == FactKind::Name).flat_map(|name| of(name.span)));
    }
    terms.retain(|term| !scene.lists.lexicon.is_light(term));
    terms
}

/// Where it says what is not so.
fn denied_spans(scene: &Scene, denial: At) -> Vec<Span> {
    let own = scene.saying(denial.0, scene.span(denial)).filter(|one| one.act == Act::Denial);
    let content: Vec<Span> = own.flat_map(|one| &one.content).map(|place| Span::new(place.start, place.end)).collect();
    // "Confirmed the agency's report that …, but denied that …": the report is not what is denied.
    let beside = |span: &Span| !content.is_empty() && !content.iter().any(|own| own.overlaps(*span));
    let named = named_content(scene, denial).filter(|span| !beside(span));
    if let Some(span) = named.or_else(|| untrue_that(scene, denial)).or_else(|| that_clause(scene, denial)) {
        return vec![span];
    }
    if !content.is_empty() {
        return content;
    }
    // "No ship had been promised, the chancellor told parliament": what she says, and not to whom.
    let negated = says_not(scene, denial);
    if negated.is_empty() { without_judgement(scene, denial) } else { negated }
}

/// "That it would sign first, as the agency had it, was ‘news to my pen’": the clause at the beginning, to its first mark or verb
/// of judging.
fn that_clause(scene: &Scene, denial: At) -> Option<Span> {
    let words = scene.side(denial.0)?.sentence(denial.1);
    let first = words.first().filter(|first| first.word == "that")?;
    let rest = scene.text(denial.0).get(first.span.end..scene.span(denial).end)?;
    let mark = rest.find([',', '“', '‘', '"']).filter(|mark| *mark > 0)?;
    Some(Span::new(first.span.end, first.span.end + mark))
}

/// The sentence without what it calls the thing: "called the figure ‘somebody’s arithmetic’".
fn without_judgement(scene: &Scene, denial: At) -> Vec<Span> {
    let span = scene.span(denial);
    let Some(side) = scene.side(denial.0) else { return vec![span] };
    let judges = side.sentence(denial.1).iter().any(|word| judging(&word.word));
    let quotes = side.quoted.iter().filter(|quote| judges && span.contains(**quote));
    let mut from = span.start;
    let mut parts = Vec::new();
    for quote in quotes {
        parts.push(Span::new(from, quote.start));
        from = quote.end;
    }
    parts.push(Span::new(from, span.end));
    parts
}

/// "It is untrue, she said, that the deal is done", "called it a fairy tale that he led": what follows "that", to a mark.
pub(super) fn untrue_that(scene: &Scene, denial: At) -> Option<Span> {
    let words = scene.side(denial.0)?.sentence(denial.1);
    let is_untrue = |word: &Word| {
        REPORTS_NAMED.has("untrue", &word.word) || matches!(word.word.as_str(), "untrue" | "false" | "wrong")
    };
    let from = words.iter().position(is_untrue)?;
    let that = words.iter().skip(from + 1).find(|word| word.word == "that")?;
    let rest = scene.text(denial.0).get(that.span.end..scene.span(denial).end)?;
    let mark = rest.find([',', ';', '”', '"', '–']).unwrap_or(rest.len());
    Some(Span::new(that.span.end, that.span.end + mark))
}

/// "Reports of an offer are false", "denied a report that it had paid": what follows "of" or "that", to the verb or a mark.
pub(super) fn named_content(scene: &Scene, denial: At) -> Option<Span> {
    let named = |word: &str| REPORTS_NAMED.has("nouns", word) || REPORTS_NAMED.has("notions", word);
    // Told as an attribution of its own: "the claim, made by an adviser, that …".
    let is_noun = |cue: &Place| named(&cue.exact.to_lowercase());
    let told = scene.saying(denial.0, scene.span(denial)).find(|one| one.cue.iter().any(is_noun));
    if let Some(place) = told.and_then(|one| one.content.first()) {
        return Some(Span::new(place.start, place.end));
    }
    let words = scene.side(denial.0)?.sentence(denial.1);
    let noun = words.iter().position(|word| named(&word.word))?;
    let after = words.get(noun + 1..)?;
    let verb = |word: &&Word| matches!(word.word.as_str(), "are" | "is" | "were" | "was" | "as");
    let near = after.iter().take(REACH).take_while(|word| !verb(word));
    let opens = near.enumerate().find(|(_, word)| matches!(word.word.as_str(), "of" | "that" | "about"))?.0;
    let gap = scene.text(denial.0).get(words.get(noun)?.span.end..after.get(opens)?.span.start)?;
    if gap.contains([',', ';', '”', '"', '–']) {
        return None;
    }
    let from = after.get(opens)?.span.end;
    let rest = after.get(opens + 1..)?;
    let until = rest.iter().take_while(|word| !verb(word)).last()?.span.end;
    let text = scene.text(denial.0).get(from..until)?;
    // "That the envoy, Ada Lind, had threatened": what stands before the first mark says too little by itself.
    let terms = |mark: &usize| text.get(..*mark).map_or(0, |part| scene.lists.lexicon.terms(part).len());
    let mut marks = text.match_indices([',', ';', '”', '"', '–']).map(|(at, _)| at).chain([text.len()]);
    let mark = marks.find(|mark| terms(mark) >= FEW).unwrap_or(text.len());
    Some(Span::new(from, from + mark))
}

/// The sentence that shares most of what the denial says is not so.
pub(super) fn of_content(scene: &Scene, denial: At, denials: &BTreeSet<At>, looks: &mut usize) -> BTreeSet<At> {
    let told = |at: &At| !denials.contains(at) && is_statement(scene, *at);
    if is_short_no(scene, denial) {
        let last = denial.1.checked_sub(1).map(|at| (denial.0, at));
        return last.filter(|at| in_prose(scene, *at) && !denials.contains(at)).into_iter().collect();
    }
    if let Some(role) = of_role(scene, denial, denials) {
        return BTreeSet::from([role]);
    }
    let own = denied_terms(scene, denial);
    let asked = scene.corpus.asked(own.iter().map(String::as_str));
    let speech = |at: &At| {
        scene
            .saying(at.0, scene.span(*at))
            .any(|one| scene.saying(denial.0, scene.span(denial)).any(|other| std::ptr::eq(one, other)))
    };
    // What a rewrite left of the denial itself is no report.
    let made_of = scene.counterparts(denial);
    let told = |at: &At| told(at) && !(at.0 == denial.0 && speech(at)) && !made_of.contains(at);
    let own_voice = |at: &At| in_prose(scene, *at) && scene.told_in(at.0, scene.span(*at)).next().is_none();
    let open = |at: &At| match at.0 == denial.0 {
        true => at.1 < denial.1 && told(at),
        false => told(at) || !denials.contains(at) && own_voice(at),
    };
    let fit = |(share, at): &(u64, At)| *share >= least(scene, *at, denial) && !scene.apart(*at, denial);
    // The best: of equals one in the document of the denial, and the last.
    let mut sharing = scene.corpus.sharing(&asked, SHARED);
    *looks += sharing.len();
    sharing.sort_by_key(|(share, at)| std::cmp::Reverse((*share, at.0 == denial.0, *at)));
    let fits = |one: &&(u64, At)| open(&one.1) && fit(one);
    // One word alone may be shared by chance: what stands just before is the better then.
    let several = |one: &&(u64, At)| own.len() < 2 || scene.corpus.shares_several(&asked, one.1);
    let best = sharing.iter().filter(several).find(fits).map(|(_, at)| *at);
    let any = || sharing.iter().find(fits).map(|(_, at)| *at);
    let told_before = || before(scene, denial, |at| told(at)).filter(|_| own.len() <= FEW);
    let near = || just_before(scene, denial, denials, false);
    // "No such assurance had been given" points at what was told last.
    let pointing =
        scene.side(denial.0).is_some_and(|side| find_row(side.sentence(denial.1), &["no", "such"]).is_some());
    let pointed = if pointing { just_before(scene, denial, denials, true) } else { None };
    // "The Post alleged that they had stopped. He granted that some stood idle but denied any halt."
    let weak = || sharing.iter().find(|(_, at)| Some(*at) == best).is_none_or(|(share, _)| *share < SHARED_BY_ONE);
    let relayed = told_before_by_report(scene, denial, denials).filter(|_| weak());
    pointed.or(relayed).or(best).or_else(near).or_else(any).or_else(told_before).into_iter().collect()
}

/// "She had not led the delegation": the sentence of another document that says she does.
fn of_role(scene: &Scene, denial: At, denials: &BTreeSet<At>) -> Option<At> {
    let words = scene.side(denial.0)?.sentence(denial.1);
    let led = |word: &Word| {
        matches!(word.word.as_str(), "led" | "headed" | "chaired" | "lead" | "head" | "leading" | "heading")
    };
    // "The minister has never set foot there": a leader with whom the sentence begins.
    let never = words.iter().any(|word| word.word == "never");
    if !words.iter().any(led) && !never {
        return None;
    }
    let begins = |name: &Fact| name.span.start <= scene.span(denial).start + 1;
    // Who denies it of another is not who is meant.
    let says = |name: &Fact| {
        let sources = scene.told_in(denial.0, scene.span(denial)).flat_map(|one| &one.source);
        let mut of_others = sources.filter(|source| Span::new(source.start, source.end).contains(name.span));
        of_others.next().is_some()
    };
    // She may be named in the sentence before.
    let near = [Some(denial.1), denial.1.checked_sub(1)].into_iter().flatten();
    let spans = near.map(|at| scene.span((denial.0, at)));
    let named: Vec<Fact> = spans
        .flat_map(|span| scene.lists.facts.of(scene.text(denial.0), span))
        .filter(|fact| fact.kind == FactKind::Name && !says(fact))
        .filter(|fact| words.iter().any(led) || begins(fact))
        .collect();
    let is_named = |leader: &Fact| named.iter().any(|name| name.key.last() == leader.key.last());
    let others = scene.sentences().filter(|at| at.0 != denial.0 && !denials.contains(at) && in_prose(scene, *at));
    others.filter(|at| !scene.apart(*at, denial)).find(|at| leads(scene, *at).iter().any(is_named))
}

/// What another told in the sentence before, in the same paragraph: a denial with other words is put there to be read with it.
/// "No such draft existed" says so by itself (`pointing`), of what nobody need have told.
fn just_before(scene: &Scene, denial: At, denials: &BTreeSet<At>, pointing: bool) -> Option<At> {
    let before = (denial.0, denial.1.checked_sub(1)?);
    let told = pointing || scene.told_in(before.0, scene.span(before)).next().is_some();
    let sentence = |at: At| scene.corpus.sentences(at.0).get(at.1);
    let shared = sentence(before).zip(sentence(denial)).map_or(0, |(a, b)| scene.corpus.shared(&a.terms, &b.terms).1);
    let fits = told
        && shared > 0
        && in_prose(scene, before)
        && !denials.contains(&before)
        && in_one_paragraph(scene, before, denial);
    (fits && !same_speaker(scene, before, denial)).then_some(before)
}

/// What an outlet or reports told in the sentence before, in the same paragraph.
fn told_before_by_report(scene: &Scene, denial: At, denials: &BTreeSet<At>) -> Option<At> {
    let before = (denial.0, denial.1.checked_sub(1)?);
    let fits = from_report(scene, before) && in_prose(scene, before) && !denials.contains(&before);
    (fits && in_one_paragraph(scene, before, denial) && !same_speaker(scene, before, denial)).then_some(before)
}

/// So much has a sentence to share with a denial, in thousandths: more where it says so in its own voice, or where another
/// document has it from the one who denies having said it.
fn least(scene: &Scene, at: At, denial: At) -> u64 {
    let own_voice = scene.told_in(at.0, scene.span(at)).next().is_none();
    match same_speaker(scene, at, denial) {
        true if at.0 == denial.0 => u64::MAX,
        true => SHARED_BY_ONE,
        false if own_voice => SHARED_BY_ONE,
        false => SHARED,
    }
}

/// The sentence just before that tells something of somebody else.
fn before(scene: &Scene, denial: At, told: impl Fn(&At) -> bool) -> Option<At> {
    let back = (denial.1.saturating_sub(BACK)..denial.1).rev().map(|sentence| (denial.0, sentence));
    back.filter(|at| told(at)).find(|at| !same_speaker(scene, *at, denial))
}
