//! `cargo xtask deny`: what comes into the tree, by `deny.toml`: licences, banned crates, sources, and known vulnerabilities where their
//! database can be reached.

use std::path::Path;

use crate::workspace;

pub fn run(root: &Path) -> Result<(), String> {
    set_up(root)?;
    let deny =
        |arguments: &[&str]| workspace::run(&mut workspace::cargo(root, &[&["deny"], arguments].concat()));
    // Duplicates are many, and somebody else's: `cargo deny check bans` shows them.
    deny(&["--log-level", "error", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"])?;
    match deny(&["fetch", "db"]) {
        Ok(()) => deny(&["check", "advisories"]),
        Err(_) => {
            println!("advisories were not checked: their database cannot be reached from here");
            Ok(())
        }
    }
}

fn set_up(root: &Path) -> Result<(), String> {
    if workspace::output(&mut workspace::cargo(root, &["deny", "--version"])).is_some() {
        return Ok(());
    }
    println!("installing cargo-deny, which knows what each crate brings");
    workspace::run(&mut workspace::cargo(root, &["install", "cargo-deny", "--locked"]))
        .map_err(|why| format!("`cargo install cargo-deny` failed: {why}"))
}
