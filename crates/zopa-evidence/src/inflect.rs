//! Which forms has an English verb?

/// The forms of one verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Forms {
    pub base: String,
    pub third: String,
    pub past: String,
    pub participle: String,
    pub gerund: String,
}

/// From a line's words: the plain form, then the past and the participle where they are not regular.
pub(crate) fn forms(words: &[&str]) -> Option<Forms> {
    let base = *words.first()?;
    let past = words.get(1).map_or_else(|| past(base), |word| (*word).to_owned());
    let participle = words.get(2).map_or_else(|| past.clone(), |word| (*word).to_owned());
    Some(Forms { base: base.to_owned(), third: third(base), gerund: gerund(base, &past), past, participle })
}

fn ends_in_consonant_y(base: &str) -> bool {
    base.ends_with('y') && !base.ends_with("ay") && !base.ends_with("ey") && !base.ends_with("oy")
}

fn stem(base: &str) -> &str {
    base.get(..base.len().saturating_sub(1)).unwrap_or("")
}

fn past(base: &str) -> String {
    if base.ends_with('e') {
        format!("{base}d")
    } else if ends_in_consonant_y(base) {
        format!("{}ied", stem(base))
    } else {
        format!("{base}ed")
    }
}

fn third(base: &str) -> String {
    if ends_in_consonant_y(base) {
        format!("{}ies", stem(base))
    } else if ["s", "x", "z", "ch", "sh", "go", "to"].iter().any(|end| base.ends_with(end)) && base != "have" {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

/// *admit, admitted* doubles its last letter in *admitting* too; *see* keeps both of its own.
fn gerund(base: &str, past: &str) -> String {
    let last = base.chars().next_back();
    let doubled = last.map(|last| format!("{base}{last}ed"));
    if doubled.as_deref() == Some(past) {
        return format!("{}ing", past.strip_suffix("ed").unwrap_or(base));
    }
    let short = base.chars().filter(|c| "aeiou".contains(*c)).count() == 1;
    let doubles =
        ["get", "run", "sit", "cut", "put", "set", "let", "shut", "hit", "win", "beg", "dig", "split", "quit", "swim"];
    if doubles.contains(&base) || base == "begin" || base == "forget" {
        return format!("{base}{}ing", last.unwrap_or_default());
    }
    if let Some(front) = base.strip_suffix("ie") {
        return format!("{front}ying");
    }
    if base.ends_with('e') && !base.ends_with("ee") && !(short && base.len() < 3) {
        return format!("{}ing", stem(base));
    }
    format!("{base}ing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_regular_and_irregular_verbs() {
        let spelled = |line: &str| {
            let words: Vec<&str> = line.split(' ').collect();
            let f = forms(&words).unwrap();
            format!("{} {} {} {}", f.third, f.past, f.participle, f.gerund)
        };
        assert_eq!(spelled("claim"), "claims claimed claimed claiming");
        assert_eq!(spelled("deny denied"), "denies denied denied denying");
        assert_eq!(spelled("say said"), "says said said saying");
        assert_eq!(spelled("admit admitted"), "admits admitted admitted admitting");
        assert_eq!(spelled("write wrote written"), "writes wrote written writing");
        assert_eq!(spelled("see saw seen"), "sees saw seen seeing");
        assert_eq!(spelled("agree"), "agrees agreed agreed agreeing");
        assert_eq!(spelled("veto vetoed"), "vetoes vetoed vetoed vetoing");
        assert_eq!(spelled("stress"), "stresses stressed stressed stressing");
        assert_eq!(spelled("lie lay lain"), "lies lay lain lying");
    }
}
