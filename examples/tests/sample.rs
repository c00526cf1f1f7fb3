//! The sample: made by its generator byte for byte, and read back to the numbers that went into it.

use memberferry::{Code, ReadOptions, read_contacts};
use memberferry_examples::sample;

use crate::program::{Folder, NOW, count};

const EXPORT: &[u8] = include_bytes!("../data/sample/export.csv");

#[test]
fn the_generator_makes_the_committed_bytes() {
    let made = sample::make().csv;
    // Not `assert_eq`: half a megabyte of numbers helps nobody.
    assert!(made == EXPORT, "run `cargo run --bin make_sample`, and look at what changed");
}

#[test]
fn the_reader_finds_what_the_generator_put_in() {
    let facts = sample::make().facts;
    let intake = read_contacts(EXPORT, &ReadOptions::default()).unwrap();
    let counted = |code: Code| intake.issues.count(code);

    assert_eq!(intake.detection.source.profile, "keap");
    assert_eq!(intake.stats.records, facts.records);
    assert_eq!(intake.stats.contacts, facts.people);
    assert_eq!(intake.stats.duplicates, facts.duplicates);
    assert_eq!(counted(Code::EmailDuplicate), facts.duplicates);
    assert_eq!(counted(Code::ExternalIdAlias), facts.duplicates);
    assert_eq!(counted(Code::ExternalIdConflict), 1);
    for (name, count) in &facts.bad_addresses {
        let code = Code::ALL.iter().find(|code| code.name() == *name).unwrap();
        assert_eq!(counted(*code), *count, "{name}");
    }
    assert_eq!(counted(Code::RowRagged), facts.ragged);
    assert_eq!(intake.stats.set_aside, facts.ragged + facts.bad_addresses.values().sum::<u64>());
    assert_eq!(counted(Code::EncodingMixed), facts.foreign_cells);
    // One word, told of once.
    assert_eq!(counted(Code::StatusUnknown), 1);
    let unknown = intake.issues.iter().find(|issue| issue.code == Code::StatusUnknown).unwrap();
    let told = format!("; it stands in {} records, first here", facts.unknown_statuses);
    assert!(unknown.message.ends_with(&told), "{}", unknown.message);
    assert_eq!(counted(Code::ZoneUnknown), facts.unknown_zones);
    assert_eq!(counted(Code::DateInvalid), facts.bad_dates);
    for (name, count) in &facts.statuses {
        let found =
            intake.contacts.iter().filter(|contact| contact.marketing_status().name() == *name).count();
        assert_eq!(found as u64, *count, "{name}");
    }
}

#[test]
fn the_newer_of_two_records_wins_and_a_blank_one_erases_nothing() {
    let facts = sample::make().facts;
    let intake = read_contacts(EXPORT, &ReadOptions::default()).unwrap();
    let contacts = || intake.contacts.iter().map(|contact| contact.to_contact().unwrap());
    let moved = contacts().filter(|contact| contact.address.city.as_deref() == Some("Lisbon"));
    assert_eq!(moved.count() as u64, facts.newer_duplicates);
    // Two spellings of one domain are one address; the newer record's is kept.
    let circle: Vec<_> = contacts()
        .filter(|contact| contact.email.as_str().to_lowercase().starts_with("lesekreis@"))
        .collect();
    assert_eq!(circle.len(), 1);
    assert_eq!(circle[0].external_id_aliases.len(), 1);
}

#[test]
fn the_sample_moves_and_is_proved() {
    let facts = sample::make().facts;
    let folder = Folder::new();
    let ended = folder.run(&["--now", NOW, "--all-contacts"]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    let database = folder.join("sample-site/members.db");
    // The three who were there are among the people of the list.
    assert_eq!(count(&database, "SELECT count(*) FROM users"), facts.people);

    let text = |query: &str| -> String {
        let connection = rusqlite::Connection::open(&database).unwrap();
        connection.query_row(query, [], |row| row.get(0)).unwrap()
    };
    let of = |address: &str, what: &str| text(&format!("SELECT {what} FROM users WHERE email = '{address}'"));
    // The administrator is as before: no field, no tag.
    assert_eq!(of(sample::ADMINISTRATOR, "profile"), r#"{"firstName":"Harriet","lastName":"Quill"}"#);
    assert_eq!(count(&database, "SELECT count(*) FROM user_tags WHERE user_id = 1"), 0);
    assert_eq!(count(&database, "SELECT count(*) FROM user_roles WHERE role = 'administrator'"), 1);
    // A member is filled in, keeps the login name, and stays unsubscribed.
    let [otto, _] = sample::MEMBERS;
    assert_eq!(
        of(otto, "username || ' ' || first_name || ' ' || last_name || ' ' || marketing"),
        "otto Otto Lind unsubscribed"
    );
    assert_eq!(of(otto, "profile ->> '$.address.city'"), "Utrecht");
    // Who was there keeps their password; who is new gets another one.
    assert_eq!(count(&database, "SELECT count(*) FROM password_resets WHERE user_id <= 3"), 0);
    assert_eq!(count(&database, "SELECT count(*) FROM password_resets"), facts.people - 3);
    // Nobody half-way through loses a module; nobody is mailed.
    let half_way =
        "SELECT count(*) FROM (SELECT count(*) AS open FROM released_modules WHERE offering = 'watercolour'
                    AND user_id IN (SELECT user_id FROM user_tags WHERE tag = 'Course: Watercolour') GROUP BY user_id HAVING open BETWEEN 1 AND 3)";
    assert_eq!(count(&database, half_way), facts.half_way);
    let lost = "SELECT count(*) FROM user_tags JOIN users ON users.id = user_id
                WHERE tag LIKE 'Course: Watercolour Module %' AND users.id NOT IN (
                  SELECT user_id FROM user_tags WHERE tag = 'Course: Watercolour Revoked'
                ) AND NOT EXISTS (
                  SELECT 1 FROM released_modules WHERE released_modules.user_id = users.id AND module =
                    CASE substr(tag, -1) WHEN '1' THEN 'washes' WHEN '2' THEN 'edges' WHEN '3' THEN 'water' ELSE 'skies' END)";
    assert_eq!(count(&database, lost), 0);
    assert_eq!(count(&database, "SELECT count(*) FROM outbox"), 0);
    assert_eq!(text("SELECT value FROM settings WHERE name = 'maintenance'"), "off");
}
