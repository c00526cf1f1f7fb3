//! The three files of a run, written so that a crash at any moment leaves something that can be gone on from: the plan, a
//! note of what it was made from, and the journal. Does not know what a line of the journal says.
//!
//! Order: the note and the plan are written whole (temporary file, fsync, rename, fsync of the folder), then the journal is
//! made. So where there is a journal, there is its plan.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::arguments::with_ending;

/// What a plan was made from: the SHA-256 of both inputs, in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Inputs {
    /// Of the contact list.
    pub export: String,
    /// Of the site's document.
    pub site: String,
}

/// The names of the files of a run.
#[derive(Clone, Debug)]
pub struct RunFiles {
    /// The journal.
    pub journal: PathBuf,
    /// The plan.
    pub plan: PathBuf,
    /// What the plan was made from.
    pub inputs: PathBuf,
}

impl RunFiles {
    /// The files that belong to a journal.
    pub fn of(journal: PathBuf) -> Self {
        RunFiles { plan: with_ending(&journal, ".plan"), inputs: with_ending(&journal, ".inputs"), journal }
    }

    /// Writes down the plan and what it was made from. The journal must not be there yet.
    pub fn write_plan(&self, plan: &[u8], inputs: &Inputs) -> io::Result<()> {
        let inputs = serde_json::to_vec(inputs).map_err(io::Error::other)?;
        write_whole(&self.inputs, &inputs)?;
        write_whole(&self.plan, plan)
    }

    /// Reads back the plan and what it was made from.
    pub fn read_plan(&self) -> io::Result<(Vec<u8>, Inputs)> {
        let inputs = serde_json::from_slice(&fs::read(&self.inputs)?).map_err(io::Error::other)?;
        Ok((fs::read(&self.plan)?, inputs))
    }

    /// Moves the files of an ended run out of the way, under the digest of its plan. The journal goes first: without it,
    /// the others count for nothing.
    pub fn move_aside(&self, digest: &str) -> io::Result<PathBuf> {
        let short = digest.get(..12).unwrap_or(digest);
        let aside = with_ending(&self.journal, &format!(".{short}"));
        fs::rename(&self.journal, &aside)?;
        let theirs = RunFiles::of(aside.clone());
        fs::rename(&self.plan, theirs.plan)?;
        fs::rename(&self.inputs, theirs.inputs)?;
        sync_folder(&self.journal)?;
        Ok(aside)
    }
}

/// A journal, open and locked: only one process at a time writes to it.
#[derive(Debug)]
pub struct JournalFile {
    file: File,
}

impl JournalFile {
    /// Makes a journal with its first bytes.
    pub fn create(path: &Path, first: &[u8]) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(path)?;
        let mut journal = JournalFile::locked(file)?;
        journal.append(first)?;
        sync_folder(path)?;
        Ok(journal)
    }

    /// Opens a journal and reads it; absent where there is none.
    pub fn open(path: &Path) -> io::Result<Option<(Self, Vec<u8>)>> {
        let file = match OpenOptions::new().read(true).write(true).open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        let mut journal = JournalFile::locked(file)?;
        let mut bytes = Vec::new();
        journal.file.read_to_end(&mut bytes)?;
        Ok(Some((journal, bytes)))
    }

    fn locked(file: File) -> io::Result<Self> {
        match file.try_lock() {
            Ok(()) => Ok(JournalFile { file }),
            Err(TryLockError::WouldBlock) => {
                Err(io::Error::new(io::ErrorKind::ResourceBusy, "another run is writing to it now"))
            }
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Cuts off what a crash left half-written, and goes on from there.
    pub fn truncate(&mut self, valid_bytes: u64) -> io::Result<()> {
        self.file.set_len(valid_bytes)?;
        self.file.seek(SeekFrom::Start(valid_bytes))?;
        self.file.sync_all()
    }

    /// Adds bytes; when this returns, they outlast a power cut.
    pub fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.file.sync_data()
    }
}

/// Writes a file so that at any moment there is either all of it or nothing of it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = with_ending(path, ".tmp");
    let mut file = File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&temporary, path)?;
    sync_folder(path)
}

/// Makes sure that a file's name is on the disk, not only its bytes.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened as a file; the system orders the two writes itself.
#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_torn_line_is_cut_off_and_the_rest_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        JournalFile::create(&path, b"one\ntw").unwrap();
        let (mut journal, bytes) = JournalFile::open(&path).unwrap().unwrap();
        assert_eq!(bytes, b"one\ntw");
        journal.truncate(4).unwrap();
        journal.append(b"two\n").unwrap();
        drop(journal);
        assert_eq!(fs::read(&path).unwrap(), b"one\ntwo\n");
    }

    #[test]
    fn only_one_run_at_a_time_writes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let first = JournalFile::create(&path, b"").unwrap();
        assert_eq!(JournalFile::open(&path).unwrap_err().kind(), io::ErrorKind::ResourceBusy);
        drop(first);
        assert!(JournalFile::open(&path).unwrap().is_some());
    }

    #[test]
    fn an_ended_run_is_moved_aside_whole() {
        let folder = tempfile::tempdir().unwrap();
        let files = RunFiles::of(folder.path().join("journal"));
        let inputs = Inputs { export: "a".to_owned(), site: "b".to_owned() };
        files.write_plan(b"plan", &inputs).unwrap();
        JournalFile::create(&files.journal, b"x").unwrap();
        let aside = RunFiles::of(files.move_aside("0123456789abcdef").unwrap());
        assert_eq!(aside.read_plan().unwrap(), (b"plan".to_vec(), inputs));
        assert!(!files.journal.exists() && !files.plan.exists());
    }
}
