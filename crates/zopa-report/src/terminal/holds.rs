//! In what order can the steps be taken, who is exposed meanwhile, and what would close that?

use super::Style;
use super::lay::Page;
use super::names::Names;
use crate::holding::sections;
use crate::phrase::isolate;
use crate::words::{holding as words, quoted};
use zopa_finding::Brief;

/// The orders, the windows with what would close them, the gates.
pub fn holds(brief: &Brief, style: Style) -> String {
    let names = Names::new(brief);
    let title = |name: &str| quoted(&isolate(names.index.title(name)));
    let mut page = Page::new(style);
    page.aside(0, &names.reading());
    for section in sections(&names) {
        page.blank();
        page.heading(&section.heading);
        section.intro.iter().for_each(|intro| page.aside(0, intro));
        for entry in &section.entries {
            page.paragraph(0, &entry.head);
            entry.lines.iter().for_each(|line| page.paragraph(3, &line.whole(title)));
            if !entry.closings.is_empty() {
                page.paragraph(3, words::WOULD_CLOSE);
                entry.closings.iter().for_each(|line| page.paragraph(6, &line.whole(title)));
            }
        }
    }
    page.finish()
}
