//! Which mistakes can be told of a case at all?

/// What only the files together, or an answer, show; beside these there are the codes of reading and of meaning.
const WHOLE: &[(&str, &str)] = &[
    ("copy-not-stated", "a report was found to be made from another, and the case does not say so (warning)"),
    ("empty-case", "the case files say nothing"),
    ("limit-impossible", "no package meets a limit, whatever anybody else says (warning)"),
    ("no-case-file", "there is no case file"),
    ("not-utf8", "a case file is not UTF-8 text"),
    ("rules-contradict", "rules contradict each other, whatever anybody has said"),
];

/// Every code that a message about a case can have, with what it means, in the order of the codes. What is no error
/// ends in `(warning)`.
pub fn codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut all: Vec<_> = [zopa_syntax::codes::ALL, zopa_case::codes::ALL, WHOLE].concat();
    all.sort_unstable();
    all.into_iter()
}
