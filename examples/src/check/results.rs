//! The files that `--write` writes: their names, and what stands in them. Nothing that is read is written over.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use memberferry::{Contacts, CsvOptions, Issue, Issues, Merged, RecordKind};
use serde::Serialize;

use super::arguments::Arguments;
use super::reading::{Answer, Reading};
use crate::journal_file::write_whole;
use crate::places::real;
use crate::printing::{counted, severity};
use crate::stop::{Ending, Stop};

/// Beginnings of cells that a spreadsheet would run.
const RUNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Where the files are written.
pub struct Results {
    folder: PathBuf,
    /// What the names begin with, a file that is read each.
    stems: Vec<String>,
    /// What was written: the files, each with what it holds.
    pub written: Vec<(PathBuf, String)>,
}

impl Results {
    /// The names for what `inputs` hold, each with another beginning. Refuses what would be written over something that is read.
    pub fn new(folder: &Path, inputs: &[PathBuf], arguments: &Arguments) -> Result<Self, Stop> {
        let mut taken = BTreeSet::from(["contacts".to_owned(), "merged".to_owned()]);
        let stems: Vec<String> = inputs.iter().map(|input| free(stem(input), &mut taken)).collect();
        let results = Results { folder: folder.to_owned(), stems, written: Vec::new() };
        let read: BTreeSet<PathBuf> =
            arguments.files.iter().chain(&arguments.mapping).map(|path| real(path)).collect();
        for path in results.possible(arguments.kind()) {
            if read.contains(&real(&path)) {
                let message = "what is read would be written over";
                let stop = Stop::failed(&path, message, "give --write another folder");
                return Err(stop.ending_as(Ending::Usage));
            }
        }
        Ok(results)
    }

    /// Every file that may be written.
    fn possible(&self, kind: RecordKind) -> Vec<PathBuf> {
        let payments = format!("{}.json", kind.name());
        let endings = ["set-aside.csv", "issues.csv", "mapping.json", payments.as_str()];
        let of_each = self.stems.iter().flat_map(|stem| endings.map(|ending| format!("{stem}.{ending}")));
        let names = of_each.chain(["contacts.csv".to_owned(), "merged.issues.csv".to_owned()]);
        names.map(|name| self.folder.join(name)).collect()
    }

    /// Makes the folder.
    pub fn begin(&self) -> Result<(), Stop> {
        fs::create_dir_all(&self.folder).map_err(|error| {
            Stop::failed(&self.folder, error, "name a folder that can be made and written to with --write")
        })
    }

    /// What is written of a file by itself.
    pub fn write_reading(&mut self, index: usize, reading: &Reading) -> Result<(), Stop> {
        let stem = self.stems.get(index).cloned().unwrap_or_default();
        match &reading.answer {
            Answer::Contacts(_) => {}
            Answer::Orders(intake) => {
                let what = counted(intake.stats.kept, "order", "orders");
                self.write_json(&format!("{stem}.orders.json"), &intake.orders, what)?;
            }
            Answer::Subscriptions(intake) => {
                let what = counted(intake.stats.kept, "subscription", "subscriptions");
                self.write_json(&format!("{stem}.subscriptions.json"), &intake.subscriptions, what)?;
            }
        }
        let what = counted(reading.set_aside(), "record", "records") + ", to be mended and read again";
        self.write(&format!("{stem}.set-aside.csv"), reading.set_aside_csv().as_bytes(), what)?;
        self.write_issues(&format!("{stem}.issues.csv"), reading.issues())?;
        // A mapping is one of columns: records have none.
        if reading.detection().dialect.is_some() {
            let what = "what each column is taken for, for --mapping".to_owned();
            self.write_json(&format!("{stem}.mapping.json"), reading.mapping(), what)?;
        }
        Ok(())
    }

    /// Everybody, once.
    pub fn write_contacts(&mut self, contacts: &Contacts) -> Result<(), Stop> {
        let mut csv = String::new();
        let written = contacts.write_csv(&mut csv, &CsvOptions::default());
        let path = self.folder.join("contacts.csv");
        written.map_err(|error| Stop::failed(&path, error, "try again with fewer files"))?;
        let what = counted(contacts.len() as u64, "person", "people");
        self.write("contacts.csv", csv.as_bytes(), what)
    }

    /// Everybody of several files, and what their merging overruled.
    pub fn write_merged(&mut self, merged: &Merged) -> Result<(), Stop> {
        self.write_contacts(&merged.contacts)?;
        self.write_issues("merged.issues.csv", &merged.issues)
    }

    fn write_issues(&mut self, name: &str, issues: &Issues) -> Result<(), Stop> {
        let path = self.folder.join(name);
        let csv = issues_csv(issues.iter())
            .map_err(|error| Stop::failed(&path, error, "check the space left in memory"))?;
        self.write(name, &csv, counted(issues.len() as u64, "issue", "issues"))
    }

    fn write_json(&mut self, name: &str, value: &impl Serialize, what: String) -> Result<(), Stop> {
        let path = self.folder.join(name);
        let json = serde_json::to_vec_pretty(value)
            .map_err(|error| Stop::failed(&path, error, "check the space left in memory"))?;
        self.write(name, &json, what)
    }

    fn write(&mut self, name: &str, bytes: &[u8], what: String) -> Result<(), Stop> {
        let path = self.folder.join(name);
        write_whole(&path, bytes)
            .map_err(|error| Stop::failed(&path, error, "check the folder and the space left on the disk"))?;
        self.written.push((path, what));
        Ok(())
    }
}

/// The file's name without its last ending.
fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "input".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// The name, or the first of `name-2`, `name-3`, … that is not taken.
fn free(name: String, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
    let free = free.unwrap_or(name);
    taken.insert(free.clone());
    free
}

/// Issues as CSV, one line each.
fn issues_csv(issues: impl Iterator<Item = Issue>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record([
        "severity",
        "code",
        "place",
        "line",
        "column",
        "field",
        "message",
        "value",
        "suggestion",
        "remedy",
    ])?;
    for issue in issues {
        let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
        let place = &issue.location;
        let row = [
            severity(issue.severity()),
            issue.code.name(),
            &place.to_string(),
            &number(place.line),
            &number(place.column),
            place.field.as_deref().unwrap_or_default(),
            &issue.message,
            issue.value.as_ref().map(|value| value.as_str()).unwrap_or_default(),
            issue.suggestion.as_deref().unwrap_or_default(),
            issue.help(),
        ];
        writer.write_record(row.map(guarded))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// A cell that no spreadsheet runs.
fn guarded(cell: &str) -> String {
    if cell.starts_with(RUNS) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use memberferry::{ReadOptions, read_contacts};

    #[test]
    fn two_files_of_one_name_do_not_share_a_result() {
        let mut taken = BTreeSet::from(["contacts".to_owned()]);
        let names = ["a", "contacts", "a"].map(|name| free(name.to_owned(), &mut taken));
        assert_eq!(names, ["a", "contacts-2", "a-2"]);
    }

    #[test]
    fn no_issue_is_run_by_a_spreadsheet() {
        let intake = read_contacts(b"Email\nada@example.com\n=1+1\n", &ReadOptions::default()).unwrap();
        let text = String::from_utf8(issues_csv(intake.issues.iter()).unwrap()).unwrap();
        assert!(text.contains(",'=1+1,") && !text.contains(",=1+1,"), "{text}");
    }
}
