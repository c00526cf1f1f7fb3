//! The two inputs: the contact list, streamed through the push reader and hashed on the way, and the site's document. Does
//! not judge what was read; `migration` does.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use memberferry::{Code, ContactReader, Intake, IntakeError, ReadOptions, Site};
use sha2::{Digest as _, Sha256};

use crate::arguments::{Arguments, Input};
use crate::journal_file::Inputs;
use crate::stop::{Ending, Stop};

/// How much of the list is held at a time.
const CHUNK: usize = 1 << 18;
/// A site's document is written by hand or by a program for one site: past this it is something else.
const SITE_BYTES: u64 = 64 << 20;
const SWAPPED: &str = "check that the list and the site's document were not given in the wrong order";

const SAMPLE_EXPORT: &[u8] = include_bytes!("../data/sample/export.csv");
const SAMPLE_SITE: &[u8] = include_bytes!("../data/sample/site.json");

/// Both inputs, read.
pub struct Loaded {
    /// What the list holds.
    pub intake: Intake,
    /// The site.
    pub site: Site,
    /// What the two are, to be recognised again.
    pub inputs: Inputs,
    /// The names of the two, for people.
    pub names: Names,
}

/// What the inputs are called.
#[derive(Clone, Debug)]
pub struct Names {
    /// The list.
    pub export: PathBuf,
    /// The site's document.
    pub site: PathBuf,
}

/// Reads both inputs: the site first, because it is the shorter one.
pub fn load(arguments: &Arguments) -> Result<Loaded, Stop> {
    let (names, site, export) = match arguments.input() {
        Input::Sample => {
            let names =
                Names { export: "the sample's export.csv".into(), site: "the sample's site.json".into() };
            let export: Box<dyn Read> = Box::new(SAMPLE_EXPORT);
            (names, SAMPLE_SITE.to_vec(), export)
        }
        Input::Files { export, site } => {
            let bytes = read_site(&site)?;
            let file: Box<dyn Read> = Box::new(open(&export)?);
            (Names { export, site }, bytes, file)
        }
    };
    let checked = Site::from_json(&site).map_err(|error| {
        let mut stop = Stop::refused(&names.site, &error);
        if !site.trim_ascii_start().starts_with(b"{") {
            stop.remedy = SWAPPED.into();
        }
        stop
    })?;
    let options = ReadOptions {
        profile: arguments.source.as_ref().map(|name| name.to_lowercase()),
        zone: Some(checked.zone()),
        file_name: names.export.file_name().map(|name| name.to_string_lossy().into_owned()),
        ..ReadOptions::default()
    };
    let (intake, export_hash) = read_export(&names.export, export, options)?;
    let inputs = Inputs { export: export_hash, site: hex(Sha256::new_with_prefix(&site)) };
    Ok(Loaded { intake, site: checked, inputs, names })
}

fn read_export(path: &Path, export: impl Read, options: ReadOptions) -> Result<(Intake, String), Stop> {
    let refused = |error: IntakeError| {
        let mut stop = Stop::refused(path, &error);
        if matches!(error, IntakeError::Json) {
            stop.remedy =
                "export the list as CSV; `check` reads JSON too, and writes what is in it as CSV by --write"
                    .into();
        }
        stop
    };
    let mut reader = ContactReader::new(options).map_err(|error| {
        // Only `--source` can be wrong here.
        Stop::refused(Path::new("--source"), &error).ending_as(Ending::Usage)
    })?;
    let mut hasher = Sha256::new();
    each_chunk(path, export, |chunk| {
        hasher.update(chunk);
        reader.push(chunk).map_err(refused)
    })?;
    let intake = reader.finish().map_err(refused)?;
    Ok((intake, hex(hasher)))
}

/// Gives the bytes of a file piece by piece: each as long as [`CHUNK`] but the last.
pub fn each_chunk(
    path: &Path,
    mut bytes: impl Read,
    mut take: impl FnMut(&[u8]) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut chunk = Vec::with_capacity(CHUNK);
    loop {
        chunk.clear();
        let read = bytes.by_ref().take(CHUNK as u64).read_to_end(&mut chunk);
        read.map_err(|error| unreadable(path, &error))?;
        if chunk.is_empty() {
            return Ok(());
        }
        take(&chunk)?;
    }
}

fn read_site(path: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(SITE_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > SITE_BYTES {
        let message = format!("the site's document is longer than {} MiB", SITE_BYTES >> 20);
        let mut stop = Stop::failed(path, message, SWAPPED).ending_as(Ending::Blocked);
        stop.code = Code::LimitExceeded.name().into();
        return Err(stop);
    }
    Ok(bytes)
}

/// A file that is small enough to be held.
pub fn whole(path: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = open(path)?.read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    Ok(bytes)
}

/// Opens a file to read it.
pub fn open(path: &Path) -> Result<File, Stop> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let is_folder = file.metadata().map(|about| about.is_dir()).unwrap_or(false);
    if is_folder {
        return Err(Stop::failed(path, "it is a folder, not a file", "name the file in it"));
    }
    Ok(file)
}

/// Why a file cannot be read, and what to do about it.
pub fn unreadable(path: &Path, error: &io::Error) -> Stop {
    let (message, remedy) = match error.kind() {
        io::ErrorKind::NotFound => ("there is no such file".to_owned(), "check the name and the folder"),
        io::ErrorKind::PermissionDenied => {
            ("the file may not be read".to_owned(), "give yourself the right to read it")
        }
        io::ErrorKind::IsADirectory => ("it is a folder, not a file".to_owned(), "name the file in it"),
        _ => (format!("the file cannot be read: {error}"), "copy it to a local disk and try again"),
    };
    Stop::failed(path, message, remedy)
}

fn hex(hasher: Sha256) -> String {
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
