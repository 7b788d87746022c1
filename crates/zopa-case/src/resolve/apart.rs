//! Does something name what is not counted with it? A public place something private, a confirmed one something
//! unconfirmed, any place a rejected claim. Then the case would be broken by what is left out of it, or would tell of it.

use super::Resolver;
use zopa_syntax::ast::Name;
use zopa_syntax::{Diagnostic, Part, Span, Why};

/// The way out where something private is named.
const PUBLIC: &str = "mark what names it `private` too, or turn it round: what is private may name what is public";
/// The way out where something unconfirmed is named.
const CONFIRMED: &str = "accept it with `zopa accept`, or take its name out of here";
/// The way out where a rejected claim is named.
const KEPT: &str = "take its name out of here, or take the line `rejected` out if it is to count after all";

impl Resolver<'_> {
    /// One message for each part whose things are named from outside of it. The other way round is allowed: a private
    /// claim may deny a public one, an unconfirmed claim a confirmed one.
    pub(crate) fn names_apart(&mut self, name: &Name, declared: Span) {
        self.names_private(name, declared);
        if self.tree.why(Part::Unconfirmed, declared).is_some() && self.is_outside(Part::Unconfirmed, name) {
            let message = format!("`{}` is unconfirmed, and what names it here is confirmed", name.text);
            let named = Diagnostic::error("unconfirmed-named", name.span, message, CONFIRMED).labelled("named here");
            self.report(named.and(declared, "unconfirmed: marked so"));
        }
    }

    fn names_private(&mut self, name: &Name, declared: Span) {
        let Some(why) = self.tree.why(Part::Private, declared) else { return };
        if self.is_outside(Part::Private, name) {
            let message = format!("`{}` is private, and what names it here is not", name.text);
            let named = Diagnostic::error("private-named", name.span, message, PUBLIC).labelled("named in public");
            self.report(named.and(declared, because(why)));
        }
    }

    /// A claim that was rejected is no part of the case.
    pub(crate) fn names_rejected(&mut self, name: &Name, declared: Span) {
        let message = format!("`{}` is rejected, and what names it here counts on it", name.text);
        let named = Diagnostic::error("rejected-named", name.span, message, KEPT).labelled("named here");
        self.report(named.and(declared, "rejected, with its reason"));
    }

    /// Words that mean nothing to the case and may yet be the name of something private.
    pub(crate) fn unread<'n>(&mut self, names: impl IntoIterator<Item = &'n Name>) {
        for name in names {
            if let Some((_, declared)) = self.names.get(&name.text) {
                self.names_private(name, declared);
            }
        }
    }

    fn is_outside(&self, part: Part, name: &Name) -> bool {
        self.tree.why(part, name.span).is_none()
    }
}

fn because(why: Why) -> &'static str {
    match why {
        Why::File => "private: its file stands in `private/`",
        Why::Marked | Why::Unconfirmed => "private: marked so",
        Why::Document => "private: its document lies in `private/`",
        Why::Words => "private: it has no words but those of private sources",
    }
}
