//! Says what exports are, and what is wrong with them. Changes nothing but the folder of `--write`, and knows no target.
//!
//! - [`Arguments`]: what the command line says.
//! - `reading`: a file through the reader of its kind.
//! - `report`: what was read, told.
//! - `results`: the files that are written.

mod arguments;
mod reading;
mod report;
mod results;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use memberferry::{
    Code, Contacts, DuplicatesPolicy, Mapping, Merged, ReadOptions, RelatedRecords, Severity, merge_contacts,
};

pub use arguments::Arguments;

use self::reading::{Answer, Reading};
use self::results::Results;
use crate::input;
use crate::printing::Printer;
use crate::stop::{Ending, Stop};

const SAMPLE: &[u8] = include_bytes!("../../data/check/members.csv");
const SAMPLE_NAME: &str = "members.csv";

/// Reads every file, tells what it is, and writes what `--write` asks for.
pub fn check(arguments: &Arguments, printer: &mut Printer) -> Result<Ending, Stop> {
    let names = match arguments.files.as_slice() {
        [] => {
            printer.line("No file is named: this is the sample that the program carries");
            vec![PathBuf::from(SAMPLE_NAME)]
        }
        files => files.to_vec(),
    };
    let mut results = match &arguments.write {
        Some(folder) => Some(Results::new(folder, &names, arguments)?),
        None => None,
    };
    let options = options(arguments)?;
    let related = read_related(&arguments.related)?;
    let mut readings = Vec::new();
    for name in &names {
        let reading = read(name, &options, &related, arguments, printer)?;
        report::reading(printer, &reading, arguments);
        readings.push(reading);
    }
    refuse_idle_related(&arguments.related, &readings)?;
    printer.part("files", readings.iter().map(report::reading_json).collect::<Vec<_>>());
    let merged = merge(&readings);
    if let Some(merged) = &merged {
        report::merged(printer, merged, readings.len());
        printer.part("merged", report::merged_json(merged));
    }
    if let Some(results) = &mut results {
        write(results, &readings, merged.as_ref())?;
        report::written(printer, &results.written);
    }
    Ok(if readings.iter().any(has_faults) { Ending::Blocked } else { Ending::Well })
}

/// What the command line says of every file.
fn options(arguments: &Arguments) -> Result<ReadOptions, Stop> {
    Ok(ReadOptions {
        profile: arguments.profile.as_ref().map(|name| name.to_lowercase()),
        mapping: arguments.mapping.as_deref().map(read_mapping).transpose()?,
        day_first: arguments.is_day_first(),
        currency: arguments.currency,
        default_region: arguments.region,
        encoding: arguments.encoding.clone(),
        header_line: arguments.header_line,
        ..ReadOptions::default()
    })
}

fn read_mapping(path: &Path) -> Result<Mapping, Stop> {
    let json = input::whole(path)?;
    Mapping::from_json(&json).map_err(|error| Stop::refused(path, &error).ending_as(Ending::Failed))
}

/// What the API gave apart from its contacts.
fn read_related(paths: &[PathBuf]) -> Result<RelatedRecords, Stop> {
    let mut related = RelatedRecords::default();
    for path in paths {
        let added = related.add_json(&input::whole(path)?);
        if added.map_err(|error| Stop::refused(path, &error).ending_as(Ending::Failed))? == 0 {
            let message = "nothing in it is known to belong to contacts";
            let remedy =
                "give the API's answer with its tags, its custom fields, or the lists of its contacts";
            return Err(Stop::failed(path, message, remedy));
        }
    }
    Ok(related)
}

/// Related records belong to the JSON of an API; to tables alone they say nothing.
fn refuse_idle_related(related: &[PathBuf], readings: &[Reading]) -> Result<(), Stop> {
    match related.first() {
        Some(path) if readings.iter().all(|reading| reading.detection().dialect.is_some()) => {
            let message = "no file is the JSON of an API, and a table has all it says in its cells";
            Err(Stop::failed(path, message, "leave --related out").ending_as(Ending::Usage))
        }
        _ => Ok(()),
    }
}

fn read(
    name: &Path,
    options: &ReadOptions,
    related: &RelatedRecords,
    arguments: &Arguments,
    printer: &Printer,
) -> Result<Reading, Stop> {
    let (bytes, total): (Box<dyn Read>, Option<u64>) = if arguments.files.is_empty() {
        (Box::new(SAMPLE), Some(SAMPLE.len() as u64))
    } else {
        let file = input::open(name)?;
        let total = length(&file);
        (Box::new(file), total)
    };
    let file_name = name.file_name().map(|name| name.to_string_lossy().into_owned());
    let options = ReadOptions { file_name, ..options.clone() };
    reading::read(name, bytes, arguments.kind(), (&options, related), &printer.bytes_bar(total))
}

/// How long a file is; a pipe does not say.
fn length(file: &File) -> Option<u64> {
    file.metadata().ok().filter(|about| about.is_file()).map(|about| about.len())
}

/// Everybody of several files of contacts.
fn merge(readings: &[Reading]) -> Option<Merged> {
    let lists: Vec<Contacts> = readings
        .iter()
        .filter_map(|reading| match &reading.answer {
            Answer::Contacts(intake) => Some(intake.contacts.clone()),
            _ => None,
        })
        .collect();
    (lists.len() > 1).then(|| merge_contacts(&lists, DuplicatesPolicy::default()))
}

fn write(results: &mut Results, readings: &[Reading], merged: Option<&Merged>) -> Result<(), Stop> {
    results.begin()?;
    match (merged, readings) {
        (Some(merged), _) => results.write_merged(merged)?,
        (None, [Reading { answer: Answer::Contacts(intake), .. }]) => {
            results.write_contacts(&intake.contacts)?
        }
        (None, _) => {}
    }
    for (index, reading) in readings.iter().enumerate() {
        results.write_reading(index, reading)?;
    }
    Ok(())
}

/// Whether somebody has to look: a record cannot be used, something is an error, or the file holds other records.
fn has_faults(reading: &Reading) -> bool {
    let is_fault = |code: &Code| code.severity() == Severity::Error || *code == Code::RecordsOfAnotherKind;
    reading.set_aside() > 0 || reading.issues().counts().keys().any(is_fault)
}
