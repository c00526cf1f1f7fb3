//! Cells that a spreadsheet would run as a formula: guarded when written, unguarded when read, so that what was written
//! reads back exactly. Nothing is ever evaluated.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, apostrophes before it included, is written
//! with one more apostrophe in front. WordPress, WooCommerce and Keap exports are guarded in the same way.

use std::borrow::Cow;

#[cold]
fn begins_a_formula(text: &str) -> bool {
    matches!(
        text.trim_start_matches('\'').as_bytes().first(),
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r')
    )
}

/// A cell as it is written to a CSV file.
pub(crate) fn guard(cell: &str) -> Cow<'_, str> {
    if begins_a_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell without its guard, or without the wrapper `="…"` that keeps a spreadsheet from reading a number.
#[inline]
pub(crate) fn unguard(cell: &str) -> &str {
    match cell.as_bytes().first() {
        Some(b'\'') if begins_a_formula(cell) => cell.get(1..).unwrap_or(cell),
        Some(b'=') => cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell),
        _ => cell,
    }
}

/// Writes one CSV row (RFC 4180: commas, CRLF), guarded.
pub(crate) fn write_row(csv: &mut String, cells: impl Iterator<Item = String>) {
    for (column, cell) in cells.enumerate() {
        if column > 0 {
            csv.push(',');
        }
        let cell = guard(&cell);
        if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guarded_cell_reads_back_exactly() {
        for cell in ["=1+1", "'=1+1", "''@x", "-5", "+65 1234", "\tx", "'quoted'", "plain", "", "'"] {
            assert_eq!(unguard(&guard(cell)), cell);
            assert!(
                !matches!(guard(cell).as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t')),
                "{cell}"
            );
        }
    }

    #[test]
    fn wrappers_of_spreadsheets_are_taken_off() {
        assert_eq!(unguard("=\"00123\""), "00123");
        assert_eq!(unguard("=SUM(A1)"), "=SUM(A1)");
    }
}
