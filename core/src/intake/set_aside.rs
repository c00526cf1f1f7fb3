//! The records that could not be read, kept whole: their own columns, and why. Written as a CSV that reads back in once
//! it is mended. Secrets are left out of it.

use serde::Serialize;

use super::guard;
use crate::issue::Code;

/// The first word of the columns that are added to a file of set-aside records. The reader passes over them.
pub(crate) const COLUMN_PREFIX: &str = "memberferry";

/// One record that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SetAsideRecord {
    /// The data record, 0-based.
    pub record: u64,
    /// The line it starts on, 1-based.
    pub line: u64,
    /// Why, in the order found.
    pub codes: Vec<Code>,
    /// The cells as written, in column order; those of a column of secrets are blank.
    pub cells: Vec<String>,
}

/// Writes set-aside records as CSV: the file's own columns, then `memberferry_line` and `memberferry_reasons`.
pub(super) fn write_csv(headers: &[String], records: &[SetAsideRecord]) -> String {
    let width = records.iter().map(|record| record.cells.len()).max().unwrap_or_default().max(headers.len());
    let extra = (headers.len()..width).map(|column| format!("{COLUMN_PREFIX}_extra_{}", column + 1));
    let added = [format!("{COLUMN_PREFIX}_line"), format!("{COLUMN_PREFIX}_reasons")];
    let mut csv = String::new();
    guard::write_row(&mut csv, headers.iter().cloned().chain(extra).chain(added));
    for record in records {
        let blank = std::iter::repeat_n(String::new(), width - record.cells.len());
        let reasons: Vec<_> = record.codes.iter().map(|code| code.name()).collect();
        let added = [record.line.to_string(), reasons.join(" ")];
        // A guard that a cell came with is not guarded again: the field must read as it would have.
        let cells = record.cells.iter().map(|cell| guard::unguard(cell).to_owned());
        guard::write_row(&mut csv, cells.chain(blank).chain(added));
    }
    csv
}
