//! The records of an input as they are written, kept to be looked at and put right by a person. Knows nothing of what the cells mean.

use serde::Serialize;

use super::detection::{Detection, Recognised};
use super::encoding::Misfits;
use super::error::IntakeError;
use super::mapping::Mapping;
use super::options::ReadOptions;
use super::readers::SheetReader;
use super::record::Record;
use super::record_log::RecordLog;
use super::row_reader::{Ending, RowReader};
use crate::source::{Field, RecordKind};

/// The records of an export of contacts as they are written, in little more memory than they take in the file. Cells of columns that hold
/// secrets are blank.
///
/// A record has the same number here as in an issue about it ([`Location::record`](crate::Location)). It needs no column of addresses: what a
/// person has yet to map can be shown. [`ReadOptions::corrections`] put cells right.
#[derive(Clone, Debug)]
pub struct Sheet {
    detection: Detection,
    mapping: Mapping,
    blocks: Vec<Block>,
    length: u64,
}

/// One record of a [`Sheet`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SheetRow {
    /// The data record, 0-based.
    pub record: u64,
    /// The line it starts on, 1-based.
    pub line: u64,
    /// The cells as written, without their quotes: perhaps more or fewer than there are columns.
    pub cells: Vec<String>,
}

/// Records in a row, in one text.
#[derive(Clone, Debug, Default)]
struct Block {
    first: u64,
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<u32>,
    /// How many cells stand before the end of each record.
    rows: Vec<u32>,
    lines: Vec<u64>,
}

/// A block is full once it holds so much. No record is longer than 2 GiB, so that places within a block fit 32 bits.
const BLOCK_BYTES: usize = 1 << 20;

impl Block {
    fn push(&mut self, line: u64, cells: impl Iterator<Item = impl AsRef<str>>) {
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        for cell in cells {
            self.text.push_str(cell.as_ref());
            self.ends.push(place(self.text.len()));
        }
        self.rows.push(place(self.ends.len()));
        self.lines.push(line);
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    /// The cells of a record, by its place in the block.
    fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        let before = |list: &[u32], at: usize| {
            at.checked_sub(1).and_then(|at| list.get(at)).map_or(0, |&end| end as usize)
        };
        let last = self.rows.get(row).map_or(0, |&end| end as usize);
        (before(&self.rows, row)..last).map(move |cell| {
            let end = self.ends.get(cell).map_or(0, |&end| end as usize);
            self.text.get(before(&self.ends, cell)..end).unwrap_or_default()
        })
    }
}

impl Sheet {
    /// The number of records.
    pub fn len(&self) -> u64 {
        self.length
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// What the input was found to be.
    pub fn detection(&self) -> &Detection {
        &self.detection
    }

    /// What each column is taken for.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// A record by its number.
    pub fn row(&self, record: u64) -> Option<SheetRow> {
        let after = self.blocks.partition_point(|block| block.first <= record);
        let block = self.blocks.get(after.checked_sub(1)?)?;
        let row = usize::try_from(record.checked_sub(block.first)?).ok()?;
        let line = *block.lines.get(row)?;
        Some(SheetRow { record, line, cells: block.cells(row).map(str::to_owned).collect() })
    }

    /// The records that have a cell with a text in it, upper and lower case of ASCII alike, in order. Nothing is found of a blank text.
    pub fn find<'a>(&'a self, text: &str) -> impl Iterator<Item = u64> + use<'a> {
        let wanted = text.to_ascii_lowercase();
        let blocks = if wanted.is_empty() { &[] } else { self.blocks.as_slice() };
        blocks.iter().flat_map(move |block| {
            let has = |row: &usize| block.cells(*row).any(|cell| cell.to_ascii_lowercase().contains(&wanted));
            let rows: Vec<usize> = (0..block.len()).filter(has).collect();
            rows.into_iter().map(|row| block.first + row as u64)
        })
    }
}

/// Keeps the records of an input as they are written.
///
/// # Errors
/// [`IntakeError`] where the input cannot be read at all.
///
/// ```
/// use memberferry::{ReadOptions, read_sheet};
/// let sheet = read_sheet(b"Who,Hat\nada@example.com,bowler\nnobody,\"a, b\"\n", &ReadOptions::default())?;
/// assert_eq!(sheet.row(1).map(|row| row.cells), Some(vec!["nobody".to_owned(), "a, b".to_owned()]));
/// assert_eq!(sheet.find("ADA@").collect::<Vec<_>>(), [0]);
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
pub fn read_sheet(input: &[u8], options: &ReadOptions) -> Result<Sheet, IntakeError> {
    let mut reader = SheetReader::new(options.clone())?;
    reader.push(input)?;
    reader.finish()
}

/// Keeps records.
pub(super) struct SheetRows {
    log: RecordLog,
    blocks: Vec<Block>,
}

impl RowReader for SheetRows {
    const KIND: RecordKind = RecordKind::Contacts;

    const KEYS: &'static [Field] = &[Field::Email];

    type Answer = Sheet;

    fn new(
        headers: Vec<String>,
        mapping: &Mapping,
        source: &Recognised,
        options: &ReadOptions,
        _line: u64,
    ) -> Result<SheetRows, IntakeError> {
        Ok(SheetRows { log: RecordLog::new(headers, mapping, source.profile, options), blocks: Vec::new() })
    }

    fn log(&self) -> &RecordLog {
        &self.log
    }

    fn log_mut(&mut self) -> &mut RecordLog {
        &mut self.log
    }

    fn read_cells(&mut self, record: &Record<'_>) -> Result<(), IntakeError> {
        let shown = |(column, cell)| if self.log.may_be_secret(record, column) { "".into() } else { cell };
        if self.blocks.last().is_none_or(|block| block.text.len() >= BLOCK_BYTES) {
            self.blocks.push(Block { first: self.log.records, ..Block::default() });
        }
        if let Some(block) = self.blocks.last_mut() {
            block.push(record.line, record.cells().enumerate().map(shown));
        }
        Ok(())
    }

    fn finish(self, ending: Ending<'_>) -> Sheet {
        let Ending { detection, mapping, .. } = ending;
        Sheet { detection, mapping, blocks: self.blocks, length: self.log.records }
    }

    /// Whatever is wrong with a record, it is kept.
    fn read(&mut self, record: &Record<'_>, _misfits: &Misfits) -> Result<(), IntakeError> {
        if record.is_blank() {
            return Ok(());
        }
        self.log.check_limit(record)?;
        match self.log.corrected(record) {
            Some(corrected) => self.read_cells(&record.rewritten(&corrected))?,
            None => self.read_cells(record)?,
        }
        self.log.records += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use super::*;
    use crate::intake::{Correction, read_contacts};

    #[test]
    fn records_have_the_numbers_that_issues_give_them() {
        let export = b"Email,Name\n\nnobody,\"x\ny\"\nada@example.com,Ada,more\nbob@example.com\n,\n";
        let options = ReadOptions::default();
        let sheet = read_sheet(export, &options).unwrap();
        let intake = read_contacts(export, &options).unwrap();
        assert_eq!(sheet.len(), intake.stats.records);
        for issue in intake.issues.iter().filter(|issue| issue.location.record.is_some()) {
            let row = sheet.row(issue.location.record.unwrap()).unwrap();
            assert_eq!(Some(row.line), issue.location.line, "{issue:?}");
        }
        assert_eq!(sheet.row(1).unwrap().cells, ["ada@example.com", "Ada", "more"]);
        assert_eq!(sheet.row(2).unwrap().cells, ["bob@example.com"]);
        assert_eq!(sheet.row(4), None);
    }

    #[test]
    fn many_blocks_are_one_sheet() {
        let mut export = String::from("Email,Note\n");
        for record in 0..3000 {
            export.push_str(&format!("m{record}@example.com,{}\n", "é".repeat(500)));
        }
        let sheet = read_sheet(export.as_bytes(), &ReadOptions::default()).unwrap();
        assert!(sheet.blocks.len() > 2, "{}", sheet.blocks.len());
        for record in 0..3000 {
            assert_eq!(sheet.row(record).unwrap().cells[0], format!("m{record}@example.com"));
        }
        assert_eq!(sheet.find("M2999@").collect::<Vec<_>>(), [2999]);
        assert_eq!(sheet.find("").count(), 0);
        assert_eq!(sheet.find("é").count(), 3000);
    }

    #[test]
    fn secrets_are_blank_corrections_are_in_and_no_address_is_needed() {
        let correction = Correction { record: 0, column: NonZero::new(1).unwrap(), text: "Ada".to_owned() };
        let options = ReadOptions { corrections: vec![correction], ..ReadOptions::default() };
        let sheet = read_sheet(b"Who,Password\nx,hunter2\n", &options).unwrap();
        assert_eq!(sheet.row(0).unwrap().cells, ["Ada", ""]);
    }
}
