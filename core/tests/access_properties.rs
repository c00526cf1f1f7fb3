//! Laws of access that hold for every rule, member and site.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "support/access.rs"]
mod drawn;

use drawn::{anybody, instant, large_site, member, rule, tag};
use memberferry::{
    AccessReason, Instant, Member, MemberEnrollment, ModuleId, Need, OfferingId, PageId, Rule, Site, TagName,
    evaluate_rule,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// The same rule with every list of rules and tags turned round.
fn turned(rule: &Rule) -> Rule {
    let tags = |tags: &[TagName]| tags.iter().rev().cloned().collect();
    let rules = |rules: &[Rule]| rules.iter().rev().map(turned).collect();
    match rule {
        Rule::HasAny { tags: list } => Rule::HasAny { tags: tags(list) },
        Rule::HasAll { tags: list } => Rule::HasAll { tags: tags(list) },
        Rule::MissingAny { tags: list } => Rule::MissingAny { tags: tags(list) },
        Rule::MissingAll { tags: list } => Rule::MissingAll { tags: tags(list) },
        Rule::And { rules: list } => Rule::And { rules: rules(list) },
        Rule::Or { rules: list } => Rule::Or { rules: rules(list) },
        Rule::Not { rule } => Rule::Not { rule: Box::new(turned(rule)) },
        other => other.clone(),
    }
}

fn not(rule: Rule) -> Rule {
    Rule::Not { rule: Box::new(rule) }
}

/// A site of one page with the rule, and the tags it forbids.
fn site(rule: &Rule, forbid: &[TagName]) -> Option<Site> {
    let page = serde_json::json!({"id": "p", "title": "P", "rule": rule, "forbid": forbid});
    let modules = serde_json::json!([{"id": "m0", "name": "M"}, {"id": "m1", "name": "M"}]);
    let document = serde_json::json!({
        "format": 1, "name": "S", "timezone": "UTC",
        "offerings": [{"id": "o0", "name": "O", "modules": modules}, {"id": "o1", "name": "O", "modules": modules}],
        "pages": [page],
    });
    // A window that ends before it begins is refused; such a rule proves nothing here.
    Site::from_json(document.to_string().as_bytes()).ok()
}

/// A member who has met a need.
fn with(mut member: Member, need: &Need) -> Member {
    let enrollment = |offering: &OfferingId, released: Option<&ModuleId>| MemberEnrollment {
        offering: offering.clone(),
        released: released.into_iter().cloned().collect(),
        releases: Vec::new(),
        closes_at: None,
    };
    match need {
        Need::Login => member.logged_in = true,
        Need::Tag { tag } => drop(member.tags.insert(tag.clone())),
        Need::WithoutTag { tag } => drop(member.tags.remove(tag)),
        Need::Enrollment { offering } => member.enrollments.push(enrollment(offering, None)),
        Need::Release { offering, module } => member.enrollments.push(enrollment(offering, Some(module))),
        Need::Role { role } => drop(member.roles.insert(role.clone())),
        other => panic!("a need that no test knows: {other:?}"),
    }
    member
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_forbidden_tag_never_turns_deny_into_allow(
        rule in rule(), member in member(), forbid in vec(tag(), 0..3), more in tag(), at in instant()
    ) {
        let page = PageId::new("p").unwrap();
        let (Some(before), Some(after)) = (site(&rule, &forbid), site(&rule, &[forbid, vec![more.clone()]].concat())) else {
            return Ok(());
        };
        let mut before = before.decide(&member, &page, at).unwrap();
        let mut after = after.decide(&member, &page, at).unwrap();
        prop_assert!(before.allowed || !after.allowed);
        if member.tags.contains(&more) {
            prop_assert_eq!(after.reason, AccessReason::Forbidden);
        } else {
            // Taking the tag was a way in, and is none now.
            let (ways, left) = (std::mem::take(&mut before.ways), std::mem::take(&mut after.ways));
            let still = ways.into_iter().filter(|way| !way.contains(&Need::Tag { tag: more.clone() }));
            prop_assert_eq!(still.collect::<Vec<_>>(), left);
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn the_order_of_rules_and_tags_does_not_matter(rule in rule(), member in member(), at in instant()) {
        let one = evaluate_rule(&rule, &member, at);
        let other = evaluate_rule(&turned(&rule), &member, at);
        prop_assert_eq!(
            (one.allowed, one.reason, one.needs, one.opens_at, one.closes_at, one.rules.len()),
            (other.allowed, other.reason, other.needs, other.opens_at, other.closes_at, other.rules.len())
        );
    }

    #[test]
    fn missing_all_is_not_has_any_and_missing_any_is_not_has_all(
        tags in vec(tag(), 1..4), member in member(), at in instant()
    ) {
        let allowed = |rule: Rule| evaluate_rule(&rule, &member, at).allowed;
        prop_assert_eq!(
            allowed(Rule::MissingAll { tags: tags.clone() }),
            allowed(not(Rule::HasAny { tags: tags.clone() }))
        );
        prop_assert_eq!(
            allowed(Rule::MissingAny { tags: tags.clone() }),
            allowed(not(Rule::HasAll { tags: tags.clone() }))
        );
        if member.logged_in {
            prop_assert_ne!(allowed(Rule::HasAny { tags: tags.clone() }), allowed(Rule::MissingAll { tags: tags.clone() }));
            prop_assert_ne!(allowed(Rule::HasAll { tags: tags.clone() }), allowed(Rule::MissingAny { tags }));
        }
    }

    #[test]
    fn turning_a_rule_round_turns_a_members_answer_round(rule in rule(), member in member(), at in instant()) {
        let yes = evaluate_rule(&rule, &member, at);
        let no = evaluate_rule(&not(rule), &member, at);
        prop_assert!(!(yes.allowed && no.allowed));
        if member.logged_in {
            prop_assert_ne!(yes.allowed, no.allowed);
        }
    }

    #[test]
    fn the_clock_opens_and_closes_exactly_when_it_is_said_to(rule in rule(), member in member(), at in instant()) {
        let decision = evaluate_rule(&rule, &member, at);
        let allowed = |at: Instant| evaluate_rule(&rule, &member, at).allowed;
        let just_before = |at: Instant| Instant::from_microseconds(at.microseconds() - 1).unwrap();
        if let Some(opens_at) = decision.opens_at {
            prop_assert!(!decision.allowed && opens_at > at);
            prop_assert!(allowed(opens_at) && !allowed(just_before(opens_at)));
        }
        if let Some(closes_at) = decision.closes_at {
            prop_assert!(!allowed(closes_at) && allowed(just_before(closes_at)));
        }
        // Nothing changes at any day before the first change announced, and none is announced in vain.
        let change = if decision.allowed { decision.closes_at } else { decision.opens_at };
        for day in 0..21 {
            let later = at.checked_add_seconds(day * 86_400).unwrap();
            if change.is_none_or(|change| later < change) {
                prop_assert_eq!(allowed(later), decision.allowed);
            }
        }
    }

    #[test]
    fn a_denial_says_why_and_an_admission_needs_nothing(rule in rule(), member in member(), at in instant()) {
        let decision = evaluate_rule(&rule, &member, at);
        prop_assert_eq!(decision.allowed, decision.reason.allows());
        prop_assert!(!decision.rules.is_empty());
        prop_assert!(!decision.allowed || decision.needs.is_empty());
    }

    #[test]
    fn a_rule_reads_back_as_it_was_written(rule in rule()) {
        let written = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<Rule>(&written).unwrap(), rule);
    }

    #[test]
    fn compiled_rules_decide_as_the_site_does(site in large_site(), member in anybody(), at in instant()) {
        let compiled = site.compile();
        let known = compiled.member(&member);
        for (index, page) in site.pages().iter().enumerate() {
            let decision = site.decide(&member, &page.id, at).unwrap();
            prop_assert_eq!(compiled.allows(&known, index, at), decision.allowed, "{:?}", page);
        }
        prop_assert!(!compiled.allows(&known, site.pages().len(), at));
    }

    #[test]
    fn compiled_rules_change_when_the_site_says_they_do(site in large_site(), member in anybody(), at in instant()) {
        let compiled = site.compile();
        let known = compiled.member(&member);
        for (index, page) in site.pages().iter().enumerate() {
            let decision = site.decide(&member, &page.id, at).unwrap();
            // A tag of one's own denies for good; one that comes with a module may go with it.
            let own = decision.needs.iter().any(|need| matches!(need, Need::WithoutTag { .. }));
            let change = if decision.allowed { decision.closes_at } else { decision.opens_at };
            let next = compiled.next_change(&known, index, at);
            prop_assert_eq!(next, change);
            prop_assert!(!own || decision.reason != AccessReason::Forbidden || next.is_none());
            // Where it opens, it closes again when it was said to.
            if let (false, Some(opens_at)) = (decision.allowed, next) {
                prop_assert_eq!(compiled.next_change(&known, index, opens_at), decision.closes_at);
            }
        }
    }

    #[test]
    fn in_bulk_everybody_gets_the_answer_they_get_alone(
        site in large_site(), some in vec(anybody(), 1..6), picks in vec(any::<proptest::sample::Index>(), 0..70),
        filler in prop_oneof![4 => Just(0), 1 => 2_000..2_200_usize], at in instant()
    ) {
        let compiled = site.compile();
        let some: Vec<_> = some.iter().map(|member| compiled.member(member)).collect();
        // More than a word holds, and at times more than a block does.
        let first = std::iter::repeat_n(&some[0], filler);
        let members: Vec<_> = first.chain(picks.iter().map(|pick| pick.get(&some))).collect();
        let table = compiled.decide_each(members.iter().copied(), at);
        prop_assert_eq!((table.member_count(), table.page_count()), (members.len(), site.pages().len()));
        let mut open = Vec::new();
        for page in 0..site.pages().len() {
            for (index, member) in members.iter().enumerate() {
                let allowed = compiled.allows(member, page, at);
                prop_assert_eq!(table.allows(index, page), allowed);
                if allowed {
                    open.push((index, page));
                }
            }
            let of_page = open.iter().filter(|(_, other)| *other == page);
            prop_assert_eq!(table.count(page), of_page.count());
        }
        prop_assert_eq!(table.iter().collect::<Vec<_>>(), open);
    }

    #[test]
    fn whoever_meets_the_needs_of_a_way_gets_in(site in large_site(), member in anybody(), at in instant()) {
        for page in site.pages() {
            let decision = site.decide(&member, &page.id, at).unwrap();
            prop_assert!(!decision.allowed || decision.ways.is_empty());
            for way in decision.ways.iter().filter(|_| member.logged_in) {
                let changed = way.iter().fold(member.clone(), with);
                prop_assert!(site.decide(&changed, &page.id, at).unwrap().allowed, "{:?} {:?}", way, page);
                prop_assert!(way.iter().all(|need| decision.needs.contains(need)), "{:?} {:?}", way, decision);
            }
        }
    }
}
