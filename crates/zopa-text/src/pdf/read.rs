//! Which characters does a page of a PDF show, and where?
//!
//! ISO 32000-1, 9.4: the operators that place text, and those that move the page under it. Nothing is drawn.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;

use super::font::Font;
use super::matrix::Matrix;

/// Drawings in drawings, at most.
const DEPTH_MOST: usize = 8;

/// Saved states, at most.
const STATES_MOST: usize = 256;

/// Instructions of one document that are followed, at most.
const STEPS_MOST: usize = 20_000_000;

/// A font that is described anew wherever it is used counts for so many instructions.
const FONT_STEPS: usize = 10_000;

/// The most bytes that one drawing has unpacked.
const DRAWING_MOST: usize = 1 << 25;

/// Something shown: characters at a place.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) characters: String,
    /// Where it begins and where the next would begin.
    pub(crate) from: (f64, f64),
    pub(crate) to: (f64, f64),
    /// How large it is shown.
    pub(crate) size: f64,
}

/// What has been read of a document so far.
#[derive(Default)]
pub(crate) struct Reader {
    fonts: BTreeMap<ObjectIdentifier, Rc<Font>>,
    steps: usize,
    /// Bytes of instructions that were unpacked.
    drawn: usize,
    /// Codes that stand for no known character.
    pub(crate) unknown: usize,
}

#[derive(Clone)]
struct State {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl Default for State {
    fn default() -> Self {
        let one = Matrix::default();
        Self {
            page: one,
            text: one,
            line: one,
            font: None,
            size: 1.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

impl Reader {
    /// Is there more to follow than is followed?
    pub(crate) fn is_exhausted(&self) -> bool {
        self.steps > STEPS_MOST || self.drawn > super::ALL_MOST
    }

    /// What a page shows, in the order in which it does.
    pub(crate) fn page(&mut self, content: &[u8], resources: &Resources<'_>) -> Vec<Glyph> {
        self.drawn += content.len();
        let mut glyphs = Vec::new();
        self.drawing(content, resources, State::default(), 0, &mut glyphs);
        glyphs
    }

    fn drawing(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        start: State,
        depth: usize,
        glyphs: &mut Vec<Glyph>,
    ) {
        let mut state = start;
        let mut saved: Vec<State> = Vec::new();
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.steps += 1;
            if self.is_exhausted() {
                return;
            }
            match instruction {
                TypedInstruction::SaveState(_) if saved.len() < STATES_MOST => saved.push(state.clone()),
                TypedInstruction::RestoreState(_) => state = saved.pop().unwrap_or(state),
                TypedInstruction::TextFont(font) => {
                    state.font = resources.get_font(font.0).map(|dict| self.font(&dict));
                    state.size = font.1.as_f64();
                }
                TypedInstruction::XObject(name) if depth < DEPTH_MOST => {
                    if let Some(inner) = resources.get_x_object(name.0) {
                        self.inner(&inner, resources, &state, depth, glyphs);
                    }
                }
                other => self.text(&mut state, &other, glyphs),
            }
        }
    }

    /// A drawing inside the drawing.
    fn inner(
        &mut self,
        stream: &Stream<'_>,
        outer: &Resources<'_>,
        state: &State,
        depth: usize,
        glyphs: &mut Vec<Glyph>,
    ) {
        let dict = stream.dict();
        if dict.get::<Name<'_>>(b"Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            return;
        }
        let Some(content) = super::unpacked(stream, DRAWING_MOST) else { return };
        self.drawn += content.len();
        let matrix = dict.get::<[f64; 6]>(b"Matrix").map_or_else(Matrix::default, Matrix);
        let start = State { page: matrix.then(&state.page), ..state.clone() };
        match dict.get::<Dict<'_>>(b"Resources") {
            Some(own) => self.drawing(&content, &Resources::new(own), start, depth + 1, glyphs),
            None => self.drawing(&content, outer, start, depth + 1, glyphs),
        }
    }

    fn font(&mut self, dict: &Dict<'_>) -> Rc<Font> {
        let Some(id) = dict.obj_id() else {
            self.steps += FONT_STEPS;
            return Rc::new(Font::of(dict));
        };
        Rc::clone(self.fonts.entry(id).or_insert_with(|| Rc::new(Font::of(dict))))
    }

    /// The instructions that place text.
    fn text(&mut self, state: &mut State, instruction: &TypedInstruction<'_, '_>, glyphs: &mut Vec<Glyph>) {
        match instruction {
            TypedInstruction::Transform(to) => {
                state.page = matrix([to.0, to.1, to.2, to.3, to.4, to.5]).then(&state.page)
            }
            TypedInstruction::BeginText(_) => (state.text, state.line) = (Matrix::default(), Matrix::default()),
            TypedInstruction::CharacterSpacing(by) => state.spacing = by.0.as_f64(),
            TypedInstruction::WordSpacing(by) => state.word_spacing = by.0.as_f64(),
            TypedInstruction::HorizontalScaling(by) => state.stretch = by.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(by) => state.leading = by.0.as_f64(),
            TypedInstruction::TextRise(by) => state.rise = by.0.as_f64(),
            TypedInstruction::SetTextMatrix(to) => {
                state.line = matrix([to.0, to.1, to.2, to.3, to.4, to.5]);
                state.text = state.line;
            }
            TypedInstruction::NextLine(by) => state.next_line(by.0.as_f64(), by.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                state.next_line(by.0.as_f64(), by.1.as_f64());
            }
            TypedInstruction::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
            TypedInstruction::ShowText(string) => self.show(state, string.0.as_bytes(), glyphs),
            TypedInstruction::NextLineAndShowText(string) => {
                state.next_line(0.0, -state.leading);
                self.show(state, string.0.as_bytes(), glyphs);
            }
            TypedInstruction::ShowTextWithParameters(all) => {
                (state.word_spacing, state.spacing) = (all.0.as_f64(), all.1.as_f64());
                state.next_line(0.0, -state.leading);
                self.show(state, all.2.as_bytes(), glyphs);
            }
            TypedInstruction::ShowTexts(array) => {
                for item in array.0.iter::<Object<'_>>() {
                    match item {
                        Object::String(string) => self.show(state, string.as_bytes(), glyphs),
                        Object::Number(back) => state.advance(-back.as_f64() / 1000.0 * state.size * state.stretch),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn show(&mut self, state: &mut State, string: &[u8], glyphs: &mut Vec<Glyph>) {
        let Some(font) = state.font.clone() else { return };
        for shown in font.shown(string) {
            let spacing = state.spacing + if shown.is_space { state.word_spacing } else { 0.0 };
            let from = state.place();
            let width = shown.width / 1000.0 * state.size;
            state.advance(width * state.stretch);
            let to = state.place();
            state.advance(spacing * state.stretch);
            match shown.characters {
                Some(characters) => {
                    glyphs.push(Glyph { characters: characters.into_owned(), from, to, size: state.shown_size() })
                }
                None => self.unknown += 1,
            }
        }
    }
}

fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f64()))
}

impl State {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.line);
        self.text = self.line;
    }

    fn advance(&mut self, by: f64) {
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, by, 0.0]).then(&self.text);
    }

    /// Where on the page the next character begins.
    fn place(&self) -> (f64, f64) {
        self.text.then(&self.page).of((0.0, self.rise))
    }

    /// The size on the page: how far a step of one size upwards goes.
    fn shown_size(&self) -> f64 {
        let both = self.text.then(&self.page);
        let ((x, y), (left, low)) = (both.of((0.0, self.size)), both.of((0.0, 0.0)));
        (x - left).hypot(y - low)
    }
}
