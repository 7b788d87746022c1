//! Three small cases with what follows from their order worked out by hand, each then with one thing wrong.

mod barter;
mod plans;
mod said;
mod waiting;

use zopa_case::{Case, Formula};
use zopa_finding::{Chosen, Holds};
use zopa_verify::{Standing, holds};

/// What is wrong with it.
fn faults(case: &Case, added: &[(String, Formula)], finding: &Holds) -> Vec<String> {
    let chosen = Chosen { with: added.iter().map(|(text, _)| text.clone()).collect(), ..Chosen::default() };
    let found = holds(case, &chosen, added, finding);
    assert!(found.iter().all(|fault| fault.standing == Standing::Refuted), "{found:#?}");
    found.iter().map(ToString::to_string).collect()
}

/// What is wrong, and what must be told of it.
type Mistake = (&'static str, fn(&mut Holds));

/// Each mistake is told, in words that hold these.
fn caught(case: &Case, right: &Holds, mistakes: &[Mistake]) {
    for (words, mistake) in mistakes {
        let mut wrong = right.clone();
        mistake(&mut wrong);
        assert_ne!(&wrong, right, "{words}");
        let found = faults(case, &[], &wrong);
        assert!(found.iter().any(|fault| fault.contains(words)), "{words}: {found:#?}");
    }
}
