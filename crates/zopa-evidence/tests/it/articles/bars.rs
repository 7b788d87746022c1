//! Does what the program finds in the articles reach the bars? Each is a least figure, and none is lowered for the
//! program's sake: what is not reached yet is printed and not asserted.

use super::engine::found;
use super::gold::families;
use super::score::Figures;
use std::sync::OnceLock;

/// The families that were marked after the rules were made, and used for little since. What is found of them is printed, and
/// held to no bar but those of lineage and origins: it shows what to expect of texts that nobody had in view.
const UNSEEN: [&str; 8] = ["cabinet", "causeway", "estuary", "foundry", "glacier", "plateau", "quarry", "tramline"];

/// The figures of all families but the unseen ones. That every span found has the words it says it has is asserted on the way.
fn figures() -> &'static Figures {
    static FIGURES: OnceLock<Figures> = OnceLock::new();
    FIGURES.get_or_init(|| {
        let mut all = Figures::default();
        for family in families() {
            let found = found(&family);
            let mut own = Figures::default();
            own.add(&family, &found);
            println!("{}: {}", family.name, own.between());
            if UNSEEN.contains(&family.name.as_str()) {
                all.lineage = all.lineage.and(own.lineage);
                all.origins = all.origins.and(own.origins);
            } else {
                all.add(&family, &found);
            }
        }
        println!("{all}{}", all.errors());
        all
    })
}

fn least(what: &str, figure: f64, bar: f64) {
    assert!(figure >= bar, "{what}: {figure:.3}, and the bar is {bar}");
}

/// Nothing of an article is taken for something that stands around it.
#[test]
fn no_sentence_of_an_article_is_left_out() {
    let out = figures().left_out;
    assert!(out.found > 0 && out.right == out.found, "{out}");
}

/// The rewrites, each from its source, and no other edge; sentence by sentence at an F1 of three quarters.
#[test]
fn every_rewrite_is_found_and_nothing_else() {
    let lineage = figures().lineage;
    assert!(lineage.right == lineage.there && lineage.found == lineage.there, "{lineage}");
    least("pairs", figures().pairs.f1(), 0.75);
}

/// At most one in six of the sentences that look alike and are not is linked.
#[test]
fn look_alikes_are_left_alone() {
    let (linked, there) = figures().look_alikes;
    assert!(6 * linked <= there, "{linked} of {there}");
}

#[test]
fn what_is_put_side_by_side_belongs_there() {
    least("drift", figures().drift.links.precision(), 0.8);
    least("drift found", figures().drift.recall(), 0.75);
    least("contradictions", figures().contradictions.links.precision(), 0.5);
    least("contradictions found", figures().contradictions.recall(), 2.0 / 3.0);
}

/// Seven of ten changes that a reader has to know of, and at most three of ten told are none.
#[test]
fn what_a_rewrite_changed_is_told() {
    let effects = &figures().effects;
    least("effects", effects.recall(), 0.7);
    least("effects told", effects.found as f64 / (effects.found + effects.false_ones) as f64, 0.7);
}

/// Wherever origins are counted, the count is right.
#[test]
fn origins_are_counted_right() {
    let origins = figures().origins;
    assert!(origins.found > 0 && origins.right == origins.found, "{origins}");
}

/// Where an end of the telling is found, it is the right one, nine times in ten; and of two with one end, eight in ten are one.
#[test]
fn the_telling_ends_where_it_does() {
    let ends = &figures().ends;
    least("ends", ends.named.precision(), 0.9);
    least("of one", ends.joined.precision(), 0.8);
}

#[test]
fn attributions_are_found() {
    let says = &figures().says;
    least("all", says.all.f1(), 0.87);
    least("with source", says.with_source.f1(), 0.85);
    least("direct", says.recall["direct"].recall(), 0.88);
    least("mixed", says.recall["mixed"].recall(), 0.88);
    least("indirect", says.recall["indirect"].recall(), 0.85);
}

/// Of ways of several hops, three in four are right from end to end.
#[test]
fn who_has_it_from_whom_is_right() {
    least("relays", figures().says.relays.recall(), 0.75);
}
