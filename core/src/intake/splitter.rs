//! From text to records: a push splitter for delimited text, RFC 4180 with the liberties real exports take. Knows
//! nothing of what a cell means.
//!
//! Orderly records are found by their [`Index`]; one that is not so orderly is read again from its start, as an
//! [`OddRecord`].

use std::ops::Range;

use super::error::IntakeError;
use super::index::{Index, Wanted};
use super::odd_record::{OddRecord, Text};
use super::record::{Quality, Record, Separators, inner_of, place, trim_return};
use crate::Limits;

/// The push splitter. Its memory is the unfinished record and one chunk.
#[derive(Debug)]
pub(crate) struct Splitter {
    separators: Separators,
    bounds: Bounds,
    buffer: String,
    index: Index,
    record_start: usize,
    /// Bytes of text dropped from the front of the buffer so far.
    dropped: u64,
    record_line: u64,
    /// The open record, where it is not orderly.
    odd: Option<Box<OddRecord>>,
    /// See [`OddRecord::read`].
    strict_until: u64,
    /// How many bytes were looked at, for tests that the work is linear.
    #[cfg(test)]
    work: u64,
}

/// Where a text that is to be split ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextEnd {
    /// Somewhere; more will come.
    Open,
    /// Behind a line end, which is likely to end a record. More will come, and the text is looked at to its end.
    #[cfg(feature = "threads")]
    LineEnd,
    /// With the input.
    Input,
}

/// No record is longer, whatever the limit: places within the buffer have to fit 32 bits.
const MOST_RECORD_BYTES: u32 = 2 << 30;

/// How large a record may be.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    record_bytes: usize,
    cell_bytes: usize,
    columns: usize,
}

impl Bounds {
    /// Whether a record of so many bytes and cells may be too large.
    #[inline]
    fn may_be_passed(self, bytes: usize, columns: usize) -> bool {
        bytes > self.record_bytes || columns > self.columns || bytes > self.cell_bytes
    }

    /// Checks a record by its length, its cells and the cell that is open: the limit that is passed first is named, the
    /// same for every way of cutting the input into chunks.
    #[cold]
    fn check(
        self,
        start: usize,
        end: usize,
        cells: impl Iterator<Item = Range<usize>>,
        line: u64,
    ) -> Result<(), IntakeError> {
        let mut columns = None;
        let mut long_cell = None;
        for (column, cell) in cells.enumerate() {
            if column == self.columns {
                columns = Some(cell.start);
            }
            if long_cell.is_none() && cell.len() > self.cell_bytes {
                long_cell = Some(cell.start + self.cell_bytes);
            }
        }
        let record = (end - start > self.record_bytes).then_some(start + self.record_bytes);
        let limits = [
            (record, "recordBytes", self.record_bytes),
            (columns, "columns", self.columns),
            (long_cell, "cellBytes", self.cell_bytes),
        ];
        let first = limits.into_iter().filter_map(|(place, limit, bound)| Some((place?, limit, bound))).min();
        match first {
            None => Ok(()),
            Some((_, limit, bound)) => Err(IntakeError::Limit { limit, bound: bound as u64, line }),
        }
    }
}

impl Splitter {
    pub(crate) fn new(separators: Separators, limits: &Limits) -> Self {
        Splitter {
            separators,
            bounds: Bounds {
                record_bytes: limits.record_bytes.min(MOST_RECORD_BYTES) as usize,
                cell_bytes: limits.cell_bytes as usize,
                columns: limits.columns as usize,
            },
            buffer: String::new(),
            index: Index::default(),
            record_start: 0,
            dropped: 0,
            record_line: 1,
            odd: None,
            strict_until: 0,
            #[cfg(test)]
            work: 0,
        }
    }

    /// Starts further down, behind lines that were read by someone else. To be called before anything is split, and the
    /// first text has to reach beyond them.
    pub(crate) fn skip(&mut self, bytes: usize, lines: u64) {
        self.index.restart(bytes);
        self.record_start = bytes;
        self.record_line += lines;
    }

    /// Where the next text goes: append to it, then call [`Splitter::split`].
    pub(crate) fn buffer(&mut self) -> &mut String {
        &mut self.buffer
    }

    /// How many bytes of text came before the buffer's first.
    pub(crate) fn base(&self) -> u64 {
        self.dropped
    }

    /// The line the unfinished record starts on, 1-based.
    pub(crate) fn record_line(&self) -> u64 {
        self.record_line
    }

    /// Hands every complete record of the buffer to `sink`; with `last`, the unfinished one too.
    pub(crate) fn split(
        &mut self,
        last: bool,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<(), IntakeError> {
        self.split_to(if last { TextEnd::Input } else { TextEnd::Open }, sink)
    }

    /// As [`Splitter::split`], for a text that ends in one way or another.
    pub(crate) fn split_to(
        &mut self,
        end: TextEnd,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<(), IntakeError> {
        let last = end == TextEnd::Input;
        let buffer = std::mem::take(&mut self.buffer);
        let mut result = Ok(true);
        while let Ok(true) = result {
            result = match self.odd.take() {
                None => self.read_orderly(&buffer, end != TextEnd::Open, sink),
                Some(odd) => self.read_odd(odd, &buffer, last, sink),
            };
        }
        self.buffer = buffer;
        result?;
        self.drop_consumed();
        #[cfg(feature = "threads")]
        if end == TextEnd::LineEnd && self.is_between_records() {
            self.index.restart(0);
        }
        self.check_open(last)
    }

    /// Whether all of the text was read and ended with the end of a record.
    #[cfg(feature = "threads")]
    pub(crate) fn is_between_records(&self) -> bool {
        self.buffer.is_empty() && self.odd.is_none()
    }

    /// A splitter of the same input that has read nothing.
    #[cfg(feature = "threads")]
    pub(crate) fn apart(&self) -> Splitter {
        Splitter {
            separators: self.separators,
            bounds: self.bounds,
            buffer: String::new(),
            index: Index::default(),
            record_start: 0,
            dropped: 0,
            record_line: 1,
            odd: None,
            strict_until: 0,
            #[cfg(test)]
            work: 0,
        }
    }

    /// Begins anew with a record, behind so many bytes of text; lines count from 1 until it is known how many there are
    /// before them.
    #[cfg(feature = "threads")]
    pub(crate) fn begin_at(&mut self, bytes: u64) {
        self.buffer.clear();
        self.index.restart(0);
        (self.record_start, self.dropped, self.record_line) = (0, bytes, 1);
        (self.odd, self.strict_until) = (None, 0);
    }

    /// Goes on where another splitter stands that began where this one stands.
    #[cfg(feature = "threads")]
    pub(crate) fn go_on_from(&mut self, other: &mut Splitter) {
        let lines = self.record_line - 1;
        std::mem::swap(self, other);
        self.record_line += lines;
    }

    /// What parts cells and records.
    #[cfg(feature = "threads")]
    pub(super) fn separators(&self) -> Separators {
        self.separators
    }

    /// The text of the open record, as far as it has come.
    #[cfg(feature = "threads")]
    pub(super) fn open_text(&self) -> &str {
        &self.buffer
    }

    /// Where the text behind the buffer will stand, in bytes of text.
    #[cfg(feature = "threads")]
    pub(super) fn end(&self) -> u64 {
        self.dropped + self.buffer.len() as u64
    }

    /// Checks what is there of the open record. What is not looked at yet may end it.
    fn check_open(&self, last: bool) -> Result<(), IntakeError> {
        let start = self.record_start;
        let (scanned, columns) = match &self.odd {
            Some(odd) => (odd.scanned(), odd.len()),
            None => (self.index.scanned(), self.index.open_cells()),
        };
        if last || !self.bounds.may_be_passed(scanned.saturating_sub(start), columns) {
            return Ok(());
        }
        match &self.odd {
            Some(odd) => {
                self.bounds.check(start, scanned, odd.cells().chain(odd.open_cell()), self.record_line)
            }
            None => {
                let quote = self.separators.quote;
                let inner = |raw: Range<usize>| inner_of(self.buffer.as_bytes(), raw, quote);
                self.bounds.check(start, scanned, self.index.open_record().map(inner), self.record_line)
            }
        }
    }

    fn drop_consumed(&mut self) {
        let gone = std::mem::take(&mut self.record_start);
        if gone == 0 {
            return;
        }
        self.buffer.drain(..gone);
        self.dropped += gone as u64;
        match &mut self.odd {
            Some(odd) => odd.shift(gone),
            None => self.index.drop_taken(gone),
        }
    }

    /// Reads the records that are orderly. Says whether there is more to do with this text: a record that is not.
    fn read_orderly(
        &mut self,
        text: &str,
        last: bool,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<bool, IntakeError> {
        let bytes = text.as_bytes();
        #[cfg(test)]
        let scanned = self.index.scanned();
        self.index.scan(bytes, &Wanted::new(self.separators), last);
        #[cfg(test)]
        {
            self.work += (self.index.scanned() - scanned) as u64 + 64;
        }
        while let Some(marked) = self.index.take() {
            let start = self.record_start;
            let Some(last_mark) = marked.marks.last_mut() else { break };
            let end = *last_mark as usize;
            let next = bytes.len().min(end + 1);
            // A carriage return before the line end is no text.
            *last_mark = place(trim_return(bytes, start, end, self.separators));
            let mut lines = 1;
            if marked.has_line_ends {
                let record = bytes.get(start..end).unwrap_or_default();
                lines += memchr::memchr_iter(self.separators.line_end.byte(), record).count() as u64;
            }
            let record = Record {
                text,
                marks: marked.marks,
                places: None,
                quote: self.separators.quote.unwrap_or(b'"'),
                start,
                range: (self.dropped + start as u64, self.dropped + next as u64),
                line: self.record_line,
                quality: Quality {
                    is_plain: marked.is_plain,
                    is_quoted: self.separators.quote.is_some(),
                    stray_quote: false,
                    unclosed: false,
                },
            };
            if self.bounds.may_be_passed(next - start, record.len()) {
                self.bounds.check(start, next, record.inner_cells(), self.record_line)?;
            }
            sink(&record)?;
            if let Some(last_mark) = marked.marks.last_mut() {
                *last_mark = place(end);
            }
            self.record_start = next;
            self.record_line += lines;
        }
        if self.index.is_stopped() {
            self.odd = Some(Box::new(OddRecord::new(self.record_start)));
        }
        Ok(self.odd.is_some())
    }

    /// Reads on in a record that is not orderly. Says whether there is more to do with this text.
    #[cold]
    fn read_odd(
        &mut self,
        mut odd: Box<OddRecord>,
        text: &str,
        last: bool,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<bool, IntakeError> {
        let part = Text { text, dropped: self.dropped, separators: self.separators };
        #[cfg(test)]
        let work = odd.work;
        let read = odd.read(&part, last, &mut self.strict_until);
        #[cfg(test)]
        {
            self.work += odd.work - work;
        }
        let Some(next) = read else {
            self.odd = Some(odd);
            return Ok(false);
        };
        let start = self.record_start;
        if self.bounds.may_be_passed(next - start, odd.len()) {
            self.bounds.check(start, next, odd.cells(), self.record_line)?;
        }
        let range = (self.dropped + start as u64, self.dropped + next as u64);
        let quality = Quality {
            is_plain: false,
            is_quoted: false,
            stray_quote: odd.stray_quote,
            unclosed: odd.unclosed,
        };
        sink(&odd.rewritten(&part).record(start, range, self.record_line, quality))?;
        self.record_start = next;
        self.record_line += odd.lines;
        self.index.restart(next);
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::record::LineEnd;
    use super::*;

    fn split(text: &str, chunk: usize) -> Vec<(u64, Vec<String>)> {
        let separators = Separators { delimiter: b',', quote: Some(b'"'), line_end: LineEnd::LineFeed };
        let mut splitter = Splitter::new(separators, &Limits::default());
        let mut records = Vec::new();
        let mut sink = |record: &Record<'_>| {
            records.push((record.line, record.cells().map(Cow::into_owned).collect()));
            Ok(())
        };
        let mut characters = text.chars();
        loop {
            let part: String = characters.by_ref().take(chunk).collect();
            if part.is_empty() {
                break;
            }
            splitter.buffer().push_str(&part);
            splitter.split(false, &mut sink).unwrap();
        }
        splitter.split(true, &mut sink).unwrap();
        records
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        let whole = split(text, usize::MAX);
        for chunk in [1, 2, 7, 64] {
            assert_eq!(split(text, chunk), whole, "chunks of {chunk}");
        }
        whole.into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn quoted_cells_hold_delimiters_quotes_and_line_ends() {
        assert_eq!(
            cells("a,\"b,\"\"c\"\"\nd\",e\r\nf,,\n"),
            [vec!["a", "b,\"c\"\nd", "e"], vec!["f", "", ""]]
        );
    }

    #[test]
    fn the_last_record_needs_no_line_end() {
        assert_eq!(cells("a,b"), [["a", "b"]]);
        assert_eq!(cells("a,b\r"), [["a", "b"]]);
        assert_eq!(cells("a,"), [["a", ""]]);
        assert_eq!(cells("a,\"\""), [["a", ""]]);
        assert!(cells("").is_empty());
    }

    #[test]
    fn a_stray_quote_is_text_when_the_cell_closes_on_its_line() {
        assert_eq!(
            cells("a,\"said \"hi\" twice\",b\nc,d,e\n"),
            [["a", "said \"hi\" twice", "b"], ["c", "d", "e"]]
        );
        assert_eq!(cells("5\" pipe,b\n"), [["5\" pipe", "b"]]);
    }

    #[test]
    fn a_stray_quote_that_nothing_closes_ends_its_cell() {
        assert_eq!(cells("\"abc\"def,g\nh,i\n"), [["abcdef", "g"], ["h", "i"]]);
        assert_eq!(cells("\"a\"b,\"c\nd,e\n"), [vec!["ab", "c\nd,e\n"]]);
    }

    #[test]
    fn a_quoted_cell_ends_where_a_carriage_return_ends_its_line() {
        assert_eq!(cells("\"a\",\"b\"\r\n\"\",\"c\"\r\n"), [["a", "b"], ["", "c"]]);
        assert_eq!(cells("\"a\"\r,b\n"), [["a", "b"]]);
    }

    #[test]
    fn quotes_in_order_and_out_of_order_read_alike_at_every_place_in_a_block() {
        for odd in ["\"x\" ", " \"x\"", "\"x\""] {
            for width in 0..140 {
                let filler = "f".repeat(width);
                let text = format!("{filler},\"a\"\"b\",{odd},\"c\nd\"\n1,\"\",3,\"4\"\n");
                let expected = [vec![filler.as_str(), "a\"b", "x", "c\nd"], vec!["1", "", "3", "4"]];
                let read: Vec<Vec<String>> = split(&text, 50).into_iter().map(|(_, cells)| cells).collect();
                assert_eq!(read, expected, "{odd} behind {width}");
            }
        }
    }

    #[test]
    fn spaces_around_quotes_are_let_pass() {
        assert_eq!(cells("a, \"b,c\" ,d\n"), [["a", "b,c", "d"]]);
    }

    #[test]
    fn lines_are_counted_through_quoted_line_ends() {
        let lines: Vec<u64> = split("a\n\"b\nc\nd\"\ne\n", 3).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [1, 2, 5]);
    }

    #[test]
    fn a_line_of_badly_closed_cells_is_gone_back_on_once() {
        // Going back for each cell would take hours here, and overflow the stack at the end of the input.
        let limits = Limits { columns: 1_000_000, ..Limits::default() };
        for end in ["\n", ""] {
            let separators = Separators { delimiter: b',', quote: Some(b'"'), line_end: LineEnd::LineFeed };
            let mut splitter = Splitter::new(separators, &limits);
            splitter.buffer().push_str(&("\"a\"b,".repeat(300_000) + "c" + end));
            let mut widths = Vec::new();
            splitter
                .split(true, &mut |record| {
                    widths.push((
                        record.len(),
                        record.cell(0).into_owned(),
                        record.cell(299_999).into_owned(),
                    ));
                    Ok(())
                })
                .unwrap();
            assert_eq!(widths, [(300_001, "ab".to_owned(), "ab".to_owned())]);
        }
    }

    #[test]
    fn the_work_grows_with_the_text_and_no_faster() {
        let work = |piece: &str, times: usize, chunk: usize| {
            let separators = Separators { delimiter: b',', quote: Some(b'"'), line_end: LineEnd::LineFeed };
            let mut splitter = Splitter::new(separators, &Limits::NONE);
            let text = piece.repeat(times);
            for part in text.as_bytes().chunks(chunk) {
                splitter.buffer().push_str(std::str::from_utf8(part).unwrap());
                splitter.split(false, &mut |_| Ok(())).unwrap();
            }
            splitter.split(true, &mut |_| Ok(())).unwrap();
            splitter.work
        };
        for piece in [
            "a,b\n",
            "\"a\"b,",
            "\"a\"b,\n",
            "\"a\nb\"c\n",
            "\"\"",
            "\"a\n",
            "\"a",
            "\"\"\"",
            "a\"",
            " \"",
            "\"a\" ",
            ",",
            "\n",
            "\"\n\",\"x\"y",
        ] {
            for chunk in [100, 4_096] {
                let (one, two) = (work(piece, 20_000, chunk), work(piece, 40_000, chunk));
                assert!(two <= one * 2 + 20_000, "{piece:?} in chunks of {chunk}: {one} and {two} bytes");
            }
        }
    }

    #[test]
    fn a_never_closed_quote_stops_at_the_limit() {
        let separators = Separators { delimiter: b',', quote: Some(b'"'), line_end: LineEnd::LineFeed };
        let limits = Limits { cell_bytes: 1_000, ..Limits::default() };
        let mut splitter = Splitter::new(separators, &limits);
        splitter.buffer().push('"');
        let mut result = Ok(());
        for _ in 0..100 {
            splitter.buffer().push_str(&"0".repeat(100));
            result = splitter.split(false, &mut |_| Ok(()));
            if result.is_err() {
                break;
            }
        }
        assert!(matches!(result, Err(IntakeError::Limit { limit: "cellBytes", .. })));
        assert!(splitter.buffer.len() < 1_200);
    }
}
