//! Which part of a case stays at the desk, and what are its files without it?
//!
//! Private is
//! - a file of a private folder, with all that it holds;
//! - what a line `private` stands under: an item, a `said by`, an `option`, an `answer`;
//! - a source whose document lies in a private folder;
//! - a quote of a private source;
//! - what has words under it, and none but private ones: an item, a `said by`, an `option`, a field of a commitment.
//!   What is known from private words alone is itself private.
//!
//! The part is a list of whole rows, so that taking it out is an edit of the text, made before anything is worked out:
//! what is left reads as the same items, without those of the part. Comments right above and under them go with them.

use std::collections::{BTreeMap, BTreeSet};

use crate::ast::{Item, ItemKind, Quote, Saying};
use crate::lines::{Line, Lines, read};
use crate::span::{FileId, Span};
use crate::words::is_blank;
use crate::{SourceFile, Tree};

/// The folder whose files stay at the desk.
pub const FOLDER: &str = "private";

/// Rows of a file that stay at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Private {
    /// Whole rows.
    pub span: Span,
    /// Why they do.
    pub why: Why,
}

/// Why something is private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its file stands in a private folder.
    File,
    /// A line `private` stands under it.
    Marked,
    /// Its document lies in a private folder.
    Document,
    /// Its words are those of private sources, all of them.
    Words,
}

/// Does a path lead through a folder named `private`, however that is capitalised? `/` and `\` stand between the parts
/// of a path.
pub fn is_private_path(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| part.eq_ignore_ascii_case(FOLDER))
}

impl Tree {
    /// Why is this place private, if it is?
    pub fn why_private(&self, place: Span) -> Option<Why> {
        // In order, and none within another.
        let before = |row: &Private| (row.span.file, row.span.start) <= (place.file, place.start);
        let row = self.private.partition_point(before).checked_sub(1).and_then(|at| self.private.get(at))?;
        (row.span.file == place.file && place.end <= row.span.end).then_some(row.why)
    }
}

/// The private part of files; those from the number `from` on are private altogether.
pub(crate) fn part(files: &[SourceFile], items: &[Item], from: usize) -> Vec<Private> {
    let judge = Judge::of(items, from);
    let marks: Vec<(Span, Why)> = items.iter().flat_map(|item| judge.within(item)).collect();
    let mut part = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let id = FileId(u32::try_from(at).unwrap_or(u32::MAX));
        if at >= from {
            let span = Span { file: id, start: 0, end: u32::try_from(file.text.len()).unwrap_or(u32::MAX) };
            part.push(Private { span, why: Why::File });
            continue;
        }
        let mine: Vec<&(Span, Why)> = marks.iter().filter(|(span, _)| span.file == id).collect();
        if !mine.is_empty() {
            let lines = read(&file.text, id);
            part.extend(mine.into_iter().filter_map(|(span, why)| rows(&file.text, &lines, *span, *why)));
        }
    }
    part.sort_by_key(|row| row.span);
    part
}

fn source_name(item: &Item) -> Option<&str> {
    match &item.kind {
        ItemKind::Source(source) => Some(&source.name.text),
        _ => None,
    }
}

/// Says of items and lines whether they are private.
struct Judge<'a> {
    from: usize,
    sources: BTreeSet<&'a str>,
}

impl<'a> Judge<'a> {
    /// A source may be private because its own words are: who quotes private sources alone is one. Each quote is
    /// counted once, however long the chains of sources are.
    fn of(items: &'a [Item], from: usize) -> Judge<'a> {
        let mut judge = Judge { from, sources: BTreeSet::new() };
        let sources: Vec<(&str, &Item)> = items.iter().filter_map(|item| Some((source_name(item)?, item))).collect();
        let mut quoted_by: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, (_, item)) in sources.iter().enumerate() {
            item.quotes.iter().for_each(|quote| quoted_by.entry(&quote.source.text).or_default().push(at));
        }
        let mut open: Vec<usize> = sources.iter().map(|(_, item)| item.quotes.len()).collect();
        let mut next: Vec<&str> =
            sources.iter().filter(|(_, item)| judge.item(item).is_some()).map(|(name, _)| *name).collect();
        while let Some(name) = next.pop() {
            if !judge.sources.insert(name) {
                continue;
            }
            for at in quoted_by.get(name).into_iter().flatten() {
                let Some((open, (quoting, _))) = open.get_mut(*at).zip(sources.get(*at)) else { continue };
                *open -= 1;
                next.extend((*open == 0).then_some(*quoting));
            }
        }
        judge
    }

    fn item(&self, item: &Item) -> Option<Why> {
        if item.span.file.0 as usize >= self.from {
            return Some(Why::File);
        }
        if item.private.is_some() {
            return Some(Why::Marked);
        }
        if let ItemKind::Source(source) = &item.kind
            && source.document.as_ref().is_some_and(|document| is_private_path(&document.path))
        {
            return Some(Why::Document);
        }
        self.has_private_words_alone(item).then_some(Why::Words)
    }

    /// Has it words, and none but private ones? A claim that is told in sayings alone, each of them private, has.
    fn has_private_words_alone(&self, item: &Item) -> bool {
        let sayings = match &item.kind {
            ItemKind::Claim(claim) => claim.sayings.as_slice(),
            _ => &[],
        };
        let unmarked = sayings.iter().filter(|saying| saying.private.is_none()).flat_map(|saying| &saying.quotes);
        let fields = match &item.kind {
            ItemKind::Commitment { fields, .. } => fields.as_slice(),
            _ => &[],
        };
        // What the options of an issue rest on is theirs.
        let quotes = item.quotes.iter().chain(unmarked).chain(fields.iter().flat_map(|field| &field.quotes));
        let open: Vec<bool> = quotes.map(|quote| !self.quote(quote)).collect();
        let told = |saying: &Saying| self.line(saying.private, &saying.quotes).is_some();
        let sayings_private = !sayings.is_empty() && sayings.iter().all(told);
        !open.contains(&true) && (!open.is_empty() || sayings_private)
    }

    fn quote(&self, quote: &Quote) -> bool {
        self.sources.contains(quote.source.text.as_str())
    }

    /// A line with what is under it.
    fn line(&self, mark: Option<Span>, quotes: &[Quote]) -> Option<Why> {
        match mark {
            Some(_) => Some(Why::Marked),
            None => (!quotes.is_empty() && quotes.iter().all(|quote| self.quote(quote))).then_some(Why::Words),
        }
    }

    /// What of an item is private: all of it, or some of its lines, each by a place in it.
    fn within(&self, item: &Item) -> Vec<(Span, Why)> {
        if let Some(why) = self.item(item) {
            return vec![(item.span, why)];
        }
        let mut rows = self.quotes(&item.quotes);
        let mut owner = |place: Span, mark: Option<Span>, quotes: &[Quote]| match self.line(mark, quotes) {
            Some(why) => rows.push((place, why)),
            None => rows.extend(self.quotes(quotes)),
        };
        match &item.kind {
            ItemKind::Claim(claim) => claim.sayings.iter().for_each(|row| owner(row.span, row.private, &row.quotes)),
            ItemKind::Issue { options, .. } => {
                options.iter().for_each(|row| owner(row.name.span, row.private, &row.quotes));
            }
            ItemKind::Question { answers, .. } => answers.iter().for_each(|row| owner(row.name.span, row.private, &[])),
            ItemKind::Commitment { fields, .. } => fields.iter().for_each(|row| owner(row.span, None, &row.quotes)),
            _ => {}
        }
        rows
    }

    fn quotes(&self, quotes: &[Quote]) -> Vec<(Span, Why)> {
        quotes.iter().filter(|quote| self.quote(quote)).map(|quote| (quote.span, Why::Words)).collect()
    }
}

/// The rows of the line at a place and of all that is under it, up to the next line that is not, with the comments
/// right above.
fn rows(text: &str, lines: &Lines, place: Span, why: Why) -> Option<Private> {
    let at = lines.lines.partition_point(|line| line.start <= place.start).checked_sub(1)?;
    let line = lines.lines.get(at)?;
    let mut after = lines.lines.iter().skip(at + 1);
    let next = after.find(|next| next.indent <= line.indent);
    let end = next.map_or(text.len(), |next| row_start(text, next.start as usize));
    let above = at.checked_sub(1).and_then(|above| lines.lines.get(above));
    let start = over_comments(text, above, row_start(text, line.start as usize));
    let number = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Some(Private { span: Span { file: place.file, start: number(start), end: number(end) }, why })
}

/// The first byte of the comments that stand right above a row, not beyond the line above them.
fn over_comments(text: &str, above: Option<&Line>, row: usize) -> usize {
    let mut start = row;
    while let Some(before) = start.checked_sub(1) {
        let up = row_start(text, before);
        let comment = text.get(up..start).unwrap_or_default().trim_start_matches(is_blank).starts_with('#');
        if !comment || above.is_some_and(|line| (line.end as usize) > up) {
            break;
        }
        start = up;
    }
    start
}

fn row_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |feed| feed + 1)
}

/// A file without its private part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// What is left: whole rows of the file.
    pub text: String,
    /// What is gone, as ranges of bytes of the file as it was, in order, none touching another.
    gone: Vec<(u32, u32)>,
}

impl Cut {
    fn of(text: &str, part: impl Iterator<Item = Span>) -> Cut {
        let mut cut = Cut::default();
        let mut kept = 0;
        for span in part {
            let start = span.start.max(kept);
            cut.text.push_str(text.get(kept as usize..start as usize).unwrap_or_default());
            kept = kept.max(span.end);
            match cut.gone.last_mut() {
                Some((_, end)) if *end == start => *end = kept,
                _ => cut.gone.push((start, kept)),
            }
        }
        cut.text.push_str(text.get(kept as usize..).unwrap_or_default());
        cut
    }

    /// Where a byte of what is left stands in the file as it was.
    pub fn before(&self, offset: u32) -> u32 {
        let over = |at: u32, (start, end): &(u32, u32)| if at >= *start { at + (end - start) } else { at };
        self.gone.iter().fold(offset, over)
    }

    /// Is anything gone?
    pub fn is_shorter(&self) -> bool {
        self.gone.iter().any(|(start, end)| end > start)
    }
}

/// Files without their private part, in the same order.
pub fn without(files: &[SourceFile], private: &[Private]) -> Vec<Cut> {
    let of = |(at, file): (usize, &SourceFile)| {
        let mine = private.iter().map(|row| row.span).filter(|span| span.file.0 as usize == at);
        Cut::of(&file.text, mine)
    };
    files.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn left(text: &str) -> String {
        let files = [SourceFile { path: "case.zopa".to_owned(), text: text.to_owned() }];
        let tree = parse(&files);
        assert_eq!(tree.diagnostics, []);
        without(&files, &tree.private).remove(0).text
    }

    #[test]
    fn a_marked_item_goes_with_its_comments_and_nothing_else() {
        let text = "party a \"A\"\n\n# who told us\n# and when\nclaim c \"C\" # told\n  private\n  a seeks x = y\n  # more\n\n\
                    party b \"B\"\n  quote r > one\n    two\n";
        assert_eq!(left(text), "party a \"A\"\n\nparty b \"B\"\n  quote r > one\n    two\n");
    }

    #[test]
    fn a_private_source_takes_its_words_with_it_and_what_has_no_others() {
        let text = "source s \"S\"\n  document private/s.txt\nsource r \"R\"\n\
                    claim both \"B\"\n  a seeks x\n  said by a\n    quote s > secret\n      and more\n  said by b\n    quote r > open\n\
                    claim none \"N\"\n  a seeks x\n  quote s > secret\n\
                    claim bare \"E\"\n  a seeks x\n";
        let expected = "source r \"R\"\nclaim both \"B\"\n  a seeks x\n  said by b\n    quote r > open\nclaim bare \"E\"\n  a seeks x\n";
        assert_eq!(left(text), expected);
        assert_eq!(left(expected), expected);
    }

    #[test]
    fn a_source_that_rests_on_private_words_alone_is_private_and_so_are_its_own() {
        let text = "source a \"A\"\n  quote b > x\nsource b \"B\"\n  quote c > y\nsource c \"C\"\n  private\nclaim k \"K\"\n  quote a > z\n";
        assert_eq!(left(text), "");
    }

    #[test]
    fn a_saying_an_option_and_an_answer_can_be_marked() {
        let text = "issue i \"I\"\n  option x\n  option y\n    private\nquestion q \"Q\"\n  answer a holds c\n  answer b\n    private\n  answer d\n\
                    claim c \"C\"\n  said by p\n    private\n  said by q\n";
        let expected =
            "issue i \"I\"\n  option x\nquestion q \"Q\"\n  answer a holds c\n  answer d\nclaim c \"C\"\n  said by q\n";
        assert_eq!(left(text), expected);
    }

    #[test]
    fn a_mark_that_slips_is_told() {
        for text in [
            "claim c \"C\"\n  quote r > words\n    private\n",
            "claim c \"C\"\nprivate\n",
            "claim c \"C\"\n  privat\n",
            "claim c \"C\"\n  Private\n",
            "claim c \"C\"\n  private please\n",
            "case \"C\"\n  private\n",
        ] {
            let files = [SourceFile { path: String::new(), text: text.to_owned() }];
            assert_eq!(parse(&files).diagnostics.len(), 1, "{text}: {:?}", parse(&files).diagnostics);
        }
    }

    #[test]
    fn a_place_is_found_again_in_the_file_as_it_was() {
        let text = "party a \"A\"\nclaim c \"C\"\n  private\nparty b \"B\"\nclaim d \"D\"\n  private\nparty e \"E\"\n";
        let files = [SourceFile { path: String::new(), text: text.to_owned() }];
        let cut = without(&files, &parse(&files).private).remove(0);
        for (at, c) in cut.text.char_indices() {
            assert_eq!(text[cut.before(at as u32) as usize..].chars().next(), Some(c));
        }
    }

    #[test]
    fn a_private_folder_is_known_wherever_it_stands_in_a_path() {
        for path in ["private/a.txt", "./Private/a.txt", "documents/private/a", "documents\\..\\PRIVATE\\a", "private"]
        {
            assert!(is_private_path(path), "{path}");
        }
        for path in ["documents/a.txt", "documents/private.txt", "privately/a"] {
            assert!(!is_private_path(path), "{path}");
        }
    }
}
