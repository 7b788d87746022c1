//! Which paragraphs of a plain text are the article?
//!
//! Nothing but the words, the order and the shape of the lines is there to go by. A paragraph is body unless something
//! speaks against it: words that the rules know (see `rules`), a credit in brackets, a place at the top or after the
//! end. What cannot be told is body: whoever looks for a quote must find it in what is called the article.

use std::ops::Range;

use crate::block::Kind;
use crate::plain::{by_mark, is_prose};
use crate::rules;
use crate::words::word_count;

/// A title has no more words.
const TITLE_WORDS: usize = 25;

/// A heading inside an article has no more words.
const HEADING_WORDS: usize = 14;

/// A line that names an author has no more words.
const BYLINE_WORDS: usize = 12;

/// Letters for who wrote it, or the name of a desk, have no more.
const SIGNED_WORDS: usize = 5;

/// A caption has no more words, its credit aside.
const CAPTION_WORDS: usize = 60;

/// So many short lines in a row are a menu.
const MENU_LINES: usize = 4;

/// The lines of a menu have no more words.
const MENU_WORDS: usize = 3;

/// What each paragraph is.
pub(crate) fn kinds(texts: &[&str], markdown: bool) -> Vec<Kind> {
    let marked = |text: &&str| markdown.then(|| by_mark(text)).flatten();
    kinds_with(texts, texts.iter().map(marked).collect())
}

/// What each paragraph is, where the document itself says it of some.
pub(crate) fn kinds_with(texts: &[&str], hints: Vec<Option<Kind>>) -> Vec<Kind> {
    let kinds = texts.iter().zip(hints).map(|(text, hint)| hint.or_else(|| by_text(text))).collect();
    let mut page = Page { texts, prose: texts.iter().map(|text| is_prose(text)).collect(), kinds };
    page.title();
    page.byline();
    page.menus();
    page.authors();
    page.foot();
    page.headings();
    page.kinds.into_iter().map(|kind| kind.unwrap_or(Kind::Body)).collect()
}

/// What a paragraph is by its own words.
fn by_text(text: &str) -> Option<Kind> {
    rules::by_words(text).or_else(|| (has_credit(text) || ends_in_credit(text)).then_some(Kind::Caption))
}

/// Does it end with whose picture it is? `The pier at noon. Photo: Ada Brook`.
fn ends_in_credit(text: &str) -> bool {
    let Some((before, credit)) = text.rsplit_once(": ") else { return false };
    let (sentence, label) = before.rsplit_once(['.', '!', '?']).unwrap_or(("", before));
    let short = word_count(credit) <= CREDIT_WORDS && !credit.ends_with(['.', '?', '!', '”', '"']);
    let named = PICTURES.contains(&label.trim().to_lowercase().as_str());
    named && short && !sentence.trim().is_empty() && word_count(sentence) <= CAPTION_WORDS
}

/// How a picture is called before the colon of its credit.
const PICTURES: [&str; 8] = ["photo", "photograph", "picture", "image", "illustration", "graphic", "foto", "фото"];

/// A credit has no more words.
const CREDIT_WORDS: usize = 5;

/// Does it end in the brackets of a picture's credit, with no sentence ended before? `The pier (AP)`.
pub(crate) fn has_credit(text: &str) -> bool {
    let credit = text.trim_end_matches('.').strip_suffix([')', ']']).and_then(|text| {
        let open = text.rfind(['(', '['])?;
        Some((text.get(..open)?.trim_end(), text.get(open + 1..)?))
    });
    credit.is_some_and(|(before, credit)| {
        let names = rules::tokens(credit);
        let few = !before.is_empty() && names.len() <= 8 && word_count(before) <= CAPTION_WORDS;
        // `(Observer/R. Tull)`: a paper and a name, with a stroke between.
        let stroke = credit.split('/').count() == 2
            && credit.split('/').all(|part| part.starts_with(char::is_uppercase) && word_count(part) <= 3);
        // `Trucks at the ramp. (Tribune file photo)`: a photograph is named.
        let photo = names.iter().any(|word| PICTURES.contains(&word.as_str())) && word_count(before) <= TITLE_WORDS;
        let ended = before.ends_with(['.', '!', '?', '”', '"', '»']);
        few && (photo || !ended) && (photo || stroke || rules::names_a_credit(&names))
    })
}

struct Page<'a> {
    texts: &'a [&'a str],
    prose: Vec<bool>,
    /// `None` as long as nothing speaks against body.
    kinds: Vec<Option<Kind>>,
}

impl Page<'_> {
    fn is_open(&self, at: usize) -> bool {
        self.kinds.get(at) == Some(&None)
    }

    fn is_prose(&self, at: usize) -> bool {
        self.prose.get(at).copied().unwrap_or_default()
    }

    fn is_body(&self, at: usize) -> bool {
        self.is_open(at) && self.is_prose(at)
    }

    fn text(&self, at: usize) -> &str {
        self.texts.get(at).copied().unwrap_or_default()
    }

    fn words(&self, at: usize) -> usize {
        word_count(self.text(at))
    }

    fn set(&mut self, at: usize, kind: Kind) {
        if let Some(place) = self.kinds.get_mut(at) {
            *place = Some(kind);
        }
    }

    /// The paragraphs from the first that reads as body to the last.
    fn body(&self) -> Option<Range<usize>> {
        let first = (0..self.texts.len()).find(|at| self.is_body(*at))?;
        let last = (0..self.texts.len()).rev().find(|at| self.is_body(*at))?;
        Some(first..last + 1)
    }

    /// The last of the longest lines above the body that are no sentences; where a file has no body, none.
    fn title(&mut self) {
        if self.kinds.contains(&Some(Kind::Title)) {
            return;
        }
        let Some(body) = self.body() else { return };
        // Also where the title is a sentence of its own: the first line, and the body goes on with longer ones.
        let asks = |at: usize| self.text(at).ends_with(['?', '!']);
        let above = (0..body.start).chain(Some(body.start).filter(|at| asks(*at) && self.words(*at) <= HEADING_WORDS));
        let is_title = |at: &usize| {
            self.is_open(*at) && (2..=TITLE_WORDS).contains(&self.words(*at)) && !is_byline(self.text(*at))
        };
        if let Some(title) = above.filter(is_title).max_by_key(|at| (self.words(*at), std::cmp::Reverse(*at))) {
            self.set(title, Kind::Title);
        }
    }

    /// Above the body, or as the first line of it.
    fn byline(&mut self) {
        let above = self.body().map_or(0, |body| body.start);
        for at in 0..above {
            if self.is_open(at) && is_byline(self.text(at)) {
                self.set(at, Kind::Byline);
            }
        }
    }

    /// Rows of short lines that are no sentences.
    fn menus(&mut self) {
        let short = |page: &Self, at: usize| {
            !page.is_prose(at)
                && page.words(at) <= MENU_WORDS
                && !is_item(page.text(at))
                && (page.is_open(at) || page.kinds.get(at) == Some(&Some(Kind::Menu)))
        };
        let mut at = 0;
        while at < self.texts.len() {
            let end = (at..self.texts.len()).find(|next| !short(self, *next)).unwrap_or(self.texts.len());
            if end - at >= MENU_LINES {
                (at..end).for_each(|line| self.set(line, Kind::Menu));
            }
            at = end.max(at + 1);
        }
    }

    /// Paragraphs after the article that say who wrote it: they begin with the name of the byline, or follow what
    /// stands after an article, and say what somebody is.
    fn authors(&mut self) {
        let names = self.names();
        let end = self.body().map_or(0, |body| body.end);
        for at in self.texts.len() / 2..end {
            if !self.is_body(at) || !says_what_one_is(self.text(at)) {
                continue;
            }
            let begins = || names.iter().any(|name| self.text(at).starts_with(name.as_str()));
            let before = at.checked_sub(1).and_then(|at| self.kinds.get(at).copied().flatten());
            let after = || matches!(before, Some(Kind::Share | Kind::Author | Kind::Newsletter | Kind::Legal));
            if at + 1 == end || begins() || after() {
                self.set(at, Kind::Author);
            }
        }
    }

    /// The names in the bylines.
    fn names(&self) -> Vec<String> {
        let bylines = (0..self.texts.len()).filter(|at| self.kinds.get(*at) == Some(&Some(Kind::Byline)));
        bylines.filter_map(|at| name_in(self.text(at))).collect()
    }

    /// After the last paragraph of the body: a short line goes with the one before it, if that is no article. After
    /// readers' comments began, everything is theirs.
    fn foot(&mut self) {
        let Some(body) = self.body() else { return };
        let comments = (body.start..self.texts.len()).find(|at| self.begins_comments(*at));
        for at in body.start + 1..self.texts.len() {
            let before = at.checked_sub(1).and_then(|at| self.kinds.get(at).copied().flatten());
            let goes_with = before.filter(|kind| !kind.is_article() && *kind != Kind::Byline && *kind != Kind::Caption);
            let kind = match comments {
                Some(first) if at > first => Some(Kind::Comments),
                _ if at >= body.end && !self.is_prose(at) => goes_with,
                _ => None,
            };
            if let Some(kind) = kind.filter(|_| self.is_open(at)) {
                self.set(at, kind);
            }
        }
    }

    /// A line that opens the readers' part, with less of the text after it than before.
    fn begins_comments(&self, at: usize) -> bool {
        let length = |range: Range<usize>| range.map(|at| self.text(at).len()).sum::<usize>();
        let opens = self.kinds.get(at) == Some(&Some(Kind::Comments)) && self.words(at) <= 3;
        opens && length(at..self.texts.len()) < length(0..at)
    }

    /// Short lines inside the body that are no sentences, each before a paragraph.
    fn headings(&mut self) {
        let Some(body) = self.body() else { return };
        for at in body {
            if self.is_open(at) && self.reads_as_heading(at) && self.precedes_prose(at) {
                self.set(at, Kind::Heading);
            }
        }
    }

    /// A short line that is no sentence, or a question; no quotation and no item of a list.
    fn reads_as_heading(&self, at: usize) -> bool {
        let text = self.text(at);
        let short = (1..=HEADING_WORDS).contains(&self.words(at));
        let asks = text.ends_with(['?', '!']) && !text.contains(". ");
        let marked = text.starts_with(['“', '"', '«', '„', '‘', '-', '•', '*', '>'])
            || text.ends_with([',', ';', ':', '.', '”', '"', '»']);
        short && (asks || !self.is_prose(at)) && !marked
    }

    fn precedes_prose(&self, at: usize) -> bool {
        let next = (at + 1..self.texts.len()).find(|next| self.is_open(*next));
        next.is_some_and(|next| self.is_prose(next) && self.words(next) > HEADING_WORDS)
    }
}

/// An item of a list.
fn is_item(text: &str) -> bool {
    text.starts_with(['-', '*', '•', '–', '·', '|', '>']) || text.starts_with(|c: char| c.is_ascii_digit())
}

/// `By Ada Brook`; `Ada Brook, harbour correspondent`: a short line with names, and what its people are.
pub(crate) fn is_byline(text: &str) -> bool {
    let words = rules::tokens(text);
    if words.is_empty() || words.len() > BYLINE_WORDS || text.ends_with(['.', '?', '!', '”', '"']) {
        return false;
    }
    let by = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY ")).or_else(|| text.strip_prefix("by "));
    // `By our labour correspondent`, `From our diplomatic editor in Brae`, `Updates by the Skerry Radio newsroom`.
    let from = ["From our ", "from our ", "From the ", "Compiled by ", "Updates by "];
    let ours = by.is_some() || from.iter().any(|start| text.starts_with(start));
    // `(LNA/kre/ost)`: whose work it is, in letters.
    let letters = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).is_some_and(|text| text.contains('/'));
    // `Newsbench World Desk`.
    let capitals = || text.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    letters && words.len() <= SIGNED_WORDS
        || words.len() <= SIGNED_WORDS && capitals() && begins_with_name(text) && rules::names_a_role(&words)
        || by.is_some_and(begins_with_name)
        || (ours && rules::names_a_role(&words))
        || (begins_with_name(text) && text.contains([',', '|', '–', '-']) && rules::names_a_role(&words))
}

/// Two or more words in a row that begin with capitals, in the scripts that have them.
fn begins_with_name(text: &str) -> bool {
    name_in(text).is_some()
}

/// The name at the start: words with capitals, up to the first other word or comma.
fn name_in(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['—', '–', '-', ' ']);
    let text = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY ")).unwrap_or(text);
    let mut name: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_end_matches([',', '|', ';', ':']);
        let capital = bare.chars().next().is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
        if !capital {
            break;
        }
        name.push(bare);
        if bare.len() != word.len() {
            break;
        }
    }
    (name.len() >= 2).then(|| name.join(" "))
}

/// `Ada Brook is a correspondent based in ...`: a name, and before long what its bearer is.
fn says_what_one_is(text: &str) -> bool {
    let words = rules::tokens(text);
    let first = words.get(..words.len().min(16)).unwrap_or_default();
    name_in(text).is_some() && rules::names_a_role(first) && first.iter().any(|word| rules::is_what_one_does(word))
}
