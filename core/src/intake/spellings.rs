//! The tags of an input by their spelling in its cells, so that a cell is cleaned and compared only once for each way of
//! writing a tag. Knows no cells.

use foldhash::fast::FixedState;
use indexmap::IndexMap;

use super::recent::Recent;
use super::short::Short;
use crate::TagId;

/// What each spelling stands for: a tag, or nothing.
pub(super) struct Spellings {
    known: IndexMap<Box<str>, Option<TagId>, FixedState>,
    /// A cheaper look-up for what most cells hold.
    recent: Recent<Option<TagId>>,
}

/// As bits, how many short spellings are at hand.
const RECENT: u32 = 12;

impl Default for Spellings {
    fn default() -> Self {
        Spellings { known: IndexMap::default(), recent: Recent::with_bits(RECENT) }
    }
}

impl Spellings {
    /// What a short spelling stands for, if it was met not long before.
    #[inline]
    pub(super) fn recent(&self, spelling: Short) -> Option<Option<TagId>> {
        self.recent.get(spelling)
    }

    /// What a spelling stands for, if it was met before.
    pub(super) fn get(&mut self, spelling: &str, short: Option<Short>) -> Option<Option<TagId>> {
        let tag = *self.known.get(spelling)?;
        if let Some(short) = short {
            self.recent.put(short, tag);
        }
        Some(tag)
    }

    /// Remembers what a spelling stands for, as long as no more than `bound` are known.
    pub(super) fn insert(&mut self, spelling: &str, tag: Option<TagId>, bound: usize) {
        if self.known.len() < bound {
            self.known.insert(spelling.into(), tag);
        }
    }
}
