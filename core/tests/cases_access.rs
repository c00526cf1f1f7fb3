//! Access against public cases of a peer's lock, worked out by others. A clone without those cases passes with a word about
//! it.
#![expect(clippy::disallowed_macros, reason = "a test may fail loudly")]

use std::path::Path;

use memberferry::{Instant, Member, PageId, Site};
use serde_json::{Value, json};

#[test]
fn a_lock_by_tags_as_a_peer_decides_it() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/access_cases.jsonl");
    if !file.exists() {
        eprintln!("the public cases are not there; nothing is compared");
        return;
    }
    let at: Instant = "2024-05-01T00:00:00Z".parse().unwrap();
    let page = PageId::new("p").unwrap();
    let mut compared = 0;
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        if case["suite"] != "wp-fusion" {
            continue;
        }
        let written = json!({
            "format": 1, "name": "S", "timezone": "UTC",
            "pages": [{"id": "p", "title": "P", "rule": rule(&case["rule"]), "forbid": case["rule"]["deny_if_any"]}],
        });
        let site = Site::from_json(written.to_string().as_bytes()).unwrap();
        let member: Member = serde_json::from_value(
            json!({"loggedIn": case["member"]["logged_in"], "tags": case["member"]["tags"]}),
        )
        .unwrap();
        let decision = site.decide(&member, &page, at).unwrap();
        assert_eq!(decision.allowed, case["expected"] == "allow", "{line}");
        compared += 1;
    }
    assert!(compared > 0);
}

/// The peer's lock in this library's words: what is not locked is public; what is locked asks for login, and for the tags
/// listed.
fn rule(lock: &Value) -> Value {
    if lock["lock"] != true {
        return json!({"kind": "public"});
    }
    let mut rules = vec![json!({"kind": "logged-in"})];
    for (kind, field) in [("has-any", "require_any"), ("has-all", "require_all")] {
        if lock[field].as_array().is_some_and(|tags| !tags.is_empty()) {
            rules.push(json!({"kind": kind, "tags": lock[field]}));
        }
    }
    json!({"kind": "and", "rules": rules})
}
