//! Which lines of a PDF are one paragraph, and which stand in the margins of its pages?

use std::collections::BTreeMap;

use super::lines::Line;
use crate::block::{Kind, LeftOut};

/// Lines that stand at the top or the foot of a page, at most, on each side.
const MARGIN_LINES: usize = 3;

/// Words at the same place of so many pages belong to the margin.
const REPEATED: usize = 3;

/// A gap between lines that is larger than the usual one by this parts paragraphs.
const WIDER: f64 = 1.35;

/// Lines of one paragraph are hardly further apart than this times their size.
const LEADING_MOST: f64 = 1.6;

/// A line that is larger than the others by this is a heading.
const LARGER: f64 = 1.12;

/// A heading has no more characters.
const HEADING_MOST: usize = 200;

/// A paragraph as it is read: words, and what its look says it is.
#[derive(Debug)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    pub(crate) kind: Option<Kind>,
}

/// Takes what is repeated on the pages out of them.
pub(crate) fn take_margins(pages: &mut [Vec<Line>]) -> Vec<LeftOut> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let mut shapes: Vec<String> =
            at_edges(page).into_iter().filter_map(|at| Some(shape(&page.get(at)?.text))).collect();
        shapes.sort_unstable();
        shapes.dedup();
        shapes.into_iter().for_each(|shape| *seen.entry(shape).or_default() += 1);
    }
    let repeated = |line: &Line| {
        is_number(&line.text)
            || (has_words(&line.text) && seen.get(&shape(&line.text)).is_some_and(|times| *times >= REPEATED))
    };
    pages.iter_mut().flat_map(|page| without_margins(page, &repeated)).collect()
}

/// Takes the first lines of a page and the last ones, as it is seen, if they are repeated and stand apart from the rest.
fn without_margins(page: &mut Vec<Line>, repeated: &impl Fn(&Line) -> bool) -> Vec<LeftOut> {
    let order = from_top(page);
    // Where a page has few lines, they say little about how far apart lines stand.
    let largest = page.iter().map(|line| line.size).fold(0.0, f64::max);
    let gap = usual_gap(page).min(largest * LEADING_MOST);
    let margin = |order: Vec<usize>| {
        let lines: Vec<&Line> = order.iter().filter_map(|at| page.get(*at)).collect();
        let apart = |end: &usize| match (lines.get(*end - 1), lines.get(*end)) {
            (Some(line), Some(next)) => (line.height - next.height).abs() > gap * WIDER,
            _ => true,
        };
        let run = lines.iter().take(MARGIN_LINES).take_while(|line| repeated(line)).count();
        let end = (1..=run).find(apart).unwrap_or_default();
        order.into_iter().take(end).collect::<Vec<usize>>()
    };
    let upward = order.iter().rev().copied().collect();
    let gone: Vec<usize> = [margin(order), margin(upward)].concat();
    let mut at = 0..;
    let (margins, kept): (Vec<Line>, Vec<Line>) =
        page.drain(..).partition(|_| at.next().is_some_and(|at| gone.contains(&at)));
    *page = kept;
    margins.into_iter().map(|line| LeftOut { kind: Kind::Margin, words: line.text, at: 0, in_text: false }).collect()
}

/// The numbers of the lines of a page, the highest first.
fn from_top(page: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    let height = |at: &usize| page.get(*at).map_or(0.0, |line| line.height);
    order.sort_by(|a, b| height(b).total_cmp(&height(a)));
    order
}

/// The highest and the lowest lines of a page.
fn at_edges(page: &[Line]) -> Vec<usize> {
    let order = from_top(page);
    let last = order.len().saturating_sub(MARGIN_LINES);
    let edges = order.iter().take(MARGIN_LINES).chain(order.iter().skip(last.max(MARGIN_LINES)));
    edges.copied().collect()
}

/// The words with every number alike.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars() {
        let c = if c.is_numeric() { '#' } else { c };
        if c != '#' || !shape.ends_with('#') {
            shape.push(c);
        }
    }
    shape
}

/// Rows of a table are alike when their numbers are set aside.
fn has_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 3
}

/// The number of a page: nothing but digits and marks, or few words with them.
fn is_number(text: &str) -> bool {
    let shape = shape(text);
    let bare: String = shape.chars().filter(|c| c.is_alphanumeric() || *c == '#').collect();
    bare == "#" || matches!(bare.to_lowercase().as_str(), "page#" | "page#of#" | "#of#" | "##")
}

/// The lines of all pages, as paragraphs.
pub(crate) fn paragraphs(pages: &[Vec<Line>]) -> Vec<Paragraph> {
    let body = usual_size(pages);
    let joins = Joins::of(pages);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<&Line> = None;
    for page in pages {
        let gap = usual_gap(page);
        let width = page.iter().map(|line| line.to - line.from).fold(0.0, f64::max);
        for (at, line) in page.iter().enumerate() {
            let goes_on = before.is_some_and(|before| match at {
                0 => goes_over(before, line),
                _ => is_next(before, line, gap, width),
            });
            match paragraphs.last_mut() {
                Some(paragraph) if goes_on => joins.add(&mut paragraph.text, &line.text),
                _ => paragraphs.push(Paragraph { text: line.text.clone(), kind: by_size(line, body) }),
            }
            before = Some(line);
        }
    }
    title_first(&mut paragraphs);
    paragraphs
}

fn by_size(line: &Line, body: f64) -> Option<Kind> {
    (line.size > body * LARGER && line.text.chars().count() <= HEADING_MOST).then_some(Kind::Heading)
}

/// The first heading before anything else is the title.
fn title_first(paragraphs: &mut [Paragraph]) {
    let first = paragraphs.iter_mut().take(4).find(|paragraph| paragraph.kind.is_some());
    first.into_iter().for_each(|paragraph| paragraph.kind = Some(Kind::Title));
}

/// The size of most characters.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let mut sizes: BTreeMap<u64, usize> = BTreeMap::new();
    for line in pages.iter().flatten() {
        *sizes.entry((line.size * 4.0).round().clamp(0.0, 1e9) as u64).or_default() += line.text.len();
    }
    let most = sizes.iter().max_by_key(|(size, characters)| (**characters, std::cmp::Reverse(**size)));
    most.map_or(0.0, |(size, _)| *size as f64 / 4.0)
}

/// How far lines of a page stand apart in the middle of their order.
fn usual_gap(page: &[Line]) -> f64 {
    let gaps = page.iter().zip(page.iter().skip(1)).map(|(above, below)| above.height - below.height);
    let mut gaps: Vec<f64> = gaps.filter(|gap| *gap > 0.1).collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 3).copied().unwrap_or_default()
}

/// Does a line go on where the one above it left off?
fn is_next(above: &Line, line: &Line, gap: f64, width: f64) -> bool {
    let down = above.height - line.height;
    let same_size = (above.size - line.size).abs() < 0.1 * above.size.max(0.1);
    // A new column, or something shown beside the text.
    if down < 0.1 || !same_size {
        return goes_over(above, line) && same_size && down < 0.1;
    }
    let near = down < gap * WIDER + 0.1;
    let indented = line.from - above.from > 0.7 * line.size && line.from - above.from < 6.0 * line.size;
    let short = above.to < above.from + width * 0.85 && ends_sentence(&above.text);
    near && !short && !(indented && ends_sentence(&above.text))
}

/// Does a sentence go on at the top of the next page or column?
fn goes_over(before: &Line, line: &Line) -> bool {
    let goes_on =
        line.text.chars().next().is_some_and(|c| c.is_lowercase() || (c.is_alphabetic() && !c.is_uppercase()));
    !ends_sentence(&before.text) && goes_on
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '“']);
    bare.ends_with(['.', '!', '?', '…', ':', ';', '。', '؟'])
}

/// How words that a line's end broke are put together.
struct Joins {
    /// Words with a hyphen inside, and words without, as they stand inside lines.
    hyphened: std::collections::BTreeSet<String>,
    plain: std::collections::BTreeSet<String>,
}

impl Joins {
    fn of(pages: &[Vec<Line>]) -> Self {
        let mut joins = Self { hyphened: Default::default(), plain: Default::default() };
        for word in pages.iter().flatten().flat_map(|line| line.text.split_whitespace()) {
            let word = bare(word);
            if word.contains('-') {
                joins.hyphened.insert(word)
            } else {
                joins.plain.insert(word)
            };
        }
        joins
    }

    /// Adds a line. A word that was broken with a hyphen is written as it is elsewhere in the document; where it is
    /// nowhere else, the hyphen becomes a soft one, which makes no difference where words are compared.
    fn add(&self, text: &mut String, line: &str) {
        let broken = text.ends_with(['-', '\u{2010}', '\u{ad}']) && line.chars().next().is_some_and(char::is_lowercase);
        let after_letter = text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        if !broken || !after_letter {
            if !text.ends_with(['-', '\u{2010}', '–', '—'])
                || text.ends_with(" -")
                || text.ends_with(" –")
                || text.ends_with(" —")
            {
                text.push(' ');
            }
            text.push_str(line);
            return;
        }
        text.pop();
        let first = text.split_whitespace().next_back().unwrap_or_default();
        let second = line.split_whitespace().next().unwrap_or_default();
        let mark = if self.hyphened.contains(&bare(&format!("{first}-{second}"))) {
            "-"
        } else if self.plain.contains(&bare(&format!("{first}{second}"))) {
            ""
        } else {
            "\u{ad}"
        };
        text.push_str(mark);
        text.push_str(line);
    }
}

/// A word in small letters, without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
