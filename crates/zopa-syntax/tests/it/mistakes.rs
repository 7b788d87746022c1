//! Single mistakes, planted one at a time at every place where they can be made: each gives one message, on its line.

use crate::{SAMPLE, read, told};
use zopa_syntax::Places;
use zopa_syntax::keywords::{ITEMS, LINES, VERBS};

/// One mistake: its kind, the line it is made on (from 1), the text with it.
struct Mistake {
    kind: &'static str,
    line: usize,
    text: String,
}

fn is_keyword(word: &str) -> bool {
    let lines = LINES.iter().flat_map(|form| form.words.split(' '));
    let verbs = VERBS.iter().flat_map(|form| [form.one, form.several]);
    lines.chain(verbs).chain(ITEMS.iter().map(|form| form.word)).any(|known| known == word)
}

/// The file with one line changed.
fn with(lines: &[&str], at: usize, line: &str) -> String {
    let mut lines = lines.to_vec();
    lines[at] = line;
    lines.join("\n") + "\n"
}

fn swapped(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    let at = (1..letters.len().saturating_sub(1)).find(|&at| letters[at] != letters[at + 1])?;
    letters.swap(at, at + 1);
    let swapped: String = letters.into_iter().collect();
    (!is_keyword(&swapped)).then_some(swapped)
}

fn without_last(word: &str) -> Option<String> {
    let mut word = word.to_owned();
    word.pop();
    (word.len() > 2 && !is_keyword(&word)).then_some(word)
}

fn words_of(line: &str) -> Vec<&str> {
    let code = line.split('>').next().unwrap();
    let outside: Vec<&str> = code.split('"').step_by(2).collect();
    outside.into_iter().flat_map(str::split_whitespace).collect()
}

fn plant(text: &str) -> Vec<Mistake> {
    let lines: Vec<&str> = text.lines().collect();
    let mut planted = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let is_prose_row = at > 0 && lines[at - 1].contains('>') && indent(line) > indent(lines[at - 1]);
        if line.trim().is_empty() || line.starts_with('#') || is_prose_row {
            continue;
        }
        let mut add = |kind, changed: String| {
            planted.push(Mistake { kind, line: at + 1, text: with(&lines, at, &changed) });
        };
        misspell(line, &mut add);
        lose_signs(line, &mut add);
        shift(line, &lines, at, &mut add);
    }
    planted
}

fn misspell(line: &str, add: &mut impl FnMut(&'static str, String)) {
    let indent = &line[..indent(line)];
    let words = words_of(line);
    let verb = words.iter().position(|word| VERBS.iter().any(|form| form.one == *word));
    for at in [Some(0), verb.filter(|&at| at > 0)].into_iter().flatten() {
        if !is_keyword(words[at]) {
            continue;
        }
        for wrong in [swapped(words[at]), without_last(words[at])].into_iter().flatten() {
            let changed = line.trim_start().replacen(words[at], &wrong, 1);
            add("misspelt keyword", format!("{indent}{changed}"));
        }
    }
}

fn lose_signs(line: &str, add: &mut impl FnMut(&'static str, String)) {
    let prose = line.find('>').unwrap_or(line.len());
    for (at, sign) in line.char_indices().filter(|(at, _)| *at <= prose) {
        let in_text = line[..at].matches('"').count() % 2 == 1;
        let kind = match sign {
            '"' => "lost quotation mark",
            '(' | ')' | '{' | '}' if !in_text => "lost bracket",
            '=' if !in_text => "lost equals",
            ',' if !in_text => "lost comma",
            '>' if !in_text => "lost >",
            _ => continue,
        };
        add(kind, format!("{}{}", &line[..at], &line[at + 1..]));
    }
    if !line.contains('>') {
        add("comma at the end", format!("{line},"));
        add("words at the end", format!("{line} too much"));
        add("and at the end", format!("{line} and"));
        add("bracket at the end", format!("{line})"));
        add("prose at the end", format!("{line} > words"));
    }
    for word in ["of", "by", "with", "as", "over", "to"] {
        if let Some((before, after)) = line[..prose].split_once(&format!(" {word} ")) {
            add("lost word", format!("{before} {after}{}", &line[prose..]));
        }
    }
}

fn shift(line: &str, lines: &[&str], at: usize, add: &mut impl FnMut(&'static str, String)) {
    let depth = indent(line);
    let first = at == 0 || lines[..at].iter().all(|line| line.is_empty() || line.starts_with('#'));
    add("indented", format!("  {line}"));
    if depth > 0 {
        add("moved to the margin", line.trim_start().to_owned());
    } else if !first {
        add("indented deeper", format!("    {line}"));
    }
    if depth > 2 {
        add("indented less", line[2..].to_owned());
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// What one mistake did: `None` if it gave exactly one message, on its line.
fn outcome(mistake: &Mistake) -> Option<String> {
    let tree = read(&mistake.text);
    let places = Places::of(&mistake.text);
    let lines: Vec<u32> = tree.diagnostics.iter().map(|told| places.place(told.primary.span.start).line).collect();
    if lines == [mistake.line as u32] {
        return None;
    }
    let messages: String =
        tree.diagnostics.iter().map(|message| format!("    {}\n", told(&mistake.text, message))).collect();
    Some(format!("{}\n{messages}", shown(mistake)))
}

fn shown(mistake: &Mistake) -> String {
    let line = mistake.text.lines().nth(mistake.line - 1).unwrap();
    format!("{} at {}: {line}", mistake.kind, mistake.line)
}

#[test]
fn one_mistake_gives_one_message_on_its_line() {
    let planted = plant(SAMPLE);
    let missed: Vec<String> = planted.iter().filter_map(outcome).collect();
    assert!(planted.len() > 500, "{}", planted.len());
    // What is left: words lost inside a title, quotes moved to where they may stand, too.
    assert!(missed.len() * 50 <= planted.len(), "{} of {}\n{}", missed.len(), planted.len(), missed.join("\n"));
}

/// `ZOPA_MISTAKES=path/to/case.zopa cargo test -p zopa-syntax -- --nocapture measured` tries another case.
#[test]
fn mistakes_measured_elsewhere() {
    let Ok(path) = std::env::var("ZOPA_MISTAKES") else { return };
    let planted = plant(&std::fs::read_to_string(path).unwrap());
    let missed: Vec<String> = planted.iter().filter_map(outcome).collect();
    println!("{}\n{} missed of {}", missed.join("\n"), missed.len(), planted.len());
}

/// The names a text declares, with the issue or question of each.
fn declared(text: &str) -> Vec<(String, Option<String>)> {
    let names = read(text).declared.into_iter();
    names.map(|declared| (declared.name.text, declared.in_issue.map(|issue| issue.text))).collect()
}

#[test]
fn a_mistake_takes_no_name_with_it() {
    let whole = declared(SAMPLE);
    let kinds = ["misspelt keyword", "lost quotation mark", "lost bracket", "indented", "lost equals"];
    for mistake in plant(SAMPLE).iter().filter(|mistake| kinds.contains(&mistake.kind)) {
        let now = declared(&mistake.text);
        let lost: Vec<_> = whole.iter().filter(|name| !now.contains(name)).collect();
        assert!(lost.is_empty(), "{lost:?}: {}", shown(mistake));
    }
}
