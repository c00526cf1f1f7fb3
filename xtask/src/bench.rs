//! `cargo xtask bench [args]`: the benchmarks, in release mode.

use std::path::Path;

use crate::workspace;

pub fn run(root: &Path, arguments: &[String]) -> Result<(), String> {
    let mut command =
        workspace::cargo(root, &["run", "--release", "--locked", "--package", "memberferry-benches", "--"]);
    workspace::run(command.args(arguments)).map_err(|why| format!("the benchmarks did not end well: {why}"))
}
