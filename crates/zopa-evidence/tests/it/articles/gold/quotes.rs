//! Which bytes of a text lie between quotation marks? The scorer's own plain rule, a paragraph at a time: a mark that is
//! not closed runs to the end of its paragraph.

/// For every byte, whether it lies inside. `single`: the text quotes between single marks, and its apostrophes are told
/// from closing marks by what stands around them.
pub fn quoted(text: &str, single: bool) -> Vec<bool> {
    text.split_inclusive('\n').flat_map(|line| if single { by_single(line) } else { by_double(line) }).collect()
}

fn by_double(line: &str) -> Vec<bool> {
    let mut inside = false;
    let mut bytes = Vec::with_capacity(line.len());
    for sign in line.chars() {
        let mark = match sign {
            '“' | '„' | '«' => Some(true),
            '”' | '»' | '‟' => Some(false),
            '"' => Some(!inside),
            _ => None,
        };
        inside = mark.unwrap_or(inside);
        bytes.extend(std::iter::repeat_n(inside && mark.is_none(), sign.len_utf8()));
    }
    bytes
}

fn by_single(line: &str) -> Vec<bool> {
    let mut bytes = vec![false; line.len()];
    let mut from = 0;
    while let Some(open) = line[from..].find('‘').map(|at| from + at + '‘'.len_utf8()) {
        let next = line[open..].find('‘').map_or(line.len(), |at| open + at);
        let close = closing(line, open, next);
        bytes[open..close].fill(true);
        from = close;
    }
    bytes
}

/// The first mark that closes: none inside a word; none after an `s` before a small letter while another one follows.
fn closing(line: &str, open: usize, next: usize) -> usize {
    let ends = |at: &usize| !line[at + '’'.len_utf8()..].starts_with(char::is_alphanumeric);
    let marks: Vec<usize> = line[open..next].match_indices('’').map(|(at, _)| open + at).filter(ends).collect();
    let last = marks.last().copied().unwrap_or(next);
    let plural = |at: usize| {
        let behind = line[at + '’'.len_utf8()..].strip_prefix(' ');
        line[..at].ends_with('s') && behind.is_some_and(|rest| rest.starts_with(char::is_lowercase))
    };
    marks.into_iter().find(|at| !plural(*at) || *at == last).unwrap_or(next)
}

fn inside(text: &str, single: bool) -> String {
    let mask = quoted(text, single);
    text.char_indices().filter(|(at, _)| mask[*at]).map(|(_, sign)| sign).collect()
}

#[test]
fn double_marks_run_to_the_end_of_the_paragraph() {
    assert_eq!(inside("He: “one ‘two’.\n“three” four \"five\" six", false), "one ‘two’.\nthreefive");
}

#[test]
fn apostrophes_after_plurals_do_not_close() {
    let text =
        "It’s thin: ‘Our members’ boats and the ministers’ cars,’ she said of members’ boats. ‘Last year’s nets’.";
    assert_eq!(inside(text, true), "Our members’ boats and the ministers’ cars,Last year’s nets");
}
