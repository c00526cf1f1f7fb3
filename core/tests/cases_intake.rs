//! Our reading of addresses, tables, encodings, dates and headers against public suites whose answers are not ours.
//!
//! The cases lie beside the project and are not part of it. Where they are not there, nothing is compared and the test
//! says so. Every case that we decide differently is listed here with the reason; a difference that is not listed fails.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read fails the test")]
#![expect(clippy::disallowed_macros, reason = "a test says what it compared")]
#![expect(clippy::disallowed_methods, reason = "the cases are files")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use memberferry::{
    Code, DateOptions, Field, ReadOptions, TableOptions, check_email, parse_date, read_contacts, read_table,
};
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

/// Fails for every difference that is not explained.
fn all_explained(agreed: usize, differing: &[(String, String)], explained: &[(&str, &str)]) {
    let unexplained: Vec<_> = differing
        .iter()
        .filter(|(id, _)| !explained.iter().any(|(known, _)| id == known))
        .map(|(id, what)| format!("{id}: {what}"))
        .collect();
    println!("{agreed} agree, {} differ and are explained", differing.len() - unexplained.len());
    assert!(unexplained.is_empty(), "{}", unexplained.join("\n"));
}

/// Suites whose policy is ours: a deliverable address. The others decide by other policies (quoted local parts, address
/// literals, comments, display names, ASCII only) and are only counted.
const OUR_POLICY: [&str; 3] = ["python-email-validator", "validatorjs", "fast_chemail"];

const ADDRESSES: &[(&str, &str)] = &[
    ("python-email-validator/11", "asked of the suite with display names allowed; ours refuses them"),
    ("python-email-validator/72", "white space around an address is trimmed, a line break included"),
    ("python-email-validator/91", "octets are counted once the address is composed: 254 of them"),
    ("fast_chemail/43", "the suite is ASCII only; ours takes international domains"),
    ("validatorjs/10", "a quoted local part"),
    ("validatorjs/11", "a quoted local part"),
    ("validatorjs/64", "asked with a rule for one provider's addresses"),
    ("validatorjs/76", "a quoted local part"),
    ("validatorjs/78", "a quoted local part"),
    ("validatorjs/85", "asked with an ASCII local part only"),
    ("validatorjs/99", "asked with display names allowed"),
    ("validatorjs/100", "asked with display names allowed"),
    ("validatorjs/107", "asked with display names allowed"),
    ("validatorjs/111", "asked with display names allowed"),
    ("validatorjs/113", "asked with display names allowed"),
    ("validatorjs/158", "asked with a display name required"),
    ("validatorjs/161", "asked with a display name required"),
    ("validatorjs/176", "asked with address literals allowed"),
    ("validatorjs/177", "asked with internet addresses allowed"),
    ("validatorjs/182", "asked with letters forbidden"),
    ("validatorjs/207", "asked with a list of hosts"),
];

#[test]
fn addresses() {
    let Some(cases) = cases("emails.jsonl") else { return };
    let mut by_suite: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut agreed, mut differing) = (0, Vec::new());
    for case in cases.iter().filter(|case| case["valid"].is_boolean()) {
        let valid = check_email(text(case, "input")).valid;
        let agrees = valid == case["valid"];
        let suite = text(case, "suite");
        let counts = by_suite.entry(suite).or_default();
        counts.0 += usize::from(agrees);
        counts.1 += 1;
        if OUR_POLICY.contains(&suite) {
            agreed += usize::from(agrees);
            if !agrees {
                differing.push((
                    text(case, "id").to_owned(),
                    format!("{:?} is {valid} here", text(case, "input")),
                ));
            }
        }
    }
    for (suite, (agreed, all)) in by_suite {
        println!("{suite}: {agreed} of {all}");
    }
    all_explained(agreed, &differing, ADDRESSES);
}

const TABLES: &[(&str, &str)] = &[
    (
        "papaparse/24",
        "a cell never closed behind a stray quote ends at that quote; the suite lets it run to the end",
    ),
    ("papaparse/40", "lines are no comments because they start with `#`"),
    ("papaparse/44", "lines are no comments because they start with `#`"),
    ("papaparse/73", "a blank last line is no record"),
    ("papaparse/127", "a line of white space is no record"),
    ("papaparse/129", "lines are no comments because they start with `#`"),
    ("papaparse/136", "quotes are escaped by doubling, not by a backslash"),
    ("clevercsv/parser-3", "asked with no delimiter at all"),
    ("clevercsv/parser-38", "asked with an escape character"),
    ("clevercsv/parser-45", "asked with no quotes at all"),
];

#[test]
fn tables() {
    let Some(cases) = cases("csv_cases.jsonl") else { return };
    let (mut agreed, mut differing) = (0, Vec::new());
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
        agreed += usize::from(agrees);
        if !agrees {
            differing.push((text(case, "id").to_owned(), format!("expected {expected:?}, found {table:?}")));
        }
    }
    all_explained(agreed, &differing, TABLES);
}

/// Ways to write a date that no export of members was seen to use.
const UNUSUAL: [&str; 4] =
    ["a week date", "a day of the year", "a fraction of an hour or a minute", "a lone month"];

const DATES: &[(&str, &str)] = &[
    ("dateutil/50", "digits without any separator but a space"),
    ("dateutil/60", UNUSUAL[2]),
    ("validatorjs-isISO8601/7", UNUSUAL[3]),
    ("validatorjs-isISO8601/37", UNUSUAL[2]),
    ("validatorjs-isISO8601/38", UNUSUAL[2]),
    ("validatorjs-isISO8601/97", UNUSUAL[0]),
    ("validatorjs-isISO8601/104", "24:00 is no time of a day"),
    ("validatorjs-isISO8601/150", UNUSUAL[1]),
    ("validatorjs-isISO8601/151", UNUSUAL[1]),
    ("validatorjs-isISO8601/163", UNUSUAL[1]),
    ("validatorjs-isISO8601/166", UNUSUAL[1]),
    ("validatorjs-isISO8601/168", UNUSUAL[0]),
    ("validatorjs-isISO8601/175", UNUSUAL[0]),
    ("validatorjs-isISO8601/176", UNUSUAL[0]),
    ("validatorjs-isISO8601/177", UNUSUAL[1]),
    ("validatorjs-isISO8601/178", "a compact date and time parted by a `T`"),
    ("validatorjs-isISO8601/180", "24:00 is no time of a day"),
    ("validatorjs-isISO8601/187", UNUSUAL[2]),
    ("validatorjs-isISO8601/188", UNUSUAL[2]),
    ("validatorjs-isISO8601/190", UNUSUAL[1]),
    ("validatorjs-isISO8601/224", UNUSUAL[1]),
    ("validatorjs-isISO8601/226", UNUSUAL[1]),
    ("validatorjs-isRFC3339/17", "no zone is 23 hours from UTC"),
];

#[test]
fn dates() {
    let Some(cases) = cases("dates.jsonl") else { return };
    let (mut agreed, mut differing) = (0, Vec::new());
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
        agreed += usize::from(agrees);
        if !agrees {
            let what = format!("{:?} is {shown:?}, not {}", text(case, "input"), text(case, "expected"));
            differing.push((text(case, "id").to_owned(), what));
        }
    }
    all_explained(agreed, &differing, DATES);
}

const HEADERS: &[(&str, &str)] = &[
    ("hdr/19", "a single column `email` is everybody's; only the file's origin says that it is Ghost's"),
    ("hdr/25", "a single column `email` is everybody's; only the file's origin says that it is Ghost's"),
];

#[test]
fn headers() {
    let Some(cases) = cases("header_detection.jsonl") else { return };
    let (mut agreed, mut differing) = (0, Vec::new());
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
        agreed += usize::from(found == expected);
        if found != expected {
            differing.push((text(case, "id").to_owned(), format!("expected {expected:?}, found {found:?}")));
        }
    }
    all_explained(agreed, &differing, HEADERS);
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
    let (mut agreed, mut differing) = (0, Vec::new());
    for case in &cases {
        let Some((table, twin)) = read(text(case, "file")).zip(read(text(case, "expected_utf8_file"))) else {
            continue;
        };
        let agrees = table.header == twin.header && table.rows == twin.rows;
        agreed += usize::from(agrees);
        if !agrees {
            let what = format!("{} was taken for {}", text(case, "encoding"), table.encoding.name);
            differing.push((text(case, "id").to_owned(), what));
        }
    }
    all_explained(agreed, &differing, &[]);
}

/// What is not looked for: only UTF-8 read as Windows-1252 or Latin-1 is.
const OTHER_FAULTS: [&str; 4] = [
    "UTF-8 read as Mac Roman",
    "UTF-8 read as Windows-1250 or Windows-1251",
    "no UTF-8, but lone control characters",
    "the bytes are lost: a replacement character stands for them",
];

const MOJIBAKE: &[(&str, &str)] = &[
    ("ftfy/3", OTHER_FAULTS[3]),
    ("ftfy/21", OTHER_FAULTS[0]),
    ("ftfy/24", OTHER_FAULTS[2]),
    ("ftfy/32", OTHER_FAULTS[1]),
    ("ftfy/69", OTHER_FAULTS[0]),
    ("ftfy/93", OTHER_FAULTS[2]),
    ("ftfy/103", OTHER_FAULTS[1]),
    ("ftfy/117", "the HTML in it is decoded, which is a step of its own"),
    ("ftfy/122", OTHER_FAULTS[0]),
    ("ftfy/123", OTHER_FAULTS[0]),
    ("ftfy/125", OTHER_FAULTS[0]),
    ("ftfy/134", OTHER_FAULTS[1]),
];

#[test]
fn mojibake() {
    let Some(cases) = cases("mojibake.jsonl") else { return };
    let (mut agreed, mut differing) = (0, Vec::new());
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
        agreed += usize::from(agrees);
        if !agrees {
            let what = format!("{input:?} flagged {flagged} times, {note:?} rather than {fixed:?}");
            differing.push((text(case, "id").to_owned(), what));
        }
    }
    all_explained(agreed, &differing, MOJIBAKE);
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
