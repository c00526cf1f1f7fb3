//! Our reading of addresses, tables and dates against public suites whose answers are not ours.
//!
//! The cases lie beside the project and are not part of it. Where they are not there, nothing is compared and the test
//! says so.

use std::path::PathBuf;

use memberferry::{DateOptions, TableOptions, check_email, parse_date, read_table};
use serde_json::Value;

fn cases(name: &str) -> Option<Vec<Value>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases").join(name);
    match std::fs::read_to_string(path) {
        Ok(text) => Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()),
        Err(_) => {
            println!("the public cases are not there: {name} is not compared");
            None
        }
    }
}

fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key].as_str().unwrap_or_default()
}

#[test]
fn addresses() {
    let Some(cases) = cases("emails.jsonl") else { return };
    let mut by_suite: std::collections::BTreeMap<&str, (usize, usize)> = Default::default();
    for case in &cases {
        let check = check_email(text(case, "input"));
        let counts = by_suite.entry(text(case, "suite")).or_default();
        counts.1 += 1;
        if check.valid == case["valid"] {
            counts.0 += 1;
        } else {
            println!(
                "{} {:?} expected {} ({}; {})",
                case["id"],
                text(case, "input"),
                case["valid"],
                text(case, "policy"),
                text(case, "note")
            );
        }
    }
    println!("{by_suite:#?}");
}

#[test]
fn tables() {
    let Some(cases) = cases("csv_cases.jsonl") else { return };
    let mut agree = 0;
    for case in &cases {
        let bytes = base64(text(case, "input_base64"));
        let one = |key: &str| text(case, key).chars().next();
        let options =
            TableOptions { delimiter: one("delimiter"), quote: one("quote"), ..TableOptions::default() };
        let expected: Vec<Vec<String>> =
            serde_json::from_value(case["expected_rows"].clone()).unwrap_or_default();
        let table = read_table(&bytes, &options);
        let good = match &table {
            Ok(table) if !text(case, "expected_delimiter").is_empty() => {
                Some(table.dialect.delimiter) == one("expected_delimiter")
            }
            Ok(table) => {
                let rows: Vec<Vec<String>> =
                    std::iter::once(table.header.clone()).chain(table.rows.clone()).collect();
                rows == expected
            }
            Err(_) => expected.is_empty(),
        };
        if good {
            agree += 1;
        } else {
            println!(
                "{} {:?}\n  expected {expected:?} {:?}\n  found {:?}",
                case["id"],
                String::from_utf8_lossy(&bytes).chars().take(120).collect::<String>(),
                text(case, "note"),
                table.map(|table| (table.header, table.rows, table.dialect.delimiter))
            );
        }
    }
    println!("{agree} of {}", cases.len());
}

#[test]
fn dates() {
    let Some(cases) = cases("dates.jsonl") else { return };
    let mut agree = 0;
    for case in &cases {
        let day_first = text(case, "format_hint").contains("day-first");
        let found = parse_date(text(case, "input"), &DateOptions { day_first: Some(day_first), zone: None });
        let shown = found.instant.map(|instant| instant.to_string()).or(found.local);
        if shown.as_deref() == case["expected"].as_str() {
            agree += 1;
        } else {
            println!(
                "{} {:?} {:?} expected {:?} found {shown:?} {:?}",
                case["id"],
                text(case, "input"),
                text(case, "format_hint"),
                case["expected"],
                text(case, "note")
            );
        }
    }
    println!("{agree} of {}", cases.len());
}

fn base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text.bytes().filter(|byte| *byte != b'=') {
        bits = bits << 6 | u32::from(value(byte));
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xFF) as u8);
        }
    }
    bytes
}
