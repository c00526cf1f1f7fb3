//! `evaluate_rule`, `Site::decide` and compiled access against an evaluator so plain that it can be seen to be right.

use std::collections::BTreeSet;

use memberferry::{Instant, Member, PageId, Rule, Site, TagName, evaluate_rule};

use crate::bytes::Bytes;

const TAGS: [&str; 4] = ["A", "B", "C", "D"];
const AT: &str = "2026-01-31T09:00:00Z";

/// One byte says who asks, the rest is the rule.
pub fn check(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let asker = bytes.take();
    let held: BTreeSet<&str> =
        TAGS.iter().enumerate().filter(|(place, _)| asker >> place & 1 == 1).map(|(_, tag)| *tag).collect();
    let member = Member {
        logged_in: asker & 0x80 != 0,
        tags: held.iter().map(|tag| TagName::new(tag).expect("a tag")).collect(),
        ..Member::default()
    };
    let rule = rule(&mut bytes, 0);
    let at: Instant = AT.parse().expect("an instant");
    let plain = holds(&rule, &member, &held, at) == Some(true);
    assert_eq!(evaluate_rule(&rule, &member, at).allowed, plain, "{rule:?}");

    let document = serde_json::json!({"format": 1, "name": "S", "timezone": "UTC",
        "pages": [{"id": "p", "title": "P", "rule": &rule}]});
    let Ok(site) = Site::from_json(document.to_string().as_bytes()) else { return };
    let page = PageId::new("p").expect("an id");
    assert_eq!(site.decide(&member, &page, at).expect("the page is there").allowed, plain, "{rule:?}");
    let compiled = site.compile();
    assert_eq!(compiled.allows(&compiled.member(&member), 0, at), plain, "{rule:?}");
}

fn rule(bytes: &mut Bytes<'_>, depth: usize) -> Rule {
    let choice = if depth > 6 { bytes.take() % 7 } else { bytes.take() % 10 };
    match choice {
        0 => Rule::Public,
        1 => Rule::LoggedIn,
        2 => Rule::HasAny { tags: tags(bytes) },
        3 => Rule::HasAll { tags: tags(bytes) },
        4 => Rule::MissingAny { tags: tags(bytes) },
        5 => Rule::MissingAll { tags: tags(bytes) },
        6 => {
            let instants = ["2026-01-31T08:59:59Z", AT, "2026-01-31T09:00:01Z"];
            let from = bytes.one_of(&instants).parse().ok();
            let until = bytes.one_of(&instants).parse().ok();
            match bytes.take() % 3 {
                0 => Rule::During { from, until: None },
                1 => Rule::During { from: None, until },
                _ => Rule::During { from, until },
            }
        }
        7 => Rule::And { rules: rules(bytes, depth) },
        8 => Rule::Or { rules: rules(bytes, depth) },
        _ => Rule::Not { rule: Box::new(rule(bytes, depth + 1)) },
    }
}

fn rules(bytes: &mut Bytes<'_>, depth: usize) -> Vec<Rule> {
    (0..=bytes.take() % 3).map(|_| rule(bytes, depth + 1)).collect()
}

fn tags(bytes: &mut Bytes<'_>) -> Vec<TagName> {
    let which = bytes.take() % 15 + 1;
    let named = TAGS.iter().enumerate().filter(|(place, _)| which >> place & 1 == 1);
    named.map(|(_, tag)| TagName::new(tag).expect("a tag")).collect()
}

/// Whether a rule holds; absent where that is not known of somebody who is not logged in.
fn holds(rule: &Rule, member: &Member, held: &BTreeSet<&str>, at: Instant) -> Option<bool> {
    let known = |answer: bool| member.logged_in.then_some(answer);
    let has = |tag: &TagName| held.contains(tag.as_str());
    match rule {
        Rule::Public => Some(true),
        Rule::LoggedIn => Some(member.logged_in),
        Rule::HasAny { tags } => known(tags.iter().any(has)),
        Rule::HasAll { tags } => known(tags.iter().all(has)),
        Rule::MissingAny { tags } => known(!tags.iter().all(has)),
        Rule::MissingAll { tags } => known(!tags.iter().any(has)),
        Rule::During { from, until } => {
            Some(from.is_none_or(|from| from <= at) && until.is_none_or(|until| at < until))
        }
        Rule::Not { rule } => holds(rule, member, held, at).map(|answer| !answer),
        Rule::And { rules } => {
            let answers: Vec<_> = rules.iter().map(|rule| holds(rule, member, held, at)).collect();
            if answers.contains(&Some(false)) {
                Some(false)
            } else if answers.contains(&None) {
                None
            } else {
                Some(true)
            }
        }
        Rule::Or { rules } => {
            let answers: Vec<_> = rules.iter().map(|rule| holds(rule, member, held, at)).collect();
            if answers.contains(&Some(true)) {
                Some(true)
            } else if answers.contains(&None) {
                None
            } else {
                Some(false)
            }
        }
        other => panic!("no such rule is made here: {other:?}"),
    }
}
