//! What does a reader of a page see at a place? A small scanner of tags, over pages that are well formed.

/// One element: its tags and all between them.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a>(pub &'a str);

/// Tags that stand in a line of words. Any other ends the word before it.
const IN_LINE: [&str; 16] =
    ["a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sup", "time"];

/// Tags whose content is not on the page.
const UNSEEN: [&str; 3] = ["style", "script", "title"];

/// A tag: its name, and whether it ends an element.
struct Tag<'a> {
    name: &'a str,
    closing: bool,
    alone: bool,
    start: usize,
    end: usize,
}

fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + html[from..].find('<')?;
        let end = start + html[start..].find('>').expect("a tag that ends") + 1;
        from = end;
        let inside = &html[start + 1..end - 1];
        let closing = inside.starts_with('/');
        let name = inside.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap();
        let alone = inside.ends_with('/') || ["br", "meta", "link", "img", "hr", "col"].contains(&name);
        Some(Tag { name, closing, alone, start, end })
    })
}

/// The element with this id.
pub fn by_id<'a>(html: &'a str, id: &str) -> Option<Element<'a>> {
    let at = html.find(&format!(" id=\"{id}\""))?;
    let html = &html[html[..at].rfind('<')?..];
    let mut rest = tags(html);
    let first = rest.next()?;
    let mut depth = 1;
    for tag in rest.filter(|tag| tag.name == first.name && !tag.alone) {
        depth = if tag.closing { depth - 1 } else { depth + 1 };
        if depth == 0 {
            return Some(Element(&html[..tag.end]));
        }
    }
    None
}

/// Every id of the page, in order.
pub fn ids(html: &str) -> Vec<&str> {
    let id = |tag: Tag<'_>| {
        Some(&html[tag.start..tag.end]).and_then(|tag| Some(tag.split_once(" id=\"")?.1.split_once('"')?.0))
    };
    tags(html).filter_map(id).collect()
}

impl Element<'_> {
    /// Its text, as [`folded`] has it.
    pub fn text(&self) -> String {
        let html = self.0;
        let (mut text, mut from, mut unseen) = (String::new(), 0, 0);
        for tag in tags(html) {
            if unseen == 0 {
                text.push_str(&html[from..tag.start]);
            }
            if UNSEEN.contains(&tag.name) {
                unseen = if tag.closing { unseen - 1 } else { unseen + 1 };
            }
            if !IN_LINE.contains(&tag.name) {
                text.push(' ');
            }
            from = tag.end;
        }
        folded(&decoded(&text))
    }

    /// The ids on this page that its links lead to.
    pub fn links(&self) -> Vec<String> {
        let parts = self.0.split(" href=\"#").skip(1);
        parts.map(|part| decoded(part.split('"').next().unwrap())).collect()
    }
}

/// Entities as characters.
fn decoded(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// White space as one space, double quotation marks left out: the page draws those around a quote itself.
pub fn folded(text: &str) -> String {
    let text: String = text.chars().filter(|c| !['"', '“', '”'].contains(c)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_reader_sees_the_words_and_not_the_tags() {
    let page = "<body><p id=\"a\">One &amp; <b>tw</b>o<br>three <i>“four”</i></p><ul id=\"b\"><li>x<ul><li>y</li></ul></li><li>z \
                <a href=\"#a\">up</a></li></ul><p>after</p></body>";
    assert_eq!(by_id(page, "a").unwrap().text(), "One & two three four");
    assert_eq!(by_id(page, "b").unwrap().text(), "x y z up");
    assert_eq!(by_id(page, "b").unwrap().links(), ["a"]);
    assert!(by_id(page, "c").is_none());
    assert_eq!(ids(page), ["a", "b"]);
    assert_eq!(Element("<p>a<style>p{}</style>b</p>").text(), "a b");
}
