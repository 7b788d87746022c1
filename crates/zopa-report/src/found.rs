//! What does an answer tell of what the documents say and the case does not: reports made from another, and whose words are
//! whose?

mod origins;

use crate::index::Index;
use crate::words::made_from as said;
use zopa_finding::FoundCopy;

/// How many copies a view has.
const MOST: usize = 6;

/// The lines.
pub(crate) fn lines(index: &Index<'_>) -> Vec<String> {
    copies(index).into_iter().chain(origins::line(index)).collect()
}

/// A line for each copy, those first whose source is set aside, and how many more there are.
fn copies(index: &Index<'_>) -> Vec<String> {
    let mut copies: Vec<&FoundCopy> = index.brief.found_copies.copies.iter().collect();
    copies.sort_by_key(|copy| !copy.still_counts);
    let more = copies.len().saturating_sub(MOST);
    let shown = copies.into_iter().take(MOST).map(|copy| line(index, copy));
    shown.chain((more > 0).then(|| said::more(more))).collect()
}

fn line(index: &Index<'_>, copy: &FoundCopy) -> String {
    let counted = index.brief.found_copies.counted;
    let told = match (counted, copy.still_counts) {
        (true, _) => said::counts_as_copy,
        (false, true) => said::still_counts,
        (false, false) => said::both_count,
    };
    let told = told(&index.report(&copy.derived), &index.report(&copy.source));
    let way_out = said::way_out(&copy.derived, &copy.source, copy.may_be_written, counted);
    [told, way_out].into_iter().filter(|part| !part.is_empty()).map(|part| part + ".").collect::<Vec<_>>().join(" ")
}
