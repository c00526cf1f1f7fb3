//! The file of a report: its form by its name's ending, its people unrecognisable where a key is given. Does not know what it says.

use std::path::{Path, PathBuf};

use clap::Args;
use memberferry::{PseudonymKey, Report, ReportParts};

use crate::input;
use crate::journal_file::write_whole;
use crate::printing::Printer;
use crate::stop::{Ending, Stop};

/// What the command line says of a report.
#[derive(Clone, Debug, Default, Args)]
pub struct ReportArguments {
    /// Where to write a report; as a page, Markdown or JSON, by the name's ending: .html, .md or .json
    #[arg(long, value_name = "FILE", value_parser = named)]
    pub report: Option<PathBuf>,
    /// Makes people unrecognisable in the report, with the key in FILE: at least 16 bytes that nobody can guess
    #[arg(long, value_name = "FILE", requires = "report")]
    pub pseudonymise: Option<PathBuf>,
}

fn named(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    Form::of(&path).map(|_| path).ok_or_else(|| "the name has to end in .html, .md or .json".to_owned())
}

#[derive(Clone, Copy)]
enum Form {
    Html,
    Markdown,
    Json,
}

impl Form {
    fn of(path: &Path) -> Option<Form> {
        match path.extension()?.to_str()? {
            "html" => Some(Form::Html),
            "md" => Some(Form::Markdown),
            "json" => Some(Form::Json),
            _ => None,
        }
    }
}

impl ReportArguments {
    /// The key, where one is named. It is read before anything is done, so that nothing fails on it afterwards.
    pub fn key(&self) -> Result<Option<PseudonymKey>, Stop> {
        let Some(path) = &self.pseudonymise else { return Ok(None) };
        let bytes = input::whole(path)?;
        let text = String::from_utf8_lossy(&bytes);
        let refused = |error| Stop::refused(path, &error).ending_as(Ending::Failed);
        PseudonymKey::new(text.trim_end()).map(Some).map_err(refused)
    }

    /// Writes the report, where one is wanted.
    pub fn write(
        &self,
        printer: &Printer,
        key: Option<&PseudonymKey>,
        parts: ReportParts<'_>,
    ) -> Result<(), Stop> {
        let Some((path, form)) = self.report.as_ref().and_then(|path| Some((path, Form::of(path)?))) else {
            return Ok(());
        };
        let report = Report::new(&ReportParts { pseudonymise: key, ..parts });
        let text = match form {
            Form::Html => report.to_html(),
            Form::Markdown => report.to_markdown(),
            Form::Json => report.to_json(),
        };
        write_whole(path, text.as_bytes())
            .map_err(|error| Stop::failed(path, error, "check the folder and the space left on the disk"))?;
        printer.title("Report", format!("written to {}", path.display()));
        Ok(())
    }
}
