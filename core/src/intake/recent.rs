//! What was made of short texts, at hand for when they come again: each text has one place, which the last that has it
//! holds. Knows nothing of what is made of them.

use super::short::Short;

/// What was made of the short texts met last.
#[derive(Clone, Debug)]
pub(super) struct Recent<T> {
    places: Vec<Option<(Short, T)>>,
    bits: u32,
}

impl<T: Copy> Recent<T> {
    /// No text yet, and 2^`bits` places.
    pub(super) fn with_bits(bits: u32) -> Recent<T> {
        Recent { places: vec![None; 1 << bits], bits }
    }

    /// What was made of a text, if it is at hand.
    #[inline(always)]
    pub(super) fn get(&self, text: Short) -> Option<T> {
        match self.places.get(text.place(self.bits)) {
            Some(Some((known, made))) if *known == text => Some(*made),
            _ => None,
        }
    }

    /// Has at hand what was made of a text.
    pub(super) fn put(&mut self, text: Short, made: T) {
        if let Some(place) = self.places.get_mut(text.place(self.bits)) {
            *place = Some((text, made));
        }
    }
}
