//! `check` says what a file is, refuses by name what cannot be read, and writes what reads back.

use serde_json::Value;

use crate::program::{Ended, Folder};

const SAMPLE: &str = include_str!("../data/check/members.csv");
const ORDERS: &str = "Order ID,Email,Total,Status,Date\r\n\
    17,ada@example.com,EUR 49.00,paid,2026-01-05\r\n\
    18,bram@example.com,EUR 19.00,refunded,2026-01-06\r\n";

/// Runs `check` on one file of these bytes.
fn checked(bytes: impl AsRef<[u8]>, arguments: &[&str]) -> (Folder, Ended) {
    let folder = Folder::new();
    folder.write("list.csv", bytes);
    let ended = folder.check(&[&["list.csv"], arguments].concat());
    (folder, ended)
}

fn assert_said(ended: &Ended, code: i32, parts: &[&str]) {
    assert_eq!(ended.code, code, "{}{}", ended.stdout, ended.stderr);
    for part in parts {
        assert!(ended.stdout.contains(part), "`{part}` is not in: {}", ended.stdout);
    }
}

fn assert_refused(ended: &Ended, code: i32, parts: &[&str]) {
    assert_eq!(ended.code, code, "{}{}", ended.stdout, ended.stderr);
    for part in parts.iter().chain(&["error: ", "where: ", "remedy: "]) {
        assert!(ended.stderr.contains(part), "`{part}` is not in: {}", ended.stderr);
    }
}

fn text(folder: &Folder, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn without_a_file_it_checks_its_sample_and_writes_nothing() {
    let folder = Folder::new();
    let ended = folder.check(&[""; 0]);
    let counts = "10 records: 6 people, 1 duplicate merged, 3 set aside";
    assert_said(&ended, 1, &["the sample that the program carries", "Ghost", counts, "3 subscribed"]);
    assert_said(&ended, 1, &["perhaps `dana@example.org`", "perhaps `eli@example.net`", "email-typo"]);
    assert!(folder.files().is_empty() && ended.stderr.is_empty(), "{}", ended.stderr);
    let (_, named) = checked(SAMPLE, &[]);
    assert_said(&named, 1, &[counts]);
}

#[test]
fn a_file_with_nothing_wrong_ends_well() {
    let (_, ended) = checked("Email;Tags\r\nada@example.com;Gold\r\n", &[]);
    assert_said(
        &ended,
        0,
        &["1 record: 1 person", "separated by semicolons", "lines ended by CRLF", "on line 1"],
    );
    assert_said(&ended, 0, &["    Tags   tags (90)", "marketing 1 unknown"]);
}

#[test]
fn an_error_among_the_issues_is_told_by_the_exit_code() {
    let (_, ended) = checked("Email\r\n", &[]);
    assert_said(&ended, 1, &["records-missing", "0 records: 0 people", "marketing none"]);
}

#[test]
fn at_most_three_places_of_a_code_are_shown_and_its_remedy_once() {
    let (_, ended) = checked("Email\r\nada@example.com\r\na\r\nb\r\nc\r\nd\r\n", &[]);
    assert_said(&ended, 1, &["       4  the email address cannot be delivered to"]);
    assert_eq!(ended.stdout.matches("e.g. line").count(), 3, "{}", ended.stdout);
    assert_eq!(ended.stdout.matches("remedy: correct the address").count(), 1, "{}", ended.stdout);
}

#[test]
fn what_is_written_reads_back() {
    let (folder, ended) = checked(SAMPLE, &["--write", "out/of/it"]);
    let written = ["contacts.csv: 6 people", "list.set-aside.csv: 3 records", "list.mapping.json"];
    assert_said(&ended, 1, &written);
    let names = ["contacts.csv", "list.issues.csv", "list.mapping.json", "list.set-aside.csv"];
    let mut expected: Vec<String> = names.iter().map(|name| format!("out/of/it/{name}")).collect();
    expected.insert(0, "list.csv".to_owned());
    assert_eq!(folder.files(), expected);

    let again = folder.check(&["out/of/it/contacts.csv"]);
    assert_said(&again, 0, &["source    Memberferry", "6 records: 6 people", "3 subscribed"]);
    let mended =
        text(&folder, "out/of/it/list.set-aside.csv").replace("dana@example,org", "dana@example.org");
    folder.write("mended.csv", mended);
    assert_said(&folder.check(&["mended.csv"]), 1, &["source    Ghost", "3 records: 1 person"]);
    let issues = text(&folder, "out/of/it/list.issues.csv");
    let typo = "warning,email-typo,\"line 8, column 2 (email)\",8,2,email,the address looks mistyped,ada@example.con,\
                ada@example.com,";
    assert!(issues.starts_with("severity,code,place,") && issues.contains(typo), "{issues}");
}

#[test]
fn a_corrected_mapping_is_taken_back() {
    let (folder, _) = checked(SAMPLE, &["--write", "out"]);
    let mapping = text(&folder, "out/list.mapping.json");
    let mut mapping: Value = serde_json::from_str(&mapping).unwrap();
    let note =
        mapping["columns"].as_array_mut().unwrap().iter_mut().find(|column| column["header"] == "tiers");
    note.unwrap()["use"] = serde_json::json!({"kind": "ignored"});
    folder.write("mapping.json", mapping.to_string());
    let ended = folder.check(&["list.csv", "--mapping", "mapping.json"]);
    assert_said(&ended, 1, &["tiers                 ignored", "10 records: 6 people"]);
    folder.write("mapping.json", r#"{"format": 99}"#);
    assert_refused(
        &folder.check(&["list.csv", "--mapping", "mapping.json"]),
        3,
        &["format 99", "mapping.json"],
    );
    assert_refused(&folder.check(&["list.csv", "--mapping", "gone.json"]), 3, &["there is no such file"]);
}

#[test]
fn several_lists_are_merged() {
    let folder = Folder::new();
    folder.write("a.csv", "Email,First Name,Tags\r\nada@example.com,Ada,Gold\r\n");
    folder.write("b.csv", "Email,First Name,Tags\r\nADA@example.com,Adah,VIP\r\nbram@example.com,Bram,\r\n");
    let ended = folder.check(&["a.csv", "b.csv", "--write", "out"]);
    assert_said(&ended, 0, &["Merge   2 files\n  2 people", "of input 1", "merged.issues.csv"]);
    let merged = text(&folder, "out/contacts.csv");
    assert_eq!(merged.lines().count(), 3, "{merged}");
    assert!(merged.contains("\"Gold,VIP\""), "{merged}");
}

#[test]
fn the_json_of_an_api_is_told_by_its_first_byte() {
    let json = r#" {"subscribers": [{"id": 1, "email_address": "ada@example.com", "state": "active", "fields": {}},
        {"id": 2, "email_address": "nobody", "state": "active", "fields": {}}]}"#;
    let (folder, ended) = checked(json, &["--write", "out"]);
    assert_said(&ended, 1, &["source    Kit", "records   JSON", "2 records: 1 person", "1 subscribed"]);
    assert!(!folder.files().iter().any(|name| name.ends_with("mapping.json")), "{:?}", folder.files());
    let again = folder.check(&["out/list.set-aside.csv"]);
    assert_said(&again, 1, &["source    Kit", "records   JSON", "1 record: 0 people"]);
    folder.write("mended.csv", text(&folder, "out/list.set-aside.csv").replace("nobody", "bram@example.com"));
    assert_said(&folder.check(&["mended.csv"]), 0, &["1 record: 1 person", "1 subscribed"]);
    assert_refused(&folder.check(&["list.csv", "--orders"]), 3, &["JSON is read as contacts"]);
}

#[test]
fn orders_and_subscriptions_are_read_by_their_flag() {
    let (folder, ended) = checked(ORDERS, &["--orders", "--write", "out"]);
    assert_said(&ended, 0, &["list.csv, as orders", "2 records: 2 orders, 0 repeated", "1 paid, 1 refunded"]);
    let orders: Value = serde_json::from_str(&text(&folder, "out/list.orders.json")).unwrap();
    assert_eq!(orders[0]["email"], "ada@example.com");
    assert!(!folder.join("out/contacts.csv").exists());
    let list = "Subscription ID,Email,Status\r\ns-1,ada@example.com,paused\r\n";
    let (_, ended) = checked(list, &["--subscriptions"]);
    assert_said(&ended, 0, &["as subscriptions", "1 record: 1 subscription", "1 paused"]);
}

#[test]
fn amounts_without_a_currency_take_the_one_that_is_named() {
    let list = ORDERS.replace("EUR ", "");
    assert_said(&checked(&list, &["--orders"]).1, 0, &["currency"]);
    let (folder, ended) = checked(&list, &["--orders", "--currency", "JPY", "--write", "out"]);
    assert_eq!(ended.code, 0, "{}", ended.stdout);
    assert!(text(&folder, "out/list.orders.json").contains("\"JPY\""));
}

#[test]
fn telephone_numbers_dates_and_headers_are_read_as_the_options_say() {
    let list = "Members of May\r\n\r\nEmail,Phone,Created At\r\nada@example.com,010 123 4567,3/4/2026\r\n";
    let read = |arguments: &[&str]| {
        let (folder, ended) = checked(list, &[&["--header-line", "3", "--write", "out"], arguments].concat());
        assert_said(&ended, 0, &["on line 3"]);
        text(&folder, "out/contacts.csv")
    };
    let first = read(&["--region", "NL", "--day-first"]);
    assert!(first.contains("+31101234567") && first.contains("2026-04-03"), "{first}");
    let second = read(&["--month-first", "--encoding", "windows-1252"]);
    assert!(second.contains("010 123 4567") && second.contains("2026-03-04"), "{second}");
    assert_refused(&checked(list, &["--header-line", "9"]).1, 3, &["no column names on line 9"]);
}

#[test]
fn an_export_of_other_records_names_the_flag() {
    let orders = "Product Name,User ID,Return,Payment Amount,Payment Date\r\nCircle,7,,49.00,2026-01-05\r\n";
    assert_refused(&checked(orders, &[]).1, 3, &["orders of Memberium", "give --orders"]);
    let customers = "id,Description,Created,Amount,Customer Email\r\nch_1,Circle,2014-05-01 10:00,49.00,ada@example.com\r\n";
    let said = ["records-of-another-kind", "\n  give --orders to read it as orders"];
    assert_said(&checked(customers, &[]).1, 1, &said);
    let said = ["contacts of Ghost", "\n  leave --orders and --subscriptions out"];
    assert_said(&checked(SAMPLE, &["--orders"]).1, 1, &said);
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    for (bytes, part) in [(&b""[..], "holds no text"), (b"PK\x03\x04\x14\x00\x06\x00more", "spreadsheet")] {
        assert_refused(&checked(bytes, &[]).1, 3, &[part, "list.csv"]);
    }
    assert_refused(&Folder::new().check(&["gone.csv"]), 3, &["there is no such file", "gone.csv"]);
    assert_refused(&checked("a,b\r\n1,2\r\n", &[]).1, 3, &["none of the columns `a`, `b`"]);
}

#[test]
fn a_wrong_command_line_is_refused() {
    for arguments in [&["--frobnicate"][..], &["--orders"], &["--region", "Holland"], &["--header-line", "0"]]
    {
        let ended = Folder::new().check(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {}", ended.stderr);
        assert!(ended.stderr.contains("--help"), "{}", ended.stderr);
    }
    let list = "Email\r\nada@example.com\r\n";
    assert_refused(&checked(list, &["--profile", "keep"]).1, 2, &["`keep`", "keap"]);
    assert_refused(&checked(list, &["--encoding", "latin-99"]).1, 2, &["`latin-99`"]);
}

#[test]
fn what_is_read_is_not_written_over() {
    let folder = Folder::new();
    folder.write("contacts.csv", "Email\r\nada@example.com\r\n");
    let ended = folder.check(&["contacts.csv", "--write", "."]);
    assert_refused(&ended, 2, &["written over", "another folder"]);
    assert_eq!(folder.files(), ["contacts.csv"]);
}

#[test]
fn programs_are_told_in_json() {
    let (_, ended) = checked(SAMPLE, &["--json"]);
    let document: Value = serde_json::from_str(&ended.stdout).unwrap();
    let file = &document["files"][0];
    assert_eq!((&document["exitCode"], &file["kind"]), (&1.into(), &"contacts".into()));
    assert_eq!((&file["stats"]["contacts"], &file["byStatus"]["subscribed"]), (&6.into(), &3.into()));
    assert_eq!(file["issueCounts"]["email-invalid"], 2);
    let ended = Folder::new().check(&["gone.csv", "--json"]);
    let document: Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!((&document["exitCode"], ended.code), (&3.into(), 3));
}

#[test]
fn no_secret_is_printed_or_written() {
    let list = "Email,Password,Tags,IBAN\r\nada@example.com,open-sesame,Gold,NL91ABNA0417164300\r\n\
        nobody,open-sesame,Gold,NL91ABNA0417164300\r\n";
    let json = r#"[{"email": "ada@example.com", "password": "open-sesame"}, {"email": "nobody", "password": "open-sesame"}]"#;
    for bytes in [list, json] {
        for extra in [&[][..], &["--json"]] {
            let (folder, ended) = checked(bytes, &[&["--write", "out"], extra].concat());
            assert_eq!(ended.code, 1, "{}", ended.stderr);
            for name in folder.files().into_iter().filter(|name| name != "list.csv") {
                assert!(!text(&folder, &name).contains("sesame"), "a secret stands in {name}");
                assert!(!text(&folder, &name).contains("NL91"), "a secret stands in {name}");
            }
            assert!(!format!("{}{}", ended.stdout, ended.stderr).contains("sesame"), "{}", ended.stdout);
            assert!(!ended.stdout.contains("NL91"), "{}", ended.stdout);
        }
    }
}

#[test]
fn the_help_names_sources_files_and_exit_codes() {
    let help = Folder::new().check(&["--help"]).stdout;
    let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["thrivecart", "mailchimp", "set-aside.csv", "Exit codes", "a file cannot be read"] {
        assert!(words.contains(part), "`{part}` is not in: {help}");
    }
}

#[test]
fn what_an_api_gives_apart_is_put_to_its_contacts() {
    let folder = Folder::new();
    let person = r#"{"id": "7", "given_name": "Ada", "email_addresses": [{"field": "EMAIL1", "email": "ada@example.com"}],"#;
    folder.write("people.json", format!(r#"{{"contacts": [{person} "tag_ids": ["91", "92"]}}]}}"#));
    folder.write("tags.json", r#"{"tags": [{"id": "91", "name": "Gold"}]}"#);
    folder.write("more.json", r#"[{"id": "92", "name": "VIP"}]"#);
    folder.write("list.csv", "Email\nada@example.com\n");
    let related = ["--related", "tags.json", "--related", "more.json"];
    assert_said(&folder.check(&["people.json"]), 0, &["tag-unnamed"]);
    let ended = folder.check(&[&["people.json", "--write", "out"], related.as_slice()].concat());
    assert_said(&ended, 0, &["1 record: 1 person"]);
    assert!(!ended.stdout.contains("tag-unnamed"), "{}", ended.stdout);
    assert!(text(&folder, "out/contacts.csv").contains("Gold"), "{}", text(&folder, "out/contacts.csv"));

    let nothing = folder.check(&["people.json", "--related", "people.json"]);
    assert_refused(&nothing, 3, &["people.json", "nothing in it is known to belong to contacts"]);
    assert_refused(&folder.check(&["people.json", "--related", "list.csv"]), 3, &["list.csv"]);
    let table = folder.check(&[&["list.csv"], related.as_slice()].concat());
    assert_refused(&table, 2, &["no file is the JSON of an API"]);
}
