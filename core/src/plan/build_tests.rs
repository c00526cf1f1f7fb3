//! Hand-worked plans.

use super::*;
use crate::{
    Code, Contact, Contacts, Email, EnvironmentKind, Issue, MarketingStatus, Refusal as _, Site, TagName,
};

const WEEKLY: &str = r#""release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}"#;

fn site_with(more: &str) -> Site {
    let text = format!(
        r#"{{"format": 1, "name": "Harbour", "timezone": "UTC",
        "environment": {{"kind": "live", "url": "https://harbour.example"}},
        "tagMap": [{{"kind": "rename", "from": "WC", "to": "Watercolour"}},
                   {{"kind": "drop", "from": "temp", "reason": "a test of 2019"}}],
        "offerings": [{{"id": "watercolour", "name": "Watercolour", "accessTag": "Watercolour", "purchaseTag": "Bought",
            "modules": [{{"id": "a", "name": "A"}}, {{"id": "b", "name": "B", {WEEKLY}}}]}}]{more}}}"#
    );
    Site::from_json(text.as_bytes()).unwrap()
}

fn contact(address: &str, tags: &[&str], edit: impl FnOnce(&mut Contact)) -> Contact {
    let mut contact = Contact::new(Email::new(address).unwrap());
    contact.tags = tags.iter().map(|name| TagName::new(name).unwrap()).collect();
    contact.created_at = "2024-01-01T00:00:00Z".parse().ok();
    edit(&mut contact);
    contact
}

fn user(text: &str) -> TargetUser {
    serde_json::from_str(text).unwrap()
}

fn options() -> PlanOptions {
    PlanOptions::new("2024-06-01T00:00:00Z".parse().unwrap())
}

fn plan_with(contacts: Vec<Contact>, users: Vec<TargetUser>, options: &PlanOptions) -> Plan {
    let contacts: Contacts = contacts.into_iter().collect();
    Plan::build(&site_with(""), &contacts, &Snapshot::from_users(users).unwrap(), options).unwrap()
}

/// The operations in words: phase, kind and subject.
fn lines(plan: &Plan) -> Vec<String> {
    let line = |operation: Operation| {
        let subject = operation.subject.email().map_or("site", |email| email.as_str()).to_owned();
        format!("{} {} {subject}", operation.phase(), operation.kind())
    };
    plan.operations().map(line).collect()
}

fn codes(issues: &[Issue]) -> Vec<&'static str> {
    issues.iter().map(|issue| issue.code.name()).collect()
}

#[test]
fn a_new_member_is_created_tagged_enrolled_and_given_a_password_between_the_safeguards() {
    let ada = contact("Ada@Example.com", &["WC", "temp"], |ada| {
        ada.first_name = Some("Ada".to_owned());
        ada.subscription_ids = vec!["sub-1".to_owned()];
    });
    let plan = plan_with(vec![ada], vec![], &options());
    assert_eq!(
        lines(&plan),
        [
            "preflight check-target site",
            "backup confirm-backup site",
            "maintenance-on enable-maintenance site",
            "users create-user ada@example.com",
            "tags add-tags ada@example.com",
            "enrollments enroll ada@example.com",
            "passwords reset-password ada@example.com",
            "verify verify-target site",
            "maintenance-off disable-maintenance site",
        ]
    );
    let create = serde_json::to_value(plan.operation(3).unwrap()).unwrap();
    assert_eq!(
        create["change"],
        serde_json::json!({
            "email": "Ada@Example.com", "username": "Ada@Example.com", "role": "subscriber",
            "profile": {"firstName": "Ada", "createdAt": "2024-01-01T00:00:00Z", "subscriptionIds": ["sub-1"]}
        })
    );
    let enroll = serde_json::to_value(plan.operation(5).unwrap()).unwrap();
    assert_eq!(
        enroll["change"],
        serde_json::json!({"offering": "watercolour", "after": {"enrolledAt": "2024-01-01T00:00:00Z",
            "released": {"a": null}, "clockFrom": "2024-06-01T00:00:00Z", "notified": ["a"]}})
    );
    assert_eq!(enroll["reason"], "access-tag-held");
    assert_eq!(codes(plan.issues()), ["tag-dropped", "enrolled-at-guessed", "payment-not-moved"]);
    assert_eq!(plan.issues()[0].message, "the tag of 1 contact is left behind: a test of 2019");
    assert_eq!((plan.summary().tags_to_add, plan.summary().tags_dropped), (1, 1));
    assert_eq!(plan.blockers().count(), 0);
}

#[test]
fn only_members_and_buyers_are_taken_unless_all_are_asked_for() {
    let contacts = || {
        vec![
            contact("member@example.com", &["Watercolour"], |_| {}),
            contact("buyer@example.com", &[], |buyer| buyer.order_ids = vec!["o-1".to_owned()]),
            contact("tagged@example.com", &["Bought"], |_| {}),
            contact("reader@example.com", &["Newsletter"], |_| {}),
            contact("known@example.com", &["Newsletter"], |_| {}),
        ]
    };
    let known = || vec![user(r#"{"id": "1", "email": "known@example.com"}"#)];
    let plan = plan_with(contacts(), known(), &options());
    let summary = plan.summary();
    assert_eq!((summary.contacts, summary.to_create, summary.to_update, summary.left_out), (5, 3, 1, 1));
    let all = plan_with(contacts(), known(), &PlanOptions { import_all_contacts: true, ..options() });
    assert_eq!((all.summary().to_create, all.summary().left_out), (4, 0));
}

#[test]
fn administrators_and_the_operator_are_left_alone_whatever_they_hold() {
    let contacts = ["root@example.com", "me@example.com", "new@example.com"].map(|address| {
        contact(address, &["Watercolour"], |contact| contact.first_name = Some("X".to_owned()))
    });
    let users = vec![
        user(r#"{"id": "1", "email": "Root@example.com", "roles": ["administrator"]}"#),
        user(r#"{"id": "2", "email": "me@example.com", "roles": ["editor"]}"#),
    ];
    let operator_email = Email::new("ME@example.com").ok().map(|email| email.key());
    let plan = plan_with(contacts.to_vec(), users, &PlanOptions { operator_email, ..options() });
    let touched: Vec<_> =
        plan.operations().filter_map(|operation| operation.subject.email().cloned()).collect();
    assert!(touched.iter().all(|email| email.as_str() == "new@example.com"));
    assert_eq!(plan.summary().protected, 2);
    assert_eq!(codes(&plan.issues()[1..]), ["operator-protected", "administrator-protected"]);
    assert_eq!(plan.issues()[2].value.as_ref().unwrap().as_str(), "root@example.com");
}

#[test]
fn no_user_is_made_for_an_administrator_of_the_source() {
    let with = |address: &str, role: &str| {
        contact(address, &["Watercolour"], |contact| contact.roles = vec!["subscriber".into(), role.into()])
    };
    let plan = plan_with(
        vec![with("root@example.com", "Administrator"), with("new@example.com", "author")],
        Vec::new(),
        &options(),
    );
    assert!(plan.operations().all(|operation| {
        operation.subject.email().is_none_or(|email| email.as_str() == "new@example.com")
    }));
    assert_eq!((plan.summary().to_create, plan.summary().protected), (1, 1));
    let issue = plan.issues().iter().find(|issue| issue.code.name() == "administrator-protected").unwrap();
    assert_eq!(issue.value.as_ref().unwrap().as_str(), "root@example.com");
    assert_eq!(issue.message, "the contact is an administrator of the source, so no user is made");
}

#[test]
fn an_existing_user_gets_only_what_is_new() {
    let there = r#"{"id": "7", "email": "ada@example.com", "username": "ada", "roles": ["editor"], "firstName": "Ada",
        "phone": "1", "marketing": {"status": "unsubscribed"}, "tags": ["VIP"],
        "enrollments": {"watercolour": {"enrolledAt": "2020-01-01T00:00:00Z", "released": {"a": null, "b": null}}}}"#;
    let ada = contact("ADA@example.com", &["Watercolour", "VIP"], |ada| {
        ada.username = Some("lovelace".to_owned());
        ada.last_name = Some("King".to_owned());
        ada.phone = Some("2".to_owned());
        ada.marketing.status = MarketingStatus::Subscribed;
        ada.created_at = None;
    });
    let plan = plan_with(vec![ada], vec![user(there)], &options());
    let changes: Vec<_> = plan.operations().filter(|operation| operation.subject != Subject::Site).collect();
    assert_eq!(
        changes.iter().map(|operation| operation.kind()).collect::<Vec<_>>(),
        [OperationKind::UpdateUser, OperationKind::AddTags]
    );
    assert_eq!(
        serde_json::to_value(&changes[0].change).unwrap(),
        serde_json::json!({"before": {"phone": "1"}, "after": {"lastName": "King", "phone": "2"}})
    );
    assert_eq!(
        serde_json::to_value(&changes[1].change).unwrap(),
        serde_json::json!({"before": ["VIP"], "added": ["Watercolour"]})
    );
    assert_eq!(
        serde_json::to_value(&changes[0].subject).unwrap(),
        serde_json::json!({"kind": "user", "email": "ada@example.com", "id": "7"})
    );
    let skip = PlanOptions { existing_users: ExistingUsers::Skip, ..options() };
    let ada = contact("ada@example.com", &["Watercolour"], |_| {});
    let skipped = plan_with(vec![ada], vec![user(there)], &skip);
    assert!(skipped.is_empty() && skipped.summary().skipped == 1);
}

#[test]
fn a_tag_that_a_page_names_and_nobody_holds_blocks_until_it_is_waived() {
    let site = site_with(
        r#", "pages": [{"id": "p", "title": "P", "rule": {"kind": "has-any", "tags": ["Golden", "Held"]}}]"#,
    );
    let contacts: Contacts = [contact("ada@example.com", &["Held"], |_| {})].into_iter().collect();
    let build = |options: &PlanOptions| Plan::build(&site, &contacts, &Snapshot::default(), options).unwrap();
    let plan = build(&options());
    let blockers: Vec<_> = plan.blockers().map(ToString::to_string).collect();
    assert_eq!(
        blockers,
        [
            "error tag-dangling at pages[0].rule.tags[0]: a tag is named by the site and exists nowhere else (`Golden`)"
        ]
    );
    let waiver = Waiver { code: Code::TagDangling, reason: "the page is a draft".to_owned() };
    let waived = build(&PlanOptions { waivers: vec![waiver], ..options() });
    let codes: Vec<_> = waived.issues().iter().map(|issue| issue.code).collect();
    assert_eq!(waived.blockers().count(), 0);
    assert_eq!(codes, [Code::TagDangling, Code::OfferingWithoutMembers]);
    assert_eq!(Plan::from_bytes(&waived.to_bytes()).unwrap().header(), waived.header());
}

#[test]
fn credentials_go_to_the_mailable_of_a_live_site_who_may_be_notified() {
    let contacts = || {
        [("a@example.com", MarketingStatus::Subscribed), ("b@example.com", MarketingStatus::Unsubscribed)]
            .map(|(address, status)| {
                contact(address, &["Watercolour"], |contact| contact.marketing.status = status)
            })
            .to_vec()
    };
    let told = |notify: Notify, kind: EnvironmentKind| {
        let environment = Some(crate::Environment { kind, url: "https://harbour.example".to_owned() });
        let password_policy = PasswordPolicy::ResetAndNotify;
        let plan =
            plan_with(contacts(), vec![], &PlanOptions { notify, environment, password_policy, ..options() });
        let mails = plan.operations().filter(|operation| operation.kind() == OperationKind::SendCredentials);
        let told: Vec<_> = mails.filter_map(|mail| Some(mail.subject.email()?.as_str().to_owned())).collect();
        let withheld = plan.issues().iter().find(|issue| issue.code == Code::CredentialsWithheld);
        (told.join(" "), withheld.map(|issue| issue.message.clone().into_owned()).unwrap_or_default())
    };
    assert_eq!(
        told(Notify::Mailable, EnvironmentKind::Live),
        (
            "a@example.com".to_owned(),
            "the new password is not sent to 1 new user: they may not be sent mail".to_owned()
        )
    );
    assert_eq!(told(Notify::Nobody, EnvironmentKind::Live).0, "");
    let (nobody, why) = told(Notify::Mailable, EnvironmentKind::Staging);
    assert_eq!(nobody, "");
    assert!(why.ends_with("this copy of the site is not live"), "{why}");
}

#[test]
fn people_who_stand_twice_are_merged_first() {
    let twice = vec![
        contact("ada@example.com", &["Watercolour"], |ada| ada.first_name = Some("Ada".to_owned())),
        contact("ADA@example.com", &["VIP"], |ada| ada.first_name = Some("Augusta".to_owned())),
    ];
    let plan = plan_with(twice, vec![], &options());
    assert_eq!((plan.summary().contacts, plan.summary().tags_to_add), (1, 2));
    assert_eq!(codes(plan.issues()), ["email-duplicate", "value-overruled", "enrolled-at-guessed"]);
}

#[test]
fn a_plan_is_for_one_copy_of_the_site_or_is_none() {
    let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC"}"#).unwrap();
    let refused = Plan::build(&site, &Contacts::new(), &Snapshot::default(), &options());
    assert_eq!(refused.unwrap_err(), PlanError::EnvironmentMissing);
}

#[test]
fn maintenance_mode_is_kept_where_that_is_asked_for() {
    let ada = || vec![contact("ada@example.com", &["Watercolour"], |_| {})];
    let kept = plan_with(ada(), vec![], &PlanOptions { keep_maintenance_mode: true, ..options() });
    assert_eq!(lines(&kept).last().unwrap(), "verify verify-target site");
}

#[test]
fn what_was_altered_is_refused_with_its_line() {
    let contacts = vec![contact("ada@example.com", &["Watercolour"], |_| {})];
    let users = vec![user(r#"{"id": "1", "email": "grace@example.com"}"#)];
    let text = String::from_utf8(plan_with(contacts, users, &options()).to_bytes()).unwrap();
    let refused = |text: &str| Plan::from_bytes(text.as_bytes()).unwrap_err().to_string();
    assert_eq!(
        refused(&text.replace("\"role\":\"subscriber\"", "\"role\":\"customer\"")),
        "line 5 of the plan is not as it was written"
    );
    assert!(
        refused(&text.replace("\"role\":\"subscriber\"", "\"role\":\"administrator\""))
            .starts_with("line 5 of the plan is not an operation: ")
    );
    assert_eq!(
        refused(&text.replace("\"toCreate\":1", "\"toCreate\":2")),
        "line 11 of the plan gives another digest than the lines before it have"
    );
    assert_eq!(
        refused(&text.replacen("\"format\":1", "\"format\":2", 1)),
        "the plan's format is 2, and this version reads format 1"
    );
    let lines: Vec<_> = text.split_inclusive('\n').collect();
    assert_eq!(refused(&lines[..10].concat()), "the plan is cut off after line 10");
    assert_eq!(refused(&[lines[0], lines[2], lines[1]].concat()), "the plan is cut off after line 3");
    let swapped = [&lines[..1], &lines[2..3], &lines[1..2], &lines[3..]].concat().concat();
    assert_eq!(refused(&swapped), "line 3 of the plan is out of order");
    assert_eq!(refused(""), "the plan is cut off after line 0");
}

#[test]
fn a_document_of_another_site_or_of_another_copy_of_it_is_told_from_the_plans_own() {
    let plan = plan_with(vec![], vec![], &options());
    let of = |name: &str, environment: &str| {
        let text = format!(r#"{{"format": 1, "name": "{name}", "timezone": "UTC"{environment}}}"#);
        plan.check_site(&Site::from_json(text.as_bytes()).unwrap())
    };
    let live = r#", "environment": {"kind": "live", "url": "https://harbour.example/"}"#;
    let staging = r#", "environment": {"kind": "staging", "url": "https://harbour.example"}"#;
    let elsewhere = r#", "environment": {"kind": "live", "url": "https://other.example"}"#;
    assert_eq!((of("Harbour", live), of("Harbour", "")), (Ok(()), Ok(())));
    for (name, environment) in [("Lighthouse", live), ("Harbour", staging), ("Harbour", elsewhere)] {
        assert_eq!(of(name, environment).unwrap_err().code(), Code::EnvironmentMismatch);
    }
}

#[test]
fn a_timer_counts_from_what_the_user_completed_on_the_target() {
    let more = r#", "pages": []"#;
    let site = site_with(more).document().clone();
    let mut document = serde_json::to_value(&site).unwrap();
    let release = serde_json::json!({"kind": "timer", "offset": {"amount": 7, "unit": "days"},
        "anchor": {"kind": "completion", "offering": "first", "module": "f"}});
    document["offerings"][0]["modules"][1]["release"] = release;
    let first = serde_json::json!({"id": "first", "name": "First", "modules": [{"id": "f", "name": "F"}]});
    document["offerings"].as_array_mut().unwrap().push(first);
    let site = Site::from_json(document.to_string().as_bytes()).unwrap();
    let contacts: Contacts = [contact("ada@example.com", &["Watercolour"], |_| {})].into_iter().collect();
    let opened = |completed: &str| {
        let user = format!(
            r#"{{"id": "7", "email": "ada@example.com", "enrollments": {{"first": {{"enrolledAt": "2024-01-01T00:00:00Z", "completed": {completed}}}}}}}"#
        );
        let there = Snapshot::from_json_lines(user.as_bytes()).unwrap();
        let mut options = PlanOptions::new("2024-03-01T00:00:00Z".parse().unwrap());
        options.drip_continuity = crate::DripContinuity::KeepOriginalClock;
        let plan = Plan::build(&site, &contacts, &there, &options).unwrap();
        String::from_utf8(plan.to_bytes()).unwrap().contains(r#""b":"2024-01-17T00:00:00Z""#)
    };
    assert!(!opened("{}"));
    assert!(opened(r#"{"f": "2024-01-10T00:00:00Z"}"#));
}
