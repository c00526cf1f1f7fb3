//! Short texts compared and hashed as four words, without a call for each. Knows nothing of what they mean.

use std::ops::Range;

/// A text of at most 31 bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Short {
    /// The bytes in order, the first in the lowest bits, with zeros behind the last; in the topmost byte the length.
    words: [u64; 4],
}

impl PartialEq for Short {
    #[inline(always)]
    fn eq(&self, other: &Short) -> bool {
        let ([a, b, c, d], [e, f, g, h]) = (self.words, other.words);
        // All at once: where the first words are the same, the others mostly are.
        (a ^ e) | (b ^ f) | (c ^ g) | (d ^ h) == 0
    }
}

impl Eq for Short {}

/// How many bytes are looked at.
const WINDOW: usize = Short::LENGTH + 1;

/// As many set bytes as a text can have, and as many that are not and one more.
const MASK: [[u8; WINDOW]; 2] = [[0xFF; WINDOW], [0; WINDOW]];

impl Short {
    /// The longest text, in bytes.
    pub(super) const LENGTH: usize = 31;

    /// A stretch of a text; absent where it is too long, or so near the text's end that it cannot be read in one go.
    #[inline(always)]
    pub(super) fn at(text: &[u8], range: Range<usize>) -> Option<Short> {
        let length = range.end.wrapping_sub(range.start);
        if length > Short::LENGTH {
            return None;
        }
        let window: &[u8; WINDOW] = text.get(range.start..)?.first_chunk()?;
        let mask: &[u8; WINDOW] = MASK.as_flattened().get(WINDOW.wrapping_sub(length)..)?.first_chunk()?;
        let (&[a, b, c, d], []) = window.as_chunks::<8>() else { return None };
        let (&[mask_a, mask_b, mask_c, mask_d], []) = mask.as_chunks::<8>() else { return None };
        let masked = |bytes: [u8; 8], mask: [u8; 8]| u64::from_le_bytes(bytes) & u64::from_le_bytes(mask);
        let last = masked(d, mask_d) | (length as u64) << 56;
        Some(Short { words: [masked(a, mask_a), masked(b, mask_b), masked(c, mask_c), last] })
    }

    /// Whether there is nothing in it.
    #[inline]
    pub(super) fn is_empty(self) -> bool {
        let [.., last] = self.words;
        last >> 56 == 0
    }

    /// A number of so many bits, spread evenly over texts that differ.
    #[inline(always)]
    pub(super) fn place(self, bits: u32) -> usize {
        let [a, b, c, d] = self.words;
        let mixed = a ^ b.rotate_left(19) ^ c.rotate_left(37) ^ d.rotate_left(53);
        usize::try_from(mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS.wrapping_sub(bits)))
            .unwrap_or_default()
    }

    /// The length and the text as a number, where the text has at most 16 bytes: two texts have the same only if they
    /// are the same, and of two numbers in digits the larger has the larger.
    #[inline]
    pub(super) fn order(self) -> Option<(usize, u128)> {
        let [a, b, _, d] = self.words;
        let length = (d >> 56) as usize;
        let number = u128::from(a.swap_bytes()) << 64 | u128::from(b.swap_bytes());
        (length <= 16).then_some((length, number))
    }
}

/// As [`Short::order`], of a text that stands by itself.
pub(super) fn order_of(text: &str) -> Option<(usize, u128)> {
    let mut window = [0; WINDOW];
    window.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
    Short::at(&window, 0..text.len())?.order()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(text: &str) -> Option<Short> {
        Short::at(format!("{text}{}", "~".repeat(32)).as_bytes(), 0..text.len())
    }

    #[test]
    fn what_stands_behind_a_text_does_not_count() {
        for length in 0..=Short::LENGTH {
            let text = "x".repeat(length);
            let other = format!("{text}{}", "y".repeat(40));
            assert_eq!(Short::at(other.as_bytes(), 0..length), short(&text), "{length}");
            assert_ne!(Short::at(other.as_bytes(), 0..length + 1), short(&text), "{length}");
        }
        assert_eq!(short(&"x".repeat(32)), None);
        assert_eq!(Short::at(b"too near the end", 0..3), None);
    }

    #[test]
    fn numbers_in_digits_are_in_order() {
        let order = |text| short(text).and_then(Short::order);
        for ascending in ["1", "9", "10", "99", "100", "12345678", "123456789", "1234567890123456"].windows(2)
        {
            assert!(order(ascending[0]) < order(ascending[1]), "{ascending:?}");
        }
        assert_eq!(order("12345678901234567"), None);
    }
}
