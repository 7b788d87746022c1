//! Which element of a page holds which?
//!
//! As a browser would have it, as far as the text depends on it: elements that close each other (a paragraph ends
//! where the next block begins), end tags without a beginning, tags that were never closed. How formatting goes on
//! across badly nested tags is left out: it changes no word.

use super::tokens::{Token, Tokens};

/// Elements in elements, at most; what lies deeper belongs to the deepest.
const DEPTH_MOST: usize = 400;

/// Elements that never hold anything.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements before which a line ends. A paragraph ends before them.
const BLOCKS: [&str; 46] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements that may stand in a page's head.
const IN_HEAD: [&str; 8] = ["base", "link", "meta", "noscript", "script", "style", "template", "title"];

#[derive(Clone, Debug)]
pub(crate) enum Node {
    Element { name: String, attributes: Vec<(String, String)>, children: Vec<usize> },
    Text(String),
}

/// The elements and texts of a page. The first one holds all others.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    pub(crate) fn of(source: &str) -> Self {
        let xhtml = source.trim_start().starts_with("<?xml");
        let mut growing = Growing { nodes: vec![element("#root", Vec::new())], open: vec![0] };
        for token in Tokens::html(source) {
            match token {
                Token::Start { name, attributes, closed } => growing.start(&name, attributes, closed, xhtml),
                Token::End(name) => growing.end(&name),
                Token::Text(text) => growing.text(text),
            }
        }
        Self { nodes: growing.nodes }
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn node(&self, at: usize) -> Option<&Node> {
        self.nodes.get(at)
    }

    /// The name of an element; empty for a text.
    pub(crate) fn name(&self, at: usize) -> &str {
        match self.nodes.get(at) {
            Some(Node::Element { name, .. }) => name,
            _ => "",
        }
    }

    pub(crate) fn children(&self, at: usize) -> &[usize] {
        match self.nodes.get(at) {
            Some(Node::Element { children, .. }) => children,
            _ => &[],
        }
    }

    pub(crate) fn attribute(&self, at: usize, wanted: &str) -> Option<&str> {
        match self.nodes.get(at) {
            Some(Node::Element { attributes, .. }) => {
                attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
            }
            _ => None,
        }
    }
}

/// Does a line end before this element?
pub(crate) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

fn element(name: &str, attributes: Vec<(String, String)>) -> Node {
    Node::Element { name: name.to_owned(), attributes, children: Vec::new() }
}

struct Growing {
    nodes: Vec<Node>,
    /// The open elements, outermost first. Never empty, never deeper than [`DEPTH_MOST`].
    open: Vec<usize>,
}

impl Growing {
    fn name(&self, at: usize) -> &str {
        match self.nodes.get(at) {
            Some(Node::Element { name, .. }) => name,
            _ => "",
        }
    }

    fn start(&mut self, name: &str, attributes: Vec<(String, String)>, closed: bool, xhtml: bool) {
        self.make_room(name);
        let at = self.add(element(name, attributes));
        let foreign = || self.open.iter().any(|open| matches!(self.name(*open), "svg" | "math"));
        let empty = VOID.contains(&name) || (closed && (xhtml || name == "svg" || name == "math" || foreign()));
        if !empty && self.open.len() < DEPTH_MOST {
            self.open.push(at);
        }
    }

    fn text(&mut self, text: String) {
        if !text.trim().is_empty() {
            self.leave_head("");
        }
        self.add(Node::Text(text));
    }

    fn add(&mut self, node: Node) -> usize {
        let at = self.nodes.len();
        let parent = self.open.last().copied().unwrap_or(0);
        self.nodes.push(node);
        if let Some(Node::Element { children, .. }) = self.nodes.get_mut(parent) {
            children.push(at);
        }
        at
    }

    /// Closes what cannot hold an element of this name.
    fn make_room(&mut self, name: &str) {
        self.leave_head(name);
        match name {
            "li" => self.close(&["li"], &["ul", "ol", "menu", "dir"]),
            "dd" | "dt" => self.close(&["dd", "dt"], &["dl"]),
            "option" | "optgroup" => self.close(&["option"], &["select"]),
            "td" | "th" => self.close(&["td", "th"], &["tr"]),
            "tr" => self.close_table("tr"),
            "tbody" | "thead" | "tfoot" => ["tbody", "thead", "tfoot"].iter().for_each(|part| self.close_table(part)),
            "a" => self.close_inline("a"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close(&["h1", "h2", "h3", "h4", "h5", "h6"], &BLOCKS_BUT_HEADINGS)
            }
            _ => {}
        }
        if is_block(name) && !matches!(name, "tr" | "tbody" | "thead" | "tfoot" | "caption") {
            self.close(&["p"], &["button", "object"]);
        }
    }

    /// The head ends where something stands that it cannot hold.
    fn leave_head(&mut self, name: &str) {
        let inside = self.open.last().is_some_and(|at| self.name(*at) == "head");
        if inside && !IN_HEAD.contains(&name) {
            self.open.pop();
        }
    }

    /// Closes the innermost open element of one of these names, unless one of `walls` or a table's cell lies between.
    fn close(&mut self, names: &[&str], walls: &[&str]) {
        for (depth, at) in self.open.iter().enumerate().skip(1).rev() {
            let name = self.name(*at);
            if names.contains(&name) {
                return self.open.truncate(depth);
            }
            if walls.contains(&name) || matches!(name, "td" | "th" | "table" | "template") {
                return;
            }
        }
    }

    /// Closes the innermost open element of this name, unless a block lies between.
    fn close_inline(&mut self, wanted: &str) {
        for (depth, at) in self.open.iter().enumerate().skip(1).rev() {
            let name = self.name(*at);
            if name == wanted {
                return self.open.truncate(depth);
            }
            if is_block(name) || matches!(name, "td" | "th") {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "br" => drop(self.add(element("br", Vec::new()))),
            // Whatever comes after them belongs to the body all the same.
            "body" | "html" => {}
            "table" => self.close_table(name),
            "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" => self.close_table(name),
            _ if is_block(name) => self.close(&[name], &[]),
            _ => self.close_inline(name),
        }
    }

    /// Parts of a table close across everything but another table.
    fn close_table(&mut self, wanted: &str) {
        for (depth, at) in self.open.iter().enumerate().skip(1).rev() {
            let name = self.name(*at);
            if name == wanted {
                return self.open.truncate(depth);
            }
            if name == "table" || name == "template" {
                return;
            }
        }
    }
}

/// Between two headings, these show that the second does not end the first.
const BLOCKS_BUT_HEADINGS: [&str; 8] = ["article", "aside", "body", "div", "header", "li", "main", "section"];

#[cfg(test)]
mod tests {
    use super::*;

    fn told(tree: &Tree, at: usize) -> String {
        match tree.node(at) {
            Some(Node::Text(text)) => text.clone(),
            _ => {
                let inside: String = tree.children(at).iter().map(|child| told(tree, *child)).collect();
                if at == 0 { inside } else { format!("{}({inside})", tree.name(at)) }
            }
        }
    }

    #[test]
    fn elements_close_each_other() {
        for (source, tree) in [
            ("<p>a<p>b<div>c</div>d", "p(a)p(b)div(c)d"),
            ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li(a)li(bul(li(c)))li(d))e"),
            ("<p>a<b>b<p>c</b>d</p>e", "p(ab(b))p(cd)e"),
            ("<b><p>a</b>b</p>c", "b(p(ab)c)"),
            ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a)td(b))tr(td(c)))d"),
            ("</p></div>a</span>b<br>c</br>d", "abbr()cbr()d"),
            ("<a>a<a>b</a>", "a(a)a(b)"),
            ("<head><title>t</title><p>a</body>b", "head(title(t))p(ab)"),
            ("<svg><path/></svg>a<div/>b", "svg(path())adiv(b)"),
            ("<?xml version='1.0'?><div/>b", "div()b"),
        ] {
            assert_eq!(told(&Tree::of(source), 0), tree, "{source}");
        }
    }

    #[test]
    fn depth_has_an_end() {
        let tree = Tree::of(&("<div>".repeat(100_000) + "a"));
        assert_eq!(tree.len(), 100_002);
        assert!(BLOCKS.is_sorted());
    }
}
