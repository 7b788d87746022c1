//! How do attributions become claims that a person accepts, edits or rejects?
//!
//! One suggestion for each attribution whose words the case does not quote yet: an unconfirmed claim with the words and
//! their place, who said it and via whom, and, where the sentence allows it, a formal statement over the issues of the
//! case. Words that are quoted already, by a claim that waits or was rejected too, are never suggested again, so that
//! suggesting twice adds nothing. Nothing of it changes an answer: it is all marked `unconfirmed`.

mod denied;
mod known;
mod matching;
mod phrase;
mod statement;
mod voices;

use crate::edited::SUGGESTED;
use crate::{Read, Texts};
use denied::{Deniable, deniable, denied};
use known::Known;
pub(crate) use matching::plain;
use matching::stems;
use phrase::{Phrase, phrase};
use statement::{Formal, Matter, Said};
use voices::{Chain, Unknown, Voices};
use zopa_finding::{Act, Attribution, Place};
use zopa_report::suggest as words;
use zopa_syntax::FileId;
use zopa_syntax::edit::{Editor, apply};
use zopa_syntax::write::{Row, text};

/// The most words of a title.
const TITLE_MOST: usize = 16;

/// How much of an attribution another one within it has to tell for being suggested in its place.
const WITHIN: (usize, usize) = (3, 5);

/// Suggestions for a dossier; nothing is written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggested {
    /// Files with their texts from now on: the name inside the dossier, and the text. None where nothing is new.
    pub files: Vec<(String, String)>,
    /// The claims, by name, in the order of the reports.
    pub claims: Vec<String>,
    /// The persons, unnamed groups and sources that are proposed with them.
    pub voices: Vec<String>,
    /// Attributions whose words are quoted already.
    pub known: usize,
    /// Attributions of which nothing was made.
    pub left: Vec<Left>,
}

/// An attribution that became no suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The source, by name.
    pub source: String,
    /// The byte of its document at which the words begin.
    pub at: usize,
    /// Who is named there that the case does not know.
    pub who: String,
    /// Their office, as the document gives it.
    pub office: Option<String>,
    /// Whom they told it: an outlet, or the source itself.
    pub told: String,
    /// The words.
    pub words: String,
}

/// Suggestions from what was found in the documents of some sources, each by its name in the case. The places of the
/// attributions are those of [`zopa_text::Text::as_str`] of the source's document; what is of another text is left out.
pub fn suggest(texts: &Texts, read: &Read, found: &[(String, Vec<Attribution>)]) -> Suggested {
    let mut suggested = Suggested::default();
    let mut taken = Vec::new();
    for private in [false, true] {
        let matter = Matter::of(&read.tree, private);
        let mut made = Made::of(texts, read, &matter, private, &taken);
        let mine = found.iter().filter(|(source, _)| read.is_private_source(source) == Some(private));
        mine.for_each(|(source, all)| made.source(source, all));
        taken.extend(made.voices.taken.iter().cloned());
        made.finish(texts, private, &mut suggested);
    }
    suggested
}

/// What is made of the public reports, or of the private ones.
struct Made<'a> {
    known: Known<'a>,
    matter: &'a Matter<'a>,
    voices: Voices<'a>,
    deniable: Vec<Deniable>,
    claims: Vec<Suggestion>,
    seen: usize,
    left: Vec<Left>,
}

struct Suggestion {
    name: String,
    row: Row,
}

impl<'a> Made<'a> {
    fn of(texts: &Texts, read: &'a Read, matter: &'a Matter<'a>, private: bool, taken: &[String]) -> Made<'a> {
        let mut voices = Voices::of(&read.tree, matter, private);
        voices.taken.extend(taken.iter().cloned());
        Made {
            known: Known::of(texts, &read.tree),
            matter,
            voices,
            deniable: deniable(&read.tree, private),
            claims: Vec::new(),
            seen: 0,
            left: Vec::new(),
        }
    }

    /// The attributions of one document.
    fn source(&mut self, source: &str, all: &[Attribution]) {
        for (number, found) in all.iter().enumerate() {
            if !is_told_by_another(all, number, found) {
                self.one(source, found);
            }
        }
    }

    fn one(&mut self, source: &str, found: &Attribution) {
        let Some((phrase, sentence)) = self.standing(source, found) else { return };
        if self.known.has(source, phrase.at, phrase.end) {
            self.seen += 1;
            return;
        }
        let chain = match self.voices.chain(found, source) {
            Ok(chain) => chain,
            Err(Unknown { who, office, told }) => {
                let (source, at, words) = (source.to_owned(), phrase.at, phrase.words);
                self.left.push(Left { source, at, who, office, told, words });
                return;
            }
        };
        self.known.add(source, phrase.at, phrase.end);
        let content = joined(&found.content);
        let formal = self.formal(found, &content, &sentence, chain.as_ref());
        let denied = if found.act == Act::Denial { denied(&self.deniable, &content) } else { None };
        let outlet = self.voices.outlet_of(source).unwrap_or(source).to_owned();
        let who = chain.as_ref().map_or(outlet.as_str(), |chain| &chain.speaker().title);
        let title = match (&formal, &denied) {
            (Some(formal), _) => formal.title.clone(),
            (_, Some(_)) => words::denies(who, &short(&content)),
            _ => words::says(who, &short(&content)),
        };
        let line = formal.map(|formal| formal.line).or_else(|| denied.map(|claim| format!("denies {claim}")));
        let is_denial = line.as_ref().is_some_and(|line| line.starts_with("denies "));
        let name = self.voices.fresh(&named(chain.as_ref(), source, &phrase.words), "claim");
        let Some(row) = claim(&name, &title, line.as_deref(), chain.as_ref(), source, &phrase) else { return };
        if !is_denial {
            self.deniable.push(Deniable { name: name.clone(), words: &stems(&title) | &stems(&content) });
        }
        self.claims.push(Suggestion { name, row });
    }

    /// The phrase that is quoted, if all of the attribution stands in the document, at bytes of it.
    fn standing(&self, source: &str, found: &Attribution) -> Option<(Phrase, String)> {
        let text = self.known.text(source)?;
        // The places are those of the text, and a byte order mark is none of it.
        let mark = if text.slice(0, 0).is_some() { 0 } else { '\u{feff}'.len_utf8() };
        let stands = |place: &Place| text.as_str().get(place.start..place.end) == Some(place.exact.as_str());
        if !found.content.iter().chain(&found.cue).all(stands) {
            return None;
        }
        let phrase = phrase(&found.content, &self.matter.words)?;
        let all = found.content.iter().chain(&found.cue).chain(&found.source);
        let (from, to) = all.fold((usize::MAX, 0), |(from, to), place| (from.min(place.start), to.max(place.end)));
        let sentence = text.as_str().get(from..to).unwrap_or_default().to_owned();
        Some((Phrase { at: phrase.at + mark, end: phrase.end + mark, ..phrase }, sentence))
    }

    fn formal(&self, found: &Attribution, content: &str, sentence: &str, chain: Option<&Chain>) -> Option<Formal> {
        let party = chain.and_then(|chain| chain.speaker().party.as_deref());
        let party = self.matter.name_of(party);
        let cue = joined(&found.cue);
        self.matter.statement(&Said { act: found.act, cue: &cue, content, sentence }, party)
    }

    /// Puts the new claims, and those they need, at the end of a file.
    fn finish(self, texts: &Texts, private: bool, suggested: &mut Suggested) {
        let Made { voices, claims, seen, left, .. } = self;
        suggested.known += seen;
        suggested.left.extend(left);
        if claims.is_empty() {
            return;
        }
        let path = if private { format!("private/{SUGGESTED}") } else { SUGGESTED.to_owned() };
        let before = standing(texts, private).unwrap_or_else(|| format!("# {}\n", words::HEAD));
        let editor = Editor::of(&before, FileId(0));
        let rows = voices.proposed.iter().map(|(_, row)| row).chain(claims.iter().map(|claim| &claim.row));
        let edits: Vec<_> = rows.map(|row| editor.item_at_end(row)).collect();
        let Ok(after) = apply(&before, &edits) else { return };
        suggested.files.push((path, after));
        suggested.voices.extend(voices.proposed.into_iter().map(|(name, _)| name));
        suggested.claims.extend(claims.into_iter().map(|claim| claim.name));
    }
}

/// The file of earlier suggestions.
fn standing(texts: &Texts, private: bool) -> Option<String> {
    let files = if private { &texts.private_files } else { &texts.case_files };
    let is = |(path, _): &&(String, Vec<u8>)| path.rsplit(['/', '\\']).next() == Some(SUGGESTED);
    let (_, bytes) = files.iter().find(is)?;
    Some(String::from_utf8_lossy(bytes).into_owned())
}

/// Does another attribution, within this one, tell most of what it tells, and who said it to whom?
fn is_told_by_another(all: &[Attribution], number: usize, found: &Attribution) -> bool {
    let length = |places: &[Place]| places.iter().map(|place| place.end - place.start).sum::<usize>();
    let (part, whole) = WITHIN;
    all.iter()
        .any(|inner| inner.within == Some(number) && length(&inner.content) * whole >= length(&found.content) * part)
}

fn claim(
    name: &str,
    title: &str,
    line: Option<&str>,
    chain: Option<&Chain>,
    source: &str,
    phrase: &Phrase,
) -> Option<Row> {
    let quote = Row::quote(source, Some(phrase.at), &phrase.words)?;
    let row = Row::new(format!("claim {name} {}", text(title))).under(Row::new("unconfirmed"));
    let row = row.with(line.map(Row::new));
    Some(match chain {
        Some(chain) => row.under(Row::new(chain.line()).under(quote)),
        // Nobody is named: the outlet says so in its own voice.
        None => row.under(quote),
    })
}

/// A name that is readable and comes of the same words again: who speaks, and the first words of what they say.
fn named(chain: Option<&Chain>, source: &str, quoted: &str) -> String {
    let who = chain.map_or(source, |chain| &chain.speaker().name);
    let what: Vec<String> = matching::words(quoted).filter(|word| !stems(word).is_empty()).take(4).collect();
    format!("{who} {}", what.join(" "))
}

/// All parts of what was said, one after the other.
fn joined(places: &[Place]) -> String {
    let words = places.iter().flat_map(|place| place.exact.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

/// The first words, without the marks around them.
fn short(content: &str) -> String {
    let words: Vec<&str> = content.split_whitespace().collect();
    let kept = words.get(..TITLE_MOST).map_or_else(|| words.join(" "), |first| format!("{} …", first.join(" ")));
    kept.trim_matches(['"', '\'', '“', '”', '‘', '’', '«', '»', ',', '.', ' ']).replace(['“', '”', '"'], "")
}
