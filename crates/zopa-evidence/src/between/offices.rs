//! Who holds an office that one document names alone, as far as the case tells: "the mayor of Brannik" of one report is
//! "the town's mayor, Senta Harral" of another, if the case has one mayor by name.
//!
//! Where it has two who may be meant, or names none, the office stays an office: nobody is guessed.

use super::Report;
use std::collections::BTreeSet;
use zopa_finding::Holder;

/// The office-holders that the documents name.
pub(crate) struct Offices(BTreeSet<(Office, String)>);

/// An office: its own words, the last that of the office ("foreign", "minister"), and the names in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Office {
    words: Vec<String>,
    names: Vec<String>,
}

/// So many letters of a name stand in what is made of it: "Ilvaria", "Ilvarian".
const STEM: usize = 4;

impl Offices {
    pub(crate) fn of(reports: &[Report]) -> Offices {
        let holders = reports.iter().flat_map(|report| &report.attributions).flat_map(|one| &one.chain);
        let named = holders.filter(|holder| !holder.anonymous && !holder.outlet && is_name(&holder.name));
        Offices(named.filter_map(|holder| Some((office(holder.office.as_deref()?)?, holder.name.clone()))).collect())
    }

    /// The name of the one who is meant by an office alone.
    pub(crate) fn holder(&self, holder: &Holder) -> Option<&str> {
        let alone = !holder.anonymous && !holder.outlet && !is_name(&holder.name);
        let asked = office(&holder.name).filter(|_| alone)?;
        let fits = |held: &Office| held.words.ends_with(&asked.words) && may_be_one(&held.names, &asked.names);
        let names: BTreeSet<&str> = self.0.iter().filter(|(held, _)| fits(held)).map(|(_, name)| last(name)).collect();
        let meant = names.iter().next().filter(|_| names.len() == 1)?;
        self.0.iter().find(|(held, name)| fits(held) && last(name) == *meant).map(|(_, name)| name.as_str())
    }
}

/// Two names or more, each with a capital: no description.
fn is_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    name.contains(' ') && words.all(|word| word.starts_with(char::is_uppercase)) && !name.starts_with("The ")
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// "The mayor of Brannik", "Merland's environment minister", "Finance Minister".
fn office(spelled: &str) -> Option<Office> {
    let mut words: Vec<String> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let (before, behind) = spelled.split_once(" of ").map_or((spelled, ""), |(before, behind)| (before, behind));
    let letters = |part: &str| part.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect::<String>();
    for word in before.split_whitespace() {
        let owner = word.ends_with("’s") || word.ends_with("'s") || word.ends_with("s’") || word.ends_with("s'");
        let plain = letters(word.trim_end_matches("’s").trim_end_matches("'s"));
        match plain.to_lowercase().as_str() {
            "the" | "its" | "his" | "her" | "their" | "" => {}
            _ if owner && word.starts_with(char::is_uppercase) => names.push(plain),
            _ if owner => {}
            small => words.push(small.to_owned()),
        }
    }
    names.extend(behind.split_whitespace().map(letters).filter(|word| word.starts_with(char::is_uppercase)));
    // "The Ilvarian foreign minister": what begins with a capital in a phrase that does not is a name.
    let title = before.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    if !title {
        let capital =
            |word: &&str| word.starts_with(char::is_uppercase) && !matches!(*word, "The" | "Its" | "His" | "Her");
        let found: Vec<String> = before.split_whitespace().filter(capital).map(letters).collect();
        words.retain(|word| !found.iter().any(|name| name.to_lowercase() == *word));
        names.extend(found.into_iter().filter(|name| !name.is_empty()));
    }
    (!words.is_empty()).then_some(Office { words, names })
}

/// No name of theirs tells them apart.
fn may_be_one(held: &[String], asked: &[String]) -> bool {
    let stem = |name: &String| name.chars().take(STEM).collect::<String>();
    held.is_empty() || asked.is_empty() || held.iter().any(|one| asked.iter().any(|other| stem(one) == stem(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offices(all: &[(&str, &str)]) -> Offices {
        Offices(all.iter().filter_map(|(held, name)| Some((office(held)?, (*name).to_owned()))).collect())
    }

    fn meant<'o>(offices: &'o Offices, name: &str) -> Option<&'o str> {
        let holder = Holder {
            name: name.to_owned(),
            office: None,
            anonymous: false,
            outlet: false,
            implicit: false,
            mention: None,
        };
        offices.holder(&holder)
    }

    #[test]
    fn an_office_is_the_one_who_holds_it() {
        let held = offices(&[("the town’s mayor", "Senta Harral"), ("Merland’s environment minister", "Petra Lohm")]);
        assert_eq!(meant(&held, "the mayor of Brannik"), Some("Senta Harral"));
        assert_eq!(meant(&held, "the environment minister"), Some("Petra Lohm"));
        assert_eq!(meant(&held, "the minister"), Some("Petra Lohm"));
        assert_eq!(meant(&held, "Karsova’s environment minister"), None);
        assert_eq!(meant(&held, "the foreign minister"), None);
    }

    #[test]
    fn nobody_is_guessed_where_two_may_be_meant() {
        let held = offices(&[("Foreign Minister", "Aldo Renk"), ("the Ilvarian foreign minister", "Mara Lind")]);
        assert_eq!(meant(&held, "the foreign minister"), None);
        assert_eq!(meant(&held, "the mayor"), None);
    }
}
