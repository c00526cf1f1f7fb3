//! `cargo xtask bench [args]`: the benchmarks, in release mode.

use std::path::Path;

use crate::{node, npm, wasm, workspace};

pub fn run(root: &Path, arguments: &[String]) -> Result<(), String> {
    if let [first, rest @ ..] = arguments
        && first == "node"
    {
        return javascript(root, rest);
    }
    let mut command =
        workspace::cargo(root, &["run", "--release", "--locked", "--package", "memberferry-benches"]);
    // The peer that access is measured against takes minutes to build, and nothing else needs it.
    if arguments.first().is_some_and(|first| first == "access") {
        command.args(["--features", "peers"]);
    }
    workspace::run(command.arg("--").args(arguments))
        .map_err(|why| format!("the benchmarks did not end well: {why}"))
}

/// The packages for JavaScript, and what their users would use instead.
fn javascript(root: &Path, arguments: &[String]) -> Result<(), String> {
    npm::look()?;
    npm::install(&node::folder(root))?;
    workspace::run(&mut npm::script(&node::folder(root), &["build", "--", "--release"]))?;
    wasm::build(root)?;
    let mut command = std::process::Command::new("node");
    workspace::run(command.arg("benches/bench.mjs").args(arguments).current_dir(node::folder(root)))
}
