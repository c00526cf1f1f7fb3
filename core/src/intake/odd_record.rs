//! Reading one record whose quotes are not in order: a stray quote, text behind a closing quote, spaces around quotes.
//! Knows one record at a time, and nothing of what a cell means.
//!
//! A state machine steps from one delimiter, quote or line end to the next. A quoted cell may stand behind spaces. A quote
//! inside a quoted cell that is not doubled is kept as text if the cell is closed on the same line, as in
//! `"said "hi" twice"`; otherwise the cell ends at that quote and what follows is its tail. Both are flagged.

use std::borrow::Cow;
use std::ops::Range;

use super::record::{Rewritten, Separators, place, trim_return};

/// Where a cell's text stands, without its outer quotes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

/// What is unusual about a cell, so that its text is not simply what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unusual {
    /// A quoted cell with quotes inside it, doubled or stray.
    Escaped,
    /// A quoted cell followed by text; the closing quote stands at this place.
    Tailed(u32),
}

/// The cells of the record.
#[derive(Debug, Default)]
struct Cells {
    spans: Vec<(Span, Option<Unusual>)>,
    /// Where the open cell starts.
    start: usize,
}

impl Cells {
    /// Ends the open cell at `at`; the next one starts behind it.
    fn end(&mut self, span: Span, unusual: Option<Unusual>, at: usize) {
        self.spans.push((span, unusual));
        self.start = at + 1;
    }
}

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

/// The record being read.
#[derive(Debug)]
pub(super) struct OddRecord {
    cells: Cells,
    state: State,
    /// Where in the buffer the reading goes on.
    scanned: usize,
    /// The line ends passed so far.
    pub(super) lines: u64,
    pub(super) stray_quote: bool,
    /// Whether the input ended inside a quoted cell.
    pub(super) unclosed: bool,
    /// How many bytes were looked at, for tests that the work is linear.
    #[cfg(test)]
    pub(super) work: u64,
}

/// A piece of text, and how its cells are told apart.
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    /// How many bytes of text came before it.
    pub(super) dropped: u64,
    pub(super) separators: Separators,
}

impl OddRecord {
    /// A record that starts at a place in the buffer.
    pub(super) fn new(start: usize) -> Self {
        OddRecord {
            cells: Cells { spans: Vec::new(), start },
            state: State::Plain,
            scanned: start,
            lines: 0,
            stray_quote: false,
            unclosed: false,
            #[cfg(test)]
            work: 0,
        }
    }

    /// Where the reading goes on.
    pub(super) fn scanned(&self) -> usize {
        self.scanned
    }

    /// The text of the cells that ended.
    pub(super) fn cells(&self) -> impl Iterator<Item = Range<usize>> {
        self.cells.spans.iter().map(|(span, _)| span.start as usize..span.end as usize)
    }

    /// The open cell's text so far; absent where a stray quote leaves open whether it ended there.
    pub(super) fn open_cell(&self) -> Option<Range<usize>> {
        let start = match self.state {
            State::Plain => self.cells.start,
            State::Quoted { open, stray: None, .. } | State::Closing { open, stray: None, .. } => {
                open as usize
            }
            State::Tail { open, .. } => open as usize,
            State::Quoted { .. } | State::Closing { .. } => return None,
        };
        Some(start..self.scanned)
    }

    /// The number of cells.
    pub(super) fn len(&self) -> usize {
        self.cells.spans.len()
    }

    /// The cells' text, and the places in the buffer where each starts and ends.
    pub(super) fn rewritten(&self, text: &Text<'_>) -> Rewritten {
        let quote = char::from(text.separators.quote.unwrap_or(b'"'));
        let cell = |(span, unusual): &(Span, Option<Unusual>)| {
            let raw = text.text.get(span.start as usize..span.end as usize).unwrap_or_default();
            match unusual {
                None => Cow::Borrowed(raw),
                Some(Unusual::Escaped) => Cow::Owned(unescape(raw, quote)),
                Some(Unusual::Tailed(close)) => {
                    let at = (close - span.start) as usize;
                    let (inner, tail) = raw.split_at_checked(at).unwrap_or((raw, ""));
                    Cow::Owned(unescape(inner, quote) + tail.get(1..).unwrap_or_default())
                }
            }
        };
        let places = self.cells.spans.iter().map(|(span, _)| (span.start, span.end)).collect();
        Rewritten::new(self.cells.spans.iter().map(cell), places)
    }

    /// Moves everything down, after text was dropped from the front of the buffer.
    pub(super) fn shift(&mut self, gone: usize) {
        self.scanned -= gone;
        self.cells.start -= gone;
        let gone = place(gone);
        for (span, unusual) in &mut self.cells.spans {
            span.start -= gone;
            span.end -= gone;
            if let Some(Unusual::Tailed(close)) = unusual {
                *close -= gone;
            }
        }
        match &mut self.state {
            State::Plain => {}
            State::Quoted { open, stray, .. } => {
                *open -= gone;
                *stray = stray.map(|at| at - gone);
            }
            State::Closing { open, at, stray, .. } => {
                *open -= gone;
                *at -= gone;
                *stray = stray.map(|at| at - gone);
            }
            State::Tail { open, close } => {
                *open -= gone;
                *close -= gone;
            }
        }
    }

    /// Reads on; gives the place behind the record once its end is found. With `last` the end of the text is its end.
    ///
    /// Up to `strict_until`, counted in the whole input, a stray quote ends its cell at once: the line was gone back on
    /// before, and is not gone back on again for each of its cells.
    pub(super) fn read(&mut self, text: &Text<'_>, last: bool, strict_until: &mut u64) -> Option<usize> {
        let bytes = text.text.as_bytes();
        let line_end = text.separators.line_end.byte();
        let delimiter = text.separators.delimiter;
        let quote = text.separators.quote.unwrap_or(line_end);
        loop {
            let rest = bytes.get(self.scanned..).unwrap_or_default();
            let found = memchr::memchr3(delimiter, quote, line_end, rest);
            #[cfg(test)]
            {
                self.work += found.unwrap_or(rest.len()) as u64 + 1;
            }
            if let Some(offset) = found {
                let at = self.scanned + offset;
                self.scanned = at + 1;
                if self.step(text, at, strict_until) {
                    return Some(at + 1);
                }
                continue;
            }
            self.scanned = bytes.len();
            if !last {
                return None;
            }
            let State::Quoted { open, stray: Some(close), .. } = self.state else {
                self.finish(text);
                return Some(bytes.len());
            };
            // The input ends in a cell that was never closed behind a stray quote: it ended at that quote.
            self.stray_quote = true;
            *strict_until = u64::MAX;
            self.state = State::Tail { open, close };
            self.scanned = close as usize + 1;
        }
    }

    /// Takes the delimiter, quote or line end at a place; says whether the record ends with it.
    fn step(&mut self, text: &Text<'_>, at: usize, strict_until: &mut u64) -> bool {
        let bytes = text.text.as_bytes();
        let byte = bytes.get(at).copied().unwrap_or_default();
        let ends_line = byte == text.separators.line_end.byte();
        let is_quote = !ends_line && byte != text.separators.delimiter;
        let only_spaces = |from: usize, to: usize| {
            bytes
                .get(from..to)
                .is_some_and(|between| between.iter().all(|&byte| byte == b' ' || byte == b'\r'))
        };
        match self.state {
            State::Plain if is_quote => {
                // Elsewhere, a quote in a cell that does not start with one is text: 5" pipe.
                if only_spaces(self.cells.start, at) {
                    self.state = State::Quoted { open: place(at + 1), stray: None, escaped: false };
                }
                false
            }
            State::Plain => {
                let end =
                    if ends_line { trim_return(bytes, self.cells.start, at, text.separators) } else { at };
                self.cells.end(Span { start: place(self.cells.start), end: place(end) }, None, at);
                self.pass(ends_line)
            }
            State::Quoted { open, stray, escaped } => {
                if is_quote {
                    self.state = State::Closing { open, at: place(at), stray, escaped };
                } else if ends_line {
                    match stray {
                        // Not closed on its line: the cell ended at its first stray quote after all.
                        Some(close) => {
                            *strict_until = text.dropped + at as u64;
                            self.go_back(open, close);
                        }
                        None => self.lines += 1,
                    }
                }
                false
            }
            State::Closing { open, at: closed, stray, escaped } => {
                let closed_at = closed as usize;
                if is_quote && closed_at + 1 == at {
                    self.state = State::Quoted { open, stray, escaped: true };
                } else if is_quote {
                    // `"said "hi`: the quote before was text, this one may close.
                    self.stray_quote = true;
                    let stray = stray.or(Some(closed));
                    self.state = State::Closing { open, at: place(at), stray, escaped: true };
                } else if only_spaces(closed_at + 1, at) {
                    let unusual = (escaped || stray.is_some()).then_some(Unusual::Escaped);
                    self.state = State::Plain;
                    self.cells.end(Span { start: open, end: closed }, unusual, at);
                    return self.pass(ends_line);
                } else {
                    self.stray_quote = true;
                    let first = stray.unwrap_or(closed);
                    let here = text.dropped + at as u64;
                    if ends_line || here < *strict_until {
                        *strict_until = here.max(*strict_until);
                        self.go_back(open, first);
                    } else {
                        self.state = State::Quoted { open, stray: Some(first), escaped: true };
                    }
                }
                false
            }
            State::Tail { .. } if is_quote => false,
            State::Tail { open, close } => {
                let end =
                    if ends_line { trim_return(bytes, self.cells.start, at, text.separators) } else { at };
                self.state = State::Plain;
                self.cells.end(Span { start: open, end: place(end) }, Some(Unusual::Tailed(close)), at);
                self.pass(ends_line)
            }
        }
    }

    /// Counts a line end that ends the record.
    fn pass(&mut self, ends_line: bool) -> bool {
        self.lines += u64::from(ends_line);
        ends_line
    }

    /// The quoted cell ended at an earlier quote; reading goes on behind that.
    fn go_back(&mut self, open: u32, close: u32) {
        self.state = State::Tail { open, close };
        self.scanned = close as usize + 1;
    }

    /// The end of the input closes what is open.
    fn finish(&mut self, text: &Text<'_>) {
        let end = text.text.len();
        let (span, unusual) = match self.state {
            State::Plain => {
                let end = trim_return(text.text.as_bytes(), self.cells.start, end, text.separators);
                (Span { start: place(self.cells.start), end: place(end) }, None)
            }
            State::Closing { open, at, stray, escaped } => {
                let tail = text.text.get(at as usize + 1..end).unwrap_or_default();
                if tail.trim_matches([' ', '\r']).is_empty() {
                    let unusual = (escaped || stray.is_some()).then_some(Unusual::Escaped);
                    (Span { start: open, end: at }, unusual)
                } else {
                    self.stray_quote = true;
                    let close = stray.unwrap_or(at);
                    (Span { start: open, end: place(end) }, Some(Unusual::Tailed(close)))
                }
            }
            State::Quoted { open, .. } => {
                self.unclosed = true;
                (Span { start: open, end: place(end) }, Some(Unusual::Escaped))
            }
            State::Tail { open, close } => {
                (Span { start: open, end: place(end) }, Some(Unusual::Tailed(close)))
            }
        };
        self.state = State::Plain;
        self.cells.end(span, unusual, end);
    }
}

/// A quoted cell's text, with one quote for each two.
fn unescape(raw: &str, quote: char) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        text.push(character);
        if character == quote {
            characters.next_if_eq(&quote);
        }
    }
    text
}
