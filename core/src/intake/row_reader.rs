//! What every reader of records does with one: it is counted, its shape and its text are looked at, and its cells are
//! read or it is set aside. Knows nothing of what the cells mean.

use super::detection::{Detection, Recognised};
use super::encoding::Misfits;
use super::error::IntakeError;
use super::html;
use super::mapping::Mapping;
use super::mojibake;
use super::options::ReadOptions;
use super::record::Record;
use super::record_log::RecordLog;
use crate::source::{Field, RecordKind};

/// What a reading ends with, besides what was made of its records.
pub(super) struct Ending<'a> {
    pub(super) detection: Detection,
    pub(super) mapping: Mapping,
    pub(super) options: &'a ReadOptions,
    pub(super) misfits: &'a Misfits,
    pub(super) bytes: u64,
}

/// Makes something of the records of one kind.
pub(super) trait RowReader: Sized + Send {
    /// What the records are.
    const KIND: RecordKind;

    /// Without a column of one of these there is nothing to read.
    const KEYS: &'static [Field];

    /// What a whole reading gives.
    type Answer;

    /// A reader of records with these columns, whose header stands on a line.
    fn new(
        headers: Vec<String>,
        mapping: &Mapping,
        source: &Recognised,
        options: &ReadOptions,
        line: u64,
    ) -> Result<Self, IntakeError>;

    fn log(&self) -> &RecordLog;

    fn log_mut(&mut self) -> &mut RecordLog;

    /// Reads the cells of a record whose shape is right, or sets it aside.
    fn read_cells(&mut self, record: &Record<'_>) -> Result<(), IntakeError>;

    /// Settles what only the whole input can decide.
    fn finish(self, ending: Ending<'_>) -> Self::Answer;

    /// A reader of later records of the same input, which knows of its columns what this one knows, and has read none.
    /// Absent where records of the kind are read one after another alone.
    #[cfg(feature = "threads")]
    fn apart(&self) -> Option<Self> {
        None
    }

    /// Readies a reader apart, out of which everything was taken, for records behind those that were read here.
    #[cfg(feature = "threads")]
    fn ready(&self, _apart: &mut Self) {}

    /// Takes out of a reader apart what it read behind so many lines, as if it had been read here. Says whether that was
    /// done: where a limit would be passed nothing is changed, and the reader apart is of no more use.
    #[cfg(feature = "threads")]
    fn absorb(&mut self, _apart: &mut Self, _lines: u64) -> bool {
        false
    }

    /// Reads one record.
    #[inline]
    fn read(&mut self, record: &Record<'_>, misfits: &Misfits) -> Result<(), IntakeError> {
        if record.is_blank() {
            return Ok(());
        }
        let log = self.log_mut();
        log.check_limit(record)?;
        if !misfits.are_none() {
            log.report_misfits(record, misfits);
        }
        let corrected = log.corrected(record);
        let corrected = corrected.as_ref().map(|cells| record.rewritten(cells));
        let record = corrected.as_ref().unwrap_or(record);
        match log.problem(record) {
            Some(code) => log.put_aside(record, code),
            None if !record.is_plain()
                && (mojibake::may_hold(record.bytes()) || html::may_hold(record.bytes())) =>
            {
                match log.mend(record) {
                    Some(mended) => self.read_cells(&record.rewritten(&mended))?,
                    None => self.read_cells(record)?,
                }
            }
            None => self.read_cells(record)?,
        }
        self.log_mut().records += 1;
        Ok(())
    }
}
