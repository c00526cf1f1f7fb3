//! People drawn at random: contacts of a source and users of a target who overlap, and options to plan with.

use std::collections::{BTreeMap, BTreeSet};

use memberferry::{
    ConsentEvidence, Contact, Contacts, DripContinuity, Email, ExistingUsers, Instant, Marketing,
    MarketingStatus, ModuleId, Notify, OfferingId, Password, PasswordPolicy, Pause, PlanOptions, Site,
    Snapshot, TagName, TargetEnrollment, TargetUser, UserId,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;

/// Everything a plan is made from.
#[derive(Clone, Debug)]
pub struct Story {
    pub site: Site,
    pub contacts: Vec<Contact>,
    pub users: Vec<TargetUser>,
    pub options: PlanOptions,
}

impl Story {
    pub fn contacts(&self) -> Contacts {
        self.contacts.iter().cloned().collect()
    }

    pub fn snapshot(&self) -> Snapshot {
        Snapshot::from_users(self.users.clone()).unwrap()
    }
}

/// A site whose timers, tags and pages are drawn at random.
fn site() -> impl Strategy<Value = Site> {
    let module = (proptest::option::weighted(0.9, 0..15_u32), prop::bool::weighted(0.8));
    (vec(module, 2), any::<[bool; 3]>()).prop_map(|(modules, [instant, revoke, maps])| {
        let timer = |days: &u32| json!({"kind": "timer", "offset": {"amount": days, "unit": "days"}});
        let mut listed = vec![json!({"id": "m0", "name": "A"})];
        for (place, (days, has_tag)) in (1..).zip(&modules) {
            let mut module = json!({"id": format!("m{place}"), "name": "M"});
            module["release"] = days.as_ref().map_or_else(|| json!({"kind": "manual"}), timer);
            if *has_tag {
                module["accessTag"] = json!(format!("T{}", place + 2));
            }
            listed.push(module);
        }
        let mut course = json!({"id": "watercolour", "name": "Watercolour", "accessTag": "W", "modules": listed});
        if instant {
            course["instantAccessTag"] = json!("T1");
        }
        if revoke {
            course["revokeTag"] = json!("T2");
        }
        let mut pages = vec![json!({"id": "home", "title": "Home", "offering": "watercolour"})];
        pages.extend((0..3).map(|place| {
            json!({"id": format!("page-{place}"), "title": "M", "offering": "watercolour", "module": format!("m{place}")})
        }));
        let map = json!([{"kind": "rename", "from": "T0", "to": "W"}, {"kind": "drop", "from": "T9", "reason": "unused"}]);
        let document = json!({"format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
            "environment": {"kind": "live", "url": "https://harbour.example"},
            "tagMap": if maps { map } else { json!([{"kind": "rename", "from": "T0", "to": "W"}]) },
            "offerings": [course, {"id": "club", "name": "Club", "accessTag": "T5", "purchaseTag": "T6"}],
            "tags": (0..10).map(|number| format!("T{number}")).collect::<Vec<_>>(),
            "pages": pages});
        Site::from_json(document.to_string().as_bytes()).unwrap()
    })
}

fn email(number: u8, spelling: bool) -> Email {
    let address = match (number % 4, spelling) {
        (0, false) => format!("jos\u{e9}{number}@ex\u{e4}mple.example"),
        (0, true) => format!("Jos\u{e9}{number}@xn--exmple-cua.example"),
        (_, false) => format!("user{number}@example.com"),
        (_, true) => format!("User{number}@Example.COM"),
    };
    Email::new(&address).unwrap()
}

fn instant() -> impl Strategy<Value = Instant> {
    (0..60_i64).prop_map(|day| Instant::from_seconds(1_714_500_000 + day * 86_400).unwrap())
}

fn marketing() -> impl Strategy<Value = Marketing> {
    (select(MarketingStatus::ALL.to_vec()), proptest::option::of(instant())).prop_map(|(status, at)| {
        Marketing { status, evidence: ConsentEvidence { at, ..ConsentEvidence::default() } }
    })
}

fn tags() -> impl Strategy<Value = BTreeSet<TagName>> {
    btree_set((0..10_u8).prop_map(|number| TagName::new(&format!("T{number}")).unwrap()), 0..5)
}

fn word() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(
        select(vec!["Ada", "Zo\u{eb}", "\"quoted\"", "line\u{2028}break", "=1+1"]).prop_map(str::to_owned),
    )
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    btree_set((0..4_u8).prop_map(|number| format!("o-{number}")), 0..3)
        .prop_map(|ids| ids.into_iter().collect())
}

fn custom() -> impl Strategy<Value = BTreeMap<String, String>> {
    btree_map(select(vec!["Hat", "Shoe", "\u{c4}pfel"]).prop_map(str::to_owned), "[a-c]", 0..3)
}

fn username() -> impl Strategy<Value = Option<String>> {
    let names = vec!["boss", "Boss", "boss-2", "user3@example.com", "admin"];
    proptest::option::weighted(0.3, select(names).prop_map(str::to_owned))
}

fn contact(number: u8) -> impl Strategy<Value = Contact> {
    let texts = (word(), word(), word(), username());
    let facts = (proptest::option::of(instant()), marketing(), tags(), custom(), ids(), ids());
    (any::<bool>(), proptest::option::of("[1-9]"), texts, facts).prop_map(
        move |(spelling, id, texts, facts)| {
            let mut contact = Contact::new(email(number, spelling));
            contact.external_id = id;
            (contact.first_name, contact.last_name, contact.address.city, contact.username) = texts;
            let (created_at, marketing, tags, custom, orders, subscriptions) = facts;
            contact.created_at = created_at;
            contact.marketing = marketing;
            contact.tags = tags.into_iter().collect();
            contact.custom = custom.into_iter().collect();
            (contact.order_ids, contact.subscription_ids) = (orders, subscriptions);
            if number.is_multiple_of(2) {
                contact.password = Password::from_hash("$P$BDMJH/qCLaUc5Lj8Oiwp7XmWzrCcJ21");
            }
            contact
        },
    )
}

fn enrollment() -> impl Strategy<Value = TargetEnrollment> {
    let module = (0..3_u8).prop_map(|number| ModuleId::new(&format!("m{number}")).unwrap());
    let modules = || btree_set(module.clone(), 0..3);
    let revoked = proptest::option::weighted(0.2, instant());
    let pause = (instant(), any::<bool>()).prop_map(|(from, ends)| {
        Pause::new(from, ends.then(|| from.checked_add_seconds(86_400).unwrap())).unwrap()
    });
    let released = btree_map(module.clone(), proptest::option::of(instant()), 0..3);
    let progress = (released, modules(), btree_map(module.clone(), instant(), 0..2), btree_set(pause, 0..2));
    (instant(), progress, proptest::option::of(instant()), revoked).prop_map(
        |(enrolled_at, (released, notified, completed, paused), clock_from, revoked_at)| TargetEnrollment {
            enrolled_at,
            released,
            clock_from,
            paused,
            completed,
            notified,
            revoked_at,
        },
    )
}

fn user(number: u8) -> impl Strategy<Value = TargetUser> {
    let roles = select(vec!["subscriber", "subscriber", "editor", "administrator"]);
    let offering = select(vec!["watercolour", "club"]).prop_map(|id| OfferingId::new(id).unwrap());
    let facts = (marketing(), tags(), custom(), ids(), btree_map(offering, enrollment(), 0..3));
    (any::<bool>(), roles, (word(), word(), word()), facts).prop_map(move |(spelling, role, texts, facts)| {
        let id = UserId::new(&number.to_string()).unwrap();
        let mut user = TargetUser::new(id, email(number, spelling));
        user.roles = [role.to_owned()].into();
        user.username = number
            .is_multiple_of(3)
            .then(|| if number == 0 { "boss".to_owned() } else { format!("u{number}") });
        (user.first_name, user.last_name, user.address.city) = texts;
        (user.marketing, user.tags, user.custom, user.order_ids, user.enrollments) = facts;
        user
    })
}

fn options() -> impl Strategy<Value = PlanOptions> {
    let continuity = select(vec![
        DripContinuity::KeepOriginalClock,
        DripContinuity::ContinueFromLastReleased,
        DripContinuity::Restart,
        DripContinuity::OpenAll,
    ]);
    let policies =
        vec![PasswordPolicy::ResetQuietly, PasswordPolicy::ResetAndNotify, PasswordPolicy::KeepHash];
    let choices = (any::<bool>(), prop::bool::weighted(0.1), any::<bool>(), select(policies));
    (choices, continuity, proptest::option::of(0..12_u8), 1..9_u32).prop_map(
        |((all, skip, keep, policy), continuity, operator, batch_size)| {
            let mut options = PlanOptions::new("2024-06-01T00:00:00Z".parse().unwrap());
            options.import_all_contacts = all;
            options.existing_users = if skip { ExistingUsers::Skip } else { ExistingUsers::Update };
            options.keep_maintenance_mode = keep;
            options.drip_continuity = continuity;
            options.operator_email = operator.map(|number| email(number, true).key());
            options.password_policy = policy;
            if policy == PasswordPolicy::ResetAndNotify {
                options.notify = Notify::Mailable;
            }
            options.batch_size = batch_size;
            options
        },
    )
}

/// Contacts and users out of the same twelve people.
pub fn story() -> impl Strategy<Value = Story> {
    let people = || btree_set(0..12_u8, 0..10);
    (site(), people(), people(), options()).prop_flat_map(|(site, contacts, users, options)| {
        let contacts: Vec<_> = contacts.into_iter().map(contact).collect();
        let users: Vec<_> = users.into_iter().map(user).collect();
        (contacts, users).prop_map(move |(contacts, users)| Story {
            site: site.clone(),
            contacts,
            users,
            options: options.clone(),
        })
    })
}

/// The places for [`shuffled`].
pub fn places() -> impl Strategy<Value = Vec<Index>> {
    vec(any::<Index>(), 12)
}

/// A list of at most twelve in another order.
pub fn shuffled<T: Clone>(list: &[T], places: &[Index]) -> Vec<T> {
    let mut shuffled: Vec<T> = Vec::new();
    for (element, place) in list.iter().zip(places) {
        shuffled.insert(place.index(shuffled.len() + 1), element.clone());
    }
    shuffled
}
