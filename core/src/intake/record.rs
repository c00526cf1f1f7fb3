//! One record as it stands in the splitter's buffer: its cells, unquoted and cleaned when they are asked for. Knows
//! nothing of how records are found, nor of what a cell means.

use std::borrow::Cow;
use std::ops::Range;

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

impl LineEnd {
    /// The byte that ends a record.
    #[inline]
    pub(super) fn byte(self) -> u8 {
        match self {
            LineEnd::LineFeed => b'\n',
            LineEnd::CarriageReturn => b'\r',
        }
    }
}

/// How cells and records are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Separators {
    pub(crate) delimiter: u8,
    /// Absent where the input quotes nothing.
    pub(crate) quote: Option<u8>,
    pub(crate) line_end: LineEnd,
}

/// An offset in the buffer. It fits: the buffer is bounded by a record and a chunk, both far below 4 GiB.
#[inline]
pub(super) fn place(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// A record's end without the `\r` of a `\r\n`.
#[inline]
pub(super) fn trim_return(bytes: &[u8], start: usize, at: usize, separators: Separators) -> usize {
    let is_return = at > start && bytes.get(at - 1) == Some(&b'\r');
    if is_return && separators.line_end == LineEnd::LineFeed { at - 1 } else { at }
}

/// Where a cell's text stands without its outer quotes, as far as they are there.
pub(super) fn inner_of(bytes: &[u8], raw: Range<usize>, quote: Option<u8>) -> Range<usize> {
    let is_quote = |place: usize| quote.is_some() && bytes.get(place).copied() == quote;
    if raw.is_empty() || !is_quote(raw.start) {
        return raw;
    }
    let start = raw.start + 1;
    let end = if raw.end > start && is_quote(raw.end - 1) { raw.end - 1 } else { raw.end };
    start..end
}

/// One record, as it stands in the splitter's buffer.
pub(crate) struct Record<'a> {
    pub(super) text: &'a str,
    /// What stands before the record, then where each of its cells ends.
    pub(super) marks: &'a [u32],
    /// Where the cells start and end in the buffer, if `text` is not the buffer but what was made of it.
    pub(super) places: Option<&'a [(u32, u32)]>,
    pub(super) quote: u8,
    /// Where the record's first byte stands in the buffer.
    pub(super) start: usize,
    /// The record's bytes within the decoded text, from its start: where the record begins and ends.
    pub(crate) range: (u64, u64),
    /// The line the record starts on, 1-based.
    pub(crate) line: u64,
    pub(super) quality: Quality,
}

/// What is known of a record as a whole.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quality {
    /// Whether the record is known to be ASCII, to hold nothing that HTML begins with, and to double no quotes; false says
    /// nothing.
    pub(super) is_plain: bool,
    /// Whether cells stand with their outer quotes: all that start with one then end with one, and double those between.
    pub(super) is_quoted: bool,
    /// Whether a quote stood where none may stand.
    pub(crate) stray_quote: bool,
    /// Whether the input ended inside a quoted cell.
    pub(crate) unclosed: bool,
}

/// The cells of a record that were changed before anything is made of them.
pub(crate) struct Rewritten {
    text: String,
    marks: Vec<u32>,
    /// Where the cells stood before they were changed.
    places: Vec<(u32, u32)>,
}

impl Rewritten {
    pub(crate) fn new<'a>(cells: impl Iterator<Item = Cow<'a, str>>, places: Vec<(u32, u32)>) -> Rewritten {
        let mut rewritten = Rewritten { text: String::new(), marks: vec![u32::MAX], places };
        for cell in cells {
            rewritten.text.push_str(&cell);
            rewritten.marks.push(place(rewritten.text.len()));
            // Something stands between cells.
            rewritten.text.push('\n');
        }
        rewritten
    }

    /// The record with its place in the buffer and in the input.
    pub(super) fn record(&self, start: usize, range: (u64, u64), line: u64, quality: Quality) -> Record<'_> {
        let quality = Quality { is_plain: false, is_quoted: false, ..quality };
        let (text, marks) = (self.text.as_str(), self.marks.as_slice());
        Record { text, marks, places: Some(&self.places), quote: b'"', start, range, line, quality }
    }
}

/// A cell that is plain ASCII with nothing to take off, quotes, guards or white space.
#[derive(Debug)]
pub(crate) enum Tidy<'a> {
    /// A short one, blank perhaps: a stretch of [`Record::text`], and the bytes from its start on.
    Short(Range<usize>, &'a [u8; SHORT]),
    /// A longer one: a stretch of [`Record::text`].
    Long(Range<usize>),
    /// The cell is not so, or stands so near the end of the buffer that it is not worth to find out.
    No,
}

impl<'a> Record<'a> {
    /// The record with other text in its cells.
    pub(crate) fn rewrite<'b>(&self, cells: impl Iterator<Item = Cow<'b, str>>) -> Rewritten {
        let place_of = |column| match self.places {
            Some(places) => places.get(column).copied().unwrap_or_default(),
            None => self.raw(column).map(|raw| (place(raw.start), place(raw.end))).unwrap_or_default(),
        };
        Rewritten::new(cells, (0..self.len()).map(place_of).collect())
    }

    /// The rewritten cells in this record's place.
    pub(crate) fn rewritten<'b>(&self, cells: &'b Rewritten) -> Record<'b> {
        cells.record(self.start, self.range, self.line, self.quality)
    }

    /// Whether the record is known to be ASCII, to hold nothing that HTML begins with, and to double no quotes.
    #[inline]
    pub(crate) fn is_plain(&self) -> bool {
        self.quality.is_plain
    }

    /// The record's text, its line end included.
    #[inline]
    pub(crate) fn bytes(&self) -> &'a [u8] {
        if self.places.is_some() {
            return self.text.as_bytes();
        }
        let length = usize::try_from(self.range.1 - self.range.0).unwrap_or_default();
        self.text.as_bytes().get(self.start..).and_then(|text| text.get(..length)).unwrap_or_default()
    }

    /// The number of cells.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.marks.len().wrapping_sub(1)
    }

    /// Where the cells' text stands without their outer quotes.
    pub(super) fn inner_cells(&self) -> impl Iterator<Item = Range<usize>> {
        let quote = self.quality.is_quoted.then_some(self.quote);
        (0..self.len())
            .filter_map(|column| self.raw(column))
            .map(move |raw| inner_of(self.text.as_bytes(), raw, quote))
    }

    /// Where a cell stands, with its outer quotes.
    #[inline]
    fn raw(&self, column: usize) -> Option<Range<usize>> {
        let end = *self.marks.get(column.wrapping_add(1))?;
        let start = self.marks.get(column)?.wrapping_add(1);
        Some(start as usize..end as usize)
    }

    /// Where a cell's text stands without its outer quotes, and whether quotes in it are doubled.
    #[inline]
    fn inner(&self, column: usize) -> Option<(Range<usize>, bool)> {
        let raw = self.raw(column)?;
        if self.quality.is_quoted
            && raw.start < raw.end
            && self.text.as_bytes().get(raw.start) == Some(&self.quote)
        {
            let inner = raw.start.wrapping_add(1)..raw.end.wrapping_sub(1);
            let doubled = !self.quality.is_plain
                && memchr::memchr(self.quote, self.text.as_bytes().get(inner.clone())?).is_some();
            return Some((inner, doubled));
        }
        Some((raw, false))
    }

    /// A cell's text, unquoted; blank where the record has no such cell.
    #[inline]
    pub(crate) fn cell(&self, column: usize) -> Cow<'a, str> {
        let Some((range, doubled)) = self.inner(column) else { return Cow::Borrowed("") };
        let cell = self.text.get(range).unwrap_or_default();
        if doubled { Cow::Owned(self.unescape(cell)) } else { Cow::Borrowed(cell) }
    }

    /// The text that the record stands in.
    #[inline]
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// A cell with no quote in it and no guard, as a stretch of [`Record::text`]; absent for any other.
    #[inline]
    pub(crate) fn plain_cell(&self, column: usize) -> Option<Range<usize>> {
        let (range, doubled) = self.inner(column)?;
        let is_guarded = matches!(self.text.as_bytes().get(range.start), Some(b'\'' | b'='));
        (!is_guarded && !doubled).then_some(range)
    }

    /// A cell that is read as it stands, if it is one. A cell that the record has not is blank.
    #[inline(always)]
    pub(crate) fn tidy_cell(&self, column: usize) -> Tidy<'a> {
        const NOTHING: &[u8; SHORT] = &[0; SHORT];
        let Some(raw) = self.raw(column) else { return Tidy::Short(0..0, NOTHING) };
        let Some(window) = self.text.as_bytes().get(raw.start..).and_then(|text| text.first_chunk()) else {
            return Tidy::No;
        };
        let [first, inner @ ..]: &[u8; 1 + SHORT] = window;
        let opens = self.quality.is_quoted && *first == self.quote && raw.start < raw.end;
        let quote = usize::from(opens);
        let range = raw.start.wrapping_add(quote)..raw.end.wrapping_sub(quote);
        let bytes = match window.first_chunk() {
            Some(bytes) if !opens => bytes,
            _ => inner,
        };
        let length = range.end.wrapping_sub(range.start);
        let [first, ..] = *bytes;
        let last = self.text.as_bytes().get(range.end.wrapping_sub(1)).copied().unwrap_or_default();
        // Neither a guard nor white space. Around a blank cell stand the characters that part it from others.
        let is_bare = first > b' ' && first != b'\'' && first != b'=' && last > b' ' || length == 0;
        if !is_bare || !(self.quality.is_plain || self.is_plain_at(range.clone(), opens)) {
            Tidy::No
        } else if length > SHORT {
            Tidy::Long(range)
        } else {
            Tidy::Short(range, bytes)
        }
    }

    /// Whether a cell of a record that is not plain is ASCII and doubles no quotes.
    fn is_plain_at(&self, range: Range<usize>, is_quoted: bool) -> bool {
        let cell = self.text.as_bytes().get(range).unwrap_or_default();
        cell.is_ascii() && !(is_quoted && memchr::memchr(self.quote, cell).is_some())
    }

    /// The text of a tidy cell.
    #[inline(always)]
    pub(crate) fn tidy_text(&self, column: usize) -> Option<&'a str> {
        match self.tidy_cell(column) {
            Tidy::Short(range, _) | Tidy::Long(range) => Some(self.text_of(range)),
            Tidy::No => None,
        }
    }

    /// The bytes of a stretch of [`Record::text`].
    #[inline]
    pub(crate) fn bytes_of(&self, range: Range<usize>) -> &'a [u8] {
        self.text.as_bytes().get(range).unwrap_or_default()
    }

    /// The text of a stretch of [`Record::text`].
    #[inline]
    pub(crate) fn text_of(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// A cell's text, unquoted and without a spreadsheet's guard, trimmed, in NFC.
    pub(crate) fn clean_text(&self, column: usize) -> Cow<'a, str> {
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
        let at = self.start + within;
        let (column, cell) = match self.places {
            Some(places) => {
                let column = places.partition_point(|(_, end)| *end as usize <= at);
                (column, places.get(column).map(|(start, end)| *start as usize..*end as usize))
            }
            None => {
                let ends = self.marks.get(1..).unwrap_or_default();
                let column = ends.partition_point(|end| *end as usize <= at);
                (column, self.raw(column))
            }
        };
        cell.filter(|cell| cell.contains(&at)).map(|_| column)
    }

    /// Whether the record is a blank line.
    pub(crate) fn is_blank(&self) -> bool {
        // A pair of quotes is a cell, if a blank one; it makes no blank line.
        let is_whole = || match self.places {
            Some([(start, _)]) => *start as usize == self.start,
            _ => true,
        };
        self.len() == 1
            && is_whole()
            && self.raw(0).and_then(|raw| self.text.get(raw)).is_some_and(|text| text.trim().is_empty())
    }

    /// Every cell, unquoted.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        (0..self.len()).map(|column| self.cell(column))
    }
}
