//! One record as it stands in the splitter's buffer: its cells, unquoted and cleaned when they are asked for. Knows
//! nothing of how records are found, nor of what a cell means.

use std::borrow::Cow;

use super::guard;
use crate::contact::SHORT;
use crate::text;

/// How lines end. The first line end of the input decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineEnd {
    /// `\n` or `\r\n`; a lone `\r` is text.
    LineFeed,
    /// `\r` alone, as old spreadsheets write it.
    CarriageReturn,
}

/// How cells and records are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Separators {
    pub(crate) delimiter: u8,
    /// Absent where the input quotes nothing.
    pub(crate) quote: Option<u8>,
    pub(crate) line_end: LineEnd,
}

/// What is unusual about a cell, so that its text is not simply what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusual {
    /// A quoted cell with quotes inside it, doubled or stray.
    Escaped,
    /// A quoted cell followed by text; the closing quote stands at this place.
    Tailed(u32),
}

/// Where a cell's text stands, without its outer quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Span {
    #[inline]
    fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One record, as it stands in the splitter's buffer.
pub(crate) struct Record<'a> {
    pub(super) text: &'a str,
    pub(super) spans: &'a [Span],
    /// The few cells that are unusual, by column, ascending.
    pub(super) unusual: &'a [(usize, Unusual)],
    pub(super) quote: u8,
    /// Where the record's first byte stands in `text`.
    pub(super) start: usize,
    /// The record's bytes within the decoded text, from its start: where the record begins and ends.
    pub(crate) range: (u64, u64),
    /// The line the record starts on, 1-based.
    pub(crate) line: u64,
    /// Whether the record is known to be ASCII; false says nothing.
    pub(super) is_ascii: bool,
    /// Whether a quote stood where none may stand.
    pub(crate) stray_quote: bool,
    /// Whether the input ended inside a quoted cell.
    pub(crate) unclosed: bool,
}

/// The cells of a record that were changed before anything is made of them.
pub(crate) struct Rewritten {
    text: String,
    spans: Vec<Span>,
}

impl Rewritten {
    pub(crate) fn new<'a>(cells: impl Iterator<Item = Cow<'a, str>>) -> Rewritten {
        let mut rewritten = Rewritten { text: String::new(), spans: Vec::new() };
        let place = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        for cell in cells {
            let start = place(&rewritten.text);
            rewritten.text.push_str(&cell);
            rewritten.spans.push(Span { start, end: place(&rewritten.text) });
        }
        rewritten
    }

    /// The changed cells in the place of the record they come from.
    pub(crate) fn record(&self, original: &Record<'_>) -> Record<'_> {
        Record { text: &self.text, spans: &self.spans, unusual: &[], start: 0, is_ascii: false, ..*original }
    }
}

impl<'a> Record<'a> {
    /// The record's text as written, its line end included; blank where it is known to be ASCII.
    #[inline]
    pub(crate) fn foreign_text(&self) -> &'a [u8] {
        if self.is_ascii {
            return &[];
        }
        let length = usize::try_from(self.range.1 - self.range.0).unwrap_or_default();
        self.text.as_bytes().get(self.start..).and_then(|text| text.get(..length)).unwrap_or_default()
    }

    /// The number of cells.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// A cell's text, unquoted; blank where the record has no such cell.
    #[inline]
    pub(crate) fn cell(&self, column: usize) -> Cow<'a, str> {
        let Some(span) = self.spans.get(column) else { return Cow::Borrowed("") };
        let raw = self.text.get(span.range()).unwrap_or_default();
        match self.unusual(column) {
            None => Cow::Borrowed(raw),
            Some(Unusual::Escaped) => Cow::Owned(self.unescape(raw)),
            Some(Unusual::Tailed(close)) => {
                let (inner, tail) = raw.split_at_checked((close - span.start) as usize).unwrap_or((raw, ""));
                Cow::Owned(self.unescape(inner) + tail.get(1..).unwrap_or_default())
            }
        }
    }

    #[inline]
    fn unusual(&self, column: usize) -> Option<Unusual> {
        if self.unusual.is_empty() {
            return None;
        }
        let place = self.unusual.binary_search_by_key(&column, |(at, _)| *at).ok()?;
        self.unusual.get(place).map(|(_, unusual)| *unusual)
    }

    /// A cell that is plain ASCII with nothing to take off: no quote in it, no guard, no white space at an end. Blank
    /// where the record has no such cell.
    #[inline]
    pub(crate) fn tidy_cell(&self, column: usize) -> Option<&'a [u8]> {
        let Some(span) = self.spans.get(column) else { return Some(&[]) };
        let raw = self.text.as_bytes().get(span.range())?;
        let tidy = match raw {
            [] => true,
            [b'\'' | b'=', ..] => false,
            [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => self.is_ascii && self.unusual(column).is_none(),
            _ => false,
        };
        tidy.then_some(raw)
    }

    /// The bytes from a cell's first on, its own and those behind it; absent near the end of the buffer.
    #[inline]
    pub(crate) fn bytes_from(&self, column: usize) -> Option<&'a [u8; SHORT]> {
        let start = self.spans.get(column)?.start as usize;
        self.text.as_bytes().get(start..)?.first_chunk()
    }

    /// A cell's text, unquoted and without a spreadsheet's guard, trimmed, in NFC.
    #[inline]
    pub(crate) fn clean_text(&self, column: usize) -> Cow<'a, str> {
        match (self.tidy_cell(column), self.spans.get(column)) {
            (Some(_), Some(span)) => Cow::Borrowed(self.text.get(span.range()).unwrap_or_default()),
            _ => self.clean_untidy_text(column),
        }
    }

    #[cold]
    pub(crate) fn clean_untidy_text(&self, column: usize) -> Cow<'a, str> {
        match self.cell(column) {
            Cow::Borrowed(cell) => text::clean(guard::unguard(cell)),
            Cow::Owned(cell) => Cow::Owned(text::clean(guard::unguard(&cell)).into_owned()),
        }
    }

    #[cold]
    fn unescape(&self, raw: &str) -> String {
        let quote = char::from(self.quote);
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

    /// The column whose cell holds a byte of the decoded text, counted from the text's start.
    pub(crate) fn column_at(&self, place: u64) -> Option<usize> {
        let within = usize::try_from(place.checked_sub(self.range.0)?).ok()?;
        let at = u32::try_from(self.start + within).ok()?;
        let column = self.spans.partition_point(|span| span.end <= at);
        self.spans.get(column).filter(|span| span.start <= at).map(|_| column)
    }

    /// Whether the record is a blank line.
    pub(crate) fn is_blank(&self) -> bool {
        let [only] = self.spans else { return false };
        // A pair of quotes is a cell, if a blank one; it makes no blank line.
        only.start as usize == self.start
            && self.text.get(only.range()).is_some_and(|text| text.trim().is_empty())
    }

    /// Every cell, unquoted.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        (0..self.len()).map(|column| self.cell(column))
    }
}
