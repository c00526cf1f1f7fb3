//! `readiness` says whether a site is ready to be moved, and refuses by name what it cannot read.

use serde_json::Value;

use crate::program::{Folder, NOW};

const SITE: &str = r#"{"format": 1, "name": "Harbour", "timezone": "UTC",
    "environment": {"kind": "staging", "url": "https://staging.harbour.example"},
    "offerings": [{"id": "gold", "name": "Gold", "price": "free", "accessTag": "Gold", "products": ["Gold plan"]}],
    "forms": [{"id": "f", "kind": "opt-in", "offering": "gold"}]}"#;
const LIST: &str = "Email,Tags\r\nada@example.com,Gold\r\n";
const SUBSCRIPTIONS: &str = "Subscription ID,Email,Product,Status\r\n7,ada@example.com,Gold plan,active\r\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("site.json", SITE);
    folder.write("list.csv", LIST);
    folder.write("subscriptions.csv", SUBSCRIPTIONS);
    folder.write("users.jsonl", r#"{"id":"1","email":"ada@example.com","roles":["administrator"]}"#);
    folder
}

fn answers(staging: &str) -> String {
    let no = ["crm-order-forms", "crm-automations", "teams", "crm-coupon-codes"];
    let yes = [
        "subscriptions-detected",
        "email-provider",
        "backup-administrator",
        "backup-administrator-tested",
        "database-access",
        "ftp-access",
        "backup-verified",
        "staging-own-database",
        "staging-not-indexed",
        "staging-licence",
        "emails-on",
        "delivery-service",
        "webhook-log",
        "test-contact",
        "ten-contacts",
    ];
    let answer = |item: &&str, answer: &str| {
        format!(r#""{item}": {{"answer": "{answer}", "answeredBy": "Ada", "at": "2026-03-01T09:00:00Z"}}"#)
    };
    let all: Vec<_> = no
        .iter()
        .map(|item| answer(item, "no"))
        .chain(yes.iter().map(|item| answer(item, staging)))
        .collect();
    format!("{{{}}}", all.join(", "))
}

#[test]
fn the_exit_code_says_whether_the_site_is_ready() {
    let folder = folder();
    folder.write("answers.json", answers("yes"));
    let arguments = ["list.csv", "site.json", "--at", NOW, "--answers", "answers.json"];
    let ended = folder.readiness(&arguments);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert!(ended.stdout.starts_with("Harbour: ready to be moved\n"), "{}", ended.stdout);
    let ended = folder.readiness(&[&arguments[..], &["--users", "users.jsonl"]].concat());
    assert_eq!(ended.code, 1);
    assert!(
        ended.stdout.contains("the only administrator of the target is in the contact list"),
        "{}",
        ended.stdout
    );
    let ended = folder.readiness(&[&arguments[..], &["--environment-since", NOW]].concat());
    assert!(ended.stdout.contains("19 answers are old"), "{}", ended.stdout);
    let ended = folder.readiness(
        &[&arguments[..], &["--subscriptions", "thrivecart=subscriptions.csv", "--json"]].concat(),
    );
    let document: Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(document["readiness"]["verdict"], "keep-your-crm", "{document}");
}

#[test]
fn an_item_that_is_not_known_is_refused_by_name() {
    let folder = folder();
    folder.write(
        "answers.json",
        r#"{"emails-onn": {"answer": "yes", "answeredBy": "Ada", "at": "2026-03-01T09:00:00Z"}}"#,
    );
    let ended = folder.readiness(&["list.csv", "site.json", "--answers", "answers.json"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("answers.json") && ended.stderr.contains("emails-onn"), "{}", ended.stderr);
}

#[test]
fn a_report_is_written_where_it_is_wanted() {
    let folder = folder();
    let ended = folder.readiness(&["list.csv", "site.json", "--at", NOW, "--report", "ready.md"]);
    assert!(ended.stdout.contains("written to ready.md"), "{}{}", ended.stdout, ended.stderr);
    let report = std::fs::read_to_string(folder.join("ready.md")).unwrap();
    assert!(report.contains("## Readiness") && report.contains("| ftp-access |"), "{report}");
}
