//! `cargo xtask bench record [NAME[:ROWS]…]`: runs the benchmarks, each by the command that anyone would give, and writes what they print to
//! `benches/RESULTS.md`, each with the machine and the date. What is not chosen stays as it was recorded. Does not know what they measure.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::workspace;

/// What is recorded where nobody chooses, in the order of the record: the first argument of `cargo xtask bench`.
const ALL: [&str; 10] = [
    "intake",
    "growth",
    "releases",
    "access",
    "comparison",
    "migration",
    "python",
    "node",
    "php",
    "wordpress",
];
/// The benchmark that is meant where no other is named.
const UNNAMED: &str = "intake";
const FILE: &str = "benches/RESULTS.md";
const HEAD: &str = "# Results\n\nWhat the benchmarks printed, each under the command that makes it. Only ratios within one run mean anything: \
                    compare no figure with one of another run, machine or day. A peer that was not there is told by its benchmark.\n";

pub fn run(root: &Path, chosen: &[String]) -> Result<(), String> {
    let chosen: Vec<Chosen<'_>> = match chosen {
        [] => ALL.iter().map(|name| Chosen { name, rows: None }).collect(),
        chosen => chosen.iter().map(|text| Chosen::of(text)).collect::<Result<_, _>>()?,
    };
    let file = root.join(FILE);
    let mut sections = recorded(&fs::read_to_string(&file).unwrap_or_default());
    let mut failed = Vec::new();
    for chosen in chosen {
        println!("==> {}", chosen.command());
        let result = printed(root, &chosen);
        let body = match &result {
            Ok(output) => output.trim(),
            Err(why) => why.as_str(),
        };
        // Some end their lines as Markdown does where another begins.
        let body: Vec<&str> = body.lines().map(str::trim_end).collect();
        let body = body.join("\n");
        if result.is_err() {
            failed.push(chosen.command());
        }
        sections.insert(
            chosen.name.to_owned(),
            format!("## `{}`\n\n{}\n\n{body}\n", chosen.command(), machine()),
        );
        // What was measured is kept, whatever becomes of what follows.
        fs::write(&file, document(&sections)).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("did not end well: {}", failed.join(", "))) }
}

/// One benchmark, and of how many rows or the like, where not of as many as it takes by itself.
struct Chosen<'a> {
    name: &'a str,
    rows: Option<&'a str>,
}

impl<'a> Chosen<'a> {
    fn of(text: &'a str) -> Result<Self, String> {
        let (name, rows) = match text.split_once(':') {
            Some((name, rows)) => (name, Some(rows)),
            None => (text, None),
        };
        if ALL.contains(&name) {
            Ok(Chosen { name, rows })
        } else {
            Err(format!("there is no benchmark `{name}`, but {}", ALL.join(", ")))
        }
    }

    fn arguments(&self) -> impl Iterator<Item = &'a str> {
        Some(self.name).filter(|name| *name != UNNAMED).into_iter().chain(self.rows)
    }

    fn command(&self) -> String {
        ["cargo xtask bench"].into_iter().chain(self.arguments()).collect::<Vec<_>>().join(" ")
    }
}

/// The sections of a record, each with its heading, by the benchmark's name.
fn recorded(text: &str) -> BTreeMap<String, String> {
    const HEADING: &str = "\n## `cargo xtask bench";
    let mut sections = BTreeMap::new();
    for section in text.split(HEADING).skip(1) {
        let command = section.split('`').next().unwrap_or_default();
        let name = command.split_whitespace().next().filter(|name| ALL.contains(name)).unwrap_or(UNNAMED);
        let section = format!("{}{}\n", HEADING.trim_start(), section.trim_end());
        sections.insert(name.to_owned(), section);
    }
    sections
}

/// The whole record.
fn document(sections: &BTreeMap<String, String>) -> String {
    let in_order = ALL.iter().filter_map(|name| sections.get(*name));
    std::iter::once(HEAD).chain(in_order.map(String::as_str)).collect::<Vec<_>>().join("\n")
}

/// What one benchmark prints.
fn printed(root: &Path, chosen: &Chosen<'_>) -> Result<String, String> {
    let mut command = workspace::cargo(root, &["xtask", "bench"]);
    let output = command
        .args(chosen.arguments())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("It did not start: {error}"))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_chosen_stays_and_the_order_is_kept() {
        let growth = "## `cargo xtask bench growth`\n\n| rows |\n".to_owned();
        let intake = "## `cargo xtask bench 1000`\n\n| work |\n".to_owned();
        let sections = BTreeMap::from([("growth".to_owned(), growth), ("intake".to_owned(), intake)]);
        let text = document(&sections);
        assert_eq!(recorded(&text), sections);
        assert!(text.find("bench 1000") < text.find("bench growth"));
        assert_eq!(document(&recorded(&text)), text);
        assert!(recorded("").is_empty());
    }

    #[test]
    fn a_choice_names_a_benchmark_and_its_size() {
        let command = |text| Chosen::of(text).map(|chosen| chosen.command());
        assert_eq!(command("intake").as_deref(), Ok("cargo xtask bench"));
        assert_eq!(command("intake:1000").as_deref(), Ok("cargo xtask bench 1000"));
        assert_eq!(command("php:1000").as_deref(), Ok("cargo xtask bench php 1000"));
        assert!(command("perl").is_err());
    }
}
