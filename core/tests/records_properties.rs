//! Laws of reading records, for any input: chunks make no difference, nothing is lost, nobody becomes mailable by accident, and
//! what is written reads back.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

use memberferry::{
    Contact, Contacts, Email, Instant, Intake, IntakeError, MarketingStatus, ReadOptions, RecordReader,
    RelatedRecords, TagName, read_records,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Text that looks like an API's answer, with what breaks it, cut anywhere.
fn wild() -> impl Strategy<Value = Vec<u8>> {
    let piece = select(vec![
        b"{".as_slice(),
        b"}",
        b"{\"",
        b"[",
        b"]",
        b",",
        b":",
        b"\"",
        b"\\",
        b"\n",
        b" ",
        b"null",
        b"\"email_address\":\"ada@example.com\"",
        b"\"state\":\"active\"",
        b"\"state\":\"cancelled\"",
        b"\"subscribers\":[",
        b"\"data\":[",
        b"\"contact\":{",
        b"\"contactLists\":[{\"contact\":1,\"list\":1,\"status\":2}]",
        b"\"subscriptions\":[{\"subscriber\":{\"id\":1}}]",
        b"\"email_addresses\":[{\"field\":\"EMAIL1\",\"email\":\"grace@example.com\",\"email_opt_status\":\"SPAM\"}]",
        b"\"custom_fields\":[{\"id\":1,\"content\":\"x\"}]",
        b"\"tag_ids\":[1,{\"id\":2},[3]]",
        b"\"fields\":{\"last_name\":\"L\",\"password\":\"hunter2\"}",
        b"\"created_at\":\"3/4/2024\"",
        b"\"id\":9007199254740993",
        b"\"a\":1.50",
        b"\"\\ud800\"",
        b"\"\\u0000\\u001f\"",
        b"\xC3\xA9",
        b"\xFF",
        b"\xEF\xBB\xBF",
        b"{\"email_address\":\"tim@example.com\",\"state\":\"active\",\"fields\":{}},",
        b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        b"{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":",
    ]);
    let shaped = vec(piece, 0..40).prop_map(|pieces| pieces.concat());
    let listed = shaped.clone().prop_map(|body| [b"[".as_slice(), &body, b"]"].concat());
    prop_oneof![3 => shaped, 2 => listed, 1 => vec(any::<u8>(), 0..200)]
}

/// A value of any kind, not very deep.
fn value() -> impl Strategy<Value = String> {
    let leaf = select(vec![
        "null",
        "true",
        "0",
        "-1.5e300",
        "\"\"",
        "\"x\"",
        "\"ada@example.com\"",
        "\"unsubscribed\"",
        "1504087920",
        "123456789012345678901234567890",
        "\"hunter2\"",
        "\"2024-01-01\"",
        "\" padded \"",
        "\"*/*1*/*2*/*\"",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(|list| format!("[{}]", list.join(","))),
            vec((key(), inner), 0..3).prop_map(|members| object(&members)),
        ]
    })
}

fn key() -> impl Strategy<Value = String> {
    select(vec![
        "id",
        "email",
        "email_address",
        "email_addresses",
        "state",
        "status",
        "fields",
        "custom_fields",
        "tags",
        "tag_ids",
        "contact_cat",
        "bulk_mail",
        "merge_fields",
        "marketing",
        "object",
        "customer",
        "subscriber",
        "created_at",
        "date",
        "name",
        "address",
        "field",
        "content",
        "bounced_hard",
        "lists",
        "",
        "a.b",
        "Email",
        "firstName",
        "udate",
        "cdate",
        "active_memberships",
        "sources",
        "contact",
        "contactTags",
    ])
    .prop_map(str::to_owned)
}

fn object(members: &[(String, String)]) -> String {
    let mut seen = BTreeSet::new();
    let members = members.iter().filter(|(key, _)| seen.insert(key.clone()));
    let members: Vec<_> = members.map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{{}}}", members.join(","))
}

/// Records that are JSON and little else.
fn strange() -> impl Strategy<Value = Vec<String>> {
    vec(vec((key(), value()), 0..8).prop_map(|members| object(&members)), 0..8)
}

fn read(input: &[u8]) -> Result<Intake, IntakeError> {
    read_records(input, &ReadOptions::default(), RelatedRecords::default())
}

fn in_chunks(input: &[u8], cuts: &[Index]) -> Result<Intake, IntakeError> {
    let mut places: BTreeSet<usize> = cuts.iter().map(|cut| cut.index(input.len() + 1)).collect();
    places.insert(input.len());
    let mut reader = RecordReader::new(ReadOptions::default(), RelatedRecords::default())?;
    let mut start = 0;
    for place in places {
        reader.push(&input[start..place])?;
        start = place;
    }
    reader.finish()
}

/// Everything that a reading says, as text.
fn told(result: &Result<Intake, IntakeError>) -> String {
    match result {
        Ok(intake) => {
            let contacts: Vec<_> = intake.contacts.to_records().collect();
            let issues = serde_json::to_string(&intake.issues).unwrap();
            let detection = serde_json::to_string(&intake.detection).unwrap();
            let mapping = serde_json::to_string(&intake.mapping).unwrap();
            format!(
                "{contacts:?}\n{issues}\n{detection}\n{mapping}\n{:?}\n{:?}",
                intake.stats, intake.set_aside
            )
        }
        Err(error) => format!("{error:?}"),
    }
}

/// Every record is a contact, part of one, or set aside.
fn adds_up(intake: &Intake) {
    let stats = intake.stats;
    assert_eq!(stats.records, stats.contacts + stats.duplicates + stats.set_aside);
    assert_eq!(stats.contacts, intake.contacts.len() as u64);
    assert_eq!(stats.set_aside, intake.set_aside.len() as u64);
}

fn contact() -> impl Strategy<Value = Contact> {
    let text = || {
        proptest::option::of(select(vec![
            "Ada",
            "a,b",
            "=1",
            "say \"hi\"",
            "Zoë",
            "two\nlines",
            "x\u{1F600}",
            "Tom &amp; Ada",
            "+1 (555) 010-0000",
            "Germany",
        ]))
    };
    let status = select(MarketingStatus::ALL.to_vec());
    let at =
        proptest::option::of((0..9_i64).prop_map(|day| Instant::from_seconds(1_714_500_000 + day).unwrap()));
    let tags = vec(select(vec!["A", "B, c", "\"D\"", "*/*1"]), 0..3);
    let custom = vec((select(vec!["Hat", "email", "a.b", "城市"]), select(vec!["1", "=1", "x"])), 0..3);
    (text(), text(), text(), status, (at.clone(), at.clone(), at), tags, custom).prop_map(
        |(first, phone, wording, status, (at, created_at, updated_at), tags, custom)| {
            let mut contact = Contact::new(Email::new("x@example.com").unwrap());
            contact.first_name = first.map(str::to_owned);
            contact.phone = phone.map(str::to_owned);
            contact.address.country = wording.map(str::to_owned);
            contact.external_id_aliases =
                first.into_iter().chain(phone.filter(|_| phone != first)).map(str::to_owned).collect();
            contact.order_ids = contact.external_id_aliases.clone();
            contact.marketing.status = status;
            contact.marketing.evidence.at = at;
            contact.marketing.evidence.wording = wording.map(str::to_owned);
            (contact.created_at, contact.updated_at) = (created_at, updated_at);
            let mut seen = BTreeSet::new();
            let tags = tags.into_iter().filter(|tag| seen.insert(*tag));
            contact.tags = tags.map(|tag| TagName::new(tag).unwrap()).collect();
            contact.custom =
                custom.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            contact
        },
    )
}

/// The columns of one person, as a table and a flat object both name them.
const COLUMNS: [&str; 7] = ["Email", "Name", "Phone", "Country", "Tags", "Accepts Marketing", "Note"];

/// What people write into these columns.
fn cells() -> impl Strategy<Value = [&'static str; 7]> {
    let one = |texts: &[&'static str]| select(texts.to_vec());
    (
        one(&[
            "ada@example.com",
            "ada@gmial.com",
            "ada@example,com",
            "mailto:ada@example.com",
            "a&amp;b@example.com",
        ]),
        one(&["Ada Lovelace", "Jan van der Berg", "Ada &amp; Tom", "<b>Ada</b> Byron", ""]),
        one(&[
            "+65 6123 4567 (Work)",
            "030/123456",
            "(555) 010-0000 x45",
            "none",
            "+1&nbsp;555 010 0000",
            "",
        ]),
        one(&["Deutschland", "UK", "us", "California", "C&ocirc;te d&#39;Ivoire", ""]),
        one(&["Gold", "R&amp;D", "<b>VIP</b>,Gold", ""]),
        one(&["ja", "nein", "yes", "perhaps", ""]),
        one(&["<p>One</p><p>Two</p>", "AT&T", "&amp;amp;", "x", ""]),
    )
        .prop_map(|(email, name, phone, country, tags, mail, note)| {
            [email, name, phone, country, tags, mail, note]
        })
}

/// The contacts, and what is said of them but for the place. A table says once of an unknown status how often it stands.
fn judged(intake: &Intake) -> (Vec<Contact>, BTreeSet<String>) {
    let said = |issue: memberferry::Issue| {
        let mut issue = serde_json::to_value(issue).unwrap();
        issue["location"] = issue["location"]["field"].take();
        let message = issue["message"].as_str().unwrap_or_default();
        issue["message"] = message.split("; it stands in ").next().into();
        issue.to_string()
    };
    (intake.contacts.to_records().collect(), intake.issues.iter().map(said).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn objects_say_of_people_what_a_table_says(mut people in vec(cells(), 1..6), region in select(vec![None, Some("US")])) {
        let mut addresses = BTreeSet::new();
        people.retain(|[address, ..]| addresses.insert(*address));
        let options = ReadOptions {
            default_region: region.map(|region| region.parse().unwrap()),
            ..ReadOptions::default()
        };
        let quoted = |cell: &&str| format!("\"{cell}\"");
        let row = |cells: &[&str; 7]| cells.iter().map(quoted).collect::<Vec<_>>().join(",");
        let lines: Vec<String> = std::iter::once(&COLUMNS).chain(&people).map(row).collect();
        let table = memberferry::read_contacts(lines.join("\n").as_bytes(), &options).unwrap();
        let member = |(name, cell): (&&str, &&str)| (name.to_string(), quoted(cell));
        let objects: Vec<String> = people
            .iter()
            .map(|cells| object(&COLUMNS.iter().zip(cells).map(member).collect::<Vec<_>>()))
            .collect();
        let records = read_records(objects.join("\n").as_bytes(), &options, RelatedRecords::default()).unwrap();
        prop_assert_eq!(judged(&records), judged(&table));
    }

    #[test]
    fn any_chunking_of_any_input_reads_the_same(input in wild(), cuts in vec(any::<Index>(), 0..20)) {
        prop_assert_eq!(told(&in_chunks(&input, &cuts)), told(&read(&input)));
    }

    #[test]
    fn nothing_of_any_input_is_lost_and_none_makes_the_reader_panic(input in wild()) {
        if let Ok(intake) = read(&input) {
            adds_up(&intake);
            let _ = intake.set_aside_csv();
        }
        let _ = RelatedRecords::from_json(&input);
    }

    #[test]
    fn records_of_any_members_are_read_or_set_aside(records in strange()) {
        let whole = read(format!("[{}]", records.join(",\n")).as_bytes());
        if let Ok(intake) = &whole {
            adds_up(intake);
        }
        let one_by_one = Contacts::from_records(&records, &ReadOptions::default(), RelatedRecords::default());
        if let (Ok(one), Ok(whole)) = (&one_by_one, &whole) {
            prop_assert_eq!(
                one.contacts.to_records().collect::<Vec<_>>(),
                whole.contacts.to_records().collect::<Vec<_>>()
            );
        }
        let lines = read(records.join("\n").as_bytes());
        prop_assert_eq!(lines.is_ok() || records.is_empty(), whole.is_ok() || records.is_empty());
    }

    #[test]
    fn what_is_written_as_records_reads_back_as_the_same_contacts(people in vec(contact(), 0..6)) {
        let mut people = people;
        for (number, contact) in people.iter_mut().enumerate() {
            contact.email = Email::new(&format!("user{number}@example.com")).unwrap();
        }
        let table: Contacts = people.into_iter().collect();
        let written: Vec<Contact> = table.to_records().collect();
        let intake = read(&serde_json::to_vec(&written).unwrap()).unwrap();
        prop_assert_eq!(intake.contacts.to_records().collect::<Vec<_>>(), written);
        prop_assert!(table.is_empty() || intake.detection.source.profile == "memberferry");
    }

    #[test]
    fn nobody_who_left_one_list_is_mailable(statuses in vec(0..5_u8, 1..5)) {
        let list = |(number, status): (usize, &u8)| format!("{{\"contact\":1,\"list\":{number},\"status\":{status},\"sdate\":\"2024-01-0{}\"}}", number + 1);
        let lists: Vec<_> = statuses.iter().enumerate().map(list).collect();
        let text = format!("{{\"contact\":{{\"id\":1,\"email\":\"ada@example.com\",\"cdate\":\"2024-01-01\",\"udate\":null}},\"contactLists\":[{}]}}", lists.join(","));
        let intake = read(text.as_bytes()).unwrap();
        let ada = intake.contacts.get(0).unwrap();
        prop_assert_eq!(ada.marketing_status().is_mailable(), statuses.iter().all(|status| *status == 1));
    }
}

#[test]
fn a_record_past_the_bound_of_the_sample_is_read_like_the_first() {
    let record = |number: usize| {
        format!(
            "{{\"id\":{number},\"email_address\":\"user{number}@example.com\",\"state\":\"active\",\"fields\":{{\"late{}\":\"x\"}}}}\n",
            number / 150
        )
    };
    let text: String = (0..300).map(record).collect();
    let intake = read(text.as_bytes()).unwrap();
    assert_eq!(intake.contacts.len(), 300);
    assert!(intake.contacts.iter().all(|contact| contact.marketing_status().is_mailable()));
    assert_eq!(intake.contacts.custom_fields().collect::<Vec<_>>(), ["late0", "late1"]);
}

#[test]
fn the_progress_says_how_many_were_read_and_set_aside() {
    let mut reader = RecordReader::new(ReadOptions::default(), RelatedRecords::default()).unwrap();
    reader.push(b"[").unwrap();
    for number in 0..150 {
        let address = if number % 10 == 0 { "none" } else { "ada@example.com" };
        reader.push(format!(r#"{{"email": "{address}", "id": {number}}},"#).as_bytes()).unwrap();
    }
    let progress = reader.progress();
    assert_eq!((progress.records, progress.kept, progress.set_aside), (150, 135, 15));
    assert!(progress.bytes > 4_000, "{progress:?}");
}

#[test]
fn records_that_were_set_aside_read_back_in_once_they_are_mended() {
    let list = br#"[{"email_address": "ada@example.com", "state": "active", "fields": {}},
        {"email_address": "bad", "state": "cancelled", "fields": {"note": "a, \"b\"\n"}}, {"email_address": 5 5}]"#;
    let first = read(list).unwrap();
    assert_eq!((first.contacts.len(), first.set_aside.len()), (1, 2));
    let csv = first.set_aside_csv();
    let again = read(csv.as_bytes()).unwrap();
    assert_eq!((again.contacts.len(), again.set_aside.len()), (0, 2), "{csv}");
    let mended =
        csv.replace("\"\"bad\"\"", "\"\"bram@example.com\"\"").replace("5 5", "\"\"eve@example.com\"\"");
    for mended in [
        mended.clone(),
        format!("\u{FEFF}{mended}"),
        mended.replace("json,", "\"json\",\"").replacen("line,", "line\",", 1),
    ] {
        for size in [1, 5, 1_000] {
            let mut reader = RecordReader::new(ReadOptions::default(), RelatedRecords::default()).unwrap();
            mended.as_bytes().chunks(size).for_each(|chunk| reader.push(chunk).unwrap());
            let intake = reader.finish().unwrap();
            let found: Vec<_> = intake.contacts.to_records().map(|person| person.email.to_string()).collect();
            assert_eq!(found, ["bram@example.com", "eve@example.com"], "{mended}");
            let bram = intake.contacts.get(0).unwrap();
            assert_eq!(bram.marketing_status(), MarketingStatus::Unsubscribed);
        }
    }
    assert_eq!(read(b"json").unwrap_err().to_string(), read(b"jso").unwrap_err().to_string());
}

#[test]
fn related_records_of_several_texts_are_counted() {
    let mut related = RelatedRecords::default();
    let tags = br#"{"tags": [{"id": "1", "name": "Gold"}, {"id": "2", "name": "VIP"}, {"other": 1}]}"#;
    assert_eq!(related.add_json(tags).unwrap(), 2);
    assert_eq!(related.add_json(br#"{"contactTags": [{"contact": "7", "tag": "1"}]}"#).unwrap(), 1);
    assert_eq!(related.add_json(br#"{"contacts": [{"id": "7"}]}"#).unwrap(), 0);
    assert!(related.add_json(b"id,name").is_err());
}

#[test]
fn a_broken_record_that_came_by_itself_spoils_no_other() {
    let records = ["{\"email\":\"ada@example.com\"", "{\"email\":\"grace@example.com\"}"];
    let intake = Contacts::from_records(records, &ReadOptions::default(), RelatedRecords::default()).unwrap();
    assert_eq!((intake.contacts.len(), intake.set_aside.len()), (1, 1));
    let none = Contacts::from_records([""; 0], &ReadOptions::default(), RelatedRecords::default()).unwrap();
    assert!(none.contacts.is_empty());
}

#[test]
fn a_status_of_the_wrong_kind_makes_nobody_mailable() {
    for record in [
        r#"{"id":1,"state":"active","subscribable_id":1,"subscriber":{"id":1,"email_address":"ada@example.com","state":["cancelled"]}}"#,
        r#"{"id":1,"state":"active","subscribable_id":1,"subscriber":{"id":1,"email_address":"ada@example.com","state":{"is":"cancelled"}}}"#,
        r#"{"contact":{"id":1,"email":"ada@example.com","cdate":null,"udate":null,"bounced_hard":[1]},"contactLists":[{"contact":1,"list":1,"status":1}]}"#,
        r#"{"contact":{"id":1,"email":"ada@example.com","cdate":null,"udate":null,"deleted":{"at":"x"}},"contactLists":[{"contact":1,"list":1,"status":1}]}"#,
    ] {
        let intake = read(record.as_bytes()).unwrap();
        let ada = intake.contacts.get(0).unwrap();
        assert!(!ada.marketing_status().is_mailable(), "{record}");
        assert_eq!(intake.issues.count(memberferry::Code::ValueType), 1, "{record}");
    }
}

#[test]
fn the_limits_stop_the_reading_and_name_themselves() {
    let text = "[{\"email\":\"ada@example.com\",\"tags\":[\"a\",\"b\"],\"x\":\"1\",\"y\":\"2\"},{\"email\":\"grace@example.com\"}]";
    let limit = |change: fn(&mut memberferry::Limits)| {
        let mut options = ReadOptions::default();
        change(&mut options.limits);
        match read_records(text.as_bytes(), &options, RelatedRecords::default()) {
            Err(IntakeError::Limit { limit, .. }) => limit,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(limit(|limits| limits.bytes = 20), "bytes");
    assert_eq!(limit(|limits| limits.records = 1), "records");
    assert_eq!(limit(|limits| limits.columns = 3), "columns");
    assert_eq!(limit(|limits| limits.record_bytes = 30), "recordBytes");
    assert_eq!(limit(|limits| limits.tags_per_contact = 1), "tagsPerContact");
    assert_eq!(limit(|limits| limits.distinct_tags = 1), "distinctTags");
    assert_eq!(limit(|limits| limits.cell_bytes = 4), "cellBytes");
}

#[test]
fn no_secret_of_a_record_is_in_anything_that_is_shown() {
    for record in [
        r#"{"email":"nobody","Password":"hunter2","custom_fields":[{"id":"1","content":"hunter2"}],"email_addresses":[]}"#,
        r#"{"email":"ada@example.com","profile":{"password":{"now":"hunter2"}},"list":[{"token":"hunter2"}]}"#,
        r#"{"email":"ada@example.com","accessally_password":"hunter2""#,
        r#"{"email":"ada@example.com","accessally_password":"hunter2","a":1,"a":2}"#,
        r#"{"email":"ada@example.com","accessally_password":["hunter2"]}"#,
        r#"{"email":"ada@example.com","card":{"number":"hunter2"}}"#,
        r#"{"email":"ada@example.com","bought":[{"card":{"number":"hunter2"}}]}"#,
        r#"{"email":"nobody","card":{"number":"hunter2"}}"#,
        r#"{"email_address":"ada@example.com","state":"active","fields":{"accessally_password":"hunter2","x":[{"secret":"hunter2"}]}}"#,
    ] {
        let related = RelatedRecords::from_json(br#"{"id":"1","label":"Portal password"}"#).unwrap();
        let Ok(intake) = read_records(record.as_bytes(), &ReadOptions::default(), related) else { continue };
        let records = serde_json::to_string(&intake.contacts.to_records().collect::<Vec<_>>()).unwrap();
        let shown = format!("{records}{:?}{:?}{:?}", intake.set_aside, intake.issues, intake.contacts);
        assert!(!shown.contains("hunter2"), "{record}: {shown}");
    }
}
