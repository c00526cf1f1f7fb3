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

#[test]
fn the_automations_of_the_site_itself_are_linted() {
    let folder = written("kit");
    let mut site: Value = serde_json::from_slice(&std::fs::read(folder.join("site.json")).unwrap()).unwrap();
    let mut other = site["automations"][0].clone();
    (other["id"], other["name"], other["events"]) =
        ("other".into(), "Other".into(), Value::Array(Vec::new()));
    site["automations"].as_array_mut().unwrap().push(other);
    folder.write("both.json", site.to_string());
    let ended = automated(&folder, 1, &["lint", "--site", "both.json"]);
    assert_has(
        &ended.stdout,
        &["(Kit): nothing is wrong", "Other (Kit): 1 mistake", "no event starts the automation"],
    );
    let ended = automated(&folder, 1, &["lint", "--site", "both.json", "--json"]);
    let document: Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(document["automations"][1]["id"], "other");
}

#[test]
fn a_site_with_an_automation_gets_one_for_another_crm_that_is_right() {
    let folder = written("kit");
    let asked = ["blueprint", "--crm", "keap", "--site", "site.json", "--as"];
    let made = automated(&folder, 0, &[&asked[..], &["automation"]].concat());
    assert_has(&made.stdout, &["release-watercolour-keap"]);
    folder.write("keap.json", made.stdout);
    folder.write("keap-site.json", automated(&folder, 0, &[&asked[..], &["site"]].concat()).stdout);
    let ended = automated(&folder, 0, &["lint", "keap.json", "--site", "keap-site.json"]);
    assert_has(&ended.stdout, &["nothing is wrong"]);
}

#[test]
fn a_proof_says_what_it_does_not_prove() {
    let folder = written("kit");
    let ended = automated(&folder, 1, &["translate", "--drip", "site"]);
    assert_has(&ended.stdout, &["there is nothing to compare: no module is translated"]);
    let mut paused = automation(&folder);
    paused["state"] = "paused".into();
    folder.write("paused.json", paused.to_string());
    let ended = automated(&folder, 1, &["translate", "paused.json", "--site", "site.json"]);
    assert_has(&ended.stdout, &["it does nothing as it stands", "Proof, as if the automation were live"]);
}

#[test]
fn it_is_said_why_nothing_starts_and_who_opens_a_module_by_hand() {
    let folder = written("kit");
    for (name, events) in [
        ("nothing", ""),
        ("another", r#"{"at": "2026-03-02T09:00:00Z", "happened": {"kind": "tag-added", "tag": "Hm"}}"#),
    ] {
        folder.write("contact.json", format!(r#"{{"events": [{events}]}}"#));
        let ended = automated(&folder, 0, &["simulate", "--contact", "contact.json"]);
        assert_has(
            &ended.stdout,
            &["the automation does not start: noth", "what starts it: the tag `Course: Watercolour Bought`"],
        );
        assert_eq!(ended.stdout.contains("Hm"), name == "another");
    }
    let mut site: Value = serde_json::from_slice(&std::fs::read(folder.join("site.json")).unwrap()).unwrap();
    site["automations"] = Value::Array(Vec::new());
    site["offerings"][0]["modules"][1]["release"] = serde_json::json!({"kind": "manual"});
    folder.write("manual.json", site.to_string());
    let ended = automated(&folder, 0, &["blueprint", "--site", "manual.json"]);
    assert_has(
        &ended.stdout,
        &["it opens by hand; nothing opens it by itself, and its tag is given by hand"],
    );
}
