//! Laws of plans for WordPress and of passwords that hold for whatever people are on the list.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use memberferry::{
    Change, Code, Contact, Contacts, CreateUser, Email, HashKind, NewPassword, OperationKind, Outcome,
    Password, PasswordPolicy, PasswordSource, Passwords, Plan, PlanOptions, Refusal as _, Run, RunOptions,
    Secret, Site, Snapshot, Subject, TargetProfile, TargetUser, UserId, wordpress_collation_key,
    wordpress_email, wordpress_login, wordpress_nicename,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const SEED: &str = "0123456789abcdef0123456789abcdef";

fn site() -> Site {
    Site::from_json(
        br#"{"format": 1, "name": "Harbour Academy", "timezone": "UTC",
        "environment": {"kind": "live", "url": "https://harbour.example"}}"#,
    )
    .unwrap()
}

fn wordpress() -> impl Strategy<Value = TargetProfile> {
    select(vec!["6.1.9", "6.8.7", "7.1.4"]).prop_map(|version| {
        serde_json::from_str(&format!(r#"{{"kind": "wordpress", "version": "{version}"}}"#)).unwrap()
    })
}

/// Addresses of which WordPress keeps some, changes others, and takes some for the same.
fn address() -> impl Strategy<Value = Email> {
    let piece = select(vec![
        "a",
        "B",
        "+",
        "&",
        "'",
        ".x",
        "-",
        "_",
        "%41",
        "\u{e9}",
        "e\u{301}",
        "\u{df}",
        "\u{418}",
        "{",
        "rene",
        "ren\u{e9}",
        "a-b-at-example.com",
        "averylongpieceofanaddressindeed",
    ]);
    let domain = select(vec![
        "example.com",
        "EXAMPLE.com",
        "m\u{fc}ller.example",
        "xn--mller-kva.example",
        "a-very-long-domain-name-indeed.of-another.example",
    ]);
    let local = prop_oneof![vec(piece, 1..4).prop_map(|pieces| pieces.concat()), "[a-f]\\+?[a-f]"];
    (local, domain)
        .prop_filter_map("no address", |(local, domain)| Email::new(&format!("{local}@{domain}")).ok())
}

fn login() -> impl Strategy<Value = Option<String>> {
    let piece = select(vec![
        "a",
        "B",
        " ",
        "  ",
        "@",
        ".",
        "-",
        "+",
        "&",
        ";",
        "<b>",
        "%41",
        "\u{e9}",
        "\u{418}",
        "\u{5c71}",
        "ren\u{e9}",
        "RENE",
        "example.com",
        "a-b-at-example.com",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ]);
    // Names that others are likely to have, too, in another spelling.
    let long = "x".repeat(60);
    let contested = vec![
        "rene".to_owned(),
        "REN\u{c9}".to_owned(),
        "ren\u{e9}".to_owned(),
        "\u{141}ukasz".to_owned(),
        "lukasz".to_owned(),
        "\u{418}".to_owned(),
        long.to_uppercase(),
        format!("{long}y"),
        long,
    ];
    let any = vec(piece, 1..5).prop_map(|pieces| pieces.concat());
    option::weighted(0.7, prop_oneof![select(contested), any])
}

fn secret() -> impl Strategy<Value = Password> {
    let radix = |length: usize| "Secr3t/.".repeat(length).chars().take(length).collect::<String>();
    let hashes = vec![
        format!("$P$B{}", radix(30)),
        format!("$H$9{}", radix(30)),
        format!("$2y$10${}", radix(53)),
        format!("$wp$2y$10${}", radix(53)),
        format!("$6$Secr3t/.${}", radix(86)),
        "$argon2id$v=19$m=65536,t=4,p=1$Secr3t/.$Secr3t/.".to_owned(),
        "5EC7E75EC7E75EC7E75EC7E75EC7E700".to_owned(),
        "Secr3t/.".to_owned(),
        String::new(),
    ];
    prop_oneof![
        Just(Password::None),
        select(hashes).prop_map(|hash| Password::from_hash(&hash)),
        select(vec!["Secr3t/.", "Secr3t/.Secr3t/.", "Sec", "", "  "])
            .prop_map(|text| Password::Plaintext(Secret::new(text))),
    ]
}

fn contact() -> impl Strategy<Value = Contact> {
    let names = vec!["Ada".to_owned(), "& <b>".to_owned(), "x".repeat(130), "&".repeat(60)];
    let name = option::weighted(0.3, select(names));
    let field = option::weighted(
        0.1,
        select(vec!["Hat".to_owned(), "wp_capabilities".to_owned(), "\u{e4}".repeat(256)]),
    );
    (address(), login(), (name.clone(), name), field, secret()).prop_map(
        |(email, login, (first, last), field, password)| {
            let mut contact = Contact::new(email);
            contact.username = login;
            (contact.first_name, contact.last_name) = (first, last);
            contact.custom = field.into_iter().map(|field| (field, "x".to_owned())).collect();
            contact.password = password;
            contact
        },
    )
}

fn policy() -> impl Strategy<Value = PasswordPolicy> {
    select(vec![
        PasswordPolicy::ResetQuietly,
        PasswordPolicy::ResetAndNotify,
        PasswordPolicy::KeepHash,
        PasswordPolicy::KeepFromField,
    ])
}

fn snapshot(users: Vec<(Email, Option<String>)>) -> Snapshot {
    let mut by_key = BTreeMap::new();
    for (number, (email, username)) in users.into_iter().enumerate() {
        let mut user = TargetUser::new(UserId::new(&number.to_string()).unwrap(), email);
        user.username = username;
        by_key.insert(user.email.key(), user);
    }
    Snapshot::from_users(by_key.into_values()).unwrap()
}

fn options(target: TargetProfile, policy: PasswordPolicy) -> PlanOptions {
    let mut options = PlanOptions::new("2024-06-01T00:00:00Z".parse().unwrap());
    (options.import_all_contacts, options.target, options.password_policy) = (true, target, policy);
    options
}

fn created(plan: &Plan) -> Vec<CreateUser> {
    let created = plan.operations().filter_map(|operation| match operation.change {
        Change::CreateUser(create) => Some(*create),
        _ => None,
    });
    created.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn what_wordpress_gets_it_stores_as_it_is_and_takes_for_different(
        contacts in vec(contact(), 0..12), users in vec((address(), login()), 0..6), target in wordpress(),
    ) {
        let contacts: Contacts = contacts.into_iter().collect();
        let snapshot = snapshot(users);
        let plan = Plan::build(&site(), &contacts, &snapshot, &options(target, PasswordPolicy::default())).unwrap();
        let mut logins: BTreeSet<String> =
            snapshot.users().filter_map(|user| Some(wordpress_collation_key(&user.username?))).collect();
        let mut emails: BTreeSet<String> =
            snapshot.users().map(|user| wordpress_collation_key(user.email.as_str())).collect();
        for create in created(&plan) {
            let (login, email) = (create.username.as_str(), create.email.as_str());
            prop_assert_eq!(wordpress_login(login), login);
            prop_assert!(!wordpress_nicename(login).is_empty() && login.len() <= 60, "{}", login);
            prop_assert_eq!(wordpress_email(email), email);
            prop_assert!(email.len() <= 100 && email.is_ascii() && !email.contains('&'), "{}", email);
            prop_assert!(login.is_ascii() && !login.contains(['+', '&', '%', '<']), "{}", login);
            prop_assert!(logins.insert(wordpress_collation_key(login)), "{} is given twice", login);
            prop_assert!(emails.insert(wordpress_collation_key(email)), "{} stands twice", email);
            for name in create.profile.custom.keys() {
                prop_assert!(name.chars().count() <= 255 && !name.ends_with("capabilities"));
            }
        }
        // Nobody is left out without a word, and nobody is stored under the key of somebody else.
        let summary = plan.summary();
        let count = |code: &str| summary.issues.get(code).copied().unwrap_or(0);
        let unfit = count("email-not-storable") + count("name-not-storable") + count("field-not-storable");
        prop_assert_eq!(summary.left_out, unfit);
        prop_assert_eq!(plan.blockers().count() as u64, unfit);
        for operation in plan.operations() {
            if let (Change::CreateUser(create), Subject::User { email, .. }) = (&operation.change, &operation.subject) {
                prop_assert_eq!(&create.email.key(), email);
            }
        }
    }

    #[test]
    fn a_generic_target_gets_addresses_and_free_names_as_they_are(contacts in vec(contact(), 0..12)) {
        let contacts: Contacts = contacts.into_iter().collect();
        let options = options(TargetProfile::Generic, PasswordPolicy::default());
        let plan = Plan::build(&site(), &contacts, &Snapshot::default(), &options).unwrap();
        let text = String::from_utf8(plan.to_bytes()).unwrap();
        let options_said = ["\"target\":", "passwordRules"].iter().any(|field| text.contains(field));
        prop_assert!(!options_said);
        prop_assert_eq!(plan.summary().left_out, 0);
        let given: BTreeSet<_> = contacts.iter().map(|contact| contact.email().to_owned()).collect();
        for create in created(&plan) {
            prop_assert!(given.contains(create.email.as_str()));
        }
        let of_wordpress = ["username-rewritten", "email-rewritten", "role-unknown", "nicename-clash", "target-sends-mail"];
        prop_assert!(of_wordpress.iter().all(|code| !plan.summary().issues.contains_key(*code)));
    }

    #[test]
    fn each_new_user_gets_one_password_and_nothing_says_which(
        contacts in vec(contact(), 0..12), users in vec((address(), login()), 0..4),
        target in prop_oneof![Just(TargetProfile::Generic), wordpress()], policy in policy(),
    ) {
        let contacts: Contacts = contacts.into_iter().collect();
        let snapshot = snapshot(users);
        let mut options = options(target, policy);
        options.waivers = ["email-not-storable", "name-not-storable", "field-not-storable"].map(|code| {
            serde_json::from_str(&format!(r#"{{"code": "{code}", "reason": "left out"}}"#)).unwrap()
        }).to_vec();
        let plan = Plan::build(&site(), &contacts, &snapshot, &options).unwrap();
        let passwords = Passwords::new(&plan, &contacts, Secret::new(SEED)).unwrap();
        let again = Passwords::new(&plan, &contacts, Secret::new(SEED)).unwrap();
        let other = Passwords::new(&plan, &contacts, Secret::new("another seed of 24 bytes")).unwrap();
        let run_options = RunOptions::new(plan.environment().clone());
        let (mut run, mut said) = Run::start(&plan, &run_options, "2024-06-01T10:00:00Z".parse().unwrap()).unwrap();
        let (mut handed_out, mut subjects) = (Vec::new(), Vec::new());
        while let Some(batch) = run.next_batch() {
            for operation in &batch.operations {
                let given = passwords.of(operation).unwrap();
                said.extend(format!("{operation:?} {given:?}").bytes());
                prop_assert_eq!(&given, &again.of(operation).unwrap());
                let is_password = matches!(operation.kind(), OperationKind::ResetPassword | OperationKind::SetPassword);
                prop_assert!(!is_password || given.is_some());
                let Some(given) = given else { continue };
                if is_password {
                    subjects.push(operation.subject.email().unwrap().clone());
                }
                match (&operation.change, given) {
                    (Change::ResetPassword | Change::SendCredentials, NewPassword::Plaintext(secret)) => {
                        prop_assert!(options.password_rules.accept(&secret));
                        prop_assert_eq!(secret.expose().len(), 20);
                        prop_assert!(!secret.expose().contains(['0', 'O', 'o', '1', 'I', 'l']));
                        prop_assert_ne!(other.of(operation).unwrap(), Some(NewPassword::Plaintext(secret.clone())));
                        handed_out.push(secret);
                    }
                    (Change::SetPassword(set), NewPassword::Hash(secret)) => {
                        let kind = HashKind::of(secret.expose());
                        let PasswordSource::Hash { hash, stored_as } = set.from else { panic!("a field gave a hash") };
                        prop_assert_eq!(kind, stored_as.unwrap_or(hash));
                        prop_assert_ne!(kind, HashKind::Other);
                        handed_out.push(secret);
                    }
                    (Change::SetPassword(set), NewPassword::Plaintext(secret)) => {
                        prop_assert_eq!(set.from, PasswordSource::Field);
                        prop_assert!(options.password_rules.accept(&secret));
                        handed_out.push(secret);
                    }
                    _ => prop_assert!(false, "a reset gave a hash"),
                }
            }
            let outcomes = vec![Outcome::Applied; batch.operations.len()];
            said.extend(run.record(&batch, &outcomes, "2024-06-01T12:00:00Z".parse().unwrap()).unwrap());
        }
        prop_assert_eq!(subjects.len() as u64, plan.summary().to_create);
        prop_assert!(subjects.iter().all(|key| snapshot.find_key(key).is_none()));
        said.extend(plan.to_bytes());
        said.extend(format!("{plan:?} {:?} {passwords:?} {contacts:?} {:?}", plan.header(), run.progress()).bytes());
        let said = String::from_utf8(said).unwrap();
        for secret in &handed_out {
            prop_assert!(!said.contains(secret.expose()), "a password is written");
        }
        for fragment in ["Secr3t", "Sec\"", "5EC7E75EC7E7", "5ec7e75ec7e7", SEED] {
            prop_assert!(!said.contains(fragment), "`{}` is written", fragment);
        }
    }
}

#[test]
fn a_short_seed_is_refused_without_being_shown() {
    let contacts: Contacts = [Contact::new(Email::new("ada@example.com").unwrap())].into_iter().collect();
    let plan = Plan::build(
        &site(),
        &contacts,
        &Snapshot::default(),
        &options(TargetProfile::Generic, PasswordPolicy::default()),
    )
    .unwrap();
    let refused = Passwords::new(&plan, &contacts, Secret::new("fifteen bytes!!")).unwrap_err();
    assert_eq!(refused.to_string(), "the seed has 15 bytes, and 16 is the least");
    assert!(Passwords::new(&plan, &contacts, Secret::new("sixteen bytes!!!")).is_ok());
}

#[test]
fn a_kept_password_comes_from_the_contact_that_merging_leaves() {
    let radix = "./0123456789ABCDEFGHIJKLMNOPQRS";
    let contact = |address: &str, password| {
        let mut contact = Contact::new(Email::new(address).unwrap());
        contact.password = password;
        contact
    };
    let contacts: Contacts = [
        contact("ada@example.com", Password::None),
        contact("bo@example.com", Password::from_hash("5EC7E75EC7E75EC7E75EC7E75EC7E700")),
        contact("ADA@example.com", Password::from_hash(&format!("$H${radix}"))),
    ]
    .into_iter()
    .collect();
    let target = serde_json::from_str(r#"{"kind": "wordpress", "version": "6.8"}"#).unwrap();
    let plan =
        Plan::build(&site(), &contacts, &Snapshot::default(), &options(target, PasswordPolicy::KeepHash))
            .unwrap();
    let passwords = Passwords::new(&plan, &contacts, Secret::new(SEED)).unwrap();
    assert_eq!(passwords.check(&plan), Ok(()));
    let given: Vec<_> = plan
        .operations()
        .filter(|operation| operation.kind() == OperationKind::SetPassword)
        .map(|operation| match passwords.of(&operation).unwrap() {
            Some(NewPassword::Hash(secret)) => secret.expose().to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(given, [format!("$P${radix}"), "5ec7e75ec7e75ec7e75ec7e75ec7e700".to_owned()]);
    // Of a list that was changed since, nobody gets another password than the plan says.
    let others: Contacts =
        [contact("ada@example.com", Password::from_hash("5EC7E75EC7E75EC7E75EC7E75EC7E700"))]
            .into_iter()
            .collect();
    let passwords = Passwords::new(&plan, &others, Secret::new(SEED)).unwrap();
    let refused = plan.operations().filter(|operation| passwords.of(operation).is_err()).count();
    assert_eq!(refused, 2);
    // Whoever asks before the first change is told so of the first of them.
    let missing = passwords.check(&plan).unwrap_err();
    assert_eq!(missing.code(), Code::PasswordUnavailable);
    assert!(missing.to_string().contains("`ada@example.com`"), "{missing}");
}
