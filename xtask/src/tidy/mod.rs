//! `cargo xtask tidy`: the checks of the tree that no compiler makes. One file per subject; each takes texts and gives
//! findings, so that its tests need no tree.

mod book;
mod floors;
mod links;
mod markdown;
mod private_data;
mod rust;
mod sources;
mod text;
mod uses;
mod vectors;

use std::fmt;
use std::fs;
use std::path::Path;

use crate::workspace;

/// Something to mend: where, what, and how.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    file: String,
    /// From 1.
    line: usize,
    what: String,
    remedy: String,
}

impl Finding {
    fn new(file: &str, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Finding {
        Finding { file: file.to_owned(), line, what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}; {}", self.file, self.line, self.what, self.remedy)
    }
}

/// A file of the project, as far as it is text.
struct File {
    /// Relative to the root, `/` between folders.
    name: String,
    text: String,
}

pub fn run(root: &Path) -> Result<(), String> {
    let mut files = Vec::new();
    for name in workspace::files(root)? {
        let bytes = fs::read(root.join(&name)).map_err(|error| format!("{name}: {error}"))?;
        // Inputs in other encodings are among the golden vectors; what is ASCII in them can be checked all the same.
        files.push(File { name, text: String::from_utf8_lossy(&bytes).into_owned() });
    }
    let findings = check(&files);
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => {
            println!("{} files, nothing to mend", files.len());
            Ok(())
        }
        1 => Err("tidy found 1 thing to mend".to_owned()),
        count => Err(format!("tidy found {count} things to mend")),
    }
}

fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = floors::check(files);
    findings.extend(links::check(files));
    findings.extend(book::check(files));
    for File { name, text } in files {
        findings.extend(text::check(name, text));
        findings.extend(sources::check(name, text));
        findings.extend(vectors::check(name, text));
        findings.extend(private_data::check(name, text));
    }
    findings.sort_unstable();
    findings.dedup();
    findings
}
