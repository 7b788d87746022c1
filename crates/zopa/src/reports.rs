//! Which reports does the case name, and what is known of each?

use crate::Read;
use zopa_analysis::date_written;
use zopa_syntax::Part;
use zopa_syntax::ast::ItemKind;

/// What an analyst writes for an outlet or a date that is not known.
const NOT_GIVEN: &str = "?";

/// A source with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportHead<'a> {
    /// Its name in the case.
    pub source: &'a str,
    /// The outlet, if it was given.
    pub outlet: Option<&'a str>,
    /// When it was published, if that was given.
    pub published: Option<String>,
    /// The file, inside the dossier.
    pub path: &'a str,
    /// What is put back into its text.
    pub keeps: &'a [zopa_text::Keep],
    /// Does it stay at the desk?
    pub private: bool,
}

impl Read {
    /// Sources that name a document, in the order of the files.
    pub fn reports(&self) -> Vec<ReportHead<'_>> {
        self.case
            .sources
            .values()
            .filter_map(|source| {
                let (path, _) = source.document.as_ref()?;
                let published = source.published.as_ref().map(date_written).filter(|date| is_given(date));
                let outlet = Some(source.title.as_str()).filter(|outlet| is_given(outlet));
                let private = self.is_private_source(&source.name) == Some(true);
                Some(ReportHead { source: &source.name, outlet, published, path, keeps: &source.keeps, private })
            })
            .collect()
    }

    /// One of them.
    pub fn report(&self, source: &str) -> Option<ReportHead<'_>> {
        self.reports().into_iter().find(|report| report.source == source)
    }

    /// What a source is called among others: its outlet, or its name where that was not given.
    pub fn called<'a>(&self, source: &'a zopa_case::Source) -> &'a str {
        if is_given(&source.title) { &source.title } else { &source.name }
    }

    /// Is a source of the case private? `None` if it is none.
    pub(crate) fn is_private_source(&self, name: &str) -> Option<bool> {
        let mut items = self.tree.items.iter();
        let item = items.find(|item| matches!(&item.kind, ItemKind::Source(source) if source.name.text == name))?;
        Some(self.tree.why(Part::Private, item.span).is_some())
    }
}

/// Has the analyst said it? `?` stands for what is not known.
pub(crate) fn is_given(words: &str) -> bool {
    words != NOT_GIVEN
}
