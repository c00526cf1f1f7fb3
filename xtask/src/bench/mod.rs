//! `cargo xtask bench [args]`: the benchmarks, in release mode.

mod record;

use std::path::Path;

use crate::php::{Php, Profile};
use crate::python::Python;
use crate::{node, npm, python, wasm, wordpress, workspace};

/// How many rows the package is measured on, where nobody says.
const ROWS: &str = "1000000";

pub fn run(root: &Path, arguments: &[String]) -> Result<(), String> {
    match arguments.split_first() {
        Some((first, rest)) if first == "record" => return record::run(root, rest),
        Some((first, rest)) if first == "python" => return of_python(root, rest),
        Some((first, rest)) if first == "php" => return of_php(root, rest),
        Some((first, rest)) if first == "wordpress" => return wordpress::bench(root, rest),
        Some((first, rest)) if first == "node" => return of_javascript(root, rest),
        _ => {}
    }
    let mut command =
        workspace::cargo(root, &["run", "--release", "--locked", "--package", "memberferry-benches"]);
    // The peer that access is measured against takes minutes to build, and nothing else needs it.
    if arguments.first().is_some_and(|first| first == "access") {
        command.args(["--features", "peers"]);
    }
    // What Python has is measured where rows are read, and is told to be lacking where it is not there.
    if arguments.first().is_none_or(|first| first.parse::<u64>().is_ok())
        && std::env::var_os("MEMBERFERRY_PYTHON").is_none()
    {
        match python::with_peers(root) {
            Ok(python) => {
                command.env("MEMBERFERRY_PYTHON", python);
            }
            Err(why) => eprintln!("no environment for the peers of Python: {why}"),
        }
    }
    workspace::run(command.arg("--").args(arguments))
        .map_err(|why| format!("the benchmarks did not end well: {why}"))
}

/// The packages for JavaScript, and what their users would use instead.
fn of_javascript(root: &Path, arguments: &[String]) -> Result<(), String> {
    npm::look()?;
    npm::install(&node::folder(root))?;
    workspace::run(&mut npm::script(&node::folder(root), &["build", "--", "--release"]))?;
    wasm::build(root)?;
    for folder in [node::folder(root), wasm::folder(root)] {
        let mut command = std::process::Command::new("node");
        workspace::run(command.arg("benches/bench.mjs").args(arguments).current_dir(folder))?;
    }
    Ok(())
}

/// The Python package, against the core by itself and against what people would use instead.
fn of_python(root: &Path, arguments: &[String]) -> Result<(), String> {
    let file = sample(root, arguments)?;
    let core = root.join("target/release/memberferry-benches");
    Python::set_up(root)?.bench(&core, file.trim())
}

/// The PHP package, against the loop that people write with `fgetcsv`.
fn of_php(root: &Path, arguments: &[String]) -> Result<(), String> {
    let file = sample(root, arguments)?;
    Php::set_up(root, Profile::Release)?.bench(file.trim())
}

/// The file that is measured, of as many rows as are asked for.
fn sample(root: &Path, arguments: &[String]) -> Result<String, String> {
    let rows = arguments.first().map_or(ROWS, String::as_str);
    let mut sample = workspace::cargo(
        root,
        &["run", "--release", "--locked", "--package", "memberferry-benches", "--", "sample", rows],
    );
    let file = workspace::output(sample.stderr(std::process::Stdio::inherit()));
    file.ok_or_else(|| "the sample could not be made".to_owned())
}
