//! Rules, members and sites drawn at random, small enough that they meet.

use memberferry::{
    Instant, Member, MemberEnrollment, ModuleId, ModuleOpening, OfferingId, Rule, Site, TagName,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

pub fn tag() -> impl Strategy<Value = TagName> {
    (0..5_u8).prop_map(|number| TagName::new(&format!("T{number}")).unwrap())
}

fn offering() -> impl Strategy<Value = OfferingId> {
    (0..2_u8).prop_map(|number| OfferingId::new(&format!("o{number}")).unwrap())
}

fn module() -> impl Strategy<Value = ModuleId> {
    (0..2_u8).prop_map(|number| ModuleId::new(&format!("m{number}")).unwrap())
}

pub fn instant() -> impl Strategy<Value = Instant> {
    (0..20_i64).prop_map(|day| Instant::from_seconds(1_700_000_000 + day * 86_400).unwrap())
}

pub fn rule() -> impl Strategy<Value = Rule> {
    let tags = || vec(tag(), 1..4);
    let leaf = prop_oneof![
        Just(Rule::Public),
        Just(Rule::LoggedIn),
        tags().prop_map(|tags| Rule::HasAny { tags }),
        tags().prop_map(|tags| Rule::HasAll { tags }),
        tags().prop_map(|tags| Rule::MissingAny { tags }),
        tags().prop_map(|tags| Rule::MissingAll { tags }),
        offering().prop_map(|offering| Rule::Enrolled { offering }),
        (offering(), module()).prop_map(|(offering, module)| Rule::Released { offering, module }),
        Just(Rule::Role { role: "editor".to_owned() }),
        (proptest::option::of(instant()), instant())
            .prop_map(|(from, until)| Rule::During { from, until: Some(until) }),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(|rules| Rule::And { rules }),
            vec(inner.clone(), 1..4).prop_map(|rules| Rule::Or { rules }),
            inner.prop_map(|rule| Rule::Not { rule: Box::new(rule) }),
        ]
    })
}

pub fn member() -> impl Strategy<Value = Member> {
    let opening = (module(), instant(), proptest::option::of(instant()))
        .prop_map(|(module, opens_at, closes_at)| ModuleOpening { module, opens_at, closes_at });
    let end = proptest::option::weighted(0.3, instant());
    let enrollment = (offering(), btree_set(module(), 0..2), vec(opening, 0..3), end).prop_map(
        |(offering, released, releases, closes_at)| MemberEnrollment {
            offering,
            released,
            releases,
            closes_at,
        },
    );
    let roles = btree_set(select(&["editor", "author"]), 0..2);
    (any::<bool>(), roles, btree_set(tag(), 0..5), vec(enrollment, 0..3)).prop_map(
        |(logged_in, roles, tags, enrollments)| Member {
            logged_in,
            roles: roles.into_iter().map(str::to_owned).collect(),
            tags,
            enrollments,
            ..Member::default()
        },
    )
}

/// A member like those of [`member`], an administrator now and then, who holds tags of a large site too.
pub fn anybody() -> impl Strategy<Value = Member> {
    (member(), 0..10_u8, btree_set(wide_tag(), 0..12)).prop_map(|(mut member, die, more)| {
        if die == 0 {
            member.roles.insert(Member::ADMINISTRATOR.to_owned());
        }
        member.tags.extend(more);
        member
    })
}

/// One of more tags than a word has bits.
fn wide_tag() -> impl Strategy<Value = TagName> {
    (0..150_u8).prop_map(|number| TagName::new(&format!("T{number}")).unwrap())
}

/// A site of several pages that inherit, forbid and belong to offerings with tags of their own, one of which asks for many tags.
/// Empty lists are let through: they are only warned of.
pub fn large_site() -> impl Strategy<Value = Site> {
    let page = (
        proptest::option::weighted(0.8, rule()),
        vec(wide_tag(), 0..3),
        proptest::option::of((0..2_u8, proptest::option::of(0..2_u8))),
        select(&["own", "parent-and-own", "parent"]),
        any::<proptest::sample::Index>(),
    );
    (vec(page, 1..6), vec(wide_tag(), 1..40), vec(wide_tag(), 4), vec(wide_tag(), 0..2)).prop_filter_map(
        "a window that ends before it begins is refused",
        |(pages, many, of_offerings, banned)| {
            let modules = serde_json::json!([{"id": "m0", "name": "M"}, {"id": "m1", "name": "M", "accessTag": "T0"}]);
            let mut written = vec![serde_json::json!({"id": "p0", "title": "P", "rule": {"kind": "or", "rules": [
                {"kind": "has-all", "tags": many[..many.len().div_ceil(2)]},
                {"kind": "not", "rule": {"kind": "has-any", "tags": many}}]}})];
            for (number, (rule, forbid, belongs, inherit, parent)) in pages.into_iter().enumerate() {
                let mut page = serde_json::json!({
                    "id": format!("p{}", number + 1), "title": "P", "forbid": forbid, "inherit": inherit,
                    "parent": format!("p{}", parent.index(number + 1)),
                });
                if let Some(rule) = rule {
                    page["rule"] = serde_json::to_value(rule).unwrap();
                }
                if let Some((offering, module)) = belongs {
                    page["offering"] = format!("o{offering}").into();
                    if let Some(module) = module {
                        page["module"] = format!("m{module}").into();
                    }
                }
                written.push(page);
            }
            let document = serde_json::json!({
                "format": 1, "name": "S", "timezone": "UTC", "pages": written, "forbid": banned,
                "offerings": [
                    {"id": "o0", "name": "O", "revokeTag": of_offerings[0], "instantAccessTag": of_offerings[1], "modules": modules},
                    {"id": "o1", "name": "O", "revokeTag": of_offerings[2], "instantAccessTag": of_offerings[3], "modules": modules}],
            });
            Site::from_json(document.to_string().as_bytes()).ok()
        },
    )
}
