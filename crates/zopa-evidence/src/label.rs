//! *Lind: the pier stays shut.* *“It is shut.” — Mara Lind* Who speaks, where only a name and a mark say so?

use crate::classes::Class;
use crate::cue::Found;
use crate::reader::Reader;
use crate::tag::Tag;
use crate::token::TokenKind;

/// The longest label, in tokens.
const LONGEST: usize = 6;

impl Reader<'_, '_> {
    /// A name or a phrase for one who speaks, at the beginning of a line, with a colon behind it.
    pub(crate) fn label(&self, begin: usize, end: usize) -> Option<Found> {
        self.token(begin).filter(|token| token.begins_line)?;
        let begin = begin + usize::from(self.tag(begin) == Tag::Quote);
        let first = self.token(begin)?;
        if first.kind != TokenKind::Word || !first.capital {
            return None;
        }
        let colon = (begin + 1..end.min(begin + LONGEST + 1)).find(|at| self.tag(*at) == Tag::Colon)?;
        if self.prose.language.is_label(self.spelled(colon - 1)) {
            return None;
        }
        if self.spelled(colon) != ":" || colon + 2 >= end || !(begin..colon).all(|at| self.is_label_word(at)) {
            return None;
        }
        let content = vec![colon + 1..self.label_end(begin, end)];
        Some(Found {
            head: colon,
            cue: vec![colon..colon + 1],
            source: Some(begin..colon),
            content,
            ..Found::default()
        })
    }

    /// *“…” — Mara Lind*: a quote with its speaker's name behind a dash, at the end of a line.
    pub(crate) fn signature(&self, dash: usize, end: usize) -> Option<Found> {
        let quote = self.closes_quote(dash.checked_sub(1)?)?;
        let last = if matches!(self.tag(end.checked_sub(1)?), Tag::Stop) { end - 1 } else { end };
        let named = dash + 1 < last && (dash + 1..last).all(|at| self.tag(at) == Tag::Name);
        let ends_line = self.token(end).is_none_or(|next| next.begins_line);
        if !named || !ends_line || last - dash > LONGEST {
            return None;
        }
        let content = vec![quote.open..quote.close + 1];
        let (cue, source) = (vec![dash..dash + 1], Some(dash + 1..last));
        Some(Found { head: dash, cue, source, content, before: true, quoted: true, ..Found::default() })
    }

    /// The rest of the paragraph, if it is a speech in a transcript (*LIND:*, *Q:*); else of the sentence.
    fn label_end(&self, begin: usize, end: usize) -> usize {
        let Some((number, sentence)) = self.sentence_of(begin) else { return end };
        let rest = self.prose.sentences.get(number..).unwrap_or_default();
        let paragraph = rest.iter().take_while(|other| other.paragraph == sentence.paragraph);
        paragraph.last().map_or(end, |last| last.tokens.end)
    }

    fn is_label_word(&self, at: usize) -> bool {
        let token = self.token(at);
        let named = token.is_some_and(|token| token.capital) && matches!(self.tag(at), Tag::Name);
        let known = self.classes(at);
        // *Overheard:* is no name.
        let done = self.spelled(at).ends_with("ed") && !known.any(&[Class::Speaker, Class::Title]);
        named && !done && !known.any(&[Class::Paper, Class::Thing, Class::Time, Class::Setting, Class::Base])
            || known.any(&[Class::Speaker, Class::Title])
            || known.has(Class::Label)
    }
}
