//! `billing` says who charges whom, and refuses by name what it cannot read.

use serde_json::Value;

use crate::program::{Ended, Folder, NOW};

const SITE: &str = r#"{"format": 1, "name": "Harbour", "timezone": "UTC",
    "environment": {"kind": "live", "url": "https://harbour.example"},
    "offerings": [{"id": "gold", "name": "Gold", "products": ["Gold plan"], "orderForm": "Gold"}],
    "payments": {"processors": {"stripe": {}}, "crm": {"kind": "managed"}}}"#;
const SUBSCRIPTIONS: &str = "Subscription ID,Email,Product,Status,Price,Currency,Interval,Next Payment Date,Payment Limit\r\n\
    7,ada@example.com,Gold plan,active,49.00,EUR,1 month,2026-03-31 09:00:00,6\r\n";
const ORDERS: &str = "Order ID,Email,Product,Total,Currency,Status,Date,Subscription ID\r\n\
    1,ada@example.com,Gold plan,49.00,EUR,paid,2026-01-31 09:00:00,7\r\n\
    2,ada@example.com,Gold plan,49.00,EUR,paid,2026-02-28 09:00:00,7\r\n";

fn planned(site: &str, arguments: &[&str]) -> Ended {
    let folder = Folder::new();
    folder.write("site.json", site);
    folder.write("subscriptions.csv", SUBSCRIPTIONS);
    folder.write("orders.csv", ORDERS);
    folder.billing(&[&["--site", "site.json", "--at", NOW], arguments].concat())
}

fn assert_said(ended: &Ended, code: i32, parts: &[&str]) {
    assert_eq!(ended.code, code, "{}{}", ended.stdout, ended.stderr);
    for part in parts {
        let said = [&ended.stdout, &ended.stderr].iter().any(|said| said.contains(part));
        assert!(said, "`{part}` is not in: {}{}", ended.stdout, ended.stderr);
    }
}

#[test]
fn a_handover_is_told_with_its_dates_and_what_is_left() {
    let files = ["memberpress=subscriptions.csv", "--orders", "memberpress=orders.csv"];
    let said = [
        "ada@example.com for gold: MemberPress 7",
        "active, 49.00 EUR every month, 2 of 6 paid, next 2026-03-31T09:00:00Z",
        "stops before 2026-03-31T09:00:00Z, and is taken out anew from 2026-03-31T09:00:00Z, 4 payments",
        "before 2026-03-31T09:00:00Z  ada@example.com enters their card on the order form `Gold`",
        "before 2026-03-31T09:00:00Z  MemberPress 7, of ada@example.com, is stopped",
        "from   2026-03-31T09:00:00Z  ada@example.com is charged 49.00 EUR every month, 4 times",
    ];
    assert_said(&planned(SITE, &files), 0, &said);
    let kept = ["--keep", "memberpress"];
    assert_said(
        &planned(SITE, &[&files[..], &kept].concat()),
        0,
        &["goes on as it is", "What to do\n  nothing"],
    );
}

#[test]
fn what_is_unresolved_is_told_by_the_exit_code() {
    let ended = planned(SITE, &["memberpress=subscriptions.csv"]);
    assert_said(
        &ended,
        1,
        &["Unresolved: nothing is done about these", "billing-count-unknown: it ends after"],
    );
    let ended = planned(SITE, &["memberpress=subscriptions.csv", "--json"]);
    let document: Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(
        (&document["exitCode"], &document["plan"]["subscriptions"][0]["fate"]["kind"]),
        (&1.into(), &"unknown".into())
    );
}

#[test]
fn a_copy_of_the_site_says_that_nothing_is_done_from_it() {
    let staging = SITE.replace(r#""live""#, r#""staging""#);
    let files = ["memberpress=subscriptions.csv", "--orders", "memberpress=orders.csv"];
    let said = ["`https://harbour.example` is not the live site", "processor-live-on-copy"];
    let ended = planned(&staging, &files);
    assert_said(&ended, 1, &said);
    assert!(ended.stdout.starts_with("Nothing of this plan may be done from here: "), "{}", ended.stdout);
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    assert_said(&planned(SITE, &["gone.csv"]), 3, &["gone.csv", "there is no such file"]);
    let both = ["memberpress=subscriptions.csv", "--keep", "memberpress", "--replace", "memberpress"];
    assert_said(&planned(SITE, &both), 2, &["--replace", "MemberPress is named by --keep too"]);
    assert_said(&planned(SITE, &["kepa=subscriptions.csv"]), 2, &["unknown variant `kepa`"]);
    assert_said(&planned("{}", &["subscriptions.csv"]), 1, &["site.json", "error: ", "remedy: "]);
    let nowhere = SITE.replace("environment", "environmen");
    assert_said(&planned(&nowhere, &["subscriptions.csv"]), 1, &["site.json", "environmen"]);
}

#[test]
fn refunds_other_days_and_what_stops_at_once_are_told() {
    let folder = Folder::new();
    folder.write("site.json", SITE);
    folder.write(
        "subscriptions.csv",
        "Subscription ID,Email,Product,Status,Price,Currency,Interval,Next Payment Date,Created At\r\n\
         7,ada@example.com,Gold plan,active,49.00,EUR,1 month,28/2/2026,31/1/2025\r\n\
         8,bea@example.com,Gold plan,past due,49.00,EUR,1 month,5/2/2026,5/1/2025\r\n",
    );
    folder.write("orders.csv", ORDERS.replacen("paid", "refunded", 1).replace("2026-02-28", "2026-02-01"));
    let files =
        ["stripe=subscriptions.csv", "--orders", "stripe=orders.csv", "--replace", "stripe", "--day-first"];
    let at = ["--site", "site.json", "--at", "2026-02-10T09:00:00Z"];
    let ended = folder.billing(&[&at[..], &files].concat());
    let said = [
        "1 paid, 1 refunded, not counted",
        "billing-day-changes",
        "stops now, and is taken out anew",
        "now    Stripe 8, of bea@example.com, is stopped",
    ];
    assert_said(&ended, ended.code, &said);
    let wrong = ["--month-first", "--day-first"];
    assert_eq!(folder.billing(&[&at[..], &files, &wrong[..1]].concat()).code, 2);
}
