//! Every command of the book runs, and what a page shows of its output is what it prints, as in the README. The commands of one page follow one
//! another in one folder.
//!
//! A command ends with 0, unless `echo $?` behind it shows otherwise. Two kinds are not run here: the programs of a package (`pip`, `memberferry`),
//! which the tests of that package run, and `cargo build`, which every test of what it builds begins with.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Ended, Folder};
use crate::readme::{assert_printed, prepared, shown};

fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(pages(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What a program of the examples does with a command's words; nothing, where there is no such program.
fn ended(folder: &Folder, program: &str, rest: &[&str]) -> Option<Ended> {
    let arguments = rest.strip_prefix(&["--"]).unwrap_or(rest);
    match program {
        "migrate" => Some(folder.run(arguments)),
        "check" => Some(folder.check(arguments)),
        "access" => Some(folder.access(arguments)),
        "billing" => Some(folder.billing(arguments)),
        "readiness" => Some(folder.readiness(arguments)),
        "automate" => Some(folder.automate(arguments)),
        _ => None,
    }
}

#[test]
fn every_command_of_a_page_runs_and_prints_what_is_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut run = 0;
    for page in pages(&root.join("docs/src")) {
        let commands = shown(&fs::read_to_string(&page).unwrap());
        let folder = prepared(root);
        for (place, shown) in commands.iter().enumerate() {
            let words: Vec<&str> = shown.command.split_whitespace().collect();
            match words.as_slice() {
                ["cargo", "run", "--release", "--bin", program, rest @ ..] => {
                    let ended = ended(&folder, program, rest).unwrap();
                    let next = commands.get(place + 1).filter(|next| next.command == "echo $?");
                    let expected = next.map_or("0", |next| next.output[0].as_str());
                    let about = format!("{}: {}", page.display(), shown.command);
                    assert_eq!(ended.code.to_string(), expected, "{about}: {}{}", ended.stdout, ended.stderr);
                    assert_printed(shown, &ended.stdout);
                    run += 1;
                }
                words => {
                    let is_elsewhere = matches!(
                        words,
                        ["echo", "$?"] | ["pip" | "memberferry", ..] | ["cargo", "build", ..]
                    );
                    assert!(is_elsewhere, "{}: nobody runs `{}`", page.display(), shown.command);
                }
            }
        }
    }
    assert!(run > 10, "only {run} commands are run");
}
