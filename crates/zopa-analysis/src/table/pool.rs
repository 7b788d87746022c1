//! Things that columns point at, each kept once, in the order in which they were met.

use std::collections::BTreeMap;

/// Things by number.
pub(super) struct Pool<T> {
    pub items: Vec<T>,
    known: BTreeMap<T, u32>,
}

impl<T> Default for Pool<T> {
    fn default() -> Pool<T> {
        Pool { items: Vec::new(), known: BTreeMap::new() }
    }
}

impl<T: Ord + Clone> Pool<T> {
    /// The number of a thing.
    pub fn put(&mut self, item: T) -> u32 {
        let next = self.items.len() as u32;
        let items = &mut self.items;
        *self.known.entry(item).or_insert_with_key(|item| {
            items.push(item.clone());
            next
        })
    }

    /// A thing by its number.
    pub fn get(&self, number: u32) -> Option<&T> {
        self.items.get(number as usize)
    }
}
