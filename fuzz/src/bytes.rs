//! Bytes taken one after the other, for laws that need numbers and choices before their text. Gives zeros where none are left.

/// The bytes that are left.
pub struct Bytes<'b>(pub &'b [u8]);

impl<'b> Bytes<'b> {
    /// The next byte.
    pub fn take(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    /// A number below `end`, which is at least 1.
    pub fn below(&mut self, end: usize) -> usize {
        usize::from(u16::from_le_bytes([self.take(), self.take()])) % end
    }

    /// One of several.
    pub fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::from(self.take()) % choices.len()]
    }

    /// How long the pieces are in which the rest is handed over: at least one byte.
    pub fn piece_length(&mut self) -> usize {
        usize::from(self.take()).max(1)
    }
}
