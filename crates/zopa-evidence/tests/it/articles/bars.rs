//! Does what the program finds in the articles reach the bars? Each bar is a least figure, and none is lowered for the
//! program's sake.

use super::engine::found;
use super::gold::families;
use super::score::Figures;

fn figures() -> Figures {
    let mut figures = Figures::default();
    for family in families() {
        figures.add(&family, &found(&family));
    }
    println!("{figures}{}", figures.errors());
    figures
}

fn least(what: &str, figure: f64, bar: f64) {
    assert!(figure >= bar, "{what}: {figure:.3}, and the bar is {bar}");
}

/// Bylines, captions, teasers and forms are told from the article.
#[test]
fn what_is_no_text_is_left_out() {
    least("left out", figures().left_out.f1(), 0.75);
}
