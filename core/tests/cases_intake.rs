//! Our reading of addresses, tables, encodings, dates and headers against public suites whose answers are not ours.
//!
//! The cases lie beside the project and are not part of it. Where they are not there, nothing is compared and the test
//! says so. Every case that we decide differently stands in `docs/src/reference/differences.md` with the reason.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read fails the test")]
#![expect(clippy::disallowed_macros, reason = "a test says what it compared")]
#![expect(clippy::disallowed_methods, reason = "the cases are files")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use memberferry::{
    Code, DateOptions, Field, ReadOptions, TableOptions, check_email, parse_date, read_contacts, read_table,
};
use serde_json::Value;

#[path = "support/differences.rs"]
mod differences;

use differences::Comparison;

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

/// Suites whose policy is ours: a deliverable address. The others decide by other policies (quoted local parts, address
/// literals, comments, display names, ASCII only) and are only counted.
const OUR_POLICY: [&str; 3] = ["python-email-validator", "validatorjs", "fast_chemail"];

/// Whether a case asks for what our rule decides: with the suite's own defaults, no quoted local part, no display name, no white
/// space that we trim, and nothing beyond ASCII of a suite that knows nothing else.
fn is_asked_as_we_decide(case: &Value) -> bool {
    let (input, suite) = (text(case, "input"), text(case, "suite"));
    let has_options = text(case, "policy").contains("[{");
    let is_beyond_ascii = suite == "fast_chemail" && !input.is_ascii();
    !(has_options
        || is_beyond_ascii
        || input.starts_with('"')
        || input.ends_with('>')
        || input.trim() != input)
}

#[test]
fn addresses() {
    let Some(cases) = cases("emails.jsonl") else { return };
    let mut by_suite: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut alike = by_suite.clone();
    let mut comparison = Comparison::of("Addresses");
    for case in cases.iter().filter(|case| case["valid"].is_boolean()) {
        let valid = check_email(text(case, "input")).valid;
        let agrees = valid == case["valid"];
        let suite = text(case, "suite");
        let counts = by_suite.entry(suite).or_default();
        counts.0 += usize::from(agrees);
        counts.1 += 1;
        if OUR_POLICY.contains(&suite) {
            if is_asked_as_we_decide(case) {
                let counts = alike.entry(suite).or_default();
                counts.0 += usize::from(agrees);
                counts.1 += 1;
            }
            comparison.case(text(case, "id"), text(case, "input"), agrees, || format!("{valid} here"));
        }
    }
    for (suite, (agreed, all)) in by_suite {
        println!("{suite}: {agreed} of {all}");
    }
    for (suite, (agreed, all)) in alike {
        println!("{suite}, asked as we decide: {agreed} of {all}");
        assert!(100 * agreed >= 97 * all, "{suite}: {agreed} of {all}");
    }
    comparison.check();
}

/// Whether a row is one cell of nothing but white space.
fn is_blank(row: &Value) -> bool {
    row.as_array().is_some_and(|row| {
        row.len() == 1 && row.first().and_then(Value::as_str).is_some_and(|cell| cell.trim().is_empty())
    })
}

#[test]
fn tables() {
    let Some(cases) = cases("csv_cases.jsonl") else { return };
    let (mut agreed, mut asked) = (0, 0);
    let mut comparison = Comparison::of("Tables");
    for case in &cases {
        let bytes = base64(text(case, "input_base64"));
        let one = |key: &str| text(case, key).chars().next();
        let options =
            TableOptions { delimiter: one("delimiter"), quote: one("quote"), ..TableOptions::default() };
        let expected: Vec<Vec<String>> =
            serde_json::from_value(case["expected_rows"].clone()).unwrap_or_default();
        let table = read_table(&bytes, &options);
        let agrees = match &table {
            Ok(table) if one("expected_delimiter").is_some() => {
                Some(table.dialect.delimiter) == one("expected_delimiter")
            }
            Ok(table) => {
                let rows: Vec<_> = std::iter::once(&table.header).chain(&table.rows).cloned().collect();
                rows == expected
            }
            Err(_) => expected.is_empty(),
        };
        // Comments, escapes and blank lines as records are rules of a suite's own; so is a table without a delimiter or quotes.
        let is_own_rule = case["policy_dependent"] == true
            || case["comments"] != Value::Null
            || !text(case, "escape").is_empty()
            || [&case["delimiter"], &case["quote"]].contains(&&Value::from(""))
            || case["expected_rows"].as_array().is_some_and(|rows| rows.iter().any(is_blank));
        if !is_own_rule {
            agreed += usize::from(agrees);
            asked += 1;
        }
        let input = String::from_utf8_lossy(&bytes);
        comparison
            .case(text(case, "id"), &input, agrees, || format!("expected {expected:?}, found {table:?}"));
    }
    println!("asked as we decide: {agreed} of {asked}");
    assert!(100 * agreed >= 98 * asked);
    comparison.check();
}

#[test]
fn dates() {
    let Some(cases) = cases("dates.jsonl") else { return };
    let mut comparison = Comparison::of("Dates");
    // A case without an answer asks for a stricter form than any export keeps to.
    for case in cases.iter().filter(|case| case["expected"].is_string()) {
        let day_first = text(case, "format_hint").contains("day-first");
        let options = DateOptions { day_first: Some(day_first), ..DateOptions::default() };
        let found = parse_date(text(case, "input"), &options);
        let shown = found.instant.map(|instant| instant.to_string()).or(found.local);
        let agrees = match (text(case, "expected"), shown.as_deref()) {
            ("VALID", shown) => shown.is_some(),
            (day, Some(shown)) if day.len() == 10 => shown == format!("{day}T00:00:00"),
            (expected, shown) => shown == Some(expected),
        };
        comparison.case(text(case, "id"), text(case, "input"), agrees, || {
            format!("{shown:?}, not {}", text(case, "expected"))
        });
    }
    comparison.check();
}

#[test]
fn headers() {
    let Some(cases) = cases("header_detection.jsonl") else { return };
    let mut comparison = Comparison::of("Headers");
    for case in &cases {
        let headers: Vec<String> = serde_json::from_value(case["headers"].clone()).unwrap();
        // The header alone decides: every cell of the one row is an address.
        let row = vec!["ada@example.com"; headers.len()].join(",");
        let file = format!("{}\n{row}\n", headers.join(","));
        let intake = read_contacts(file.as_bytes(), &ReadOptions::default()).unwrap();
        let column =
            |field: Field| intake.mapping.column_of(field).and_then(|column| headers.get(column).cloned());
        let found = (intake.detection.source.profile.to_owned(), [column(Field::Email), column(Field::Tags)]);
        let mapped = |field: &str| case["expected_mapping"][field].as_str().map(str::to_owned);
        let expected = (text(case, "expected_source").to_owned(), [mapped("email"), mapped("tags")]);
        comparison.case(text(case, "id"), &headers.join(","), found == expected, || {
            format!("expected {expected:?}, found {found:?}")
        });
    }
    comparison.check();
}

#[test]
fn bulk() {
    let Some(cases) = cases("bulk.jsonl") else { return };
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases");
    let read = |name: &str| match std::fs::read(folder.join(name)) {
        Ok(bytes) => Some(read_table(&bytes, &TableOptions::default()).unwrap()),
        Err(_) => {
            println!("the file is not there: {name} is not compared");
            None
        }
    };
    let mut comparison = Comparison::of("Encodings");
    for case in &cases {
        let Some((table, twin)) = read(text(case, "file")).zip(read(text(case, "expected_utf8_file"))) else {
            continue;
        };
        let agrees = table.header == twin.header && table.rows == twin.rows;
        comparison.case(text(case, "id"), text(case, "encoding"), agrees, || {
            format!("{} was taken for {}", text(case, "encoding"), table.encoding.name)
        });
    }
    comparison.check();
}

#[test]
fn mojibake() {
    let Some(cases) = cases("mojibake.jsonl") else { return };
    let mut comparison = Comparison::of("Garbled text");
    for case in &cases {
        let input = text(case, "input");
        let csv = format!("Email,Note\nada@example.com,\"{}\"\n", input.replace('"', "\"\""));
        let read = |repair_mojibake: bool| {
            let options = ReadOptions { repair_mojibake, ..ReadOptions::default() };
            let intake = read_contacts(csv.as_bytes(), &options).unwrap();
            let note = intake.contacts.get(0).unwrap().to_contact().unwrap().custom.get("Note").cloned();
            (intake.issues.count(Code::Mojibake) + intake.issues.count(Code::MojibakeRepaired), note)
        };
        let ((flagged, untouched), (_, note)) = (read(false), read(true));
        let (untouched, note) = (untouched.unwrap_or_default(), note.unwrap_or_default());
        let fixed = case["fixed_encoding_only"].as_str().unwrap_or_else(|| text(case, "expected"));
        let may_change = [fixed.trim(), input.trim()].contains(&note.as_str());
        let agrees = untouched == input.trim() && may_change && (flagged > 0) != (fixed == input);
        comparison.case(text(case, "id"), input, agrees, || {
            format!("flagged {flagged} times, {note:?} rather than {fixed:?}")
        });
    }
    comparison.check();
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
            bytes.push(u8::try_from(bits >> count & 0xFF).unwrap());
        }
    }
    bytes
}
