//! What is said of the records of an input, and which of them were set aside. It knows which columns hold secrets, so
//! that none is shown. Knows nothing of what the cells mean.

use std::borrow::Cow;

use super::corrections::Corrections;
use super::encoding::Misfits;
use super::error::IntakeError;
use super::guard;
use super::html_cells::{HtmlCells, HtmlRule};
use super::mapping::{ColumnMapping, ColumnUse, Mapping};
use super::mojibake::{self, Finding};
use super::options::ReadOptions;
use super::record::{Record, Rewritten};
use super::set_aside::{self, SetAsideRecord};
use crate::issue::{Code, Issue, Issues, Location, MessageValue, RowPlace};
use crate::source::{Profile, RecordKind};

/// What is said of the records of an input.
pub(super) struct RecordLog {
    pub(super) headers: Vec<String>,
    /// Ascending.
    secret_columns: Vec<usize>,
    /// Where a file of set-aside records holds the cells that were too many.
    overflow_columns: Vec<usize>,
    records_limit: u64,
    repairs_mojibake: bool,
    html: Vec<HtmlCells>,
    /// The records met so far.
    pub(super) records: u64,
    pub(super) issues: Issues,
    pub(super) set_aside: Vec<SetAsideRecord>,
    /// The line of the record in which, or before which, the first NUL byte stood.
    nul_line: Option<u64>,
    corrections: Corrections,
}

impl RecordLog {
    pub(super) fn new(
        headers: Vec<String>,
        mapping: &Mapping,
        profile: &Profile,
        options: &ReadOptions,
    ) -> RecordLog {
        let is_secret = |meaning: &ColumnUse| match meaning {
            ColumnUse::Sensitive => true,
            ColumnUse::Field { field } => field.is_secret(),
            _ => false,
        };
        let html = |column: &ColumnMapping| HtmlCells::new(HtmlRule::of_column(&column.meaning, profile));
        RecordLog {
            secret_columns: mapping
                .columns
                .iter()
                .enumerate()
                .filter(|(_, column)| is_secret(&column.meaning))
                .map(|(column, _)| column)
                .collect(),
            overflow_columns: set_aside::overflow_columns(&headers),
            headers,
            records_limit: options.limits.records,
            repairs_mojibake: options.repair_mojibake,
            html: mapping.columns.iter().map(html).collect(),
            records: 0,
            issues: Issues::with_bound(options.limits.issues as usize),
            set_aside: Vec::new(),
            nul_line: None,
            corrections: Corrections::new(&options.corrections),
        }
    }

    /// A log of later records of the same input.
    #[cfg(feature = "threads")]
    pub(super) fn apart(&self) -> RecordLog {
        RecordLog {
            headers: self.headers.clone(),
            secret_columns: self.secret_columns.clone(),
            overflow_columns: self.overflow_columns.clone(),
            records_limit: self.records_limit,
            repairs_mojibake: self.repairs_mojibake,
            html: self.html.iter().map(HtmlCells::apart).collect(),
            records: 0,
            issues: self.issues.apart(),
            set_aside: Vec::new(),
            nul_line: None,
            corrections: Corrections::default(),
        }
    }

    /// Whether cells were put right, which only a reader that counts the records from the first can find.
    #[cfg(feature = "threads")]
    pub(super) fn has_corrections(&self) -> bool {
        !self.corrections.is_empty()
    }

    /// Whether all records of another log may be read behind these.
    #[cfg(feature = "threads")]
    pub(super) fn has_room_for(&self, later: &RecordLog) -> bool {
        self.records.saturating_add(later.records) <= self.records_limit
    }

    /// Takes what is said of later records, behind so many lines, out of their log, as if they had been read here.
    #[cfg(feature = "threads")]
    pub(super) fn append(&mut self, later: &mut RecordLog, lines: u64) {
        let records = self.records;
        self.issues.append(&mut later.issues, records, lines);
        self.set_aside.extend(later.set_aside.drain(..).map(|aside| SetAsideRecord {
            record: aside.record + records,
            line: aside.line + lines,
            ..aside
        }));
        for (html, later) in self.html.iter_mut().zip(&mut later.html) {
            html.append(later, lines);
        }
        let nul_line = later.nul_line.take().map(|line| line + lines);
        self.nul_line = self.nul_line.or(nul_line);
        self.records += std::mem::take(&mut later.records);
    }

    /// Reports an issue of a record, or of one of its cells, and the cell as written unless it holds secrets.
    #[cold]
    pub(super) fn report(
        &mut self,
        code: Code,
        record: &Record<'_>,
        column: Option<usize>,
        message: Option<(&'static str, &[MessageValue<'_>])>,
    ) {
        self.report_suggesting(code, record, column, message, "");
    }

    /// As [`RecordLog::report`], with what the cell may have been meant to be, unless that is blank.
    #[cold]
    pub(super) fn report_suggesting(
        &mut self,
        code: Code,
        record: &Record<'_>,
        column: Option<usize>,
        message: Option<(&'static str, &[MessageValue<'_>])>,
        suggestion: &str,
    ) {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let place = RowPlace {
            record: u32::try_from(self.records).ok(),
            line: u32::try_from(record.line).unwrap_or(u32::MAX),
            input: 0,
            column: column.map_or(0, |column| number(column + 1)),
            field: column.and_then(|column| self.headers.get(column)).map(String::as_str).unwrap_or_default(),
        };
        let value =
            column.filter(|&column| !self.may_be_secret(record, column)).map(|column| record.cell(column));
        let suggestion = if value.is_some() { suggestion } else { "" };
        self.issues.push_suggestion(code, place, message, value.as_deref(), suggestion);
    }

    /// Where a cell of the record at hand stands.
    pub(super) fn place(&self, record: &Record<'_>, column: usize) -> Location {
        cell_place(record.line, column, &self.headers).with_record(self.records)
    }

    /// Whether one more record may be read.
    #[inline]
    pub(super) fn check_limit(&self, record: &Record<'_>) -> Result<(), IntakeError> {
        if self.records < self.records_limit {
            return Ok(());
        }
        Err(IntakeError::Limit { limit: "records", bound: self.records_limit, line: record.line })
    }

    /// The cells of the record at hand, where somebody put one of them right.
    #[inline]
    pub(super) fn corrected(&self, record: &Record<'_>) -> Option<Rewritten> {
        if self.corrections.is_empty() {
            return None;
        }
        self.corrections.of(self.records, record, self.headers.len())
    }

    /// Why the record's cells cannot be told apart for certain.
    #[inline]
    pub(super) fn problem(&mut self, record: &Record<'_>) -> Option<Code> {
        let overflows = self.overflow_columns.iter().any(|&column| !record.cell(column).trim().is_empty());
        if overflows {
            self.report(Code::RowRagged, record, self.overflow_columns.first().copied(), None);
            Some(Code::RowRagged)
        } else if record.len() != self.headers.len() || record.quality.stray_quote || record.quality.unclosed
        {
            self.check_shape(record)
        } else {
            None
        }
    }

    #[cold]
    fn check_shape(&mut self, record: &Record<'_>) -> Option<Code> {
        let (cells, columns) = (record.len(), self.headers.len());
        let extra_is_blank = || (columns..cells).all(|column| record.cell(column).trim().is_empty());
        let mut fatal = None;
        if record.quality.unclosed {
            fatal = Some(Code::QuoteUnclosed);
            self.report(Code::QuoteUnclosed, record, cells.checked_sub(1), None);
        } else if record.quality.stray_quote {
            self.report(Code::QuoteStray, record, None, None);
        }
        let counts = [MessageValue::Number(cells as u64), MessageValue::Number(columns as u64)];
        let message = ("the record has {} cells and the header {} columns", counts.as_slice());
        if cells > columns && !extra_is_blank() {
            fatal = fatal.or(Some(Code::RowRagged));
            self.report(Code::RowRagged, record, Some(columns), Some(message));
        } else if cells < columns && fatal.is_none() {
            self.report(Code::RowShort, record, None, Some(message));
        }
        fatal
    }

    /// Whether a cell may hold a secret: it stands in a column of secrets, or the record has so many cells too many or too
    /// few that the secret may have moved there, or the cell ran on to the end of the input and may hold anything.
    pub(super) fn may_be_secret(&self, record: &Record<'_>, column: usize) -> bool {
        let (cells, columns) = (record.len(), self.headers.len());
        let (extra, missing) = (cells.saturating_sub(columns), columns.saturating_sub(cells));
        let swallowed = record.quality.unclosed && column + 1 >= cells;
        let first = self.secret_columns.partition_point(|secret| secret + extra < column);
        let next = self.secret_columns.get(first);
        (swallowed && !self.secret_columns.is_empty())
            || next.is_some_and(|&secret| secret <= column + missing)
    }

    /// Reports cells that somebody read in the wrong encoding, and counts those that hold HTML; gives the record with the
    /// former repaired, where that is asked for and can be done, and the latter made plain text. What may be a secret is
    /// neither shown nor changed.
    #[cold]
    pub(super) fn mend(&mut self, record: &Record<'_>) -> Option<Rewritten> {
        let mut mended: Vec<(usize, String)> = Vec::new();
        for column in 0..record.len() {
            if self.may_be_secret(record, column) {
                continue;
            }
            let mut cell = record.cell(column);
            match mojibake::find(&cell) {
                None => {}
                Some(Finding::Repairable(text)) if self.repairs_mojibake => {
                    let message = ("the text was taken back to {}", [MessageValue::Shown(&text)]);
                    self.report(Code::MojibakeRepaired, record, Some(column), Some((message.0, &message.1)));
                    cell = Cow::Owned(text.clone());
                    mended.push((column, text));
                }
                Some(_) => self.report(Code::Mojibake, record, Some(column), None),
            }
            let place = || cell_place(record.line, column, &self.headers);
            let html = self.html.get_mut(column);
            if let Some(text) = html.and_then(|html| html.read(guard::unguard(&cell), place)) {
                mended.push((column, text));
            }
        }
        let cell = |(column, cell)| match mended.iter().rfind(|(at, _)| *at == column) {
            Some((_, text)) => Cow::Owned(text.clone()),
            None => cell,
        };
        (!mended.is_empty()).then(|| record.rewrite(record.cells().enumerate().map(cell)))
    }

    #[cold]
    pub(super) fn put_aside(&mut self, record: &Record<'_>, code: Code) {
        let shown = |(column, cell): (usize, Cow<'_, str>)| {
            if self.may_be_secret(record, column) { String::new() } else { cell.into_owned() }
        };
        self.set_aside.push(SetAsideRecord {
            record: self.records,
            line: record.line,
            codes: vec![code],
            cells: record.cells().enumerate().map(shown).collect(),
        });
    }

    #[cold]
    pub(super) fn report_misfits(&mut self, record: &Record<'_>, misfits: &Misfits) {
        if misfits.nul.count > 0 && self.nul_line.is_none() && misfits.nul.first < record.range.1 {
            self.nul_line = Some(record.line);
        }
        for (code, places) in
            [(Code::EncodingMixed, &misfits.foreign), (Code::EncodingReplaced, &misfits.replaced)]
        {
            let mut previous = None;
            for &place in places.within(record.range) {
                let column = record.column_at(place);
                let is_corrected = column.is_some_and(|column| self.corrections.has(self.records, column));
                if previous != Some(column) && !is_corrected {
                    previous = Some(column);
                    self.report(code, record, column, None);
                }
            }
        }
    }

    /// What can be said only at the end of the input: the NUL bytes that were left out, and the HTML by column.
    pub(super) fn finish(&mut self, misfits: &Misfits) {
        for issue in self.html.iter().filter_map(HtmlCells::issue) {
            self.issues.push(issue);
        }
        if misfits.nul.count > 0 {
            let issue = Issue::new(Code::NulRemoved);
            self.issues.push(match self.nul_line {
                None => issue.with_message(misfits.nul.message()),
                Some(line) => issue
                    .with_message(misfits.nul.message() + ", the first in this record or before it")
                    .at(Location::default().with_line(line)),
            });
        }
    }

    /// Says that the input has a header and no records, where that is so.
    pub(super) fn check_records(&mut self, header_line: u64, kind: RecordKind) {
        if self.records == 0 {
            let issue = Issue::new(Code::RecordsMissing).at(Location::default().with_line(header_line));
            self.issues.push(match kind {
                RecordKind::Contacts => issue,
                _ => issue.with_help(format!("export again with a period that has {}", kind.name())),
            });
        }
    }
}

/// Where a cell stands, for what is said of its whole column.
pub(super) fn cell_place(line: u64, column: usize, headers: &[String]) -> Location {
    let header = headers.get(column).map(String::as_str).unwrap_or_default();
    Location::default().with_line(line).with_column(column as u64 + 1).with_field(header.to_owned())
}

/// Adds what was counted in later records, behind so many lines, to what was counted before: where the first stands, and how
/// many there are.
#[cfg(feature = "threads")]
pub(super) fn add_later(
    found: &mut Option<(Location, u64)>,
    later: &mut Option<(Location, u64)>,
    lines: u64,
) {
    if let Some((mut place, count)) = later.take() {
        place.line = place.line.map(|line| line + lines);
        found.get_or_insert((place, 0)).1 += count;
    }
}
