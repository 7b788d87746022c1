//! What of all the checks is asked for?

/// Each check with what it looks at, in the order in which they run.
pub(super) const CHECKS: [(&str, &str); 10] = [
    ("size", "bytes of the page"),
    ("readings", "what every setting shows, against `zopa why|openings|hinges`"),
    ("words", "how a switched page tells it, against the page made with `--assume`"),
    ("requests", "no request, no console error, no breach of the content policy"),
    ("axe", "no serious or critical fault of accessibility"),
    ("scripts-off", "the page is complete without its script"),
    ("width", "no sideways scrolling at 820 and 390 pixels"),
    ("print", "page 1 stands alone, the quotes are listed"),
    ("time", "a switch repaints in under 50 ms"),
    ("pictures", "screenshots and printed pages in target/page"),
];

/// The command line, read.
#[derive(Debug, Default)]
pub(super) struct Flags {
    /// Dossiers by name; none: all.
    pub(super) dossiers: Vec<String>,
    /// Checks by name; none: all.
    pub(super) checks: Vec<String>,
    /// A page that is looked at instead of the one made now.
    pub(super) page: Option<String>,
}

impl Flags {
    pub(super) fn read(words: &[String]) -> Result<Flags, String> {
        let mut flags = Flags::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().cloned().ok_or_else(|| format!("`{word}` needs a value"));
            match word.as_str() {
                "--check" => flags.checks.extend(checks(&value()?)?),
                "--page" => flags.page = Some(value()?),
                flag if flag.starts_with('-') => return Err(format!("no flag `{flag}`; there are --check and --page")),
                name => flags.dossiers.push(name.to_owned()),
            }
        }
        if flags.page.is_some() && flags.dossiers.len() != 1 {
            return Err("`--page` is compared with one dossier: name it".to_owned());
        }
        Ok(flags)
    }

    /// Is this check asked for?
    pub(super) fn asks(&self, check: &str) -> bool {
        self.checks.is_empty() || self.checks.iter().any(|name| name == check)
    }
}

/// Names joined by commas, each of which has to be a check.
fn checks(names: &str) -> Result<Vec<String>, String> {
    let known = |name: &str| match CHECKS.iter().any(|(check, _)| *check == name) {
        true => Ok(name.to_owned()),
        false => {
            let all: Vec<String> = CHECKS.iter().map(|(check, says)| format!("\n  {check:<12} {says}")).collect();
            Err(format!("no check `{name}`; there are:{}", all.concat()))
        }
    };
    names.split(',').map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Flags, String> {
        Flags::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn names_and_checks_are_told_apart() {
        let flags = read("strait --check axe,print --check width").unwrap();
        assert_eq!(
            (flags.dossiers, flags.checks),
            (vec!["strait".into()], vec!["axe".into(), "print".into(), "width".into()])
        );
        assert!(read("").unwrap().asks("axe") && !read("--check print").unwrap().asks("axe"));
    }

    #[test]
    fn what_is_none_is_said() {
        assert!(read("--check colour").unwrap_err().contains("scripts-off"));
        assert!(read("--check").unwrap_err().contains("needs a value"));
        assert!(read("--chekc axe").unwrap_err().contains("--check and --page"));
        assert!(read("--page x.html").unwrap_err().contains("name it"));
    }
}
