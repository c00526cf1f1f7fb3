//! Every command of the README runs, and what the README shows of its output is what it prints.
//!
//! The commands of one section follow one another in one folder. A command stands in a fenced block marked `console`, after `$ `; what follows is its output, shortened: a line `…` stands for
//! any lines, and a line that ends in `…` for any that begins so. Three commands are not run as they stand:
//!
//! - `cargo run --release --bin migrate [-- …]` is run as the program that these tests were built with, not built anew in
//!   release mode: the same sources, the same arguments.
//! - `cargo xtask test` runs these very tests; here it is only checked that the chore is there, by asking `xtask` for one that
//!   is not and reading which ones it names.
//! - Whatever else begins with `cargo` is checked to name a package's program that exists.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::Folder;

const README: &str = include_str!("../../README.md");

struct Shown {
    section: String,
    command: String,
    output: Vec<String>,
}

fn shown() -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    let (mut inside, mut section) = (false, "");
    for line in README.lines() {
        match line {
            _ if !inside && line.starts_with('#') => section = line,
            "```console" => inside = true,
            "```" => inside = false,
            _ if inside => match line.strip_prefix("$ ") {
                Some(command) => {
                    let (section, command) = (section.to_owned(), command.to_owned());
                    found.push(Shown { section, command, output: Vec::new() });
                }
                None => found.last_mut().unwrap().output.push(line.to_owned()),
            },
            _ => {}
        }
    }
    found
}

/// Whether the lines that are shown come in this order in what was printed.
fn assert_printed(shown: &Shown, printed: &str) {
    let mut lines = printed.lines();
    for expected in
        shown.output.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty() && *line != "…")
    {
        let fits = |line: &str| match expected.strip_suffix('…') {
            Some(start) => line.trim_end().starts_with(start.trim_end()),
            None => line.trim_end() == expected,
        };
        assert!(lines.any(fits), "`{}` does not print `{expected}`, or not there:\n{printed}", shown.command);
    }
}

/// A folder with the sample where the README says that it is.
fn prepared(root: &Path) -> Folder {
    let folder = Folder::new();
    let data = folder.join("examples/data/sample");
    fs::create_dir_all(&data).unwrap();
    for file in ["export.csv", "site.json"] {
        fs::copy(root.join("examples/data/sample").join(file), data.join(file)).unwrap();
    }
    folder
}

#[test]
fn every_command_runs_and_prints_what_is_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let all = shown();
    let mut folders: BTreeMap<&str, Folder> = BTreeMap::new();
    for shown in &all {
        let folder = folders.entry(&shown.section).or_insert_with(|| prepared(root));
        let words: Vec<&str> = shown.command.split_whitespace().collect();
        match words.as_slice() {
            ["cargo", "run", "--release", "--bin", "migrate", rest @ ..] => {
                let rest = rest.strip_prefix(&["--"]).unwrap_or(rest);
                let ended = folder.run(rest);
                assert_eq!(ended.code, 0, "{}: {}{}", shown.command, ended.stdout, ended.stderr);
                assert_printed(shown, &ended.stdout);
            }
            ["cargo", "xtask", chore] => {
                let alias = fs::read_to_string(root.join(".cargo/config.toml")).unwrap();
                assert!(alias.contains("xtask = "), "there is no `cargo xtask`");
                let main = fs::read_to_string(root.join("xtask/src/main.rs")).unwrap();
                assert!(main.contains(&format!("(\"{chore}\", ")), "xtask has no chore `{chore}`");
            }
            ["cargo", "run", "--bin", program] => {
                let source = root.join("examples/src/bin").join(program).with_extension("rs");
                assert!(source.is_file(), "there is no program `{program}`");
            }
            _ => {
                let output = Command::new("sh")
                    .args(["-c", &shown.command])
                    .current_dir(folder.path())
                    .output()
                    .unwrap();
                assert!(
                    output.status.success(),
                    "{}: {}",
                    shown.command,
                    String::from_utf8_lossy(&output.stderr)
                );
                assert_printed(shown, &String::from_utf8_lossy(&output.stdout));
            }
        }
    }
    for headline in ["cargo run --release --bin migrate", "cargo xtask test"] {
        assert!(all.iter().any(|shown| shown.command == headline), "the README does not show `{headline}`");
    }
}

#[test]
fn the_kinds_that_are_shown_are_read_with_what_they_take() {
    let fits = |text: &str, is_read: bool| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let kind = value["kind"].as_str().unwrap();
        assert!(is_read && README.contains(&format!("`{kind}`")), "{text}");
    };
    for rule in [
        r#"{"kind":"public"}"#,
        r#"{"kind":"logged-in"}"#,
        r#"{"kind":"has-any","tags":["A"]}"#,
        r#"{"kind":"has-all","tags":["A"]}"#,
        r#"{"kind":"missing-any","tags":["A"]}"#,
        r#"{"kind":"missing-all","tags":["A"]}"#,
        r#"{"kind":"enrolled","offering":"a"}"#,
        r#"{"kind":"released","offering":"a","module":"b"}"#,
        r#"{"kind":"role","role":"editor"}"#,
        r#"{"kind":"and","rules":[{"kind":"public"}]}"#,
        r#"{"kind":"or","rules":[{"kind":"public"}]}"#,
        r#"{"kind":"not","rule":{"kind":"public"}}"#,
        r#"{"kind":"during","until":"2026-05-01T00:00:00Z"}"#,
    ] {
        fits(rule, serde_json::from_str::<memberferry::Rule>(rule).is_ok());
    }
    for entry in [
        r#"{"kind":"keep","from":"A"}"#,
        r#"{"kind":"rename","from":"A","to":"B"}"#,
        r#"{"kind":"merge","from":["A","B"],"to":"C"}"#,
        r#"{"kind":"drop","from":"A","reason":"old"}"#,
    ] {
        fits(entry, serde_json::from_str::<memberferry::TagMapEntry>(entry).is_ok());
    }
    for release in [
        r#"{"kind":"at-once"}"#,
        r#"{"kind":"manual"}"#,
        r#"{"kind":"timer","offset":{"amount":1,"unit":"months"},"anchor":{"kind":"enrollment"},"mode":"calendar","at":"09:00"}"#,
    ] {
        fits(release, serde_json::from_str::<memberferry::ReleaseRule>(release).is_ok());
    }
    for kind in ["live", "staging", "local"] {
        let environment = format!(r#"{{"kind":"{kind}","url":"https://site.example"}}"#);
        fits(&environment, serde_json::from_str::<memberferry::Environment>(&environment).is_ok());
    }
}
