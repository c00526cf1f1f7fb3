//! The records that could not be read, kept whole: their own columns, and why. Written as a CSV that reads back in once
//! it is mended. Secrets are left out of it.

use serde::Serialize;

use super::guard;
use crate::issue::Code;

/// The first word of the columns that are added to a file of set-aside records. The reader passes over them.
pub(crate) const COLUMN_PREFIX: &str = "memberferry";

/// One record that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SetAsideRecord {
    /// The data record, 0-based.
    pub record: u64,
    /// The line it starts on, 1-based; 0 for a record that came by itself.
    pub line: u64,
    /// Why, in the order found.
    pub codes: Vec<Code>,
    /// The cells as written, in column order; those of a column of secrets are blank. Of a JSON record there is one: its JSON.
    pub cells: Vec<String>,
}

/// The name of the column that holds the JSON of records that were no rows.
pub(super) const JSON: &str = "json";
/// The names of the columns that say where a record stood and why it was set aside.
pub(super) const LINE: &str = "memberferry_line";
const REASONS: &str = "memberferry_reasons";
/// How the columns of cells that were too many begin.
const EXTRA: &str = "memberferry_extra_";

/// The columns, of a file of set-aside records, of cells that were too many. As long as one is not blank, its record has
/// not been mended.
pub(super) fn overflow_columns(headers: &[String]) -> Vec<usize> {
    headers.iter().enumerate().filter(|(_, name)| name.starts_with(EXTRA)).map(|(column, _)| column).collect()
}

/// Writes set-aside records as CSV: the file's own columns, then `memberferry_line` and `memberferry_reasons`.
pub(super) fn write_csv(headers: &[String], records: &[SetAsideRecord]) -> String {
    let width = records.iter().map(|record| record.cells.len()).max().unwrap_or_default().max(headers.len());
    let extra = (headers.len()..width).map(|column| format!("{EXTRA}{}", column + 1));
    // A file that was set aside before has these two already; they are written anew.
    let is_own = |column: usize| headers.get(column).is_some_and(|name| name == LINE || name == REASONS);
    let own_left_out = |cells: Vec<String>| {
        cells
            .into_iter()
            .enumerate()
            .filter(|(column, _)| !is_own(*column))
            .map(|(_, cell)| cell)
            .collect::<Vec<_>>()
    };
    let names = own_left_out(headers.iter().cloned().chain(extra).collect());
    let mut csv = String::new();
    guard::write_row(&mut csv, names.into_iter().chain([LINE.to_owned(), REASONS.to_owned()]));
    for record in records {
        let blank = std::iter::repeat_n(String::new(), width - record.cells.len());
        let reasons: Vec<_> = record.codes.iter().map(|code| code.name()).collect();
        let added = [record.line.to_string(), reasons.join(" ")];
        // A guard that a cell came with is not guarded again: the field must read as it would have.
        let cells = record.cells.iter().map(|cell| guard::unguard(cell).to_owned());
        guard::write_row(&mut csv, own_left_out(cells.chain(blank).collect()).into_iter().chain(added));
    }
    csv
}

#[cfg(test)]
mod tests {
    use crate::{ReadOptions, read_contacts};

    #[test]
    fn a_record_that_was_not_mended_is_set_aside_again_whole() {
        let list = b"Email,Tags,Note\nann@example.com,Gold,likes tea, and coffee\n";
        let first = read_contacts(list, &ReadOptions::default()).unwrap().set_aside_csv();
        let second = read_contacts(first.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!((second.contacts.len(), second.set_aside.len()), (0, 1));
        assert!(
            first.starts_with("Email,Tags,Note,memberferry_extra_4,memberferry_line,memberferry_reasons\r\n")
        );
        assert_eq!(second.set_aside_csv(), first);
        let mended = first.replace("likes tea,\" and coffee\"", "\"likes tea, and coffee\",");
        let mended = read_contacts(mended.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!((mended.contacts.len(), mended.set_aside.len()), (1, 0));
    }
}
