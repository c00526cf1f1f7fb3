//! The reader against the `csv` crate: a table written well is read by both as the same cells.

use memberferry::{TableOptions, read_table};

use crate::bytes::Bytes;

/// Three bytes choose how the table is written; after them cells end with a unit separator (0x1F) and rows with a record separator (0x1E).
pub fn check(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let delimiter = bytes.one_of(&[',', ';', '\t', '|']);
    let style = bytes.one_of(&[csv::QuoteStyle::Necessary, csv::QuoteStyle::Always]);
    let ends_in = bytes.one_of(&[csv::Terminator::Any(b'\n'), csv::Terminator::CRLF]);
    let Some(rows) = rows(bytes.0) else { return };
    let byte = u8::try_from(delimiter).expect("a byte");
    let mut writer = csv::WriterBuilder::new()
        .delimiter(byte)
        .quote_style(style)
        .terminator(ends_in)
        .from_writer(Vec::new());
    for row in &rows {
        writer.write_record(row).expect("rows are of one width");
    }
    let file = writer.into_inner().expect("written to memory");

    let mut reader =
        csv::ReaderBuilder::new().delimiter(byte).has_headers(false).from_reader(file.as_slice());
    let theirs: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.expect("well formed").iter().map(str::to_owned).collect())
        .collect();
    let options = TableOptions {
        delimiter: Some(delimiter),
        quote: Some('"'),
        encoding: Some("utf-8".to_owned()),
        ..TableOptions::default()
    };
    let table = read_table(&file, &options).expect("well formed");
    let ours: Vec<Vec<String>> = std::iter::once(table.header).chain(table.rows).collect();
    assert_eq!(ours, theirs, "{:?}", String::from_utf8_lossy(&file));
}

/// Rows of two cells and more, all as long as the first; absent where a table of them means something of its own.
fn rows(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut rows: Vec<Vec<String>> =
        text.split('\u{1e}').map(|row| row.split('\u{1f}').map(str::to_owned).collect()).collect();
    let width = rows.first()?.len();
    rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    let is_blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim_ascii().is_empty());
    // A line of blanks is no record; `sep=` and a byte order mark say how a file is written.
    let speaks =
        |cell: &String| cell.starts_with("sep=") || cell.starts_with('\u{feff}') || cell.contains('\0');
    let means_itself = width > 1 && !rows.iter().any(is_blank) && !rows.iter().flatten().any(speaks);
    means_itself.then_some(rows)
}
