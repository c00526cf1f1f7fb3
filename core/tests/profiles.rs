//! Each contact export that a source is known to write, read from a file with its very header and one invented person: which
//! source and variant it is taken for, what each of its columns is for, and the whole contact.
//!
//! The files are `profiles/<source>.json`: the options of the reading, the columns (name, use, cell) and the contact. They are
//! written by hand from what is known of the sources, not from what the library does.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_macros, reason = "a test says what it compared")]
#![expect(clippy::disallowed_methods, reason = "the exports are files")]

use std::path::{Path, PathBuf};

use memberferry::{ColumnUse, Field, Intake, PROFILES, ReadOptions, read_contacts};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Export {
    variant: String,
    options: ReadOptions,
    /// Name, use (a field, `custom` or `left-out`), cell.
    columns: Vec<(String, String, String)>,
    contact: Value,
}

fn exports() -> Vec<(String, Export)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/profiles");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: PathBuf| {
        let source = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let exports: Vec<Export> = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        exports.into_iter().map(move |export| (source.clone(), export))
    };
    files.into_iter().flat_map(read).collect()
}

fn file(columns: &[(String, String, String)], delimiter: char) -> String {
    let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
    let row = |cells: Vec<String>| cells.join(&delimiter.to_string());
    let names = row(columns.iter().map(|(name, ..)| quoted(name)).collect());
    let cells = row(columns.iter().map(|(.., cell)| quoted(cell)).collect());
    format!("{names}\n{cells}\n")
}

fn use_name(meaning: &ColumnUse) -> &str {
    match meaning {
        ColumnUse::Field { field } => field.name(),
        ColumnUse::Custom { .. } => "custom",
        ColumnUse::Sensitive | ColumnUse::Ignored => "left-out",
    }
}

#[test]
fn every_known_export_is_recognised_and_read_whole() {
    let exports = exports();
    for (source, export) in &exports {
        let delimiter = export.options.delimiter.unwrap_or(',');
        // Whoever names the delimiter here only says how the file is written: it is found.
        let options = ReadOptions { delimiter: None, ..export.options.clone() };
        let Intake { contacts, detection, mapping, .. } =
            read_contacts(file(&export.columns, delimiter).as_bytes(), &options).unwrap();
        let found = &detection.source;
        let what = format!("{source}, {}, {:?}", export.variant, export.options);
        assert_eq!((found.profile, found.variant), (source.as_str(), export.variant.as_str()), "{what}");
        assert!(found.certain, "{what}: {:?}", found.reasons);
        let uses: Vec<_> = mapping
            .columns
            .iter()
            .map(|column| (column.header.as_str(), use_name(&column.meaning)))
            .collect();
        let expected: Vec<_> =
            export.columns.iter().map(|(name, meaning, _)| (name.as_str(), meaning.as_str())).collect();
        assert_eq!(uses, expected, "{what}");
        let contact = serde_json::to_value(contacts.get(0).unwrap().to_contact().unwrap()).unwrap();
        assert_eq!(contact, export.contact, "{what}");
    }
    let sources: std::collections::BTreeSet<_> = exports.iter().map(|(source, _)| source.as_str()).collect();
    println!("{} exports of {} sources", exports.len(), sources.len());
}

/// What a column called so holds in a list of people, whatever the source.
const EVIDENT: &[(&str, Field)] = &[
    ("first_name", Field::FirstName),
    ("first name", Field::FirstName),
    ("last_name", Field::LastName),
    ("last name", Field::LastName),
    ("user_registered", Field::CreatedAt),
    ("created_at", Field::CreatedAt),
    ("date created", Field::CreatedAt),
    ("user_login", Field::Username),
    ("city", Field::City),
    ("country", Field::Country),
];

/// Variants whose header nobody can tell from another list's: they are read where the caller names the source.
const BY_NAME: &[&str] = &[
    "kit/candidate A (snake_case, email)",
    "kit/candidate B (snake_case, email_address/state)",
    "keap/contacts, selected columns",
    "memberpress/importer users CSV (input side)",
    "accessally/Teams batch import",
];

/// The files of orders, payments and products, and lists of no evidenced column.
fn is_contacts(source: &str, variant: &str) -> bool {
    let others = ["orders", "order report", "products", "ubscriptions", "transactions", "payments", "wizard"];
    !["samcart", "thrivecart", "paypal"].contains(&source)
        && !others.iter().any(|word| variant.contains(word))
}

/// A header with a name where the survey has `<any>`.
fn named(header: &str) -> String {
    match header.split_once('<').zip(header.rsplit_once('>')) {
        Some(((before, _), (_, behind))) => format!("{before}size{behind}"),
        None => header.to_owned(),
    }
}

/// The same against the survey of formats, which lies beside the project and is not part of it.
#[test]
fn every_surveyed_header_is_recognised_and_its_evident_columns_mapped() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/formats/headers.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("the survey of formats is not there: nothing is compared");
        return;
    };
    let survey: Value = serde_json::from_str(&text).unwrap();
    let mut compared = 0;
    for (source, variants) in survey.as_object().unwrap() {
        for surveyed in variants.as_array().unwrap() {
            let name = surveyed["variant"].as_str().unwrap();
            if !is_contacts(source, name) {
                continue;
            }
            let surveyed_headers: Vec<String> = serde_json::from_value(surveyed["headers"].clone()).unwrap();
            let mut headers: Vec<String> = surveyed_headers.iter().map(|header| named(header)).collect();
            // A list of user meta has no address of its own.
            if surveyed["email_column"].is_null() {
                headers.push("user_email".to_owned());
            }
            let columns: Vec<_> =
                headers.iter().map(|header| (header.clone(), String::new(), "x".to_owned())).collect();
            let what = format!("{source}/{name}");
            let options = ReadOptions {
                profile: BY_NAME.contains(&what.as_str()).then(|| source.clone()),
                ..ReadOptions::default()
            };
            let intake = read_contacts(file(&columns, ',').as_bytes(), &options).unwrap();
            let found = &intake.detection.source;
            assert_eq!(
                (found.profile, found.certain),
                (source.as_str(), true),
                "{what}: {:?}",
                found.reasons
            );
            let column = |field: Field| Some(headers.get(intake.mapping.column_of(field)?)?.as_str());
            let profile = PROFILES.iter().find(|profile| profile.id == source).unwrap();
            for (field, surveyed) in [
                (Field::Email, &surveyed["email_column"]),
                (Field::ExternalId, &surveyed["id_column"]),
                (Field::Tags, &surveyed["tags"]["column"]),
                (Field::MarketingStatus, &surveyed["status_column"]),
            ] {
                let states_membership = field == Field::MarketingStatus && profile.statuses.is_empty();
                if let Some(name) = surveyed.as_str().filter(|_| !states_membership) {
                    assert_eq!(column(field), Some(name), "{what}: {field:?}");
                }
            }
            for (name, field) in EVIDENT {
                if let Some(header) = headers.iter().find(|header| header.eq_ignore_ascii_case(name)) {
                    assert_eq!(column(*field), Some(header.as_str()), "{what}: {field:?}");
                }
            }
            compared += 1;
        }
    }
    println!("{compared} surveyed headers are recognised");
    assert!(compared > 15, "{compared}");
}
