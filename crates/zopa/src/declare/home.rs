//! In which file, and behind what, is something new declared?

use super::known::word_of;
use super::{Declaring, New};
use crate::edited::SUGGESTED;
use zopa_syntax::ast::ItemKind;
use zopa_syntax::edit::{Edit, Editor};
use zopa_syntax::keywords::ItemWord;
use zopa_syntax::write::{Row, text};
use zopa_syntax::{FileId, Part, Span};

impl<'a> Declaring<'a> {
    /// The edits that declare it. Options go first: at the end of a file an item may follow in the same place.
    pub fn edits(&self) -> Vec<Edit> {
        let options = self.options.iter().filter_map(|(issue, line)| {
            // Under an issue of everybody's, what stays at the desk is marked.
            let marked = self.private.is_some() && self.read.tree.why(Part::Private, *issue).is_none();
            let row = Row::new(line).with(marked.then(|| Row::new("private")));
            self.editor(issue.file)?.line_under(*issue, &row)
        });
        let items = self.new.iter().filter_map(|new| {
            let (file, marked) = self.home(new)?;
            let row = Row::new(new.head()).with(new.under.iter().map(Row::new));
            Some(self.editor(file)?.item_after_its_kind(new.word, &row.with(marked.then(|| Row::new("private")))))
        });
        options.chain(items).chain(self.also_edits()).collect()
    }

    /// Other names go behind those that stand in the line already.
    fn also_edits(&self) -> Vec<Edit> {
        let mut before: Vec<Span> = Vec::new();
        let each = self.also.iter().filter_map(|(at, words)| {
            let item = self.read.tree.items.iter().find(|item| item.span == *at)?;
            let (ItemKind::Party { title, also, .. } | ItemKind::Person { title, also, .. }) = &item.kind else {
                return None;
            };
            let behind = if also.is_empty() && !before.contains(at) { " also" } else { "," };
            before.push(*at);
            let place = also.last().unwrap_or(title).span;
            Some(Edit::insert(place.file, place.end, format!("{behind} {}", text(words))))
        });
        each.collect()
    }

    fn editor(&self, file: FileId) -> Option<Editor<'a>> {
        Some(Editor::of(&self.read.files.get(file.0 as usize)?.text, file))
    }

    /// The file for an item of a kind: the last that has one, the one that names the case, the first; and whether the item
    /// is to be marked as private there.
    fn home(&self, new: &New) -> Option<(FileId, bool)> {
        let public = self.texts.case_files.len();
        let all = if new.private.is_some() { public..self.read.files.len() } else { 0..public };
        let own: Vec<usize> = all.clone().filter(|at| !self.is_of_suggestions(*at)).collect();
        let last = |word: ItemWord| {
            let items = self.read.tree.items.iter().filter(|item| word_of(item) == Some(word));
            items.map(|item| item.span.file.0 as usize).filter(|at| own.contains(at)).max()
        };
        let found = last(new.word).or_else(|| last(ItemWord::Case)).or(own.first().copied());
        let file = |at: usize| FileId(u32::try_from(at).unwrap_or(u32::MAX));
        match (found, new.private) {
            (Some(at), _) => Some((file(at), false)),
            (None, Some(beside)) => Some((beside, (beside.0 as usize) < public)),
            (None, None) => all.clone().next().map(|at| (file(at), false)),
        }
    }

    fn is_of_suggestions(&self, at: usize) -> bool {
        let file = self.read.files.get(at);
        file.is_some_and(|file| file.path.rsplit(['/', '\\']).next() == Some(SUGGESTED))
    }
}
