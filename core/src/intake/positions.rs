//! Where one byte stands in a short text, 64 bytes at a time. Knows nothing of what the byte means.

use wide::u8x64;

/// The places of a byte, ascending.
pub(super) struct Positions<'a> {
    bytes: &'a [u8],
    needle: u8,
    /// Where the block at hand starts.
    base: usize,
    /// Which of its bytes are the needle and were not given yet.
    found: u64,
}

impl<'a> Positions<'a> {
    #[inline]
    pub(super) fn new(bytes: &'a [u8], needle: u8) -> Self {
        Positions { found: find(bytes, needle), bytes, needle, base: 0 }
    }
}

/// The places of a byte in the first 64 bytes, as bits.
#[inline]
fn find(bytes: &[u8], needle: u8) -> u64 {
    let lanes = |block: [u8; 64]| u8x64::new(block).simd_eq(u8x64::splat(needle)).to_bitmask();
    match bytes.first_chunk::<64>() {
        Some(block) => lanes(*block),
        None => {
            let mut padded = [0; 64];
            if let Some(start) = padded.get_mut(..bytes.len()) {
                start.copy_from_slice(bytes);
            }
            let within = (1_u64 << (bytes.len() & 63)) - 1;
            lanes(padded) & within
        }
    }
}

impl Iterator for Positions<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.base += 64;
            self.found = find(self.bytes.get(self.base..).filter(|rest| !rest.is_empty())?, self.needle);
        }
        let at = self.base + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_at_every_length() {
        for length in 0..200 {
            let text: Vec<u8> = (0..length).map(|at| if at % 7 == 3 { b',' } else { 0 }).collect();
            let expected: Vec<usize> = (0..length).filter(|at| at % 7 == 3).collect();
            assert_eq!(Positions::new(&text, b',').collect::<Vec<_>>(), expected);
            assert_eq!(Positions::new(&text, 0).count(), length - expected.len());
        }
    }
}
