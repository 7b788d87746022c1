//! Which stretches of a document's text are the article, and which are something else?

/// What a stretch of a document is.
///
/// [`Kind::Title`], [`Kind::Heading`] and [`Kind::Body`] are the article; all others stand around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The title of the article.
    Title,
    /// A heading inside the article.
    Heading,
    /// The article's own sentences.
    Body,
    /// Who wrote it.
    Byline,
    /// What stands under a picture, or says whose it is.
    Caption,
    /// When it was published, how long it takes to read.
    Date,
    /// Ways to other pages of the site.
    Menu,
    /// Another article, announced.
    Teaser,
    /// A sentence of the article, repeated in large letters.
    PullQuote,
    /// Who the author is.
    Author,
    /// What readers wrote, and the form to write it in.
    Comments,
    /// Buttons to pass the page on.
    Share,
    /// An offer to write to the reader.
    Newsletter,
    /// A notice about cookies and consent.
    Cookies,
    /// A notice that the rest is for subscribers.
    Paywall,
    /// Advertising.
    Advert,
    /// Copyright, terms, contact: the foot of a page.
    Legal,
    /// A line repeated on the pages of a print, or a page number.
    Margin,
    /// Program text and styles.
    Script,
    /// What the page does not show.
    Hidden,
    /// Words that were struck out while changes were tracked.
    Deleted,
    /// What somebody noted in the margin of a draft.
    Note,
    /// Bytes that are no characters in the document's encoding.
    Damaged,
    /// Something else outside the article.
    Other,
}

/// Every kind with the word by which rules and files name it.
const WORDS: [(Kind, &str); 24] = [
    (Kind::Title, "title"),
    (Kind::Heading, "heading"),
    (Kind::Body, "body"),
    (Kind::Byline, "byline"),
    (Kind::Caption, "caption"),
    (Kind::Date, "date"),
    (Kind::Menu, "menu"),
    (Kind::Teaser, "teaser"),
    (Kind::PullQuote, "pull-quote"),
    (Kind::Author, "author"),
    (Kind::Comments, "comments"),
    (Kind::Share, "share"),
    (Kind::Newsletter, "newsletter"),
    (Kind::Cookies, "cookies"),
    (Kind::Paywall, "paywall"),
    (Kind::Advert, "advert"),
    (Kind::Legal, "legal"),
    (Kind::Margin, "margin"),
    (Kind::Script, "script"),
    (Kind::Hidden, "hidden"),
    (Kind::Deleted, "deleted"),
    (Kind::Note, "note"),
    (Kind::Damaged, "damaged"),
    (Kind::Other, "other"),
];

impl Kind {
    /// Is this part of the article itself: title, heading or body?
    pub fn is_article(self) -> bool {
        matches!(self, Kind::Title | Kind::Heading | Kind::Body)
    }

    /// One word for it, as the files of rules have it.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(kind, _)| *kind == self).map_or("other", |(_, word)| word)
    }

    /// The kind of a word.
    pub(crate) fn named(word: &str) -> Option<Self> {
        WORDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }
}

/// A stretch of a text: a paragraph, a heading, a line of its own. Offsets are those of anchors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: usize,
    /// The byte after its end.
    pub end: usize,
}

/// Something of a document that is not article text: left out of the text taken, or standing in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is.
    pub kind: Kind,
    /// Its words, as a reader of the document would see them.
    pub words: String,
    /// Where in the text it begins; if it was left out, where it would have stood.
    pub at: usize,
    /// It stands in the text, at [`LeftOut::at`]. So it is with plain text, of which nothing is left out.
    pub in_text: bool,
}
