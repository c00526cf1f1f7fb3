//! Hand-worked questions to one small site.

use super::Site;
use crate::access::{AccessReason, Decision, Member, Need};
use crate::offering::Enrollment;
use crate::{OfferingId, PageId, Refusal as _, TagName};

const NOW: &str = "2024-05-03T00:00:00Z";

fn harbour() -> Site {
    Site::from_json(
        br#"{"format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
        "environment": {"kind": "staging", "url": "https://staging.harbour.example"},
        "tags": ["Newsletter"],
        "offerings": [
            {"id": "watercolour", "name": "Watercolour", "accessTag": "W: Access", "instantAccessTag": "W: Instant",
             "revokeTag": "W: Revoked", "modules": [
                {"id": "brushes", "name": "Brushes", "accessTag": "W: Module 1"},
                {"id": "washes", "name": "Washes", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]},
            {"id": "club", "name": "Club", "kind": "membership"}],
        "pages": [
            {"id": "front", "title": "Harbour"},
            {"id": "w-home", "title": "Watercolour", "parent": "front", "offering": "watercolour",
             "redirects": [{"reason": "login-required", "to": "/login"}, {"reason": "forbidden", "to": "/refunded"}]},
            {"id": "w-1", "title": "Brushes", "parent": "w-home", "offering": "watercolour", "module": "brushes",
             "inherit": "parent-and-own"},
            {"id": "w-2", "title": "Washes", "parent": "w-home", "offering": "watercolour", "module": "washes",
             "redirects": [{"to": "/soon"}]},
            {"id": "gallery", "title": "Gallery", "parent": "w-home", "inherit": "parent", "forbid": ["Banned"]},
            {"id": "club-home", "title": "Club", "offering": "club"},
            {"id": "bar", "title": "Bar", "rule": {"kind": "has-any", "tags": ["Club Gold", "newsletter"]}}]}"#,
    )
    .unwrap()
}

fn ask(page: &str, who: &str) -> Decision {
    let member: Member = serde_json::from_str(who).unwrap();
    harbour().decide(&member, &PageId::new(page).unwrap(), NOW.parse().unwrap()).unwrap()
}

fn tagged(page: &str, tags: &str) -> Decision {
    ask(page, &format!(r#"{{"loggedIn": true, "tags": {tags}}}"#))
}

#[test]
fn a_page_without_a_rule_is_guarded_by_what_it_belongs_to() {
    assert_eq!(ask("front", "{}").reason, AccessReason::Public);
    let home = tagged("w-home", "[]");
    assert_eq!(
        (home.reason, home.rules),
        (AccessReason::TagMissing, vec!["offerings[0].accessTag".to_owned()])
    );
    assert!(tagged("w-home", r#"["W: Access"]"#).allowed);
    let washes = tagged("w-2", r#"["W: Access"]"#);
    assert_eq!(
        (washes.reason, washes.rules),
        (AccessReason::NotReleased, vec!["pages[3].module".to_owned()])
    );
    assert_eq!(tagged("club-home", "[]").reason, AccessReason::NotEnrolled);
    assert!(ask("club-home", r#"{"loggedIn": true, "enrollments": [{"offering": "club"}]}"#).allowed);
}

#[test]
fn a_page_that_inherits_asks_its_parent_too() {
    let brushes = tagged("w-1", r#"["W: Module 1"]"#);
    assert_eq!(brushes.needs, [Need::Tag { tag: TagName::new("W: Access").unwrap() }]);
    assert_eq!(brushes.rules, ["offerings[0].accessTag"]);
    assert!(tagged("w-1", r#"["W: Module 1", "W: Access"]"#).allowed);
    assert!(tagged("gallery", r#"["W: Access"]"#).allowed);
    assert_eq!(tagged("gallery", "[]").reason, AccessReason::TagMissing);
}

#[test]
fn revoking_beats_every_tag_and_is_inherited() {
    let all = r#"["W: Access", "W: Module 1", "W: Instant", "W: Revoked"]"#;
    let revoked = tagged("w-1", all);
    assert_eq!(revoked.reason, AccessReason::Forbidden);
    assert_eq!(revoked.rules, ["offerings[0].revokeTag"]);
    assert_eq!(revoked.needs, [Need::WithoutTag { tag: TagName::new("W: Revoked").unwrap() }]);
    assert_eq!(tagged("gallery", all).reason, AccessReason::Forbidden);
    let banned = tagged("gallery", r#"["W: Access", "Banned"]"#);
    assert_eq!(banned.rules, ["pages[4].forbid[0]"]);
    assert!(ask("w-1", r#"{"loggedIn": true, "roles": ["administrator"], "tags": ["W: Revoked"]}"#).allowed);
}

#[test]
fn the_instant_access_tag_opens_whatever_the_timers_say() {
    for page in ["w-home", "w-1", "w-2", "gallery"] {
        assert_eq!(tagged(page, r#"["W: Instant"]"#).reason, AccessReason::InstantAccess, "{page}");
    }
    assert_eq!(tagged("club-home", r#"["W: Instant"]"#).reason, AccessReason::NotEnrolled);
}

#[test]
fn redirects_follow_the_reason_and_the_line_of_parents() {
    assert_eq!(ask("w-home", "{}").redirect.as_deref(), Some("/login"));
    assert_eq!(ask("w-1", "{}").redirect.as_deref(), Some("/login"));
    assert_eq!(ask("w-2", "{}").redirect.as_deref(), Some("/soon"));
    assert_eq!(tagged("w-home", r#"["W: Revoked"]"#).redirect.as_deref(), Some("/refunded"));
    assert_eq!(tagged("w-home", "[]").redirect, None);
    assert_eq!(tagged("w-home", r#"["W: Access"]"#).redirect, None);
}

#[test]
fn an_enrollment_tells_rules_when_a_module_opens() {
    let site = harbour();
    let enrollment: Enrollment =
        serde_json::from_str(r#"{"offering": "watercolour", "enrolledAt": "2024-05-01T09:00:00Z"}"#).unwrap();
    let now = NOW.parse().unwrap();
    let enrolled = site.member_enrollment(&enrollment, now).unwrap().unwrap();
    let member = Member { logged_in: true, enrollments: vec![enrolled], ..Member::default() };
    let decision = site.decide(&member, &PageId::new("w-2").unwrap(), now).unwrap();
    assert_eq!(decision.reason, AccessReason::NotReleased);
    assert_eq!(decision.opens_at.unwrap().to_string(), "2024-05-08T09:00:00Z");
    let revoked = Enrollment { revoked_at: Some(now), ..enrollment.clone() };
    assert_eq!(site.member_enrollment(&revoked, now).unwrap(), None);
    let other = site.release_schedule(&OfferingId::new("club").unwrap(), &enrollment, now).unwrap_err();
    assert_eq!(other.to_string(), "the enrollment is in the offering `watercolour`");
}

#[test]
fn tags_that_nobody_declares_are_listed_with_each_place() {
    let site = harbour();
    let issues = site.undeclared_tags(|tag| tag == "Banned");
    let found: Vec<_> = issues.iter().map(|issue| (issue.location.to_string(), issue.help())).collect();
    assert_eq!(found[0].0, "pages[6].rule.tags[0]");
    assert_eq!(
        found[1],
        ("pages[6].rule.tags[1]".to_owned(), "did you mean `Newsletter`? names differ by case")
    );
    assert_eq!(found.len(), 2);
    assert!(site.undeclared_tags(|_| true).is_empty());
    assert!(site.tags().contains(&TagName::new("W: Module 1").unwrap()));
    assert_eq!(site.tag_references().len(), 8);
}

#[test]
fn a_page_the_site_does_not_have_is_an_error() {
    let refused =
        harbour().decide(&Member::default(), &PageId::new("x").unwrap(), NOW.parse().unwrap()).unwrap_err();
    assert_eq!(
        (refused.code().name(), refused.to_string()),
        ("reference-unknown", "the site has no page `x`".to_owned())
    );
}

#[test]
fn a_document_is_written_as_it_was_read() {
    let site = harbour();
    let written = serde_json::to_vec(site.document()).unwrap();
    assert_eq!(Site::from_json(&written).unwrap().document(), site.document());
}
