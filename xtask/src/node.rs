//! The package for Node: built, linted and tested. Does not know how npm is called.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{npm, workspace};

pub const PACKAGE: &str = "memberferry-node";

/// The tests that the package for the browser runs as well, with WebAssembly.
pub const SHARED_TESTS: [&str; 6] = [
    "test/abort.test.mjs",
    "test/intake.test.mjs",
    "test/misuse.test.mjs",
    "test/move.test.mjs",
    "test/site.test.mjs",
    "test/vectors.test.mjs",
];
/// Those that only Node can run.
const OWN_TESTS: [&str; 4] =
    ["test/book.test.mjs", "test/files.test.mjs", "test/packaging.test.mjs", "test/readme.test.mjs"];

pub fn folder(root: &Path) -> PathBuf {
    root.join("bindings-node")
}

/// Sets up and builds.
pub fn build(root: &Path) -> Result<(), String> {
    npm::look()?;
    npm::install(&folder(root))?;
    workspace::run(&mut npm::script(&folder(root), &["build"]))
}

/// Everything there is to check of the package.
pub fn test(root: &Path) -> Result<(), String> {
    build(root)?;
    // In the folder that it was built in: elsewhere its features would be mixed with other crates'.
    let clippy =
        ["clippy", "--locked", "--package", PACKAGE, "--target-dir", "target/node", "--", "-D", "warnings"];
    workspace::run(&mut workspace::cargo(root, &clippy))?;
    workspace::run(npm::test(&folder(root), &SHARED_TESTS, "node").args(OWN_TESTS))
}

/// The line of the golden vectors, by the addon.
pub fn vectors(root: &Path) -> Result<Command, String> {
    build(root)?;
    Ok(npm::test(&folder(root), &["test/vectors.test.mjs"], "node"))
}
