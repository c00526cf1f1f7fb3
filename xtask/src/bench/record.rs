//! `cargo xtask bench record [NAME…]`: runs the benchmarks, each by the command that anyone would give, and writes what they print to
//! `benches/RESULTS.md`. Does not know what they measure.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::workspace;

/// What is recorded where nobody chooses: the arguments of `cargo xtask bench`.
const ALL: [&str; 10] =
    ["", "growth", "releases", "access", "comparison", "migration", "python", "node", "php", "wordpress"];

pub fn run(root: &Path, chosen: &[String]) -> Result<(), String> {
    let names: Vec<&str> = match chosen {
        [] => ALL.to_vec(),
        chosen => chosen.iter().map(|name| if name == "intake" { "" } else { name }).collect(),
    };
    let mut text = format!(
        "# Results\n\nWhat the benchmarks printed, each under the command that makes it. Only ratios within one run mean anything: \
         compare no figure with one of another machine or day. A peer that was not there is told by its benchmark.\n\n{}\n",
        machine()
    );
    let mut failed = Vec::new();
    for name in names {
        let command = format!("cargo xtask bench {name}");
        println!("==> {}", command.trim_end());
        let result = printed(root, name);
        let body = match &result {
            Ok(output) => output.trim(),
            Err(why) => why.as_str(),
        };
        text.push_str(&format!("\n## `{}`\n\n{body}\n", command.trim_end()));
        if result.is_err() {
            failed.push(command);
        }
    }
    let file = root.join("benches/RESULTS.md");
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    if failed.is_empty() { Ok(()) } else { Err(format!("did not end well: {}", failed.join(", "))) }
}

/// What one benchmark prints.
fn printed(root: &Path, name: &str) -> Result<String, String> {
    let mut command = workspace::cargo(root, &["xtask", "bench"]);
    let output = command
        .args(Some(name).filter(|name| !name.is_empty()))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("it did not start: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() { Ok(text) } else { Err(format!("It did not end well: {}", output.status)) }
}

/// Where and when.
fn machine() -> String {
    let date = workspace::output(Command::new("date").args(["-u", "+%F"])).unwrap_or_default();
    let rust = workspace::output(Command::new("rustc").arg("--version")).unwrap_or_default();
    let processor = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "Measured on {} with {cores} cores ({}), {}, {}.",
        processor.unwrap_or_else(|| "a processor of unknown name".to_owned()),
        std::env::consts::OS,
        rust.trim(),
        date.trim()
    )
}
