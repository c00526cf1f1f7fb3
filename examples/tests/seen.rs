//! A move by which somebody would see less or more than before is not begun, and one after which somebody does is not proved: both say who
//! and what.

use std::fs;

use rusqlite::Connection;

use crate::program::{Folder, NOW};

/// Two tags become one, and a page goes.
const SITE: &str = r#"{"format": 1, "name": "Harbour Academy", "timezone": "UTC",
    "environment": {"kind": "staging", "url": "https://staging.harbour.example"}, "tags": ["Gold"],
    "tagMap": [{"kind": "rename", "from": "Silver", "to": "Gold"}],
    "offerings": [{"id": "club", "name": "Club", "accessTag": "Gold"}],
    "pages": [{"id": "lounge", "title": "Lounge", "rule": {"kind": "has-any", "tags": ["Gold"]}}]}"#;
const BEFORE: &str = r#"{"format": 1, "name": "Harbour Academy", "timezone": "UTC", "tags": ["Gold", "Silver"],
    "pages": [{"id": "lounge", "title": "Lounge", "rule": {"kind": "has-any", "tags": ["Gold"]}},
        {"id": "archive", "title": "Archive", "rule": {"kind": "has-any", "tags": ["Silver"]}}]}"#;
const LIST: &str = "Email,Tags\nada@example.com,Gold\neve@example.com,Silver\n";
const MOVE: [&str; 6] = ["list.csv", "site.json", "--to", "members.db", "--now", NOW];

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", SITE);
    folder.write("before.json", BEFORE);
    folder.write("losses.json", r#"[{"kind": "page", "page": "archive", "why": "it is closed"}]"#);
    folder.write("gains.json", r#"[{"kind": "page", "page": "lounge", "why": "silver becomes gold"}]"#);
    folder
}

#[test]
fn what_somebody_would_lose_or_gain_unasked_is_said_before_anything_is_written() {
    let folder = folder();
    let compared = [&MOVE[..], &["--before", "before.json"]].concat();
    let refused = folder.run(&compared);
    assert_eq!(refused.code, 1, "{}", refused.stdout);
    for part in [
        "eve@example.com: `lounge` opens to them: tag-missing before, rule-met after",
        "eve@example.com: `archive` closes to them: rule-met before, no such page after",
        "2 that nobody asked for",
        r#"--accept FILE, and in the list there {"kind":"page","page":"archive","why":"…"}"#,
        r#"--accept-gains FILE, and in the list there {"kind":"page","page":"lounge","why":"…"}"#,
    ] {
        assert!(refused.stdout.contains(part), "{part}: {}", refused.stdout);
    }
    assert!(refused.stderr.contains("(`eve@example.com`)"), "{}", refused.stderr);
    assert!(
        refused.stderr.contains("2 changes of access that nobody asked for, the first: "),
        "{}",
        refused.stderr
    );
    assert!(!folder.join("members.db").exists());
    assert_eq!(folder.run(&[&compared[..], &["--accept", "losses.json"]].concat()).code, 1);
    let accepted = ["--accept", "losses.json", "--accept-gains", "gains.json"];
    let moved = folder.run(&[&compared[..], &accepted].concat());
    assert_eq!(moved.code, 0, "{}{}", moved.stdout, moved.stderr);
    assert!(moved.stdout.contains("1 lost, and accepted: it is closed"), "{}", moved.stdout);
    assert!(
        moved.stdout.contains("everybody sees what they saw, but for what was asked"),
        "{}",
        moved.stdout
    );
}

#[test]
fn an_acceptance_without_a_reason_is_refused() {
    let folder = folder();
    folder.write("losses.json", r#"[{"kind": "page", "page": "archive", "why": " "}]"#);
    let refused = folder.run(&[&MOVE[..], &["--before", "before.json", "--accept", "losses.json"]].concat());
    assert!(refused.code == 1 && refused.stderr.contains("no reason is given"), "{}", refused.stderr);
}

#[test]
fn whoever_lost_access_while_the_move_went_on_fails_its_proof_by_name() {
    let folder = folder();
    assert_eq!(folder.run(&MOVE).code, 0);
    // As a kill before the last two lines leaves it; meanwhile somebody takes everybody's tags.
    let journal = folder.join("members.db.journal");
    let text = fs::read_to_string(&journal).unwrap();
    let lines = text.lines().count();
    fs::write(&journal, text.split_inclusive('\n').take(lines - 2).collect::<String>()).unwrap();
    let database = Connection::open(folder.join("members.db")).unwrap();
    database.execute("DELETE FROM user_tags", []).unwrap();
    drop(database);
    let ended = folder.run(&MOVE);
    assert_eq!(ended.code, 1, "{}{}", ended.stdout, ended.stderr);
    for part in [
        "somebody sees more or less than before, and nobody asked for that",
        "ada@example.com: `lounge` closes to them: rule-met before, tag-missing after",
        "eve@example.com: `lounge` closes to them",
    ] {
        assert!(ended.stdout.contains(part), "{part}: {}", ended.stdout);
    }
}

#[test]
fn only_the_plan_that_was_approved_is_carried_out() {
    let folder = folder();
    let looked = folder.run(&[&MOVE[..], &["--dry-run", "--json"]].concat());
    let shown = folder.run(&[&MOVE[..], &["--dry-run"]].concat()).stdout;
    let document: serde_json::Value = serde_json::from_str(&looked.stdout).unwrap();
    let digest = document["plan"]["digest"].as_str().unwrap();
    let other = "0".repeat(64);
    let refused = folder.run(&[&MOVE[..], &["--approve", &other]].concat());
    assert_eq!(refused.code, 1, "{}", refused.stdout);
    assert!(refused.stderr.contains(digest), "{}", refused.stderr);
    assert!(shown.contains(&format!("--approve {digest}\n")), "{shown}");
    assert!(!folder.join("members.db").exists());
    assert_eq!(folder.run(&[&MOVE[..], &["--approve", "yes"]].concat()).code, 2);
    assert_eq!(folder.run(&[&MOVE[..], &["--approve", digest]].concat()).code, 0);
}
