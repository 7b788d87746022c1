//! What are the files in a packed file?
//!
//! The ZIP format as far as office files use it (APPNOTE 6.3.3, sections 4.3 and 4.4): the directory at the end, files
//! stored or deflated. What is unpacked is bounded, and compared with its checksum.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// Why a packed file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The directory or a file breaks off, or is not what it was.
    Damaged,
    /// It opens with a password.
    Encrypted,
    /// It is larger unpacked than is read.
    TooLarge,
}

/// The comment at the end has so many bytes at most, and the record before it 22.
const END_WITHIN: usize = 65_535 + 22;

/// So many files of a packed one are looked at.
const FILES_MOST: usize = 10_000;

/// A packed file with its directory read.
pub(crate) struct Zip<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    encrypted: bool,
    method: u16,
    checksum: u32,
    packed: usize,
    /// Where its local header begins.
    header: usize,
}

impl<'a> Zip<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Broken> {
        let end = end_record(bytes).ok_or(Broken::Damaged)?;
        let count = usize::from(short(bytes, end + 10).ok_or(Broken::Damaged)?);
        let mut at = long(bytes, end + 16).ok_or(Broken::Damaged)? as usize;
        let mut entries = Vec::new();
        for _ in 0..count.min(FILES_MOST) {
            let (entry, next) = entry(bytes, at).ok_or(Broken::Damaged)?;
            entries.push(entry);
            at = next;
        }
        Ok(Self { bytes, entries })
    }

    /// The names of the files, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// What a file holds; `None` if there is none of this name.
    pub(crate) fn file(&self, name: &str, most: usize) -> Option<Result<Vec<u8>, Broken>> {
        let entry = self.entries.iter().find(|entry| entry.name == name)?;
        Some(self.unpacked(entry, most))
    }

    fn unpacked(&self, entry: &Entry, most: usize) -> Result<Vec<u8>, Broken> {
        if entry.encrypted {
            return Err(Broken::Encrypted);
        }
        let packed = self.packed(entry).ok_or(Broken::Damaged)?;
        let unpacked = match entry.method {
            0 if packed.len() > most => return Err(Broken::TooLarge),
            0 => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => Broken::TooLarge,
                _ => Broken::Damaged,
            })?,
            _ => return Err(Broken::Damaged),
        };
        if checksum(&unpacked) == entry.checksum { Ok(unpacked) } else { Err(Broken::Damaged) }
    }

    fn packed(&self, entry: &Entry) -> Option<&'a [u8]> {
        let header = entry.header;
        (long(self.bytes, header)? == 0x0403_4b50).then_some(())?;
        let name = usize::from(short(self.bytes, header.checked_add(26)?)?);
        let extra = usize::from(short(self.bytes, header.checked_add(28)?)?);
        let start = header.checked_add(30 + name + extra)?;
        self.bytes.get(start..start.checked_add(entry.packed)?)
    }
}

/// Where the record that ends the directory stands: the last one there is.
fn end_record(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(END_WITHIN);
    let near = bytes.get(from..)?;
    let at = near.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    Some(from + at)
}

/// The entry of the directory at `at`, and where the next one stands.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    (long(bytes, at)? == 0x0201_4b50).then_some(())?;
    let (name, extra, comment) = (short(bytes, at + 28)?, short(bytes, at + 30)?, short(bytes, at + 32)?);
    let name_end = at + 46 + usize::from(name);
    let entry = Entry {
        name: String::from_utf8_lossy(bytes.get(at + 46..name_end)?).into_owned(),
        encrypted: short(bytes, at + 8)? & 1 == 1,
        method: short(bytes, at + 10)?,
        checksum: long(bytes, at + 16)?,
        packed: long(bytes, at + 20)? as usize,
        header: long(bytes, at + 42)? as usize,
    };
    Some((entry, name_end + usize::from(extra) + usize::from(comment)))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

/// CRC-32 as in APPNOTE 4.4.7, a bit at a time: office files are small.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }
}
