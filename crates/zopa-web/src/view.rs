//! What does an address ask for?
//!
//! All of a view stands in its address, so that a link leads a colleague to the same view of the same dossier.

use form_urlencoded::{Serializer, parse};
use zopa::Request;
use zopa::finding::PrivateState;

/// Fields of an address or of a form, in their order; a name may come several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked(Vec<(String, String)>);

impl Asked {
    /// Reads the part of an address behind `?`, or the body of a form. What is no field is passed over.
    pub(crate) fn read(bytes: &[u8]) -> Asked {
        Asked(parse(bytes).into_owned().collect())
    }

    /// Fields.
    pub(crate) fn of(fields: &[(&str, &str)]) -> Asked {
        Asked(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// A field, white space around it taken away; `None` if it is not there or empty.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        let values = self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.trim());
        values.into_iter().find(|value| !value.is_empty())
    }

    /// The values of all fields of a name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let values = self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim());
        values.filter(|value| !value.is_empty())
    }

    /// A field as it is, white space and all.
    pub(crate) fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A number.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.one(name)?.parse().ok()
    }

    /// Is it asked for?
    pub(crate) fn has(&self, name: &str) -> bool {
        self.one(name).is_some()
    }

    /// The same without one field.
    pub(crate) fn without(&self, name: &str, value: &str) -> Asked {
        Asked(self.0.iter().filter(|(key, held)| key != name || held.trim() != value).cloned().collect())
    }

    /// The fields that say anything, as an address has them.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.0.iter().map(|(name, value)| (name.as_str(), value.trim()));
        pairs.filter(|(_, value)| !value.is_empty())
    }

    /// The address of a screen with these fields.
    pub(crate) fn at(&self, screen: &str) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.pairs());
        let query = query.finish();
        if query.is_empty() { screen.to_owned() } else { format!("{screen}?{query}") }
    }

    /// What is asked of an answer.
    pub(crate) fn request(&self) -> Request {
        let all = |name| self.all(name).map(str::to_owned).collect();
        let private = match (self.has("private"), self.has("mention-private")) {
            (true, _) => PrivateState::Counted,
            (false, true) => PrivateState::Mentioned,
            (false, false) => PrivateState::Unsaid,
        };
        let party = self.one("for").map(str::to_owned);
        Request {
            assume: all("assume"),
            without: all("without"),
            with: all("with"),
            switches: party.is_none(),
            party,
            private,
            unconfirmed: self.has("unconfirmed"),
            found_copies: self.has("found-copies"),
            found_origins: self.has("found-origins"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_all_that_is_asked_and_nothing_else() {
        let asked = Asked::read("with=zone+%3D+open&without=r%26d&without=r3&private=&x".as_bytes());
        assert_eq!(asked.request().with, ["zone = open"]);
        assert_eq!(asked.request().without, ["r&d", "r3"]);
        assert_eq!(asked.request().private, PrivateState::Unsaid);
        assert_eq!(asked.at("/brief"), "/brief?with=zone+%3D+open&without=r%26d&without=r3");
        assert_eq!(Asked::read(asked.at("/brief").trim_start_matches("/brief?").as_bytes()).request(), asked.request());
        assert_eq!(asked.without("without", "r3").at("/brief"), "/brief?with=zone+%3D+open&without=r%26d");
        assert_eq!(Asked::default().at("/"), "/");
    }
}
