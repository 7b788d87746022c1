//! Which characters of a page stand on one line?
//!
//! A PDF knows no lines and often no spaces: characters that follow each other on one baseline are a line, and a gap
//! between them is a space. The order is that in which the page shows them.

use unicode_normalization::UnicodeNormalization;

use super::read::Glyph;

/// A gap of this part of the size is a space.
const SPACE: f64 = 0.2;

/// A step aside of this part of the size begins another line; less is a raised or lowered letter.
const ASIDE: f64 = 0.5;

/// A gap of so many sizes parts columns.
const COLUMN: f64 = 6.0;

/// A line of a page. Places count along its own direction.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// Where it begins and ends, along its direction.
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// How far up it stands: what lies higher on a page is more.
    pub(crate) height: f64,
    pub(crate) size: f64,
    direction: (f64, f64),
    /// Where the last character began.
    last: f64,
}

/// The lines of a page, in the order in which they are shown.
pub(crate) fn lines(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if line.takes(&glyph) => line.add(&glyph),
            _ => lines.extend(Line::begun(&glyph)),
        }
    }
    lines.iter_mut().for_each(Line::finish);
    lines.retain(|line| !line.text.is_empty());
    lines
}

impl Line {
    fn begun(glyph: &Glyph) -> Option<Self> {
        let (x, y) = (glyph.to.0 - glyph.from.0, glyph.to.1 - glyph.from.1);
        let length = x.hypot(y);
        let direction = if length > 1e-9 { (x / length, y / length) } else { (1.0, 0.0) };
        let finite =
            [glyph.from.0, glyph.from.1, glyph.to.0, glyph.to.1, glyph.size].iter().all(|number| number.is_finite());
        let mut line =
            Self { text: String::new(), from: 0.0, to: 0.0, height: 0.0, size: glyph.size, direction, last: 0.0 };
        (line.from, line.height) = line.place(glyph.from);
        (line.to, line.last) = (line.from, f64::NEG_INFINITY);
        finite.then(|| {
            line.add(glyph);
            line
        })
    }

    /// Along the line, and up from it.
    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (dx, dy) = self.direction;
        (x * dx + y * dy, y * dx - x * dy)
    }

    fn takes(&self, glyph: &Glyph) -> bool {
        let (along, height) = self.place(glyph.from);
        let size = self.size.max(glyph.size);
        let gap = along - self.to;
        (height - self.height).abs() < ASIDE * size
            && gap > -size
            && gap < COLUMN * size
            && self.place(glyph.to).0 >= along - 1e-6
    }

    fn add(&mut self, glyph: &Glyph) {
        let (along, _) = self.place(glyph.from);
        // Bold letters are often made by showing a letter twice.
        let again = (along - self.last).abs() < 0.1 * glyph.size && self.text.ends_with(glyph.characters.as_str());
        if again && !glyph.characters.trim().is_empty() {
            return;
        }
        if along - self.to > SPACE * self.size && !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
        self.text.push_str(&glyph.characters);
        self.last = along;
        self.to = self.to.max(self.place(glyph.to).0);
        self.size = self.size.max(glyph.size);
    }

    /// Characters that stand for how a letter looks become the letter; what runs to the left is put in the order in
    /// which it is read.
    fn finish(&mut self) {
        let letters: String = self.text.chars().map(plain).collect();
        let spaced = letters.split_whitespace().collect::<Vec<_>>().join(" ");
        self.text = if is_leftward(&spaced) { read_leftward(&spaced) } else { spaced };
    }
}

/// Ligatures, and the shapes of Arabic letters, as the letters that they are.
fn plain(c: char) -> String {
    match c {
        '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => c.nfkc().collect(),
        '\u{fffd}' | '\0' => String::new(),
        c if c.is_control() => " ".to_owned(),
        c => c.to_string(),
    }
}

fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Are most letters of a script that runs to the left?
fn is_leftward(text: &str) -> bool {
    let count = |wanted: fn(char) -> bool| text.chars().filter(|c| c.is_alphabetic() && wanted(*c)).count();
    count(runs_left) > count(|c| !runs_left(c))
}

/// The characters stand from left to right as they are seen: turned round, but for numbers and words of other scripts.
fn read_leftward(text: &str) -> String {
    let mut turned = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().rev() {
        let keeps = c.is_alphanumeric() && (!runs_left(c) || c.is_numeric());
        let inside = matches!(c, '.' | ',' | ':' | '/') && !run.is_empty();
        if keeps || inside {
            run.push(c);
        } else {
            turned.extend(run.drain(..).rev());
            turned.push(mirrored(c));
        }
    }
    turned.extend(run.drain(..).rev());
    turned
}

fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        _ => c,
    }
}
