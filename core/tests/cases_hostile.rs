//! Text that was made to break readers, files of public importers, and what comes of them: nothing is lost, nothing is
//! run, and what was set aside reads back. The cases lie beside the project and are not part of it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a case that cannot be read fails the test"
)]
#![expect(clippy::disallowed_macros, reason = "a test says what it compared")]
#![expect(clippy::disallowed_methods, reason = "the cases are files")]

use std::path::PathBuf;

use memberferry::{Code, Field, Intake, ReadOptions, TableOptions, read_contacts, read_table};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

#[path = "support/differences.rs"]
mod differences;

use differences::Comparison;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases")
}

fn cases(name: &str) -> Vec<Value> {
    match std::fs::read_to_string(folder().join(name)) {
        Ok(text) => text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
        Err(_) => {
            println!("the public cases are not there: {name} is not compared");
            Vec::new()
        }
    }
}

fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key].as_str().unwrap_or_default()
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn read(csv: &str) -> Intake {
    let options = ReadOptions { encoding: Some("utf-8".to_owned()), ..ReadOptions::default() };
    read_contacts(csv.as_bytes(), &options).unwrap()
}

/// A cell without a spreadsheet's guard or wrapper.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(guarded) if begins_a_formula(cell) => guarded,
        _ => cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell),
    }
}

fn begins_a_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// What a field reads: without a guard, trimmed, composed.
fn cleaned(cell: &str) -> String {
    let is_outer = |character: char| {
        character.is_whitespace() || matches!(character, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
    };
    unguarded(cell).trim_matches(is_outer).nfc().collect()
}

/// Reads a text as a field of a contact, and as a cell of a record that is set aside, written, and read again twice.
fn survives(input: &str) -> Result<(), String> {
    let intake =
        read(&format!("Email,Note,After\nnobody,{cell},x\nada@example.com,{cell},x\n", cell = quoted(input)));
    let note =
        intake.contacts.get(0).unwrap().to_contact().unwrap().custom.get("Note").cloned().unwrap_or_default();
    // NUL bytes are no text, and are left out.
    let input = input.replace('\0', "");
    // HTML in a field is made plain text, and that is said; what is set aside keeps it.
    let was_html = intake.issues.iter().any(|issue| issue.code.name() == "html-decoded");
    if note != cleaned(&input) && !was_html {
        return Err(format!("{note:?}"));
    }
    let first = intake.set_aside_csv();
    let again = read(&first);
    let table = read_table(
        first.as_bytes(),
        &TableOptions { encoding: Some("utf-8".to_owned()), delimiter: Some(','), ..TableOptions::default() },
    )
    .unwrap();
    for cell in table.rows.iter().flatten() {
        if begins_a_formula(cell) && !cell.starts_with('\'') {
            return Err(format!("{cell:?} would be run"));
        }
    }
    let cells = |intake: &Intake| intake.set_aside[0].cells[1..3].to_vec();
    let same = (intake.set_aside.len(), again.set_aside.len(), again.contacts.len()) == (1, 1, 0)
        && unguarded(&cells(&again)[0]) == unguarded(&cells(&intake)[0])
        && cells(&again)[1] == "x"
        && again.set_aside_csv() == first;
    if same { Ok(()) } else { Err(format!("set aside as {:?}, then {:?}", cells(&intake), cells(&again))) }
}

#[test]
fn naughty_strings_survive() {
    let mut comparison = Comparison::of("Naughty strings");
    for case in cases("naughty.jsonl") {
        let result = survives(text(&case, "input"));
        comparison.case(text(&case, "id"), text(&case, "input"), result.is_ok(), || result.unwrap_err());
    }
    comparison.check();
}

#[test]
fn injections_are_guarded_and_the_guards_undone() {
    let mut comparison = Comparison::of("Injections");
    for case in cases("injection.jsonl") {
        let id = text(&case, "id");
        if let Some(input) = case["input"].as_str() {
            let dangerous = case["dangerous_in_spreadsheet"] == true;
            let result = survives(input).and_then(|()| {
                if begins_a_formula(input) == dangerous { Ok(()) } else { Err("guarded or not".to_owned()) }
            });
            comparison.case(id, input, result.is_ok(), || result.unwrap_err());
            continue;
        }
        let columns = ["Col1", "Col2", "Col3"];
        for row in case["input"].as_array().unwrap() {
            let cells = columns.map(|column| text(row, column));
            let csv = format!("Email,One,Two,Three\nnobody,{}\n", cells.map(quoted).join(","));
            let written = read(&csv).set_aside_csv();
            let options = TableOptions { delimiter: Some(','), quote: Some('"'), ..TableOptions::default() };
            let ours = read_table(written.as_bytes(), &options).unwrap().rows[0][1..4].to_vec();
            let quote = case["config"]["quoteChar"].as_str().and_then(|quote| quote.chars().next());
            let theirs =
                read_table(text(&case, "expected_csv").as_bytes(), &TableOptions { quote, ..options });
            let theirs = theirs.unwrap().rows;
            comparison.case(id, &cells.join(","), theirs.contains(&ours), || {
                format!("{ours:?}, not one of {theirs:?}")
            });
        }
    }
    comparison.check();
}

#[test]
fn problems_are_found_where_they_are() {
    let mut comparison = Comparison::of("Problems of tables");
    for case in cases("csv_problems.jsonl") {
        let Ok(bytes) = std::fs::read(folder().join(text(&case, "file"))) else {
            println!("the file is not there: {} is not compared", text(&case, "file"));
            continue;
        };
        let table = read_table(&bytes, &TableOptions::default()).unwrap();
        let name = |code: Code| match code {
            Code::HeaderBlank => Some("blank-label"),
            Code::HeaderDuplicate => Some("duplicate-label"),
            Code::RowRagged => Some("extra-cell"),
            Code::RowShort => Some("missing-cell"),
            _ => None,
        };
        let found: Vec<Value> = table
            .issues
            .iter()
            .filter_map(|issue| {
                let row = issue.location.record.map(|record| record + 2);
                Some(serde_json::json!([row, issue.location.column, name(issue.code)?]))
            })
            .collect();
        let expected = case["expected"].as_array().unwrap();
        comparison.case(text(&case, "id"), text(&case, "file"), &found == expected, || {
            format!("{found:?}, not {expected:?}")
        });
    }
    comparison.check();
}

/// Whether a person of a list is the one that is expected, in what is said of them.
fn is_expected(intake: &Intake, person: &Value) -> Result<(), String> {
    let email = text(person, "email");
    let found = intake
        .contacts
        .iter()
        .find(|contact| contact.email() == email)
        .ok_or(format!("{email} is not there"))?;
    let contact = found.to_contact().unwrap();
    let name = [contact.first_name.as_deref(), contact.last_name.as_deref()];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let tags: Vec<String> = contact.tags.iter().map(ToString::to_string).collect();
    let created = contact.created_at.map(|instant| instant.to_string().replace('Z', ".000Z"));
    let agrees = (person["name"].is_null() || name == text(person, "name"))
        && (person["tags"].is_null() || serde_json::json!(tags) == person["tags"])
        && (person["created_at"].is_null() || created.as_deref() == Some(text(person, "created_at")));
    if agrees { Ok(()) } else { Err(format!("{email}: {name:?}, {tags:?}, {created:?}")) }
}

#[test]
fn exports_of_public_importers_are_read_as_they_read_them() {
    let mut comparison = Comparison::of("Exports");
    let Ok(entries) = std::fs::read_dir(folder().join("exports")) else {
        println!("the public cases are not there: exports are not compared");
        return;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
        let case: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let file = text(&case, "file");
        let bytes = std::fs::read(path.with_extension("")).unwrap();
        let options = ReadOptions { file_name: Some(file.to_owned()), ..ReadOptions::default() };
        let intake = read_contacts(&bytes, &options).unwrap();
        let id = |what: &str| format!("{file}/{what}");
        let column = |field: Field| {
            let column = intake.mapping.column_of(field)?;
            intake.detection.headers.get(column).cloned()
        };
        let shape = serde_json::json!([
            intake.detection.headers,
            intake.stats.records,
            column(Field::Email),
            column(Field::Tags)
        ]);
        let expected =
            serde_json::json!([case["header"], case["data_rows"], case["email_column"], case["tags_column"]]);
        comparison.case(&id("shape"), file, shape == expected, || format!("{shape}, not {expected}"));
        let source = intake.detection.source.profile;
        comparison.case(&id("source"), file, source == text(&case, "source"), || source.to_owned());
        for person in case["expect"]["contacts"].as_array().into_iter().flatten() {
            let result = is_expected(&intake, person);
            comparison.case(&id(text(person, "email")), text(person, "email"), result.is_ok(), || {
                result.unwrap_err()
            });
        }
        if let Some(count) = case["expect"]["contacts"].as_u64() {
            comparison.case(&id("contacts"), file, intake.contacts.len() as u64 == count, || {
                intake.contacts.len().to_string()
            });
        }
    }
    comparison.check();
}
