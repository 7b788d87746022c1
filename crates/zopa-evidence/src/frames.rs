//! What may stand after a verb of saying?

/// What a verb may have as its content, or on the way to it. The names are those of `verbs.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames(u32);

/// One frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    Quote,
    That,
    Person,
    To,
    Persuade,
    Np,
    As,
    Be,
    Wh,
    Ing,
    Says,
    At,
    Addressed,
    Heard,
    ThatOnly,
    Quoted,
    Oneself,
    Raising,
}

const NAMES: [(&str, Frame); 18] = [
    ("quote", Frame::Quote),
    ("that", Frame::That),
    ("person", Frame::Person),
    ("to", Frame::To),
    ("persuade", Frame::Persuade),
    ("np", Frame::Np),
    ("as", Frame::As),
    ("be", Frame::Be),
    ("wh", Frame::Wh),
    ("ing", Frame::Ing),
    ("says", Frame::Says),
    ("at-number", Frame::At),
    ("addressed", Frame::Addressed),
    ("heard", Frame::Heard),
    ("that-only", Frame::ThatOnly),
    ("quoted", Frame::Quoted),
    ("oneself", Frame::Oneself),
    ("raising", Frame::Raising),
];

impl Frame {
    pub(crate) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, frame)| *frame)
    }
}

impl Frames {
    pub(crate) fn has(self, frame: Frame) -> bool {
        self.0 & (1 << frame as u32) != 0
    }

    pub(crate) fn add(&mut self, frame: Frame) {
        self.0 |= 1 << frame as u32;
    }
}
