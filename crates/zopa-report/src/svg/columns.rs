//! In which column does a step stand? One after the last of those it waits for.

use zopa_finding::StepEntry;

/// For each step the places of those it waits for, without the orders that would close a circle: in a circle the
/// first order met in file order stands, and the last one goes back.
fn forward(steps: &[StepEntry]) -> Vec<Vec<usize>> {
    let mut kept: Vec<Vec<usize>> = vec![Vec::new(); steps.len()];
    for (to, step) in steps.iter().enumerate() {
        for from in step.waits.iter().filter_map(|wait| position(steps, &wait.for_step)) {
            if from != to
                && !reaches(&kept, to, from)
                && let Some(list) = kept.get_mut(to)
            {
                list.push(from);
            }
        }
    }
    kept
}

/// Does the step `start` come before `end`? `before` lists, for each step, those right before it.
fn reaches(before: &[Vec<usize>], start: usize, end: usize) -> bool {
    let mut open = vec![end];
    let mut seen = vec![false; before.len()];
    while let Some(at) = open.pop() {
        if at == start {
            return true;
        }
        if let Some(flag) = seen.get_mut(at).filter(|flag| !**flag) {
            *flag = true;
            open.extend(before.get(at).into_iter().flatten());
        }
    }
    false
}

/// The column of each step.
pub(super) fn columns(steps: &[StepEntry]) -> Vec<usize> {
    let before = forward(steps);
    let mut columns = vec![0_usize; steps.len()];
    // As many passes as steps settle every chain.
    for _ in 1..steps.len() {
        for (at, list) in before.iter().enumerate() {
            let wanted = list.iter().filter_map(|from| columns.get(*from)).max().map_or(0, |column| column + 1);
            if let Some(column) = columns.get_mut(at) {
                *column = wanted;
            }
        }
    }
    columns
}

/// The place of a step by its name.
pub(super) fn position(steps: &[StepEntry], name: &str) -> Option<usize> {
    steps.iter().position(|s| s.name == name)
}
