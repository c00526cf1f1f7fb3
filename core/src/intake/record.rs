//! One record as it stands in the splitter's buffer: its cells, unquoted and cleaned when they are asked for. Knows
//! nothing of how records are found, nor of what a cell means.

use std::borrow::Cow;

use super::guard;
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    Plain,
    Quoted,
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
    pub(super) kind: CellKind,
}

/// One record, as it stands in the splitter's buffer.
pub(crate) struct Record<'a> {
    pub(super) text: &'a str,
    pub(super) spans: &'a [Span],
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

impl<'a> Record<'a> {
    /// The number of cells.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// A cell's text, unquoted; blank where the record has no such cell.
    #[inline]
    pub(crate) fn cell(&self, column: usize) -> Cow<'a, str> {
        match self.spans.get(column) {
            Some(Span { start, end, kind: CellKind::Plain | CellKind::Quoted }) => {
                Cow::Borrowed(self.text.get(*start as usize..*end as usize).unwrap_or_default())
            }
            Some(span) => self.unusual_cell(*span),
            None => Cow::Borrowed(""),
        }
    }

    /// A cell that is plain ASCII with nothing to take off: no quote in it, no guard, no white space at an end.
    #[inline]
    fn tidy_cell(&self, column: usize) -> Option<&'a [u8]> {
        let span = self.spans.get(column)?;
        let raw = self.text.as_bytes().get(span.start as usize..span.end as usize)?;
        let tidy = match raw {
            [] => true,
            [b'\'' | b'=', ..] => false,
            [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => self.is_ascii,
            _ => false,
        };
        (tidy && matches!(span.kind, CellKind::Plain | CellKind::Quoted)).then_some(raw)
    }

    /// A cell's text, unquoted and without a spreadsheet's guard, trimmed, in NFC.
    #[inline]
    pub(crate) fn clean_text(&self, column: usize) -> Cow<'a, str> {
        if self.tidy_cell(column).is_some()
            && let Some(span) = self.spans.get(column)
            && let Some(text) = self.text.get(span.start as usize..span.end as usize)
        {
            return Cow::Borrowed(text);
        }
        self.clean_untidy_text(column)
    }

    /// [`Record::clean_text`] as bytes of UTF-8.
    #[inline]
    pub(crate) fn clean_cell(&self, column: usize) -> Cow<'a, [u8]> {
        match self.tidy_cell(column) {
            Some(bytes) => Cow::Borrowed(bytes),
            None => match self.clean_untidy_text(column) {
                Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
                Cow::Owned(text) => Cow::Owned(text.into_bytes()),
            },
        }
    }

    #[cold]
    fn clean_untidy_text(&self, column: usize) -> Cow<'a, str> {
        match self.cell(column) {
            Cow::Borrowed(cell) => text::clean(guard::unguard(cell)),
            Cow::Owned(cell) => Cow::Owned(text::clean(guard::unguard(&cell)).into_owned()),
        }
    }

    #[cold]
    fn unusual_cell(&self, span: Span) -> Cow<'a, str> {
        let raw = self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        match span.kind {
            CellKind::Plain | CellKind::Quoted => Cow::Borrowed(raw),
            CellKind::Escaped => Cow::Owned(self.unescape(raw)),
            CellKind::Tailed(close) => {
                let (inner, tail) = raw.split_at_checked((close - span.start) as usize).unwrap_or((raw, ""));
                Cow::Owned(self.unescape(inner) + tail.get(1..).unwrap_or_default())
            }
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
        self.spans.iter().position(|span| span.start <= at && at < span.end)
    }

    /// Whether the record is a blank line.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self.spans, [Span { kind: CellKind::Plain, start, end }] if
            self.text.get(*start as usize..*end as usize).is_some_and(|text| text.trim().is_empty()))
    }

    /// Every cell, unquoted.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        (0..self.len()).map(|column| self.cell(column))
    }
}
