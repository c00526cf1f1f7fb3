//! `access` says who may see what, and refuses by name what it cannot answer.

use serde_json::Value;

use crate::program::{Ended, Folder, NOW};

const BEFORE: &str = r#"{"format": 1, "name": "Before", "timezone": "Europe/Amsterdam", "offerings": [
    {"id": "w", "name": "W", "accessTag": "W", "modules": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}],
    "pages": [{"id": "gold", "title": "Gold", "rule": {"kind": "has-any", "tags": ["GOLD"]}}]}"#;
const AFTER: &str = r#"{"format": 1, "name": "After", "timezone": "Europe/Amsterdam",
    "tagMap": [{"kind": "rename", "from": "GOLD", "to": "Gold"}], "offerings": [
    {"id": "w", "name": "W", "accessTag": "W", "modules": [{"id": "a", "name": "A"},
        {"id": "b", "name": "B", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]}],
    "pages": [{"id": "gold", "title": "Gold", "rule": {"kind": "has-any", "tags": ["Gold"]}},
              {"id": "b", "title": "B", "offering": "w", "module": "b"}]}"#;
const LIST: &str =
    "Email,Tags,Created At\r\nada@example.com,\"GOLD,W\",2026-01-01T00:00:00Z\r\nbram@example.com,,\r\n";

/// Runs `access` on these files.
fn asked(arguments: &[&str]) -> (Folder, Ended) {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("before.json", BEFORE);
    folder.write("after.json", AFTER);
    folder.write("bad.json", r#"{"format": 1}"#);
    folder.write(
        "accepted.json",
        r#"[{"kind": "cause", "before": "rule-met", "after": "tag-missing", "why": "on purpose"}]"#,
    );
    let files = ["--export", "list.csv", "--site", "after.json", "--now", NOW];
    let ended = folder.access(&[arguments, &files].concat());
    (folder, ended)
}

fn assert_said(arguments: &[&str], code: i32, parts: &[&str]) {
    let (_, ended) = asked(arguments);
    assert_eq!(ended.code, code, "{arguments:?}: {}{}", ended.stdout, ended.stderr);
    let said = if code < 2 && ended.stderr.is_empty() { &ended.stdout } else { &ended.stderr };
    for part in parts {
        assert!(said.contains(part), "`{part}` is not in: {}{}", ended.stdout, ended.stderr);
    }
}

#[test]
fn a_members_modules_are_told_with_their_reasons() {
    let (opens, why) =
        ("b           opens 2026-03-09T09:00:00Z", "it opens 7 days after the module before it");
    assert_said(&["schedule", "--member", "Ada@Example.com"], 0, &["a           open", opens, why]);
    let kept = ["schedule", "--member", "ada@example.com", "--policy", "keep-original-clock"];
    assert_said(&kept, 0, &["b           open"]);
    assert_said(&["schedule", "--member", "bram@example.com"], 0, &["is enrolled in nothing"]);
}

#[test]
fn a_decision_is_told_in_words() {
    let opens = ["closed: the module has not been released", "opens by the clock at 2026-03-09T09:00:00Z"];
    assert_said(&["decide", "--member", "ada@example.com", "--page", "b"], 0, &opens);
    assert_said(&["decide", "--member", "ada@example.com", "--page", "gold"], 0, &["open: the rule is met"]);
    assert_said(
        &["decide", "--member", "eve@example.com", "--page", "b"],
        2,
        &["nobody has the address", "--member"],
    );
    assert_said(&["decide", "--member", "ada@example.com", "--page", "x"], 2, &["the site has no page `x`"]);
}

#[test]
fn what_comes_next_is_told_in_order_of_time() {
    assert_said(&["next"], 0, &["0 releases"]); // the week ends before the instant at which it opens
    let opens = "2026-03-09T09:00:00Z  w/b opens to ada@example.com";
    assert_said(&["next", "--days", "8"], 0, &["1 release from", opens]);
}

#[test]
fn a_site_compared_with_itself_takes_and_gives_nothing() {
    // But for the page of a tag that the move renames.
    let same = [
        "lost             0",
        "later            0",
        "gained           1",
        "earlier          0",
        "gold          1 gained",
    ];
    assert_said(&["compare", "after.json"], 0, &same);
    // Where only tags opened modules, the one that the timer is past is to come.
    assert_said(&["compare", "after.json", "--source-clock", "none"], 0, &["gained           2"]);
}

#[test]
fn what_is_half_named_is_not_filled_up_from_the_sample() {
    let folder = Folder::new();
    for (arguments, missing) in [
        (&["next", "--export", "list.csv"][..], "--site FILE is not named"),
        (&["compare", "before.json", "--export", "list.csv"], "AFTER is not named"),
        (&["compare", "before.json", "after.json"], "--export FILE is not named"),
    ] {
        let ended = folder.access(arguments);
        assert!(ended.code == 2 && ended.stderr.contains(missing), "{}: {}", ended.code, ended.stderr);
    }
}

#[test]
fn losses_are_told_by_the_exit_code_unless_they_are_accepted() {
    let gained = "gained           1  no such page before, rule-met after";
    assert_said(&["compare", "before.json"], 0, &[gained, "Ready: nobody loses access"]);
    // Without the map, the tag of the old site opens nothing on the new one.
    let (folder, _) = asked(&["compare", "before.json"]);
    folder.write("after.json", AFTER.replace(r#""from": "GOLD""#, r#""from": "Silver""#));
    let compare = |arguments: &[&str]| {
        let files = ["--export", "list.csv", "--site", "after.json", "--now", NOW];
        folder.access(&[&["compare", "before.json"], arguments, &files].concat())
    };
    let lost = compare(&[]);
    assert_eq!(lost.code, 1, "{}", lost.stdout);
    for part in ["gold, to ada@example.com: rule-met, then tag-missing", "Not ready: 1 loss"] {
        assert!(lost.stdout.contains(part), "{}", lost.stdout);
    }
    let accepted = compare(&["--accept", "accepted.json"]);
    assert_eq!(accepted.code, 0, "{}", accepted.stdout);
    assert!(accepted.stdout.contains("accepted: 1 loss, for on purpose"), "{}", accepted.stdout);
    let document: Value = serde_json::from_str(&compare(&["--json"]).stdout).unwrap();
    assert_eq!((&document["ready"], &document["exitCode"]), (&Value::from(false), &Value::from(1)));
    assert_eq!(document["changes"][0]["email"], "ada@example.com");
    assert_eq!(document["changes"][0]["change"]["verdict"], "lost");
}

#[test]
fn a_calendar_is_printed_or_written() {
    assert_said(&["calendar", "--member", "ada@example.com"], 0, &["BEGIN:VEVENT", "SUMMARY:W: B opens"]);
    let (folder, ended) = asked(&["calendar", "--member", "ADA@example.com", "--to", "ada.ics"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let written = std::fs::read_to_string(folder.join("ada.ics")).unwrap();
    assert!(written.contains("DTSTART:20260309T090000Z\r\n"), "{written}");
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    assert_said(&["compare", "bad.json"], 1, &["bad.json", "error: ", "remedy: "]);
    assert_said(&["compare", "gone.json"], 3, &["gone.json", "there is no such file"]);
    assert_said(&["compare", "before.json", "--accept", "list.csv"], 1, &["list.csv"]);
    assert_said(&["next", "--days", "none"], 2, &["--days"]);
    assert_said(&["next", "--policy", "again"], 2, &["keep-original-clock"]);
}
