//! Does what the program finds in the articles reach the bars? Each is a least figure, and none is lowered for the
//! program's sake: what is not reached yet is printed and not asserted.

use super::engine::found;
use super::gold::families;
use super::score::Figures;
use std::sync::OnceLock;

/// The figures of all families. That every span found has the words it says it has is asserted on the way.
fn figures() -> &'static Figures {
    static FIGURES: OnceLock<Figures> = OnceLock::new();
    FIGURES.get_or_init(|| {
        let mut figures = Figures::default();
        for family in families() {
            figures.add(&family, &found(&family));
        }
        println!("{figures}{}", figures.errors());
        figures
    })
}

fn least(what: &str, figure: f64, bar: f64) {
    assert!(figure >= bar, "{what}: {figure:.3}, and the bar is {bar}");
}

/// Bylines, captions, teasers and forms are told from the article.
#[test]
fn what_is_no_text_is_left_out() {
    least("left out", figures().left_out.f1(), 0.75);
}

/// At most one in six of the sentences that look alike and are not is linked.
#[test]
fn look_alikes_are_left_alone() {
    let (linked, there) = figures().look_alikes;
    assert!(6 * linked <= there, "{linked} of {there}");
}

/// No document is said to be made from one that it was not made from.
#[test]
fn no_edge_is_false() {
    let lineage = figures().lineage;
    assert_eq!(lineage.right, lineage.found);
}

#[test]
fn attributions_are_found() {
    let says = &figures().says;
    least("all", says.all.f1(), 0.61);
    least("with source", says.with_source.f1(), 0.55);
    least("indirect", says.recall["indirect"].recall(), 0.70);
}
