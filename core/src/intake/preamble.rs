//! Where the table begins: titles, dates, comments and blank lines that stand before the header are told from it. Knows
//! no source; what makes a row of names a header is asked of the caller.

use super::dialect::Dialect;
use super::error::IntakeError;
use super::record::Record;
use super::splitter::Splitter;
use crate::issue::{Code, Issue, Location};
use crate::{Limits, text};

/// The header is looked for in so many of the first records that are not blank.
pub(super) const HEADER_RECORDS: usize = 30;

/// So many records show the shape of the table.
const SHAPE_RECORDS: usize = 60;

/// Where a table begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Start {
    /// The bytes of decoded text before the header's record.
    pub(crate) bytes: usize,
    /// The lines before it.
    pub(crate) lines: u64,
    /// The first and the last of the lines that were passed over, 1-based; absent where there are none but blank ones and
    /// the one that names the delimiter.
    pub(crate) passed_over: Option<(u64, u64)>,
}

/// One of the first records.
struct Row {
    /// The cells, cleaned.
    cells: Vec<String>,
    /// How many cells there are, blank ones at the end included.
    width: usize,
    place: usize,
    line: u64,
}

impl Row {
    /// How many cells hold something.
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// What a record looks like to whoever knows columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// A record of data: it holds an address.
    Data,
    /// Names of which so many are known, none of them the address column's.
    Names { known: usize },
    /// Names, the address column's among them: so many are known, and so many of those for sure.
    Header { known: usize, sure: usize },
}

impl Start {
    /// The beginning of the text, or what follows the line that names the delimiter.
    pub(crate) fn behind_separator_line(text: &str, dialect: &Dialect) -> Start {
        let bytes = text.len() - dialect.body(text).len();
        Start { bytes, lines: u64::from(dialect.has_separator_line), passed_over: None }
    }

    /// The line that the caller names, 1-based.
    pub(crate) fn named(text: &str, dialect: &Dialect, line: u64) -> Result<Start, IntakeError> {
        let first = Start::behind_separator_line(text, dialect);
        let rest = dialect.text_from_line(text, line).ok_or(IntakeError::NoSuchLine { line })?;
        Ok(if line <= first.lines { first } else { first.moved_to(text, text.len() - rest.len(), line) })
    }

    /// What there is to say of the lines that were passed over. Not what stands on them: it may be anything.
    pub(crate) fn issue(&self) -> Option<Issue> {
        let (first, last) = self.passed_over?;
        let message = match last - first {
            0 => format!("line {first}, before the header, was passed over"),
            _ => format!("lines {first} to {last}, before the header, were passed over"),
        };
        let place = Location::default().with_line(first);
        Some(Issue::new(Code::PreamblePassedOver).with_message(message).at(place))
    }

    /// The same start, further down: at a place, on a line.
    fn moved_to(self, text: &str, bytes: usize, line: u64) -> Start {
        let between = text.get(self.bytes..bytes).unwrap_or_default();
        let passed_over = (!between.trim().is_empty()).then_some((self.lines + 1, line - 1));
        Start { bytes, lines: line - 1, passed_over }
    }

    /// The first record whose names are a header's, or else the first of the table's shape.
    ///
    /// A record before the header is narrower than it, or as wide and without one name that is known; and it is none of the
    /// data, which has an address and as many cells as the header.
    pub(super) fn of_header(
        text: &str,
        dialect: &Dialect,
        wanted: Option<&[String]>,
        likeness: impl Fn(&[String]) -> Likeness,
    ) -> Start {
        let first = Start::behind_separator_line(text, dialect);
        let rows = first_rows(text, dialect, first);
        let found = match wanted {
            Some(names) => rows.iter().take(HEADER_RECORDS).position(|row| row.cells == names),
            None => known_header(&rows, likeness),
        };
        first.at_row(text, found.or_else(|| by_shape(&rows)).and_then(|index| rows.get(index)))
    }

    /// The first record of the table's shape: behind lines that begin with `#`, and behind lines of one cell where
    /// the records that follow have more.
    pub(crate) fn of_table(text: &str, dialect: &Dialect) -> Start {
        let first = Start::behind_separator_line(text, dialect);
        let rows = first_rows(text, dialect, first);
        first.at_row(text, by_shape(&rows).and_then(|index| rows.get(index)))
    }

    fn at_row(self, text: &str, row: Option<&Row>) -> Start {
        match row {
            Some(row) => self.moved_to(text, row.place, row.line),
            None => self,
        }
    }
}

/// The first records that are not blank.
fn first_rows(text: &str, dialect: &Dialect, start: Start) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut splitter = Splitter::new(dialect.separators(), &Limits::NONE);
    splitter.skip(start.bytes, start.lines);
    splitter.buffer().push_str(text);
    // The sink ends the reading with an error once it has seen enough.
    let _ = splitter.split(true, &mut |record: &Record<'_>| {
        if !record.is_blank() {
            rows.push(Row {
                cells: names(record),
                width: record.len(),
                place: usize::try_from(record.range.0).unwrap_or_default(),
                line: record.line,
            });
        }
        if rows.len() < SHAPE_RECORDS { Ok(()) } else { Err(IntakeError::Empty) }
    });
    rows
}

/// The cells of a header, cleaned. A header row that ends in delimiters has no last columns.
pub(super) fn names(record: &Record<'_>) -> Vec<String> {
    let mut names: Vec<String> = record.cells().map(|cell| text::collapse(&cell).into_owned()).collect();
    while names.len() > 1 && names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    names
}

/// The first record whose names are a header's.
fn known_header(rows: &[Row], likeness: impl Fn(&[String]) -> Likeness) -> Option<usize> {
    // A column of addresses alone, unless a wider header follows: `Email` may also be a title.
    let mut lone = None;
    let (mut widest, mut names_are_known, mut widest_data) = (0, false, 0);
    for (index, row) in rows.iter().take(HEADER_RECORDS).enumerate() {
        let filled = row.filled();
        match likeness(&row.cells) {
            Likeness::Data if lone.is_some() && filled == 1 => return lone,
            Likeness::Data => widest_data = widest_data.max(filled),
            Likeness::Names { known } => names_are_known |= known > 0,
            Likeness::Header { .. } if index == 0 && filled == 1 => lone = Some(0),
            Likeness::Header { known, sure } => {
                let is_wider = filled > widest;
                let is_alike = filled == widest && !names_are_known && (known > 1 || sure == filled);
                if (is_wider || is_alike) && (filled > widest_data) {
                    return Some(index);
                }
                return lone;
            }
        }
        widest = widest.max(filled);
    }
    lone
}

/// The first record of the table's shape: behind lines that begin with `#`, or behind lines of one cell before two of
/// some other width. One wide line among many may be a sentence; two make a table.
fn by_shape(rows: &[Row]) -> Option<usize> {
    let width = |index: usize| rows.get(index).map(|row| row.width).filter(|&width| width > 1);
    let comments =
        rows.iter().take_while(|row| row.width == 1 && row.cells.iter().all(|cell| cell.starts_with('#')));
    let lone = rows.iter().take_while(|row| row.width == 1).count();
    let comments = comments.count();
    if lone < HEADER_RECORDS && width(lone).is_some() && (width(lone) == width(lone + 1) || lone == comments)
    {
        Some(lone)
    } else {
        (!rows.is_empty()).then_some(0)
    }
}
