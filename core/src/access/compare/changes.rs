//! Changes of access as they are found, some thousand people at a time, and counted as they are given out. Does not compare.

use super::block::{Found, find};
use super::change::AccessChange;
use super::comparer::{AccessComparer, ComparedMember};
use super::comparison::{AccessComparison, Tally};
use crate::access::BLOCK;

/// The changes of access between two sites, one by one: by member, then by page. Made by [`AccessComparer::changes`].
#[derive(Debug)]
pub struct AccessChanges<'a, Members> {
    comparer: &'a AccessComparer<'a>,
    members: Members,
    /// The people of whom the changes found are.
    block: Vec<ComparedMember>,
    /// The place of the first of them among all.
    first: u64,
    found: std::vec::IntoIter<Found>,
    tally: Tally,
}

impl<'a, Members: Iterator<Item = ComparedMember>> AccessChanges<'a, Members> {
    pub(super) fn new(comparer: &'a AccessComparer<'a>, members: Members) -> Self {
        let options = &comparer.options;
        AccessChanges {
            comparer,
            members,
            block: Vec::new(),
            first: 0,
            found: Vec::new().into_iter(),
            tally: Tally::new(options.horizon, comparer.pages(), &options.accepted),
        }
    }

    /// Goes through what is left, and says what all of it comes to.
    pub fn finish(mut self) -> AccessComparison {
        self.by_ref().for_each(drop);
        self.tally.finish()
    }

    /// Compares the next people; gives whether there were any.
    fn compare_block(&mut self) -> bool {
        self.first = self.first.saturating_add(u64::try_from(self.block.len()).unwrap_or(u64::MAX));
        self.block.clear();
        self.block.extend(self.members.by_ref().take(BLOCK));
        self.tally.add_members(self.block.len());
        self.found = find(self.comparer, &self.block).into_iter();
        !self.block.is_empty()
    }
}

impl<'a, Members: Iterator<Item = ComparedMember>> Iterator for AccessChanges<'a, Members> {
    type Item = AccessChange<'a>;
    fn next(&mut self) -> Option<AccessChange<'a>> {
        loop {
            if let Some(found) = self.found.next() {
                let row = self.first.saturating_add(u64::try_from(found.place).unwrap_or(u64::MAX));
                let member = self.block.get(found.place)?;
                let change = self.comparer.change(row, member, found)?;
                self.tally.add(found.page, &change);
                return Some(change);
            }
            if !self.compare_block() {
                return None;
            }
        }
    }
}
