//! Which row of which table? An index that fits only its own table.

use std::marker::PhantomData;

/// A row number that belongs to one kind of table.
pub trait Id: Copy {
    /// The row with this number.
    fn from_row(row: usize) -> Self;
    /// Its number.
    fn row(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl Id for $name {
            fn from_row(row: usize) -> Self {
                $name(u32::try_from(row).unwrap_or(u32::MAX))
            }
            fn row(self) -> usize {
                self.0 as usize
            }
        }

        impl $name {
            /// Its position in file order, from 0.
            pub fn row(self) -> usize {
                self.0 as usize
            }
        }
    )* };
}

ids! {
    /// A party or a body.
    PartyId,
    /// A person or an unnamed group.
    SpeakerId,
    /// A source.
    SourceId,
    /// A track of talks.
    TrackId,
    /// A round of talks.
    RoundId,
    /// An issue.
    IssueId,
    /// An option, inside its issue.
    OptionId,
    /// A step or gate.
    StepId,
    /// A claim or supposition.
    ClaimId,
    /// A question.
    QuestionId,
    /// An answer, inside its question.
    AnswerId,
    /// A limit.
    LimitId,
    /// A rule that claims report.
    ReportedRuleId,
    /// An event.
    EventId,
    /// A commitment.
    CommitmentId,
    /// A quote.
    QuoteId,
    /// Where a chain of telling ends.
    OriginId,
}

/// Rows of one kind, in file order, indexed by their own id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<I, T> {
    rows: Vec<T>,
    of: PhantomData<I>,
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Table { rows: Vec::new(), of: PhantomData }
    }
}

impl<I: Id, T> Table<I, T> {
    /// Adds a row and gives its id.
    pub fn push(&mut self, row: T) -> I {
        self.rows.push(row);
        I::from_row(self.rows.len() - 1)
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// No rows at all?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows with their ids, in file order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.rows.iter().enumerate().map(|(row, value)| (I::from_row(row), value))
    }

    /// The ids, in file order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.rows.len()).map(I::from_row)
    }

    /// The rows, in file order.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// The row, where there is one: for ids that may be another table's.
    pub fn row(&self, id: I) -> Option<&T> {
        self.rows.get(id.row())
    }

    /// One value for each row of another table.
    pub fn for_each_of<U>(other: &Table<I, U>, mut value: impl FnMut(I, &U) -> T) -> Self {
        other.iter().map(|(id, row)| value(id, row)).collect()
    }
}

impl<I, T> FromIterator<T> for Table<I, T> {
    fn from_iter<It: IntoIterator<Item = T>>(rows: It) -> Self {
        Table { rows: rows.into_iter().collect(), of: PhantomData }
    }
}

// The one place where indexing may fail to find its row: an id is only ever made by its own table.
#[allow(clippy::indexing_slicing)]
impl<I: Id, T> std::ops::Index<I> for Table<I, T> {
    type Output = T;
    fn index(&self, id: I) -> &T {
        &self.rows[id.row()]
    }
}

#[allow(clippy::indexing_slicing)]
impl<I: Id, T> std::ops::IndexMut<I> for Table<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.rows[id.row()]
    }
}
