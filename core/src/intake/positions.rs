//! Where bytes stand in a short stretch of text, 64 bytes at a time. Knows nothing of what the bytes mean.

use std::ops::Range;

use wide::u8x64;

/// Sixty-four bytes of a text, or fewer at the end of the stretch.
pub(super) struct Block {
    lanes: u8x64,
    within: u64,
}

impl Block {
    /// How many bytes a block holds.
    pub(super) const LENGTH: usize = 64;

    /// The bytes at the start of a stretch.
    #[inline]
    pub(super) fn at(text: &[u8], range: Range<usize>) -> Block {
        let within = match range.len() {
            length @ 0..Block::LENGTH => (1 << length) - 1,
            _ => u64::MAX,
        };
        let rest = text.get(range.start..).unwrap_or_default();
        let lanes = match rest.first_chunk() {
            Some(block) => u8x64::new(*block),
            None => u8x64::new(padded(rest)),
        };
        Block { lanes, within }
    }

    /// The places of a byte, as bits.
    #[inline]
    pub(super) fn places(&self, byte: u8) -> u64 {
        self.lanes.simd_eq(u8x64::splat(byte)).to_bitmask() & self.within
    }
}

#[cold]
fn padded(bytes: &[u8]) -> [u8; Block::LENGTH] {
    let mut padded = [0; Block::LENGTH];
    for (to, from) in padded.iter_mut().zip(bytes) {
        *to = *from;
    }
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_within_the_stretch_is_found_at_every_length() {
        let text: Vec<u8> = (0..100).map(|at| if at % 7 == 3 { b',' } else { 0 }).collect();
        for end in 0..=text.len() {
            let block = Block::at(&text, 0..end);
            for byte in [b',', 0] {
                for (place, found) in text.iter().enumerate().take(64) {
                    let expected = place < end && *found == byte;
                    assert_eq!(block.places(byte) >> place & 1 == 1, expected, "{place} of {end}");
                }
            }
        }
    }
}
