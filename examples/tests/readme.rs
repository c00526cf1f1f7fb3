//! Every command of the README runs, and what the README shows of its output is what it prints.
//!
//! The commands of one section follow one another in one folder. A command stands in a fenced block marked `console`, after `$ `; what follows is its output, shortened: a line `…` stands for
//! any lines, and a line that ends in `…` for any that begins so. Three commands are not run as they stand:
//!
//! - `cargo run --release --bin migrate [-- …]`, and `check`, `access`, `billing`, `automate` or `readiness` in its place, is run as the program that these tests were built
//!   with, not built anew in release mode: the same sources, the same arguments.
//! - `cargo xtask test` runs these very tests; here it is only checked that the chore is there, by asking `xtask` for one that
//!   is not and reading which ones it names.
//! - Whatever else begins with `cargo` is checked to name a package's program that exists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::Folder;

const README: &str = include_str!("../../README.md");

pub struct Shown {
    pub section: String,
    pub command: String,
    pub output: Vec<String>,
}

/// The commands that a document shows, in order.
pub fn shown(document: &str) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    let (mut inside, mut section) = (false, "");
    for line in document.lines() {
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
pub fn assert_printed(shown: &Shown, printed: &str) {
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

/// A folder with the data of the examples where the documents say that it is.
pub fn prepared(root: &Path) -> Folder {
    let folder = Folder::new();
    copy(&root.join("examples/data"), &folder.join("examples/data"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}

#[test]
fn every_command_runs_and_prints_what_is_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let all = shown(README);
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
            ["cargo", "run", "--release", "--bin", "check", rest @ ..] => {
                let ended = folder.check(rest.strip_prefix(&["--"]).unwrap_or(rest));
                // The sample has records that are set aside.
                assert_eq!(ended.code, 1, "{}: {}{}", shown.command, ended.stdout, ended.stderr);
                assert_printed(shown, &ended.stdout);
            }
            ["cargo", "run", "--release", "--bin", "access", rest @ ..] => {
                let ended = folder.access(rest.strip_prefix(&["--"]).unwrap_or(rest));
                // In the sample some lose a page, and nobody accepts that unless it is said.
                let has_losses = rest.contains(&"compare") && !rest.contains(&"--accept");
                assert_eq!(ended.code, i32::from(has_losses), "{}: {}", shown.command, ended.stderr);
                assert_printed(shown, &ended.stdout);
            }
            ["cargo", "run", "--release", "--bin", "billing", rest @ ..] => {
                let ended = folder.billing(rest.strip_prefix(&["--"]).unwrap_or(rest));
                // In the sample somebody is charged twice, and Keap's forms do not work with the new site.
                assert_eq!(ended.code, 1, "{}: {}{}", shown.command, ended.stdout, ended.stderr);
                assert_printed(shown, &ended.stdout);
            }
            ["cargo", "run", "--release", "--bin", "readiness", rest @ ..] => {
                let ended = folder.readiness(rest.strip_prefix(&["--"]).unwrap_or(rest));
                // The sample's site has no forms yet.
                assert_eq!(ended.code, 1, "{}: {}{}", shown.command, ended.stdout, ended.stderr);
                assert_printed(shown, &ended.stdout);
            }
            ["cargo", "run", "--release", "--bin", "automate", rest @ ..] => {
                let ended = folder.automate(rest.strip_prefix(&["--"]).unwrap_or(rest));
                assert_eq!(ended.code, 0, "{}: {}{}", shown.command, ended.stdout, ended.stderr);
                assert_printed(shown, &ended.stdout);
            }
            ["cargo", "xtask", chore] => {
                let alias = fs::read_to_string(root.join(".cargo/config.toml")).unwrap();
                assert!(alias.contains("xtask = "), "there is no `cargo xtask`");
                let main = fs::read_to_string(root.join("xtask/src/main.rs")).unwrap();
                assert!(main.contains(&format!("(\"{chore}\", ")), "xtask has no chore `{chore}`");
            }
            // The package's own step builds it so.
            ["cargo", "build", "--release", "--package", package, "--target-dir", _] => {
                let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
                assert!(lock.contains(&format!("name = \"{package}\"\n")), "there is no package `{package}`");
            }
            // These need Python, so the package's own tests run them.
            ["pip", "install", package] => {
                let folder = package.trim_matches('\'').split('[').next().unwrap();
                assert!(
                    root.join(folder).join("pyproject.toml").is_file(),
                    "there is no package `{package}`"
                );
            }
            ["memberferry", command, ..] => {
                let commands = root.join("bindings-python/python/memberferry/cli/_app.py");
                let commands = fs::read_to_string(commands).unwrap();
                assert!(commands.contains(&format!(".{command})")), "there is no command `{command}`");
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
        r#"{"kind":"timer","offset":{"amount":1,"unit":"days"},"timezone":"member","notBefore":"2026-05-01T00:00:00Z",
            "notAfter":"2026-06-01T00:00:00Z","fixed":{"at":"2026-05-01T00:00:00Z","precedence":"relative"}}"#,
    ] {
        fits(release, serde_json::from_str::<memberferry::ReleaseRule>(release).is_ok());
    }
    for anchor in [
        r#"{"kind":"previous-release"}"#,
        r#"{"kind":"enrollment"}"#,
        r#"{"kind":"registration"}"#,
        r#"{"kind":"course-start"}"#,
        r#"{"kind":"publication"}"#,
        r#"{"kind":"instant","at":"2026-05-01T00:00:00Z"}"#,
        r#"{"kind":"purchase","offering":"a"}"#,
        r#"{"kind":"completion","offering":"a","module":"b"}"#,
    ] {
        fits(anchor, serde_json::from_str::<memberferry::Anchor>(anchor).is_ok());
    }
    for snap in [
        r#"{"kind":"weekday","days":["monday"]}"#,
        r#"{"kind":"nth-weekday","nth":-1,"weekday":"friday"}"#,
        r#"{"kind":"day-of-month","day":31}"#,
    ] {
        fits(snap, serde_json::from_str::<memberferry::Snap>(snap).is_ok());
    }
    for kind in ["live", "staging", "local"] {
        let environment = format!(r#"{{"kind":"{kind}","url":"https://site.example"}}"#);
        fits(&environment, serde_json::from_str::<memberferry::Environment>(&environment).is_ok());
    }
}

#[test]
fn the_table_of_systems_is_what_the_library_says_of_itself() {
    use memberferry::{Confidence, ORDER_PROFILES, PROFILES, Profile, SHAPES, SUBSCRIPTION_PROFILES};
    let word = |confidence: Confidence| match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    };
    let of = |profiles: &[Profile], id: &str| {
        profiles.iter().find(|profile| profile.id == id).map_or("", |profile| word(profile.confidence))
    };
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for profile in PROFILES.iter().chain(ORDER_PROFILES).chain(SUBSCRIPTION_PROFILES) {
        let name = names.entry(profile.id).or_insert(profile.name);
        // What its exports have in common: `Keap` for `Keap (Infusionsoft)`.
        *name = if profile.name.len() < name.len() { profile.name } else { name };
    }
    names.remove("generic");
    let mut missing = Vec::new();
    for (id, name) in &names {
        let mut shapes: Vec<Confidence> =
            SHAPES.iter().filter(|shape| shape.profile == *id).map(|shape| shape.confidence).collect();
        shapes.sort();
        shapes.dedup();
        let shapes: Vec<&str> = shapes.into_iter().rev().map(word).collect();
        let cells = [
            name,
            of(PROFILES, id),
            of(ORDER_PROFILES, id),
            of(SUBSCRIPTION_PROFILES, id),
            &shapes.join(", "),
        ];
        let row = format!("| {} |", cells.join(" | "));
        if README.lines().all(|line| line != row) {
            missing.push(row);
        }
    }
    assert!(missing.is_empty(), "not in the README:\n{}", missing.join("\n"));
    let rows = README.lines().filter(|line| line.starts_with("| ") && line.matches('|').count() == 6);
    assert_eq!(rows.count(), names.len() + 1, "a row of the README is of no system");
}

#[test]
fn the_options_of_check_are_those_of_the_program() {
    let help = Folder::new().check(&["--help"]).stdout;
    let shown = |text: &str| -> BTreeSet<String> {
        let words = text.split(|letter: char| letter != '-' && !letter.is_ascii_lowercase());
        words.filter(|word| word.starts_with("--") && word.len() > 3).map(str::to_owned).collect()
    };
    let (_, section) = README.split_once("## Check an export").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let options = shown(&help);
    let missing: Vec<_> = options.difference(&shown(section)).cloned().collect();
    assert_eq!(missing, ["--help", "--version"], "what the README does not name");
    let unknown: Vec<_> = shown(section).difference(&options).cloned().collect();
    assert_eq!(unknown, ["--bin", "--release"], "what `check` does not know, but for options of cargo");
}
