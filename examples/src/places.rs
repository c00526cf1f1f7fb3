//! Where everything of a move is, and whether it can be there: no two files in one place, and every folder made. Looks at the
//! disk and writes nothing.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::arguments::{Arguments, Input, with_ending};
use crate::database::Seed;
use crate::journal_file::RunFiles;
use crate::stop::{Ending, Stop};

/// Where the target and the files of the run are.
pub struct Places {
    /// The target.
    pub database: PathBuf,
    /// Who is there when it is made.
    pub seed: Seed,
    /// The journal, and what belongs to it.
    pub files: RunFiles,
}

impl Places {
    /// As the command line says.
    pub fn of(arguments: &Arguments) -> Self {
        let seed = if arguments.input() == Input::Sample { Seed::Sample } else { Seed::Nobody };
        Places { database: arguments.database(), seed, files: RunFiles::of(arguments.journal()) }
    }
}

/// A file that the command line names, or that lies beside one.
struct Named {
    path: PathBuf,
    /// What it is, for people.
    what: &'static str,
    /// The argument that gives it another name.
    option: &'static str,
    /// Whether it is written.
    written: bool,
}

/// Refuses what would be written over something that is needed, or where nothing can be written.
pub fn check(arguments: &Arguments) -> Result<(), Stop> {
    let named = named(arguments);
    for (index, file) in named.iter().enumerate() {
        let mut earlier = named.get(..index).unwrap_or_default().iter();
        let same = earlier.find(|other| file.written && real(&other.path) == real(&file.path));
        if let Some(other) = same {
            let message = format!("{} would be written over {}", file.what, other.what);
            let remedy = format!("give {} another name", file.option);
            return Err(Stop::failed(&file.path, message, remedy).ending_as(Ending::Usage));
        }
    }
    let own_folder = arguments.to.is_none() && arguments.input() == Input::Sample;
    let made = own_folder.then(|| folder_of(&arguments.database()).to_path_buf());
    for (path, option) in [
        (Some(arguments.database()), "--to"),
        (Some(arguments.journal()), "--journal"),
        (arguments.set_aside.clone(), "--set-aside"),
        (arguments.report.report.clone(), "--report"),
    ] {
        let Some(path) = path else { continue };
        if path.is_dir() {
            let remedy = format!("name the file in it: {option} {}", path.join("NAME").display());
            return Err(Stop::failed(&path, format!("{option} is a folder, not a file"), remedy));
        }
        let folder = folder_of(&path);
        let is_made = !matches!(option, "--set-aside" | "--report") && made.as_deref() == Some(folder);
        if !is_made && !folder.is_dir() {
            let message = format!("the folder of {option} is not there: {}", folder.display());
            return Err(Stop::failed(&path, message, "make the folder first, or name another one"));
        }
    }
    Ok(())
}

/// Every file, the needed ones before those that might be written over them.
fn named(arguments: &Arguments) -> Vec<Named> {
    let database = arguments.database();
    let RunFiles { journal, plan, inputs } = RunFiles::of(arguments.journal());
    let mut named = Vec::new();
    let mut add = |path: PathBuf, what, option, written| named.push(Named { path, what, option, written });
    if let (Some(export), Some(site)) = (&arguments.export, &arguments.site) {
        add(export.clone(), "the list", "EXPORT", false);
        add(site.clone(), "the site's document", "SITE", false);
    }
    add(database.clone(), "the database", "--to", true);
    for ending in ["-wal", "-shm"] {
        add(with_ending(&database, ending), "a file of the database", "--to", true);
    }
    add(journal, "the journal", "--journal", true);
    add(plan, "the plan beside the journal", "--journal", true);
    add(inputs, "the note beside the journal", "--journal", true);
    if let Some(path) = &arguments.set_aside {
        add(path.clone(), "the set-aside records", "--set-aside", true);
    }
    if let Some(path) = &arguments.report.pseudonymise {
        add(path.clone(), "the key of the report", "--pseudonymise", false);
    }
    let evidence = &arguments.evidence;
    for export in evidence.subscriptions.iter().chain(&evidence.orders) {
        add(export.path.clone(), "an export", "--subscriptions or --orders", false);
    }
    for (path, what, option) in [
        (&evidence.answers, "the answers", "--answers"),
        (&arguments.before, "the site's document before the move", "--before"),
        (&arguments.accept, "the accepted losses", "--accept"),
        (&arguments.accept_gains, "the accepted gains", "--accept-gains"),
    ] {
        if let Some(path) = path {
            add(path.clone(), what, option, false);
        }
    }
    if let Some(path) = &arguments.report.report {
        add(path.clone(), "the report", "--report", true);
    }
    named
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path without links and dots, whether the file is there or not.
pub fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| {
        let name = path.file_name().unwrap_or(OsStr::new(""));
        folder_of(path).canonicalize().map_or_else(|_| path.to_path_buf(), |folder| folder.join(name))
    })
}
