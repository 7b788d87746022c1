//! Does something public name something private? Then the public case would be broken by what is left out of it, or
//! would tell of it.

use super::Resolver;
use zopa_syntax::ast::Name;
use zopa_syntax::{Diagnostic, Span, Why};

/// The way out.
const HELP: &str = "mark what names it `private` too, or turn it round: what is private may name what is public";

impl Resolver<'_> {
    /// One message where a public place names what is declared in the private part. The other way round is allowed: a
    /// private claim may deny a public one.
    pub(crate) fn names_private(&mut self, name: &Name, declared: Span) {
        let Some(why) = self.tree.why_private(declared) else { return };
        if self.tree.why_private(name.span).is_some() {
            return;
        }
        let message = format!("`{}` is private, and what names it here is not", name.text);
        let named = Diagnostic::error("private-named", name.span, message, HELP).labelled("named in public");
        self.report(named.and(declared, because(why)));
    }

    /// Words that mean nothing to the case and may yet be the name of something private.
    pub(crate) fn unread<'n>(&mut self, names: impl IntoIterator<Item = &'n Name>) {
        for name in names {
            if let Some((_, declared)) = self.names.get(&name.text) {
                self.names_private(name, declared);
            }
        }
    }
}

fn because(why: Why) -> &'static str {
    match why {
        Why::File => "private: its file stands in `private/`",
        Why::Marked => "private: marked so",
        Why::Document => "private: its document lies in `private/`",
        Why::Words => "private: it has no words but those of private sources",
    }
}
