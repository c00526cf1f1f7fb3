//! `cargo xtask book`: makes the book of `docs/` with mdBook, where that is installed.

use std::path::Path;
use std::process::Command;

use crate::workspace;

/// Where the book is, and where it is made.
const FOLDER: &str = "docs";
const FIRST_PAGE: &str = "docs/book/index.html";

pub fn run(root: &Path) -> Result<(), String> {
    if workspace::output(Command::new("mdbook").arg("--version")).is_none() {
        println!(
            "mdBook is not installed; `cargo install mdbook` does so. Until then every page reads as it stands in `docs/src/`."
        );
        return Ok(());
    }
    workspace::run(Command::new("mdbook").args(["build", FOLDER]).current_dir(root))?;
    println!("{FIRST_PAGE}");
    Ok(())
}
