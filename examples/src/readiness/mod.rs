//! Says whether a site is ready to be moved. Changes nothing, and writes no file but a report.
//!
//! - [`Arguments`]: what the command line says.
//! - [`EvidenceArguments`], [`Evidence`]: what is known besides the site and its people, for `migrate` too.
//! - `telling`: the verdict and its reasons, as lines.

mod arguments;
mod evidence;
mod telling;

use std::path::{Path, PathBuf};

use memberferry::{ReadOptions, ReadinessVerdict, ReadingCounts, ReportParts, Site, Snapshot, read_contacts};

pub use arguments::Arguments;
pub use evidence::{About, Evidence, EvidenceArguments};

use crate::printing::Printer;
use crate::stop::{Ending, Stop};
use crate::{clock, input};

const SAMPLE_SITE: &[u8] = include_bytes!("../../data/sample/site.json");
const SAMPLE_EXPORT: &[u8] = include_bytes!("../../data/sample/export.csv");

/// Assesses what the command line names, and tells what it comes to.
pub fn readiness(arguments: &Arguments, printer: &mut Printer) -> Result<Ending, Stop> {
    let at = arguments.at.map_or_else(clock::now, Ok)?;
    let key = arguments.report.key()?;
    let (site_name, site) = given(&arguments.site, "the sample's site.json", SAMPLE_SITE)?;
    let site = Site::from_json(&site).map_err(|error| Stop::refused(&site_name, &error))?;
    let (name, export) = given(&arguments.export, "the sample's export.csv", SAMPLE_EXPORT)?;
    let options = ReadOptions { zone: Some(site.zone()), ..ReadOptions::default() };
    let intake = read_contacts(&export, &options).map_err(|error| Stop::refused(&name, &error))?;
    let about = if arguments.export.is_some() { About::Files } else { About::Sample };
    let evidence = arguments.evidence.read(&site, about)?;
    let users = arguments.users.as_deref().map(users).transpose()?;
    let readiness = evidence.assess(&site, &intake.contacts, users.as_ref(), at);
    telling::readiness(printer, site.name(), &readiness);
    printer.part("readiness", &readiness);
    printer.part("files", &evidence.findings);
    let reading = ReadingCounts::of(&intake);
    let parts = ReportParts {
        reading: Some(&reading),
        contacts: Some(&intake.contacts),
        readiness: Some(&readiness),
        ..ReportParts::new(&site, at)
    };
    arguments.report.write(printer, key.as_ref(), parts)?;
    Ok(match readiness.verdict {
        ReadinessVerdict::Ready => Ending::Well,
        ReadinessVerdict::NotYet | ReadinessVerdict::KeepYourCrm => Ending::Blocked,
    })
}

/// A file's bytes with its name, or the sample's.
fn given(path: &Option<PathBuf>, name: &str, sample: &[u8]) -> Result<(PathBuf, Vec<u8>), Stop> {
    match path {
        Some(path) => Ok((path.clone(), input::whole(path)?)),
        None => Ok((name.into(), sample.to_vec())),
    }
}

fn users(path: &Path) -> Result<Snapshot, Stop> {
    Snapshot::from_json_lines(&input::whole(path)?).map_err(|error| Stop::refused(path, &error))
}
