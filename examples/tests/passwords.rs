//! `--passwords`: what becomes of the password that a new member had.

use std::fs;

use crate::program::{Folder, NOW};

const SITE: &str = include_str!("../data/sample/site.json");
const HASH: &str = "$P$BDMJH/qCLaUc5Lj8Oiwp7XmWzrCcJ21";
const ARGUMENTS: [&str; 4] = ["list.csv", "site.json", "--now", NOW];

/// Ada with a hash that a target checks, Grace with one that it does not, Mary with none.
fn with_hashes() -> Folder {
    let folder = Folder::new();
    folder.write("site.json", SITE);
    let list = format!(
        "Email,Tags,user_pass\r\nada@example.com,VIP,{HASH}\r\ngrace@example.com,VIP,0cc175b9c0f1b6a831c399e269772661\r\n\
         mary@example.com,VIP,\r\n"
    );
    folder.write("list.csv", list);
    folder
}

fn rows(folder: &Folder, query: &str) -> Vec<(String, Option<String>)> {
    let database = rusqlite::Connection::open(folder.join("members.db")).unwrap();
    let mut statement = database.prepare(query).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

const KEPT: &str = "SELECT email, hash FROM kept_passwords JOIN users ON users.id = user_id ORDER BY email";
const RESET: &str = "SELECT email, NULL FROM password_resets JOIN users ON users.id = user_id ORDER BY email";

#[test]
fn a_hash_that_the_target_checks_is_kept_and_stands_in_the_database_alone() {
    let folder = with_hashes();
    let ended = folder.run(&[&ARGUMENTS[..], &["--passwords", "keep-hash"]].concat());
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    for part in ["password-hash-refused", "password-missing"] {
        assert!(ended.stdout.contains(part), "`{part}` is not in: {}", ended.stdout);
    }
    assert_eq!(rows(&folder, KEPT), [("ada@example.com".to_owned(), Some(HASH.to_owned()))]);
    assert_eq!(
        rows(&folder, RESET),
        [("grace@example.com".to_owned(), None), ("mary@example.com".to_owned(), None)]
    );
    assert!(!ended.stdout.contains(HASH) && !ended.stderr.contains(HASH));
    for name in folder.files().into_iter().filter(|name| name.starts_with("members.db.")) {
        let bytes = fs::read(folder.join(&name)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains(HASH), "{name}");
    }
    // Taken back, nothing is left of it.
    let ended = folder.run(&["--roll-back", "--to", "members.db", "--now", NOW]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert_eq!(rows(&folder, KEPT), []);
}

#[test]
fn without_the_option_everybody_gets_a_new_one() {
    let folder = with_hashes();
    assert_eq!(folder.run(&ARGUMENTS).code, 0);
    assert_eq!(rows(&folder, KEPT), []);
    assert_eq!(rows(&folder, RESET).len(), 3);
}

#[test]
fn a_short_seed_is_refused_before_anything_is_written() {
    let folder = with_hashes();
    let mut command = folder.command(&ARGUMENTS);
    let output = command.env("MEMBERFERRY_SEED", "too short").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("the seed has 9 bytes") && !said.contains("too short"), "{said}");
    assert!(!folder.files().iter().any(|name| name.starts_with("members.db")), "{:?}", folder.files());
    let output =
        folder.command(&ARGUMENTS).env("MEMBERFERRY_SEED", "long enough, and random").output().unwrap();
    assert_eq!(output.status.code(), Some(0));
}
