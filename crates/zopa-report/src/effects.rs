//! What is so under an answer, in a line of plain text?

use crate::differs::{Line, Offers};
use crate::names::Names;
use crate::words::{self, screen};

/// Groups of clashes, and offers, named before the rest are counted.
const NAMED: usize = 3;

/// One line of what differs.
pub(crate) fn told(names: &Names<'_>, line: &Line<'_>) -> String {
    let index = &names.index;
    let clashes = |said: String, ids: &[String]| screen::labelled(&said, &named(names, ids, NAMED));
    match line {
        Line::Fits(verdict, hinge) => index.fits(verdict, hinge, &|setting| index.setting(setting)),
        Line::Enough(sets) => screen::labelled(words::ENOUGH_HERE, &names.ways(sets)),
        Line::NotEnough(sets) => screen::labelled(words::NOT_ENOUGH_HERE, &names.ways(sets)),
        Line::Knots(knots) => {
            let titles = knots.iter().map(|issues| words::and(&index.names(issues))).collect::<Vec<_>>();
            screen::labelled(&words::questions_between(knots.len()), &words::list(&titles))
        }
        Line::Go(ids) => clashes(words::clashes_go(ids.len()), ids),
        Line::New(sets) => {
            let titles = sets.iter().map(|limits| index.limit_titles(limits)).collect::<Vec<_>>();
            screen::labelled(&words::clashes_new(sets.len()), &screen::first_of(&titles, NAMED))
        }
        Line::Every(ids) => clashes(words::clashes_here(ids.len()), ids),
        Line::Some(ids) => clashes(words::clashes_maybe(ids.len()), ids),
        Line::Shut(list) => offers(names, &words::shut_out_here(list.iter().map(|o| o.meant).sum()), list),
        Line::Open(list) => offers(names, words::NOT_SHUT_OUT_HERE, list),
        Line::NotMade(list) => offers(names, words::NOT_MADE_HERE, list),
        Line::By(list) => {
            let by = |(claim, limits): &(&str, &[String])| {
                screen::remark(index.title(claim), &screen::by(&index.limit_titles(limits)))
            };
            let told = list.iter().map(by).collect::<Vec<_>>();
            screen::labelled(words::SHUT_OUT_THEN, &screen::first_of(&told, NAMED))
        }
    }
}

/// Clashes by their issues, the first groups of them named.
pub(crate) fn named(names: &Names<'_>, ids: &[String], most: usize) -> String {
    let groups = names.index.clash_groups(ids);
    let titles = groups.iter().map(|(clash, n)| words::times(&names.index.issues_or_limits(clash), *n));
    let rest = groups.iter().skip(most).map(|(_, n)| n).sum();
    screen::first_and(&titles.take(most).collect::<Vec<_>>(), rest)
}

/// Offers by their claims, the first of them named.
pub(crate) fn offers(names: &Names<'_>, label: &str, list: &[Offers<'_>]) -> String {
    let title =
        |offer: &Offers<'_>| format!("{}{}", names.index.title(offer.claim), words::some_of(offer.meant, offer.all));
    screen::labelled(label, &screen::first_of(&list.iter().map(title).collect::<Vec<_>>(), NAMED))
}
