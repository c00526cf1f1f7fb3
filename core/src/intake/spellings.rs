//! The tags of an input by their spelling in its cells, so that a cell is cleaned and compared only once for each way of
//! writing a tag. Knows no cells.

use foldhash::fast::FixedState;
use indexmap::IndexMap;

use crate::TagId;

/// What each spelling stands for: a tag, or nothing.
#[derive(Default)]
pub(super) struct Spellings {
    known: IndexMap<Box<str>, Option<TagId>, FixedState>,
    /// The spelling met last at each place, by its number in `known`: a cheaper look-up for what most cells hold.
    recent: Recent,
}

struct Recent(Vec<u32>);

impl Default for Recent {
    fn default() -> Self {
        Recent(vec![u32::MAX; 1 << Self::BITS])
    }
}

impl Recent {
    const BITS: u32 = 12;

    /// The place of a spelling: by its length and its first and last eight bytes.
    #[inline]
    fn place(spelling: &[u8]) -> usize {
        let (first, last) = match (spelling.first_chunk(), spelling.last_chunk()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => (spelling.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)), 0),
        };
        let mixed =
            (first ^ last.rotate_left(29) ^ spelling.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(mixed >> (u64::BITS - Self::BITS)).unwrap_or_default()
    }
}

impl Spellings {
    /// What a spelling stands for, if it was met before.
    #[inline]
    pub(super) fn get(&mut self, spelling: &str) -> Option<Option<TagId>> {
        let recent = self.recent.0.get_mut(Recent::place(spelling.as_bytes()))?;
        if let Some((known, tag)) = self.known.get_index(*recent as usize)
            && **known == *spelling
        {
            return Some(*tag);
        }
        let (number, _, tag) = self.known.get_full(spelling)?;
        *recent = u32::try_from(number).unwrap_or(u32::MAX);
        Some(*tag)
    }

    /// Remembers what a spelling stands for, as long as no more than `bound` are known.
    pub(super) fn insert(&mut self, spelling: &str, tag: Option<TagId>, bound: usize) {
        if self.known.len() < bound {
            self.known.insert(spelling.into(), tag);
        }
    }
}
