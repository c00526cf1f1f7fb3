//! `cargo xtask bench [args]`: the benchmarks, in release mode.

use std::path::Path;

use crate::workspace;

pub fn run(root: &Path, arguments: &[String]) -> Result<(), String> {
    let mut command =
        workspace::cargo(root, &["run", "--release", "--locked", "--package", "memberferry-benches"]);
    // The peer that access is measured against takes minutes to build, and nothing else needs it.
    if arguments.first().is_some_and(|first| first == "access") {
        command.args(["--features", "peers"]);
    }
    workspace::run(command.arg("--").args(arguments))
        .map_err(|why| format!("the benchmarks did not end well: {why}"))
}
