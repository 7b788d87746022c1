//! Which texts have been taken already?
//!
//! A dossier is read again whenever a line of its case changes, and with and without some of its parts; its documents stay as
//! they are. What was taken from the same bytes under the same name is the same text, and is not taken again.

use crate::{Keep, Text, Unread, sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The most bytes of texts that are kept; with more, it begins anew.
const BYTES_MOST: usize = 32 << 20;

/// Texts by the name and the hash of what they were taken from, and what was put back. A clone keeps them together with the
/// original.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<Mutex<Texts>>);

/// A name, a hash, and the pieces that were put back, each on a row.
type Key = (String, String, String);

#[derive(Debug, Default)]
struct Texts {
    by_name: BTreeMap<Key, Text>,
    bytes: usize,
}

impl Kept {
    /// The text of a document, as [`Text::of_document`] takes it, with these pieces put back.
    ///
    /// # Errors
    /// As [`Text::of_document`].
    pub fn text(&self, path: &str, bytes: &[u8], keeps: &[Keep]) -> Result<Text, Unread> {
        self.hashed(path, bytes, &sha256(bytes), keeps)
    }

    /// The same, where the `sha256` of the bytes is known.
    ///
    /// # Errors
    /// As [`Text::of_document`].
    pub fn hashed(&self, path: &str, bytes: &[u8], sha256: &str, keeps: &[Keep]) -> Result<Text, Unread> {
        let key = |rows: String| (path.to_owned(), sha256.to_owned(), rows);
        let taken = self.once(key(String::new()), || Text::of_document(path, bytes))?;
        let row = |keep: &Keep| format!("{} {}\n", keep.number.unwrap_or_default(), keep.words.replace('\n', " "));
        let rows: String = keeps.iter().map(row).collect();
        if rows.is_empty() { Ok(taken) } else { self.once(key(rows), || Ok(taken.keeping(keeps))) }
    }

    fn once(&self, key: Key, take: impl FnOnce() -> Result<Text, Unread>) -> Result<Text, Unread> {
        // Whoever held the lock and failed has left whole texts.
        let texts = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = texts().by_name.get(&key) {
            return Ok(known.clone());
        }
        let text = take()?;
        let mut texts = texts();
        texts.bytes += text.as_str().len();
        if texts.bytes > BYTES_MOST {
            *texts = Texts { bytes: text.as_str().len(), ..Texts::default() };
        }
        texts.by_name.insert(key, text.clone());
        Ok(text)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_give_the_same_text_and_others_another() {
        let kept = Kept::default();
        let again = kept.clone();
        for (path, bytes) in [("a.txt", "one"), ("a.txt", "two"), ("a.html", "<p>one</p>"), ("a.txt", "one")] {
            let taken = Text::of_document(path, bytes.as_bytes()).unwrap();
            assert_eq!(kept.text(path, bytes.as_bytes(), &[]).unwrap().as_str(), taken.as_str());
            assert_eq!(again.text(path, bytes.as_bytes(), &[]).unwrap().as_str(), taken.as_str());
        }
        assert!(kept.text("a.bin", &[0, 159, 146, 150], &[]).is_err());
        assert_eq!(kept.0.lock().unwrap().by_name.len(), 3);
    }

    #[test]
    fn no_more_is_kept_than_the_bound() {
        let kept = Kept::default();
        for number in 0..5 {
            let text = format!("{number}{}", "a".repeat(BYTES_MOST / 3));
            kept.text("a.txt", text.as_bytes(), &[]).unwrap();
            assert!(kept.0.lock().unwrap().bytes <= BYTES_MOST);
        }
    }
}
