//! A run that has not ended: a dry run tells of it and changes nothing, and other options are refused, not ignored.

use std::fs;

use crate::program::{Folder, NOW, dump};

const SITE: &str = include_str!("../data/sample/site.json");
const ARGUMENTS: [&str; 4] = ["list.csv", "site.json", "--now", NOW];

/// A folder in which the journal of a run stops after its third line, as a kill would leave it.
fn unfinished() -> Folder {
    let folder = Folder::new();
    folder.write("site.json", SITE);
    folder.write("list.csv", "Email,Tags\r\nada@example.com,Circle Member\r\ngrace@example.com,VIP\r\n");
    let ended = folder.run(&ARGUMENTS);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    let journal = folder.join("members.db.journal");
    let text = fs::read_to_string(&journal).unwrap();
    let kept: String = text.split_inclusive('\n').take(3).collect();
    assert!(kept.len() < text.len());
    // Half a line more, which a dry run has to leave where it is.
    fs::write(&journal, kept + "{\"hal").unwrap();
    folder
}

fn all_bytes(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    folder.files().into_iter().map(|name| (name.clone(), fs::read(folder.join(&name)).unwrap())).collect()
}

#[test]
fn a_dry_run_tells_of_the_unfinished_run_and_changes_nothing() {
    let folder = unfinished();
    let before = all_bytes(&folder);
    let ended = folder.run(&["list.csv", "site.json", "--dry-run"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    for part in [
        "a run is unfinished: ",
        " operations are done",
        "starting without --dry-run goes on with it",
        "2 people of the list, 0 users on the target",
        "become users",
        &format!("keeps its own options: --now {NOW}, without --all-contacts"),
        "Nothing was written: --dry-run",
    ] {
        assert!(ended.stdout.contains(part), "`{part}` is not in: {}", ended.stdout);
    }
    assert!(all_bytes(&folder) == before, "a dry run changed a file: {:?}", folder.files());
    let expected = dump(&folder.join("members.db"));
    let ended = folder.run(&["list.csv", "site.json"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stdout.contains("going on from there"), "{}", ended.stdout);
    assert_eq!(dump(&folder.join("members.db")), expected);
}

#[test]
fn a_run_does_not_go_on_with_other_options() {
    let folder = unfinished();
    let before = all_bytes(&folder);
    for arguments in [
        &["--now", "2027-01-01T00:00:00Z"][..],
        &["--all-contacts"],
        &["--all-contacts", "--dry-run"],
        &["--passwords", "keep-hash"],
    ] {
        let ended = folder.run(&[&["list.csv", "site.json"], arguments].concat());
        assert_eq!(ended.code, 3, "{arguments:?}: {}{}", ended.stdout, ended.stderr);
        assert!(ended.stderr.contains(arguments[0]) && ended.stderr.contains("leave "), "{}", ended.stderr);
        assert!(all_bytes(&folder) == before);
    }
}
