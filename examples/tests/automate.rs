//! `automate` makes an automation that it finds nothing wrong with, and finds what somebody broke in it.

use serde_json::Value;

use crate::program::{Ended, Folder, NOW};

fn automated(folder: &Folder, code: i32, arguments: &[&str]) -> Ended {
    let ended = folder.automate(&[arguments, &["--now", NOW]].concat());
    assert_eq!(ended.code, code, "{arguments:?}: {}{}", ended.stdout, ended.stderr);
    ended
}

fn assert_has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in: {text}");
    }
}

/// The sample's automation and the site that has all that it needs, as files.
fn written(crm: &str) -> Folder {
    let folder = Folder::new();
    for (form, name) in [("automation", "automation.json"), ("site", "site.json")] {
        let ended = automated(&folder, 0, &["blueprint", "--crm", crm, "--as", form]);
        folder.write(name, ended.stdout);
    }
    folder
}

fn automation(folder: &Folder) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join("automation.json")).unwrap()).unwrap()
}

#[test]
fn what_it_writes_it_reads_back_and_finds_right_for_every_crm() {
    for crm in ["kit", "keap", "ontraport", "activecampaign", "drip"] {
        let folder = written(crm);
        let files = ["automation.json", "--site", "site.json"];
        let ended = automated(&folder, 0, &[&["lint"], &files[..]].concat());
        assert_has(&ended.stdout, &["nothing is wrong"]);
        let ended = automated(&folder, 0, &[&["simulate"], &files[..]].concat());
        assert_has(&ended.stdout, &["2026-03-23T09:05:00Z", "the email `Skies is ready` is sent"]);
        let ended = automated(&folder, 0, &[&["translate"], &files[..]].concat());
        assert_has(
            &ended.stdout,
            &["skies       opens 7 days after the module before it", "the times agree"],
        );
        let ended = automated(&folder, 0, &["webhooks", "--site", "site.json"]);
        assert_has(
            &ended.stdout,
            &["replaced by an order form", "is not needed: tags and fields are kept on the site"],
        );
        assert_eq!(folder.files(), ["automation.json", "site.json"]);
    }
}

#[test]
fn what_is_broken_is_found_with_its_place_and_remedy() {
    let folder = written("kit");
    let mut broken = automation(&folder);
    broken["steps"].as_array_mut().unwrap().remove(1);
    folder.write("broken.json", broken.to_string());
    let ended = automated(&folder, 1, &["lint", "broken.json", "--site", "site.json"]);
    assert_has(
        &ended.stdout,
        &[
            "1 mistake",
            "warning login-email-too-early  steps[1]",
            "remedy: add a short delay between the webhook and the email",
        ],
    );
    let ended = automated(&folder, 0, &["simulate", "broken.json", "--site", "site.json"]);
    assert_has(&ended.stdout, &["is sent, and its password may be blank"]);
    // The sample's own site lacks the webhooks.
    let ended = automated(&folder, 1, &["lint", "automation.json"]);
    assert_has(&ended.stdout, &["webhook-missing", "tag-dangling"]);
}

#[test]
fn what_cannot_be_translated_is_listed_and_told_by_the_exit_code() {
    let folder = written("kit");
    let mut asking = automation(&folder);
    let steps = asking["steps"].as_array_mut().unwrap();
    steps.insert(
        4,
        serde_json::json!({"kind": "wait-until", "until": {"kind": "time-of-day", "at": "09:00"}}),
    );
    folder.write("asking.json", asking.to_string());
    let ended = automated(&folder, 1, &["translate", "asking.json", "--site", "site.json"]);
    assert_has(&ended.stdout, &["Not to be translated", "steps[4]    a release timer waits for a time"]);
}

#[test]
fn a_contact_of_ones_own_is_played() {
    let folder = written("kit");
    folder.write(
        "contact.json",
        r#"{"standing": "inactive", "events": [
            {"at": "2026-03-02T09:00:00Z", "happened": {"kind": "tag-added", "tag": "Course: Watercolour Bought"}}]}"#,
    );
    let files = ["simulate", "automation.json", "--site", "site.json"];
    let ended = automated(&folder, 0, &[&files[..], &["--contact", "contact.json"]].concat());
    assert_has(&ended.stdout, &["nothing runs, because the contact is not subscribed"]);
    let ended = automated(&folder, 0, &[&files[..], &["--standing", "unsubscribed", "--json"]].concat());
    let document: Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(document["timeline"]["lines"][1]["what"]["reason"], "unsubscribed");
    assert_eq!(document["exitCode"], 0);
}

#[test]
fn what_is_no_automation_is_refused_by_name() {
    let folder = written("kit");
    folder.write("wrong.json", r#"{"id": "a", "name": "A", "crm": "kit", "state": "on"}"#);
    let ended = automated(&folder, 1, &["lint", "wrong.json"]);
    assert_has(&ended.stderr, &["error: ", "wrong.json", "unknown variant `on`", "remedy: "]);
    let ended = automated(&folder, 3, &["lint", "nowhere.json"]);
    assert_has(&ended.stderr, &["there is no such file"]);
    let ended = automated(&folder, 2, &["blueprint", "--offering", "oil"]);
    assert_has(&ended.stderr, &["the site has no offering `oil`"]);
    assert_eq!(folder.automate(&["blueprint", "--crm", "mailchimp"]).code, 2);
}
