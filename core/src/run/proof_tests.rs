//! Hand-worked proofs: a plan for two people against what the target holds afterwards.

use super::*;
use crate::plan::{Plan, PlanOptions, Snapshot, TargetUser};
use crate::{Code, Contact, Contacts, Email, Site, TagName};

/// Ada is new and holds two tags; Grace is there and gets a last name; Bo is there and not in the source.
fn plan() -> (Plan, Snapshot) {
    let site = Site::from_json(
        br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
        "environment": {"kind": "live", "url": "https://harbour.example"},
        "offerings": [{"id": "club", "name": "Club", "accessTag": "Club"}]}"#,
    )
    .unwrap();
    let mut ada = Contact::new(Email::new("ada@example.com").unwrap());
    ada.first_name = Some("Ad\u{e4}".to_owned());
    ada.external_id = Some("17".to_owned());
    ada.tags = ["VIP", "Club"].map(|name| TagName::new(name).unwrap()).to_vec();
    ada.order_ids = vec!["o-1".to_owned(), "o-2".to_owned()];
    let mut grace = Contact::new(Email::new("grace@example.com").unwrap());
    grace.last_name = Some("Hopper".to_owned());
    let contacts: Contacts = [ada, grace].into_iter().collect();
    let before = Snapshot::from_json_lines(BEFORE.as_bytes()).unwrap();
    let options = PlanOptions::new("2024-06-01T00:00:00Z".parse().unwrap());
    (Plan::build(&site, &contacts, &before, &options).unwrap(), before)
}

const BEFORE: &str = r#"{"id":"1","email":"bo@example.com","firstName":"Bo"}
{"id":"2","email":"grace@example.com","firstName":"Grace","tags":["Old"]}"#;
const ADA: &str = r#"{"id":"3","email":"ada@example.com","username":"ada@example.com","roles":["subscriber"],
    "externalId":"17","firstName":"Ad\u00e4","tags":["Club","VIP"],"orderIds":["o-1","o-2"],
    "enrollments":{"club":{"enrolledAt":"2024-06-01T00:00:00Z"}}}"#;
const BO: &str = r#"{"id":"1","email":"bo@example.com","firstName":"Bo"}"#;
const GRACE: &str =
    r#"{"id":"2","email":"grace@example.com","firstName":"Grace","lastName":"Hopper","tags":["Old"]}"#;

/// The differences in words, where the target holds these users afterwards.
fn differences(users: &[&str]) -> Vec<String> {
    let users = users.iter().map(|text| serde_json::from_str::<TargetUser>(text).unwrap());
    let result = reconcile(&plan().0, &Snapshot::from_users(users).unwrap());
    assert_eq!(result.ok, result.differences.is_empty());
    assert_eq!(result.differences_found, result.differences.len() as u64);
    result.differences.iter().map(|difference| difference.issue.to_string()).collect()
}

#[test]
fn a_target_as_planned_has_no_difference() {
    assert_eq!(differences(&[ADA, BO, GRACE]), [""; 0]);
    let users = [ADA, BO, GRACE].map(|text| serde_json::from_str::<TargetUser>(text).unwrap());
    let verified = reconcile(&plan().0, &Snapshot::from_users(users).unwrap()).verified;
    assert_eq!((verified.users_expected, verified.users_found, verified.untouched_users), (3, 3, 1));
    assert_eq!((verified.planned_users, verified.tags_found, verified.enrollments_found), (2, 2, 1));
}

#[test]
fn each_difference_is_named_at_its_field() {
    let eve = ADA.replace(r#""firstName":"Ad\u00e4""#, r#""firstName":"Eve""#);
    assert_eq!(
        differences(&[&eve, BO, GRACE]),
        [
            "error value-differs at field firstName: `Ad\u{e4}` was planned, and `Eve` is there (`ada@example.com`)"
        ]
    );
    let tags = ADA.replace(r#"["Club","VIP"]"#, r#"["Club","Gold"]"#);
    assert_eq!(
        differences(&[&tags, BO, GRACE]),
        [
            "error value-differs at field tags: nothing was planned, and `Gold` is there (`ada@example.com`)",
            "error value-differs at field tags: `VIP` was planned, and nothing is there (`ada@example.com`)",
        ]
    );
    let promoted = ADA.replace("subscriber", "editor");
    assert_eq!(
        differences(&[&promoted, BO, GRACE]),
        [
            "error value-differs at field roles: `subscriber` was planned, and `editor` is there (`ada@example.com`)"
        ]
    );
}

#[test]
fn a_user_who_is_missing_and_one_who_is_too_many_are_found() {
    assert_eq!(
        differences(&[BO, GRACE]),
        [
            "error user-missing at field user: a planned user is not on the target (`ada@example.com`)",
            "error count-differs at field users: a count on the target is not the planned one",
        ]
    );
    let stranger = r#"{"id":"9","email":"zoe@example.com"}"#;
    let found = differences(&[ADA, BO, GRACE, stranger]);
    assert_eq!(found.len(), 2);
    assert!(found[1].starts_with("error untouched-changed"), "{found:?}");
}

#[test]
fn what_the_plan_did_not_touch_may_not_have_changed() {
    let untouched = differences(&[ADA, &BO.replace("\"Bo\"", "\"Bob\""), GRACE]);
    assert!(untouched[0].starts_with("error untouched-changed at field untouched"), "{untouched:?}");
    let updated = differences(&[ADA, BO, &GRACE.replace("\"Old\"", "\"New\"")]);
    assert!(updated[0].starts_with("error untouched-changed at field updated"), "{updated:?}");
    assert_eq!((untouched.len(), updated.len()), (1, 1));
}

#[test]
fn a_spot_check_shows_the_eight_fields_as_they_shall_be() {
    let (plan, before) = plan();
    let checks = spot_check(&plan, &before, 10);
    let people: Vec<_> = checks.iter().map(|check| check.email.as_str()).collect();
    assert_eq!(people, ["ada@example.com", "grace@example.com"]);
    assert_eq!(
        checks[0].to_string(),
        "First name:          Ad\u{e4}\nLast name:           none\nContact id:          17\n\
         Email:               ada@example.com\nTags:                Club, VIP\nReferring affiliate: none\n\
         Order ids:           o-1, o-2\nSubscription ids:    none\n\
         Stands for:          enrolled in club, new user, unknown, name outside ASCII, has orders or subscriptions"
    );
    assert_eq!(checks[1].last_name.as_deref(), Some("Hopper"));
    assert_eq!(checks[1].tags.iter().map(TagName::as_str).collect::<Vec<_>>(), ["Old"]);
    assert_eq!(spot_check(&plan, &before, 1).len(), 1);
    assert_eq!(plan.issues()[0].code, Code::EnrolledAtGuessed);
}
