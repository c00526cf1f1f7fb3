//! Where cells and records end, found 64 bytes at a time: which bytes are delimiters, line ends and quotes, and, from the
//! parity of the quotes before them, which of them are text. The same look tells plain records from others, so that nobody
//! has to look at all of their text again. Knows nothing of what a cell means.
//!
//! The parity tells the truth as long as every quoted cell opens at its cell's start, closes at its end, and doubles the
//! quotes between. Where a byte shows that this is not so, the index stops before that record.

use std::ops::Range;

use wide::u8x64;

use super::record::{LineEnd, Separators, place};

/// The index of a growing text.
#[derive(Debug)]
pub(super) struct Index {
    /// What stands before the first record, then where each cell ends; the room behind the first `count` is spare.
    marks: Vec<u32>,
    count: usize,
    /// The records that ended.
    records: Vec<Ended>,
    /// How many of them were taken.
    taken: usize,
    /// Which mark stands before the next record to take.
    first: usize,
    /// Where in the text the index goes on.
    scanned: usize,
    /// What was seen in the open record so far.
    seen: Seen,
    before: Before,
    /// Whether the open record is not orderly.
    stopped: bool,
}

/// A record that ended.
#[derive(Clone, Copy, Debug)]
struct Ended {
    /// Its last mark.
    mark: usize,
    is_plain: bool,
    has_line_ends: bool,
}

/// A record that can be read.
#[derive(Debug)]
pub(super) struct Marked<'a> {
    /// What stands before the record, then where each of its cells ends.
    pub(super) marks: &'a mut [u32],
    /// See [`Quality::is_plain`](super::record::Quality).
    pub(super) is_plain: bool,
    /// Whether there are line ends within its quotes.
    pub(super) has_line_ends: bool,
}

/// What a stretch of text holds, each as bits: of one block the bytes in question, of several blocks whether there are any.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Bytes for which a record is not plain.
    unusual: u64,
    /// Line ends within quotes.
    quoted_line_ends: u64,
}

/// What stands right before a block, each 0 or 1.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    in_quotes: u64,
    /// A delimiter or line end, or the start of the text.
    cell_end: u64,
    closing_quote: u64,
    /// A carriage return behind a closing quote.
    closing_return: u64,
}

/// What the quotes of a block make of its other bytes.
struct Quoted {
    /// The bytes inside quotes.
    inside: u64,
    /// The bytes before the first that shows disorder.
    orderly: u64,
    /// The second quotes of those that are doubled.
    doubled: u64,
    next: Before,
}

/// How many bytes are looked at at a time.
const BLOCK: usize = 64;

/// The separators, each as a block of itself.
pub(super) struct Wanted {
    delimiter: u8x64,
    line_end: u8x64,
    quote: Option<u8x64>,
    /// What HTML begins with.
    ampersand: u8x64,
    less_than: u8x64,
    /// Whether a carriage return may stand before a line end.
    trims_returns: bool,
}

impl Wanted {
    pub(super) fn new(separators: Separators) -> Self {
        Wanted {
            delimiter: u8x64::splat(separators.delimiter),
            line_end: u8x64::splat(separators.line_end.byte()),
            quote: separators.quote.map(u8x64::splat),
            ampersand: u8x64::splat(b'&'),
            less_than: u8x64::splat(b'<'),
            trims_returns: separators.line_end == LineEnd::LineFeed,
        }
    }
}

impl Default for Index {
    fn default() -> Self {
        let mut index = Index {
            marks: vec![0; 1024],
            count: 0,
            records: Vec::new(),
            taken: 0,
            first: 0,
            scanned: 0,
            seen: Seen::default(),
            before: Before::default(),
            stopped: false,
        };
        index.restart(0);
        index
    }
}

impl Index {
    /// Begins anew with a record that starts at a place in the text.
    pub(super) fn restart(&mut self, start: usize) {
        if let Some(first) = self.marks.first_mut() {
            *first = place(start).wrapping_sub(1);
        }
        self.count = 1;
        self.records.clear();
        (self.taken, self.first, self.scanned) = (0, 0, start);
        self.seen = Seen::default();
        self.before = Before { cell_end: 1, ..Before::default() };
        self.stopped = false;
    }

    /// Whether the index stopped before the open record, because it is not orderly.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// How far the text was looked at.
    pub(super) fn scanned(&self) -> usize {
        self.scanned
    }

    /// Where the open cell starts.
    fn open_cell(&self) -> usize {
        let mark = self.count.checked_sub(1).and_then(|last| self.marks.get(last));
        mark.map_or(0, |mark| mark.wrapping_add(1) as usize)
    }

    /// How many cells of the open record ended, once all others are taken.
    pub(super) fn open_cells(&self) -> usize {
        self.count.saturating_sub(self.first + 1)
    }

    /// The cells of the open record with the open one, once all others are taken.
    pub(super) fn open_record(&self) -> impl Iterator<Item = Range<usize>> {
        let marks = self.marks.get(self.first..self.count).unwrap_or_default();
        let ends = marks.iter().skip(1).map(|end| *end as usize).chain([self.scanned]);
        marks.iter().map(|before| before.wrapping_add(1) as usize).zip(ends).map(|(start, end)| start..end)
    }

    /// The next record that ended.
    #[inline]
    pub(super) fn take(&mut self) -> Option<Marked<'_>> {
        let ended = *self.records.get(self.taken)?;
        self.taken += 1;
        let marks = self.marks.get_mut(self.first..ended.mark + 1)?;
        self.first = ended.mark;
        Some(Marked { marks, is_plain: ended.is_plain, has_line_ends: ended.has_line_ends })
    }

    /// Forgets the records that were taken, after `gone` bytes of text were dropped from the front.
    pub(super) fn drop_taken(&mut self, gone: usize) {
        self.marks.copy_within(self.first..self.count, 0);
        self.count -= self.first;
        self.scanned -= gone;
        for mark in self.marks.iter_mut().take(self.count) {
            *mark = mark.wrapping_sub(place(gone));
        }
        self.records.clear();
        (self.taken, self.first) = (0, 0);
    }

    /// Goes on through the text as far as it fills blocks; with `last`, to its end.
    pub(super) fn scan(&mut self, bytes: &[u8], wanted: &Wanted, last: bool) {
        let rest = bytes.get(self.scanned..).unwrap_or_default();
        let (blocks, tail) = rest.as_chunks::<BLOCK>();
        for block in blocks {
            self.take_block(block, u64::MAX, wanted);
            if self.stopped {
                return;
            }
            self.scanned += BLOCK;
        }
        if !last {
            return;
        }
        if !tail.is_empty() {
            let mut padded = [0; BLOCK];
            for (to, from) in padded.iter_mut().zip(tail) {
                *to = *from;
            }
            self.take_block(&padded, (1 << tail.len()) - 1, wanted);
            self.scanned = bytes.len();
        }
        self.stopped |= self.before.in_quotes != 0;
        let before_open = self.records.last().map_or(self.first, |ended| ended.mark);
        if !self.stopped && (before_open + 1 < self.count || self.open_cell() < bytes.len()) {
            self.end_record(self.count, 0, Seen::default());
            self.make_room();
            if let Some(mark) = self.marks.get_mut(self.count) {
                *mark = place(bytes.len());
            }
            self.count += 1;
        }
    }

    #[inline(always)]
    fn take_block(&mut self, block: &[u8; BLOCK], within: u64, wanted: &Wanted) {
        let lanes = u8x64::new(*block);
        let line_ends = lanes.simd_eq(wanted.line_end).to_bitmask() & within;
        let mut cell_ends = (lanes.simd_eq(wanted.delimiter).to_bitmask() & within) | line_ends;
        let quotes = match wanted.quote {
            Some(quote) => lanes.simd_eq(quote).to_bitmask() & within,
            None => 0,
        };
        let html = lanes.simd_eq(wanted.ampersand) | lanes.simd_eq(wanted.less_than);
        // The topmost bit of a byte is set where it is not ASCII.
        let mut seen = Seen { unusual: (lanes | html).to_bitmask(), quoted_line_ends: 0 };
        let Before { in_quotes, closing_quote, closing_return, .. } = self.before;
        if quotes | in_quotes | closing_quote | closing_return == 0 {
            self.before.cell_end = cell_ends >> (BLOCK - 1);
        } else {
            let quoted = self.take_quotes(lanes, [cell_ends, line_ends, quotes, within], wanted);
            seen.unusual |= quoted.doubled;
            seen.quoted_line_ends = line_ends & quoted.inside;
            cell_ends &= !quoted.inside & quoted.orderly;
            self.before = quoted.next;
            self.stopped = quoted.orderly != u64::MAX;
        }
        let first = self.count;
        self.mark(cell_ends);
        let mut line_ends = line_ends & cell_ends;
        while line_ends != 0 {
            let line_end = line_ends & line_ends.wrapping_neg();
            let through = line_end | line_end.wrapping_sub(1);
            let mark = first.wrapping_add((cell_ends & through).count_ones() as usize).wrapping_sub(1);
            self.end_record(mark, through, seen);
            seen.unusual &= !through;
            seen.quoted_line_ends &= !through;
            line_ends &= !line_end;
        }
        self.seen.unusual |= seen.unusual;
        self.seen.quoted_line_ends |= seen.quoted_line_ends;
    }

    /// Marks the given bytes of the block at hand as cell ends.
    #[inline(always)]
    fn mark(&mut self, mut ends: u64) {
        if self.marks.len() < self.count + BLOCK {
            self.make_room();
        }
        let base = place(self.scanned);
        let room = self.marks.get_mut(self.count..).and_then(<[u32]>::first_chunk_mut::<BLOCK>);
        let Some(room) = room else { return };
        // So many at once, whether there are as many or not: cheaper than to find out at each of them.
        const MOST: usize = 6;
        let count = ends.count_ones() as usize;
        let mut next = || {
            let at = base.wrapping_add(ends.trailing_zeros());
            ends &= ends.wrapping_sub(1);
            at
        };
        let Some((most, others)) = room.split_first_chunk_mut::<MOST>() else { return };
        *most = [next(), next(), next(), next(), next(), next()];
        for mark in others.iter_mut().take(count.saturating_sub(MOST)) {
            *mark = next();
        }
        self.count = self.count.wrapping_add(count);
    }

    #[cold]
    fn make_room(&mut self) {
        self.marks.resize(self.marks.len() * 2 + BLOCK, 0);
    }

    /// Ends the open record with a mark; `through` are the bytes of the block at hand that belong to it.
    #[inline]
    fn end_record(&mut self, mark: usize, through: u64, block: Seen) {
        let seen = std::mem::take(&mut self.seen);
        self.records.push(Ended {
            mark,
            is_plain: seen.unusual | block.unusual & through == 0,
            has_line_ends: seen.quoted_line_ends | block.quoted_line_ends & through != 0,
        });
    }

    #[inline]
    fn take_quotes(
        &self,
        lanes: u8x64,
        [cell_ends, line_ends, quotes, within]: [u64; 4],
        wanted: &Wanted,
    ) -> Quoted {
        // Each bit is the parity of the quotes up to it: inside are the opening quote and what follows it, not the closing.
        let mut inside = quotes;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        inside ^= self.before.in_quotes.wrapping_neg();
        let (opening, closing) = (quotes & inside, quotes & !inside);
        let cell_ends = cell_ends & !inside;
        let at_cell_start = cell_ends << 1 | self.before.cell_end;
        let behind_closing = closing << 1 | self.before.closing_quote;
        let mut tails = behind_closing & !(cell_ends | quotes) & within;
        let mut returns = 0;
        if tails != 0 && wanted.trims_returns {
            // A carriage return may stand there, as long as the line ends behind it.
            returns = tails & lanes.simd_eq(u8x64::splat(b'\r')).to_bitmask();
            tails &= !returns;
        }
        let behind_return = returns << 1 | self.before.closing_return;
        let lone_returns = behind_return & !line_ends & within;
        let disorderly = opening & !(at_cell_start | behind_closing) | tails | lone_returns;
        let orderly =
            if disorderly == 0 { u64::MAX } else { (disorderly & disorderly.wrapping_neg()).wrapping_sub(1) };
        let last = BLOCK - 1;
        let next = Before {
            in_quotes: inside >> last,
            cell_end: cell_ends >> last,
            closing_quote: closing >> last,
            closing_return: returns >> last,
        };
        Quoted { inside, orderly, doubled: opening & behind_closing, next }
    }
}
