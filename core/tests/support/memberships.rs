//! Sites with tags, timers and pages, and contacts who hold any of their tags, with any evidence of dates.

use memberferry::{
    Contact, Contacts, DripContinuity, DripProfile, Email, EnrollmentEvidence, Instant, Order, OrderItem,
    OrderStatus, Purchases, Site, Stage, TagDates, TagName,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// A site, everybody on it, and what is known of when they enrolled.
#[derive(Debug)]
pub struct Case {
    pub site: Site,
    pub contacts: Contacts,
    pub tag_dates: TagDates,
    pub purchases: Purchases,
    pub now: Instant,
}

pub fn case() -> impl Strategy<Value = Case> {
    (vec(offering(), 1..4), vec(contact(), 1..6), option::weighted(0.9, 0..20_i64)).prop_map(
        |(offerings, people, order_days)| {
            let site = site(&offerings);
            let contacts: Contacts =
                people.iter().enumerate().map(|(number, person)| person.contact(number)).collect();
            let dates = people.iter().enumerate().flat_map(|(row, person)| {
                let dated =
                    person.tags.iter().filter_map(move |(tag, day)| Some((row, tag.clone(), (*day)?)));
                dated.collect::<Vec<_>>()
            });
            let tag_dates = dates
                .map(|(row, tag, days)| (row, contacts.tag_book().find(&tag).unwrap(), day(days)))
                .collect();
            let order = Order {
                status: OrderStatus::Paid,
                paid_at: order_days.map(day),
                items: vec![OrderItem { name: Some("product of 0".to_owned()), ..OrderItem::default() }],
                ..Order::default()
            };
            let purchases = Purchases::of_orders(&site, &[order], &[Some(0)]);
            Case { site, contacts, tag_dates, purchases, now: day(30) }
        },
    )
}

impl Case {
    pub fn evidence(&self) -> EnrollmentEvidence<'_> {
        EnrollmentEvidence { tag_dates: Some(&self.tag_dates), purchases: Some(&self.purchases) }
    }
}

pub fn policy() -> impl Strategy<Value = DripContinuity> {
    select(DripContinuity::ALL.to_vec())
}

pub fn source_clock() -> impl Strategy<Value = Option<DripProfile>> {
    let any = select(DripProfile::ALL.to_vec()).prop_map(Some);
    prop_oneof![1 => Just(None), 2 => Just(Some(DripProfile::AccessAlly)), 2 => any]
}

pub fn stage() -> impl Strategy<Value = Stage> {
    let after = policy().prop_map(Stage::After);
    prop_oneof![1 => Just(Stage::Before), 3 => after]
}

/// Midday, some days after the first of May.
fn day(days: i64) -> Instant {
    "2024-05-01T12:00:00Z".parse::<Instant>().unwrap().checked_add_seconds(days * 86_400).unwrap()
}

fn timer() -> impl Strategy<Value = Value> {
    let anchors = vec![
        json!({"kind": "previous-release"}),
        json!({"kind": "previous-release"}),
        json!({"kind": "enrollment"}),
        json!({"kind": "registration"}),
        json!({"kind": "purchase", "offering": "o0"}),
        json!({"kind": "instant", "at": "2024-05-20T00:00:00Z"}),
    ];
    (select(anchors), 0..15_u32, any::<bool>()).prop_map(|(anchor, amount, calendar)| {
        let mode = if calendar { "calendar" } else { "elapsed" };
        json!({"kind": "timer", "anchor": anchor, "offset": {"amount": amount, "unit": "days"}, "mode": mode})
    })
}

/// The modules' rules, whether each has a tag, and an expiry.
type OfferingParts = (Vec<(Option<Value>, bool)>, Option<Value>);

fn offering() -> impl Strategy<Value = OfferingParts> {
    let rule = prop_oneof![1 => Just(None), 6 => timer().prop_map(Some)];
    (vec((rule, any::<bool>()), 1..6), option::weighted(0.2, timer()))
}

fn site(offerings: &[OfferingParts]) -> Site {
    let mut pages = vec![json!({"id": "front", "title": "Front"})];
    let mut described = Vec::new();
    for (number, (modules, expiry)) in offerings.iter().enumerate() {
        let id = format!("o{number}");
        let mut listed = Vec::new();
        for (index, (rule, has_tag)) in modules.iter().enumerate() {
            let mut module = json!({"id": format!("m{index}"), "name": "M"});
            if let Some(rule) = rule.as_ref().filter(|_| index > 0) {
                module["release"] = rule.clone();
            }
            if *has_tag {
                module["accessTag"] = json!(format!("{id} m{index}"));
            }
            pages.push(json!({"id": format!("{id}-m{index}"), "title": "M", "offering": id, "module": format!("m{index}")}));
            pages.push(json!({"id": format!("{id}-r{index}"), "title": "M", "offering": id,
                "rule": {"kind": "released", "offering": id, "module": format!("m{index}")}}));
            listed.push(module);
        }
        pages.push(
            json!({"id": format!("{id}-e"), "title": "E", "rule": {"kind": "enrolled", "offering": id}}),
        );
        let mut offering = json!({"id": id, "name": "O", "accessTag": format!("{id} access"),
            "instantAccessTag": format!("{id} now"), "revokeTag": format!("{id} off"), "purchaseTag": format!("{id} bought"),
            "products": [format!("Product of {number}")], "modules": listed});
        if let Some(expiry) = expiry {
            offering["expiry"] = expiry.clone();
        }
        described.push(offering);
    }
    let document = json!({"format": 1, "name": "Harbour", "timezone": "Europe/Amsterdam",
        "tagMap": [{"kind": "merge", "from": ["old access", "older access"], "to": "o0 access"},
                   {"kind": "drop", "from": "o1 now", "reason": "a test"}],
        "offerings": described, "pages": pages});
    Site::from_json(document.to_string().as_bytes()).unwrap()
}

#[derive(Clone, Debug)]
struct Somebody {
    created: Option<i64>,
    /// Each with the day on which it was given, where that is known.
    tags: Vec<(String, Option<i64>)>,
    role: Option<&'static str>,
}

impl Somebody {
    fn contact(&self, number: usize) -> Contact {
        let mut contact = Contact::new(Email::new(&format!("user{number}@example.com")).unwrap());
        contact.created_at = self.created.map(day);
        contact.tags = self.tags.iter().map(|(tag, _)| TagName::new(tag).unwrap()).collect();
        contact.roles = self.role.map(str::to_owned).into_iter().collect();
        contact
    }
}

fn contact() -> impl Strategy<Value = Somebody> {
    let offering = |name: &'static str| (0..3_u8).prop_map(move |number| format!("o{number} {name}"));
    let module = (0..3_u8, 0..5_u8).prop_map(|(number, module)| format!("o{number} m{module}"));
    let tag = prop_oneof![
        4 => offering("access"),
        4 => module,
        1 => offering("now"),
        1 => offering("off"),
        1 => offering("bought"),
        1 => select(vec!["old access", "older access"]).prop_map(str::to_owned),
    ];
    let tags = btree_set(tag, 0..7).prop_flat_map(|tags| {
        let count = tags.len();
        (Just(tags), vec(option::of(0..35_i64), count))
    });
    let role = option::weighted(0.2, select(vec!["editor", "administrator"]));
    (option::of(-20..35_i64), tags, role).prop_map(|(created, (tags, days), role)| Somebody {
        created,
        tags: tags.into_iter().zip(days).collect(),
        role,
    })
}
