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

const REVOKED: &str = r#"{"format": 1, "name": "Harbour", "timezone": "UTC", "forbid": ["Banned"], "offerings": [
    {"id": "w", "name": "W", "revokeTag": "W revoked", "modules": [{"id": "a", "name": "A"}]},
    {"id": "year", "name": "Year", "expiry": {"kind": "timer", "anchor": {"kind": "enrollment"},
        "offset": {"amount": 1, "unit": "years"}, "mode": "calendar"}}], "pages": [
    {"id": "front", "title": "Front"},
    {"id": "a", "title": "A", "rule": {"kind": "released", "offering": "w", "module": "a"}},
    {"id": "either", "title": "Either", "rule": {"kind": "or", "rules": [
        {"kind": "enrolled", "offering": "w"}, {"kind": "has-any", "tags": ["Gold"]}]}},
    {"id": "offer", "title": "Offer", "rule": {"kind": "not", "rule": {"kind": "enrolled", "offering": "w"}}},
    {"id": "club", "title": "Club", "offering": "year"}]}"#;

/// What a page says to a member of the site above, and what would help.
fn at_revoked(page: &str, tags: &str, at: &str) -> Decision {
    let site = Site::from_json(REVOKED.as_bytes()).unwrap();
    let enrolled = |offering: &str| {
        let enrollment =
            Enrollment::new(OfferingId::new(offering).unwrap(), "2024-05-01T00:00:00Z".parse().unwrap());
        site.member_enrollment(&enrollment, "2024-06-01T00:00:00Z".parse().unwrap()).unwrap().unwrap()
    };
    let tags: Member = serde_json::from_str(&format!(r#"{{"tags": {tags}}}"#)).unwrap();
    let member = Member { logged_in: true, enrollments: vec![enrolled("w"), enrolled("year")], ..tags };
    let page = PageId::new(page).unwrap();
    let at = at.parse().unwrap();
    let decision = site.decide(&member, &page, at).unwrap();
    let compiled = site.compile();
    let index = site.pages().iter().position(|other| other.id == page).unwrap();
    assert_eq!(compiled.allows(&compiled.member(&member), index, at), decision.allowed);
    decision
}

#[test]
fn a_revoke_tag_takes_its_offering_away_on_pages_that_belong_to_none() {
    let at = |page, tags| at_revoked(page, tags, "2024-06-01T00:00:00Z");
    assert!(at("a", "[]").allowed && at("either", "[]").allowed && !at("offer", "[]").allowed);
    let denied = at("a", r#"["W revoked"]"#);
    assert_eq!(denied.reason, AccessReason::Forbidden);
    assert_eq!(denied.rules, ["offerings[0].revokeTag", "pages[1].rule"]);
    let losing = Need::WithoutTag { tag: TagName::new("W revoked").unwrap() };
    assert_eq!((denied.needs, denied.ways), (vec![losing.clone()], vec![vec![losing]]));
    // What another tag opens stays open, and an offer for those who are not enrolled opens again.
    assert!(at("either", r#"["W revoked", "Gold"]"#).allowed);
    assert!(!at("either", r#"["W revoked"]"#).allowed);
    assert!(at("offer", r#"["W revoked"]"#).allowed);
}

#[test]
fn a_tag_that_the_site_forbids_shuts_every_page() {
    for page in ["front", "a", "either", "offer", "club"] {
        let denied = at_revoked(page, r#"["Banned", "Gold"]"#, "2024-06-01T00:00:00Z");
        assert_eq!(denied.reason, AccessReason::Forbidden, "{page}");
        assert!(denied.rules.contains(&"forbid[0]".to_owned()), "{page}");
    }
}

#[test]
fn an_enrollment_ends_when_the_offering_expires() {
    let open = at_revoked("club", "[]", "2024-06-01T00:00:00Z");
    assert!(open.allowed);
    assert_eq!(open.closes_at, "2025-05-01T00:00:00Z".parse().ok());
    let over = at_revoked("club", "[]", "2025-05-01T00:00:00Z");
    assert_eq!((over.reason, over.opens_at), (AccessReason::Over, None));
    assert_eq!(over.needs, [Need::Enrollment { offering: OfferingId::new("year").unwrap() }]);
}
