//! Does a character stand in a case file that nobody sees? It can make two names look alike, or a line read in another
//! order than it is written.
//!
//! Told: the marks that embed, override and isolate a direction (U+202A to U+202E, U+2066 to U+2069); spaces and joiners of
//! no width (U+200B, U+2060, U+FEFF but at the start of a file); joiners and direction marks (U+200C to U+200F, U+061C)
//! where no letter of a script beside them, or in their line, has a use for them; tags (U+E0000 and on).

use zopa_syntax::{Diagnostic, FileId, SourceFile, Span};

/// Lines of one file that are told of one by one, at most.
const LINES: usize = 100;

/// One warning for each line with such a character.
pub fn hidden(files: &[SourceFile]) -> Vec<Diagnostic> {
    let ids = (0u32..).map(FileId);
    files.iter().zip(ids).flat_map(|(file, id)| in_file(&file.text, id)).collect()
}

fn in_file(text: &str, file: FileId) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        told.extend(in_line(line, start, file));
        start += line.len();
        if told.len() >= LINES {
            break;
        }
    }
    told
}

fn in_line(line: &str, start: usize, file: FileId) -> Option<Diagnostic> {
    // Nothing that is looked for is ASCII.
    if line.is_ascii() {
        return None;
    }
    let found: Vec<(usize, char, &str)> = line
        .char_indices()
        .filter(|(at, c)| !(start + at == 0 && *c == '\u{feff}'))
        .filter_map(|(at, c)| Some((at, c, name(c).filter(|_| !is_of_use(line, at, c))?)))
        .collect();
    let (at, c, name) = found.first().copied()?;
    let more = match found.len() - 1 {
        0 => String::new(),
        1 => ", and one more like it in this line".to_owned(),
        n => format!(", and {n} more like it in this line"),
    };
    let place = match (word_before(line, at), word_after(line, at + c.len_utf8())) {
        ("", "") => String::new(),
        ("", after) => format!(" before `{after}`"),
        (before, "") => format!(" after `{before}`"),
        (before, after) => format!(" between `{before}` and `{after}`"),
    };
    let message = format!("U+{:04X}, {name}, stands unseen{place}{more}", u32::from(c));
    let help = "delete it; if a quote has it from its document, the quote is found without it too";
    let span = Span { file, start: (start + at) as u32, end: (start + at + c.len_utf8()) as u32 };
    Some(Diagnostic::warning("hidden-character", span, message, help).labelled("here"))
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{200b}' => "a space of no width",
        '\u{200c}' => "a non-joiner of no width",
        '\u{200d}' => "a joiner of no width",
        '\u{200e}' => "a left-to-right mark",
        '\u{200f}' => "a right-to-left mark",
        '\u{61c}' => "an Arabic letter mark",
        '\u{202a}' => "the start of left-to-right text",
        '\u{202b}' => "the start of right-to-left text",
        '\u{202c}' => "the end of a change of direction",
        '\u{202d}' => "an override to left-to-right",
        '\u{202e}' => "an override to right-to-left",
        '\u{2060}' => "a word joiner of no width",
        '\u{2066}' => "the start of a left-to-right isolate",
        '\u{2067}' => "the start of a right-to-left isolate",
        '\u{2068}' => "the start of an isolate",
        '\u{2069}' => "the end of an isolate",
        '\u{feff}' => "a byte order mark",
        '\u{e0000}'..='\u{e007f}' => "a tag",
        _ => return None,
    })
}

/// Joiners shape the letters of Arabic and of India's scripts, and emoji; marks order a line in which letters run from
/// right to left.
fn is_of_use(line: &str, at: usize, c: char) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => {
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            before.is_some_and(|before| is_right_to_left(before) || is_of_india(before) || is_picture(before))
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' => line.chars().any(is_right_to_left),
        _ => false,
    }
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours; presentation forms; historic scripts.
fn is_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The scripts of India and its neighbours, with their signs.
fn is_of_india(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1800}'..='\u{18af}')
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

fn word_before(line: &str, at: usize) -> &str {
    let before = line.get(..at).unwrap_or_default();
    before.rsplit(is_no_letter).next().unwrap_or_default()
}

fn word_after(line: &str, at: usize) -> &str {
    let after = line.get(at..).unwrap_or_default();
    after.split(is_no_letter).next().unwrap_or_default()
}

fn is_no_letter(c: char) -> bool {
    !c.is_alphanumeric()
}
