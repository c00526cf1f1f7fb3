//! The example of a membership service on Node: built, and tested beside a PostgreSQL of its own. Does not know how npm is called.

use std::fs;
use std::path::Path;

use crate::{debian, node, npm, workspace};

/// Where Debian keeps the server's programs, each version in a folder of its own.
const DEBIAN: &str = "/usr/lib/postgresql";
const PROGRAM: &str = "initdb";

/// Everything there is to check of the example.
pub fn test(root: &Path) -> Result<(), String> {
    // Before what it is made with: its lock file names the package, which has to be there.
    node::build(root)?;
    let folder = root.join("examples/node");
    npm::install(&folder)?;
    set_up_postgresql()?;
    workspace::run(&mut npm::script(&folder, &["test"]))
}

fn set_up_postgresql() -> Result<(), String> {
    let of_debian =
        fs::read_dir(DEBIAN).into_iter().flatten().flatten().map(|version| version.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_there = of_debian.chain(std::env::split_paths(&path)).any(|folder| folder.join(PROGRAM).is_file());
    if is_there {
        return Ok(());
    }
    debian::install(&["postgresql"], "the service's tests start a PostgreSQL of their own")
}
