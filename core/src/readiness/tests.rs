//! One rule of readiness at a time.

use super::*;
use crate::billing::BillingSource;
use crate::contact::Contacts;
use crate::plan::Snapshot;
use crate::site::Site;
use crate::{Contact, Email, Instant, TagName};

fn at() -> Instant {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

fn site(more: &str) -> Site {
    let text = format!(r#"{{"format": 1, "name": "Harbour", "timezone": "UTC" {more}}}"#);
    Site::from_json(text.as_bytes()).unwrap()
}

const STAGING: &str = r#", "environment": {"kind": "staging", "url": "https://staging.harbour.example"}"#;

fn contacts(emails: &[&str]) -> Contacts {
    let contact = |email: &&str| {
        let mut contact = Contact::new(Email::new(email).unwrap());
        contact.tags = vec![TagName::new("Gold").unwrap()];
        contact
    };
    emails.iter().map(contact).collect()
}

fn all_answers() -> ReadinessAnswers {
    let mut answers = ReadinessAnswers::default();
    for item in ChecklistItem::ALL {
        let answer = if item.wanted() == item::Wanted::Yes { Answer::Yes } else { Answer::No };
        answers.set(item, given(answer));
    }
    answers
}

fn given(answer: Answer) -> ChecklistAnswer {
    ChecklistAnswer { answer, answered_by: "Ada".into(), at: at(), note: None }
}

fn status(readiness: &Readiness, item: ChecklistItem) -> (ChecklistStatus, ToldBy) {
    let entry = readiness.checklist.iter().find(|entry| entry.item == item).unwrap();
    (entry.status, entry.told_by)
}

fn sources(text: &str) -> Vec<BillingSource> {
    serde_json::from_str(text).unwrap()
}

#[test]
fn with_every_answer_and_nothing_wrong_the_site_is_ready() {
    let (site, contacts) = (site(STAGING), contacts(&["ada@example.com"]));
    let readiness = assess_readiness(&site, &contacts, &ReadinessEvidence::default(), &all_answers(), at());
    assert_eq!(readiness.verdict, ReadinessVerdict::Ready);
    assert_eq!(readiness.reasons, [VerdictReason::AllConfirmed {}]);
    assert!(readiness.issues.is_empty(), "{:?}", readiness.issues);
}

#[test]
fn every_item_whose_answer_is_the_wrong_one_fails_with_its_code_and_one_that_is_left_out_is_open() {
    let live = site(
        r#", "environment": {"kind": "live", "url": "https://harbour.example"},
        "offerings": [{"id": "gold", "name": "Gold", "price": "free"}],
        "forms": [{"id": "f", "kind": "opt-in", "offering": "gold"}]"#,
    );
    let computed = [
        ChecklistItem::ReleaseTimers,
        ChecklistItem::OrderForms,
        ChecklistItem::OptInForms,
        ChecklistItem::Processor,
    ];
    for item in ChecklistItem::ALL.into_iter().filter(|item| !computed.contains(item)) {
        let mut answers = all_answers();
        let wrong = if item.wanted() == item::Wanted::Yes { Answer::No } else { Answer::Yes };
        answers.set(item, given(wrong));
        let assess = |answers: &ReadinessAnswers| {
            assess_readiness(&live, &Contacts::new(), &ReadinessEvidence::default(), answers, at())
        };
        let readiness = assess(&answers);
        assert_eq!(status(&readiness, item), (ChecklistStatus::Failing, ToldBy::Person), "{item}");
        let codes: Vec<_> = readiness.issues.iter().map(|issue| issue.code).collect();
        assert_eq!(codes, [item.code()], "{item}");
        let without = ReadinessAnswers::default();
        assert_eq!(status(&assess(&without), item), (ChecklistStatus::Open, ToldBy::Nobody), "{item}");
    }
}

#[test]
fn what_concerns_every_site_is_not_set_aside_as_not_applicable() {
    let (site, contacts) = (site(STAGING), contacts(&["ada@example.com"]));
    let mut answers = all_answers();
    answers.set(ChecklistItem::BackupVerified, given(Answer::NotApplicable));
    answers.set(ChecklistItem::StagingLicence, given(Answer::NotApplicable));
    let readiness = assess_readiness(&site, &contacts, &ReadinessEvidence::default(), &answers, at());
    assert_eq!(status(&readiness, ChecklistItem::BackupVerified).0, ChecklistStatus::Failing);
    assert_eq!(status(&readiness, ChecklistItem::StagingLicence).0, ChecklistStatus::NotApplicable);
}

#[test]
fn an_answer_from_before_the_environment_changed_or_from_the_future_does_not_count() {
    let (site, contacts) = (site(STAGING), contacts(&["ada@example.com"]));
    let later = at().checked_add_seconds(1).unwrap();
    let evidence = ReadinessEvidence { environment_since: Some(later), ..ReadinessEvidence::default() };
    let readiness = assess_readiness(&site, &contacts, &evidence, &all_answers(), later);
    assert_eq!(readiness.verdict, ReadinessVerdict::NotYet);
    assert!(matches!(readiness.reasons.as_slice(), [VerdictReason::Old { items }] if items.len() == 19));
    let mut answers = all_answers();
    answers.set(ChecklistItem::EmailsOn, ChecklistAnswer { at: later, ..given(Answer::Yes) });
    let readiness = assess_readiness(&site, &contacts, &ReadinessEvidence::default(), &answers, at());
    assert_eq!(readiness.reasons, [VerdictReason::Old { items: vec![ChecklistItem::EmailsOn] }]);
    assert_eq!(
        readiness.issues[0].to_string(),
        "warning answer-old at field emails-on: the answer is dated 2026-03-02T09:00:01Z, which is yet to come"
    );
}

#[test]
fn a_backup_administrator_is_one_whom_no_contact_is() {
    let users = |lines: &str| Snapshot::from_json_lines(lines.as_bytes()).unwrap();
    let inside = r#"{"id":"1","email":"ADA@example.com","roles":["administrator"]}"#;
    let outside = r#"{"id":"2","email":"backup@example.org","roles":["Administrator"]}"#;
    let member = r#"{"id":"3","email":"member@example.org","roles":["subscriber"]}"#;
    for (lines, expected) in [
        (format!("{inside}\n{member}"), "the only administrator of the target is in the contact list"),
        (member.to_owned(), "the target has no administrator"),
        (format!("{inside}\n{outside}"), "1 administrator is not in the contact list"),
    ] {
        let snapshot = users(&lines);
        let evidence = ReadinessEvidence { users: Some(&snapshot), ..ReadinessEvidence::default() };
        let contacts = contacts(&["ada@example.com"]);
        let readiness = assess_readiness(&site(STAGING), &contacts, &evidence, &all_answers(), at());
        let entry = &readiness.checklist[ChecklistItem::BackupAdministrator as usize];
        assert_eq!(entry.found.as_deref(), Some(expected));
        let is_fine = lines.contains("backup@example.org");
        assert_eq!(entry.status == ChecklistStatus::Done, is_fine, "{expected}");
        assert_eq!(readiness.verdict == ReadinessVerdict::Ready, is_fine);
    }
}

#[test]
fn the_crm_is_kept_where_its_forms_or_a_cart_charge_and_where_no_subscription_is_found() {
    let site = site(&format!(
        r#"{STAGING}, "offerings": [{{"id": "gold", "name": "Gold", "products": ["Gold plan"], "price": "free"}}],
           "forms": [{{"id": "f", "kind": "opt-in", "offering": "gold"}}]"#
    ));
    let contacts = contacts(&["ada@example.com"]);
    let assess = |sources: &[BillingSource], answers: &ReadinessAnswers| {
        let evidence = ReadinessEvidence { sources: Some(sources), ..ReadinessEvidence::default() };
        assess_readiness(&site, &contacts, &evidence, answers, at())
    };
    let running = sources(
        r#"[{"system": "samcart", "subscriptions": [{"id": "7", "status": "active", "product": "Gold plan"}]}]"#,
    );
    let unnamed = sources(
        r#"[{"system": "keap", "subscriptions": [{"id": "7", "status": "active", "product": "Silver"}]}]"#,
    );
    for sources in [&running, &unnamed] {
        let readiness = assess(sources, &all_answers());
        assert_eq!(readiness.verdict, ReadinessVerdict::KeepYourCrm);
        assert_eq!(readiness.quiz[0].bearing, Bearing::KeepYourCrm);
        assert_eq!(readiness.issues.len(), 1, "{:?}", readiness.issues);
    }
    let old = sources(
        r#"[{"system": "thrivecart", "orders": [{"id": "1", "status": "paid", "items": [{"name": "Gold plan"}]}]},
            {"system": "accessally", "subscriptions": [{"id": "8", "status": "active", "product": "Gold plan"}]}]"#,
    );
    assert_eq!(assess(&old, &ReadinessAnswers::default()).verdict, ReadinessVerdict::KeepYourCrm);
    assert_eq!(assess(&old, &all_answers()).verdict, ReadinessVerdict::Ready);
    let readiness = assess(&[], &all_answers());
    assert_eq!(readiness.verdict, ReadinessVerdict::KeepYourCrm);
    assert!(matches!(readiness.reasons[0], VerdictReason::SpeaksForTheCrm { count: 1, .. }));
    let mut nothing_recurs = all_answers();
    nothing_recurs.set(ChecklistItem::SubscriptionsDetected, given(Answer::NotApplicable));
    assert_eq!(assess(&[], &nothing_recurs).verdict, ReadinessVerdict::Ready);
}

#[test]
fn what_the_document_lacks_is_said_at_its_place() {
    let site = site(
        r#", "offerings": [
            {"id": "gold", "name": "Gold", "modules": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"},
                {"id": "c", "name": "C", "release": {"kind": "manual"}}]},
            {"id": "silver", "name": "Silver"}, {"id": "free", "name": "Free", "price": "free"}],
        "forms": [{"id": "f", "kind": "order", "offering": "silver"}],
        "payments": {"processors": {}},
        "webhooks": [{"id": "w", "operation": {"kind": "crm-coupon-code", "coupon": "SPRING"}},
                     {"id": "s", "operation": {"kind": "update-user"}},
                     {"id": "t", "operation": {"kind": "resize-team", "seats": 1}}]"#,
    );
    let contacts = contacts(&["ada@example.com"]);
    let readiness = assess_readiness(&site, &contacts, &ReadinessEvidence::default(), &all_answers(), at());
    let found: Vec<_> = readiness
        .issues
        .iter()
        .map(|issue| format!("{} {}", issue.code, issue.location.path_text()))
        .collect();
    assert_eq!(
        found,
        [
            "teams-outside-offering webhooks[2].operation",
            "crm-coupons-in-use webhooks[0].operation",
            "environment-missing environment",
            "release-timer-missing offerings[0].modules[1].release",
            "release-form-missing offerings[0].orderForm",
            "release-form-missing forms[0].operations",
            "release-form-missing offerings[2].optInForm",
            "processor-missing payments.processors",
            "webhook-unreplaced webhooks[0]",
            "webhook-unreplaced webhooks[2]",
        ]
    );
}

#[test]
fn manual_work_names_the_things_of_this_site() {
    let site = site(
        r#", "tags": ["Bought"], "offerings": [{"id": "gold", "name": "Gold", "accessTag": "Gold"}],
        "automations": [{"id": "a", "name": "Welcome to Gold", "crm": "kit", "state": "live", "offering": "gold",
            "events": [{"kind": "tag-added", "tag": "Bought"}], "steps": [
                {"kind": "send-sequence", "sequence": {"name": "Hello", "status": "published",
                    "emails": [{"subject": "One"}, {"subject": "Two"}]}},
                {"kind": "set-field", "field": "level", "value": "2"}]}],
        "webhooks": [{"id": "coupon", "operation": {"kind": "crm-coupon-code", "coupon": "SPRING"}}]"#,
    );
    let work: Vec<_> = manual_work::manual_work(&site, at())
        .into_iter()
        .map(|work| format!("{:?} {} {}", work.kind, work.name, work.place))
        .collect();
    assert_eq!(
        work,
        [
            "EmailSequence Hello automations[0].steps[0]",
            "Form Gold offerings[0].orderForm",
            "Processor Stripe or PayPal payments.processors",
            "Automation Welcome to Gold automations[0]",
            "EmailProvider email service ",
            "Webhook coupon webhooks[0]",
            "CouponCode SPRING webhooks[0].operation",
        ]
    );
    let evidence = ReadinessEvidence::default();
    let left = assess_readiness(&site, &Contacts::new(), &evidence, &all_answers(), at()).manual_work;
    let kinds: Vec<_> = left.into_iter().map(|work| work.kind).collect();
    assert!(!kinds.contains(&ManualWorkKind::Processor) && !kinds.contains(&ManualWorkKind::EmailProvider));
    assert_eq!(kinds.len(), 5);
}

#[test]
fn numbers_are_counted() {
    let site = site(
        r#", "offerings": [{"id": "gold", "name": "Gold", "accessTag": "Gold"}, {"id": "none", "name": "None"}]"#,
    );
    let contacts = contacts(&["ada@example.com", "ADA@example.com", "grace@example.com"]);
    let sources = sources(
        r#"[{"system": "stripe", "subscriptions": [{"id": "1", "status": "active"}, {"id": "2", "status": "cancelled"}],
             "orders": [{"id": "9"}]}]"#,
    );
    let evidence = ReadinessEvidence { sources: Some(&sources), ..ReadinessEvidence::default() };
    let counts = assess_readiness(&site, &contacts, &evidence, &ReadinessAnswers::default(), at()).counts;
    assert_eq!((counts.contacts, counts.people, counts.users), (3, 2, None));
    assert_eq!(
        counts.tags.iter().map(|tag| (tag.tag.as_str(), tag.contacts)).collect::<Vec<_>>(),
        [("Gold", 3)]
    );
    assert_eq!(counts.offerings.iter().map(|offering| offering.members).collect::<Vec<_>>(), [3, 0]);
    assert_eq!(
        (counts.orders, counts.subscriptions, counts.active_subscriptions),
        (Some(1), Some(2), Some(1))
    );
}
