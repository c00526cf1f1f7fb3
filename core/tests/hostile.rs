//! Input that is made to hurt: nothing panics, nothing is lost, and what looks like somebody else is told.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;
use memberferry::{Code, ReadOptions, Refusal as _, RelatedRecords, Site, ops, read_contacts, read_records};

fn reply(name: &str, request: &str) -> serde_json::Value {
    serde_json::from_slice(&ops::call(name, request.as_bytes())).unwrap()
}

#[test]
fn json_as_deep_as_it_gets_is_refused_by_every_operation() {
    for open in ["[", "{\"a\":", "{\"site\":[", "{\"rule\":{\"kind\":\"not\",\"rule\":"] {
        let deep = open.repeat(100_000);
        for name in ops::names() {
            let reply = reply(name, &deep);
            assert!(reply["failure"]["code"].is_string(), "{name}: {reply}");
        }
        assert!(Site::from_json(deep.as_bytes()).is_err());
        let read = read_records(deep.as_bytes(), &ReadOptions::default(), RelatedRecords::default());
        assert!(read.map_or(true, |intake| intake.contacts.is_empty()));
    }
}

#[test]
fn a_number_that_no_field_holds_is_refused_and_not_rounded() {
    for number in [
        "1e400",
        "-1e400",
        "9007199254740993",
        "-9007199254740993",
        "18446744073709551616",
        &"9".repeat(5_000),
    ] {
        let request = format!(
            r#"{{"site":{{"format":1,"name":"S","timezone":"UTC","offerings":[{{"id":"o","name":"O","modules":[
                {{"id":"m","name":"M","release":{{"kind":"timer","offset":{{"amount":{number},"unit":"days"}}}}}}]}}]}}}}"#
        );
        let reply = reply("site.check", &request);
        let is_refused = reply.get("failure").is_some() || reply["ok"]["usable"] == false;
        assert!(is_refused, "{number}: {reply}");
    }
}

/// Tags whose hashes share their last bits, so that a table puts them all in one place.
fn colliding_tags(count: usize) -> Vec<String> {
    let hash = |tag: &str| FixedState::default().hash_one(tag) & 0xfff;
    let place = hash("tag");
    (0_u64..).map(|number| format!("t{number}")).filter(|tag| hash(tag) == place).take(count).collect()
}

#[test]
fn tags_that_meet_in_one_place_are_all_kept_apart() {
    let tags = colliding_tags(300);
    let export = format!("Email,Tags\nada@example.com,\"{}\"\n", tags.join(","));
    let intake = read_contacts(export.as_bytes(), &ReadOptions::default()).unwrap();
    let ada = intake.contacts.get(0).unwrap();
    let mut held: Vec<_> = ada.tags().map(|tag| tag.as_str().to_owned()).collect();
    let mut expected = tags;
    held.sort_unstable();
    expected.sort_unstable();
    assert_eq!(held, expected);
}

#[test]
fn an_address_that_looks_like_another_is_somebody_else_or_nobody() {
    // Cyrillic `а` in the name and in the domain, a mark that turns the direction of writing, a space of no width.
    for look_alike in [
        "\u{430}da@example.com",
        "ada@ex\u{430}mple.com",
        "\u{202e}ada@example.com",
        "a\u{200b}da@example.com",
    ] {
        let export = format!("Email,Tags\nada@example.com,Gold\n{look_alike},Owner\n");
        let intake = read_contacts(export.as_bytes(), &ReadOptions::default()).unwrap();
        let ada = intake.contacts.iter().find(|contact| contact.email() == "ada@example.com").unwrap();
        let tags: Vec<_> = ada.tags().map(|tag| tag.as_str()).collect();
        let is_told = intake.issues.iter().any(|issue| issue.location.line == Some(3));
        // What cannot be seen is taken away, and that is told; letters that can be are another address.
        assert!(tags == ["Gold"] || is_told, "{look_alike:?}: {tags:?}");
    }
}

#[test]
fn the_json_of_an_api_is_told_from_a_table_and_none_of_it_is_shown() {
    for json in [
        r#"{"subscribers": [{"id": 1, "email_address": "ada@example.com"}]}"#,
        "[\n  {\n    \"email\": \"ada@example.com\"\n  }\n]",
        "\u{feff} [{\"email\": \"ada@example.com\"}]",
    ] {
        let error = read_contacts(json.as_bytes(), &ReadOptions::default()).unwrap_err();
        assert_eq!(error.code(), Code::RecordsOfAnotherKind);
        assert!(error.help().contains("`read_records`"), "{}", error.help());
        assert!(!error.to_string().contains("ada@"), "{error}");
    }
    // A bracket alone makes no JSON.
    let table = read_contacts(b"[Email],{Tags}\nada@example.com,Gold\n", &ReadOptions::default()).unwrap();
    assert_eq!(table.contacts.len(), 1);
}
