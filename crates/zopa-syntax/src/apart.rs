//! Which parts of a case can an answer be made without, and what are its files then?
//!
//! A part is a list of whole rows, so that taking it out is an edit of the text, made before anything is worked out:
//! what is left reads as the same items, without those of the part. Comments right above and under them go with them.

use crate::ast::Item;
use crate::lines::{Line, Lines, read};
use crate::private::Judge;
use crate::span::{FileId, Span};
use crate::words::is_blank;
use crate::{SourceFile, Tree};

/// A part that an answer can be made without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What stays at the desk.
    Private,
    /// What nobody has accepted yet.
    Unconfirmed,
}

impl Part {
    /// The line that marks it.
    pub fn word(self) -> &'static str {
        match self {
            Part::Private => "private",
            Part::Unconfirmed => "unconfirmed",
        }
    }
}

/// Rows of a file that belong to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apart {
    /// Whole rows.
    pub span: Span,
    /// Why they do.
    pub why: Why,
}

/// Why something belongs to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Private: its file stands in a private folder.
    File,
    /// Private: a line `private` stands under it.
    Marked,
    /// Private: its document lies in a private folder.
    Document,
    /// Private: its words are those of private sources, all of them.
    Words,
    /// Unconfirmed: a line `unconfirmed` stands under it.
    Unconfirmed,
}

impl Why {
    /// The part.
    pub fn part(self) -> Part {
        match self {
            Why::File | Why::Marked | Why::Document | Why::Words => Part::Private,
            Why::Unconfirmed => Part::Unconfirmed,
        }
    }
}

impl Tree {
    /// Why does this place belong to the part, if it does?
    pub fn why(&self, part: Part, place: Span) -> Option<Why> {
        // In order, and none within another of its part.
        let before = |row: &Apart| (row.span.file, row.span.start) <= (place.file, place.start);
        let rows = self.apart.get(..self.apart.partition_point(before))?;
        let row = rows.iter().rfind(|row| row.why.part() == part)?;
        (row.span.file == place.file && place.end <= row.span.end).then_some(row.why)
    }

    /// Is there anything of the part?
    pub fn has(&self, part: Part) -> bool {
        self.apart.iter().any(|row| row.why.part() == part)
    }
}

/// The parts of files; those from the number `private_from` on are private altogether.
pub(crate) fn parts(files: &[SourceFile], items: &[Item], private_from: usize) -> Vec<Apart> {
    let judge = Judge::of(items, private_from);
    let unconfirmed = |item: &Item| item.unconfirmed.is_some().then_some((item.span, Why::Unconfirmed));
    let marks: Vec<(Span, Why)> =
        items.iter().flat_map(|item| judge.within(item).into_iter().chain(unconfirmed(item))).collect();
    let mut apart = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let id = FileId(u32::try_from(at).unwrap_or(u32::MAX));
        if at >= private_from {
            let span = Span { file: id, start: 0, end: u32::try_from(file.text.len()).unwrap_or(u32::MAX) };
            apart.push(Apart { span, why: Why::File });
        }
        let mine: Vec<&(Span, Why)> = marks.iter().filter(|(span, why)| span.file == id && *why != Why::File).collect();
        if !mine.is_empty() {
            let lines = read(&file.text, id);
            apart.extend(mine.into_iter().filter_map(|(span, why)| rows(&file.text, &lines, *span, *why)));
        }
    }
    apart.sort_by_key(|row| row.span);
    apart
}

/// The rows of the line at a place and of all that is under it, up to the next line that is not, with the comments
/// right above.
fn rows(text: &str, lines: &Lines, place: Span, why: Why) -> Option<Apart> {
    let at = lines.lines.partition_point(|line| line.start <= place.start).checked_sub(1)?;
    let line = lines.lines.get(at)?;
    let mut after = lines.lines.iter().skip(at + 1);
    let next = after.find(|next| next.indent <= line.indent);
    let end = next.map_or(text.len(), |next| row_start(text, next.start as usize));
    let above = at.checked_sub(1).and_then(|above| lines.lines.get(above));
    let start = over_comments(text, above, row_start(text, line.start as usize));
    let number = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Some(Apart { span: Span { file: place.file, start: number(start), end: number(end) }, why })
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

/// A file without some part.
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

/// Files without these parts, in the same order.
pub fn without(files: &[SourceFile], tree: &Tree, parts: &[Part]) -> Vec<Cut> {
    let of = |(at, file): (usize, &SourceFile)| {
        let gone = tree.apart.iter().filter(|row| parts.contains(&row.why.part()));
        Cut::of(&file.text, gone.map(|row| row.span).filter(|span| span.file.0 as usize == at))
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
        without(&files, &tree, &[Part::Private]).remove(0).text
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
            "claim c \"C\"\n  unconfirmd\n",
            "claim c \"C\"\n  unconfirmed yet\n",
            "claim c \"C\"\n  unconfirmed\n  unconfirmed\n",
            "claim c \"C\"\n  rejected\n",
            "claim c \"C\"\n  rejected > no\n  rejected > nor\n",
            "claim c \"C\"\n  rejected > no\n  unconfirmed\n",
            "suppose c \"C\"\n  unconfirmed\n",
            "person p \"P\" of a\n  rejected > no\n",
            "party p \"P\"\n  unconfirmed\n",
        ] {
            let files = [SourceFile { path: String::new(), text: text.to_owned() }];
            assert_eq!(parse(&files).diagnostics.len(), 1, "{text}: {:?}", parse(&files).diagnostics);
        }
    }

    #[test]
    fn what_waits_goes_and_what_was_rejected_stays() {
        let text = "party a \"A\"\nperson p \"P\" of a\n  unconfirmed\n# seen by machine\nclaim c \"C\"\n  unconfirmed\n  said by p\n    quote s > x\n\
                    claim d \"D\"\n  rejected > it is not so\nsource s \"S\"\n  unconfirmed\n  document private/s.txt\n";
        let files = [SourceFile { path: String::new(), text: text.to_owned() }];
        let tree = parse(&files);
        assert_eq!(tree.diagnostics, []);
        let left = |parts: &[Part]| without(&files, &tree, parts).remove(0).text;
        assert_eq!(left(&[Part::Unconfirmed]), "party a \"A\"\nclaim d \"D\"\n  rejected > it is not so\n");
        assert_eq!(
            left(&[Part::Private]),
            text.replace("# seen by machine\nclaim c \"C\"\n  unconfirmed\n  said by p\n    quote s > x\n", "")
                .replace("source s \"S\"\n  unconfirmed\n  document private/s.txt\n", "")
        );
        assert_eq!(left(&[Part::Private, Part::Unconfirmed]), left(&[Part::Unconfirmed]));
        let why = |part| tree.items.iter().map(|item| tree.why(part, item.span)).collect::<Vec<_>>();
        assert_eq!(
            why(Part::Unconfirmed),
            [None, Some(Why::Unconfirmed), Some(Why::Unconfirmed), None, Some(Why::Unconfirmed)]
        );
        assert_eq!(why(Part::Private), [None, None, Some(Why::Words), None, Some(Why::Document)]);
    }

    #[test]
    fn a_place_is_found_again_in_the_file_as_it_was() {
        let text = "party a \"A\"\nclaim c \"C\"\n  private\nparty b \"B\"\nclaim d \"D\"\n  private\nparty e \"E\"\n";
        let files = [SourceFile { path: String::new(), text: text.to_owned() }];
        let cut = without(&files, &parse(&files), &[Part::Private]).remove(0);
        for (at, c) in cut.text.char_indices() {
            assert_eq!(text[cut.before(at as u32) as usize..].chars().next(), Some(c));
        }
    }
}
