//! Tables that are well formed, read by us and by the `csv` crate: the same cells, whoever wrote the file.

use memberferry::{TableOptions, read_table};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Text with everything that has to be quoted, and what only looks like it.
fn cell() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "a", "b", " ", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "'", "=", "#", "\\", "ü", "明",
        "😀", "sep=",
    ]);
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2..5_usize).prop_flat_map(|width| vec(vec(cell(), width), 1..12)).prop_filter(
        "the first line names no delimiter, and something is written",
        |rows: &Vec<Vec<String>>| {
            let blank = |cell: &String| cell.trim_ascii().is_empty();
            !rows.iter().flatten().all(blank)
                && rows.first().and_then(|row| row.first()).is_some_and(|cell| !cell.starts_with("sep="))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_well_formed_table_reads_as_the_csv_crate_reads_it(
        rows in rows(),
        delimiter in select(vec![',', ';', '\t', '|']),
        style in select(vec![csv::QuoteStyle::Necessary, csv::QuoteStyle::Always, csv::QuoteStyle::NonNumeric]),
        ends_in in select(vec![csv::Terminator::Any(b'\n'), csv::Terminator::CRLF]),
    ) {
        let byte = u8::try_from(delimiter).unwrap();
        let mut writer = csv::WriterBuilder::new()
            .delimiter(byte)
            .quote_style(style)
            .terminator(ends_in)
            .from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let file = writer.into_inner().unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(byte).has_headers(false).from_reader(file.as_slice());
        let theirs: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let options = TableOptions {
            delimiter: Some(delimiter),
            quote: Some('"'),
            encoding: Some("utf-8".to_owned()),
            ..TableOptions::default()
        };
        let table = read_table(&file, &options).unwrap();
        let ours: Vec<Vec<String>> = std::iter::once(table.header).chain(table.rows).collect();
        prop_assert_eq!(&ours, &theirs, "{:?}", String::from_utf8_lossy(&file));
        prop_assert_eq!(&ours, &rows);
        prop_assert!(table.issues.iter().all(|issue| issue.code.name().starts_with("header-")));
    }
}
