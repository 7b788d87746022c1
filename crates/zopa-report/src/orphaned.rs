//! What rests on words that are no longer in their document? Screen, Markdown and page lay out the same lines.

use crate::index::Index;
use crate::words::orphaned as said;
use zopa_finding::OrphanedClaim;

/// What rests on a claim, a line a sort of answer.
pub(crate) fn rests<'a>(index: &Index<'a>, orphaned: &'a OrphanedClaim) -> Vec<String> {
    let clashes = orphaned.clashes.iter().filter_map(|id| index.clash(id)).map(|clash| index.clash_title(clash));
    let knots = index.brief.answer.knots.iter().filter(|knot| orphaned.openings.contains(&knot.id));
    let openings = knots.map(|knot| index.names(&knot.issues).join(", "));
    let offers = orphaned.shut_out.iter().map(|claim| index.name(claim));
    let hinges = orphaned.hinges.iter().map(|(kind, name)| index.hinge_title(*kind, name));
    let told = [
        some(clashes.collect(), said::clashes),
        some(openings.collect(), said::openings),
        some(offers.collect(), said::shut_out),
        some(hinges.collect(), said::hinges),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() { vec![said::NOTHING.to_owned()] } else { told }
}

fn some(titles: Vec<String>, told: fn(&[String]) -> String) -> Option<String> {
    let mut once: Vec<String> = Vec::new();
    for title in titles {
        if !once.contains(&title) {
            once.push(title);
        }
    }
    (!once.is_empty()).then(|| told(&once))
}
