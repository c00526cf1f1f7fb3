//! From text to records: a push splitter for delimited text, RFC 4180 with the liberties real exports take. Knows
//! nothing of what a cell means.
//!
//! The text is scanned once, 64 bytes at a time, for the three bytes that matter (delimiter, quote, line end); a state
//! machine steps from one of them to the next. A quoted cell may stand behind spaces. A quote inside a quoted cell that
//! is not doubled is kept as text if the cell is closed on the same line, as in `"said "hi" twice"`; otherwise the cell
//! ends at that quote and what follows is its tail. Both are flagged on the record.

use wide::u8x64;

use super::error::IntakeError;
use super::record::{LineEnd, Record, Separators, Span, Unusual};
use crate::Limits;

/// No record is longer, whatever the limit: places within the buffer have to fit 32 bits.
const MOST_RECORD_BYTES: u32 = 2 << 30;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// In a cell that is not quoted.
    Plain,
    /// In a quoted cell; `stray` is the first quote in it that was neither doubled nor closing.
    Quoted { open: u32, stray: Option<u32>, escaped: bool },
    /// Behind a quote in a quoted cell: it closes the cell, is the first of two, or strays.
    Closing { open: u32, at: u32, stray: Option<u32>, escaped: bool },
    /// Behind a quoted cell, in text that should not be there; quotes are text here.
    Tail { open: u32, close: u32 },
}

/// The push splitter. Its memory is the unfinished record and one chunk.
#[derive(Debug)]
pub(crate) struct Splitter {
    separators: Separators,
    record_bytes: usize,
    cell_bytes: usize,
    columns: usize,
    buffer: String,
    spans: Vec<Span>,
    unusual: Vec<(usize, Unusual)>,
    state: State,
    /// Where in the buffer the scan goes on.
    scanned: usize,
    record_start: usize,
    cell_start: usize,
    /// Bytes of text dropped from the front of the buffer so far.
    dropped: u64,
    record_line: u64,
    line: u64,
    stray_quote: bool,
    /// Up to here, in the decoded text, a stray quote ends its cell at once: the line was gone back on before, and is not
    /// gone back on again for each of its cells.
    strict_until: u64,
    /// Whether every byte scanned for the open record so far is ASCII.
    is_ascii: bool,
    /// Which bytes of the block at hand are not ASCII, and where the block starts.
    foreign: u64,
    block: usize,
    /// How many blocks were scanned: the work, for tests that it is linear.
    #[cfg(test)]
    blocks: u64,
}

impl Splitter {
    pub(crate) fn new(separators: Separators, limits: &Limits) -> Self {
        Splitter {
            separators,
            // Places are kept as 32 bits.
            record_bytes: limits.record_bytes.min(MOST_RECORD_BYTES) as usize,
            cell_bytes: limits.cell_bytes as usize,
            columns: limits.columns as usize,
            buffer: String::new(),
            spans: Vec::new(),
            unusual: Vec::new(),
            state: State::Plain,
            scanned: 0,
            record_start: 0,
            cell_start: 0,
            dropped: 0,
            record_line: 1,
            line: 1,
            stray_quote: false,
            strict_until: 0,
            is_ascii: true,
            foreign: 0,
            block: 0,
            #[cfg(test)]
            blocks: 0,
        }
    }

    /// Starts further down, behind lines that were read by someone else. To be called before anything is split, and the
    /// first text has to reach beyond them.
    pub(crate) fn skip(&mut self, bytes: usize, lines: u64) {
        (self.scanned, self.record_start, self.cell_start) = (bytes, bytes, bytes);
        self.line += lines;
        self.record_line = self.line;
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
        let buffer = std::mem::take(&mut self.buffer);
        let result = self.scan(&buffer, last, sink);
        self.buffer = buffer;
        result?;
        self.drop_consumed();
        // What is not scanned yet may end the record and the cell.
        let open = self.scanned.saturating_sub(self.record_start);
        let cell = self.open_cell().map_or(0, |start| self.scanned.saturating_sub(start));
        if open > self.record_bytes || self.spans.len() > self.columns || cell > self.cell_bytes {
            return Err(self.past_limit());
        }
        Ok(())
    }

    /// Where the open cell's text begins; absent where a stray quote leaves open whether it ended there.
    fn open_cell(&self) -> Option<usize> {
        match self.state {
            State::Plain => Some(self.cell_start),
            State::Quoted { open, stray: None, .. } | State::Closing { open, stray: None, .. } => {
                Some(open as usize)
            }
            State::Tail { open, .. } => Some(open as usize),
            State::Quoted { .. } | State::Closing { .. } => None,
        }
    }

    /// The limit that the open record passes first: the same for every way of cutting the input into chunks.
    #[cold]
    fn past_limit(&self) -> IntakeError {
        let ended = self.spans.iter().map(|span| (span.start as usize, span.end as usize));
        let cells: Vec<(usize, usize)> =
            ended.chain(self.open_cell().map(|start| (start, self.scanned))).collect();
        let is_long = |(start, end): &&(usize, usize)| end.saturating_sub(*start) > self.cell_bytes;
        let limits = [
            (Some(self.record_start + self.record_bytes), "recordBytes", self.record_bytes),
            (cells.get(self.columns).map(|(start, _)| *start), "columns", self.columns),
            (
                cells.iter().find(is_long).map(|(start, _)| start + self.cell_bytes),
                "cellBytes",
                self.cell_bytes,
            ),
        ];
        let first = limits.into_iter().filter_map(|(place, limit, bound)| Some((place?, limit, bound))).min();
        let (_, limit, bound) = first.unwrap_or((0, "recordBytes", self.record_bytes));
        IntakeError::Limit { limit, bound: bound as u64, line: self.record_line }
    }

    fn drop_consumed(&mut self) {
        if self.record_start == 0 {
            return;
        }
        let gone = self.record_start;
        self.buffer.drain(..gone);
        self.dropped += gone as u64;
        self.record_start = 0;
        self.cell_start -= gone;
        self.scanned -= gone;
        let shift = u32::try_from(gone).unwrap_or(u32::MAX);
        for span in &mut self.spans {
            span.start -= shift;
            span.end -= shift;
        }
        for (_, unusual) in &mut self.unusual {
            if let Unusual::Tailed(close) = unusual {
                *close -= shift;
            }
        }
        match &mut self.state {
            State::Plain => {}
            State::Quoted { open, stray, .. } => {
                *open -= shift;
                *stray = stray.map(|at| at - shift);
            }
            State::Closing { open, at, stray, .. } => {
                *open -= shift;
                *at -= shift;
                *stray = stray.map(|at| at - shift);
            }
            State::Tail { open, close } => {
                *open -= shift;
                *close -= shift;
            }
        }
    }

    fn scan(
        &mut self,
        text: &str,
        last: bool,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<(), IntakeError> {
        let bytes = text.as_bytes();
        let line_end = match self.separators.line_end {
            LineEnd::LineFeed => b'\n',
            LineEnd::CarriageReturn => b'\r',
        };
        let delimiter = self.separators.delimiter;
        let quote = self.separators.quote.unwrap_or(line_end);
        let (delimiters, quotes, line_ends) =
            (u8x64::splat(delimiter), u8x64::splat(quote), u8x64::splat(line_end));
        'blocks: loop {
            #[cfg(test)]
            {
                self.blocks += 1;
            }
            let base = self.scanned;
            let rest = bytes.get(base..).unwrap_or_default();
            let mut padded = [0_u8; 64];
            let (block, length) = match rest.first_chunk::<64>() {
                Some(block) => (block, 64),
                None if last && !rest.is_empty() => {
                    for (to, from) in padded.iter_mut().zip(rest) {
                        *to = *from;
                    }
                    (&padded, rest.len())
                }
                None => break,
            };
            let lanes = u8x64::new(*block);
            self.foreign = lanes.to_bitmask();
            self.block = base;
            self.is_ascii &= self.foreign == 0;
            let within = if length < 64 { (1_u64 << length) - 1 } else { u64::MAX };
            let mut cells = lanes.simd_eq(delimiters).to_bitmask() & within;
            let mut others = (lanes.simd_eq(quotes) | lanes.simd_eq(line_ends)).to_bitmask() & within;
            loop {
                // Delimiters up to the next byte that is none: on most lines, most of the work.
                let before = others & others.wrapping_neg();
                let run = cells & before.wrapping_sub(1);
                if matches!(self.state, State::Plain) {
                    self.end_plain_cells(base, run);
                } else if !matches!(self.state, State::Quoted { .. }) {
                    let mut run = run;
                    while run != 0 {
                        let at = base + run.trailing_zeros() as usize;
                        run &= run - 1;
                        if let Some(back) = self.step(text, at, delimiter, delimiter, line_end, sink)? {
                            self.scanned = back;
                            continue 'blocks;
                        }
                        match self.state {
                            State::Plain => {
                                self.end_plain_cells(base, run);
                                break;
                            }
                            State::Quoted { .. } => break,
                            State::Closing { .. } | State::Tail { .. } => {}
                        }
                    }
                }
                cells &= !run;
                if others == 0 {
                    break;
                }
                let at = base + others.trailing_zeros() as usize;
                others &= others - 1;
                let byte = bytes.get(at).copied().unwrap_or_default();
                if byte == line_end && matches!(self.state, State::Plain) {
                    self.line += 1;
                    let end = self.trim_return(bytes, at);
                    self.end_cell(end, None, self.cell_start);
                    self.end_record(text, at + 1, false, sink)?;
                } else if matches!(self.state, State::Plain) && at == self.cell_start {
                    // A quote, and at the start of its cell: what nearly every quoted cell opens with.
                    let open = u32::try_from(at + 1).unwrap_or(u32::MAX);
                    self.state = State::Quoted { open, stray: None, escaped: false };
                } else if let Some(back) = self.step(text, at, byte, delimiter, line_end, sink)? {
                    self.scanned = back;
                    continue 'blocks;
                }
            }
            self.scanned = base + length;
        }
        match self.unsettled().filter(|_| last) {
            Some((open, close)) => {
                // The input ends in a cell that was never closed behind a stray quote: it ended at that quote.
                self.stray_quote = true;
                self.strict_until = u64::MAX;
                self.state = State::Tail { open, close };
                self.scanned = close as usize + 1;
                self.scan(text, last, sink)
            }
            None if last => self.finish(text, sink),
            None => Ok(()),
        }
    }

    /// The open cell's start and its first stray quote, where the end of the input would leave it undecided.
    fn unsettled(&self) -> Option<(u32, u32)> {
        match self.state {
            State::Quoted { open, stray, .. } => stray.map(|close| (open, close)),
            _ => None,
        }
    }

    /// A record's end without the `\r` of a `\r\n`.
    #[inline]
    fn trim_return(&self, bytes: &[u8], at: usize) -> usize {
        let is_return = at > self.cell_start && bytes.get(at - 1) == Some(&b'\r');
        if is_return && self.separators.line_end == LineEnd::LineFeed { at - 1 } else { at }
    }

    #[inline]
    fn end_cell(&mut self, end: usize, unusual: Option<Unusual>, start: usize) {
        // Offsets fit: the buffer is bounded by a record and a chunk, both far below 4 GiB.
        let bound = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        if let Some(unusual) = unusual {
            self.unusual.push((self.spans.len(), unusual));
        }
        self.spans.push(Span { start: bound(start), end: bound(end) });
        self.cell_start = end + 1;
    }

    /// Ends a plain cell at each of a run of delimiters.
    #[inline]
    fn end_plain_cells(&mut self, base: usize, mut run: u64) {
        // Offsets fit: the buffer is bounded by a record and a chunk, both far below 4 GiB. Wrapping, because a check at
        // every cell of a million records costs more than all else here.
        let bound = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let base = bound(base);
        let mut start = bound(self.cell_start);
        while run != 0 {
            let end = base.wrapping_add(run.trailing_zeros());
            run &= run.wrapping_sub(1);
            self.spans.push(Span { start, end });
            start = end.wrapping_add(1);
        }
        self.cell_start = start as usize;
    }

    fn end_record(
        &mut self,
        text: &str,
        next: usize,
        unclosed: bool,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<(), IntakeError> {
        let length = next - self.record_start;
        if length > self.record_bytes || self.spans.len() > self.columns || length > self.cell_bytes {
            let long = |span: &Span| (span.end - span.start) as usize > self.cell_bytes;
            if length > self.record_bytes || self.spans.len() > self.columns || self.spans.iter().any(long) {
                self.cell_start = next;
                return Err(self.past_limit());
            }
        }
        let record = Record {
            text,
            spans: &self.spans,
            unusual: &self.unusual,
            quote: self.separators.quote.unwrap_or(b'"'),
            start: self.record_start,
            range: (self.dropped + self.record_start as u64, self.dropped + next as u64),
            line: self.record_line,
            is_ascii: self.is_ascii,
            stray_quote: self.stray_quote,
            unclosed,
        };
        sink(&record)?;
        self.spans.clear();
        self.unusual.clear();
        self.record_start = next;
        self.cell_start = next;
        self.record_line = self.line;
        self.stray_quote = false;
        // The rest of the block at hand belongs to the next record.
        // (At the end of the input no block is at hand, and no record comes.)
        let passed = u32::try_from(next.saturating_sub(self.block)).unwrap_or(u32::MAX);
        self.is_ascii = self.foreign.checked_shr(passed).unwrap_or(0) == 0;
        Ok(())
    }

    /// One step of the machine off the fast path. Gives a place to scan again from, where one must go back.
    fn step(
        &mut self,
        text: &str,
        at: usize,
        byte: u8,
        delimiter: u8,
        line_end: u8,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<Option<usize>, IntakeError> {
        let bytes = text.as_bytes();
        let place = u32::try_from(at).unwrap_or(u32::MAX);
        let only_spaces = |from: usize, to: usize| {
            bytes
                .get(from..to)
                .is_some_and(|between| between.iter().all(|&byte| byte == b' ' || byte == b'\r'))
        };
        let is_quote = byte != delimiter && byte != line_end;
        match self.state {
            State::Plain if only_spaces(self.cell_start, at) => {
                self.state = State::Quoted { open: place + 1, stray: None, escaped: false };
            }
            // A quote in a cell that does not start with one is text: 5" pipe.
            State::Plain => {}
            State::Quoted { open, stray, escaped } => {
                if is_quote {
                    self.state = State::Closing { open, at: place, stray, escaped };
                } else if byte == line_end {
                    if let Some(close) = stray {
                        // Not closed on its line: the cell ended at its first stray quote after all.
                        self.strict_until = self.dropped + at as u64;
                        self.state = State::Tail { open, close };
                        return Ok(Some(close as usize + 1));
                    }
                    self.line += 1;
                }
            }
            State::Closing { open, at: closed, stray, escaped } => {
                let closed_at = closed as usize;
                if is_quote && closed_at + 1 == at {
                    self.state = State::Quoted { open, stray, escaped: true };
                } else if is_quote {
                    // `"said "hi`: the quote before was text, this one may close.
                    self.stray_quote = true;
                    self.state =
                        State::Closing { open, at: place, stray: stray.or(Some(closed)), escaped: true };
                } else if only_spaces(closed_at + 1, at) {
                    let kind = (escaped || stray.is_some()).then_some(Unusual::Escaped);
                    self.close_cell(text, at, closed_at, kind, open as usize, byte == line_end, sink)?;
                } else {
                    self.stray_quote = true;
                    let first = stray.unwrap_or(closed);
                    let place = self.dropped + at as u64;
                    if byte == line_end || place < self.strict_until {
                        self.strict_until = self.strict_until.max(place);
                        self.state = State::Tail { open, close: first };
                        return Ok(Some(first as usize + 1));
                    }
                    self.state = State::Quoted { open, stray: Some(first), escaped: true };
                }
            }
            State::Tail { open, close } => {
                if !is_quote {
                    let end = if byte == line_end { self.trim_return(bytes, at) } else { at };
                    self.close_cell(
                        text,
                        at,
                        end,
                        Some(Unusual::Tailed(close)),
                        open as usize,
                        byte == line_end,
                        sink,
                    )?;
                }
            }
        }
        Ok(None)
    }

    #[expect(clippy::too_many_arguments, reason = "one call site each for the two ways a quoted cell ends")]
    fn close_cell(
        &mut self,
        text: &str,
        at: usize,
        end: usize,
        kind: Option<Unusual>,
        start: usize,
        ends_record: bool,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<(), IntakeError> {
        self.state = State::Plain;
        self.end_cell(end, kind, start);
        self.cell_start = at + 1;
        if ends_record {
            self.line += 1;
            self.end_record(text, at + 1, false, sink)?;
        }
        Ok(())
    }

    /// The end of the input closes what is open.
    fn finish(
        &mut self,
        text: &str,
        sink: &mut impl FnMut(&Record<'_>) -> Result<(), IntakeError>,
    ) -> Result<(), IntakeError> {
        let end = text.len();
        let mut unclosed = false;
        match self.state {
            State::Plain if self.record_start == end && self.spans.is_empty() => return Ok(()),
            State::Plain => {
                let end = self.trim_return(text.as_bytes(), end);
                self.end_cell(end, None, self.cell_start);
            }
            State::Closing { open, at, stray, escaped } => {
                let tail = text.get(at as usize + 1..end).unwrap_or_default();
                if tail.trim_matches([' ', '\r']).is_empty() {
                    let kind = (escaped || stray.is_some()).then_some(Unusual::Escaped);
                    self.end_cell(at as usize, kind, open as usize);
                } else {
                    self.stray_quote = true;
                    self.end_cell(end, Some(Unusual::Tailed(stray.unwrap_or(at))), open as usize);
                }
            }
            State::Quoted { open, .. } => {
                unclosed = true;
                self.end_cell(end, Some(Unusual::Escaped), open as usize);
            }
            State::Tail { open, close } => self.end_cell(end, Some(Unusual::Tailed(close)), open as usize),
        }
        self.state = State::Plain;
        self.end_record(text, end, unclosed, sink)
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

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
            splitter.blocks
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
                assert!(two <= one * 2 + 200, "{piece:?} in chunks of {chunk}: {one} and {two} blocks");
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
