//! The work of the whole intake as users of Python do it: programs in `benches/peers/`, for the Python that `MEMBERFERRY_PYTHON` names, else
//! `python3`. Knows nothing of what is measured.

use std::path::Path;
use std::process::Command;

use crate::Failure;

/// Something that does our work, or a part of it.
pub struct Peer {
    /// Its name, of the work and of its program.
    pub name: &'static str,
    /// The package that has to be there, if it is none of Python's own.
    package: Option<&'static str>,
    does: &'static str,
    /// The most rows that it is given: what takes rows one at a time keeps a million people for minutes and in gigabytes.
    most_rows: u64,
}

const A_ROW_AT_A_TIME: u64 = 100_000;

pub const PEERS: &[Peer] = &[
    Peer { name: "polars", package: Some("polars"), does: "the same work", most_rows: u64::MAX },
    Peer { name: "pandas", package: Some("pandas"), does: "the same work", most_rows: u64::MAX },
    Peer {
        name: "stdlib",
        package: None,
        does: "`csv` of the standard library, and the same work by hand",
        most_rows: A_ROW_AT_A_TIME,
    },
    Peer { name: "pydantic", package: Some("pydantic"), does: "the same work", most_rows: A_ROW_AT_A_TIME },
    Peer {
        name: "frictionless",
        package: Some("frictionless"),
        does: "checks the cells and counts the people; makes neither dates nor tags nor people",
        most_rows: A_ROW_AT_A_TIME,
    },
];

impl Peer {
    pub fn named(name: &str) -> Option<&'static Peer> {
        PEERS.iter().find(|peer| peer.name == name)
    }

    /// Of so many rows, how many it is given.
    pub fn rows(&self, rows: u64) -> u64 {
        rows.min(self.most_rows)
    }

    /// What it is and does, where it is there.
    pub fn title(&self) -> Option<String> {
        let code = match self.package {
            Some(package) => {
                format!(
                    "import {package}; from importlib.metadata import version; print('{package}', version('{package}'))"
                )
            }
            None => "import platform; print('Python', platform.python_version())".to_owned(),
        };
        let output = python().args(["-c", &code]).output().ok().filter(|output| output.status.success())?;
        Some(format!("{}: {}", String::from_utf8_lossy(&output.stdout).trim(), self.does))
    }

    /// Why it is left out.
    pub fn lack(&self) -> String {
        let what = self.package.unwrap_or("Python");
        format!(
            "{what} was left out: this Python does not have it (`pip install -r benches/peers/requirements.txt`, or set MEMBERFERRY_PYTHON)"
        )
    }

    /// Has it do the work; gives what it found.
    pub fn run(&self, file: &Path) -> Result<String, Failure> {
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
        let program = programs.join(format!("intake_by_{}.py", self.name));
        let output = python().arg(program).arg(file).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

fn python() -> Command {
    Command::new(std::env::var_os("MEMBERFERRY_PYTHON").unwrap_or_else(|| "python3".into()))
}
