//! Several lists of one site: the files of one audience, a file for each tag, and the users of a site put to a CRM's contacts.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use memberferry::{
    Code, ConsentEvidence, Contact, Contacts, DuplicatesPolicy, Email, Instant, Issues, JoinOptions,
    Marketing, MarketingStatus, ReadOptions, TagName, join_contacts, merge_contacts, read_contacts,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const AUDIENCE: &str =
    "Email Address,First Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LAST_CHANGED,LEID,EUID,TAGS";

fn read(text: &str, file_name: &str) -> Contacts {
    let options = ReadOptions { file_name: Some(file_name.to_owned()), ..ReadOptions::default() };
    read_contacts(text.as_bytes(), &options).unwrap().contacts
}

fn people(contacts: &Contacts) -> Vec<(String, String, Vec<String>)> {
    let person = |contact: memberferry::ContactRef<'_>| {
        let tags = contact.tags().map(|tag| tag.to_string()).collect();
        (contact.email().to_owned(), contact.marketing_status().name().to_owned(), tags)
    };
    contacts.iter().map(person).collect()
}

fn lines(issues: &Issues) -> Vec<String> {
    issues.iter().map(|issue| issue.to_string()).collect()
}

#[test]
fn the_four_files_of_an_audience_become_one_list_in_which_nobody_who_left_is_mailed() {
    let row = |address: &str, id: &str, tags: &str| {
        format!(
            "{address},X,2,2023-01-02 03:04:05,2023-01-02 03:05:00,2024-01-01 00:00:00,{id},e{id},{tags}\n"
        )
    };
    let subscribed =
        format!("{AUDIENCE}\n{}{}", row("ada@example.com", "1", "VIP"), row("bob@example.com", "2", ""));
    let left = "Email Address,MEMBER_RATING,UNSUB_TIME,LEID,EUID,TAGS\nbob@example.com,2,2024-05-06 07:08:09,2,e2,Old\n";
    let cleaned = "Email Address,MEMBER_RATING,CLEAN_TIME,LEID,EUID,TAGS\ncleo@example.com,2,2024-05-06 07:08:09,3,e3,\n";
    let bought = format!("{AUDIENCE}\n{}", row("dan@example.com", "4", "Buyer"));
    let lists = [
        read(&subscribed, "subscribed_members_export_1.csv"),
        read(left, "unsubscribed_members_export_1.csv"),
        read(cleaned, "cleaned_members_export_1.csv"),
        read(&bought, "nonsubscribed_members_export_1.csv"),
    ];
    let merged = merge_contacts(&lists, DuplicatesPolicy::Newest);
    let expected = [
        ("ada@example.com", "subscribed", &["VIP"][..]),
        ("bob@example.com", "unsubscribed", &["Old"]),
        ("cleo@example.com", "bounced", &[]),
        ("dan@example.com", "inactive", &["Buyer"]),
    ];
    let expected = expected.map(|(email, status, tags)| {
        (email.to_owned(), status.to_owned(), tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>())
    });
    assert_eq!(people(&merged.contacts), expected);
    assert_eq!(
        lines(&merged.issues),
        [
            "info email-duplicate at line 2 of input 2 (email): the address stands on line 3 of input 1 too; the records \
             were merged (`bob@example.com`)",
            "warning value-overruled at line 3 of input 1 (marketing-status): the value was overruled by `unsubscribed` on \
             line 2 of input 2 (`subscribed`)",
        ]
    );
}

#[test]
fn a_list_exported_tag_by_tag_becomes_one_list_of_people_with_all_their_tags() {
    let of_tag = |tag: &str, text: &str| {
        let options = ReadOptions { add_tags: vec![TagName::new(tag).unwrap()], ..ReadOptions::default() };
        read_contacts(text.as_bytes(), &options).unwrap().contacts
    };
    let lists = [
        of_tag("Gold", "Email,First Name\nada@example.com,Ada\nbob@example.com,Bob\n"),
        of_tag("Course A, evening", "Email,First Name\nADA@example.com,Augusta\n"),
        of_tag("Gold", "Email,Tags\nbob@example.com,\"VIP,Gold\"\n"),
    ];
    let merged = merge_contacts(&lists, DuplicatesPolicy::LastRow);
    let tags: Vec<_> = people(&merged.contacts).into_iter().map(|(.., tags)| tags).collect();
    assert_eq!(tags, [vec!["Gold", "Course A, evening"], vec!["Gold", "VIP"]]);
    assert_eq!(
        lines(&merged.issues)[1],
        "warning value-overruled at line 2 of input 1 (first-name): the value was overruled by `Augusta` on line 2 of input \
         2 (`Ada`)"
    );
}

#[test]
fn two_ids_of_one_address_are_kept_and_one_id_of_two_addresses_is_said_with_both_files() {
    let one = read("Email,Id\nada@example.com,9\n", "a.csv");
    let two = read("Email,Id\nada@example.com,7\ngrace@example.com,9\n", "b.csv");
    let merged = merge_contacts(&[one, two], DuplicatesPolicy::Newest);
    let ada = merged.contacts.get(0).unwrap();
    assert_eq!((ada.external_id(), ada.external_id_aliases().collect::<Vec<_>>()), (Some("9"), vec!["7"]));
    assert_eq!(
        lines(&merged.issues)[2],
        "warning external-id-conflict at line 3 of input 2 (external-id): the contact id stands with `ada@example.com` on \
         line 2 of input 1 and with `grace@example.com` here; the two are kept apart (`9`)"
    );
}

/// The two halves of a Memberium site: the CRM's export, and the users that WordPress exports with their user meta.
#[test]
fn the_users_of_a_site_are_put_to_the_contacts_of_its_crm() {
    let crm = "ID,Email,First Name,Last Name,Tags,Status,*Shoe Size\n\
               1234,ada@example.com,Ada,Lovelace,\"Gold,VIP\",Active,42\n\
               1235,bob@example.com,Bob,,Gold,Unsubscribed,\n";
    let site = "user_login,user_email,source_user_id,user_pass,user_registered,role,memberium_ac_contact_id\n\
                ada,ada@old.example,8,$P$Bhunter2,2022-10-07 22:21:58,administrator,1234\n\
                bob,BOB@example.com,9,$P$Bhunter2,2022-10-08 22:21:58,subscriber,\n";
    let (crm, site) = (read(crm, "contacts.csv"), read(site, "users.csv"));
    let joined = join_contacts(&crm, &site, &JoinOptions::default());
    let people: Vec<_> = joined.contacts.iter().map(|person| person.to_contact().unwrap()).collect();
    assert_eq!(people.len(), 2);
    let (ada, bob) = (&people[0], &people[1]);
    assert_eq!((ada.email.as_str(), ada.external_id.as_deref()), ("ada@example.com", Some("1234")));
    assert_eq!(
        (ada.username.as_deref(), ada.roles.as_slice()),
        (Some("ada"), &["administrator".to_owned()][..])
    );
    assert_eq!(ada.created_at, "2022-10-07T22:21:58Z".parse().ok());
    assert_eq!(ada.tags.iter().map(TagName::as_str).collect::<Vec<_>>(), ["Gold", "VIP"]);
    assert!(ada.marketing.status.is_mailable() && ada.password.is_some());
    assert_eq!(ada.custom["*Shoe Size"], "42");
    assert_eq!((bob.username.as_deref(), bob.marketing.status), (Some("bob"), MarketingStatus::Unsubscribed));
    assert_eq!(
        lines(&joined.issues),
        [
            "warning value-overruled at line 2 of input 2 (email): the value was overruled by `ada@example.com` on line 2 of \
             input 1 (`ada@old.example`)"
        ]
    );
    assert!(!format!("{joined:?}").contains("hunter2"));
}

#[test]
fn a_broken_serialised_list_is_said_and_read_as_nothing() {
    let text = "user_login,user_email,user_registered,wp_capabilities,activecampaign_tags\n\
                ada,ada@example.com,2022-10-07 22:21:58,\"a:1:{s:13:\"\"administrator\"\";b:1;}\",\"a:1:{i:0;s:9:\"\"Gold\"\";}\"\n\
                eve,eve@example.com,2022-10-07 22:21:58,\"a:1:{i:0;O:3:\"\"Foo\"\":0:{}}\",\"a:1:{i:0;s:4:\"\"Gold\"\";}\"\n";
    let intake = read_contacts(text.as_bytes(), &ReadOptions::default()).unwrap();
    let (ada, eve) = (intake.contacts.get(0).unwrap(), intake.contacts.get(1).unwrap());
    assert_eq!((ada.roles().collect::<Vec<_>>(), ada.tags().count()), (vec!["administrator"], 0));
    assert_eq!((eve.roles().count(), eve.tags().count()), (0, 1));
    let places: Vec<_> = intake
        .issues
        .iter()
        .filter(|issue| issue.code == Code::SerialisedInvalid)
        .map(|issue| (issue.location.line, issue.location.column))
        .collect();
    assert_eq!(places, [(Some(2), Some(5)), (Some(3), Some(4))]);
}

/// Somebody whose order id tells which input they came from, so that it can be seen who became one.
fn person(number: usize, list: &str) -> impl Strategy<Value = Contact> + use<> {
    let name = format!("{list}{number}");
    let day = |day: i64| Instant::from_seconds(1_714_500_000 + day * 86_400).unwrap();
    let at = proptest::option::of((0..4_i64).prop_map(day));
    let id = proptest::option::of((0..5_u8).prop_map(|id| id.to_string()));
    let tags = vec(select(vec!["A", "B", "C"]), 0..3);
    (0..5_u8, select(MarketingStatus::ALL.to_vec()), at, id, tags).prop_map(
        move |(address, status, at, id, tags)| {
            let mut contact = Contact::new(Email::new(&format!("user{address}@example.com")).unwrap());
            contact.marketing =
                Marketing { status, evidence: ConsentEvidence { at, ..ConsentEvidence::default() } };
            contact.external_id = id;
            contact.order_ids = vec![name.clone()];
            let tags: BTreeSet<_> = tags.into_iter().collect();
            contact.tags = tags.into_iter().map(|tag| TagName::new(tag).unwrap()).collect();
            contact
        },
    )
}

fn several(list: &'static str) -> impl Strategy<Value = Vec<Contact>> {
    (0..6_usize).prop_flat_map(move |count| (0..count).map(|number| person(number, list)).collect::<Vec<_>>())
}

/// Whether people with these statements may be mailed: somebody opted in, and later than every stricter statement.
fn may_be_mailed(statements: &[&Marketing]) -> bool {
    let stated: Vec<&Marketing> =
        statements.iter().copied().filter(|marketing| marketing.is_stated()).collect();
    let (opt_ins, stricter): (Vec<&Marketing>, Vec<&Marketing>) =
        stated.into_iter().partition(|marketing| marketing.status.is_mailable());
    let opted_in = opt_ins.iter().filter_map(|marketing| marketing.evidence.at).max();
    let is_earlier = |at: Option<Instant>| at.is_some() && at < opted_in;
    !opt_ins.is_empty() && stricter.iter().all(|marketing| is_earlier(marketing.evidence.at))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn joining_loses_nobody_and_no_tag_and_makes_nobody_more_mailable(crm in several("c"), site in several("u")) {
        let table = |list: &[Contact]| list.iter().cloned().collect::<Contacts>();
        let joined = join_contacts(&table(&crm), &table(&site), &JoinOptions::default());
        let inputs: BTreeMap<&str, &Contact> =
            crm.iter().chain(&site).map(|contact| (contact.order_ids[0].as_str(), contact)).collect();
        let mut seen = BTreeSet::new();
        let mut keys = BTreeSet::new();
        for contact in joined.contacts.iter() {
            prop_assert!(keys.insert(contact.email_key()), "an address stands twice");
            let of: Vec<_> = contact.order_ids().map(|id| inputs[id]).collect();
            for id in contact.order_ids() {
                prop_assert!(seen.insert(id.to_owned()), "{} is two people", id);
            }
            let statements: Vec<_> = of.iter().map(|input| &input.marketing).collect();
            prop_assert_eq!(contact.marketing_status().is_mailable(), may_be_mailed(&statements), "{:?}", statements);
            let tags: BTreeSet<_> = contact.tags().cloned().collect();
            let all: BTreeSet<_> = of.iter().flat_map(|input| input.tags.iter().cloned()).collect();
            prop_assert_eq!(tags, all);
        }
        prop_assert_eq!(seen.len(), inputs.len(), "somebody was lost");
    }

    #[test]
    fn merging_lists_loses_nobody_and_no_tag_and_makes_nobody_more_mailable(
        one in several("a"), two in several("b"), three in several("c"),
    ) {
        let lists = [&one, &two, &three].map(|list| list.iter().cloned().collect::<Contacts>());
        let merged = merge_contacts(&lists, DuplicatesPolicy::Newest);
        let all: Vec<_> = one.iter().chain(&two).chain(&three).collect();
        let mut found = 0;
        for contact in merged.contacts.iter() {
            let of: Vec<_> = all.iter().filter(|input| input.email.key() == contact.email_key()).collect();
            found += of.len();
            let statements: Vec<_> = of.iter().map(|input| &input.marketing).collect();
            prop_assert_eq!(contact.marketing_status().is_mailable(), may_be_mailed(&statements));
            let tags: BTreeSet<_> = of.iter().flat_map(|input| input.tags.iter().cloned()).collect();
            prop_assert_eq!(contact.tags().cloned().collect::<BTreeSet<_>>(), tags);
        }
        prop_assert_eq!(found, all.len());
    }
}
