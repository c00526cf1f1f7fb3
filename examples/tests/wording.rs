//! What is printed is true, and said once: of nobody who fits, of reasons, of one and of many, and of what could not be printed.

use std::process::Stdio;

use crate::program::{Folder, NOW, count};

const SITE: &str = include_str!("../data/sample/site.json");

fn run(list: &str, arguments: &[&str]) -> (Folder, crate::program::Ended) {
    let folder = Folder::new();
    folder.write("list.csv", list);
    folder.write("site.json", SITE);
    let ended = folder.run(&[&["list.csv", "site.json", "--now", NOW], arguments].concat());
    (folder, ended)
}

#[test]
fn a_list_of_which_nobody_belongs_on_the_target_is_no_success() {
    let list = "Email,First Name\r\nada@example.com,Ada\r\ngrace@example.com,Grace\r\n";
    for arguments in [&[][..], &["--dry-run"]] {
        let (folder, ended) = run(list, arguments);
        assert_eq!(ended.code, 1, "{}", ended.stdout);
        let said = "nothing to do: nobody of the list belongs on the target (2 people are neither members nor buyers; \
                    --all-contacts takes them)";
        assert!(ended.stdout.contains(said), "{}", ended.stdout);
        assert!(!ended.stdout.contains("holds everything already"), "{}", ended.stdout);
        assert!(ended.stderr.contains("a column of tags"), "{}", ended.stderr);
        assert_eq!(folder.files(), ["list.csv", "site.json"]);
    }
    assert_eq!(run(list, &["--all-contacts"]).1.code, 0);
}

#[test]
fn the_target_holds_everything_where_it_does() {
    let (folder, ended) = run("Email,Tags\r\nada@example.com,VIP\r\n", &["--all-contacts"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let again = folder.run(&["list.csv", "site.json"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(again.stdout.contains("the target holds everything already"), "{}", again.stdout);
}

#[test]
fn a_fresh_database_needs_no_backup() {
    let (folder, ended) = run("Email,Tags\r\nada@example.com,Circle Member\r\n", &[]);
    assert!(ended.stdout.contains("nothing to back up"), "{}", ended.stdout);
    let query =
        |value: &str| format!("SELECT count(*) FROM settings WHERE name = 'backup' AND value = '{value}'");
    assert_eq!(count(&folder.join("members.db"), &query("not-needed")), 1);
    folder.write("list.csv", "Email,Tags\r\ngrace@example.com,Circle Member\r\n");
    let ended = folder.run(&["list.csv", "site.json"]);
    assert!(ended.stdout.contains("a copy of the database is kept"), "{}", ended.stdout);
    assert_eq!(count(&folder.join("members.db"), &query("confirmed")), 1);
}

#[test]
fn one_is_not_many_and_what_is_said_stands_where_it_belongs() {
    let (_, ended) = run("Email,Tags\r\nada@example.com,Circle Member\r\n", &["--source", "Mailchimp"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    for part in [
        "  1 record: 1 person, ",
        "1 person of the list",
        "1 becomes a user",
        "source    Mailchimp (as you said)",
    ] {
        assert!(ended.stdout.contains(part), "`{part}` is not in: {}", ended.stdout);
    }
    let (_, ended) =
        run("Email,Tags\r\nada@example.com,VIP\r\nnobody,VIP\r\n", &["--dry-run", "--all-contacts"]);
    let of_list = ended.stdout.find("Check   the list").unwrap();
    let of_site = ended.stdout.find("Check   site.json").unwrap();
    let issue = ended.stdout.find("email-invalid").unwrap();
    assert!(of_list < issue && issue < of_site, "{}", ended.stdout);
    assert!(
        ended.stdout.contains("1 record is set aside; --set-aside FILE writes it down"),
        "{}",
        ended.stdout
    );
    assert!(ended.stdout.contains("how sure that is, of 100"), "{}", ended.stdout);
}

#[test]
fn set_aside_records_are_written_once_and_said_once() {
    let list = "Email,Tags\r\nada@example.com,VIP\r\nnobody,VIP\r\n";
    let (folder, ended) = run(list, &["--dry-run", "--all-contacts", "--set-aside", "aside.csv"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stdout.contains("wrote 1 set-aside record to aside.csv"), "{}", ended.stdout);
    assert!(!ended.stdout.contains("--set-aside FILE"), "{}", ended.stdout);
    assert!(ended.stdout.contains("Nothing was written but aside.csv: --dry-run"), "{}", ended.stdout);
    assert_eq!(folder.files(), ["aside.csv", "list.csv", "site.json"]);
}

#[test]
fn the_reasons_are_those_of_the_records() {
    let (_, ended) = run("Email,First Name\r\nada@example.com,\"Ad", &[]);
    assert_eq!(ended.code, 1, "{}", ended.stdout);
    assert!(ended.stderr.contains("the only record cannot be used: 1 quote-unclosed"), "{}", ended.stderr);
    assert!(ended.stderr.contains("close the quote"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("mend the addresses"), "{}", ended.stderr);
}

#[test]
fn a_database_that_refuses_at_once_remembers_nothing() {
    let folder = Folder::new();
    folder.write("list.csv", "Email,Tags\r\nada@example.com,Circle Member\r\n");
    folder.write("site.json", SITE);
    folder.write(
        "other.db",
        "this is no database, and it is long enough for anybody to tell that it is none at all",
    );
    let ended = folder.run(&["list.csv", "site.json", "--to", "other.db"]);
    assert_eq!(ended.code, 3);
    assert!(ended.stderr.contains("then start again"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("remembered"), "{}", ended.stderr);
}

#[test]
fn a_wrong_command_line_is_told_to_programs_too() {
    let folder = Folder::new();
    let ended = folder.run(&["--bogus", "--json"]);
    assert_eq!(ended.code, 2);
    let document: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!((&document["error"]["code"], &document["exitCode"]), (&"usage".into(), &2.into()));
    assert!(document["error"]["message"].as_str().unwrap().contains("--bogus"), "{document}");
    assert!(folder.run(&["--bogus"]).stdout.is_empty());
}

#[test]
#[cfg(target_os = "linux")]
fn what_cannot_be_printed_is_no_success() {
    for arguments in [&["--dry-run"][..], &["--dry-run", "--json"], &["--help"]] {
        let folder = Folder::new();
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let status = folder.command(arguments).stdout(full).stderr(Stdio::null()).status().unwrap();
        assert_eq!(status.code(), Some(3), "{arguments:?}");
    }
}

#[test]
fn the_help_names_sources_files_and_that_stopping_is_safe() {
    let help = Folder::new().run(&["--help"]).stdout;
    let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for profile in memberferry::PROFILES {
        assert!(words.contains(profile.id), "{}", profile.id);
    }
    for part in [".plan", ".inputs", ".before-", "Ctrl-C", "goes on where it stopped"] {
        assert!(words.contains(part), "`{part}` is not in: {help}");
    }
}
