//! Is something denied in a sentence?
//!
//! By a verb for it, by a row of words, by turning a report away, by calling a thing untrue, or by saying that there is none.

use super::content::named_content;
use super::negations::is_negated;
use super::{FEW, REACH, in_one_paragraph, outlet, same_speaker, untrue_that};
use crate::between::effects::{Side, Word, find_row};
use crate::between::lexicon::words;
use crate::between::lists::REPORTS_NAMED;
use crate::between::quoted::within;
use crate::between::scene::{At, Scene};
use crate::span::Span;
use zopa_finding::{Act, Attribution, Place};

/// Rows with somebody who says so, and rows that need nobody.
type Signs<'a> = (&'a [Vec<&'a str>], &'a [Vec<&'a str>]);

pub(super) fn is_denial(scene: &Scene, at: At, (rows, alone): Signs) -> bool {
    let Some(side) = scene.side(at.0) else { return false };
    let acts = scene.told_in(at.0, scene.span(at)).any(|one| {
        one.act == Act::Denial && one.cue.iter().any(|cue| scene.span(at).contains(Span::new(cue.start, cue.end)))
    });
    let turned = turned_away(side, at.1);
    let said = || {
        scene.told_in(at.0, scene.span(at)).next().is_some()
            || scene.quotes.get(at.0).into_iter().flatten().any(|quote| quote.sentence == at.1)
    };
    let has = |row: &Vec<&str>| find_row(side.sentence(at.1), row).is_some();
    let row = rows.iter().any(has)
        || not_led(side.sentence(at.1))
        || never_such(side.sentence(at.1))
        || says_none(scene, at)
        || says_never(scene, at);
    if alone.iter().any(has) || not_but(side.sentence(at.1)) {
        return true;
    }
    acts || turned
        || replies(scene, at)
        || answers_report(scene, at)
        || that_was(scene, at)
        || row && (said() || points_back(scene, at))
        || calls_untrue(scene, at)
        || is_short_no(scene, at)
}

/// "“Whoever said that was not in the room,” is the minister's answer to the agency's report that it is open": of a report that
/// is named with what it says, somebody else has words of their own.
fn answers_report(scene: &Scene, at: At) -> bool {
    let Some(side) = scene.side(at.0) else { return false };
    let words = side.sentence(at.1);
    let affirms = |word: &Word| {
        matches!(
            word.word.as_str(),
            "confirmed" | "confirms" | "stands" | "stood" | "repeated" | "repeats" | "reported"
        )
    };
    let quotes = scene.quotes.get(at.0).into_iter().flatten().any(|quote| quote.sentence == at.1);
    let answers = |one: &Attribution| one.chain.len() == 1 && one.chain.last().is_some_and(|last| !last.outlet);
    let answered = || scene.saying(at.0, scene.span(at)).any(answers);
    quotes
        && !words.iter().any(affirms)
        && outlet(scene, at).is_some()
        && named_content(scene, at).is_some()
        && answered()
}

/// "‘Not one man has moved,’ replied the spokeswoman", "“Gossip,” countered his office": an answer that it is not so.
pub(super) fn replies(scene: &Scene, at: At) -> bool {
    let span = scene.span(at);
    let answers = |cue: &Place| {
        span.contains(Span::new(cue.start, cue.end)) && REPORTS_NAMED.has("answers", &cue.exact.to_lowercase())
    };
    let untrue = |text: &str| words(text).iter().any(|(word, _)| REPORTS_NAMED.has("untrue", word));
    let negated = |content: &Place| is_negated(&content.exact) || untrue(&content.exact);
    // What another has told just before.
    let before = at.1.checked_sub(1).map(|sentence| (at.0, sentence));
    let told = |before: &At| scene.told_in(before.0, scene.span(*before)).next().is_some();
    let another = |before: &At| in_one_paragraph(scene, *before, at) && !same_speaker(scene, *before, at);
    if !before.is_some_and(|before| told(&before) && another(&before)) {
        return false;
    }
    let outer = scene.saying(at.0, span).filter(|one| one.within.is_none());
    outer.into_iter().any(|one| one.cue.iter().any(answers) && one.content.iter().any(negated))
}

/// "What was discussed was the mesh, not the quota".
fn not_but(words: &[Word]) -> bool {
    let opens = words.windows(2).next().is_some_and(
        |two| matches!(two, [what, was] if what.word == "what" && matches!(was.word.as_str(), "was" | "is" | "were")),
    );
    opens && words.iter().skip(FEW).any(|word| word.word == "not")
}

/// "That it would sign first, as the agency had it, was ‘news to my pen’".
fn that_was(scene: &Scene, at: At) -> bool {
    let Some(side) = scene.side(at.0) else { return false };
    let words = side.sentence(at.1);
    let quoted = |word: &Word| within(&side.quoted, word.span.start);
    let judged = words.windows(2).any(
        |pair| matches!(pair, [was, next] if matches!(was.word.as_str(), "was" | "is") && !quoted(was) && quoted(next)),
    );
    words.first().is_some_and(|first| first.word == "that") && words.len() > FEW + 2 && judged
}

/// "Had not led the delegation", "had led nobody".
fn not_led(words: &[Word]) -> bool {
    let led = |word: &str| matches!(word, "led" | "headed" | "chaired" | "lead" | "head" | "chair");
    let no = |word: &str| matches!(word, "not" | "never" | "nor" | "neither");
    let nobody = words.windows(2).any(|pair| {
        let [one, other] = pair else { return false };
        led(&one.word) && matches!(other.word.as_str(), "nobody" | "nothing" | "none")
    });
    // "Nor, her ministry noted, had he led it", "never as head of the team".
    let negated = words.iter().enumerate().filter(|(_, word)| no(&word.word));
    nobody || negated.into_iter().any(|(at, _)| words.iter().skip(at + 1).take(REACH + 1).any(|word| led(&word.word)))
}

/// "Nobody has ever put such a condition": there is none.
fn never_such(words: &[Word]) -> bool {
    let none =
        words.iter().position(|word| matches!(word.word.as_str(), "nobody" | "none" | "never" | "nor" | "neither"));
    none.is_some_and(|none| words.iter().skip(none + 1).take(REACH + 1).any(|word| word.word == "such"))
}

/// "Insisted that none of the staff had passed on an offer": what is said begins with there being none.
fn says_none(scene: &Scene, at: At) -> bool {
    let none = |word: &str| matches!(word, "none" | "no" | "nobody" | "nothing" | "neither" | "never");
    let was = |word: &str| matches!(word, "had" | "was" | "were" | "exists" | "exist" | "existed");
    scene.saying(at.0, scene.span(at)).flat_map(|one| &one.content).any(|content| {
        let said = words(Span::new(content.start, content.end).of(scene.text(at.0)));
        let first = said.first().is_some_and(|(word, _)| none(word));
        first && said.iter().take(REACH + 1).any(|(word, _)| was(word))
    })
}

/// "Its delegation had never ruled it out", "her government had put nothing in writing".
fn says_never(scene: &Scene, at: At) -> bool {
    let none = |word: &str| matches!(word, "never" | "nothing" | "nobody" | "none");
    let had = |word: &str| matches!(word, "had" | "has" | "have");
    // "They fear that nobody has seen it": a fear denies nothing.
    let told = scene.saying(at.0, scene.span(at)).filter(|one| one.act != Act::Doubt);
    told.flat_map(|one| &one.content).any(|content| {
        let said = words(Span::new(content.start, content.end).of(scene.text(at.0)));
        let from = said.iter().position(|(word, _)| had(word));
        // "Only has a value if nobody needs to ask": what nobody does there is a condition.
        let goes_on = |(word, _): &&(String, Span)| !matches!(word.as_str(), "if" | "unless" | "that");
        let after = |from: usize| said.iter().skip(from + 1).take_while(goes_on).take(FEW + 1).enumerate();
        // "Has offered no soldiers"; and not "has no plans".
        let without = |(number, (word, _)): (usize, &(String, Span))| none(word) || number > 0 && word == "no";
        from.is_some_and(|from| after(from).any(without))
    })
}

/// "Called this ‘market talk’": what was told just before, by one word for it.
pub(super) fn calls_untrue(scene: &Scene, at: At) -> bool {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let called = words.windows(2).position(|pair| {
        matches!(pair, [verb, this] if judging(&verb.word) && matches!(this.word.as_str(), "this" | "that" | "it" | "these" | "them"))
    });
    let after = |from: usize| words.iter().skip(from + 2).take(FEW);
    called.is_some_and(|from| after(from).any(|word| REPORTS_NAMED.has("untrue", &word.word)))
}

/// "It has not, the spokesman says": nothing is said but that it is not so.
pub(super) fn is_short_no(scene: &Scene, at: At) -> bool {
    let text = scene.text(at.0);
    scene.saying(at.0, scene.span(at)).flat_map(|one| &one.content).any(|content| {
        let said = words(Span::new(content.start, content.end).of(text));
        let plain = said.iter().all(|(word, _)| scene.lists.lexicon.term_of(word).is_none());
        let no = said.iter().any(|(word, _)| matches!(word.as_str(), "not" | "t" | "no" | "never"));
        (2..=4).contains(&said.len()) && plain && no
    })
}

/// "Disputes that", "rejects this account": what is denied is what was told just before.
pub(super) fn points_back(scene: &Scene, at: At) -> bool {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let noun = words.windows(2).any(|pair| {
        let said = |word: &str| REPORTS_NAMED.has("nouns", word) || matches!(word, "words" | "remarks" | "terms" | "comments");
        matches!(pair, [this, noun] if matches!(this.word.as_str(), "this" | "these" | "that" | "those" | "such") && said(&noun.word))
    });
    let verb = words.iter().any(|word| REPORTS_NAMED.has("verbs", &word.word) || denies(&word.word));
    // "Called the idea “theatre”", "dismissed the suggestion as one": no word says what the idea is.
    let idea = words.windows(4).any(|four| {
        let [verb, the, idea, next] = four else { return false };
        let turns = judging(&verb.word) || REPORTS_NAMED.has("verbs", &verb.word);
        turns
            && the.word == "the"
            && REPORTS_NAMED.has("notions", &idea.word)
            && !matches!(next.word.as_str(), "that" | "of")
    });
    idea || noun && verb
        || replies(scene, at)
        || ends_pointing(scene, at)
        || calls_untrue(scene, at) && untrue_that(scene, at).is_none()
}

fn denies(word: &str) -> bool {
    matches!(word, "disputes" | "disputed" | "denies" | "denied" | "contradicts" | "contradicted")
}

/// "The union disputes that.", "The ministry denied it but ...".
pub(super) fn ends_pointing(scene: &Scene, at: At) -> bool {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let this = |word: &Word| matches!(word.word.as_str(), "that" | "this" | "it");
    let pointing = words.windows(2).position(|pair| matches!(pair, [verb, that] if denies(&verb.word) && this(that)));
    let goes_on = |next: &Word| matches!(next.word.as_str(), "but" | "and" | "yet" | "while" | "though");
    pointing.is_some_and(|pointing| words.get(pointing + 2).is_none_or(goes_on))
}

/// "Rejected the paper's account": a verb, and a word for a report within reach after it, what stands between quotation marks
/// not counted; or "the notion that", and "the figure". "The agency's claim that the road is open was rejected": the other way.
fn turned_away(side: &Side, sentence: usize) -> bool {
    let words = side.sentence(sentence);
    let verb = words.iter().enumerate().filter(|(_, word)| REPORTS_NAMED.has("verbs", &word.word));
    let outside = |at: &usize| words.get(*at).is_some_and(|word| !within(&side.quoted, word.span.start));
    let mut after = verb.flat_map(|(at, _)| (at + 1..words.len()).filter(outside).take(REACH));
    let word = |at: usize| words.get(at).map_or("", |word| word.word.as_str());
    let of_report = |at: usize| {
        // The notion of a thing is no report: who rejects that does not want it.
        let notion =
            REPORTS_NAMED.has("notions", word(at)) && (word(at + 1) == "that" || word(at).starts_with("figure"));
        REPORTS_NAMED.has("nouns", word(at)) || notion
    };
    let turned = |at: usize| {
        let was = matches!(word(at), "was" | "were" | "is" | "are" | "been");
        was && (REPORTS_NAMED.has("verbs", word(at + 1)) || denies(word(at + 1)))
    };
    let named = words.iter().position(|word| REPORTS_NAMED.has("nouns", &word.word));
    // "The agency's claim that she had led it was ‘a misreading’": what a claim is called.
    let called = |at: usize| {
        let is = matches!(word(at), "was" | "were" | "is" | "are");
        let begins = |word: &Word| within(&side.quoted, word.span.start);
        is && words.get(at + 1..).is_some_and(|rest| rest.iter().take(FEW).any(begins))
    };
    let passive = named.is_some_and(|named| {
        matches!(word(named + 1), "that" | "of") && (named..words.len()).any(|at| turned(at) || called(at))
    });
    after.any(of_report) || passive
}

/// Verbs that say what somebody holds a thing to be.
pub(super) fn judging(word: &str) -> bool {
    let judging = ["call", "called", "calls", "describe", "described", "describes", "branded", "labelled", "dubbed"];
    judging.contains(&word) || matches!(word, "fear" | "fears" | "feared" | "welcomed" | "praised" | "thanked")
}
