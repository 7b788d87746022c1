//! Which pictures are drawn? Byte-stable: places follow from order and counts, never from the length of a name.

pub(crate) mod steps;
