//! What cannot be used is refused by name: the exit code, the place, the remedy; and nothing is written.

use std::io::Write as _;
use std::process::Stdio;

use crate::program::{Ended, Folder};

const SITE: &str = include_str!("../data/sample/site.json");
const LIST: &str = "Email,First Name\r\nada@example.com,Ada\r\n";

/// Runs with a list and a site of these bytes; checks that nothing but the two is there afterwards.
fn refused(list: &[u8], site: &str, code: i32, expected: &[&str]) {
    let folder = Folder::new();
    folder.write("list.csv", list);
    folder.write("site.json", site);
    let ended = folder.run(&["list.csv", "site.json"]);
    assert_refused(&ended, code, expected);
    assert_eq!(folder.files(), ["list.csv", "site.json"]);
}

fn assert_refused(ended: &Ended, code: i32, expected: &[&str]) {
    assert_eq!(ended.code, code, "{}{}", ended.stdout, ended.stderr);
    for part in expected.iter().chain(&["error: ", "where: ", "remedy: "]) {
        assert!(ended.stderr.contains(part), "`{part}` is not in: {}", ended.stderr);
    }
    assert!(!ended.stderr.contains("panicked"), "{}", ended.stderr);
}

fn missing(arguments: &[&str], expected: &[&str]) {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", SITE);
    std::fs::create_dir(folder.join("folder")).unwrap();
    let ended = folder.run(arguments);
    assert_refused(&ended, 3, expected);
    assert_eq!(folder.files(), ["list.csv", "site.json"]);
}

#[test]
fn a_file_that_is_not_there() {
    missing(&["gone.csv", "site.json"], &["there is no such file", "gone.csv", "check the name"]);
    missing(&["list.csv", "gone.json"], &["there is no such file", "gone.json"]);
}

#[test]
fn a_folder_in_place_of_a_file() {
    missing(&["folder", "site.json"], &["it is a folder", "name the file in it"]);
    missing(&["list.csv", "folder"], &["it is a folder"]);
}

#[test]
fn a_database_that_is_none() {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", SITE);
    folder.write(
        "notes.txt",
        "this is not a database, whatever its name says; it only has to be long enough to tell",
    );
    let ended = folder.run(&["list.csv", "site.json", "--to", "notes.txt", "--all-contacts"]);
    assert_refused(&ended, 3, &["notes.txt"]);
    assert_eq!(folder.files(), ["list.csv", "notes.txt", "site.json"]);
}

#[test]
fn an_empty_list() {
    refused(b"", SITE, 1, &["holds no text", "list.csv"]);
    refused(b"\r\n\r\n", SITE, 1, &["holds no text"]);
}

#[test]
fn a_list_that_is_no_text() {
    refused(
        b"PK\x03\x04\x14\x00\x06\x00rest of a spreadsheet",
        SITE,
        1,
        &["a ZIP archive or a spreadsheet", "CSV"],
    );
    refused(&[0, 1, 2, 3, 5, 6, 7, 8, 1, 2, 3, 4].repeat(50), SITE, 1, &["binary data"]);
}

#[test]
fn a_list_with_a_header_only() {
    refused(b"Id,Email,Tags\r\n", SITE, 1, &["no records", "list.csv, line 1", "export again"]);
}

#[test]
fn a_list_in_which_nobody_has_an_address() {
    refused(b"Id,Email\r\n1,nobody\r\n2,\r\n", SITE, 1, &["none of the 2 records", "list.csv"]);
}

#[test]
fn a_list_without_addresses() {
    refused(
        b"Id,First Name,City\r\n1,Ada,London\r\n",
        SITE,
        1,
        &["holds email addresses", "`City`", "line 1", "rename"],
    );
    refused(
        b"ada@example.com,Ada\r\ngrace@example.com,Grace\r\n",
        SITE,
        1,
        &["no column names", "first row"],
    );
}

#[test]
fn a_line_of_two_gigabytes_is_given_up_early_and_in_little_memory() {
    let folder = Folder::new();
    folder.write("site.json", SITE);
    // The shell lends the program half a gigabyte of address space; the line comes through a pipe.
    let program = env!("CARGO_BIN_EXE_migrate");
    let script = format!("ulimit -v 524288; exec '{program}' /dev/stdin site.json");
    let mut child = std::process::Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let mut written = 0_u64;
    if pipe.write_all(b"Email,Note\r\nada@example.com,").is_ok() {
        let chunk = vec![b'a'; 1 << 20];
        while written < 2 << 30 && pipe.write_all(&chunk).is_ok() {
            written += chunk.len() as u64;
        }
    }
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    let ended = Ended {
        code: output.status.code().unwrap_or(-1),
        stdout: String::new(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    };
    assert_refused(&ended, 1, &["the limit", "line 2"]);
    assert!(written < 64 << 20, "it read {written} bytes before it gave up");
    assert_eq!(folder.files(), ["site.json"]);
}

#[test]
fn a_site_with_a_field_that_is_none() {
    let site = SITE.replace("\"accessTag\": \"Circle Member\"", "\"acessTag\": \"Circle Member\"");
    refused(LIST.as_bytes(), &site, 1, &["acessTag", "site.json, offerings[1]", "line "]);
}

#[test]
fn a_site_with_a_key_twice() {
    let site = SITE.replacen("\"price\": \"paid\",", "\"price\": \"paid\", \"price\": \"free\",", 1);
    refused(LIST.as_bytes(), &site, 1, &["duplicate field `price`", "offerings[0]"]);
}

#[test]
fn a_site_that_is_cut_off_or_no_json() {
    let half: String = SITE.chars().take(SITE.len() / 2).collect();
    refused(LIST.as_bytes(), &half, 1, &["site.json", "line "]);
    refused(LIST.as_bytes(), LIST, 1, &["site.json, line 1"]);
}

#[test]
fn a_page_that_asks_for_a_tag_nobody_has() {
    let site = SITE.replace("[\"Circle Member\", \"VIP\"]", "[\"Circle Member\", \"circle member gold\"]");
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", site);
    let ended = folder.run(&["list.csv", "site.json"]);
    assert_refused(&ended, 1, &["circle member gold", "pages[7].rule.tags[1]", "site.json"]);
    assert_eq!(folder.files(), ["list.csv", "site.json"]);
}

#[test]
fn a_wrong_command_line() {
    for arguments in [&["list.csv"][..], &["--now", "yesterday"], &["--frobnicate"], &["a", "b", "c"]] {
        let folder = Folder::new();
        let ended = folder.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {}", ended.stderr);
        assert!(ended.stderr.contains("--help"), "{}", ended.stderr);
        assert!(folder.files().is_empty());
    }
}

#[test]
fn set_aside_records_do_not_overwrite_the_list() {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", SITE);
    let ended = folder.run(&["list.csv", "site.json", "--set-aside", "./list.csv"]);
    assert_refused(&ended, 2, &["list.csv", "another name"]);
    assert_eq!(std::fs::read_to_string(folder.join("list.csv")).unwrap(), LIST);
}

#[test]
fn a_source_that_nobody_knows() {
    let folder = Folder::new();
    let ended = folder.run(&["--source", "keep"]);
    assert_eq!(ended.code, 2, "{}", ended.stderr);
    assert!(ended.stderr.contains("`keep`") && ended.stderr.contains("keap"), "{}", ended.stderr);
    assert!(folder.files().is_empty());
}

#[test]
fn programs_are_told_in_json() {
    let folder = Folder::new();
    folder.write("list.csv", "");
    folder.write("site.json", SITE);
    let ended = folder.run(&["list.csv", "site.json", "--json"]);
    assert_eq!(ended.code, 1);
    let document: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(document["error"]["code"], "input-empty");
    assert_eq!(document["exitCode"], 1);
}
