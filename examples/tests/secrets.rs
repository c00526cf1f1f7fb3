//! No password of the list appears in anything that the program writes: neither on the terminal nor in any file.

use std::collections::HashSet;

use clap::Parser as _;
use memberferry_examples::arguments::Arguments;
use memberferry_examples::{input, sample};

use crate::program::{Folder, NOW};

/// Every password of the sample: seven characters, a hyphen, seven characters.
struct Passwords(HashSet<Vec<u8>>);

impl Passwords {
    fn of_the_sample() -> Self {
        Passwords(sample::make().facts.passwords.into_iter().map(String::into_bytes).collect())
    }

    /// How many stand in some bytes. Looks around each hyphen, which is faster than looking for each password.
    fn found_in(&self, bytes: &[u8]) -> usize {
        let hyphens = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'-');
        let around = hyphens.filter_map(|(at, _)| bytes.get(at.checked_sub(7)?..at + 8));
        around.filter(|text| self.0.contains(*text)).count()
    }

    fn assert_none_in(&self, what: &str, bytes: impl AsRef<[u8]>) {
        assert_eq!(self.found_in(bytes.as_ref()), 0, "a password stands in {what}");
    }
}

#[test]
fn the_search_finds_what_is_there() {
    let sample = sample::make();
    let passwords = Passwords::of_the_sample();
    assert!(passwords.0.len() > 500);
    assert_eq!(passwords.found_in(&sample.csv), sample.facts.passwords.len());
}

#[test]
fn nothing_that_is_written_holds_a_password() {
    let passwords = Passwords::of_the_sample();
    let folder = Folder::new();
    let runs: [&[&str]; 5] = [
        &["--now", NOW, "--dry-run", "--set-aside", "dry.csv"],
        &["--now", NOW, "--all-contacts", "--set-aside", "aside.csv"],
        &["--now", NOW, "--all-contacts", "--json"],
        &["--now", NOW, "--all-contacts", "--json", "--to", "other.db", "--set-aside", "other.csv"],
        &["--now", NOW, "--all-contacts", "--passwords", "keep-from-field", "--to", "kept.db"],
    ];
    for arguments in runs {
        let ended = folder.run(arguments);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        passwords.assert_none_in("the standard output", &ended.stdout);
        passwords.assert_none_in("the standard error", &ended.stderr);
    }
    let files = folder.files();
    for file in [
        "aside.csv",
        "sample-site/members.db",
        "sample-site/members.db.journal.plan",
        "other.db.journal",
        "kept.db",
    ] {
        assert!(files.iter().any(|found| found == file), "{file} is not among {files:?}");
    }
    for file in files {
        passwords.assert_none_in(&file, std::fs::read(folder.join(&file)).unwrap());
    }
}

#[test]
fn nothing_that_is_printed_while_debugging_holds_a_password() {
    let passwords = Passwords::of_the_sample();
    let loaded = input::load(&Arguments::parse_from(["migrate"])).unwrap();
    passwords.assert_none_in("the intake", format!("{:?}", loaded.intake));
    let held = loaded.intake.contacts.iter().filter(|contact| contact.password().is_some()).count();
    assert!(held > 500, "the passwords are held, and not shown");
}
