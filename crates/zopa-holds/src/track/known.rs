//! Is it so, is it not, or is it not known, and why not?

use zopa_case::Voice;
use zopa_finding::track::WhyOpen;

/// Why something is not known. Most is, and answers are handed on all the time: what is rarely there lies elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Why(Box<Reason>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reason {
    pub kind: WhyOpen,
    /// The part of the clause that leaves it open.
    pub part: Option<&'static str>,
    /// The rows of the list that leave it open.
    pub rows: Vec<usize>,
    pub who: Vec<Voice>,
}

impl Why {
    /// A part of the clause leaves it open.
    pub fn part(kind: WhyOpen, part: &'static str) -> Why {
        Why(Box::new(Reason { kind, part: Some(part), rows: Vec::new(), who: Vec::new() }))
    }

    /// Rows of the list leave it open.
    pub fn rows(kind: WhyOpen, rows: Vec<usize>) -> Why {
        Why(Box::new(Reason { kind, part: None, rows, who: Vec::new() }))
    }

    pub fn about(self, who: Vec<Voice>) -> Why {
        Why(Box::new(Reason { who, ..*self.0 }))
    }

    /// It lies with these rows of the list.
    pub fn with(self, rows: Vec<usize>) -> Why {
        Why(Box::new(Reason { rows, ..*self.0 }))
    }
}

impl std::ops::Deref for Why {
    type Target = Reason;

    fn deref(&self) -> &Reason {
        &self.0
    }
}

/// An answer in three values, by Kleene's logic: what is not known stays so, unless the other side settles it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    Yes,
    No,
    Open(Why),
}

impl Known {
    pub fn of(so: bool) -> Known {
        if so { Known::Yes } else { Known::No }
    }

    /// Where dates settle it; `why` where they do not.
    pub fn told(so: Option<bool>, why: impl FnOnce() -> Why) -> Known {
        so.map_or_else(|| Known::Open(why()), Known::of)
    }

    pub fn and(self, other: impl FnOnce() -> Known) -> Known {
        match self {
            Known::No => Known::No,
            Known::Yes => other(),
            Known::Open(why) => match other() {
                Known::No => Known::No,
                _ => Known::Open(why),
            },
        }
    }

    pub fn or(self, other: impl FnOnce() -> Known) -> Known {
        match self {
            Known::Yes => Known::Yes,
            Known::No => other(),
            Known::Open(why) => match other() {
                Known::Yes => Known::Yes,
                _ => Known::Open(why),
            },
        }
    }

    pub fn not(self) -> Known {
        match self {
            Known::Yes => Known::No,
            Known::No => Known::Yes,
            open => open,
        }
    }

    pub fn is_no(&self) -> bool {
        *self == Known::No
    }

    pub fn is_yes(&self) -> bool {
        *self == Known::Yes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_stays_open_unless_the_other_side_settles_it() {
        let open = || Known::Open(Why::part(WhyOpen::Unknown, "from"));
        assert_eq!(open().and(|| Known::No), Known::No);
        assert_eq!(open().and(|| Known::Yes), open());
        assert_eq!(open().or(|| Known::Yes), Known::Yes);
        assert_eq!(open().or(|| Known::No), open());
        assert_eq!(Known::Yes.and(open), open());
        assert_eq!(Known::No.or(open), open());
        assert_eq!(open().not(), open());
    }
}
