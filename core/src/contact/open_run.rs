//! The run of the row that is being made, in room that stays: texts are put there at their place, and copied into the table
//! at once when the row is done. Knows the form of a run, which [`slot`](super::slot) reads, and no table.

use std::fmt;

use super::slot::{self, LONG, SHORT, Slot};
use crate::TagId;

/// The run of a row that is not done.
#[derive(Clone, Default)]
pub(super) struct OpenRun {
    /// What was put is the first `length`; behind it is room.
    bytes: Vec<u8>,
    length: usize,
}

/// The slot and the length of a text that is short, as most are.
const HEAD: usize = 2;

impl OpenRun {
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Drops what was put.
    pub(super) fn clear(&mut self) {
        self.length = 0;
    }

    /// Begins anew with the tags of a row.
    #[inline]
    pub(super) fn begin(&mut self, tags: &[TagId]) {
        // Few tags with low numbers, as most people have, take a byte or two each.
        const FEW: usize = 32;
        self.length = 0;
        let few = match self.room::<FEW>() {
            Some(room) => put_few_tags(room, tags),
            None => None,
        };
        match few {
            Some(length) => self.length = length,
            None => self.put_many_tags(tags),
        }
    }

    #[cold]
    fn put_many_tags(&mut self, tags: &[TagId]) {
        let mut run = Vec::new();
        slot::push_tags(&mut run, tags);
        self.put(&run);
    }

    /// Puts one entry.
    #[inline]
    pub(super) fn put_entry(&mut self, slot: Slot, value: &[u8]) {
        match (u8::try_from(slot.0), u8::try_from(value.len())) {
            (Ok(slot @ 0..LONG), Ok(length @ 0..LONG)) => self.put(&[slot, length]),
            _ => {
                let mut head = Vec::new();
                slot::push_number(&mut head, slot.0);
                slot::push_number(&mut head, value.len());
                self.put(&head);
            }
        }
        self.put(value);
    }

    /// Puts one entry whose text is the first `length` bytes of `bytes`; none where that is nothing.
    #[inline(always)]
    pub(super) fn put_short_entry(&mut self, slot: Slot, bytes: &[u8; SHORT], length: usize) {
        let Ok(number @ 0..LONG) = u8::try_from(slot.0) else {
            return self.put_entry(slot, bytes.get(..length).unwrap_or_default());
        };
        let Some(room) = self.room::<{ HEAD + SHORT }>() else { return };
        let [slot, short, text @ ..] = room;
        *slot = number;
        *short = length as u8;
        text.copy_from_slice(bytes);
        // No branch: whether a cell is blank is anybody's guess.
        self.length = self.length.wrapping_add(if length > 0 { HEAD.wrapping_add(length) } else { 0 });
    }

    fn put(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len();
        if self.bytes.len() < end {
            self.grow(end);
        }
        if let Some(room) = self.bytes.get_mut(self.length..end) {
            room.copy_from_slice(bytes);
        }
        self.length = end;
    }

    /// So many bytes behind what was put; there are always as many.
    #[inline(always)]
    fn room<const LENGTH: usize>(&mut self) -> Option<&mut [u8; LENGTH]> {
        if self.bytes.len().wrapping_sub(self.length) < LENGTH {
            self.grow(self.length + LENGTH);
        }
        self.bytes.get_mut(self.length..)?.first_chunk_mut()
    }

    #[cold]
    fn grow(&mut self, end: usize) {
        self.bytes.resize(end.next_power_of_two().max(1024), 0);
    }
}

impl fmt::Debug for OpenRun {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_bytes().fmt(formatter)
    }
}

/// Puts the length of some tags and their numbers, if there is room and each takes two bytes at most; gives how many bytes
/// that took.
#[inline(always)]
fn put_few_tags<const LENGTH: usize>(room: &mut [u8; LENGTH], tags: &[TagId]) -> Option<usize> {
    let (head, room) = room.split_first_mut()?;
    let mut length = 0;
    for tag in tags {
        let number = tag.index();
        if number >= 0x80 {
            *room.get_mut(length).filter(|_| number < 0x4000)? = (number >> 7) as u8 | 0x80;
            length += 1;
        }
        *room.get_mut(length)? = (number & 0x7F) as u8;
        length += 1;
    }
    *head = length as u8;
    Some(length + 1)
}

#[cfg(test)]
mod tests {
    use super::super::slot::split_run;
    use super::*;

    #[test]
    fn a_row_comes_back_as_it_was_put_at_every_length() {
        let mut run = OpenRun::default();
        for length in [0, 1, 31, 32, 33, 126, 127, 128, 16_384, 300_000] {
            let tags: Vec<TagId> =
                [0, 1, 127, 128, 16_383, 16_384, u32::MAX].map(TagId::from_number).to_vec();
            let tags = tags.get(..length.min(7)).unwrap();
            let value = "e".repeat(length);
            run.begin(tags);
            run.put_entry(Slot(3), value.as_bytes());
            let mut expected = vec![(Slot(3), value.as_str())];
            if length > 0 && length <= SHORT {
                let mut bytes = [b'~'; SHORT];
                bytes[..length].copy_from_slice(value.as_bytes());
                run.put_short_entry(Slot(4), &[b'~'; SHORT], 0);
                run.put_short_entry(Slot(5), &bytes, length);
                run.put_short_entry(Slot(400), &bytes, length);
                expected.extend([(Slot(5), value.as_str()), (Slot(400), value.as_str())]);
            }
            run.put_entry(Slot(500), b"end");
            expected.push((Slot(500), "end"));
            let (read_tags, entries) = split_run(run.as_bytes());
            assert_eq!(read_tags.collect::<Vec<_>>(), tags);
            assert_eq!(entries.collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn tags_come_back_however_many_there_are() {
        let mut run = OpenRun::default();
        for count in 0..100 {
            for low in [0, 100, 127, 16_383] {
                let tags: Vec<TagId> = (low..low + count).map(TagId::from_number).collect();
                run.begin(&tags);
                assert_eq!(split_run(run.as_bytes()).0.collect::<Vec<_>>(), tags, "{count} from {low}");
            }
        }
    }
}
