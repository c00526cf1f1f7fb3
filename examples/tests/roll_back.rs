//! A run is taken back: what it wrote goes, what somebody changed since stays, and a roll-back that dies goes on.

use std::fs;

use rusqlite::Connection;

use crate::program::{Folder, NOW, dump};

/// What people are and hold in a database, without what it remembers of runs.
fn people(folder: &Folder, database: &str) -> String {
    let text = dump(&folder.join(database));
    let is_of_runs = |part: &&str| part.starts_with("applied_operations") || part.starts_with("settings");
    text.split("== ").filter(|part| !is_of_runs(part)).collect()
}

const DATABASE: &str = "sample-site/members.db";

/// A folder in which the sample was moved, and what people held before.
fn moved() -> (Folder, String) {
    let folder = Folder::new();
    let ended = folder.run(&["--now", NOW]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let copy = folder.files().into_iter().find(|name| name.contains(".before-")).unwrap();
    let before = people(&folder, &copy);
    (folder, before)
}

/// Takes out the one change that no roll-back makes: a consent that the run made stricter stays so.
fn without_consent(text: &str) -> String {
    text.lines().filter(|line| !line.contains("mina.sato@example.org")).collect::<Vec<_>>().join("\n")
}

#[test]
fn everything_a_run_wrote_is_taken_back_and_proved() {
    let (folder, before) = moved();
    let looked = folder.run(&["--roll-back", "--dry-run"]);
    assert!(
        looked.code == 0 && looked.stdout.contains("1,208 were made users by it and are deleted"),
        "{}",
        looked.stdout
    );
    let ended = folder.run(&["--roll-back"]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert_eq!(without_consent(&people(&folder, DATABASE)), without_consent(&before));
    assert!(
        ended.stdout.contains("taking it back would allow mail that the source does not"),
        "{}",
        ended.stdout
    );
    assert!(folder.run(&["--roll-back"]).stdout.contains("the last run was taken back already"));
    // And the way is free for another move.
    let again = folder.run(&["--now", NOW]);
    assert!(
        again.code == 0 && again.stdout.contains("the target holds what was planned"),
        "{}",
        again.stdout
    );
}

#[test]
fn what_somebody_changed_since_stays_and_is_told() {
    let (folder, _) = moved();
    let database = Connection::open(folder.join("sample-site/members.db")).unwrap();
    let key = "gustav.kowalczyk1118@example.com";
    let id: i64 =
        database.query_row("SELECT id FROM users WHERE email_key = ?1", [key], |row| row.get(0)).unwrap();
    database.execute("INSERT INTO user_tags VALUES (?1, 'Bought since')", [id]).unwrap();
    drop(database);
    let ended = folder.run(&["--roll-back"]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert!(people(&folder, DATABASE).contains("Bought since") && people(&folder, DATABASE).contains(key));
    assert!(ended.stdout.contains("1,207 were made users by it and are deleted"), "{}", ended.stdout);
}

#[test]
fn a_roll_back_that_died_goes_on_and_no_move_begins_before() {
    let (folder, before) = moved();
    assert_eq!(folder.run(&["--roll-back"]).code, 0);
    // As a kill between two writes leaves it: the database is ahead of the journal.
    let journal = folder.join("sample-site/members.db.journal");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.split_inclusive('\n').take(2).collect::<String>()).unwrap();
    let refused = folder.run(&["--now", NOW]);
    assert!(refused.code == 3 && refused.stderr.contains("give --roll-back"), "{}", refused.stderr);
    let ended = folder.run(&["--roll-back"]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert!(ended.stdout.contains("going on from there"), "{}", ended.stdout);
    assert_eq!(without_consent(&people(&folder, DATABASE)), without_consent(&before));
}

#[test]
fn without_a_run_there_is_nothing_to_take_back() {
    let folder = Folder::new();
    let ended = folder.run(&["--roll-back"]);
    assert!(ended.code == 3 && ended.stderr.contains("there is no run to take back"), "{}", ended.stderr);
    assert!(folder.files().is_empty(), "{:?}", folder.files());
}
