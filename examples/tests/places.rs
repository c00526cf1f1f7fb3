//! Files that would be written over one another, and folders that are not there, are refused before anything is made.

use crate::program::Folder;

const SITE: &str = include_str!("../data/sample/site.json");
const LIST: &str = "Email,Tags\r\nada@example.com,Circle Member\r\n";

fn refused(arguments: &[&str], code: i32, expected: &[&str]) {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", SITE);
    std::fs::create_dir(folder.join("folder")).unwrap();
    let ended = folder.run(&[&["list.csv", "site.json"], arguments].concat());
    assert_eq!(ended.code, code, "{arguments:?}: {}{}", ended.stdout, ended.stderr);
    for part in expected.iter().chain(&["where: ", "remedy: "]) {
        assert!(ended.stderr.contains(part), "`{part}` is not in: {}", ended.stderr);
    }
    assert_eq!(folder.files(), ["list.csv", "site.json"]);
    assert_eq!(std::fs::read_to_string(folder.join("list.csv")).unwrap(), LIST);
}

#[test]
fn no_file_is_written_over_another() {
    let database = "the journal would be written over the database";
    refused(&["--to", "a.db", "--journal", "a.db"], 2, &[database, "give --journal another name"]);
    refused(&["--to", "a.db", "--journal", "folder/../a.db"], 2, &[database]);
    refused(&["--journal", "list.csv"], 2, &["over the list", "list.csv"]);
    refused(&["--journal", "site.json"], 2, &["over the site's document"]);
    refused(&["--to", "list.csv"], 2, &["the database would be written over the list", "give --to another"]);
    refused(&["--journal", "a", "--set-aside", "./a"], 2, &["over the journal", "give --set-aside another"]);
    refused(&["--to", "a", "--set-aside", "a.journal.plan"], 2, &["over the plan beside the journal"]);
}

#[test]
fn a_folder_has_to_be_there_and_a_file_is_none() {
    let make = "make the folder first";
    refused(&["--to", "gone/a.db"], 3, &["the folder of --to is not there: gone", make]);
    refused(&["--journal", "gone/a"], 3, &["the folder of --journal is not there: gone", make]);
    refused(&["--set-aside", "gone/a.csv"], 3, &["--set-aside", make]);
    refused(&["--to", "folder"], 3, &["--to is a folder", "folder/NAME"]);
    refused(&["--journal", "folder"], 3, &["--journal is a folder"]);
}

#[test]
fn nothing_of_the_log_stays_behind_after_looking() {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", SITE);
    for arguments in [&["list.csv", "site.json"][..], &["list.csv", "site.json", "--dry-run"]].repeat(2) {
        let ended = folder.run(arguments);
        assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
        let left = folder.files();
        assert!(!left.iter().any(|file| file.ends_with("-wal") || file.ends_with("-shm")), "{left:?}");
    }
}
