//! What does a chapter hold? Cases in `zopa` blocks, each with the `expect` blocks that follow it. A block `zopa more` is read
//! after the chapter's first case, which then need not be told again.

/// An `expect` block with the case it speaks of.
pub struct Group {
    /// The case.
    pub case: String,
    /// The line of the chapter at which the case begins, from 1.
    pub case_line: usize,
    /// What is expected.
    pub lines: Vec<Line>,
}

/// One line of an `expect` block.
pub struct Line {
    /// Its number in the chapter, from 1.
    pub number: usize,
    /// Its words, without a comment.
    pub text: String,
}

/// The `expect` blocks of a chapter. A mistake in the chapter itself is a message that begins with its line.
pub fn groups(text: &str) -> Result<Vec<Group>, String> {
    let mut case: Option<(usize, String)> = None;
    let mut first: Option<(usize, String)> = None;
    let mut unused = None;
    let mut groups = Vec::new();
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    while let Some((start, line)) = lines.next() {
        let Some(word) = line.strip_prefix("```") else { continue };
        let block: Vec<(usize, &str)> = lines.by_ref().take_while(|(_, line)| !line.starts_with("```")).collect();
        match (word.trim(), &case) {
            (word @ ("zopa" | "zopa more"), _) => {
                let mut text: String = block.iter().map(|(_, line)| format!("{line}\n")).collect();
                let more = word == "zopa more";
                if more {
                    let (_, before) = first.as_ref().ok_or_else(|| format!("{start}: more of what? no case before"))?;
                    text.insert_str(0, before);
                }
                let (scene, _) = first.get_or_insert_with(|| (start, text.clone()));
                // The first case may only set the scene for those after it.
                if let Some(line) = unused.replace(start).filter(|line| !more || line != scene) {
                    return Err(format!("{line}: nothing is expected of this case"));
                }
                case = Some((start, text));
            }
            ("expect", Some((at, text))) => {
                let lines = expected(&block);
                if lines.is_empty() {
                    return Err(format!("{start}: an empty `expect` block"));
                }
                groups.push(Group { case: text.clone(), case_line: *at, lines });
                unused = None;
            }
            ("expect", None) => return Err(format!("{start}: an `expect` block before any case")),
            (other, _) => return Err(format!("{start}: a block is `zopa`, `zopa more` or `expect`, not `{other}`")),
        }
    }
    match unused {
        Some(line) => Err(format!("{line}: nothing is expected of this case")),
        None => Ok(groups),
    }
}

fn expected(block: &[(usize, &str)]) -> Vec<Line> {
    let words = |line: &str| line.split(" # ").next().unwrap_or_default().trim().to_owned();
    let lines = block.iter().map(|(number, line)| Line { number: *number, text: words(line) });
    lines.filter(|line| !line.text.is_empty() && !line.text.starts_with('#')).collect()
}
