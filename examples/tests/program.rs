//! Starts the program in a folder of its own, and looks at what it leaves there.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use tempfile::TempDir;

/// The instant that every test plans for, unless it says another.
pub const NOW: &str = "2026-03-02T09:00:00Z";

/// A folder to run the program in.
pub struct Folder(TempDir);

/// How a run ended.
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Folder {
    pub fn new() -> Self {
        Folder(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.join(name), bytes).unwrap();
    }

    pub fn command(&self, arguments: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrate"));
        command.args(arguments).current_dir(self.path()).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        Ended::of(&mut self.command(arguments))
    }

    /// Runs the other program, `check`.
    pub fn check(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_check"));
        Ended::of(command.args(arguments).current_dir(self.path()).stdin(Stdio::null()))
    }

    /// Runs `access`, which says who may see what.
    pub fn access(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_access"));
        Ended::of(command.args(arguments).current_dir(self.path()).stdin(Stdio::null()))
    }

    /// Runs `billing`, which says who charges whom.
    pub fn billing(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_billing"));
        Ended::of(command.args(arguments).current_dir(self.path()).stdin(Stdio::null()))
    }

    /// Runs `readiness`, which says whether a site is ready to be moved.
    pub fn readiness(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_readiness"));
        Ended::of(command.args(arguments).current_dir(self.path()).stdin(Stdio::null()))
    }

    /// Runs `automate`, which makes and judges automations.
    pub fn automate(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_automate"));
        Ended::of(command.args(arguments).current_dir(self.path()).stdin(Stdio::null()))
    }

    /// Every file in the folder and below it, by its path within it.
    pub fn files(&self) -> Vec<String> {
        let (mut found, mut folders) = (Vec::new(), vec![self.path().to_path_buf()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path.strip_prefix(self.path()).unwrap().to_string_lossy().into_owned());
                }
            }
        }
        found.sort();
        found
    }
}

impl Ended {
    pub fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        Ended {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// Every row of every table, as text.
pub fn dump(database: &Path) -> String {
    let connection = Connection::open(database).unwrap();
    let mut names =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut text = String::new();
    for name in names {
        text.push_str(&format!("== {name}\n"));
        let mut statement = connection.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        let mut lines = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..columns)
                .map(|column| match row.get_ref(column).unwrap() {
                    ValueRef::Null => "NULL".to_owned(),
                    ValueRef::Integer(value) => value.to_string(),
                    ValueRef::Real(value) => value.to_string(),
                    ValueRef::Text(value) => String::from_utf8_lossy(value).into_owned(),
                    ValueRef::Blob(value) => format!("{value:?}"),
                })
                .collect();
            lines.push(cells.join(" | "));
        }
        lines.sort();
        text.push_str(&lines.join("\n"));
        text.push('\n');
    }
    text
}

/// How many rows a query gives as its first value.
pub fn count(database: &Path, query: &str) -> u64 {
    let connection = Connection::open(database).unwrap();
    let count: i64 = connection.query_row(query, [], |row| row.get(0)).unwrap();
    u64::try_from(count).unwrap()
}
