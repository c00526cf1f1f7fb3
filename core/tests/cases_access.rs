//! Access against public cases of peers, worked out by others: each peer's own setting is imported as a rule and decided. A clone
//! without those cases passes with a word about it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_macros,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "support/cedar.rs"]
mod cedar;
#[path = "support/differences.rs"]
mod differences;

use std::collections::BTreeSet;
use std::path::Path;

use differences::Comparison;
use memberferry::{Instant, Member, PageId, PeerSetting, Site};
use serde_json::{Value, json};

/// A page, and who asks for it.
struct Asked {
    page: Value,
    member: Value,
}

#[test]
fn peers_decide_as_their_settings_do_here() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/access_cases.jsonl");
    if !file.exists() {
        eprintln!("the public cases are not there; nothing is compared");
        return;
    }
    let mut comparison = Comparison::of("Access");
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let asked = match case["suite"].as_str().unwrap() {
            "wp-fusion" => wp_fusion(&case),
            "pmpro" => paid_memberships_pro(&case),
            "lifterlms-access" => lifterlms(&case),
            "sensei-enrolment" => sensei(&case),
            "cedar" => cedar::asked(&case).map(|(page, member)| Asked { page, member }),
            other => panic!("no importer reads the suite {other}"),
        };
        let found = asked.map(|asked| if is_allowed(&asked) { "allow" } else { "deny" });
        let (id, input) = (case["id"].as_str().unwrap(), case["note"].as_str().unwrap());
        comparison.case(id, input, found == case["expected"].as_str(), || format!("{found:?} for {line}"));
    }
    comparison.check();
}

fn is_allowed(asked: &Asked) -> bool {
    let mut page = asked.page.clone();
    (page["id"], page["title"]) = ("p".into(), "P".into());
    let offering = |id: &String| json!({"id": id, "name": "O"});
    let mut named = BTreeSet::new();
    name_offerings(&page["rule"], &mut named);
    let offerings: Vec<_> = named.iter().map(offering).collect();
    let document =
        json!({"format": 1, "name": "S", "timezone": "UTC", "pages": [page], "offerings": offerings});
    let site = Site::from_json(document.to_string().as_bytes()).unwrap();
    let member: Member = serde_json::from_value(asked.member.clone()).unwrap();
    let at: Instant = "2024-05-01T00:00:00Z".parse().unwrap();
    let decision = site.decide(&member, &PageId::new("p").unwrap(), at).unwrap();
    let compiled = site.compile();
    assert_eq!(compiled.allows(&compiled.member(&member), 0, at), decision.allowed);
    decision.allowed
}

fn name_offerings(rule: &Value, into: &mut BTreeSet<String>) {
    into.extend(rule["offering"].as_str().map(str::to_owned));
    rule["rules"].as_array().into_iter().flatten().chain(rule.get("rule")).for_each(|rule| {
        name_offerings(rule, into);
    });
}

/// The page that a setting guards.
fn page(setting: Value) -> Value {
    let imported = serde_json::from_value::<PeerSetting>(setting).unwrap().import();
    json!({"rule": imported.rule, "forbid": imported.forbid})
}

/// A member of offerings.
fn member(case: &Value, offerings: &Value) -> Value {
    let enrollments: Vec<Value> =
        offerings.as_array().into_iter().flatten().map(|offering| json!({"offering": offering})).collect();
    json!({"loggedIn": case["member"]["logged_in"], "enrollments": enrollments})
}

fn wp_fusion(case: &Value) -> Option<Asked> {
    let (lock, member) = (&case["rule"], &case["member"]);
    let setting = json!({
        "kind": "wp-fusion", "lock": lock["lock"], "requireAny": lock["require_any"],
        "requireAll": lock["require_all"], "denyIfAny": lock["deny_if_any"],
    });
    let member = json!({"loggedIn": member["logged_in"], "tags": member["tags"]});
    Some(Asked { page: page(setting), member })
}

fn paid_memberships_pro(case: &Value) -> Option<Asked> {
    let context = if case["context"] == "feed" { "feed" } else { "page" };
    let setting =
        json!({"kind": "paid-memberships-pro", "levels": case["rule"]["levels_any"], "context": context});
    Some(Asked { page: page(setting), member: member(case, &case["member"]["levels"]) })
}

fn lifterlms(case: &Value) -> Option<Asked> {
    let rule = &case["rule"];
    if let Some(events) = case["events"].as_array() {
        return Some(lifterlms_events(case, events));
    }
    if !rule["relation"].is_null() {
        let setting = json!({
            "kind": "lifterlms-enrollment", "relation": rule["relation"], "products": rule["courses"],
        });
        return Some(Asked { page: page(setting), member: member(case, &case["member"]["enrolled"]) });
    }
    let resource = case["resource"].as_str().unwrap_or("post");
    let known = [
        ("redirect", "redirect-target"),
        ("account", "account"),
        ("checkout", "checkout"),
        ("terms", "terms"),
        ("privacy", "privacy-policy"),
        ("memberships", "memberships"),
        ("membership", "membership"),
    ];
    let kind = known.iter().find(|(word, _)| resource.contains(word)).map_or("content", |(_, kind)| kind);
    let mut setting = json!({
        "kind": "lifterlms-content", "restricted": rule["restricted"] == true,
        "memberships": rule["memberships_any"].as_array().cloned().unwrap_or_default(),
    });
    if let Some(membership) = rule["sitewide_membership"].as_str() {
        let redirect = rule["redirect_type"].as_str().unwrap_or("none");
        setting["sitewide"] = json!({"membership": membership, "redirect": redirect, "page": kind});
    }
    Some(Asked { page: page(setting), member: member(case, &case["member"]["memberships"]) })
}

/// Memberships that somebody joined (`+m1`) and left (`-m1`), and the courses that each enrolls in.
fn lifterlms_events(case: &Value, events: &[Value]) -> Asked {
    let mut held = BTreeSet::new();
    for event in events.iter().filter_map(Value::as_str) {
        match event.split_at(1) {
            ("+", offering) => drop(held.insert(offering)),
            ("-", offering) => drop(held.remove(offering)),
            _ => panic!("an event neither joins nor leaves: {event}"),
        }
    }
    let course = &case["resource"];
    let grants = case["grants"].as_object().into_iter().flatten();
    let granted_by: Vec<_> = grants
        .filter(|(_, courses)| courses.as_array().unwrap().contains(course))
        .map(|(membership, _)| membership)
        .collect();
    let setting = json!({"kind": "lifterlms-course", "course": course, "grantedBy": granted_by});
    let enrollments: Vec<_> = held.iter().map(|offering| json!({"offering": offering})).collect();
    Asked { page: page(setting), member: json!({"loggedIn": true, "enrollments": enrollments}) }
}

/// Providers that are code of a site are none that we know.
fn sensei(case: &Value) -> Option<Asked> {
    let provider = |provider: &Value| match provider.as_str() {
        Some(kind @ ("always" | "never")) => Some(json!({"kind": kind})),
        _ => None,
    };
    let providers = case["rule"]["providers"].as_array()?.iter().map(provider).collect::<Option<Vec<_>>>()?;
    let member = json!({"loggedIn": case["member"]["logged_in"]});
    Some(Asked { page: page(json!({"kind": "sensei", "providers": providers})), member })
}
