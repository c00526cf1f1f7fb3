//! Rows of bits in 64-bit words. Does not know what a bit stands for.

/// The places of the bits that are set, in order.
pub fn set_in(words: impl IntoIterator<Item = u64>) -> impl Iterator<Item = usize> {
    let of_word = |(index, word): (usize, u64)| {
        let rest = std::iter::successors(Some(word), |rest| Some(rest & rest.wrapping_sub(1)));
        let rest = rest.take_while(|rest| *rest != 0);
        rest.map(move |rest| index * 64 + rest.trailing_zeros() as usize)
    };
    words.into_iter().enumerate().flat_map(of_word)
}

/// Whether a bit is set; one beyond the end is not.
pub fn is_set(words: &[u64], place: usize) -> bool {
    words.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
}

/// Sets a bit; one beyond the end stays as it is.
pub fn set(words: &mut [u64], place: usize) {
    if let Some(word) = words.get_mut(place / 64) {
        *word |= 1 << (place % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_found_across_words() {
        let mut words = [0_u64; 3];
        for place in [0, 63, 64, 130, 191, 192] {
            set(&mut words, place);
        }
        assert_eq!(set_in(words).collect::<Vec<_>>(), [0, 63, 64, 130, 191]);
        assert!(is_set(&words, 130) && !is_set(&words, 131) && !is_set(&words, 192));
    }
}
