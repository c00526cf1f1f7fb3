//! `cargo xtask codegen [--check]`: writes what follows from the types of the core: their JSON Schemas, the book's reference, and the records
//! that other languages read replies into. What is written is committed; `--check` fails where it is not what it should be.

mod model;
mod php;
mod python;
mod reference;
mod summaries;
mod typescript;

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::workspace;
use model::Model;

/// Whether files are written, or only looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Write,
    Check,
}

/// Where the schemas are, each by its name.
const SCHEMAS: &str = "core/schema";

/// Where the pages of the book's reference are.
const REFERENCE: &str = "docs/src/reference";

/// What makes the text of a file of records.
type Emitter = fn(&Model) -> String;

/// The records of each language.
const RECORDS: [(&str, Emitter); 2] = [
    ("bindings-python/python/memberferry/_records.py", python::records),
    ("bindings-node/src/facade/records.ts", typescript::records),
];

/// Where the records of PHP are, a file each; nothing else is there.
const PHP_RECORDS: &str = "bindings-php/php/src/Record";

pub fn run(root: &Path, mode: Mode) -> Result<(), String> {
    let schemas = schemas(root)?;
    let mut files = reference_pages(root, &schemas)?;
    for (name, schema) in &schemas {
        files.push((format!("{SCHEMAS}/{name}.schema.json"), format!("{schema:#}\n")));
    }
    let part = |name: &str| schemas.get(name).ok_or_else(|| format!("there is no schema `{name}`"));
    let model = Model::new(part("answers")?, part("requests")?)?;
    // A binding that is not there yet has no records.
    let is_bound =
        |file: &str| Path::new(file).iter().next().is_some_and(|folder| root.join(folder).is_dir());
    for (file, records) in RECORDS.into_iter().filter(|(file, _)| is_bound(file)) {
        files.push((file.to_owned(), records(&model)));
    }
    let mut outdated = Vec::new();
    if is_bound(PHP_RECORDS) {
        let records = php::files(&model);
        outdated = strays(root, &records, mode)?;
        files.extend(records.into_iter().map(|(name, text)| (format!("{PHP_RECORDS}/{name}"), text)));
    }
    for (file, text) in files {
        let path = root.join(&file);
        if fs::read_to_string(&path).is_ok_and(|there| there == text) {
            continue;
        }
        match mode {
            Mode::Check => outdated.push(file),
            Mode::Write => {
                let folder = path.parent().unwrap_or(root);
                fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
                fs::write(&path, text).map_err(|error| format!("{file}: {error}"))?;
                println!("written: {file}");
            }
        }
    }
    if outdated.is_empty() {
        return Ok(());
    }
    Err(format!("not what the core's types make of them: {}; run `cargo xtask codegen`", outdated.join(", ")))
}

/// Files among the records of PHP that are none any more. They are removed, or only named.
fn strays(root: &Path, records: &[(String, String)], mode: Mode) -> Result<Vec<String>, String> {
    let Ok(entries) = fs::read_dir(root.join(PHP_RECORDS)) else { return Ok(Vec::new()) };
    let mut strays = Vec::new();
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if records.iter().any(|(known, _)| *known == name) {
            continue;
        }
        match mode {
            Mode::Check => strays.push(format!("{PHP_RECORDS}/{name}")),
            Mode::Write => {
                fs::remove_file(entry.path()).map_err(|error| format!("{name}: {error}"))?;
                println!("removed: {PHP_RECORDS}/{name}");
            }
        }
    }
    Ok(strays)
}

/// What the core says of itself. It is asked as a program, so that this crate does not have to be built with it.
fn schemas(root: &Path) -> Result<serde_json::Map<String, Value>, String> {
    let arguments = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        "memberferry",
        "--features",
        "schema",
        "--example",
        "schemas",
    ];
    said_by(root, &arguments)
}

/// The pages of the book's reference, by their paths.
fn reference_pages(
    root: &Path,
    schemas: &serde_json::Map<String, Value>,
) -> Result<Vec<(String, String)>, String> {
    let part = |name: &str| schemas.get(name).ok_or_else(|| format!("there is no schema `{name}`"));
    let arguments = ["--quiet", "--locked", "--package", "memberferry", "--features", "schema"];
    let told = said_by(root, &[&["run"], &arguments[..], &["--example", "reference"]].concat())?;
    let model = Model::new(part("answers")?, part("requests")?)?;
    let pages = reference::pages(&model, &summaries::read(root)?, part("site")?, &Value::Object(told))?;
    Ok(pages.into_iter().map(|(file, page)| (format!("{REFERENCE}/{file}"), page)).collect())
}

/// The object that a program of the core prints.
fn said_by(root: &Path, arguments: &[&str]) -> Result<serde_json::Map<String, Value>, String> {
    let mut command = workspace::cargo(root, arguments);
    command.stderr(std::process::Stdio::inherit());
    let text = workspace::output(&mut command).ok_or("the core does not print what it is asked for")?;
    match serde_json::from_str(&text) {
        Ok(Value::Object(said)) => Ok(said),
        Ok(_) => Err("what the core says of itself is no object".to_owned()),
        Err(error) => Err(format!("what the core says of itself is not JSON: {error}")),
    }
}
