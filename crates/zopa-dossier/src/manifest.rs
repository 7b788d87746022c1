//! What stands in the list of a change that is written down?
//!
//! ```text
//! zopa change 1
//! keep 3
//! what add 1 document
//! put SHA-256-before SHA-256-after documents/post.txt
//! end
//! ```
//!
//! A hyphen takes the place of a hash where there was, or will be, no file.

use crate::change::{Change, Entry, stays_inside};
use zopa::text::sha256;

const HEAD: &str = "zopa change 1";

/// What is known of the bytes of a file: their hash, or that there is no file.
pub(crate) type Print = Option<String>;

/// A change as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// What the change does.
    pub(crate) what: String,
    /// What becomes of the record of it.
    pub(crate) record: Record,
    /// The files, in order. The bytes of the third are in `2.new`, and those before in `2.old`.
    pub(crate) rows: Vec<Row>,
}

/// What is done about the last changes when a change has been made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Record {
    /// It is kept under this number.
    Keep(u32),
    /// It took the one of this number back, which goes.
    Forget(u32),
}

/// One file of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) path: String,
    pub(crate) before: Print,
    pub(crate) after: Print,
}

impl Manifest {
    pub(crate) fn of(change: &Change, record: Record) -> Manifest {
        let print = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(sha256);
        let row =
            |entry: &Entry| Row { path: entry.path.clone(), before: print(&entry.before), after: print(&entry.after) };
        // One line; what is shown later is what was meant.
        let what = change.what.split_whitespace().collect::<Vec<_>>().join(" ");
        Manifest { what, record, rows: change.entries.iter().map(row).collect() }
    }

    pub(crate) fn text(&self) -> String {
        let shown = |print: &Print| print.clone().unwrap_or_else(|| "-".to_owned());
        let record = match self.record {
            Record::Keep(number) => format!("keep {number}"),
            Record::Forget(number) => format!("forget {number}"),
        };
        let rows =
            self.rows.iter().map(|row| format!("put {} {} {}\n", shown(&row.before), shown(&row.after), row.path));
        format!("{HEAD}\n{record}\nwhat {}\n{}end\n", self.what, rows.collect::<String>())
    }

    /// Reads what [`Manifest::text`] wrote; `None` if it is anything else.
    pub(crate) fn read(bytes: &[u8]) -> Option<Manifest> {
        let text = std::str::from_utf8(bytes).ok()?;
        let body = text.strip_prefix(HEAD)?.strip_prefix('\n')?.strip_suffix("end\n")?;
        let mut lines = body.lines();
        let record = match lines.next()?.split_once(' ')? {
            ("keep", number) => Record::Keep(number.parse().ok()?),
            ("forget", number) => Record::Forget(number.parse().ok()?),
            _ => return None,
        };
        let what = lines.next()?.strip_prefix("what ")?.to_owned();
        Some(Manifest { what, record, rows: lines.map(row).collect::<Option<_>>()? })
    }

    /// Does it touch what stays at the desk?
    pub(crate) fn is_private(&self) -> bool {
        self.rows.iter().any(|row| zopa::is_private_path(&row.path))
    }
}

fn row(line: &str) -> Option<Row> {
    let mut parts = line.strip_prefix("put ")?.splitn(3, ' ');
    let (before, after, path) = (print(parts.next()?)?, print(parts.next()?)?, parts.next()?.to_owned());
    stays_inside(&path).then_some(Row { path, before, after })
}

fn print(word: &str) -> Option<Print> {
    let is_hash = word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    match word {
        "-" => Some(None),
        hash if is_hash => Some(Some(hash.to_owned())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nothing_else_is() {
        let change = Change::new("add\n2  documents")
            .with_new("documents/a b.txt", b"a".to_vec())
            .with_edit("é.zopa", b"x".to_vec(), b"y".to_vec())
            .without("private/old.txt", b"z".to_vec());
        for record in [Record::Keep(7), Record::Forget(7)] {
            let manifest = Manifest::of(&change, record);
            let text = manifest.text();
            assert_eq!(Manifest::read(text.as_bytes()), Some(manifest));
            for length in 0..text.len() {
                assert_eq!(Manifest::read(&text.as_bytes()[..length]), None, "{length}");
            }
            assert_eq!(Manifest::read(text.replace("documents/", "../").as_bytes()), None);
            assert_eq!(Manifest::read(text.replace("change 1", "change 2").as_bytes()), None);
        }
    }
}
